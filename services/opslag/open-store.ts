import { openEmbeddedStore } from './embedded.ts';
import { openMongoStore } from './mongo.ts';
import type { Store } from './store.ts';

export interface StorePlace {
  /** Set: the store is in MongoDB. */
  readonly mongodbUri?: string | undefined;
  readonly mongodbDb: string;
  /** The embedded store's folder, used when there is no MongoDB. */
  readonly dataDir: string;
}

/** Opens the store that the settings name; faults as those of {@link openMongoStore} and {@link openEmbeddedStore}. */
export function openStore({ mongodbUri, mongodbDb, dataDir }: StorePlace): Promise<Store> {
  return mongodbUri === undefined ? openEmbeddedStore(dataDir) : openMongoStore(mongodbUri, mongodbDb);
}
