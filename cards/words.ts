import type { Bestuursorgaan } from '../services/besluiten/types.ts';
import { type CivilDate, isCivilDate } from '../services/kalender/civil-date.ts';
import { durationInWords } from '../services/kalender/duration.ts';
import { type DayFormat, formatDay } from '../services/kalender/format.ts';
import type { Ontvanger, Ritme, Soort, Status, Vertrouwelijkheid, Vorm } from '../services/register/types.ts';
import type { Language } from '../services/taal/language.ts';
import { sentencesIn } from '../services/taal/language.ts';
import { mixed, type PlainText, plain } from './foreign-text.ts';
import type { OwnText } from './own-text.ts';
import { besluitTexts } from './texts/besluit.ts';
import { labels } from './texts/labels.ts';

/** Values of the register as people read them: days, lengths, and the words for soort, status and their family. */

/** `1 maart 2027`, or `maandag 1 maart 2027`. A stored value that is no day is shown as it is. */
export const dayText = (day: CivilDate, lang: Language, format: DayFormat = {}): PlainText =>
  plain(isCivilDate(day) ? formatDay(day, lang, format) : day, 40);

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

export const bestuursorgaanText = (orgaan: Bestuursorgaan, lang: Language): OwnText =>
  sentencesIn(besluitTexts, lang).bestuursorganen[orgaan];

export const soortText = (soort: Soort, lang: Language): OwnText => sentencesIn(labels, lang).soorten[soort];
export const statusText = (status: Status, lang: Language): OwnText => sentencesIn(labels, lang).statussen[status];
export const vormText = (vorm: Vorm, lang: Language): OwnText => sentencesIn(labels, lang).vormen[vorm];
export const ritmeText = (ritme: Ritme, lang: Language): OwnText => sentencesIn(labels, lang).ritmes[ritme];
export const ontvangerText = (ontvanger: Ontvanger, lang: Language): OwnText =>
  sentencesIn(labels, lang).ontvangers[ontvanger];
export const vertrouwelijkheidText = (value: Vertrouwelijkheid, lang: Language): OwnText =>
  sentencesIn(labels, lang).vertrouwelijkheden[value];
