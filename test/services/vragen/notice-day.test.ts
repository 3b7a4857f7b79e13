import assert from 'node:assert/strict';
import { uitersteOpzegdatum } from '../../../services/register/notice-day.ts';
import { answerReading } from '../../../services/vragen/answer.ts';
import type { Intent, Periode } from '../../../services/vragen/reading.ts';
import { afspraak, smallRegister } from './small-register.ts';

const ask = (periode: Periode, intent: Intent = 'afspraak.zoeken') =>
  answerReading({ text: '', lang: 'nl', intent, filter: { periode } }, smallRegister({}));

describe('the last day to give notice', () => {
  it('comes the opzegtermijn before the einddatum, and needs both', () => {
    const dates = { einddatum: '2027-08-31', opzegtermijn: 'P6M' };
    assert.equal(uitersteOpzegdatum(afspraak('AFS-2026-009', dates)), '2027-02-28');
    assert.equal(uitersteOpzegdatum(afspraak('AFS-2026-009', { einddatum: '2027-08-31' })), undefined);
    assert.equal(uitersteOpzegdatum(afspraak('AFS-2026-009', { opzegtermijn: 'P6M' })), undefined);
  });

  it('is searched by like a date of the afspraak, both ends inclusive, and told in the answer', async () => {
    const found = await ask({ van: '2027-06-30', tot: '2027-06-30', veld: 'opzegdatum' });
    assert.deepEqual(found.codes, ['AFS-2025-001']);
    assert.match(found.text, /einde 31 december 2027 · opzeggen kan tot en met 30 juni 2027/);
    assert.deepEqual((await ask({ tot: '2027-06-29', veld: 'opzegdatum' })).codes, []);
    assert.deepEqual((await ask({ van: '2027-07-01', veld: 'opzegdatum' })).codes, []);
    assert.equal((await ask({ van: '2027-01-01', veld: 'opzegdatum' }, 'afspraak.aantal')).total, 1);
  });
});
