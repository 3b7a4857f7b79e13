import assert from 'node:assert/strict';
import { NameIndex } from '../../../services/register/names.ts';
import { describeReading } from '../../../services/vragen/describe.ts';
import { createReader } from '../../../services/vragen/reader.ts';
import { smallRegister, today } from './small-register.ts';

describe('what a question says and its answer does not heed', () => {
  const reader = createReader({ names: new NameIndex(smallRegister().view) });
  const left = (text: string): readonly string[] => reader.read(text, { today }).ongebruikt ?? [];

  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['contracten boven de 50.000 euro', ['boven de 50.000 euro']],
    ['welke afspraken lopen langer dan 5 jaar?', ['langer dan 5 jaar']],
    ['alle contracten met een opzegtermijn van meer dan 6 maanden', ['meer dan 6 maanden']],
    ['Welke afspraken hebben risico hoog?', ['risico hoog']],
    ['wat kost de dvo met Assen', ['wat kost']],
    ['hoeveel kost de dvo met Assen', ['hoeveel kost']],
    ['how much does the DVO with Assen cost?', ['how much does', 'cost']],
    ['vertrouwelijke afspraken met Assen', ['vertrouwelijke']],
    ['alle openbare contracten', ['openbare']],
    ['welke contracten verlengen stilzwijgend?', ['stilzwijgend']],
    ['is de dvo met Assen vertrouwelijk?', []],
    ['wordt het contract met Assen stilzwijgend verlengd?', []],
    ['welke contracten zijn er zonder stilzwijgende verlenging', []],
    ['Welke afspraken lopen er met Assen?', []],
    ['hoi, kun je even kijken welke evaluaties er de komende 6 maanden aankomen?', []],
    ['afspraken over jeugdzorg met Assen', []],
    ['Herinner me 6 weken voor de einddatum van de DVO met Assen', []],
  ];
  for (const [text, expected] of cases) {
    it(`is ${expected.length === 0 ? 'nothing' : expected.join(', ')} in: ${text}`, () =>
      assert.deepEqual(left(text), expected));
  }

  it('is told beside how the question was understood', () => {
    const line = describeReading(reader.read('contracten boven de 50.000 euro', { today }), 'nl');
    assert.equal(line, 'Begrepen als: contracten. Niet gebruikt: “boven de 50.000 euro”.');
  });

  it('makes no number the answer to what something costs', () => {
    const intents = ['hoeveel kost de dvo met Assen', 'hoeveel fte zit er in de dvo met Assen'].map(
      (text) => reader.read(text, { today }).intent,
    );
    assert.deepEqual(intents, ['afspraak.tonen', 'afspraak.tonen']);
  });
});
