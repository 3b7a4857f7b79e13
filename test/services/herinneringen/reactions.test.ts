import assert from 'node:assert/strict';
import { deliverDue } from '../../../services/herinneringen/deliver.ts';
import { type Press, react, takenBy } from '../../../services/herinneringen/reactions.ts';
import { openMemoryStore } from '../../fakes/memory-store.ts';
import { mortal } from './mortal-store.ts';
import { openStand, timeZone } from './stand.ts';

const anna = { naam: 'Anna', aadId: 'aad-anna' };
const bram = { naam: 'Bram', aadId: 'aad-bram' };
const day = 86_400_000;

/** A rapportage and a herijking on 22 January; the first herinnering of the herijking has just been delivered. */
async function standWithDelivered(changes = {}) {
  const stand = await openStand('2026-11-23');
  const kanaal = await stand.bind('kanaal-een');
  await stand.addAfspraak({ _id: 'AFS-2026-001', herijking: '2027-01-22', ...changes });
  await stand.plan();
  stand.setTime('2026-11-27 09:00');
  await stand.round();
  const [sent] = await stand.all();
  if (sent === undefined) throw new TypeError('nothing was sent');
  const parts = { store: stand.store, register: stand.register, timeZone };
  const press = (button: Press['button'], by: Press['by'], extra: Partial<Press> = {}) =>
    react(parts, sent._id, { button, by, at: stand.clock.now(), ...extra });
  return { ...stand, kanaal, name: sent._id, parts, press };
}

describe('a press on a herinnering', () => {
  it('on one that does not exist is unknown', async () => {
    const { parts } = await standWithDelivered();
    const outcome = await react(parts, 'AFS-2026-999/einde/2027-01-01/0/k', { button: 'gezien', by: anna, at: 1 });
    assert.deepEqual(outcome, { kind: 'unknown' });
  });

  it('Gezien is kept once for each person', async () => {
    const stand = await standWithDelivered();
    assert.equal((await stand.press('gezien', anna)).kind, 'done');
    stand.pass(1000);
    assert.equal((await stand.press('gezien', anna)).kind, 'already');
    assert.equal((await stand.press('gezien', bram)).kind, 'done');
    const [one] = await stand.all();
    assert.deepEqual(
      one?.reactions.map(({ by }) => by.naam),
      ['Anna', 'Bram'],
    );
    assert.equal(one?.state, 'delivered');
  });

  it('Ik pak het op can be taken over, and a redelivered press does not take it back', async () => {
    const stand = await standWithDelivered();
    const first = stand.clock.now();
    await stand.press('oppakken', anna, { at: first });
    stand.pass(60_000);
    await stand.press('oppakken', bram);
    const redelivered = await stand.press('oppakken', anna, { at: first });
    assert.equal(redelivered.kind, 'already');
    const [one] = await stand.all();
    assert.deepEqual(one && takenBy(one), bram);
    assert.equal((await stand.press('oppakken', anna)).kind, 'done');
  });

  it('of two people at the same moment loses neither', async () => {
    const stand = await standWithDelivered();
    await Promise.all([stand.press('gezien', anna), stand.press('gezien', bram), stand.press('oppakken', anna)]);
    assert.equal((await stand.all())[0]?.reactions.length, 3);
  });

  it('proves that an uncertain message arrived', async () => {
    const stand = await openStand('2026-11-23');
    await stand.bind('kanaal-een');
    await stand.addAfspraak({ _id: 'AFS-2026-001', herijking: '2027-01-22' });
    await stand.plan();
    stand.setTime('2026-11-27 09:00');
    stand.teams.answer = () => ({ kind: 'uncertain', reason: 'timeout' });
    await stand.deliver();
    assert.equal((await stand.all())[0]?.state, 'uncertain');
    const [one] = await stand.all();
    const parts = { store: stand.store, register: stand.register, timeZone };
    await react(parts, one?._id ?? '', { button: 'gezien', by: anna, at: stand.clock.now() });
    assert.deepEqual(await stand.steps('AFS-2026-001'), ['-56 delivered']);
  });

  it('that comes before the answer of Teams is kept, and so is the answer', async () => {
    for (const button of ['gezien', 'klaar'] as const) {
      const stand = await openStand('2026-11-23');
      await stand.bind('kanaal-een');
      await stand.addAfspraak({ _id: 'AFS-2026-001', herijking: '2027-01-22' });
      await stand.plan();
      stand.setTime('2026-11-27 09:00');
      const parts = { store: stand.store, register: stand.register, timeZone };
      stand.teams.answer = async (kanaal, message) => {
        await react(parts, message.occurrences[0]?._id ?? '', { button, by: anna, at: stand.clock.now() });
        return stand.teams.accept(kanaal, message);
      };
      const report = await stand.deliver();
      assert.equal(report.delivered, 1);
      const [one] = await stand.all();
      assert.equal(one?.state, button === 'klaar' ? 'settled' : 'delivered');
      assert.equal(one?.activityId, 'bericht-1');
      assert.equal(one?.reactions.length, 1);
    }
  });
});

