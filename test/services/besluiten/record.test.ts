import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { chainCollection, persoonCollection } from '../../../services/besluiten/collections.ts';
import { verifyExport } from '../../../services/besluiten/verify.ts';
import { Fault } from '../../../services/fault.ts';
import type { Store } from '../../../services/opslag/store.ts';
import { openMemoryStore } from '../../fakes/memory-store.ts';
import { besluitOf, goodForm, noon, registerOn, request } from './chain-fixture.ts';

/** The store as a process sees it that dies while it inserts into this collection, `before` or `after` the write. */
function dyingStore(store: Store, name: string, moment: 'before' | 'after'): Store {
  return {
    ...store,
    collection: (declaration) => {
      const collection = store.collection(declaration);
      if (declaration.name !== name) return collection;
      return {
        get: (id) => collection.get(id),
        find: (filter, options) => collection.find(filter, options),
        replace: (doc, version) => collection.replace(doc, version),
        insert: async (doc) => {
          if (moment === 'after') await collection.insert(doc);
          throw new Fault('test-died', 'uncertain', 'the process died here');
        },
      };
    },
  };
}

describe('recording a besluit', () => {
  it('gives the number, the place in the chain and what was filled in', async () => {
    const outcome = await registerOn(openMemoryStore()).recordBesluit(request('form-1'));
    assert.equal(outcome.kind, 'recorded');
    const { hash, ...besluit } = besluitOf(outcome);
    assert.match(hash, /^[0-9a-f]{64}$/);
    assert.deepEqual(besluit, {
      identificatie: 'B-2026-001',
      onderwerp: 'Begroting 2027 vastgesteld',
      toelichting: 'Met de kanttekening over de indexatie.',
      datum: '2026-11-12',
      bestuursorgaan: 'AB',
      ingangsdatum: '2026-11-12',
      verantwoordelijkeOrganisatie: '001234567',
      verband: 'v100',
      afspraken: ['AFS-2026-001'],
      vastgelegdOp: noon,
      vastgelegdDoor: 'Verzonnen Vastlegger',
      volgnummer: 1,
    });
  });

  it('records nothing of a form with problems', async () => {
    const store = openMemoryStore();
    const outcome = await registerOn(store).recordBesluit(request('form-1', { form: {} }));
    assert.equal(outcome.kind, 'invalid');
    assert.deepEqual(await store.collection(chainCollection).find({}), []);
    assert.deepEqual(await store.collection(persoonCollection).find({}), []);
  });

  it('gives fifty besluiten of five processes at the same time fifty places without a hole', async () => {
    const store = openMemoryStore();
    const processes = [1, 2, 3, 4, 5].map((n) => registerOn(store, { now: () => noon }, `process ${n}`));
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, (_, n) => {
        const one = processes[n % processes.length];
        assert.ok(one !== undefined);
        return one.recordBesluit(request(`form-${n}`, { form: { ...goodForm, onderwerp: `Besluit ${n}` } }));
      }),
    );
    assert.ok(outcomes.every((outcome) => outcome.kind === 'recorded'));
    const exported = await registerOn(store).exportChain();
    assert.deepEqual(
      exported.entries.map((entry) => entry.volgnummer),
      Array.from({ length: 50 }, (_, n) => n + 1),
    );
    assert.deepEqual(
      exported.entries.map((entry) => (entry.soort === 'besluit' ? entry.identificatie : '')),
      Array.from({ length: 50 }, (_, n) => `B-2026-${String(n + 1).padStart(3, '0')}`),
    );
    assert.equal(new Set(outcomes.map((outcome) => besluitOf(outcome).onderwerp)).size, 50);
    assert.equal(verifyExport(exported).kind, 'sound');
  });

  it('records a form once although it arrives twenty times at the same time', async () => {
    const store = openMemoryStore();
    const processes = [registerOn(store, { now: () => noon }, 'one'), registerOn(store, { now: () => noon }, 'two')];
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, n) => (n % 2 === 0 ? processes[0] : processes[1])?.recordBesluit(request('same'))),
    );
    const kinds = outcomes.map((outcome) => outcome?.kind);
    assert.equal(kinds.filter((kind) => kind === 'recorded').length, 1);
    assert.equal(kinds.filter((kind) => kind === 'already').length, 19);
    const exported = await registerOn(store).exportChain();
    assert.equal(exported.entries.length, 1);
    assert.equal(exported.personen.length, 1);
    assert.equal(verifyExport(exported).kind, 'sound');
  });

  it('tells the same besluit when the form comes back after its afspraak has gone', async () => {
    const register = registerOn(openMemoryStore());
    await register.recordBesluit(request('same'));
    const again = await register.recordBesluit(request('same', { knownAfspraak: () => false }));
    assert.equal(again.kind, 'already');
    assert.equal(besluitOf(again).identificatie, 'B-2026-001');
  });

  it('names the one whose entry it is when two people send the same form', async () => {
    const store = openMemoryStore();
    const dying = registerOn(dyingStore(store, chainCollection.name, 'before'));
    await assert.rejects(dying.recordBesluit(request('same', { by: { naam: 'Eerste Verzonnen' } })));
    const outcome = await registerOn(store).recordBesluit(request('same', { by: { naam: 'Tweede Verzonnen' } }));
    assert.equal(besluitOf(outcome).vastgelegdDoor, 'Tweede Verzonnen');
    assert.equal(verifyExport(await registerOn(store).exportChain()).kind, 'sound');
  });

  it('shows nothing after a crash before the entry, and uses the kept person again', async () => {
    const store = openMemoryStore();
    await assert.rejects(registerOn(dyingStore(store, chainCollection.name, 'before')).recordBesluit(request('same')));
    const register = registerOn(store, { now: () => noon }, 'after the restart');
    assert.deepEqual(await register.findBesluiten({}), []);
    const [orphan] = await store.collection(persoonCollection).find({});
    assert.equal((await register.recordBesluit(request('same'))).kind, 'recorded');
    assert.deepEqual(await store.collection(persoonCollection).find({}), [orphan]);
    assert.equal(verifyExport(await register.exportChain()).kind, 'sound');
  });

  it('tells that it is recorded when the process died right after the entry', async () => {
    const store = openMemoryStore();
    await assert.rejects(registerOn(dyingStore(store, chainCollection.name, 'after')).recordBesluit(request('same')));
    assert.equal((await registerOn(store).recordBesluit(request('same'))).kind, 'already');
    assert.equal((await registerOn(store).head()).volgnummer, 1);
  });

  it('starts at 001 again in the new year, by civil time', async () => {
    const store = openMemoryStore();
    let now = Date.parse('2026-12-31T22:59:59Z');
    const register = registerOn(store, { now: () => now });
    const record = async (formId: string) => besluitOf(await register.recordBesluit(request(formId))).identificatie;
    assert.equal(await record('1'), 'B-2026-001');
    assert.equal(await record('2'), 'B-2026-002');
    now = Date.parse('2026-12-31T23:00:00Z');
    assert.equal(await record('3'), 'B-2027-001');
    now = Date.parse('2026-12-31T22:59:59Z');
    assert.equal(await record('4'), 'B-2026-003');
    now = Date.parse('2027-06-01T10:00:00Z');
    assert.equal(await record('5'), 'B-2027-002');
    assert.equal(verifyExport(await register.exportChain()).kind, 'sound');
  });

  it('throws a fault instead of looping when a place is taken by what cannot be read', async () => {
    const store = openMemoryStore();
    const blind: Store = {
      ...store,
      collection: (declaration) => {
        const collection = store.collection(declaration);
        return declaration.name === chainCollection.name ? { ...bound(collection), find: async () => [] } : collection;
      },
    };
    await registerOn(store).recordBesluit(request('1'));
    await assert.rejects(
      registerOn(blind).recordBesluit(request('2')),
      (error) => error instanceof Fault && error.code === 'besluiten-no-progress',
    );
  });
});

