import { aboutAfspraak, type IntentRule, planningPieces } from './intent-rule.ts';

/** Rules for questions: who and where, explanation, planning and control, verbanden, afspraken. They come after those for acts. */

const aboutVerband = ['verband', '@vorm', 'meedoen'];
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
  // --- wie en waar
  {
    intent: 'afspraak.zoeken',
    example: 'afspraken waar Jansen eigenaar van is',
    all: ['afspraak', 'veld:eigenaar'],
    none: ['wie', '^contact', 'geen', '@afspraakcode', 'wat', 'hoeveel'],
  },
  {
    intent: 'contact.tonen',
    example: 'wie is de contactpersoon van de Marrekrite?',
    all: ['contact'],
    none: ['@buiten', 'mijn', 'geen', 'meedoen', 'welke', 'hoeveel'],
  },
  { intent: 'contact.tonen', example: 'wie is eigenaar van de DVO met Assen?', all: ['wie', 'veld:eigenaar'] },
  {
    intent: 'document.tonen',
    example: 'heb je de link naar de regeling van de ODD?',
    all: ['document'],
    none: ['@buiten', 'welke', 'geen', 'hoeveel', 'wanneer'],
  },

  // --- uitleg
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
    example: 'wat betekent dechargeverlening?',
    any: ['^uitleg'],
    none: ['@naam', 'afspraak', '@datum', '@afspraakcode', '@buiten', '@veld', '@status', '@verbandveld'],
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
  // --- planning en control
  { intent: 'rapportage.tonen', example: 'wanneer komt de marap?', all: ['wanneer'], any: reportPieces },
  { intent: 'pc.kalender', example: 'P&C-kalender 2027', all: ['penc'] },
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
    example: 'welke rapportages moeten in Q2 naar de raad?',
    any: ['rapporteren', ...reportPieces],
    none: ['afspraak', 'hoeveel', 'geen', '@veld', 'contact'],
  },
  {
    intent: 'rapportage.tonen',
    example: 'wat moet er dit kwartaal naar de raad?',
    all: ['naar_raad'],
    none: ['afspraak', 'hoeveel'],
  },

  {
    intent: 'verband.aantal',
    example: 'hoeveel regelingen hebben geen exitscenario?',
    all: ['hoeveel', 'verband', 'geen'],
    none: ['afspraak'],
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

  // --- afspraken
  {
    intent: 'herinnering.tonen',
    example: 'wat moet ik deze week doen?',
    all: ['taken'],
    any: ['ik', '@datum', 'vraag'],
    none: [
      '@afspraakcode',
      '@besluitcode',
      '@verband',
      '@buiten',
      '@orgaan',
      ...aboutAfspraak,
      '@stuk',
      '@status',
      'eindigen',
      'lopen',
      'herijken',
      'naar_raad',
    ],
  },
  {
    intent: 'afspraak.aantal',
    example: 'hoeveel afspraken lopen er?',
    all: ['hoeveel'],
    any: ['afspraak', '@soort', '@stuk', '@status', 'eindigen', 'lopen', 'herijken'],
  },
  {
    intent: 'afspraak.aantal',
    example: 'hoeveel staan er op mijn naam?',
    all: ['hoeveel'],
    any: ['mijn', 'opnaam'],
    none: ['@buiten'],
  },
  {
    intent: 'afspraak.aantal',
    example: 'hoeveel zijn dat er?',
    all: ['hoeveel', 'verwijzing'],
    none: ['@buiten', '@naam'],
  },
  { intent: 'afspraak.tonen', example: 'toon AFS-2026-012', all: ['@afspraakcode'] },
  {
    intent: 'afspraak.tonen',
    example: 'wat is de opzegtermijn van het contract?',
    all: ['@veld'],
    any: ['wat', 'wanneer', 'vraag', 'kort', 'enkel'],
    none: ['welke', 'opsomming', 'geen', '@status', 'toon', '@periode', '@dag', 'mijn', 'opnaam'],
  },
  {
    intent: 'afspraak.tonen',
    example: 'welke opzegtermijn geldt er voor de SLA?',
    all: ['welkveld'],
    any: ['enkel', '@naam', 'verwijzing'],
    none: ['geen', 'mijn', 'alle'],
  },
  {
    intent: 'afspraak.tonen',
    example: 'wanneer loopt het contract met Assen af?',
    all: ['wanneer'],
    any: ['verwijzing', 'enkel', '@naam'],
    none: ['opsomming', 'eerstvolgende', '@periode', '@buiten'],
  },
  {
    intent: 'afspraak.tonen',
    example: 'wat staat er in de SLA met RegIT?',
    all: ['enkel', '@naam'],
    any: ['^wat', '^toon'],
    none: ['opsomming', 'eerstvolgende', '@status', '@datum'],
  },
  {
    intent: 'afspraak.zoeken',
    example: 'welke afspraken lopen er met Assen?',
    any: [...aboutAfspraak, '@stuk', 'status:te_laat', 'eindigen', 'mijn', 'opnaam'],
    none: ['@buiten'],
  },
  { intent: 'afspraak.zoeken', example: 'afspraken over afval met Assen', any: ['afspraak', '@soort'] },
  { intent: 'buiten_scope', example: 'wanneer wordt het gft opgehaald?', all: ['@buiten'] },
  {
    intent: 'afspraak.zoeken',
    example: 'staat er nog iets open bij de ODD?',
    any: ['@status', 'lopen', 'herijken', 'actualiseren'],
  },
  { intent: 'verband.tonen', example: 'RegIT', all: ['@verband', 'kort'], none: ['@organisatie'] },
  {
    intent: 'afspraak.zoeken',
    example: 'wat hebben we met Assen?',
    all: ['@naam'],
    any: ['kort', 'toon', 'wat', 'alle', 'welke', '@datum', 'iets'],
  },
  { intent: 'afspraak.zoeken', example: 'ik zoek iets over wagenpark', all: ['iets', 'over'] },
  {
    intent: 'afspraak.zoeken',
    example: 'wat hebben we met de waterschappen?',
    all: ['@partnersoort'],
    any: ['kort', 'toon', 'wat', 'alle', 'iets'],
  },
  { intent: 'help', example: 'hoi, wat kun jij allemaal?', any: ['help'] },
  { intent: 'dank', example: 'mooi, dank je', any: ['^dank'] },
  { intent: 'annuleren', example: 'nee, laat maar even', any: ['^annuleer'] },
  {
    intent: 'buiten_scope',
    example: 'hoeveel inwoners heeft Assen?',
    all: ['vraag'],
    any: ['wanneer', 'wat', 'wie', 'waar', 'hoeveel', 'welke', 'uitleg'],
    none: ['kort', ...aboutAfspraak, '@stuk', '@verband', '@status', 'verband', 'besluit', 'zienswijze', 'rapporteren'],
  },
];
