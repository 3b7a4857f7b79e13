import type { Sentences } from '../../taal/language.ts';
import type { AnyReason, ImportReport, Notice, NoticeReason, Problem, Unreadable, UnreadableReason } from './report.ts';

/** Sentences about an import, for the command line and the chat. */

export interface ImportTexts {
  /** One line with the counts. */
  summary(report: ImportReport): string;
  /** One problem of one row; `row` as a spreadsheet counts. */
  rejection(row: number, problem: Problem<AnyReason>): string;
  notice(notice: Notice): string;
  /** Why the whole file could not be read; says what to do next. */
  unreadable(problem: Unreadable): string;
}

const list = (values: readonly string[]): string => values.join('; ');

const reasonNl: Readonly<Record<AnyReason, string>> = {
  required: 'deze cel moet ingevuld zijn',
  too_long: 'de tekst is te lang; kort hem in',
  not_a_code: 'dit is geen geldige code',
  duplicate_code: 'deze code staat al eerder in het bestand',
  unknown_choice: 'dit woord staat niet in de keuzelijst',
  unknown_verband: 'dit verband is niet bekend',
  ambiguous_verband: 'dit kan meer dan één verband zijn; schrijf de volledige naam',
  unknown_organisatie: 'deze organisatie is niet bekend',
  ambiguous_organisatie: 'dit kan meer dan één organisatie zijn; schrijf de volledige naam of de TOOI-code',
  no_partijen: 'er zijn geen partijen, en het verband heeft geen deelnemers',
  not_a_date: 'dit is geen bestaande datum; schrijf bijvoorbeeld 01-03-2027',
  not_a_period: 'dit is geen termijn; schrijf bijvoorbeeld 6 maanden',
  not_yes_or_no: 'schrijf ja of nee',
  not_an_email: 'dit is geen e-mailadres; schrijf Naam <adres>',
  not_https: 'dit is geen https-link',
  reces_reversed: 'de laatste dag ligt voor de eerste',
  reces_too_long: 'een reces duurt hooguit 100 dagen; kijk naar de jaren',
  reces_overlaps: 'dit reces overlapt een ander reces van dezelfde organisatie in dit bestand',
  too_many_recessen: 'deze organisatie heeft al 80 recessen; haal oude weg met reces in Teams',
  too_many_cells: 'deze rij heeft meer cellen dan de kopregel',
};

const reasonEn: Readonly<Record<AnyReason, string>> = {
  required: 'this cell must be filled in',
  too_long: 'the text is too long; shorten it',
  not_a_code: 'this is not a valid code',
  duplicate_code: 'this code occurs earlier in the file',
  unknown_choice: 'this word is not in the list of choices',
  unknown_verband: 'this partnership is not known',
  ambiguous_verband: 'this could be more than one partnership; write the full name',
  unknown_organisatie: 'this organisation is not known',
  ambiguous_organisatie: 'this could be more than one organisation; write the full name or the TOOI code',
  no_partijen: 'there are no parties, and the partnership has no participants',
  not_a_date: 'this is not an existing date; write for example 01-03-2027',
  not_a_period: 'this is not a period; write for example 6 maanden',
  not_yes_or_no: 'write ja or nee',
  not_an_email: 'this is not an e-mail address; write Name <address>',
  not_https: 'this is not an https link',
  reces_reversed: 'the last day is before the first',
  reces_too_long: 'a recess lasts at most 100 days; look at the years',
  reces_overlaps: 'this recess overlaps another one of the same organisation in this file',
  too_many_recessen: 'this organisation has 80 recesses; remove old ones with reces in Teams',
  too_many_cells: 'this row has more cells than the header',
};

const noticeNl: Readonly<Record<NoticeReason, string>> = {
  unknown_column: 'kolom is niet bekend en is overgeslagen',
  read_as_windows_1252: 'het bestand was geen UTF-8 en is gelezen als Windows-1252',
  same_row_twice: 'rij staat er dubbel in en is één keer meegenomen',
  partij_not_deelnemer: 'partij is geen deelnemer van het verband; wel opgenomen',
  ends_before_start: 'einddatum ligt voor de ingangsdatum; wel opgenomen',
  deelnemer_without_code: 'deelnemer heeft geen TOOI-code; opgenomen op naam',
  toetreding_after_start: 'toetreding is later dan de start van de regeling',
  toetreding_before_start:
    'toetreding is eerder dan de start van de regeling (vaak een nieuwe versie van een oude regeling)',
  no_doel: 'regeling heeft geen doel',
  unknown_vorm: 'vorm is niet bekend; opgenomen als overig',
  leading_zeros_restored: 'nummer miste nullen aan het begin; die zijn teruggezet',
  rows_disagree: 'rijen van dezelfde regeling of organisatie spreken elkaar tegen; de eerste telt',
  deelnemer_gone: 'deelnemer staat niet meer in het bestand en is uit het verband gehaald',
};

const noticeEn: Readonly<Record<NoticeReason, string>> = {
  unknown_column: 'column is not known and was skipped',
  read_as_windows_1252: 'the file was not UTF-8 and was read as Windows-1252',
  same_row_twice: 'row occurs twice and was taken once',
  partij_not_deelnemer: 'party does not take part in the partnership; taken in all the same',
  ends_before_start: 'end date is before the start date; taken in all the same',
  deelnemer_without_code: 'participant has no TOOI code; taken in by name',
  toetreding_after_start: 'accession is later than the start of the regeling',
  toetreding_before_start: 'accession is earlier than the start of the regeling (often a new version of an old one)',
  no_doel: 'regeling has no purpose filled in',
  unknown_vorm: 'legal form is not known; taken in as overig',
  leading_zeros_restored: 'number missed zeros at its start; they were put back',
  rows_disagree: 'rows of the same regeling or organisation contradict each other; the first counts',
  deelnemer_gone: 'participant is no longer in the file and was taken out of the partnership',
};

