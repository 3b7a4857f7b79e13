import { answerCard } from '../../cards/answer-card.ts';
import type { Asker } from '../../services/vragen/engine.ts';
import type { Reading } from '../../services/vragen/reading.ts';
import { message, type Parts, type Reply, replaceForOne, type Turn } from '../parts.ts';
import { act } from './act.ts';

/** Questions about afspraken, verbanden and besluiten: what most people come for. */
export const askerOf = (turn: Turn, parts: Parts): Asker => ({
  thread: turn.inbound.threadKey,
  viewer: turn.viewer,
  today: turn.today,
  now: parts.clock.now(),
  language: turn.language,
});

/** A sentence that is not a command. What asks for a deed instead of an answer goes on to `act`. */
export async function ask(turn: Turn, parts: Parts, text: string): Promise<Reply> {
  const answer = await parts.engine.ask(text, askerOf(turn, parts));
  parts.log.event('question', { intent: answer.reading.intent, total: answer.total });
  if (answer.content.kind === 'handeling') return act(turn, parts, answer.reading);
  return message(answerCard(answer, 1, answer.reading.lang));
}

/** A button that turns the page of an answer or chooses what was meant. */
export async function askAgain(turn: Turn, parts: Parts, reading: Reading, page: number): Promise<Reply> {
  const answer = await parts.engine.answer(reading, askerOf(turn, parts));
  if (answer.content.kind === 'handeling') return act(turn, parts, reading);
  return replaceForOne(answerCard(answer, page, reading.lang));
}
