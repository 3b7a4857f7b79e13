import { steppedPeriod } from '../kalender/step-phrases.ts';
import { filterOf } from './facet-names.ts';
import type { Intent, Periode, QuestionFilter, Reading } from './reading.ts';
import type { Sentence } from './sentence.ts';
import type { Signs } from './signs.ts';

/**
 * A sentence that leans on the one before: which sentences do, and what they take over. A sentence that is whole by itself takes
 * over nothing.
 */

type Draft = Pick<Reading, 'intent' | 'filter'> & { readonly lijst?: NonNullable<Reading['lijst']> };

/** Signs of a sentence that brings its own question. */
const ownQuestion = [
  'welke',
  'wanneer',
  'wie',
  'hoeveel',
  'waar',
  '^toon',
  'herinner',
  'herinnering',
  'legvast',
  'besluit',
  'zienswijze',
  'exporteer',
  'contact',
  'document',
  'uitleg',
  '^wijzig',
  'draag_over',
  'penc',
  'taken',
  'escaleer',
  '^nieuw',
  '^maak',
  'intrekken',
];

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

const nameKeys = ['partner', 'partnersoort', 'verband', 'provincie', 'dubbelzinnig'] as const;
/** What a thing is known by: taken over where a sentence points back. */
const identityKeys = ['partner', 'verband', 'type', 'code', 'nummer'] as const;
/** Belongs to the one sentence alone. */
const passingKeys = ['vervolg', 'rangnummer', 'waarschuwing', 'tekst'] as const;

/** Questions that can be asked of an earlier day. */
const datable: readonly Intent[] = ['afspraak.zoeken', 'afspraak.aantal', 'afspraak.tonen'];

const without = (filter: QuestionFilter, keys: readonly (keyof QuestionFilter)[]): QuestionFilter =>
  filterOf(Object.fromEntries(Object.entries(filter).filter(([key]) => !keys.some((each) => each === key))));

const pick = (filter: QuestionFilter, keys: readonly (keyof QuestionFilter)[]): QuestionFilter =>
  filterOf(Object.fromEntries(Object.entries(filter).filter(([key]) => keys.some((each) => each === key))));

/** Only names, dates, kinds and small words: "Assen?", "in 2027", "de contracten". */
function isBare({ tokens, words, taken }: Sentence): boolean {
  const bareGroups = ['stop', 'soort', 'stuk', 'status', 'orgaan', 'partnersoort', 'vorm'];
  return (
    tokens.length <= 6 &&
    tokens.every(
      (_, at) =>
        taken.has(at) || words.some((mark) => mark.from <= at && at < mark.to && bareGroups.includes(mark.group)),
    )
  );
}

function isFragment(sentence: Sentence, signs: Signs, draft: Draft): boolean {
  const narrows = signs.has('alleen') && !signs.has('welke') && !signs.has('hoeveel');
  if (narrows || (draft.intent === 'onbekend' && signs.has('alle'))) return true;
  if (signs.has('daarvan') && signs.has('welke')) return true;
  // "En met wie nog meer? Ook Emmen?" asks nothing that could be answered by itself.
  const sentAway = draft.intent === 'onbekend' || (draft.intent === 'buiten_scope' && !signs.has('@buiten'));
  if (sentAway && signs.has('^en_dan') && (signs.has('@naam') || signs.has('@datum') || signs.has('@soort')))
    return true;
  if (ownQuestion.some((sign) => signs.has(sign))) return false;
  if (signs.has('^en_dan')) return true;
  if (signs.has('afspraak') || signs.has('verband') || signs.has('vraag')) return false;
  return draft.intent !== 'annuleren' && draft.intent !== 'dank' && draft.intent !== 'help' && isBare(sentence);
}

/** "En de maand erna?": the period that follows the one asked before, in place of what the words would be by themselves. */
function stepFrom({ text }: Sentence, own: QuestionFilter, previous: Reading): QuestionFilter {
  const { periode, peildatum } = previous.filter;
  const before = periode ?? (peildatum === undefined ? undefined : { van: peildatum, tot: peildatum });
  const stepped = before === undefined ? undefined : steppedPeriod(text, before);
  return stepped === undefined ? own : { ...own, periode: stepped };
}

