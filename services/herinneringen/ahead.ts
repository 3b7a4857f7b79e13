import type { CivilDate } from '../kalender/civil-date.ts';
import type { Draft, Store } from '../opslag/store.ts';
import type { HerinneringRow } from './list.ts';
import type { OutboxOccurrence } from './outbox.ts';
import { openOutbox } from './outbox.ts';
import { trackName } from './plan.ts';
import { type Herinneringregel, overzichtOf } from './regel.ts';
import { codeOf } from './regel-moments.ts';

/** Occurrences that a person brings into the outbox before, or beside, what planning puts there. Doing it twice is harmless. */

/** What is only planned by the rules gets its place in the outbox now, so that a button can work on it. */
export async function storeAhead(store: Store, row: HerinneringRow): Promise<void> {
  if (row.channel === null || row.state !== 'planned') return;
  await openOutbox(store).occurrences.insert({
    ...fresh(row.at),
    _id: row.occurrence,
    code: row.code ?? '',
    verband: row.verband,
    kind: row.kind,
    anchor: row.anchor,
    step: row.step,
    kanaal: row.channel,
    ...(row.regel !== undefined && { regel: row.regel }),
  });
}

/** An own rule, told there and then. `stamp` names the press: the same one again adds nothing. */
export async function askNow(
  store: Store,
  regel: Herinneringregel,
  { at, day, stamp }: { readonly at: number; readonly day: CivilDate; readonly stamp: number },
): Promise<void> {
  const track = trackName({ code: '', kind: 'eigen', anchor: day, regel: regel._id });
  await openOutbox(store).occurrences.insert({
    ...fresh(at),
    _id: `${track}/nu-${stamp}`,
    regel: regel._id,
    code: codeOf(regel) ?? '',
    verband: regel.verband ?? '',
    kind: overzichtOf(regel) === undefined ? 'eigen' : 'overzicht',
    anchor: day,
    step: 0,
    kanaal: regel.kanaal,
    asked: true,
  });
}

const fresh = (at: number) =>
  ({ state: 'planned', at, due: at, attempts: 0, reactions: [] }) as const satisfies Partial<Draft<OutboxOccurrence>>;
