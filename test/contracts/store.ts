import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { Fault } from '../../services/fault.ts';
import {
  type Collection,
  type CollectionDeclaration,
  change,
  type Filter,
  type FindOptions,
  type Store,
  type Stored,
} from '../../services/opslag/store.ts';
import { skipAbsent } from '../absent.ts';
import { describeRandomOperations } from './store-model.ts';

export interface OpenedStore {
  readonly store: Store;
  /** Closes it and opens it again on the same data. */
  reopen(): Promise<Store>;
  /** Closes it and removes its data. */
  close(): Promise<void>;
}

export interface MissingStore {
  readonly unavailable: string;
}

interface Paper extends Stored {
  readonly titel?: string | null;
  readonly nummer?: number | string | boolean | null;
  readonly soort?: string | null;
  readonly datum?: string | null;
  readonly partijen?: readonly string[];
  readonly open?: boolean;
  readonly adres?: { readonly plaats?: string | null; readonly tellers?: readonly { readonly naam: string }[] };
}

const declaration = (): CollectionDeclaration<Paper> => ({
  name: `stuk-${randomUUID()}`,
  unique: [['soort', 'nummer'], ['adres.plaats']],
  indexes: [['soort', 'datum'], ['partijen', 'datum'], ['datum'], ['titel']],
});

const faultCode = (code: string) => (error: unknown) => error instanceof Fault && error.code === code;

const idsOf = (docs: readonly Stored[]): string => docs.map(({ _id }) => _id).join(' ');

async function filled(store: Store, drafts: readonly Omit<Paper, 'version'>[]): Promise<Collection<Paper>> {
  const collection = store.collection(declaration());
  for (const draft of drafts) assert.equal((await collection.insert(draft)).kind, 'inserted');
  return collection;
}

async function pagesOf(collection: Collection<Paper>, filter: Filter, options: FindOptions, limit: number) {
  const pages: Paper[] = [];
  for (;;) {
    const after = pages.at(-1);
    const page = await collection.find(filter, { ...options, limit, ...(after === undefined ? {} : { after }) });
    assert.ok(page.length <= limit);
    pages.push(...page);
    if (page.length < limit) return pages;
  }
}

/**
 * What every implementation of the store's port must do. `open` is called once; each test takes a collection of its own.
 *
 * @param lasting false for a fake that has nothing left after it is closed
 */
export function describeStore(name: string, open: () => Promise<OpenedStore | MissingStore>, lasting = true): void {
  describe(`the store: ${name}`, () => {
    let opened: OpenedStore | undefined;
    let store: Store;

    before(async function () {
      this.timeout(150_000);
      const result = await open();
      if ('unavailable' in result) return skipAbsent(this, result.unavailable);
      opened = result;
      store = result.store;
    });

    after(async () => opened?.close());

    const current = (): Store => store;
    const reopen = async (): Promise<Store> => {
      assert.ok(opened);
      store = await opened.reopen();
      return store;
    };

    describeWrites(current);
    describeFinds(current);
    describeRivals(current);
    describeRandomOperations(current);
    describeLife(current);
    if (lasting) describeReopening(current, reopen);
  });
}

