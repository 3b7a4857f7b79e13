import type { CivilDate } from '../kalender/civil-date.ts';
import { exclusionFacet } from './exclusion.ts';
import { changeFacet, newLengthFacet, withoutWrittenValue } from './facet-change.ts';
import { decisionTextFacet, decisionTopicFacet } from './facet-decision.ts';
import * as kind from './facet-kind.ts';
import * as length from './facet-length.ts';
import { filterOf, namesFacet } from './facet-names.ts';
import { knownOwner, ownerFacet, receiverFacet, transferFacet } from './facet-person.ts';
import { reminderTimeFacet } from './facet-reminder-time.ts';
import { statusFacet } from './facet-status.ts';
import { searchFacet, subjectFacet } from './facet-text.ts';
import * as time from './facet-time.ts';
import type { Intent, QuestionFilter } from './reading.ts';
import { has, type Sentence } from './sentence.ts';
import type { Signs } from './signs.ts';

/** Which keys of the filter each intent has, and where each comes from: one table. */

export interface FacetContext {
  /** Names of the verbanden of the channel. */
  readonly channel: readonly string[];
  readonly today: CivilDate;
  readonly isOwner: (name: string) => boolean;
}

type Facet = (sentence: Sentence, signs: Signs, context: FacetContext) => QuestionFilter;

const parties: Facet = (sentence, _signs, { channel }) => namesFacet(sentence, false, channel);
const places: Facet = (sentence, _signs, { channel }) => namesFacet(sentence, true, channel);

/** "Naar de provincie" says where a piece of the calendar goes. */
const namedParties: Facet = (sentence, _signs, { channel }) => {
  const { partnersoort: _, ...named } = namesFacet(sentence, false, channel);
  return named;
};

const orgaan = kind.firstAs('orgaan', 'orgaan');
/** "Een overzicht voor de raad": who gets it, and none of the afspraken is its. */
const holdingOrgaan: Facet = (sentence) => kind.orgaanFacet(sentence);
const doelgroep = kind.firstAs('orgaan', 'doelgroep');
const formaat = kind.firstAs('formaat', 'formaat');
const documentsoort = kind.firstAs('documentsoort', 'documentsoort');

/** "mijn", or a title before the name; a bare "van X" is too often something else in these intents. */
const ownOnly: Facet = (_sentence, signs) => (signs.has('ik') || signs.has('mijn') ? { eigenaar: '@ik' } : {});

const period: Facet = (sentence, signs, { today }) => time.listPeriodFacet(sentence, signs, today);

const stateDay: Facet = (sentence, signs, { today }) => time.stateDayFacet(sentence, signs, today);
const decisionPeriod: Facet = (sentence, signs, { today }) => time.decisionPeriodFacet(sentence, signs, today);

const search: readonly Facet[] = [
  parties,
  kind.typeFacet,
  statusFacet,
  period,
  ownerFacet,
  holdingOrgaan,
  kind.missingFacet,
  kind.nextFacet,
  kind.codeFacet,
  searchUnlessOwner,
  exclusionFacet,
];

/** A word after "van" that is read as eigenaar is not searched for as well. */
function searchUnlessOwner(sentence: Sentence, signs: Signs, { isOwner }: FacetContext): QuestionFilter {
  const { zoekterm } = searchFacet(sentence, signs);
  const known = ownerFacet(sentence, signs).eigenaar === undefined ? knownOwner(sentence, isOwner) : undefined;
  const eigenaar = known ?? ownerFacet(sentence, signs).eigenaar;
  const owner = eigenaar?.toLowerCase().split(/\s+/) ?? [];
  const sharesName =
    zoekterm
      ?.toLowerCase()
      .split(/\s+/)
      .some((word) => owner.includes(word)) === true;
  return filterOf({ zoekterm: sharesName ? undefined : zoekterm, eigenaar: known });
}

