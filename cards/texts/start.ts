import type { Sentences } from '../../services/taal/language.ts';
import { mixed, type PlainText } from '../foreign-text.ts';
import { own } from '../own-text.ts';

/** Getting to know the bot: the greeting, help, binding a channel, filling the register. */
const nl = {
  welcomeTitle: own`Welkom bij Ketenregie`,
  welcome: [
    own`Ik weet welke afspraken jullie met partners hebben. Vraag het me in gewone taal.`,
    own`Ik herinner jullie op tijd aan herijken, rapporteren en opzeggen.`,
    own`Ik leg besluiten vast, zodat iedereen ze later kan terugvinden en controleren.`,
  ],
  startEmpty: own`Er staan nog geen afspraken in. Zo begin je:`,
  loadExample: own`Voorbeeld laden`,
  importFile: own`Bestand importeren`,
  mentionHint: own`In een kanaal luister ik als je mij noemt: typ een @ en mijn naam.`,
  bindIntro: own`Vragen hier gaan dan over die samenwerking. Ook de herinneringen komen hier.`,
  bindLabel: own`Bij welke samenwerking hoort dit kanaal?`,
  bindExample: own`Naam of afkorting`,
  bindMissing: own`Vul de naam van de samenwerking in.`,
  bind: own`Dit kanaal koppelen`,
  help: own`Wat kan ik vragen?`,

  helpTitle: own`Dit kun je mij vragen`,
  helpIntro: own`Druk op een voorbeeld of typ je eigen vraag.`,
  jobs: {
    afspraken: own`Afspraken vinden`,
    herinneringen: own`Herinneringen bekijken`,
    besluiten: own`Besluiten vastleggen en terugvinden`,
    vooruit: own`Vooruitkijken voor raad en college`,
  },
  examples: {
    afspraken: [
      own`Welke afspraken lopen er?`,
      own`Wat is er te laat?`,
      own`Welke contracten verlopen in de komende 12 maanden?`,
    ],
    herinneringen: [own`Herinneringen`, own`Welke evaluaties komen er in de komende 3 maanden?`],
    besluiten: [own`Besluiten`],
    vooruit: [own`Kalender`, own`Wat moet de komende 3 maanden naar de raad?`],
  },
  helpMore: [
    own`Kanaal koppelen: typ “koppel” en de naam van een samenwerking.`,
    own`Eén afspraak of besluit zien: typ “toon” en de code.`,
    own`Iets wijzigen: zeg het in een zin, of druk bij een afspraak op Wijzigen. Eerst zie je wat er verandert.`,
    own`Een afspraak toevoegen: typ “nieuw”.`,
    own`Zien wat is aangekomen: typ “herinneringen status”. De datums in Outlook: typ “agenda”.`,
    own`Zeggen wanneer raden reces hebben: typ “reces”. Herinneringen houden er rekening mee.`,
    own`Wat er speelt of ontbreekt: typ “weekoverzicht” of “maandlijst”. Aan of uit: typ “overzichten”.`,
    own`Wie het hoort als niemand reageert: typ “keten”. Na hoeveel werkdagen: typ “escalatie”.`,
    own`Vragen die bleven liggen beantwoorden: typ “onbeantwoord”.`,
    own`Liever Engels? Typ “taal en”.`,
  ],

  koppelTitle: own`Kanaal en samenwerking`,
  bound: (naam: PlainText): PlainText => mixed`Gekoppeld aan ${naam}.`,
  boundNext: own`Vragen in dit kanaal gaan nu hierover. Herinneringen komen hier.`,
  boundOverviews: own`Elke maandag komt hier een weekoverzicht, en elke maand een lijst van wat er ontbreekt. Liever niet? Typ “overzichten”.`,
  boundNow: own`Dit kanaal hoort bij`,
  unbound: (naam: PlainText): PlainText => mixed`Dit kanaal is losgemaakt van ${naam}.`,
  unboundNext: own`Er komen hierover geen herinneringen meer in dit kanaal.`,
  notBound: own`Dit kanaal is nog niet gekoppeld. Typ “koppel” en de naam van een samenwerking.`,
  ambiguous: (typed: PlainText): PlainText =>
    mixed`Er zijn meer samenwerkingen die passen bij “${typed}”. Welke bedoel je?`,
  unknown: (typed: PlainText): PlainText => mixed`Ik ken geen samenwerking met de naam “${typed}”.`,
  nearest: own`Deze lijken erop:`,
  unknownNext: own`Controleer de naam, of vraag je beheerder de samenwerking te importeren.`,
  release: (naam: PlainText): PlainText => mixed`Ontkoppel ${naam}`,

  importTitle: own`Bestand importeren`,
  importLines: [
    own`Stuur mij het bestand in een persoonlijke chat. Het mag een CSV-bestand of een Excel-bestand zijn.`,
    own`Voor afspraken zijn drie kolommen nodig: titel, soort en verband. Andere kolommen mogen, zoals partijen, eigenaar, einddatum en herijking.`,
    own`Een beheerder kan het ook op de server doen, met de opdracht “ketenregie import” en de naam van het bestand.`,
    own`Een regel die niet klopt, houdt de andere niet tegen. Je krijgt te zien welke het is en waarom.`,
  ],
};

