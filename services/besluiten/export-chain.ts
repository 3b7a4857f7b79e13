import type { Collection } from '../opslag/store.ts';
import type { ChainDocument, PersoonDocument } from './collections.ts';
import { type Entry, emptyHead } from './entry.ts';
import { type ChainExport, type ExportedPersoon, exportForm, exportVersion } from './export-form.ts';
import { readPersonen } from './personen.ts';

const pageSize = 1000;

/** Reads the whole chain from the store. What lies there is handed on as it is, so that tampering shows. */
export async function exportEntries(
  chain: Collection<ChainDocument>,
  personen: Collection<PersoonDocument>,
): Promise<ChainExport> {
  const entries: Entry[] = [];
  let last: ChainDocument | undefined;
  for (;;) {
    const page: readonly ChainDocument[] = await chain.find(
      {},
      { sort: [['volgnummer', 1]], limit: pageSize, ...(last === undefined ? {} : { after: last }) },
    );
    for (const { _id, version, ...entry } of page) entries.push(entry);
    last = page.at(-1);
    if (page.length < pageSize) break;
  }
  const head = entries.at(-1);
  const places = [...new Set(entries.map((entry) => entry.persoon))];
  const kept = await readPersonen(personen, places);
  return {
    formaat: exportForm,
    versie: exportVersion,
    hoofd: head === undefined ? emptyHead : { volgnummer: head.volgnummer, hash: head.hash },
    entries,
    personen: kept.map(exportPersoon),
  };
}

/** Whatever is kept goes along: were a name without its salt told as erased, nobody would see that somebody took the salt away. */
function exportPersoon({ _id, version, ...kept }: PersoonDocument): ExportedPersoon {
  return { persoon: _id, ...kept } as ExportedPersoon;
}
