import assert from 'node:assert/strict';
import type { Store } from '../../../services/opslag/store.ts';
import { loadRegister, type Register } from '../../../services/register/register.ts';
import { keptMs, openProposals, type Presser, type Proposals } from '../../../services/wijzigen/proposals.ts';
import type { AfspraakChange, ChangeProposal } from '../../../services/wijzigen/types.ts';
import { openMemoryStore } from '../../fakes/memory-store.ts';
import { at, chat, inChannel, registerIn, timeZone } from './register.ts';

describe('a proposal', () => {
  let store: Store;
  let register: Register;
  let proposals: Proposals;
  let made = 0;

  beforeEach(async () => {
    store = openMemoryStore();
    register = await registerIn(store);
    made = 0;
    proposals = openProposals({ store, register, newId: () => `id-${++made}` });
  });

  const vermeer: Presser = { by: 'Vermeer', at: at + 1000, changer: chat };
  const zwaan: Presser = { by: 'Zwaan', at: at + 2000, changer: chat };

  const toAfgerond = (code: string): AfspraakChange => ({
    code,
    titel: 'x',
    version: register.view().afspraak(code)?.version ?? 0,
    velden: [{ veld: 'status', van: 'lopend', naar: 'afgerond' }],
  });
  const keep = (...codes: readonly string[]) => proposals.keep({ changes: codes.map(toAfgerond), leftOut: 0 }, at);
  const statusOf = (code: string) => register.view().afspraak(code)?.status;
  const someoneElse = async (code: string): Promise<void> => {
    const current = register.view().afspraak(code);
    assert.ok(current);
    const { version, ...content } = current;
    const outcome = await register.saveAfspraak(
      { ...content, titel: 'Anders' },
      version,
      { naam: 'Els', via: 'chat' },
      at,
    );
    assert.equal(outcome.kind, 'saved');
  };
  /** What was saved, and what was not and why. */
  const kinds = (outcome: Awaited<ReturnType<Proposals['apply']>>, press: 'applied' | 'undone' = 'applied') =>
    outcome.state === 'unknown' ? [] : (outcome[press]?.results ?? []).map(({ code, kind }) => `${code} ${kind}`);

  it('changes nothing until it is confirmed', async () => {
    const { _id, state } = await keep('AFS-2025-001');
    assert.equal(state, 'proposed');
    assert.equal(_id, 'id-1');
    assert.equal(statusOf('AFS-2025-001'), 'lopend');
  });

  it('is applied once by many presses at once, of several people and processes', async () => {
    const { _id } = await keep('AFS-2025-001', 'AFS-2025-002');
    const other = await loadRegister(store, { timeZone });
    const elsewhere = openProposals({ store, register: other, newId: () => 'other' });
    const outcomes = await Promise.all(
      Array.from({ length: 12 }, (_, press) =>
        (press % 2 === 0 ? proposals : elsewhere).apply(_id, press % 3 === 0 ? zwaan : vermeer),
      ),
    );
    const [first] = outcomes;
    for (const outcome of outcomes) assert.deepEqual(kinds(outcome), ['AFS-2025-001 saved', 'AFS-2025-002 saved']);
    for (const outcome of outcomes)
      assert.equal(
        'applied' in outcome && outcome.applied?.by,
        first !== undefined && 'applied' in first && first.applied?.by,
      );
    assert.equal((await register.history('AFS-2025-001')).length, 2);
    assert.deepEqual(await proposals.apply(_id, zwaan), await proposals.get(_id), 'a later press gets the same');
  });

  it('keeps the name of whoever confirmed in the history', async () => {
    const { _id } = await keep('AFS-2025-001');
    await proposals.apply(_id, zwaan);
    const last = (await register.history('AFS-2025-001')).at(-1);
    assert.deepEqual([last?.door, last?.gewijzigd, last?.op], [{ naam: 'Zwaan', via: 'chat' }, ['status'], at + 2000]);
  });

  it('leaves alone what somebody changed after it was shown, and does the rest', async () => {
    const { _id } = await keep('AFS-2025-001', 'AFS-2025-002');
    await someoneElse('AFS-2025-001');
    assert.deepEqual(kinds(await proposals.apply(_id, vermeer)), ['AFS-2025-001 stale', 'AFS-2025-002 saved']);
    assert.equal(statusOf('AFS-2025-001'), 'lopend');
    assert.equal(register.view().afspraak('AFS-2025-001')?.titel, 'Anders');
    assert.equal(statusOf('AFS-2025-002'), 'afgerond');
  });

  it('is refused where the person may no longer change it', async () => {
    const { _id } = await keep('AFS-2026-001');
    assert.deepEqual(kinds(await proposals.apply(_id, { ...vermeer, changer: inChannel })), [
      'AFS-2026-001 not_allowed',
    ]);
    assert.equal(statusOf('AFS-2026-001'), 'lopend');
  });

  it('is finished by the next press when the process died after it was confirmed', async () => {
    const proposal = await keep('AFS-2025-001', 'AFS-2025-002');
    // As it stands when a process dies after deciding, with one of the two written.
    const { version, ...draft } = proposal;
    const collection = store.collection<ChangeProposal>({ name: 'wijzigingsvoorstellen', indexes: [['forgetAt']] });
    await collection.replace({ ...draft, state: 'applied', applied: { by: 'Vermeer', at: at + 1000 } }, version);
    const current = register.view().afspraak('AFS-2025-001');
    assert.ok(current);
    const { version: one, ...content } = current;
    const by = { naam: 'Vermeer', via: 'chat' };
    await register.saveAfspraak({ ...content, status: 'afgerond' }, one, by, at + 1000, `wijziging:${proposal._id}`);

    const outcome = await proposals.apply(proposal._id, zwaan);
    assert.deepEqual(kinds(outcome), ['AFS-2025-001 saved', 'AFS-2025-002 saved']);
    assert.equal((await register.history('AFS-2025-001')).length, 2, 'not written again');
    assert.equal((await register.history('AFS-2025-002')).at(-1)?.door.naam, 'Vermeer', 'who confirmed first');
  });

  it('is taken back once, as a new version', async () => {
    const before = register.view().afspraak('AFS-2025-001');
    const { _id } = await keep('AFS-2025-001');
    await proposals.apply(_id, vermeer);
    const outcomes = await Promise.all([1, 2, 3].map(() => proposals.undo(_id, zwaan)));
    for (const outcome of outcomes) assert.deepEqual(kinds(outcome, 'undone'), ['AFS-2025-001 saved']);
    const { version, ...after } = register.view().afspraak('AFS-2025-001') ?? { version: 0 };
    const { version: first, ...content } = before ?? { version: 0 };
    assert.deepEqual([after, first, version], [content, 1, 3]);
    const again = await proposals.apply(_id, vermeer);
    assert.equal(again.state, 'undone', 'and is not applied again by an old card');
    assert.equal(statusOf('AFS-2025-001'), 'lopend');
  });

  it('is taken back only where nobody changed it since', async () => {
    const { _id } = await keep('AFS-2025-001', 'AFS-2025-002');
    await proposals.apply(_id, vermeer);
    await someoneElse('AFS-2025-002');
    assert.deepEqual(kinds(await proposals.undo(_id, vermeer), 'undone'), ['AFS-2025-001 saved', 'AFS-2025-002 stale']);
    assert.equal(statusOf('AFS-2025-002'), 'afgerond');
  });

  it('puts an emptied field back, and empties a filled one', async () => {
    const { _id } = await proposals.keep(
      {
        changes: [
          {
            code: 'AFS-2025-001',
            titel: 'x',
            version: 1,
            velden: [
              { veld: 'einddatum', van: '2027-12-31' },
              { veld: 'herijking', naar: '2027-06-01' },
            ],
          },
        ],
        leftOut: 0,
      },
      at,
    );
    await proposals.apply(_id, vermeer);
    const changed = register.view().afspraak('AFS-2025-001');
    assert.deepEqual([changed?.einddatum, changed?.herijking], [undefined, '2027-06-01']);
    await proposals.undo(_id, vermeer);
    const back = register.view().afspraak('AFS-2025-001');
    assert.deepEqual([back?.einddatum, back && 'herijking' in back], ['2027-12-31', false]);
  });

  it('does nothing once it was cancelled, and cannot be cancelled once it was applied', async () => {
    const dropped = await keep('AFS-2025-001');
    assert.equal((await proposals.cancel(dropped._id)).state, 'cancelled');
    assert.equal((await proposals.apply(dropped._id, vermeer)).state, 'cancelled');
    assert.equal((await proposals.undo(dropped._id, vermeer)).state, 'cancelled');
    assert.equal(statusOf('AFS-2025-001'), 'lopend');
    const done = await keep('AFS-2025-001');
    await proposals.apply(done._id, vermeer);
    assert.equal((await proposals.cancel(done._id)).state, 'applied');
  });

  it('is unknown by another id', async () => {
    for (const press of [proposals.apply, proposals.undo])
      assert.deepEqual(await press('x', vermeer), { state: 'unknown' });
    assert.deepEqual(await proposals.cancel('x'), { state: 'unknown' });
  });

  it('cannot be confirmed after a day, nor taken back a day after it was confirmed', async () => {
    const late = { ...vermeer, at: at + keptMs };
    const open = await keep('AFS-2025-001');
    assert.equal((await proposals.apply(open._id, late)).state, 'expired');
    assert.equal(statusOf('AFS-2025-001'), 'lopend');
    const done = await keep('AFS-2025-001');
    await proposals.apply(done._id, vermeer);
    assert.equal((await proposals.undo(done._id, { ...late, at: vermeer.at + keptMs })).state, 'expired');
    assert.equal(statusOf('AFS-2025-001'), 'afgerond');
  });

  it('holds no content, names or titles once it is over', async () => {
    const done = await keep('AFS-2025-001');
    await proposals.apply(done._id, vermeer);
    const open = await keep('AFS-2025-002');
    assert.equal(await proposals.forget(at + keptMs - 1), 0);
    assert.equal(await proposals.forget(at + keptMs), 1);
    assert.equal((await proposals.get(done._id))?.state, 'applied');
    assert.equal(await proposals.forget(at + 2 * keptMs), 1);
    assert.equal(await proposals.forget(at + 3 * keptMs), 0);
    for (const { _id } of [done, open])
      assert.deepEqual(await proposals.get(_id), {
        _id,
        version: _id === open._id ? 2 : 4,
        state: 'expired',
        changes: [],
        leftOut: 0,
        proposedAt: at,
      });
  });
});
