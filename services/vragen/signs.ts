import { goesToPerson } from './hand-over.ts';
import { addStart, openers } from './opening.ts';
import { namesOwner } from './person.ts';
import { placeNamed, pointsToLast } from './rank.ts';
import { phraseOf, type Sentence, type WordMark } from './sentence.ts';
import {
  asksForUnknown,
  asksInGeneral,
  goesToLevel,
  movesByLength,
  movesDate,
  pointsWithWhich,
} from './turns-of-phrase.ts';

/**
 * The signs of a sentence, as short names in a set: what the intent rules (intent-rules.ts) are written in.
 *
 * - `herinner`: a word of that list in woorden/tekens.yaml
 * - `@soort`, `@stuk`, `@orgaan`, …: any word of that group; `stuk:marap`: that value of it
 * - `@verband`, `@organisatie`, `@naam`: a name of the register; `@afspraakcode`, `@besluitcode`
 * - `@dag`, `@periode`, `@afstand`, `@herhaling`, `@duur`, `@jaar`, `@datum` (any of these)
 * - `^wijzig`: the sentence starts with that sign (after a greeting and small words)
 * - `besluit:`: the command of CONTRACT §7, with or without text; `@rang`: "nummer 3"
 * - `alleen:dank`: the sentence holds nothing else
 * - `$uit`: the sentence ends in "uit", `$worden`: in "worden" or "zijn"; `naar@dag`: "naar maandag" and nothing else than "naar"
 * - `elke_keer`: asked again and again: "elk kwartaal een overzicht", "geef me elke maand …"
 * - `bekend`: every word is one of the files, a name or a date
 * - `vraag`: asks; `kort`: at most three words, a name being one; `naar@datum`: "naar maandag", "tot 1 maart"
 * - `@eigenaar`: a person is named beside the word eigenaar
 * - `@welkveld`: asks one field of something ("welke opzegtermijn")
 * - `een@vorm`: asks about any of a kind ("heeft een openbaar lichaam …"), `^een@vorm` from its first words on
 * - `welk@onbekend`: "welke" before a word that is in no file
 * - `schuift`: a date moves by a length ("een maand later"); `verzet`: a verb of moving; `naar@niveau`: "naar de wethouder"
 * - `welke@ze`: "welke" before a verb, for what was named before
 * - `opsomming`: asks for more than one ("welke", "alle", a plural); `enkel`: "de DVO", "het contract"
 */
export type Signs = ReadonlySet<string>;

const dateSigns = {
  day: '@dag',
  period: '@periode',
  offset: '@afstand',
  recurrence: '@herhaling',
  duration: '@duur',
  year: '@jaar',
  time: '@tijd',
  delay: '@tijd',
  refused: '@geweigerd',
} as const;

const definiteArticles = new Set([
  'de',
  'het',
  'the',
  'it',
  'onze',
  'ons',
  'our',
  'mijn',
  'my',
  'die',
  'dat',
  'deze',
  'dit',
  'huidige',
]);
const towards = new Set(['naar', 'tot', 'to', 'until', 'till', 'nei', 'oant', 'op', 'on']);

export function signsOf(sentence: Sentence): Signs {
  const signs = new Set<string>();
  const { tokens, names, dates, codes } = sentence;
  addWords(sentence, signs);
  for (const mark of names) for (const thing of mark.things) signs.add('@naam').add(`@${thing.kind}`);
  for (const mark of dates) signs.add(dateSigns[mark.mention.kind]).add('@datum');
  for (const mark of codes) signs.add(mark.code.startsWith('AFS') ? '@afspraakcode' : '@besluitcode');
  if (namesOwner(sentence)) signs.add('@eigenaar');
  addStart(sentence, signs);
  addForms(sentence, signs);
  addAlone(sentence, signs);
  addDirections(sentence, signs);
  const inNames = names.reduce((sum, { from, to }) => sum + to - from - 1, 0);
  if (tokens.length - inNames <= 3) signs.add('kort');
  if (tokens.every((_, at) => isKnown(sentence, at))) signs.add('bekend');
  if (pointsByNumber(sentence) || pointsToLast(sentence)) signs.add('@rang');
  if (goesToPerson(sentence)) signs.add('draag_over');
  if (movesByLength(sentence)) signs.add('schuift');
  if (movesDate(sentence)) signs.add('verzet');
  if (goesToLevel(sentence)) signs.add('naar@niveau');
  if (asksForUnknown(sentence)) signs.add('welk@onbekend');
  if (pointsWithWhich(sentence)) signs.add('welke@ze');
  const general = names.length === 0 ? asksInGeneral(sentence) : undefined;
  if (general !== undefined) signs.add(general <= 2 ? '^een@vorm' : 'een@vorm').add('een@vorm');
  return signs;
}