describe('Uitstellen', () => {
  it('brings the herinnering back on the chosen day and not before', async () => {
    const stand = await standWithDelivered();
    const outcome = await stand.press('uitstellen', anna, { delay: '1w' });
    assert.equal(outcome.kind === 'done' && outcome.next, '2026-12-04');
    stand.setTime('2026-12-04 08:59');
    await stand.round();
    assert.equal(stand.teams.accepted.length, 1);
    stand.setTime('2026-12-04 09:00');
    await stand.round();
    assert.equal(stand.teams.accepted.length, 2);
    assert.match(stand.teams.told()[1] ?? '', /\/uitgesteld-2026-12-04$/);
  });

  it('brings it back at the time that was named, on whatever day, also later the same day', async () => {
    const stand = await standWithDelivered();
    const { press } = stand;
    assert.equal((await press('uitstellen', anna, { delay: '2026-11-27T14:00' })).kind, 'done');
    assert.equal((await press('uitstellen', anna, { delay: '2026-11-27T14:00' })).kind, 'already');
    const told = stand.teams.accepted.length;
    stand.setTime('2026-11-27 13:59');
    await stand.round();
    assert.equal(stand.teams.accepted.length, told);
    stand.setTime('2026-11-27 14:00');
    await stand.round();
    assert.equal(stand.teams.accepted.at(-1)?.message.occurrences[0]?._id, `${stand.name}/uitgesteld-2026-11-27-1400`);
    assert.equal((await press('uitstellen', bram, { delay: '2026-11-29T10:30' })).kind, 'done');
    const [sunday] = (await stand.all()).filter(({ state }) => state === 'planned');
    assert.equal(sunday && new Date(sunday.at).toISOString(), '2026-11-29T09:30:00.000Z');
    assert.deepEqual(
      (await stand.all()).find(({ _id }) => _id === stand.name)?.reactions.map(({ until, tijd }) => `${until} ${tijd}`),
      ['2026-11-27 14:00', '2026-11-29 10:30'],
    );
  });

  it('has one effect when it is pressed again, and gives the same answer', async () => {
    const stand = await standWithDelivered();
    const first = await stand.press('uitstellen', anna, { delay: '1w' });
    stand.pass(5000);
    const again = await stand.press('uitstellen', anna, { delay: '1w' });
    assert.equal(again.kind, 'already');
    assert.deepEqual('next' in again && again.next, 'next' in first && first.next);
    assert.equal((await stand.all()).filter((one) => one.state === 'planned').length, 1);
  });

  it('holds by its last press', async () => {
    const stand = await standWithDelivered();
    await stand.press('uitstellen', anna, { delay: '1m' });
    stand.pass(1000);
    await stand.press('uitstellen', bram, { delay: '1w' });
    stand.pass(1000);
    await stand.press('uitstellen', bram, { delay: '2026-12-29' });
    const planned = (await stand.all()).filter((one) => one.state === 'planned');
    assert.deepEqual(
      planned.map((one) => one._id.split('/').at(-1)),
      ['uitgesteld-2026-12-29'],
    );
  });

  it('to the day of the next step is told once with it, and both are accounted for', async () => {
    const stand = await openStand('2026-11-23');
    await stand.bind('kanaal-een');
    await stand.addAfspraak({ _id: 'AFS-2026-001', herijking: '2026-11-27' });
    await stand.plan();
    stand.setTime('2026-11-27 09:00');
    await stand.round();
    const sent = (await stand.all()).find(({ state, step }) => state === 'delivered' && step === 0);
    assert.ok(sent);
    const before = stand.teams.accepted.length;
    const parts = { store: stand.store, register: stand.register, timeZone };
    const press = { button: 'uitstellen', delay: '1w', by: anna, at: stand.clock.now() } as const;
    const outcome = await react(parts, sent._id, press);
    assert.equal(outcome.kind === 'done' && outcome.next, '2026-12-04');
    stand.setTime('2026-12-04 09:00');
    for (let round = 0; round < 3; round += 1) await stand.round();
    assert.equal(stand.teams.accepted.length, before + 1);
    const states = (await stand.steps('AFS-2026-001')).filter((each) => !each.endsWith('planned'));
    assert.deepEqual(states.filter((each) => /^[07] /.test(each)).sort(), [
      '0 delivered',
      '0 skipped superseded',
      '7 delivered',
    ]);
  });

  it('moves to a working day, and never to today', async () => {
    const stand = await standWithDelivered();
    // Friday: a day later is Saturday, and moved back that would be now.
    const outcome = await stand.press('uitstellen', anna, { delay: '1d' });
    assert.equal(outcome.kind === 'done' && outcome.next, '2026-11-30');
    const christmas = await stand.press('uitstellen', bram, { delay: '2026-12-25' });
    assert.equal(christmas.kind === 'done' && christmas.next, '2026-12-24');
  });

  it('silences the other steps of that date in that kanaal, except the day itself', async () => {
    const stand = await standWithDelivered();
    await stand.press('uitstellen', anna, { delay: '2027-02-01' });
    stand.setTime('2027-01-08 09:00');
    await stand.round();
    assert.equal(stand.teams.accepted.length, 1);
    stand.setTime('2027-01-22 09:00');
    await stand.round();
    assert.equal(stand.teams.accepted.length, 2);
    const states = (await stand.steps('AFS-2026-001')).slice(0, 3);
    assert.deepEqual(states, ['-56 delivered', '-14 skipped postponed', '0 delivered']);
  });

  it('says what is wrong with a day that cannot be', async () => {
    const stand = await standWithDelivered();
    for (const [delay, reason] of [
      ['2026-11-27', 'not-in-future'],
      ['2026-02-30', 'not-a-date'],
      ['volgende week', 'not-a-date'],
      ['2029-01-01', 'too-far'],
      ['2026-11-27T09:00', 'not-in-future'],
      ['2026-02-30T09:00', 'not-a-date'],
      ['2026-12-01T24:00', 'not-a-date'],
      ['2029-01-01T09:00', 'too-far'],
    ] as const) {
      assert.deepEqual(await stand.press('uitstellen', anna, { delay }), { kind: 'invalid', reason });
    }
    await stand.changeAfspraak('AFS-2026-001', { status: 'afgerond' });
    assert.deepEqual(await stand.press('uitstellen', anna, { delay: '1w' }), { kind: 'invalid', reason: 'outdated' });
  });
});

