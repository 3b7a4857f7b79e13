import { noticeCard } from '../../cards/notice-card.ts';
import { recesKeeper } from '../../services/reces/keep-rows.ts';
import { importSheets } from '../../services/register/import/import-file.ts';
import type { ImportReport, Unreadable } from '../../services/register/import/report.ts';
import { importTexts } from '../../services/register/import/texts.ts';
import { sentencesIn } from '../../services/taal/language.ts';
import type { InboundFile } from '../inbound.ts';
import { message, type Parts, type Reply, type Turn } from '../parts.ts';
import { botTexts } from '../texts.ts';

/** A file sent in a personal chat goes through the same import as on the command line. */
const largestFile = 20 * 1024 * 1024;
const fetchTimeoutMs = 20_000;
const rejectedShown = 8;

export async function importFiles(turn: Turn, parts: Parts, files: readonly InboundFile[]): Promise<Reply> {
  const sentences: string[] = [];
  for (const file of files.slice(0, 3)) sentences.push(await importOne(turn, parts, file));
  parts.wake();
  return message(noticeCard({ kind: 'note', sentence: sentences.join('\n') }, turn.language));
}

async function importOne(turn: Turn, parts: Parts, file: InboundFile): Promise<string> {
  const texts = sentencesIn(botTexts, turn.language);
  if (!parts.mayFetch(file.downloadUrl)) return texts.fileNotFetched(file.name);
  const bytes = await fetchFile(file.downloadUrl).catch(() => undefined);
  if (bytes === undefined) return texts.fileNotFetched(file.name);
  const { store, register, clock, timeZone } = parts;
  const by = turn.inbound.person.naam;
  const outcomes = await importSheets(
    { name: file.name, bytes },
    { register, clock, timeZone, by, recessen: recesKeeper(store, timeZone, { door: by, op: clock.now() }) },
  );
  return outcomes.map((outcome) => tellOutcome(turn, parts, file, outcome)).join('\n');
}

function tellOutcome(turn: Turn, parts: Parts, file: InboundFile, outcome: ImportReport | Unreadable): string {
  const texts = sentencesIn(botTexts, turn.language);
  const told = sentencesIn(importTexts, turn.language);
  if (outcome.kind === 'unreadable') return texts.fileUnreadable(file.name, told.unreadable(outcome));
  parts.log.event('import', { total: outcome.read, count: outcome.rejected.length });
  const rejected = outcome.rejected.slice(0, rejectedShown).map((one) => told.rejection(one.row, one));
  const more = outcome.rejected.length - rejected.length;
  return [`${file.name}: ${told.summary(outcome)}`, ...rejected, ...(more > 0 ? [texts.moreRejected(more)] : [])].join(
    '\n',
  );
}

/** Gives up on anything too long, too large or redirected elsewhere: the address was checked, the place it points on to was not. */
async function fetchFile(url: string): Promise<Uint8Array | undefined> {
  const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(fetchTimeoutMs) });
  if (!response.ok || response.body === null) return undefined;
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body) {
    size += part.length;
    if (size > largestFile) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}
