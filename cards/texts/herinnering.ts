import type { Sentences } from '../../services/taal/language.ts';
import { mixed, type PlainText } from '../foreign-text.ts';
import { type OwnText, own } from '../own-text.ts';

/** Reminders: one, several in one message, and the list of what is planned. */

/**
 * Why a message comes after its moment. `bound-late`: the channel or the afspraak came after it. `downtime`: the bot could not
 * send it in time.
 */
export type LateReason = 'bound-late' | 'downtime';

/** `days` until the date: negative is past, 0 today. */
const whenNl = (days: number): OwnText => {
  if (days === 0) return own`vandaag`;
  if (days === 1) return own`morgen`;
  if (days === -1) return own`1 dag te laat`;
  return days > 0 ? own`over ${days} dagen` : own`${-days} dagen te laat`;
};

const whenEn = (days: number): OwnText => {
  if (days === 0) return own`today`;
  if (days === 1) return own`tomorrow`;
  if (days === -1) return own`1 day overdue`;
  return days > 0 ? own`in ${days} days` : own`${-days} days overdue`;
};

const nl = {
  title: (code: OwnText): OwnText => own`Herinnering ${code}`,
  digestTitle: (count: number): OwnText => own`${count} herinneringen`,
  late: {
    'bound-late': (count: number): OwnText =>
      count === 1
        ? own`Deze herinnering liep al toen dit kanaal werd gekoppeld of de afspraak erbij kwam.`
        : own`Deze herinneringen liepen al toen dit kanaal werd gekoppeld of de afspraak erbij kwam.`,
    downtime: (count: number): OwnText =>
      count === 1
        ? own`Deze herinnering had je eerder moeten krijgen. Ketenregie was toen niet bereikbaar.`
        : own`Een deel had je eerder moeten krijgen. Ketenregie was toen niet bereikbaar.`,
  } satisfies Record<LateReason, (count: number) => OwnText>,
  what: (kind: OwnText, days: number): OwnText => own`${kind} ${whenNl(days)}`,
  date: own`Datum`,
  goneAfspraak: own`Deze afspraak staat niet meer in het register.`,
  reactions: own`Wie reageerde`,
  earlier: (count: number): OwnText => own`En nog ${count} eerdere reacties.`,
  gezien: (who: PlainText, when: PlainText): PlainText => mixed`Gezien door ${who} (${when})`,
  oppakken: (who: PlainText, when: PlainText): PlainText => mixed`${who} pakt het op (${when})`,
  uitstellen: (who: PlainText, when: PlainText): PlainText => mixed`Uitgesteld door ${who} (${when})`,
  /** After who postponed it. */
  comesBack: (day: PlainText): PlainText => mixed`, komt terug op ${day}`,
  klaar: (who: PlainText, when: PlainText): PlainText => mixed`Klaar gemeld door ${who} (${when})`,
  nextDate: (day: PlainText): PlainText => mixed`, volgende datum: ${day}`,
  settled: own`✔ Klaar. Hier hoeft niets meer te gebeuren.`,
  since: {
    moved: (kind: OwnText, day: PlainText): PlainText =>
      mixed`De datum is intussen gewijzigd: ${kind} ${day}. Daarover komen nieuwe herinneringen.`,
    removed: own`Deze datum staat niet meer bij de afspraak.`,
    ended: own`Deze afspraak is intussen afgerond, opgezegd of vervallen.`,
    short: {
      moved: (day: PlainText): PlainText => mixed`nu ${day}`,
      removed: own`geen datum meer`,
      ended: own`afspraak afgelopen`,
    },
  },
  words: {
    gezien: (who: PlainText): PlainText => mixed`gezien door ${who}`,
    oppakken: (who: PlainText): PlainText => mixed`${who} pakt het op`,
    uitstellen: (who: PlainText): PlainText => mixed`uitgesteld door ${who}`,
    klaar: (who: PlainText): PlainText => mixed`✔ klaar gemeld door ${who}`,
  },
  done: own`✔ klaar`,
  delayLabel: own`Uitstellen met`,
  delays: { '1d': own`1 dag`, '1w': own`1 week`, '1m': own`1 maand` },
  untilLabel: own`Of uitstellen tot een dag (mag leeg blijven)`,
  buttons: {
    gezien: own`Gezien`,
    oppakken: own`Ik pak het op`,
    uitstellen: own`Uitstellen`,
    klaar: own`Klaar`,
  },
  choose: own`Over welke herinnering gaat het?`,
  chooseMissing: own`Kies eerst een herinnering.`,
  also: own`Ook over`,
  showHint: own`Hele afspraak zien? Typ “toon” en de code.`,
  allSettled: own`✔ Alles is klaar gemeld.`,
  listTitle: (total: number): OwnText => (total === 1 ? own`1 herinnering` : own`${total} herinneringen`),
  listEmpty: own`Er staan geen herinneringen gepland.`,
  sentOn: own`Herinnering op`,
  state: own`Stand`,
  repeats: own`Herhaling`,
  everyWhileOpen: (days: number): OwnText =>
    days === 7
      ? own`elke week, zolang het openstaat`
      : days % 7 === 0
        ? own`elke ${days / 7} weken, zolang het openstaat`
        : days === 1
          ? own`elke dag, zolang het openstaat`
          : own`elke ${days} dagen, zolang het openstaat`,
};

