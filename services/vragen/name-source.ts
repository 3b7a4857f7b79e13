import { normaliseName } from '../register/name-forms.ts';
import type { NameIndex } from '../register/names.ts';

/** What the reader asks of the register's names: small, so that a test can give its own. */

/** One organisatie or verband that goes by a name. */
export interface NamedThing {
  readonly kind: 'organisatie' | 'verband';
  /**
   * Full name as it goes into the filter: of an organisatie as the register writes it; of a verband that of its orgaan when
   * `resolveVerband` finds this verband alone by it, else that of the regeling.
   */
  readonly naam: string;
  /** What {@link NameSource.takesPart} knows it by. */
  readonly id: string;
  /** Of an organisatie only. */
  readonly soort?: string;
  /** An ordinary word as well (Best, ONS). */
  readonly commonWord: boolean;
}

/** Phrases are normalised by `normalisePhrase` (token.ts): lower case, no diacritics or signs, single spaces. */
export interface NameSource {
  /** Everything that is called so in the best way that anything is; `[]` when nothing is. */
  lookup(phrase: string): readonly NamedThing[];
  /** The nearest names that differ in at most this many letters; `[]` when nothing does. */
  lookupFuzzy(phrase: string, maxDistance: number): readonly NamedThing[];
  /** Longer names that are almost this phrase, also with a space too many or too few; `undefined` when nothing is. `key`: that name. */
  lookupNear(phrase: string): { readonly things: readonly NamedThing[]; readonly key: string } | undefined;
  /** Whether an organisatie is a deelnemer of a verband. */
  takesPart(organisatie: NamedThing, verband: NamedThing): boolean;
  /** Words of the longest name. */
  readonly maxWords: number;
}

/** "Regie" is no mistyped RegIT. */
const shortestMistyped = { organisatie: 5, verband: 7 } as const;

type Hit = ReturnType<NameIndex['lookup']>[number];

/** The names of one state of the register. */
export function nameSourceFrom(index: NameIndex): NameSource {
  const thingOf = (hit: Hit): NamedThing => {
    if (hit.kind === 'organisatie') {
      const resolved = index.resolveOrganisatie(hit.id.startsWith('naam:') ? hit.naam : hit.id);
      const soort = resolved.kind === 'found' ? resolved.organisatie.soort : undefined;
      return {
        kind: hit.kind,
        id: hit.id,
        naam: hit.naam,
        commonWord: hit.commonWord,
        ...(soort === undefined ? {} : { soort }),
      };
    }
    return { kind: hit.kind, id: hit.id, naam: verbandName(index, hit), commonWord: hit.commonWord };
  };
  // Two letters that changed places ("Assne") are one slip, though two letters differ.
  const swappedNames = (phrase: string): ReturnType<NameIndex['lookupFuzzy']> =>
    Array.from({ length: Math.max(0, phrase.length - 2) }, (_, at) => at + 1)
      .filter((at) => phrase[at] !== phrase[at + 1])
      .flatMap((at) => index.lookup(`${phrase.slice(0, at)}${phrase[at + 1]}${phrase[at]}${phrase.slice(at + 2)}`))
      .filter((hit) => hit.via !== 'afkorting')
      .map((hit) => ({ hit, distance: 1 }));
  return {
    maxWords: index.maxWords,
    lookup: (phrase) => hidingLesser(index.lookup(phrase)).map(thingOf),
    lookupNear(phrase) {
      const hits = index.lookupNear(phrase);
      const [first] = hits;
      if (first === undefined) return undefined;
      return { key: first.key, things: eachOnce(hidingLesser(hits)).map(thingOf) };
    },
    takesPart(organisatie, verband) {
      const resolved = index.resolveVerband(verband.id.replace(/^v/, ''));
      return (
        resolved.kind === 'found' &&
        resolved.verband.deelnemers.some((deelname) => deelname.organisatie === organisatie.id)
      );
    },
    lookupFuzzy(phrase, maxDistance) {
      // People mistype inside a word; another first letter is another word, and so is a short one with another letter.
      const isSlip = (hit: Hit): boolean =>
        hit.key.charAt(0) === phrase.charAt(0) && hit.key.length >= shortestMistyped[hit.kind];
      const near = index.lookupFuzzy(phrase, maxDistance).filter(({ hit }) => isSlip(hit));
      const found = near.length > 0 ? near : swappedNames(phrase).filter(({ hit }) => isSlip(hit));
      const nearest = found[0]?.distance;
      const hits = found.filter((each) => each.distance === nearest).map((each) => each.hit);
      return eachOnce(hidingLesser(hits)).map(thingOf);
    },
  };
}

/** Of names as near as each other all are given, so that the asker is asked which; what has two such names once. */
const eachOnce = (hits: readonly Hit[]): readonly Hit[] =>
  hits.filter((hit, at) => hits.findIndex(({ id }) => id === hit.id) === at);

/** Of verbanden, only those found in the best way: the body named so hides a regeling that is merely abbreviated so. */
function hidingLesser(hits: readonly Hit[]): readonly Hit[] {
  const best = hits.find((hit) => hit.kind === 'verband')?.via;
  return hits.filter((hit) => hit.kind === 'organisatie' || hit.via === best);
}

function verbandName(index: NameIndex, hit: Hit): string {
  const resolved = index.resolveVerband(hit.id.replace(/^v/, ''));
  const orgaan = resolved.kind === 'found' ? resolved.verband.orgaan : undefined;
  if (orgaan === undefined) return hit.naam;
  const same = index.lookup(normaliseName(orgaan)).filter((other) => other.kind === 'verband');
  const best = same.filter((other) => other.via === same[0]?.via);
  return best.length === 1 && best[0]?.id === hit.id ? orgaan : hit.naam;
}
