import type { Bestuursorgaan } from '../services/besluiten/types.ts';
import type { HerinneringKind, OccurrenceState } from '../services/herinneringen/types.ts';
import { type CivilDate, isCivilDate } from '../services/kalender/civil-date.ts';
import { durationInWords } from '../services/kalender/duration.ts';
import { formatDay } from '../services/kalender/format.ts';
import type { Ontvanger, Ritme, Soort, Status, Vertrouwelijkheid, Vorm } from '../services/register/types.ts';
import type { Labels } from '../services/taal/label-types.ts';
import { labelsIn } from '../services/taal/labels.ts';
import type { Language } from '../services/taal/language.ts';
import { startWithCapital } from '../services/taal/list.ts';
import { mixed, type PlainText, plain } from './foreign-text.ts';
import { type OwnText, words } from './own-text.ts';

/** Values of the register as people read them: days, lengths, and the words for soort, status and their family. */

/** Writing a day costs more than all the rest of a card, and the same days come back in every list. */
const writtenDays = new Map<string, PlainText>();
const mostWrittenDays = 5000;

/** `1 maart 2027`, or `maandag 1 maart 2027`. A stored value that is no day is shown as it is. */
export function dayText(
  day: CivilDate,
  lang: Language,
  { weekday = false }: { readonly weekday?: boolean } = {},
): PlainText {
  const key = `${lang} ${weekday} ${day}`;
  const known = writtenDays.get(key);
  if (known !== undefined) return known;
  const text = plain(isCivilDate(day) ? formatDay(day, lang, { weekday }) : day, 40);
  if (writtenDays.size >= mostWrittenDays) writtenDays.clear();
  writtenDays.set(key, text);
  return text;
}

/** `1 maart 2027 14:00` where a time was named. */
export const timedDayText = (
  day: CivilDate,
  tijd: string | undefined,
  lang: Language,
  options?: { readonly weekday?: boolean },
): PlainText =>
  tijd === undefined ? dayText(day, lang, options) : mixed`${dayText(day, lang, options)} ${plain(tijd, 5)}`;

/** `6 maanden`. */
export const durationText = (iso: string, lang: Language): PlainText => plain(durationInWords(iso, lang) ?? iso, 60);

/** An instant (epoch ms) on the wall clock of this IANA zone: `23 november 2026 09:30`. */
export function momentText(at: number, timeZone: string, lang: Language): PlainText {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((each) => each.type === type)?.value ?? '';
  const day = dayText(`${part('year')}-${part('month')}-${part('day')}`, lang);
  return mixed`${day}, ${plain(`${part('hour')}:${part('minute')}`)}`;
}

/** A label as the name of a field or a value on its own: with a capital. */
const capital = (label: string): OwnText => words(startWithCapital(label));

export const soortText = (soort: Soort, lang: Language): OwnText => capital(labelsIn(lang).soort[soort].one);
export const statusText = (status: Status, lang: Language): OwnText => capital(labelsIn(lang).status[status]);
export const vormText = (vorm: Vorm, lang: Language): OwnText => capital(labelsIn(lang).vorm[vorm]);
export const ritmeText = (ritme: Ritme, lang: Language): OwnText => words(labelsIn(lang).ritme[ritme]);
export const ontvangerText = (ontvanger: Ontvanger, lang: Language): OwnText =>
  words(labelsIn(lang).ontvanger[ontvanger]);
export const vertrouwelijkheidText = (value: Vertrouwelijkheid, lang: Language): OwnText =>
  words(labelsIn(lang).vertrouwelijkheid[value]);
export const bestuursorgaanText = (orgaan: Bestuursorgaan, lang: Language): OwnText =>
  capital(labelsIn(lang).bestuursorgaan[orgaan]);
/** Kind of a herinnering: `Herijking`. */
export const kindText = (kind: HerinneringKind, lang: Language): OwnText =>
  capital(labelsIn(lang).herinneringKind[kind]);
export const stateText = (state: OccurrenceState, lang: Language): OwnText =>
  words(labelsIn(lang).occurrenceState[state]);

/** Name of a field of an afspraak: `Einddatum`. */
export const fieldText = (field: keyof Labels['afspraakVeld'], lang: Language): OwnText =>
  capital(labelsIn(lang).afspraakVeld[field]);
