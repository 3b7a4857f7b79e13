import assert from 'node:assert/strict';
import { deliveryCounts } from '../../../services/herinneringen/counts.ts';
import { deliverDue } from '../../../services/herinneringen/deliver.ts';
import { createSendLimiter, teamsLimits } from '../../../services/herinneringen/limiter.ts';
import { openKanalen } from '../../../services/kanalen/kanalen.ts';
import { mortal } from './mortal-store.ts';
import { openStand } from './stand.ts';

const minute = 60_000;
const hour = 60 * minute;

/** One herijking on Monday 30 November, due at nine. */
async function standWithOne() {
  const stand = await openStand('2026-11-23');
  const kanaal = await stand.bind('kanaal-een');
  await stand.addAfspraak({ _id: 'AFS-2026-001', herijking: '2027-01-22' });
  await stand.plan();
  stand.setTime('2026-11-27 09:00');
  return { ...stand, kanaal };
}

describe('delivery', () => {
  it('sends nothing a minute before it is due, and once from then on', async () => {
    const stand = await standWithOne();
    stand.setTime('2026-11-27 08:59');
    await stand.deliver();
    assert.deepEqual(stand.teams.told(), []);
    stand.setTime('2026-11-27 09:00');
    await stand.deliver();
    await stand.deliver();
    assert.equal(stand.teams.told().length, 1);
    const [sent] = await stand.all();
    assert.equal(sent?.state, 'delivered');
    assert.equal(sent?.activityId, 'bericht-1');
    assert.equal(sent?.lease, undefined);
  });

  it('folds what is due in one kanaal into one message that names every code', async () => {
    const stand = await openStand('2026-11-23');
    await stand.bind('kanaal-een');
    await stand.bind('kanaal-twee', 'v2');
    for (const code of ['AFS-2026-001', 'AFS-2026-002', 'AFS-2026-003']) {
      await stand.addAfspraak({ _id: code, herijking: '2027-01-22' });
    }
    await stand.addAfspraak({ _id: 'AFS-2026-004', herijking: '2027-01-22', verband: 'v2' });
    await stand.plan();
    stand.setTime('2026-11-27 09:00');
    const report = await stand.deliver();
    assert.equal(report.messages, 2);
    assert.equal(report.delivered, 4);
    const codes = stand.teams.accepted.map((one) => [...one.codes].sort());
    assert.deepEqual(
      codes.sort((one, other) => other.length - one.length),
      [['AFS-2026-001', 'AFS-2026-002', 'AFS-2026-003'], ['AFS-2026-004']],
    );
    const ids = new Set((await stand.all()).filter((one) => one.verband === 'v1').map((one) => one.activityId));
    assert.equal(ids.size, 1);
  });

  it('tells only the latest of the steps that passed during downtime, and says why the others were not', async () => {
    const stand = await openStand('2026-10-01');
    await stand.bind('kanaal-een');
    await stand.addAfspraak({ _id: 'AFS-2026-001', herijking: '2026-12-07' });
    await stand.plan();
    assert.deepEqual(await stand.steps('AFS-2026-001'), []);
    stand.restart();
    stand.setTime('2026-12-23');
    await stand.round();
    assert.deepEqual(await stand.steps('AFS-2026-001'), [
      '-56 skipped superseded',
      '-14 skipped superseded',
      '0 skipped superseded',
      '7 skipped superseded',
      '14 delivered',
      '21 planned',
    ]);
    assert.equal(stand.teams.accepted.length, 1);
  });

  it('leaves an occurrence uncertain when its process dies after the post, and never sends it again', async () => {
    const stand = await standWithOne();
    const dying = mortal(stand.store);
    const parts = stand.worker({ store: dying.store, kanalen: openKanalen(dying.store) });
    stand.teams.answer = (kanaal, message) => {
      const outcome = stand.teams.accept(kanaal, message);
      dying.die();
      return outcome;
    };
    await deliverDue(parts);
    assert.equal((await stand.all())[0]?.state, 'posting');
    stand.teams.answer = stand.teams.accept;
    for (let times = 0; times < 50; times += 1) {
      stand.pass(10 * minute);
      await stand.round();
    }
    const [one] = await stand.all();
    assert.equal(one?.state, 'uncertain');
    assert.equal(one?.reason, 'no-answer');
    assert.equal(stand.teams.accepted.length, 1);
  });

  for (const [writes, state] of [
    [1, 'planned'],
    [2, 'leased'],
  ] as const) {
    it(`sends an occurrence whose process died before the post and left it ${state}`, async () => {
      const stand = await standWithOne();
      const dying = mortal(stand.store);
      dying.die(writes);
      await deliverDue(stand.worker({ store: dying.store, kanalen: openKanalen(dying.store) }));
      assert.equal((await stand.all())[0]?.state, state);
      await stand.deliver();
      assert.equal(stand.teams.accepted.length, 0);
      stand.pass(2 * minute);
      await stand.deliver();
      assert.equal((await stand.all())[0]?.state, 'delivered');
      assert.equal(stand.teams.accepted.length, 1);
    });
  }

  it('sends each once when many workers race', async () => {
    const stand = await openStand('2026-11-23');
    for (let number = 0; number < 6; number += 1) {
      await stand.bind(`kanaal-${number}`, `v${number}`);
      for (const letter of ['1', '2', '3']) {
        await stand.addAfspraak({
          _id: `AFS-2026-0${number}${letter}`,
          herijking: '2027-01-22',
          verband: `v${number}`,
        });
      }
    }
    await stand.plan();
    stand.setTime('2026-11-27 09:00');
    await Promise.all(Array.from({ length: 5 }, () => deliverDue(stand.worker())));
    stand.pass(5 * minute);
    await Promise.all(Array.from({ length: 5 }, () => deliverDue(stand.worker())));
    const told = stand.teams.told();
    assert.equal(told.length, 18);
    assert.equal(new Set(told).size, 18);
    assert.ok((await stand.all()).every((one) => one.state === 'delivered'));
    assert.equal(stand.teams.accepted.length, 6, 'one message a kanaal, not parts of it by each worker');
  });

  it('leaves a kanaal alone that this process has not planned as it is bound now, and comes back at once', async () => {
    const stand = await standWithOne();
    const early = await deliverDue(stand.worker({ isPlanned: () => false }));
    assert.deepEqual([early.messages, early.wakeAt], [0, stand.clock.now()]);
    assert.deepEqual(await stand.steps('AFS-2026-001'), ['-56 planned']);
    const report = await deliverDue(stand.worker({ isPlanned: () => true }));
    assert.equal(report.messages, 1);
  });

  it('refuses the late write of a worker that stalled during its post', async () => {
    const stand = await standWithOne();
    let release: () => void = () => undefined;
    const stalled = new Promise<void>((resolve) => {
      release = resolve;
    });
    stand.teams.answer = async (kanaal, message) => {
      await stalled;
      return stand.teams.accept(kanaal, message);
    };
    const slow = deliverDue(stand.worker());
    while ((await stand.all())[0]?.state !== 'posting') await new Promise((next) => setImmediate(next));
    stand.pass(hour);
    await stand.deliver();
    const called = (await stand.all())[0];
    assert.equal(called?.state, 'uncertain');
    release();
    const report = await slow;
    assert.equal(report.delivered, 0);
    assert.equal(report.stale, 1);
    assert.deepEqual((await stand.all())[0], called);
    assert.equal(stand.teams.accepted.length, 1);
  });

  it('does not post when the lease has run out before the post', async () => {
    const stand = await standWithOne();
    // The store is slow: every look at the clock finds a minute gone.
    const slowClock = {
      now: () => {
        stand.pass(minute);
        return stand.clock.now();
      },
    };
    await deliverDue(
      stand.worker({ clock: slowClock, limits: { leaseMs: 50_000, postMs: 25_000, digest: 10, kanalenAtOnce: 1 } }),
    );
    assert.equal(stand.teams.accepted.length, 0);
    assert.equal((await stand.all())[0]?.state, 'planned');
    await stand.deliver();
    assert.equal(stand.teams.accepted.length, 1);
  });

  it('waits as long as a 429 asks, and then sends', async () => {
    const stand = await standWithOne();
    stand.teams.answer = () => ({ kind: 'refused', permanent: false, reason: 'http-429', retryAfterMs: 90_000 });
    await stand.deliver();
    stand.teams.answer = stand.teams.accept;
    stand.pass(89_000);
    await stand.deliver();
    assert.equal(stand.teams.accepted.length, 0);
    stand.pass(1_000);
    await stand.deliver();
    assert.equal(stand.teams.accepted.length, 1);
    assert.equal((await stand.all())[0]?.attempts, 2);
    assert.equal((await stand.all())[0]?.notBefore, undefined);
  });

  it('waits longer after each refusal without a wait, at most an hour', async () => {
    const stand = await standWithOne();
    let posts = 0;
    stand.teams.answer = () => {
      posts += 1;
      return { kind: 'refused', permanent: false, reason: 'connect-refused' };
    };
    for (let minutes = 0; minutes < 24 * 60; minutes += 1) {
      await stand.deliver();
      stand.pass(minute);
    }
    assert.ok(posts > 20 && posts < 40, `${posts} attempts in a day`);
  });

  it('gives up what is refused for good', async () => {
    const stand = await standWithOne();
    stand.teams.answer = () => ({ kind: 'refused', permanent: true, reason: 'bot-not-in-roster' });
    await stand.deliver();
    stand.teams.answer = stand.teams.accept;
    stand.pass(24 * hour);
    await stand.deliver();
    assert.deepEqual(await stand.steps('AFS-2026-001'), ['-56 refused bot-not-in-roster']);
    assert.equal(stand.teams.accepted.length, 0);
  });

  it('does not repeat what is uncertain, nor what a broken poster throws', async () => {
    for (const isThrown of [false, true]) {
      const stand = await standWithOne();
      stand.teams.answer = () => {
        if (isThrown) throw new TypeError('a bug');
        return { kind: 'uncertain', reason: 'timeout' };
      };
      await stand.deliver();
      stand.teams.answer = stand.teams.accept;
      stand.pass(24 * hour);
      await stand.deliver();
      assert.equal((await stand.all())[0]?.state, 'uncertain');
      assert.equal(stand.teams.accepted.length, 0);
      assert.equal(stand.faults.length, isThrown ? 1 : 0);
    }
  });

  it('looks at the register once more: what changed since the planning is cancelled, not sent', async () => {
    const stand = await standWithOne();
    await stand.changeAfspraak('AFS-2026-001', { status: 'afgerond' });
    await stand.deliver();
    assert.deepEqual(await stand.steps('AFS-2026-001'), ['-56 cancelled afspraak-ended']);
    assert.equal(stand.teams.accepted.length, 0);
  });

  it('sends nothing to a kanaal that was unbound or left since the planning', async () => {
    for (const leave of ['unbindVerband', 'markRemoved'] as const) {
      const stand = await standWithOne();
      await stand.kanalen[leave](stand.kanaal, 'v1');
      await stand.deliver();
      assert.equal((await stand.all())[0]?.state, 'cancelled');
      assert.equal(stand.teams.accepted.length, 0);
    }
  });

  it('goes on with other kanalen when one fails', async () => {
    const stand = await openStand('2026-11-23');
    const broken = await stand.bind('kanaal-een');
    await stand.bind('kanaal-twee');
    await stand.addAfspraak({ _id: 'AFS-2026-001', herijking: '2027-01-22' });
    await stand.plan();
    stand.setTime('2026-11-27 09:00');
    const kanalen = {
      ...stand.kanalen,
      kanaal: (id: string) => (id === broken ? Promise.reject(new TypeError('broken')) : stand.kanalen.kanaal(id)),
    };
    await deliverDue(stand.worker({ kanalen }));
    assert.equal(stand.teams.accepted.length, 1);
    assert.equal(stand.faults.length, 1);
  });

  it('stays within the limits of a tenant and says when there is room again', async () => {
    const stand = await openStand('2026-11-23', { limits: teamsLimits });
    for (let number = 0; number < 60; number += 1) await stand.bind(`kanaal-${number}`);
    await stand.addAfspraak({ _id: 'AFS-2026-001', herijking: '2027-01-22' });
    await stand.plan();
    stand.setTime('2026-11-27 09:00');
    const report = await stand.deliver();
    assert.equal(report.delivered, 50);
    assert.equal(report.wakeAt, stand.clock.now() + 1000);
    const counts = await deliveryCounts(stand.store, stand.clock.now() + 5000);
    assert.deepEqual(counts.states, { planned: 10, leased: 0, posting: 0, refused: 0, uncertain: 0 });
    assert.equal(counts.oldestDueMs, 5000);
    stand.pass(1000);
    assert.equal((await stand.deliver()).delivered, 10);
  });

  it('tells a digest that is too large for one message in several', async () => {
    const stand = await openStand('2026-11-23');
    await stand.bind('kanaal-een');
    for (let number = 10; number < 35; number += 1) {
      await stand.addAfspraak({ _id: `AFS-2026-0${number}`, herijking: '2027-01-22' });
    }
    await stand.plan();
    stand.setTime('2026-11-27 09:00');
    await deliverDue(stand.worker({ limits: { leaseMs: 90_000, postMs: 25_000, digest: 10, kanalenAtOnce: 1 } }));
    assert.deepEqual(
      stand.teams.accepted.map((one) => one.codes.length),
      [10, 10, 5],
    );
    assert.equal(new Set(stand.teams.told()).size, 25);
  });
});