const en: typeof nl = {
  welcomeTitle: own`Welcome to Ketenregie`,
  welcome: [
    own`I know which agreements you have with partners. Ask me in plain language.`,
    own`I remind you in time to review, to report and to give notice.`,
    own`I record decisions, so that everybody can find and check them later.`,
  ],
  startEmpty: own`There are no agreements yet. This is how to start:`,
  loadExample: own`Load the example`,
  importFile: own`Import a file`,
  mentionHint: own`In a channel I listen when you mention me: type @ and my name.`,
  bindIntro: own`Questions here are then about that partnership, and its reminders come here.`,
  bindLabel: own`Which partnership does this channel belong to?`,
  bindExample: own`Name or abbreviation`,
  bindMissing: own`Fill in the name of the partnership.`,
  bind: own`Bind this channel`,
  help: own`What can I ask?`,

  helpTitle: own`This is what you can ask`,
  helpIntro: own`Press an example or type your own question.`,
  jobs: {
    afspraken: own`Find agreements`,
    herinneringen: own`Look at reminders`,
    besluiten: own`Record and find decisions`,
    vooruit: own`Look ahead for council and executive`,
  },
  examples: {
    afspraken: [
      own`Which agreements are running?`,
      own`What is overdue?`,
      own`Which contracts expire in the next 12 months?`,
    ],
    herinneringen: [own`Reminders`, own`Which evaluations are due in the next 3 months?`],
    besluiten: [own`Decisions`],
    vooruit: [own`Calendar`, own`What do we owe the council in the next 3 months?`],
  },
  helpMore: [
    own`To bind a channel: type “koppel” and the name of a partnership.`,
    own`To see one agreement or decision: type “toon” and its code.`,
    own`To change something: say it in a sentence, or press Change on an agreement. You first see what will change.`,
    own`To add an agreement: type “nieuw”.`,
    own`To see what arrived: type “reminders status”. The dates in Outlook: type “agenda”.`,
    own`To tell when councils are in recess: type “reces”. Reminders take it into account.`,
    own`What is going on or missing: type “weekly overview” or “monthly list”. On or off: type “overviews”.`,
    own`Who is asked when nobody responds: type “chain”. After how many working days: type “escalation”.`,
    own`To answer questions that were left: type “unanswered”.`,
    own`Rather in Dutch? Type “taal nl”.`,
  ],

  koppelTitle: own`Channel and partnership`,
  bound: (naam) => mixed`Bound to ${naam}.`,
  boundNext: own`Questions in this channel are now about it. Reminders come here.`,
  boundOverviews: own`Every Monday a weekly overview comes here, and every month a list of what is missing. Rather not? Type “overviews”.`,
  boundNow: own`This channel belongs to`,
  unbound: (naam) => mixed`This channel is no longer bound to ${naam}.`,
  unboundNext: own`No more reminders about it come to this channel.`,
  notBound: own`This channel is not bound yet. Type “koppel” and the name of a partnership.`,
  ambiguous: (typed) => mixed`More than one partnership fits “${typed}”. Which one do you mean?`,
  unknown: (typed) => mixed`I know no partnership called “${typed}”.`,
  nearest: own`These look like it:`,
  unknownNext: own`Check the name, or ask your administrator to import the partnership.`,
  release: (naam) => mixed`Unbind ${naam}`,

  importTitle: own`Import a file`,
  importLines: [
    own`Send me the file in a personal chat. It may be a CSV file or an Excel file.`,
    own`Agreements need three columns: titel, soort and verband. Others are welcome, such as partijen, eigenaar, einddatum and herijking.`,
    own`An administrator can also do it on the server, with the command “ketenregie import” and the name of the file.`,
    own`A row that is not right does not stop the others. You are told which one it is and why.`,
  ],
};

export const startTexts: Sentences<typeof nl> = { nl, en };