function bound<T extends object>(collection: T): T {
  return new Proxy(collection, {
    get: (target, key) => {
      const value: unknown = Reflect.get(target, key);
      return typeof value === 'function' ? value.bind(target) : value;
    },
    ownKeys: () => ['get', 'find', 'insert', 'replace'],
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
  });
}

describe('changing a besluit', () => {
  const later = { now: () => Date.parse('2026-12-01T09:00:00Z') };
  const by = { naam: 'Andere Verzonnen' };

  it('shows a withdrawn besluit as withdrawn, under the same number, and keeps the entry as it was', async () => {
    const store = openMemoryStore();
    await registerOn(store).recordBesluit(request('1'));
    const [before] = await store.collection(chainCollection).find({});
    const outcome = await registerOn(store, later).withdrawBesluit({
      identificatie: 'B-2026-001',
      reden: 'Vervangen door een nieuw besluit',
      formId: '2',
      by,
    });
    assert.equal(outcome.kind, 'recorded');
    const besluit = await registerOn(store).besluit('b-2026-001 ');
    assert.equal(besluit?.vervalreden, 'ingetrokken_overheid');
    assert.equal(besluit?.vervaldatum, '2026-12-01');
    assert.equal(besluit?.vastgelegdDoor, 'Verzonnen Vastlegger');
    assert.deepEqual(besluit?.gewijzigd, {
      soort: 'intrekking',
      reden: 'Vervangen door een nieuw besluit',
      vastgelegdOp: later.now(),
      volgnummer: 2,
    });
    const [after] = await store.collection(chainCollection).find({});
    assert.deepEqual(after, before);
  });

  it('supersedes the content with a correctie and lets a field go that is left empty', async () => {
    const register = registerOn(openMemoryStore());
    const recorded = besluitOf(await register.recordBesluit(request('1')));
    const outcome = await register.correctBesluit({
      identificatie: 'B-2026-001',
      form: { onderwerp: 'Begroting 2027 gewijzigd vastgesteld', datum: '2026-11-13', bestuursorgaan: 'AB' },
      knownAfspraak: () => true,
      reden: 'Verkeerde datum',
      formId: '2',
      by,
    });
    assert.equal(outcome.kind, 'recorded');
    const besluit = await register.besluit('B-2026-001');
    assert.equal(besluit?.datum, '2026-11-13');
    assert.equal(besluit?.toelichting, undefined);
    assert.equal(besluit?.verband, 'v100');
    assert.equal(besluit?.verantwoordelijkeOrganisatie, '001234567');
    assert.equal(besluit?.hash, recorded.hash);
    assert.equal(besluit?.gewijzigd?.soort, 'correctie');
    assert.equal(besluitOf(await register.recordBesluit(request('3'))).identificatie, 'B-2026-002');
    assert.equal(verifyExport(await register.exportChain()).kind, 'sound');
  });

  it('refuses what it cannot change, with the reason', async () => {
    const register = registerOn(openMemoryStore());
    await register.recordBesluit(request('1'));
    const withdraw = (formId: string, identificatie = 'B-2026-001', reden = 'Vervangen') =>
      register.withdrawBesluit({ identificatie, reden, formId, by });
    assert.deepEqual(await withdraw('2', 'B-2026-009'), { kind: 'unknown' });
    assert.deepEqual(await withdraw('3', 'B-2026-001', ' '), { kind: 'wrong_reden', problem: 'required' });
    assert.equal((await withdraw('4')).kind, 'recorded');
    assert.equal((await withdraw('4')).kind, 'already');
    assert.equal((await withdraw('5')).kind, 'withdrawn');
    const correction = await register.correctBesluit({
      identificatie: 'B-2026-001',
      form: goodForm,
      knownAfspraak: () => true,
      reden: 'Te laat',
      formId: '6',
      by,
    });
    assert.equal(correction.kind, 'withdrawn');
    assert.equal((await register.head()).volgnummer, 2);
  });

  it('withdraws once although two processes do so at the same time', async () => {
    const store = openMemoryStore();
    await registerOn(store).recordBesluit(request('1'));
    const outcomes = await Promise.all(
      ['a', 'b', 'c', 'd'].map((formId) =>
        registerOn(store, later, formId).withdrawBesluit({
          identificatie: 'B-2026-001',
          reden: 'Vervangen',
          formId,
          by,
        }),
      ),
    );
    assert.deepEqual(outcomes.map((outcome) => outcome.kind).sort(), [
      'recorded',
      'withdrawn',
      'withdrawn',
      'withdrawn',
    ]);
  });
});

