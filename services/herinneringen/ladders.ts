import type { CivilDate } from '../kalender/civil-date.ts';
import { parseDuration, subtractDuration } from '../kalender/duration.ts';
import type { Afspraak, Soort } from '../register/types.ts';
import { ended } from '../register/types.ts';
import type { HerinneringKind } from './types.ts';

/**
 * Which dates of an afspraak are reminded of, and how long before and after: rules as data (CONTRACT §8). Pure; used by the
 * planner, by delivery (does this herinnering still follow?) and by the list.
 */

/** The moments around one date. An empty `lead` without `afterEvery` means: no herinneringen. */
export interface Ladder {
  /** Days before the date, each 0 or more: `[56, 14, 0]`. */
  readonly lead: readonly number[];
  /** Every so many days after the date, for as long as the afspraak is open. */
  readonly afterEvery?: number;
}

/** CONTRACT §8. */
export const defaultLadders: Readonly<Record<HerinneringKind, Ladder>> = {
  herijking: { lead: [56, 14, 0], afterEvery: 7 },
  evaluatie: { lead: [56, 14, 0], afterEvery: 7 },
  rapportage: { lead: [28, 7, 0], afterEvery: 7 },
  opzeggen: { lead: [180, 90, 30, 0] },
  einde: { lead: [90, 30, 0], afterEvery: 28 },
  // Its moments stand in its own rule (regels.ts).
  eigen: { lead: [] },
  overzicht: { lead: [] },
};

/** What an own ladder belongs to. The most precise one wins: afspraak, soort, verband, kanaal, and then the default. */
export const ladderScopes = ['afspraak', 'soort', 'verband', 'kanaal'] as const;
export type LadderScope = (typeof ladderScopes)[number];

/** A ladder that differs from the default. `id`: code, soort, or `_id` of the verband or kanaal. Without `kind` for all kinds. */
export interface OwnLadder extends Ladder {
  readonly scope: LadderScope;
  readonly id: string;
  readonly kind?: HerinneringKind;
}

/** The ladder that holds for this afspraak in this kanaal (`undefined`: for a verband without a channel). */
export type LadderFor = (
  afspraak: { readonly code: string; readonly soort: Soort; readonly verband: string },
  kind: HerinneringKind,
  kanaal: string | undefined,
) => Ladder;

const ladderKey = (scope: LadderScope, id: string, kind: HerinneringKind | undefined): string =>
  JSON.stringify([scope, id, kind ?? null]);

/** Makes the look-up from all own ladders. Within one scope a ladder for the kind goes before one for all kinds. */
export function ladderLookup(own: readonly OwnLadder[]): LadderFor {
  if (own.length === 0) return (_afspraak, kind) => defaultLadders[kind];
  const byKey = new Map(own.map((ladder) => [ladderKey(ladder.scope, ladder.id, ladder.kind), ladder]));
  const used = ladderScopes.filter((scope) => own.some((ladder) => ladder.scope === scope));
  return (afspraak, kind, kanaal) => {
    for (const scope of used) {
      const id =
        scope === 'afspraak'
          ? afspraak.code
          : scope === 'soort'
            ? afspraak.soort
            : scope === 'verband'
              ? afspraak.verband
              : kanaal;
      if (id === undefined) continue;
      const found = byKey.get(ladderKey(scope, id, kind)) ?? byKey.get(ladderKey(scope, id, undefined));
      if (found !== undefined) return found;
    }
    return defaultLadders[kind];
  };
}

/** One date of one afspraak that herinneringen are about. */
export interface Anchor {
  readonly kind: HerinneringKind;
  readonly anchor: CivilDate;
}

/** By opzegtermijn, and in it by einddatum. */
const noticeDays = new Map<string, Map<CivilDate, CivilDate>>();

/**
 * Last day to give notice: einddatum minus opzegtermijn; `undefined` when that cannot be read, so that one broken row does not
 * stop the planning of all others. Remembered: the same few come back in every planning of the register.
 */
function noticeDay(einddatum: CivilDate, opzegtermijn: string): CivilDate | undefined {
  const known = noticeDays.get(opzegtermijn)?.get(einddatum);
  if (known !== undefined) return known;
  const length = parseDuration(opzegtermijn);
  if (length === undefined) return undefined;
  const day = subtractDuration(einddatum, length);
  const days = noticeDays.get(opzegtermijn) ?? new Map<CivilDate, CivilDate>();
  // No register has as many: what comes from one that has is not to fill the memory.
  if (noticeDays.size > 500) noticeDays.clear();
  if (days.size > 20_000) days.clear();
  noticeDays.set(opzegtermijn, days.set(einddatum, day));
  return day;
}

/** The dates of this afspraak that are reminded of, with their kind. None when it has ended (CONTRACT §6: not open). */
export function anchorsOf(afspraak: Afspraak): readonly Anchor[] {
  if (ended.includes(afspraak.status)) return [];
  const { herijking, rapportagedatum, einddatum, opzegtermijn } = afspraak;
  const anchors: Anchor[] = [];
  if (herijking !== undefined) {
    anchors.push({ kind: afspraak.soort === 'evaluatie' ? 'evaluatie' : 'herijking', anchor: herijking });
  }
  if (rapportagedatum !== undefined) anchors.push({ kind: 'rapportage', anchor: rapportagedatum });
  if (einddatum !== undefined) {
    const lastNotice = opzegtermijn === undefined ? undefined : noticeDay(einddatum, opzegtermijn);
    if (lastNotice !== undefined) anchors.push({ kind: 'opzeggen', anchor: lastNotice });
    anchors.push({ kind: 'einde', anchor: einddatum });
  }
  return anchors;
}
