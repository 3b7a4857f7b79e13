import type { CivilDate } from '../kalender/civil-date.ts';
import type { DatumVeld } from '../register/types.ts';
import type { Language } from '../taal/language.ts';

/** What a sentence was read as. The names stand on the outside (CONTRACT §6): add, never rename. */

export const intents = [
  'afspraak.zoeken',
  'afspraak.tonen',
  'afspraak.aantal',
  'afspraak.aanmaken',
  'afspraak.wijzigen',
  'herinnering.instellen',
  'herinnering.tonen',
  'herinnering.uitstellen',
  'herinnering.stoppen',
  'besluit.vastleggen',
  'besluit.zoeken',
  'besluit.tonen',
  'besluit.intrekken',
  'zienswijze.tonen',
  'zienswijze.vastleggen',
  'pc.kalender',
  'rapportage.tonen',
  'rapportage.opstellen',
  'verband.zoeken',
  'verband.tonen',
  'verband.aantal',
  'contact.tonen',
  'document.tonen',
  'exporteren',
  'escalatie.melden',
  'uitleg',
  'help',
  'dank',
  'annuleren',
  'buiten_scope',
  'onbekend',
] as const;
export type Intent = (typeof intents)[number];

/** Both days inclusive; an open side is absent. `tekst`: the words it was read from. `veld`: the date it is about, absent for any of the four; `opzegdatum` is the last day to give notice. */
export interface Periode {
  readonly van?: CivilDate;
  readonly tot?: CivilDate;
  readonly veld?: DatumVeld | 'opzegdatum';
  readonly tekst?: string;
}

/** Organisations and verbanden by their full name, as the register writes them. All keys optional. */
export interface QuestionFilter {
  readonly partner?: string | readonly string[];
  readonly partnersoort?: string;
  readonly verband?: string | readonly string[];
  /** A soort of afspraak, or a kind of piece (`kadernota`, `marap`) that is narrower than a soort. */
  readonly type?: string | readonly string[];
  readonly vorm?: string;
  readonly provincie?: string;
  /** `open`, `lopend`, `te_laat`, `alle`, or one of the statuses of the register. */
  readonly status?: string | readonly string[];
  readonly periode?: Periode;
  readonly datum?: CivilDate;
  /** `@ik` is the asker. */
  readonly eigenaar?: string;
  readonly nieuweEigenaar?: string;
  /** Of a change: the new value as it was written, where no other key holds it. */
  readonly waarde?: string;
  readonly bulk?: boolean;
  readonly orgaan?: string;
  readonly doelgroep?: string;
  readonly zoekterm?: string;
  readonly ontbreekt?: string;
  readonly veld?: string;
  readonly anker?: string;
  readonly verschuiving?: string;
  readonly herhaling?: string;
  readonly duur?: string;
  readonly ontvanger?: string;
  readonly rangnummer?: number;
  /** Of an afspraak (`AFS-2026-012`) or a besluit (`B-2026-014`); {@link afspraakcodeIn} tells which. */
  readonly nummer?: string;
  readonly stap?: string;
  readonly jaar?: number;
  readonly stuk?: string;
  readonly standpunt?: string;
  readonly onderwerp?: string;
  readonly formaat?: string;
  /** Names that could be more than one: each `Gemeente Groningen|Provincie Groningen`. */
  readonly dubbelzinnig?: readonly string[];
  readonly waarschuwing?: string;
  readonly eerstvolgende?: boolean;
  readonly vervolg?: boolean;
  readonly documentsoort?: string;
  readonly soort?: string;
  readonly niveau?: string;
  /** Part of a besluit.vastleggen sentence after the command: becomes the form's first text. */
  readonly tekst?: string;
  /** The day whose state is asked ("wat gold op 1 maart 2025"). */
  readonly peildatum?: CivilDate;
  /**
   * The words lift the default of open ones ("alle", "ooit", "verlopen" in a past period): any status. Apart from `status`,
   * which holds a status that was named.
   */
  readonly elkeStatus?: boolean;
}

/** The code of the afspraak that a filter names, if any; a besluit's number begins with `B-`. */
export const afspraakcodeIn = ({ nummer }: QuestionFilter): string | undefined =>
  nummer?.startsWith('B-') === true ? undefined : nummer;

/** One sentence, read. Deterministic: the same text, register, day and previous reading give the same reading. */
export interface Reading {
  readonly text: string;
  readonly lang: Language;
  readonly intent: Intent;
  readonly filter: QuestionFilter;
  /** Words that ask for something the filter does not heed, as typed ("boven de 50.000 euro"): the answer says so. */
  readonly ongebruikt?: readonly string[];
  /**
   * Of a follow-up that points into an earlier answer ("laat nummer 3 zien", "is dat besluit al gepubliceerd?"): the question that
   * gave that list, in which `rangnummer` counts.
   */
  readonly lijst?: { readonly intent: Intent; readonly filter: QuestionFilter };
}
