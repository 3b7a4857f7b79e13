import { aboutAfspraak, type IntentRule, planningPieces } from './intent-rule.ts';
import { rulesForUitleg } from './intent-rules-uitleg.ts';
import { rulesForVerbanden } from './intent-rules-verbanden.ts';

/** Rules for questions: who and where, explanation, planning and control. They come after those for acts. */

const reportPieces = ['stuk:marap', 'stuk:berap', 'stuk:jaarverslag'];

export const rulesForQuestions: readonly IntentRule[] = [
  // --- zoals het was
  {
    intent: 'afspraak.tonen',
    example: 'wie heeft AFS-2026-001 gewijzigd?',
    all: ['@afspraakcode', 'veld:geschiedenis'],
  },
  {
    intent: 'afspraak.tonen',
    example: 'wat stond er op 1 maart in AFS-2025-001?',
    all: ['@afspraakcode', '@dag'],
    any: ['toen', 'gold'],
  },
  {
    intent: 'afspraak.zoeken',
    example: 'wat gold op 1 maart 2025?',
    all: ['gold'],
    any: ['@dag', '@jaar'],
    none: [
      'besluit',
      'besloten',
      '@buiten',
      '@veld',
      '@stuk',
      'hoeveel',
      'wanneer',
      'verband',
      'meedoen',
      'eindigen',
      'herijken',
      'rapporteren',
      'naar_raad',
      'moet',
      'penc',
      'uitleg',
    ],
  },
  {
    intent: 'afspraak.tonen',
    example: 'geef de geschiedenis',
    all: ['veld:geschiedenis'],
    any: ['toon', '^toon', 'kort'],
    none: ['@verband', 'besluit', 'welke', 'verband'],
  },
  // --- wie en waar
  {
    intent: 'uitleg',
    example: 'waar staat DVO voor?',
    all: ['waar_staat_voor', '@onderwerp'],
    none: ['@naam', '@datum'],
  },
  {
    intent: 'afspraak.zoeken',
    example: 'afspraken waar Jansen eigenaar van is',
    all: ['afspraak', 'veld:eigenaar'],
    none: ['wie', '^contact', 'geen', '@afspraakcode', 'wat', 'hoeveel'],
  },
  {
    intent: 'afspraak.zoeken',
    example: 'waar is De Haan eigenaar van?',
    all: ['@eigenaar'],
    none: ['wie', '@soort', '@afspraakcode', 'hoeveel', '^wijzig', 'besluit'],
  },
  {
    intent: 'document.tonen',
    example: 'kun je me het convenant met Hoogeveen toesturen?',
    all: ['stuur_me', 'enkel'],
    any: ['@soort', '@stuk', '@documentsoort', 'afspraak', 'verband'],
    none: ['wie', '@buiten', 'toon', 'herinnering', '@herhaling', 'opsomming', '@datum', 'besluit', '@veld'],
  },
  {
    intent: 'uitleg',
    example: 'wie is verantwoordelijk voor de actieve informatieplicht?',
    all: ['contact', '@onderwerp'],
    none: [
      '@naam',
      '@soort',
      '@stuk',
      '@brief',
      '@orgaan',
      'afspraak',
      'verband',
      'mijn',
      '@afspraakcode',
      '@vorm',
      '@veld',
    ],
  },
  {
    intent: 'contact.tonen',
    example: 'wie is de contactpersoon van de Marrekrite?',
    all: ['contact'],
    none: ['@buiten', 'mijn', 'geen', 'meedoen', 'welke', 'hoeveel'],
  },
  {
    intent: 'contact.tonen',
    example: 'aan wie kan ik vragen hoe het zit met de kadernota?',
    all: ['^contact'],
    none: ['@buiten', 'mijn', 'geen', 'welke', 'hoeveel', '@verbandveld', '@afspraakcode'],
  },
  {
    intent: 'contact.tonen',
    example: 'bij welke collega moet ik zijn voor de DVO?',
    all: ['welke_persoon'],
    none: ['@buiten', 'besluit', 'hoeveel'],
  },
  {
    intent: 'contact.tonen',
    example: 'wie heeft AFS-2026-004 onder zijn hoede?',
    all: ['^wie', 'opnaam'],
    any: [...aboutAfspraak, '@afspraakcode'],
    none: ['geen', 'mijn', 'hoeveel', '@eigenaar'],
  },
  {
    intent: 'contact.tonen',
    example: 'vwo nbk eigenaar',
    all: ['veld:eigenaar', 'kort', '@naam'],
    none: ['geen', 'mijn', '@eigenaar', 'wijzig', 'welke', 'toon', 'hoeveel', 'afspraak', 'opsomming', '@dag'],
  },
  {
    intent: 'contact.tonen',
    example: 'wie is eigenaar van de DVO met Assen?',
    all: ['wie', 'veld:eigenaar'],
    none: ['^welke'],
  },
  {
    intent: 'document.tonen',
    example: 'heb je de link naar de regeling van de ODD?',
    all: ['document'],
    none: ['@buiten', 'welke', 'geen', 'hoeveel', 'wanneer'],
  },
  {
    intent: 'document.tonen',
    example: 'mail mij de DVO met Meppel',
    all: ['^stuur', 'enkel', '@naam'],
    any: ['@soort', '@documentsoort'],
    none: ['toon', 'herinnering', 'herinner', '@datum', 'opsomming', '@status', 'besluit'],
  },

  {
    intent: 'pc.kalender',
    example: 'wat zijn de wettelijke termijnen voor de jaarrekening?',
    all: ['penc'],
    any: [...planningPieces, '@jaar'],
    none: ['legvast', 'herinner', 'besluit'],
  },

  {
    intent: 'afspraak.tonen',
    example: 'wat zijn de partijen van het convenant leerlingenvervoer?',
    all: ['@veld', 'enkel', '^wat'],
    none: ['geen', '@status', 'verband', 'mijn', 'opnaam', '@periode', '@dag', 'penc', 'besluit', 'wie'],
  },

  ...rulesForUitleg,

  // --- planning en control
  { intent: 'rapportage.tonen', example: 'wanneer komt de marap?', all: ['wanneer'], any: reportPieces },
  { intent: 'pc.kalender', example: 'P&C-kalender 2027', all: ['penc'] },
  {
    intent: 'pc.kalender',
    example: 'wanneer vergadert het AB?',
    all: ['vergaderen', 'wanneer'],
    any: ['@orgaan', '@verband'],
    none: ['afspraak', '@soort', 'besluit', 'herinner', 'herinnering', '@buiten'],
  },
  {
    intent: 'pc.kalender',
    example: 'wanneer moet de kadernota 2028 binnen zijn?',
    all: ['wanneer'],
    any: planningPieces,
    none: ['verwijzing', '@veld'],
  },
  {
    intent: 'rapportage.tonen',
    example: 'is de kadernota al binnen?',
    all: ['verschuldigd'],
    any: [...planningPieces, ...reportPieces, 'rapporteren', 'wat', 'welke'],
  },
  {
    intent: 'rapportage.tonen',
    example: 'welke maraps missen we nog?',
    all: ['geen', 'nog'],
    any: reportPieces,
    none: ['hoeveel', '@veld', 'verband'],
  },
  {
    intent: 'rapportage.tonen',
    example: 'welke rapportages moeten in Q2 naar de raad?',
    any: ['rapporteren', ...reportPieces],
    none: ['afspraak', 'hoeveel', 'geen', '@veld', 'contact'],
  },
  {
    intent: 'rapportage.tonen',
    example: 'welke raadsinformatiebrieven moeten er dit jaar nog uit?',
    all: ['@brief'],
    any: ['welke', 'wanneer'],
    none: ['maak', '^maak', 'document', 'contact', 'besluit', 'uitleg'],
  },
  {
    intent: 'rapportage.tonen',
    example: 'wat moet er dit kwartaal naar de raad?',
    all: ['naar_raad'],
    none: ['afspraak', 'hoeveel'],
  },

  {
    intent: 'pc.kalender',
    example: 'planning ontwerpbegroting 2028 Publiek Vervoer',
    all: ['@jaar'],
    any: planningPieces,
    none: ['welke', ...aboutAfspraak, 'hoeveel', 'geen', 'eindigen', '@status', '@veld', 'toon', 'besluit'],
  },

  ...rulesForVerbanden,
  {
    intent: 'contact.tonen',
    example: 'wie bewaakt de SLA met RegIT?',
    all: ['wie', 'vraag'],
    any: aboutAfspraak,
    none: [
      '@veld',
      '@status',
      'geen',
      'besloten',
      'indienen',
      'meedoen',
      'eindigen',
      'welke',
      'hoeveel',
      'lopen',
      '@datum',
      '@buiten',
    ],
  },
];
