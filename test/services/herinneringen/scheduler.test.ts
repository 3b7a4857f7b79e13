import assert from 'node:assert/strict';
import sinon from 'sinon';
import { createPlanner } from '../../../services/herinneringen/planner.ts';
import { createRound } from '../../../services/herinneringen/round.ts';
import { startScheduler } from '../../../services/herinneringen/scheduler.ts';
import { openStand, timeZone } from './stand.ts';

describe('the scheduler', () => {
  let time: sinon.SinonFakeTimers;
  beforeEach(() => {
    time = sinon.useFakeTimers({ now: 1_000_000, toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  });
  afterEach(() => time.restore());

  const clock = { now: () => Date.now() };
  const onFault = (fault: unknown): void => assert.fail(String(fault));

  it('runs at once, then at the instant asked for or after thirty seconds', async () => {
    const wishes: (number | undefined)[] = [1_005_000, undefined, 9_000_000, undefined];
    const ran: number[] = [];
    const scheduler = startScheduler({
      clock,
      onFault,
      tick: async () => {
        ran.push(Date.now() - 1_000_000);
        return wishes[ran.length - 1];
      },
    });
    await time.tickAsync(70_000);
    await scheduler.stop();
    assert.deepEqual(ran, [0, 5_000, 35_000, 65_000]);
  });

  it('never runs two rounds at the same time', async () => {
    let running = 0;
    let most = 0;
    let rounds = 0;
    const scheduler = startScheduler({
      clock,
      onFault,
      everyMs: 10,
      tick: async () => {
        running += 1;
        rounds += 1;
        most = Math.max(most, running);
        await new Promise((done) => setTimeout(done, 1000));
        running -= 1;
        return undefined;
      },
    });
    for (let times = 0; times < 20; times += 1) {
      scheduler.wake();
      await time.tickAsync(300);
    }
    const stopping = scheduler.stop();
    await time.tickAsync(2000);
    await stopping;
    assert.equal(most, 1);
    assert.ok(rounds >= 5, `${rounds} rounds`);
  });

  it('goes on after a round that failed, and says when', async () => {
    let rounds = 0;
    const faults: unknown[] = [];
    const scheduler = startScheduler({
      clock,
      onFault: (fault) => faults.push(fault),
      tick: async () => {
        rounds += 1;
        if (rounds === 1) throw new TypeError('store is away');
        return undefined;
      },
    });
    await time.tickAsync(0);
    assert.deepEqual(scheduler.status(), { failedAt: 1_000_000 });
    await time.tickAsync(30_000);
    assert.deepEqual(scheduler.status(), { failedAt: 1_000_000, succeededAt: 1_030_000 });
    assert.equal(faults.length, 1);
    await scheduler.stop();
  });

  it('waits for the running round when it stops, and starts no other', async () => {
    let rounds = 0;
    let ended = 0;
    const scheduler = startScheduler({
      clock,
      onFault,
      tick: async () => {
        rounds += 1;
        await new Promise((done) => setTimeout(done, 500));
        ended += 1;
        return undefined;
      },
    });
    const stopped = scheduler.stop().then(() => ended);
    await time.tickAsync(500);
    assert.equal(await stopped, 1);
    scheduler.wake();
    await time.tickAsync(120_000);
    assert.equal(rounds, 1);
  });

  it('runs soon when it is woken', async () => {
    let rounds = 0;
    const tick = async (): Promise<undefined> => {
      rounds += 1;
    };
    const scheduler = startScheduler({ clock, onFault, tick });
    await time.tickAsync(1000);
    scheduler.wake();
    await time.tickAsync(10);
    assert.equal(rounds, 2);
    await scheduler.stop();
  });
});

describe('a round', () => {
  it('plans, delivers and asks to be run when the next is due', async () => {
    const stand = await openStand('2026-11-23');
    await stand.bind('kanaal-een');
    await stand.addAfspraak({ _id: 'AFS-2026-001', herijking: '2027-01-22' });
    const reports: number[] = [];
    const round = createRound({
      ...stand.worker(),
      planner: createPlanner({ store: stand.store, kanalen: stand.kanalen, timeZone }),
      timeZone,
      onReport: ({ plan, delivery }) => reports.push(plan.planned, delivery.delivered),
    });
    const due = Date.parse('2026-11-27T08:00:00Z');
    assert.equal(await round(), due);
    stand.pass(due - stand.clock.now());
    assert.equal(await round(), undefined);
    assert.deepEqual(reports, [1, 0, 0, 1]);
  });
});
