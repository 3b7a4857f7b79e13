import type { CivilDate } from '../kalender/civil-date.ts';
import { isInProvincie } from '../register/provincie.ts';
import {
  type AfspraakQuery,
  type DatumVeld,
  type Ontvanger,
  type Organisatiesoort,
  ontvangers,
  type RegisterView,
  type Status,
  statussen,
  type Verband,
  type Vorm,
} from '../register/types.ts';
import { defaultVerbanden, type Viewer, visibleIn } from '../toegang/scope.ts';
import { listed, type Names, namedIds, type UnknownName } from './name-ids.ts';
import { meaningOfType } from './piece.ts';
import type { QuestionFilter, Reading } from './reading.ts';
import { afspraakcodeIn } from './reading.ts';

/** From a filter in words to queries in ids, by the meanings of CONTRACT §6 and the scope of §7. */

export interface PlanParts {
  readonly view: RegisterView;
  readonly names: Names;
  readonly viewer: Viewer;
  readonly today: CivilDate;
}

/** Something the asker should know about how the question was taken. */
export type PlanNote =
  | { readonly kind: 'channel'; readonly verbanden: readonly string[] }
  /** The register of afspraken does not hold this body (MT, burgemeester): it was not part of the search. */
  | { readonly kind: 'orgaan_unknown'; readonly orgaan: string }
  /** Of an earlier day: so many were not known then, and were taken by their ingangsdatum and einddatum. */
  | { readonly kind: 'judged_by_dates'; readonly count: number }
  /** Of an earlier day: of so many it is not known whether they had begun; they were left out. */
  | { readonly kind: 'start_unknown'; readonly count: number }
  /** Of an earlier day: this one was recorded only on `day`; shown is its first state. */
  | { readonly kind: 'known_since'; readonly code: string; readonly day: CivilDate };

export type SearchPlan =
  | {
      readonly kind: 'ready';
      /** An afspraak is in the answer when one of these finds it. */
      readonly queries: readonly AfspraakQuery[];
      /** `_id`s of the verbanden that the question or the channel names; empty: no limit. */
      readonly verbanden: readonly string[];
      readonly organisaties: readonly string[];
      readonly applied: QuestionFilter;
      readonly notes: readonly PlanNote[];
    }
  | UnknownName
  /** `@ik`, and nobody knows who asks. */
  | { readonly kind: 'unknown_asker' };

/** The legal forms a filter may name (services/vragen/woorden), each as the register's codes. */
const vormen: Readonly<Record<string, readonly Vorm[]>> = {
  'openbaar lichaam': ['OL'],
  bedrijfsvoeringsorganisatie: ['BVO'],
  'gemeenschappelijk orgaan': ['GO'],
  'regeling zonder meer': ['RZM'],
  // The national register files centrumgemeenteregelingen under RZM; the name tells them apart.
  centrumgemeente: ['RZM'],
  wgr: ['OL', 'BVO', 'GO', 'RZM', 'overig'],
};

/** Whether a verband has the legal form that a filter names. */
export function hasVorm(verband: Verband, vorm: string): boolean {
  const codes = vormen[vorm.toLowerCase()] ?? [];
  if (vorm.toLowerCase() === 'centrumgemeente')
    return codes.includes(verband.vorm) && /centrum(?:gemeente|regeling)/i.test(verband.naam);
  return codes.includes(verband.vorm) || verband.vorm === vorm;
}

/** The dates that a period is about when the question does not say which (CONTRACT §6: "one of the four dates"). */
const allDates: readonly DatumVeld[] = ['einddatum', 'herijking', 'rapportagedatum', 'ingangsdatum'];

/** Status of the query: what was named, any when the words lift it, otherwise open ones. */
function statusOf(filter: QuestionFilter): AfspraakQuery['status'] {
  const named = listed(filter.status);
  // Of an earlier day, in force is judged by what was known then (answer-on-day.ts).
  if (filter.peildatum !== undefined && named.every((status) => ['open', 'lopend', 'alle'].includes(status)))
    return undefined;
  if (named.length === 0) return filter.elkeStatus === true ? undefined : 'open';
  const [first] = named;
  if (first === 'alle') return undefined;
  if (first === 'open' || first === 'lopend' || first === 'te_laat') return first;
  return named.filter((status): status is Status => statussen.some((known) => known === status));
}

const isOntvanger = (value: string | undefined): value is Ontvanger =>
  ontvangers.some((ontvanger) => ontvanger === value);

/** Field names of a filter that are not those of an afspraak (`exit` is a soort, not a field). */
const fields = [
  'einddatum',
  'ingangsdatum',
  'herijking',
  'rapportagedatum',
  'opzegtermijn',
  'eigenaar',
  'document',
  'tekst',
  'ritme',
  'rapportageritme',
  'rapportageAan',
] as const;

function ontbreektOf(filter: QuestionFilter): AfspraakQuery['ontbreekt'] {
  return fields.find((field) => field === filter.ontbreekt);
}

function periodeOf(filter: QuestionFilter, standard: readonly DatumVeld[]): AfspraakQuery['periode'] {
  const { periode, datum } = filter;
  const span = periode ?? (datum === undefined ? undefined : { van: datum, tot: datum });
  if (span === undefined) return undefined;
  return {
    ...(span.van === undefined ? {} : { van: span.van }),
    ...(span.tot === undefined ? {} : { tot: span.tot }),
    velden: periode?.veld === undefined ? standard : [periode.veld],
  };
}

