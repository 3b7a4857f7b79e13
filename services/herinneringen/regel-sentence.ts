import type { Span } from './regel-row.ts';

/** What a sentence that asks for a reminder says besides its dates: the text to repeat, a list to send, the steps of a ladder. Pure. */

const longestRead = 500;
const longestTekst = 300;

/** Words that only ask for the reminder: dropped from the front of the text, together with what dates left behind. */
const asking = new Set(
  `help herinner herinneren herinnering reminder remind onthoud onthouden unthalde set sette zet stuur send geef maak plan in yn een a an
   oantinken oan ús us me mij ons my mei we wij dit kanaal team this channel op om te at on aan eraan der deroan er dat that to about of
   fan foar voor for met with van de het it the graag even please vanaf tot per elke graach en vlak kort direct meteen and`.split(
    /\s+/,
  ),
);

const trailing = new Set('op om te at on in voor foar for van per vanaf en and'.split(' '));

/** What only leads to a date that is taken away. */
const leading = /\s(?:op|om|at|on|yn|vanaf|per)\s*$/i;

const bare = (word: string): string => word.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');

/**
 * "Herinner ons vrijdag om 9 uur aan de jaarstukken": "jaarstukken". Empty when nothing is left.
 *
 * @param when the words that say when
 */
export function tekstOf(text: string, when: readonly Span[]): string {
  let rest = text;
  for (const { start, end } of outermost(when).reverse())
    rest = `${rest.slice(0, start).replace(leading, ' ')} ${rest.slice(end)}`;
  const words = rest.split(/\s+/).filter((word) => word !== '');
  while (words[0] !== undefined && (bare(words[0]) === '' || asking.has(bare(words[0])))) words.shift();
  while (words.length > 0 && ['', ...trailing].includes(bare(words.at(-1) ?? ''))) words.pop();
  const said = words
    .join(' ')
    .replace(/[\s,:;.]+$/, '')
    .slice(0, longestTekst);
  return said.charAt(0).toUpperCase() + said.slice(1);
}

/** In order, without those that lie within another. */
function outermost(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((one, other) => one.start - other.start || other.end - one.end);
  return sorted.filter(({ end }, index) => sorted.slice(0, index).every((before) => before.end < end));
}

/** "een lijstje met wat te laat is". */
export const asksForLate = (text: string): boolean =>
  /\b(?:te laat|achterstallig\w*|overdue|te let)\b/i.test(text.slice(0, longestRead));

const several =
  /(?<!\b(?:over|oer|in) )\b((?:\d{1,4}(?: (?:dag|dagen|week|weken|maand|maanden|days?|weeks?|months?|wiken|moannen))? ?(?:,|en|and|&|\+) ?){1,12}\d{1,4}) ((?:dag|dagen|week|weken|maand|maanden|days?|weeks?|months?|wiken|moannen))\b(?! (?:na|after|nei|later)\b)/i;
const single =
  /\b(\d{1,4}) (dag|dagen|week|weken|maand|maanden|days?|weeks?|months?|wiken|moannen) (?:van ?tevoren|vooraf|vooruit|voor|vóór|ahead|before|foarôf|foar)/i;
/** "In dit kanaal": whatever was spoken of before. */
export const saysHere = (text: string): boolean => /\b(?:dit kanaal|this channel)\b/i.test(text.slice(0, longestRead));

const asHabit = /\b(?:voortaan|standaard|altijd|bij|always|by default|altyd)\b/i;

const isList = (word: string): boolean => /^(?:en|and)$/i.test(word);
const daysIn = (unit: string): number => (/^(?:we|wi)/i.test(unit) ? 7 : /^m/i.test(unit) ? 30 : 1);

/**
 * "120, 60 en 30 dagen van tevoren": the days before, furthest first; a month counts as 30 days. One step alone is a ladder only when
 * the sentence says that it is a habit ("bij contracten voortaan 90 dagen vooraf").
 */
export function ladderSteps(text: string): readonly number[] | undefined {
  const read = text.slice(0, longestRead).replace(/\s+/g, ' ');
  const [, numbers, unit] = several.exec(read) ?? (asHabit.test(read) ? single.exec(read) : undefined) ?? [];
  if (numbers === undefined || unit === undefined) return undefined;
  const steps = [...numbers.matchAll(/(\d{1,4})(?: ([a-z]{3,7}))?/gi)];
  const days = steps.map(([, count, own]) => Number(count) * daysIn(own === undefined || isList(own) ? unit : own));
  return [...new Set(days)].sort((one, other) => other - one);
}

/** Deeds on reminders that exist, which the reader takes for a new one. */
/** `beheer`: shown with everything that can be done to it; leaving one out is among that. */
export type ManageVerb = 'pauze' | 'hervat' | 'nu' | 'beheer';

/** "pauzeer de herinneringen over de SLA", "ga weer door met …", "stuur de herinnering over de kadernota nu". */
export function manageVerb(text: string): ManageVerb | undefined {
  const read = text.slice(0, longestRead).toLowerCase();
  if (/\b(?:pauze\w*|pause|pauzear\w*)\b/.test(read)) return 'pauze';
  if (/\b(?:hervat\w*|resume|ferfetsje)\b/.test(read) || /\b(?:weer|again|wer) (?:aan|door|verder|on|oan)\b/.test(read))
    return 'hervat';
  if (/^(?:sla (?=.* over[.!]?$)|skip |beheer |manage )/.test(read) || /\boverslaan[.!]?$/.test(read)) return 'beheer';
  if (/\b(?:herinnering|reminder|oantinken)\w*\b/.test(read) && /\b(?:nu|meteen|direct|now|no)[.!]?$/.test(read))
    return 'nu';
  return undefined;
}
