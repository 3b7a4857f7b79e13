import type { Collection, Store } from '../opslag/store.ts';
import {
  type Registercollectie,
  type Registerlogregel,
  type Registerwijziging,
  registerwijzigingen,
} from './collections.ts';

/** The log by which processes on one database tell each other what changed, without change streams. Used by register.ts alone. */

const idsPerEntry = 500;

interface Change {
  readonly collectie: Registercollectie;
  readonly id: string;
}

function grouped(changes: readonly Change[]): readonly Registerwijziging[] {
  const ids = new Map<Registercollectie, string[]>();
  for (const { collectie, id } of changes) {
    const list = ids.get(collectie) ?? [];
    list.push(id);
    ids.set(collectie, list);
  }
  return [...ids].map(([collectie, list]) => ({ collectie, ids: list }));
}

export class ChangeLog {
  readonly #entries: Collection<Registerlogregel>;
  #lastRead = 0;
  /** Numbers this process wrote itself: nothing to read again. */
  readonly #own = new Set<number>();
  #pending = new Map<string, Change>();
  #flushing: Promise<void> = Promise.resolve();
  #next: Promise<void> | undefined;

  constructor(store: Store) {
    this.#entries = store.collection(registerwijzigingen);
  }

  /** Starts reading behind the newest entry. Call it before reading the documents, so that nothing falls in between. */
  async start(): Promise<void> {
    const [newest] = await this.#entries.find({}, { sort: [['nummer', -1]], limit: 1 });
    this.#lastRead = newest?.nummer ?? 0;
  }

  /**
   * Resolves when other processes can see the change. Changes that come while an entry is being written share the next one,
   * so a large import costs one entry per few hundred documents. After a failure they stay pending and go with the next.
   */
  append(collectie: Registercollectie, id: string): Promise<void> {
    this.#pending.set(`${collectie}/${id}`, { collectie, id });
    if (this.#next === undefined) {
      const next = this.#flushing.then(() => this.#flush());
      this.#next = next;
      const done = (): void => undefined;
      this.#flushing = next.then(done, done);
    }
    return this.#next;
  }

  /** What others wrote since the last call, in order; each document named is to be read again. */
  async *news(): AsyncGenerator<readonly Registerwijziging[]> {
    for (;;) {
      const entry = await this.#entries.get(String(this.#lastRead + 1));
      if (entry === undefined) return;
      if (!this.#own.delete(entry.nummer)) yield entry.wijzigingen;
      this.#lastRead = entry.nummer;
    }
  }

  async #flush(): Promise<void> {
    this.#next = undefined;
    const taken = this.#pending;
    this.#pending = new Map();
    const changes = [...taken.values()];
    let written = 0;
    try {
      while (written < changes.length) {
        await this.#write(grouped(changes.slice(written, written + idsPerEntry)));
        written += idsPerEntry;
      }
    } catch (error) {
      for (const change of changes.slice(written)) this.#pending.set(`${change.collectie}/${change.id}`, change);
      throw error;
    }
  }

  async #write(wijzigingen: readonly Registerwijziging[]): Promise<void> {
    let nummer = this.#lastRead + 1;
    for (const own of this.#own) nummer = Math.max(nummer, own + 1);
    for (;;) {
      const outcome = await this.#entries.insert({ _id: String(nummer), nummer, wijzigingen });
      if (outcome.kind === 'inserted') break;
      nummer += 1;
    }
    if (nummer === this.#lastRead + 1) this.#lastRead = nummer;
    else this.#own.add(nummer);
  }
}
