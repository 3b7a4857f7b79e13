import { noticeCard } from '../../cards/notice-card.ts';
import { deliveryCounts } from '../../services/herinneringen/counts.ts';
import { sentencesIn } from '../../services/taal/language.ts';
import { message, type Parts, type Reply, type Turn } from '../parts.ts';
import { botTexts } from '../texts.ts';
import { recesWarning } from './reces.ts';

/** `status`: whether it works, in a few lines that a coordinator can read. */
export async function status(turn: Turn, parts: Parts): Promise<Reply> {
  const texts = sentencesIn(botTexts, turn.language);
  const [head, counts] = await Promise.all([parts.besluiten.head(), deliveryCounts(parts.store, parts.clock.now())]);
  const bound = turn.kanaal.verbanden.map((id) => turn.view.verband(id)?.naam).filter((naam) => naam !== undefined);
  const sentence = texts.status({
    verbanden: turn.view.verbanden.length,
    afspraken: turn.view.afsprakenCount,
    besluiten: head.volgnummer,
    planned: counts.states.planned,
    uncertain: counts.states.uncertain,
    bound,
  });
  const warning = recesWarning(turn);
  const lines = warning === undefined ? sentence : `${sentence}\n${warning}`;
  return message(noticeCard({ kind: 'note', sentence: lines }, turn.language));
}
