import assert from 'node:assert/strict';
import { openOutbox } from '../../services/herinneringen/outbox.ts';
import type { Mishap } from '../fakes/connector.ts';
import { openMemoryStore } from '../fakes/memory-store.ts';
import { channel, MovableClock, type Place, person, personal, Teams, textOf } from './teams.ts';

/**
 * The connector of Teams as it is on a bad day. Whatever it does, a message stands in the channel once: what was perhaps accepted
 * is never posted again, what was certainly not accepted is.
 */
const vermeer = person('Vermeer');
const question = 'Welke gemeenten doen mee aan de Omgevingsdienst Drenthe?';

const lostAnswers = [500, 502, 503, 504, 408, 'reset', 'silence'] as const;
const accepts = (status: (typeof lostAnswers)[number]): Mishap => ({ kind: 'accepts-then', status });

describe('journey: a connector in trouble', function () {
  this.timeout(30_000);
  const clock = new MovableClock('2026-11-23T10:00:00+01:00');
  let teams: Teams;

  beforeEach(async () => {
    clock.moveTo('2026-11-23T10:00:00+01:00');
    const store = openMemoryStore();
    teams = await Teams.open(async () => store, { clock, roundMs: 20, callTimeoutMs: 1_000 });
    await teams.say('voorbeeld', vermeer, personal('vermeer'));
  });
  afterEach(() => teams.close());

  const ask = (where: Place) => teams.deliver(teams.messageFrom(question, vermeer, where));
  const threads = () => teams.connector.delivered.filter(({ newThread }) => newThread);
  const states = async () =>
    new Set((await openOutbox(teams.house.parts.store).occurrences.find({})).map(({ state }) => state));
  const outboxOf = (state: string) => openOutbox(teams.house.parts.store).occurrences.find({ state });

  /** Binds a channel, after which the reminders that are due leave; the answer to the binding itself meets no trouble. */
  async function bind(name: string, ...mishaps: readonly Mishap[]): Promise<Place> {
    const place = channel(name);
    const verband = teams.house.parts.register.names().resolveVerband('Omgevingsdienst Drenthe');
    assert.equal(verband.kind, 'found');
    await teams.install(vermeer, place);
    teams.connector.mishaps.push(...mishaps);
    await teams.invoke({ verb: 'koppel', data: { v: 1, verbandId: verband.verband._id } }, vermeer, place);
    return place;
  }

  async function until(what: () => Promise<boolean>): Promise<void> {
    while (!(await what())) await new Promise((resolve) => setTimeout(resolve, 10));
  }

  for (const status of lostAnswers) {
    it(`posts an answer once when it is accepted and then ${status} follows`, async () => {
      const before = teams.connector.delivered.length;
      teams.connector.mishaps.push(accepts(status));
      assert.equal((await ask(personal('vermeer'))).status, 200);
      assert.equal(teams.connector.delivered.length, before + 1);
      assert.ok(
        teams.lines.some((line) => /"event":"fault"/.test(line) && /connector-(failed|silent)/.test(line)),
        'the log says so',
      );
      await ask(personal('vermeer'));
      assert.equal(teams.connector.delivered.length, before + 2, 'the next question is answered as ever');
    });

    it(`posts a reminder once when it is accepted and then ${status} follows, and calls it uncertain`, async () => {
      await bind(`kanaal-${status}`, accepts(status));
      await until(async () => (await outboxOf('uncertain')).length > 0);
      await teams.settle();
      assert.equal(threads().length, 1);
      const uncertain = await outboxOf('uncertain');
      assert.ok(uncertain.every(({ attempts }) => attempts === 1));
      assert.equal((await outboxOf('delivered')).length, 0);
      clock.moveTo('2026-11-23T13:00:00+01:00');
      await teams.settle();
      assert.equal(threads().length, 1, 'hours later still once');
      assert.match(textOf(await teams.say('status', vermeer, personal('vermeer'))), /niet zeker/);
    });
  }

  it('sends an answer again after the wait that a busy connector asks for, and it stands there once', async () => {
    const before = teams.connector.delivered.length;
    teams.connector.mishaps.push({ kind: 'refuses', status: 429, retryAfter: 0 });
    teams.connector.mishaps.push({ kind: 'refuses', status: 429, retryAfter: 1 });
    const requests = teams.connector.requests;
    await ask(personal('vermeer'));
    assert.equal(teams.connector.requests, requests + 3);
    assert.equal(teams.connector.delivered.length, before + 1);
  });

  it('gives an answer up when a busy connector asks for more patience than a person has', async () => {
    const before = teams.connector.delivered.length;
    teams.connector.mishaps.push({ kind: 'refuses', status: 429, retryAfter: 600 });
    const requests = teams.connector.requests;
    assert.equal((await ask(personal('vermeer'))).status, 200);
    assert.equal(teams.connector.requests, requests + 1);
    assert.equal(teams.connector.delivered.length, before);
  });

  it('sends a reminder again only after the wait that a busy connector asks for, once', async () => {
    await bind('druk', { kind: 'refuses', status: 429, retryAfter: 120 });
    await until(async () => (await outboxOf('planned')).some(({ attempts }) => attempts === 1));
    const requests = teams.connector.requests;
    clock.moveTo('2026-11-23T10:01:55+01:00');
    await teams.settle();
    assert.equal(teams.connector.requests, requests, 'not before the two minutes are over');
    clock.moveTo('2026-11-23T10:02:05+01:00');
    await teams.connector.until(teams.connector.delivered.length + 1);
    await teams.settle();
    assert.equal(threads().length, 1);
    assert.equal(teams.connector.requests, requests + 1);
  });

  for (const status of [400, 403, 404] as const) {
    it(`does not repeat what the connector refuses with ${status}`, async () => {
      const requests = teams.connector.requests;
      teams.connector.mishaps.push({ kind: 'refuses', status });
      assert.equal((await ask(personal('vermeer'))).status, 200);
      assert.equal(teams.connector.requests, requests + 1);

      await bind(`kanaal-${status}`, { kind: 'refuses', status });
      await until(async () => (await outboxOf('refused')).length > 0);
      const afterBind = teams.connector.requests;
      clock.moveTo('2026-11-23T13:00:00+01:00');
      await teams.settle();
      assert.equal(teams.connector.requests, afterBind);
      assert.equal(threads().length, 0);
      assert.ok(!(await states()).has('uncertain'));
    });
  }

  it('plans a reminder again when no connection could be made, and delivers it once when the connector is back', async () => {
    const place = channel('weg');
    await teams.install(vermeer, place);
    const verband = teams.house.parts.register.names().resolveVerband('Omgevingsdienst Drenthe');
    assert.equal(verband.kind, 'found');
    await teams.connector.stop();
    const { http } = await teams.invoke(
      { verb: 'koppel', data: { v: 1, verbandId: verband.verband._id } },
      vermeer,
      place,
    );
    assert.equal(http, 200);
    await until(async () => (await outboxOf('planned')).some(({ attempts }) => attempts === 1));
    assert.ok(!(await states()).has('uncertain'));
    await teams.connector.resume();
    clock.moveTo('2026-11-23T11:30:00+01:00');
    await teams.connector.until(teams.connector.delivered.length + 1);
    await until(async () => (await outboxOf('delivered')).length > 0);
    await teams.settle();
    assert.equal(threads().length, 1);
  });

  it('holds no other turn up while the connector keeps one waiting', async () => {
    const before = teams.connector.delivered.length;
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    teams.connector.mishaps.push({ kind: 'accepts-when', released });
    const slow = ask(personal('vermeer'));
    await teams.connector.until(before + 1);
    await teams.say(question, person('Zwaan'), personal('zwaan'));
    release();
    assert.equal((await slow).status, 200);
    assert.equal(teams.connector.delivered.length, before + 2);
  });
});