/** Verbanden that have the vorm or lie in the provincie asked for; undefined when neither was asked. */
function verbandenByKind(filter: QuestionFilter, view: RegisterView): readonly string[] | undefined {
  const { vorm, provincie } = filter;
  if (vorm === undefined && provincie === undefined) return undefined;
  return view.verbanden
    .filter(
      (verband) =>
        (vorm === undefined || hasVorm(verband, vorm)) &&
        (provincie === undefined || isInProvincie(verband, provincie)),
    )
    .map((verband) => verband._id);
}

/** One query for each `type`, and within it for each word a piece may be written with. */
function queriesOf(base: AfspraakQuery, filter: QuestionFilter): readonly AfspraakQuery[] {
  const types = listed(filter.type);
  if (types.length === 0) return [base];
  return types.flatMap((type) => {
    const { soort, words } = meaningOfType(type);
    const kind = soort === undefined ? base : { ...base, soorten: [soort] };
    if (words === undefined) return [kind];
    return words.map((word) => ({ ...kind, zoekterm: `${base.zoekterm ?? ''} ${word}`.trim() }));
  });
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** The given fields without those that are undefined (`exactOptionalPropertyTypes`). */
function defined<T extends object>(fields: T): Defined<T>;
function defined(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/**
 * The queries for a reading that asks for afspraken.
 *
 * @param filter of the reading, or a changed copy of it
 * @returns what to search, or why it cannot be searched
 */
export function planSearch(reading: Pick<Reading, 'intent' | 'filter'>, parts: PlanParts): SearchPlan {
  const { filter, intent } = reading;
  const { view, viewer, today } = parts;
  const found = namedIds(filter, parts.names);
  if (found.kind === 'unknown_name') return found;
  if (filter.eigenaar === '@ik' && viewer.email === undefined) return { kind: 'unknown_asker' };

  const notes: PlanNote[] = [];
  const scope = filter.nummer === undefined ? defaultVerbanden(viewer, found, view) : [];
  if (scope.length > 0) notes.push({ kind: 'channel', verbanden: scope });
  const verbanden = found.verbanden.length > 0 ? found.verbanden : scope;
  const byKind = verbandenByKind(filter, view);
  const limited =
    byKind === undefined ? verbanden : verbanden.length === 0 ? byKind : byKind.filter((id) => verbanden.includes(id));

  const recipient = filter.doelgroep ?? filter.orgaan;
  if (recipient !== undefined && !isOntvanger(recipient)) notes.push({ kind: 'orgaan_unknown', orgaan: recipient });
  const code = afspraakcodeIn(filter);
  const status = code === undefined ? statusOf(filter) : undefined;
  const reports = intent === 'rapportage.tonen';
  const base: AfspraakQuery = {
    today: filter.peildatum ?? today,
    ...visibleIn(viewer),
    ...defined({
      codes: code === undefined ? undefined : [code],
      partijen: found.organisaties.length === 0 ? undefined : found.organisaties,
      partijsoort: partijsoortOf(filter),
      verbanden: byKind === undefined && verbanden.length === 0 ? undefined : limited,
      status,
      periode: periodeOf(filter, reports ? ['rapportagedatum'] : allDates),
      eigenaar: filter.eigenaar === '@ik' ? viewer.email : filter.eigenaar,
      rapportageAan: isOntvanger(recipient) ? recipient : undefined,
      zoekterm: filter.zoekterm,
      ontbreekt: ontbreektOf(filter),
    }),
  };
  return {
    kind: 'ready',
    queries: queriesOf(reportsOnly(base, filter, reports), filter),
    verbanden,
    organisaties: found.organisaties,
    applied: appliedOf(filter, status, scope, view),
    notes,
  };
}

/** A question about rapportages that names neither a kind, a recipient nor a period is about the soort rapportage. */
function reportsOnly(base: AfspraakQuery, filter: QuestionFilter, reports: boolean): AfspraakQuery {
  const narrowed = filter.type !== undefined || base.periode !== undefined || base.rapportageAan !== undefined;
  return reports && !narrowed ? { ...base, soorten: ['rapportage'] } : base;
}

const partijsoorten: readonly Organisatiesoort[] = [
  'gemeente',
  'provincie',
  'waterschap',
  'ministerie',
  'samenwerking',
  'overig',
];

const partijsoortOf = (filter: QuestionFilter): Organisatiesoort | undefined =>
  partijsoorten.find((soort) => soort === filter.partnersoort);

/** The filter as it was searched: with the default status and the channel's verbanden written out. */
function appliedOf(
  filter: QuestionFilter,
  status: AfspraakQuery['status'],
  scope: readonly string[],
  view: RegisterView,
): QuestionFilter {
  const scoped = scope.flatMap((id) => view.verband(id)?.naam ?? []);
  return {
    ...filter,
    ...(filter.status === undefined && status === 'open' ? { status: 'open' } : {}),
    ...(scoped.length === 0 ? {} : { verband: scoped }),
  };
}
