import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataFile } from '../../../services/package-root.ts';
import { NameIndex } from '../../../services/register/names.ts';
import type { Deelname, Organisatie, Organisatiesoort, Verband, Vorm } from '../../../services/register/types.ts';
import { LiveView } from '../../../services/register/view.ts';

/** The names of the national register, read from the reference data beside the project: what the reader is tried against. */

export const shared = (file: string): string => join(dataFile('..'), 'shared', 'data', file);

export const hasShared = (): boolean => existsSync(shared('regelingen-deelnemers-2026.csv'));

function rowsOf(text: string): string[][] {
  const rows: string[][] = [];
  const row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text.charAt(at + 1) === '"') cell += text.charAt(++at);
      else quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === ';' || sign === '\n') {
      row.push(cell);
      cell = '';
      if (sign === '\n') rows.push(row.splice(0));
    } else if (sign !== '\r') cell += sign;
  }
  return rows;
}

function soortOf(code: string, naam: string): Organisatiesoort {
  if (code.startsWith('gm')) return 'gemeente';
  if (code.startsWith('pv')) return 'provincie';
  if (code.startsWith('ws')) return 'waterschap';
  return /^gemeente /i.test(naam) ? 'gemeente' : 'overig';
}

const vormen: readonly string[] = ['OL', 'BVO', 'GO', 'RZM'];
const isVorm = (value: string): value is Vorm => vormen.includes(value);

export function northernNames(): NameIndex {
  const view = new LiveView();
  const deelnames = new Map<string, Deelname[]>();
  const verbanden = new Map<string, Omit<Verband, 'deelnemers'>>();
  const organisaties = new Map<string, Organisatie>();
  for (const row of rowsOf(readFileSync(shared('regelingen-deelnemers-2026.csv'), 'utf8')).slice(1)) {
    const [regelingId = '', naam = '', vorm = '', , , , orgaan = '', , deelnemer = '', code = ''] = row;
    const organisatie = code === '' ? `naam:${deelnemer.toLowerCase()}` : code;
    const tooi = code === '' ? {} : { tooi: code };
    organisaties.set(organisatie, {
      _id: organisatie,
      version: 1,
      naam: deelnemer,
      soort: soortOf(code, deelnemer),
      ...tooi,
    });
    deelnames.set(regelingId, [...(deelnames.get(regelingId) ?? []), { organisatie, bestuursorganen: [] }]);
    verbanden.set(regelingId, {
      _id: `v${regelingId}`,
      version: 1,
      naam,
      vorm: isVorm(vorm) ? vorm : 'overig',
      beleidsterreinen: [],
      regelingId,
      ...(orgaan === '' ? {} : { orgaan }),
    });
  }
  for (const organisatie of organisaties.values()) view.putOrganisatie(organisatie);
  for (const [id, verband] of verbanden) view.putVerband({ ...verband, deelnemers: deelnames.get(id) ?? [] });
  return new NameIndex(view);
}