function addWords(sentence: Sentence, signs: Set<string>): void {
  const { tokens, words } = sentence;
  for (const mark of words) {
    const { group, value, from, to } = mark;
    if (group !== 'teken') {
      signs.add(`@${group}`).add(`${group}:${value}`);
      if (
        group === 'veld' &&
        ['welke', 'welk', 'which', 'hokker', 'hoeveel', 'much'].includes(tokens[from - 1]?.norm ?? '')
      )
        signs.add('@welkveld');
    } else if (isPartOfLonger(mark, sentence)) continue;
    else if (value === 'hoeveel' && measures.has(tokens[to]?.norm ?? '')) signs.add('wanneer');
    else if (isOfOtherWord(mark, sentence)) continue;
    else if (value !== 'mijn' || isOfAsker(sentence, mark)) signs.add(value);
  }
}

/** "Die kadernota" points to nothing before; "nij" is no Dutch, nor "it" Frisian English. */
const isOfOtherWord = ({ value, from, to, lang: said }: WordMark, { tokens, words, lang }: Sentence): boolean => {
  // "Taken" are tasks in Dutch.
  if (value === 'besloten') return said === 'en' && lang === 'nl';
  if (value === 'nieuw') return said === 'fy' && lang === 'nl';
  // "Wat staat er in de mei-circulaire" asks for no task.
  if (value === 'taken')
    return (
      phraseOf(tokens, from, to) === 'wat staat er' &&
      ['in', 'yn'].includes(tokens[to]?.norm ?? '') &&
      ['de', 'het'].includes(tokens[to + 1]?.norm ?? '')
    );
  if (value !== 'verwijzing') return false;
  // "Die week" is a time.
  if (['week', 'maand', 'dag', 'kwartaal', 'jaar', 'periode', 'tijd'].includes(tokens[to]?.norm ?? '')) return true;
  return words.some((next) => next.group === 'stuk' && next.from === to) || (said === 'en' && lang === 'fy');
};

/** The "welke" of "op welke datum" asks for a day, not for a list; "tel 06 …" is a number to call. */
function isPartOfLonger({ value, from, to }: WordMark, { tokens, words }: Sentence): boolean {
  if (value === 'hoeveel') return tokens[from]?.norm === 'tel' && /^\d/.test(tokens[to]?.norm ?? '');
  // "Per verband" says how to sort.
  if (value === 'verband') return tokens[from - 1]?.norm === 'per';
  return (
    value === 'welke' &&
    words.some(
      (other) => other.value === 'wanneer' && other.to - other.from > 1 && other.from <= from && to <= other.to,
    )
  );
}

/** A date, a name, or a word of the files. */
const isKnown = ({ words, taken }: Sentence, at: number): boolean =>
  taken.has(at) || words.some((mark) => mark.from <= at && at < mark.to);

/** Where a date or the end of the sentence points. */
function addDirections(sentence: Sentence, signs: Set<string>): void {
  const { tokens, dates } = sentence;
  if (dates.some((mark) => towards.has(tokens[mark.from - 1]?.norm ?? tokens[mark.from]?.norm ?? '')))
    signs.add('naar@datum');
  if (dates.some((mark) => mark.mention.kind !== 'recurrence' && ['naar', 'nei'].includes(beforeDate(sentence, mark))))
    signs.add('naar@dag');
  if (switchedOff.has(tokens.at(-1)?.norm ?? '')) signs.add('$uit');
  if (becoming.has(tokens.at(-1)?.norm ?? '')) signs.add('$worden');
  if (repeats(sentence)) signs.add('elke_keer');
}

/** "Hoeveel maanden opzegtermijn" asks how long, and counts nothing. */
const measures = new Set(
  'tijd dagen dag weken maanden jaar jaren time days weeks months years tiid wiken moannen jier'.split(' '),
);

