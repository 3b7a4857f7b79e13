import type { Asker } from '../../services/vragen/engine.ts';
import type { Parts, Turn } from '../parts.ts';
import { spokenReces } from './reces.ts';

/** Who asks, as the engine wants to know it: in which thread, what may be seen, in which language. */
export const askerOf = (turn: Turn, parts: Parts): Asker => ({
  thread: turn.inbound.threadKey,
  viewer: turn.viewer,
  today: turn.today,
  now: parts.clock.now(),
  language: turn.language,
  reces: spokenReces(turn),
});