function describeWrites(store: () => Store): void {
  it('gives a document its first version and gives it back whole', async () => {
    const papers = store().collection(declaration());
    const draft = {
      _id: 'a',
      titel: 'Één ☃ 👩🏽‍⚖️ \0 "',
      partijen: ['Ooststellingwerf', ''],
      open: true,
      adres: { plaats: 'Ɐ' },
    };
    const outcome = await papers.insert(draft);
    assert.deepEqual(outcome, { kind: 'inserted', doc: { ...draft, version: 1 } });
    assert.deepEqual(await papers.get('a'), { ...draft, version: 1 });
    assert.equal(await papers.get('b'), undefined);
  });

  it('takes any text as _id', async () => {
    const ids = ['ü', '👍', ' ', 'a.b', '$a', 'a"b\\c', '\u0001\u0000', 'x'.repeat(900), '\uffff'];
    const papers = await filled(
      store(),
      ids.map((_id) => ({ _id })),
    );
    for (const id of ids) assert.equal((await papers.get(id))?._id, id);
    assert.equal((await papers.find({})).length, ids.length);
  });

  it('says exists for a second document with the same _id, and keeps the first', async () => {
    const papers = await filled(store(), [{ _id: 'a', titel: 'eerst' }]);
    assert.deepEqual(await papers.insert({ _id: 'a', titel: 'dan' }), { kind: 'exists' });
    assert.equal((await papers.get('a'))?.titel, 'eerst');
  });

  it('says exists for a second document with the same unique key', async () => {
    const papers = await filled(store(), [{ _id: 'a', soort: 'dvo', nummer: 1 }]);
    assert.deepEqual(await papers.insert({ _id: 'b', soort: 'dvo', nummer: 1 }), { kind: 'exists' });
    assert.equal((await papers.insert({ _id: 'c', soort: 'dvo', nummer: '1' })).kind, 'inserted');
    assert.equal((await papers.insert({ _id: 'd', soort: 'sla', nummer: 1 })).kind, 'inserted');
    assert.equal(await papers.get('b'), undefined);
  });

  it('leaves documents that miss a field of a unique key out of it', async () => {
    const papers = await filled(store(), [
      { _id: 'a', soort: 'dvo' },
      { _id: 'b', soort: 'dvo' },
      { _id: 'c', soort: 'dvo', nummer: null },
      { _id: 'd', nummer: 1 },
      { _id: 'e', nummer: 1, adres: {} },
    ]);
    assert.equal((await papers.find({ soort: 'dvo' })).length, 3);
  });

  it('replaces the version that was read, and says stale for any other', async () => {
    const papers = await filled(store(), [{ _id: 'a', titel: 'een', open: true }]);
    assert.deepEqual(await papers.replace({ _id: 'a', titel: 'twee' }, 1), {
      kind: 'replaced',
      doc: { _id: 'a', titel: 'twee', version: 2 },
    });
    assert.deepEqual(await papers.get('a'), { _id: 'a', titel: 'twee', version: 2 });
    for (const version of [0, 1, 3]) assert.deepEqual(await papers.replace({ _id: 'a' }, version), { kind: 'stale' });
    assert.deepEqual(await papers.replace({ _id: 'none' }, 1), { kind: 'stale' });
    assert.deepEqual(await papers.get('a'), { _id: 'a', titel: 'twee', version: 2 });
  });

  it('says exists when a replacement takes a unique key of another document, and frees the key it gives up', async () => {
    const papers = await filled(store(), [
      { _id: 'a', soort: 'dvo', nummer: 1, adres: { plaats: 'Balk' } },
      { _id: 'b', soort: 'dvo', nummer: 2, adres: { plaats: 'Lemmer' } },
    ]);
    assert.deepEqual(await papers.replace({ _id: 'b', soort: 'dvo', nummer: 1 }, 1), { kind: 'exists' });
    assert.deepEqual(await papers.replace({ _id: 'b', adres: { plaats: 'Balk' } }, 1), { kind: 'exists' });
    assert.equal((await papers.get('b'))?.version, 1);
    assert.equal(
      (await papers.replace({ _id: 'a', soort: 'dvo', nummer: 1, titel: 'zelfde sleutel' }, 1)).kind,
      'replaced',
    );
    assert.equal((await papers.replace({ _id: 'a', soort: 'dvo', nummer: 3 }, 2)).kind, 'replaced');
    assert.equal(
      (await papers.insert({ _id: 'c', soort: 'dvo', nummer: 1, adres: { plaats: 'Balk' } })).kind,
      'inserted',
    );
  });

  it('leaves out fields that are undefined', async () => {
    const papers = store().collection<Stored & { readonly titel?: string | undefined }>({
      name: `leeg-${randomUUID()}`,
    });
    await papers.insert({ _id: 'a', titel: undefined });
    assert.deepEqual(Object.keys((await papers.get('a')) ?? {}).sort(), ['_id', 'version']);
  });

  it('hands out documents that nobody can change', async () => {
    const list = ['x'];
    const papers = store().collection(declaration());
    const inserted = await papers.insert({ _id: 'a', partijen: list, adres: { plaats: 'Sneek' } });
    list.push('y');
    const [found] = await papers.find({});
    for (const doc of [inserted.kind === 'inserted' ? inserted.doc : undefined, found, await papers.get('a')]) {
      assert.ok(doc?.adres);
      assert.throws(() => Object.assign(doc, { titel: 'x' }), TypeError);
      assert.throws(() => Object.assign(doc.adres ?? {}, { plaats: 'x' }), TypeError);
      assert.throws(() => Object.assign(doc.partijen ?? [], { 0: 'x' }), TypeError);
    }
    assert.deepEqual((await papers.get('a'))?.partijen, ['x']);
  });

  it('refuses what is not plain JSON or what a server could not hold', async () => {
    const papers = store().collection<Stored>({ name: `vreemd-${randomUUID()}` });
    const odd: object[] = [
      { $a: 1 },
      { 'a.b': 1 },
      { a: { $b: 1 } },
      { a: new Date(0) },
      { a: Number.NaN },
      { a: [() => 1] },
      { _w: 1 },
      { _u_x: 1 },
    ];
    for (const fields of odd)
      await assert.rejects(papers.insert({ _id: 'a', ...fields }), faultCode('opslag-document'));
    await assert.rejects(papers.insert({ _id: '' }), faultCode('opslag-document'));
    assert.deepEqual(await papers.find({}), []);
  });

  it('keeps big documents whole', async () => {
    const titel = 'Bestuursrapportage – '.repeat(10_000);
    const papers = await filled(store(), [{ _id: 'a', titel }]);
    assert.equal((await papers.get('a'))?.titel, titel);
  });
}

