import { stemmer } from '@orama/stemmers/dutch';

/** How text is compared in the register: folded (case and diacritics gone), cut into words, reduced to Dutch stems. */

/** Lower case without diacritics: `Súdwest-Fryslân` becomes `sudwest-fryslan`. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  // Most text is plain ASCII, and that is its own folded form.
  return plain.test(lower) ? lower : lower.normalize('NFD').replace(/\p{M}/gu, '');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ASCII is meant
const plain = /^[\u0000-\u007f]*$/;

/** The words of a text, folded; everything but letters and digits parts them. */
export const wordsOf = (text: string): readonly string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** Words that say nothing about the subject: neither indexed nor asked for. Folded, as {@link wordsOf} gives them. */
const stopWords: ReadonlySet<string> = new Set(
  `de het een en of in op te ten ter van voor met aan bij uit om over naar tot door als dat die dit deze dan dus er is zijn
   was waren wordt worden werd niet geen ook nog wel zo we wij ons onze hun zij ze men je jij u uw mijn zich wat wie waar wanneer
   welke hoe per tussen onder tegen al alle
   the a an of and or to for with about by on at from is are`
    .split(/\s+/)
    .filter(Boolean),
);

// Stemming costs more than a look-up, and a register uses few different words. Bounded, since words come from people.
const stems = new Map<string, string>();
const stemsKept = 100_000;

function stem(word: string): string {
  let found = stems.get(word);
  if (found === undefined) {
    if (stems.size >= stemsKept) stems.clear();
    found = stemmer(word);
    stems.set(word, found);
  }
  return found;
}

/**
 * The different Dutch stems of a text, without stop words: `De begrotingen` gives `begrot`. Two texts are about the same word
 * when they share its stem. Compounds stay whole.
 */
export function stemsOf(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const word of wordsOf(text)) if (!stopWords.has(word)) found.add(stem(word));
  return found;
}
