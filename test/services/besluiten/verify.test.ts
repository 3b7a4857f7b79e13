import assert from 'node:assert/strict';
import fc from 'fast-check';
import { before, describe, it } from 'mocha';
import { type Entry, hashEntry } from '../../../services/besluiten/entry.ts';
import type { ChainExport } from '../../../services/besluiten/export-form.ts';
import { type ExportVerdict, verifyExport, verifyExportText } from '../../../services/besluiten/verify.ts';
import { openMemoryStore } from '../../fakes/memory-store.ts';
import { goodForm, registerOn, request } from './chain-fixture.ts';

type Mutable = { [key: string]: unknown };
const isMutable = (value: unknown): value is Mutable => typeof value === 'object' && value !== null;

/** Every path in a JSON value that leads to something that is not an object or list. */
function leafPaths(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (!isMutable(value)) return [path];
  const keys = Object.keys(value);
  if (keys.length === 0) return [path];
  return keys.flatMap((key) => leafPaths(value[key], [...path, key]));
}

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((inner, key) => (isMutable(inner) ? inner[key] : undefined), value);
}

/** A copy with one value changed by `change`; `undefined` takes the key away. */
function altered(whole: ChainExport, path: readonly string[], change: (old: unknown) => unknown): unknown {
  const copy: unknown = structuredClone(whole);
  const parent = at(copy, path.slice(0, -1));
  const key = path.at(-1);
  if (!isMutable(parent) || key === undefined) throw new TypeError('a path leads nowhere');
  const value = change(parent[key]);
  if (value === undefined) delete parent[key];
  else parent[key] = value;
  return copy;
}

const otherValue = (old: unknown): unknown => (typeof old === 'number' ? old + 1 : `${String(old)}x`);

function withEntries(whole: ChainExport, change: (entries: readonly Entry[]) => readonly Entry[]): ChainExport {
  const entries = change(whole.entries);
  const last = entries.at(-1);
  return { ...whole, entries, hoofd: last ?? whole.hoofd };
}

/** What somebody does who holds the database and knows how it is hashed: change one entry and hash everything after it anew. */
function rewrittenFrom(whole: ChainExport, index: number): ChainExport {
  return withEntries(whole, (entries) => {
    const result: Entry[] = [];
    let vorige = '0'.repeat(64);
    for (const [place, { hash, ...content }] of entries.entries()) {
      const changed =
        place === index && content.soort === 'besluit'
          ? { ...content, vorige, besluit: { ...content.besluit, onderwerp: 'Iets anders besloten' } }
          : { ...content, vorige };
      vorige = hashEntry(changed) ?? '';
      result.push({ ...changed, hash: vorige });
    }
    return result;
  });
}

const placeOf = (verdict: ExportVerdict): number | undefined => (verdict.kind === 'broken' ? verdict.at : undefined);