describe('the send limiter', () => {
  it('holds to every window of Teams', () => {
    let now = 0;
    const limiter = createSendLimiter({ now: () => now });
    const sent: number[] = [];
    while (sent.length < 2000) {
      const wait = limiter.take('k1', 't1');
      if (wait === 0) {
        sent.push(now);
        limiter.ended('k1', 't1');
      } else now += wait;
    }
    for (const { count, perMs } of teamsLimits.perKanaal) {
      for (let first = 0; first + count < sent.length; first += 1) {
        const span = (sent[first + count] ?? 0) - (sent[first] ?? 0);
        assert.ok(span >= perMs, `${count + 1} sends within ${span} ms`);
      }
    }
  });

  it('holds to every window at the receiver, however long a send is under way', () => {
    let now = 0;
    const limiter = createSendLimiter({ now: () => now });
    const underWay: { arrives: number; ends: number }[] = [];
    const arrived: number[] = [];
    for (let step = 0; step < 6000; step += 1) {
      now += 10;
      for (const one of underWay.filter(({ ends }) => ends <= now)) {
        arrived.push(one.arrives);
        underWay.splice(underWay.indexOf(one), 1);
        limiter.ended('k1', 't1');
      }
      if (limiter.take('k1', 't1') > 0) continue;
      // Some leave at once, others wait for a slow store first.
      const delay = (step * 37) % 7 === 0 ? 900 : 20;
      underWay.push({ arrives: now + delay - 10, ends: now + delay });
    }
    const sent = arrived.sort((one, other) => one - other);
    assert.ok(sent.length > 100, `${sent.length} sends in a minute`);
    for (const { count, perMs } of teamsLimits.perKanaal) {
      for (let first = 0; first + count < sent.length; first += 1) {
        const span = (sent[first + count] ?? 0) - (sent[first] ?? 0);
        assert.ok(span >= perMs, `${count + 1} sends within ${span} ms`);
      }
    }
  });

  it('is not held up by sends that lie ahead of a clock that was put back', () => {
    let now = 3_600_000;
    const limiter = createSendLimiter({ now: () => now });
    for (let sends = 0; sends < 7; sends += 1) {
      assert.equal(limiter.take('k1', 't1'), 0);
      limiter.ended('k1', 't1');
    }
    assert.equal(limiter.take('k1', 't1'), 1000);
    now = 0;
    assert.equal(limiter.take('k1', 't1'), 0);
  });

  it('holds back one kanaal that must wait, not another', () => {
    let now = 0;
    const limiter = createSendLimiter({ now: () => now });
    limiter.pause('k1', 5000);
    assert.equal(limiter.take('k1', 't1'), 5000);
    assert.equal(limiter.take('k2', 't1'), 0);
    now = 5000;
    assert.equal(limiter.take('k1', 't1'), 0);
  });
});
