import type { Store } from '../../../services/opslag/store.ts';
import { loadRegister, type Register } from '../../../services/register/register.ts';
import type { Changer } from '../../../services/toegang/scope.ts';
import { afspraken, organisaties, verbanden } from '../vragen/small-register.ts';

/** The small invented register of the questions, in a store, so that it can be changed. */

export const timeZone = 'Europe/Amsterdam';
export const at = Date.UTC(2026, 10, 23, 9);

/** In a personal chat: everything but vertrouwelijk. */
export const chat: Changer = { verbanden: [], personal: true };
/** In a channel bound to the Proefdienst. */
export const inChannel: Changer = { verbanden: ['v1'], personal: false };

export async function registerIn(store: Store): Promise<Register> {
  const register = await loadRegister(store, { timeZone });
  for (const { version: _, ...organisatie } of organisaties) await register.saveOrganisatie(organisatie);
  for (const { version: _, ...verband } of verbanden) await register.saveVerband(verband);
  for (const { version: _, ...afspraak } of afspraken)
    await register.saveAfspraak(afspraak, 'new', { naam: 'Proef', via: 'import' }, at);
  return register;
}
