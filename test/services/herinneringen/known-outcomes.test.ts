import assert from 'node:assert/strict';
import { Fault } from '../../../services/fault.ts';
import { deliverDue } from '../../../services/herinneringen/deliver.ts';
import { createKnownOutcomes } from '../../../services/herinneringen/known-outcomes.ts';
import { openStoreOn } from '../../../services/opslag/embedded.ts';
import type { Collection, CollectionDeclaration, Draft, Store, Stored } from '../../../services/opslag/store.ts';
import { FailingDisk } from '../../fakes/failing-disk.ts';
import { openStand } from './stand.ts';

/** A store that is away from the write of a certain number on until it is called back; that write stands, its answer is lost. */
function leaving(store: Store) {
  let writesLeft = Number.POSITIVE_INFINITY;
  const gone = () => new Fault('test-away', 'uncertain', 'the store is away');
  const wrap = <T extends Stored>(inner: Collection<T>): Collection<T> => ({
    get: (id) => inner.get(id),
    find: (filter, options) => inner.find(filter, options),
    insert: (doc) => inner.insert(doc),
    async replace(doc: Draft<T>, version: number) {
      writesLeft -= 1;
      if (writesLeft < 0) throw gone();
      const outcome = await inner.replace(doc, version);
      if (writesLeft === 0) throw gone();
      return outcome;
    },
  });
  const seen: Store = {
    collection: <T extends Stored>(declaration: CollectionDeclaration<T>) => wrap(store.collection(declaration)),
    ping: () => store.ping(),
    close: () => store.close(),
  };
  return {
    store: seen,
    leaveAfter(writes: number): void {
      writesLeft = writes;
    },
    comeBack(): void {
      writesLeft = Number.POSITIVE_INFINITY;
    },
  };
}

describe('what a process knows of its posts', () => {
  for (const [write, name, posts] of [
    [1, 'the lease', 0],
    [2, 'the mark that it posts', 0],
    [3, 'the mark that it was delivered', 1],
  ] as const) {
    it(`is not lost when the store goes away at ${name}: told once, and known to be`, async () => {
      const stand = await openStand('2026-11-23');
      await stand.bind('kanaal-een');
      await stand.addAfspraak({ _id: 'AFS-2026-001', herijking: '2027-01-22' });
      await stand.plan();
      stand.setTime('2026-11-27 09:00');
      const away = leaving(stand.store);
      const worker = stand.worker({ store: away.store, known: createKnownOutcomes() });
      away.leaveAfter(write);
      await deliverDue(worker);
      assert.equal(stand.faults.length, 1);
      assert.equal(stand.teams.accepted.length, posts);
      // Away for longer than a lease.
      stand.pass(3_600_000);
      away.comeBack();
      await deliverDue(worker);
      await deliverDue(worker);
      assert.equal(stand.teams.accepted.length, 1);
      assert.deepEqual(await stand.steps('AFS-2026-001'), ['-56 delivered']);
    });
  }

  for (const [write, name] of [
    [3, 'the mark that it posts'],
    [4, 'the mark that it was delivered'],
  ] as const) {
    it(`is not lost when the disk has ${name} and the store does not know it yet`, async () => {
      const disk = new FailingDisk();
      const stand = await openStand('2026-11-23', { store: await openStoreOn(disk) });
      await stand.bind('kanaal-een');
      await stand.addAfspraak({ _id: 'AFS-2026-001', herijking: '2027-01-22' });
      await stand.plan();
      stand.setTime('2026-11-27 09:00');
      const append = disk.append.bind(disk);
      let writesLeft: number = write;
      disk.append = async (entries) => {
        writesLeft -= 1;
        if (writesLeft === 0) {
          disk.append_ = 'fails after';
          disk.reopens = false;
        }
        return append(entries);
      };
      const worker = stand.worker({ known: createKnownOutcomes() });
      await deliverDue(worker);
      // Still away in the next round.
      await assert.rejects(deliverDue(worker), Fault);
      disk.append_ = 'works';
      disk.reopens = true;
      stand.pass(3_600_000);
      await deliverDue(worker);
      await deliverDue(worker);
      assert.equal(stand.teams.accepted.length, 1);
      assert.deepEqual(await stand.steps('AFS-2026-001'), ['-56 delivered']);
    });
  }
});
