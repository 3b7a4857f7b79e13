import type { Sentences } from '../services/taal/language.ts';
import type { Intent } from '../services/vragen/reading.ts';

/** Sentences of the chat that belong to no card: confirmations, refusals, faults. Plain text; cards make it safe to show. */
export interface BotTexts {
  readonly faultLater: string;
  readonly faultUncertain: string;
  readonly faultNever: string;
  readonly answeredBelow: string;
  readonly oldCard: string;
  readonly helpButton: string;
  readonly recordButton: string;
  readonly notOfferedYet: string;
  readonly notOffered: Partial<Record<Intent, string>>;
  readonly besluitCancelled: string;
  readonly besluitFormUsed: (identificatie: string) => string;
  readonly showBesluit: (identificatie: string) => string;
  readonly besluitUnknown: (identificatie: string) => string;
  readonly afspraakCancelled: string;
  readonly afspraakUntouched: (code: string) => string;
  readonly afspraakCreated: (code: string) => string;
  readonly endsBeforeStart: string;
  readonly afspraakUnchanged: (code: string) => string;
  readonly afspraakFormUsed: (code: string) => string;
  readonly afspraakStale: (code: string) => string;
  readonly showAfspraak: (code: string) => string;
  readonly editAfspraak: (code: string) => string;
  readonly reminderUnknown: string;
  readonly reminderInvalid: Record<'not-a-date' | 'not-in-future' | 'too-far' | 'outdated', string>;
  readonly exampleNotEmpty: string;
  readonly exampleLoaded: (verbanden: number, afspraken: number) => string;
  readonly bindTo: (verband: string) => string;
  readonly bindInChannel: string;
  readonly languageUnknown: string;
  readonly languageSet: string;
  /** Frisian is read, but not written. */
  readonly frisianRead: string;
  readonly fileNotFetched: (name: string) => string;
  readonly fileUnreadable: (name: string, why: string) => string;
  readonly moreRejected: (count: number) => string;
  readonly status: (now: StatusNow) => string;
}

export interface StatusNow {
  readonly verbanden: number;
  readonly afspraken: number;
  readonly besluiten: number;
  readonly planned: number;
  readonly uncertain: number;
  /** Names of the verbanden this conversation is bound to. */
  readonly bound: readonly string[];
}

