import { anchorsOf } from '../herinneringen/ladders.ts';
import type { Anker, Outbox } from '../herinneringen/outbox.ts';
import { trackName } from '../herinneringen/plan.ts';
import type { HerinneringKind } from '../herinneringen/types.ts';
import { addTo, type CivilDate } from '../kalender/civil-date.ts';
import { dueFields, isTeLaat } from '../register/meanings.ts';
import type { Afspraak } from '../register/types.ts';

/** The dates of afspraken that an overzicht tells of: what comes and what has passed. */

/** How far an overzicht looks ahead. */
export const vooruitDagen = 14;

/** One date of one afspraak. */
export interface Termijn {
  readonly afspraak: Afspraak;
  readonly kind: HerinneringKind;
  readonly datum: CivilDate;
}

const byDate = (one: Termijn, other: Termijn): number =>
  one.datum < other.datum ? -1 : one.datum > other.datum ? 1 : one.afspraak._id < other.afspraak._id ? -1 : 1;

/** Dates from today up to and including two weeks from now, soonest first; what somebody reported as Klaar is left out. */
export async function komendeTermijnen(
  afspraken: readonly Afspraak[],
  today: CivilDate,
  { ankers }: Pick<Outbox, 'ankers'>,
): Promise<readonly Termijn[]> {
  const last = addTo(today, { days: vooruitDagen });
  const all = afspraken.flatMap((afspraak) =>
    anchorsOf(afspraak)
      .filter(({ anchor }) => anchor >= today && anchor <= last)
      .map(({ kind, anchor }): Termijn => ({ afspraak, kind, datum: anchor })),
  );
  const known = await Promise.all(
    all.map(({ afspraak, kind, datum }) => ankers.get(trackName({ code: afspraak._id, kind, anchor: datum }))),
  );
  return all.filter((_, index) => known[index]?.settledAt === undefined).sort(byDate);
}

/** Of each afspraak that is te laat (CONTRACT §6) the date that passed first, longest ago first. */
export function teLaat(afspraken: readonly Afspraak[], today: CivilDate): readonly Termijn[] {
  return afspraken
    .filter((afspraak) => isTeLaat(afspraak, today))
    .flatMap((afspraak) => {
      const passed = dueFields.flatMap((field): Termijn[] => {
        const datum = afspraak[field];
        return datum === undefined || datum >= today ? [] : [{ afspraak, kind: kindOf(afspraak, field), datum }];
      });
      return [...passed].sort(byDate).slice(0, 1);
    })
    .sort(byDate);
}

function kindOf({ soort }: Afspraak, field: (typeof dueFields)[number]): HerinneringKind {
  if (field === 'einddatum') return 'einde';
  if (field === 'rapportagedatum') return 'rapportage';
  return soort === 'evaluatie' ? 'evaluatie' : 'herijking';
}

/** Dates that were reported as Klaar between two instants (epoch ms; after `from`, up to and including `to`), latest first. */
export function klaarGemeld(
  ankers: readonly Anker[],
  afspraken: readonly Afspraak[],
  { from, to }: { readonly from: number; readonly to: number },
): readonly Termijn[] {
  const byCode = new Map(afspraken.map((afspraak) => [afspraak._id, afspraak]));
  return ankers
    .filter(({ settledAt }) => settledAt !== undefined && settledAt > from && settledAt <= to)
    .sort((one, other) => (other.settledAt ?? 0) - (one.settledAt ?? 0))
    .flatMap(({ _id }): Termijn[] => {
      const track = readTrack(_id);
      const afspraak = byCode.get(track?.code ?? '');
      return track === undefined || afspraak === undefined ? [] : [{ afspraak, kind: track.kind, datum: track.anchor }];
    });
}

/** The parts of a track's name; undefined for that of an own rule, which is about no date of an afspraak. */
function readTrack(
  name: string,
): { readonly code: string; readonly kind: HerinneringKind; readonly anchor: CivilDate } | undefined {
  const [code = '', said, anchor = ''] = name.split('/');
  const kind = datedKinds.find((each) => each === said);
  return kind === undefined ? undefined : { code, kind, anchor };
}

const datedKinds = [
  'herijking',
  'evaluatie',
  'rapportage',
  'opzeggen',
  'einde',
] as const satisfies readonly HerinneringKind[];
