/** Which date a sentence about a new afspraak tells of; the form is filled with it. */
type DateColumn = 'einddatum' | 'ingangsdatum' | 'rapportagedatum' | 'herijking';

/** Words that tell which date of a new afspraak is meant. */
const dateWords: readonly (readonly [DateColumn, RegExp])[] = [
  ['einddatum', /\b(?:einddatum|einde|eindigt|loopt af|loopt tot|tot en met|end date|ends|until)\b/i],
  ['ingangsdatum', /\b(?:ingangsdatum|ingaand|gaat in|vanaf|start date|starts)\b/i],
  ['rapportagedatum', /\b(?:rapportagedatum|rapporteren|report date)\b/i],
  ['herijking', /\b(?:herijking|herijken|herzien|review)\b/i],
];

/** "einddatum 1 mei 2028" fills in the einddatum; without such a word it is the day to come back to. Of two, none is guessed. */
export function dateIn(text: string, day: string): { readonly [Column in DateColumn]?: string } {
  const named = dateWords.filter(([, words]) => words.test(text)).map(([column]) => column);
  const [only, ...others] = named;
  if (only === undefined) return { herijking: day };
  return others.length === 0 ? { [only]: day } : {};
}
