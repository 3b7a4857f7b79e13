import { type Duration, ritmeDuration } from '../kalender/duration.ts';
import { type Ritme, ritmes } from '../register/types.ts';

const sameLength = (one: Duration, other: Duration): boolean =>
  one.years * 12 + one.months === other.years * 12 + other.months &&
  one.weeks * 7 + one.days === other.weeks * 7 + other.days;

/** The ritme of the register that comes back after this length: `P3M` is `elk kwartaal`. Undefined for any other length. */
export function ritmeOf(iso: string): Ritme | undefined {
  const length = ritmeDuration(iso);
  return ritmes.find((ritme) => {
    const own = ritmeDuration(ritme);
    return length !== undefined && own !== undefined && sameLength(own, length);
  });
}