describe('Klaar', () => {
  it('gives a recurring date its next one and settles the rest of this one', async () => {
    const stand = await standWithDelivered({ ritme: 'jaarlijks' });
    const outcome = await stand.press('klaar', anna);
    assert.equal(outcome.kind === 'done' && outcome.next, '2028-01-22');
    assert.equal(stand.register.view().afspraak('AFS-2026-001')?.herijking, '2028-01-22');
    stand.setTime('2027-01-22 09:00');
    await stand.round();
    assert.equal(stand.teams.accepted.length, 1);
    assert.deepEqual(await stand.steps('AFS-2026-001'), ['-56 settled']);
    const [one] = await stand.all();
    assert.deepEqual(
      one?.reactions.map(({ button, until }) => [button, until]),
      [['klaar', '2028-01-22']],
    );
  });

  it('moves the rapportagedatum by its own ritme, past the day of the press', async () => {
    const stand = await openStand('2026-11-23');
    await stand.bind('kanaal-een');
    await stand.addAfspraak({
      _id: 'AFS-2026-001',
      rapportagedatum: '2026-08-31',
      rapportageritme: 'maandelijks',
      herijking: '2028-01-01',
      ritme: 'jaarlijks',
    });
    await stand.round();
    const [one] = await stand.all();
    const parts = { store: stand.store, register: stand.register, timeZone };
    const press = { button: 'klaar', by: anna, at: stand.clock.now() } as const;
    const outcome = await react(parts, one?._id ?? '', press);
    assert.equal(outcome.kind === 'done' && outcome.next, '2026-11-30');
    const afspraak = stand.register.view().afspraak('AFS-2026-001');
    assert.equal(afspraak?.rapportagedatum, '2026-11-30');
    assert.equal(afspraak?.herijking, '2028-01-01');
    // What had passed of the new date before the press is not caught up with.
    await stand.round();
    assert.equal(stand.teams.accepted.length, 1);
    stand.setTime('2026-11-30 09:00');
    await stand.round();
    assert.equal(stand.teams.accepted.length, 2);
  });

  it('on a date that does not come back leaves it, and it is not reminded of again', async () => {
    for (const ritme of ['eenmalig', undefined] as const) {
      const stand = await standWithDelivered(ritme === undefined ? {} : { ritme });
      const outcome = await stand.press('klaar', anna);
      assert.equal(outcome.kind, 'done');
      assert.ok(!('next' in outcome));
      const afspraak = stand.register.view().afspraak('AFS-2026-001');
      assert.equal(afspraak?.herijking, '2027-01-22');
      assert.equal(afspraak?.status, 'lopend');
      stand.restart();
      stand.setTime('2027-02-22 09:00');
      await stand.round();
      assert.equal(stand.teams.accepted.length, 1);
    }
  });

  it('settles what other kanalen were told, and counts once when two people press', async () => {
    const stand = await openStand('2026-11-23');
    await stand.bind('kanaal-een');
    await stand.bind('kanaal-twee');
    await stand.addAfspraak({ _id: 'AFS-2026-001', herijking: '2027-01-22', ritme: 'halfjaarlijks' });
    await stand.plan();
    stand.setTime('2026-11-27 09:00');
    await stand.round();
    const names = (await stand.all()).map((one) => one._id);
    assert.equal(names.length, 2);
    const parts = { store: stand.store, register: stand.register, timeZone };
    const at = stand.clock.now();
    const outcomes = await Promise.all(
      [anna, bram].map((by, index) => react(parts, names[index] ?? '', { button: 'klaar', by, at: at + index })),
    );
    assert.deepEqual(outcomes.map((one) => one.kind).sort(), ['already', 'done']);
    assert.deepEqual(
      outcomes.map((one) => 'next' in one && one.next),
      ['2027-07-22', '2027-07-22'],
    );
    assert.equal(stand.register.view().afspraak('AFS-2026-001')?.herijking, '2027-07-22');
    const all = await stand.all();
    assert.deepEqual(
      all.map((one) => one.state),
      ['settled', 'settled'],
    );
    assert.deepEqual(
      all.map((one) => one.reactions.length),
      [1, 1],
    );
  });

  it('is completed by the redelivered press when the process died at any write', async () => {
    for (let writes = 1; writes <= 6; writes += 1) {
      const store = openMemoryStore();
      const stand = await openStand('2026-11-23', { store });
      await stand.bind('kanaal-een');
      await stand.addAfspraak({ _id: 'AFS-2026-001', herijking: '2027-01-22', ritme: 'jaarlijks' });
      await stand.plan();
      stand.setTime('2026-11-27 09:00');
      await deliverDue(stand.worker());
      const name = (await stand.all())[0]?._id ?? '';
      const press = { button: 'klaar', by: anna, at: stand.clock.now() } as const;
      const dying = mortal(store);
      dying.die(writes);
      const parts = { register: stand.register, timeZone };
      await react({ ...parts, store: dying.store }, name, press).catch((fault: unknown) => {
        assert.equal((fault as { code?: string }).code, 'test-dead');
      });
      const outcome = await react({ ...parts, store }, name, press);
      assert.ok(outcome.kind === 'done' || outcome.kind === 'already');
      assert.equal(outcome.next, '2028-01-22');
      assert.equal(stand.register.view().afspraak('AFS-2026-001')?.herijking, '2028-01-22');
      const [one] = await stand.all();
      assert.equal(one?.state, 'settled');
      assert.equal(one?.reactions.length, 1);
    }
  });

  it('does not overrule a date that somebody moved in the meantime', async () => {
    const stand = await standWithDelivered({ ritme: 'jaarlijks' });
    await stand.changeAfspraak('AFS-2026-001', { herijking: '2027-06-01' });
    const outcome = await stand.press('klaar', anna);
    assert.equal(outcome.kind, 'done');
    assert.ok(!('next' in outcome));
    assert.equal(stand.register.view().afspraak('AFS-2026-001')?.herijking, '2027-06-01');
    stand.pass(day);
    await stand.round();
  });
});
