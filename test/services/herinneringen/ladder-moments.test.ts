import assert from 'node:assert/strict';
import {
  findMoment,
  keepMoment,
  leaveOut,
  resume,
  sendMomentNow,
  silence,
} from '../../../services/herinneringen/ladder-moments.ts';
import { listHerinneringen } from '../../../services/herinneringen/list.ts';
import { react } from '../../../services/herinneringen/reactions.ts';
import { instantAt } from '../../../services/kalender/civil-date.ts';
import { openStand, timeZone } from './stand.ts';

const by = { naam: 'Voorbeeld Vermeer' };
const code = 'AFS-2026-001';

/** A review on 1 March 2027: 56 and 14 days before, on the day, and every week after it. */
async function openMoment() {
  const stand = await openStand('2026-11-23 08:00');
  const id = await stand.bind('kanaal-een');
  await stand.addAfspraak({ _id: code, herijking: '2027-03-01' });
  const kanaal = await stand.kanalen.kanaal(id);
  assert.ok(kanaal);
  const parts = () => ({ store: stand.store, register: stand.register.view(), timeZone });
  const name = (step: number) => `${code}/herijking/2027-03-01/${step}/${id}`;
  return Object.assign(stand, {
    kanaal,
    name,
    parts,
    find: (step: number) => findMoment(parts(), kanaal, name(step), stand.clock.now()),
    press: (stamp?: number) => ({ by, at: stand.clock.now(), ...(stamp !== undefined && { stamp }) }),
    async rows() {
      const list = { ...parts(), kanalen: stand.kanalen };
      const options = { from: '2026-11-23', to: '2027-03-31', now: stand.clock.now(), kanaal: id };
      return (await listHerinneringen(list, options)).map(({ step, state }) => `${step} ${state}`);
    },
    /** Days on which it was told, with the step. */
    async live(until: string) {
      while (stand.clock.now() < instantAt(until, '09:00', timeZone)) {
        stand.pass(86_400_000);
        await stand.round();
      }
      return stand.teams.accepted.flatMap(({ message }) => message.occurrences.map(({ step }) => step));
    },
  });
}

