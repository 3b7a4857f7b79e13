import { createHash } from 'node:crypto';
import {
  type Besluitenregister,
  openBesluitenregister,
  type RecordOutcome,
} from '../../../services/besluiten/besluitenregister.ts';
import type { BesluitRequest } from '../../../services/besluiten/record.ts';
import type { Besluit, BesluitForm } from '../../../services/besluiten/types.ts';
import type { Clock } from '../../../services/clock.ts';
import type { Store } from '../../../services/opslag/store.ts';

/** Monday 23 November 2026, noon in Amsterdam. */
export const noon = Date.parse('2026-11-23T11:00:00Z');

/** A source that gives other bytes each time, and the same ones in each run. */
export function countedBytes(seed = 'salt'): (count: number) => Uint8Array {
  let calls = 0;
  return (count) => {
    calls += 1;
    return createHash('sha512').update(`${seed} ${calls}`).digest().subarray(0, count);
  };
}

/** A register as one process opens it; give several the same store to have several processes. */
export const registerOn = (store: Store, clock: Clock = { now: () => noon }, seed = 'salt'): Besluitenregister =>
  openBesluitenregister({ store, clock, timeZone: 'Europe/Amsterdam', random: countedBytes(seed) });

export const goodForm: BesluitForm = {
  onderwerp: 'Begroting 2027 vastgesteld',
  toelichting: 'Met de kanttekening over de indexatie.',
  datum: '2026-11-12',
  bestuursorgaan: 'AB',
  afspraken: 'AFS-2026-001',
};

export const request = (formId: string, change: Partial<BesluitRequest> = {}): BesluitRequest => ({
  form: goodForm,
  formId,
  by: { naam: 'Verzonnen Vastlegger', aadId: 'aad-verzonnen' },
  verband: 'v100',
  rsin: '001234567',
  knownAfspraak: (code) => code.startsWith('AFS-2026-'),
  ...change,
});

/** The besluit of an outcome that must have one. */
export function besluitOf(outcome: RecordOutcome | { readonly kind: string; readonly besluit?: Besluit }): Besluit {
  if ('besluit' in outcome && outcome.besluit !== undefined) return outcome.besluit;
  throw new TypeError(`no besluit in outcome ${outcome.kind}`);
}
