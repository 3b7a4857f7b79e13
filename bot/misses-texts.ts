import type { Sentences } from '../services/taal/language.ts';

/** Sentences about answers that were wrong or missing. Plain text; cards make it safe to show. */
export interface MissesTexts {
  readonly thanks: string;
  /** `owner`: name and address of whom to ask; undefined: nobody. `choices`: other readings follow as buttons. */
  readonly noted: (owner: string | undefined, choices: boolean) => string;
  readonly unanswered: string;
  readonly bindFirst: string;
  readonly gone: string;
  readonly kept: (code: string) => string;
  readonly show: (code: string) => string;
}

export const missesTexts: Sentences<MissesTexts> = {
  nl: {
    thanks: 'Bedankt, fijn dat het klopte.',
    noted: (owner, choices) =>
      [
        'Bedankt, ik heb genoteerd dat dit niet klopte.',
        choices ? 'Kies hieronder wat je bedoelde, of stel je vraag anders.' : 'Stel je vraag anders.',
        ...(owner === undefined ? [] : [`Of vraag het aan ${owner}.`]),
      ].join(' '),
    unanswered: 'Onbeantwoorde vragen',
    bindFirst:
      'Dit kanaal is nog niet gekoppeld, dus ik weet niet welke vragen hier horen. Typ “koppel” met de naam van een samenwerking.',
    gone: 'Deze vraag is niet meer bekend. Typ “onbeantwoord” voor de lijst van nu.',
    kept: (code) =>
      `Je antwoord staat nu bij ${code}. Wie hetzelfde vraagt, krijgt het te zien met je naam en de datum.`,
    show: (code) => `Toon ${code}`,
  },
  en: {
    thanks: 'Thank you, good to hear that it was right.',
    noted: (owner, choices) =>
      [
        'Thank you, I have noted that this was not right.',
        choices ? 'Choose below what you meant, or ask in other words.' : 'Ask in other words.',
        ...(owner === undefined ? [] : [`Or ask ${owner}.`]),
      ].join(' '),
    unanswered: 'Unanswered questions',
    bindFirst:
      'This channel is not bound yet, so I do not know which questions belong here. Type “koppel” and the name of a partnership.',
    gone: 'This question is no longer known. Type “unanswered” for the list of now.',
    kept: (code) => `Your answer is now kept with ${code}. Whoever asks the same sees it, with your name and the date.`,
    show: (code) => `Show ${code}`,
  },
};
