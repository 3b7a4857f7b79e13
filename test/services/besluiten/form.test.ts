import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readBesluitForm, readReden } from '../../../services/besluiten/form.ts';
import type { BesluitForm } from '../../../services/besluiten/types.ts';
import { goodForm } from './chain-fixture.ts';

const context = { today: '2026-11-23', knownAfspraak: (code: string) => code === 'AFS-2026-001' };
const problemsOf = (change: BesluitForm) => {
  const outcome = readBesluitForm({ ...goodForm, ...change }, context);
  return outcome.kind === 'invalid' ? outcome.problems : [];
};
const contentOf = (change: BesluitForm) => {
  const outcome = readBesluitForm({ ...goodForm, ...change }, context);
  assert.equal(outcome.kind, 'valid');
  return outcome.kind === 'valid' ? outcome.content : undefined;
};

describe('a besluit form', () => {
  it('is read with the ingangsdatum on the day of the besluit when none is given', () => {
    assert.deepEqual(contentOf({ onderwerp: '  Begroting\n 2027  ' }), {
      onderwerp: 'Begroting 2027',
      toelichting: 'Met de kanttekening over de indexatie.',
      datum: '2026-11-12',
      bestuursorgaan: 'AB',
      ingangsdatum: '2026-11-12',
      afspraken: ['AFS-2026-001'],
    });
  });

  it('takes codes with "en" between them', () => {
    const afspraken = 'AFS-2026-001 en afs-2026-001';
    assert.deepEqual(contentOf({ afspraken })?.afspraken, ['AFS-2026-001']);
  });

  it('tells everything that is wrong at once', () => {
    assert.deepEqual(readBesluitForm({}, context), {
      kind: 'invalid',
      problems: [
        { field: 'onderwerp', problem: 'required' },
        { field: 'datum', problem: 'required' },
        { field: 'bestuursorgaan', problem: 'required' },
      ],
    });
    const problems = problemsOf({
      onderwerp: 'x'.repeat(201),
      toelichting: 'x'.repeat(4001),
      datum: '2026-02-30',
      bestuursorgaan: 'directie',
      afspraken: 'AFS-2026-001, AFS-2026-999',
      vervaldatum: 'gauw',
    });
    assert.deepEqual(problems, [
      { field: 'onderwerp', problem: 'too_long' },
      { field: 'toelichting', problem: 'too_long' },
      { field: 'datum', problem: 'not_a_date', value: '2026-02-30' },
      { field: 'bestuursorgaan', problem: 'unknown_choice', value: 'directie' },
      { field: 'vervaldatum', problem: 'not_a_date', value: 'gauw' },
      { field: 'afspraken', problem: 'unknown_code', value: 'AFS-2026-999' },
    ]);
  });

  it('refuses a besluit of tomorrow and takes one of today', () => {
    assert.deepEqual(problemsOf({ datum: '2026-11-24' }), [
      { field: 'datum', problem: 'in_future', value: '2026-11-24' },
    ]);
    assert.equal(contentOf({ datum: '2026-11-23' })?.datum, '2026-11-23');
  });

  it('takes an ingangsdatum in the future and refuses a vervaldatum before it', () => {
    assert.equal(contentOf({ ingangsdatum: '2027-01-01' })?.ingangsdatum, '2027-01-01');
    assert.deepEqual(problemsOf({ ingangsdatum: '2027-01-01', vervaldatum: '2026-12-31' }), [
      { field: 'vervaldatum', problem: 'before_start', value: '2026-12-31' },
    ]);
  });

  it('calls a besluit with a vervaldatum a temporary one', () => {
    const content = contentOf({ vervaldatum: '2027-12-31' });
    assert.equal(content?.vervaldatum, '2027-12-31');
    assert.equal(content?.vervalreden, 'tijdelijk');
  });

  it('reads a date as people write it', () => {
    assert.equal(contentOf({ datum: '1-3-2026' })?.datum, '2026-03-01');
    assert.equal(contentOf({ datum: '1 maart 2026' })?.datum, '2026-03-01');
  });

  it('reads codes with any separator, in any case, each once', () => {
    assert.deepEqual(contentOf({ afspraken: ' afs-2026-001|AFS-2026-001 ,; AFS-2026-001' })?.afspraken, [
      'AFS-2026-001',
    ]);
    assert.deepEqual(contentOf({ afspraken: '' })?.afspraken, []);
  });

  it('counts characters as people do and mends half an emoji', () => {
    assert.equal(contentOf({ onderwerp: '😀'.repeat(200) })?.onderwerp.length, 400);
    assert.equal(contentOf({ onderwerp: 'half \ud83d' })?.onderwerp, 'half \ufffd');
  });

  it('needs a reden for a change', () => {
    assert.deepEqual(readReden(' \n '), { kind: 'invalid', problem: 'required' });
    assert.deepEqual(readReden('x'.repeat(4001)), { kind: 'invalid', problem: 'too_long' });
    assert.deepEqual(readReden(' verkeerd bedrag '), { kind: 'valid', reden: 'verkeerd bedrag' });
  });
});
