import type { Sentence } from './sentence.ts';

/** Turns of phrase that take more than a word to see; signs.ts gives each a sign. */

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

const shifted = new Set(
  `later eerder vroeger langer korter vooruit achteruit opschuiven opgeschoven doorschuiven verschuiven verschoven verlengen verlengd
   verlenging earlier longer shorter back forward letter earder langer`.split(/\s+/),
);
const shiftedInTwo = new Set(['naar voren', 'naar achteren', 'naar achter', 'naar voor', 'nei foaren', 'nei efteren']);
const shifting =
  /^(?:verschui|schui|verleng|verkort|vervroeg|verlaat|verzet|verplaats|opschui|doorschui|extend|shorten|move|postpone|delay|shift|ferskow|ferleng)/;

/** "Een maand later", "twee weken naar voren", "met een half jaar verlengen": a date moves by a length. */
export const movesByLength = ({ tokens, dates }: Sentence): boolean =>
  dates.some(({ mention, from, to }) => {
    if (mention.kind !== 'duration') return false;
    const next = tokens[to]?.norm ?? '';
    if (shifted.has(next) || shiftedInTwo.has(`${next} ${tokens[to + 1]?.norm ?? ''}`)) return true;
    const by = ['met', 'by', 'mei'].includes(tokens[from - 1]?.norm ?? '') || to === tokens.length || next === 'op';
    return by && tokens.some(({ norm }) => shifting.test(norm));
  });

/** "Verzet de evaluatie", "kun je de herijking verplaatsen". */
export const movesDate = ({ tokens }: Sentence): boolean => tokens.some(({ norm }) => moved.test(norm));

const moved =
  /^(?:move[ds]?$|moving$|verschui[fv]|schui[fv]|verzet|verplaats|opschui|doorschui|reschedul|postpon|ferskow|ferset)/;

/** "Kan dit naar de wethouder?": what goes wrong is brought to a level. */
export const goesToLevel = ({ tokens, words }: Sentence): boolean =>
  words.some(
    ({ group, from }) =>
      group === 'niveau' &&
      [tokens[from - 1]?.norm, tokens[from - 2]?.norm].some(
        (norm) => norm === 'naar' || norm === 'richting' || norm === 'to',
      ),
  );