const unreadableNl: Readonly<Record<UnreadableReason, string>> = {
  empty: 'Het bestand is leeg.',
  too_large: 'Het bestand is te groot. Splits het in delen.',
  too_many_rows: 'Het bestand heeft te veel rijen of kolommen. Splits het in delen.',
  not_text: 'Dit is geen CSV, Excel of JSON. Sla het op als CSV (UTF-8) of als .xlsx.',
  broken_quotes: 'De aanhalingstekens in het CSV-bestand kloppen niet. Sla het opnieuw op uit Excel.',
  broken_json: 'Dit JSON-bestand heeft niet de vorm van een export van Ketenregie.',
  broken_xlsx: 'Dit Excel-bestand is beschadigd. Open het in Excel en sla het opnieuw op als .xlsx.',
  old_or_protected_excel: 'Dit is een oud of beveiligd Excel-bestand. Sla het op als .xlsx zonder wachtwoord.',
  zip_refused: 'Dit Excel-bestand is niet veilig te openen. Sla alleen het blad met de rijen op in een nieuw bestand.',
  takes_too_much:
    'Dit Excel-bestand vraagt te veel geheugen of tijd. Sla alleen het blad met de rijen op, of splits het.',
  unknown_form: 'De kopregel hoort niet bij Afspraken, Regelingen of Recessen. Zet de kolomnamen in de eerste rij.',
  besluiten_table:
    'Dit is een lijst van besluiten om te lezen. Het besluitenregister komt alleen heel terug, uit een uitvoer als JSON (.json).',
  missing_column: 'Er ontbreekt een kolom. Voeg toe',
  duplicate_column: 'Een kolom staat er twee keer in. Haal er een weg',
};

const unreadableEn: Readonly<Record<UnreadableReason, string>> = {
  empty: 'The file is empty.',
  too_large: 'The file is too large. Split it.',
  too_many_rows: 'The file has too many rows or columns. Split it.',
  not_text: 'This is not CSV, Excel or JSON. Save it as CSV (UTF-8) or as .xlsx.',
  broken_quotes: 'The quotes in the CSV file do not match. Save it again from Excel.',
  broken_json: 'This JSON file does not have the form of a Ketenregie export.',
  broken_xlsx: 'This Excel file is damaged. Open it in Excel and save it again as .xlsx.',
  old_or_protected_excel: 'This is an old or protected Excel file. Save it as .xlsx without a password.',
  zip_refused: 'This Excel file is not safe to open. Save only the sheet with the rows in a new file.',
  takes_too_much: 'This Excel file needs too much memory or time. Save only the sheet with the rows, or split it.',
  unknown_form:
    'The header belongs to none of Afspraken, Regelingen and Recessen. Put the column names in the first row.',
  besluiten_table:
    'This is a list of decisions to read. The register of decisions only comes back whole, from an export as JSON (.json).',
  missing_column: 'A column is missing. Add',
  duplicate_column: 'A column occurs twice. Remove one',
};

const withDetail = (sentence: string, { reason, detail }: Unreadable): string =>
  reason === 'missing_column' || reason === 'duplicate_column' ? `${sentence}: ${detail ?? ''}.` : sentence;

export const importTexts: Sentences<ImportTexts> = {
  nl: {
    summary: ({ dryRun, form, read, added, changed, unchanged, rejected }) => {
      const rows = { regelingen: 'deelnames', afspraken: 'afspraken', recessen: 'recessen' }[form];
      const counts = `${read} ${rows} gelezen: ${added} nieuw, ${changed} gewijzigd, ${unchanged} gelijk, ${rejected.length} geweigerd.`;
      return dryRun ? `${counts} Er is niets weggeschreven.` : counts;
    },
    rejection: (row, { column, value, reason, nearest = [] }) => {
      const where = column === '' ? `Rij ${row}` : `Rij ${row}, ${column}`;
      const shown = value === '' ? '' : ` "${value}"`;
      return `${where}${shown}: ${reasonNl[reason]}.${nearest.length > 0 ? ` Bedoel je: ${list(nearest)}?` : ''}`;
    },
    notice: ({ reason, count, rows, values }) =>
      `${count}× ${noticeNl[reason]}${values.length > 0 ? `: ${list(values)}` : ''}${rows.length > 0 ? ` (rij ${rows.join(', ')}${count > rows.length ? ' …' : ''})` : ''}.`,
    unreadable: (problem) => withDetail(unreadableNl[problem.reason], problem),
  },
  en: {
    summary: ({ dryRun, form, read, added, changed, unchanged, rejected }) => {
      const rows = { regelingen: 'participations', afspraken: 'afspraken', recessen: 'recesses' }[form];
      const counts = `${read} ${rows} read: ${added} new, ${changed} changed, ${unchanged} the same, ${rejected.length} rejected.`;
      return dryRun ? `${counts} Nothing was written.` : counts;
    },
    rejection: (row, { column, value, reason, nearest = [] }) => {
      const where = column === '' ? `Row ${row}` : `Row ${row}, ${column}`;
      const shown = value === '' ? '' : ` "${value}"`;
      return `${where}${shown}: ${reasonEn[reason]}.${nearest.length > 0 ? ` Did you mean: ${list(nearest)}?` : ''}`;
    },
    notice: ({ reason, count, rows, values }) =>
      `${count}× ${noticeEn[reason]}${values.length > 0 ? `: ${list(values)}` : ''}${rows.length > 0 ? ` (row ${rows.join(', ')}${count > rows.length ? ' …' : ''})` : ''}.`,
    unreadable: (problem) => withDetail(unreadableEn[problem.reason], problem),
  },
};
