import assert from 'node:assert/strict';
import { isCompleet, readMaandlijst, soortenMissing } from '../../../services/overzicht/ontbreekt.ts';
import type { Afspraak } from '../../../services/register/types.ts';
import { LiveView } from '../../../services/register/view.ts';
import { afspraak, organisaties, verbanden } from '../vragen/small-register.ts';

const whole = {
  eigenaar: { naam: 'Voorbeeld Vermeer' },
  einddatum: '2027-12-31',
  herijking: '2027-03-01',
} as const satisfies Partial<Afspraak>;

function viewOf(afspraken: readonly Afspraak[]): LiveView {
  const view = new LiveView();
  for (const each of organisaties) view.putOrganisatie(each);
  for (const each of verbanden) view.putVerband(each);
  for (const each of afspraken) view.putAfspraak(each);
  return view;
}

describe('the list of what is missing', () => {
  it('names each gap of each open afspraak of the verbanden, most gaps first', () => {
    const view = viewOf([
      afspraak('AFS-2026-001', { ...whole }),
      afspraak('AFS-2026-002', { einddatum: '2027-12-31', herijking: '2027-03-01' }),
      afspraak('AFS-2026-003', {}),
      afspraak('AFS-2026-004', { status: 'afgerond' }),
      afspraak('AFS-2026-005', { verband: 'v2' }),
      afspraak('AFS-2026-006', { ...whole, soort: 'exit' }),
    ]);
    const lijst = readMaandlijst(view, ['v1']);
    assert.deepEqual(
      lijst.onvolledig.map((one) => [one.afspraak._id, ...one.gaten]),
      [
        ['AFS-2026-003', 'eigenaar', 'einddatum', 'herijking'],
        ['AFS-2026-002', 'eigenaar'],
      ],
    );
    assert.deepEqual(lijst.aantallen, { eigenaar: 2, einddatum: 1, herijking: 1 });
    assert.deepEqual(lijst.zonderExit, []);
    assert.equal(isCompleet(lijst), false);
  });

  it('names the verbanden without an open exit arrangement', () => {
    const view = viewOf([
      afspraak('AFS-2026-001', { ...whole, soort: 'exit', status: 'vervallen' }),
      afspraak('AFS-2026-002', { ...whole, soort: 'exit', verband: 'v2' }),
    ]);
    const lijst = readMaandlijst(view, ['v1', 'v2']);
    assert.deepEqual(
      lijst.zonderExit.map(({ _id }) => _id),
      ['v1'],
    );
  });

  it('is empty when nothing is missing, and where nothing is bound', () => {
    const view = viewOf([afspraak('AFS-2026-001', { ...whole, soort: 'exit' })]);
    assert.equal(isCompleet(readMaandlijst(view, ['v1'])), true);
    assert.equal(isCompleet(readMaandlijst(view, [])), true);
  });

  it('asks for no einddatum where the soort has none by nature, and still for what else it misses', () => {
    const noEnd = { eigenaar: whole.eigenaar, herijking: whole.herijking };
    const view = viewOf([
      afspraak('AFS-2026-001', { ...noEnd, soort: 'evaluatie' }),
      afspraak('AFS-2026-002', { ...noEnd, soort: 'rapportage' }),
      afspraak('AFS-2026-003', { ...noEnd, soort: 'herijking' }),
      afspraak('AFS-2026-004', { ...noEnd, soort: 'exit' }),
      afspraak('AFS-2026-005', { herijking: whole.herijking, soort: 'rapportage' }),
      afspraak('AFS-2026-006', { ...noEnd, soort: 'contract' }),
      afspraak('AFS-2026-007', { ...noEnd, soort: 'dvo' }),
    ]);
    const lijst = readMaandlijst(view, ['v1']);
    assert.deepEqual(
      lijst.onvolledig.map((one) => [one.afspraak._id, ...one.gaten]),
      [
        ['AFS-2026-005', 'eigenaar'],
        ['AFS-2026-006', 'einddatum'],
        ['AFS-2026-007', 'einddatum'],
      ],
    );
    assert.equal(lijst.aantallen.einddatum, 2);
    const asked = soortenMissing(lijst, 'einddatum');
    assert.deepEqual(asked, ['contract', 'dvo']);
    const of = { ontbreekt: 'einddatum', status: 'open', verbanden: ['v1'], visibleIn: { verbanden: ['v1'] } } as const;
    assert.equal(view.findAfspraken({ ...of, soorten: asked }).length, 2);
    assert.equal(view.findAfspraken(of).length, 7, 'the question itself leaves none out');
  });

  it('counts what the questions about a gap answer in the same channel', () => {
    const view = viewOf([
      afspraak('AFS-2026-001', { ...whole }),
      afspraak('AFS-2026-002', { eigenaar: { naam: 'Voorbeeld Zwaan' } }),
      afspraak('AFS-2026-003', { vertrouwelijkheid: 'vertrouwelijk' }),
      afspraak('AFS-2026-004', { status: 'opgezegd' }),
    ]);
    const { aantallen } = readMaandlijst(view, ['v1']);
    for (const ontbreekt of ['eigenaar', 'einddatum', 'herijking'] as const) {
      const found = view.findAfspraken({
        ontbreekt,
        status: 'open',
        verbanden: ['v1'],
        visibleIn: { verbanden: ['v1'] },
      });
      assert.equal(aantallen[ontbreekt], found.length, ontbreekt);
    }
  });
});
