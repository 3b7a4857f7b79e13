import type { CivilDate } from '../kalender/civil-date.ts';
import { formatDay } from '../kalender/format.ts';
import { sentencesIn } from '../taal/language.ts';
import { answerTexts } from './answer-texts.ts';
import type { Answer, AnsweredBefore } from './answer-types.ts';
import type { NotitieAsker, Notities } from './notes.ts';

/** Adds to an answer what people answered before to the same question, or about the one afspraak it shows. */

export interface NotePorts {
  readonly notities: Notities;
  /** The civil day of an instant, epoch ms. */
  dayOf(instant: number): CivilDate;
}

/** "Eerder beantwoord door Vermeer op 22 november 2026 (AFS-2026-001): …" Holds what people typed: plain text. */
export const answeredLine = (note: AnsweredBefore, { lang }: Answer['reading']): string =>
  sentencesIn(answerTexts, lang).answeredBefore(note.antwoord, note.door, formatDay(note.dag, lang), note.code);

/** An answer that says nothing itself becomes the earlier answer; any other answer stands, with that beside it. */
export async function withNotes(answer: Answer, asker: NotitieAsker, ports: NotePorts): Promise<Answer> {
  const { content, reading } = answer;
  if (content.kind === 'handeling') return answer;
  const same = await ports.notities.find(reading.text, asker);
  const found =
    same.length === 0 && content.kind === 'afspraak' ? await ports.notities.about(content.item.afspraak._id) : same;
  if (found.length === 0) return answer;
  const answered = found.map(({ code, vraag, antwoord, door, op }): AnsweredBefore => {
    return { code, vraag, antwoord, door, dag: ports.dayOf(op) };
  });
  const lines = answered.map((note) => answeredLine(note, reading));
  const { missed: _, ...rest } = answer;
  if (answer.missed !== true) return { ...rest, answered, text: [answer.text, ...lines].join('\n') };
  const sentence = lines.join('\n');
  const codes = [...new Set(answered.map(({ code }) => code))].sort();
  return {
    ...rest,
    content: { kind: 'zin', sentence },
    text: sentence,
    codes,
    someCodes: codes.slice(0, 40),
    total: codes.length,
  };
}
