import type { OverzichtSoort } from '../../services/herinneringen/regel.ts';
import type { Gat } from '../../services/overzicht/ontbreekt.ts';
import type { Sentences } from '../../services/taal/language.ts';
import { mixed, type PlainText } from '../foreign-text.ts';
import { type OwnText, own } from '../own-text.ts';

/** The overzichten: of a week, of what is missing, and of one person; and the question as whom the register knows somebody. */

const nl = {
  titles: {
    weekoverzicht: own`Weekoverzicht`,
    maandlijst: own`Wat er ontbreekt`,
    persoonlijk: own`Jouw weekoverzicht`,
  } satisfies Record<OverzichtSoort, OwnText>,
  names: {
    weekoverzicht: own`Weekoverzicht`,
    maandlijst: own`Maandlijst van wat ontbreekt`,
    persoonlijk: own`Persoonlijk weekoverzicht`,
  } satisfies Record<OverzichtSoort, OwnText>,
  when: {
    weekoverzicht: own`elke maandag om 09:00, of op de eerste werkdag daarna`,
    maandlijst: own`op de eerste werkdag van de maand om 09:00`,
    persoonlijk: own`elke maandag om 09:00, of op de eerste werkdag daarna`,
  } satisfies Record<OverzichtSoort, OwnText>,
  example: {
    weekoverzicht: own`Zo staat het er nu voor. Als bericht komt dit elke maandag in dit kanaal.`,
    maandlijst: own`Zo staat het er nu voor. Als bericht komt dit op de eerste werkdag van de maand in dit kanaal.`,
    persoonlijk: own`Zo staat het er nu voor. Als bericht komt dit elke maandag in deze chat.`,
  } satisfies Record<OverzichtSoort, OwnText>,
  empty: {
    weekoverzicht: own`Er komt niets aan, er is niets te laat en er is vorige week niets gebeurd. Dan komt er geen bericht.`,
    maandlijst: own`✔ Er ontbreekt niets. Dan komt er geen bericht.`,
    persoonlijk: own`Er vraagt nu niets om jouw aandacht. Dan komt er geen bericht.`,
  } satisfies Record<OverzichtSoort, OwnText>,
  verband: own`Samenwerking`,
  missed: (count: number): OwnText =>
    count === 1
      ? own`Dit overzicht viel 1 keer uit, omdat Ketenregie niet bereikbaar was.`
      : own`Dit overzicht viel ${count} keer uit, omdat Ketenregie niet bereikbaar was.`,
  coming: (count: number): OwnText => own`Komende 2 weken: ${count}`,
  late: (count: number): OwnText => own`Te laat: ${count}`,
  decided: (count: number): OwnText => (count === 1 ? own`1 besluit vastgelegd` : own`${count} besluiten vastgelegd`),
  done: (count: number): OwnText => own`Klaar gemeld: ${count}`,
  silent: (count: number): OwnText => own`Nog zonder reactie: ${count}`,
  silentSince: (day: PlainText): PlainText => mixed`laatst gevraagd op ${day}`,
  since: (day: PlainText): PlainText => mixed`Besluiten en wat klaar is: sinds ${day}.`,
  showComing: own`Toon wat eraan komt`,
  showLate: own`Toon wat te laat is`,
  showBesluiten: own`Toon besluiten`,
  incomplete: (count: number): OwnText =>
    count === 1 ? own`1 afspraak is niet volledig:` : own`${count} afspraken zijn niet volledig:`,
  gaten: {
    eigenaar: own`geen eigenaar`,
    einddatum: own`geen einddatum`,
    herijking: own`geen herijking`,
  } satisfies Record<Gat, OwnText>,
  gatNames: { eigenaar: own`eigenaar`, einddatum: own`einddatum`, herijking: own`herijking` } satisfies Record<
    Gat,
    OwnText
  >,
  gatCount: {
    eigenaar: (count: number): OwnText => own`Geen eigenaar (${count})`,
    einddatum: (count: number): OwnText => own`Geen einddatum (${count})`,
    herijking: (count: number): OwnText => own`Geen herijking (${count})`,
  } satisfies Record<Gat, (count: number) => OwnText>,
  noExit: (count: number): OwnText => own`Geen exitregeling (${count})`,
  noExitOf: own`Zonder exitregeling`,
  noExitWhy: own`Er staat geen open afspraak van de soort exit in Ketenregie. In de regeling zelf kan er wel iets over staan.`,
  counts: own`Toon ze allemaal:`,
  missing: own`Ontbreekt`,
  edit: (code: OwnText): OwnText => own`Vul aan ${code}`,
  mine: (count: number): OwnText =>
    count === 1 ? own`Je bent eigenaar van 1 lopende afspraak.` : own`Je bent eigenaar van ${count} lopende afspraken.`,
  taken: (count: number): OwnText => own`Jij pakt op: ${count}`,
  takenOwn: (kanaal: PlainText): PlainText => mixed`een eigen herinnering van ${kanaal}`,
  takenOwnUnnamed: own`een eigen herinnering van een kanaal`,
  private: own`Vertrouwelijke afspraken staan hier nooit in; die zie je in het kanaal zelf.`,
  off: {
    weekoverzicht: own`Zet dit weekoverzicht uit`,
    maandlijst: own`Zet deze maandlijst uit`,
    persoonlijk: own`Zet dit weekoverzicht uit`,
  } satisfies Record<OverzichtSoort, OwnText>,
  undo: own`Ongedaan maken`,
  on: own`Zet aan`,
  manage: own`Beheren`,
  isOff: {
    weekoverzicht: own`Het weekoverzicht staat uit in dit kanaal. Het komt niet meer, tot iemand het weer aanzet.`,
    maandlijst: own`De maandlijst staat uit in dit kanaal. Zij komt niet meer, tot iemand haar weer aanzet.`,
    persoonlijk: own`Jouw weekoverzicht staat uit. Het komt niet meer, tot je het weer aanzet.`,
  } satisfies Record<OverzichtSoort, OwnText>,
  isOn: {
    weekoverzicht: own`Het weekoverzicht staat aan.`,
    maandlijst: own`De maandlijst staat aan.`,
    persoonlijk: own`Jouw weekoverzicht staat aan.`,
  } satisfies Record<OverzichtSoort, OwnText>,
  next: own`Eerstvolgende`,
  stateOff: own`staat uit`,
  listTitle: own`Overzichten`,
  listPersonal: own`Stuur ik je nog geen weekoverzicht? Typ: stuur mij elke week een overzicht.`,
  asTitle: own`Elke week een overzicht`,
  asIntro: own`Elke maandag zet ik hier wat van jou is en wat je opgepakt hebt: wat eraan komt en wat te laat is.`,
  asQuestion: own`Ben jij een van deze eigenaren uit het register?`,
  asQuestionOne: own`Ben jij deze eigenaar uit het register?`,
  asYes: (naam: PlainText): PlainText => mixed`Ja, ik ben ${naam}`,
  asNone: own`Ik vind je naam niet als eigenaar in het register.`,
  asOther: own`Sta je er anders in? Typ: stuur mij elke week een overzicht als, met daarachter je naam of e-mailadres uit het register.`,
  asOnlyTaken: own`Nee, alleen wat ik oppak`,
  asWho: own`In het register`,
};

