import { has, markOf, type Sentence, type WordMark } from './sentence.ts';

/** Finds persons in a sentence. They are no names of the register: only the words around them show them. */

const particles = new Set(['de', 'van', 'der', 'den', 'ten', 'ter', 'te', 'het', 'vd', 'fan', 'el', 'la', 'le']);
/** A family name may be a common word ("De Boer"), but never one of these groups. */
const speaking = new Set(['partnersoort', 'soort', 'stuk', 'orgaan', 'status', 'veld', 'vorm', 'teken', 'provincie']);
export const titles = new Set([
  'wethouder',
  'mevrouw',
  'meneer',
  'mevr',
  'dhr',
  'mw',
  'heer',
  'collega',
  'raadslid',
  'griffier',
  'burgemeester',
  'gedeputeerde',
  'alderman',
  'wethalder',
  'mr',
  'mrs',
  'ms',
  'directeur',
  'secretaris',
  'portefeuillehouder',
]);

export interface Person {
  readonly naam: string;
  readonly to: number;
}

/** Behind a name, these say that someone goes. Normalised. */
const leaving = new Set('vertrekt vertrok verlaat verliet vertrokken weg ziek retires quits fertrekt'.split(' '));

function isNamePart(sentence: Sentence, at: number): boolean {
  const token = sentence.tokens[at];
  if (token === undefined || sentence.taken.has(at) || /\d/.test(token.norm) || token.norm.length < 2) return false;
  const marks = sentence.words.filter((mark) => mark.from <= at && at < mark.to && mark.group !== 'bekend');
  if (marks.length === 0) return true;
  return token.capital && !marks.some((mark) => speaking.has(mark.group)) && !particles.has(token.norm);
}

/** Not behind a comma, and not the other half of an address: "jansen@voorbeeld.example" is Jansen. */
function goesOn({ tokens, text }: Sentence, at: number): boolean {
  const between = text.slice(tokens[at - 1]?.end, tokens[at]?.start);
  return tokens[at]?.afterBreak !== true && !between.includes('@');
}

/** A name in the usual form: particles small but for the first, the rest with a capital. */
function nameForm(words: readonly string[]): string {
  return words
    .map((word, at) => {
      const particle = particles.has(word.toLowerCase()) && at > 0;
      return particle ? word.toLowerCase() : word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
    })
    .join(' ');
}

/** The person named from this token on: particles and one to three name parts. */
export function personAt(sentence: Sentence, from: number): Person | undefined {
  let at = from;
  while (titles.has(sentence.tokens[at]?.norm ?? '')) at++;
  const start = at;
  while (at < sentence.tokens.length && particles.has(sentence.tokens[at]?.norm ?? '') && at - start < 3) at++;
  const family = at;
  while (
    at - family < 3 &&
    isNamePart(sentence, at) &&
    (at === family || (goesOn(sentence, at) && !leaving.has(sentence.tokens[at]?.norm ?? '')))
  )
    at++;
  if (at === family) return undefined;
  // "Van het model" is a thing; few are named Het, and they write it with a capital.
  if (sentence.tokens[family - 1]?.norm === 'het' && sentence.tokens[family]?.capital !== true) return undefined;
  const words = sentence.tokens.slice(start, at).map((token) => sentence.text.slice(token.start, token.end));
  return { naam: nameForm(words), to: at };
}

/** "afspraken waar Jansen eigenaar van is". */
export function personBefore(sentence: Sentence, end: number): Person | undefined {
  for (const size of [3, 2, 1]) {
    const person = end < size ? undefined : personAt(sentence, end - size);
    if (person?.to === end) return person;
  }
  return undefined;
}

/** The word "eigenaar", "op naam van" and the like. */
export const ownerMark = (sentence: Sentence): WordMark | undefined =>
  markOf(sentence, 'teken', 'opnaam') ?? markOf(sentence, 'veld', 'eigenaar');

/** The person named beside "eigenaar", "op naam van" and the like. */
export function namedOwner(sentence: Sentence): Person | undefined {
  const mark = ownerMark(sentence);
  if (mark === undefined) return undefined;
  const after = sentence.tokens[mark.to]?.norm ?? '';
  const skip = ['is', 'wordt'].includes(after) ? 1 : 0;
  const article = ['de', 'het', 'the'].includes(sentence.tokens[mark.from - 1]?.norm ?? '') ? 1 : 0;
  return personAt(sentence, mark.to + skip) ?? personBefore(sentence, mark.from - article);
}

/** Whether a person is named so with a capital ("eigenaar van Dijk", "alles van De Boer"): "eigenaar van werkplekbeheer" asks who that is. */
export const namesOwner = (sentence: Sentence): boolean => {
  const person = namedOwner(sentence);
  const everything = has(sentence, 'teken', 'alle') ? personAfterWord(sentence, ['van', 'of', 'fan']) : undefined;
  // Who types no capitals at all writes "alles van visser".
  const small = everything !== undefined && !sentence.tokens.some(({ capital }) => capital);
  return (
    small || [person, everything].some((each) => each !== undefined && sentence.tokens[each.to - 1]?.capital === true)
  );
};

const aboutWords = new Set(['over', 'rond', 'rondom', 'inzake', 'betreffende', 'about', 'regarding', 'oer']);
const furthestAbout = 3;

/** "Over het beheer van wegen": what stands behind "van" there is no person, unless a capital says so. */
function isInSubject({ tokens, taken }: Sentence, at: number): boolean {
  const before = tokens.slice(Math.max(0, at - furthestAbout), at);
  const named = before.some((_, place) => taken.has(at - before.length + place));
  return !named && before.some(({ norm }) => aboutWords.has(norm)) && tokens[at + 1]?.capital !== true;
}

/** The person named right after one of these words. */
export function personAfterWord(sentence: Sentence, words: readonly string[]): Person | undefined {
  for (let at = 0; at < sentence.tokens.length; at++) {
    const token = sentence.tokens[at];
    if (token === undefined || !words.includes(token.norm) || sentence.taken.has(at)) continue;
    if (['van', 'fan', 'of'].includes(token.norm) && isInSubject(sentence, at)) continue;
    // Of "wat heeft Van Dam lopen?" the capital says that it is part of the name.
    const person = personAt(sentence, token.capital && particles.has(token.norm) ? at : at + 1);
    if (person !== undefined) return person;
  }
  return undefined;
}
