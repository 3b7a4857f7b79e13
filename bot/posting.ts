import type { HerinneringContext } from '../cards/herinnering-parts.ts';
import type { Besluitenregister } from '../services/besluiten/besluitenregister.ts';
import type { Clock } from '../services/clock.ts';
import { Fault } from '../services/fault.ts';
import type { Occurrence, Poster } from '../services/herinneringen/types.ts';
import { dayAt } from '../services/kalender/civil-date.ts';
import type { Kanalen } from '../services/kanalen/kanalen.ts';
import type { Kanaal } from '../services/kanalen/types.ts';
import type { Store } from '../services/opslag/store.ts';
import type { Register } from '../services/register/register.ts';
import { escalatiesIn, threadOf } from './actions/escalatie-views.ts';
import { reminderCard } from './actions/herinneringen.ts';
import { type DrawnOverzicht, drawOverzicht } from './actions/overzicht-views.ts';
import { type OwnRegels, ownIn } from './actions/regel-views.ts';
import type { Sender } from './send.ts';

interface PosterParts {
  readonly store: Store;
  readonly kanalen: Kanalen;
  readonly register: Register;
  readonly besluiten: Besluitenregister;
  readonly sender: Sender;
  readonly clock: Clock;
  readonly timeZone: string;
}

/** How reminders reach their channel: the outbox says what, this makes the card and hands it to the sender. */
export const createPoster = (parts: PosterParts): Poster => ({
  post: async (kanaalId, { occurrences }) => {
    const ready = await prepare(parts, kanaalId, occurrences).catch((fault: unknown) => {
      if (fault instanceof Fault && fault.retry === 'later') return undefined;
      throw fault;
    });
    // The store is away, and nothing has left.
    if (ready === undefined) return { kind: 'refused', permanent: false, reason: 'store-away' };
    if (ready === 'gone') return { kind: 'refused', permanent: true, reason: 'kanaal-gone' };
    if (ready === 'nothing') return { kind: 'nothing' };
    if (ready.thread !== undefined) {
      const outcome = await parts.sender.reply(ready.address, ready.thread, ready.card);
      // The thread was taken away, so it certainly does not stand there.
      if (outcome.kind !== 'refused' || !outcome.permanent) return outcome;
    }
    return parts.sender.post(ready.address, ready.card);
  },
});

async function prepare(parts: PosterParts, kanaalId: string, occurrences: readonly Occurrence[]) {
  const kanaal = await parts.kanalen.kanaal(kanaalId);
  if (kanaal === undefined || kanaal.removed) return 'gone' as const;
  const context = {
    lang: kanaal.taal ?? 'nl',
    today: dayAt(parts.clock.now(), parts.timeZone),
    timeZone: parts.timeZone,
  } as const;
  const own = await ownIn(parts, occurrences, kanaal);
  const [first] = occurrences;
  if (first?.kind === 'overzicht') {
    const drawn = await overzichtMessage(parts, kanaal, first, own, context);
    if (drawn === undefined || drawn.isEmpty) return 'nothing' as const;
    return { address: kanaal.address, card: drawn.card, thread: undefined };
  }
  const view = await parts.register.refresh();
  const escalaties = await escalatiesIn(parts, occurrences, view);
  const thread = kanaal.address.channelId === undefined ? undefined : await threadOf(parts, occurrences);
  return { address: kanaal.address, card: reminderCard(occurrences, view, context, own, escalaties), thread };
}

/** What it tells is worked out now; undefined: its rule is gone. */
async function overzichtMessage(
  parts: PosterParts,
  kanaal: Kanaal,
  { regel: id, missed = 0 }: Occurrence,
  { regels }: OwnRegels,
  context: HerinneringContext,
): Promise<DrawnOverzicht | undefined> {
  const regel = regels.get(id ?? '');
  const here = { kanaal, view: await parts.register.refresh() };
  return regel && drawOverzicht(parts, regel, here, context, { now: parts.clock.now(), example: false, missed });
}
