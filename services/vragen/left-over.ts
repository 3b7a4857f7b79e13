import type { Intent, QuestionFilter } from './reading.ts';
import { type Sentence, textBetween, type WordMark } from './sentence.ts';
import { normaliseWord } from './token.ts';

/**
 * What a question says that its answer does not heed: "boven de 50.000 euro", "langer dan 5 jaar". An answer that kept silent about it
 * would look like one that had heeded it.
 */

/** Intents that choose from the register: elsewhere a word is part of a text, or of a form that still comes. */
const choosing: readonly Intent[] = [
  'afspraak.zoeken',
  'afspraak.tonen',
  'afspraak.aantal',
  'besluit.zoeken',
  'rapportage.tonen',
  'verband.zoeken',
  'verband.aantal',
  'verband.tonen',
  'contact.tonen',
  'document.tonen',
  'exporteren',
];

/** Small words that stand between or before the words of such a stretch. */
const between = new Set('van de het een dan meer minder in of the a than more less fan it as mear'.split(' '));
/** Words that compare; they say nothing without what follows. */
const comparing = new Set(
  'meer minder langer korter hoger lager groter kleiner duurder boven onder more less longer shorter over above below mear'.split(
    ' ',
  ),
);
/** The stretches of words, as typed, that became no part of the filter. Pure. */
export function leftOver(sentence: Sentence, intent: Intent, filter: QuestionFilter): readonly string[] {
  if (!choosing.includes(intent)) return [];
  const heeded = new Set(normalisedWords(filter));
  const lost = sentence.tokens.map((_, at) => isLost(sentence, at, filter, heeded));
  const stretches: string[] = [];
  let at = 0;
  while (at < lost.length) {
    if (lost[at] !== true) {
      at++;
      continue;
    }
    const from = withComparison(sentence, at);
    let to = at + 1;
    for (let next = to; next < lost.length && !breaksAt(sentence, next); next++) {
      if (lost[next] === true) to = next + 1;
      else if (!between.has(sentence.tokens[next]?.norm ?? '') || sentence.taken.has(next)) break;
    }
    stretches.push(textBetween(sentence, from, to));
    at = to;
  }
  return stretches;
}

/** A point within "50.000" ends no clause. */
function breaksAt({ tokens, text }: Sentence, at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  if (before === undefined || token === undefined) return true;
  return token.afterBreak && !/^[.,]$/.test(text.slice(before.end, token.start));
}

/** Where "meer dan", "langer dan", "boven de" before the word begins, else the word itself. */
function withComparison(sentence: Sentence, at: number): number {
  let from = at;
  for (let before = at - 1; before >= 0 && !breaksAt(sentence, before + 1); before--) {
    const norm = sentence.tokens[before]?.norm ?? '';
    if (comparing.has(norm)) from = before;
    else if (!between.has(norm)) break;
  }
  return from;
}

function isLost(sentence: Sentence, at: number, filter: QuestionFilter, heeded: ReadonlySet<string>): boolean {
  const token = sentence.tokens[at];
  if (token === undefined || heeded.has(token.norm)) return false;
  if (sentence.taken.has(at)) return isLostLength(sentence, at, filter);
  if (token.norm.length < 2) return false;
  if (choosesByField(sentence, at, filter)) return true;
  const marks = sentence.words.filter(({ from, to }) => from <= at && at < to);
  return marks.every(({ group }) => group === 'bekend') || marks.some(asksForMoney);
}

const confidentiality = new Set(
  'vertrouwelijke openbare interne confidential public iepenbiere fertroulike'.split(' '),
);
const tacitly = new Set(['stilzwijgend', 'stilzwijgende', 'tacitly', 'stilswijend']);

/** "Openbare contracten", "contracten die stilzwijgend verlengen": fields of an afspraak that no key of a filter chooses by. */
function choosesByField({ tokens, words }: Sentence, at: number, filter: QuestionFilter): boolean {
  const norm = tokens[at]?.norm ?? '';
  if (filter.veld !== undefined || filter.ontbreekt !== undefined) return false;
  if (tacitly.has(norm)) return true;
  const next = words.filter(({ from }) => from === at + 1);
  return confidentiality.has(norm) && next.some(({ group, value }) => group === 'soort' || value === 'afspraak');
}

/** No afspraak of the register holds an amount. */
const asksForMoney = ({ group, value }: WordMark): boolean => group === 'teken' && value === 'kosten';

/** A length of time ("5 jaar") chooses nothing unless a key holds it. */
function isLostLength({ dates }: Sentence, at: number, filter: QuestionFilter): boolean {
  const found = dates.find(({ from, to }) => from <= at && at < to)?.mention;
  if (found?.kind !== 'duration') return false;
  return [filter.duur, filter.verschuiving, filter.herhaling].every((length) => length === undefined);
}

function normalisedWords(filter: QuestionFilter): readonly string[] {
  const texts = Object.values(filter)
    .flatMap((value) => (typeof value === 'object' && !Array.isArray(value) ? Object.values(value) : value))
    .map(String);
  return texts
    .join(' ')
    .split(/[^\p{L}\p{M}\p{N}'’]+/u)
    .map(normaliseWord);
}
