import assert from 'node:assert/strict';
import { anchorsOf, defaultLadders, ladderLookup } from '../../../services/herinneringen/ladders.ts';
import { dropLadder, loadLadders, setLadder } from '../../../services/herinneringen/own-ladders.ts';
import {
  lastStepBefore,
  planOccurrences,
  reminderCalendar,
  stepsWithin,
} from '../../../services/herinneringen/plan.ts';
import { instantAt } from '../../../services/kalender/civil-date.ts';
import type { Afspraak } from '../../../services/register/types.ts';
import { openMemoryStore } from '../../fakes/memory-store.ts';
import { timeZone } from './stand.ts';

const afspraak = (changes: Partial<Afspraak> = {}): Afspraak => ({
  _id: 'AFS-2026-001',
  version: 1,
  titel: 'Dienstverlening',
  soort: 'dvo',
  verband: 'v1',
  partijen: ['gm0106'],
  status: 'lopend',
  rapportageAan: [],
  vertrouwelijkheid: 'intern',
  ...changes,
});

const calendar = reminderCalendar(timeZone);
const nine = (day: string): number => instantAt(day, '09:00', timeZone);
const window = (from: string, to: string) => ({ from: instantAt(from, '00:00', timeZone), to: nine(to) });

const planned = (of: Afspraak, from: string, to: string) =>
  planOccurrences(of, 'k1', { ladderFor: ladderLookup([]), calendar, ...window(from, to) }).map(
    ({ kind, anchor, step, at }) => `${kind} ${anchor} ${step} ${new Date(at).toISOString()}`,
  );

describe('the dates that are reminded of', () => {
  it('follow from soort, dates and opzegtermijn', () => {
    const whole = afspraak({
      herijking: '2027-03-01',
      rapportagedatum: '2027-02-01',
      einddatum: '2028-01-01',
      opzegtermijn: 'P6M',
    });
    assert.deepEqual(anchorsOf(whole), [
      { kind: 'herijking', anchor: '2027-03-01' },
      { kind: 'rapportage', anchor: '2027-02-01' },
      { kind: 'opzeggen', anchor: '2027-07-01' },
      { kind: 'einde', anchor: '2028-01-01' },
    ]);
    assert.deepEqual(anchorsOf(afspraak({ soort: 'evaluatie', herijking: '2027-03-01' })), [
      { kind: 'evaluatie', anchor: '2027-03-01' },
    ]);
  });

  it('are none once the afspraak has ended', () => {
    for (const status of ['afgerond', 'opgezegd', 'vervallen'] as const) {
      assert.deepEqual(anchorsOf(afspraak({ status, herijking: '2027-03-01', einddatum: '2028-01-01' })), []);
    }
  });

  it('leave out a notice day that cannot be worked out, not the rest', () => {
    assert.deepEqual(anchorsOf(afspraak({ einddatum: '2028-01-01', opzegtermijn: 'half jaar' })), [
      { kind: 'einde', anchor: '2028-01-01' },
    ]);
  });
});

