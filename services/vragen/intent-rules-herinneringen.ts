import { aboutAfspraak, type IntentRule } from './intent-rule.ts';

/** Rules for herinneringen, and for what is told by the number it has in the answer before. Part of the rules for acts. */

const reminderWords = ['herinner', 'herinnering'];

export const rulesForHerinneringen: readonly IntentRule[] = [
  {
    intent: 'escalatie.melden',
    example: 'ik wil aan de bel trekken over RegIT',
    all: ['aan_de_bel'],
    none: ['@datum'],
  },
  {
    intent: 'herinnering.stoppen',
    example: 'hou op met die meldingen over de SLA',
    all: ['stop'],
    any: reminderWords,
    none: ['welke', 'hoeveel'],
  },
  {
    intent: 'afspraak.wijzigen',
    example: 'verplaats de herijking van AFS-2026-001 naar 1 mei 2027',
    all: ['^uitstel', 'soort:herijking', '@datum'],
    none: [...reminderWords, 'vraag', 'welke', 'verwijzing'],
  },
  {
    intent: 'afspraak.wijzigen',
    example: 'kun je de evaluatie van RegIT verzetten naar 1 juni?',
    all: ['verzet', '@soort'],
    any: ['@dag', 'naar@datum', 'schuift'],
    none: [...reminderWords, 'vraag', 'welke', 'wanneer', 'verwijzing', 'besluit'],
  },
  {
    intent: 'afspraak.wijzigen',
    example: 'verschuif de rapportagedatum van de SLA met twee weken',
    all: ['uitstel', '@veld'],
    any: ['@duur', '@dag', 'naar@datum', 'schuift'],
    none: [...reminderWords, 'vraag', 'welke', 'wanneer', 'verwijzing'],
  },
  {
    intent: 'afspraak.wijzigen',
    example: 'haal de evaluatie van ONS een maand naar voren',
    all: ['schuift', '@naam'],
    any: aboutAfspraak,
    none: [...reminderWords, 'vraag', 'welke', 'wanneer', 'verwijzing', 'hoeveel', 'besluit', 'zienswijze'],
  },
  {
    intent: 'herinnering.uitstellen',
    example: 'stel de herinnering twee weken uit',
    all: ['uitstel'],
    any: [...reminderWords, 'verwijzing', '^uitstel'],
    none: ['afspraak', '@status', '@veld', 'besluit', 'zienswijze', 'welke', 'wanneer'],
  },
  {
    intent: 'herinnering.uitstellen',
    example: 'mag de reminder naar maandag?',
    all: ['herinnering', 'naar@datum', 'moet_ook'],
  },
  {
    intent: 'herinnering.uitstellen',
    example: 'kan die melding naar 5 januari?',
    all: ['herinnering', 'naar@dag'],
    none: ['^nieuw', 'welke', 'stuur'],
  },
  {
    intent: 'herinnering.uitstellen',
    example: 'graag volgende maand weer herinneren',
    all: ['opnieuw', '@datum'],
    none: ['@naam', '@soort', '@stuk', '@afspraakcode', '@herhaling'],
  },
  {
    intent: 'herinnering.uitstellen',
    example: 'een week later graag',
    all: ['uitstel'],
    any: ['@duur', '@afstand', '@datum'],
    none: [
      ...aboutAfspraak,
      '@naam',
      '@stuk',
      '@status',
      '@veld',
      'besluit',
      'vraag',
      'welke',
      '^wijzig',
      'zienswijze',
    ],
  },
  {
    intent: 'herinnering.stoppen',
    example: 'meldingen van RegIT uit',
    all: ['^herinnering', '$uit'],
    none: ['vraag'],
  },
  {
    intent: 'herinnering.instellen',
    example: 'reminder eerste maandag van maart evaluatie ONS',
    all: ['^herinnering'],
    any: ['@dag', '@afstand', '@herhaling'],
    none: ['vraag', 'welke', 'herinneringen', 'mijn'],
  },
  {
    intent: 'herinnering.tonen',
    example: 'welke herinneringen staan er voor december?',
    all: ['herinnering'],
    any: ['welke', '^toon', 'hoeveel', 'wanneer', '^wat', 'taken', 'kort', '^mijn', '^herinnering'],
    none: ['^herinner', 'wijzig', '@afstand'],
  },
  {
    intent: 'herinnering.tonen',
    example: 'staan er nog herinneringen open?',
    all: ['herinnering', 'vraag'],
    none: ['@afstand', '@herhaling'],
  },
  { intent: 'herinnering.instellen', example: 'herinner me 6 weken voor de einddatum', any: reminderWords },

  {
    intent: 'herinnering.stoppen',
    example: 'stop nummer 1',
    all: ['^stop', '@rang'],
    none: ['besluit', 'vraag', '@naam'],
  },
  {
    intent: 'besluit.intrekken',
    example: 'trek nummer 2 in',
    all: ['intrekken', '@rang'],
    none: ['vraag', '@naam'],
  },
  {
    intent: 'afspraak.tonen',
    example: 'laat nummer 3 zien',
    all: ['@rang'],
    none: [
      'eerstvolgende',
      'besluit',
      'contact',
      'document',
      'wijzig',
      'intrekken',
      'uitstel',
      '^stop',
      'draag_over',
      'veld:eigenaar',
    ],
  },

  {
    intent: 'herinnering.instellen',
    example: 'stuur het college elke maand een overzicht',
    all: ['stuur', '@herhaling'],
  },
  {
    intent: 'herinnering.instellen',
    example: 'geef me elk kwartaal een overzicht van de lopende contracten',
    all: ['elke_keer'],
    any: ['toon', 'stuur', '@status', 'afspraak'],
    none: ['vraag', 'welke', 'hoeveel', 'nieuw', '^wijzig', 'legvast'],
  },
  {
    intent: 'herinnering.instellen',
    example: 'elke eerste maandag van de maand een lijstje met wat te laat is',
    all: ['@herhaling', 'status:te_laat'],
    none: ['vraag', 'welke', 'hoeveel'],
  },
  {
    intent: 'herinnering.instellen',
    example: 'elke dinsdag om kwart voor negen: actielijst',
    all: ['@herhaling', '@tijd'],
    none: ['vraag', 'welke', 'hoeveel', 'besluit', 'nieuw', '^wijzig', '^legvast'],
  },
  {
    intent: 'herinnering.tonen',
    example: 'wat moeten we in januari doen voor RegIT?',
    all: ['doen'],
    none: ['@buiten', 'afspraak', 'besluit'],
  },
];
