import { amountAt } from './amount-phrases.ts';
import { endsAt, isCount, isOtherNumber, type Reader, skip, word } from './stretch.ts';

/** Times of day: "om 9 uur", "14:05", "9.30 uur", "14u05", "half tien", "kwart voor drie", "3 uur 's middags", "at 2 pm". */

export interface TimeMatch {
  readonly next: number;
  /** `14:05` */
  readonly tijd: string;
}

interface Clock {
  readonly next: number;
  readonly hours: number;
  readonly minutes: number;
  /** Written as a clock shows it; the hour is then taken as it stands. */
  readonly exact?: true;
  /** In words, on a clock of twelve hours: "half een" is after noon, where "0 uur" is midnight. */
  readonly spoken?: true;
}

/** "tien", "10", Frisian "tsienen": an hour of twelve or of twenty-four. */
function hourAt(reader: Reader, index: number): { readonly value: number; readonly next: number } | undefined {
  const named = word(reader, 'uurwoord', index);
  if (named) return { value: Number(named.value), next: named.next };
  const amount = amountAt(reader, index);
  return amount && Number.isInteger(amount.value) && amount.value < 24 ? amount : undefined;
}

/** The hour of a spoken time is one of twelve: "half 14" is nothing. */
function spokenHourAt(reader: Reader, index: number): { readonly value: number; readonly next: number } | undefined {
  const hour = hourAt(reader, index);
  const other = hour && (isCount(reader, hour.next - 1) || word(reader, 'maand', hour.next) !== undefined);
  return hour && !other && hour.value >= 1 && hour.value <= 12 ? hour : undefined;
}

const clockOf = (hour: number, shift: number, next: number): Clock => {
  const total = (hour * 60 + shift + 24 * 60) % (24 * 60);
  return { next, hours: Math.floor(total / 60), minutes: total % 60, spoken: true };
};

/** "half tien" is half past nine; in English "half past nine" and "half nine" are. */
function halfHourAt(reader: Reader, index: number): Clock | undefined {
  const half = word(reader, 'schakel.half_', index);
  const hour = half && spokenHourAt(reader, half.next);
  if (!hour) return undefined;
  const english = half.next > index + 1 || reader.language === 'en';
  return clockOf(hour.value, english ? 30 : -30, hour.next);
}

/** "kwart voor drie", "tien over negen", "vijf voor half drie", "quarter past nine". */
function shiftedHourAt(reader: Reader, index: number, announced: boolean): Clock | undefined {
  const quarter = word(reader, 'schakel.quarterHour', index);
  // "Een voor een" is no time, "om vijf voor een" is.
  const counted = quarter || !announced ? undefined : amountAt(reader, index);
  const shift = quarter ? 15 : counted?.value;
  if (shift === undefined || !Number.isInteger(shift) || shift < 1 || shift > 29) return undefined;
  const at = quarter?.next ?? skip(reader, 'schakel.minutes', counted?.next ?? index);
  const after = word(reader, 'schakel.pastHour', at);
  const side = after ?? word(reader, 'schakel.toHour', at);
  if (!side) return undefined;
  const half = halfHourAt(reader, side.next);
  const hour = half ?? spokenHourAt(reader, side.next);
  if (!hour) return undefined;
  const base = half ? half.hours * 60 + half.minutes : 'value' in hour ? hour.value * 60 : 0;
  return clockOf(0, base + (after ? shift : -shift), hour.next);
}

/** "14:05", "9.30 uur": as the clock shows it. */
function shownClockAt(reader: Reader, index: number, announced: boolean): Clock | undefined {
  const token = reader.tokens[index];
  if (!token || isOtherNumber(reader, index)) return undefined;
  const hour = word(reader, 'schakel.hour', index + 1);
  const half = word(reader, 'dagdeel', index + 1);
  const shown = token.kind === 'time' || (token.kind === 'dotted' && (hour || half || announced));
  const [hours = 0, minutes = 0] = token.parts ?? [];
  return shown ? { next: hour?.next ?? index + 1, hours, minutes, exact: true } : undefined;
}

/** Behind "om 9" these go on with the sentence; any other word is what the nine are ("om 9 redenen"). */
const goesOn = (reader: Reader, index: number): boolean =>
  endsAt(reader, index) ||
  ['schakel.on', 'schakel.about', 'schakel.before', 'lidwoord', 'dagwoord', 'weekdag', 'schakel.each'].some((subject) =>
    word(reader, subject, index),
  );

