import assert from 'node:assert/strict';
import { rankOf } from '../../../services/register/codes.ts';
import { dayOf } from '../../../services/register/notice-day.ts';
import type { Afspraak, AfspraakQuery, DateOrder } from '../../../services/register/types.ts';
import { viewOf } from '../../fakes/many-afspraken.ts';
import { seededFractions } from '../../fakes/seeded-random.ts';

const today = '2026-11-23';

/** From one afspraak to nearly all of them, so that every way of looking is taken. */
const queries: readonly AfspraakQuery[] = [
  {},
  { status: 'open' },
  { status: 'lopend', today },
  { status: 'te_laat', today },
  { soorten: ['dvo', 'sla'] },
  { soorten: ['exit'], status: 'te_laat', today },
  { eigenaar: 'Boer', status: 'open' },
  { periode: { van: '2027-03-01', tot: '2027-03-04', velden: ['einddatum', 'herijking'] } },
  { periode: { tot: '2026-12-31', velden: ['opzegdatum'] }, soorten: ['contract'] },
  { ontbreekt: 'document', rapportageAan: 'raad' },
  { zoekterm: 'begroting jeugdhulp' },
  { visibleIn: { verbanden: [] } },
  { codes: ['AFS-2024-007', 'AFS-2022-001'] },
  { codes: [] },
];

const orders: readonly (DateOrder | undefined)[] = [
  undefined,
  { velden: ['einddatum'] },
  { velden: ['opzegdatum'], van: '2026-01-01' },
  { velden: ['einddatum', 'herijking', 'rapportagedatum'], van: today },
  { velden: ['rapportagedatum'], van: '2031-06-01' },
];

const codesOf = (afspraken: readonly Afspraak[]): readonly string[] => afspraken.map(({ _id }) => _id);
const byRank = (one: Afspraak, other: Afspraak): number => rankOf(one._id) - rankOf(other._id);

/** The first day in this order, by looking at the fields. */
const dayIn = (afspraak: Afspraak, { velden, van = '' }: DateOrder): string =>
  velden
    .flatMap((veld) => dayOf(afspraak, veld) ?? [])
    .filter((day) => day >= van)
    .sort()[0] ?? '9999';

function sorted(afspraken: readonly Afspraak[], order: DateOrder | undefined): readonly Afspraak[] {
  if (order === undefined) return [...afspraken].sort(byRank);
  return [...afspraken].sort((one, other) => {
    const [left, right] = [dayIn(one, order), dayIn(other, order)];
    return left < right ? -1 : left > right ? 1 : byRank(one, other);
  });
}

/** Every query against every other. */
function* pairs(): Generator<readonly [AfspraakQuery, AfspraakQuery]> {
  for (const one of queries) for (const other of queries) yield [one, other];
}

for (const count of [150, 4_000])
  describe(`the matches of a query among ${count} afspraken`, () => {
    const view = viewOf(count);
    const found = (query: AfspraakQuery): readonly Afspraak[] => view.findAfspraken(query);

    it('come in the order that is asked for, the first of them as well as all', () => {
      for (const query of queries)
        for (const order of orders) {
          const matches = view.matchAfspraken([query]);
          const expected = codesOf(sorted(found(query), order));
          const about = JSON.stringify({ query, order });
          assert.equal(matches.size, expected.length, about);
          assert.deepEqual(codesOf(matches.all(order)), expected, about);
          for (const first of [0, 1, 20, 420])
            assert.deepEqual(codesOf(matches.first(first, order)), expected.slice(0, first), about);
        }
    });

    it('are those of either query, without doubles', () => {
      for (const [one, other] of pairs()) {
        const expected = new Set([...found(one), ...found(other)]);
        const matches = view.matchAfspraken([one, other]);
        assert.deepEqual(
          codesOf(matches.all()),
          codesOf(sorted([...expected], undefined)),
          JSON.stringify([one, other]),
        );
      }
    });

    it('are narrowed to what another query finds, or does not find', () => {
      for (const [one, other] of pairs()) {
        const second = new Set(found(other));
        const [inside, outside] = [
          found(one).filter((each) => second.has(each)),
          found(one).filter((each) => !second.has(each)),
        ];
        const matches = view.matchAfspraken([one]);
        assert.deepEqual(codesOf(matches.and(other).all()), codesOf(inside), JSON.stringify([one, other]));
        assert.deepEqual(codesOf(matches.without(other).all()), codesOf(outside), JSON.stringify([one, other]));
        assert.equal(matches.size, found(one).length);
      }
    });

    it('that share the first day are all there, and none when no day is left', () => {
      for (const query of queries)
        for (const order of orders) {
          if (order === undefined) continue;
          const days = found(query)
            .map((afspraak) => dayIn(afspraak, order))
            .filter((day) => day !== '9999');
          const first = days.sort()[0];
          const expected = found(query).filter((afspraak) => first !== undefined && dayIn(afspraak, order) === first);
          assert.deepEqual(codesOf(view.matchAfspraken([query]).onFirstDay(order).all()), codesOf(expected));
        }
    });

    it('tell their owners, who has most first, and their verbanden', () => {
      for (const query of queries) {
        const matches = view.matchAfspraken([query]);
        const counts = new Map<string, number>();
        for (const { eigenaar } of found(query))
          if (eigenaar !== undefined) counts.set(eigenaar.naam, (counts.get(eigenaar.naam) ?? 0) + 1);
        const owners = matches.owners();
        assert.deepEqual(new Map(owners.map(({ eigenaar, count: own }) => [eigenaar.naam, own])), counts);
        assert.deepEqual(
          owners.map((owner) => owner.count),
          [...counts.values()].sort((one, other) => other - one),
        );
        assert.deepEqual(matches.verbanden(), new Set(found(query).map(({ verband }) => verband)));
      }
    });
  });

describe('matches that are read later', () => {
  it('are the same ones, each once, with what was changed since', () => {
    const view = viewOf(2_000);
    const order: DateOrder = { velden: ['einddatum'] };
    const matches = view.matchAfspraken([{ status: 'open' }]);
    const before = codesOf(matches.all());
    const random = seededFractions(7);
    for (const code of before.slice(0, 500)) {
      const known = view.afspraak(code);
      assert.ok(known);
      const einddatum = `2028-0${1 + Math.floor(random() * 9)}-11`;
      view.putAfspraak({ ...known, titel: 'veranderd', status: 'afgerond', einddatum, version: 2 });
    }
    const [added] = view.matchAfspraken([{}]).first(1);
    assert.ok(added);
    view.putAfspraak({ ...added, _id: 'AFS-2021-001', status: 'lopend', version: 1 });
    const later = matches.all(order);
    assert.deepEqual([...codesOf(later)].sort(), [...before].sort());
    assert.equal(later.filter(({ titel }) => titel === 'veranderd').length, 500);
    assert.ok(view.matchAfspraken([{ status: 'open' }]).first(1)[0]?._id === 'AFS-2021-001');
  });

  it('leave out what belongs to a verband that is not there, until it is', () => {
    const view = viewOf(50);
    const [one] = view.findAfspraken({});
    const [verband] = view.verbanden;
    assert.ok(one && verband);
    view.putAfspraak({ ...one, verband: 'v-later', version: 2 });
    assert.equal(view.matchAfspraken([{}]).size, 49);
    view.putVerband({ ...verband, _id: 'v-later', version: 1 });
    assert.equal(view.matchAfspraken([{}]).size, 50);
  });
});