function describeFinds(store: () => Store): void {
  const drafts: readonly Omit<Paper, 'version'>[] = [
    { _id: 'a', soort: 'dvo', nummer: 1, datum: '2026-01-05', partijen: ['Balk', 'Sneek'], open: true },
    { _id: 'b', soort: 'dvo', nummer: 2, datum: '2026-03-01', partijen: ['Sneek'], open: false, titel: 'x' },
    {
      _id: 'c',
      soort: 'sla',
      nummer: 3,
      datum: '2026-03-01',
      adres: { plaats: 'Balk', tellers: [{ naam: 'p' }, { naam: 'q' }] },
    },
    {
      _id: 'd',
      soort: 'sla',
      nummer: '3',
      datum: null,
      partijen: [],
      adres: { plaats: 'Joure', tellers: [{ naam: 'q' }] },
    },
    { _id: 'e', soort: null, nummer: 10, partijen: ['Balk'], titel: 'x' },
    { _id: 'f', nummer: true, datum: '2027-01-01', titel: 'ΩX' },
  ];

  const cases: readonly (readonly [string, Filter, string])[] = [
    ['everything', {}, 'a b c d e f'],
    ['an equal text', { soort: 'dvo' }, 'a b'],
    ['an equal number, not the text of it', { nummer: 3 }, 'c'],
    ['true', { nummer: true }, 'f'],
    ['false', { open: false }, 'b'],
    ['null or missing', { soort: null }, 'e f'],
    ['missing or null in the middle of a path', { 'adres.plaats': null }, 'a b e f'],
    ['an element of a list', { partijen: 'Balk' }, 'a e'],
    ['a dotted path', { 'adres.plaats': 'Joure' }, 'd'],
    ['a dotted path through a list', { 'adres.tellers.naam': 'q' }, 'c d'],
    ['$in', { soort: { $in: ['sla', 'zzz'] } }, 'c d'],
    ['$in with null', { soort: { $in: ['sla', null] } }, 'c d e f'],
    ['$in on a list', { partijen: { $in: ['Sneek', 'Balk'] } }, 'a b e'],
    ['$in on _id', { _id: { $in: ['b', 'a', 'zz'] }, soort: 'dvo' }, 'a b'],
    ['$in on _id and more on it', { _id: { $in: ['b', 'a', 'zz'], $ne: 'a' }, soort: 'dvo' }, 'b'],
    ['$in on _id and a range', { _id: { $in: ['b', 'a', 'zz'], $gt: 'a', $lte: 'zz' }, soort: 'dvo' }, 'b'],
    ['an _id and more', { _id: 'a', soort: 'sla' }, ''],
    ['an empty $in', { soort: { $in: [] } }, ''],
    ['$ne', { soort: { $ne: 'dvo' } }, 'c d e f'],
    ['$ne null', { datum: { $ne: null } }, 'a b c f'],
    ['$ne on a list', { partijen: { $ne: 'Balk' } }, 'b c d f'],
    ['$gt', { datum: { $gt: '2026-03-01' } }, 'f'],
    ['$gte', { datum: { $gte: '2026-03-01' } }, 'b c f'],
    ['$lt', { datum: { $lt: '2026-03-01' } }, 'a'],
    ['$lte', { datum: { $lte: '2026-03-01' } }, 'a b c'],
    ['a range of numbers without texts', { nummer: { $gte: 2, $lt: 11 } }, 'b c e'],
    ['a range of texts without numbers', { nummer: { $gte: '' } }, 'd'],
    ['a range in which nothing fits', { nummer: { $gt: 9, $lt: 3 } }, ''],
    ['a range that needs nothing', { datum: { $gte: '2026-01-01', $lte: '2026-12-31' }, soort: 'dvo' }, 'a b'],
    ['two fields', { soort: 'dvo', partijen: 'Sneek', open: true }, 'a'],
    ['a whole unique key', { soort: 'sla', nummer: '3' }, 'd'],
    ['a whole unique key and more', { soort: 'sla', nummer: '3', datum: '2026-03-01' }, ''],
    ['_id', { _id: 'e', nummer: 10 }, 'e'],
    ['text that looks like an operator', { titel: '$gt' }, ''],
  ];

  describe('finds', () => {
    let papers: Collection<Paper>;
    before(async () => {
      papers = await filled(store(), drafts);
    });

    for (const [what, filter, expected] of cases) {
      it(`by ${what}`, async () => assert.equal(idsOf(await papers.find(filter)), expected));
    }

    const sorts: readonly (readonly [string, Filter, FindOptions['sort'], string])[] = [
      ['one field, nothing before text', {}, [['datum', 1]], 'd e a b c f'],
      ['one field backwards, ties by _id upwards', {}, [['datum', -1]], 'f b c a d e'],
      [
        'two fields',
        { nummer: { $ne: true } },
        [
          ['datum', -1],
          ['nummer', -1],
        ],
        'c b a d e',
      ],
      [
        'two fields in two directions',
        {},
        [
          ['titel', -1],
          ['datum', 1],
        ],
        'f e b d a c',
      ],
      ['types in the order nothing, number, text, boolean', {}, [['nummer', 1]], 'a b c e d f'],
      ['a field behind an equal one', { soort: 'dvo' }, [['datum', -1]], 'b a'],
      ['a field behind $in', { soort: { $in: ['dvo', 'sla', null] } }, [['datum', 1]], 'd e a b c f'],
      [
        'the very field that $in names',
        { datum: { $in: ['2026-01-05', '2026-03-01', '2027-01-01'] } },
        [['datum', -1]],
        'f b c a',
      ],
      ['a field behind an element of a list', { partijen: { $in: ['Balk', 'Sneek'] } }, [['datum', -1]], 'b a e'],
      ['_id backwards', {}, [['_id', -1]], 'f e d c b a'],
      ['a dotted path', { 'adres.plaats': { $ne: null } }, [['adres.plaats', -1]], 'd c'],
    ];

    for (const [what, filter, sort, expected] of sorts) {
      it(`in the order of ${what}, whole and page by page`, async () => {
        const options = sort === undefined ? {} : { sort };
        assert.equal(idsOf(await papers.find(filter, options)), expected);
        for (const limit of [1, 2, 4]) assert.equal(idsOf(await pagesOf(papers, filter, options, limit)), expected);
      });
    }

    it('no more than the limit', async () => {
      assert.equal(idsOf(await papers.find({}, { limit: 2 })), 'a b');
      assert.equal(idsOf(await papers.find({}, { limit: 0 })), '');
      assert.equal(idsOf(await papers.find({}, { sort: [['datum', -1]], limit: 3 })), 'f b c');
    });

    it('only what comes after a document that has changed since', async () => {
      const [first] = await papers.find({}, { sort: [['datum', -1]], limit: 1 });
      assert.ok(first);
      const moved = { ...first, datum: '2026-02-01' };
      assert.equal(idsOf(await papers.find({}, { sort: [['datum', -1]], after: moved })), 'a d e');
    });

    it('nothing for a filter that smuggles in an operator', async () => {
      for (const condition of [{ $where: '1' }, { $regex: 'a' }, { $gt: { $ne: 1 } }, { $in: 'a' }, ['a']]) {
        const filter: Filter = JSON.parse(JSON.stringify({ titel: condition }));
        await assert.rejects(papers.find(filter), faultCode('opslag-filter'));
      }
      await assert.rejects(papers.find({ $or: 'x' }), faultCode('opslag-filter'));
    });
  });
}

