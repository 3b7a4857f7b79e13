import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import { persoonCollection } from '../../../services/besluiten/collections.ts';
import { hashEntry } from '../../../services/besluiten/entry.ts';
import type { ChainExport } from '../../../services/besluiten/export-form.ts';
import { verifyExport } from '../../../services/besluiten/verify.ts';
import { openMemoryStore } from '../../fakes/memory-store.ts';
import { besluitOf, registerOn, request } from './chain-fixture.ts';

describe('the besluitenregister from an export', () => {
  let whole: ChainExport;

  before(async () => {
    const register = registerOn(openMemoryStore());
    const first = besluitOf(await register.recordBesluit(request('form-1')));
    await register.recordBesluit(request('form-2'));
    const { identificatie } = first;
    await register.correctBesluit({ ...request('form-3'), identificatie, reden: 'Verkeerde datum' });
    await register.withdrawBesluit({ ...request('form-4'), identificatie, reden: 'Vervangen' });
    await register.erasePerson(2);
    whole = await register.exportChain();
  });

  it('comes back whole in an empty store, names and erasures included', async () => {
    const store = openMemoryStore();
    const register = registerOn(store);
    assert.deepEqual(await register.restoreChain(whole), { kind: 'restored', read: 4, added: 4 });
    assert.deepEqual(await registerOn(store).exportChain(), whole);
    const besluiten = await register.findBesluiten({});
    assert.equal(besluiten.length, 2);
    assert.equal(besluitOf(await register.recordBesluit(request('form-5'))).identificatie, 'B-2026-003');
    assert.equal(verifyExport(await register.exportChain()).kind, 'sound');
  });

  it('changes nothing the second time, and with dryRun not even the first', async () => {
    const register = registerOn(openMemoryStore());
    assert.deepEqual(await register.restoreChain(whole, { dryRun: true }), { kind: 'restored', read: 4, added: 4 });
    assert.equal((await register.head()).volgnummer, 0);
    await register.restoreChain(whole);
    assert.deepEqual(await register.restoreChain(whole), { kind: 'restored', read: 4, added: 0 });
    assert.deepEqual(await register.exportChain(), whole);
  });

  it('adds what came after an older copy, and leaves alone who was erased since', async () => {
    const older = { ...whole, entries: whole.entries.slice(0, 2), hoofd: whole.entries[1] };
    const store = openMemoryStore();
    const register = registerOn(store);
    await register.restoreChain(older);
    await register.erasePerson(1);
    assert.deepEqual(await register.restoreChain(whole), { kind: 'restored', read: 4, added: 2 });
    const verdict = verifyExport(await register.exportChain());
    assert.equal(verdict.kind === 'sound' && verdict.erased, 2);
  });

  it('refuses a chain that was changed, and one of another register', async () => {
    const changed: ChainExport = structuredClone(whole);
    const [entry] = changed.entries;
    Object.assign(entry ?? {}, { vastgelegdOp: 1 });
    const store = openMemoryStore();
    const register = registerOn(store);
    const refused = await register.restoreChain(changed);
    assert.equal(refused.kind === 'unsound' && refused.verdict.kind, 'broken');
    assert.equal((await register.head()).volgnummer, 0);

    await register.recordBesluit(request('form-9', { rsin: '009999999' }));
    const before = await register.exportChain();
    assert.deepEqual(await register.restoreChain(whole), { kind: 'other', at: 1 });
    assert.deepEqual(await register.exportChain(), before);
  });

  it('refuses a chain that is sound in itself and holds what Ketenregie never writes', async () => {
    const [{ hash, ...content }] = whole.entries as [ChainExport['entries'][number]];
    const strange = { ...content, extra: 'x' };
    const forged = { ...strange, hash: hashEntry(strange) ?? '' };
    const hoofd = { volgnummer: 1, hash: forged.hash };
    const register = registerOn(openMemoryStore());
    assert.deepEqual(await register.restoreChain({ ...whole, entries: [forged], hoofd }), { kind: 'strange', at: 1 });
    assert.equal((await register.head()).volgnummer, 0);
  });

  it('tells a name whose salt was taken from the store from one that was erased', async () => {
    const store = openMemoryStore();
    const register = registerOn(store);
    await register.recordBesluit(request('form-1'));
    const personen = store.collection(persoonCollection);
    const [kept] = await personen.find({});
    assert.ok(kept);
    await personen.replace({ _id: kept._id, naam: 'Iemand Anders' }, kept.version);
    const verdict = verifyExport(await register.exportChain());
    assert.deepEqual(verdict, { kind: 'broken', at: 1, identificatie: 'B-2026-001', reason: 'commitment' });
  });
});
