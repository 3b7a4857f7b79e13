import assert from 'node:assert/strict';
import { Fault } from '../../../services/fault.ts';
import { openStoreOn } from '../../../services/opslag/embedded.ts';
import type { Collection, Stored } from '../../../services/opslag/store.ts';
import { FailingDisk } from '../../fakes/failing-disk.ts';

interface Paper extends Stored {
  readonly soort?: string;
}

const diskFault = (retry: string) => (error: unknown) =>
  error instanceof Fault && error.code === 'opslag-disk' && error.retry === retry;

describe('the embedded store when the disk fails', () => {
  let disk: FailingDisk;
  let papers: Collection<Paper>;
  let ping: () => Promise<void>;

  beforeEach(async () => {
    disk = new FailingDisk();
    const store = await openStoreOn(disk);
    ping = () => store.ping();
    papers = store.collection<Paper>({ name: 'stuk', unique: [['soort']], indexes: [['soort']] });
    await papers.insert({ _id: 'a', soort: 'dvo' });
  });

  it('says that nothing was stored, and nothing was', async () => {
    disk.append_ = 'fails before';
    await assert.rejects(papers.insert({ _id: 'b', soort: 'sla' }), diskFault('later'));
    await assert.rejects(papers.replace({ _id: 'a', soort: 'sla' }, 1), diskFault('later'));
    assert.deepEqual(await papers.find({}), [{ _id: 'a', soort: 'dvo', version: 1 }]);
    disk.append_ = 'works';
    assert.equal((await papers.replace({ _id: 'a', soort: 'sla' }, 1)).kind, 'replaced');
    assert.equal((await papers.insert({ _id: 'b', soort: 'dvo' })).kind, 'inserted');
  });

  it('says that it was stored when it turns out to stand', async () => {
    disk.append_ = 'fails after';
    assert.equal((await papers.replace({ _id: 'a', soort: 'sla' }, 1)).kind, 'replaced');
    assert.deepEqual(await papers.find({ soort: 'sla' }), [{ _id: 'a', soort: 'sla', version: 2 }]);
  });

  it('says uncertain when it cannot look, refuses writes meanwhile, and knows the truth once the disk is back', async () => {
    disk.append_ = 'fails after';
    disk.reopens = false;
    await assert.rejects(papers.replace({ _id: 'a', soort: 'sla' }, 1), diskFault('uncertain'));
    await assert.rejects(papers.insert({ _id: 'b' }), diskFault('later'));
    await assert.rejects(ping(), diskFault('later'));
    assert.equal((await papers.get('a'))?.version, 1);
    disk.append_ = 'works';
    disk.reopens = true;
    assert.deepEqual(await papers.replace({ _id: 'a', soort: 'exit' }, 1), { kind: 'stale' });
    assert.deepEqual(await papers.get('a'), { _id: 'a', soort: 'sla', version: 2 });
    await ping();
  });

  it('does not tell a rival "stale" or "exists" because of a write that fails', async () => {
    disk.append_ = 'fails before';
    const first = assert.rejects(papers.insert({ _id: 'b', soort: 'sla' }), diskFault('later'));
    const rival = papers.insert({ _id: 'b', soort: 'sla' });
    const settled = first.then(() => {
      disk.append_ = 'works';
    });
    await settled;
    assert.equal((await rival.catch(() => ({ kind: 'failed' }))).kind === 'exists', false);
  });

  it('does not show a document before it is on disk', async () => {
    const writing = papers.insert({ _id: 'b' });
    assert.equal(await papers.get('b'), undefined);
    await writing;
    assert.ok(await papers.get('b'));
  });

  it('brings writes that wait together to disk together', async () => {
    disk.batches.length = 0;
    await Promise.all(Array.from({ length: 16 }, (_, count) => papers.insert({ _id: `n${count}` })));
    assert.deepEqual(disk.batches, [16]);
  });
});
