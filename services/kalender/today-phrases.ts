import { dayAfter, lengthAt } from './amount-phrases.ts';
import { addTo, type CivilDate } from './civil-date.ts';
import { calendarPeriodAt, thisUnitAt } from './period-phrases.ts';
import { calendarUnit, longest, type Reader, type Rule, type Stretch, skip, word } from './stretch.ts';

/** Periods with today at one end: "later dit jaar", "dit jaar tot nu toe", "meer dan een jaar geleden", "binnen nu en drie maanden". */

export interface TodayMatch {
  readonly next: number;
  readonly van?: CivilDate;
  readonly tot?: CivilDate;
  readonly datum?: CivilDate;
}

/** A calendar period that today is in. */
function currentAt(reader: Reader, index: number): Stretch | undefined {
  const named = calendarPeriodAt(reader, index);
  const found = named ?? thisUnit(reader, index);
  return found && !found.refused && found.van <= reader.today && found.tot >= reader.today ? found : undefined;
}

/** "De rest van het jaar", "the rest of the month": the one that is going on. */
function thisUnit(reader: Reader, index: number): Stretch | undefined {
  const article = skip(reader, 'lidwoord', index);
  return article === index ? undefined : thisUnitAt(reader, index);
}

/** "Later dit jaar", "de rest van de maand". */
function laterInAt(reader: Reader, index: number): TodayMatch | undefined {
  const later = word(reader, 'schakel.laterIn', index);
  const current = later && currentAt(reader, later.next);
  return current && { next: current.next, van: reader.today, tot: current.tot };
}

/** "Eerder dit jaar", "tot nu toe dit jaar", "dit jaar tot nu toe", "year to date". */
function soFarAt(reader: Reader, index: number): TodayMatch | undefined {
  const front = word(reader, 'schakel.earlierIn', index) ?? word(reader, 'schakel.soFar', index);
  const bare = word(reader, 'eenheid', index);
  const unit = bare && calendarUnit(bare.value, reader.today, 0);
  const current = front
    ? currentAt(reader, front.next)
    : (currentAt(reader, index) ?? (unit && bare && { ...unit, next: bare.next }));
  const behind = front ? undefined : current && word(reader, 'schakel.soFar', current.next);
  if (!current || (!front && !behind)) return undefined;
  return { next: behind?.next ?? current.next, van: current.van, tot: reader.today };
}

/** "Meer dan drie maanden geleden", "minder dan een week geleden", "ouder dan een jaar". */
function agoAt(reader: Reader, index: number): TodayMatch | undefined {
  const { today } = reader;
  const long = word(reader, 'schakel.longAgo', index);
  const found = long ?? word(reader, 'schakel.notLongAgo', index);
  const length = found && lengthAt(reader, found.next);
  const ago = length && word(reader, 'schakel.ago', length.next);
  const isOld = length && /^(?:ouder|older)$/.test(reader.tokens[index]?.norm ?? '');
  if (!length || (!ago && !isOld)) return undefined;
  const day = dayAfter(today, length, -1);
  const next = ago?.next ?? length.next;
  return long ? { next, tot: addTo(day, { days: -1 }) } : { next, van: day, tot: today };
}

/** "Over meer dan een half jaar": from the day after that. */
function beyondAt(reader: Reader, index: number): TodayMatch | undefined {
  const beyond = word(reader, 'schakel.beyond', index);
  const length = beyond && lengthAt(reader, beyond.next);
  return length && { next: length.next, van: dayAfter(reader.today, length) };
}

/** "Binnen nu en drie maanden", "tussen nu en twee weken". */
function fromNowAt(reader: Reader, index: number): TodayMatch | undefined {
  const between = word(reader, 'schakel.within', index) ?? word(reader, 'schakel.between', index);
  const now = between && word(reader, 'schakel.now', between.next);
  const and = now && word(reader, 'schakel.and', now.next);
  const length = and && lengthAt(reader, and.next);
  if (!length) return undefined;
  const tot = dayAfter(reader.today, length);
  return { next: length.next, van: reader.today, tot, datum: tot };
}

/** "Binnenkort", "de laatste tijd": three months stand in for what nobody measured. */
export const vagueAt: Rule = (reader, index) => {
  const vague = word(reader, 'vaag', index);
  if (!vague) return undefined;
  const { today } = reader;
  const edge = addTo(today, { months: vague.value === 'past' ? -3 : 3 });
  const days = vague.value === 'past' ? { van: edge, tot: today } : { van: today, tot: edge };
  return { ...days, datum: edge, soort: 'period', next: vague.next, waarschuwing: 'schatting' };
};

export const aroundTodayAt = (reader: Reader, index: number): TodayMatch | undefined =>
  longest([
    laterInAt(reader, index),
    soFarAt(reader, index),
    agoAt(reader, index),
    beyondAt(reader, index),
    fromNowAt(reader, index),
  ]);
