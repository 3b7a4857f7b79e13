/**
 * What the calendar of reminders must say, by brute force and from nothing of the product: days are counted as days since 1970,
 * holidays stand in a table, and an instant is found by looking at what the clock on the wall in Amsterdam shows, minute by minute.
 */
export const minuteMs = 60_000;
const dayMs = 86_400_000;

/** `2027-03-28` to days since 1970, and back. */
export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / dayMs;
export const dayOf = (number: number): string => new Date(number * dayMs).toISOString().slice(0, 10);

/** 0 is Sunday. */
const weekdayOf = (number: number): number => (number + 4) % 7;

/** Easter Sundays as printed in almanacs. */
const easters = (
  '2023-04-09 2024-03-31 2025-04-20 2026-04-05 2027-03-28 2028-04-16 2029-04-01 2030-04-21 2031-04-13 2032-03-28 ' +
  '2033-04-17 2034-04-09 2035-03-25 2036-04-13 2037-04-05 2038-04-25'
).split(' ');

const free = new Set(
  easters.flatMap((easter) => {
    const year = easter.slice(0, 4);
    const sunday = dayNumber(easter);
    const king = dayNumber(`${year}-04-27`);
    return [
      dayNumber(`${year}-01-01`),
      sunday - 2,
      sunday + 1,
      weekdayOf(king) === 0 ? king - 1 : king,
      dayNumber(`${year}-05-05`),
      sunday + 39,
      sunday + 50,
      dayNumber(`${year}-12-25`),
      dayNumber(`${year}-12-26`),
    ];
  }),
);

export function workingDayBefore(number: number): number {
  let day = number;
  while (weekdayOf(day) === 0 || weekdayOf(day) === 6 || free.has(day)) day -= 1;
  return day;
}

/** The Sundays on which the clocks change: the last of March and of October. */
export function clockChanges(from: number, to: number): readonly string[] {
  const days: string[] = [];
  for (let year = from; year <= to; year += 1) {
    for (const last of [`${year}-03-31`, `${year}-10-31`]) {
      const number = dayNumber(last);
      days.push(dayOf(number - weekdayOf(number)));
    }
  }
  return days;
}

const wall = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Amsterdam',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** Every minute of a stretch with what the clock on the wall shows, `2027-03-28 03:00`. */
export interface Minutes {
  readonly from: number;
  readonly shown: readonly string[];
}

/** @param from and `to`: days since 1970; from the first midnight UTC to the second */
export function minutesOf(from: number, to: number): Minutes {
  const count = ((to - from) * dayMs) / minuteMs;
  return {
    from: from * dayMs,
    shown: Array.from({ length: count }, (_, at) => wall.format(from * dayMs + at * minuteMs)),
  };
}

/** The first minute at which the wall shows this time of this day or a later one; `undefined`: outside the stretch. */
export function instantOf({ from, shown }: Minutes, day: number, time: string): number | undefined {
  const wanted = `${dayOf(day)} ${time}`;
  const at = shown.findIndex((one) => one >= wanted);
  return at <= 0 ? undefined : from + at * minuteMs;
}
