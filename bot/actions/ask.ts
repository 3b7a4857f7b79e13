import { answerCard } from '../../cards/answer-card.ts';
import { besluitCard } from '../../cards/besluit-card.ts';
import type { AdaptiveCard } from '../../cards/elements.ts';
import type { Answer } from '../../services/vragen/answer-types.ts';
import type { Reading } from '../../services/vragen/reading.ts';
import { message, type Parts, type Reply, replaceForOne, type Turn } from '../parts.ts';
import { act } from './act.ts';
import { askerOf } from './asker.ts';
import { keepMissed } from './misses.ts';

/** A sentence that is not a command. What asks for a deed instead of an answer goes on to `act`. */
export async function ask(turn: Turn, parts: Parts, text: string): Promise<Reply> {
  const answer = await parts.engine.ask(text, askerOf(turn, parts));
  parts.log.event('question', { intent: answer.reading.intent, total: answer.total });
  if (answer.content.kind === 'handeling') return act(turn, parts, answer.reading);
  await keepMissed(turn, parts, answer);
  return message(cardOf(answer, 1, parts));
}

/** A button that turns to a page of an answer, or (without `page`) chooses what was meant. */
export async function askAgain(turn: Turn, parts: Parts, reading: Reading, page?: number): Promise<Reply> {
  const answer = await parts.engine.answer(reading, askerOf(turn, parts));
  if (answer.content.kind === 'handeling') return act(turn, parts, reading, page);
  return replaceForOne(cardOf(answer, page ?? 1, parts));
}

/** Who asks for one besluit by its number sees all of it, as behind its button. */
function cardOf(answer: Answer, page: number, parts: Parts): AdaptiveCard {
  const { content, reading, understood } = answer;
  const [only, ...others] = content.kind === 'besluiten' && reading.intent === 'besluit.tonen' ? content.items : [];
  return only !== undefined && others.length === 0
    ? besluitCard(only, reading.lang, parts.timeZone, understood)
    : answerCard(answer, page, reading.lang);
}
