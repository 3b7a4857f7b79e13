import type { CivilDate } from '../kalender/civil-date.ts';
import type { Stored } from '../opslag/store.ts';

/** Domain types of the register. Field names are those of the national register (ROO), TOOI and CONTRACT §5. */

export type Organisatiesoort = 'gemeente' | 'provincie' | 'waterschap' | 'ministerie' | 'samenwerking' | 'overig';

/** A public body that takes part in a verband. `_id` is its TOOI code (`gm0106`), or `naam:` + normalised name where it has none. */
export interface Organisatie extends Stored {
  /** Full name as the register writes it: `Gemeente Assen`, `Provincie Groningen`, `Waterschap Hunze en Aa's`. */
  readonly naam: string;
  readonly soort: Organisatiesoort;
  /** TOOI code; absent for 168 deelnemers of the register (foreign bodies, old waterschappen). */
  readonly tooi?: string;
}

/** Legal forms of the Wgr, art. 8; RZM: regeling zonder meer (also centrumgemeenteregelingen). */
export type Vorm = 'OL' | 'BVO' | 'GO' | 'RZM' | 'overig';

export interface Deelname {
  readonly organisatie: string;
  readonly toetreding?: CivilDate;
  /** Deciding bodies of the deelnemer that joined: `College van burgemeester en wethouders`. */
  readonly bestuursorganen: readonly string[];
}

/** A partnership. `_id` is `v` + the register's regeling_id. */
export interface Verband extends Stored {
  /** Full name of the regeling, as the register writes it. */
  readonly naam: string;
  /** The body it made, when it made one: `RegIT`, `Omgevingsdienst Drenthe`. */
  readonly orgaan?: string;
  /** Text with leading zeros. */
  readonly rsin?: string;
  readonly vorm: Vorm;
  readonly doel?: string;
  readonly beleidsterreinen: readonly string[];
  readonly ingangsdatum?: CivilDate;
  readonly deelnemers: readonly Deelname[];
  /** The register's own number of the regeling. */
  readonly regelingId: string;
  /** Who directs and in which order; absent: nobody has said. Set with `Register.changeKeten` alone, so that an import keeps it. */
  readonly keten?: Keten;
}

/** Chain models of GEMMA (DOMAIN §2): one directs, links hand over, or parties depend on each other without hierarchy. */
export const ketenmodellen = ['orkestratie', 'estafette', 'netwerk'] as const;
export type Ketenmodel = (typeof ketenmodellen)[number];

/** One link of a chain. `contact` is personal data. */
export interface Schakel {
  /** `_id` of the organisatie. */
  readonly organisatie: string;
  readonly contact?: Eigenaar;
}

/** How a verband works together, and whom to turn to. Names are personal data. */
export interface KetenInhoud {
  readonly model?: Ketenmodel;
  /** Of an orkestratie: who directs. */
  readonly regisseur?: Eigenaar;
  readonly coordinator?: Eigenaar;
  /** Stands in for the owner of an afspraak that names no plaatsvervanger itself. */
  readonly plaatsvervanger?: Eigenaar;
  /** Of an estafette: in the order in which they hand over. */
  readonly schakels: readonly Schakel[];
}

/** One state of a keten: who made it what it is, and when. */
export interface KetenVersie extends KetenInhoud {
  /** From 1; never used twice. */
  readonly nummer: number;
  readonly door: string;
  /** The way in: `chat`, `import`. */
  readonly via: string;
  /** Epoch ms. */
  readonly op: number;
}

/** The keten of a verband with its earlier versions (keten.ts). */
export interface Keten extends KetenInhoud {
  /** Oldest first, the last one is how it stands; of many the latest. Never empty. */
  readonly versies: readonly KetenVersie[];
}

export const soorten = [
  'contract',
  'dvo',
  'sla',
  'exit',
  'begroting',
  'businesscase',
  'herijking',
  'evaluatie',
  'rapportage',
  'informatiebeleidsplan',
  'verwerkersovereenkomst',
  'mandaat',
  'convenant',
  'governance',
  'communicatie',
  'kwartiermaker',
  'overig',
] as const;
export type Soort = (typeof soorten)[number];

export const statussen = [
  'concept',
  'voorgesteld',
  'lopend',
  'onder-herijking',
  'afgerond',
  'opgezegd',
  'vervallen',
] as const;
export type Status = (typeof statussen)[number];

/** Statuses that end an afspraak: everything else is *open* (CONTRACT §6). */
export const ended: readonly Status[] = ['afgerond', 'opgezegd', 'vervallen'];

export const ritmes = [
  'eenmalig',
  'maandelijks',
  'elk kwartaal',
  'halfjaarlijks',
  'jaarlijks',
  'elke 2 jaar',
  'elke 4 jaar',
] as const;
export type Ritme = (typeof ritmes)[number];

export const ontvangers = ['raad', 'college', 'stuurgroep', 'AB', 'DB'] as const;
export type Ontvanger = (typeof ontvangers)[number];

export const vertrouwelijkheden = ['openbaar', 'intern', 'vertrouwelijk'] as const;
export type Vertrouwelijkheid = (typeof vertrouwelijkheden)[number];

/** The one who answers for an afspraak. Personal data. */
export interface Eigenaar {
  readonly naam: string;
  readonly email?: string;
}

