import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBesluitenregister } from '../../../services/besluiten/besluitenregister.ts';
import { fixedClock } from '../../../services/clock.ts';
import { openStore } from '../../../services/opslag/open-store.ts';
import type { Store } from '../../../services/opslag/store.ts';
import { importFile } from '../../../services/register/import/import-file.ts';
import { loadRegister } from '../../../services/register/register.ts';
import { openConversations } from '../../../services/vragen/conversation.ts';
import { createEngine } from '../../../services/vragen/engine.ts';
import { openNotities } from '../../../services/vragen/notes.ts';
import { skipAbsent } from '../../absent.ts';
import { startMongo } from '../../servers/mongo-server.ts';
import { sharedFile } from '../../shared-data.ts';
import { everyQuestion, type Question, today } from './score.ts';

const timeZone = 'Europe/Amsterdam';
const clock = fixedClock(Date.parse(`${today}T09:00:00Z`));
/** Askers at the same time, each in a thread of their own. */
const atOnce = 100;
const files = ['regelingen-deelnemers-2026.csv', 'afspraken-noord.csv'] as const;

/** What `ask --json` prints of every question, each after the question it follows on, asked of what was imported into this store. */
async function answersFrom(
  store: Store,
  imports: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  questions: readonly Question[],
): Promise<readonly string[]> {
  const filled = await loadRegister(store, { timeZone });
  for (const file of imports) await importFile(file, { register: filled, clock, timeZone, by: 'Proef' });
  // Read again, as a process does that starts on what another one wrote.
  const register = await loadRegister(store, { timeZone });
  const faults: unknown[] = [];
  const followed = new Set(questions.map(({ context }) => context));
  const conversations = openConversations(store, (fault) => faults.push(fault));
  const engine = createEngine({
    register,
    besluiten: openBesluitenregister({ store, clock, timeZone, random: randomBytes }),
    memory: {
      recall: (thread, now) => conversations.recall(thread, now),
      // Only what a next question may follow on, since the disk is waited for.
      remember: async (thread, turn, now) =>
        followed.has(turn.reading.text) ? conversations.remember(thread, turn, now) : undefined,
    },
    notities: openNotities(store),
  });
  const printed = async ({ id, text, context }: Question): Promise<string> => {
    const viewer = { verbanden: 'alle', email: 'jansen@voorbeeld.example' } as const;
    const asker = { thread: randomUUID(), viewer, today, now: clock.now(), language: 'nl' } as const;
    if (context !== undefined && !context.startsWith('(')) await engine.ask(context, asker);
    const { reading, applied, codes, total, text: answer } = await engine.ask(text, asker);
    const { lang, intent } = reading;
    return JSON.stringify({ id, text, lang, intent, filter: applied, codes, total, answer });
  };
  const all: string[] = [];
  for (let from = 0; from < questions.length; from += atOnce)
    all.push(...(await Promise.all(questions.slice(from, from + atOnce).map(printed))));
  await conversations.settled();
  assert.deepEqual(faults, []);
  return all;
}

describe('the same questions in either store', () => {
  it('have the same answers, to the letter', async function () {
    const imports = files.map((name) => ({ name, bytes: sharedFile(name, this) }));
    const server = await startMongo();
    if ('unavailable' in server) return skipAbsent(this, server.unavailable);
    this.timeout(120_000);
    const questions = everyQuestion();
    assert.ok(questions.length > 1_000);
    const folder = await mkdtemp(join(tmpdir(), 'ketenregie-vragen-'));
    const embedded = await openStore({ kind: 'embedded', folder });
    const mongodb = await openStore({ kind: 'mongodb', uri: server.uri, database: `vragen-${randomUUID()}` });
    try {
      // One after the other: neither waits for the processor of the other.
      const one = await answersFrom(embedded, imports, questions);
      const other = await answersFrom(mongodb, imports, questions);
      const different = one.filter((answer, at) => answer !== other[at]);
      assert.deepEqual(different, []);
      assert.equal(one.length, questions.length);
      // Not all of them "nothing found".
      assert.ok(one.filter((answer) => /"codes":\["/.test(answer)).length > questions.length / 4);
    } finally {
      await Promise.all([embedded.close(), mongodb.close()]);
      await rm(folder, { recursive: true, force: true });
    }
  });
});
