import assert from 'node:assert/strict';
import { readDeliveryReport } from '../../../services/herinneringen/delivery-report.ts';
import { decideLost, findLostMessages, type LostDecision } from '../../../services/herinneringen/lost-messages.ts';
import type { DeliveryDecision } from '../../../services/herinneringen/types.ts';
import { openStand } from './stand.ts';

const by = { naam: 'De Boer' };
const everything = () => true;

/** Three herinneringen that left as one message, of which nobody knows. */
async function standWithLost(outcome: 'uncertain' | 'refused' = 'uncertain') {
  const stand = await openStand('2026-11-23');
  const id = await stand.bind('kanaal-een');
  for (const code of ['AFS-2026-001', 'AFS-2026-002', 'AFS-2026-003'])
    await stand.addAfspraak({ _id: code, herijking: '2027-01-22' });
  await stand.plan();
  stand.setTime('2026-11-27 09:00');
  stand.teams.answer = () =>
    outcome === 'uncertain'
      ? { kind: 'uncertain', reason: 'connector-silent' }
      : { kind: 'refused', permanent: true, reason: 'connector-refused' };
  await stand.deliver();
  stand.teams.answer = stand.teams.accept;
  const [message] = await findLostMessages(stand.store, [id], everything);
  const [first] = message?.occurrences ?? [];
  if (message === undefined || first === undefined) throw new TypeError('nothing was lost');
  const ref = { occurrence: first._id, attempt: first.attempts };
  const decide = (deed: DeliveryDecision['deed'], over: Partial<LostDecision> = {}) =>
    decideLost(stand.store, { ...ref, deed, by, at: stand.clock.now(), ...over });
  return { ...stand, id, message, decide };
}

describe('a message of which nobody knows', () => {
  it('is one message, whatever was in it, and only of who asks', async () => {
    const stand = await standWithLost();
    assert.equal(stand.message.occurrences.length, 3);
    assert.equal(stand.message.state, 'uncertain');
    assert.deepEqual(await findLostMessages(stand.store, ['k-ander'], everything), []);
    assert.deepEqual(await findLostMessages(stand.store, [stand.id], () => false), []);
  });

  it('is sent once more as a whole, by whoever is first of two who press at once', async () => {
    const stand = await standWithLost();
    const outcomes = await Promise.all([
      stand.decide('opnieuw'),
      stand.decide('opnieuw'),
      stand.decide('staat_er', { by: { naam: 'Bakker' } }),
    ]);
    assert.equal(outcomes.filter(({ kind }) => kind === 'decided').length, 1);
    assert.deepEqual(
      outcomes.find(({ kind }) => kind === 'decided'),
      { kind: 'decided', count: 3 },
    );
    await stand.deliver();
    await stand.deliver();
    assert.equal(stand.teams.accepted.length, 1);
    assert.equal(stand.teams.told().length, 3);
    assert.deepEqual(await findLostMessages(stand.store, [stand.id], everything), []);
    for (const one of await stand.all()) {
      if (one.state !== 'delivered') continue;
      assert.deepEqual(one.decisions, [{ deed: 'opnieuw', by, at: stand.clock.now() }]);
      assert.equal(one.reason, undefined);
    }
  });

  it('is delivered when somebody saw it, and never sent again', async () => {
    const stand = await standWithLost();
    assert.deepEqual(await stand.decide('staat_er'), { kind: 'decided', count: 3 });
    assert.deepEqual(await stand.decide('opnieuw'), { kind: 'outdated' });
    stand.pass(3_600_000);
    await stand.round();
    assert.deepEqual(stand.teams.told(), []);
  });

  it('that was refused certainly does not stand there, and can only be sent again', async () => {
    const stand = await standWithLost('refused');
    assert.deepEqual(await stand.decide('staat_er'), { kind: 'outdated' });
    assert.equal((await stand.decide('opnieuw')).kind, 'decided');
    await stand.deliver();
    assert.equal(stand.teams.told().length, 3);
  });

  it('is not sent by a button of an attempt before the last', async () => {
    const stand = await standWithLost();
    await stand.decide('opnieuw');
    stand.teams.answer = () => ({ kind: 'uncertain', reason: 'connector-silent' });
    await stand.deliver();
    assert.deepEqual(await stand.decide('opnieuw'), { kind: 'outdated' });
    assert.deepEqual(await stand.decide('opnieuw', { attempt: 2 }), { kind: 'decided', count: 3 });
    assert.deepEqual(await stand.decide('opnieuw', { occurrence: 'onbekend' }), { kind: 'unknown' });
  });

  it('is not sent again about a date that was dealt with in the meantime', async () => {
    const stand = await standWithLost();
    await stand.changeAfspraak('AFS-2026-002', { status: 'afgerond' });
    await stand.decide('opnieuw');
    await stand.deliver();
    assert.deepEqual([...(stand.teams.accepted[0]?.codes ?? [])].sort(), ['AFS-2026-001', 'AFS-2026-003']);
    assert.ok((await stand.steps('AFS-2026-002')).includes('-56 cancelled afspraak-ended'));
  });

  it('is still shown to the other channel after the bot was taken out of this one', async () => {
    const stand = await standWithLost('refused');
    const other = await stand.bind('kanaal-twee');
    const unrelated = await stand.bind('kanaal-drie', 'v2');
    await stand.kanalen.markRemoved(stand.id);
    const reportOf = async (id: string) => {
      const kanaal = await stand.kanalen.kanaal(id);
      if (kanaal === undefined) throw new TypeError('no kanaal');
      return readDeliveryReport(stand, kanaal, stand.clock.now());
    };
    assert.equal((await reportOf(other)).lost.length, 1);
    assert.equal((await reportOf(unrelated)).lost.length, 0);
  });
});
