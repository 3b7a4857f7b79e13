import type { CivilDate } from './civil-date.ts';
import { type Days, type Reader, type Stretch, word, yearOf } from './stretch.ts';

/** Both ends of a range: the word between them, and the years they take from each other. */

const fullDays = (stretch: Stretch, year: number): Days | undefined => stretch.inYear?.(year);

export interface Joined {
  readonly van: CivilDate;
  readonly tot: CivilDate;
  readonly jaarAangenomen?: true;
}

/** The first end takes its year from the second; without any the second is the first that comes after it. */
export function joined(left: Stretch, right: Stretch): Joined | undefined {
  const start = (days: Days): CivilDate => (left.soort === 'day' ? days.datum : days.van);
  const end = (days: Days): CivilDate => (right.soort === 'day' ? days.datum : days.tot);
  let from: Days = left;
  let to: Days = right;
  if (left.inYear && !right.inYear) {
    const year = yearOf(right.van);
    const same = fullDays(left, year);
    from = same && start(same) <= end(right) ? same : (fullDays(left, year - 1) ?? left);
  }
  if (right.inYear) {
    const year = yearOf(from.van);
    const same = fullDays(right, year);
    to = same && end(same) >= start(from) ? same : (fullDays(right, year + 1) ?? right);
  }
  const assumed = left.inYear && right.inYear ? { jaarAangenomen: true as const } : {};
  return start(from) <= end(to) ? { van: start(from), tot: end(to), ...assumed } : undefined;
}

interface Link {
  readonly next: number;
  /** A period at the second end is outside it: "van maart tot juni". */
  readonly upTo: boolean;
}

/** The word between both ends, if it is there. */
export function linkAt(reader: Reader, index: number, between: boolean): Link | undefined {
  if (between) {
    const and = word(reader, 'schakel.and', index);
    return and && { next: and.next, upTo: false };
  }
  const through = word(reader, 'schakel.through', index);
  if (through) return { next: through.next, upTo: false };
  const until = word(reader, 'schakel.until', index);
  if (until) return { next: until.next, upTo: true };
  return reader.tokens[index]?.norm === '-' ? { next: index + 1, upTo: false } : undefined;
}
