import assert from 'node:assert/strict';
import type { Draft, Store } from '../../../services/opslag/store.ts';
import { afspraakversies, afspraken, registerwijzigingen } from '../../../services/register/collections.ts';
import { loadRegister, type Register } from '../../../services/register/register.ts';
import type { Afspraak } from '../../../services/register/types.ts';
import { makeRegister } from '../../fakes/many-afspraken.ts';
import { openMemoryStore } from '../../fakes/memory-store.ts';
import { timeZone } from './support.ts';

const by = { naam: 'Proef', via: 'chat' };
const draftOf = (_id: string, titel = 'Proef'): Draft<Afspraak> => ({
  _id,
  titel,
  soort: 'contract',
  verband: 'v1',
  partijen: ['gm9001'],
  status: 'lopend',
  rapportageAan: [],
  vertrouwelijkheid: 'intern',
});

async function processes(count: number): Promise<{ store: Store; registers: readonly Register[] }> {
  const store = openMemoryStore();
  const registers = [];
  for (let at = 0; at < count; at++) registers.push(await loadRegister(store, { timeZone }));
  return { store, registers };
}

async function two(): Promise<{ store: Store; one: Register; other: Register }> {
  const { store, registers } = await processes(2);
  const [one, other] = registers;
  assert.ok(one && other);
  return { store, one, other };
}

describe('the register over processes', () => {
  it('shows another process what was written, with one read when there is nothing new', async () => {
    const { one, other } = await two();
    await one.saveAfspraak(draftOf('AFS-2026-001'), 'new', by, 1);
    assert.equal(other.view().afsprakenCount, 0);
    assert.equal((await other.refresh()).afspraak('AFS-2026-001')?.titel, 'Proef');
    const revision = other.view().revision;
    await other.refresh();
    assert.equal(other.view().revision, revision);
  });

  it('brings three processes that write at the same time to the same state', async () => {
    const { registers, store } = await processes(3);
    const { organisaties, verbanden, afspraken: drafts } = makeRegister(150);
    await Promise.all(organisaties.map((each, at) => registers[at % 3]?.saveOrganisatie(each)));
    await Promise.all(verbanden.map((each, at) => registers[at % 3]?.saveVerband(each)));
    await Promise.all(drafts.map((each, at) => registers[at % 3]?.saveAfspraak(each, 'new', by, at)));
    for (const register of registers) {
      const view = await register.refresh();
      assert.equal(view.afsprakenCount, 150);
      assert.equal(view.verbanden.length, verbanden.length);
    }
    const entries = await store.collection(registerwijzigingen).find({}, { sort: [['nummer', 1]] });
    assert.deepEqual(
      entries.map(({ nummer }) => nummer),
      entries.map((_, at) => at + 1),
      'the log has no gap',
    );
    assert.ok(entries.length < 150, 'writes of the same moment share an entry');
  });

  it('tells all but one of rival editors that they were late, and keeps the winner in the history', async () => {
    const { registers } = await processes(4);
    const [first] = registers;
    assert.ok(first);
    await first.saveAfspraak(draftOf('AFS-2026-001'), 'new', by, 1);
    for (const register of registers) await register.refresh();
    const outcomes = await Promise.all(
      registers.map((register, at) => register.saveAfspraak(draftOf('AFS-2026-001', `van ${at}`), 1, by, 2)),
    );
    const winners = outcomes.filter(({ kind }) => kind === 'saved');
    assert.equal(winners.length, 1);
    assert.equal(outcomes.filter(({ kind }) => kind === 'stale').length, 3);
    const [winner] = winners;
    assert.ok(winner?.kind === 'saved');
    const history = await first.history('AFS-2026-001');
    assert.deepEqual(
      history.map(({ nummer, inhoud, gewijzigd }) => [nummer, inhoud.titel, nummer === 1 ? [] : gewijzigd]),
      [
        [1, 'Proef', []],
        [2, winner.afspraak.titel, ['titel']],
      ],
    );
  });

  it('writes nothing when nothing changed', async () => {
    const { one } = await two();
    await one.saveAfspraak(draftOf('AFS-2026-001'), 'new', by, 1);
    assert.equal((await one.saveAfspraak(draftOf('AFS-2026-001'), 1, by, 2)).kind, 'unchanged');
    assert.equal((await one.history('AFS-2026-001')).length, 1);
  });

  it('says stale with what is there now, and exists for a code that is taken', async () => {
    const { one, other } = await two();
    await one.saveAfspraak(draftOf('AFS-2026-001'), 'new', by, 1);
    await one.saveAfspraak(draftOf('AFS-2026-001', 'tweede'), 1, by, 2);
    const stale = await other.saveAfspraak(draftOf('AFS-2026-001', 'derde'), 1, by, 3);
    assert.ok(stale.kind === 'stale' && stale.current?.titel === 'tweede');
    assert.deepEqual(await other.saveAfspraak(draftOf('AFS-2026-001'), 'new', by, 3), { kind: 'exists' });
    assert.deepEqual(await other.saveAfspraak(draftOf('AFS-2026-009'), 1, by, 3), { kind: 'stale' });
  });
});

