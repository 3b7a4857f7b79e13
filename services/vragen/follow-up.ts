import { filterOf } from './facet-names.ts';
import { type Draft, mergeDay, mergeFragment, passingKeys, without } from './follow-up-merge.ts';
import { isFragment } from './fragment.ts';
import type { Intent, QuestionFilter, Reading } from './reading.ts';
import type { Sentence } from './sentence.ts';
import type { Signs } from './signs.ts';

/**
 * A sentence that leans on the one before: which sentences do, and what they take over. A sentence that is whole by itself takes
 * over nothing.
 */

/** Questions whose answer can be asked again for something else. */
const repeatable: readonly Intent[] = [
  'afspraak.zoeken',
  'afspraak.aantal',
  'afspraak.tonen',
  'besluit.zoeken',
  'rapportage.tonen',
  'verband.zoeken',
  'verband.tonen',
  'verband.aantal',
  'zienswijze.tonen',
  'herinnering.tonen',
  'pc.kalender',
  'contact.tonen',
  'document.tonen',
  'exporteren',
  'uitleg',
];

/** Questions about one thing, which "die", "dat" or nothing at all can stand for. */
const aboutOne: readonly Intent[] = [
  'afspraak.tonen',
  'contact.tonen',
  'document.tonen',
  'afspraak.wijzigen',
  'herinnering.instellen',
  'besluit.tonen',
  'herinnering.uitstellen',
  'herinnering.stoppen',
  'exporteren',
  'besluit.intrekken',
];

/** What a thing is known by: taken over where a sentence points back. */
const identityKeys = ['partner', 'verband', 'type', 'nummer'] as const;
/** Questions that can be asked of an earlier day. */
const datable: readonly Intent[] = ['afspraak.zoeken', 'afspraak.aantal', 'afspraak.tonen'];

const pick = (filter: QuestionFilter, keys: readonly (keyof QuestionFilter)[]): QuestionFilter =>
  filterOf(Object.fromEntries(Object.entries(filter).filter(([key]) => keys.some((each) => each === key))));

/** Lists that can be counted, and what counting them is. */
const countOf: { readonly [Key in Intent]?: Intent } = {
  'afspraak.zoeken': 'afspraak.aantal',
  'afspraak.aantal': 'afspraak.aantal',
  'verband.zoeken': 'verband.aantal',
  'verband.aantal': 'verband.aantal',
};

/** Every word is known, and none is about something else: "hoeveel zijn er in totaal?" */
const isSmallTalk = ({ tokens, words, taken }: Sentence): boolean =>
  tokens.every(
    (_, at) =>
      taken.has(at) ||
      words.some(
        ({ group, from, to }) => from <= at && at < to && (group === 'stop' || group === 'teken' || group === 'status'),
      ),
  );

/** "En hoeveel met Emmen?" counts what was asked before, for another party; "hoeveel zijn er in totaal?" just that. */
const asksHowMany = (sentence: Sentence, signs: Signs, draft: Draft): boolean =>
  signs.has('hoeveel') &&
  (signs.has('^en_dan') || isSmallTalk(sentence)) &&
  !signs.has('afspraak') &&
  !signs.has('verband') &&
  ['afspraak.aantal', 'verband.aantal', 'buiten_scope', 'onbekend'].includes(draft.intent);

/** "Mail de lijst als excelbestand": names nothing else, so it is the list just shown. */
const exportsList = (signs: Signs, draft: Draft): boolean =>
  draft.intent === 'exporteren' &&
  !['alle', 'afspraak', 'besluit', 'besloten', 'verband', 'zienswijze', 'herinnering'].some((sign) =>
    signs.has(sign),
  ) &&
  draft.filter.status === undefined &&
  draft.filter.periode === undefined;

/** Whether nothing in the sentence says which one is meant. */
const namesNothing = (filter: QuestionFilter): boolean =>
  [...identityKeys, 'dubbelzinnig' as const].every((key) => filter[key] === undefined);

/**
 * @param draft the sentence as read by itself
 * @param ownFilter reads the filter of the sentence as one of another intent: that of the question it goes on with
 */
export function withPrevious(
  draft: Draft,
  sentence: Sentence,
  signs: Signs,
  previous: Reading | undefined,
  ownFilter: (intent: Intent) => QuestionFilter,
): Draft {
  if (draft.intent === 'annuleren') return { ...draft, filter: { ...draft.filter, vervolg: true } };
  // "Stel uit tot vrijdag" is said of the herinnering that was just shown.
  const pointing =
    signs.has('verwijzing') || draft.filter.rangnummer !== undefined || draft.intent === 'herinnering.uitstellen';
  const pointsBack = pointing && namesNothing(draft.filter);
  if (previous === undefined)
    return pointsBack && aboutOne.includes(draft.intent)
      ? { ...draft, filter: { ...draft.filter, vervolg: true } }
      : draft;
  if (draft.filter.rangnummer !== undefined && namesNothing(draft.filter)) return pointInto(draft, previous);
  if (signs.has('de_rest') && listOf[previous.intent] !== undefined && namesNothing(draft.filter))
    return showAgain(draft, previous);
  const leans = isFragment(sentence, signs, draft, previous.intent);
  const afspraken = afsprakenAfterVerbanden(draft, previous, leans);
  if (afspraken !== undefined) return afspraken;
  if (repeatable.includes(previous.intent) && leans)
    return mergeFragment(sentence, signs, ownFilter(previous.intent), previous);
  const then = datable.includes(previous.intent) ? ownFilter(previous.intent).peildatum : undefined;
  if (then !== undefined && signs.has('toen') && namesNothing(draft.filter)) return mergeDay(previous, then);
  const counted = countAgain(draft, sentence, signs, previous, ownFilter, pointsBack);
  if (counted !== undefined) return counted;
  if (signs.has('daarvoor') && lists.includes(draft.intent) && namesNoOne(draft.filter))
    return ofTheSame(draft, previous);
  const askedOfOne = aboutOne.includes(draft.intent) && namesNothing(draft.filter);
  return askedOfOne && (pointsBack || leansOn(draft, signs, previous)) ? pointInto(draft, previous) : draft;
}

