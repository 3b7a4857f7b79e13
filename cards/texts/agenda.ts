import type { Sentences } from '../../services/taal/language.ts';
import { mixed, type PlainText } from '../foreign-text.ts';
import { own } from '../own-text.ts';

/** Links to the calendar of a verband. */
const nl = {
  title: own`Agenda`,
  made: (verband: PlainText): PlainText => mixed`Dit is de agenda-link van ${verband}.`,
  how: own`Kopieer de link. Kies in Outlook: Agenda toevoegen, Abonneren via internet, en plak de link.`,
  once: own`Ik laat de link maar één keer zien. Iedereen die hem heeft, kan de datums lezen, ook zonder aanmelden. Er staan geen namen van personen en geen vertrouwelijke afspraken in. Van eigen herinneringen staat de dag erin, niet de tekst.`,
  link: own`Link`,
  open: own`Open de agenda`,
  revoke: own`Intrekken`,
  revokeOf: (verband: PlainText): PlainText => mixed`Intrekken: ${verband}`,
  make: (verband: PlainText): PlainText => mixed`Link maken: ${verband}`,
  renew: (verband: PlainText): PlainText => mixed`Nieuwe link: ${verband}`,
  madeBy: (who: PlainText, when: PlainText): PlainText => mixed`Er is een link, gemaakt door ${who} (${when}).`,
  none: own`Er is nog geen link.`,
  hint: own`Een link laat ik maar één keer zien. Is hij kwijt, maak dan een nieuwe; de oude werkt dan niet meer.`,
  notBound: own`Een agenda-link hoort bij een kanaal of groepsgesprek dat aan een samenwerking is gekoppeld. Typ daar eerst “koppel” met de naam van de samenwerking.`,
  noAddress: (setting: PlainText): PlainText =>
    mixed`Ik ken mijn eigen adres op internet nog niet. Vraag de beheerder om de instelling ${setting} in te vullen: het https-adres waarop Ketenregie van buiten bereikbaar is.`,
};

const en: typeof nl = {
  title: own`Calendar`,
  made: (verband) => mixed`This is the calendar link of ${verband}.`,
  how: own`Copy the link. In Outlook choose: Add calendar, Subscribe from web, and paste the link.`,
  once: own`I show the link only once. Whoever has it can read the dates, also without signing in. It holds no names of persons and no confidential agreements. Of reminders of your own it holds the day, not the words.`,
  link: own`Link`,
  open: own`Open the calendar`,
  revoke: own`Revoke (Intrekken)`,
  revokeOf: (verband) => mixed`Revoke: ${verband}`,
  make: (verband) => mixed`Make a link: ${verband}`,
  renew: (verband) => mixed`New link: ${verband}`,
  madeBy: (who, when) => mixed`There is a link, made by ${who} (${when}).`,
  none: own`There is no link yet.`,
  hint: own`I show a link only once. If it is lost, make a new one; the old one stops working then.`,
  notBound: own`A calendar link belongs to a channel or group chat that is bound to a partnership. First type “koppel” and the name of the partnership there.`,
  noAddress: (setting) =>
    mixed`I do not know my own address on the internet yet. Ask the administrator to fill in the setting ${setting}: the https address at which Ketenregie can be reached from outside.`,
};

export const agendaTexts: Sentences<typeof nl> = { nl, en };
