import { namedKind, subjectStretch, unknownStretch } from './facet-text.ts';
import type { QuestionFilter } from './reading.ts';
import { type Sentence, textBetween } from './sentence.ts';

/** From the words of a sentence to what a besluit is about (onderwerp) and how it was told (tekst). Pure. */

const doneWords: readonly (readonly [RegExp, string])[] = [
  [/^(?:toestemming|consent|tastimming)/, 'toestemming'],
  [/^(?:vastgesteld|stelde|stelt|adopted|festst)/, 'vastgesteld'],
  [/^(?:goedgekeurd|approved|goedkard)/, 'goedgekeurd'],
  [/^(?:ingestemd|stemde|stemt|endorsed|ynstimd|akkoord|ging)/, 'ingestemd'],
  [/^(?:verworpen|afgewezen|rejected)/, 'afgewezen'],
];

/** What a besluit is about, in a few Dutch words: the piece with its year and what was done, else the words after "over", "voor" or "tot". */
export function decisionTopicFacet(sentence: Sentence): QuestionFilter {
  const done = sentence.words
    .filter((mark) => mark.group === 'teken' && mark.value === 'besloten')
    .map((mark) => doneWords.find(([form]) => form.test(sentence.tokens[mark.from]?.norm ?? ''))?.[1])
    .find((word) => word !== undefined);
  const piece = namedKind(sentence);
  const year = sentence.dates.map((mark) => mark.mention).find((mention) => mention.kind === 'year');
  const change = sentence.tokens.some((token) => /^(?:wijziging|change|amendment|wiziging)$/.test(token.norm))
    ? 'wijziging'
    : undefined;
  const regeling = sentence.words.some((mark) => mark.group === 'vorm' && mark.value === 'wgr') ? 'GR' : undefined;
  const subject = subjectStretch(sentence) ?? unknownStretch(sentence);
  const free = subject === undefined ? undefined : textBetween(sentence, subject.from, subject.to);
  const named = [piece, year?.kind === 'year' ? String(year.jaar) : undefined].filter((part) => part !== undefined);
  const parts = named.length > 0 ? [...named, done] : [done, change, regeling ?? free];
  const topic = parts.filter((part) => part !== undefined).join(' ');
  return topic === '' ? {} : { onderwerp: topic };
}

/** What was typed after or before the command itself; the form starts with it. */
export function decisionTextFacet(sentence: Sentence): QuestionFilter {
  const { text, tokens } = sentence;
  const marks = sentence.words.filter(
    (mark) => mark.group === 'teken' && ['legvast', 'besluit', 'nieuw'].includes(mark.value),
  );
  const colon = text.indexOf(':');
  const beforeColon = tokens.filter((token) => token.end <= colon).length;
  if (colon >= 0 && beforeColon <= 6 && marks.some((mark) => mark.from < beforeColon))
    return textKey(text.slice(colon + 1));
  const that = tokens.findIndex((token, at) => at > 0 && at <= 6 && ['dat', 'that', 'dat'].includes(token.norm));
  const opening = tokens[that];
  if (opening !== undefined && marks.some((mark) => mark.from < that)) return textKey(text.slice(opening.end));
  let first = 0;
  while (marks.some((mark) => mark.from <= first && first < mark.to)) first++;
  const start = tokens[first]?.start;
  if (start === undefined) return {};
  const comma = text.lastIndexOf(',');
  const closing = comma > start && marks.some((mark) => (tokens[mark.from]?.start ?? 0) > comma);
  return textKey(text.slice(start, closing ? comma : undefined));
}

/** "Leg een besluit vast" says nothing of what was decided. */
const commands =
  /^(?:een |dit |dat |het |nieuw |ff |even |graag |svp |aub )*(?:besluit|besluitje|beslissing|decision|beslút)?(?: (?:vast|vastleggen|graag|op|maken|fêst|in))*[.!?]*$/i;

const textKey = (text: string): QuestionFilter => {
  const trimmed = text.trim();
  return trimmed.length > 60 || !commands.test(trimmed)
    ? trimmed.split(/\s+/).length < 2
      ? {}
      : { tekst: trimmed }
    : {};
};
