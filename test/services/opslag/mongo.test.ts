import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { MongoClient } from 'mongodb';
import { Fault } from '../../../services/fault.ts';
import { openMongoStore } from '../../../services/opslag/mongo.ts';
import { checkMongoUri } from '../../../services/opslag/mongo-uri.ts';
import type { Collection, Store, Stored } from '../../../services/opslag/store.ts';
import { skipAbsent } from '../../absent.ts';
import { CuttingProxy } from '../../fakes/cutting-proxy.ts';
import { type MissingMongo, type RunningMongo, startLyingMongo, startMongo } from '../../servers/mongo-server.ts';

interface Paper extends Stored {
  readonly soort: string;
}

const faultOf =
  (code: string, retry: string, text = '') =>
  (error: unknown) =>
    error instanceof Fault && error.code === code && error.retry === retry && error.message.includes(text);

const available = (test: Mocha.Context, server: RunningMongo | MissingMongo): RunningMongo =>
  'unavailable' in server ? skipAbsent(test, server.unavailable) : server;

describe('the URI of MongoDB', () => {
  const weak: readonly (readonly [string, string])[] = [
    ['w=0', 'w'],
    ['w=1', 'w'],
    ['w=2', 'w'],
    ['journal=false', 'journal'],
    ['j=false', 'j'],
    ['readPreference=secondary', 'readPreference'],
    ['READPREFERENCE=nearest', 'READPREFERENCE'],
    ['readConcernLevel=local', 'readConcernLevel'],
    ['retryWrites=true&w=majority&readConcernLevel=available', 'readConcernLevel'],
  ];
  for (const [setting, name] of weak) {
    it(`is refused with ${setting}, naming the setting and not the password`, () => {
      assert.throws(
        () => checkMongoUri(`mongodb://user:geheim@host.example/db?tls=true&${setting}`),
        (error) => faultOf('opslag-uri-weak', 'never', `sets ${name};`)(error) && !String(error).includes('geheim'),
      );
    });
  }

  it('is accepted with settings that keep what a write means', () => {
    for (const setting of [
      '',
      '?w=majority&journal=true',
      '?retryWrites=true&tls=true&tlsCAFile=/x',
      '?readPreference=primary',
    ]) {
      checkMongoUri(`mongodb+srv://user:geheim@host.example/${setting}`);
    }
  });

  it('is refused when it is none, without telling what it was', async () => {
    for (const uri of [
      'postgres://user:geheim@host',
      'mongodb://',
      'mongodb://user:ge heim@:99999999/?x=y',
      'geheim',
    ]) {
      await assert.rejects(
        openMongoStore(uri, 'x', { patience: 50 }),
        (error) => faultOf('opslag-uri', 'never')(error) && !JSON.stringify([String(error), error]).includes('heim'),
      );
    }
  });
});

describe('a server that does not keep its word', () => {
  it('is refused when it lets several rivals win, naming its version', async function () {
    this.timeout(150_000);
    const server = available(this, await startLyingMongo());
    try {
      await assert.rejects(
        openMongoStore(server.uri, 'ketenregie-leugen'),
        faultOf('opslag-server-unsafe', 'never', 'version 5.0.0'),
      );
    } finally {
      await server.stop();
    }
  });

  it('is said to be unreachable when nobody listens', async () => {
    const proxy = await CuttingProxy.to('127.0.0.1', 1);
    const { port } = proxy;
    await proxy.close();
    await assert.rejects(
      openMongoStore(`mongodb://127.0.0.1:${port}/?directConnection=true`, 'x', { patience: 200 }),
      faultOf('opslag-unreachable', 'later'),
    );
  });
});

