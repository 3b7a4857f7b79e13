import type { RegelProblem } from '../services/herinneringen/regel-request.ts';
import type { RegelOutcome } from '../services/herinneringen/regels.ts';
import type { Sentences } from '../services/taal/language.ts';

/** Sentences about own reminders that belong to no card of their own. */
export interface RegelBotTexts {
  readonly problem: Record<RegelProblem, string>;
  readonly refused: Record<Extract<RegelOutcome, { kind: 'refused' }>['reason'], string>;
  readonly unknown: string;
  readonly dayMissing: string;
  readonly dayPassed: string;
  readonly which: Record<'afspraak' | 'date' | 'name' | 'regel', string>;
  readonly tooLate: (veld: string, code: string, day: string) => string;
  readonly noneFound: string;
  readonly noneOn: (day: string) => string;
  readonly severalOn: (day: string) => string;
  readonly velden: Record<string, string>;
  readonly cancelledLadder: string;
  readonly ladderBack: string;
  readonly askDay: string;
  readonly silence: (code: string, titel: string) => string;
  readonly postponeLast: (naam: string) => string;
  readonly postponeButton: (code: string, day: string) => string;
}

export const regelBotTexts: Sentences<RegelBotTexts> = {
  nl: {
    problem: {
      'no-moment':
        'Wanneer moet de herinnering komen? Noem een dag, een tijd of een ritme. Bijvoorbeeld: herinner ons 6 weken voor de einddatum van AFS-2026-001.',
      'nothing-to-say':
        'Waaraan moet ik herinneren? Zeg het erbij. Bijvoorbeeld: herinner ons vrijdag aan de jaarstukken.',
      passed: 'Dat moment is al voorbij. Noem een later moment.',
      'today-without-time':
        'Hoe laat vandaag? Noem een tijd. Bijvoorbeeld: herinner ons vandaag om 14:05 aan de agenda.',
      'several-times':
        'Je noemt meer dan een tijd. Een herinnering komt op een vaste tijd: vraag er voor elke tijd een.',
      'which-day': 'Welke dag bedoel je? Noem de dag, of noem er meer met "en". Bijvoorbeeld: op 1 maart en 1 juni.',
      'a-range':
        'Op welke dag in die tijd? Noem een dag, of een ritme. Bijvoorbeeld: elke dag van 1 maart tot en met 3 maart.',
      mixed: 'Dat zijn twee soorten momenten in een zin. Vraag er een tegelijk, dan zet ik ze allebei klaar.',
      'too-many-days': 'Noem hooguit 24 dagen, of noem een ritme. Bijvoorbeeld: elke maandag.',
      'date-refused': 'Die datum klopt niet. Kijk naar de dag en de maand, en vraag het opnieuw.',
      'not-found': 'Ik vind geen openstaande afspraak die je bedoelt. Noem de code, of typ afspraken voor de lijst.',
      'date-missing': 'Die datum is van deze afspraak niet ingevuld. Vul hem eerst in, of noem zelf een dag.',
      'ladder-invalid': 'Noem hooguit 12 termijnen, elk van hooguit 10 jaar.',
    },
    refused: {
      expired: 'Dit voorstel is ouder dan een dag. Vraag de herinnering opnieuw.',
      ended: 'Deze herinnering is al gestopt of klaar. Vraag zo nodig een nieuwe.',
      'not-movable':
        'Deze herinnering komt vaker dan een keer. Verplaats hem per keer, met de knop Uitstellen op de herinnering zelf.',
      'too-many': 'In dit kanaal staan al 200 eigen herinneringen. Stop er eerst een paar, via herinneringen.',
    },
    unknown: 'Deze herinnering is hier niet bekend. Typ “herinneringen” om te zien wat er gepland is.',
    dayMissing: 'Vul eerst een dag in, en druk dan opnieuw op de knop.',
    dayPassed: 'Kies een dag na vandaag, en druk dan opnieuw op de knop.',
    which: {
      afspraak: 'Om welke afspraak gaat het?',
      date: 'Vanaf welke datum moet ik tellen?',
      name: 'Wie of wat bedoel je?',
      regel: 'Welke herinnering bedoel je?',
    },
    noneFound: 'Ik vind hier geen herinnering die je bedoelt. Typ “herinneringen” om te zien wat er gepland is.',
    tooLate: (veld, code, day) =>
      `Dat moment is al voorbij. ${veld} van ${code}: ${day}. Kies een kortere termijn, of noem zelf een dag.`,
    noneOn: (day) => `Op ${day} staat hier geen herinnering gepland. Typ “herinneringen” om te zien wanneer ze komen.`,
    severalOn: (day) =>
      `Op ${day} komen hier meer herinneringen. Zeg erbij welke. Bijvoorbeeld: verplaats de herinnering over de begroting naar 3 maart.`,
    velden: {
      einddatum: 'Einddatum',
      opzeggen: 'Laatste opzegdag',
      herijking: 'Herijking',
      rapportagedatum: 'Rapportagedatum',
      ingangsdatum: 'Ingangsdatum',
    },
    cancelledLadder: 'Er is niets veranderd.',
    ladderBack: 'De gewone termijnen gelden weer.',
    askDay: 'Naar welke dag? Noem een dag. Bijvoorbeeld: mag de herinnering voor de kadernota naar maandag week 12.',
    silence: (code, titel) => `Over ${code} (${titel}) komen herinneringen vanzelf, uit de datums van de afspraak.`,
    postponeLast: (naam) => `De laatste herinnering hier ging over: ${naam.trim()}.`,
    postponeButton: (code, day) => (code === '' ? `Uitstellen tot ${day}` : `${code} uitstellen tot ${day}`),
  },
  en: {
    problem: {
      'no-moment':
        'When should the reminder come? Name a day, a time or a rhythm. For example: remind us 6 weeks before the end date of AFS-2026-001.',
      'nothing-to-say': 'What should I remind you of? Say so. For example: remind us Friday of the annual accounts.',
      passed: 'That moment has passed. Name a later one.',
      'today-without-time': 'At what time today? Name a time. For example: remind us today at 14:05 of the agenda.',
      'several-times': 'You name more than one time. A reminder comes at one time of day: ask for one for each time.',
      'which-day': 'Which day do you mean? Name the day, or name more with "and". For example: on 1 March and 1 June.',
      'a-range': 'On which day of those? Name a day, or a rhythm. For example: every day from 1 March to 3 March.',
      mixed: 'Those are two kinds of moments in one sentence. Ask for one at a time, and I will set both.',
      'too-many-days': 'Name at most 24 days, or a rhythm. For example: every Monday.',
      'date-refused': 'That date does not exist. Look at the day and the month, and ask again.',
      'not-found': 'I find no open agreement that you may mean. Name its code, or type afspraken for the list.',
      'date-missing': 'This agreement has no such date. Fill it in first, or name a day yourself.',
      'ladder-invalid': 'Name at most 12 terms, each of at most 10 years.',
    },
    refused: {
      expired: 'This proposal is older than a day. Ask for the reminder again.',
      ended: 'This reminder was stopped or done before. Ask for a new one if you need it.',
      'not-movable':
        'This reminder comes more than once. Move it one at a time, with the button Postpone on the reminder itself.',
      'too-many': 'This channel has 200 reminders of its own. Stop a few first, from herinneringen.',
    },
    unknown: 'This reminder is not known here. Type “reminders” to see what is planned.',
    dayMissing: 'Fill in a day first, and press the button again.',
    dayPassed: 'Choose a day after today, and press the button again.',
    which: {
      afspraak: 'Which agreement is it about?',
      date: 'From which date should I count?',
      name: 'Who or what do you mean?',
      regel: 'Which reminder do you mean?',
    },
    noneFound: 'I find no reminder here that you may mean. Type “reminders” to see what is planned.',
    tooLate: (veld, code, day) =>
      `That moment has passed. ${veld} of ${code}: ${day}. Choose a shorter term, or name a day yourself.`,
    noneOn: (day) => `No reminder is planned here on ${day}. Type “reminders” to see when they come.`,
    severalOn: (day) =>
      `Several reminders come here on ${day}. Say which. For example: move the reminder about the budget to 3 March.`,
    velden: {
      einddatum: 'End date',
      opzeggen: 'Last day to give notice',
      herijking: 'Review date (herijking)',
      rapportagedatum: 'Report date',
      ingangsdatum: 'Start date',
    },
    cancelledLadder: 'Nothing was changed.',
    ladderBack: 'The usual terms hold again.',
    askDay: 'To which day? Name a day. For example: move the reminder for the kadernota to Monday week 12.',
    silence: (code, titel) => `About ${code} (${titel}) reminders come by themselves, from the dates of the agreement.`,
    postponeLast: (naam) => `The last reminder here was about: ${naam.trim()}.`,
    postponeButton: (code, day) => (code === '' ? `Postpone until ${day}` : `Postpone ${code} until ${day}`),
  },
};
