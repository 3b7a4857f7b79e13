import type { Afspraak, RegisterView, Soort, Verband } from '../register/types.ts';

/**
 * What is missing in the afspraken of a kanaal: without an eigenaar nobody answers for one, without a date nobody is reminded, and
 * without a way out nobody knows what it costs to leave ("ten lessons", lesson 9). Counts exactly what the questions "welke afspraken
 * hebben geen eigenaar?" and "welke verbanden hebben geen exitregeling?" answer in the same channel.
 */

/** Fields of an afspraak that may be missing, in the order in which they are told. */
export const gaten = ['eigenaar', 'einddatum', 'herijking'] as const satisfies readonly (keyof Afspraak)[];
export type Gat = (typeof gaten)[number];

/**
 * These do not end on a day of their own: a review and a report come back on their herijking or rapportagedatum (CONTRACT §8), and an
 * exitregeling holds for as long as its verband, with a review each year (DOMAIN §2).
 */
const withoutEnd: readonly Soort[] = ['herijking', 'evaluatie', 'rapportage', 'exit'];

/** What an afspraak misses of what its soort needs. */
export const gatenOf = (afspraak: Afspraak): readonly Gat[] =>
  gaten.filter((gat) => afspraak[gat] === undefined && (gat !== 'einddatum' || !withoutEnd.includes(afspraak.soort)));

/** Of which soorten those are that miss this: asked about these alone, the question gives the same ones. */
export const soortenMissing = ({ onvolledig }: Pick<Maandlijst, 'onvolledig'>, gat: Gat): readonly Soort[] => [
  ...new Set(onvolledig.filter((one) => one.gaten.includes(gat)).map(({ afspraak }) => afspraak.soort)),
];

export interface Onvolledig {
  readonly afspraak: Afspraak;
  /** Never empty. */
  readonly gaten: readonly Gat[];
}

export interface Maandlijst {
  /** Open afspraken of the kanaal's verbanden that miss something, most gaps first, then by code. */
  readonly onvolledig: readonly Onvolledig[];
  /** How many of them miss each. */
  readonly aantallen: Readonly<Record<Gat, number>>;
  /** Verbanden of the kanaal without an open afspraak of soort exit. */
  readonly zonderExit: readonly Verband[];
}

/** @param verbanden `_id`s of those of the kanaal; what is vertrouwelijk in them may be shown there */
export function readMaandlijst(view: RegisterView, verbanden: readonly string[]): Maandlijst {
  const open = verbanden.length === 0 ? [] : view.findAfspraken({ verbanden, status: 'open' });
  const onvolledig = open
    .map((afspraak) => ({ afspraak, gaten: gatenOf(afspraak) }))
    .filter((one) => one.gaten.length > 0)
    .sort((one, other) => other.gaten.length - one.gaten.length || (one.afspraak._id < other.afspraak._id ? -1 : 1));
  const count = (gat: Gat): number => onvolledig.filter((one) => one.gaten.includes(gat)).length;
  const withExit = new Set(open.filter(({ soort }) => soort === 'exit').map(({ verband }) => verband));
  return {
    onvolledig,
    aantallen: { eigenaar: count('eigenaar'), einddatum: count('einddatum'), herijking: count('herijking') },
    zonderExit: verbanden.filter((id) => !withExit.has(id)).flatMap((id) => view.verband(id) ?? []),
  };
}

/** Nothing is missing: then there is no message. */
export const isCompleet = ({ onvolledig, zonderExit }: Maandlijst): boolean =>
  onvolledig.length === 0 && zonderExit.length === 0;
