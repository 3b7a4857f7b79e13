import assert from 'node:assert/strict';
import { deliverDue } from '../../../services/herinneringen/deliver.ts';
import { ladderLookup } from '../../../services/herinneringen/ladders.ts';
import { planOccurrences, reminderCalendar, trackName } from '../../../services/herinneringen/plan.ts';
import { createPlanner } from '../../../services/herinneringen/planner.ts';
import { addTo } from '../../../services/kalender/civil-date.ts';
import { openKanalen } from '../../../services/kanalen/kanalen.ts';
import { seededFractions } from '../../fakes/seeded-random.ts';
import { mortal } from './mortal-store.ts';
import { openStand, timeZone } from './stand.ts';

const calendar = reminderCalendar(timeZone);
const minute = 60_000;
const day = 24 * 60 * minute;

const start = '2027-02-01';

type Stand = Awaited<ReturnType<typeof openStand>>;

/**
 * One history: four months over a change of the clocks in which the bot runs, stands still for a minute to thirty days, dies at
 * any write, and Teams accepts, asks to wait, or keeps silent. Afterwards the rules say what must have been accounted for.
 */
export async function liveThrough(seed: number): Promise<void> {
  const random = seededFractions(seed);
  const upTo = (limit: number): number => Math.floor(random() * limit);
  const stand = await openStand(seed % 2 === 0 ? start : '2027-09-01');
  const from = seed % 2 === 0 ? start : '2027-09-01';
  const kanalen = [await stand.bind('kanaal-een'), ...(random() < 0.5 ? [await stand.bind('kanaal-twee')] : [])];
  const bound = stand.clock.now();
  const anchors = (): string => addTo(from, { days: upTo(110) });
  for (let number = 1; number <= 3; number += 1) {
    await stand.addAfspraak({
      _id: `AFS-2027-00${number}`,
      ...(random() < 0.7 && { herijking: anchors() }),
      ...(random() < 0.5 && { rapportagedatum: anchors() }),
      ...(random() < 0.5 && { einddatum: anchors(), opzegtermijn: 'P1M' }),
    });
  }
  await stand.plan();

  stand.teams.answer = (kanaal, message) => {
    const fate = random();
    if (fate < 0.6) return stand.teams.accept(kanaal, message);
    if (fate < 0.75) {
      return { kind: 'refused', permanent: false, reason: 'http-429', retryAfterMs: 1000 * (1 + upTo(600)) };
    }
    if (fate < 0.9) return { kind: 'refused', permanent: false, reason: 'connect' };
    if (random() < 0.5) stand.teams.accept(kanaal, message);
    return { kind: 'uncertain', reason: 'timeout' };
  };

  async function runProcess(): Promise<void> {
    const process = mortal(stand.store);
    const seen = { store: process.store, kanalen: openKanalen(process.store) };
    const planner = createPlanner({ ...seen, timeZone });
    const worker = stand.worker(seen);
    if (random() < 0.5) process.die(1 + upTo(30), random() < 0.5);
    const rounds = 1 + upTo(12);
    try {
      for (let round = 0; round < rounds; round += 1) {
        await planner.planAll(await stand.register.refresh(), stand.clock.now());
        await deliverDue(worker);
        stand.pass(random() < 0.5 ? upTo(10 * minute) : upTo(2 * day));
      }
    } catch (fault) {
      assert.equal((fault as { code?: string }).code, 'test-dead', String(fault));
    }
  }

  const end = stand.clock.now() + 120 * day;
  while (stand.clock.now() < end) {
    await runProcess();
    // From a minute to thirty days, short and long ones alike.
    stand.pass(minute * 43_200 ** random());
  }
  // In the end Teams and the bot both work.
  stand.teams.answer = stand.teams.accept;
  stand.restart();
  for (let round = 0; round < 4; round += 1) {
    stand.pass(2 * 60 * minute);
    await stand.round();
  }

  await account(stand, kanalen, bound);
}

/** Holds what the store and Teams say against what the rules say. */
async function account(stand: Stand, kanalen: readonly string[], bound: number): Promise<void> {
  const now = stand.clock.now();
  const all = await stand.all();
  const byName = new Map(all.map((one) => [one._id, one]));
  const expected = [...stand.register.view().afspraken()].flatMap((afspraak) =>
    kanalen.flatMap((kanaal) =>
      planOccurrences(afspraak, kanaal, {
        ladderFor: ladderLookup([]),
        calendar,
        from: bound,
        to: now,
      }),
    ),
  );
  for (const { name } of expected) {
    const state = byName.get(name)?.state;
    assert.ok(state === 'delivered' || state === 'skipped' || state === 'uncertain', `${name} is ${state}`);
  }
  const named = new Set(expected.map((one) => one.name));
  for (const one of all) {
    const isKnown = named.has(one._id) || one.reason === 'bound-late' || one.at <= bound || one.at > now;
    assert.ok(isKnown, `${one._id} follows from nothing`);
    assert.ok(one.at > now ? one.state === 'planned' : one.state !== 'planned', `${one._id} is still ${one.state}`);
  }
  const told = stand.teams.told();
  assert.equal(new Set(told).size, told.length, 'something was told twice');
  for (const one of all) {
    if (one.state === 'delivered') assert.ok(told.includes(one._id), `${one._id} was never told`);
    if (one.state === 'skipped') assert.ok(!told.includes(one._id), `${one._id} was told and skipped`);
  }
  // Of each date the last step that passed was sent, or may have been; it is never the one that is left out.
  const last = new Map<string, (typeof expected)[number]>();
  for (const one of expected) {
    const key = `${trackName(one)} ${one.kanaal}`;
    const other = last.get(key);
    if (other === undefined || one.at > other.at || (one.at === other.at && one.step > other.step)) last.set(key, one);
  }
  for (const one of last.values()) assert.notEqual(byName.get(one.name)?.state, 'skipped', one.name);
}
