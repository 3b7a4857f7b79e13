import type { Intent } from './reading.ts';
import type { Signs } from './signs.ts';

/**
 * From signs to intent: the first rule that fits decides, so that the reason for a reading is always one line of this table.
 * Signs are explained in signs.ts, their words are in woorden/tekens.yaml. The order goes from what is said in full to what
 * is only hinted at.
 */
export interface IntentRule {
  readonly intent: Intent;
  /** A sentence that this rule is for. */
  readonly example: string;
  readonly all?: readonly string[];
  readonly any?: readonly string[];
  readonly none?: readonly string[];
}

const reminderWords = ['herinner', 'herinnering'];
const aboutAfspraak = ['afspraak', '@soort'];
const aboutVerband = ['verband', '@vorm', 'meedoen'];
const planningPieces = [
  'stuk:kadernota',
  'stuk:voorlopige_jaarrekening',
  'stuk:jaarrekening',
  'stuk:ontwerpbegroting',
  'stuk:begrotingswijziging',
  'stuk:begroting',
];
const reportPieces = ['stuk:marap', 'stuk:berap', 'stuk:jaarverslag'];

export const intentRules: readonly IntentRule[] = [
  // --- the conversation itself
  { intent: 'annuleren', example: 'laat maar', all: ['alleen:annuleer'] },
  { intent: 'help', example: 'help', any: ['alleen:help', 'alleen:groet'] },
  { intent: 'dank', example: 'top, dank je wel!', any: ['alleen:dank'] },
  {
    intent: 'dank',
    example: 'bedankt voor de hulp',
    all: ['^dank'],
    none: ['vraag', '@soort', 'afspraak', 'besluit', '@datum'],
  },

  // --- herinneringen
  {
    intent: 'herinnering.stoppen',
    example: 'hou op met die meldingen over de SLA',
    all: ['stop'],
    any: reminderWords,
    none: ['welke', 'hoeveel'],
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
    intent: 'afspraak.tonen',
    example: 'laat nummer 3 zien',
    all: ['@rang'],
    none: ['besluit', 'contact', 'document', 'wijzig'],
  },

  // --- escalatie
  { intent: 'escalatie.melden', example: 'ik wil escaleren naar de portefeuillehouder', all: ['escaleer'] },

  // --- zienswijzen
  {
    intent: 'uitleg',
    example: 'is een zienswijze verplicht?',
    all: ['zienswijze', 'moet_ook', 'vraag'],
    none: ['@naam', '@jaar', 'wanneer'],
  },
  {
    intent: 'uitleg',
    example: 'wat is een zienswijze?',
    all: ['zienswijze', 'uitleg'],
    none: ['@naam', 'indienen', '@jaar'],
  },
  {
    intent: 'pc.kalender',
    example: 'tot wanneer kan de raad een zienswijze indienen?',
    all: ['zienswijze', 'wanneer'],
    none: ['besloten', 'legvast'],
  },
  {
    intent: 'zienswijze.vastleggen',
    example: 'leg vast: raad Meppel geeft geen zienswijze',
    all: ['zienswijze', 'legvast'],
  },
  {
    intent: 'zienswijze.vastleggen',
    example: 'de raad van Assen diende een positieve zienswijze in',
    all: ['zienswijze'],
    any: ['@standpunt', 'indienen'],
    none: ['vraag', 'welke', '^toon'],
  },
  { intent: 'zienswijze.tonen', example: 'welke zienswijzen zijn er op de kadernota?', all: ['zienswijze'] },

  // --- nieuwe afspraken
  {
    intent: 'afspraak.aanmaken',
    example: 'nieuwe afspraak: kwartaaloverleg',
    all: ['nieuw'],
    any: ['afspraak', '@soort', '^nieuw'],
    none: ['vraag', 'welke', '^toon', 'besluit'],
  },

  // --- besluiten
  {
    intent: 'besluit.vastleggen',
    example: 'besluit: het DB stelt de tarieven vast',
    all: ['besluit:'],
    none: ['@besluitcode', 'intrekken', 'gepubliceerd'],
  },
  {
    intent: 'besluit.intrekken',
    example: 'trek besluit B-2026-014 in',
    all: ['intrekken'],
    any: ['besluit', '@besluitcode'],
    none: ['vraag', 'welke'],
  },
  {
    intent: 'uitleg',
    example: 'wat is een mandaatbesluit?',
    all: ['besluit', 'uitleg', '@onderwerp'],
    none: ['@naam', '@orgaan', '@datum'],
  },
  {
    intent: 'besluit.tonen',
    example: 'is dat besluit al gepubliceerd?',
    all: ['gepubliceerd'],
    any: ['besluit', '@besluitcode', 'verwijzing'],
    none: ['welke', '@datum'],
  },
  { intent: 'besluit.tonen', example: 'toon besluit B-2026-014', all: ['@besluitcode'] },
  {
    intent: 'besluit.vastleggen',
    example: 'leg vast: het AB heeft de begroting vastgesteld',
    all: ['legvast'],
    any: ['besluit', 'besloten', '@orgaan'],
    none: ['welke', '@veld', '^wat'],
  },
  {
    intent: 'besluit.vastleggen',
    example: 'het college besloot vandaag tot deelname',
    all: ['besloten', '@orgaan'],
    none: ['vraag', 'welke', 'wat', '^toon', 'toon', 'besluit', 'afspraak'],
  },
  {
    intent: 'besluit.vastleggen',
    example: 'nieuw besluit',
    all: ['besluit'],
    any: ['nieuw', 'maak', '^legvast', 'alleen:legvast'],
    none: ['vraag', 'welke'],
  },
  { intent: 'exporteren', example: 'exporteer de besluiten naar excel', all: ['exporteer', 'besluit'] },
  { intent: 'document.tonen', example: 'waar vind ik het besluit?', all: ['document', 'besluit'], none: ['welke'] },
  { intent: 'besluit.zoeken', example: 'welke besluiten nam het DB vorige maand?', all: ['besluit'] },
  {
    intent: 'besluit.zoeken',
    example: 'wat heeft het AB besloten over de tarieven?',
    all: ['besloten'],
    any: ['wat', 'welke', 'vraag', 'toon'],
    none: [...aboutAfspraak, 'rapporteren', 'wanneer'],
  },

  // --- stukken maken
  { intent: 'exporteren', example: 'exporteer de lopende afspraken naar excel', all: ['exporteer'] },
  { intent: 'uitleg', example: 'wat is een RIB?', all: ['uitleg', '@brief', '@onderwerp'], none: ['@naam'] },
  {
    intent: 'rapportage.opstellen',
    example: 'maak een raadsinformatiebrief over RegIT',
    all: ['@brief'],
    none: ['welke', 'wanneer'],
  },
  {
    intent: 'rapportage.opstellen',
    example: 'stel een rapportage voor de raad op',
    all: ['maak'],
    any: ['rapporteren', 'naar_raad', '@stuk'],
    none: ['welke', 'wanneer', 'vraag', 'afspraak'],
  },

  // --- afspraken wijzigen
  {
    intent: 'afspraak.wijzigen',
    example: 'draag alle afspraken van Jansen over aan Bakker',
    all: ['draag_over'],
    none: ['vraag', 'welke'],
  },
  {
    intent: 'afspraak.wijzigen',
    example: 'zet de status van het exitscenario op afgerond',
    all: ['^wijzig'],
    none: ['vraag', 'welke'],
  },
  {
    intent: 'afspraak.wijzigen',
    example: 'de DVO met Assen verlengen tot 2029',
    all: ['wijzig'],
    any: ['@veld', '@status', 'naar@datum'],
    none: ['vraag', 'welke', 'hoeveel', 'toon'],
  },

  // --- wie en waar
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
    example: 'wanneer loopt het contract met Assen af?',
    all: ['wanneer'],
    any: ['enkel', '@naam'],
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
    any: [...aboutAfspraak, '@stuk', 'status:te_laat', 'eindigen', 'mijn'],
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
    any: ['kort', 'toon', 'wat', 'alle', 'welke', '@datum'],
  },
  { intent: 'help', example: 'hoi, wat kun jij allemaal?', any: ['help'] },
  { intent: 'dank', example: 'mooi, dank je', any: ['^dank'] },
  { intent: 'annuleren', example: 'nee, laat maar even', any: ['^annuleer'] },
  {
    intent: 'buiten_scope',
    example: 'hoeveel inwoners heeft Assen?',
    all: ['vraag'],
    any: ['wanneer', 'wat', 'wie', 'waar', 'hoeveel', 'welke', 'uitleg'],
    none: ['kort'],
  },
];

const fits = (rule: IntentRule, signs: Signs): boolean =>
  (rule.all ?? []).every((sign) => signs.has(sign)) &&
  (rule.any === undefined || rule.any.some((sign) => signs.has(sign))) &&
  !(rule.none ?? []).some((sign) => signs.has(sign));

/** The rule that decides; `undefined` when none fits: the sentence is not understood. */
export const ruleFor = (signs: Signs): IntentRule | undefined => intentRules.find((rule) => fits(rule, signs));
