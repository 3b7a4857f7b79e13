import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instantAt } from '../../../services/kalender/civil-date.ts';
import { openStore } from '../../../services/opslag/open-store.ts';
import type { Store } from '../../../services/opslag/store.ts';
import { loadRecessen, removeReces, setReces, tracesOf } from '../../../services/reces/recessen.ts';
import { skipAbsent } from '../../absent.ts';
import { openMemoryStore } from '../../fakes/memory-store.ts';
import { startMongo } from '../../servers/mongo-server.ts';

const timeZone = 'Europe/Amsterdam';
const assen = 'gm0106';
const zomer = { van: '2027-07-12', tot: '2027-08-20', naam: 'Zomerreces' };
const by = (day: string, door = 'Voorbeeld Vermeer') => ({ door, op: instantAt(day, '10:00', timeZone) });

interface Backing {
  readonly open: () => Promise<Store>;
  readonly remove: () => Promise<void>;
}

const memory = async (): Promise<Backing> => {
  const store = openMemoryStore();
  return { open: async () => store, remove: async () => undefined };
};

const embedded = async (): Promise<Backing> => {
  const folder = await mkdtemp(join(tmpdir(), 'ketenregie-reces-'));
  return {
    open: () => openStore({ kind: 'embedded', folder }),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
};

async function mongodb(): Promise<Backing | { readonly unavailable: string }> {
  const server = await startMongo();
  if ('unavailable' in server) return server;
  const database = `ketenregie-reces-${randomUUID().slice(0, 8)}`;
  return { open: () => openStore({ kind: 'mongodb', uri: server.uri, database }), remove: async () => undefined };
}

for (const [name, backing] of [
  ['in memory', memory],
  ['in the embedded store', embedded],
  ['in MongoDB', mongodb],
] as const) {
  describe(`recessen ${name}`, function () {
    this.timeout(60_000);
    let store: Store;
    let made: Backing | undefined;

    before(async function () {
      const found = await backing();
      if ('unavailable' in found) return skipAbsent(this, found.unavailable);
      made = found;
      store = await found.open();
    });
    after(async () => {
      await store?.close();
      await made?.remove();
    });

    const days = async (organisatie: string) =>
      (await loadRecessen(store, timeZone)).of(organisatie).map(({ van, tot, naam }) => `${van} ${tot} ${naam}`);

    it('are kept with who and when, and the same once more writes nothing', async () => {
      const first = await setReces(store, assen, zomer, by('2027-01-04'));
      assert.equal(first.kind, 'set');
      const { key } = await loadRecessen(store, timeZone);
      const again = await setReces(store, assen, zomer, by('2027-02-04', 'Voorbeeld Zwaan'));
      assert.equal(again.kind, 'unchanged');
      const after = await loadRecessen(store, timeZone);
      assert.equal(after.key, key);
      const [only] = after.of(assen);
      assert.deepEqual(only, { ...zomer, ...by('2027-01-04'), sinds: by('2027-01-04').op });
    });

    it('are corrected by setting them again, and keep a trace of it', async () => {
      const kerst = { van: '2027-12-24', tot: '2028-01-07', naam: 'Kerstreces' };
      await setReces(store, assen, kerst, by('2027-01-05'));
      const later = { ...zomer, van: '2027-07-10' };
      const outcome = await setReces(store, assen, later, by('2027-01-06', 'Voorbeeld Zwaan'));
      assert.equal(outcome.kind === 'set' && outcome.replaced.length, 1);
      assert.deepEqual(await days(assen), ['2027-07-10 2027-08-20 Zomerreces', '2027-12-24 2028-01-07 Kerstreces']);
      const traces = (await tracesOf(store, assen)).map(({ deed, van, door }) => `${deed} ${van} ${door}`);
      assert.deepEqual(traces, [
        'gezet 2027-07-12 Voorbeeld Vermeer',
        'gezet 2027-12-24 Voorbeeld Vermeer',
        'weggehaald 2027-07-12 Voorbeeld Zwaan',
        'gezet 2027-07-10 Voorbeeld Zwaan',
      ]);
    });

    it('are taken away once, by whoever is first', async () => {
      const both = await Promise.all([1, 2].map(() => removeReces(store, assen, '2027-07-10', by('2027-01-07'))));
      assert.equal(both.filter((one) => one !== undefined).length, 1);
      assert.deepEqual(await days(assen), ['2027-12-24 2028-01-07 Kerstreces']);
      assert.equal(await removeReces(store, 'gm0000', '2027-07-10', by('2027-01-07')), undefined);
    });

    it('never overlap, also when many set one at the same time', async () => {
      const starts = Array.from({ length: 8 }, (_, at) => `2028-07-0${at + 1}`);
      await Promise.all(
        starts.map((van) => setReces(store, 'gm0119', { ...zomer, van, tot: '2028-08-15' }, by('2028-01-03', van))),
      );
      const kept = await days('gm0119');
      assert.equal(kept.length, 1);
      const traces = await tracesOf(store, 'gm0119');
      assert.equal(traces.filter(({ deed }) => deed === 'gezet').length, 8);
      assert.equal(traces.filter(({ deed }) => deed === 'weggehaald').length, 7);
    });

    it('give the same view as long as nothing changes', async () => {
      const one = await loadRecessen(store, timeZone);
      assert.equal(await loadRecessen(store, timeZone), one);
      await setReces(store, assen, { van: '2029-02-19', tot: '2029-02-23', naam: 'Voorjaarsreces' }, by('2028-01-03'));
      assert.notEqual(await loadRecessen(store, timeZone), one);
    });
  });
}

describe('a reces that cannot be', () => {
  const refused = async (van: string, tot: string) => {
    const outcome = await setReces(openMemoryStore(), assen, { van, tot, naam: 'Zomerreces' }, by('2027-01-04'));
    return outcome.kind === 'invalid' ? outcome.problem : outcome.kind;
  };

  it('is refused with the reason', async () => {
    assert.equal(await refused('2027-08-20', '2027-07-12'), 'reversed');
    assert.equal(await refused('2027-02-30', '2027-03-05'), 'not_a_date');
    assert.equal(await refused('2027-07-12', '12-08-2027'), 'not_a_date');
    assert.equal(await refused('2027-07-12', '2028-08-20'), 'too_long');
  });

  it('may last one day, and a hundred', async () => {
    assert.equal(await refused('2027-07-12', '2027-07-12'), 'set');
    assert.equal(await refused('2027-07-01', '2027-10-08'), 'set');
    assert.equal(await refused('2027-07-01', '2027-10-09'), 'too_long');
  });

  it('is refused after eighty of one organisatie', async () => {
    const store = openMemoryStore();
    for (let at = 0; at < 80; at += 1) {
      const day = `${2030 + Math.floor(at / 8)}-0${(at % 8) + 1}-01`;
      await setReces(store, assen, { van: day, tot: day, naam: 'Reces' }, by('2027-01-04'));
    }
    assert.equal((await loadRecessen(store, timeZone)).of(assen).length, 80);
    const outcome = await setReces(store, assen, zomer, by('2027-01-04'));
    assert.deepEqual(outcome, { kind: 'invalid', problem: 'too_many' });
    const replacing = await setReces(
      store,
      assen,
      { van: '2030-01-01', tot: '2030-01-05', naam: 'Reces' },
      by('2027-01-04'),
    );
    assert.equal(replacing.kind, 'set');
  });
});
