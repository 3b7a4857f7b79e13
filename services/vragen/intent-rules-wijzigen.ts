import { aboutAfspraak, type IntentRule } from './intent-rule.ts';

/** Rules for what changes an afspraak. Part of the rules for acts, and the last of them. */

export const rulesForWijzigen: readonly IntentRule[] = [
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
    example: 'verwijder de afspraak over de kadernota',
    all: ['verwijder'],
    any: [...aboutAfspraak, '@afspraakcode', '@rang'],
    none: ['vraag', 'welke', 'hoeveel', 'besluit', '@besluitcode', 'herinner', 'herinnering', 'toon'],
  },
  {
    intent: 'afspraak.wijzigen',
    example: 'de einddatum van de SLA moet een half jaar later',
    all: ['schuift'],
    any: ['@veld', 'soort:herijking'],
    none: ['vraag', 'welke', 'wanneer', 'herinner', 'herinnering', 'zienswijze', 'besluit', 'hoeveel'],
  },
  {
    intent: 'afspraak.wijzigen',
    example: 'de evaluatie van de GGD is klaar',
    all: ['meldt_klaar', 'enkel', 'status:afgerond'],
    none: ['vraag', 'welke', 'wanneer', 'toon', 'verwijzing', 'opsomming', 'besluit', 'herinner', 'geen'],
  },
  {
    intent: 'afspraak.wijzigen',
    example: 'AFS-2026-003 is afgerond',
    all: ['meldt_klaar', '@afspraakcode', 'status:afgerond'],
    none: ['vraag', 'welke', 'wanneer', 'toon', 'besluit', 'herinner', 'geen'],
  },
  {
    intent: 'afspraak.wijzigen',
    example: 'die SLA met RegIT is inmiddels afgerond',
    all: ['meldt_klaar', 'status:afgerond', '@naam'],
    any: aboutAfspraak,
    none: ['vraag', 'welke', 'wanneer', 'toon', 'opsomming', 'besluit', 'herinner', 'geen'],
  },
  {
    intent: 'afspraak.wijzigen',
    example: 'de einddatum van de SLA moet 31 december 2027 worden',
    all: ['@veld', 'moet', '$worden'],
    any: ['@dag', 'status:afgerond', 'status:vervallen', 'status:lopend', 'status:concept', 'veld:eigenaar'],
    none: ['vraag', 'welke', 'hoeveel', 'toon'],
  },
  {
    intent: 'afspraak.wijzigen',
    example: 'kan de einddatum van de DVO met Assen naar 1 mei 2028?',
    all: ['@veld', 'naar@dag'],
    none: ['vraag', 'welke', 'wanneer', 'herinner', 'herinnering', 'toon'],
  },
  {
    intent: 'afspraak.wijzigen',
    example: 'de herijking van de DVO met Emmen moet 1 juni 2027 zijn',
    all: ['soort:herijking', 'enkel', 'moet', '@dag', '$worden'],
    none: ['vraag', 'welke', 'hoeveel', 'toon', 'opsomming'],
  },
  {
    intent: 'afspraak.wijzigen',
    example: 'de DVO met Assen verlengen tot 2029',
    all: ['wijzig'],
    any: ['@veld', '@status', 'naar@datum', '@duur'],
    none: ['vraag', 'welke', 'hoeveel', 'toon'],
  },
];
