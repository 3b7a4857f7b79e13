import { RRuleTemporal } from 'rrule-temporal';
import { addTo, type CivilDate, daysBetween, weekday } from './civil-date.ts';

/**
 * The days of a recurring rule (RFC 5545, the RRULE that the date reader writes). Only whole days are computed here, so a change
 * of the clocks plays no part; who needs an instant makes it from the day with `instantAt`.
 */
export interface Recurrence {
  /** `FREQ=MONTHLY;BYDAY=1MO`. */
  readonly rrule: string;
  /** The first day it may fall on; counts as DTSTART. */
  readonly from: CivilDate;
}

/** As the date reader writes it: nothing finer than a day, no end of its own. */
const form =
  /^FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)(?:;(?:INTERVAL=\d{1,3}|BYDAY=[-,\dA-Z]{2,40}|BYMONTH=[\d,]{1,30}|BYMONTHDAY=-?\d{1,2}|BYSETPOS=-?\d{1,2}))*$/;

const known = new Map<string, RRuleTemporal>();
const mostKnown = 1000;

function ruleOf({ rrule, from }: Recurrence): RRuleTemporal {
  const text = `DTSTART;TZID=UTC:${from.replaceAll('-', '')}T000000\nRRULE:${rrule}`;
  const before = known.get(text);
  if (before !== undefined) return before;
  const made = new RRuleTemporal({ rruleString: text });
  if (known.size >= mostKnown) known.clear();
  known.set(text, made);
  return made;
}

const instantOf = (day: CivilDate): Date => new Date(`${day}T00:00:00Z`);

/** Every day of the rule from the first to the last given day, both inclusive, in order. */
export const recurrenceDays = (rule: Recurrence, van: CivilDate, tot: CivilDate): readonly CivilDate[] =>
  tot < van || tot < rule.from
    ? []
    : ruleOf(rule)
        .between(instantOf(van), instantOf(tot), true)
        .map((at) => new Date(at.epochMilliseconds).toISOString().slice(0, 10));

const part = (rrule: string, name: string): string | undefined =>
  rrule
    .split(';')
    .find((each) => each.startsWith(`${name}=`))
    ?.slice(name.length + 1);

/**
 * Fills in what people leave out: "elke maand" is its first Monday, "elk kwartaal" the first Monday of the quarter, "elke week" its
 * Monday, "jaarlijks" this day of each year. A start that was named ("vanaf 1 maart") is kept, and says the rest.
 *
 * @returns undefined when the rule is not one that the date reader writes
 */
export function wholeRecurrence(rrule: string, today: CivilDate, start?: CivilDate): Recurrence | undefined {
  if (!form.test(rrule)) return undefined;
  const from = start ?? today;
  if (part(rrule, 'BYDAY') !== undefined || part(rrule, 'BYMONTHDAY') !== undefined) return { rrule, from };
  if (part(rrule, 'BYMONTH') !== undefined) return { rrule: `${rrule};BYMONTHDAY=1`, from };
  const frequency = part(rrule, 'FREQ');
  if (start !== undefined || frequency === 'DAILY') return { rrule, from };
  if (frequency === 'WEEKLY') return { rrule: `${rrule};BYDAY=MO`, from: mondayFrom(today) };
  if (frequency === 'YEARLY') return { rrule, from: addTo(today, { years: Number(part(rrule, 'INTERVAL') ?? 1) }) };
  const months = Number(part(rrule, 'INTERVAL') ?? 1);
  if (months === 3) return { rrule: 'FREQ=YEARLY;BYMONTH=1,4,7,10;BYDAY=1MO', from };
  if (months === 6) return { rrule: 'FREQ=YEARLY;BYMONTH=1,7;BYDAY=1MO', from };
  return { rrule: `${rrule};BYDAY=1MO`, from: `${addTo(today, { months: 1 }).slice(0, 7)}-01` };
}

const mondayFrom = (day: CivilDate): CivilDate => addTo(day, { days: (8 - weekday(day)) % 7 });

/** Whether it comes back more often than once in five days, so that a moment that falls on a free day is left out, not moved. */
export const isDaily = (rule: Recurrence): boolean => {
  const [first, second] = recurrenceDays(rule, rule.from, addTo(rule.from, { days: 14 }));
  return first !== undefined && second !== undefined && daysBetween(first, second) < 5;
};
