import { aboutAfspraak, type IntentRule, planningPieces } from './intent-rule.ts';
import { rulesForHerinneringen } from './intent-rules-herinneringen.ts';
import { rulesForWijzigen } from './intent-rules-wijzigen.ts';

/** Rules for what is said or asked to be done: the conversation itself, herinneringen, zienswijzen, besluiten, letters, changes. */

export const rulesForActs: readonly IntentRule[] = [
  // --- the conversation itself
  { intent: 'annuleren', example: 'laat maar', all: ['alleen:annuleer'] },
  { intent: 'help', example: 'help', any: ['alleen:help', 'alleen:groet'] },
  {
    intent: 'help',
    example: 'hoe kan ik een afspraak zoeken?',
    all: ['hoe_ik'],
    any: ['afspraak', 'besluit', 'herinnering', 'exporteer', 'toon', 'legvast', 'zienswijze'],
    none: ['@naam', '@datum', 'uitleg'],
  },
  { intent: 'dank', example: 'top, dank je wel!', any: ['alleen:dank'] },
  {
    intent: 'dank',
    example: 'bedankt voor de hulp',
    all: ['^dank'],
    none: ['vraag', '@soort', 'afspraak', 'besluit', '@datum'],
  },

  ...rulesForHerinneringen,

  // --- escalatie
  {
    intent: 'buiten_scope',
    example: 'ik wil een klacht over mijn buren indienen',
    all: ['escaleer', 'buiten:inwoner'],
    none: ['@naam'],
  },
  {
    intent: 'escalatie.melden',
    example: 'er is een probleem met RegIT dat naar de bestuurder moet',
    all: ['probleem', '@niveau'],
    none: ['wie', 'welke', '^toon', 'besluit'],
  },
  {
    intent: 'escalatie.melden',
    example: 'ik kom er niet uit met de GGD, kan dit naar de wethouder?',
    all: ['naar@niveau', '@verband'],
    any: ['verwijzing', 'help'],
    none: ['wie', 'welke', '^toon', 'besluit', 'maak', '@brief', '^stuur', 'document', 'herinner', 'stuur_me'],
  },
  { intent: 'escalatie.melden', example: 'ik wil escaleren naar de portefeuillehouder', all: ['escaleer'] },

  {
    intent: 'rapportage.opstellen',
    example: 'maak een raadsbrief over de zienswijze op de kadernota',
    all: ['@brief', 'maak'],
    none: ['welke', 'wanneer', 'vraag', 'legvast', '@besluitcode'],
  },

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
  {
    intent: 'zienswijze.vastleggen',
    example: 'leg vast: raad Emmen is negatief over de kadernota',
    all: ['@standpunt', 'legvast'],
    any: planningPieces,
    none: ['vraag', 'welke', 'besluit', 'orgaan:college', 'orgaan:AB', 'orgaan:DB', 'orgaan:bestuur', 'orgaan:MT'],
  },
  {
    intent: 'zienswijze.tonen',
    example: 'welke raden zijn negatief over de kadernota?',
    all: ['@standpunt', 'vraag', 'orgaan:raad'],
    any: planningPieces,
    none: ['legvast', 'wanneer', 'besluit', 'besloten'],
  },
  {
    intent: 'zienswijze.tonen',
    example: 'wat vindt Assen van de kadernota?',
    all: ['mening'],
    any: planningPieces,
    none: ['legvast', '@buiten'],
  },
  { intent: 'zienswijze.tonen', example: 'welke zienswijzen zijn er op de kadernota?', all: ['zienswijze'] },

  {
    intent: 'besluit.vastleggen',
    example: 'registreer dat de raad van Coevorden toestemming heeft gegeven',
    all: ['^legvast', 'besloten', '@orgaan'],
    none: ['vraag', 'welke', '@besluitcode', '@status'],
  },

  // --- nieuwe afspraken
  {
    intent: 'afspraak.aanmaken',
    example: 'nieuwe afspraak: kwartaaloverleg',
    all: ['nieuw'],
    any: ['afspraak', '@soort', '^nieuw'],
    none: ['vraag', 'welke', '^toon', 'besluit'],
  },

  {
    intent: 'afspraak.wijzigen',
    example: 'de evaluatie is afgerond, verwerk dat',
    all: ['legvast'],
    any: ['status:afgerond', 'status:opgezegd', 'status:vervallen'],
    none: ['besluit', 'besloten', '@orgaan', 'vraag', 'welke'],
  },
  {
    intent: 'afspraak.aanmaken',
    example: 'noteer: kwartaalgesprek met GGD Drenthe',
    all: ['legvast'],
    any: ['@herhaling', '@soort', 'afspraak'],
    none: ['uitleg', 'besluit', 'besloten', '@orgaan', 'vraag', 'welke', '^wijzig'],
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
    none: ['nog', 'vraag', 'welke', 'wat', '^toon', 'toon', 'besluit', 'afspraak'],
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
    example: 'heeft het college al besloten over de business case?',
    all: ['besloten', 'vraag'],
    any: ['@orgaan', 'over'],
    none: ['afspraak', 'rapporteren', 'wanneer', '@veld', 'moet'],
  },
  {
    intent: 'besluit.tonen',
    example: 'wie heeft dat besloten?',
    all: ['besloten', 'verwijzing'],
    any: ['wie', 'wanneer', 'waar'],
    none: ['@naam', '@orgaan', 'over', ...aboutAfspraak, 'moet', '@datum', '@stuk'],
  },
  {
    intent: 'besluit.zoeken',
    example: 'wanneer is besloten om ONS te verlaten?',
    all: ['besloten', 'wanneer', 'vraag', '@verband'],
    none: ['moet', '@veld', 'afspraak', '@soort', ...planningPieces, 'eindigen'],
  },
  {
    intent: 'besluit.zoeken',
    example: 'wanneer heeft het college besloten over de DVO met Emmen?',
    all: ['besloten', 'wanneer', 'vraag'],
    any: ['@orgaan', 'over'],
    none: ['moet', '@veld', 'afspraak', ...planningPieces],
  },
  {
    intent: 'besluit.zoeken',
    example: 'wat heeft het AB besloten over de tarieven?',
    all: ['besloten'],
    any: ['wat', 'welke', 'vraag', 'toon', 'nog'],
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
    example: 'maak een rapportage voor het college over de afspraken met Assen',
    all: ['^maak', 'rapporteren'],
    any: ['naar_raad', '@orgaan', 'over'],
    none: ['welke', 'wanneer', 'vraag', '@herhaling', 'nieuw'],
  },
  {
    intent: 'rapportage.opstellen',
    example: 'stel een rapportage voor de raad op',
    all: ['maak'],
    any: ['rapporteren', 'naar_raad', '@stuk'],
    none: ['welke', 'wanneer', 'vraag', 'afspraak'],
  },

  ...rulesForWijzigen,
];
