import assert from 'node:assert/strict';
import { deliverDue } from '../../../services/herinneringen/deliver.ts';
import {
  defaultWerkdagen,
  holderOf,
  nextEscalation,
  startOfSilence,
  stepsFor,
} from '../../../services/herinneringen/escalation.ts';
import { createEscalationPlanner } from '../../../services/herinneringen/escalation-plan.ts';
import { anchorsOf } from '../../../services/herinneringen/ladders.ts';
import type { OutboxOccurrence } from '../../../services/herinneringen/outbox.ts';
import { trackName } from '../../../services/herinneringen/plan.ts';
import { createPlanner } from '../../../services/herinneringen/planner.ts';
import type { Press } from '../../../services/herinneringen/reactions.ts';
import { type EscalatieTrap, escalatieTrappen } from '../../../services/herinneringen/types.ts';
import { addTo } from '../../../services/kalender/civil-date.ts';
import { openKanalen } from '../../../services/kanalen/kanalen.ts';
import { ketenmodellen } from '../../../services/register/types.ts';
import { seededFractions } from '../../fakes/seeded-random.ts';
import { coor, dayOf, jan, openEscalationStand, piet, regi } from './escalation-stand.ts';
import { mortal } from './mortal-store.ts';
import { timeZone } from './stand.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/** What people saw and did, in the order in which it happened. */
type Seen =
  | { readonly kind: 'told'; readonly one: OutboxOccurrence }
  /** `until`: of Uitstellen, the day on which it comes back there. */
  | { readonly kind: 'pressed'; readonly track: string; readonly kanaal: string; readonly until?: string };

type Stand = Awaited<ReturnType<typeof openEscalationStand>>;

/** One kanaal or two, a verband with some of its roles, and three afspraken. */
async function fill(stand: Stand, random: () => number, dates: () => string): Promise<void> {
  const models = [...ketenmodellen, undefined];
  await stand.bind('kanaal-een');
  if (random() < 0.4) await stand.bind('kanaal-twee');
  const model = models[Math.floor(random() * models.length)];
  await stand.setKeten({
    ...(model !== undefined && { model, regisseur: regi }),
    ...(random() < 0.7 && { coordinator: coor }),
    ...(random() < 0.7 && { plaatsvervanger: piet }),
  });
  for (let number = 1; number <= 3; number += 1)
    await stand.addAfspraak({
      _id: `AFS-2027-00${number}`,
      ...(random() < 0.8 && { eigenaar: jan }),
      ...(random() < 0.7 && { herijking: dates() }),
      ...(random() < 0.5 && { rapportagedatum: dates() }),
      ...(random() < 0.5 && { einddatum: dates(), opzegtermijn: 'P1M' }),
    });
}

/**
 * Four months in which two processes run, stand still for up to ten days and die at any write, Teams accepts, refuses or keeps
 * silent, people press whatever buttons they see, often twice, and dates move. What was told is held against what was pressed.
 *
 * @returns how many steps were told; throws when something does not add up
 */
export async function liveThrough(seed: number): Promise<number> {
  const random = seededFractions(seed);
  const upTo = (limit: number): number => Math.floor(random() * limit);
  const pick = <T>(items: readonly T[]): T | undefined => items[upTo(items.length)];
  const start = seed % 2 === 0 ? '2027-02-01' : '2026-10-05';
  const stand = await openEscalationStand(start);
  const dates = (): string => addTo(start, { days: upTo(100) });
  await fill(stand, random, dates);

  const seen: Seen[] = [];
  stand.teams.answer = (kanaal, message) => {
    const fate = random();
    if (fate >= 0.8 && fate < 0.9) return { kind: 'refused', permanent: false, reason: 'connect' };
    const isLost = fate >= 0.9;
    if (isLost && random() < 0.5) return { kind: 'uncertain', reason: 'timeout' };
    const answer = stand.teams.accept(kanaal, message);
    for (const one of message.occurrences) seen.push({ kind: 'told', one: { ...one } as OutboxOccurrence });
    return isLost ? { kind: 'uncertain', reason: 'timeout' } : answer;
  };

  function openProcess() {
    const process = mortal(stand.store);
    const parts = { store: process.store, kanalen: openKanalen(process.store), timeZone };
    const planner = createPlanner(parts);
    const escalations = createEscalationPlanner(parts);
    const worker = stand.worker(parts);
    return {
      process,
      round: async () => {
        const register = await stand.register.refresh();
        await planner.planAll(register, stand.clock.now());
        await escalations.plan(register, stand.clock.now());
        await deliverDue(worker);
      },
    };
  }

  const reactionsOn = async (id: string): Promise<number> =>
    (await stand.outbox.occurrences.get(id))?.reactions.length ?? 0;

  async function press(): Promise<void> {
    const told = seen.flatMap((one) => (one.kind === 'told' ? [one.one] : []));
    const recent = random() < 0.8 ? told.slice(-6) : told;
    const on = pick(recent);
    const button = pick(['gezien', 'oppakken', 'uitstellen', 'klaar'] as const);
    if (on === undefined || button === undefined) return;
    const more: Partial<Press> = button === 'uitstellen' ? { delay: pick(['1d', '1w', '1m'] as const) ?? '1d' } : {};
    const process = mortal(stand.store);
    // Half of them die in the middle: at the first write, which is mostly the reaction itself, or at a later one.
    if (random() < 0.5) process.die(1 + upTo(3), random() < 0.3);
    const before = await reactionsOn(on._id);
    await stand.press(on._id, button, pick(['Zwaan', 'Vermeer']) ?? 'Zwaan', more, process.store).catch(ofDead);
    if ((await reactionsOn(on._id)) > before) {
      const until = (await stand.outbox.occurrences.get(on._id))?.reactions.at(-1)?.until;
      const isBack = button === 'uitstellen' && until !== undefined;
      seen.push({ kind: 'pressed', track: trackName(on), kanaal: on.kanaal, ...(isBack && { until }) });
    }
    if (random() < 0.1) await stand.press(on._id, button, 'Zwaan', more);
  }

  const end = stand.clock.now() + 120 * day;
  let first = openProcess();
  let second = openProcess();
  while (stand.clock.now() < end) {
    if (random() < 0.1) first = openProcess();
    if (random() < 0.1) second = openProcess();
    if (random() < 0.15) first.process.die(1 + upTo(20), random() < 0.5);
    const ends = await Promise.allSettled(random() < 0.7 ? [first.round(), second.round()] : [first.round()]);
    for (const one of ends) {
      if (one.status === 'fulfilled') continue;
      ofDead(one.reason);
      first = openProcess();
    }
    if (random() < 0.12) await press();
    if (random() < 0.03) await stand.changeAfspraak(`AFS-2027-00${1 + upTo(3)}`, { herijking: dates() });
    stand.pass(random() < 0.9 ? upTo(day) : upTo(10 * day));
  }
  // In the end Teams and the bot both work, and nobody presses any more.
  stand.teams.answer = (kanaal, message) => {
    for (const one of message.occurrences) seen.push({ kind: 'told', one: { ...one } as OutboxOccurrence });
    return stand.teams.accept(kanaal, message);
  };
  stand.restart();
  for (let round = 0; round < 4; round += 1) {
    stand.pass(8 * 60 * minute);
    await stand.round();
  }
  // What was told in the last round has its follower planned in the next.
  await stand.round();
  await nothingIsOwed(stand);
  return account(seen, await stand.all());
}

