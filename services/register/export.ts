import { stringify } from 'csv-stringify/sync';
import writeXlsxFile from 'write-excel-file/node';
import {
  type AfspraakColumn,
  afspraakColumns,
  type KetenColumn,
  ketenColumns,
  regelingColumns,
} from './import/columns.ts';
import { withGuard } from './import/formula-guard.ts';
import { NameIndex } from './names.ts';
import type { Afspraak, Eigenaar, Organisatie, RegisterView, Verband } from './types.ts';

/** The register as a file in the forms of CONTRACT §5, so that importing it again gives the same register. */

export type ExportWhat = 'afspraken' | 'verbanden';
export type ExportFormat = 'csv' | 'xlsx' | 'json';

interface Sheet {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A name that is read back as the same organisatie; its TOOI code where the name alone does not say which. */
export function organisatieCell(organisatie: Organisatie | undefined, names: NameIndex): string {
  if (organisatie === undefined) return '';
  const found = names.resolveOrganisatie(organisatie.naam);
  const clear = found.kind === 'found' && found.organisatie._id === organisatie._id && !organisatie.naam.includes('|');
  return clear ? organisatie.naam : (organisatie.tooi ?? organisatie.naam);
}

function verbandCell(verband: Verband | undefined, names: NameIndex): string {
  if (verband === undefined) return '';
  const found = names.resolveVerband(verband.naam);
  return found.kind === 'found' && found.verband._id === verband._id ? verband.naam : verband.regelingId;
}

export const personCell = ({ naam, email }: Eigenaar): string => (email === undefined ? naam : `${naam} <${email}>`);

const yesNo = (value: boolean | undefined): string => (value === undefined ? '' : value ? 'ja' : 'nee');

type AfspraakCells = Readonly<Record<AfspraakColumn, string>>;

/** How ids are written in a cell. */
interface CellNames {
  readonly organisatie: (id: string) => string;
  readonly verband: (id: string) => string;
}

const rowOf = (afspraak: Afspraak, { organisatie, verband }: CellNames): AfspraakCells => ({
  code: afspraak._id,
  titel: afspraak.titel,
  soort: afspraak.soort,
  verband: verband(afspraak.verband),
  partijen: afspraak.partijen.map(organisatie).join('|'),
  eigenaar: afspraak.eigenaar === undefined ? '' : personCell(afspraak.eigenaar),
  plaatsvervanger: afspraak.plaatsvervanger === undefined ? '' : personCell(afspraak.plaatsvervanger),
  status: afspraak.status,
  ingangsdatum: afspraak.ingangsdatum ?? '',
  einddatum: afspraak.einddatum ?? '',
  opzegtermijn: afspraak.opzegtermijn ?? '',
  stilzwijgend: yesNo(afspraak.stilzwijgend),
  herijking: afspraak.herijking ?? '',
  ritme: afspraak.ritme ?? '',
  rapportage_aan: afspraak.rapportageAan.join('|'),
  rapportagedatum: afspraak.rapportagedatum ?? '',
  rapportageritme: afspraak.rapportageritme ?? '',
  vertrouwelijkheid: afspraak.vertrouwelijkheid,
  document: afspraak.document ?? '',
  tekst: afspraak.tekst ?? '',
});

/** One afspraak as its row of the form Afspraken: what a form to change it opens with. The import reads the same afspraak back. */
export const afspraakCells = (afspraak: Afspraak, view: RegisterView, names: NameIndex): AfspraakCells =>
  rowOf(afspraak, {
    organisatie: (id) => organisatieCell(view.organisatie(id), names),
    verband: (id) => verbandCell(view.verband(id), names),
  });

function afsprakenSheet(afspraken: Iterable<Afspraak>, view: RegisterView): Sheet {
  const names = new NameIndex(view);
  // The same few hundred names recur in every row.
  const cells = new Map<string, string>();
  const cached = (id: string, make: () => string): string => {
    const cell = cells.get(id) ?? make();
    cells.set(id, cell);
    return cell;
  };
  const organisatie = (id: string): string => cached(id, () => organisatieCell(view.organisatie(id), names));
  const verband = (id: string): string => cached(id, () => verbandCell(view.verband(id), names));
  const rows = [...afspraken].map((afspraak) => {
    const row = rowOf(afspraak, { organisatie, verband });
    return afspraakColumns.map((column) => row[column]);
  });
  return { columns: afspraakColumns, rows };
}

/** The cells of our own, on the row of this deelnemer. */
function ketenRow({ keten }: Verband, organisatie: string): Readonly<Record<KetenColumn, string>> {
  const cell = (person: Eigenaar | undefined): string => (person === undefined ? '' : personCell(person));
  const at = keten?.schakels.findIndex((schakel) => schakel.organisatie === organisatie) ?? -1;
  const contact = keten?.schakels[at]?.contact;
  return {
    ketenmodel: keten?.model ?? '',
    regisseur: cell(keten?.regisseur),
    coordinator: cell(keten?.coordinator),
    plaatsvervanger: cell(keten?.plaatsvervanger),
    schakel: at < 0 ? '' : `${at + 1}${contact === undefined ? '' : `: ${personCell(contact)}`}`,
  };
}

function verbandenSheet(view: RegisterView): Sheet {
  // Where nobody has said how a verband works together, the sheet is the form of the national register and no more.
  const more = view.verbanden.some(({ keten }) => keten !== undefined) ? ketenColumns : [];
  const rows = view.verbanden.flatMap((verband) =>
    verband.deelnemers.map(({ organisatie, toetreding, bestuursorganen }) => {
      const deelnemer = view.organisatie(organisatie);
      const row: Readonly<Record<(typeof regelingColumns)[number], string>> = {
        regeling_id: verband.regelingId,
        regeling: verband.naam,
        vorm: verband.vorm,
        doel: verband.doel ?? '',
        beleidsterrein: verband.beleidsterreinen.join(' / '),
        ingangsdatum: verband.ingangsdatum ?? '',
        orgaan: verband.orgaan ?? '',
        rsin_orgaan: verband.rsin ?? '',
        deelnemer: deelnemer?.naam ?? '',
        deelnemer_code: deelnemer?.tooi ?? '',
        toetreding: toetreding ?? '',
        bestuursorganen: bestuursorganen.join(', '),
      };
      const own = ketenRow(verband, organisatie);
      return [...regelingColumns.map((column) => row[column]), ...more.map((column) => own[column])];
    }),
  );
  return { columns: [...regelingColumns, ...more], rows };
}

/**
 * `_x0041_` in a text would be read back as the character it stands for: Excel's own escape keeps it a text. The same escape
 * hides a text such as `toString`, which the library that writes takes for a string it has already written.
 */
function escapeXlsx(cell: string): string {
  const escaped = cell.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  return escaped in {} ? `_x${escaped.charCodeAt(0).toString(16).padStart(4, '0')}_${escaped.slice(1)}` : escaped;
}

function xlsxRows({ columns, rows }: Sheet) {
  const cell = (value: string) => (value === '' ? null : { value: escapeXlsx(withGuard(value)), type: String });
  const header = columns.map((name) => ({ value: name, type: String, fontWeight: 'bold' as const }));
  return [header, ...rows.map((row) => row.map(cell))];
}

const toXlsx = (sheet: Sheet): Promise<Uint8Array> => writeXlsxFile(xlsxRows(sheet), { stickyRowsCount: 1 }).toBuffer();

function toCsv({ columns, rows }: Sheet): Uint8Array {
  const text = stringify([columns, ...rows.map((row) => row.map(withGuard))], {
    delimiter: ';',
    bom: true,
    quoted_string: true,
    record_delimiter: 'windows',
  });
  return new TextEncoder().encode(text);
}

function toJson({ columns, rows }: Sheet): Uint8Array {
  const rijen = rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at] ?? ''])));
  return new TextEncoder().encode(`${JSON.stringify({ rijen }, undefined, 1)}\n`);
}

