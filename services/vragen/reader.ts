import type { CivilDate } from '../kalender/civil-date.ts';
import type { Reces } from '../kalender/feestdagen.ts';
import { readDates } from '../kalender/phrase.ts';
import type { NameIndex } from '../register/names.ts';
import type { Language } from '../taal/language.ts';
import { analyse, type Knowledge, type ReadDates } from './analyse.ts';
import { loadCommonNames } from './common-names.ts';
import { filterFor } from './filter-keys.ts';
import { withPrevious } from './follow-up.ts';
import { ruleFor } from './intent-rules.ts';
import { leftOver } from './left-over.ts';
import { nameSourceFrom } from './name-source.ts';
import type { Intent, QuestionFilter, Reading } from './reading.ts';
import { type Signs, signsOf } from './signs.ts';
import { askedByUnknownName } from './unknown-name.ts';
import { loadVocabulary } from './vocabulary.ts';

export interface ReadContext {
  readonly today: CivilDate;
  /** The reading before this one in the same conversation: makes "en voor Assen?" a question. */
  readonly previous?: Reading;
  /** The asker's own language, for sentences that could be any. */
  readonly lang?: Language;
  /** Names (regeling or orgaan) of the verbanden of the channel: they decide between verbanden that share a name. Never added to the filter. */
  readonly defaultVerbanden?: readonly string[];
  /** Whether the asker may see an afspraak of an owner of this name: makes "te late afspraken Hoekstra" a question about a person. */
  readonly isOwner?: (name: string) => boolean;
}

export interface Reader {
  /**
   * What a sentence asks. Pure: the same text, register, day and previous reading give the same reading. Never throws on any text;
   * what is not understood has intent `onbekend`.
   */
  read(text: string, context: ReadContext): Reading;
  /** The same, with the reasons: for tests and for people who add words. */
  explain(text: string, context: ReadContext): Explanation;
}

export interface Explanation {
  readonly reading: Reading;
  /** The signs that were seen, see signs.ts. */
  readonly signs: Signs;
  /** The sentence that the deciding rule of intent-rules.ts is for; absent: none fitted. */
  readonly rule?: string;
}

export interface ReaderDependencies {
  /** Names of the register as it is now: `register.names()`. Make a new reader when that gives another index; it costs next to nothing. */
  readonly names: NameIndex;
  /** The configured reces of the council that is meant, for "vóór het zomerreces". */
  readonly reces?: readonly Reces[];
}

/**
 * Makes the reader. The words (woorden/*.yaml) are loaded the first time only.
 *
 * @throws Fault `vragen-words-malformed`: a word file is broken
 */
export function createReader({ names, reces }: ReaderDependencies): Reader {
  const dates: ReadDates = (text, today, prefer) =>
    readDates(text, today, { prefer, ...(reces === undefined ? {} : { reces }) });
  const knowledge: Knowledge = {
    vocabulary: loadVocabulary(),
    common: loadCommonNames(),
    names: nameSourceFrom(names),
    readDates: dates,
  };
  const explain = (text: string, context: ReadContext): Explanation => readWith(knowledge, text, context);
  return { explain, read: (text, context) => explain(text, context).reading };
}

function readWith(knowledge: Knowledge, text: string, context: ReadContext): Explanation {
  const sentence = analyse(text, context.today, context.previous?.lang ?? context.lang ?? 'nl', knowledge);
  const signs = signsOf(sentence);
  const rule = ruleFor(signs);
  const facetContext = {
    channel: context.defaultVerbanden ?? [],
    today: context.today,
    isOwner: context.isOwner ?? (() => false),
  };
  const intent = aboutVerbanden(rule?.intent ?? 'onbekend', (said) => filterFor(said, sentence, signs, facetContext));
  const own = askedByUnknownName({ intent, filter: filterFor(intent, sentence, signs, facetContext) }, sentence, signs);
  const draft = withPrevious(own, sentence, signs, context.previous, (other) =>
    filterFor(other, sentence, signs, facetContext),
  );
  const ongebruikt = leftOver(sentence, draft.intent, draft.filter);
  return {
    reading: { text, lang: sentence.lang, ...draft, ...(ongebruikt.length > 0 && { ongebruikt }) },
    signs,
    ...(rule === undefined ? {} : { rule: rule.example }),
  };
}

/** Papers that a verband has or lacks: "welke afspraken hebben geen exitregeling?" can only mean the verbanden without one. */
const ownPapers: readonly string[] = [
  'exit',
  'sla',
  'dvo',
  'verwerkersovereenkomst',
  'mandaat',
  'informatiebeleidsplan',
];

function aboutVerbanden(intent: Intent, filterOf: (intent: Intent) => QuestionFilter): Intent {
  if (intent !== 'afspraak.zoeken' && intent !== 'afspraak.aantal') return intent;
  if (!ownPapers.includes(filterOf(intent).ontbreekt ?? '')) return intent;
  return intent === 'afspraak.zoeken' ? 'verband.zoeken' : 'verband.aantal';
}
