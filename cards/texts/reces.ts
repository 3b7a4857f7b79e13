import type { RecesNaam } from '../../services/reces/sentence.ts';
import type { Sentences } from '../../services/taal/language.ts';
import { mixed, type PlainText } from '../foreign-text.ts';
import { type OwnText, own } from '../own-text.ts';

/** When councils do not meet. */
const nl = {
  title: own`Reces`,
  rule: own`Een herinnering die in het reces van een van de partijen valt, komt op de laatste werkdag daarvoor. Te vroeg is beter dan als niemand er is.`,
  none: own`Er is hier nog geen reces ingevuld.`,
  ofWhom: (naam: PlainText, organisatie: PlainText): PlainText => mixed`${naam}, ${organisatie}`,
  days: (van: PlainText, tot: PlainText): PlainText => mixed`${van} t/m ${tot}`,
  setBy: (who: PlainText, when: PlainText): PlainText => mixed`Ingevuld door ${who} (${when}).`,
  remove: own`Weghalen`,
  formTitle: own`Reces invullen`,
  formHint: own`Staat er al een reces in die dagen, dan komt dit ervoor in de plaats.`,
  organisatie: own`Gemeente of organisatie`,
  organisatieMissing: own`Kies de gemeente of organisatie.`,
  naam: own`Welk reces`,
  van: own`Eerste dag`,
  vanMissing: own`Vul de eerste dag in.`,
  tot: own`Laatste dag`,
  totMissing: own`Vul de laatste dag in.`,
  save: own`Opslaan`,
  namen: {
    Zomerreces: own`Zomerreces`,
    Herfstreces: own`Herfstreces`,
    Kerstreces: own`Kerstreces`,
    Voorjaarsreces: own`Voorjaarsreces`,
    Meireces: own`Meireces`,
    Reces: own`Ander reces`,
  } satisfies Record<RecesNaam, OwnText>,
  saved: (what: PlainText, days: PlainText): PlainText => mixed`Opgeslagen: ${what}, ${days}.`,
  unchanged: (what: PlainText, days: PlainText): PlainText => mixed`Dit stond er al: ${what}, ${days}.`,
  replaced: (count: number): OwnText =>
    count === 1
      ? own`Het reces dat er stond, is vervangen.`
      : own`De ${count} recessen die er stonden, zijn vervangen.`,
  sentOn: (day: PlainText): PlainText => mixed`Herinneringen die erin vallen, komen op ${day}.`,
  tooLate: own`Dit reces is al begonnen of begint zo. Herinneringen die erin vallen, komen daarom op hun gewone dag.`,
  removed: (what: PlainText, days: PlainText): PlainText =>
    mixed`Weggehaald: ${what}, ${days}. Herinneringen komen weer op hun gewone dag.`,
  gone: own`Dit reces was al weggehaald.`,
  unknown: (typed: PlainText): PlainText => mixed`⚠ Ik weet niet welke organisatie “${typed}” is.`,
  nearest: (names: PlainText): PlainText => mixed`Bedoel je: ${names}? Schrijf de volledige naam.`,
  problem: {
    empty: own`⚠ Vul de organisatie, de eerste dag en de laatste dag in.`,
    not_a_date: own`⚠ Een van de dagen bestaat niet. Kijk ze na.`,
    reversed: own`⚠ De laatste dag ligt voor de eerste. Kijk ze na.`,
    too_long: own`⚠ Een reces duurt hooguit 100 dagen. Kijk naar de jaren.`,
    passed: own`⚠ Dit reces is al voorbij. Kijk naar het jaar.`,
    too_many: own`⚠ Van deze organisatie staan er al 80. Haal eerst oude weg.`,
    not_here: own`⚠ Deze organisatie doet niet mee in een samenwerking van dit kanaal. Vul het reces in een kanaal in waar dat wel zo is.`,
  },
  whereToSet: own`Een reces invullen of weghalen doe je in een kanaal of groepsgesprek dat aan een samenwerking is gekoppeld, zodat de partners het zien. Een lijst met recessen als bestand kun je mij hier sturen.`,
};

const en: typeof nl = {
  title: own`Recess`,
  rule: own`A reminder that falls in the recess of one of the parties comes on the last working day before it. Too early is better than when nobody is there.`,
  none: own`No recess has been filled in here yet.`,
  ofWhom: (naam, organisatie) => mixed`${naam}, ${organisatie}`,
  days: (van, tot) => mixed`${van} to ${tot}`,
  setBy: (who, when) => mixed`Filled in by ${who} (${when}).`,
  remove: own`Remove`,
  formTitle: own`Fill in a recess`,
  formHint: own`If there is a recess in those days already, this one takes its place.`,
  organisatie: own`Municipality or organisation`,
  organisatieMissing: own`Choose the municipality or organisation.`,
  naam: own`Which recess`,
  van: own`First day`,
  vanMissing: own`Fill in the first day.`,
  tot: own`Last day`,
  totMissing: own`Fill in the last day.`,
  save: own`Save`,
  namen: {
    Zomerreces: own`Summer recess`,
    Herfstreces: own`Autumn recess`,
    Kerstreces: own`Christmas recess`,
    Voorjaarsreces: own`Spring recess`,
    Meireces: own`May recess`,
    Reces: own`Another recess`,
  },
  saved: (what, days) => mixed`Saved: ${what}, ${days}.`,
  unchanged: (what, days) => mixed`This was there already: ${what}, ${days}.`,
  replaced: (count) =>
    count === 1
      ? own`The recess that was there was replaced.`
      : own`The ${count} recesses that were there were replaced.`,
  sentOn: (day) => mixed`Reminders that fall in it come on ${day}.`,
  tooLate: own`This recess has begun or is about to. Reminders that fall in it therefore come on their usual day.`,
  removed: (what, days) => mixed`Removed: ${what}, ${days}. Reminders come on their usual day again.`,
  gone: own`This recess was removed before.`,
  unknown: (typed) => mixed`⚠ I do not know which organisation “${typed}” is.`,
  nearest: (names) => mixed`Did you mean: ${names}? Write the full name.`,
  problem: {
    empty: own`⚠ Fill in the organisation, the first day and the last day.`,
    not_a_date: own`⚠ One of the days does not exist. Check them.`,
    reversed: own`⚠ The last day is before the first. Check them.`,
    too_long: own`⚠ A recess lasts at most 100 days. Look at the years.`,
    passed: own`⚠ This recess is over. Look at the year.`,
    too_many: own`⚠ This organisation has 80 of them. Remove old ones first.`,
    not_here: own`⚠ This organisation takes part in no partnership of this channel. Fill the recess in where it does.`,
  },
  whereToSet: own`Fill in or remove a recess in a channel or group chat that is bound to a partnership, so that the partners see it. You can send me a file with recesses here.`,
};

export const recesCardTexts: Sentences<typeof nl> = { nl, en };
