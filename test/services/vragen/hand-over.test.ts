import assert from 'node:assert/strict';
import { createReader, type Reader } from '../../../services/vragen/reader.ts';
import { loadSharedRegister, needSharedRegister } from './register-from-csv.ts';

const today = '2026-11-23';

describe('sentences that change who has an afspraak, or when', () => {
  let reader: Reader;

  before(function () {
    needSharedRegister(this);
    reader = createReader({ names: loadSharedRegister().names });
  });

  for (const [text, expected] of [
    [
      'Kok gaat weg, zet al zijn afspraken op naam van Postma',
      { eigenaar: 'Kok', nieuweEigenaar: 'Postma', bulk: true },
    ],
    ['nu Jansen met pensioen is mag alles op naam van Visser', { eigenaar: 'Jansen', nieuweEigenaar: 'Visser' }],
    ['zet alles van Kok op Postma', { eigenaar: 'Kok', nieuweEigenaar: 'Postma' }],
    ['Jansen heeft zijn dossiers overgedragen aan Mulder', { eigenaar: 'Jansen', nieuweEigenaar: 'Mulder' }],
    ['Hoekstra wordt de nieuwe eigenaar van AFS-2026-001', { nieuweEigenaar: 'Hoekstra', nummer: 'AFS-2026-001' }],
    ['verschuif de rapportagedatum van AFS-2026-001 met twee weken', { veld: 'rapportagedatum', duur: 'P2W' }],
    ['haal de evaluatie van RegIT een maand naar voren', { veld: 'herijking', verschuiving: '-P1M' }],
    ['verleng de opzegtermijn van AFS-2026-001 met een maand', { veld: 'opzegtermijn', verschuiving: 'P1M' }],
    ['schrap de SLA met RegIT', { type: 'sla', verband: 'RegIT', status: 'vervallen' }],
  ] as const)
    it(`are read as a change: ${text}`, () => {
      const { intent, filter } = reader.read(text, { today });
      assert.equal(intent, 'afspraak.wijzigen');
      assert.deepEqual({ ...filter, ...expected }, filter);
    });

  it('name no length that is the new opzegtermijn when it changes by a length', () => {
    assert.equal(reader.read('verleng de opzegtermijn met een maand', { today }).filter.duur, undefined);
    assert.equal(reader.read('zet de opzegtermijn op 3 maanden', { today }).filter.duur, 'P3M');
  });

  it('leave questions about who has something as they are', () => {
    for (const text of ['welke afspraken staan op naam van Postma?', 'wie neemt de afspraken van Kok over?'])
      assert.notEqual(reader.read(text, { today }).intent, 'afspraak.wijzigen', text);
  });
});
