import type { OverzichtFrame } from '../../cards/overzicht-parts.ts';
import type { Herinneringregel, OverzichtSoort } from '../../services/herinneringen/regel.ts';
import type { HerinneringKind } from '../../services/herinneringen/types.ts';
import { gaten, type Maandlijst } from '../../services/overzicht/ontbreekt.ts';
import type { PersoonlijkOverzicht } from '../../services/overzicht/persoonlijk.ts';
import type { Termijn } from '../../services/overzicht/termijnen.ts';
import { vasteRegel } from '../../services/overzicht/vaste-regels.ts';
import type { Weekoverzicht } from '../../services/overzicht/week.ts';
import { afspraak, besluit, verband } from './samples.ts';

/** Overzichten as large as a test asks. */

const codeOf = (number: number): string => `AFS-2026-${String(number).padStart(3, '0')}`;
const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index + 1);

export const termijn = (
  number: number,
  datum: string,
  titel: string,
  kind: HerinneringKind = 'herijking',
): Termijn => ({
  afspraak: afspraak({ _id: codeOf(number), titel }),
  kind,
  datum,
});

export const frame = (soort: OverzichtSoort, over: Partial<OverzichtFrame> = {}): OverzichtFrame => ({
  soort,
  regel: `vast-${soort}-k1`,
  verbanden: soort === 'persoonlijk' ? [] : ['Gemeenschappelijke regeling Voorbeeldverband'],
  ...over,
});

export const weekOf = (count: number, titel: string): Weekoverzicht => ({
  vanaf: '2027-02-08',
  komend: numbers(count).map((number) => termijn(number, '2027-02-22', titel, 'opzeggen')),
  teLaat: numbers(count).map((number) => termijn(number, '2027-02-01', titel, 'einde')),
  besluiten: numbers(count).map((volgnummer) => besluit({ volgnummer, onderwerp: titel })),
  zonderReactie: numbers(count).map((number) => ({
    termijn: termijn(number, '2027-02-03', titel),
    trap: 'coordinator',
    at: Date.UTC(2027, 1, 12, 8),
  })),
  klaar: numbers(count).map((number) => termijn(number, '2027-02-10', titel, 'rapportage')),
});

export const lijstOf = (count: number, titel: string): Maandlijst => ({
  onvolledig: numbers(count).map((number) => ({ afspraak: afspraak({ _id: codeOf(number), titel }), gaten })),
  aantallen: { eigenaar: count, einddatum: count, herijking: count },
  zonderExit: numbers(count).map((number) => verband({ _id: `v${number}`, orgaan: titel })),
});

export const persoonlijkOf = (count: number, titel: string): PersoonlijkOverzicht => ({
  eigen: count,
  komend: weekOf(count, titel).komend,
  teLaat: weekOf(count, titel).teLaat,
  onvolledig: lijstOf(count, titel).onvolledig,
  opgepakt: [
    ...weekOf(count, titel).teLaat.map((each) => ({ kind: 'termijn', termijn: each }) as const),
    ...numbers(count).map(() => ({ kind: 'eigen', kanaal: 'k1', at: Date.UTC(2027, 1, 10, 8) }) as const),
  ],
});

export const vast = (soort: OverzichtSoort, over: Partial<Herinneringregel> = {}): Herinneringregel => ({
  ...vasteRegel(soort, 'k1', { now: Date.UTC(2027, 1, 1), timeZone: 'Europe/Amsterdam' }),
  version: 2,
  ...over,
});
