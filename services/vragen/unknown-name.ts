import type { Reading } from './reading.ts';
import { type Sentence, textBetween } from './sentence.ts';
import type { Signs } from './signs.ts';

/** Sentences that speak of a partnership by a name that nobody knows: they are asked back, never sent away. */

type Draft = Pick<Reading, 'intent' | 'filter'>;

/** Before the name of a partnership. Normalised, as are the articles. */
const before = new Set(['aan', 'bij', 'in', 'van', 'met', 'of', 'oan', 'by', 'yn', 'fan', 'mei', 'with', 'to']);
const articles = new Set(['de', 'het', 'een', 'the', 'it', 'onze', 'our']);

/** What a sentence can be read as that says nothing about it: there is room for a better reading. */
const sentAway: readonly Reading['intent'][] = ['buiten_scope', 'onbekend'];

/**
 * "Wie doen er mee aan de omgevingsdinst zuid?": the words where a name must stand, as they were typed. The answer says that it
 * is not known and shows the nearest names.
 */
export function askedByUnknownName(draft: Draft, sentence: Sentence, signs: Signs): Draft {
  const { filter } = draft;
  const about = signs.has('meedoen') || signs.has('verband') || signs.has('@verbandveld');
  const away = sentAway.includes(draft.intent) && !signs.has('@buiten');
  const named = filter.verband !== undefined || filter.dubbelzinnig !== undefined || sentence.names.length > 0;
  if (!about || named || signs.has('annuleer') || !(away || isBareSearch(draft, signs))) return draft;
  const name = nameStretch(sentence);
  return name === undefined ? draft : { intent: 'verband.tonen', filter: { verband: name, veld: 'deelnemers' } };
}

/** "Wie zitten er in …" read as a search through all partnerships for a word of the name. */
const isBareSearch = ({ intent, filter }: Draft, signs: Signs): boolean =>
  intent === 'verband.zoeken' &&
  signs.has('meedoen') &&
  signs.has('wie') &&
  Object.keys(filter).every((key) => key === 'zoekterm' || key === 'vorm');

/** From the last word that a name follows to the end of the clause, when it holds a word that nothing knows. */
function nameStretch(sentence: Sentence): string | undefined {
  const { tokens, words, taken } = sentence;
  const isUnknown = (at: number): boolean =>
    !taken.has(at) && !words.some((mark) => mark.from <= at && at < mark.to) && (tokens[at]?.norm.length ?? 0) > 1;
  const first = tokens.findIndex((_, at) => isUnknown(at));
  if (first < 0) return undefined;
  let from = first;
  while (from > 0 && !before.has(tokens[from - 1]?.norm ?? '') && !taken.has(from - 1)) from--;
  // "Wie brengt er taart mee": without such a word before it, nothing shows that it is a name.
  if (from === 0) return undefined;
  while (from < first && articles.has(tokens[from]?.norm ?? '')) from++;
  let to = first + 1;
  while (to < tokens.length && tokens[to]?.afterBreak !== true && !taken.has(to)) to++;
  return textBetween(sentence, from, to);
}
