import type { CivilDate } from '../kalender/civil-date.ts';
import { dayAt } from '../kalender/civil-date.ts';
import { nextByRitme } from '../kalender/duration.ts';
import type { Draft, Store } from '../opslag/store.ts';
import { change } from '../opslag/store.ts';
import type { Register } from '../register/register.ts';
import type { Afspraak } from '../register/types.ts';
import { anchorsOf } from './ladders.ts';
import type { Outbox, OutboxOccurrence } from './outbox.ts';
import { changeAnker, draftOf, findTrack, withoutLease } from './outbox.ts';
import { trackName } from './plan.ts';
import { finishRegel } from './regels.ts';
import type { HerinneringKind, Reaction } from './types.ts';

/**
 * "Klaar": this date is dealt with, in every kanaal. The Anker of the track is the one place where that is decided; everything
 * after it can be done again without harm, so a press that comes twice, or comes again after a crash, completes the first.
 */

export interface SettleParts {
  readonly store: Store;
  readonly outbox: Outbox;
  readonly register: Pick<Register, 'refresh' | 'saveAfspraak'>;
  readonly timeZone: string;
}

/** Which date of the afspraak moves on, and by which ritme. Opzeggen and einde do not come back. */
const recurring: Readonly<
  Partial<Record<HerinneringKind, { date: 'herijking' | 'rapportagedatum'; ritme: 'ritme' | 'rapportageritme' }>>
> = {
  herijking: { date: 'herijking', ritme: 'ritme' },
  evaluatie: { date: 'herijking', ritme: 'ritme' },
  rapportage: { date: 'rapportagedatum', ritme: 'rapportageritme' },
};

const isCurrent = (afspraak: Afspraak, { kind, anchor }: Pick<OutboxOccurrence, 'kind' | 'anchor'>): boolean =>
  anchorsOf(afspraak).some((one) => one.kind === kind && one.anchor === anchor);

/** The next date after both the old one and the day of the press: a date that has passed already reminds nobody in time. */
function nextDate(afspraak: Afspraak, occurrence: OutboxOccurrence, pressedOn: CivilDate): CivilDate | undefined {
  const fields = recurring[occurrence.kind];
  const ritme = fields && afspraak[fields.ritme];
  if (ritme === undefined || !isCurrent(afspraak, occurrence)) return undefined;
  const { anchor } = occurrence;
  return nextByRitme(pressedOn > anchor ? pressedOn : anchor, ritme, anchor);
}

export interface Settled {
  /** Whether this press is the one that did it. */
  readonly isFirst: boolean;
  readonly next?: CivilDate;
}

export async function settle(
  parts: SettleParts,
  occurrence: OutboxOccurrence,
  press: Omit<Reaction, 'button' | 'until'>,
): Promise<Settled> {
  const { ankers } = parts.outbox;
  const track = trackName(occurrence);
  const register = await parts.register.refresh();
  const afspraak = register.afspraak(occurrence.code);
  const proposed = afspraak && nextDate(afspraak, occurrence, dayAt(press.at, parts.timeZone));
  let isFirst = false;
  await changeAnker(ankers, track, (current) => {
    isFirst = current.settledAt === undefined;
    return isFirst
      ? { ...current, settledAt: press.at, changedAt: press.at, ...(proposed !== undefined && { next: proposed }) }
      : undefined;
  });
  const anker = await ankers.get(track);
  const next = anker?.next;
  if (occurrence.regel !== undefined) {
    const { anchor } = occurrence;
    await finishRegel(parts.store, occurrence.regel, { anchor, by: press.by.naam, at: press.at });
  }
  if (next !== undefined) await moveOn(parts, occurrence, next, press, anker?.settledAt ?? press.at);
  await settleAll(parts.outbox, occurrence, { ...press, button: 'klaar', ...(next !== undefined && { until: next }) });
  return { isFirst, ...(next !== undefined && { next }) };
}

/** Gives the afspraak its next date, unless somebody has moved it or ended the afspraak since. */
async function moveOn(
  parts: SettleParts,
  occurrence: OutboxOccurrence,
  next: CivilDate,
  press: Omit<Reaction, 'button' | 'until'>,
  settledAt: number,
): Promise<void> {
  const fields = recurring[occurrence.kind];
  if (fields === undefined) return;
  const following = trackName({ ...occurrence, anchor: next });
  await changeAnker(parts.outbox.ankers, following, (current) =>
    current.startsAt === undefined ? { ...current, startsAt: settledAt, changedAt: settledAt } : undefined,
  );
  for (;;) {
    const afspraak = (await parts.register.refresh()).afspraak(occurrence.code);
    if (afspraak === undefined || !isCurrent(afspraak, occurrence)) return;
    const moved = { ...draftOf(afspraak), [fields.date]: next };
    const outcome = await parts.register.saveAfspraak(
      moved,
      afspraak.version,
      { naam: press.by.naam, via: 'chat' },
      press.at,
    );
    if (outcome.kind !== 'stale') return;
  }
}

/** Every occurrence of this date, in every kanaal: those to come are cancelled, those that were sent are settled. */
async function settleAll(outbox: Outbox, occurrence: OutboxOccurrence, reaction: Reaction): Promise<void> {
  for (const one of await findTrack(outbox, occurrence)) {
    await change(outbox.occurrences, one._id, (current): Draft<OutboxOccurrence> | undefined => {
      switch (current.state) {
        case 'planned':
        case 'leased':
          return { ...withoutLease(current), state: 'cancelled', reason: 'settled' };
        case 'posting':
          // On its way: its worker finds it settled and only adds which message it became.
          return { ...draftOf(current), state: 'settled', reactions: [...current.reactions, reaction] };
        case 'delivered':
        case 'uncertain':
        case 'refused':
          return { ...withoutLease(current), state: 'settled', reactions: [...current.reactions, reaction] };
        default:
          return undefined;
      }
    });
  }
}
