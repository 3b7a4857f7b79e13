import { formatDay } from '../kalender/format.ts';
import { sentencesIn } from '../taal/language.ts';
import { visibleIn } from '../toegang/scope.ts';
import { answerContact, answerCount, answerDocument, answerList } from './answer-afspraken.ts';
import { answerBesluiten, answerZienswijze } from './answer-besluiten.ts';
import { answerKalender } from './answer-kalender.ts';
import { answerOne } from './answer-one.ts';
import type { AnswerDraft, AnswerParts } from './answer-parts.ts';
import { answerTexts } from './answer-texts.ts';
import { ambiguousAnswer } from './answer-trouble.ts';
import type { Answer } from './answer-types.ts';
import { answerVerband, answerVerbanden } from './answer-verbanden.ts';
import { verbandName } from './answer-view.ts';
import { namedIds } from './name-ids.ts';
import type { Intent, QuestionFilter, Reading } from './reading.ts';
import type { PlanNote } from './search-plan.ts';

/** From what a sentence was read as to its answer. The one door of this room for whoever answers questions. */

/** A fixed sentence is the whole answer. */
function sentenceOnly(sentence: string): AnswerDraft {
  return { content: { kind: 'zin', sentence }, text: sentence };
}

function unknownAnswer(reading: Reading): AnswerDraft {
  const texts = sentencesIn(answerTexts, reading.lang);
  return {
    content: { kind: 'onbekend', sentence: texts.unknown, examples: texts.examples },
    text: [texts.unknown, ...texts.examples].join('\n'),
  };
}

function explain(reading: Reading, parts: AnswerParts): AnswerDraft {
  const texts = sentencesIn(answerTexts, reading.lang);
  const term = reading.filter.onderwerp ?? reading.filter.zoekterm ?? '';
  const found = parts.explain(term, reading.lang);
  if (found === undefined) return sentenceOnly(texts.noExplanation(term.replaceAll('_', ' ')));
  return sentenceOnly(found);
}

/** What each intent is answered with. What changes something is left to the caller: `handeling`. */
function draftAnswer(reading: Reading, parts: AnswerParts): AnswerDraft | Promise<AnswerDraft> {
  const texts = sentencesIn(answerTexts, reading.lang);
  switch (reading.intent) {
    case 'afspraak.zoeken':
    case 'rapportage.tonen':
      return answerList(reading, parts);
    case 'afspraak.aantal':
      return answerCount(reading, parts);
    case 'afspraak.tonen':
      return answerOne(reading, parts);
    case 'contact.tonen':
      return answerContact(reading, parts);
    case 'document.tonen':
      return answerDocument(reading, parts);
    case 'verband.zoeken':
    case 'verband.aantal':
      return answerVerbanden(reading, parts);
    case 'verband.tonen':
      return answerVerband(reading, parts);
    case 'besluit.zoeken':
    case 'besluit.tonen':
      return answerBesluiten(reading, parts);
    case 'zienswijze.tonen':
      return answerZienswijze(reading, parts);
    case 'pc.kalender':
      return answerKalender(reading, parts);
    case 'uitleg':
      return explain(reading, parts);
    case 'dank':
      return sentenceOnly(texts.thanks);
    case 'buiten_scope':
      return sentenceOnly(texts.outOfScope);
    case 'onbekend':
      return unknownAnswer(reading);
    default:
      return { content: { kind: 'handeling' }, text: '' };
  }
}

/** Intents whose names must be clear before anything can be looked up. */
const searching: ReadonlySet<Intent> = new Set<Intent>([
  'afspraak.zoeken',
  'afspraak.aantal',
  'afspraak.tonen',
  'rapportage.tonen',
  'contact.tonen',
  'document.tonen',
  'verband.zoeken',
  'verband.aantal',
  'verband.tonen',
  'besluit.zoeken',
  'besluit.tonen',
  'zienswijze.tonen',
  'pc.kalender',
]);

function noteText(note: PlanNote, reading: Reading, parts: AnswerParts): string {
  const texts = sentencesIn(answerTexts, reading.lang);
  switch (note.kind) {
    case 'orgaan_unknown':
      return texts.bodyUnknown(note.orgaan);
    case 'judged_by_dates':
      return texts.judgedByDates(note.count);
    case 'start_unknown':
      return texts.startUnknown(note.count);
    case 'known_since':
      return texts.knownSince(note.code, formatDay(note.day, reading.lang));
  }
  return texts.inChannel(
    note.verbanden
      .flatMap((id) => parts.view.verband(id) ?? [])
      .map(verbandName)
      .join(', '),
  );
}

/**
 * The answer to a reading: content for a card, `text` for a line, and every code. Reads the register as it stands; call
 * `register.refresh()` before it where another process may have written.
 */
export async function answerReading(reading: Reading, parts: AnswerParts): Promise<Answer> {
  const kindOf = (name: string): 'partner' | 'verband' =>
    parts.names.resolveOrganisatie(name).kind === 'unknown' ? 'verband' : 'partner';
  const weightOf = (name: string): number => {
    const ids = namedIds({ [kindOf(name)]: name }, parts.names);
    if (ids.kind !== 'named') return 0;
    const query = ids.verbanden.length > 0 ? { verbanden: ids.verbanden } : { partijen: ids.organisaties };
    return parts.view.findAfspraken({ ...query, ...visibleIn(parts.viewer) }).length;
  };
  const unclear = searching.has(reading.intent) ? ambiguousAnswer(reading, kindOf, weightOf) : undefined;
  const draft = unclear ?? (await draftAnswer(reading, parts));
  const codes = draft.codes ?? [];
  const applied = draft.applied ?? reading.filter;
  const notes = (draft.notes ?? []).map((note) => noteText(note, reading, parts));
  const described = parts.describe({ ...reading, filter: told(applied, reading, draft.notes) }, reading.lang);
  const understood = [notes.length === 0 ? described : described.replace(/\.$/, ''), ...notes]
    .filter((part) => part !== '')
    .join(' · ');
  return {
    reading,
    understood,
    applied,
    total: draft.total ?? codes.length,
    get codes() {
      return codes.slice();
    },
    someCodes: codes.slice(0, 40),
    ...(draft.shown !== undefined && { shown: draft.shown }),
    get text() {
      return [understood, draft.text].filter((part) => part !== '').join('\n');
    },
    content: draft.content,
    mend: draft.mend ?? [],
  };
}

/** The filter to describe: verbanden that came from the channel are told by their note, and once is enough. */
function told(applied: QuestionFilter, reading: Reading, notes: AnswerDraft['notes'] = []): QuestionFilter {
  if (!notes.some(({ kind }) => kind === 'channel')) return applied;
  const { verband: _, ...rest } = applied;
  return reading.filter.verband === undefined ? rest : { ...rest, verband: reading.filter.verband };
}