describe('verifying the besluitenregister', () => {
  let whole: ChainExport;

  before(async () => {
    const register = registerOn(openMemoryStore());
    const by = { naam: 'Verzonnen Vastlegger', aadId: 'aad-verzonnen' };
    for (let n = 1; n <= 4; n += 1) {
      const form = { ...goodForm, onderwerp: `Besluit ${n}`, ...(n === 2 ? { vervaldatum: '2027-12-31' } : {}) };
      await register.recordBesluit(request(`form-${n}`, { form }));
    }
    const identificatie = 'B-2026-001';
    const knownAfspraak = () => true;
    await register.correctBesluit({ identificatie, form: goodForm, knownAfspraak, reden: 'Typefout', formId: 'c', by });
    await register.withdrawBesluit({ identificatie: 'B-2026-003', reden: 'Vervangen', formId: 'w', by });
    await register.recordBesluit(request('form-5', { by: { naam: 'Zonder Nummer' } }));
    whole = await register.exportChain();
  });

  it('finds an untouched export sound, also as a file with a BOM and other white space', () => {
    const expected = { kind: 'sound', count: 7, head: whole.hoofd, erased: 0 };
    assert.deepEqual(verifyExport(whole), expected);
    assert.deepEqual(verifyExportText(`\uFEFF${JSON.stringify(whole, null, 4)}\r\n`), expected);
  });

  it('finds an empty register sound', async () => {
    const empty = await registerOn(openMemoryStore()).exportChain();
    assert.equal(verifyExport(empty).kind, 'sound');
    assert.equal(verifyExport(whole, empty.hoofd).kind, 'sound');
  });

  it('finds and names every change of every field of every entry', () => {
    const paths = leafPaths(whole.entries).map((path) => ['entries', ...path]);
    assert.ok(paths.length > 80, `only ${paths.length} fields`);
    for (const path of paths) {
      const place = Number(path[1]) + 1;
      for (const change of [otherValue, () => undefined, () => null, () => ({ nested: true })]) {
        assert.equal(placeOf(verifyExport(altered(whole, path, change))), place, path.join('.'));
      }
    }
  });

  it('finds any value put in place of any field, and any field added', () => {
    const paths = leafPaths(whole.entries);
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue(), (path, value) => {
        const full = ['entries', ...path];
        fc.pre(JSON.stringify(at(whole, full)) !== JSON.stringify(value));
        assert.equal(placeOf(verifyExport(altered(whole, full, () => value))), Number(path[0]) + 1);
      }),
      { numRuns: 300 },
    );
    for (const index of whole.entries.keys()) {
      const added = altered(whole, ['entries', String(index), 'extra'], () => 'x');
      assert.equal(placeOf(verifyExport(added)), index + 1);
    }
  });

  it('names the besluit whose entry was changed', () => {
    const changed = altered(whole, ['entries', '2', 'besluit', 'onderwerp'], () => 'Iets anders');
    assert.deepEqual(verifyExport(changed), { kind: 'broken', at: 3, identificatie: 'B-2026-003', reason: 'hash' });
    const withdrawal = altered(whole, ['entries', '5', 'reden'], () => 'Iets anders');
    assert.deepEqual(verifyExport(withdrawal), { kind: 'broken', at: 6, identificatie: 'B-2026-003', reason: 'hash' });
  });

  it('finds an entry that was changed and hashed anew by the link of the next', () => {
    const { hash, ...content } = whole.entries[2] ?? {};
    const changed = { ...content, vastgelegdOp: 1 };
    const tampered = altered(whole, ['entries', '2'], () => ({ ...changed, hash: hashEntry(changed) }));
    assert.deepEqual(verifyExport(tampered), {
      kind: 'broken',
      at: 4,
      identificatie: 'B-2026-004',
      reason: 'previous',
    });
  });

  it('finds an entry taken out, doubled or moved', () => {
    const without = withEntries(whole, (entries) => entries.filter((_, index) => index !== 3));
    const doubled = withEntries(whole, (entries) =>
      entries.flatMap((entry, index) => (index === 3 ? [entry, entry] : [entry])),
    );
    const reversed = withEntries(whole, (entries) => entries.toReversed());
    for (const [tampered, place] of [
      [without, 4],
      [doubled, 5],
      [reversed, 1],
    ] as const) {
      const verdict = verifyExport(tampered);
      assert.equal(verdict.kind === 'broken' && verdict.reason, 'gap');
      assert.equal(placeOf(verdict), place);
    }
  });

  it('finds another name, another salt and a missing recorder', () => {
    for (const path of leafPaths(whole.personen)) {
      const tampered = altered(whole, ['personen', ...path], otherValue);
      const verdict = verifyExport(tampered);
      assert.equal(verdict.kind === 'broken' && verdict.reason, 'commitment', path.join('.'));
    }
    const nobody = verifyExport({ ...whole, personen: [] });
    assert.deepEqual(nobody, { kind: 'broken', at: 1, identificatie: 'B-2026-001', reason: 'commitment' });
  });

  it('finds a number that skips, in a chain that was hashed anew', () => {
    const skipping = rewrittenFrom(
      withEntries(whole, (entries) =>
        entries.map((entry) =>
          entry.soort === 'besluit' && entry.volgnummer === 4 ? { ...entry, identificatie: 'B-2026-005' } : entry,
        ),
      ),
      -1,
    );
    assert.deepEqual(verifyExport(skipping), { kind: 'broken', at: 4, identificatie: 'B-2026-005', reason: 'number' });
  });

  it('finds a whole chain hashed anew only against a head that somebody kept', () => {
    const rewritten = rewrittenFrom(whole, 1);
    assert.equal(verifyExport(rewritten).kind, 'sound');
    assert.deepEqual(verifyExport(rewritten, whole.hoofd), { kind: 'rewritten', at: 7, identificatie: 'B-2026-005' });
    const third = whole.entries[2];
    assert.ok(third !== undefined);
    const { volgnummer, hash } = third;
    assert.deepEqual(verifyExport(rewritten, { volgnummer, hash }), {
      kind: 'rewritten',
      at: 3,
      identificatie: 'B-2026-003',
    });
    assert.equal(verifyExport(whole, { volgnummer, hash }).kind, 'sound');
  });

  it('finds a chain that lost its end, by its own head or by one that was kept', () => {
    const cutFile = { ...whole, entries: whole.entries.slice(0, 5) };
    assert.deepEqual(verifyExport(cutFile), { kind: 'truncated', count: 5, expected: 7 });
    const cutRegister = withEntries(whole, (entries) => entries.slice(0, 5));
    assert.equal(verifyExport(cutRegister).kind, 'sound');
    assert.deepEqual(verifyExport(cutRegister, whole.hoofd), { kind: 'truncated', count: 5, expected: 7 });
  });

  it('says what is wrong with a file that is no export', () => {
    const problemOf = (json: unknown) => {
      const verdict = verifyExport(json);
      return verdict.kind === 'malformed' ? verdict.problem : verdict.kind;
    };
    const notJson = verifyExportText('{"formaat":');
    assert.deepEqual(notJson, { kind: 'malformed', problem: 'not_json' });
    for (const json of [null, 1, 'x', [], {}, [whole], { formaat: 'iets anders' }]) {
      assert.equal(problemOf(json), 'not_an_export');
    }
    assert.equal(problemOf({ ...whole, versie: 2 }), 'other_version');
    assert.equal(problemOf({ ...whole, hoofd: undefined }), 'no_head');
    assert.equal(problemOf({ ...whole, hoofd: { volgnummer: -1, hash: whole.hoofd.hash } }), 'no_head');
    assert.equal(problemOf({ ...whole, hoofd: { volgnummer: 7, hash: 'abc' } }), 'no_head');
    assert.equal(problemOf({ ...whole, entries: {} }), 'no_entries');
    assert.equal(problemOf({ ...whole, personen: undefined }), 'no_personen');
    assert.equal(problemOf({ ...whole, personen: [null] }), 'no_personen');
    assert.equal(problemOf({ ...whole, personen: [...whole.personen, whole.personen[0]] }), 'double_persoon');
    assert.equal(problemOf({ ...whole, entries: [null, 3] }), 'broken');
  });

  it('never throws, whatever JSON stands in the lists', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), fc.array(fc.jsonValue()), (entries, personen) => {
        const verdict = verifyExport({ ...whole, entries, personen });
        assert.notEqual(verdict.kind, 'sound');
      }),
    );
  });

  it('hashes the same content to the same head for ever', async () => {
    // Recomputed with another language's SHA-256 and JSON; when this changes, every export handed out before becomes unreadable.
    const register = registerOn(openMemoryStore());
    const form = { ...goodForm, toelichting: 'Met één kanttekening: "€ 5" 😀\nen een regel.' };
    const by = { naam: 'Zonder Nummer' };
    await register.recordBesluit(request('form-1', { form }));
    await register.withdrawBesluit({ identificatie: 'B-2026-001', reden: 'Vervangen', formId: 'form-2', by });
    assert.deepEqual(await register.head(), {
      volgnummer: 2,
      hash: '239265b5d225af1e3cc6f407c3c9af037edc84e95654ef3ed405f745e1463f04',
    });
  });
});
