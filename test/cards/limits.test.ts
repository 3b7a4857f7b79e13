import assert from 'node:assert/strict';
import { adaptiveCard, foreign, heading } from '../../cards/elements.ts';
import { plain } from '../../cards/foreign-text.ts';
import { cardSize, checkCard, fitCard, largestCard } from '../../cards/limits.ts';
import { own } from '../../cards/own-text.ts';

const right = adaptiveCard({ lang: 'nl', fallbackText: own`Kop`, body: [heading(own`Kop`)] });
const withBody = (...body: readonly unknown[]) => checkCard({ ...right, body: [...right.body, ...body] });

describe('the limits of Teams', () => {
  it('finds nothing wrong in a right card', () => assert.deepEqual(checkCard(right), []));

  it('finds each thing that a phone, a screen reader or Teams stumbles over', () => {
    const input = { type: 'Input.Text', id: 'a', label: 'A', maxLength: 5 };
    const button = { type: 'Action.Execute', title: 'T', verb: 'v', data: { v: 1 } };
    for (const [problems, pattern] of [
      [checkCard({ ...right, version: '1.6' }), /version 1\.6/],
      [checkCard({ ...right, fallbackText: '' }), /no fallbackText/],
      [checkCard({ ...right, fallbackText: '**x**' }), /fallbackText holds Markdown/],
      [checkCard({ ...right, lang: undefined }), /no lang/],
      [checkCard({ ...right, $schema: undefined }), /no \$schema/],
      [checkCard({ ...right, body: [] }), /no heading/],
      [withBody({ type: 'Table' }), /Table is not used/],
      [withBody({ type: 'FactSet', facts: [] }), /FactSet is not used/],
      [withBody({ type: 'TextBlock', text: 'a' }), /without wrap/],
      [withBody({ type: 'TextBlock', text: '', wrap: true }), /without text/],
      [withBody({ type: 'TextBlock', text: 'een **vet** woord', wrap: true }), /Markdown/],
      [withBody({ type: 'TextBlock', text: '- punt', wrap: true }), /Markdown/],
      [
        withBody({ type: 'Container', items: [{ type: 'TextBlock', text: '{{DATE(x)}}', wrap: true }] }),
        /items\[0\].*Markdown/,
      ],
      [withBody({ ...input, label: ' ' }), /without a visible label/],
      [withBody({ ...input, id: undefined }), /without id/],
      [withBody(input, input), /input id a twice/],
      [withBody({ ...input, isRequired: true }), /without errorMessage/],
      [withBody({ ...input, maxLength: undefined }), /without maxLength/],
      [withBody({ type: 'Input.ChoiceSet', id: 'c', label: 'C', choices: [] }), /without choices/],
      [
        withBody({ type: 'Input.ChoiceSet', id: 'c', label: 'C', choices: [{ title: 'x', value: '1' }], value: '2' }),
        /no choice/,
      ],
      [withBody({ type: 'ActionSet', actions: [] }), /0 buttons/],
      [withBody({ type: 'ActionSet', actions: Array.from({ length: 7 }, () => button) }), /7 buttons/],
      [
        withBody({ type: 'ActionSet', actions: [{ type: 'Action.OpenUrl', title: 'a', url: 'http://x.example' }] }),
        /not https/,
      ],
      [withBody({ type: 'ActionSet', actions: [{ ...button, title: '' }] }), /button without title/],
      [withBody({ type: 'ActionSet', actions: [{ ...button, data: {} }] }), /versioned data/],
      [
        withBody({ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: 'x'.repeat(largestCard) }] }),
        /bytes, at most/,
      ],
    ] as const) {
      assert.equal(problems.length, 1, `${pattern}: ${problems.join('; ')}`);
      assert.match(problems[0] ?? '', pattern);
    }
  });

  it('draws the richest card that fits, and counts bytes', () => {
    const draw = (step: number) =>
      adaptiveCard({
        lang: 'nl',
        fallbackText: own`Kop`,
        body: [heading(own`Kop`), foreign(plain('€'.repeat(20_000), [12_000, 8500, 7900, 100][step] ?? 10))],
      });
    const card = fitCard(draw, 3);
    assert.deepEqual(card, draw(2));
    assert.ok(cardSize(card) <= largestCard && cardSize(draw(1)) > largestCard);
  });
});
