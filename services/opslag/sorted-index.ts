import { createRequire } from 'node:module';
import { leavesAt, plainValueAt, type StoredDocument } from './document.ts';
import { fieldKey, type KeyRange } from './index-key.ts';
import type { Json } from './store.ts';

// Required, because what `import` gives for the default export of this CommonJS package differs between Node and test runners.
const { default: SortedTree }: typeof import('sorted-btree') = createRequire(import.meta.url)('sorted-btree');

type Entry = [key: string, doc: StoredDocument];

const byText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** The documents of one collection in the order of some of its fields, and by `_id` where those are equal. */
export class SortedIndex {
  readonly fields: readonly string[];
  readonly #tree = new SortedTree<string, StoredDocument>(undefined, byText);
  /** Per field how many documents hold a list or an object there: those have several keys, or none that can be ordered. */
  readonly #irregular: number[];

  constructor(fields: readonly string[], docs: Iterable<StoredDocument>) {
    this.fields = fields;
    this.#irregular = fields.map(() => 0);
    const entries: Entry[] = [];
    for (const doc of docs) {
      this.#count(doc, 1);
      for (const key of this.#keysOf(doc)) entries.push([key, doc]);
    }
    // In order, the tree only ever grows at its end, which is many times faster.
    entries.sort(([left], [right]) => byText(left, right));
    this.#tree.setPairs(entries);
  }

  /** True when every document has one plain value in this field, so that the order of the keys is the order of the field. */
  isRegular(position: number): boolean {
    return this.#irregular[position] === 0;
  }

  put(old: StoredDocument | undefined, doc: StoredDocument): void {
    if (old !== undefined) {
      this.#count(old, -1);
      for (const key of this.#keysOf(old)) this.#tree.delete(key);
    }
    this.#count(doc, 1);
    for (const key of this.#keysOf(doc)) this.#tree.set(key, doc);
  }

  /** The documents of a range, in the order of their keys or against it. One with a list in a field may come more than once. */
  *walk(range: KeyRange, direction: 1 | -1): Generator<StoredDocument, void, undefined> {
    if (direction === 1) {
      for (const [key, doc] of this.#tree.entries(range.low)) {
        if (range.high !== undefined && key >= range.high) return;
        yield doc;
      }
      return;
    }
    for (const [key, doc] of this.#tree.entriesReversed(range.high, undefined, true)) {
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