function mergeFragment(sentence: Sentence, signs: Signs, ownFilter: QuestionFilter, previous: Reading): Draft {
  const own = stepFrom(sentence, ownFilter, previous);
  let kept = without(previous.filter, passingKeys);
  const named = nameKeys.some((key) => own[key] !== undefined);
  if (named && !signs.has('alleen')) kept = without(kept, nameKeys);
  if (own.status !== undefined || own.elkeStatus !== undefined) kept = without(kept, ['status', 'elkeStatus']);
  // "En op 1 januari 2024?" after a question about a day asks the same of another day.
  const { van, tot } = own.periode ?? {};
  if (previous.filter.peildatum !== undefined && van !== undefined && van === tot) {
    const { periode: _, ...rest } = own;
    return { intent: previous.intent, filter: { ...kept, ...rest, peildatum: van, vervolg: true } };
  }
  const veld = own.periode?.veld ?? previous.filter.periode?.veld;
  const later = own.periode === undefined ? undefined : inYearBefore(own.periode, previous.filter.periode);
  const periode = later === undefined ? {} : { periode: { ...later, ...(veld === undefined ? {} : { veld }) } };
  return { intent: previous.intent, filter: { ...kept, ...own, ...periode, vervolg: true } };
}

/** "En in Q3?" after "in 2027" is a quarter of that year. A period that names its own year keeps it. */
function inYearBefore(own: Periode, before: Periode | undefined): Periode {
  const year = before?.van?.slice(0, 4);
  const whole = before?.van === `${year}-01-01` && before.tot === `${year}-12-31`;
  const named =
    own.tekst === undefined ||
    !/^(?:in |yn )?(?:het |it |the )?(?:q[1-4]|[a-z0-9]+ (?:kwartaal|quarter)|[a-z]+)$/i.test(own.tekst);
  const withinOne = own.van !== undefined && own.van.slice(0, 4) === own.tot?.slice(0, 4);
  if (!whole || year === undefined || named || !withinOne) return own;
  return { ...own, van: `${year}${own.van.slice(4)}`, tot: `${year}${own.tot.slice(4)}` };
}

/** "Hoe was dat op 1 januari 2025?": the same question, of that day. */
function mergeDay(previous: Reading, peildatum: string): Draft {
  const kept = without(previous.filter, [...passingKeys, 'periode', 'datum', 'status', 'elkeStatus', 'eerstvolgende']);
  return { intent: previous.intent, filter: { ...kept, peildatum, vervolg: true } };
}

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
  if (repeatable.includes(previous.intent) && isFragment(sentence, signs, draft))
    return mergeFragment(sentence, signs, ownFilter(previous.intent), previous);
  const then = datable.includes(previous.intent) ? ownFilter(previous.intent).peildatum : undefined;
  if (then !== undefined && signs.has('toen') && namesNothing(draft.filter)) return mergeDay(previous, then);
  const askedOfOne = aboutOne.includes(draft.intent) && namesNothing(draft.filter);
  if (asksHowMany(sentence, signs, draft) && countOf[previous.intent] !== undefined) {
    const intent = countOf[previous.intent] ?? previous.intent;
    return mergeFragment(sentence, signs, ownFilter(intent), { ...previous, intent });
  }
  if (pointsBack && draft.intent === 'afspraak.aantal')
    return mergeFragment(sentence, signs, draft.filter, { ...previous, intent: 'afspraak.aantal' });
  if (!askedOfOne) return draft;
  const leans =
    pointsBack ||
    signs.has('^en_dan') ||
    signs.has('kort') ||
    draft.intent === 'afspraak.tonen' ||
    exportsList(signs, draft);
  if (!leans) return draft;
  return pointInto(draft, previous);
}

function pointInto(draft: Draft, previous: Reading): Draft {
  const list = previous.lijst ?? { intent: previous.intent, filter: without(previous.filter, passingKeys) };
  const whole =
    draft.intent === 'exporteren' ? without(previous.filter, passingKeys) : pick(previous.filter, identityKeys);
  const kept = draft.filter.rangnummer === undefined ? whole : {};
  return { intent: draft.intent, filter: { ...kept, ...draft.filter, vervolg: true }, lijst: list };
}
