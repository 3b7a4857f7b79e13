import assert from 'node:assert/strict';
import type { Store, Stored } from '../../../services/opslag/store.ts';
import { loadRegister, type Register } from '../../../services/register/register.ts';
import type { Changer } from '../../../services/toegang/scope.ts';
import { createReader } from '../../../services/vragen/reader.ts';
import { type FormCells, newForm, openForm, type SaveFormOutcome, saveForm } from '../../../services/wijzigen/form.ts';
import { openProposals, type Proposals } from '../../../services/wijzigen/proposals.ts';
import { openMemoryStore } from '../../fakes/memory-store.ts';
import { today } from '../vragen/small-register.ts';
import { at, chat, inChannel, registerIn, timeZone } from './register.ts';

const needed: FormCells = { titel: 'Kwartaaloverleg', soort: 'governance', verband: 'Proefdienst' };

describe('the form of an afspraak', () => {
  let store: Store;
  let register: Register;
  let proposals: Proposals;

  beforeEach(async () => {
    store = openMemoryStore();
    register = await registerIn(store);
    proposals = openProposals({ store, register, newId: () => 'nieuw' });
  });

  const save = (
    cells: FormCells,
    existing?: { readonly code: string; readonly version: number },
    { formId = 'f1', changer = chat, by = 'Vermeer' }: { formId?: string; changer?: Changer; by?: string } = {},
  ): Promise<SaveFormOutcome> =>
    saveForm(
      { formId, cells, year: 2026, by, at, changer, ...(existing !== undefined && { existing }) },
      { store, register, proposals },
    );
  const opened = (code: string, changer: Changer = chat) => {
    const form = openForm(code, { register, changer });
    assert.equal(form.kind, 'form', JSON.stringify(form));
    return form;
  };

  it('opens with what the afspraak says, and changes nothing when it is saved as it is', async () => {
    for (const { _id } of [...register.view().afspraken()].filter((one) => one.vertrouwelijkheid !== 'vertrouwelijk')) {
      const { cells, version } = opened(_id);
      assert.deepEqual(await save(cells, { code: _id, version }), { kind: 'unchanged', code: _id });
    }
    for (const { _id, opzegtermijn } of register.view().afspraken())
      if (opzegtermijn !== undefined && /^P\d+[YMWD]$/.test(opzegtermijn))
        assert.match(opened(_id).cells.opzegtermijn ?? '', /^\d+ (?:jaar|maand|maanden|weken|dagen)$/, _id);
    assert.equal(opened('AFS-2025-001').cells.partijen, '', 'empty stands for all deelnemers');
    assert.equal(opened('AFS-2025-001').cells.eigenaar, 'Jansen <jansen@voorbeeld.example>');
  });

  it('is filled with what a sentence told', () => {
    const reader = createReader({ names: register.names() });
    const from = (text: string, changer: Changer = chat) =>
      newForm(reader.read(text, { today }), { register, changer });
    assert.deepEqual(from('nieuwe afspraak: kwartaaloverleg met de Proefdienst, eigenaar De Boer'), {
      status: 'lopend',
      vertrouwelijkheid: 'intern',
      titel: 'Kwartaaloverleg met de Proefdienst',
      verband: 'Proefdienst',
      eigenaar: 'De Boer',
      ritme: 'elk kwartaal',
    });
    assert.deepEqual(from('nieuw', inChannel), {
      status: 'lopend',
      vertrouwelijkheid: 'intern',
      verband: 'Gemeenschappelijke regeling Proefdienst',
    });
    assert.equal(from('nieuwe SLA met de Proefdienst').soort, 'sla');
    const dates = (text: string) => {
      const { einddatum, ingangsdatum, herijking } = from(`nieuwe afspraak: SLA met de Proefdienst${text}`);
      return { einddatum, ingangsdatum, herijking };
    };
    const none = { einddatum: undefined, ingangsdatum: undefined, herijking: undefined };
    assert.deepEqual(dates(', einddatum 1 mei 2028'), { ...none, einddatum: '2028-05-01' });
    assert.deepEqual(dates(', ingangsdatum 1 mei 2028'), { ...none, ingangsdatum: '2028-05-01' });
    assert.deepEqual(dates(' op 1 mei 2028'), { ...none, herijking: '2028-05-01' });
  });

  it('adds one afspraak under the next code, with who added it', async () => {
    const outcome = await save({ ...needed, rapportage_aan: 'raad|AB', opzegtermijn: 'zes maanden' });
    assert.equal(outcome.kind, 'created');
    const { afspraak } = outcome;
    assert.equal(afspraak._id, 'AFS-2026-004');
    assert.deepEqual(afspraak.partijen, ['gm0106', 'gm0119']);
    assert.deepEqual([afspraak.status, afspraak.vertrouwelijkheid, afspraak.opzegtermijn], ['lopend', 'intern', 'P6M']);
    assert.deepEqual((await register.history('AFS-2026-004'))[0]?.door, { naam: 'Vermeer', via: 'chat' });
  });

  it('adds it once, however often and in whatever processes it is saved at the same time', async () => {
    const before = register.view().afsprakenCount;
    const other = await loadRegister(store, { timeZone });
    const elsewhere = openProposals({ store, register: other, newId: () => 'n' });
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, press) =>
        saveForm(
          { formId: 'f1', cells: needed, year: 2026, by: 'Vermeer', at, changer: chat },
          press % 2 === 0 ? { store, register, proposals } : { store, register: other, proposals: elsewhere },
        ),
      ),
    );
    const codes = new Set(
      outcomes.map((outcome) => (outcome.kind === 'created' ? outcome.afspraak._id : outcome.kind)),
    );
    assert.deepEqual([...codes], ['AFS-2026-004']);
    await register.refresh();
    assert.equal(register.view().afsprakenCount, before + 1);
    const later = await save({ ...needed, titel: 'Iets anders' });
    assert.deepEqual(later, { kind: 'used', code: 'AFS-2026-004' }, 'it is not passed off as saved');
    assert.equal(register.view().afspraak('AFS-2026-004')?.titel, 'Kwartaaloverleg', 'the first one counts');
    const next = await save(needed, undefined, { formId: 'f2' });
    assert.equal(next.kind === 'created' && next.afspraak._id, 'AFS-2026-005');
  });

  it('takes the next code when another afspraak got the one that was meant for it', async () => {
    const claims = store.collection<Stored & { readonly code: string }>({ name: 'afspraakformulieren' });
    await claims.insert({ _id: 'f1', code: 'AFS-2026-003' });
    const outcome = await save(needed);
    assert.equal(outcome.kind === 'created' && outcome.afspraak._id, 'AFS-2026-004');
    assert.equal(register.view().afspraak('AFS-2026-003')?.titel, 'Tweede evaluatie zorgloket');
  });

  it('names every mistake at its field, with the nearest names', async () => {
    const outcome = await save({
      titel: '',
      soort: 'iets',
      verband: 'Proefdinst',
      partijen: 'Groningen',
      eigenaar: 'X <y>',
      einddatum: '2027-02-31',
      opzegtermijn: 'straks',
      document: 'http://x.example',
    });
    assert.equal(outcome.kind, 'problems');
    assert.deepEqual(outcome.problems.map(({ column, reason }) => `${column} ${reason}`).sort(), [
      'document not_https',
      'eigenaar not_an_email',
      'einddatum not_a_date',
      'opzegtermijn not_a_period',
      'partijen ambiguous_organisatie',
      'soort unknown_choice',
      'titel required',
      'verband unknown_verband',
    ]);
    const verband = outcome.problems.find(({ column }) => column === 'verband');
    assert.equal(verband?.nearest?.[0], 'Gemeenschappelijke regeling Proefdienst');
    assert.equal(register.view().afspraak('AFS-2026-004'), undefined);
  });

  it('changes only the fields that differ, once, and can be taken back', async () => {
    const { cells, version, code } = opened('AFS-2025-001');
    const wanted = { ...cells, status: 'opgezegd', einddatum: '' };
    const outcomes = await Promise.all([1, 2, 3].map(() => save(wanted, { code, version })));
    for (const outcome of outcomes) assert.deepEqual(outcome, outcomes[0]);
    assert.equal(outcomes[0]?.kind, 'changed');
    const versions = await register.history(code);
    assert.equal(versions.length, 2);
    assert.deepEqual([...(versions[1]?.gewijzigd ?? [])].sort(), ['einddatum', 'status']);
    await proposals.undo('f1', { by: 'Zwaan', at, changer: chat });
    assert.equal(register.view().afspraak(code)?.einddatum, '2027-12-31');
  });

  it('keeps the fields that were not in it', async () => {
    const { cells, version, code } = opened('AFS-2025-001');
    const { document: _, opzegtermijn: __, ...without } = cells;
    await save({ ...without, titel: 'Anders' }, { code, version });
    const saved = register.view().afspraak(code);
    assert.deepEqual(
      [saved?.titel, saved?.document, saved?.opzegtermijn],
      ['Anders', 'https://documenten.voorbeeld.example/1', 'P6M'],
    );
  });

  it('is not saved over what somebody else changed since it was opened', async () => {
    const { cells, version, code } = opened('AFS-2025-001');
    await save({ ...cells, status: 'afgerond' }, { code, version }, { formId: 'other', by: 'Zwaan' });
    assert.deepEqual(await save({ ...cells, titel: 'Anders' }, { code, version }), { kind: 'stale', code });
    assert.equal(register.view().afspraak(code)?.titel, 'Contract werkplekken');
  });

  it('stays within what may be changed here', async () => {
    assert.deepEqual(openForm('AFS-2025-004', { register, changer: chat }), {
      kind: 'problem',
      problem: { kind: 'unknown_code', code: 'AFS-2025-004' },
    });
    assert.deepEqual(openForm('AFS-2026-001', { register, changer: inChannel }), {
      kind: 'problem',
      problem: { kind: 'not_here', verband: 'Gemeenschappelijke regeling Waterkantoor' },
    });
    assert.equal(opened('AFS-2025-004', inChannel).cells.titel, 'Geheim plan');
    const elsewhere = await save({ ...needed, verband: 'Waterkantoor' }, undefined, { changer: inChannel });
    assert.deepEqual(elsewhere.kind === 'problems' && elsewhere.problems.map(({ reason }) => reason), ['not_here']);
    const hidden = await save({ ...needed, vertrouwelijkheid: 'vertrouwelijk' });
    assert.deepEqual(hidden.kind === 'problems' && hidden.problems.map(({ reason }) => reason), ['hidden_after']);
    const { cells, version, code } = opened('AFS-2025-001', inChannel);
    const moved = await save({ ...cells, verband: 'Waterkantoor' }, { code, version }, { changer: inChannel });
    assert.deepEqual(moved.kind === 'problems' && moved.problems.map(({ reason }) => reason), ['not_here']);
  });
});
