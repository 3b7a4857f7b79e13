import { isDeepStrictEqual } from 'node:util';
import { tidyEigenaar, tidyText } from './tidy.ts';
import type { Afspraak, Eigenaar, Keten, KetenInhoud, KetenVersie, RegisterView, Schakel } from './types.ts';

/**
 * The keten of a verband: how it works together and whom to turn to. Every state of it is kept with who made it and when. Pure;
 * `Register.changeKeten` writes what comes of it.
 */

/** Somebody reads these; what is older is only in a copy of the store. */
const mostVersions = 30;

/** Who changes it, by which way in (`chat`, `import`), and when (epoch ms). */
export interface KetenAuteur {
  readonly naam: string;
  readonly via: string;
  readonly op: number;
}

export const emptyKeten: KetenInhoud = { schakels: [] };

/** What a keten says, without its history and with its names in the one form of the register. */
function inhoudOf({ model, regisseur, coordinator, plaatsvervanger, schakels }: KetenInhoud): KetenInhoud {
  const persons = present({
    regisseur: tidyEigenaar(regisseur),
    coordinator: tidyEigenaar(coordinator),
    plaatsvervanger: tidyEigenaar(plaatsvervanger),
  });
  return { ...(model !== undefined && { model }), ...persons, schakels: schakels.map(schakelOf) };
}

function schakelOf({ organisatie, contact }: Schakel): Schakel {
  const tidy = tidyEigenaar(contact);
  return { organisatie, ...(tidy !== undefined && { contact: tidy }) };
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };
const present = <T extends object>(fields: T): Present<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<T>;

/** Whether both say the same, whoever wrote them. */
export const sameKeten = (one: KetenInhoud, other: KetenInhoud): boolean =>
  isDeepStrictEqual(inhoudOf(one), inhoudOf(other));

/** The keten with this content as its newest version; `undefined` when it says so already. */
export function ketenWith(
  current: Keten | undefined,
  wanted: KetenInhoud,
  { naam, via, op }: KetenAuteur,
): Keten | undefined {
  const inhoud = inhoudOf(wanted);
  if (sameKeten(inhoud, current ?? emptyKeten)) return undefined;
  const versie: KetenVersie = { ...inhoud, nummer: versionOf(current) + 1, door: tidyText(naam), via, op };
  return { ...inhoud, versies: [...(current?.versies ?? []), versie].slice(-mostVersions) };
}

/** Number of the newest version; 0 where nobody has said anything. */
export const versionOf = (keten: Keten | undefined): number => keten?.versies.at(-1)?.nummer ?? 0;

/** What it said before this version; `undefined` when that is no longer kept. */
export const contentBefore = (keten: Keten, nummer: number): KetenInhoud | undefined =>
  nummer === 1 ? emptyKeten : keten.versies.find((versie) => versie.nummer === nummer - 1);

/** Who stands in for the eigenaar: named by the afspraak itself, or else by its verband. */
export const deputyOf = (afspraak: Afspraak, keten: KetenInhoud | undefined): Eigenaar | undefined =>
  afspraak.plaatsvervanger ?? keten?.plaatsvervanger;

/**
 * The link that comes after the one where this afspraak lies: that of its eigenaar, or else the first one that is a party to it.
 * `undefined`: there is none.
 */
export function nextSchakel(afspraak: Afspraak, { schakels }: KetenInhoud): Schakel | undefined {
  const own = schakels.findIndex(({ contact }) => samePerson(contact, afspraak.eigenaar));
  const at = own >= 0 ? own : schakels.findIndex(({ organisatie }) => afspraak.partijen.includes(organisatie));
  return at < 0 ? schakels[0] : schakels[at + 1];
}

/** By address where both have one, otherwise by name. */
export function samePerson(one: Eigenaar | undefined, other: Eigenaar | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  if (one.email !== undefined && other.email !== undefined) return folded(one.email) === folded(other.email);
  return folded(one.naam) === folded(other.naam);
}

const folded = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

/** A link as people write it: the name of the organisatie, and of whom to turn to there. */
export const schakelNaam = ({ organisatie }: Schakel, view: Pick<RegisterView, 'organisatie'>): string =>
  view.organisatie(organisatie)?.naam ?? organisatie;
