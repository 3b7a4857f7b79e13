import { isDeepStrictEqual } from 'node:util';
import type { VasteRegels } from '../herinneringen/plan-regels.ts';
import type {
  Herinneringregel,
  OverzichtSoort,
  RegelInhoud,
  RegelTrace,
  RegelWanneer,
} from '../herinneringen/regel.ts';
import { openRegelCollection, type RegelPress } from '../herinneringen/regels.ts';
import { dayAt } from '../kalender/civil-date.ts';
import { change, type Draft, type Store } from '../opslag/store.ts';
import type { Eigenaar } from '../register/types.ts';

/**
 * The rules that nobody made: every bound kanaal has a weekoverzicht and a maandlijst. They are own rules as all others, with a name
 * that follows from the kanaal, so that the planner, the outbox and the buttons know nothing new: whoever makes one second finds it
 * there, two processes tell it once, and after downtime only the last one that was missed is told.
 */

/** Those of a kanaal; the persoonlijke one is made when somebody asks for it. */
const kanaalSoorten = ['weekoverzicht', 'maandlijst'] as const satisfies readonly OverzichtSoort[];

/** 09:00 on Monday, or on the first day of the month; moved on to the first working day when that is none. */
const rrules: Readonly<Record<OverzichtSoort, string>> = {
  weekoverzicht: 'FREQ=WEEKLY;BYDAY=MO',
  maandlijst: 'FREQ=MONTHLY;BYMONTHDAY=1',
  persoonlijk: 'FREQ=WEEKLY;BYDAY=MO',
};

/** `_id` of the rule of this soort of a kanaal. */
export const vasteRegelId = (soort: OverzichtSoort, kanaal: string): string => `vast-${soort}-${kanaal}`;

/** A rule that has not spoken yet: what lies before `now` (epoch ms) is not caught up with. */
export function vasteRegel(
  soort: OverzichtSoort,
  kanaal: string,
  { now, timeZone }: { readonly now: number; readonly timeZone: string },
): Draft<Herinneringregel> {
  // The first of this month: when that was moved on to a working day, it may still be to come.
  const from = `${dayAt(now, timeZone).slice(0, 7)}-01`;
  const wanneer: RegelWanneer = { kind: 'recurring', rrule: rrules[soort], from, vooruit: true };
  return {
    _id: vasteRegelId(soort, kanaal),
    kanaal,
    wanneer,
    inhoud: { kind: 'overzicht', soort },
    state: 'active',
    since: now,
    trace: [],
  };
}

/** For the planner: the rules that a bound kanaal has by default. `now`: epoch ms. */
export const vasteRegelsFor =
  (timeZone: string): VasteRegels =>
  (kanaal, now) =>
    kanaalSoorten.map((soort) => vasteRegel(soort, kanaal, { now, timeZone }));

/** The rule of this soort of a kanaal, made when planning has not come to it yet. */
export async function keepVasteRegel(
  { store, timeZone }: { readonly store: Store; readonly timeZone: string },
  soort: OverzichtSoort,
  kanaal: string,
  now: number,
): Promise<Herinneringregel> {
  const collection = openRegelCollection(store);
  const draft = vasteRegel(soort, kanaal, { now, timeZone });
  const known = await collection.get(draft._id);
  if (known !== undefined) return known;
  const outcome = await collection.insert(draft);
  if (outcome.kind === 'inserted') return outcome.doc;
  return (await collection.get(draft._id)) ?? { ...draft, version: 1 };
}

/**
 * The persoonlijke one of this chat, on, for this eigenaar; without one it tells only what the person took up. Asked for again it is
 * for whom was said last.
 */
export async function keepPersoonlijk(
  parts: { readonly store: Store; readonly timeZone: string },
  eigenaar: Eigenaar | undefined,
  { kanaal, by, at }: Omit<RegelPress, 'stamp'>,
): Promise<Herinneringregel> {
  const made = await keepVasteRegel(parts, 'persoonlijk', kanaal, at);
  const inhoud: RegelInhoud = { kind: 'overzicht', soort: 'persoonlijk', ...(eigenaar !== undefined && { eigenaar }) };
  const changed = await change(openRegelCollection(parts.store), made._id, (current) => {
    const isSame = isDeepStrictEqual(current.inhoud, inhoud) && current.pauze === undefined && current.trace.length > 0;
    if (isSame) return undefined;
    const { version: _, pauze, ...rest } = current;
    const first: RegelTrace = { deed: 'ingesteld', by, at };
    // What fell in a pause is not caught up with.
    return { ...rest, inhoud, trace: [first], ...(pauze !== undefined && { since: Math.max(current.since, at) }) };
  });
  return changed ?? made;
}
