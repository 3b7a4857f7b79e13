import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { NameIndex } from '../../../services/register/names.ts';
import type { Afspraak, Organisatie, Organisatiesoort, Verband, Vorm } from '../../../services/register/types.ts';
import { LiveView } from '../../../services/register/view.ts';
import { isSharedThere, needShared, sharedPath } from '../../shared-data.ts';

/**
 * The register of ../shared/data straight from the files, past the import: so that what a test expects of an answer leans on
 * nothing that the product wrote.
 */

export type Row = Readonly<Record<string, string>>;

const files = { regelingen: 'regelingen-deelnemers-2026.csv', afspraken: 'afspraken-noord.csv' } as const;

export const hasSharedRegister = (): boolean => isSharedThere(...Object.values(files));

/** Skips a test where the files are not there (in CI: fails it). */
export const needSharedRegister = (test: Mocha.Context): void => needShared(test, ...Object.values(files));

const readRows = (file: string): readonly Row[] =>
  parse(readFileSync(sharedPath(file), 'utf8'), { columns: true, delimiter: ';', bom: true });

const soortByCode: Readonly<Record<string, Organisatiesoort>> = {
  gm: 'gemeente',
  pv: 'provincie',
  ws: 'waterschap',
  mn: 'ministerie',
  so: 'samenwerking',
};

const idOf = (row: Row): string => row.deelnemer_code || `naam:${row.deelnemer?.toLowerCase()}`;
const given = (value: string | undefined): string | undefined =>
  value === undefined || value === '' ? undefined : value;
const optional = (row: Row, fields: readonly string[]): Record<string, string> =>
  Object.fromEntries(fields.flatMap((field) => (row[field] ? [[field, row[field]]] : [])));

const vormen: readonly Vorm[] = ['OL', 'BVO', 'GO', 'RZM'];

function verbandOf(rows: readonly Row[]): Verband {
  const [first = {}] = rows;
  const orgaan = given(first.orgaan);
  return {
    _id: `v${first.regeling_id}`,
    version: 1,
    naam: first.regeling ?? '',
    ...(orgaan === undefined ? {} : { orgaan }),
    vorm: vormen.find((vorm) => vorm === first.vorm) ?? 'overig',
    beleidsterreinen: (first.beleidsterrein ?? '').split(' / ').filter((one) => one !== ''),
    deelnemers: rows.map((row) => ({
      organisatie: idOf(row),
      ...optional(row, ['toetreding']),
      bestuursorganen: [row.bestuursorganen ?? ''],
    })),
    regelingId: first.regeling_id ?? '',
  };
}

const listOf = <T extends string>(value: string | undefined): readonly T[] =>
  (value ?? '').split('|').filter((one): one is T => one !== '');

/** ISO duration of `6 maanden`, `1 jaar`, `P6M`. */
function durationOf(text: string | undefined): { opzegtermijn?: string } {
  if (text?.startsWith('P')) return { opzegtermijn: text };
  const [, count, unit = ''] = /^(\d+) (maand|jaar)/.exec(text ?? '') ?? [];
  return count === undefined ? {} : { opzegtermijn: `P${count}${unit === 'jaar' ? 'Y' : 'M'}` };
}

export interface SharedRegister {
  readonly view: LiveView;
  readonly names: NameIndex;
  readonly afspraken: readonly Row[];
  readonly deelnames: readonly Row[];
}

export function loadSharedRegister(): SharedRegister {
  const deelnames = readRows(files.regelingen);
  const afspraken = readRows(files.afspraken);
  const view = new LiveView();
  const byRegeling = new Map<string, Row[]>();
  for (const row of deelnames) {
    const rows = byRegeling.get(row.regeling_id ?? '') ?? [];
    byRegeling.set(row.regeling_id ?? '', [...rows, row]);
    const soort = soortByCode[idOf(row).slice(0, 2)] ?? 'overig';
    const organisatie: Organisatie = { _id: idOf(row), version: 1, naam: row.deelnemer ?? '', soort };
    view.putOrganisatie(row.deelnemer_code ? { ...organisatie, tooi: row.deelnemer_code } : organisatie);
  }
  const ids = new Map<string, string>();
  const codes = new Map(deelnames.map((row) => [row.deelnemer ?? '', idOf(row)]));
  for (const rows of byRegeling.values()) {
    const verband = verbandOf(rows);
    view.putVerband(verband);
    for (const name of [verband.naam, verband.orgaan ?? '']) ids.set(name.toLowerCase(), verband._id);
  }
  for (const row of afspraken) view.putAfspraak(afspraakOf(row, view, ids, codes));
  return { view, names: new NameIndex(view), afspraken, deelnames };
}

function afspraakOf(
  row: Row,
  view: LiveView,
  ids: ReadonlyMap<string, string>,
  codes: ReadonlyMap<string, string>,
): Afspraak {
  const verband = ids.get(row.verband?.toLowerCase() ?? '') ?? '';
  const named = listOf(row.partijen).map((name) => codes.get(name) ?? name);
  const [, naam = '', email = ''] = /^(.*?)\s*<(.*)>$/.exec(row.eigenaar ?? '') ?? [];
  const plain: Partial<Afspraak> = {
    ...optional(row, [
      'tekst',
      'ingangsdatum',
      'einddatum',
      'herijking',
      'ritme',
      'rapportagedatum',
      'rapportageritme',
    ]),
    ...optional(row, ['document']),
  };
  return {
    ...plain,
    ...durationOf(row.opzegtermijn),
    ...(naam === '' ? {} : { eigenaar: { naam, email } }),
    _id: row.code ?? '',
    version: 1,
    titel: row.titel ?? '',
    soort: narrow<Afspraak['soort']>(row.soort),
    verband,
    partijen:
      named.length > 0 ? named : (view.verband(verband)?.deelnemers.map(({ organisatie }) => organisatie) ?? []),
    status: narrow<Afspraak['status']>(row.status || 'lopend'),
    rapportageAan: listOf(row.rapportage_aan),
    vertrouwelijkheid: narrow<Afspraak['vertrouwelijkheid']>(row.vertrouwelijkheid || 'intern'),
  };
}

/** The files hold only words of the form; what they hold is tested with the import. */
function narrow<T extends string>(word: string | undefined): T {
  const isWord = (value: string | undefined): value is T => value !== undefined;
  return isWord(word) ? word : narrow('');
}
