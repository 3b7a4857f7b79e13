import { durationFacet, recurrenceFacet } from './facet-length.ts';
import { filterOf } from './facet-names.ts';
import type { QuestionFilter } from './reading.ts';
import { has, type Sentence } from './sentence.ts';
import type { Signs } from './signs.ts';

/** What a sentence that changes an afspraak says beyond what a question could: the new value as it was written, and whether all are meant. */

const connectors = new Set(['naar', 'in', 'op', 'aan', 'to', 'into', 'nei', 'oan', 'als', 'as']);
const earlier = new Set(
  'eerder vroeger korter vervroeg vervroegen verkort verkorten voren vooruit earlier shorten shorter forward earder foaren'.split(
    ' ',
  ),
);
/** "Naar achteren" says which way, and is no new value. */
const directions = new Set(['voren', 'achteren', 'achter', 'voor', 'later', 'eerder', 'vroeger']);
const longestValue = 300;

/** Verbs in two parts whose end says what the status becomes: "rond AFS-2026-012 af", "zeg de SLA op". */
const statusOfVerb: readonly { readonly first: readonly string[]; readonly last: string; readonly status: string }[] = [
  { first: ['rond', 'sluit', 'meld'], last: 'af', status: 'afgerond' },
  { first: ['zeg'], last: 'op', status: 'opgezegd' },
];

/**
 * - `waarde`: the words after "naar", "in", "op" or a colon, where nothing else recognised them (a titel, a link, an address).
 * - `herhaling`: a new ritme. `verschuiving`: a length back, "een maand eerder".
 * - `bulk`: more than one is meant.
 */
export function changeFacet(sentence: Sentence, signs: Signs): QuestionFilter {
  const length = sentence.dates.find(({ mention }) => mention.kind === 'duration')?.mention;
  const back = length?.kind === 'duration' && sentence.tokens.some(({ norm }) => earlier.has(norm));
  const by = back ? '-' : changesNotice(sentence) ? '' : undefined;
  return {
    ...recurrenceFacet(sentence),
    ...filterOf({
      status: signs.has('verwijder') && !signs.has('@veld') ? 'vervallen' : verbValue(sentence),
      waarde: writtenValue(sentence, signs),
      verschuiving: by !== undefined && length?.kind === 'duration' ? `${by}${length.duur}` : undefined,
      bulk: sentence.codes.length === 0 && (signs.has('alle') || signs.has('opsomming')) ? true : undefined,
    }),
  };
}

/** "Verleng de opzegtermijn met een maand": by so much, and not to so much. */
const changesNotice = ({ tokens, words, dates }: Sentence): boolean =>
  words.some(({ group, value }) => group === 'veld' && value === 'opzegtermijn') &&
  dates.some(
    ({ mention, from }) => mention.kind === 'duration' && ['met', 'by', 'mei'].includes(tokens[from - 1]?.norm ?? ''),
  );

/** The new length, or how far a date moves; an opzegtermijn that changes by a length has only the verschuiving. */
export const newLengthFacet = (sentence: Sentence): QuestionFilter =>
  changesNotice(sentence) ? {} : durationFacet(sentence);

/** The sentence without its new value: a titel that is written there names no kind of afspraak. */
export function withoutWrittenValue(sentence: Sentence): Sentence {
  const start = has(sentence, 'veld', 'titel') ? valueStart(sentence) : undefined;
  if (start === undefined) return sentence;
  return { ...sentence, words: sentence.words.filter(({ from }) => (sentence.tokens[from]?.start ?? 0) < start) };
}

function verbValue({ tokens }: Sentence): string | undefined {
  const start = tokens[0]?.norm ?? '';
  const end = tokens.at(-1)?.norm;
  return statusOfVerb.find(({ first, last }) => first.includes(start) && last === end)?.status;
}

function writtenValue(sentence: Sentence, signs: Signs): string | undefined {
  const link = /https?:\/\/\S{3,300}/i.exec(sentence.text)?.[0];
  if (link !== undefined) return link.replace(/[.,;!?)]+$/, '');
  const start = valueStart(sentence);
  if (start === undefined) return undefined;
  const written = unquoted(sentence.text.slice(start));
  if (written === '' || written.length > longestValue) return undefined;
  if (directions.has(written.toLowerCase())) return undefined;
  if (written.includes('@')) return written;
  const within = (from: number): boolean => (sentence.tokens[from]?.start ?? 0) >= start;
  const known =
    sentence.dates.some((mark) => within(mark.from)) ||
    sentence.words.some((mark) => mark.group === 'status' && within(mark.from)) ||
    signs.has('draag_over') ||
    sentence.words.some((mark) => mark.group === 'teken' && mark.value === 'opnaam' && within(mark.to - 1));
  return known ? undefined : written;
}

/** Where the new value begins: after the first connecting word that follows the field, and the code when there is one. */
function valueStart({ tokens, words, codes, taken, text }: Sentence): number | undefined {
  // The last word of all is a value ("op vertrouwelijk"), whatever field it may name elsewhere.
  const field = words.find((mark) => mark.group === 'veld' && mark.to < tokens.length)?.to ?? 1;
  const named = Math.max(field, ...codes.map((mark) => mark.to));
  const colon = text.indexOf(': ', tokens[named - 1]?.end ?? 0);
  for (let at = named; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined || taken.has(at) || !connectors.has(token.norm)) continue;
    // "Pas … aan naar": the last of two.
    if (connectors.has(tokens[at + 1]?.norm ?? '')) continue;
    return colon >= 0 && colon < token.start ? colon + 1 : token.end;
  }
  return colon < 0 ? undefined : colon + 1;
}

const unquoted = (text: string): string =>
  text
    .trim()
    .replace(/[.!?]+$/, '')
    .replace(/^["'“”‘’„]|["'“”‘’]$/g, '')
    .trim();