describe('a writer that died halfway', () => {
  const half = { gewijzigd: ['titel'], door: by, op: 5 };

  it('loses nothing: the next start completes the version it left', async () => {
    const { store, one } = await two();
    await one.saveAfspraak(draftOf('AFS-2026-001'), 'new', by, 1);
    const versies = store.collection(afspraakversies);
    await versies.insert({
      _id: 'AFS-2026-001@2',
      code: 'AFS-2026-001',
      nummer: 2,
      inhoud: draftOf('AFS-2026-001', 'half'),
      ...half,
    });
    await versies.insert({
      _id: 'AFS-2026-002@1',
      code: 'AFS-2026-002',
      nummer: 1,
      inhoud: draftOf('AFS-2026-002', 'nieuw'),
      ...half,
    });
    const started = await loadRegister(store, { timeZone });
    assert.equal(started.view().afspraak('AFS-2026-001')?.titel, 'half');
    assert.equal(started.view().afspraak('AFS-2026-002')?.titel, 'nieuw');
    assert.equal((await store.collection(afspraken).get('AFS-2026-001'))?.version, 2);
    assert.equal((await one.refresh()).afspraak('AFS-2026-002')?.titel, 'nieuw');
  });

  it('is completed by the next writer, who then hears that it was late', async () => {
    const { store, one } = await two();
    await one.saveAfspraak(draftOf('AFS-2026-001'), 'new', by, 1);
    await store.collection(afspraakversies).insert({
      _id: 'AFS-2026-001@2',
      code: 'AFS-2026-001',
      nummer: 2,
      inhoud: draftOf('AFS-2026-001', 'half'),
      ...half,
    });
    const outcome = await one.saveAfspraak(draftOf('AFS-2026-001', 'mijn'), 1, by, 6);
    assert.ok(outcome.kind === 'stale' && outcome.current?.titel === 'half');
    assert.equal((await one.saveAfspraak(draftOf('AFS-2026-001', 'mijn'), 2, by, 7)).kind, 'saved');
    assert.deepEqual(
      (await one.history('AFS-2026-001')).map(({ inhoud }) => inhoud.titel),
      ['Proef', 'half', 'mijn'],
    );
  });

  it('after its document and before its log entry is healed by reconcile', async () => {
    const { store, one } = await two();
    await store.collection(afspraken).insert(draftOf('AFS-2026-003', 'zonder regel'));
    assert.equal((await one.refresh()).afsprakenCount, 0);
    assert.equal(await one.reconcile(), 1);
    assert.equal(one.view().afspraak('AFS-2026-003')?.titel, 'zonder regel');
    assert.equal(await one.reconcile(), 0);
  });
});

describe('codes and history', () => {
  it('gives the next free code of a year and never the same one twice', async () => {
    const { one, other } = await two();
    assert.equal(await one.nextCode(2026), 'AFS-2026-001');
    await one.saveAfspraak(draftOf('AFS-2026-041'), 'new', by, 1);
    await one.saveAfspraak(draftOf('AFS-2025-099'), 'new', by, 1);
    assert.equal(await other.nextCode(2026), 'AFS-2026-042');
    const { _id, ...content } = draftOf('');
    const made = await Promise.all(
      [one, other, one, other].map((register) => register.createAfspraak(content, 2026, by, 2)),
    );
    assert.deepEqual(made.map((each) => each._id).sort(), [
      'AFS-2026-042',
      'AFS-2026-043',
      'AFS-2026-044',
      'AFS-2026-045',
    ]);
    assert.equal(_id, '');
  });

  it('says what was in force at the end of a day, by the clock of the time zone', async () => {
    const { one } = await two();
    // 23:30 on 1 March in Amsterdam, and 00:30 the next day.
    await one.saveAfspraak(draftOf('AFS-2026-001', 'eerst'), 'new', by, Date.UTC(2026, 2, 1, 22, 30));
    await one.saveAfspraak(draftOf('AFS-2026-001', 'daarna'), 1, by, Date.UTC(2026, 2, 1, 23, 30));
    assert.equal(await one.asOf('AFS-2026-001', '2026-02-28'), undefined);
    assert.equal((await one.asOf('AFS-2026-001', '2026-03-01'))?.titel, 'eerst');
    assert.equal((await one.asOf('AFS-2026-001', '2026-03-02'))?.titel, 'daarna');
  });

  it('says who changed which fields, and when', async () => {
    const { one } = await two();
    await one.saveAfspraak(draftOf('AFS-2026-001'), 'new', by, 1);
    await one.saveAfspraak(
      { ...draftOf('AFS-2026-001'), status: 'afgerond', einddatum: '2027-01-01' },
      1,
      { naam: 'Ander', via: 'import' },
      9,
    );
    const last = (await one.history('AFS-2026-001')).at(-1);
    assert.deepEqual(
      [last?.gewijzigd, last?.door, last?.op],
      [['status', 'einddatum'], { naam: 'Ander', via: 'import' }, 9],
    );
  });
});
