import type { Store } from '../opslag/store.ts';
import { openOutbox } from './outbox.ts';

/** States in which somebody must still do something; the others only grow, and are counted as they happen. */
const watchedStates = ['planned', 'leased', 'posting', 'refused', 'uncertain'] as const;
export type WatchedState = (typeof watchedStates)[number];

export interface DeliveryCounts {
  readonly states: Readonly<Record<WatchedState, number>>;
  /** How long the oldest herinnering that is due has been waiting, ms; 0 when none is. */
  readonly oldestDueMs: number;
}

const pageSize = 1000;

/** For `/metrics` and the chat's `status`. Reads what is open, so call it at the pace of a scrape, not of a turn. */
export async function deliveryCounts(store: Store, now: number): Promise<DeliveryCounts> {
  const { occurrences } = openOutbox(store);
  const count = async (state: WatchedState): Promise<number> => {
    let total = 0;
    let page = await occurrences.find({ state }, { sort: [['due', 1]], limit: pageSize });
    for (;;) {
      total += page.length;
      const last = page.at(-1);
      if (last === undefined || page.length < pageSize) return total;
      page = await occurrences.find({ state }, { sort: [['due', 1]], limit: pageSize, after: last });
    }
  };
  const [planned, leased, posting, refused, uncertain] = await Promise.all(watchedStates.map(count));
  const [oldest] = await occurrences.find({ state: 'planned', due: { $lte: now } }, { sort: [['due', 1]], limit: 1 });
  return {
    states: {
      planned: planned ?? 0,
      leased: leased ?? 0,
      posting: posting ?? 0,
      refused: refused ?? 0,
      uncertain: uncertain ?? 0,
    },
    oldestDueMs: oldest === undefined ? 0 : now - oldest.due,
  };
}
