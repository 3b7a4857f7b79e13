import { fixedClock } from '../../../services/clock.ts';
import { DryRun } from '../../../services/register/import/dry-run.ts';
import type { ImportDeps } from '../../../services/register/import/import-deps.ts';
import { importFile } from '../../../services/register/import/import-file.ts';
import type { ImportReport } from '../../../services/register/import/report.ts';
import { loadRegister, type Register } from '../../../services/register/register.ts';
import { openMemoryStore } from '../../fakes/memory-store.ts';

/** What the tests of this room share. */

export const timeZone = 'Europe/Amsterdam';
export const now = Date.UTC(2026, 10, 23, 9);

export async function emptyRegister(): Promise<Register> {
  return loadRegister(openMemoryStore(), { timeZone });
}

export const depsOf = (register: Register): ImportDeps => ({ register, clock: fixedClock(now), timeZone, by: 'Proef' });

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Imports text or bytes; a file that cannot be read fails the test. */
export async function importInto(
  register: Register,
  content: string | Uint8Array,
  name = 'proef.csv',
  dryRun = false,
): Promise<ImportReport> {
  const bytes = typeof content === 'string' ? bytesOf(content) : content;
  const report = await importFile({ name, bytes }, depsOf(register), dryRun ? { dryRun: new DryRun() } : {});
  if (report.kind === 'unreadable') throw new TypeError(`unreadable: ${report.reason} ${report.detail ?? ''}`);
  return report;
}

/** A small invented register of regelingen: two gemeenten, a provincie of the same name, a waterschap, a body without a code. */
export const smallRegelingen = [
  'regeling_id;regeling;vorm;doel;beleidsterrein;ingangsdatum;orgaan;rsin_orgaan;deelnemer;deelnemer_code;toetreding;bestuursorganen',
  '100;Gemeenschappelijke regeling Proefdienst Zuid;BVO;Samen proeven;zorg en gezondheid / verkeer;2020-01-01;Proefdienst Zuid;001234567;Gemeente Proefstad;gm9001;2020-01-01;College van burgemeester en wethouders',
  '100;Gemeenschappelijke regeling Proefdienst Zuid;BVO;Samen proeven;zorg en gezondheid / verkeer;2020-01-01;Proefdienst Zuid;001234567;Gemeente Boswijk;gm9002;2021-07-01;College van burgemeester en wethouders, Gemeenteraad',
  '101;Gemeenschappelijke regeling Waterproef 2024;OL;;;2024-01-01;Waterproef;;Provincie Proefstad;pv99;2020-01-01;Gedeputeerde staten',
  "101;Gemeenschappelijke regeling Waterproef 2024;OL;;;2024-01-01;Waterproef;;Beek en Aa's;ws9901;2024-01-01;Dagelijks bestuur",
  '101;Gemeenschappelijke regeling Waterproef 2024;OL;;;2024-01-01;Waterproef;;Stichting Zonder Code;;2024-01-01;',
].join('\r\n');

export const smallRegister = async (): Promise<Register> => {
  const register = await emptyRegister();
  await importInto(register, smallRegelingen);
  return register;
};
