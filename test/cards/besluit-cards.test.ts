import assert from 'node:assert/strict';
import { decode } from '../../cards/action-data.ts';
import { besluitCard } from '../../cards/besluit-card.ts';
import { besluitFormCard } from '../../cards/besluit-form-card.ts';
import { besluitReceiptCard } from '../../cards/besluit-receipt-card.ts';
import { verifyCard } from '../../cards/verify-card.ts';
import type { FormProblem } from '../../services/besluiten/types.ts';
import { assertFits, assertRight } from './card-facts.ts';
import { besluit, nasty } from './samples.ts';

const zone = 'Europe/Amsterdam';
const empty = { formId: 'f1', form: {}, problems: [] };
const filled = {
  onderwerp: 'Verlengen',
  bestuursorgaan: 'AB',
  datum: '2026-11-20',
  ingangsdatum: '2027-01-01',
  toelichting: 'Regel 1\nRegel 2 **niet vet**',
  afspraken: 'AFS-2026-012, AFS-2026-013',
  vervaldatum: '2028-01-01',
};

describe('the besluit form', () => {
  it('has a label on each input and Vastleggen as its first button', () => {
    const rendered = assertRight(besluitFormCard(empty, 'nl'));
    assert.deepEqual(rendered.buttons, ['Vastleggen', 'Annuleren']);
    assert.match(rendered.text, /Wat is er besloten\?/);
  });

  it('is not sent while something required is empty, and says what', () => {
    const rendered = assertRight(besluitFormCard(empty, 'nl'));
    assert.equal(rendered.press('Vastleggen', { onderwerp: 'Verlengen' }), undefined);
    assert.match(rendered.element.textContent ?? '', /Kies de dag van het besluit\./);
    assert.doesNotMatch(rendered.element.textContent ?? '', /Schrijf in één regel/);
  });

  it('sends what was filled in', () => {
    const sent = assertRight(besluitFormCard(empty, 'nl')).press('Vastleggen', filled);
    assert.deepEqual(decode(sent?.verb, sent?.data), { kind: 'besluit.vastleggen', formId: 'f1', form: filled });
  });

  it('keeps what was typed when it opens again, and sends it as it was', () => {
    const problems: readonly FormProblem[] = [{ field: 'afspraken', problem: 'unknown_code', value: nasty }];
    const rendered = assertRight(besluitFormCard({ formId: 'f1', form: filled, problems }, 'nl'));
    assert.match(rendered.text, /Nog niet vastgelegd\./);
    assert.match(rendered.text, /Let op: .*code ken ik niet.*Je vulde in: “\*\*vet\*\*/);
    const sent = rendered.press('Vastleggen');
    assert.deepEqual(decode(sent?.verb, sent?.data), { kind: 'besluit.vastleggen', formId: 'f1', form: filled });
  });

  it('can be left without filling it in', () => {
    const sent = assertRight(besluitFormCard(empty, 'nl')).press('Annuleren');
    assert.deepEqual(decode(sent?.verb, sent?.data), { kind: 'besluit.annuleren', formId: 'f1' });
  });

  it('is right with every problem, in every language, with anything typed', () => {
    const fields = [
      'onderwerp',
      'toelichting',
      'datum',
      'bestuursorgaan',
      'afspraken',
      'ingangsdatum',
      'vervaldatum',
    ] as const;
    const kinds = [
      'required',
      'too_long',
      'not_a_date',
      'before_start',
      'unknown_code',
      'unknown_choice',
      'in_future',
    ] as const;
    for (const text of [nasty, '€'.repeat(5000), '"\\\n'.repeat(3000), '']) {
      const form = Object.fromEntries(fields.map((field) => [field, text]));
      const problems = fields.flatMap((field) => kinds.map((problem) => ({ field, problem, value: text })));
      for (const lang of ['nl', 'en', 'fy'] as const) {
        assertFits(besluitFormCard({ formId: 'f1', form, problems }, lang));
        if (text === nasty && lang === 'nl')
          assertRight(besluitFormCard({ formId: 'f1', form, problems: problems.slice(0, 14) }, lang));
      }
    }
  });
});

