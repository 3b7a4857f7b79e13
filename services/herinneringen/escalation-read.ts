import { type CivilDate, dayAt } from '../kalender/civil-date.ts';
import type { Store } from '../opslag/store.ts';
import { schakelNaam } from '../register/keten.ts';
import type { Afspraak, Ketenmodel, RegisterView } from '../register/types.ts';
import { forecast, type Gericht, holderOf, isAnswered, mayEscalate, stepsFor } from './escalation.ts';
import { type EscalationGround, escalationGround } from './escalation-check.ts';
import { type OutboxOccurrence, openOutbox } from './outbox.ts';
import { trackName } from './plan.ts';
import { regelsById } from './regels.ts';
import { loadRules } from './rules.ts';
import type { EscalatieTrap, HerinneringKind, Occurrence } from './types.ts';

/** Escalations as people read them, on their card and in the list: to whom, since when, and what comes after. */

/** To whom a step turns, with names looked up. `allen`: to everybody, as a question. */
export type Aangesproken =
  | { readonly kind: 'eigenaar' | 'houder' | 'plaatsvervanger' | 'coordinator' | 'regisseur'; readonly naam: string }
  | { readonly kind: 'schakel'; readonly naam: string; readonly contact?: string }
  | { readonly kind: 'allen'; readonly reason?: 'no-model' | 'no-regisseur' | 'no-schakel' };

export interface EscalatieStap {
  readonly aan: Aangesproken;
  readonly dag: CivilDate;
}

export interface EscalatieView {
  readonly aan: Aangesproken;
  /** The day on which the herinnering was told since which nobody reacted. */
  readonly sinds?: CivilDate;
  /** Absent: nobody has said how this verband works together. */
  readonly model?: Ketenmodel;
  /** Names of the partijen, for a question to all. */
  readonly partijen: readonly string[];
  /** What follows when nobody reacts to this one either; absent where this is the last, or somebody reacted. */
  readonly daarna?: EscalatieStap;
}

export interface ReadParts {
  readonly store: Store;
  readonly register: RegisterView;
  readonly timeZone: string;
}

/** Of each escalation among these, by `_id`. */
export async function readEscalations(
  parts: ReadParts,
  occurrences: readonly Occurrence[],
): Promise<ReadonlyMap<string, EscalatieView>> {
  const asked = occurrences.flatMap((one) => (one.escalatie === undefined ? [] : [{ ...one, due: one.at }]));
  const { store, register } = parts;
  if (asked.length === 0) return new Map();
  const { daysFor, recesOf } = await loadRules(store, parts.timeZone);
  const ground = await escalationGround(daysFor, openOutbox(store), register, asked);
  if (ground === undefined) return new Map();
  return new Map(
    asked.flatMap((one): [string, EscalatieView][] => {
      const afspraak = register.afspraak(one.code);
      if (afspraak === undefined) return [];
      const terms = {
        days: ground.daysFor(afspraak, one.kind, one.kanaal),
        timeZone: parts.timeZone,
        reces: recesOf(afspraak),
      };
      return [[one._id, viewOf(one, afspraak, ground, terms, parts)]];
    }),
  );
}

function viewOf(
  one: OutboxOccurrence,
  afspraak: Afspraak,
  { tracks }: EscalationGround,
  terms: Parameters<typeof forecast>[2],
  { register, timeZone }: ReadParts,
): EscalatieView {
  const track = tracks.get(trackName(one)) ?? [];
  const start = track.find(({ _id }) => _id === one.stilte);
  const steps = stepsBefore(start, track, afspraak, register);
  const at = steps.findIndex(({ trap }) => trap === one.escalatie);
  const gericht = steps[at] ?? steps.at(-1);
  const isOver = start === undefined || isAnswered(start, track);
  const [next] = isOver ? [] : forecast(one.postedAt ?? one.at, steps.slice(at + 1), terms);
  const model = register.verband(afspraak.verband)?.keten?.model;
  return {
    aan: gericht === undefined ? { kind: 'allen' } : aangesproken(gericht, register),
    partijen: afspraak.partijen.map((id) => register.organisatie(id)?.naam ?? id),
    ...(start !== undefined && { sinds: dayAt(start.postedAt ?? start.at, timeZone) }),
    ...(model !== undefined && { model }),
    ...(next !== undefined && {
      daarna: { aan: aangesproken(next.gericht, register), dag: dayAt(next.at, timeZone) },
    }),
  };
}

/** As it was when the stilte began: who pressed on this very card does not become the one it was addressed to. */
function stepsBefore(
  start: OutboxOccurrence | undefined,
  track: readonly OutboxOccurrence[],
  afspraak: Afspraak,
  register: RegisterView,
): readonly Gericht[] {
  const began = start?.postedAt ?? start?.at ?? Number.POSITIVE_INFINITY;
  const earlier = track
    .filter(({ _id, stilte }) => start === undefined || (_id !== start._id && stilte !== start._id))
    .map((one) => ({ ...one, reactions: one.reactions.filter(({ at }) => at < began) }));
  return stepsFor({ afspraak, verband: register.verband(afspraak.verband), holder: holderOf(earlier) });
}

function aangesproken(step: Gericht, register: RegisterView): Aangesproken {
  if (step.trap !== 'keten') {
    const kind = step.trap === 'eigenaar' && step.opgepakt === true ? 'houder' : step.trap;
    return { kind, naam: step.persoon.naam };
  }
  const { gericht } = step;
  switch (gericht.kind) {
    case 'allen':
      return gericht;
    case 'regisseur':
      return { kind: 'regisseur', naam: gericht.persoon.naam };
    case 'schakel': {
      const { contact } = gericht.schakel;
      const naam = schakelNaam(gericht.schakel, register);
      return { kind: 'schakel', naam, ...(contact !== undefined && { contact: contact.naam }) };
    }
  }
}

/** A herinnering that is still to come, as the list has it. */
export interface Coming {
  readonly occurrence: string;
  readonly code: string | null;
  readonly regel?: string;
  readonly kind: HerinneringKind;
  readonly escalatie?: EscalatieTrap;
  readonly at: number;
  readonly channel: string | null;
  readonly state: string;
}

/** What would follow if nobody reacted to these: for each planned herinnering, by name. Nobody has taken it up since. */
export async function forecastEscalations(
  { store, register, timeZone }: ReadParts,
  rows: readonly Coming[],
): Promise<ReadonlyMap<string, readonly EscalatieStap[]>> {
  const coming = rows.filter(
    ({ state, escalatie, channel }) => state === 'planned' && escalatie === undefined && channel !== null,
  );
  if (coming.length === 0) return new Map();
  const [{ recesOf, daysFor }, regels] = await Promise.all([loadRules(store, timeZone), regelsById(store, coming)]);
  return new Map(
    coming.flatMap((row): [string, readonly EscalatieStap[]][] => {
      const afspraak = register.afspraak(row.code ?? '');
      const about = { code: row.code ?? '', ...(row.regel !== undefined && { regel: row.regel }) };
      if (afspraak === undefined || !mayEscalate(about, regels.get(row.regel ?? ''))) return [];
      const days = daysFor(afspraak, row.kind, row.channel ?? undefined);
      const steps = stepsFor({ afspraak, verband: register.verband(afspraak.verband) });
      const all = forecast(row.at, steps, { days, timeZone, reces: recesOf(afspraak) });
      return [
        [
          row.occurrence,
          all.map(({ gericht, at }) => ({ aan: aangesproken(gericht, register), dag: dayAt(at, timeZone) })),
        ],
      ];
    }),
  );
}
