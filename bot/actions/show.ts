import { answerCard } from '../../cards/answer-card.ts';
import type { Intent, QuestionFilter, Reading } from '../../services/vragen/reading.ts';
import { message, type Parts, type Reply, replaceForOne, type Turn } from '../parts.ts';
import { askerOf } from './asker.ts';

/** One afspraak or one verband, by a button that names it. The same answer as the question would give. */
export async function showAfspraak(turn: Turn, parts: Parts, code: string): Promise<Reply> {
  const answer = await parts.engine.answer(
    readingOf(turn, 'afspraak.tonen', code, { nummer: code }),
    askerOf(turn, parts),
  );
  return message(answerCard(answer, 1, turn.language));
}

export async function showVerband(turn: Turn, parts: Parts, verbandId: string, page: number): Promise<Reply> {
  const verband = turn.view.verband(verbandId)?.naam ?? '';
  const reading = readingOf(turn, 'verband.tonen', verband, { verband, veld: 'deelnemers' });
  const card = answerCard(await parts.engine.answer(reading, askerOf(turn, parts)), page, turn.language);
  return page === 1 ? message(card) : replaceForOne(card);
}

const readingOf = (turn: Turn, intent: Intent, text: string, filter: QuestionFilter): Reading => ({
  text,
  lang: turn.language,
  intent,
  filter,
});
