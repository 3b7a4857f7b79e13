import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../services/opslag/open-store.ts';
import { eventIn, type RunningBot, startBot, startScript } from '../fakes/bot-process.ts';
import { FakeConnector } from '../fakes/connector.ts';
import { cardOf, textOf } from './teams.ts';

/** How the real process ends and begins: stopped politely, killed, in the way of another. */
describe('journey: stopping and starting', function () {
  this.timeout(60_000);
  const folder = mkdtempSync(join(tmpdir(), 'ketenregie-stopping-'));
  const env = { LOCAL_MODE: '1', DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'debug' };
  let connector: FakeConnector;
  let bot: RunningBot;

  before(async () => {
    connector = await FakeConnector.start();
    bot = await startBot(env);
  });
  after(async () => {
    bot?.child.kill('SIGKILL');
    await bot?.ended;
    await connector?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const message = (text: string) => ({
    type: 'message',
    id: randomUUID(),
    channelId: 'msteams',
    serviceUrl: connector.serviceUrl,
    text,
    from: { id: '29:proef', name: 'Voorbeeld Proef' },
    recipient: { id: '28:ketenregie', name: 'Ketenregie' },
    conversation: { id: 'a:proef', conversationType: 'personal', tenantId: 'tenant-van-de-proef' },
  });
  const say = (text: string): Promise<Response> =>
    fetch(`${bot.address}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(message(text)),
    });
  const lastAnswer = (): string => textOf(cardOf(connector.delivered.at(-1)?.activity ?? {}));
  const events = (): readonly unknown[] => bot.output.map((line) => eventIn(line).event);

  it('refuses a second bot in the same data folder: exit 1 and one Dutch line that says what to do', async () => {
    const second = startScript('bot/main.ts', [], { ...env, HOST: '127.0.0.1', PORT: '0' });
    assert.deepEqual(await second.ended, [1, null]);
    assert.equal(second.errors.length, 1, second.errors.join('\n'));
    assert.match(second.errors[0] ?? '', /^Ketenregie start niet: .*al in gebruik.*DATA_DIR\.$/);
    assert.equal((await say('help')).status, 200, 'the first goes on');
  });

  it('refuses a port that is in use, names it, and lets go of its data folder', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const at = other.address();
    const port = typeof at === 'object' && at !== null ? at.port : 0;
    const own = join(folder, 'other');
    const second = startScript('bot/main.ts', [], { ...env, DATA_DIR: own, HOST: '127.0.0.1', PORT: String(port) });
    assert.deepEqual(await second.ended, [1, null]);
    await new Promise((resolve) => other.close(resolve));
    assert.equal(second.errors.length, 1, second.errors.join('\n'));
    assert.match(second.errors[0] ?? '', new RegExp(`^Ketenregie start niet: poort ${port} is al in gebruik\\..*PORT`));
    await (await openStore({ kind: 'embedded', folder: own })).close();
  });

  it('has everything that was acknowledged after it was killed in the middle of a turn', async () => {
    await say('voorbeeld');
    assert.match(lastAnswer(), /staat klaar/);
    const before = connector.delivered.length;
    connector.mishaps.push({ kind: 'accepts-when', released: new Promise<void>(() => undefined) });
    const cut = say('status').catch(() => undefined);
    await connector.until(before + 1);
    bot.child.kill('SIGKILL');
    assert.deepEqual(await bot.ended, [null, 'SIGKILL']);
    await cut;
    bot = await startBot(env);
    await say('toon AFS-2026-002');
    assert.match(lastAnswer(), /AFS-2026-002/);
  });

  it('answers the running turn on SIGTERM, takes no new one, exits 0, and leaves a store that opens', async () => {
    const before = connector.delivered.length;
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    connector.mishaps.push({ kind: 'accepts-when', released });
    const running = say('status');
    await connector.until(before + 1);
    bot.child.kill('SIGTERM');
    while (!events().includes('stopping')) await new Promise((resolve) => setTimeout(resolve, 10));
    await assert.rejects(say('help'), 'no new turn begins');
    assert.equal(bot.child.exitCode, null, 'it waits for the turn');
    release();
    const answered = await running;
    assert.equal(answered.status, 200);
    await answered.text();
    assert.deepEqual(await bot.ended, [0, null]);
    assert.equal(connector.delivered.length, before + 1);
    assert.equal(events().at(-1), 'stopped');
    assert.ok(!events().includes('stopped-before-done'));
    assert.deepEqual(bot.errors, []);
    await (await openStore({ kind: 'embedded', folder: env.DATA_DIR })).close();
  });
});
