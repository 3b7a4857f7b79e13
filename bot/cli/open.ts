import type { Besluitenregister } from '../../services/besluiten/besluitenregister.ts';
import type { Clock } from '../../services/clock.ts';
import type { Kanalen } from '../../services/kanalen/kanalen.ts';
import { openStore } from '../../services/opslag/open-store.ts';
import type { Store } from '../../services/opslag/store.ts';
import type { Register } from '../../services/register/register.ts';
import { readStoreConfig, type StoreConfig } from '../config.ts';
import type { Terminal } from './terminal.ts';

/** The parts of the house that commands work with. Rooms that a command does not need are not even loaded: it starts faster. */
export interface Rooms {
  readonly config: StoreConfig;
  readonly store: Store;
  readonly register: () => Promise<Register>;
  readonly besluiten: () => Promise<Besluitenregister>;
  readonly kanalen: () => Promise<Kanalen>;
}

/** Remembers what a loader gave, so that it runs once. */
function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined;
  return () => {
    loaded ??= load();
    return loaded;
  };
}

function roomsOn(store: Store, config: StoreConfig, clock: Clock): Rooms {
  return {
    config,
    store,
    register: once(async () => {
      const { loadRegister } = await import('../../services/register/register.ts');
      return loadRegister(store, { timeZone: config.timeZone });
    }),
    besluiten: once(async () => {
      const { openBesluitenregister } = await import('../../services/besluiten/besluitenregister.ts');
      const { randomBytes } = await import('node:crypto');
      return openBesluitenregister({ store, clock, timeZone: config.timeZone, random: (count) => randomBytes(count) });
    }),
    kanalen: once(async () => {
      const { openKanalen } = await import('../../services/kanalen/kanalen.ts');
      return openKanalen(store);
    }),
  };
}

/**
 * Opens the store the environment names, does the work, and lets go of it whatever happens.
 *
 * @returns what the work gave, or 1 after one line when the environment is wrong
 */
export async function withRooms<T>(terminal: Terminal, work: (rooms: Rooms) => Promise<T>): Promise<T | 1> {
  const outcome = readStoreConfig(terminal.env);
  if (outcome.kind === 'refused') {
    terminal.say(outcome.sentence);
    return 1;
  }
  const store = await openStore(outcome.config.store);
  try {
    return await work(roomsOn(store, outcome.config, terminal.clock));
  } finally {
    await store.close();
  }
}