function describeRivals(store: () => Store): void {
  it('lets exactly one of 16 rivals replace a version, 50 times', async () => {
    const papers = await filled(store(), [{ _id: 'a' }]);
    for (let version = 1; version <= 50; version += 1) {
      const outcomes = await Promise.all(
        Array.from({ length: 16 }, (_, rival) => papers.replace({ _id: 'a', nummer: rival }, version)),
      );
      const winners = outcomes.flatMap((outcome, rival) => (outcome.kind === 'replaced' ? [rival] : []));
      assert.equal(winners.length, 1, `round ${version} has winners ${winners}`);
      assert.deepEqual(await papers.get('a'), { _id: 'a', nummer: winners[0], version: version + 1 });
      assert.ok(outcomes.every(({ kind }) => kind !== 'exists'));
    }
  });

  it('lets exactly one of 16 rivals insert an _id, and one a unique key', async () => {
    const papers = store().collection(declaration());
    const same = await Promise.all(Array.from({ length: 16 }, (_, nummer) => papers.insert({ _id: 'a', nummer })));
    assert.equal(same.filter(({ kind }) => kind === 'inserted').length, 1);
    const key = await Promise.all(
      Array.from({ length: 16 }, (_, rival) => papers.insert({ _id: `b${rival}`, soort: 'dvo', nummer: 7 })),
    );
    assert.equal(key.filter(({ kind }) => kind === 'inserted').length, 1);
    assert.equal((await papers.find({ soort: 'dvo' })).length, 1);
  });

  it('counts every one of 100 concurrent changes', async () => {
    const counters = store().collection<Stored & { readonly count: number }>({ name: `teller-${randomUUID()}` });
    await counters.insert({ _id: 'a', count: 0 });
    await Promise.all(
      Array.from({ length: 10 }, async () => {
        for (let step = 0; step < 10; step += 1) {
          await change(counters, 'a', (current) => ({ ...current, count: current.count + 1 }));
        }
      }),
    );
    assert.deepEqual(await counters.get('a'), { _id: 'a', count: 100, version: 101 });
  });
}