describe('a line to MongoDB that breaks', () => {
  const dbName = `ketenregie-lijn-${randomUUID().slice(0, 8)}`;
  let proxy: CuttingProxy;
  let store: Store;
  let papers: Collection<Paper>;
  let client: MongoClient | undefined;

  before(async function () {
    this.timeout(150_000);
    const server = available(this, await startMongo());
    const { hostname, port } = new URL(server.uri);
    proxy = await CuttingProxy.to(hostname, Number(port));
    client = await new MongoClient(server.uri).connect();
    store = await openMongoStore(`mongodb://127.0.0.1:${proxy.port}/?directConnection=true`, dbName, { patience: 300 });
    papers = store.collection<Paper>({ name: 'stuk', unique: [['soort']] });
    await papers.insert({ _id: 'first', soort: 'eerst' });
  });

  beforeEach(() => {
    proxy.down = false;
    proxy.onCut = async () => undefined;
  });

  after(async () => {
    if (client === undefined) return;
    await store.close();
    await proxy.close();
    await client.db(dbName).dropDatabase();
    await client.close();
  });

  for (const when of ['before', 'after'] as const) {
    it(`inserts once and says inserted when it breaks ${when} the server has the write`, async () => {
      const _id = `insert-${when}`;
      proxy.cut(_id, when);
      assert.equal((await papers.insert({ _id, soort: _id })).kind, 'inserted');
      assert.deepEqual(await papers.find({ soort: _id }), [{ _id, soort: _id, version: 1 }]);
    });

    it(`replaces once and says replaced when it breaks ${when} the server has the write`, async () => {
      const _id = `replace-${when}`;
      await papers.insert({ _id, soort: _id });
      proxy.cut(_id, when, 2);
      assert.equal((await papers.replace({ _id, soort: `${_id}!` }, 1)).kind, 'replaced');
      assert.deepEqual(await papers.get(_id), { _id, soort: `${_id}!`, version: 2 });
    });
  }

  it('says exists for a broken insert when another document has the _id or the unique key', async () => {
    proxy.cut('soort', 'after');
    assert.deepEqual(await papers.insert({ _id: 'other', soort: 'eerst' }), { kind: 'exists' });
    proxy.cut('soort', 'after');
    assert.deepEqual(await papers.insert({ _id: 'first', soort: 'x' }), { kind: 'exists' });
  });

  it('says stale for a broken replace of a version that is gone', async () => {
    await papers.insert({ _id: 'moved', soort: 'moved' });
    await papers.replace({ _id: 'moved', soort: 'moved' }, 1);
    proxy.cut('moved', 'after');
    assert.deepEqual(await papers.replace({ _id: 'moved', soort: 'mine' }, 1), { kind: 'stale' });
  });

  it('says uncertain when the server stays away', async () => {
    proxy.cut('lost', 'after');
    proxy.onCut = async () => {
      proxy.down = true;
    };
    await assert.rejects(papers.insert({ _id: 'lost', soort: 'lost' }), faultOf('opslag-uncertain', 'uncertain'));
    await assert.rejects(papers.insert({ _id: 'never', soort: 'never' }), faultOf('opslag-unreachable', 'later'));
    await assert.rejects(store.ping(), faultOf('opslag-unreachable', 'later'));
    proxy.down = false;
    assert.deepEqual(await papers.get('lost'), { _id: 'lost', soort: 'lost', version: 1 });
    assert.equal(await papers.get('never'), undefined);
  });

  it('says uncertain when another has written since and nobody can tell whose write was before', async () => {
    const direct = client?.db(dbName).collection<{ _id: string; version: number }>('stuk');
    assert.ok(direct);
    proxy.cut('raced', 'after');
    proxy.onCut = async () => {
      await direct.replaceOne({ _id: 'raced' }, { version: 2 });
    };
    await assert.rejects(papers.insert({ _id: 'raced', soort: 'raced' }), faultOf('opslag-uncertain', 'uncertain'));
  });

  it('tells the time of the server, and that it cannot when it is away', async () => {
    const before = Date.now();
    const time = await store.serverTime?.();
    assert.ok(time !== undefined && Math.abs(time - before) < 60_000, `${time} is the server's clock on this machine`);
    proxy.down = true;
    proxy.cut('isMaster', 'before', 1);
    await assert.rejects(async () => store.serverTime?.(), faultOf('opslag-unreachable', 'later'));
    proxy.down = false;
  });

  it('keeps its own fields to itself', async () => {
    const inside = await client?.db(dbName).collection<{ _id: string }>('stuk').findOne({ _id: 'first' });
    assert.deepEqual(Object.keys(inside ?? {}).sort(), ['_id', '_u_soort', '_w', 'soort', 'version']);
    assert.deepEqual(Object.keys((await papers.get('first')) ?? {}).sort(), ['_id', 'soort', 'version']);
  });

  it('leaves no scratch documents of its check behind', async () => {
    assert.equal(await client?.db(dbName).collection('ketenregie_proef').countDocuments(), 0);
  });
});
