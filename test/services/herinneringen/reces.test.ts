import assert from 'node:assert/strict';
import { listHerinneringen } from '../../../services/herinneringen/list.ts';
import { lastStepBefore, longestShiftOf, reminderCalendar, stepsWithin } from '../../../services/herinneringen/plan.ts';
import { returnDay } from '../../../services/herinneringen/postpone.ts';
import { react } from '../../../services/herinneringen/reactions.ts';
import type { Herinneringregel, RegelWanneer } from '../../../services/herinneringen/regel.ts';
import { nextMoments, regelMoments } from '../../../services/herinneringen/regel-moments.ts';
import { openRegels } from '../../../services/herinneringen/regels.ts';
import { addTo, dayAt, daysBetween, instantAt } from '../../../services/kalender/civil-date.ts';
import { isWorkingDay, type Reces } from '../../../services/kalender/feestdagen.ts';
import { removeReces, setReces } from '../../../services/reces/recessen.ts';
import type { Afspraak } from '../../../services/register/types.ts';
import { seededRandom } from '../../fakes/seeded-random.ts';
import { openStand, timeZone } from './stand.ts';

/** CONTRACT §8: a herinnering that falls inside the reces of a recipient council comes on the working day before it. */

const nine = (day: string): number => instantAt(day, '09:00', timeZone);
const clockTime = (at: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(at);
const ladder = { lead: [56, 14, 0], afterEvery: 7 };
const wide = { from: nine('2026-01-01'), to: nine('2029-01-01') };
const stepsOf = (anchor: string, reces: readonly Reces[]) =>
  stepsWithin(anchor, ladder, { calendar: reminderCalendar(timeZone, reces), ...wide }).map(
    ({ step, at }) => `${step} ${clockTime(at)}`,
  );

describe('a herinnering in a reces', () => {
  it('comes at nine on the last working day before it, across both clock changes', () => {
    // Spring: the clocks go forward on 28 March 2027; Good Friday is the 26th, Easter Monday the 29th.
    const spring = reminderCalendar(timeZone, [{ van: '2027-03-27', tot: '2027-04-09' }]);
    assert.equal(clockTime(spring.at('2027-04-05', 0)), '2027-03-25 09:00');
    assert.equal(spring.at('2027-04-05', 0), Date.parse('2027-03-25T08:00:00Z'));
    // Autumn: back on 31 October.
    const autumn = reminderCalendar(timeZone, [{ van: '2027-10-23', tot: '2027-11-05' }]);
    assert.equal(autumn.at('2027-11-03', 0), Date.parse('2027-10-22T07:00:00Z'));
    assert.equal(autumn.at('2027-11-08', 0), Date.parse('2027-11-08T08:00:00Z'));
  });

  it('is the same whatever the zone of the process', () => {
    const before = process.env.TZ;
    const results = ['UTC', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Europe/Amsterdam'].map((zone) => {
      process.env.TZ = zone;
      return [
        stepsOf('2027-04-05', [{ van: '2027-03-27', tot: '2027-04-09' }]),
        stepsOf('2027-11-03', [{ van: '2027-10-23', tot: '2027-11-05' }]),
      ];
    });
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
    for (const result of results) assert.deepEqual(result, results[0]);
  });

  it('is told once before the reces and then after it', () => {
    const found = stepsOf('2027-08-02', [{ van: '2027-07-12', tot: '2027-08-20' }]);
    assert.deepEqual(found.slice(0, 4), [
      '-56 2027-06-07 09:00',
      '0 2027-07-09 09:00',
      '21 2027-08-23 09:00',
      '28 2027-08-30 09:00',
    ]);
  });

  it('agrees with a plain walk back, for arbitrary recessen and dates', () => {
    const random = seededRandom();
    const about = `seed ${random.seed}`;
    for (let round = 0; round < 60; round += 1) {
      const reces = Array.from({ length: 1 + random.below(4) }, () => {
        const van = addTo('2027-01-01', { days: random.below(500) });
        return { van, tot: addTo(van, { days: random.below(60) }) };
      });
      const anchor = addTo('2027-01-01', { days: random.below(500) });
      const calendar = reminderCalendar(timeZone, reces);
      const walk = (step: number): string => {
        let day = addTo(anchor, { days: step });
        while (!isWorkingDay(day, { reces })) day = addTo(day, { days: -1 });
        return day;
      };
      for (const step of [-56, -14, 0, 7, 28]) {
        const day = dayAt(calendar.at(anchor, step), timeZone);
        assert.equal(day, walk(step), about);
        const planned = addTo(anchor, { days: step });
        assert.ok(day <= planned && daysBetween(day, planned) <= longestShiftOf(reces), about);
        assert.equal(calendar.at(anchor, step), nine(day), about);
      }
      const steps = stepsWithin(anchor, ladder, { calendar, ...wide });
      assert.equal(new Set(steps.map(({ at }) => at)).size, steps.length, about);
      for (const { step, at } of steps) assert.ok(step <= 0 || at > calendar.at(anchor, 0), about);
      const until = nine(addTo(anchor, { days: random.below(90) - 20 }));
      const last = steps.filter(({ at }) => at <= until).at(-1);
      assert.deepEqual(lastStepBefore(anchor, ladder, until, calendar), last, about);
    }
  });

  it('is sought no further than two recessen that touch reach', () => {
    const summers = Array.from({ length: 40 }, () => ({ van: '2027-07-01', tot: '2027-08-31' }));
    assert.equal(longestShiftOf([]), 10);
    assert.equal(longestShiftOf(summers), 72);
    assert.equal(
      longestShiftOf([
        { van: '2027-07-01', tot: '2027-07-10' },
        { van: '2027-07-15', tot: '2027-07-24' },
      ]),
      34,
    );
  });
});

