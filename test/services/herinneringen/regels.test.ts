import assert from 'node:assert/strict';
import { listHerinneringen } from '../../../services/herinneringen/list.ts';
import { react } from '../../../services/herinneringen/reactions.ts';
import type { RegelDraft } from '../../../services/herinneringen/regel.ts';
import { openRegels, type RegelChange } from '../../../services/herinneringen/regels.ts';
import { addTo, instantAt } from '../../../services/kalender/civil-date.ts';
import { addressOf, openStand, timeZone } from './stand.ts';

const text = { kind: 'text', tekst: 'bel de accountant' } as const;
const at = (day: string, time: string): number => instantAt(day, time, timeZone);

async function openRegelStand(start: string) {
  const stand = await openStand(start);
  let ids = 0;
  const regels = openRegels({
    store: stand.store,
    newId: () => {
      ids += 1;
      return `regel-${ids}`;
    },
  });
  const kanaal = await stand.bind('kanaal-een');
  const press = (extra: { stamp?: number } = {}) => ({
    kanaal,
    by: 'Voorbeeld Vermeer',
    at: stand.clock.now(),
    ...extra,
  });
  return Object.assign(stand, {
    regels,
    kanaal,
    press,
    async make(draft: RegelDraft) {
      const { _id } = await regels.propose(draft, press());
      const outcome = await regels.confirm(_id, press());
      assert.equal(outcome.kind, 'done');
      return _id;
    },
    manage: (id: string, change: RegelChange) => regels.manage(id, change, press()),
    /** Lets hour after hour pass and gives the moments at which something was told. */
    async live(until: string, everyMs = 3_600_000) {
      const end = at(until.split(' ')[0] ?? '', until.split(' ')[1] ?? '00:00');
      const before = stand.teams.accepted.length;
      while (stand.clock.now() < end) {
        await stand.round();
        stand.pass(everyMs);
      }
      await stand.round();
      return stand.teams.accepted.slice(before).map(({ at: told }) => local(told));
    },
  });
}

