import type { Sentences } from '../services/taal/language.ts';

/** Sentences about the overzichten that belong to no card of their own. */
export interface OverzichtBotTexts {
  readonly onlyInChat: string;
  readonly onlyInChannel: string;
  readonly bindFirst: string;
  readonly sentNow: string;
  readonly notAnOwner: string;
  readonly notOn: string;
  readonly unknown: string;
}

export const overzichtBotTexts: Sentences<OverzichtBotTexts> = {
  nl: {
    onlyInChat:
      'Een persoonlijk overzicht stuur ik alleen in een chat met jou alleen. Open een chat met mij en typ daar: stuur mij elke week een overzicht.',
    onlyInChannel:
      'De maandlijst hoort bij een kanaal. Vraag haar in het kanaal van de samenwerking: typ daar maandlijst.',
    bindFirst:
      'Dit kanaal is nog niet gekoppeld. Typ “koppel” en de naam van een samenwerking; daarna komt het overzicht vanzelf.',
    sentNow: 'Ik zet het nu als nieuw bericht in dit gesprek. De vaste dag blijft zoals hij is.',
    notAnOwner:
      'Deze eigenaar staat niet (meer) bij een lopende afspraak die je hier mag zien. Typ: stuur mij elke week een overzicht als, met daarachter je naam of e-mailadres uit het register.',
    notOn: 'Je krijgt geen persoonlijk overzicht. Wil je het wel? Typ: stuur mij elke week een overzicht.',
    unknown: 'Dit overzicht is hier niet bekend. Typ “overzichten” om te zien welke er zijn.',
  },
  en: {
    onlyInChat:
      'I only send a personal overview in a chat with you alone. Open a chat with me and type there: send me a weekly overview.',
    onlyInChannel:
      'The monthly list belongs to a channel. Ask for it in the channel of the partnership: type maandlijst there.',
    bindFirst:
      'This channel is not bound yet. Type “koppel” and the name of a partnership; then the overview comes by itself.',
    sentNow: 'I am putting it in this conversation as a new message. The usual day stays as it is.',
    notAnOwner:
      'This owner has no open agreement (any more) that you may see here. Type: send me a weekly overview as, followed by your name or address in the register.',
    notOn: 'You get no personal overview. Would you like one? Type: send me a weekly overview.',
    unknown: 'This overview is not known here. Type overviews to see which there are.',
  },
};