const by = (at: number) => ({ door: 'Voorbeeld Vermeer', op: at });
const zomer = { van: '2027-07-12', tot: '2027-08-20', naam: 'Zomerreces' };

describe('a reces that is set', () => {
  it('moves what is planned, and what is only listed; taken away it moves back', async () => {
    const stand = await openStand('2027-07-06');
    await stand.bind('kanaal-een');
    await stand.addAfspraak({ _id: 'AFS-2027-001', herijking: '2027-07-13' });
    await stand.addAfspraak({ _id: 'AFS-2027-002', herijking: '2027-08-04' });
    await stand.plan();
    const list = async () =>
      (
        await listHerinneringen(
          { store: stand.store, register: stand.register.view(), kanalen: stand.kanalen, timeZone },
          { from: '2027-07-05', to: '2027-08-31', now: stand.clock.now() },
        )
      )
        .filter(({ step }) => step === 0)
        .map(({ code, at }) => `${code} ${clockTime(at)}`);
    const usual = ['AFS-2027-001 2027-07-13 09:00', 'AFS-2027-002 2027-08-04 09:00'];
    assert.deepEqual(await list(), usual);
    await setReces(stand.store, 'gm0106', zomer, by(stand.clock.now()));
    const moved = ['AFS-2027-001 2027-07-09 09:00', 'AFS-2027-002 2027-07-09 09:00'];
    // The list counts with it before the planner has run, and the same afterwards.
    assert.deepEqual(await list(), moved);
    await stand.plan();
    assert.deepEqual(await list(), moved);
    await removeReces(stand.store, 'gm0106', zomer.van, by(stand.clock.now()));
    assert.deepEqual(await list(), usual);
    await stand.plan();
    assert.deepEqual(await list(), usual);
  });

  it('tells once before the reces, nothing in it, and again after it', async () => {
    const stand = await openStand('2027-07-05');
    await stand.bind('kanaal-een');
    await setReces(stand.store, 'gm0106', zomer, by(stand.clock.now()));
    await stand.addAfspraak({ _id: 'AFS-2027-001', herijking: '2027-07-20' });
    for (let day = '2027-07-05'; day <= '2027-08-24'; day = addTo(day, { days: 1 })) {
      stand.setTime(`${day} 09:05`);
      await stand.round();
    }
    assert.deepEqual(
      stand.teams.accepted.map(({ at }) => dayAt(at, timeZone)),
      // What had passed when the kanaal was bound, two weeks before, the date, and five weeks after it.
      ['2027-07-05', '2027-07-06', '2027-07-09', '2027-08-24'],
    );
  });

  it('loses nothing when it is set while it has begun', async () => {
    const stand = await openStand('2027-07-05');
    await stand.bind('kanaal-een');
    await stand.addAfspraak({ _id: 'AFS-2027-001', herijking: '2027-07-29' });
    await stand.round();
    stand.setTime('2027-07-15 10:00');
    await stand.round();
    const before = stand.teams.accepted.length;
    await setReces(stand.store, 'gm0106', zomer, by(stand.clock.now()));
    await stand.round();
    assert.equal(stand.teams.accepted.length, before);
    stand.setTime('2027-07-29 09:05');
    await stand.round();
    assert.equal(stand.teams.accepted.length, before + 1);
  });

  it('is seen by a planner that runs on, on another process too', async () => {
    const stand = await openStand('2027-07-06');
    await stand.bind('kanaal-een');
    await stand.addAfspraak({ _id: 'AFS-2027-001', herijking: '2027-07-13' });
    await stand.plan();
    await setReces(stand.store, 'gm0106', zomer, by(stand.clock.now()));
    stand.restart();
    await stand.plan();
    const at = (await stand.all()).find(({ step }) => step === 0)?.at;
    assert.equal(at, nine('2027-07-09'));
  });

  it('of a council that is no partij moves nothing', async () => {
    const stand = await openStand('2027-07-06');
    await stand.bind('kanaal-een');
    await setReces(stand.store, 'gm0119', zomer, by(stand.clock.now()));
    await stand.addAfspraak({ _id: 'AFS-2027-001', herijking: '2027-07-13', partijen: ['gm0106'] });
    await stand.plan();
    assert.equal((await stand.all()).find(({ step }) => step === 0)?.at, nine('2027-07-13'));
  });
});

