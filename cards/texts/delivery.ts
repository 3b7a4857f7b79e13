import type { OccurrenceReason } from '../../services/herinneringen/outbox.ts';
import type { DeliveryDecision } from '../../services/herinneringen/types.ts';
import type { Sentences } from '../../services/taal/language.ts';
import { mixed, type PlainText } from '../foreign-text.ts';
import { type OwnText, own } from '../own-text.ts';

/** What became of reminders. */

/** Words that `bot/send` and `bot/posting` give for a message that did not arrive for certain. */
type SendReason =
  | 'connector-refused'
  | 'connector-failed'
  | 'connector-silent'
  | 'connector-unreachable'
  | 'connector-busy'
  | 'address-not-allowed'
  | 'kanaal-gone'
  | 'unexpected';

export type ShownReason = OccurrenceReason | SendReason;

const reasonsNl: Record<ShownReason, OwnText> = {
  'bound-late': own`het kanaal of de afspraak kwam erbij na het moment`,
  superseded: own`er ging een latere herinnering over dezelfde datum`,
  postponed: own`iemand heeft op Uitstellen gedrukt`,
  settled: own`iemand heeft op Klaar gedrukt`,
  'afspraak-gone': own`de afspraak staat niet meer in het register`,
  'afspraak-ended': own`de afspraak is afgerond, opgezegd of vervallen`,
  'date-changed': own`de datum van de afspraak is gewijzigd`,
  'ladder-changed': own`de termijnen van de herinneringen zijn gewijzigd`,
  unbound: own`het kanaal is ontkoppeld`,
  'kanaal-removed': own`de bot is uit het kanaal verwijderd`,
  'regel-stopped': own`iemand heeft deze eigen herinnering gestopt`,
  'regel-paused': own`deze eigen herinnering staat op pauze`,
  'not-visible': own`de afspraak mag in dit kanaal niet meer worden getoond`,
  'nothing-to-tell': own`in het overzicht zou niets staan`,
  'left-out': own`iemand heeft deze herinnering overgeslagen`,
  answered: own`er was al een reactie, dus opschalen hoefde niet meer`,
  'escalation-off': own`opschalen is uitgezet`,
  'escalation-changed': own`er kwam iemand anders voor in de plaats om aan te spreken`,
  'no-answer': own`Ketenregie viel uit terwijl het bericht werd verstuurd`,
  'poster-fault': own`er ging iets mis terwijl het bericht werd verstuurd`,
  'connector-refused': own`Teams weigert het bericht; vaak is de app uit het team of kanaal gehaald`,
  'connector-failed': own`Teams gaf een storing als antwoord`,
  'connector-silent': own`Teams gaf geen antwoord`,
  'connector-unreachable': own`Teams was niet bereikbaar`,
  'connector-busy': own`Teams was te druk`,
  'address-not-allowed': own`de organisatie of het adres staat niet op de lijst van de beheerder`,
  'kanaal-gone': own`de bot is uit het kanaal verwijderd`,
  unexpected: own`er ging iets mis terwijl het bericht werd verstuurd`,
};

const reasonsEn: Record<ShownReason, OwnText> = {
  'bound-late': own`the channel or the agreement came after its moment`,
  superseded: own`a later reminder of the same date was sent`,
  postponed: own`somebody pressed Postpone`,
  settled: own`somebody pressed Done`,
  'afspraak-gone': own`the agreement is no longer in the register`,
  'afspraak-ended': own`the agreement was finished, terminated or lapsed`,
  'date-changed': own`the date of the agreement was changed`,
  'ladder-changed': own`the terms of the reminders were changed`,
  unbound: own`the channel was unbound`,
  'kanaal-removed': own`the bot was removed from the channel`,
  'regel-stopped': own`somebody stopped this reminder of the channel's own`,
  'regel-paused': own`this reminder of the channel's own is paused`,
  'not-visible': own`the agreement may no longer be shown in this channel`,
  'nothing-to-tell': own`the overview would have been empty`,
  'left-out': own`somebody left this reminder out`,
  answered: own`somebody had responded, so nobody else had to be asked`,
  'escalation-off': own`escalation was switched off`,
  'escalation-changed': own`somebody else was put in the place of whom it would turn to`,
  'no-answer': own`Ketenregie stopped while the message was being sent`,
  'poster-fault': own`something went wrong while the message was being sent`,
  'connector-refused': own`Teams refuses the message; often the app was taken out of the team or channel`,
  'connector-failed': own`Teams answered with an error`,
  'connector-silent': own`Teams gave no answer`,
  'connector-unreachable': own`Teams could not be reached`,
  'connector-busy': own`Teams was too busy`,
  'address-not-allowed': own`the organisation or address is not on the administrator's list`,
  'kanaal-gone': own`the bot was removed from the channel`,
  unexpected: own`something went wrong while the message was being sent`,
};

