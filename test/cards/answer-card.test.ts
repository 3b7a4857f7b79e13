import assert from 'node:assert/strict';
import { answerCard } from '../../cards/answer-card.ts';
import { checkCard } from '../../cards/limits.ts';
import type { AnswerContent } from '../../services/vragen/answer-types.ts';
import { renderOfficially } from './official-renderer.ts';
import { answer, besluit, choice, nasty, organisatie, verband, view } from './samples.ts';

const long = 'Een heel lange zin met ënkele bijzondere tekens €. '.repeat(80);
const many = <T>(count: number, make: (at: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, at) => make(at));

const contentsWith = (text: string, count: number): readonly AnswerContent[] => {
  const item = (at: number) =>
    view(
      {
        _id: `AFS-2026-${String(at + 1).padStart(3, '0')}`,
        titel: text,
        tekst: text,
        eigenaar: { naam: text, email: text },
        document: `https://documenten.voorbeeld.example/${'€'.repeat(100)}`,
      },
      { verband: verband({ naam: text }), partijen: many(129, () => organisatie(text)), teLaat: at % 2 === 0 },
    );
  const items = many(count, item);
  const besluiten = many(count, (at) =>
    besluit({ identificatie: `B-2026-${String(at + 1).padStart(3, '0')}`, onderwerp: text, toelichting: text }),
  );
  return [
    { kind: 'afspraken', items },
    { kind: 'afspraak', item: item(0), besluiten },
    { kind: 'veld', sentence: text, items },
    { kind: 'aantal', sentence: text, value: count },
    {
      kind: 'verbanden',
      items: many(count, (at) => verband({ _id: `v${at}`, naam: text, orgaan: text })),
    },
    {
      kind: 'verband',
      verband: verband({ naam: text, orgaan: text, doel: text, beleidsterreinen: many(40, () => text) }),
      deelnemers: many(Math.min(count * 10, 129), () => ({ organisatie: organisatie(text), toetreding: '2020-01-01' })),
      sentence: text,
    },
    { kind: 'besluiten', items: besluiten },
    { kind: 'contact', sentence: text, items },
    { kind: 'document', items },
    { kind: 'zin', sentence: text },
    { kind: 'dubbelzinnig', sentence: text, choices: many(count, () => choice(text.slice(0, 390))) },
    { kind: 'onbekend', sentence: text, examples: many(count, () => text.slice(0, 400)) },
    { kind: 'handeling' },
  ];
};

describe('the answer card', () => {
  for (const [name, text, count] of [
    ['ordinary', 'Dienstverlening werkplekbeheer', 3],
    ['nasty', nasty, 7],
    ['very long', long, 40],
    ['wide', '€漢'.repeat(1000), 40],
    ['empty', '', 0],
  ] as const) {
    for (const lang of ['nl', 'en', 'fy'] as const) {
      for (const content of contentsWith(text, count)) {
        it(`is right for ${name} ${content.kind} in ${lang}`, () => {
          const filter = { partner: text.slice(0, 390), zoekterm: text.slice(0, 390) };
          const full = answer(content, {
            understood: text,
            text,
            reading: { text, lang, intent: 'afspraak.aantal', filter },
            mend: [choice(text.slice(0, 300)), choice('Gemeente Assen')],
          });
          for (const page of [1, 2, 99]) assert.deepEqual(checkCard(answerCard(full, page, lang)), []);
          if (lang !== 'nl' || name === 'very long' || name === 'wide') return;
          const rendered = renderOfficially(answerCard(full, 2, lang));
          assert.deepEqual(rendered.problems, []);
          assert.equal(rendered.element.querySelector('a, strong, em, li, script, img, b'), null);
        });
      }
    }
  }
});
