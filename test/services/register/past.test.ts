import assert from 'node:assert/strict';
import type { Draft } from '../../../services/opslag/store.ts';
import { afspraken } from '../../../services/register/collections.ts';
import { loadRegister, type Register } from '../../../services/register/register.ts';
import type { Afspraak } from '../../../services/register/types.ts';
import { makeRegister } from '../../fakes/many-afspraken.ts';
import { openMemoryStore } from '../../fakes/memory-store.ts';
import { seededRandom } from '../../fakes/seeded-random.ts';

const timeZone = 'Europe/Amsterdam';
const by = { naam: 'Voorbeeld Vermeer', via: 'chat' };
const words = ['jeugdhulp', 'begroting', 'archief', 'vervoer'] as const;

interface Written {
  readonly op: string;
  readonly state: Draft<Afspraak>;
}

async function newRegister() {
  const store = openMemoryStore();
  const register = await loadRegister(store, { timeZone });
  const invented = makeRegister(80);
  for (const organisatie of invented.organisaties) await register.saveOrganisatie(organisatie);
  for (const verband of invented.verbanden) await register.saveVerband(verband);
  return { store, register, invented: invented.afspraken };
}

/** What a register held on a day, in the plainest words: the last state written by then, else the first. */
function held(written: readonly Written[], day: string) {
  const then = written.findLast(({ op }) => op <= day);
  return { state: (then ?? written[0])?.state, recorded: then !== undefined };
}

async function check(register: Register, written: ReadonlyMap<string, readonly Written[]>, day: string, about: string) {
  const past = await register.past(day);
  for (const [code, versions] of written) {
    const { state, recorded } = held(versions, day);
    const told = past.state(code);
    const { version: _, ...content } = told?.afspraak ?? { version: 0 };
    assert.deepEqual({ content, recorded: told?.recorded }, { content: state, recorded }, `${about}: ${code}`);
  }
  for (const zoekterm of [undefined, ...words]) {
    const found = past.find([zoekterm === undefined ? {} : { zoekterm }]);
    const codes = [
      ...found.recorded.all().map(({ _id }) => _id),
      ...found.later.all().map(({ _id }) => _id),
      ...found.changed.map(({ afspraak }) => afspraak._id),
    ];
    const expected = [...written]
      .filter(([, versions]) => held(versions, day).state?.titel.includes(zoekterm ?? '') === true)
      .map(([code]) => code);
    assert.deepEqual([...codes].sort(), expected.sort(), `${about}: ${zoekterm}`);
    const changed = found.changed.map(({ afspraak }) => afspraak._id);
    assert.deepEqual(changed, [...changed].sort(), `${about}: by code`);
  }
}

describe('the register of an earlier day', () => {
  it('is what was written by then, also when it goes on changing between the questions', async () => {
    const { register, invented } = await newRegister();
    const random = seededRandom();
    const written = new Map<string, Written[]>();
    const days = Array.from({ length: 12 }, (_, month) => `2025-${String(month + 1).padStart(2, '0')}-15`);
    const day = () => days[random.below(days.length)] ?? '';
    for (let round = 0; round < 40; round++) {
      for (let change = random.below(8); change > 0; change--) {
        const draft = invented[random.below(60)];
        if (draft === undefined) continue;
        const known = register.view().afspraak(draft._id);
        const versions = written.get(draft._id) ?? [];
        // Half of the changes leave the words as they are.
        const titel = random.below(2) === 0 ? known?.titel : undefined;
        const document = `https://documenten.voorbeeld.example/${round}/${change}`;
        const state = { ...draft, titel: titel ?? `${random.pick(words)} ${round}`, tekst: 'Vast.', document };
        // Nothing is written before what was written already.
        const op = [day(), versions.at(-1)?.op ?? ''].sort().at(-1) ?? '';
        const outcome = await register.saveAfspraak(state, known?.version ?? 'new', by, Date.parse(`${op}T12:00:00Z`));
        assert.equal(outcome.kind, 'saved');
        written.set(draft._id, [...versions, { op, state }]);
      }
      for (let question = 0; question < 2; question++) {
        const asked = day();
        await check(register, written, asked, `seed ${random.seed}, round ${round}, ${asked}`);
      }
    }
  });

  it('is the same for questions that come at the same time as a change', async () => {
    const { register, invented } = await newRegister();
    const [draft] = invented;
    assert.ok(draft);
    const at = (day: string): number => Date.parse(`${day}T12:00:00Z`);
    await register.saveAfspraak({ ...draft, titel: 'Eerst' }, 'new', by, at('2025-01-10'));
    const [one, other, , again] = await Promise.all([
      register.past('2025-02-01'),
      register.past('2025-08-01'),
      register.saveAfspraak({ ...draft, titel: 'Later' }, 1, by, at('2025-06-10')),
      register.past('2025-02-01'),
    ]);
    for (const past of [again, await register.past('2025-02-01')])
      assert.equal(past.state(draft._id)?.afspraak.titel, 'Eerst');
    assert.equal((await register.past('2025-08-01')).state(draft._id)?.afspraak.titel, 'Later');
    assert.ok(one.state(draft._id) && other.state(draft._id));
  });

  it('takes an afspraak of which no version was kept as recorded later', async () => {
    const { store, invented } = await newRegister();
    const [draft] = invented;
    assert.ok(draft);
    await store.collection(afspraken).insert(draft);
    const register = await loadRegister(store, { timeZone });
    const past = await register.past('2025-02-01');
    assert.equal(past.state(draft._id)?.recorded, false);
    assert.deepEqual(
      past
        .find([{}])
        .later.all()
        .map(({ _id }) => _id),
      [draft._id],
    );
  });
});