describe('a planned reminder that follows from a date', () => {
  it('is found by its name long before it stands in the outbox, and in its own kanaal alone', async () => {
    const stand = await openMoment();
    assert.equal((await stand.find(-56))?.comes, true);
    assert.equal((await stand.find(-14))?.occurrence.at, instantAt('2027-02-15', '09:00', timeZone));
    assert.equal(await stand.find(-13), undefined);
    assert.deepEqual(await stand.all(), [], 'looking changes nothing');
    const elsewhere = await stand.kanalen.kanaal(await stand.bind('kanaal-twee'));
    assert.ok(elsewhere);
    assert.equal(await findMoment(stand.parts(), elsewhere, stand.name(-14), stand.clock.now()), undefined);
    for (const strange of ['', '/', code, `${code}/herijking`, 'constructor/__proto__'])
      assert.equal(await findMoment(stand.parts(), stand.kanaal, strange, stand.clock.now()), undefined, strange);
  });

  it('is left out, once, while the others about its date come; and comes after all when resumed', async () => {
    const stand = await openMoment();
    const outcomes = [
      await leaveOut(stand.parts(), stand.kanaal, stand.name(-14), stand.press()),
      await leaveOut(stand.parts(), stand.kanaal, stand.name(-14), stand.press()),
    ];
    assert.deepEqual(
      outcomes.map(({ kind }) => kind),
      ['done', 'already'],
    );
    assert.deepEqual(await stand.rows(), [
      '-56 planned',
      '-14 skipped',
      '0 planned',
      '7 planned',
      '14 planned',
      '21 planned',
      '28 planned',
    ]);
    stand.setTime('2027-01-20');
    assert.equal((await resume(stand.parts(), stand.kanaal, stand.name(-14), stand.press())).kind, 'done');
    assert.equal((await resume(stand.parts(), stand.kanaal, stand.name(-14), stand.press())).kind, 'already');
    await leaveOut(stand.parts(), stand.kanaal, stand.name(-14), stand.press());
    await leaveOut(stand.parts(), stand.kanaal, stand.name(0), stand.press());
    await resume(stand.parts(), stand.kanaal, stand.name(0), stand.press());
    stand.setTime('2027-02-01 08:00');
    const told = await stand.live('2027-03-02');
    assert.ok(!told.includes(-14), String(told));
    assert.ok(told.includes(0), String(told));
    const kept = await stand.outbox.occurrences.get(stand.name(0));
    assert.deepEqual(
      kept?.trace?.map((one) => `${one.deed} ${one.by}`),
      ['overgeslagen Voorbeeld Vermeer', 'hervat Voorbeeld Vermeer'],
    );
  });

  it('does not come after all once its moment has passed', async () => {
    const stand = await openMoment();
    await leaveOut(stand.parts(), stand.kanaal, stand.name(-14), stand.press());
    stand.setTime('2027-02-20');
    assert.equal((await resume(stand.parts(), stand.kanaal, stand.name(-14), stand.press())).kind, 'outdated');
    await stand.round();
    assert.equal((await stand.outbox.occurrences.get(stand.name(-14)))?.state, 'skipped');
  });

  it('is sent there and then, once for each button, and stays planned as it was', async () => {
    const stand = await openMoment();
    const kept = await keepMoment(stand.parts(), stand.kanaal, stand.name(-14), stand.clock.now());
    const stamp = kept?.occurrence.version ?? 0;
    const press = { ...stand.press(), stamp };
    const outcomes = await Promise.all(
      [1, 2].map(() => sendMomentNow(stand.parts(), stand.kanaal, stand.name(-14), press)),
    );
    assert.deepEqual(outcomes.map(({ kind }) => kind).sort(), ['already', 'done']);
    await stand.round();
    await stand.round();
    assert.equal(stand.teams.accepted.length, 1);
    assert.equal((await stand.find(-14))?.comes, true);
    await sendMomentNow(stand.parts(), stand.kanaal, stand.name(-14), { ...press, stamp: stamp + 1 });
    await stand.round();
    assert.equal(stand.teams.accepted.length, 2);
    stand.setTime('2027-02-10 08:00');
    stand.restart();
    assert.ok((await stand.live('2027-02-16')).slice(2).includes(-14));
  });

  it('is silent until a day, except on the day of the date, and resumes when asked', async () => {
    const stand = await openMoment();
    const until = { day: '2027-02-22', at: instantAt('2027-02-22', '09:00', timeZone) };
    const quiet = () => silence(stand.parts(), stand.kanaal, stand.name(-56), until, stand.press());
    assert.deepEqual([(await quiet()).kind, (await quiet()).kind], ['done', 'already']);
    assert.deepEqual((await stand.rows()).slice(0, 3), ['-56 skipped', '-14 skipped', '0 planned']);
    assert.equal((await stand.find(-14))?.comes, false);
    assert.equal((await resume(stand.parts(), stand.kanaal, stand.name(-14), stand.press())).kind, 'done');
    assert.deepEqual((await stand.rows()).slice(0, 3), ['-56 planned', '-14 planned', '0 planned']);
    await quiet();
    const told = await stand.live('2027-03-09');
    assert.deepEqual(told, [0, 7]);
  });

  it('is moved to another day, earlier or later, with the button Uitstellen', async () => {
    const stand = await openMoment();
    await keepMoment(stand.parts(), stand.kanaal, stand.name(-14), stand.clock.now());
    const press = { button: 'uitstellen', delay: '2027-02-10', by, at: stand.clock.now() } as const;
    const outcome = await react({ ...stand.parts(), register: stand.register }, stand.name(-14), press);
    assert.equal(outcome.kind, 'done');
    stand.setTime('2027-02-08 09:00');
    const told = await stand.live('2027-02-20');
    assert.deepEqual(
      stand.teams.accepted.map(({ at: when }) => new Date(when).toISOString().slice(0, 10)),
      ['2027-02-10'],
    );
    assert.deepEqual(told, [-14]);
  });

  it('cannot be managed once its date moved or was settled; when the date comes back, so does it', async () => {
    const stand = await openMoment();
    await keepMoment(stand.parts(), stand.kanaal, stand.name(-14), stand.clock.now());
    await stand.changeAfspraak(code, { herijking: '2027-04-01' });
    assert.equal((await leaveOut(stand.parts(), stand.kanaal, stand.name(-14), stand.press())).kind, 'outdated');
    await stand.round();
    assert.equal((await stand.outbox.occurrences.get(stand.name(-14)))?.state, 'cancelled');
    await stand.changeAfspraak(code, { herijking: '2027-03-01' });
    assert.equal((await leaveOut(stand.parts(), stand.kanaal, stand.name(-14), stand.press())).kind, 'done');
    assert.equal((await leaveOut(stand.parts(), stand.kanaal, 'onbekend', stand.press())).kind, 'unknown');
  });
});
