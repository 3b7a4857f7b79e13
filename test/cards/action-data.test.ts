import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type CardAction, type CardButton, decode, encode } from '../../cards/action-data.ts';
import { intents, type Reading } from '../../services/vragen/reading.ts';

const reading: Reading = {
  text: 'welke contracten verlopen dit jaar?',
  lang: 'nl',
  intent: 'afspraak.zoeken',
  filter: {
    partner: ['Gemeente Assen', "Waterschap Hunze en Aa's"],
    type: 'contract',
    periode: { van: '2026-01-01', tot: '2026-12-31', veld: 'einddatum', tekst: 'dit jaar' },
    eerstvolgende: true,
    rangnummer: 2,
  },
};

/** As Teams sends it back: through JSON, the inputs merged in. */
const sentBack = (button: CardButton, inputs: Readonly<Record<string, unknown>> = {}) => {
  const encoded = encode(button);
  assert.ok(encoded !== undefined);
  return decode(encoded.verb, JSON.parse(JSON.stringify({ ...encoded.data, ...inputs })));
};

describe('the data of a button', () => {
  const same: readonly (CardButton & CardAction)[] = [
    { kind: 'vraag.pagina', reading, page: 3 },
    { kind: 'vraag.keuze', reading },
    { kind: 'vraag.tekst', text: 'Wat is er te laat?' },
    { kind: 'afspraak.toon', code: 'AFS-2026-012' },
    { kind: 'verband.toon', verbandId: 'v30019255', page: 2 },
    { kind: 'herinnering.gezien', occurrence: 'AFS-2026-012/herijking/2027-03-01/-14' },
    { kind: 'herinnering.oppakken', occurrence: 'o1' },
    { kind: 'herinnering.klaar', occurrence: 'o1' },
    { kind: 'herinneringen.pagina', page: 1 },
    { kind: 'besluit.formulier' },
    { kind: 'besluit.formulier', tekst: 'AFS-2026-012 verlengen' },
    { kind: 'besluit.formulier', code: 'AFS-2026-012' },
    { kind: 'besluit.annuleren', formId: 'f_1-2' },
    { kind: 'afspraak.annuleren', formId: 'f_1-2' },
    { kind: 'afspraak.annuleren', formId: 'f_1-2', code: 'AFS-2026-012' },
    { kind: 'besluit.toon', identificatie: 'B-2026-014' },
    { kind: 'welkom.voorbeeld' },
    { kind: 'welkom.importeren' },
    { kind: 'help' },
    { kind: 'register.verifieer' },
    { kind: 'koppel', verbandId: 'v30019255' },
    { kind: 'ontkoppel', verbandId: 'v30019255' },
  ];
  for (const action of same) {
    it(`comes back as it went: ${action.kind}`, () => assert.deepEqual(sentBack(action), action));
  }

  it('takes the fields of the besluit form from the inputs, and leaves out what was left empty', () => {
    const inputs = {
      onderwerp: ' Verlengen ',
      datum: '2026-11-20',
      bestuursorgaan: 'AB',
      vervaldatum: '',
      toelichting: null,
    };
    assert.deepEqual(sentBack({ kind: 'besluit.vastleggen', formId: 'f1' }, inputs), {
      kind: 'besluit.vastleggen',
      formId: 'f1',
      form: { onderwerp: ' Verlengen ', datum: '2026-11-20', bestuursorgaan: 'AB' },
    });
  });

  it('takes how long to put off from the inputs, a day before the choice', () => {
    const button: CardButton = { kind: 'herinnering.uitstellen', occurrence: 'o1' };
    const expected = (delay: string) => ({ kind: 'herinnering.uitstellen', occurrence: 'o1', delay });
    assert.deepEqual(sentBack(button, { delay: '1w' }), expected('1w'));
    assert.deepEqual(sentBack(button, { delay: '1m', until: '' }), expected('1m'));
    assert.deepEqual(sentBack(button, { delay: '1m', until: '2027-01-15' }), expected('2027-01-15'));
    assert.deepEqual(sentBack(button, { delay: '9y' }), { kind: 'malformed' });
    assert.deepEqual(sentBack(button), { kind: 'malformed' });
  });

  it('takes the reminder from the choice of a digest', () => {
    assert.deepEqual(sentBack({ kind: 'herinnering.klaar' }, { occurrence: 'o7' }), {
      kind: 'herinnering.klaar',
      occurrence: 'o7',
    });
    assert.deepEqual(sentBack({ kind: 'herinnering.klaar' }), { kind: 'malformed' });
  });

  it('takes the name of the verband from the greeting, also when it was left empty', () => {
    assert.deepEqual(sentBack({ kind: 'welkom.koppelen' }, { verband: ' RegIT ' }), {
      kind: 'welkom.koppelen',
      verband: 'RegIT',
    });
    assert.deepEqual(sentBack({ kind: 'welkom.koppelen' }), { kind: 'welkom.koppelen', verband: '' });
  });

  it('is not sent when it is too large to carry, and a long question is carried by its filter', () => {
    const huge = Array.from({ length: 60 }, (_, at) => `Gemeente met een lange naam ${at}`.repeat(3));
    assert.equal(encode({ kind: 'vraag.keuze', reading: { ...reading, filter: { partner: huge } } }), undefined);
    const back = sentBack({ kind: 'vraag.keuze', reading: { ...reading, text: 'x'.repeat(5000) } });
    assert.deepEqual(back, { kind: 'vraag.keuze', reading: { ...reading, text: 'x'.repeat(300) } });
  });

  it('is malformed when it was tampered with', () => {
    const v = 1;
    for (const [verb, data] of [
      ['vraag.pagina', { v, reading, page: 0 }],
      ['vraag.pagina', { v, reading, page: 1.5 }],
      ['vraag.pagina', { v, reading, page: '2' }],
      ['vraag.pagina', { v, reading, page: 1e9 }],
      ['vraag.pagina', { v: 2, reading, page: 1 }],
      ['vraag.pagina', { reading, page: 1 }],
      ['vraag.keuze', { v, reading: { ...reading, intent: 'alles.wissen' } }],
      ['vraag.keuze', { v, reading: { ...reading, lang: 'xx' } }],
      ['vraag.keuze', { v, reading: { ...reading, extra: 1 } }],
      ['vraag.keuze', { v, reading: { text: 'a', lang: 'nl', intent: 'help' } }],
      ['vraag.keuze', { v, reading: { ...reading, filter: { $where: 'x' } } }],
      ['vraag.keuze', { v, reading: { ...reading, filter: { verband: { $ne: '' } } } }],
      ['vraag.keuze', { v, reading: { ...reading, filter: { partner: ['a', 1] } } }],
      ['vraag.keuze', { v, reading: { ...reading, filter: { periode: { van: '2026-02-31' } } } }],
      ['vraag.keuze', { v, reading: { ...reading, filter: { zoekterm: 'x'.repeat(100_000) } } }],
      ['vraag.keuze', { v, reading: { ...reading, filter: JSON.parse('{"__proto__":{"verband":"x"}}') } }],
      ['afspraak.toon', { v, code: 'AFS-2026-012"}' }],
      ['afspraak.toon', { v, code: { $gt: '' } }],
      ['koppel', { v, verbandId: 'a b' }],
      ['koppel', { v, verbandId: 'x'.repeat(1000) }],
      ['besluit.vastleggen', { v, formId: 'f1', onderwerp: { a: 1 } }],
      ['besluit.vastleggen', { v, formId: 'f1', toelichting: 'x'.repeat(50_000) }],
      ['besluit.vastleggen', { v }],
      ['besluit.formulier', { v, tekst: 'x'.repeat(5000) }],
      ['besluit.formulier', { v, code: 'a b' }],
      ['onbekend', { v }],
      ['constructor', { v }],
      ['__proto__', { v }],
      [undefined, { v }],
      ['help', undefined],
      ['help', 'v1'],
      ['help', [1]],
    ] as const)
      assert.deepEqual(
        decode(verb, data),
        { kind: 'malformed' },
        `${String(verb)} ${JSON.stringify(data)?.slice(0, 80)}`,
      );
  });

  it('of any kind never throws', () => {
    const verbs = [...same.map(({ kind }) => kind), 'besluit.vastleggen', 'herinnering.uitstellen', 'welkom.koppelen'];
    const keys = [
      'v',
      'reading',
      'page',
      'text',
      'code',
      'verbandId',
      'occurrence',
      'delay',
      'until',
      'formId',
      'verband',
      'onderwerp',
      'tekst',
    ];
    const values = fc.oneof(fc.constant(1), fc.constant(reading), fc.constantFrom(...intents), fc.jsonValue());
    fc.assert(
      fc.property(
        fc.oneof(fc.constantFrom(...verbs), fc.jsonValue()),
        fc.dictionary(fc.oneof(fc.constantFrom(...keys), fc.string()), values),
        (verb, data) => {
          const decoded = decode(verb, { v: 1, ...data });
          assert.ok(decoded.kind === 'malformed' || decoded.kind === verb);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
