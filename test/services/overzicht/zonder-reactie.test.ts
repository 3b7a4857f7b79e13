import assert from 'node:assert/strict';
import { zonderReactie } from '../../../services/overzicht/zonder-reactie.ts';
import { openEscalationStand } from '../herinneringen/escalation-stand.ts';

/** A report on 11 December 2026, told on 2 December; nobody reacts, so the owner is asked again three working days later. */
async function openSilence() {
  const stand = await openEscalationStand('2026-12-01 08:00');
  const _id = await stand.bind('kanaal-een');
  const owner = { naam: 'Voorbeeld Vermeer' };
  await stand.addAfspraak({ _id: 'AFS-2026-001', rapportagedatum: '2026-12-11', eigenaar: owner });
  const read = async (verbanden: readonly string[] = ['v1']) => {
    const view = stand.register.view();
    const found = await zonderReactie({ store: stand.store, view }, { _id, verbanden }, stand.clock.now());
    return found.map(({ termijn, trap }) => `${termijn.afspraak._id} ${termijn.datum} ${trap}`);
  };
  return { ...stand, kanaal: _id, read };
}

describe('what still is without a reaction', () => {
  it('is what somebody was asked again about, with who was asked last', async () => {
    const stand = await openSilence();
    await stand.live('2026-12-02', '2026-12-04');
    assert.deepEqual(await stand.read(), [], 'told, and nobody had to be asked again yet');
    await stand.live('2026-12-05', '2026-12-09');
    assert.deepEqual(await stand.read(), ['AFS-2026-001 2026-12-11 eigenaar']);
    assert.deepEqual(await stand.read(['v2']), [], 'of another verband');
  });

  it('ends with a press on any message about that date', async () => {
    const stand = await openSilence();
    await stand.live('2026-12-02', '2026-12-09');
    const [first] = (await stand.all()).filter(({ state }) => state === 'delivered');
    await stand.press(first?._id ?? '', 'gezien');
    assert.deepEqual(await stand.read(), []);
  });

  it('ends when the date moves, or the afspraak does', async () => {
    const stand = await openSilence();
    await stand.live('2026-12-02', '2026-12-09');
    await stand.changeAfspraak('AFS-2026-001', { rapportagedatum: '2027-12-11' });
    assert.deepEqual(await stand.read(), []);
    await stand.changeAfspraak('AFS-2026-001', { rapportagedatum: '2026-12-11' });
    assert.equal((await stand.read()).length, 1);
    await stand.changeAfspraak('AFS-2026-001', { status: 'afgerond' });
    assert.deepEqual(await stand.read(), []);
  });
});