describe('erasing who recorded', () => {
  it('takes the name away everywhere and leaves the chain sound', async () => {
    const store = openMemoryStore();
    const register = registerOn(store);
    for (const formId of ['1', '2', '3']) await register.recordBesluit(request(formId));
    const head = await register.head();
    assert.equal(await register.erasePerson(2), true);
    assert.equal(await register.erasePerson(2), false);
    assert.equal(await register.erasePerson(9), false);
    assert.equal((await registerOn(store).besluit('B-2026-002'))?.vastgelegdDoor, undefined);
    assert.equal((await register.besluit('B-2026-001'))?.vastgelegdDoor, 'Verzonnen Vastlegger');
    assert.deepEqual(verifyExport(await register.exportChain(), head), { kind: 'sound', count: 3, head, erased: 1 });
  });

  it('erases one person from all they recorded, and no salt is left to try names with', async () => {
    const store = openMemoryStore();
    const register = registerOn(store);
    await register.recordBesluit(request('1'));
    await register.recordBesluit(request('2', { by: { naam: 'Andere Verzonnen', aadId: 'aad-ander' } }));
    await register.recordBesluit(request('3'));
    assert.equal(await register.erasePersonByAadId('aad-verzonnen'), 2);
    const text = JSON.stringify(await store.collection(persoonCollection).find({}));
    assert.equal(text.includes('Vastlegger'), false);
    assert.equal(text.includes('aad-verzonnen'), false);
    assert.equal(text.split('"salt"').length, 2);
    const verdict = verifyExport(await register.exportChain());
    assert.equal(verdict.kind === 'sound' && verdict.erased, 2);
  });
});
