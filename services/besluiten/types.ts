import type { CivilDate } from '../kalender/civil-date.ts';

/** Bodies that decide (DOMAIN §3.5). MT and stuurgroep do not take besluiten in the sense of the Awb: never exported to a BRC. */
export const bestuursorganen = ['raad', 'college', 'burgemeester', 'AB', 'DB', 'bestuur', 'stuurgroep', 'MT'] as const;
export type Bestuursorgaan = (typeof bestuursorganen)[number];

/** A decision as recorded; names as in the ZGW Besluiten API, camelCase. */
export interface Besluit {
  /** `B-2026-014`: year of recording, counted from 001. */
  readonly identificatie: string;
  /** What was decided, one line. */
  readonly onderwerp: string;
  readonly toelichting?: string;
  /** Day of the decision. */
  readonly datum: CivilDate;
  readonly bestuursorgaan: Bestuursorgaan;
  readonly ingangsdatum: CivilDate;
  readonly vervaldatum?: CivilDate;
  readonly vervalreden?: 'tijdelijk' | 'ingetrokken_overheid' | 'ingetrokken_belanghebbende';
  /** RSIN of the verband's body, text with leading zeros. */
  readonly verantwoordelijkeOrganisatie?: string;
  /** `_id` of the verband it belongs to. */
  readonly verband?: string;
  /** Codes of the afspraken it is about. */
  readonly afspraken: readonly string[];
  /** Epoch ms. */
  readonly vastgelegdOp: number;
  /** Who recorded it; kept beside the chain, absent once erased. Personal data. */
  readonly vastgelegdDoor?: string;
  /** Place in the chain, from 1. */
  readonly volgnummer: number;
  /** SHA-256 of the entry, lower-case hex. */
  readonly hash: string;
  /** The latest later entry about it, when there is one. The fields above are already as that entry left them. */
  readonly gewijzigd?: {
    readonly soort: 'correctie' | 'intrekking';
    readonly reden: string;
    readonly vastgelegdOp: number;
    readonly volgnummer: number;
  };
}

/** The form as filled in: raw strings of card inputs, trimmed by nobody yet. */
export interface BesluitForm {
  readonly onderwerp?: string;
  readonly toelichting?: string;
  readonly datum?: string;
  readonly bestuursorgaan?: string;
  /** Codes, separated by comma, space or `|`. */
  readonly afspraken?: string;
  readonly ingangsdatum?: string;
  readonly vervaldatum?: string;
}

export type BesluitField = keyof BesluitForm;

/** One thing wrong in a form: `problem` is a stable word that the card's language file turns into a sentence. */
export interface FormProblem {
  readonly field: BesluitField;
  readonly problem:
    | 'required'
    | 'too_long'
    | 'not_a_date'
    | 'before_start'
    | 'unknown_code'
    | 'unknown_choice'
    | 'in_future';
  readonly value?: string;
}
