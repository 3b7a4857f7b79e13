import type { Sentences } from '../services/taal/language.ts';

/** Sentences about the keten of a verband and about escalation that belong to no card of their own. */
export interface EscalatieBotTexts {
  readonly bindFirst: string;
  readonly whichVerband: string;
  readonly unknownVerband: (typed: string) => string;
  readonly notHere: string;
  readonly stale: string;
  readonly unknown: string;
  readonly termsSet: (days: number) => string;
  readonly termsBack: string;
  readonly unclear: string;
  readonly notFound: string;
}

export const escalatieBotTexts: Sentences<EscalatieBotTexts> = {
  nl: {
    bindFirst:
      'Dit gesprek is niet gekoppeld aan een samenwerking. Typ “koppel” met de naam ervan, en daarna opnieuw “keten”.',
    whichVerband: 'Van welke samenwerking?',
    unknownVerband: (typed) => `Ik ken geen samenwerking ${typed}. Typ “keten” alleen, dan kun je kiezen.`,
    notHere: 'De keten van een samenwerking stel je in waar die is gekoppeld, zodat alle partners het zien.',
    stale: 'Niet opgeslagen: iemand anders heeft de keten intussen gewijzigd. Typ “keten”, dan zie je wat er nu staat.',
    unknown: 'Deze samenwerking staat niet meer in het register.',
    termsSet: (days) =>
      days === 0
        ? 'Opgeslagen: hier wordt niet opgeschaald. Typ “escalatie” om het weer aan te zetten.'
        : `Opgeslagen: zonder reactie vraag ik het na ${days === 1 ? '1 werkdag' : `${days} werkdagen`} aan de volgende.`,
    termsBack: 'De gewone termijnen voor opschalen gelden weer.',
    unclear:
      'Zeg na hoeveel werkdagen, of uit of aan. Bijvoorbeeld: escalatie na 3 werkdagen, of: escalatie uit voor AFS-2026-001.',
    notFound: 'Die afspraak of samenwerking is hier niet bekend. Typ “escalatie” alleen voor dit kanaal.',
  },
  en: {
    bindFirst: 'This conversation is not bound to a partnership. Type “koppel” and its name, and then “chain” again.',
    whichVerband: 'Of which partnership?',
    unknownVerband: (typed) => `I know no partnership ${typed}. Type “chain” alone to choose one.`,
    notHere: 'Set the chain of a partnership where it is bound, so that all partners see it.',
    stale: 'Not saved: somebody else has changed the chain in between. Type “chain” to see what it says now.',
    unknown: 'This partnership is no longer in the register.',
    termsSet: (days) =>
      days === 0
        ? 'Saved: nobody is asked here when there is no response. Type “escalation” to switch it on again.'
        : `Saved: without a response I ask the next one after ${days === 1 ? '1 working day' : `${days} working days`}.`,
    termsBack: 'The usual terms of escalation hold again.',
    unclear:
      'Say after how many working days, or off or on. For example: escalatie after 3 working days, or: escalatie off for AFS-2026-001.',
    notFound: 'That agreement or partnership is not known here. Type “escalation” alone for this channel.',
  },
};