describe('the card of a besluit', () => {
  it('shows every field, by whom and when it was recorded', () => {
    const { text } = assertRight(besluitCard(besluit(), 'nl', zone));
    for (const part of [
      'Besluit B-2026-014',
      'De dienstverlening wordt met een jaar verlengd',
      'Het college',
      '20 november 2026',
      '1 januari 2027',
      '1 januari 2028',
      'AFS-2026-012',
      'Na de evaluatie.',
      'Met instemming van alle deelnemers.',
      '001234567',
      '23 november 2026, 09:30',
      'De Boer',
      'ab12ab12ab12ab12',
    ])
      assert.ok(text.includes(part), `${part} in ${text}`);
  });

  it('says in words that a besluit was withdrawn', () => {
    assert.match(
      assertRight(besluitCard(besluit({ vervalreden: 'ingetrokken_overheid' }), 'nl', zone)).text,
      /Ingetrokken/,
    );
  });

  it('says that it was changed later, and why', () => {
    const gewijzigd = {
      soort: 'correctie',
      reden: 'Datum **fout**',
      vastgelegdOp: Date.UTC(2026, 11, 1),
      volgnummer: 15,
    } as const;
    assert.match(
      assertRight(besluitCard(besluit({ gewijzigd }), 'nl', zone)).text,
      /Later gecorrigeerd: 1 december 2026, 01:00\. Reden: Datum \*\*fout\*\*/,
    );
  });

  it('leaves out the name once it is erased', () => {
    const { vastgelegdDoor: _, ...erased } = besluit();
    assert.doesNotMatch(assertRight(besluitCard(erased, 'nl', zone)).text, /Vastgelegd door/);
  });

  it('of a receipt leads to the besluit and to the check', () => {
    const rendered = assertRight(besluitReceiptCard(besluit(), 'nl', zone));
    assert.match(rendered.text, /Vastgelegd: B-2026-014/);
    assert.deepEqual(rendered.buttons, ['Toon B-2026-014', 'Verifieer']);
    const sent = rendered.press('Verifieer');
    assert.deepEqual(decode(sent?.verb, sent?.data), { kind: 'register.verifieer' });
  });

  it('is right with nasty and very long text', () => {
    for (const text of [nasty, '€漢'.repeat(3000), 'regel\n'.repeat(2000)])
      for (const lang of ['nl', 'en'] as const) {
        const full = besluit({
          onderwerp: text,
          toelichting: text,
          vastgelegdDoor: text,
          verantwoordelijkeOrganisatie: text,
          afspraken: Array.from({ length: 500 }, (_, at) => `AFS-2026-${at}`),
        });
        assertFits(besluitCard(full, lang, zone));
        assertFits(besluitReceiptCard(full, lang, zone));
      }
  });
});

describe('the card of the check', () => {
  const hash = 'cd34'.repeat(16);
  it('gives the number of entries and the whole hash of the last', () => {
    const { text } = assertRight(
      verifyCard({ kind: 'sound', count: 12, head: { volgnummer: 12, hash }, erased: 1 }, 'nl'),
    );
    assert.match(text, /Alle 12 vastleggingen zijn onveranderd/);
    assert.ok(text.includes(hash));
  });

  it('names the first broken entry, its besluit and what is wrong', () => {
    const { text } = assertRight(
      verifyCard({ kind: 'broken', at: 7, identificatie: 'B-2026-007', reason: 'hash' }, 'nl'),
    );
    assert.match(text, /klopt niet vanaf nummer 7.*B-2026-007.*past niet bij het controlegetal/);
  });

  it('is right for every outcome in every language', () => {
    for (const lang of ['nl', 'en', 'fy'] as const) {
      for (const count of [0, 1, 2])
        assertFits(verifyCard({ kind: 'sound', count, head: { volgnummer: count, hash }, erased: 0 }, lang));
      for (const reason of ['gap', 'hash', 'previous', 'number', 'commitment'] as const)
        assertFits(verifyCard({ kind: 'broken', at: 1, identificatie: nasty, reason }, lang));
      assertFits(verifyCard({ kind: 'rewritten', at: 3 }, lang));
      assertFits(verifyCard({ kind: 'truncated', count: 3, expected: 9 }, lang));
      assertFits(verifyCard({ kind: 'malformed', problem: 'not_json' }, lang));
    }
  });
});
