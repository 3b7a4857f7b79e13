import assert from 'node:assert/strict';
import { NameIndex } from '../../../services/register/names.ts';
import { createReader } from '../../../services/vragen/reader.ts';
import { smallRegister, today } from './small-register.ts';

/** CONTRACT §6: "over X" is X in titel or tekst. */
describe('what stands behind "over"', () => {
  const reader = createReader({ names: new NameIndex(smallRegister().view) });
  const read = (text: string): readonly [unknown, unknown] => {
    const { zoekterm, type } = reader.read(text, { today }).filter;
    return [zoekterm, type];
  };

  const cases: readonly (readonly [string, unknown, unknown])[] = [
    ['afspraken over frictiekosten', 'frictiekosten', undefined],
    ['wat is afgesproken over de bijdrage', 'bijdrage', undefined],
    ['afspraken over klachten', 'klachten', undefined],
    ['dvo’s over inwoners', 'inwoners', 'dvo'],
    ['welke afspraken over de exit zijn er', undefined, 'exit'],
    ['alle frictiekosten', undefined, 'begroting'],
  ];
  for (const [text, zoekterm, type] of cases) {
    it(`is searched for, unless it is a kind of afspraak: ${text}`, () =>
      assert.deepEqual(read(text), [zoekterm, type]));
  }
});