describe('an own rule and a reces', () => {
  const reces = [{ van: '2027-07-12', tot: '2027-08-20' }];
  const afspraak: Afspraak = {
    _id: 'AFS-2027-001',
    version: 1,
    titel: 'Dienstverlening',
    soort: 'dvo',
    verband: 'v1',
    partijen: ['gm0106'],
    status: 'lopend',
    einddatum: '2027-09-06',
    rapportageAan: [],
    vertrouwelijkheid: 'intern',
  };
  const timed = (wanneer: RegelWanneer, since: string): Pick<Herinneringregel, '_id' | 'wanneer' | 'since'> => ({
    _id: 'regel-1',
    wanneer,
    since: nine(since),
  });
  const ground = { afspraak, timeZone, reces };
  const first = (wanneer: RegelWanneer, since: string): string | undefined => {
    const [next] = nextMoments(timed(wanneer, since), ground, nine(since), 1);
    return next && clockTime(next.at);
  };

  it('for a day comes before the reces, and on its own day when it is asked for inside it', () => {
    const once = { kind: 'once', dag: '2027-08-10' } as const;
    assert.equal(first(once, '2027-06-01'), '2027-07-09 09:00');
    assert.equal(first(once, '2027-07-20'), '2027-08-10 09:00');
    assert.equal(first({ ...once, tijd: '14:05' }, '2027-06-01'), '2027-08-10 14:05');
    // A Sunday, asked for on the Friday before it.
    assert.equal(first({ kind: 'once', dag: '2027-08-15' }, '2027-08-13'), '2027-08-16 09:00');
  });

  it('that counts from a date comes before the reces', () => {
    const anchor = { kind: 'anchor', code: 'AFS-2027-001', veld: 'einddatum', verschuiving: '-P4W' } as const;
    assert.equal(first(anchor, '2027-06-01'), '2027-07-09 09:00');
  });

  it('that comes back is found however far the reces moves it, in windows as the planner asks for them', () => {
    const monthly: RegelWanneer = { kind: 'recurring', rrule: 'FREQ=MONTHLY;BYDAY=-1MO', from: '2027-06-01' };
    const regel = timed(monthly, '2027-06-01');
    const all = regelMoments(regel, ground, nine('2027-06-01'), nine('2027-10-01')).map(({ at }) => clockTime(at));
    assert.deepEqual(all, ['2027-06-28 09:00', '2027-07-09 09:00', '2027-08-30 09:00', '2027-09-27 09:00']);
    const pieces = Array.from({ length: 122 }, (_, at) => nine(addTo('2027-06-01', { days: at }))).flatMap((from) =>
      regelMoments(regel, ground, from, from + 86_400_000).map(({ at }) => clockTime(at)),
    );
    assert.deepEqual([...new Set(pieces)], all);
  });
});

