import { isExcluded } from './exclusion.ts';
import type { NamedThing } from './name-source.ts';
import type { QuestionFilter } from './reading.ts';
import { has, type NameMark, type Sentence, valuesOf } from './sentence.ts';

/** From the names in a sentence to the filter keys partner, partnersoort, verband, provincie and dubbelzinnig. Pure. */

/** One value as itself, more as a list, none not at all. */
export const oneOrMore = (values: readonly string[]): string | readonly string[] | undefined => {
  const unique = [...new Set(values)];
  return unique.length === 1 ? unique[0] : unique.length === 0 ? undefined : unique;
};

/** Filter keys without those that have no value. */
export function filterOf(
  keys: { readonly [Key in keyof QuestionFilter]: QuestionFilter[Key] | undefined },
): QuestionFilter {
  return Object.fromEntries(Object.entries(keys).filter(([, value]) => value !== undefined));
}

const provinceName = (thing: NamedThing): string => thing.naam.replace(/^Provincie /, '');

const isProvince = (thing: NamedThing): boolean => thing.soort === 'provincie';

/** "in Drenthe" names a place, not a party. */
function standsForPlace(sentence: Sentence, mark: NameMark): boolean {
  const before = sentence.tokens[mark.from - 1]?.norm;
  const further = sentence.tokens[mark.from - 2]?.norm;
  const ofVerbanden = sentence.words.some(
    ({ group, value, to }) => to === mark.from && (group === 'vorm' || (group === 'teken' && value === 'verband')),
  );
  if (ofVerbanden) return true;
  const place = ['in', 'yn', 'binnen', 'within', 'across', 'telt', 'kent', 'has'];
  return (
    place.includes(before ?? '') ||
    (['provincie', 'province', 'provinsje', 'de'].includes(before ?? '') && place.includes(further ?? ''))
  );
}

/** "De gemeenten in Drenthe", "afspraken in Drenthe": no party. "In Groningen" may be the gemeente. */
function liesIn({ tokens }: Sentence, { from, things }: NameMark): boolean {
  let at = from - 1;
  while (['de', 'provincie', 'provinsje', 'the', 'province'].includes(tokens[at]?.norm ?? '')) at--;
  if (!['in', 'yn', 'binnen', 'uit'].includes(tokens[at]?.norm ?? '')) return false;
  return (
    (things.length === 1 && at === from - 1) || /^gemeente(?:n|s)$|^municipalities$/.test(tokens[at - 1]?.norm ?? '')
  );
}

/** "Niet Assen maar Emmen". */
const denying = new Set(['niet', 'not', 'net']);

interface Named {
  readonly partners: readonly string[];
  readonly verbanden: readonly string[];
  readonly ambiguous: readonly string[];
  readonly provinces: readonly string[];
}

function sortNames(sentence: Sentence, places: boolean, channel: readonly string[]): Named {
  const named = {
    partners: [] as string[],
    verbanden: [] as string[],
    ambiguous: [] as string[],
    provinces: [] as string[],
  };
  for (const mark of sentence.names) {
    if (denying.has(sentence.tokens[mark.from - 1]?.norm ?? '') || isExcluded(sentence, mark.from)) continue;
    const province = mark.things.find(isProvince);
    if (province !== undefined && (places ? standsForPlace(sentence, mark) : liesIn(sentence, mark))) {
      named.provinces.push(provinceName(province));
      continue;
    }
    const inChannel = mark.things.filter((thing) => thing.kind === 'verband' && channel.includes(thing.naam));
    const meant = mark.things.length > 1 && inChannel.length === 1 ? inChannel : mark.things;
    const [thing] = meant;
    if (thing === undefined) continue;
    if (meant.length > 1)
      named.ambiguous.push(
        meant
          .map((each) => each.naam)
          .sort()
          .join('|'),
      );
    else if (thing.kind === 'verband') named.verbanden.push(thing.naam);
    else named.partners.push(thing.naam);
  }
  return named;
}

/**
 * @param places whether "in Drenthe" is asked as a provincie (questions about verbanden) instead of as a party
 * @param channel names of the verbanden of the channel: they decide between verbanden that share a name
 */
export function namesFacet(sentence: Sentence, places: boolean, channel: readonly string[]): QuestionFilter {
  const named = sortNames(sentence, places, channel);
  const soorten = valuesOf(sentence, 'partnersoort').filter((soort) => soort !== 'gemeente' || asksForSoort(sentence));
  // "Drentse gemeenten": the adjective can only mean a place.
  const provinces = [...named.provinces, ...valuesOf(sentence, 'provincie')];
  return filterOf({
    partner: oneOrMore(named.partners),
    verband: oneOrMore(named.verbanden),
    provincie: provinces[0],
    partnersoort: named.partners.length > 0 || named.ambiguous.length > 0 ? undefined : soorten[0],
    dubbelzinnig: named.ambiguous.length > 0 ? named.ambiguous : undefined,
  });
}

/** "met andere gemeenten" asks for parties of that kind; "welke gemeenten" asks who they are. */
function asksForSoort(sentence: Sentence): boolean {
  const mark = sentence.words.find((word) => word.group === 'partnersoort' && word.value === 'gemeente');
  if (mark === undefined || has(sentence, 'teken', 'meedoen')) return false;
  const before = [sentence.tokens[mark.from - 1]?.norm ?? '', sentence.tokens[mark.from - 2]?.norm ?? ''];
  return before.some((word) => ['met', 'with', 'mei'].includes(word));
}
