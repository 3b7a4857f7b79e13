import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import type { Besluitenregister } from '../../../services/besluiten/besluitenregister.ts';
import { besluitRows } from '../../../services/besluiten/export.ts';
import type { BesluitQuery } from '../../../services/besluiten/find.ts';
import type { BesluitForm } from '../../../services/besluiten/types.ts';
import { openMemoryStore } from '../../fakes/memory-store.ts';
import { registerOn, request } from './chain-fixture.ts';

describe('finding besluiten', () => {
  let register: Besluitenregister;
  const found = async (query: BesluitQuery) =>
    (await register.findBesluiten(query)).map((besluit) => besluit.identificatie);

  before(async () => {
    register = registerOn(openMemoryStore());
    const forms: readonly (readonly [verband: string, form: BesluitForm])[] = [
      [
        'v1',
        { onderwerp: 'Tarieven kredietbank', datum: '2026-10-05', bestuursorgaan: 'DB', afspraken: 'AFS-2026-001' },
      ],
      [
        'v1',
        { onderwerp: 'Begroting 2027', datum: '2026-11-12', bestuursorgaan: 'AB', toelichting: 'Met één amendement' },
      ],
      [
        'v2',
        { onderwerp: 'Mandaat directeur', datum: '2026-10-31', bestuursorgaan: 'college', vervaldatum: '2027-01-01' },
      ],
      ['v2', { onderwerp: 'Mandaat (2) + a.*', datum: '2026-10-31', bestuursorgaan: 'college' }],
    ];
    for (const [index, [verband, form]] of forms.entries()) {
      await register.recordBesluit(request(`form-${index}`, { verband, form }));
    }
  });

  it('gives the latest datum first, of one day the last recorded first', async () => {
    assert.deepEqual(await found({}), ['B-2026-002', 'B-2026-004', 'B-2026-003', 'B-2026-001']);
    assert.deepEqual(await found({ limit: 2 }), ['B-2026-002', 'B-2026-004']);
  });

  it('finds by orgaan, verband, afspraak and a period with both days in it', async () => {
    assert.deepEqual(await found({ bestuursorgaan: 'DB' }), ['B-2026-001']);
    assert.deepEqual(await found({ verbanden: ['v1'] }), ['B-2026-002', 'B-2026-001']);
    assert.deepEqual(await found({ afspraak: 'afs-2026-001' }), ['B-2026-001']);
    assert.deepEqual(await found({ periode: { van: '2026-10-05', tot: '2026-10-31' } }), [
      'B-2026-004',
      'B-2026-003',
      'B-2026-001',
    ]);
    assert.deepEqual(await found({ periode: { van: '2026-11-01' }, verbanden: ['v2'] }), []);
  });

  it('finds words without regard to case and diacritics, and takes them literally', async () => {
    assert.deepEqual(await found({ zoekterm: 'EEN amendement' }), ['B-2026-002']);
    assert.deepEqual(await found({ zoekterm: 'mandaat directeur' }), ['B-2026-003']);
    assert.deepEqual(await found({ zoekterm: 'a.*' }), ['B-2026-004']);
    assert.deepEqual(await found({ zoekterm: '$ne' }), []);
  });

  it('tells what was in force on a day', async () => {
    assert.deepEqual(await found({ geldigOp: '2026-10-31' }), ['B-2026-004', 'B-2026-003', 'B-2026-001']);
    assert.deepEqual(await found({ geldigOp: '2027-01-01' }), ['B-2026-002', 'B-2026-004', 'B-2026-001']);
  });

  it('leaves out what the asker may not see', async () => {
    assert.deepEqual(await found({ visibleIn: { verbanden: ['v1'] } }), ['B-2026-002', 'B-2026-001']);
    assert.deepEqual(await found({ visibleIn: { verbanden: [] } }), []);
  });

  it('makes rows of text for a table, one column for each header', async () => {
    const besluiten = await register.findBesluiten({ limit: 2 });
    const { header, rows } = besluitRows(besluiten, (id) => (id === 'v1' ? 'Kredietbank Verzonnen' : undefined));
    assert.deepEqual(
      rows.map((row) => row.length),
      [header.length, header.length],
    );
    const cellOf = (row: number, column: string) => rows[row]?.[header.indexOf(column)];
    assert.equal(cellOf(0, 'verband'), 'Kredietbank Verzonnen');
    assert.equal(cellOf(1, 'verband'), 'v2');
    assert.equal(cellOf(0, 'vervaldatum'), '');
    assert.equal(cellOf(0, 'verantwoordelijkeOrganisatie'), '001234567');
    assert.equal(cellOf(0, 'vastgelegdOp'), '2026-11-23T11:00:00.000Z');
  });
});
