import assert from 'node:assert/strict';
import { type HerinneringRow, listHerinneringen } from '../../../services/herinneringen/list.ts';
import { react } from '../../../services/herinneringen/reactions.ts';
import type { Herinneringregel } from '../../../services/herinneringen/regel.ts';
import { foldRepeats } from '../../../services/herinneringen/repeats.ts';
import { openStand, timeZone } from './stand.ts';

const dayMs = 86_400_000;
const now = Date.parse('2026-11-23T08:30:00Z');

const row = (day: number, over: Partial<HerinneringRow> = {}): HerinneringRow => ({
  occurrence: `rij-${day}-${over.regel ?? over.code ?? ''}`,
  code: null,
  verband: '',
  kind: 'eigen',
  anchor: '2026-11-23',
  step: 0,
  at: now + day * dayMs,
  channel: 'kanaal',
  state: 'planned',
  ...over,
});

const regel = (_id: string, wanneer: Herinneringregel['wanneer']): Herinneringregel => ({
  _id,
  version: 1,
  kanaal: 'kanaal',
  wanneer,
  inhoud: { kind: 'text', tekst: 'Voorbeeld' },
  state: 'active',
  since: 0,
  trace: [],
});
const monday = regel('maandag', { kind: 'recurring', rrule: 'FREQ=WEEKLY;BYDAY=MO', from: '2026-11-01' });
const days = regel('dagen', { kind: 'days', dagen: ['2026-12-01', '2026-12-08'] });
const regels = new Map([monday, days].map((each) => [each._id, each]));

describe('what repeats in the list of herinneringen', () => {
  it('stands there once, at its next moment: a rule that recurs, and the steps after a date', async () => {
    const stand = await openStand('2026-11-23');
    const kanaal = await stand.bind('kanaal-een');
    await stand.addAfspraak({ _id: 'AFS-2026-001', herijking: '2027-01-22' });
    await stand.addAfspraak({ _id: 'AFS-2026-002', einddatum: '2026-10-01' });
    const rows = await listHerinneringen(
      { store: stand.store, register: stand.register.view(), kanalen: stand.kanalen, timeZone },
      { from: '2026-11-23', to: '2027-11-23', now: stand.clock.now(), kanaal, verbanden: ['v1'] },
    );
    assert.ok(rows.length > 50, 'the list itself holds every moment');
    const folded = foldRepeats(rows, regels, stand.clock.now());
    assert.deepEqual(
      folded.map(({ code, step, everyDays }) => [code, step, everyDays]),
      [
        ['AFS-2026-002', 56, 28],
        ['AFS-2026-001', -56, undefined],
        ['AFS-2026-001', -14, undefined],
        ['AFS-2026-001', 0, undefined],
        ['AFS-2026-001', 7, 7],
      ],
    );
    for (const { everyDays: _, ...each } of folded)
      assert.deepEqual(
        each,
        rows.find(({ occurrence }) => occurrence === each.occurrence),
        'its buttons are about that very one',
      );
  });

  it('stands there once for each rule and each kanaal; a rule of a few days keeps each day', () => {
    const after = { code: 'AFS-2026-001', kind: 'herijking', step: 7 } as const;
    const rows = [
      row(0, { regel: 'maandag', state: 'delivered', at: now }),
      row(1, { regel: 'dagen' }),
      row(7, { regel: 'maandag' }),
      row(8, { regel: 'dagen' }),
      row(14, { regel: 'maandag' }),
      row(15, { ...after, channel: 'ander' }),
      row(15, { ...after, occurrence: 'hier-15' }),
      row(22, { ...after, step: 14 }),
      row(22, { ...after, step: 14, channel: 'ander', occurrence: 'ander-22' }),
    ];
    const kept = ['rij-0-maandag', 'rij-1-dagen', 'rij-7-maandag', 'rij-8-dagen', 'rij-15-AFS-2026-001', 'hier-15'];
    assert.deepEqual(
      foldRepeats(rows, regels, now).map(({ occurrence }) => occurrence),
      kept,
    );
  });

  it('leaves what somebody did by hand in sight: put off, left out, asked about', () => {
    const about = { code: 'AFS-2026-001', kind: 'herijking', anchor: '2026-11-02' } as const;
    const rows = [
      row(1, { ...about, step: 14, postponed: true }),
      row(7, { ...about, step: 21 }),
      row(14, { ...about, step: 28, state: 'skipped' }),
      row(21, { ...about, step: 35 }),
      row(22, { ...about, step: 21, escalatie: 'eigenaar' }),
      row(28, { ...about, step: 42 }),
    ];
    const folded = foldRepeats(rows, regels, now);
    assert.deepEqual(
      folded.map(({ at, everyDays }) => [(at - now) / dayMs, everyDays]),
      [
        [1, undefined],
        [7, 7],
        [14, undefined],
        [22, undefined],
      ],
    );
  });

  it('shows the day that was chosen beside the next one of the rhythm', async () => {
    const stand = await openStand('2026-11-23');
    const kanaal = await stand.bind('kanaal-een');
    await stand.addAfspraak({ _id: 'AFS-2026-001', herijking: '2026-11-02' });
    await stand.plan();
    const list = () =>
      listHerinneringen(
        { store: stand.store, register: stand.register.view(), kanalen: stand.kanalen, timeZone },
        { from: '2026-11-23', to: '2027-03-01', now: stand.clock.now(), kanaal, verbanden: ['v1'] },
      );
    const next = (await list()).find(({ state, at }) => state === 'planned' && at > stand.clock.now());
    assert.ok(next);
    const by = { naam: 'Voorbeeld Zwaan' };
    const press = { button: 'uitstellen', delay: '2026-12-16', by, at: stand.clock.now() } as const;
    const parts = { store: stand.store, register: stand.register, timeZone };
    assert.equal((await react(parts, next.occurrence, press)).kind, 'done');
    const planned = foldRepeats(await list(), regels, stand.clock.now()).filter(({ state }) => state === 'planned');
    assert.deepEqual(
      planned.map(({ postponed, everyDays }) => [postponed, everyDays]),
      [
        [true, undefined],
        [undefined, 7],
      ],
    );
  });
});
