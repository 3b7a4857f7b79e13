import { isAnswered } from '../herinneringen/escalation.ts';
import { anchorsOf } from '../herinneringen/ladders.ts';
import { findAll, findTrack, type OutboxOccurrence, openOutbox } from '../herinneringen/outbox.ts';
import { trackName } from '../herinneringen/plan.ts';
import type { EscalatieTrap } from '../herinneringen/types.ts';
import type { Store } from '../opslag/store.ts';
import type { RegisterView } from '../register/types.ts';
import type { Termijn } from './termijnen.ts';

/** Dates about which somebody was asked again because nobody reacted, and still nobody has. */
export interface ZonderReactie {
  readonly termijn: Termijn;
  /** Who was asked last, and when (epoch ms). */
  readonly trap: EscalatieTrap;
  readonly at: number;
}

/** An escalation ends within weeks; what lies further back was let go. */
const lookBackMs = 60 * 86_400_000;

/**
 * Of the verbanden of this kanaal, as it was told in this kanaal; longest ago first.
 *
 * @param now epoch ms
 */
export async function zonderReactie(
  { store, view }: { readonly store: Store; readonly view: RegisterView },
  { _id: kanaal, verbanden }: { readonly _id: string; readonly verbanden: readonly string[] },
  now: number,
): Promise<readonly ZonderReactie[]> {
  const outbox = openOutbox(store);
  const window = { kanaal, state: 'delivered', at: { $gte: now - lookBackMs, $lte: now } };
  const asked = (await findAll(outbox.occurrences, window, [['at', 1]])).filter(
    ({ escalatie }) => escalatie !== undefined,
  );
  const last = new Map(asked.map((one) => [trackName(one), one]));
  const all = await Promise.all(
    [...last].map(async ([track, one]): Promise<readonly ZonderReactie[]> => {
      const termijn = termijnOf(one, view, verbanden);
      if (termijn === undefined || one.escalatie === undefined) return [];
      const anker = await outbox.ankers.get(track);
      if (anker?.settledAt !== undefined) return [];
      const told = await findTrack(outbox, one);
      const start = told.find(({ _id }) => _id === one.stilte);
      const isOpen = start !== undefined && !isAnswered(start, told);
      return isOpen ? [{ termijn, trap: one.escalatie, at: one.postedAt ?? one.at }] : [];
    }),
  );
  return all.flat();
}

/** The date as it still stands; an own rule's is about no date of an afspraak, and is left to its own message. */
function termijnOf(
  { code, kind, anchor, regel }: OutboxOccurrence,
  view: RegisterView,
  verbanden: readonly string[],
): Termijn | undefined {
  const afspraak = view.afspraak(code);
  if (regel !== undefined || afspraak === undefined || !verbanden.includes(afspraak.verband)) return undefined;
  const isCurrent = anchorsOf(afspraak).some((one) => one.kind === kind && one.anchor === anchor);
  return isCurrent ? { afspraak, kind, datum: anchor } : undefined;
}