const becoming = new Set(['worden', 'zijn', 'be', 'wurde', 'wêze']);
const switchedOff = new Set(['uit', 'weg', 'eraf', 'off', 'ut']);
const receivers = new Set(['me', 'mij', 'ons', 'ik', 'my', 'us', 'college', 'raad', 'ab', 'db', 'mt', 'stuurgroep']);

const beforeDate = ({ tokens }: Sentence, mark: Sentence['dates'][number]): string => {
  const first = tokens[mark.from]?.norm ?? '';
  return ['naar', 'nei'].includes(first) ? first : (tokens[mark.from - 1]?.norm ?? '');
};

/** A rhythm that opens the sentence, or stands right behind the one who gets something. */
const repeats = ({ tokens, dates }: Sentence): boolean =>
  dates.some(
    ({ mention, from }) =>
      mention.kind === 'recurrence' &&
      (tokens.slice(0, from).every(({ norm }) => openers.has(norm)) || receivers.has(tokens[from - 1]?.norm ?? '')),
  );

/** After "mijn" these say that the asker's surroundings are meant, not what the asker owns. Normalised. */
const othersThings = new Set(
  `gemeente gemeenten collega collegas raad raadslid college organisatie afdeling team wethouder burgemeester baas leidinggevende
   vraag mening contactpersoon aanspreekpunt contact opinion view question colleague colleagues municipality council organisation department team boss alderman
   kollega kollegas ried wethalder fraach miening`.split(/\s+/),
);
/** "Ben ik vergeten", "heb ik nodig": the asker does something, and owns nothing by it. */
const asksForItself = new Set(['vergeten', 'benieuwd', 'kwijt', 'nodig', 'gehoord', 'gelezen', 'gemist', 'forgetting']);

/** Whether "mijn" makes the asker the owner. Frisian "my" is "me". */
function isOfAsker({ tokens, lang }: Sentence, { from, to }: WordMark): boolean {
  if (lang === 'fy' && to === from + 1 && tokens[from]?.norm === 'my') return false;
  const next = tokens[to]?.norm ?? '';
  return !othersThings.has(next) && !asksForItself.has(next);
}

/** "nummer 3", "de tweede". */
const pointsByNumber = (sentence: Sentence): boolean =>
  sentence.words.some((mark) => mark.group === 'rang') || placeNamed(sentence) !== undefined;

/** Whether the things asked for are one or many, by the article before and the plural ending of the word. */
function addForms({ tokens, words }: Sentence, signs: Set<string>): void {
  for (const mark of words) {
    if (mark.group !== 'soort' && mark.group !== 'stuk' && !(mark.group === 'teken' && mark.value === 'afspraak'))
      continue;
    const word = tokens[mark.to - 1]?.norm ?? '';
    const plural = /(?:en|s|sen)$/.test(word) && !/(?:status|sla|is)$/.test(word);
    if (plural) signs.add('opsomming');
    else if (
      definiteArticles.has(tokens[mark.from - 1]?.norm ?? '') ||
      definiteArticles.has(tokens[mark.from - 2]?.norm ?? '')
    )
      signs.add('enkel');
  }
  if (signs.has('welke') || signs.has('alle')) signs.add('opsomming');
}

/** "Which agreements have no end date?" holds "no" and small words, and is no refusal. */
const asksForThings = ['welke', 'hoeveel', 'wanneer', 'afspraak', '@soort', '@stuk', '@veld', '@status', 'verband'];

/** `alleen:X` for each sign that, with greetings and small words, makes up the whole sentence. */
function addAlone({ tokens, words, taken }: Sentence, signs: Set<string>): void {
  if (taken.size > 0 || tokens.length > 8 || asksForThings.some((sign) => signs.has(sign))) return;
  for (const sign of ['annuleer', 'dank', 'help', 'groet', 'legvast', 'besluit']) {
    if (!signs.has(sign)) continue;
    const covers = (at: number): boolean =>
      words.some(
        (mark) =>
          mark.from <= at &&
          at < mark.to &&
          ((mark.group === 'teken' && [sign, 'groet'].includes(mark.value)) || mark.group === 'stop'),
      );
    if (tokens.every((_, at) => covers(at))) signs.add(`alleen:${sign}`);
  }
}