const facets: Readonly<Record<Intent, readonly Facet[]>> = {
  'afspraak.zoeken': search,
  'afspraak.aantal': search,
  'afspraak.tonen': [parties, kind.typeFacet, kind.fieldFacet, kind.rankFacet, kind.codeFacet, stateDay, searchFacet],
  'afspraak.aanmaken': [parties, kind.typeFacet, ownerFacet, length.recurrenceFacet, time.dayFacet, length.runFacet],
  'afspraak.wijzigen': [
    parties,
    (sentence) => kind.typeFacet(withoutWrittenValue(sentence)),
    namedStatus,
    transferFacet,
    time.dayFacet,
    newLengthFacet,
    kind.codeFacet,
    kind.rankFacet,
    kind.fieldFacet,
    changeFacet,
    reviewDateFacet,
    exclusionFacet,
  ],
  'herinnering.instellen': [
    parties,
    kind.typeFacet,
    reminderTimeFacet,
    reviewedKind,
    receiverFacet,
    digestStatus,
    kind.codeFacet,
    rankUnlessDate,
    searchFacet,
  ],
  'herinnering.tonen': [parties, kind.typeFacet, time.periodFacet, ownOnly, kind.codeFacet],
  'herinnering.uitstellen': [
    parties,
    kind.typeFacet,
    length.durationFacet,
    time.newDayFacet,
    kind.codeFacet,
    kind.rankFacet,
  ],
  'herinnering.stoppen': [parties, kind.typeFacet, kind.codeFacet, kind.rankFacet],
  'besluit.vastleggen': [parties, orgaan, time.namedDayFacet, decisionTopicFacet, decisionTextFacet],
  'besluit.zoeken': [parties, orgaan, decisionPeriod, kind.unpublishedFacet, subjectFacet, kind.codeFacet],
  'besluit.tonen': [parties, orgaan, kind.codeFacet, kind.rankFacet, kind.fieldFacet],
  'besluit.intrekken': [parties, orgaan, kind.codeFacet, kind.rankFacet, decisionTopicFacet],
  'zienswijze.tonen': [parties, kind.pieceFacet, length.yearFacet, time.partOfYearFacet, kind.viewFacet],
  'zienswijze.vastleggen': [parties, kind.pieceFacet, length.yearFacet, kind.standpuntFacet],
  'pc.kalender': [namedParties, kind.stepFacet, length.yearFacet],
  'rapportage.tonen': [
    parties,
    kind.reportTypeFacet,
    statusFacet,
    time.periodFacet,
    doelgroep,
    kind.nextFacet,
    ownedBy,
  ],
  'rapportage.opstellen': [parties, doelgroep, kind.letterFacet, kind.subjectTypeFacet, time.periodFacet, searchFacet],
  'verband.zoeken': [places, kind.formFacet, kind.missingFacet, searchFacet, kind.verbandKindFacet],
  'verband.tonen': [places, kind.verbandFieldFacet],
  'verband.aantal': [places, kind.formFacet, kind.missingFacet],
  'contact.tonen': [parties, kind.typeFacet, kind.codeFacet, kind.rankFacet, searchFacet],
  'document.tonen': [parties, documentsoort, typeUnlessDocument, kind.codeFacet, kind.rankFacet, searchFacet],
  exporteren: [
    parties,
    kind.typeFacet,
    statusFacet,
    time.periodFacet,
    ownerFacet,
    orgaan,
    kind.missingFacet,
    formaat,
    searchUnlessOwner,
    exclusionFacet,
  ],
  'escalatie.melden': [parties, kind.typeFacet, kind.levelFacet],
  uitleg: [kind.topicIdFacet, unknownTopic],
  help: [],
  dank: [],
  annuleren: [],
  buiten_scope: [],
  onbekend: [],
};

function ownedBy(_sentence: Sentence, signs: Signs): QuestionFilter {
  return signs.has('mijn') ? { eigenaar: '@ik' } : {};
}

/** "Elke eerste maandag" counts mondays; "herinner me aan nummer 2" points into the list before. */
function rankUnlessDate(sentence: Sentence, signs: Signs): QuestionFilter {
  return signs.has('@herhaling') ? {} : kind.rankFacet(sentence);
}

/** "Stuur me elke maandag wat te laat is": which ones, each time again. One herinnering of one afspraak asks for no status. */
function digestStatus(sentence: Sentence, signs: Signs): QuestionFilter {
  return signs.has('@herhaling') && signs.has('@status') ? statusFacet(sentence, signs) : {};
}

/** A change names the new status; it never asks for one. */
function namedStatus(sentence: Sentence, signs: Signs): QuestionFilter {
  const { status } = statusFacet(sentence, signs);
  return filterOf({ status: has(sentence, 'teken', 'lopen') ? undefined : status });
}

/** "Twee weken voor de herijking van de DVO": counted from a date of the DVO. */
function reviewedKind(sentence: Sentence, signs: Signs): QuestionFilter {
  return reminderTimeFacet(sentence, signs).anker === 'herijking'
    ? filterOf({ type: kind.kindOfReviewed(sentence) })
    : {};
}

/** "Verplaats de herijking van de DVO": the date of an afspraak, whose kind is named after it. */
function reviewDateFacet(sentence: Sentence, signs: Signs): QuestionFilter {
  if (!signs.has('@datum') || kind.fieldFacet(sentence, signs).veld !== undefined) return {};
  const other = kind.kindOfReviewed(sentence);
  if (signs.has('soort:herijking')) return { veld: 'herijking', ...(other === undefined ? {} : { type: other }) };
  // "Haal de evaluatie een maand naar voren": the afspraak is an evaluatie, and so is its date.
  if (!signs.has('schuift') && !signs.has('verzet')) return {};
  return filterOf({
    veld: signs.has('soort:evaluatie') ? 'herijking' : signs.has('soort:rapportage') ? 'rapportagedatum' : undefined,
  });
}

/** A word that names the kind of document ("informatieprotocol") does not name a soort as well. */
function typeUnlessDocument(sentence: Sentence): QuestionFilter {
  return documentsoort(sentence).documentsoort === undefined ? kind.typeFacet(sentence) : {};
}

/** A term that is not in the list is passed on as it was typed, so that the answer can say that it is not known. */
function unknownTopic(sentence: Sentence, signs: Signs): QuestionFilter {
  if (kind.topicIdFacet(sentence).onderwerp !== undefined) return {};
  const { zoekterm } = subjectFacet(sentence);
  const term = zoekterm ?? searchFacet(sentence, signs).zoekterm ?? lastUnknown(sentence);
  return filterOf({ onderwerp: term });
}

function lastUnknown(sentence: Sentence): string | undefined {
  const unknown = sentence.tokens.filter(
    (_, at) => !sentence.taken.has(at) && !sentence.words.some((mark) => mark.from <= at && at < mark.to),
  );
  return unknown.length === 0
    ? undefined
    : unknown.map((token) => sentence.text.slice(token.start, token.end)).join(' ');
}

/** The filter of a sentence read with this intent. */
export const filterFor = (intent: Intent, sentence: Sentence, signs: Signs, context: FacetContext): QuestionFilter =>
  Object.assign({}, ...facets[intent].map((facet) => facet(sentence, signs, context)));
