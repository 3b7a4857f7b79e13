import type { Collection, CollectionDeclaration, Store, Stored } from '../../services/opslag/store.ts';

/** Counts the rounds of planning and delivery that a bot has done, so that a test can wait for one instead of for some time. */
export interface CountedRounds {
  count: number;
}

/** This store; `rounds` counts up when a bot on it ends a round: the last thing a round does is ask what is due next. */
export function countRounds(store: Store, rounds: CountedRounds): Store {
  return {
    ping: () => store.ping(),
    close: () => store.close(),
    ...(store.serverTime !== undefined && { serverTime: store.serverTime.bind(store) }),
    collection: <T extends Stored>(declaration: CollectionDeclaration<T>): Collection<T> => {
      const collection = store.collection(declaration);
      if (declaration.name !== 'herinneringen') return collection;
      const find: Collection<T>['find'] = async (filter, options) => {
        const found = await collection.find(filter, options);
        const { state, due } = filter;
        if (state === 'planned' && typeof due === 'object' && due !== null && '$gt' in due) rounds.count += 1;
        return found;
      };
      return {
        get: (id) => collection.get(id),
        find,
        insert: (doc) => collection.insert(doc),
        replace: (doc, version) => collection.replace(doc, version),
      };
    },
  };
}
