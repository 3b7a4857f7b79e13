import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { besluitRows } from '../../services/besluiten/export.ts';
import { recesRows } from '../../services/reces/keep-rows.ts';
import { type ExportFormat, exportRegister, exportTable, exportWorkbook } from '../../services/register/export.ts';
import { joinEverything } from './everything.ts';
import type { ExportChoice, ExportOptions } from './export-options.ts';
import { type Rooms, withRooms } from './open.ts';
import type { ExitCode, Terminal } from './terminal.ts';
import { cliTexts } from './texts.ts';

interface Exported {
  readonly bytes: Uint8Array;
  /** How many of each went in. */
  readonly counts: Readonly<Partial<Record<'afspraken' | 'verbanden' | 'besluiten' | 'recessen', number>>>;
}

/** `export`: the register and the besluiten as a file that can be read back. */
export async function runExport(file: string, options: ExportOptions, terminal: Terminal): Promise<ExitCode> {
  const format = formatOf(file);
  if (format === undefined) {
    terminal.say(cliTexts.unknownEnding);
    return 1;
  }
  if (format === 'csv' && options.what === 'alles') {
    terminal.say(cliTexts.csvHoldsOne);
    return 1;
  }
  return withRooms(terminal, async (rooms) => {
    const { bytes, counts } = await exportOf(options.what, format, rooms);
    if (!(await written(file, bytes))) {
      terminal.say(cliTexts.unwritable(file));
      return 1;
    }
    if (options.json === true) terminal.out(JSON.stringify({ file, ...counts }));
    for (const [what, count] of Object.entries(counts)) terminal.say(cliTexts.exported(what, count, file));
    return 0;
  });
}

const formatOf = (file: string): ExportFormat | undefined =>
  (['csv', 'xlsx', 'json'] as const).find((format) => extname(file).toLowerCase() === `.${format}`);

async function exportOf(what: ExportChoice, format: ExportFormat, rooms: Rooms): Promise<Exported> {
  if (what === 'besluiten') return exportBesluiten(format, rooms);
  const view = (await rooms.register()).view();
  const afspraken = { afspraken: view.afsprakenCount };
  const verbanden = { verbanden: view.verbanden.length };
  switch (what) {
    case 'afspraken':
      return { bytes: await exportRegister(view, 'afspraken', format), counts: afspraken };
    case 'verbanden':
      return { bytes: await exportRegister(view, 'verbanden', format), counts: verbanden };
    case 'recessen': {
      const table = await recesTable(rooms);
      return { bytes: await exportTable(table, format), counts: { recessen: table.rows.length } };
    }
    case 'alles': {
      const besluiten = await rooms.besluiten();
      const all = await besluiten.findBesluiten({});
      const recessen = await recesTable(rooms);
      const counts = { ...afspraken, ...verbanden, besluiten: all.length, recessen: recessen.rows.length };
      if (format === 'json') {
        const files = await Promise.all([
          exportRegister(view, 'verbanden', 'json'),
          exportRegister(view, 'afspraken', 'json'),
          exportTable(recessen, 'json'),
        ]);
        return { bytes: joinEverything(files, await besluiten.exportChain()), counts };
      }
      const sheet = { name: 'Besluiten', ...besluitRows(all, (id) => view.verband(id)?.naam) };
      return { bytes: await exportWorkbook(view, [sheet, { name: 'Recessen', ...recessen }]), counts };
    }
  }
}

async function recesTable({ register, store, config }: Rooms) {
  const loaded = await register();
  return recesRows(store, config.timeZone, loaded.view(), loaded.names());
}

/** JSON is the whole chain, as `verify` takes it; CSV and XLSX show each besluit once, in its latest state. */
async function exportBesluiten(format: ExportFormat, rooms: Rooms): Promise<Exported> {
  const besluiten = await rooms.besluiten();
  const all = await besluiten.findBesluiten({});
  const counts = { besluiten: all.length };
  if (format === 'json') {
    const text = `${JSON.stringify(await besluiten.exportChain(), undefined, 1)}\n`;
    return { bytes: new TextEncoder().encode(text), counts };
  }
  const view = (await rooms.register()).view();
  return {
    bytes: await exportTable(
      besluitRows(all, (id) => view.verband(id)?.naam),
      format,
    ),
    counts,
  };
}

async function written(file: string, bytes: Uint8Array): Promise<boolean> {
  try {
    await writeFile(file, bytes);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false;
    throw error;
  }
}