const en: typeof nl = {
  titles: {
    weekoverzicht: own`Weekly overview`,
    maandlijst: own`What is missing`,
    persoonlijk: own`Your weekly overview`,
  },
  names: {
    weekoverzicht: own`Weekly overview`,
    maandlijst: own`Monthly list of what is missing`,
    persoonlijk: own`Personal weekly overview`,
  },
  when: {
    weekoverzicht: own`every Monday at 09:00, or on the first working day after it`,
    maandlijst: own`on the first working day of the month at 09:00`,
    persoonlijk: own`every Monday at 09:00, or on the first working day after it`,
  },
  example: {
    weekoverzicht: own`This is how things stand now. As a message it comes to this channel every Monday.`,
    maandlijst: own`This is how things stand now. As a message it comes here on the first working day of the month.`,
    persoonlijk: own`This is how things stand now. As a message it comes to this chat every Monday.`,
  },
  empty: {
    weekoverzicht: own`Nothing is due, nothing is overdue and nothing happened last week. Then there is no message.`,
    maandlijst: own`✔ Nothing is missing. Then there is no message.`,
    persoonlijk: own`Nothing asks for your attention now. Then there is no message.`,
  },
  verband: own`Partnership`,
  missed: (count) =>
    count === 1
      ? own`This overview was missed once because Ketenregie could not be reached.`
      : own`This overview was missed ${count} times because Ketenregie could not be reached.`,
  coming: (count) => own`Coming 2 weeks: ${count}`,
  late: (count) => own`Overdue: ${count}`,
  decided: (count) => (count === 1 ? own`1 decision recorded` : own`${count} decisions recorded`),
  done: (count) => own`Marked as done: ${count}`,
  silent: (count) => own`Still without a response: ${count}`,
  silentSince: (day) => mixed`last asked on ${day}`,
  since: (day) => mixed`Decisions and what was done: since ${day}.`,
  showComing: own`Show what is coming`,
  showLate: own`Show what is overdue`,
  showBesluiten: own`Show decisions`,
  incomplete: (count) => (count === 1 ? own`1 agreement is incomplete:` : own`${count} agreements are incomplete:`),
  gaten: { eigenaar: own`no owner`, einddatum: own`no end date`, herijking: own`no review date (herijking)` },
  gatNames: { eigenaar: own`owner`, einddatum: own`end date`, herijking: own`review date (herijking)` },
  gatCount: {
    eigenaar: (count) => own`No owner (${count})`,
    einddatum: (count) => own`No end date (${count})`,
    herijking: (count) => own`No review date (${count})`,
  },
  noExit: (count) => own`No exit arrangement (${count})`,
  noExitOf: own`Without an exit arrangement`,
  noExitWhy: own`Ketenregie holds no open agreement of the kind exit. The regulation itself may well say something about it.`,
  counts: own`Show all of them:`,
  missing: own`Missing`,
  edit: (code) => own`Complete ${code}`,
  mine: (count) => (count === 1 ? own`You own 1 open agreement.` : own`You own ${count} open agreements.`),
  taken: (count) => own`You are on: ${count}`,
  takenOwn: (kanaal) => mixed`a reminder of ${kanaal}`,
  takenOwnUnnamed: own`a reminder of a channel`,
  private: own`Confidential agreements are never in here; you see those in the channel itself.`,
  off: {
    weekoverzicht: own`Switch this overview off`,
    maandlijst: own`Switch this list off`,
    persoonlijk: own`Switch this overview off`,
  },
  undo: own`Undo`,
  on: own`Switch on`,
  manage: own`Manage`,
  isOff: {
    weekoverzicht: own`The weekly overview is off in this channel. It will not come until somebody switches it on.`,
    maandlijst: own`The monthly list is off in this channel. It will not come until somebody switches it on.`,
    persoonlijk: own`Your weekly overview is off. It will not come until you switch it on.`,
  },
  isOn: {
    weekoverzicht: own`The weekly overview is on.`,
    maandlijst: own`The monthly list is on.`,
    persoonlijk: own`Your weekly overview is on.`,
  },
  next: own`Next`,
  stateOff: own`is off`,
  listTitle: own`Overviews`,
  listPersonal: own`No weekly overview of your own yet? Type: send me a weekly overview.`,
  asTitle: own`An overview every week`,
  asIntro: own`Every Monday I put here what is yours and what you took up: what is due and what is overdue.`,
  asQuestion: own`Are you one of these owners in the register?`,
  asQuestionOne: own`Are you this owner in the register?`,
  asYes: (naam) => mixed`Yes, I am ${naam}`,
  asNone: own`I do not find your name as an owner in the register.`,
  asOther: own`Are you in it under another name? Type: send me a weekly overview as, followed by your name or address in the register.`,
  asOnlyTaken: own`No, only what I take up`,
  asWho: own`In the register`,
};

export const overzichtTexts: Sentences<typeof nl> = { nl, en };