const nl = {
  title: own`Bezorging van herinneringen`,
  period: (days: number): OwnText => own`In de afgelopen ${days} dagen:`,
  sent: (count: number): OwnText => own`✔ ${count} verstuurd`,
  skipped: (count: number, why: OwnText): OwnText => own`${count} overgeslagen: ${why}`,
  cancelled: (count: number, why: OwnText): OwnText => own`${count} vervallen: ${why}`,
  pending: (count: number): OwnText =>
    count === 1
      ? own`1 is nog niet weg. Dat gaat vanzelf: ik probeer het tot Teams hem aanneemt.`
      : own`${count} zijn nog niet weg. Dat gaat vanzelf: ik probeer het tot Teams ze aanneemt.`,
  again: (moment: PlainText): PlainText => mixed` De volgende poging: ${moment}.`,
  next: (day: PlainText, count: number, days: number): PlainText =>
    mixed`De eerstvolgende herinnering is gepland op ${day}. In de komende ${days} dagen: ${count}.`,
  noneNext: own`Voor het komende jaar staat er niets gepland.`,
  allWell: own`✔ Er is geen bericht geweigerd of onzeker.`,
  waiting: (count: number): OwnText =>
    count === 1 ? own`1 bericht wacht op jou` : own`${count} berichten wachten op jou`,
  uncertain: own`⚠ Onzeker of dit is aangekomen`,
  refused: own`⚠ Geweigerd`,
  uncertainNext: own`Kijk in het kanaal of het bericht er staat, en druk dan op de knop die past.`,
  refusedNext: own`Dit bericht staat zeker niet in het kanaal. Los de oorzaak op en stuur het opnieuw.`,
  postedAt: own`Verstuurd op`,
  kanaal: own`Kanaal`,
  why: own`Waarom`,
  reasons: reasonsNl,
  unknownReason: own`de reden is niet bekend`,
  otherKanaal: own`een ander gekoppeld kanaal`,
  ownReminder: own`Eigen herinnering`,
  overzicht: own`Overzicht`,
  staatEr: own`Staat er`,
  opnieuw: own`Stuur opnieuw`,
  decided: own`Wie besloot`,
  deeds: {
    staat_er: (what: PlainText, who: PlainText, when: PlainText): PlainText =>
      mixed`${what}: staat er, zegt ${who} (${when})`,
    opnieuw: (what: PlainText, who: PlainText, when: PlainText): PlainText =>
      mixed`${what}: opnieuw gestuurd door ${who} (${when})`,
  } satisfies Record<DeliveryDecision['deed'], unknown>,
  notBound: own`Dit gesprek is niet gekoppeld, dus dit gaat alleen over wat hier zelf is gepland. Typ dit in een gekoppeld kanaal voor de rest.`,
};

const en: typeof nl = {
  title: own`Delivery of reminders`,
  period: (days) => own`In the last ${days} days:`,
  sent: (count) => own`✔ ${count} sent`,
  skipped: (count, why) => own`${count} skipped: ${why}`,
  cancelled: (count, why) => own`${count} cancelled: ${why}`,
  pending: (count) =>
    count === 1
      ? own`1 has not left yet. That happens by itself: I keep trying until Teams takes it.`
      : own`${count} have not left yet. That happens by itself: I keep trying until Teams takes them.`,
  again: (moment) => mixed` The next attempt: ${moment}.`,
  next: (day, count, days) => mixed`The next reminder is planned for ${day}. In the coming ${days} days: ${count}.`,
  noneNext: own`Nothing is planned for the coming year.`,
  allWell: own`✔ No message was refused or is uncertain.`,
  waiting: (count) => (count === 1 ? own`1 message waits for you` : own`${count} messages wait for you`),
  uncertain: own`⚠ Not certain that this arrived`,
  refused: own`⚠ Refused`,
  uncertainNext: own`Look in the channel whether the message is there, and press the button that fits.`,
  refusedNext: own`This message is certainly not in the channel. Take away the cause and send it again.`,
  postedAt: own`Sent on`,
  kanaal: own`Channel`,
  why: own`Why`,
  reasons: reasonsEn,
  unknownReason: own`the reason is not known`,
  otherKanaal: own`another bound channel`,
  ownReminder: own`Own reminder`,
  overzicht: own`Overview`,
  // A channel is shared: whoever reads Dutch talks about "de knop Staat er", so its name stands here too.
  staatEr: own`It is there (Staat er)`,
  opnieuw: own`Send again (Stuur opnieuw)`,
  decided: own`Who decided`,
  deeds: {
    staat_er: (what, who, when) => mixed`${what}: is there, says ${who} (${when})`,
    opnieuw: (what, who, when) => mixed`${what}: sent again by ${who} (${when})`,
  },
  notBound: own`This conversation is not bound, so this is only about what was planned here. Type this in a bound channel for the rest.`,
};

export const deliveryTexts: Sentences<typeof nl> = { nl, en };
