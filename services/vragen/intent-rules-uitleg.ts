import type { IntentRule } from './intent-rule.ts';

/** Rules for questions that ask what a term means or what the law wants. Part of the rules for questions. */

export const rulesForUitleg: readonly IntentRule[] = [
  {
    intent: 'uitleg',
    example: 'moet een begrotingswijziging ook langs de raden?',
    all: ['moet_ook', 'vraag'],
    any: ['@onderwerp', '@stuk'],
    none: ['@naam', '@datum', 'welke', 'wanneer', 'nog', 'geen', 'verschuldigd'],
  },
  {
    intent: 'uitleg',
    example: 'wat betekent actieve informatieplicht?',
    all: ['uitleg'],
    any: ['@onderwerp', '@soort', '@stuk', '@vorm', 'verband'],
    none: ['@naam', '@afspraakcode', 'mijn', '@status', '@datum', 'eerstvolgende', '@periode'],
  },
  {
    intent: 'uitleg',
    example: 'wat doet het DB?',
    all: ['verbandveld:doel', '@onderwerp'],
    none: ['@naam', 'afspraak'],
  },
  {
    intent: 'uitleg',
    example: 'wat betekent dechargeverlening?',
    any: ['^uitleg'],
    none: ['@naam', 'afspraak', '@datum', '@afspraakcode', '@buiten', '@veld', '@status', '@verbandveld'],
  },
  {
    intent: 'uitleg',
    example: 'wat is het orkestratiemodel?',
    all: ['wat_is', '@onderwerp'],
    none: [
      '@naam',
      '@datum',
      '@veld',
      '@status',
      'afspraak',
      '@soort',
      '@stuk',
      'mijn',
      'eindigen',
      'lopen',
      'geen',
      'besluit',
    ],
  },
  {
    intent: 'uitleg',
    example: 'heeft een openbaar lichaam altijd een AB?',
    all: ['een@vorm', 'vraag'],
    none: ['afspraak', '@soort', '@stuk', 'welke', 'hoeveel', 'geen', '@datum', '@status', 'besluit', 'zienswijze'],
  },
  {
    intent: 'uitleg',
    example: 'is een DVO juridisch bindend?',
    all: ['^een@vorm', 'vraag'],
    none: [
      'afspraak',
      'welke',
      'hoeveel',
      'geen',
      '@datum',
      '@status',
      'besluit',
      'iets',
      'toon',
      'herinner',
      'contact',
    ],
  },
  {
    intent: 'uitleg',
    example: 'wanneer is een verwerkersovereenkomst nodig?',
    all: ['wanneer', '@onderwerp', 'moet_ook'],
    none: ['@naam', '@datum', 'enkel', 'opsomming', '@stuk'],
  },
  {
    intent: 'uitleg',
    example: 'wanneer moet een raad om wensen en bedenkingen worden gevraagd?',
    all: ['wanneer', '@onderwerp', 'moet'],
    none: ['@naam', '@datum', 'afspraak', '@soort', '@stuk', 'verwijzing', '@veld', 'penc'],
  },

  {
    intent: 'uitleg',
    example: 'hoe kan een gemeente uittreden?',
    all: ['hoe', '@onderwerp'],
    none: ['afspraak', '@datum'],
  },
  {
    intent: 'uitleg',
    example: 'moet de jaarrekening naar de provincie?',
    any: ['^moet', '^moet_ook'],
    all: ['vraag', '@onderwerp'],
    none: ['@naam', '@datum', 'afspraak', 'wanneer', 'welke'],
  },
];
