import assert from 'node:assert/strict';
import { listHerinneringen } from '../../../services/herinneringen/list.ts';
import { react } from '../../../services/herinneringen/reactions.ts';
import { openStand, timeZone } from './stand.ts';

type Stand = Awaited<ReturnType<typeof openStand>>;

const list = async (stand: Stand, from: string, to: string, more: { kanaal?: string; verbanden?: string[] } = {}) =>
  listHerinneringen(
    { store: stand.store, register: stand.register.view(), kanalen: stand.kanalen, timeZone },
    { from, to, now: stand.clock.now(), ...more },
  );

const lines = (rows: Awaited<ReturnType<typeof list>>) =>
  rows.map((row) => `${row.code} ${row.kind} ${new Date(row.at).toISOString().slice(0, 10)} ${row.state}`);

describe('the list of herinneringen', () => {
  it('shows what follows from the rules for a verband without a channel', async () => {
    const stand = await openStand('2026-11-23');
    await stand.addAfspraak({ _id: 'AFS-2026-001', einddatum: '2027-06-01', opzegtermijn: 'P3M' });
    const rows = await list(stand, '2026-11-23', '2027-06-30');
    assert.deepEqual(lines(rows), [
      'AFS-2026-001 opzeggen 2026-12-01 planned',
      'AFS-2026-001 opzeggen 2027-01-29 planned',
      'AFS-2026-001 opzeggen 2027-03-01 planned',
      'AFS-2026-001 einde 2027-03-03 planned',
      'AFS-2026-001 einde 2027-04-30 planned',
      'AFS-2026-001 einde 2027-06-01 planned',
      'AFS-2026-001 einde 2027-06-29 planned',
    ]);
    assert.deepEqual(rows[0], {
      occurrence: 'AFS-2026-001/opzeggen/2027-03-01/-90',
      code: 'AFS-2026-001',
      verband: 'v1',
      kind: 'opzeggen',
      anchor: '2027-03-01',
      step: -90,
      at: Date.parse('2026-12-01T08:00:00Z'),
      channel: null,
      state: 'planned',
    });
  });

  it('names stored and computed ones alike, each once, for each kanaal', async () => {
    const stand = await openStand('2026-11-23');
    const one = await stand.bind('kanaal-een');
    await stand.addAfspraak({ _id: 'AFS-2026-001', herijking: '2027-01-22' });
    const before = await list(stand, '2026-11-23', '2027-01-31');
    await stand.plan();
    const after = await list(stand, '2026-11-23', '2027-01-31');
    assert.deepEqual(after, before);
    assert.deepEqual([...new Set(after.map((row) => row.channel))], [one]);
    assert.equal(after.length, 4);
    const two = await stand.bind('kanaal-twee');
    assert.equal((await list(stand, '2026-11-23', '2027-01-31')).length, 8);
    assert.equal((await list(stand, '2026-11-23', '2027-01-31', { kanaal: two })).length, 4);
  });

  it('shows what became of those that are past', async () => {
    const stand = await openStand('2026-11-23');
    await stand.addAfspraak({ _id: 'AFS-2026-001', herijking: '2026-12-11' });
    await stand.bind('kanaal-een');
    await stand.plan();
    stand.setTime('2026-11-27 09:00');
    await stand.round();
    assert.deepEqual(lines(await list(stand, '2026-10-01', '2026-12-18')), [
      'AFS-2026-001 herijking 2026-10-16 skipped',
      'AFS-2026-001 herijking 2026-11-27 delivered',
      'AFS-2026-001 herijking 2026-12-11 planned',
      'AFS-2026-001 herijking 2026-12-18 planned',
    ]);
  });

  it('leaves out what no longer follows, also before the planner has seen it', async () => {
    const stand = await openStand('2026-11-23');
    await stand.bind('kanaal-een');
    await stand.addAfspraak({ _id: 'AFS-2026-001', herijking: '2027-01-22' });
    await stand.plan();
    await stand.changeAfspraak('AFS-2026-001', { herijking: '2027-01-25' });
    assert.deepEqual(lines(await list(stand, '2026-11-23', '2026-12-01')), [
      'AFS-2026-001 herijking 2026-11-30 planned',
    ]);
    await stand.changeAfspraak('AFS-2026-001', { status: 'vervallen' });
    assert.deepEqual(await list(stand, '2026-11-23', '2027-12-01'), []);
  });

  it('leaves out a date that is settled', async () => {
    const stand = await openStand('2026-11-23');
    await stand.bind('kanaal-een');
    await stand.addAfspraak({ _id: 'AFS-2026-001', herijking: '2027-01-22' });
    await stand.plan();
    const [one] = await stand.all();
    const parts = { store: stand.store, register: stand.register, timeZone };
    await react(parts, one?._id ?? '', { button: 'klaar', by: { naam: 'Anna' }, at: stand.clock.now() });
    assert.deepEqual(await list(stand, '2026-11-23', '2027-12-31'), []);
  });

  it('shows only the verbanden that are asked for', async () => {
    const stand = await openStand('2026-11-23');
    await stand.addAfspraak({ _id: 'AFS-2026-001', herijking: '2027-01-22' });
    await stand.addAfspraak({ _id: 'AFS-2026-002', herijking: '2027-01-22', verband: 'v2' });
    const codes = (await list(stand, '2026-11-23', '2026-12-31', { verbanden: ['v2'] })).map((row) => row.code);
    assert.deepEqual(codes, ['AFS-2026-002']);
    assert.deepEqual(await list(stand, '2026-11-23', '2026-12-31', { verbanden: [] }), []);
  });
});