describe('planning an afspraak', () => {
  it('gives 56, 14 and 0 days before a herijking at nine in the morning, in winter and in summer time', () => {
    assert.deepEqual(planned(afspraak({ herijking: '2027-04-12' }), '2027-01-01', '2027-04-13'), [
      'herijking 2027-04-12 -56 2027-02-15T08:00:00.000Z',
      // 29 March 2027 is tweede Paasdag and 26 March Goede Vrijdag: back to Thursday, before the clocks change.
      'herijking 2027-04-12 -14 2027-03-25T08:00:00.000Z',
      'herijking 2027-04-12 0 2027-04-12T07:00:00.000Z',
    ]);
  });

  it('goes on every seven days for as long as the afspraak is open', () => {
    assert.deepEqual(planned(afspraak({ herijking: '2026-06-01' }), '2026-11-20', '2026-12-09'), [
      'herijking 2026-06-01 175 2026-11-23T08:00:00.000Z',
      'herijking 2026-06-01 182 2026-11-30T08:00:00.000Z',
      'herijking 2026-06-01 189 2026-12-07T08:00:00.000Z',
    ]);
  });

  it('reminds of the last day to give notice 180, 90, 30 and 0 days before and not after', () => {
    const steps = stepsWithin('2027-07-01', defaultLadders.opzeggen, {
      calendar,
      ...window('2020-01-01', '2030-01-01'),
    });
    assert.deepEqual(
      steps.map(({ step }) => step),
      [-180, -90, -30, 0],
    );
  });

  const movedBack: readonly (readonly [string, string, string])[] = [
    ['a Saturday', '2027-03-06', '2027-03-05'],
    ['a Sunday', '2027-03-07', '2027-03-05'],
    ['Goede Vrijdag', '2027-03-26', '2027-03-25'],
    ['tweede Paasdag', '2027-03-29', '2027-03-25'],
    ['Koningsdag', '2027-04-27', '2027-04-26'],
    ['5 May', '2027-05-05', '2027-05-04'],
    ['Hemelvaart, the day after 5 May', '2027-05-06', '2027-05-04'],
    ['Nieuwjaarsdag', '2027-01-01', '2026-12-31'],
    ['tweede Kerstdag on a Saturday', '2026-12-26', '2026-12-24'],
  ];
  for (const [what, day, moved] of movedBack) {
    it(`moves ${what} back to the last working day`, () => {
      assert.equal(calendar.at(day, 0), nine(moved));
    });
  }

  it('moves a day inside the reces to before it, and tells once for all that falls in it', () => {
    const withReces = reminderCalendar(timeZone, [{ van: '2027-07-12', tot: '2027-08-20' }]);
    assert.equal(withReces.at('2027-08-03', 0), nine('2027-07-09'));
    const steps = stepsWithin(
      '2027-07-19',
      { lead: [0], afterEvery: 7 },
      {
        calendar: withReces,
        ...window('2027-07-01', '2027-08-25'),
      },
    );
    assert.deepEqual(
      steps.map(({ step, at }) => [step, new Date(at).toISOString().slice(0, 10)]),
      [
        [0, '2027-07-09'],
        [35, '2027-08-23'],
      ],
    );
    assert.equal(lastStepBefore('2027-07-19', { lead: [0], afterEvery: 7 }, nine('2027-08-01'), withReces)?.step, 0);
  });

  it('gives the same whatever the zone of the process', () => {
    const before = process.env.TZ;
    const of = afspraak({ herijking: '2027-03-28', einddatum: '2027-10-31', opzegtermijn: 'P3M' });
    const results = ['UTC', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Europe/Amsterdam'].map((zone) => {
      process.env.TZ = zone;
      return planOccurrences(of, 'k1', {
        ladderFor: ladderLookup([]),
        calendar: reminderCalendar(timeZone),
        ...window('2026-11-23', '2028-01-01'),
      });
    });
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
    for (const result of results) assert.deepEqual(result, results[0]);
    assert.ok((results[0]?.length ?? 0) > 10);
  });

  it('knows which moments lie after an instant, also without working them out', () => {
    const summer = [{ van: '2027-07-12', tot: '2027-08-20' }];
    for (const zone of [timeZone, 'America/Los_Angeles', 'Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
      for (const days of [reminderCalendar(zone), reminderCalendar(zone, summer)]) {
        for (let step = -90; step <= 90; step += 3) {
          const at = days.at('2027-08-01', step);
          for (const away of [-3_888e6, -864e5, -3_600_001, -1, 0, 1, 3_600_001, 864e5, 3_888e6]) {
            assert.equal(days.isAfter('2027-08-01', step, at + away), away < 0, `${zone} ${step} ${away}`);
          }
        }
      }
    }
  });

  it('cuts a window anywhere without losing or doubling a step', () => {
    const of = afspraak({ herijking: '2027-02-01', rapportagedatum: '2027-01-04', einddatum: '2027-05-05' });
    const options = { ladderFor: ladderLookup([]), calendar };
    const from = nine('2026-11-01');
    const to = nine('2027-11-01');
    const whole = planOccurrences(of, 'k1', { ...options, from, to }).map((one) => one.name);
    for (let cut = 1; cut < 60; cut += 1) {
      const middle = from + ((to - from) * cut) / 60;
      const parts = [
        ...planOccurrences(of, 'k1', { ...options, from, to: middle }),
        ...planOccurrences(of, 'k1', { ...options, from: middle, to }),
      ].map((one) => one.name);
      assert.deepEqual([...parts].sort(), [...whole].sort());
    }
  });
});

describe('own ladders', () => {
  it('of the afspraak go before soort, verband, kanaal and the default', async () => {
    const store = openMemoryStore();
    const of = { code: 'AFS-2026-001', soort: 'dvo', verband: 'v1' } as const;
    const lead = async () => (await loadLadders(store)).ladderFor(of, 'herijking', 'k1').lead;
    assert.deepEqual(await lead(), [56, 14, 0]);
    await setLadder(store, { scope: 'kanaal', id: 'k1', lead: [4] });
    assert.deepEqual(await lead(), [4]);
    await setLadder(store, { scope: 'verband', id: 'v1', lead: [3] });
    assert.deepEqual(await lead(), [3]);
    await setLadder(store, { scope: 'soort', id: 'dvo', lead: [2] });
    assert.deepEqual(await lead(), [2]);
    await setLadder(store, { scope: 'afspraak', id: 'AFS-2026-001', lead: [1] });
    assert.deepEqual(await lead(), [1]);
    await setLadder(store, { scope: 'afspraak', id: 'AFS-2026-001', kind: 'herijking', lead: [9] });
    assert.deepEqual(await lead(), [9]);
    await dropLadder(store, { scope: 'afspraak', id: 'AFS-2026-001', kind: 'herijking' });
    await dropLadder(store, { scope: 'afspraak', id: 'AFS-2026-001' });
    assert.deepEqual(await lead(), [2]);
  });

  it('are refused when a step is no whole number of days', async () => {
    const store = openMemoryStore();
    for (const ladder of [{ lead: [-1] }, { lead: [1.5] }, { lead: [7, 7] }, { lead: [0], afterEvery: 0 }]) {
      assert.deepEqual(await setLadder(store, { scope: 'soort', id: 'dvo', ...ladder }), { kind: 'invalid' });
    }
    assert.deepEqual((await loadLadders(store)).own, []);
  });
});
