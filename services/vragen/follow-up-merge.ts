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
export function mergeDay(previous: Reading, peildatum: string): Draft {
  const kept = without(previous.filter, [...passingKeys, 'periode', 'datum', 'status', 'elkeStatus', 'eerstvolgende']);
  return { intent: previous.intent, filter: { ...kept, peildatum, vervolg: true } };
}
