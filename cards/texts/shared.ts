import type { Language, Sentences } from '../../services/taal/language.ts';
import { mixed, type PlainText } from '../foreign-text.ts';
import { type OwnText, own } from '../own-text.ts';

/** Words that more than one card uses: names of fields, buttons and pages. */
const nl = {
  nobody: own`nog niemand`,
  uitersteOpzegdatum: own`Laatste dag om op te zeggen`,
  vorm: own`Vorm`,
  orgaan: own`Orgaan`,
  rsin: own`RSIN`,
  doel: own`Doel`,
  beleidsterreinen: own`Beleidsterreinen`,
  yes: own`ja`,
  no: own`nee`,
  teLaat: own`⚠ Te laat`,
  page: (page: number, pages: number): OwnText => own`Pagina ${page} van ${pages}`,
  previous: own`Vorige`,
  next: own`Volgende`,
  show: (code: OwnText): OwnText => own`Toon ${code}`,
  showVerband: own`Toon `,
  openDocument: own`Open document`,
  andMore: (more: number): OwnText => own`en nog ${more}`,
  since: (day: PlainText): PlainText => mixed`sinds ${day}`,
  past: (day: PlainText): PlainText => mixed`${day} (voorbij)`,
  recordBesluit: own`Besluit vastleggen`,
  edit: own`Wijzigen`,
  verify: own`Verifieer`,
};

const en: typeof nl = {
  nobody: own`nobody yet`,
  uitersteOpzegdatum: own`Last day to give notice`,
  vorm: own`Legal form`,
  orgaan: own`Body`,
  rsin: own`RSIN`,
  doel: own`Purpose`,
  beleidsterreinen: own`Policy areas`,
  yes: own`yes`,
  no: own`no`,
  teLaat: own`⚠ Overdue`,
  page: (page, pages) => own`Page ${page} of ${pages}`,
  previous: own`Previous`,
  next: own`Next`,
  show: (code) => own`Show ${code}`,
  showVerband: own`Show `,
  openDocument: own`Open document`,
  andMore: (more) => own`and ${more} more`,
  since: (day) => mixed`since ${day}`,
  past: (day) => mixed`${day} (past)`,
  recordBesluit: own`Record a decision`,
  edit: own`Change`,
  verify: own`Verify`,
};

export const sharedTexts: Sentences<typeof nl> = { nl, en };

/** The language a card is in: Frisian cards are Dutch until every subject has been translated, so that no card is in two languages. */
export const cardLanguage = (language: Language): 'nl' | 'en' => (language === 'en' ? 'en' : 'nl');
