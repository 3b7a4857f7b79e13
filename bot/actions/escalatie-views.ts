import type { HerinneringView } from '../../cards/herinnering-parts.ts';
import { type Coming, forecastEscalations, readEscalations } from '../../services/herinneringen/escalation-read.ts';
import { openOutbox } from '../../services/herinneringen/outbox.ts';
import type { Occurrence } from '../../services/herinneringen/types.ts';
import type { RegisterView } from '../../services/register/types.ts';
import type { Parts } from '../parts.ts';

/** What the cards say about who is asked when nobody reacted. */

export type EscalatieFields = Pick<HerinneringView, 'escalatie' | 'zonderReactie'>;
/** By name of the occurrence. */
export type Escalaties = ReadonlyMap<string, EscalatieFields>;

export const noEscalaties: Escalaties = new Map();

type ReadFrom = Pick<Parts, 'store' | 'timeZone'>;

/** Of the escalations among these. */
export async function escalatiesIn(
  { store, timeZone }: ReadFrom,
  occurrences: readonly Occurrence[],
  register: RegisterView,
): Promise<Escalaties> {
  const read = await readEscalations({ store, register, timeZone }, occurrences);
  return new Map([...read].map(([id, escalatie]) => [id, { escalatie }]));
}

/** For the list: of escalations that are planned who is asked, of other herinneringen who would be. */
export async function escalatiesAhead(
  { store, timeZone }: ReadFrom,
  rows: readonly Coming[],
  register: RegisterView,
): Promise<Escalaties> {
  const names = rows.filter(({ escalatie }) => escalatie !== undefined).map(({ occurrence }) => occurrence);
  const { occurrences } = openOutbox(store);
  const stored = (await Promise.all(names.map((name) => occurrences.get(name)))).filter((one) => one !== undefined);
  const parts = { store, register, timeZone };
  const [asked, coming] = await Promise.all([readEscalations(parts, stored), forecastEscalations(parts, rows)]);
  return new Map<string, EscalatieFields>([
    ...[...asked].map(([id, escalatie]) => [id, { escalatie }] as const),
    ...[...coming].map(([id, zonderReactie]) => [id, { zonderReactie }] as const),
  ]);
}

/**
 * The thread in which an escalation belongs: that of the herinnering nobody reacted to. `undefined` where they are about herinneringen
 * of several threads, or there is none.
 */
export async function threadOf(
  { store }: Pick<Parts, 'store'>,
  occurrences: readonly Occurrence[],
): Promise<string | undefined> {
  const starts = new Set(occurrences.map(({ stilte }) => stilte ?? ''));
  if (starts.has('')) return undefined;
  const outbox = openOutbox(store).occurrences;
  const told = await Promise.all([...starts].map((name) => outbox.get(name)));
  const [thread, ...others] = new Set(told.map((one) => one?.conversationId));
  return others.length === 0 ? thread : undefined;
}