function describeLife(store: () => Store): void {
  it('gives the same collection when it is declared again, and refuses another declaration of it', async () => {
    const declared = declaration();
    await store().collection(declared).insert({ _id: 'a' });
    assert.ok(
      await store()
        .collection({ ...declared })
        .get('a'),
    );
    assert.throws(() => store().collection({ name: declared.name }), faultCode('opslag-declaration'));
  });

  it('answers a ping', async () => store().ping());
}

function describeReopening(store: () => Store, reopen: () => Promise<Store>): void {
  it('has everything that was acknowledged after it was closed and opened again', async () => {
    const declared = declaration();
    const papers = store().collection(declared);
    await Promise.all(
      Array.from({ length: 40 }, (_, nummer) => papers.insert({ _id: `n${nummer}`, nummer, soort: 'dvo', titel: '☃' })),
    );
    await papers.replace({ _id: 'n3', nummer: 300, soort: 'dvo' }, 1);
    const before = await papers.find({});
    const again = (await reopen()).collection(declared);
    assert.deepEqual(await again.find({}), before);
    assert.equal(idsOf(await again.find({ soort: 'dvo', nummer: 300 })), 'n3');
    assert.deepEqual(await again.insert({ _id: 'x', soort: 'dvo', nummer: 5 }), { kind: 'exists' });
    assert.equal((await again.insert({ _id: 'x', soort: 'dvo', nummer: 3 })).kind, 'inserted');
    assert.equal((await again.replace({ _id: 'n3' }, 2)).kind, 'replaced');
  });

  it('finishes the writes under way when it closes, and refuses later ones', async () => {
    const declared = declaration();
    const closing = store();
    const papers = closing.collection(declared);
    await papers.insert({ _id: 'first' });
    const writes = Promise.all(Array.from({ length: 20 }, (_, nummer) => papers.insert({ _id: `w${nummer}` })));
    await new Promise((resume) => setImmediate(resume));
    const reopened = reopen();
    assert.ok((await writes).every(({ kind }) => kind === 'inserted'));
    assert.equal((await (await reopened).collection(declared).find({})).length, 21);
    await assert.rejects(papers.insert({ _id: 'late' }), faultCode('opslag-closed'));
    await assert.rejects(closing.ping(), faultCode('opslag-closed'));
  });
}
