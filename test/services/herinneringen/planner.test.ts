import assert from 'node:assert/strict';
import { setLadder } from '../../../services/herinneringen/own-ladders.ts';
import { createPlanner } from '../../../services/herinneringen/planner.ts';
import { removeReces, setReces } from '../../../services/reces/recessen.ts';
import { openMemoryStore } from '../../fakes/memory-store.ts';
import { mortal } from './mortal-store.ts';
import { addressOf, openStand, timeZone } from './stand.ts';

const day = 86_400_000;

describe('the planner', () => {
  it('stores the moments of the coming days once, however often it runs', async () => {
    const stand = await openStand('2026-11-23');
    await stand.bind('kanaal-een');
    await stand.addAfspraak({ _id: 'AFS-2026-001', herijking: '2027-01-22' });
    assert.deepEqual(await stand.plan(), { planned: 1, cancelled: 0 });
    assert.deepEqual(await stand.plan(), { planned: 0, cancelled: 0 });
    stand.restart();
    assert.deepEqual(await stand.plan(), { planned: 0, cancelled: 0 });
    assert.deepEqual(await stand.steps('AFS-2026-001'), ['-56 planned']);
  });

  it('plans for each kanaal that is bound, also when two processes plan at the same time', async () => {
    const stand = await openStand('2026-11-23');
    await stand.bind('kanaal-een');
    await stand.bind('kanaal-twee');
    await stand.addAfspraak({ _id: 'AFS-2026-001', herijking: '2027-01-22' });
    const parts = { store: stand.store, kanalen: stand.kanalen, timeZone };
    const view = stand.register.view();
    const now = stand.clock.now();
    await Promise.all([createPlanner(parts).planAll(view, now), createPlanner(parts).planAll(view, now)]);
    assert.deepEqual(await stand.steps('AFS-2026-001'), ['-56 planned', '-56 planned']);
  });

  it('moves on with the days', async () => {
    const stand = await openStand('2026-11-23');
    await stand.bind('kanaal-een');
    await stand.addAfspraak({ _id: 'AFS-2026-001', herijking: '2027-02-01' });
    await stand.plan();
    assert.deepEqual(await stand.steps('AFS-2026-001'), []);
    stand.setTime('2026-12-01');
    await stand.plan();
    assert.deepEqual(await stand.steps('AFS-2026-001'), ['-56 planned']);
  });

  it('cancels what no longer follows when the date moves, and plans the new date', async () => {
    const stand = await openStand('2026-11-23');
    await stand.bind('kanaal-een');
    await stand.addAfspraak({ _id: 'AFS-2026-001', herijking: '2027-01-22' });
    await stand.plan();
    await stand.changeAfspraak('AFS-2026-001', { herijking: '2027-01-25' });
    assert.deepEqual(await stand.plan(), { planned: 1, cancelled: 1 });
    const all = await stand.all();
    assert.deepEqual(
      all.map((one) => `${one.anchor} ${one.state} ${one.reason}`),
      ['2027-01-22 cancelled date-changed', '2027-01-25 planned undefined'],
    );
  });

  it('brings a cancelled one back when the date is moved back', async () => {
    const stand = await openStand('2026-11-23');
    await stand.bind('kanaal-een');
    await stand.addAfspraak({ _id: 'AFS-2026-001', herijking: '2027-01-22' });
    await stand.plan();
    await stand.changeAfspraak('AFS-2026-001', { herijking: '2027-06-22' });
    await stand.plan();
    await stand.changeAfspraak('AFS-2026-001', { herijking: '2027-01-22' });
    await stand.plan();
    assert.deepEqual(await stand.steps('AFS-2026-001'), ['-56 planned']);
  });

  it('cancels when the afspraak ends, its ladder changes, or its kanaal is unbound', async () => {
    const stand = await openStand('2026-11-23');
    const kanaal = await stand.bind('kanaal-een');
    for (const code of ['AFS-2026-001', 'AFS-2026-002', 'AFS-2026-003']) {
      await stand.addAfspraak({ _id: code, herijking: '2027-01-22' });
    }
    await stand.plan();
    await stand.changeAfspraak('AFS-2026-001', { status: 'opgezegd' });
    await stand.plan();
    await setLadder(stand.store, { scope: 'afspraak', id: 'AFS-2026-002', lead: [14, 0] });
    await stand.plan();
    await stand.kanalen.unbindVerband(kanaal, 'v1');
    await stand.plan();
    assert.deepEqual(await stand.steps('AFS-2026-001'), ['-56 cancelled afspraak-ended']);
    assert.deepEqual(await stand.steps('AFS-2026-002'), ['-56 cancelled ladder-changed']);
    assert.deepEqual(await stand.steps('AFS-2026-003'), ['-56 cancelled unbound']);
  });

  it('tells a channel that is bound late of the last passed step alone, once', async () => {
    const stand = await openStand('2026-11-23');
    await stand.addAfspraak({ _id: 'AFS-2026-001', herijking: '2026-11-30' });
    await stand.addAfspraak({ _id: 'AFS-2026-002', herijking: '2026-10-01' });
    await stand.addAfspraak({ _id: 'AFS-2026-003', einddatum: '2026-12-01', opzegtermijn: 'P1M' });
    await stand.bind('kanaal-een');
    await stand.plan();
    assert.deepEqual(await stand.steps('AFS-2026-001'), ['-14 planned bound-late', '0 planned']);
    assert.deepEqual(await stand.steps('AFS-2026-002'), ['49 planned bound-late', '56 planned']);
    // The last day to give notice has passed: nothing to do about it, so nothing is said.
    const kinds = (await stand.all())
      .filter((one) => one.code === 'AFS-2026-003')
      .map((one) => `${one.kind} ${one.step}`);
    assert.deepEqual(kinds, ['einde -30']);
    stand.restart();
    assert.deepEqual(await stand.plan(), { planned: 0, cancelled: 0 });
  });

  it('plans afspraken that were imported while no process ran', async () => {
    const stand = await openStand('2026-11-23');
    await stand.bind('kanaal-een');
    await stand.plan();
    stand.setTime('2026-11-26');
    await stand.addAfspraak({ _id: 'AFS-2026-001', herijking: '2026-11-27' });
    stand.restart();
    await stand.plan();
    assert.deepEqual(await stand.steps('AFS-2026-001'), ['-14 planned bound-late', '0 planned']);
  });

  it('follows an afspraak to the kanaal of another verband', async () => {
    const stand = await openStand('2026-11-23');
    await stand.bind('kanaal-een', 'v1');
    const other = await stand.bind('kanaal-twee', 'v2');
    await stand.addAfspraak({ _id: 'AFS-2026-001', herijking: '2027-01-22' });
    await stand.plan();
    await stand.changeAfspraak('AFS-2026-001', { verband: 'v2' });
    await stand.plan();
    const all = await stand.all();
    assert.deepEqual(all.map((one) => one.state).sort(), ['cancelled', 'planned']);
    assert.equal(all.find((one) => one.state === 'planned')?.kanaal, other);
  });

  it('moves what is planned when a reces is set', async () => {
    const stand = await openStand('2026-11-20');
    await stand.bind('kanaal-een');
    await stand.addAfspraak({ _id: 'AFS-2026-001', herijking: '2026-11-26' });
    await stand.plan();
    const days = { van: '2026-11-25', tot: '2026-11-30', naam: 'Najaarsreces' };
    await setReces(stand.store, 'gm0106', days, { door: 'Tester', op: stand.clock.now() });
    await stand.plan();
    const [, moved] = await stand.all();
    assert.equal(moved && new Date(moved.at).toISOString(), '2026-11-24T08:00:00.000Z');
    await removeReces(stand.store, 'gm0106', days.van, { door: 'Tester', op: stand.clock.now() });
    await stand.plan();
    const [, back] = await stand.all();
    assert.equal(back && new Date(back.at).toISOString(), '2026-11-26T08:00:00.000Z');
  });

  it('finishes a planning that died half way', async () => {
    const store = openMemoryStore();
    const stand = await openStand('2026-11-23', { store });
    await stand.bind('kanaal-een');
    for (let number = 1; number <= 9; number += 1) {
      await stand.addAfspraak({ _id: `AFS-2026-00${number}`, herijking: '2027-01-22' });
    }
    const process = mortal(store);
    process.die(4);
    const dying = createPlanner({ store: process.store, kanalen: stand.kanalen, timeZone });
    await assert.rejects(dying.planAll(stand.register.view(), stand.clock.now()), { code: 'test-dead' });
    await stand.plan();
    assert.equal((await stand.all()).length, 9);
  });

  it('finishes a planning of several kanalen, whichever write was the last', async () => {
    for (let writes = 1; writes <= 12; writes += 1) {
      const store = openMemoryStore();
      const stand = await openStand('2026-11-23', { store });
      for (const [verband, kanaal] of [
        ['v1', 'kanaal-een'],
        ['v2', 'kanaal-twee'],
      ] as const) {
        await stand.bind(kanaal, verband);
        for (let number = 1; number <= 4; number += 1)
          await stand.addAfspraak({ _id: `AFS-2026-${verband}${number}`, verband, herijking: '2027-01-22' });
      }
      const process = mortal(store);
      process.die(writes);
      const dying = createPlanner({ store: process.store, kanalen: stand.kanalen, timeZone });
      const isWhole = writes > 10;
      const planning = dying.planAll(stand.register.view(), stand.clock.now());
      if (isWhole) await planning;
      else await assert.rejects(planning, { code: 'test-dead' });
      await stand.plan();
      const planned = (await stand.all()).map(({ code, state }) => `${code} ${state}`);
      assert.equal(new Set(planned).size, 8, `after ${writes} writes: ${planned.join(', ')}`);
      assert.equal(planned.length, 8);
    }
  });

  it('counts from the return of a bot that was removed', async () => {
    const stand = await openStand('2026-11-23');
    const kanaal = await stand.bind('kanaal-een');
    await stand.addAfspraak({ _id: 'AFS-2026-001', herijking: '2026-12-14' });
    await stand.plan();
    await stand.kanalen.markRemoved(kanaal);
    await stand.plan();
    stand.pass(12 * day);
    await stand.kanalen.keepAddress(addressOf('kanaal-een'), { now: stand.clock.now() });
    await stand.plan();
    assert.deepEqual(await stand.steps('AFS-2026-001'), ['-56 cancelled kanaal-removed', '-14 planned bound-late']);
  });
});
