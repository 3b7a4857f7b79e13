import { type Herinneringregel, overzichtOf } from '../herinneringen/regel.ts';
import { codeOf, regelMoments } from '../herinneringen/regel-moments.ts';
import { openRegelCollection } from '../herinneringen/regels.ts';
import { loadRules } from '../herinneringen/rules.ts';
import { addTo, type CivilDate, dayAt, instantAt } from '../kalender/civil-date.ts';
import type { Kanaal } from '../kanalen/types.ts';
import type { Store } from '../opslag/store.ts';
import type { Afspraak, RegisterView } from '../register/types.ts';

/**
 * The days on which own reminders of a kanaal come, for the calendar of a verband. What people typed is left out: the link is passed
 * on without signing in, it was given out with the promise that no names are in it, and nobody can keep a name out of a sentence.
 * Overzichten are no dates of their own and are left out as well.
 */

/** One time that an own reminder comes. */
export interface EigenDatum {
  /** Stays the same for as long as the calendar is read. */
  readonly id: string;
  readonly day: CivilDate;
  /** When the reminder names a time of its own: `14:05`. */
  readonly tijd?: string;
  /** What it is about, without its words. */
  readonly over: 'afspraak' | 'te_laat' | 'tekst';
  readonly afspraak?: Afspraak;
  /** Rises with each change of its rule. */
  readonly version: number;
  /** Epoch ms. */
  readonly changedAt: number;
}

export interface OwnDateParts {
  readonly store: Store;
  readonly timeZone: string;
}

const monthsAhead = 13;
const mostRegels = 200;
/** Of one rule: a daily one would otherwise bury the rest. */
const mostMoments = 60;

/** The rules that may stand in the calendar of this verband, as they are now. */
export async function rulesFor(
  store: Store,
  kanaal: Kanaal,
  verband: string,
  view: RegisterView,
): Promise<readonly Herinneringregel[]> {
  const active = await openRegelCollection(store).find({ kanaal: kanaal._id, state: 'active' }, { limit: mostRegels });
  return active.filter((regel) => overzichtOf(regel) === undefined && verbandOf(regel, kanaal, view) === verband);
}

/** Where a rule names none, that of its afspraak; else the first of the kanaal, so that it stands in one calendar alone. */
function verbandOf(regel: Herinneringregel, kanaal: Kanaal, view: RegisterView): string | undefined {
  const code = codeOf(regel);
  return regel.verband ?? (code === undefined ? undefined : view.afspraak(code)?.verband) ?? kanaal.verbanden[0];
}

/**
 * From the first day of last month until a year from now, in order of time; whole months, so that the calendar is the same from one
 * hour to the next.
 *
 * @param now epoch ms
 */
export async function readOwnDates(
  { store, timeZone }: OwnDateParts,
  regels: readonly Herinneringregel[],
  view: RegisterView,
  now: number,
): Promise<readonly EigenDatum[]> {
  if (regels.length === 0) return [];
  const { recesOf } = await loadRules(store, timeZone);
  const month = `${dayAt(now, timeZone).slice(0, 7)}-01`;
  const from = instantAt(addTo(month, { months: -1 }), '00:00', timeZone) - 1;
  const to = instantAt(addTo(month, { months: monthsAhead }), '00:00', timeZone) - 1;
  return regels.flatMap((regel): readonly EigenDatum[] => {
    const code = codeOf(regel);
    const afspraak = code === undefined ? undefined : view.afspraak(code);
    if (code !== undefined && (afspraak === undefined || afspraak.vertrouwelijkheid === 'vertrouwelijk')) return [];
    const ground = { afspraak, timeZone, reces: (afspraak && recesOf(afspraak)) ?? [] };
    const { inhoud, wanneer, trace, version, since } = regel;
    const moments = regelMoments(regel, ground, Math.max(from, wanneer.kind === 'recurring' ? since : from), to);
    return moments.slice(0, mostMoments).map(({ name, at }) => ({
      id: name.replace(/[^\p{L}\p{N}]+/gu, '-'),
      day: dayAt(at, timeZone),
      ...(wanneer.tijd !== undefined && { tijd: wanneer.tijd }),
      over: inhoud.kind === 'te_laat' ? 'te_laat' : afspraak === undefined ? 'tekst' : 'afspraak',
      ...(afspraak !== undefined && { afspraak }),
      version,
      changedAt: trace.at(-1)?.at ?? since,
    }));
  });
}
