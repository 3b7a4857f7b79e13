import type { Store } from './store.ts';

/** Where things are kept: the embedded store's folder, or a MongoDB-compatible server. */
export type StoreLocation =
  | { readonly kind: 'embedded'; readonly folder: string }
  | { readonly kind: 'mongodb'; readonly uri: string; readonly database: string };

/**
 * Opens the store that the settings name; faults as those of `openMongoStore` and `openEmbeddedStore`. Loads only the one it
 * opens: the driver of the other would double the start of a command.
 */
export async function openStore(location: StoreLocation): Promise<Store> {
  if (location.kind === 'embedded') {
    const { openEmbeddedStore } = await import('./embedded.ts');
    return openEmbeddedStore(location.folder);
  }
  const { openMongoStore } = await import('./mongo.ts');
  return openMongoStore(location.uri, location.database);
}
