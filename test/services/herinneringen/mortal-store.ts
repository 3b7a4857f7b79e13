import { Fault } from '../../../services/fault.ts';
import type { Collection, CollectionDeclaration, Draft, Store, Stored } from '../../../services/opslag/store.ts';

/** A process's sight of a store that outlives it: after its death every call of that process fails, the store itself stays. */
export function mortal(store: Store) {
  let writesLeft = Number.POSITIVE_INFINITY;
  let isDead = false;
  let isLastLost = false;
  const dead = () => new Fault('test-dead', 'uncertain', 'this process is dead');
  const alive = (): void => {
    if (isDead) throw dead();
  };
  async function write<R>(action: () => Promise<R>): Promise<R> {
    alive();
    writesLeft -= 1;
    if (writesLeft <= 0 && isLastLost) {
      isDead = true;
      throw dead();
    }
    const result = await action();
    if (writesLeft <= 0) {
      isDead = true;
      throw dead();
    }
    return result;
  }
  const wrap = <T extends Stored>(inner: Collection<T>): Collection<T> => ({
    async get(id) {
      alive();
      return inner.get(id);
    },
    async find(filter, options) {
      alive();
      return inner.find(filter, options);
    },
    insert: (doc: Draft<T>) => write(() => inner.insert(doc)),
    replace: (doc: Draft<T>, version: number) => write(() => inner.replace(doc, version)),
  });
  const seen: Store = {
    collection: <T extends Stored>(declaration: CollectionDeclaration<T>) => wrap(store.collection(declaration)),
    ping: () => store.ping(),
    close: async () => undefined,
  };
  return {
    store: seen,
    /** Now, or at so many writes from now: the last one reaches the store and its answer does not, or it is lost as well. */
    die(afterWrites = 0, isLost = false): void {
      isLastLost = isLost;
      if (afterWrites === 0) isDead = true;
      else writesLeft = afterWrites;
    },
  };
}
