import type { Language, Sentences } from '../../services/taal/language.ts';
import { mixed, type PlainText } from '../foreign-text.ts';
import { type OwnText, own } from '../own-text.ts';

/** Words that more than one card uses: names of fields, buttons and pages. */
const nl = {
  verband: own`Verband`,
  partijen: own`Partijen`,
  soort: own`Soort`,
  status: own`Status`,
  eigenaar: own`Eigenaar`,
  nobody: own`nog niemand`,
  email: own`E-mail`,
  ingangsdatum: own`Ingangsdatum`,
  einddatum: own`Einddatum`,
  uitersteOpzegdatum: own`Opzeggen kan tot en met`,
  opzegtermijn: own`Opzegtermijn`,
  stilzwijgend: own`Stilzwijgende verlenging`,
  herijking: own`Herijking`,
  rapportagedatum: own`Rapportage`,
  ritme: own`Ritme van de herijking`,
  rapportageritme: own`Ritme van de rapportage`,
  rapportageAan: own`Rapportage aan`,
  vertrouwelijkheid: own`Vertrouwelijkheid`,
  tekst: own`Wat is afgesproken`,
  document: own`Document`,
  besluiten: own`Besluiten`,
  vorm: own`Vorm`,
  orgaan: own`Orgaan`,
  rsin: own`RSIN`,
  doel: own`Doel`,
  beleidsterreinen: own`Beleidsterreinen`,
  deelnemers: own`Deelnemers`,
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
  inDays: (days: number): OwnText => {
    if (days === 0) return own`vandaag`;
    if (days === 1) return own`morgen`;
    if (days === -1) return own`gisteren`;
    return days > 0 ? own`over ${days} dagen` : own`${-days} dagen geleden`;
  },
  recordBesluit: own`Besluit vastleggen`,
  verify: own`Verifieer`,
  help: own`Help`,
};

const en: typeof nl = {
  verband: own`Partnership`,
  partijen: own`Parties`,
  soort: own`Kind`,
  status: own`Status`,
  eigenaar: own`Owner`,
  nobody: own`nobody yet`,
  email: own`E-mail`,
  ingangsdatum: own`Start date`,
  einddatum: own`End date`,
  uitersteOpzegdatum: own`Notice possible up to and including`,
  opzegtermijn: own`Notice period`,
  stilzwijgend: own`Tacit renewal`,
  herijking: own`Review`,
  rapportagedatum: own`Report`,
  ritme: own`Rhythm of the review`,
  rapportageritme: own`Rhythm of the report`,
  rapportageAan: own`Reports to`,
  vertrouwelijkheid: own`Confidentiality`,
  tekst: own`What was agreed`,
  document: own`Document`,
  besluiten: own`Decisions`,
  vorm: own`Legal form`,
  orgaan: own`Body`,
  rsin: own`RSIN`,
  doel: own`Purpose`,
  beleidsterreinen: own`Policy areas`,
  deelnemers: own`Members`,
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
  inDays: (days) => {
    if (days === 0) return own`today`;
    if (days === 1) return own`tomorrow`;
    if (days === -1) return own`yesterday`;
    return days > 0 ? own`in ${days} days` : own`${-days} days ago`;
  },
  recordBesluit: own`Record a decision`,
  verify: own`Verify`,
  help: own`Help`,
};

export const sharedTexts: Sentences<typeof nl> = { nl, en };

/** The language a card is in: Frisian cards are Dutch until every subject has been translated, so that no card is in two languages. */
export const cardLanguage = (language: Language): 'nl' | 'en' => (language === 'en' ? 'en' : 'nl');
