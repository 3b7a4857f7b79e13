import type { Clock } from '../../services/clock.ts';
import type { Draft } from '../../services/opslag/store.ts';
import type { Afspraak, Verband } from '../../services/register/types.ts';
import type { Teams } from './teams.ts';

/** What a journey finds in the register before anybody speaks: each journey says only what matters to its story. */
export const verbandDraft = (id = 'v1', orgaan = 'Voorbeeldverband'): Draft<Verband> => ({
  _id: id,
  naam: `Gemeenschappelijke regeling ${orgaan}`,
  orgaan,
  vorm: 'OL',
  beleidsterreinen: [],
  deelnemers: [],
  regelingId: id.slice(1),
});

/** A running dvo of `v1` without owner or dates. */
export const afspraakDraft = (code: string, over: Partial<Draft<Afspraak>> = {}): Draft<Afspraak> => ({
  _id: code,
  titel: `Afspraak over ${code}`,
  soort: 'dvo',
  verband: 'v1',
  partijen: ['naam:een'],
  status: 'lopend',
  rapportageAan: [],
  vertrouwelijkheid: 'intern',
  ...over,
});

/** Puts new afspraken in the register as an import at this moment does. */
export async function saveNew(teams: Teams, clock: Clock, ...afspraken: readonly Draft<Afspraak>[]): Promise<void> {
  for (const afspraak of afspraken)
    await teams.house.parts.register.saveAfspraak(afspraak, 'new', { naam: 'Proef', via: 'import' }, clock.now());
}
