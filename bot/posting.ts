import type { Clock } from '../services/clock.ts';
import type { Poster } from '../services/herinneringen/types.ts';
import { dayAt } from '../services/kalender/civil-date.ts';
import type { Kanalen } from '../services/kanalen/kanalen.ts';
import type { Store } from '../services/opslag/store.ts';
import type { Register } from '../services/register/register.ts';
import { reminderCard } from './actions/herinneringen.ts';
import { ownIn } from './actions/regel-views.ts';
import type { Sender } from './send.ts';

/** How reminders reach their channel: the outbox says what, this makes the card and hands it to the sender. */
export const createPoster = (parts: {
  readonly store: Store;
  readonly kanalen: Kanalen;
  readonly register: Register;
  readonly sender: Sender;
  readonly clock: Clock;
  readonly timeZone: string;
}): Poster => ({
  post: async (kanaalId, { occurrences }) => {
    const kanaal = await parts.kanalen.kanaal(kanaalId);
    if (kanaal === undefined || kanaal.removed) return { kind: 'refused', permanent: true, reason: 'kanaal-gone' };
    const context = {
      lang: kanaal.taal ?? 'nl',
      today: dayAt(parts.clock.now(), parts.timeZone),
      timeZone: parts.timeZone,
    } as const;
    const own = await ownIn(parts, occurrences, kanaal);
    return parts.sender.post(kanaal.address, reminderCard(occurrences, parts.register.view(), context, own));
  },
});
