import assert from 'node:assert/strict';
import { readFormDate } from '../../../services/kalender/strict-date.ts';

describe('dates in forms and files', () => {
  const read: readonly (readonly [string, string])[] = [
    ['2027-03-01', '2027-03-01'],
    ['01-03-2027', '2027-03-01'],
    ['1-3-2027', '2027-03-01'],
    ['1 maart 2027', '2027-03-01'],
    ['  1  Maart 2027 ', '2027-03-01'],
    ['1 mrt. 2027', '2027-03-01'],
    ['29 februari 2028', '2028-02-29'],
  ];
  for (const [text, date] of read) it(`reads ${text}`, () => assert.equal(readFormDate(text), date));

  const refused = [
    '31 februari 2027',
    '29-02-2027',
    '2027-02-30',
    '2027-13-01',
    '03/01/2027',
    '1 maart',
    '1 maartje 2027',
    'maart 2027',
    '01-03-27',
    '0000-01-01',
    '1 maart 2027 en verder',
    'volgende week',
    '',
    `1 ${'a'.repeat(100_000)}`,
  ];
  for (const text of refused) it(`refuses "${text.slice(0, 30)}"`, () => assert.equal(readFormDate(text), undefined));
});
