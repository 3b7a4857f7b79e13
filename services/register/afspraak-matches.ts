import { FoundSlots } from './found-slots.ts';
import type { KeyColumn } from './key-column.ts';
import { areFewOf, firstByCode, firstByDay, type OrderSource, onFirstDay } from './match-order.ts';
import type { Postings } from './postings.ts';
import type { SlotBits } from './slot-bits.ts';
import type { Afspraak, AfspraakMatches, AfspraakQuery, DateOrder, Eigenaar } from './types.ts';

/** What the matches are read from: the index as it is now. */
export interface MatchSource extends OrderSource {
  at(slot: number): Afspraak | undefined;
  slotOf(code: string): number | undefined;
  readonly byPerson: Postings;
  readonly openByPerson: Postings;
  readonly byVerband: Postings;
  readonly personColumn: KeyColumn;
  readonly verbandColumn: KeyColumn;
  /** What the query finds. */
  search(query: AfspraakQuery): FoundSlots;
  /** Those of these few slots that the query finds, in the same order. */
  sift(slots: Uint32Array, query: AfspraakQuery): Uint32Array;
}

/** Owners are counted by index when the matches are more than this part of everything. */
const countedShare = 4;

/** Made by `AfspraakIndex.match`: the slots that were found, and the index to read them from. */
export class SlotMatches implements AfspraakMatches {
  readonly #source: MatchSource;
  readonly #found: FoundSlots;

  constructor(source: MatchSource, found: FoundSlots) {
    this.#source = source;
    this.#found = found;
  }

  get size(): number {
    return this.#found.size;
  }

  has(code: string): boolean {
    const slot = this.#source.slotOf(code);
    return slot !== undefined && this.#found.has(slot);
  }

  first(count: number, order?: DateOrder): readonly Afspraak[] {
    const slots =
      order === undefined
        ? firstByCode(this.#found, count, this.#source)
        : firstByDay(this.#found, count, order, this.#source);
    return slots.flatMap((slot) => this.#source.at(slot) ?? []);
  }

  all(order?: DateOrder): readonly Afspraak[] {
    return this.first(this.size, order);
  }

  and(query: AfspraakQuery): AfspraakMatches {
    const { list } = this.#found;
    // What is sifted out of a list is among it already.
    return this.#of(list === undefined ? this.#found.and(this.#source.search(query)) : this.#sifted(list, query));
  }

  without(query: AfspraakQuery): AfspraakMatches {
    const { list } = this.#found;
    return this.#of(this.#found.without(list === undefined ? this.#source.search(query) : this.#sifted(list, query)));
  }

  within(others: AfspraakMatches): AfspraakMatches {
    if (others instanceof SlotMatches) return this.#of(this.#found.and(others.#found));
    return this.and({ codes: others.all().map(({ _id }) => _id) });
  }

  onFirstDay(order: DateOrder): AfspraakMatches {
    return this.#of(onFirstDay(this.#found, order, this.#source));
  }

  owners(): readonly { readonly eigenaar: Eigenaar; readonly count: number }[] {
    const { size } = this.#source;
    const { bits } = this.#found;
    const isPart = areFewOf(this.size, size) || this.size * countedShare < size;
    const found = bits === undefined || isPart ? this.#ownersOneByOne() : this.#ownersByIndex(bits);
    return found.sort((one, other) => other.count - one.count || one.first - other.first);
  }

  verbanden(): ReadonlySet<string> {
    const { byVerband, verbandColumn, size } = this.#source;
    const { bits } = this.#found;
    const ids = new Set<string>();
    // By index, each verband is tried with about as many slots as there are for one match.
    if (bits !== undefined && this.size * this.size > byVerband.size * size) {
      for (const [id, slots] of byVerband.entries()) if (slots.meets(bits)) ids.add(id);
      return ids;
    }
    const { numbers } = verbandColumn;
    const seen = new Uint8Array(verbandColumn.highest + 1);
    const slots = this.#found.slots();
    for (let at = 0; at < slots.length; at++) seen[numbers[slots[at] ?? 0] ?? 0] = 1;
    for (let number = 1; number < seen.length; number++) {
      const id = seen[number] === 1 ? verbandColumn.keyOf(number) : undefined;
      if (id !== undefined) ids.add(id);
    }
    return ids;
  }

  #of(found: FoundSlots): SlotMatches {
    return new SlotMatches(this.#source, found);
  }

  #sifted(list: Uint32Array, query: AfspraakQuery): FoundSlots {
    return FoundSlots.ofList(this.#source.sift(list, query));
  }

  #ownersOneByOne(): OwnerCount[] {
    const { personColumn } = this.#source;
    const { numbers, highest } = personColumn;
    const [counts, firsts, lasts] = [
      new Uint32Array(highest + 1),
      new Map<number, number>(),
      new Uint32Array(highest + 1),
    ];
    const slots = this.#found.slots();
    for (let at = 0; at < slots.length; at++) {
      const slot = slots[at] ?? 0;
      const number = numbers[slot] ?? 0;
      const count = counts[number] ?? 0;
      if (count === 0) firsts.set(number, slot);
      counts[number] = count + 1;
      lasts[number] = slot;
    }
    firsts.delete(0);
    return [...firsts].flatMap(([number, first]) => {
      const eigenaar = this.#source.at(lasts[number] ?? 0)?.eigenaar;
      return eigenaar === undefined ? [] : [{ eigenaar, count: counts[number] ?? 0, first }];
    });
  }

  /** Of all, and of all that are open, the index knows how many each has. */
  #ownersByIndex(bits: SlotBits): OwnerCount[] {
    const { byPerson, openByPerson, size } = this.#source;
    const isOpen = this.#found === this.#source.search({ status: 'open' });
    const isWhole = isOpen || this.size === size;
    const found: OwnerCount[] = [];
    for (const [, slots] of (isOpen ? openByPerson : byPerson).entries()) {
      const [first, last] = slots.endsIn(bits) ?? [];
      const eigenaar = last === undefined ? undefined : this.#source.at(last)?.eigenaar;
      if (first === undefined || eigenaar === undefined) continue;
      found.push({ eigenaar, count: isWhole ? slots.size : slots.countIn(bits), first });
    }
    return found;
  }
}

/** An owner as written in the afspraak that was recorded last; `first`: the slot of the one recorded first. */
interface OwnerCount {
  readonly eigenaar: Eigenaar;
  readonly count: number;
  readonly first: number;
}