const en: typeof nl = {
  title: (code) => own`Reminder ${code}`,
  digestTitle: (count) => own`${count} reminders`,
  late: {
    'bound-late': (count) =>
      count === 1
        ? own`This reminder was already running when this channel was bound or the agreement was added.`
        : own`These reminders were already running when this channel was bound or the agreement was added.`,
    downtime: (count) =>
      count === 1
        ? own`This reminder should have come earlier. Ketenregie could not be reached then.`
        : own`Some of these should have come earlier. Ketenregie could not be reached then.`,
  },
  what: (kind, days) => own`${kind} ${whenEn(days)}`,
  date: own`Date`,
  goneAfspraak: own`This agreement is no longer in the register.`,
  reactions: own`Who responded`,
  earlier: (count) => own`And ${count} earlier responses.`,
  gezien: (who, when) => mixed`Seen by ${who} (${when})`,
  oppakken: (who, when) => mixed`${who} is on it (${when})`,
  uitstellen: (who, when) => mixed`Postponed by ${who} (${when})`,
  comesBack: (day) => mixed`, comes back on ${day}`,
  klaar: (who, when) => mixed`Marked as done by ${who} (${when})`,
  nextDate: (day) => mixed`, next date: ${day}`,
  settled: own`✔ Done. Nothing more needs to happen here.`,
  since: {
    moved: (kind, day) => mixed`The date has changed since: ${kind} ${day}. New reminders come about that.`,
    removed: own`The agreement no longer has this date.`,
    ended: own`This agreement has been finished, cancelled or has lapsed since.`,
    short: { moved: (day) => mixed`now ${day}`, removed: own`no date any more`, ended: own`agreement ended` },
  },
  words: {
    gezien: (who) => mixed`seen by ${who}`,
    oppakken: (who) => mixed`${who} is on it`,
    uitstellen: (who) => mixed`postponed by ${who}`,
    klaar: (who) => mixed`✔ marked as done by ${who}`,
  },
  done: own`✔ done`,
  delayLabel: own`Postpone by`,
  delays: { '1d': own`1 day`, '1w': own`1 week`, '1m': own`1 month` },
  untilLabel: own`Or postpone until a day (may be left empty)`,
  // A channel is shared: whoever reads Dutch talks about "de knop Klaar", so its name stands here too.
  buttons: {
    gezien: own`Seen (Gezien)`,
    oppakken: own`I take it up (Ik pak het op)`,
    uitstellen: own`Postpone (Uitstellen)`,
    klaar: own`Done (Klaar)`,
  },
  choose: own`Which reminder is it about?`,
  chooseMissing: own`Choose a reminder first.`,
  also: own`Also about`,
  showHint: own`To see a whole agreement, type “toon” and its code.`,
  allSettled: own`✔ Everything has been marked as done.`,
  listTitle: (total) => (total === 1 ? own`1 reminder` : own`${total} reminders`),
  listEmpty: own`No reminders are planned.`,
  sentOn: own`Reminder on`,
  state: own`State`,
  repeats: own`Repeats`,
  everyWhileOpen: (days) =>
    days === 7
      ? own`every week while it is open`
      : days % 7 === 0
        ? own`every ${days / 7} weeks while it is open`
        : days === 1
          ? own`every day while it is open`
          : own`every ${days} days while it is open`,
};

export const herinneringTexts: Sentences<typeof nl> = { nl, en };