/** Whoever should have been asked by now was, and the one after that waits for a moment to come. */
async function nothingIsOwed(stand: Stand): Promise<void> {
  const all = await stand.all();
  const register = stand.register.view();
  const tracks = new Map<string, OutboxOccurrence[]>();
  for (const one of all) tracks.set(trackName(one), [...(tracks.get(trackName(one)) ?? []), one]);
  for (const one of all)
    if (one.escalatie !== undefined && one.state === 'planned') assert.ok(one.at > stand.clock.now(), one._id);
  for (const track of tracks.values()) {
    for (const kanaal of new Set(track.map((one) => one.kanaal))) {
      const start = startOfSilence(track, kanaal, timeZone);
      const afspraak = start && register.afspraak(start.code);
      if (start === undefined || afspraak === undefined) continue;
      const isCurrent = anchorsOf(afspraak).some(({ kind, anchor }) => kind === start.kind && anchor === start.anchor);
      const isRecent = (start.postedAt ?? 0) > stand.clock.now() - 50 * day;
      const isSettled = (await stand.outbox.ankers.get(trackName(start)))?.settledAt !== undefined;
      if (!isCurrent || !isRecent || isSettled) continue;
      const steps = stepsFor({ afspraak, verband: register.verband('v1'), holder: holderOf(track) });
      const terms = { days: defaultWerkdagen[start.kind], timeZone };
      const owed = nextEscalation(start, track, steps, terms);
      assert.equal(owed, undefined, `${owed?.name} is owed`);
    }
  }
}

/** Any other fault is a mistake. */
function ofDead(fault: unknown): void {
  assert.equal((fault as { code?: string }).code, 'test-dead', String(fault));
}

/** @returns how many steps were told */
function account(seen: readonly Seen[], all: readonly OutboxOccurrence[]): number {
  const told = seen.flatMap((one) => (one.kind === 'told' ? [one.one._id] : []));
  assert.equal(new Set(told).size, told.length, 'something was told twice');
  const steps = new Map<string, EscalatieTrap[]>();
  let count = 0;
  for (const [at, event] of seen.entries()) {
    if (event.kind !== 'told' || event.one.escalatie === undefined) continue;
    const { one } = event;
    const stilte = one.stilte ?? '';
    const trap = one.escalatie;
    assert.ok(trap);
    count += 1;
    const began = seen.findIndex((each) => each.kind === 'told' && each.one._id === stilte);
    assert.ok(began >= 0 && began < at, `${one._id} asks about what nobody was told`);
    const between = seen.slice(began, at);
    const isReacted = between.some((each) => each.kind === 'pressed' && each.track === trackName(one));
    assert.ok(!isReacted, `${one._id} was told after a reaction`);
    const postponed = seen
      .slice(0, at)
      .findLast(
        (each) => each.kind === 'pressed' && each.track === trackName(one) && each.kanaal === one.kanaal && each.until,
      );
    const until = postponed?.kind === 'pressed' ? postponed.until : undefined;
    assert.ok(until === undefined || dayOf(one.postedAt ?? one.at) >= until, `${one._id} was told before ${until}`);
    const earlier = steps.get(stilte) ?? [];
    const place = escalatieTrappen.indexOf(trap);
    assert.ok(
      earlier.every((each) => escalatieTrappen.indexOf(each) < place),
      `${one._id} was told after a later step`,
    );
    steps.set(stilte, [...earlier, trap]);
  }
  const waiting = new Map<string, number>();
  for (const { escalatie, state, stilte } of all) {
    if (escalatie === undefined || stilte === undefined || !['planned', 'leased', 'posting'].includes(state)) continue;
    waiting.set(stilte, (waiting.get(stilte) ?? 0) + 1);
  }
  for (const [stilte, number] of waiting) assert.equal(number, 1, `${number} steps wait at once after ${stilte}`);
  return count;
}
