import { addTo, type CivilDate, daysBetween, instantAt } from '../kalender/civil-date.ts';
import { previousWorkingDay, type Reces } from '../kalender/feestdagen.ts';
import type { Afspraak, Organisatie, RegisterView } from '../register/types.ts';
import type { Recesblad, Recesperiode } from './types.ts';

/**
 * All recessen as they are now, to be asked without waiting. Made by `loadRecessen`; the same object as long as nothing changes,
 * so that what is worked out from it can be kept.
 */
export interface Recesview {
  /** Equal for equal recessen, so that the planner sees that something changed. */
  readonly key: string;
  /** Of this organisatie, by day; empty when none was set. */
  of(organisatie: string): readonly Recesperiode[];
  /** `_id`s of the organisaties that have any. */
  readonly organisaties: readonly string[];
  /**
   * Days on which nothing is sent about this afspraak (CONTRACT §8: the reces of the recipient council): those of every partij
   * together, for a message that goes to all of them must find all of them at work. Without names, none overlapping; undefined
   * when none of its partijen has a reces. The same array for the same recessen.
   *
   * A reces that was set too late to send what falls in it before it begins is left out: else the moment would lie in the past
   * and nobody would ever hear of it.
   */
  recesOf(afspraak: Pick<Afspraak, 'partijen'>): readonly Reces[] | undefined;
  /**
   * What people mean by "het zomerreces" among these organisaties, by day: where several have it, from the first day that one has
   * it to the last.
   */
  spokenOf(organisaties: readonly string[]): readonly Reces[];
  /** The last working day before a reces of this organisatie: when what falls in it is sent. Undefined: it was set too late for that. */
  sentBefore(organisatie: string, reces: Recesperiode): CivilDate | undefined;
}

const none: readonly Recesperiode[] = [];
const reminderTime = '09:00';

export function recesviewOf(bladen: readonly Recesblad[], timeZone: string): Recesview {
  const byOrganisatie = new Map(bladen.filter(({ recessen }) => recessen.length > 0).map((one) => [one._id, one]));
  const of = (organisatie: string): readonly Recesperiode[] => byOrganisatie.get(organisatie)?.recessen ?? none;
  /** By partijen as they stand in an afspraak: a hundred thousand of them name a few hundred combinations. */
  const byArray = new WeakMap<readonly string[], readonly Reces[]>();
  const bySet = new Map<string, readonly Reces[]>();

  function together(partijen: readonly string[]): readonly Reces[] {
    const having = [...new Set(partijen)].filter((id) => byOrganisatie.has(id)).sort();
    const key = having.join('\n');
    const known = bySet.get(key) ?? joined(inTime(having.flatMap(of), timeZone));
    bySet.set(key, known);
    return known;
  }

  return {
    key: [...byOrganisatie.values()].map(({ _id, version }) => `${_id} ${version}`).join('\n'),
    of,
    organisaties: [...byOrganisatie.keys()],
    recesOf({ partijen }) {
      if (byOrganisatie.size === 0) return undefined;
      const found = byArray.get(partijen) ?? together(partijen);
      byArray.set(partijen, found);
      return found.length === 0 ? undefined : found;
    },
    spokenOf: (organisaties) => spoken([...new Set(organisaties)].flatMap(of)),
    sentBefore(organisatie, reces) {
      const all = of(organisatie);
      return inTime(all, timeZone).includes(reces) ? lastDayBefore(reces, all) : undefined;
    },
  };
}

const lastDayBefore = ({ van }: Reces, reces: readonly Reces[]): CivilDate =>
  previousWorkingDay(addTo(van, { days: -1 }), { reces });

/** Those that were known before the moment at which what falls in them is sent: before the whole stretch that they are part of. */
function inTime(all: readonly Recesperiode[], timeZone: string): readonly Recesperiode[] {
  const stretches = joined(all);
  const sent = stretches.map((one) => instantAt(lastDayBefore(one, stretches), reminderTime, timeZone));
  return all.filter((one) => {
    const at = sent[stretches.findIndex(({ van, tot }) => van <= one.van && one.van <= tot)];
    return at !== undefined && at > one.sinds;
  });
}

const byDay = (one: Reces, other: Reces): number => (one.van < other.van ? -1 : one.van > other.van ? 1 : 0);

/** Free days as few stretches as possible. */
function joined(all: readonly Reces[]): readonly Reces[] {
  const stretches: { van: CivilDate; tot: CivilDate }[] = [];
  for (const { van, tot } of [...all].sort(byDay)) {
    const last = stretches.at(-1);
    if (last === undefined || van > addTo(last.tot, { days: 1 })) stretches.push({ van, tot });
    else if (tot > last.tot) last.tot = tot;
  }
  return stretches;
}

/** Recessen that overlap are one to the people who speak of them, under every name that it has. */
function spoken(all: readonly Recesperiode[]): readonly Reces[] {
  const stretches: { van: CivilDate; tot: CivilDate; namen: Set<string> }[] = [];
  for (const { van, tot, naam } of [...all].sort(byDay)) {
    const last = stretches.at(-1);
    if (last === undefined || van > last.tot) stretches.push({ van, tot, namen: new Set([naam]) });
    else {
      last.namen.add(naam);
      if (tot > last.tot) last.tot = tot;
    }
  }
  return stretches.map(({ van, tot, namen }) => ({ van, tot, naam: [...namen].join(' ') }));
}

/**
 * The gemeenten of these verbanden of which no reces is known in the year from today, by name: for the warning that their
 * reminders may come when nobody is there (DOMAIN §5.2).
 */
export function gemeentenWithoutReces(
  view: Pick<Recesview, 'of'>,
  register: Pick<RegisterView, 'verband' | 'organisatie'>,
  verbanden: readonly string[],
  today: CivilDate,
): readonly Organisatie[] {
  const until = addTo(today, { years: 1 });
  const isKnown = (id: string): boolean => view.of(id).some(({ van, tot }) => tot >= today && van <= until);
  const ids = new Set(verbanden.flatMap((id) => register.verband(id)?.deelnemers.map((one) => one.organisatie) ?? []));
  return [...ids]
    .filter((id) => !isKnown(id))
    .flatMap((id) => register.organisatie(id) ?? [])
    .filter(({ soort }) => soort === 'gemeente')
    .sort((one, other) => (one.naam < other.naam ? -1 : 1));
}

/** Days in a reces, both ends counted. */
export const lengthOf = ({ van, tot }: Reces): number => daysBetween(van, tot) + 1;
