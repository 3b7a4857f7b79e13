import { ladderLookup } from '../../services/herinneringen/ladders.ts';
import { planOccurrences, reminderCalendar } from '../../services/herinneringen/plan.ts';
import type { RegelWanneer } from '../../services/herinneringen/regel.ts';
import { regelMoments, type Timed } from '../../services/herinneringen/regel-moments.ts';
import type { Afspraak } from '../../services/register/types.ts';
import { dayNumber, dayOf, instantOf, minuteMs, minutesOf, workingDayBefore } from './civil-oracle.ts';

/**
 * Goes through every minute around the clock changes it is given, asks what is due in it, and compares with the oracle. A process of
 * its own because the zone of a process is set when it starts.
 */
const timeZone = 'Europe/Amsterdam';
const calendar = reminderCalendar(timeZone);
const ladderFor = ladderLookup([]);
const [, , given = '[]'] = process.argv;
const changes = JSON.parse(given) as string[];

/** CONTRACT §8, written down once more. */
const ladders = {
  herijking: { steps: [-56, -14, 0], every: 7 },
  rapportage: { steps: [-28, -7, 0], every: 7 },
  opzeggen: { steps: [-180, -90, -30, 0], every: undefined },
  einde: { steps: [-90, -30, 0], every: 28 },
} as const;

/** The whole stretch in pieces that touch: a minute each from midnight to two o'clock UTC on the Sunday, four hours elsewhere. */
function windowsOf(first: number, last: number, midnight: number): readonly { from: number; to: number }[] {
  const windows: { from: number; to: number }[] = [];
  for (let from = first; from < last; ) {
    const isNight = from >= midnight && from < midnight + 120 * minuteMs;
    const to = Math.min(last, from + (isNight ? 1 : 240) * minuteMs);
    windows.push({ from, to });
    from = to;
  }
  return windows;
}

let minutes = 0;
let moments = 0;
const differences: string[] = [];

for (const change of changes) {
  const sunday = dayNumber(change);
  const stretch = minutesOf(sunday - 4, sunday + 3);
  const first = stretch.from;
  const last = first + (stretch.shown.length - 1) * minuteMs;
  const expected = new Set<string>();
  const expect = (name: string, day: number, time: string): void => {
    const at = instantOf(stretch, day, time);
    if (at !== undefined) expected.add(`${name} ${at}`);
  };

  const dates = { herijking: sunday + 14, rapportagedatum: sunday - 6, einddatum: sunday + 90 };
  const afspraak: Afspraak = {
    _id: 'AFS-2026-001',
    version: 1,
    titel: 'Proef',
    soort: 'dvo',
    verband: 'v1',
    partijen: [],
    status: 'lopend',
    herijking: dayOf(dates.herijking),
    rapportagedatum: dayOf(dates.rapportagedatum),
    einddatum: dayOf(dates.einddatum),
    opzegtermijn: 'P60D',
    rapportageAan: [],
    vertrouwelijkheid: 'intern',
  };
  const anchors = {
    herijking: dates.herijking,
    rapportage: dates.rapportagedatum,
    opzeggen: dates.einddatum - 60,
    einde: dates.einddatum,
  };
  for (const kind of ['herijking', 'rapportage', 'opzeggen', 'einde'] as const) {
    const { steps, every } = ladders[kind];
    const after = every === undefined ? [] : Array.from({ length: 20 }, (_, at) => (at + 1) * every);
    for (const step of [...steps, ...after]) {
      expect(`${kind} ${step}`, workingDayBefore(anchors[kind] + step), '09:00');
    }
  }

  const regels: Timed[] = [];
  const regel = (_id: string, wanneer: RegelWanneer): void => {
    regels.push({ _id, wanneer, since: first - 30 * 1440 * minuteMs });
  };
  // Every minute of the night of the change, as a rule for one moment and as one that counts from a date.
  for (let minute = 0; minute < 6 * 60; minute += 1) {
    const tijd = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
    regel(`once ${tijd}`, { kind: 'once', dag: change, tijd });
    expect(`once ${tijd}`, sunday, tijd);
    const base = { kind: 'anchor', code: afspraak._id, veld: 'herijking', verschuiving: '-P2W' } as const;
    regel(`anchor ${tijd}`, { ...base, tijd });
    expect(`anchor ${tijd}`, sunday, tijd);
  }
  const all = regels.map((one) => ({ one, moments: regelMoments(one, { afspraak, timeZone }, first, last) }));
  const actual = new Set(all.flatMap(({ one, moments: found }) => found.map(({ at }) => `${one._id} ${at}`)));

  // And swept minute by minute: one of each other kind.
  const swept: Timed[] = [];
  const from = dayOf(sunday - 28);
  const since = first - 30 * 1440 * minuteMs;
  for (const tijd of ['02:00', '02:30', '03:00']) {
    swept.push({ _id: `daily ${tijd}`, wanneer: { kind: 'recurring', rrule: 'FREQ=DAILY', from, tijd }, since });
    for (let day = sunday - 4; day <= sunday + 3; day += 1) expect(`daily ${tijd}`, day, tijd);
  }
  swept.push({ _id: 'weekly', wanneer: { kind: 'recurring', rrule: 'FREQ=WEEKLY;BYDAY=SU', from }, since });
  for (const day of [sunday - 7, sunday, sunday + 7]) expect('weekly', workingDayBefore(day), '09:00');
  swept.push({ _id: 'once', wanneer: { kind: 'once', dag: change }, since });
  expect('once', workingDayBefore(sunday), '09:00');

  for (let at = first + minuteMs; at <= last; at += minuteMs) {
    minutes += 1;
    for (const { kind, step, at: due } of planOccurrences(afspraak, 'kanaal', {
      ladderFor,
      calendar,
      from: at - minuteMs,
      to: at,
    })) {
      actual.add(`${kind} ${step} ${due}`);
      if (due !== at) differences.push(`${kind} ${step} is between two minutes`);
    }
  }
  for (const { from: after, to } of windowsOf(first, last, sunday * 1440 * minuteMs)) {
    for (const one of swept) {
      for (const found of regelMoments(one, { afspraak, timeZone }, after, to)) actual.add(`${one._id} ${found.at}`);
    }
  }

  moments += expected.size;
  const told = (entry: string): string => entry.replace(/\d+$/, (at) => new Date(Number(at)).toISOString());
  for (const one of expected) if (!actual.has(one)) differences.push(`${change}: not due, but should be: ${told(one)}`);
  for (const one of actual) if (!expected.has(one)) differences.push(`${change}: due, but should not be: ${told(one)}`);
}
process.stdout.write(`${JSON.stringify({ minutes, moments, differences })}\n`);
