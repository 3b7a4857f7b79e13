import type { CivilDate } from '../kalender/civil-date.ts';
import type { BesluitState } from './chain-view.ts';
import type { Besluit, Bestuursorgaan } from './types.ts';

/** Every condition given must hold. */
export interface BesluitQuery {
  /** One of these verbanden, by `_id`. */
  readonly verbanden?: readonly string[];
  readonly bestuursorgaan?: Bestuursorgaan;
  /** On `datum`, both days inclusive, either open. */
  readonly periode?: { readonly van?: CivilDate; readonly tot?: CivilDate };
  /** Words that must all occur in onderwerp, toelichting or identificatie, without regard to case or diacritics. */
  readonly zoekterm?: string;
  /** Code of an afspraak it is about. */
  readonly afspraak?: string;
  /** In force on this day: begun, not expired, not withdrawn. Absent: withdrawn ones too, they carry their vervalreden. */
  readonly geldigOp?: CivilDate;
  /** What the asker may not see is left out; a besluit without a verband is then left out too. Absent: no limit. */
  readonly visibleIn?: { readonly verbanden: readonly string[] };
  readonly limit?: number;
}

/** Matches, the latest datum first, of one day the last recorded first. */
export function selectBesluiten(states: Iterable<BesluitState>, query: BesluitQuery): readonly BesluitState[] {
  const words = foldText(query.zoekterm ?? '')
    .split(/\s+/)
    .filter((word) => word !== '');
  const found: BesluitState[] = [];
  for (const state of states) {
    if (matches(state.besluit, query) && containsAll(state.besluit, words)) found.push(state);
  }
  found.sort((one, other) => compareLatestFirst(one.besluit, other.besluit));
  return query.limit === undefined ? found : found.slice(0, query.limit);
}

function matches(besluit: Besluit, query: BesluitQuery): boolean {
  const { verbanden, bestuursorgaan, periode, afspraak, geldigOp, visibleIn } = query;
  return (
    (verbanden === undefined || isOneOf(besluit.verband, verbanden)) &&
    (visibleIn === undefined || isOneOf(besluit.verband, visibleIn.verbanden)) &&
    (bestuursorgaan === undefined || besluit.bestuursorgaan === bestuursorgaan) &&
    (periode?.van === undefined || besluit.datum >= periode.van) &&
    (periode?.tot === undefined || besluit.datum <= periode.tot) &&
    (afspraak === undefined || besluit.afspraken.includes(afspraak.toUpperCase())) &&
    (geldigOp === undefined || isInForce(besluit, geldigOp))
  );
}

const isOneOf = (verband: string | undefined, verbanden: readonly string[]): boolean =>
  verband !== undefined && verbanden.includes(verband);

/** A vervaldatum is the first day on which it no longer holds. */
const isInForce = (besluit: Besluit, day: CivilDate): boolean =>
  besluit.ingangsdatum <= day && (besluit.vervaldatum === undefined || day < besluit.vervaldatum);

function containsAll(besluit: Besluit, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const text = foldText(`${besluit.onderwerp}\n${besluit.toelichting ?? ''}\n${besluit.identificatie}`);
  return words.every((word) => text.includes(word));
}

const foldText = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

function compareLatestFirst(one: Besluit, other: Besluit): number {
  if (one.datum !== other.datum) return one.datum < other.datum ? 1 : -1;
  return other.volgnummer - one.volgnummer;
}
