import type { CivilDate } from './civil-date.ts';

/**
 * What {@link readDates} finds in a sentence. Findings never overlap and stand in the order of the sentence.
 *
 * A caller that asks for one day takes `datum`; one that asks for a list takes `van` and `tot`. Both are given wherever both
 * can be meant: "eind maart 2027" is the 31st as a day and the 21st to the 31st as a period; "vóór 1 juli" is everything up to
 * 30 June as a period, and 30 June as a day.
 */
export type DateFinding =
  | DayFinding
  | PeriodFinding
  | OffsetFinding
  | RecurrenceFinding
  | DurationFinding
  | TimeFinding
  | DelayFinding
  | YearFinding
  | RefusedFinding;

export interface Located {
  /** Offsets in the text that was read, in UTF-16 units; `end` is after the last. */
  readonly start: number;
  readonly end: number;
  /** The words themselves. */
  readonly tekst: string;
}

export interface DayFinding extends Located {
  readonly kind: 'day';
  readonly datum: CivilDate;
  /** The period meant when a list is asked: with begin, medio and eind a third; else absent. */
  readonly van?: CivilDate;
  readonly tot?: CivilDate;
  /** Nobody named the year: the next such day was taken (the last one after "sinds"). */
  readonly jaarAangenomen?: true;
  /** "12 weken vóór 1 juli 2027": the ISO length and the day it was counted from. */
  readonly verschuiving?: string;
  readonly ankerdatum?: CivilDate;
  /** The length is in working days, which ISO cannot say. */
  readonly werkdagen?: true;
  /** Counted from a summer whose reces is not configured. */
  readonly waarschuwing?: 'reces_unset' | 'schatting';
}

/** Both days inclusive; an open side is absent. Both sides absent only with the warning `reces_unset`. */
export interface PeriodFinding extends Located {
  readonly kind: 'period';
  readonly van?: CivilDate;
  readonly tot?: CivilDate;
  /** The one day meant when a day is asked ("vóór 1 juli": 30 June). Absent for a plain period ("deze week"). */
  readonly datum?: CivilDate;
  readonly jaarAangenomen?: true;
  /**
   * "voor december" without accents is read as the month itself ("herinneringen voor december"); when the sentence is about
   * something ending or being due it means before: then take this last day instead.
   */
  readonly ervoor?: CivilDate;
  /** The other way about, "voor het voorjaar" is before it; where something is planned for it, it is these days. */
  readonly zelf?: { readonly van: CivilDate; readonly tot: CivilDate };
  /** `reces_unset`: the reces is not configured, so the days are unknown or guessed. `schatting`: "de komende weken" has no exact length. */
  readonly waarschuwing?: 'reces_unset' | 'schatting';
}

/** So much before or after a date of the afspraak itself, which the caller must look up. */
export interface OffsetFinding extends Located {
  readonly kind: 'offset';
  /** ISO length, negative before: `-P6W`. `P0D`: on the day itself. */
  readonly verschuiving: string;
  readonly werkdagen?: true;
  /** Key of `anker` in woorden.yaml: `einddatum`, `herijking`, `rapportagedatum`, `ingangsdatum`, …; absent: ask from which date. */
  readonly anker?: string;
  /** Only when the sentence names the anchor's date too ("6 weken vóór de einddatum 1 juli 2027"). */
  readonly datum?: CivilDate;
}

export interface RecurrenceFinding extends Located {
  readonly kind: 'recurrence';
  /** ISO length between two: `P3M`. */
  readonly herhaling: string;
  /** RFC 5545: `FREQ=MONTHLY;BYDAY=1MO`. */
  readonly rrule: string;
  /** The first day, where the sentence names it: "jaarlijks op 1 oktober". */
  readonly datum?: CivilDate;
  /** Only the name of a thing ("kwartaaloverleg"): beside a day or another rhythm nothing comes back. */
  readonly samenstelling?: true;
}

export interface DurationFinding extends Located {
  readonly kind: 'duration';
  readonly duur: string;
  readonly werkdagen?: true;
}

export interface TimeFinding extends Located {
  readonly kind: 'time';
  /** `14:05` */
  readonly tijd: string;
}

/** "Over een half uur": so many minutes from the moment of speaking. */
export interface DelayFinding extends Located {
  readonly kind: 'delay';
  readonly minuten: number;
}

/** A year beside a noun: "begroting 2028". Never a period by itself; "in 2027" is one. */
export interface YearFinding extends Located {
  readonly kind: 'year';
  readonly jaar: number;
  /** "voor 2027": could also mean everything up to this day. */
  readonly ervoor?: CivilDate;
}

/** A date that does not hold: say so and ask, never guess. */
export interface RefusedFinding extends Located {
  readonly kind: 'refused';
  readonly reason: 'no_such_day' | 'weekday_mismatch';
  /** With weekday_mismatch: the day without its weekday. */
  readonly datum?: CivilDate;
}

/** In the order of the sentence. Only the first 400 tokens are read. */
export type DateReading = readonly DateFinding[];
