import { personAfterWord } from './person.ts';
import type { Sentence } from './sentence.ts';

/** Turns of phrase that take more than a word to see; signs.ts gives each a sign. */

/** "Alle afspraken van Kok gaan naar Postma": to a person, not to a raad. */
export function goesToPerson(sentence: Sentence): boolean {
  const { tokens, words } = sentence;
  if (!tokens.some(({ norm }) => ['gaan', 'gaat', 'komen', 'go'].includes(norm))) return false;
  const owned = words.some(({ group, value }) => group === 'teken' && (value === 'afspraak' || value === 'alle'));
  const person = personAfterWord(sentence, ['naar', 'to', 'nei']);
  const before = personAfterWord(sentence, ['van', 'of', 'fan']);
  return owned && person !== undefined && before !== undefined && tokens[person.to - 1]?.capital === true;
}

/**
 * "Heeft een openbaar lichaam een AB?" asks about all of them; "is er een openbaar lichaam voor afval?" looks for one. Where the
 * term stands.
 */
export function asksInGeneral({ tokens, words }: Sentence): number | undefined {
  if (tokens.some(({ norm }) => ['er', 'there', 'der'].includes(norm))) return undefined;
  const articles = ['een', 'a', 'an', 'elke', 'iedere'];
  return words.find(
    ({ group, from }) => (group === 'vorm' || group === 'onderwerp') && articles.includes(tokens[from - 1]?.norm ?? ''),
  )?.from;
}

const linking = new Set(
  'zijn is lopen loopt hebben moeten staan verlopen eindigen gaan vallen horen worden are have run end expire must binne rinne hawwe moatte'.split(
    ' ',
  ),
);

/** "Welke zijn te laat?": of what was named before. */
export const pointsWithWhich = ({ tokens, words, taken }: Sentence): boolean =>
  words.some(
    ({ group, value, to, from }) =>
      group === 'teken' &&
      value === 'welke' &&
      to === from + 1 &&
      !taken.has(to) &&
      linking.has(tokens[to]?.norm ?? '') &&
      tokens[to + 1]?.norm !== 'er',
  );

/** "Welke scholen heeft Assen?": things that no word of the files is about. */
export const asksForUnknown = ({ tokens, words, taken }: Sentence): boolean =>
  words.some(({ group, value, to }) => {
    if (group !== 'teken' || value !== 'welke' || taken.has(to) || tokens[to] === undefined) return false;
    return words.every((mark) => mark.to <= to || mark.from > to || mark.group === 'niveau' || mark.group === 'buiten');
  });
