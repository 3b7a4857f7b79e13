import assert from 'node:assert/strict';
import { NameIndex } from '../../../services/register/names.ts';
import { createReader } from '../../../services/vragen/reader.ts';
import { smallRegister, today } from './small-register.ts';

/** CONTRACT §6: a period wholly in the past with "afgelopen" or "verlopen" asks any status; no other period does. */
describe('a question that looks back', () => {
  const reader = createReader({ names: new NameIndex(smallRegister().view) });
  const anyStatus: readonly string[] = [
    'welke contracten zijn verlopen in 2025',
    'welke dvo’s zijn in oktober 2025 verlopen',
    'welke contracten zijn vorig jaar afgelopen?',
    'welke afspraken zijn de afgelopen 3 maanden afgelopen',
    'evaluaties van de afgelopen maand',
    'which agreements expired in 2025',
  ];
  const openAlone: readonly string[] = [
    'welke contracten verlopen in 2027',
    'welke contracten verlopen dit jaar',
    'welke contracten lopen komende maand af',
    'contracten van vorig jaar',
    'welke afspraken zijn er',
  ];
  for (const text of anyStatus)
    it(`asks any status: ${text}`, () => assert.equal(reader.read(text, { today }).filter.elkeStatus, true));
  for (const text of openAlone)
    it(`asks open ones: ${text}`, () => assert.equal(reader.read(text, { today }).filter.elkeStatus, undefined));

  it('takes "zijn … afgelopen" for the verb, and "de afgelopen maanden" for a period', () => {
    const field = (text: string): unknown => reader.read(text, { today }).filter.periode?.veld;
    assert.equal(field('welke afspraken zijn de afgelopen 3 maanden afgelopen'), 'einddatum');
    assert.equal(field('welke afspraken zijn er de afgelopen 3 maanden'), undefined);
  });
});
