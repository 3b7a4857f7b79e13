import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { type OutboxOccurrence, openOutbox } from '../../services/herinneringen/outbox.ts';
import { react } from '../../services/herinneringen/reactions.ts';
import type { Draft } from '../../services/opslag/store.ts';
import type { Afspraak } from '../../services/register/types.ts';
import { openMemoryStore } from '../fakes/memory-store.ts';
import { afspraakDraft, saveNew, verbandDraft } from './drafts.ts';
import { channel, eventually, MovableClock, person, personal, Teams, textOf, titlesIn } from './teams.ts';

/** A connector that loses answers, and the people who find out what became of the messages. */
const vermeer = person('Vermeer');
const zwaan = person('Zwaan');
const samen = channel('samen');
const elders = channel('elders');

describe('journey: what became of a reminder', function () {
  this.timeout(20_000);
  let clock: MovableClock;
  let teams: Teams;

  const outbox = () => openOutbox(teams.house.parts.store).occurrences;
  const stateOf = async (code: string): Promise<OutboxOccurrence | undefined> =>
    (await outbox().find({ code, escalatie: null }, { sort: [['at', -1]], limit: 1 })).at(0);
  const reaches = (code: string, state: string): Promise<OutboxOccurrence> =>
    eventually(async () => {
      const one = await stateOf(code);
      return one?.state === state ? one : undefined;
    });
  const newThreads = (): number => teams.connector.delivered.filter(({ newThread }) => newThread).length;
  const metrics = async (): Promise<string> => (await fetch(`${teams.address}/metrics`)).text();
  const counted = async (outcome: string): Promise<string | undefined> =>
    new RegExp(`^ketenregie_herinneringen_total\\{outcome="${outcome}"\\} (\\d+)$`, 'm').exec(await metrics())?.[1];
  const save = (one: Draft<Afspraak>) => saveNew(teams, clock, one);

  beforeEach(async () => {
    clock = new MovableClock('2026-11-26T10:00:00+01:00');
    const store = openMemoryStore();
    teams = await Teams.open(async () => store, { clock, roundMs: 100, callTimeoutMs: 300 });
    await teams.house.parts.register.saveVerband(verbandDraft());
    await teams.say('koppel Voorbeeldverband', vermeer, samen);
  });
  afterEach(() => teams.close());

  it('says so when nothing happened yet, and what comes next', async () => {
    await save(afspraakDraft('AFS-2026-001', { herijking: '2027-01-22' }));
    const text = textOf(await teams.say('herinneringen status', vermeer, samen));
    assert.match(text, /0 verstuurd/);
    assert.match(text, /Er is geen bericht geweigerd of onzeker/);
    assert.match(
      text,
      /eerstvolgende herinnering is gepland op vrijdag 27 november 2026\. In de komende 30 dagen: 1\./,
    );
    const empty = textOf(await teams.say('reminders delivery', vermeer, personal('vermeer')));
    assert.match(empty, /niet gekoppeld/);
  });

  it('counts as sent what was told long after its own moment, and what was postponed or done afterwards', async () => {
    // Fifty-six days before it lies 31 days back when the afspraak comes, so that it is told at once.
    await save(afspraakDraft('AFS-2026-001', { herijking: '2026-12-21' }));
    await save(afspraakDraft('AFS-2026-002', { herijking: '2026-12-21' }));
    await save(afspraakDraft('AFS-2026-003', { herijking: '2027-01-20' }));
    await reaches('AFS-2026-001', 'delivered');
    await reaches('AFS-2026-002', 'delivered');
    await reaches('AFS-2026-003', 'delivered');
    assert.match(textOf(await teams.say('herinneringen status', vermeer, samen)), /3 verstuurd/);
    for (const [code, button] of [
      ['AFS-2026-001', 'uitstellen'],
      ['AFS-2026-002', 'klaar'],
      ['AFS-2026-003', 'uitstellen'],
    ] as const) {
      const { _id } = await reaches(code, 'delivered');
      const { store, register } = teams.house.parts;
      const by = { naam: 'Voorbeeld Vermeer', aadId: 'aad-Vermeer' };
      const press = { button, by, at: clock.now(), ...(button === 'uitstellen' && { delay: '1w' as const }) };
      assert.equal((await react({ store, register, timeZone: 'Europe/Amsterdam' }, _id, press)).kind, 'done');
    }
    assert.match(textOf(await teams.say('herinneringen status', vermeer, samen)), /3 verstuurd/);
  });

  it('tells of an uncertain message in plain words; Staat er makes it delivered, with who said so', async () => {
    await save(afspraakDraft('AFS-2026-001', { herijking: '2027-01-22' }));
    teams.connector.mishaps.push({ kind: 'accepts-then', status: 503 });
    clock.moveTo('2026-11-27T09:30:00+01:00');
    await reaches('AFS-2026-001', 'uncertain');
    assert.equal(newThreads(), 1);
    assert.match(textOf(await teams.say('status', zwaan, samen)), /Van 1 herinnering is niet zeker/);

    const card = await teams.say('herineringen staus', zwaan, samen);
    const text = textOf(card);
    assert.match(text, /1 bericht wacht op jou/);
    assert.match(text, /AFS-2026-001 Afspraak over AFS-2026-001/);
    assert.match(text, /27 november 2026, 09:30/);
    assert.match(text, /Teams gaf een storing als antwoord/);
    assert.doesNotMatch(text, /connector|503/);
    const answer = await teams.press(card, 'Staat er', zwaan, samen);
    assert.equal(answer.http, 200);
    assert.match(textOf(answer.value), /AFS-2026-001 .*staat er, zegt Voorbeeld Zwaan/);
    assert.match(textOf(answer.value), /1 verstuurd/);
    assert.ok(teams.connector.updated.length > 0, 'everybody sees the card change');
    const one = await stateOf('AFS-2026-001');
    assert.equal(one?.state, 'delivered');
    assert.equal(one?.reason, undefined);
    assert.deepEqual(one?.decisions, [
      { deed: 'staat_er', by: { naam: 'Voorbeeld Zwaan', aadId: 'aad-Zwaan' }, at: clock.now() },
    ]);
    assert.equal(newThreads(), 1, 'nothing was sent again');
    assert.equal(await counted('uncertain'), '1');
    assert.ok(teams.lines.some((line) => line.includes('reminders-uncertain')));
  });

  it('sends once more, however often Stuur opnieuw is pressed or delivered, and by how many', async () => {
    await save(afspraakDraft('AFS-2026-001', { herijking: '2027-01-22' }));
    teams.connector.mishaps.push({ kind: 'accepts-then', status: 'reset' });
    clock.moveTo('2026-11-27T09:30:00+01:00');
    await reaches('AFS-2026-001', 'uncertain');
    const card = await teams.say('herinneringen status', vermeer, samen);
    const answers = await Promise.all([
      teams.press(card, 'Stuur opnieuw', vermeer, samen, {}, 'druk-1'),
      teams.press(card, 'Stuur opnieuw', vermeer, samen, {}, 'druk-1'),
      teams.press(card, 'Stuur opnieuw', zwaan, samen, {}, 'druk-2'),
    ]);
    for (const { http } of answers) assert.equal(http, 200);
    const one = await reaches('AFS-2026-001', 'delivered');
    assert.equal(one.decisions?.length, 1);
    assert.equal(newThreads(), 2);
    const late = await teams.press(card, 'Stuur opnieuw', zwaan, samen, {}, 'druk-3');
    assert.match(textOf(late.value), /opnieuw gestuurd door/);
    await teams.press(card, 'Staat er', zwaan, samen, {}, 'druk-4');
    clock.moveTo('2026-11-27T11:30:00+01:00');
    await teams.settle();
    assert.equal(newThreads(), 2);
    assert.equal((await stateOf('AFS-2026-001'))?.decisions?.length, 1);
  });

  it('does not take a press on an old card when the second attempt was lost as well', async () => {
    await save(afspraakDraft('AFS-2026-001', { herijking: '2027-01-22' }));
    teams.connector.mishaps.push({ kind: 'accepts-then', status: 504 });
    // The clock stands still, so both attempts bear the same instant.
    clock.moveTo('2026-11-27T09:30:00+01:00');
    await reaches('AFS-2026-001', 'uncertain');
    const card = await teams.say('herinneringen status', vermeer, samen);
    const before = teams.connector.requests;
    teams.connector.mishaps.push({ kind: 'accepts-then', status: 504 });
    await teams.press(card, 'Stuur opnieuw', vermeer, samen);
    const again = await eventually(async () => {
      const one = await stateOf('AFS-2026-001');
      return one?.state === 'uncertain' && one.attempts === 2 ? one : undefined;
    });
    assert.equal(again.decisions?.length, 1);
    await teams.press(card, 'Stuur opnieuw', vermeer, samen);
    await teams.settle();
    assert.equal((await stateOf('AFS-2026-001'))?.attempts, 2);
    assert.equal(newThreads(), 2);
    assert.ok(teams.connector.requests > before);
  });

  it('takes the reminders of one lost message together, also for another channel of the verband', async () => {
    await teams.say('koppel Voorbeeldverband', zwaan, elders);
    for (const code of ['AFS-2026-001', 'AFS-2026-002', 'AFS-2026-003'])
      await save(afspraakDraft(code, { herijking: '2027-01-22' }));
    teams.connector.mishaps.push({ kind: 'refuses', status: 403 }, { kind: 'refuses', status: 403 });
    clock.moveTo('2026-11-27T09:30:00+01:00');
    await eventually(async () => ((await outbox().find({ state: 'refused' })).length === 6 ? true : undefined));
    const card = await teams.say('herinneringen status', vermeer, samen);
    assert.match(textOf(card), /2 berichten wachten op jou/);
    assert.match(textOf(card), /Teams weigert het bericht/);
    assert.match(textOf(card), /Kanaal :\s+Samen/);
    assert.deepEqual(
      titlesIn(card),
      ['Stuur opnieuw', 'Stuur opnieuw'],
      'what was refused certainly does not stand there',
    );
    await teams.press(card, 'Stuur opnieuw', vermeer, samen);
    await eventually(async () => ((await outbox().find({ state: 'delivered' })).length === 3 ? true : undefined));
    assert.equal(newThreads(), 1, 'one digest');
    assert.equal((await outbox().find({ state: 'refused' })).length, 3);
    assert.equal(await counted('refused'), '6');
    assert.equal(await counted('delivered'), '3');
  });

  it('counts what has not left yet because Teams asks to wait, with the next attempt', async () => {
    await save(afspraakDraft('AFS-2026-001', { herijking: '2027-01-22' }));
    teams.connector.mishaps.push({ kind: 'refuses', status: 429, retryAfter: 600 });
    clock.moveTo('2026-11-27T09:30:00+01:00');
    await eventually(async () => ((await stateOf('AFS-2026-001'))?.notBefore === undefined ? undefined : true));
    const waits = textOf(await teams.say('herinneringen status', vermeer, samen));
    assert.match(waits, /0 verstuurd.*1 is nog niet weg.*De volgende poging: 27 november 2026,? 09:40/);
    clock.moveTo('2026-11-27T09:40:01+01:00');
    await reaches('AFS-2026-001', 'delivered');
    const sent = textOf(await teams.say('herinneringen status', vermeer, samen));
    assert.match(sent, /1 verstuurd/);
    assert.doesNotMatch(sent, /nog niet weg/);
  });

  it('says why a reminder was skipped or cancelled', async () => {
    await save(afspraakDraft('AFS-2026-001', { herijking: '2027-01-22' }));
    await save(afspraakDraft('AFS-2026-002', { herijking: '2027-01-22' }));
    await reaches('AFS-2026-002', 'planned');
    const current = teams.house.parts.register.view().afspraak('AFS-2026-002');
    assert.ok(current);
    const { version, ...draft } = current;
    const ended = { ...draft, status: 'afgerond' } as const;
    await teams.house.parts.register.saveAfspraak(ended, version, { naam: 'Proef', via: 'import' }, clock.now());
    await reaches('AFS-2026-002', 'cancelled');
    clock.moveTo('2026-11-27T10:00:00+01:00');
    await reaches('AFS-2026-001', 'delivered');
    // Nothing runs until two later steps have both come.
    clock.moveTo('2027-01-25T10:00:00+01:00');
    await eventually(async () => {
      const all = await outbox().find({ code: 'AFS-2026-001' });
      const isTold = all.filter(({ state }) => state === 'delivered').length === 2;
      return isTold && all.some(({ state }) => state === 'skipped') ? true : undefined;
    });
    clock.moveTo('2026-12-26T10:00:00+01:00');
    assert.match(
      textOf(await teams.say('herinneringen status', vermeer, samen)),
      /1 vervallen: de afspraak is afgerond, opgezegd of vervallen/,
    );
    clock.moveTo('2027-01-25T10:00:00+01:00');
    const text = textOf(await teams.say('herinneringen status', vermeer, samen));
    assert.match(text, /\d overgeslagen: er ging een latere herinnering over dezelfde datum/);
    const since = clock.now() - 30 * 86_400_000;
    const sent = (await outbox().find({ state: 'delivered' })).filter(({ postedAt = 0 }) => postedAt > since);
    assert.ok(sent.length > 0);
    assert.match(text, new RegExp(`✔ ${sent.length} verstuurd`));
    assert.ok(Number(await counted('skipped')) >= 1);
    assert.equal(await counted('cancelled'), '0', 'what the planner takes back was never under way');
  });

  it('gives no other channel a say, and no title that may not be seen', async () => {
    await save(afspraakDraft('AFS-2026-001', { herijking: '2027-01-22', vertrouwelijkheid: 'vertrouwelijk' }));
    teams.connector.mishaps.push({ kind: 'accepts-then', status: 503 });
    clock.moveTo('2026-11-27T09:30:00+01:00');
    await reaches('AFS-2026-001', 'uncertain');
    const card = await teams.say('herinneringen status', vermeer, samen);
    const stranger = channel(`vreemd-${randomUUID().slice(0, 8)}`);
    const answer = await teams.press(card, 'Stuur opnieuw', zwaan, stranger);
    assert.doesNotMatch(JSON.stringify(answer.value), /AFS-2026-001/);
    assert.equal((await stateOf('AFS-2026-001'))?.state, 'uncertain');
  });

  it('counts each outcome from the start, so that a rate can be taken', async () => {
    for (const outcome of ['delivered', 'retried', 'refused', 'uncertain', 'skipped', 'cancelled'])
      assert.equal(await counted(outcome), '0', outcome);
    assert.match(await metrics(), /^ketenregie_herinneringen\{state="uncertain"\} 0$/m);
  });
});
