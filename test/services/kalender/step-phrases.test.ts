import assert from 'node:assert/strict';
import { steppedPeriod } from '../../../services/kalender/step-phrases.ts';

describe('a period that is counted from the one before', () => {
  const month = { van: '2027-01-01', tot: '2027-01-31' };
  const step = (text: string, period: { van?: string; tot?: string } = month): string | undefined => {
    const found = steppedPeriod(text, period);
    return found && `${found.van ?? ''}..${found.tot ?? ''}`;
  };

  it('follows or precedes it by the calendar', () => {
    for (const [text, expected] of [
      ['en de maand erna?', '2027-02-01..2027-02-28'],
      ['en de maand ervoor', '2026-12-01..2026-12-31'],
      ['en het kwartaal daarna?', '2027-04-01..2027-06-30'],
      ['en het jaar daarop', '2028-01-01..2028-12-31'],
      ['and the month after that?', '2027-02-01..2027-02-28'],
      ['en het daaropvolgende kwartaal', '2027-04-01..2027-06-30'],
      ['en de twee weken daarna', '2027-02-01..2027-02-14'],
      ['en de drie maanden daarvoor', '2026-10-01..2026-12-31'],
      ['en de periode erna', '2027-02-01..2027-02-28'],
    ] as const)
      assert.equal(step(text), expected, text);
    assert.equal(step('en de week erna', { van: '2026-11-23', tot: '2026-11-29' }), '2026-11-30..2026-12-06');
    assert.equal(step('en de maand erna', { van: '2027-01-01', tot: '2027-12-31' }), '2028-01-01..2028-01-31');
    assert.equal(step('en de periode daarna', { van: '2027-01-01', tot: '2027-03-31' }), '2027-04-01..2027-06-30');
  });

  it('moves with "later" and "eerder", and keeps the end of a month', () => {
    assert.equal(step('en een maand later?'), '2027-02-01..2027-02-28');
    assert.equal(step('en een jaar eerder'), '2026-01-01..2026-01-31');
    assert.equal(step('en drie maanden later', { tot: '2027-06-30' }), '..2027-09-30');
  });

  it('is none without such words, or where the side it would follow is open', () => {
    assert.equal(step('en in Assen?'), undefined);
    assert.equal(step('en volgend jaar?'), undefined);
    assert.equal(step('en de maand erna?', { van: '2027-01-01' }), undefined);
  });
});
