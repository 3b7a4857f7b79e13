import { aboutAfspraak, type IntentRule } from './intent-rule.ts';

/** Rules for questions about verbanden: which there are, who takes part, what they are. Part of the rules for questions. */

const aboutVerband = ['verband', '@vorm', 'meedoen'];

export const rulesForVerbanden: readonly IntentRule[] = [
  {
    intent: 'verband.aantal',
    example: 'hoeveel regelingen hebben geen exitscenario?',
    all: ['hoeveel', 'geen'],
    any: ['verband', '@vorm'],
    none: ['afspraak'],
  },
  {
    intent: 'verband.zoeken',
    example: "welke GR's zijn er zonder evaluatiebepaling?",
    all: ['geen', '@vorm'],
    none: ['@verband', 'afspraak', '@status', 'eindigen'],
  },
  // --- verbanden
  {
    intent: 'verband.aantal',
    example: "aan hoeveel GR's doet Tynaarlo mee?",
    all: ['hoeveel'],
    any: aboutVerband,
    none: ['@verband', ...aboutAfspraak],
  },
  {
    intent: 'verband.tonen',
    example: 'hoeveel gemeenten doen mee aan de Marrekrite?',
    all: ['@verband'],
    any: ['meedoen', '@verbandveld', '@vorm'],
    none: [...aboutAfspraak, '@stuk', 'eindigen', '@status'],
  },
  {
    intent: 'verband.zoeken',
    example: 'welke samenwerkingen hebben geen exitregeling?',
    all: ['verband'],
    none: ['@verband', 'afspraak', '@status', 'eindigen'],
  },
  {
    intent: 'verband.zoeken',
    example: "welke BVO's zijn er in Drenthe?",
    all: ['@vorm'],
    none: ['@verband', ...aboutAfspraak, '@stuk'],
  },
  {
    intent: 'verband.zoeken',
    example: 'waar doet Assen aan mee?',
    all: ['meedoen', '@organisatie'],
    none: ['@verband', ...aboutAfspraak, '@stuk', '@buiten'],
  },
  {
    intent: 'verband.tonen',
    example: 'wat is RegIT?',
    all: ['@verband'],
    any: ['uitleg', 'wie'],
    none: [...aboutAfspraak, '@stuk', '@veld', '@status', '@datum'],
  },

  {
    intent: 'verband.tonen',
    example: 'wat is de EMCO-groep voor club?',
    all: ['@verband', 'wat_is'],
    none: [...aboutAfspraak, '@stuk', '@veld', '@status', '@datum', 'iets', 'lopen', 'eindigen', 'besloten'],
  },
  {
    intent: 'verband.tonen',
    example: 'waar is RegIT voor?',
    all: ['@verband', 'waar'],
    none: [...aboutAfspraak, '@stuk', '@status', '@datum'],
  },
  {
    intent: 'verband.tonen',
    example: 'heeft RegIT een algemeen bestuur?',
    all: ['@verband', 'vraag'],
    any: ['orgaan:AB', 'orgaan:DB', 'orgaan:bestuur'],
    none: [
      ...aboutAfspraak,
      '@stuk',
      '@veld',
      '@status',
      '@datum',
      'wanneer',
      'besloten',
      'besluit',
      'iets',
      'naar_raad',
    ],
  },
];