/** "9 uur", and "om 9" or "vrijdag 9" where nothing is counted. "binnen 2 uur" and "24 uur" are no time of day. */
function wholeHourAt(reader: Reader, index: number, announced: boolean): Clock | undefined {
  if (!announced || isOtherNumber(reader, index)) return undefined;
  const hour = hourAt(reader, index);
  const behind = hour && word(reader, 'schakel.hour', hour.next);
  if (hour && behind) {
    const whole = { next: behind.next, hours: hour.value, minutes: 0 };
    // "9 uur 30"
    const minutes = reader.tokens[behind.next];
    const shown = minutes?.kind === 'number' && minutes.end - minutes.start === 2 && (minutes.value ?? 60) < 60;
    return shown ? { ...whole, next: behind.next + 1, minutes: minutes.value ?? 0, exact: true } : whole;
  }
  // "Om een" goes on with what there is one of.
  const isArticle = hour?.value === 1 && reader.tokens[index]?.kind === 'word';
  const bare = hour && !isArticle && (word(reader, 'dagdeel', hour.next) !== undefined || goesOn(reader, hour.next));
  return bare ? { next: hour.next, hours: hour.value, minutes: 0 } : undefined;
}

/** Up to this hour people who say no more mean the afternoon: nobody meets at three in the night. */
const lastAfternoonHour = 6;

const twoDigits = (value: number): string => String(value).padStart(2, '0');

function ofDay(clock: Clock, half: 'am' | 'pm' | undefined): string {
  const { hours, minutes, exact, spoken } = clock;
  const isAfternoon = !exact && hours <= lastAfternoonHour && (hours >= 1 || spoken);
  const later = hours < 12 && (half === 'pm' || (half === undefined && isAfternoon));
  const midnight = half === 'am' && hours === 12;
  return `${twoDigits(later ? hours + 12 : midnight ? 0 : hours)}:${twoDigits(minutes)}`;
}

/** "Over een half uur", "in 30 minutes", "over drie kwartier". Half a day at most: further off people name the time. */
export function delayAt(
  reader: Reader,
  index: number,
): { readonly next: number; readonly minuten: number } | undefined {
  const turn = word(reader, 'schakel.in', index);
  const amount = turn && amountAt(reader, skip(reader, 'schakel.roughly', turn.next));
  const unit = amount && word(reader, 'klok', amount.next);
  const minuten = unit ? amount.value * Number(unit.value) : 0;
  return unit && Number.isInteger(minuten) && minuten > 0 && minuten <= mostMinutes
    ? { next: unit.next, minuten }
    : undefined;
}

const mostMinutes = 12 * 60;

/** "vanmiddag", "vrijdagavond", "morgenochtend": which half of the day a word before it says. */
function halfIn(words: string | undefined): 'am' | 'pm' | undefined {
  if (words === undefined) return undefined;
  if (/middag|avond|afternoon|evening|tonight|middei|jun$/i.test(words)) return 'pm';
  return /ochtend|morning|vanmorgen|fanmoarn|moarnier/i.test(words) ? 'am' : undefined;
}

/**
 * @param day the words of a day or rhythm that ends right before: after it "9 uur" needs no "om", and "vrijdagmiddag" says which
 * nine is meant
 */
export function timeAt(reader: Reader, index: number, day: string | undefined): TimeMatch | undefined {
  const named = word(reader, 'tijdwoord', word(reader, 'schakel.at', index)?.next ?? index);
  if (named) return { next: named.next, tijd: named.value };
  const at = word(reader, 'schakel.at', index);
  const place = at?.next ?? index;
  const announced = at !== undefined || day !== undefined;
  const spoken = reader.tokens[place]?.kind === 'word' || announced;
  const clock =
    (spoken ? (shiftedHourAt(reader, place, announced) ?? halfHourAt(reader, place)) : undefined) ??
    shownClockAt(reader, place, announced) ??
    wholeHourAt(reader, place, announced);
  if (!clock) return undefined;
  const next = skip(reader, 'schakel.hour', clock.next);
  const half = word(reader, 'dagdeel', next);
  const said = half && (half.value === 'pm' ? 'pm' : 'am');
  return { next: half?.next ?? next, tijd: ofDay(clock, said ?? halfIn(day)) };
}
