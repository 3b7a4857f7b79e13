import { readDates } from '../kalender/phrase.ts';
import { steppedPeriod } from '../kalender/step-phrases.ts';
import { filterOf } from './facet-names.ts';
import type { Intent, Periode, QuestionFilter, Reading } from './reading.ts';
import type { Sentence } from './sentence.ts';
import type { Signs } from './signs.ts';

/** Puts part of a question together with the question before it. */

/** A reading without its words. */
export type Draft = Pick<Reading, 'intent' | 'filter'> & { readonly lijst?: NonNullable<Reading['lijst']> };

const nameKeys = ['partner', 'partnersoort', 'verband', 'provincie', 'dubbelzinnig'] as const;
/** Belongs to the one sentence alone. */
export const passingKeys = ['vervolg', 'rangnummer', 'waarschuwing', 'tekst'] as const;

/** The filter but for these keys. */
export const without = (filter: QuestionFilter, keys: readonly (keyof QuestionFilter)[]): QuestionFilter =>
  filterOf(Object.fromEntries(Object.entries(filter).filter(([key]) => !keys.some((each) => each === key))));

/** "En de maand erna?": the period that follows the one asked before, in place of what the words would be by themselves. */
function stepFrom({ text }: Sentence, own: QuestionFilter, previous: Reading): QuestionFilter {
  const { periode, peildatum } = previous.filter;
  const before = periode ?? (peildatum === undefined ? undefined : { van: peildatum, tot: peildatum });
  const stepped = before === undefined ? undefined : steppedPeriod(text, before);
  return stepped === undefined ? own : { ...own, periode: stepped };
}

/** In these a deelnemer and a verband play parts of their own: "en Emmen?" asks of another deelnemer of the same verband. */
const twoParts: readonly Intent[] = ['zienswijze.tonen', 'verband.tonen'];

function replacedNames(intent: Intent, own: QuestionFilter): readonly (typeof nameKeys)[number][] {
  if (nameKeys.every((key) => own[key] === undefined)) return [];
  if (!twoParts.includes(intent) || own.dubbelzinnig !== undefined) return nameKeys;
  return own.verband === undefined ? nameKeys.filter((key) => key !== 'verband') : ['verband', 'dubbelzinnig'];
}

/** The question before, with what the sentence says in place of its own. */
export function mergeFragment(sentence: Sentence, signs: Signs, ownFilter: QuestionFilter, previous: Reading): Draft {
  const own = stepFrom(sentence, ownFilter, previous);
  let kept = without(previous.filter, passingKeys);
  if (!signs.has('alleen')) kept = without(kept, replacedNames(previous.intent, own));
  if (own.status !== undefined || own.elkeStatus !== undefined) kept = without(kept, ['status', 'elkeStatus']);
  // "En op 1 januari 2024?" after a question about a day asks the same of another day.
  const { van, tot } = own.periode ?? {};
  if (previous.filter.peildatum !== undefined && van !== undefined && van === tot) {
    const { periode: _, ...rest } = own;
    return { intent: previous.intent, filter: { ...kept, ...rest, peildatum: van, vervolg: true } };
  }
  const veld = own.periode?.veld ?? previous.filter.periode?.veld;
  const later = own.periode === undefined ? undefined : inYearBefore(sentence, own.periode, previous.filter.periode);
  const periode = later === undefined ? {} : { periode: { ...later, ...(veld === undefined ? {} : { veld }) } };
  return { intent: previous.intent, filter: { ...kept, ...own, ...periode, vervolg: true } };
}

/** The year that a question was about: a whole one, or one that it named ("Q2 2027"). */
function yearOf({ van, tot, tekst }: Periode): string | undefined {
  const year = van?.slice(0, 4);
  if (year === undefined || tot?.slice(0, 4) !== year) return undefined;
  const isWhole = van === `${year}-01-01` && tot === `${year}-12-31`;
  return isWhole || /(?:19|20)\d\d/.test(tekst ?? '') ? year : undefined;
}

/** "En in Q3?" after "in 2027" is a quarter of that year. A period that names its own year keeps it. */
function inYearBefore({ text, lang, dates }: Sentence, own: Periode, before: Periode | undefined): Periode {
  const year = before && yearOf(before);
  const said = dates.find(({ mention }) => mention.tekst.trim() === own.tekst)?.mention;
  const isAssumed = said !== undefined && 'jaarAangenomen' in said && said.jaarAangenomen === true;
  if (year === undefined || !isAssumed) return own;
  const again = readDates(text, `${year}-01-01`, { lang }).find(({ start }) => start === said.start);
  if (again?.kind === 'day') return { ...own, van: again.van ?? again.datum, tot: again.tot ?? again.datum };
  if (again?.kind !== 'period') return own;
  const { van: _, tot: __, ...rest } = own;
  return {
    ...rest,
    ...(again.van === undefined ? {} : { van: again.van }),
    ...(again.tot === undefined ? {} : { tot: again.tot }),
  };
}

/** "Hoe was dat op 1 januari 2025?": the same question, of that day. */
export function mergeDay(previous: Reading, peildatum: string): Draft {
  const kept = without(previous.filter, [...passingKeys, 'periode', 'datum', 'status', 'elkeStatus', 'eerstvolgende']);
  return { intent: previous.intent, filter: { ...kept, peildatum, vervolg: true } };
}
