import assert from 'node:assert/strict';
import { importFile } from '../../../services/register/import/import-file.ts';
import type { Rejection } from '../../../services/register/import/report.ts';
import { importTexts } from '../../../services/register/import/texts.ts';
import type { Register } from '../../../services/register/register.ts';
import { sharedFile } from '../../shared-data.ts';
import { bytesOf, depsOf, emptyRegister, importInto, smallRegister } from './support.ts';

const required = 'titel;soort;verband';
const row = 'Proefcontract;contract;Proefdienst Zuid';

const shortly = ({ row: number, column, reason }: Rejection): readonly unknown[] => [number, column, reason];

async function onlyAfspraak(register: Register) {
  const [afspraak, ...more] = register.view().findAfspraken({});
  assert.ok(afspraak !== undefined && more.length === 0);
  return afspraak;
}

describe('import of afspraken', () => {
  it('takes in the afspraken of the north, and the second time changes nothing', async function () {
    const regelingen = sharedFile('regelingen-deelnemers-2026.csv', this);
    const file = sharedFile('afspraken-noord.csv', this);
    const register = await emptyRegister();
    await importInto(register, regelingen);
    const first = await importInto(register, file);
    assert.deepEqual([first.read, first.added, first.rejected, first.notices], [240, 240, [], []]);
    const second = await importInto(register, file);
    assert.deepEqual([second.read, second.added, second.changed, second.unchanged], [240, 0, 0, 240]);
    assert.equal((await register.history('AFS-2024-001')).length, 1);
  });

  it('reads every column in every form', async () => {
    const register = await smallRegister();
    await importInto(
      register,
      [
        'TITEL;Soort;verband;partijen;eigenaar;status;ingangsdatum;einddatum;opzegtermijn;stilzwijgend;herijking;ritme;Rapportage aan;rapportagedatum;rapportageritme;vertrouwelijkheid;document;tekst;Code',
        'Een;Business case;100;Gemeente Boswijk | pv99;De Boer <de.boer@voorbeeld.example>;Onder herijking;2027-03-01;01-03-2028;6 maanden;Ja;1 maart 2027;Elke 2 jaar;Raad|ab;2-4-2027;elk kwartaal;Openbaar;https://voorbeeld.example/een;"Twee',
        'regels; met ""teken""";afs-2026-012',
      ].join('\r\n'),
    );
    const { version, ...read } = await onlyAfspraak(register);
    assert.equal(version, 1);
    assert.deepEqual(read, {
      _id: 'AFS-2026-012',
      titel: 'Een',
      tekst: 'Twee\nregels; met "teken"',
      soort: 'businesscase',
      verband: 'v100',
      partijen: ['gm9002', 'pv99'],
      eigenaar: { naam: 'De Boer', email: 'de.boer@voorbeeld.example' },
      status: 'onder-herijking',
      ingangsdatum: '2027-03-01',
      einddatum: '2028-03-01',
      opzegtermijn: 'P6M',
      stilzwijgend: true,
      herijking: '2027-03-01',
      ritme: 'elke 2 jaar',
      rapportageAan: ['raad', 'AB'],
      rapportagedatum: '2027-04-02',
      rapportageritme: 'elk kwartaal',
      vertrouwelijkheid: 'openbaar',
      document: 'https://voorbeeld.example/een',
    });
  });

  it('fills in what is left empty: code of this year, lopend, intern, all deelnemers', async () => {
    const register = await smallRegister();
    await importInto(register, `${required}\n${row}\n`);
    const afspraak = await onlyAfspraak(register);
    assert.deepEqual(
      [afspraak._id, afspraak.status, afspraak.vertrouwelijkheid, afspraak.partijen],
      ['AFS-2026-001', 'lopend', 'intern', ['gm9001', 'gm9002']],
    );
  });

  it('reads the same from `,`, with or without BOM, from Windows-1252 and with any line end', async () => {
    const text = 'titel;soort;verband\r\nCoördinatie één – €;contract;Proefdienst Zuid\r\n';
    const windows = new Uint8Array(
      [...text].map((letter) => ({ '–': 0x96, '€': 0x80 })[letter] ?? letter.charCodeAt(0)),
    );
    for (const content of [
      bytesOf(text),
      bytesOf(`\ufeff${text}`),
      bytesOf(text.replaceAll(';', ',')),
      bytesOf(text.replaceAll('\r\n', '\n')),
      bytesOf(text.replaceAll('\r\n', '\r')),
      windows,
    ]) {
      const register = await smallRegister();
      const report = await importInto(register, content);
      assert.equal((await onlyAfspraak(register)).titel, 'Coördinatie één – €');
      assert.equal(
        report.notices.some(({ reason }) => reason === 'read_as_windows_1252'),
        content === windows,
      );
    }
  });

  it('changes nothing the second time, also for rows without a code', async () => {
    const register = await smallRegister();
    const file = `${required};ingangsdatum\n${row};2027-03-01\nTweede;dvo;Waterproef;\n`;
    const first = await importInto(register, file);
    const second = await importInto(register, file);
    const otherForm = await importInto(
      register,
      `ingangsdatum,verband,soort,titel\n1 maart 2027,GR Proefdienst Zuid,Contract,Proefcontract\n`,
    );
    assert.deepEqual([first.added, second.added, second.unchanged, otherForm.unchanged], [2, 0, 2, 1]);
    assert.equal(register.view().afsprakenCount, 2);
  });

  it('recognises a row without a code although its afspraak was changed in the meantime', async () => {
    const register = await smallRegister();
    await importInto(register, `${required}\n${row}\n`);
    const { version, ...afspraak } = await onlyAfspraak(register);
    await register.saveAfspraak({ ...afspraak, status: 'afgerond' }, version, { naam: 'Proef', via: 'chat' }, 1);
    const again = await importInto(register, `${required}\n${row}\n`);
    assert.deepEqual([again.added, again.changed, again.unchanged], [0, 0, 1]);
    assert.equal((await onlyAfspraak(register)).status, 'afgerond');
  });

  it('takes the same row in one file once, and says so', async () => {
    const register = await smallRegister();
    const report = await importInto(register, `${required}\n${row}\n${row}\n`);
    assert.deepEqual([report.added, report.unchanged, report.notices[0]?.reason], [1, 1, 'same_row_twice']);
  });

  it('changes by code only the columns that the file has', async () => {
    const register = await smallRegister();
    await importInto(register, `code;${required};status;tekst\nAFS-2026-005;${row};concept;Blijft staan\n`);
    const report = await importInto(register, `code;${required};status\nAFS-2026-005;${row};\n`);
    assert.equal(report.changed, 1);
    const afspraak = await onlyAfspraak(register);
    assert.deepEqual([afspraak.status, afspraak.tekst, afspraak.version], ['lopend', 'Blijft staan', 2]);
    assert.deepEqual((await register.history('AFS-2026-005')).at(-1)?.gewijzigd, ['status']);
  });

  it('never lets a rejected row stop the others, and says per row what is wrong', async () => {
    const register = await smallRegister();
    const header = `code;${required};partijen;eigenaar;status;einddatum;opzegtermijn;stilzwijgend;ritme;rapportage_aan;document`;
    const rows = [
      ['', 'Goed', 'contract', 'Proefdienst Zuid'],
      ['2026-1', 'Code', 'contract', 'Proefdienst Zuid'],
      ['', '', 'contract', 'Proefdienst Zuid'],
      ['', 'Soort', 'pact', 'Proefdienst Zuid'],
      ['', 'Verband', 'contract', 'Proefdients Suid'],
      ['', 'Partij', 'contract', 'Proefdienst Zuid', 'Gemeente Boswijk|Proefstad'],
      ['', 'Partij', 'contract', 'Proefdienst Zuid', 'Bosweik'],
      ['', 'Eigenaar', 'contract', 'Proefdienst Zuid', '', 'De Boer <geen adres>'],
      ['', 'Status', 'contract', 'Proefdienst Zuid', '', '', 'bezig'],
      ['', 'Datum', 'contract', 'Proefdienst Zuid', '', '', '', '31 februari 2027'],
      ['', 'Termijn', 'contract', 'Proefdienst Zuid', '', '', '', '', 'ooit'],
      ['', 'Stil', 'contract', 'Proefdienst Zuid', '', '', '', '', '', 'soms'],
      ['', 'Ritme', 'contract', 'Proefdienst Zuid', '', '', '', '', '', '', 'af en toe'],
      ['', 'Aan', 'contract', 'Proefdienst Zuid', '', '', '', '', '', '', '', 'raad|koning'],
      ['', 'Link', 'contract', 'Proefdienst Zuid', '', '', '', '', '', '', '', '', 'http://voorbeeld.example/x'],
      ['', 'Script', 'contract', 'Proefdienst Zuid', '', '', '', '', '', '', '', '', 'javascript:alert(1)'],
      ['', 'x'.repeat(301), 'contract', 'Proefdienst Zuid'],
      ['', 'Te veel', 'contract', 'Proefdienst Zuid', '', '', '', '', '', '', '', '', '', 'meer'],
      ['', 'Ook goed', 'dvo', 'Waterproef'],
    ].map((cells) => cells.join(';'));
    const report = await importInto(register, [header, ...rows].join('\n'));
    assert.equal(report.added, 2);
    assert.deepEqual(report.rejected.map(shortly), [
      [3, 'code', 'not_a_code'],
      [4, 'titel', 'required'],
      [5, 'soort', 'unknown_choice'],
      [6, 'verband', 'unknown_verband'],
      [7, 'partijen', 'ambiguous_organisatie'],
      [8, 'partijen', 'unknown_organisatie'],
      [9, 'eigenaar', 'not_an_email'],
      [10, 'status', 'unknown_choice'],
      [11, 'einddatum', 'not_a_date'],
      [12, 'opzegtermijn', 'not_a_period'],
      [13, 'stilzwijgend', 'not_yes_or_no'],
      [14, 'ritme', 'unknown_choice'],
      [15, 'rapportage_aan', 'unknown_choice'],
      [16, 'document', 'not_https'],
      [17, 'document', 'not_https'],
      [18, 'titel', 'too_long'],
      [19, '', 'too_many_cells'],
    ]);
    assert.equal(report.rejected[3]?.nearest?.[0], 'Gemeenschappelijke regeling Proefdienst Zuid');
    assert.ok(report.rejected.every(({ value }) => value.length <= 200));
    assert.equal(report.read, report.added + report.changed + report.unchanged + report.rejected.length);
  });

  it('rejects a code with a number that is never given out', async () => {
    const register = await smallRegister();
    const report = await importInto(register, `code;${required}\nAFS-2026-000;${row}\n`);
    assert.deepEqual(report.rejected.map(shortly), [[2, 'code', 'not_a_code']]);
  });

  it('rejects a term to give notice that is nothing or counts the wrong way', async () => {
    const register = await smallRegister();
    for (const term of ['-1 maand', '−6 maanden', '0 maanden', 'P0M', 'P-1M', 'P']) {
      const report = await importInto(register, `${required};opzegtermijn\n${row};${term}\n`);
      assert.deepEqual(report.rejected.map(shortly), [[2, 'opzegtermijn', 'not_a_period']], term);
    }
  });

  it('names every problem of a row, the first as the reason', async () => {
    const register = await smallRegister();
    const report = await importInto(register, `${required};einddatum\n;pact;Proefdienst Zuid;morgen\n`);
    assert.deepEqual(report.rejected.map(shortly), [[2, 'titel', 'required']]);
    assert.deepEqual(
      report.rejected[0]?.more?.map(({ column }) => column),
      ['soort', 'einddatum'],
    );
  });

  it('rejects a code that stands twice in the file', async () => {
    const register = await smallRegister();
    const report = await importInto(
      register,
      `code;${required}\nAFS-2026-001;${row}\nafs-2026-001;Ander;dvo;Waterproef\n`,
    );
    assert.deepEqual([report.added, report.rejected.map(shortly)], [1, [[3, 'code', 'duplicate_code']]]);
  });

  it('counts rows as a spreadsheet does, over empty rows and line breaks in cells', async () => {
    const register = await smallRegister();
    const report = await importInto(
      register,
      `${required};tekst\n"Een";contract;Proefdienst Zuid;"a\nb\nc"\n;;;\n\nTwee;pact;Waterproef;\n`,
    );
    assert.deepEqual([report.read, report.rejected.map(shortly)], [2, [[5, 'soort', 'unknown_choice']]]);
  });

  it('takes in a partij that is no deelnemer, with a notice, and ignores unknown columns, with a notice', async () => {
    const register = await smallRegister();
    const report = await importInto(register, `${required};partijen;kleur\n${row};pv99;rood\n`);
    assert.deepEqual(
      report.notices.map(({ reason, values }) => [reason, values]),
      [
        ['unknown_column', ['kleur']],
        ['partij_not_deelnemer', ['Provincie Proefstad']],
      ],
    );
  });

  it('never gives a row without a code one that stands further on in the file', async () => {
    const register = await smallRegister();
    const report = await importInto(register, `code;${required}\n;${row}\nAFS-2026-001;Met code;dvo;Waterproef\n`);
    assert.equal(report.added, 2);
    assert.equal(register.view().afspraak('AFS-2026-001')?.titel, 'Met code');
    assert.equal(register.view().afspraak('AFS-2026-002')?.titel, 'Proefcontract');
  });

  it('completes an import that was cut off halfway', async () => {
    const register = await smallRegister();
    const lines = Array.from({ length: 700 }, (_, at) => `Titel ${at};contract;Proefdienst Zuid`);
    await importInto(register, [required, ...lines.slice(0, 300)].join('\n'));
    const report = await importInto(register, [required, ...lines].join('\n'));
    assert.deepEqual([report.added, report.unchanged, register.view().afsprakenCount], [400, 300, 700]);
  });

  it('tells how far it is', async () => {
    const register = await smallRegister();
    const lines = Array.from({ length: 600 }, (_, at) => `Titel ${at};contract;Proefdienst Zuid`);
    const seen: number[] = [];
    const file = { name: 'a.csv', bytes: bytesOf([required, ...lines].join('\n')) };
    await importFile(file, depsOf(register), { onProgress: ({ done, total }) => seen.push(done, total) });
    assert.deepEqual(seen, [250, 600, 500, 600, 600, 600]);
  });
});