function encode(sheet: Sheet, format: ExportFormat): Promise<Uint8Array> | Uint8Array {
  switch (format) {
    case 'csv':
      return toCsv(sheet);
    case 'xlsx':
      return toXlsx(sheet);
    case 'json':
      return toJson(sheet);
  }
}

/**
 * The whole register as the bytes of a file: `;`-CSV with BOM, XLSX with every cell as text, or JSON `{rijen: [{column: text}]}`.
 * `importFile` reads each of them back without loss. What a spreadsheet would run as a formula gets a `'` before it (CSV and
 * XLSX); import takes it away again.
 *
 * @param afspraken only these instead of all: what an asker may see, or what one question found. Leave it out for an export by
 *   the administrator alone.
 */
export async function exportRegister(
  view: RegisterView,
  what: ExportWhat,
  format: ExportFormat,
  afspraken: readonly Afspraak[] = what === 'afspraken' ? view.findAfspraken({}) : [],
): Promise<Uint8Array> {
  return encode(what === 'afspraken' ? afsprakenSheet(afspraken, view) : verbandenSheet(view), format);
}

/** A table of another room (besluiten) in the same three formats, with the same guard against formulas. */
export const exportTable = async (
  table: { readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] },
  format: ExportFormat,
): Promise<Uint8Array> => encode({ columns: table.header, rows: table.rows }, format);

/** One workbook with a sheet for afspraken, one for verbanden and one for each table given; `importSheets` reads them back. */
export function exportWorkbook(
  view: RegisterView,
  tables: readonly {
    readonly name: string;
    readonly header: readonly string[];
    readonly rows: readonly (readonly string[])[];
  }[],
): Promise<Uint8Array> {
  const sheets = [
    { name: 'Afspraken', ...afsprakenSheet(view.findAfspraken({}), view) },
    { name: 'Verbanden', ...verbandenSheet(view) },
    ...tables.map(({ name, header, rows }) => ({ name, columns: header, rows })),
  ];
  return writeXlsxFile(
    sheets.map((sheet) => ({ data: xlsxRows(sheet), sheet: sheet.name, stickyRowsCount: 1 })),
  ).toBuffer();
}
