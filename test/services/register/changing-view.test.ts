import assert from 'node:assert/strict';
import { rankOf } from '../../../services/register/codes.ts';
import { isLopend, isOpen, isTeLaat } from '../../../services/register/meanings.ts';
import { type Afspraak, type AfspraakQuery, soorten, statussen } from '../../../services/register/types.ts';
import { LiveView } from '../../../services/register/view.ts';
import { makeRegister } from '../../fakes/many-afspraken.ts';
import { seededFractions } from '../../fakes/seeded-random.ts';

const today = '2026-11-23';
const codesOf = (afspraken: readonly Afspraak[]): readonly string[] => afspraken.map(({ _id }) => _id);

function countBy(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

const ownersIn = (afspraken: readonly Afspraak[]): ReadonlyMap<string, number> =>
  countBy(afspraken.flatMap(({ eigenaar }) => eigenaar?.naam ?? []));

type Meaning = readonly [AfspraakQuery, (afspraak: Afspraak, view: LiveView) => boolean];

/** What the index keeps up beside its plain sets, and the same in the plainest words. */
const meanings: readonly Meaning[] = [
  [{}, () => true],
  [{ status: 'open' }, isOpen],
  [{ status: 'te_laat', today }, (each) => isTeLaat(each, today)],
  [{ status: 'lopend', today }, (each) => isLopend(each, today)],
  [{ status: 'lopend', today: '2024-02-29' }, (each) => isLopend(each, '2024-02-29')],
  [
    { partijsoort: 'waterschap' },
    ({ partijen }, view) => partijen.some((id) => view.organisatie(id)?.soort === 'waterschap'),
  ],
  [{ soorten: ['sla'], status: 'open' }, (each) => each.soort === 'sla' && isOpen(each)],
  [
    { soorten: ['sla'], status: 'lopend', today, ontbreekt: 'eigenaar' },
    (each) => each.soort === 'sla' && isLopend(each, today) && each.eigenaar === undefined,
  ],
];

describe('a register that keeps changing', () => {
  it('finds, counts and orders what a walk over everything does, after every few changes', () => {
    const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
    const random = seededFractions(seed);
    const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
    const { organisaties, verbanden, afspraken } = makeRegister(2_000);
    const view = new LiveView();
    for (const organisatie of organisaties) view.putOrganisatie({ ...organisatie, version: 1 });
    for (const verband of verbanden) view.putVerband({ ...verband, version: 1 });
    const day = (): string => `20${22 + Math.floor(random() * 10)}-0${1 + Math.floor(random() * 9)}-15`;
    const plain = new Map<string, Afspraak>();
    const put = (afspraak: Afspraak): void => {
      plain.set(afspraak._id, afspraak);
      view.putAfspraak(afspraak);
    };
    for (const afspraak of afspraken.slice(0, 1_500)) put({ ...afspraak, version: 1 });
    const changeOne = (): void => {
      const known = pick([...plain.values()]);
      const { eigenaar: _, einddatum: __, ...rest } = known;
      put({
        ...rest,
        ...(random() < 0.8 && { eigenaar: pick([...plain.values()]).eigenaar ?? { naam: 'Proef' } }),
        ...(random() < 0.7 && { einddatum: day() }),
        status: pick(statussen),
        soort: pick(soorten),
        verband: pick(verbanden)._id,
        partijen: [pick(organisaties)._id],
        version: known.version + 1,
      });
    };
    const check = (about: string): void => {
      const all = [...plain.values()].sort((one, other) => rankOf(one._id) - rankOf(other._id));
      for (const [query, means] of meanings) {
        const expected = all.filter((each) => means(each, view));
        const matches = view.matchAfspraken([query]);
        const told = `${about}: ${JSON.stringify(query)}`;
        assert.equal(matches.size, expected.length, told);
        assert.deepEqual(codesOf(matches.all()), codesOf(expected), told);
        assert.deepEqual(codesOf(matches.first(7)), codesOf(expected.slice(0, 7)), told);
        assert.deepEqual(matches.verbanden(), new Set(expected.map(({ verband }) => verband)), told);
        const counts = ownersIn(expected);
        const owners = matches.owners().map(({ eigenaar, count }) => [eigenaar.naam, count] as const);
        assert.deepEqual(new Map(owners), counts, told);
        assert.deepEqual(
          owners.map(([, count]) => count),
          [...counts.values()].sort((one, other) => other - one),
          told,
        );
      }
      for (const soort of soorten) {
        const ofSoort = all.filter((each) => each.soort === soort && isOpen(each));
        const counts = countBy(ofSoort.map(({ verband }) => verband));
        assert.deepEqual(new Map(view.verbandenWithOpen(soort)), counts, `${about}: ${soort}`);
      }
    };
    check(`seed ${seed}, at the start`);
    for (let round = 0; round < 25; round++) {
      const settled = view.matchAfspraken([{ status: 'open' }]);
      const before = codesOf(settled.all());
      // Now and then more than the shared sets remember, and now and then a new one with a code among the others.
      const changes = round % 8 === 7 ? 600 : Math.floor(random() * 12);
      for (let change = 0; change < changes; change++) changeOne();
      const added = afspraken[1_500 + round];
      if (added !== undefined && round % 3 === 0) put({ ...added, version: 1 });
      const organisatie = pick(organisaties);
      const known = view.organisatie(organisatie._id);
      if (known !== undefined && round % 5 === 0)
        view.putOrganisatie({ ...known, soort: pick(['gemeente', 'waterschap']), version: known.version + 1 });
      check(`seed ${seed}, round ${round}`);
      assert.deepEqual(codesOf(settled.all()), before, `seed ${seed}, round ${round}: what was settled`);
    }
  });
});