describe('what is planned of own rules', () => {
  it('moves with the reces of the afspraak, and back', async () => {
    const stand = await openStand('2027-07-07');
    const kanaal = await stand.bind('kanaal-een');
    await stand.addAfspraak({ _id: 'AFS-2027-001' });
    let ids = 0;
    const newId = (): string => {
      ids += 1;
      return `regel-${ids}`;
    };
    const regels = openRegels({ store: stand.store, newId });
    const press = { kanaal, by: 'Voorbeeld Zwaan', at: stand.clock.now() };
    const inhoud = { kind: 'afspraak', code: 'AFS-2027-001' } as const;
    for (const wanneer of [
      { kind: 'once', dag: '2027-07-14' },
      { kind: 'recurring', rrule: 'FREQ=WEEKLY;BYDAY=TU', from: '2027-07-07' },
    ] as const) {
      const { _id } = await regels.propose({ wanneer, inhoud, verband: 'v1' }, press);
      await regels.confirm(_id, press);
    }
    const moments = async () => {
      await stand.plan();
      const own = (await stand.all()).filter(({ kind, state }) => kind === 'eigen' && state === 'planned');
      return own.map(({ anchor, at }) => `${anchor} ${clockTime(at)}`).sort();
    };
    const usual = ['2027-07-13 2027-07-13 09:00', '2027-07-14 2027-07-14 09:00'];
    stand.setTime('2027-07-07 10:00');
    assert.deepEqual(await moments(), usual);
    await setReces(stand.store, 'gm0106', zomer, by(stand.clock.now()));
    assert.deepEqual(await moments(), ['2027-07-13 2027-07-09 09:00', '2027-07-14 2027-07-09 09:00']);
    await removeReces(stand.store, 'gm0106', zomer.van, by(stand.clock.now()));
    assert.deepEqual(await moments(), usual);
  });
});

describe('Uitstellen and a reces', () => {
  const reces = [{ van: '2027-07-12', tot: '2027-08-20' }];
  const back = (delay: string, pressedOn: string): string | undefined => {
    const target = returnDay(delay, pressedOn, reces);
    return 'day' in target ? target.day : undefined;
  };

  it('brings it back before the reces, or inside it when it is pressed there', () => {
    assert.equal(back('2027-07-30', '2027-07-01'), '2027-07-09');
    assert.equal(back('2027-07-30', '2027-07-09'), '2027-07-30');
    assert.equal(back('1w', '2027-07-14'), '2027-07-21');
    assert.equal(back('1d', '2027-07-09'), '2027-07-12');
    assert.equal(back('2027-08-23', '2027-07-14'), '2027-08-23');
  });

  it('takes the reces of the partijen of the afspraak', async () => {
    const stand = await openStand('2027-07-01 09:05');
    await stand.bind('kanaal-een');
    await stand.addAfspraak({ _id: 'AFS-2027-001', herijking: '2027-07-01' });
    await stand.round();
    await setReces(stand.store, 'gm0106', zomer, by(stand.clock.now()));
    const told = (await stand.all()).find(({ state }) => state === 'delivered');
    assert.ok(told);
    const outcome = await react({ store: stand.store, register: stand.register, timeZone }, told._id, {
      button: 'uitstellen',
      by: { naam: 'Voorbeeld Zwaan' },
      at: stand.clock.now(),
      delay: '2027-08-04',
    });
    assert.equal('next' in outcome && outcome.next, '2027-07-09');
  });
});
