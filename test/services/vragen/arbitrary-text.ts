import type { SeededRandom } from '../../fakes/seeded-random.ts';

/** Texts that nobody would type: words of real questions in any order, and signs that break careless readers. */
const signs = [
  ...'aeiou xyz0123456789-/.:,;\'’"()[]{}&%€$#@!?\n\t\\*_<>|~^`éëûâ',
  '😀',
  '\u0000',
  '\u202e',
  'ﬁ',
  'ß',
  '中',
];

/** @param words of real questions; every other text is made of these */
export function* arbitraryTexts(words: readonly string[], count: number, random: SeededRandom): Generator<string> {
  const pick = (list: readonly string[]): string => list[random.below(list.length)] ?? '';
  for (let turn = 0; turn < count; turn += 1) {
    const size = random.below(7);
    yield turn % 2 === 0
      ? Array.from({ length: size }, () => pick(words)).join(' ')
      : Array.from({ length: size * 4 }, () => pick(signs)).join('');
  }
}
