import type { Sentences } from '../services/taal/language.ts';

/**
 * What Teams itself shows of the app: in the store of the organisation, and in the list of commands that opens when somebody
 * mentions the bot. Teams' limits: short name 30, full name 100, short description 80, full description 4000 characters.
 */
export interface AppTexts {
  readonly shortName: string;
  readonly fullName: string;
  readonly shortDescription: string;
  readonly fullDescription: string;
  readonly commands: Readonly<Record<ListedCommand, CommandText>>;
}

/** The commands of CONTRACT §7 that mean something when they are picked from a list, with nothing typed after them. */
export type ListedCommand =
  | 'help'
  | 'koppel'
  | 'ontkoppel'
  | 'voorbeeld'
  | 'afspraken'
  | 'herinneringen'
  | 'kalender'
  | 'besluit'
  | 'besluiten'
  | 'verifieer'
  | 'status'
  | 'taal';

/** `title` is put in the message as it stands here, so the bot must understand it. */
export interface CommandText {
  readonly title: string;
  readonly description: string;
}

export const appTexts: Sentences<AppTexts> = {
  nl: {
    shortName: 'Ketenregie',
    fullName: 'Ketenregie: afspraken, herinneringen en besluiten',
    shortDescription: 'Vindt afspraken met partners, herinnert op tijd en legt besluiten vast.',
    fullDescription: [
      'Ketenregie houdt de afspraken tussen gemeenten en hun partners levend.',
      'Vraag in gewone taal welke afspraken er lopen, wat te laat is of wat naar de raad moet. Onder elk antwoord staat hoe de vraag is begrepen.',
      'Koppel een kanaal aan een samenwerkingsverband. Herinneringen aan herijken, rapporteren en opzeggen komen dan vanzelf in dat kanaal.',
      'Leg besluiten vast met de mensen die erover gaan. Elk besluit krijgt een nummer, en iedereen kan later controleren dat er niets aan is veranderd.',
      'In een kanaal luistert de bot alleen als hij wordt genoemd.',
    ].join('\n\n'),
    commands: {
      help: { title: 'help', description: 'Zien wat je kunt vragen' },
      koppel: { title: 'koppel', description: 'Dit gesprek koppelen: typ de naam van het verband erachter' },
      ontkoppel: { title: 'ontkoppel', description: 'De koppeling van dit gesprek losmaken' },
      voorbeeld: { title: 'voorbeeld', description: 'Een leeg register vullen met verzonnen afspraken' },
      afspraken: { title: 'afspraken', description: 'De lopende afspraken bekijken' },
      herinneringen: { title: 'herinneringen', description: 'Zien welke herinneringen er komen' },
      kalender: { title: 'kalender', description: 'De wettelijke data van planning en control bekijken' },
      besluit: { title: 'besluit', description: 'Een besluit voorstellen en vastleggen' },
      besluiten: { title: 'besluiten', description: 'Vastgelegde besluiten terugvinden' },
      verifieer: { title: 'verifieer', description: 'Controleren dat het besluitenregister niet is veranderd' },
      status: { title: 'status', description: 'Zien of alles werkt en waar dit gesprek aan is gekoppeld' },
      taal: { title: 'taal', description: 'De taal kiezen: typ nl, en of fy erachter' },
    },
  },
  en: {
    shortName: 'Ketenregie',
    fullName: 'Ketenregie: agreements, reminders and decisions',
    shortDescription: 'Finds agreements with partners, reminds in time and records decisions.',
    fullDescription: [
      'Ketenregie keeps the agreements between municipalities and their partners alive.',
      'Ask in plain language which agreements are running, what is overdue or what has to go to the council. Every answer says how the question was understood.',
      'Bind a channel to a partnership. Reminders to review, to report and to give notice then come to that channel by themselves.',
      'Record decisions with the people who take them. Every decision gets a number, and everybody can check later that nothing in it was changed.',
      'In a channel the bot only listens when it is mentioned.',
    ].join('\n\n'),
    commands: {
      help: { title: 'help', description: 'See what you can ask' },
      koppel: { title: 'bind', description: 'Bind this conversation: type the name of the partnership after it' },
      ontkoppel: { title: 'unbind', description: 'Release this conversation from its partnership' },
      voorbeeld: { title: 'example', description: 'Fill an empty register with invented agreements' },
      afspraken: { title: 'agreements', description: 'See the agreements that are running' },
      herinneringen: { title: 'reminders', description: 'See which reminders are coming' },
      kalender: { title: 'calendar', description: 'See the legal dates of planning and control' },
      besluit: { title: 'decision', description: 'Propose and record a decision' },
      besluiten: { title: 'decisions', description: 'Find recorded decisions' },
      verifieer: { title: 'verify', description: 'Check that the register of decisions was not changed' },
      status: { title: 'status', description: 'See whether all works and what this conversation is bound to' },
      taal: { title: 'language', description: 'Choose a language: type nl, en or fy after it' },
    },
  },
};