function countAgain(
  draft: Draft,
  sentence: Sentence,
  signs: Signs,
  previous: Reading,
  ownFilter: (intent: Intent) => QuestionFilter,
  pointsBack: boolean,
): Draft | undefined {
  const count = countOf[previous.intent];
  if (asksHowMany(sentence, signs, draft) && count !== undefined)
    return mergeFragment(sentence, signs, ownFilter(count), { ...previous, intent: count });
  if (!pointsBack || draft.intent !== 'afspraak.aantal') return undefined;
  const intent = repeatable.includes(previous.intent) ? (count ?? previous.intent) : 'afspraak.aantal';
  return mergeFragment(sentence, signs, draft.filter, { ...previous, intent });
}

/** Whether a sentence that names nothing is about what was shown: its words, its length or what was shown say so. */
function leansOn(draft: Draft, signs: Signs, previous: Reading): boolean {
  const { intent, filter } = draft;
  if (signs.has('^en_dan') || signs.has('kort') || intent === 'afspraak.tonen' || exportsList(signs, draft))
    return true;
  return (
    filter.zoekterm === undefined &&
    (isAboutOne(previous, draft) || intent === 'document.tonen' || intent === 'contact.tonen')
  );
}

/** "Toon AFS-2026-012", then "verleng met een jaar": one afspraak was just shown. */
function isAboutOne({ intent }: Reading, { filter, intent: asked }: Draft): boolean {
  if (intent !== 'afspraak.tonen' || filter.eigenaar !== undefined || filter.bulk === true) return false;
  // A herinnering of a day alone may be of anything; one that counts from a date is of what was shown.
  return asked !== 'exporteren' && (asked !== 'herinnering.instellen' || filter.verschuiving !== undefined);
}

const lists: readonly Intent[] = ['afspraak.zoeken', 'afspraak.aantal', 'besluit.zoeken', 'rapportage.tonen'];

/** "Alleen de evaluaties" after verbanden: those have no soort, so it is about afspraken. A whole question keeps to itself. */
function afsprakenAfterVerbanden(draft: Draft, previous: Reading, leans: boolean): Draft | undefined {
  const { intent, filter } = draft;
  if (!previous.intent.startsWith('verband.') || filter.type === undefined || filter.ontbreekt !== undefined) return;
  if (intent !== 'afspraak.zoeken' && intent !== 'afspraak.aantal') return;
  return leans && namesNoOne(filter) ? ofTheSame(draft, previous) : draft;
}

const namesNoOne = (filter: QuestionFilter): boolean =>
  (['partner', 'partnersoort', 'verband', 'dubbelzinnig'] as const).every((key) => filter[key] === undefined);

/** "Welke afspraken hebben we daarmee?": with the parties that were named before. */
function ofTheSame(draft: Draft, previous: Reading): Draft {
  const kept = pick(previous.filter, ['partner', 'partnersoort', 'verband']);
  return { intent: draft.intent, filter: { ...kept, ...draft.filter, vervolg: true } };
}

/** What lists the things that a question counted or listed. */
const listOf: { readonly [Key in Intent]?: Intent } = {
  'afspraak.zoeken': 'afspraak.zoeken',
  'afspraak.aantal': 'afspraak.zoeken',
  'verband.zoeken': 'verband.zoeken',
  'verband.aantal': 'verband.zoeken',
  'besluit.zoeken': 'besluit.zoeken',
  'rapportage.tonen': 'rapportage.tonen',
};

/** "Welke zijn dat?" after a count, "toon ze allemaal" after a list. */
function showAgain(draft: Draft, previous: Reading): Draft {
  const kept = without(previous.filter, passingKeys);
  const status = pick(draft.filter, ['status', 'elkeStatus']);
  return { intent: listOf[previous.intent] ?? previous.intent, filter: { ...kept, ...status, vervolg: true } };
}

/** A number points into the list that was shown: of besluiten, herinneringen or afspraken. */
const intentInList = (intent: Intent, list: Intent): Intent =>
  intent === 'afspraak.tonen' && list.startsWith('besluit.') ? 'besluit.tonen' : intent;

function pointInto(draft: Draft, previous: Reading): Draft {
  const list = previous.lijst ?? { intent: previous.intent, filter: without(previous.filter, passingKeys) };
  const whole =
    draft.intent === 'exporteren' ? without(previous.filter, passingKeys) : pick(previous.filter, identityKeys);
  const kept = draft.filter.rangnummer === undefined ? whole : {};
  const intent = intentInList(draft.intent, list.intent);
  return { intent, filter: { ...kept, ...draft.filter, vervolg: true }, lijst: list };
}
