import { dayAfter, lengthAt, lengthText } from './amount-phrases.ts';
import type { CivilDate } from './civil-date.ts';
import { stretchAt } from './combined-phrases.ts';
import { endsAt, type Reader, skip, word } from './stretch.ts';

/** "6 weken vóór de einddatum": counted from a date that only the afspraak knows. */

export interface AnchoredMatch {
  readonly next: number;
  readonly verschuiving: string;
  readonly anker?: string;
  readonly werkdagen?: true;
  readonly datum?: CivilDate;
}

/** Words between an anchor and its date: "de einddatum van 1 juli 2027", "einddatum (1 juli 2027)". */
function dateBehind(reader: Reader, index: number): { readonly datum: CivilDate; readonly next: number } | undefined {
  const at = skip(reader, 'schakel.on', skip(reader, 'schakel.of', index));
  const stretch = stretchAt(reader, at);
  return stretch?.soort === 'day' && !stretch.refused ? { datum: stretch.datum, next: stretch.next } : undefined;
}

export function anchoredAt(reader: Reader, index: number): AnchoredMatch | undefined {
  // "de dag vóór de einddatum" is one day.
  const single = word(reader, 'lidwoord', index) ? word(reader, 'eenheid', index + 1) : undefined;
  const one = single && ['day', 'week', 'month'].includes(single.value) ? single : undefined;
  const counted = lengthAt(reader, index);
  const length =
    counted ??
    (one && {
      months: one.value === 'month' ? 1 : 0,
      weeks: one.value === 'week' ? 1 : 0,
      days: one.value === 'day' ? 1 : 0,
      workdays: 0,
      next: one.next,
    });
  if (!length) return undefined;
  const werkdagen = length.workdays > 0 ? { werkdagen: true as const } : {};
  const earlier = word(reader, 'schakel.beforehand', length.next);
  if (earlier && counted) return { next: earlier.next, verschuiving: lengthText(length, -1), ...werkdagen };
  const before = word(reader, 'schakel.before', length.next);
  const side = before ?? word(reader, 'schakel.after', length.next);
  if (!side) return undefined;
  const sign = before ? -1 : 1;
  const verschuiving = lengthText(length, sign);
  const anchor = word(reader, 'anker', skip(reader, 'lidwoord', side.next));
  if (anchor) {
    const dated = dateBehind(reader, anchor.next);
    const datum = dated ? { datum: dayAfter(dated.datum, length, sign) } : {};
    return { next: dated?.next ?? anchor.next, verschuiving, anker: anchor.value, ...werkdagen, ...datum };
  }
  // "3 maanden voor de deelnemers" is no moment; "8 weken na verzending", "before the vote", "vóór" with accents are.
  const token = reader.tokens[side.next - 1];
  const certain = !before || token?.accented || token?.norm === 'before';
  const bare = token?.norm === 'nei' || endsAt(reader, side.next);
  return counted && certain && !bare ? { next: side.next, verschuiving, ...werkdagen } : undefined;
}

/** "op de einddatum": on the day itself. Only words that are plainly a date, for "op de evaluatie" is not. */
export function onAnchorAt(reader: Reader, index: number): AnchoredMatch | undefined {
  const on = word(reader, 'schakel.on', index);
  const anchor = on && word(reader, 'anker', skip(reader, 'lidwoord', on.next));
  const last = anchor && reader.tokens[anchor.next - 1]?.norm;
  return anchor && last && /(?:datum|date|deadline)$/.test(last)
    ? { next: anchor.next, verschuiving: 'P0D', anker: anchor.value }
    : undefined;
}