describe('a file that cannot be read', () => {
  const cases: readonly (readonly [string, string | Uint8Array, string, string?])[] = [
    ['is empty', '', 'empty'],
    ['holds only a BOM', '\ufeff\r\n', 'empty'],
    ['has an unknown header', 'naam;adres\na;b\n', 'unknown_form'],
    ['misses required columns', 'titel;partijen;eigenaar\na;b;c\n', 'missing_column', 'soort, verband'],
    ['has a column twice', 'titel;soort;verband;Titel\na;b;c;d\n', 'duplicate_column', 'titel'],
    ['has quotes that never close', 'titel;soort;verband\n"a;contract;Proefdienst Zuid\n', 'broken_quotes'],
    ['is binary', new Uint8Array([1, 2, 0, 3, 4]), 'not_text'],
    ['is an old Excel file', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 'old_or_protected_excel'],
  ];
  for (const [what, content, reason, detail] of cases) {
    it(`changes nothing when it ${what}`, async () => {
      const register = await smallRegister();
      const revision = register.view().revision;
      const bytes = typeof content === 'string' ? bytesOf(content) : content;
      const outcome = await importFile({ name: 'a.csv', bytes }, depsOf(register));
      assert.ok(outcome.kind === 'unreadable');
      assert.deepEqual([outcome.reason, outcome.detail], [reason, detail]);
      assert.equal(register.view().revision, revision);
      for (const texts of [importTexts.nl, importTexts.en]) assert.match(texts.unreadable(outcome), /^[A-Z].+\.$/);
    });
  }

  it('says broken_json for JSON that is no export', async () => {
    const register = await smallRegister();
    for (const text of ['{', '{"rijen": 3}', '"tekst"', 'null', '{"rijen":[null, 5]}']) {
      const outcome = await importFile({ name: 'a.json', bytes: bytesOf(text) }, depsOf(register));
      assert.equal(outcome.kind, 'unreadable', text);
    }
  });
});

describe('sentences about an import', () => {
  it('say the row, the cell, the reason and what was perhaps meant', () => {
    const problem = {
      column: 'verband',
      value: 'ODR',
      reason: 'unknown_verband',
      nearest: ['Omgevingsdienst Drenthe'],
    } as const;
    assert.equal(
      importTexts.nl.rejection(7, problem),
      'Rij 7, verband "ODR": dit verband is niet bekend. Bedoel je: Omgevingsdienst Drenthe?',
    );
    assert.equal(
      importTexts.en.rejection(7, problem),
      'Row 7, verband "ODR": this partnership is not known. Did you mean: Omgevingsdienst Drenthe?',
    );
  });

  it('say the counts and that a dry run wrote nothing', async () => {
    const register = await smallRegister();
    const report = await importInto(register, `${required}\n${row}\n`, 'a.csv', true);
    assert.equal(
      importTexts.nl.summary(report),
      '1 afspraken gelezen: 1 nieuw, 0 gewijzigd, 0 gelijk, 0 geweigerd. Er is niets weggeschreven.',
    );
  });
});