const local = (instant: number): string =>
  new Date(instant).toLocaleString('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });

describe('own rules', () => {
  it('speak once at the time that was named, also on a Sunday, and not before they are confirmed', async () => {
    const stand = await openRegelStand('2026-11-22 08:00');
    const wanneer = { kind: 'once', dag: '2026-11-22', tijd: '14:05' } as const;
    const proposed = await stand.regels.propose({ wanneer, inhoud: text }, stand.press());
    await stand.round();
    assert.deepEqual(await stand.all(), []);
    const [one, two] = await Promise.all([
      stand.regels.confirm(proposed._id, stand.press()),
      stand.regels.confirm(proposed._id, stand.press()),
    ]);
    assert.deepEqual([one.kind, two.kind].sort(), ['already', 'done']);
    assert.deepEqual(await stand.live('2026-11-24', 300_000), ['2026-11-22 14:05']);
    assert.equal(stand.teams.accepted.at(-1)?.message.occurrences[0]?.regel, proposed._id);
  });

  it('speak at 09:00 on the working day before a day that is none', async () => {
    const stand = await openRegelStand('2027-03-01 08:00');
    await stand.make({ wanneer: { kind: 'once', dag: '2027-03-29' }, inhoud: text });
    assert.deepEqual(await stand.live('2027-04-02'), ['2027-03-25 09:00'], 'Easter Monday, Good Friday before it');
  });

  it('speak on every day that was named, once each, and end with Klaar on the last', async () => {
    const stand = await openRegelStand('2027-03-01 08:00');
    const id = await stand.make({
      // A Saturday and the Sunday after it, both moved back to the same Friday; and a day of its own.
      wanneer: { kind: 'days', dagen: ['2027-03-06', '2027-03-07', '2027-04-01'] },
      inhoud: text,
    });
    assert.deepEqual(await stand.live('2027-03-20'), ['2027-03-05 09:00']);
    const parts = { store: stand.store, register: stand.register, timeZone };
    const press = (occurrence: string) =>
      react(parts, occurrence, { button: 'klaar', by: { naam: 'Voorbeeld Zwaan' }, at: stand.clock.now() });
    const toldLast = () => stand.teams.accepted.at(-1)?.message.occurrences[0];
    assert.equal(toldLast()?.missed, undefined);
    assert.equal((await press(toldLast()?._id ?? '')).kind, 'done');
    assert.equal((await stand.regels.get(id))?.state, 'active');
    stand.restart();
    assert.deepEqual(await stand.live('2027-04-20'), ['2027-04-01 09:00']);
    assert.equal((await press(toldLast()?._id ?? '')).kind, 'done');
    assert.equal((await stand.regels.get(id))?.state, 'done');
    assert.equal((await press(toldLast()?._id ?? '')).kind, 'already');
  });

  it('of several days cannot be moved as one', async () => {
    const stand = await openRegelStand('2027-03-01 08:00');
    const id = await stand.make({ wanneer: { kind: 'days', dagen: ['2027-03-08', '2027-04-01'] }, inhoud: text });
    const moved = await stand.manage(id, { deed: 'verplaatst', day: '2027-05-03' });
    assert.deepEqual(moved, { kind: 'refused', reason: 'not-movable' });
  });

  it('keep the time of the wall clock over both changes of the clocks', async () => {
    for (const [start, until, expected] of [
      [
        '2027-03-25 08:00',
        '2027-04-02',
        ['2027-03-26 02:30', '2027-03-27 02:30', '2027-03-28 03:00', '2027-03-29 02:30'],
      ],
      ['2027-10-29 08:00', '2027-11-02', ['2027-10-30 02:30', '2027-10-31 02:30', '2027-11-01 02:30']],
    ] as const) {
      const stand = await openRegelStand(start);
      const wanneer = { kind: 'recurring', rrule: 'FREQ=DAILY', from: start.slice(0, 10), tijd: '02:30' } as const;
      await stand.make({ wanneer, inhoud: text });
      const told = await stand.live(until, 900_000);
      assert.deepEqual(told.slice(0, expected.length), expected);
    }
  });

  it('move with the date of the afspraak they count from', async () => {
    const stand = await openRegelStand('2027-01-04 08:00');
    await stand.addAfspraak({ _id: 'AFS-2027-001', einddatum: '2027-03-31' });
    const wanneer = { kind: 'anchor', code: 'AFS-2027-001', veld: 'einddatum', verschuiving: '-P6W' } as const;
    const id = await stand.make({ wanneer, inhoud: { kind: 'afspraak', code: 'AFS-2027-001' }, verband: 'v1' });
    const own = async () =>
      (await stand.all()).filter(({ regel }) => regel === id).map((one) => `${one.anchor} ${one.state}`);
    stand.setTime('2027-02-12 08:00');
    await stand.round();
    assert.deepEqual(await own(), ['2027-03-31 planned']);
    await stand.changeAfspraak('AFS-2027-001', { einddatum: '2027-04-07' });
    await stand.live('2027-02-20');
    assert.deepEqual(
      (await stand.all()).filter((one) => one.regel === id && one.state === 'delivered'),
      [],
    );
    await stand.live('2027-02-26');
    const later = stand.teams.accepted.filter(({ message }) => message.occurrences.some(({ regel }) => regel === id));
    assert.deepEqual(
      later.map((one) => local(one.at)),
      ['2027-02-24 09:00'],
    );
    assert.deepEqual((await own()).sort(), ['2027-03-31 cancelled', '2027-04-07 delivered']);
  });

  it('that were missed several times send one message that says so', async () => {
    const stand = await openRegelStand('2027-01-04 08:00');
    const wanneer = { kind: 'recurring', rrule: 'FREQ=WEEKLY;BYDAY=MO', from: '2027-01-04' } as const;
    await stand.make({ wanneer, inhoud: text });
    assert.deepEqual(await stand.live('2027-01-05'), ['2027-01-04 09:00']);
    stand.setTime('2027-03-09 10:00');
    stand.restart();
    await stand.round();
    const [last] = stand.teams.accepted.slice(-1);
    assert.equal(stand.teams.accepted.length, 2);
    assert.equal(last?.message.occurrences[0]?.anchor, '2027-03-08');
    assert.equal(last?.message.occurrences[0]?.missed, 8);
    const states = (await stand.all())
      .filter((one) => one.at <= stand.clock.now())
      .map(({ state, reason }) => `${state} ${reason ?? ''}`.trim());
    assert.deepEqual(states, ['delivered', ...Array.from({ length: 8 }, () => 'skipped superseded'), 'delivered']);
  });

  it('that were put off to the moment of the next are told once with it, and nothing was missed', async () => {
    const stand = await openRegelStand('2027-01-04 08:00');
    const wanneer = { kind: 'recurring', rrule: 'FREQ=WEEKLY;BYDAY=MO', from: '2027-01-04' } as const;
    await stand.make({ wanneer, inhoud: text });
    await stand.live('2027-01-05');
    const sent = (await stand.all()).find(({ state }) => state === 'delivered');
    assert.ok(sent);
    const press = {
      button: 'uitstellen',
      delay: '2027-01-11',
      by: { naam: 'Anna' },
      at: at('2027-01-05', '10:00'),
    } as const;
    const outcome = await react({ store: stand.store, register: stand.register, timeZone }, sent._id, press);
    assert.equal(outcome.kind, 'done');
    assert.deepEqual(await stand.live('2027-01-12'), ['2027-01-11 09:00']);
    const told = stand.teams.accepted.at(-1)?.message.occurrences ?? [];
    assert.deepEqual(
      told.map(({ anchor, missed }) => [anchor, missed]),
      [['2027-01-11', undefined]],
    );
    const put = (await stand.all()).find(({ postponedFrom }) => postponedFrom === sent._id);
    assert.deepEqual([put?.state, put?.reason], ['skipped', 'superseded']);
  });

  it('are silent while paused; what recurs is not caught up with, what speaks once comes when the pause ends', async () => {
    const stand = await openRegelStand('2027-01-04 08:00');
    const weekly = await stand.make({
      wanneer: { kind: 'recurring', rrule: 'FREQ=WEEKLY;BYDAY=WE', from: '2027-01-04' },
      inhoud: text,
    });
    const once = await stand.make({ wanneer: { kind: 'once', dag: '2027-01-07' }, inhoud: text });
    await stand.round();
    const until = at('2027-01-18', '09:00');
    for (const id of [weekly, once]) {
      assert.equal((await stand.manage(id, { deed: 'gepauzeerd', day: '2027-01-18', until })).kind, 'done');
      assert.equal((await stand.manage(id, { deed: 'gepauzeerd', day: '2027-01-18', until })).kind, 'already');
    }
    assert.deepEqual(await stand.live('2027-01-22'), ['2027-01-18 09:00', '2027-01-20 09:00']);
    await stand.manage(weekly, { deed: 'gepauzeerd' });
    assert.deepEqual(await stand.live('2027-03-02'), []);
    assert.equal((await stand.manage(weekly, { deed: 'hervat' })).kind, 'done');
    assert.equal((await stand.manage(weekly, { deed: 'hervat' })).kind, 'already');
    assert.deepEqual(await stand.live('2027-03-11'), ['2027-03-03 09:00', '2027-03-10 09:00']);
  });

  it('are moved once and stopped for good', async () => {
    const stand = await openRegelStand('2027-01-04 08:00');
    const id = await stand.make({ wanneer: { kind: 'once', dag: '2027-01-07' }, inhoud: text });
    const stopped = await stand.make({ wanneer: { kind: 'once', dag: '2027-01-08' }, inhoud: text });
    await stand.round();
    assert.equal((await stand.manage(id, { deed: 'verplaatst', day: '2027-01-12' })).kind, 'done');
    assert.equal((await stand.manage(id, { deed: 'verplaatst', day: '2027-01-12' })).kind, 'already');
    assert.equal((await stand.manage(stopped, { deed: 'gestopt' })).kind, 'done');
    assert.equal((await stand.manage(stopped, { deed: 'gestopt' })).kind, 'already');
    assert.deepEqual(await stand.manage(stopped, { deed: 'hervat' }), { kind: 'refused', reason: 'ended' });
    assert.deepEqual(await stand.live('2027-01-14'), ['2027-01-12 09:00']);
    const regel = await stand.regels.get(id);
    assert.deepEqual(
      regel?.trace.map(({ deed, by }) => `${deed} ${by}`),
      ['ingesteld Voorbeeld Vermeer', 'verplaatst Voorbeeld Vermeer'],
    );
  });

  it('end with Klaar when they speak once, and go on when they recur', async () => {
    const stand = await openRegelStand('2027-01-04 08:00');
    const once = await stand.make({ wanneer: { kind: 'once', dag: '2027-01-04' }, inhoud: text });
    const weekly = await stand.make({
      wanneer: { kind: 'recurring', rrule: 'FREQ=WEEKLY;BYDAY=MO', from: '2027-01-04' },
      inhoud: text,
    });
    await stand.live('2027-01-04 09:15');
    const by = { naam: 'Voorbeeld Zwaan' };
    for (const regel of [once, weekly]) {
      const told = (await stand.all()).find((one) => one.regel === regel && one.state === 'delivered');
      const parts = { store: stand.store, register: stand.register, timeZone };
      assert.equal((await react(parts, told?._id ?? '', { button: 'klaar', by, at: stand.clock.now() })).kind, 'done');
      assert.equal(
        (await react(parts, told?._id ?? '', { button: 'klaar', by, at: stand.clock.now() })).kind,
        'already',
      );
    }
    assert.deepEqual(
      [(await stand.regels.get(once))?.state, (await stand.regels.get(weekly))?.state],
      ['done', 'active'],
    );
    assert.deepEqual(await stand.live('2027-01-12'), ['2027-01-11 09:00']);
  });

  it('come back on the day chosen with Uitstellen', async () => {
    const stand = await openRegelStand('2027-01-04 08:00');
    await stand.make({ wanneer: { kind: 'once', dag: '2027-01-04' }, inhoud: text });
    await stand.live('2027-01-04 09:15');
    const [told] = await stand.all();
    const parts = { store: stand.store, register: stand.register, timeZone };
    const press = {
      button: 'uitstellen',
      by: { naam: 'Voorbeeld Zwaan' },
      at: stand.clock.now(),
      delay: '1w',
    } as const;
    assert.equal((await react(parts, told?._id ?? '', press)).kind, 'done');
    assert.deepEqual(await stand.live('2027-01-13'), ['2027-01-11 09:00']);
  });

  it('say nothing of a vertrouwelijke afspraak once the channel is no longer bound to it', async () => {
    const stand = await openRegelStand('2027-01-04 08:00');
    await stand.addAfspraak({ _id: 'AFS-2027-001', vertrouwelijkheid: 'vertrouwelijk' });
    await stand.make({
      wanneer: { kind: 'once', dag: '2027-01-06' },
      inhoud: { kind: 'afspraak', code: 'AFS-2027-001' },
      verband: 'v1',
    });
    await stand.round();
    await stand.kanalen.unbindVerband(stand.kanaal, 'v1');
    assert.deepEqual(await stand.live('2027-01-08'), []);
    assert.deepEqual(
      (await stand.all()).map(({ state, reason }) => [state, reason]),
      [['cancelled', 'not-visible']],
    );
  });

  it('work in a chat that is bound to nothing, and can be touched from there alone', async () => {
    const stand = await openRegelStand('2027-01-04 08:00');
    const { _id: kanaal } = await stand.kanalen.keepAddress(addressOf('persoonlijk'), { now: stand.clock.now() });
    const mine = { kanaal, by: 'Voorbeeld Zwaan', at: stand.clock.now() };
    const { _id } = await stand.regels.propose({ wanneer: { kind: 'once', dag: '2027-01-05' }, inhoud: text }, mine);
    assert.deepEqual(await stand.regels.confirm(_id, stand.press()), { kind: 'unknown' });
    assert.equal((await stand.regels.confirm(_id, mine)).kind, 'done');
    assert.deepEqual(await stand.manage(_id, { deed: 'gestopt' }), { kind: 'unknown' });
    assert.deepEqual(await stand.live('2027-01-06'), ['2027-01-05 09:00']);
  });

  it('stand in the list with and without an occurrence in the outbox', async () => {
    const stand = await openRegelStand('2027-01-04 08:00');
    const id = await stand.make({
      wanneer: { kind: 'recurring', rrule: 'FREQ=MONTHLY;BYDAY=1MO', from: '2027-01-04' },
      inhoud: text,
    });
    const list = async () =>
      (
        await listHerinneringen(
          { store: stand.store, register: stand.register.view(), kanalen: stand.kanalen, timeZone },
          { from: '2027-01-04', to: addTo('2027-01-04', { months: 3 }), now: stand.clock.now(), kanaal: stand.kanaal },
        )
      ).map(({ regel, code, kind, anchor, state }) => [regel, code, kind, anchor, state].join(' '));
    const expected = ['2027-01-04', '2027-02-01', '2027-03-01'].map((day) => `${id}  eigen ${day} planned`);
    assert.deepEqual((await list()).slice(0, 3), expected);
    await stand.plan();
    assert.deepEqual((await list()).slice(0, 3), expected, 'the same once the outbox holds the first');
    await stand.manage(id, { deed: 'gestopt' });
    assert.deepEqual(await list(), []);
  });

  it('are no longer confirmed a day after the preview, and leave nothing of it behind', async () => {
    const stand = await openRegelStand('2027-01-04 08:00');
    const { _id } = await stand.regels.propose(
      { wanneer: { kind: 'once', dag: '2027-01-20' }, inhoud: text },
      stand.press(),
    );
    stand.pass(25 * 3_600_000);
    assert.deepEqual(await stand.regels.confirm(_id, stand.press()), { kind: 'refused', reason: 'expired' });
    await stand.regels.propose({ wanneer: { kind: 'once', dag: '2027-01-21' }, inhoud: text }, stand.press());
    const wiped = await stand.regels.get(_id);
    assert.deepEqual([wiped?.state, wiped?.inhoud, wiped?.trace], ['cancelled', { kind: 'text', tekst: '' }, []]);
  });
});
