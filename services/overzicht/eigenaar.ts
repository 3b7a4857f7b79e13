import type { Afspraak, Eigenaar, RegisterView } from '../register/types.ts';
import { type Viewer, visibleIn } from '../toegang/scope.ts';

/**
 * As whom the register knows somebody who talks to the bot. Teams tells a name and an id, the register a name and mostly an address,
 * and nothing ties the two; so a likely eigenaar is only proposed, and the person says whether that is right.
 */

const mostProposed = 5;

/** By address where both have one, otherwise by the whole name. */
export function isSameEigenaar(one: Eigenaar, other: Eigenaar): boolean {
  if (one.email !== undefined && other.email !== undefined) return folded(one.email) === folded(other.email);
  return folded(one.naam) === folded(other.naam);
}

/** Open afspraken of this eigenaar that may be seen in this conversation. */
export function afsprakenOf(eigenaar: Eigenaar, view: RegisterView, viewer: Viewer): readonly Afspraak[] {
  const byName = { status: 'open', eigenaar: eigenaar.naam, ...visibleIn(viewer) } as const;
  const found = [byName, ...(eigenaar.email === undefined ? [] : [{ ...byName, eigenaar: eigenaar.email }])].flatMap(
    (query) => view.findAfspraken(query),
  );
  const byCode = new Map(found.map((afspraak) => [afspraak._id, afspraak]));
  // The query also finds whoever has the same last name.
  return [...byCode.values()].filter((one) => one.eigenaar !== undefined && isSameEigenaar(one.eigenaar, eigenaar));
}

/**
 * Whom the register may mean by this person, who owns most first.
 *
 * @param naam as Teams writes it (`Vermeer, Anna (Assen)`), or a name or address that the person typed
 */
export function likelyEigenaren(naam: string, view: RegisterView, viewer: Viewer): readonly Eigenaar[] {
  const typed = naam.includes('@') ? folded(naam) : undefined;
  const asked = typed ?? lastWordOf(naam);
  if (asked === '') return [];
  const counted: { readonly eigenaar: Eigenaar; count: number }[] = [];
  for (const { eigenaar } of view.findAfspraken({ eigenaar: asked, status: 'open', ...visibleIn(viewer) })) {
    if (
      eigenaar === undefined ||
      !(typed === undefined ? sameWords(naam, eigenaar.naam) : eigenaar.email !== undefined)
    )
      continue;
    const known = counted.find((one) => isSameEigenaar(one.eigenaar, eigenaar));
    if (known === undefined) counted.push({ eigenaar, count: 1 });
    else known.count += 1;
  }
  return counted
    .sort((one, other) => other.count - one.count)
    .slice(0, mostProposed)
    .map(({ eigenaar }) => eigenaar);
}

/** Who owns an open afspraak that may be seen here and is called exactly so; for what comes back with a button. */
export const knownEigenaar = (wanted: Eigenaar, view: RegisterView, viewer: Viewer): Eigenaar | undefined =>
  afsprakenOf(wanted, view, viewer)[0]?.eigenaar;

const folded = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

/** `Vermeer, Anna (Assen)` → anna, vermeer: the organisation in brackets is no part of a name, and its order tells nothing. */
const wordsOf = (naam: string): readonly string[] =>
  folded(naam)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/\([^)]{0,100}\)/g, ' ')
    .split(/[^\p{L}\p{N}'’-]+/u)
    .filter((word) => word !== '');

/** Every word of the shorter name is in the longer one: "De Boer" may be "Jan de Boer", which the person then confirms. */
function sameWords(one: string, other: string): boolean {
  const [shorter, longer] = [wordsOf(one), wordsOf(other)].sort((left, right) => left.length - right.length);
  return shorter !== undefined && shorter.length > 0 && shorter.every((word) => longer?.includes(word) === true);
}

/** What to look an owner up by: the last name. */
function lastWordOf(naam: string): string {
  const words = wordsOf(naam);
  const isTurned = naam.includes(',');
  const family = isTurned ? wordsOf(naam.split(',')[0] ?? '') : words;
  return family.at(-1) ?? '';
}
