import { createRequire } from 'node:module';
import { leavesAt, plainValueAt, type StoredDocument } from './document.ts';
import { fieldKey, type KeyRange } from './index-key.ts';
import type { Json } from './store.ts';

// Required, because what `import` gives for the default export of this CommonJS package differs between Node and test runners.
const { default: SortedTree }: typeof import('sorted-btree') = createRequire(import.meta.url)('sorted-btree');

type Tree = InstanceType<typeof SortedTree<string, StoredDocument>>;
type Entry = [key: string, doc: StoredDocument];

const byText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** With fewer than this many changes a tree is never built anew for them. */
const fewest = 64;

/**
 * The documents of one collection in the order of some of its fields, and by `_id` where those are equal.
 *
 * The tree follows when somebody reads it, not with each write: a long row of writes (an import, a first planning) costs one sort
 * instead of so many searches for a place, and an order in which nobody reads costs nothing.
 */
export class SortedIndex {
  readonly fields: readonly string[];
  readonly #docs: ReadonlyMap<string, StoredDocument>;
  #tree: Tree | undefined;
  /** What changed since the tree was last brought up to date, by `_id`: the document as the tree has it, when it does. */
  readonly #behind = new Map<string, StoredDocument | undefined>();
  /** Per field how many documents hold a list or an object there: those have several keys, or none that can be ordered. */
  readonly #irregular: number[];

  /** @param docs the documents themselves, kept by the owner, who tells of each change by `put` after it was made */
  constructor(fields: readonly string[], docs: ReadonlyMap<string, StoredDocument>) {
    this.fields = fields;
    this.#docs = docs;
    this.#irregular = fields.map(() => 0);
    for (const doc of docs.values()) this.#count(doc, 1);
  }

  /** True when every document has one plain value in this field, so that the order of the keys is the order of the field. */
  isRegular(position: number): boolean {
    return this.#irregular[position] === 0;
  }

  put(old: StoredDocument | undefined, doc: StoredDocument): void {
    if (old !== undefined) this.#count(old, -1);
    this.#count(doc, 1);
    if (this.#tree === undefined) return;
    if (!this.#behind.has(doc._id)) this.#behind.set(doc._id, old);
    if (this.#behind.size <= Math.max(fewest, this.#docs.size / 2)) return;
    this.#tree = undefined;
    this.#behind.clear();
  }

  #upToDate(): Tree {
    const tree = this.#tree ?? this.#build();
    this.#tree = tree;
    for (const [id, old] of this.#behind) {
      if (old !== undefined) for (const key of this.#keysOf(old)) tree.delete(key);
      const doc = this.#docs.get(id);
      if (doc !== undefined) for (const key of this.#keysOf(doc)) tree.set(key, doc);
    }
    this.#behind.clear();
    return tree;
  }

  #build(): Tree {
    const entries: Entry[] = [];
    for (const doc of this.#docs.values()) for (const key of this.#keysOf(doc)) entries.push([key, doc]);
    // In order, the tree only ever grows at its end, which is many times faster.
    entries.sort(([left], [right]) => byText(left, right));
    const tree = new SortedTree<string, StoredDocument>(undefined, byText);
    tree.setPairs(entries);
    return tree;
  }

  /** The documents of a range, in the order of their keys or against it. One with a list in a field may come more than once. */
  *walk(range: KeyRange, direction: 1 | -1): Generator<StoredDocument, void, undefined> {
    const tree = this.#upToDate();
    if (direction === 1) {
      for (const [key, doc] of tree.entries(range.low)) {
        if (range.high !== undefined && key >= range.high) return;
        yield doc;
      }
      return;
    }
    for (const [key, doc] of tree.entriesReversed(range.high, undefined, true)) {
      if (key < range.low) return;
      yield doc;
    }
  }

  #count(doc: StoredDocument, step: 1 | -1): void {
    for (const [position, field] of this.fields.entries()) {
      const value = plainValueAt(doc, field);
      if (typeof value === 'object' && value !== null)
        this.#irregular[position] = (this.#irregular[position] ?? 0) + step;
    }
  }

  #keysOf(doc: StoredDocument): readonly string[] {
    let keys = [''];
    for (const field of this.fields) {
      const value = plainValueAt(doc, field) ?? null;
      if (typeof value === 'object' && value !== null) {
        const parts = new Set(leavesAt(doc, field).map((leaf: Json) => fieldKey(leaf)));
        keys = keys.flatMap((key) => [...parts].map((part) => key + part));
      } else {
        const part = fieldKey(value);
        keys = keys.map((key) => key + part);
      }
    }
    return keys.map((key) => key + doc._id);
  }
}
