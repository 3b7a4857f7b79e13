import type { CivilDate } from '../kalender/civil-date.ts';
import type { DateFinding } from '../kalender/date-reading.ts';
import { isExcluded } from './exclusion.ts';
import { filterOf, oneOrMore } from './facet-names.ts';
import { hasRunOut, lapsesThen, runsOut, runsUntil } from './facet-time.ts';
import type { QuestionFilter } from './reading.ts';
import type { Sentence } from './sentence.ts';
import type { Signs } from './signs.ts';

/** From the words of a sentence to the status that is asked for. Pure. */

/** A status named, or asked by a verb ("lopen er"); "alle" and "ooit" lift the default of open ones. */
export function statusFacet(sentence: Sentence, signs: Signs, on?: { readonly today: CivilDate }): QuestionFilter {
  const named = statusesNamed(sentence);
  if (signs.has('ooit')) return { status: 'alle' };
  if (named.length > 0) {
    const sharper = named.filter((status) => status !== 'open' && status !== 'lopend');
    return filterOf({ status: oneOrMore(sharper.length > 0 ? sharper : named.slice(0, 1)) });
  }
  const runsOn = signs.has('lopen') && !runsOut(sentence) && !runsUntil(sentence);
  if (runsOn && !signs.has('eindigen')) return { status: 'lopend' };
  if (signs.has('alle') || looksBack(sentence, signs, on?.today)) return { elkeStatus: true };
  return {};
}

const deniers = new Set(['niet', 'nooit', 'not', 'net']);

/** "die nog niet zijn afgerond" are the open ones; "maak een concept" asks for a text, not for afspraken in concept. */
function statusesNamed(sentence: Sentence): readonly string[] {
  const makes = sentence.words.some(
    ({ group, value, from }) =>
      group === 'teken' && value === 'maak' && !isConcept(sentence, from) && sentence.tokens[from + 1]?.norm !== 'van',
  );
  const statuses = sentence.words
    .filter(({ group }) => group === 'status')
    .filter(({ value, from }) => value !== 'concept' || !(makes && isConcept(sentence, from)))
    .filter(({ from }) => !isExcluded(sentence, from))
    .filter(({ value }) => value !== 'vervallen' || !lapsesThen(sentence))
    // "Lopen de contracten af" holds the verb, not "lopende".
    .filter(({ value, from }) => value !== 'lopend' || !isVerbToRun(sentence, from))
    .filter(({ value, from }) => !['afgerond', 'opgezegd'].includes(value) || !isDuty(sentence, from))
    .map((mark) => (mark.value === 'afgerond' && isDenied(sentence, mark.from) ? 'open' : mark.value));
  return [...new Set(statuses)];
}

const duties = new Set(['moet', 'moeten', 'must', 'should', 'moat', 'moatte']);

const helpers = new Set(['hebben', 'heb', 'zijn', 'worden', 'have', 'be', 'hawwe', 'wurde']);

/** "Moeten voor maart zijn afgerond": still to be done. */
const isDuty = ({ tokens }: Sentence, at: number): boolean =>
  tokens.slice(0, at + 2).some(({ norm }) => duties.has(norm)) &&
  (at === tokens.length - 1 || isBesideHelper(tokens, at));

const isBesideHelper = (tokens: Sentence['tokens'], at: number): boolean =>
  [tokens[at - 1]?.norm ?? '', tokens[at + 1]?.norm ?? ''].some((norm) => helpers.has(norm) || duties.has(norm));

const isVerbToRun = (sentence: Sentence, at: number): boolean =>
  sentence.words.some(({ group, value, from }) => group === 'teken' && value === 'lopen' && from === at);

const isConcept = ({ tokens }: Sentence, at: number): boolean =>
  ['concept', 'konsept', 'draft'].includes(tokens[at]?.norm ?? '');

/** "niet" stands at most three words before. */
const isDenied = ({ tokens }: Sentence, at: number): boolean =>
  tokens.slice(Math.max(0, at - 3), at).some(({ norm }) => deniers.has(norm));

/** A period wholly in the past with "afgelopen" or "verlopen" asks any status (CONTRACT §6); "afgelopen 3 maanden" ends today. */
function looksBack(sentence: Sentence, signs: Signs, today: CivilDate | undefined): boolean {
  const hasEnded = signs.has('verlopen') || hasRunOut(sentence);
  return sentence.dates.some(({ mention }) => {
    if (/^(?:in )?(?:de |het |the |it )?(?:afgelopen|past|ôfrûne)\b/i.test(mention.tekst))
      return mention.kind === 'period';
    if (hasEnded && /^(?:de |het )?(?:vorig|last|ferline|foarige)/i.test(mention.tekst)) return true;
    return hasEnded && isOver(mention, today);
  });
}

function isOver(mention: DateFinding, today: CivilDate | undefined): boolean {
  if (today === undefined) return false;
  if (mention.kind === 'year') return mention.jaar < Number(today.slice(0, 4));
  const last = mention.kind === 'period' ? mention.tot : mention.kind === 'day' ? mention.datum : undefined;
  return last !== undefined && last < today;
}