/** Anything agreed. `_id` is its code, `AFS-2026-012`. */
export interface Afspraak extends Stored {
  readonly titel: string;
  readonly tekst?: string;
  readonly soort: Soort;
  /** `_id` of the verband. */
  readonly verband: string;
  /** `_id`s of organisaties, in the order given. Never empty: all deelnemers of the verband where the source names none. */
  readonly partijen: readonly string[];
  readonly eigenaar?: Eigenaar;
  /** Stands in for the eigenaar: told when a herinnering gets no reaction. Personal data. */
  readonly plaatsvervanger?: Eigenaar;
  readonly status: Status;
  readonly ingangsdatum?: CivilDate;
  readonly einddatum?: CivilDate;
  /** ISO 8601 duration in whole years, months, weeks or days: `P6M`. */
  readonly opzegtermijn?: string;
  /** Tacit renewal. */
  readonly stilzwijgend?: boolean;
  readonly herijking?: CivilDate;
  /** Rhythm of the herijking. */
  readonly ritme?: Ritme;
  readonly rapportageAan: readonly Ontvanger[];
  readonly rapportagedatum?: CivilDate;
  readonly rapportageritme?: Ritme;
  readonly vertrouwelijkheid: Vertrouwelijkheid;
  /** https link to the document where it lies; never a copy. */
  readonly document?: string;
}

/** The four dates that a question with a period, and the rule for *te laat*, look at. */
export const datumVelden = ['einddatum', 'herijking', 'rapportagedatum', 'ingangsdatum'] as const;
export type DatumVeld = (typeof datumVelden)[number];

/** What is searched by as a date: those four, and the last day to give notice, which is worked out (notice-day.ts). */
export const zoekdata = [...datumVelden, 'opzegdatum'] as const;
export type Zoekdatum = (typeof zoekdata)[number];

/**
 * The register held in memory, read synchronously; made from the store and kept up with it by `loadRegister` (register/register.ts),
 * also when another process writes. Everything it gives is frozen: hand it on, never change it.
 */
export interface RegisterView {
  /** Rises with every change; two views with the same revision hold the same. */
  readonly revision: number;
  organisatie(id: string): Organisatie | undefined;
  verband(id: string): Verband | undefined;
  afspraak(code: string): Afspraak | undefined;
  readonly organisaties: readonly Organisatie[];
  readonly verbanden: readonly Verband[];
  readonly afsprakenCount: number;
  afspraken(): Iterable<Afspraak>;
  /** Verbanden in which this organisatie takes part, by name. */
  verbandenOf(organisatie: string): readonly Verband[];
  /** All matches, by code. Uses indexes: its cost follows the number of matches, not the size of the register. */
  findAfspraken(query: AfspraakQuery): readonly Afspraak[];
  /**
   * The afspraken that at least one of these queries finds, as a set: for who counts, or shows the first of many. Leaves out an
   * afspraak whose verband is not in the register.
   */
  matchAfspraken(queries: readonly AfspraakQuery[]): AfspraakMatches;
  /** How many open afspraken of this soort a verband has, by its `_id`; one without any is not there. Read it at once: it is live. */
  verbandenWithOpen(soort: Soort): ReadonlyMap<string, number>;
}

/** By the first of these dates that is not before `van`; what has none of them comes last, what shares a day by code. */
export interface DateOrder {
  readonly velden: readonly Zoekdatum[];
  /** Absent: any day. */
  readonly van?: CivilDate;
}

/**
 * The afspraken that a question is about. Which ones was settled when it was asked, without looking at each: counting and
 * narrowing cost next to nothing, reading costs what is read. What is read later is given as it is then.
 */
export interface AfspraakMatches {
  readonly size: number;
  /** Whether this one is among them. */
  has(code: string): boolean;
  /** The first `count` in this order; absent: by code. */
  first(count: number, order?: DateOrder): readonly Afspraak[];
  /** Every one. Costs what there is: for who writes them all out. */
  all(order?: DateOrder): readonly Afspraak[];
  /** Those that the query finds as well. */
  and(query: AfspraakQuery): AfspraakMatches;
  /** Those that the query does not find. */
  without(query: AfspraakQuery): AfspraakMatches;
  /** Those that are among these others too, of the same register. */
  within(others: AfspraakMatches): AfspraakMatches;
  /** Those whose day in this order comes first: more than one when they share it, none when none has such a day. */
  onFirstDay(order: DateOrder): AfspraakMatches;
  /** The different owners, who has most first, told apart by e-mail address or else by name. */
  owners(): readonly { readonly eigenaar: Eigenaar; readonly count: number }[];
  /** `_id`s of the verbanden that these belong to. */
  verbanden(): ReadonlySet<string>;
}

/** Every condition given must hold; ids, not names. */
export interface AfspraakQuery {
  readonly codes?: readonly string[];
  /** Parties that must all be among its partijen. */
  readonly partijen?: readonly string[];
  /** At least one of its partijen is an organisatie of this soort. */
  readonly partijsoort?: Organisatiesoort;
  /** One of these verbanden. */
  readonly verbanden?: readonly string[];
  readonly soorten?: readonly Soort[];
  /**
   * `open`, `lopend` and `te_laat` by the meanings of CONTRACT §6 (they need `today`); otherwise the statuses themselves.
   * Absent: any status.
   */
  readonly status?: 'open' | 'lopend' | 'te_laat' | readonly Status[];
  readonly today?: CivilDate;
  /** One of `velden` lies in van … tot, both inclusive, either open. */
  readonly periode?: { readonly van?: CivilDate; readonly tot?: CivilDate; readonly velden: readonly Zoekdatum[] };
  /** Last word(s) of the owner's name or the e-mail address, without regard to case or diacritics. */
  readonly eigenaar?: string;
  readonly rapportageAan?: Ontvanger;
  /** Words that must all occur in titel or tekst, compared by Dutch stem. */
  readonly zoekterm?: string;
  /** This field is empty. */
  readonly ontbreekt?: keyof Afspraak;
  /** It was changed since it was recorded. */
  readonly gewijzigd?: true;
  /** What the asker may not see is left out. Absent: no limit. */
  readonly visibleIn?: { readonly verbanden: readonly string[] };
}
