import assert from 'node:assert/strict';
import { decode } from '../../cards/action-data.ts';
import { answerCard } from '../../cards/answer-card.ts';
import { cardSize, largestCard } from '../../cards/limits.ts';
import { answerFormCard, type MissView, missesCard } from '../../cards/misses-card.ts';
import type { Answer } from '../../services/vragen/answer-types.ts';
import { assertFits, assertRight } from './card-facts.ts';
import { nasty, view } from './samples.ts';

const miss = (number: number): MissView => ({
  _id: `m${number}`,
  tekst: nasty.repeat(3),
  aantal: number,
  reden: 'klopt_niet',
  understood: nasty.repeat(3),
  owner: nasty,
});

const whole: Answer = {
  reading: { text: 'toon', lang: 'nl', intent: 'afspraak.tonen', filter: { nummer: 'AFS-2026-012' } },
  understood: 'Begrepen als: één afspraak.',
  applied: {},
  total: 1,
  codes: ['AFS-2026-012'],
  someCodes: ['AFS-2026-012'],
  text: '',
  content: {
    kind: 'afspraak',
    item: view({ tekst: nasty.repeat(20) }),
    besluiten: [],
    geschiedenis: {
      items: [1, 2, 3, 4, 5].map((nummer) => ({
        nummer,
        door: nasty,
        via: 'chat',
        dag: '2026-11-23',
        velden: ['titel'],
      })),
      more: 3,
    },
  },
  mend: [],
  answered: [1, 2, 3].map(() => ({
    code: 'AFS-2026-012',
    vraag: nasty,
    antwoord: nasty.repeat(5),
    door: nasty,
    dag: '2026-11-23',
  })),
};

describe('the list of unanswered questions', () => {
  it('shows each with how often, whom to ask and two buttons, in pages, within the limit of Teams', () => {
    for (const lang of ['nl', 'en'] as const) {
      const card = missesCard([1, 2, 3, 4, 5, 6, 7].map(miss), 1, lang);
      const { buttons } = assertRight(card);
      assert.equal(buttons.filter((title) => ['Van de lijst halen', 'Take off the list'].includes(title)).length, 5);
      assert.ok(cardSize(card) <= largestCard);
      assertRight(missesCard([], 1, lang));
    }
  });

  it('opens a form whose inputs come back as they were typed', () => {
    const card = answerFormCard(
      { misvraag: 'm1', vraag: nasty, code: 'AFS-1', antwoord: nasty, problem: 'unknown_code' },
      'nl',
    );
    assertFits(card);
    const data = { v: 1, misvraag: 'm1', code: ' AFS-2026-012 ', antwoord: 'Bij de balie.' };
    assert.deepEqual(decode('misvraag.opslaan', data), {
      kind: 'misvraag.opslaan',
      misvraag: 'm1',
      code: 'AFS-2026-012',
      antwoord: 'Bij de balie.',
    });
  });

  it('takes nothing that was tampered with', () => {
    for (const [verb, data] of [
      ['misvraag.opslaan', { misvraag: 'm1', code: 7, antwoord: 'x' }],
      ['misvraag.opslaan', { misvraag: 'm1', code: 'x', antwoord: 'x'.repeat(1001) }],
      ['misvraag.weg', { misvraag: 'een spatie' }],
      ['misvragen.pagina', { page: 0 }],
      ['vraag.klopte', { goed: 'ja', reading: whole.reading }],
      ['vraag.klopte', { goed: true, reading: { ...whole.reading, intent: 'x' } }],
    ] as const)
      assert.equal(decode(verb, { v: 1, ...data }).kind, 'malformed', JSON.stringify([verb, data]));
  });
});

describe('around an answer', () => {
  it('stand earlier answers, the last changes, and whether it was right', () => {
    const card = answerCard(whole, 1, 'nl');
    const { text, buttons } = assertRight(card);
    assert.match(text, /Eerder beantwoord door/);
    assert.match(text, /Laatste wijzigingen/);
    assert.match(text, /en nog 3 oudere wijzigingen/);
    assert.match(text, /Klopte dit\?/);
    assert.deepEqual(buttons.slice(-2), ['Ja', 'Nee']);
    assert.ok(cardSize(card) <= largestCard);
  });

  it('is not asked whether a sentence was right', () => {
    const { text } = assertRight(answerCard({ ...whole, content: { kind: 'zin', sentence: 'Nee.' } }, 1, 'nl'));
    assert.doesNotMatch(text, /Klopte dit/);
  });
});
