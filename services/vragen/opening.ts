import type { Sentence } from './sentence.ts';

/** How a sentence opens: whether it asks, tells or commands, past greetings and small words. Part of signs.ts. */

/** Small words that may stand before the word that a sentence starts with. Normalised. */
export const openers = new Set(
  `oh o ja ah eh ehm tja wacht hoi hallo hey hee dag goedemorgen goedemiddag hi hello kun kan kunt je jij u wil wilt ik zou graag aub alsjeblieft please can could
   you would like to goeie goemoarn kinsto kinst do en dan nou nu even ff ok oke svp mag willen we bot ketenregie`.split(
    /\s+/,
  ),
);

const questionWords = new Set(
  `wanneer welke welk wat wie waar hoeveel hoe waarom waarin waaraan is zijn heeft hebben was waren staat staan loopt lopen zit zitten doet doen
   moet moeten mag mogen wordt worden ligt liggen geldt gelden gaat gaan komt komen heb hadden had werd
   which what who when where how why is are has have does do did must should may can will was were
   hokker hokfoar wa wannear wer hoefolle werom binne hat hawwe docht dogge moat moatte stiet steane rint rinne`.split(
    /\s+/,
  ),
);

const tellers = new Set(['we', 'wij', 'ik', 'wy', 'i']);

/** Verbs after which a question follows inside the sentence. Normalised. */
const wondering = new Set(
  'weet weten vertellen vertel zeggen zeg nagaan nakijken uitzoeken checken kijken benieuwd af know tell check wonder wit witte sizze'.split(
    ' ',
  ),
);

const embedded = new Set(
  'of wie wat wanneer welke welk waar hoeveel hoe waarom whether if who what when which wa wannear hokker'.split(' '),
);

/** "Weet jij of de raad al een zienswijze heeft gegeven": asks, though it is told. */
const wondersAbout = (tokens: Sentence['tokens']): boolean =>
  tokens.some(
    ({ norm }, at) =>
      wondering.has(norm) && tokens.slice(at + 1, at + 4).some((next) => next !== undefined && embedded.has(next.norm)),
  );

const prepositions = new Set(
  'om door met aan bij van voor op tot sinds vanaf per in over by with to for since until mei oan fan oant'.split(' '),
);

const pronouns = new Set(
  'wie welke welk wanneer hoeveel wat whom which what when wa hokker wannear hoefolle'.split(' '),
);

/** "Om de hoeveel jaar", "door wie", "tot wanneer": a question word behind a preposition. */
const asksBehind = (tokens: Sentence['tokens'], first: number): boolean => {
  if (!prepositions.has(tokens[first]?.norm ?? '')) return false;
  const article = ['de', 'het', 'the'].includes(tokens[first + 1]?.norm ?? '') ? 1 : 0;
  return pronouns.has(tokens[first + 1 + article]?.norm ?? '');
};

/** "Kun je hem afronden?" asks to do something. */
const modals = new Set(['kun', 'kan', 'kunt', 'can', 'could', 'kinst', 'kinsto', 'wil', 'wilt']);

/** After "besluit" these go on about an existing one: "besluit van het college over …". */
const ofDecision = new Set([
  'van',
  'over',
  'nummer',
  'nr',
  'uit',
  'of',
  'about',
  'on',
  'fan',
  'oer',
  'from',
  'by',
  'door',
  'b',
  'is',
  'tonen',
  'zoeken',
  'intrekken',
  'gepubliceerd',
  'waarin',
]);

/** "Ik wil elke vrijdag weten wat te laat is": asks for it each time. */
const tellsRhythm = (tokens: Sentence['tokens'], dates: Sentence['dates']): boolean =>
  tokens[0]?.norm === 'ik' && dates.some(({ mention }) => mention.kind === 'recurrence');

/** Adds `^X` for what the sentence starts with, `besluit:` for the command, and `vraag` where it asks. */
export function addStart({ tokens, words, text, dates }: Sentence, signs: Set<string>): void {
  let first = 0;
  while (first < tokens.length - 1 && openers.has(tokens[first]?.norm ?? '')) first++;
  for (const mark of words)
    if (mark.group === 'teken' && (mark.from === 0 || mark.from === first)) signs.add(`^${mark.value}`);
  const opening = tokens[0]?.norm ?? '';
  const modal = modals.has(opening) && !['een', 'a', 'in'].includes(tokens[1]?.norm ?? '');
  const alone = tokens[0]?.norm;
  const follower = tokens[1]?.norm ?? '';
  if (alone !== undefined && ['besluit', 'decision', 'beslut'].includes(alone) && !ofDecision.has(follower))
    signs.add('besluit:');
  // "We hebben een convenant gesloten" tells something; "hebben we …" asks.
  const tells = first > 0 && tellers.has(tokens[first - 1]?.norm ?? '') && !text.trimEnd().endsWith('?');
  const asks =
    (!tells && questionWords.has(tokens[first]?.norm ?? '')) || questionWords.has(opening) || asksBehind(tokens, first);
  const requested = tokens.some(({ norm, afterBreak }) => afterBreak && modals.has(norm));
  if (
    asks ||
    (wondersAbout(tokens) && !tellsRhythm(tokens, dates)) ||
    (text.trimEnd().endsWith('?') && !modal && !requested)
  )
    signs.add('vraag');
}
