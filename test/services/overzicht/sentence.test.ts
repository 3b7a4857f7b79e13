import assert from 'node:assert/strict';
import { type OverzichtRequest, readOverzicht } from '../../../services/overzicht/sentence.ts';
import { needShared, sharedPath } from '../../shared-data.ts';
import { questionsIn } from '../vragen/score.ts';

const asked: readonly (readonly [string, OverzichtRequest])[] = [
  ['zet het weekoverzicht uit', { soort: 'weekoverzicht', deed: 'uit' }],
  ['Zet dit weekoverzicht uit.', { soort: 'weekoverzicht', deed: 'uit' }],
  ['ik wil geen weekoverzicht meer', { soort: 'weekoverzicht', deed: 'uit' }],
  ['stop maandlijst', { soort: 'maandlijst', deed: 'uit' }],
  ['zet de maandlijst weer aan', { soort: 'maandlijst', deed: 'aan' }],
  ['weekoverzciht uit', { soort: 'weekoverzicht', deed: 'uit' }],
  ['laat het weekoverzicht zien', { soort: 'weekoverzicht', deed: 'toon' }],
  ['laat me het weekoverzicht zien', { soort: 'weekoverzicht', deed: 'toon' }],
  ['weekoverzicht', { soort: 'weekoverzicht', deed: 'toon' }],
  ['weekoverzicht nu', { soort: 'weekoverzicht', deed: 'nu' }],
  ['stuur de maandlijst nu', { soort: 'maandlijst', deed: 'nu' }],
  ['wat ontbreekt er?', { soort: 'maandlijst', deed: 'toon' }],
  ['lijst van wat ontbreekt', { soort: 'maandlijst', deed: 'toon' }],
  ['stuur mij elke week een overzicht', { soort: 'persoonlijk', deed: 'aan' }],
  ['stuur me wekelijks een overzicht', { soort: 'persoonlijk', deed: 'aan' }],
  ['mijn overzicht', { soort: 'persoonlijk', deed: 'toon' }],
  ['zet mijn weekoverzicht uit', { soort: 'persoonlijk', deed: 'uit' }],
  ['stuur mij elke week een overzicht als De Vries', { soort: 'persoonlijk', deed: 'aan', als: 'De Vries' }],
  ['stuur mij elke week mijn eigen overzicht', { soort: 'persoonlijk', deed: 'aan' }],
  ['overzicht uit', { soort: 'alle', deed: 'uit' }],
  ['stuur ons elke week een overzicht', { soort: 'weekoverzicht', deed: 'aan' }],
  ['overzichten', { soort: 'alle', deed: 'toon' }],
  ['switch off the weekly overview', { soort: 'weekoverzicht', deed: 'uit' }],
  ['send me a weekly overview', { soort: 'persoonlijk', deed: 'aan' }],
  ['what is missing?', { soort: 'maandlijst', deed: 'toon' }],
  ['show the monthly list', { soort: 'maandlijst', deed: 'toon' }],
];

describe('sentences about overzichten', () => {
  for (const [text, request] of asked) {
    it(`reads "${text}"`, () => assert.deepEqual(readOverzicht(text), request));
  }

  it('leaves every other sentence to the reader of questions', () => {
    for (const text of [
      '',
      'lijst',
      'geef een overzicht',
      'geef me een lijst',
      'stuur het college elke maand een overzicht',
      'welke afspraken hebben geen eigenaar?',
      'welke verbanden hebben geen exitregeling?',
      'herinner ons elke week aan het overzicht van de ODD',
      'zet de einddatum van AFS-2026-001 op 1 maart',
      'overzicht van de afspraken met Assen',
      'wat is te laat?',
      'stop',
      'herinneringen',
      `weekoverzicht ${'nu '.repeat(100)}`,
    ])
      assert.equal(readOverzicht(text), undefined, text);
  });

  it('says nothing about a question of the reference set', function () {
    needShared(this, 'vragen.jsonl');
    const texts = questionsIn(sharedPath('vragen.jsonl')).map(({ text }) => text);
    assert.ok(texts.length > 50);
    assert.deepEqual(
      texts.filter((text) => readOverzicht(text) !== undefined),
      [],
    );
  });
});