export const botTexts: Sentences<BotTexts> = {
  nl: {
    faultLater: 'Dat lukt nu niet; er is niets veranderd. Probeer het over een paar minuten opnieuw.',
    faultUncertain:
      'Het is niet zeker of dit is gelukt. Kijk eerst of het er al staat, en druk dan pas opnieuw op dezelfde knop.',
    faultNever: 'Er ging iets mis. Geef deze verwijzing aan de beheerder, dan kan die het opzoeken.',
    answeredBelow: 'Het antwoord staat hieronder.',
    oldCard: 'Deze knop hoort bij een oude kaart. Stel je vraag opnieuw, dan krijg je een nieuwe.',
    helpButton: 'Wat kan ik vragen?',
    recordButton: 'Besluit vastleggen',
    notOfferedYet:
      'Dit kan nog niet vanuit de chat. Vraag de coördinator om hulp, of typ “help” om te zien wat wel kan.',
    notOffered: {
      annuleren:
        'Goed, ik doe niets. Een wijziging terugdraaien? Dat kan een dag lang, met de knop “Ongedaan maken” bij die wijziging.',
      exporteren:
        'Een export maakt de beheerder op de server, met: ketenregie export afspraken.xlsx --what afspraken. Het bestand kun je later weer importeren.',
      'besluit.intrekken':
        'Een besluit wordt niet gewist. Leg een nieuw besluit vast waarin staat dat het oude is ingetrokken.',
    },
    besluitCancelled: 'Er is geen besluit vastgelegd. Typ “besluit” om opnieuw te beginnen.',
    besluitFormUsed: (identificatie) =>
      `Niet vastgelegd: met dit formulier is ${identificatie} al vastgelegd. Open een nieuw formulier voor een ander besluit.`,
    showBesluit: (identificatie) => `Toon ${identificatie}`,
    besluitUnknown: (identificatie) =>
      `Ik ken geen besluit ${identificatie} dat je hier kunt zien. Typ “besluiten” voor de lijst.`,
    afspraakCancelled: 'Er is geen afspraak opgeslagen. Typ “nieuw” om opnieuw te beginnen.',
    afspraakUntouched: (code) => `Er is niets veranderd aan ${code}.`,
    afspraakCreated: (code) => `Opgeslagen: ${code}. De herinneringen volgen vanzelf uit de datums.`,
    endsBeforeStart: 'Let op: de einddatum komt voor de ingangsdatum. Klopt dat niet, druk dan op Wijzig.',
    afspraakUnchanged: (code) => `Er is niets veranderd: ${code} stond er al zo.`,
    afspraakFormUsed: (code) =>
      `Niet opgeslagen: dit formulier is al gebruikt voor ${code}. Open het opnieuw, dan zie je wat er nu staat.`,
    afspraakStale: (code) =>
      `Niet opgeslagen: iemand anders heeft ${code} intussen gewijzigd. Open het formulier opnieuw, dan zie je wat er nu staat.`,
    showAfspraak: (code) => `Toon ${code}`,
    editAfspraak: (code) => `Wijzig ${code}`,
    reminderUnknown: 'Deze herinnering is niet meer bekend. Typ “herinneringen” om te zien wat er gepland is.',
    reminderInvalid: {
      'not-a-date': 'Dat is geen datum. Kies een dag of een termijn en druk opnieuw op Uitstellen.',
      'not-in-future': 'Kies een dag na vandaag en druk opnieuw op Uitstellen.',
      'too-far': 'Dat is te ver weg. Kies een dag binnen twee jaar en druk opnieuw op Uitstellen.',
      outdated:
        'De datum van deze afspraak is intussen veranderd of afgerond. Typ “herinneringen” voor wat er nu gepland is.',
    },
    exampleNotEmpty: 'Er staan al gegevens in het register. Het voorbeeld laden kan alleen in een leeg register.',
    exampleLoaded: (verbanden, afspraken) =>
      `Het voorbeeld staat klaar: ${verbanden} samenwerkingsverbanden en ${afspraken} verzonnen afspraken. Koppel dit kanaal aan een samenwerking, dan komen de herinneringen hier binnen.`,
    bindTo: (verband) => `Koppel dit kanaal aan ${verband}`,
    bindInChannel:
      'Koppelen doe je in een kanaal of groepsgesprek, zodat alle partners het zien. Voeg me daar toe en typ “koppel” met de naam van de samenwerking.',
    languageUnknown: 'Kies een taal: typ “taal nl”, “taal en” of “taal fy”.',
    languageSet: 'Vanaf nu antwoord ik hier in het Nederlands.',
    frisianRead: 'Je kunt hier in het Fries vragen. Fries schrijven kan ik nog niet: ik antwoord in het Nederlands.',
    fileNotFetched: (name) =>
      `${name} kon ik niet ophalen. Stuur het bestand opnieuw in deze chat, tot 20 MB, als CSV of Excel.`,
    fileUnreadable: (name, why) => `${name} is niet ingelezen. ${why}`,
    moreRejected: (count) => `En nog ${count} regels.`,
    status: (now) =>
      [
        `Ketenregie werkt. In het register staan ${now.verbanden} samenwerkingsverbanden, ${now.afspraken} afspraken en ${now.besluiten === 1 ? '1 vastlegging' : `${now.besluiten} vastleggingen`} van besluiten.`,
        `${now.planned} herinneringen staan gepland.`,
        ...(now.uncertain > 0
          ? [
              now.uncertain === 1
                ? 'Van 1 herinnering is niet zeker of die is aangekomen. Typ “herinneringen status” in het kanaal.'
                : `Van ${now.uncertain} herinneringen is niet zeker of ze zijn aangekomen. Typ “herinneringen status” in het kanaal.`,
            ]
          : []),
        now.bound.length === 0
          ? 'Dit gesprek is niet gekoppeld. Typ “koppel” met de naam van een samenwerking.'
          : `Dit gesprek is gekoppeld aan: ${now.bound.join('; ')}.`,
      ].join('\n'),
  },
  en: {
    faultLater: 'That does not work right now; nothing was changed. Try again in a few minutes.',
    faultUncertain:
      'It is not certain that this worked. First look whether it is there, and only then press the same button again.',
    faultNever: 'Something went wrong. Give this reference to the administrator, who can look it up.',
    answeredBelow: 'The answer is below.',
    oldCard: 'This button belongs to an old card. Ask your question again to get a new one.',
    helpButton: 'What can I ask?',
    recordButton: 'Record a decision',
    notOfferedYet:
      'This cannot be done from the chat yet. Ask the coordinator for help, or type “help” to see what can be done.',
    notOffered: {
      annuleren:
        'Fine, I do nothing. To take back a change, press “Undo” with that change; that can be done for a day.',
      exporteren:
        'An administrator makes an export on the server with: ketenregie export afspraken.xlsx --what afspraken. The file can be imported again later.',
      'besluit.intrekken': 'A decision is never erased. Record a new decision that says the old one was withdrawn.',
    },
    besluitCancelled: 'No decision was recorded. Type “besluit” to start again.',
    besluitFormUsed: (identificatie) =>
      `Not recorded: this form was used for ${identificatie} already. Open a new form for another decision.`,
    showBesluit: (identificatie) => `Show ${identificatie}`,
    besluitUnknown: (identificatie) =>
      `I know no decision ${identificatie} that you can see here. Type “besluiten” for the list.`,
    afspraakCancelled: 'No agreement was saved. Type “nieuw” to start again.',
    afspraakUntouched: (code) => `Nothing was changed in ${code}.`,
    afspraakCreated: (code) => `Saved: ${code}. Reminders follow from its dates by themselves.`,
    endsBeforeStart: 'Mind: the end date comes before the start date. If that is wrong, press Change.',
    afspraakUnchanged: (code) => `Nothing was changed: ${code} said so already.`,
    afspraakFormUsed: (code) =>
      `Not saved: this form was used for ${code} already. Open it again to see what it says now.`,
    afspraakStale: (code) =>
      `Not saved: somebody else has changed ${code} in between. Open the form again to see what it says now.`,
    showAfspraak: (code) => `Show ${code}`,
    editAfspraak: (code) => `Change ${code}`,
    reminderUnknown: 'This reminder is no longer known. Type “reminders” to see what is planned.',
    reminderInvalid: {
      'not-a-date': 'That is not a date. Choose a day or a period and press Postpone again.',
      'not-in-future': 'Choose a day after today and press Postpone again.',
      'too-far': 'That is too far away. Choose a day within two years and press Postpone again.',
      outdated: 'The date of this agreement has changed or was finished. Type “reminders” for what is planned now.',
    },
    exampleNotEmpty: 'The register already holds data. The example can only be loaded into an empty register.',
    exampleLoaded: (verbanden, afspraken) =>
      `The example is ready: ${verbanden} partnerships and ${afspraken} invented agreements. Bind this channel to a partnership and its reminders arrive here.`,
    bindTo: (verband) => `Bind this channel to ${verband}`,
    bindInChannel:
      'Bind in a channel or group chat, so that all partners see it. Add me there and type “koppel” and the name of the partnership.',
    languageUnknown: 'Choose a language: type “taal nl”, “taal en” or “taal fy”.',
    languageSet: 'From now on I answer here in English.',
    frisianRead: 'You can ask in Frisian here. I cannot write Frisian yet: I answer in Dutch.',
    fileNotFetched: (name) =>
      `I could not fetch ${name}. Send the file again in this chat, up to 20 MB, as CSV or Excel.`,
    fileUnreadable: (name, why) => `${name} was not read. ${why}`,
    moreRejected: (count) => `And ${count} more rows.`,
    status: (now) =>
      [
        `Ketenregie works. The register holds ${now.verbanden} partnerships, ${now.afspraken} agreements and ${now.besluiten === 1 ? '1 recorded decision or change to one' : `${now.besluiten} recorded decisions and changes to them`}.`,
        `${now.planned} reminders are planned.`,
        ...(now.uncertain > 0
          ? [
              now.uncertain === 1
                ? 'Of 1 reminder it is not certain that it arrived. Type “reminders status” in the channel.'
                : `Of ${now.uncertain} reminders it is not certain that they arrived. Type “reminders status” in the channel.`,
            ]
          : []),
        now.bound.length === 0
          ? 'This conversation is not bound. Type “koppel” and the name of a partnership.'
          : `This conversation is bound to: ${now.bound.join('; ')}.`,
      ].join('\n'),
  },
};
