import assert from 'node:assert/strict';
import { afsprakenOf, isSameEigenaar, knownEigenaar, likelyEigenaren } from '../../../services/overzicht/eigenaar.ts';
import { LiveView } from '../../../services/register/view.ts';
import { afspraak, verbanden } from '../vragen/small-register.ts';

const inChat = { verbanden: [] };

function register(): LiveView {
  const view = new LiveView();
  for (const each of verbanden) view.putVerband(each);
  const owners = [
    ['AFS-2026-001', { naam: 'Anna de Vries', email: 'a.devries@voorbeeld.example' }],
    ['AFS-2026-002', { naam: 'Anna de Vries', email: 'A.deVries@voorbeeld.example' }],
    ['AFS-2026-003', { naam: 'Bert de Vries', email: 'b.devries@voorbeeld.example' }],
    ['AFS-2026-004', { naam: 'Anna de Vries' }],
    ['AFS-2026-005', { naam: 'Coen Zwaan' }],
  ] as const;
  for (const [code, eigenaar] of owners) view.putAfspraak(afspraak(code, { eigenaar }));
  view.putAfspraak(afspraak('AFS-2026-006', { eigenaar: { naam: 'Coen Zwaan' }, vertrouwelijkheid: 'vertrouwelijk' }));
  view.putAfspraak(afspraak('AFS-2026-007', { eigenaar: { naam: 'Coen Zwaan' }, status: 'afgerond' }));
  return view;
}

const codes = (found: readonly { readonly _id: string }[]): readonly string[] => found.map(({ _id }) => _id).sort();

describe('as whom the register knows somebody', () => {
  it('proposes who has the name that Teams writes, in any order and with or without the organisation', () => {
    const view = register();
    for (const naam of ['Anna de Vries', 'Vries, Anna de (Assen)', 'de Vries, Anna', 'ANNA  DE VRIES']) {
      assert.equal(likelyEigenaren(naam, view, inChat)[0]?.naam, 'Anna de Vries', naam);
    }
    assert.deepEqual(
      likelyEigenaren('De Vries', view, inChat).map(({ naam }) => naam),
      ['Anna de Vries', 'Bert de Vries'],
      'whoever has only this name is asked which of them',
    );
  });

  it('proposes nobody for another name, and by an address only who has it', () => {
    const view = register();
    for (const naam of ['', '()', 'Dora de Vries', 'Vries Zwaan', '.*', 'x'.repeat(5_000)])
      assert.deepEqual(likelyEigenaren(naam, view, inChat), [], naam);
    const byAddress = likelyEigenaren('B.deVries@voorbeeld.example', view, inChat);
    assert.deepEqual(
      byAddress.map(({ naam }) => naam),
      ['Bert de Vries'],
    );
  });

  it('tells two people of one name apart by their address', () => {
    assert.equal(isSameEigenaar({ naam: 'A', email: 'X@x' }, { naam: 'B', email: 'x@x' }), true);
    assert.equal(isSameEigenaar({ naam: 'A', email: 'x@x' }, { naam: 'A', email: 'y@x' }), false);
    assert.equal(isSameEigenaar({ naam: 'A', email: 'x@x' }, { naam: 'a' }), true);
  });

  it('finds what somebody owns, and never what others of the same last name own', () => {
    const view = register();
    const anna = { naam: 'Anna de Vries', email: 'a.devries@voorbeeld.example' };
    assert.deepEqual(codes(afsprakenOf(anna, view, inChat)), ['AFS-2026-001', 'AFS-2026-002', 'AFS-2026-004']);
  });

  it('leaves out what is vertrouwelijk outside its own channel, and what has ended', () => {
    const view = register();
    assert.deepEqual(codes(afsprakenOf({ naam: 'Coen Zwaan' }, view, inChat)), ['AFS-2026-005']);
    assert.deepEqual(codes(afsprakenOf({ naam: 'Coen Zwaan' }, view, { verbanden: ['v1'] })), [
      'AFS-2026-005',
      'AFS-2026-006',
    ]);
  });

  it('takes from a button only an eigenaar who is in the register', () => {
    const view = register();
    assert.deepEqual(knownEigenaar({ naam: 'Coen Zwaan' }, view, inChat), { naam: 'Coen Zwaan' });
    assert.equal(knownEigenaar({ naam: 'Zwaan' }, view, inChat), undefined);
    assert.equal(knownEigenaar({ naam: 'Niemand Anders' }, view, inChat), undefined);
  });
});
