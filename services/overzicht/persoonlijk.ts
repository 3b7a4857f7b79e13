import { anchorsOf } from '../herinneringen/ladders.ts';
import type { OutboxOccurrence } from '../herinneringen/outbox.ts';
import { findAll, findTrack, openOutbox } from '../herinneringen/outbox.ts';
import { trackName } from '../herinneringen/plan.ts';
import { takenBy } from '../herinneringen/reactions.ts';
import { dayAt } from '../kalender/civil-date.ts';
import type { Store } from '../opslag/store.ts';
import type { Afspraak, Eigenaar, RegisterView } from '../register/types.ts';
import { maySee } from '../toegang/scope.ts';
import { afsprakenOf } from './eigenaar.ts';
import { type Gat, gatenOf } from './ontbreekt.ts';
import { komendeTermijnen, type Termijn, teLaat } from './termijnen.ts';

/**
 * What stands in the overzicht that one person gets in their own chat: what they own, and what they took up with a button. Only what
 * may be seen in that chat: it is bound to no verband, so nothing vertrouwelijk is in it, not even of their own. What a channel said
 * in a reminder of its own is not repeated outside that channel either: who took it up may have left it since.
 */

export interface PersoonlijkOverzicht {
  /** Open afspraken they own. */
  readonly eigen: number;
  readonly komend: readonly Termijn[];
  readonly teLaat: readonly Termijn[];
  /** Of what they own; in the order of `gaten`. */
  readonly onvolledig: readonly { readonly afspraak: Afspraak; readonly gaten: readonly Gat[] }[];
  readonly opgepakt: readonly Opgepakt[];
}

/** A date they took up and that nobody has reported as Klaar. `eigenVan`: a reminder of a channel's own, whose words stay there. */
export type Opgepakt =
  | { readonly kind: 'termijn'; readonly termijn: Termijn }
  | { readonly kind: 'eigen'; readonly kanaal: string; readonly at: number };

/** Which person: `aadId` of who has the chat, `verbanden` what that chat is bound to (mostly none). */
export interface Persoon {
  readonly aadId?: string | undefined;
  readonly eigenaar?: Eigenaar | undefined;
  readonly verbanden: readonly string[];
}

export interface PersoonParts {
  readonly store: Store;
  readonly view: RegisterView;
  readonly timeZone: string;
}

/** @param now epoch ms */
export async function readPersoonlijk(
  parts: PersoonParts,
  persoon: Persoon,
  now: number,
): Promise<PersoonlijkOverzicht> {
  const { store, view, timeZone } = parts;
  const today = dayAt(now, timeZone);
  const owned = persoon.eigenaar === undefined ? [] : afsprakenOf(persoon.eigenaar, view, persoon);
  const [komend, opgepakt] = await Promise.all([
    komendeTermijnen(owned, today, openOutbox(store)),
    readOpgepakt(parts, persoon),
  ]);
  return {
    eigen: owned.length,
    komend,
    teLaat: teLaat(owned, today),
    onvolledig: owned.map((afspraak) => ({ afspraak, gaten: gatenOf(afspraak) })).filter((one) => one.gaten.length > 0),
    opgepakt,
  };
}

/** Nothing that asks for anything: then there is no message. What is only incomplete can wait for the maandlijst. */
export const isRustig = ({ komend, teLaat: late, opgepakt }: PersoonlijkOverzicht): boolean =>
  komend.length + late.length + opgepakt.length === 0;

async function readOpgepakt({ store, view }: PersoonParts, persoon: Persoon): Promise<readonly Opgepakt[]> {
  const { aadId } = persoon;
  if (aadId === undefined) return [];
  const outbox = openOutbox(store);
  const taken = await findAll(outbox.occurrences, { opgepaktDoor: aadId }, [['at', 1]]);
  const byTrack = new Map(taken.filter(isWaiting).map((one) => [trackName(one), one]));
  const all = await Promise.all(
    [...byTrack].map(async ([track, one]): Promise<readonly Opgepakt[]> => {
      const anker = await outbox.ankers.get(track);
      if (anker?.settledAt !== undefined) return [];
      const holder = lastTaker(await findTrack(outbox, one));
      return holder === aadId ? opgepaktOf(one, view, persoon) : [];
    }),
  );
  return all.flat();
}

const isWaiting = ({ state }: OutboxOccurrence): boolean => state !== 'settled' && state !== 'cancelled';

/** Of one date there are several herinneringen, here and in other kanalen; the last press on any of them holds. */
function lastTaker(track: readonly OutboxOccurrence[]): string | undefined {
  const presses = track.flatMap(({ reactions }) => reactions.filter(({ button }) => button === 'oppakken'));
  return takenBy({ reactions: presses.sort((one, other) => one.at - other.at) })?.aadId;
}

function opgepaktOf(one: OutboxOccurrence, view: RegisterView, persoon: Persoon): readonly Opgepakt[] {
  const { code, kind, anchor, kanaal, at } = one;
  if (code === '') return [{ kind: 'eigen', kanaal, at }];
  const afspraak = view.afspraak(code);
  if (afspraak === undefined || !maySee(persoon, afspraak)) return [];
  const isDated = kind !== 'eigen';
  if (isDated && !anchorsOf(afspraak).some((each) => each.kind === kind && each.anchor === anchor)) return [];
  return [{ kind: 'termijn', termijn: { afspraak, kind, datum: anchor } }];
}
