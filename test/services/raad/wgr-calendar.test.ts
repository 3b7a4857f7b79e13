import assert from 'node:assert/strict';
import {
  calendarOf,
  calendarStep,
  lastDayOntwerpbegroting,
  nextCalendarStep,
  toezichthouderOf,
} from '../../../services/raad/wgr-calendar.ts';
import { describeCalendarStep } from '../../../services/raad/wgr-texts.ts';
import type { Verband, Vorm } from '../../../services/register/types.ts';

const verbandOf = (vorm: Vorm, ...codes: readonly string[]): Verband => ({
  _id: 'v1',
  version: 1,
  naam: 'Proefregeling',
  vorm,
  beleidsterreinen: [],
  deelnemers: codes.map((organisatie) => ({ organisatie, bestuursorganen: [] })),
  regelingId: '1',
});

describe('the Wgr calendar', () => {
  it('counts the ontwerpbegroting twelve weeks back from the AB, never shifted', () => {
    assert.equal(lastDayOntwerpbegroting('2027-07-08'), '2027-04-15');
    assert.equal(lastDayOntwerpbegroting('2027-09-14'), '2027-06-22');
  });

  it('takes "vóór 30 april" as 29 April at the latest', () => {
    const step = calendarStep('kadernota', 2028);
    assert.deepEqual([step?.before, step?.last], ['2027-04-30', '2027-04-29']);
    assert.equal(calendarStep('voorlopige_jaarrekening', 2026)?.before, '2027-04-30');
  });

  it('puts what falls in a year in order of its last day', () => {
    const order = calendarOf(2027).map(({ step, jaar }) => `${step} ${jaar}`);
    assert.deepEqual(order, [
      'kadernota 2028',
      'voorlopige_jaarrekening 2026',
      'ontwerpbegroting 2028',
      'zienswijze 2028',
      'jaarrekening 2026',
      'begroting 2028',
    ]);
  });

  it('gives the next one that has not passed where no year is named', () => {
    assert.equal(nextCalendarStep('kadernota', '2026-11-23')?.jaar, 2028);
    assert.equal(nextCalendarStep('kadernota', '2027-04-29')?.jaar, 2028);
    assert.equal(nextCalendarStep('kadernota', '2027-04-30')?.jaar, 2029);
    assert.equal(nextCalendarStep('voorlopige_jaarrekening', '2026-11-23')?.jaar, 2026);
  });

  it('knows the toezichthouder only where the source says who it is', () => {
    assert.equal(toezichthouderOf(verbandOf('OL', 'gm0106', 'gm0119')), 'gs');
    assert.equal(toezichthouderOf(verbandOf('OL', 'gm0106', 'pv22')), 'bzk');
    assert.equal(toezichthouderOf(verbandOf('OL', 'gm0106', 'ws0646')), 'onbekend');
    assert.equal(toezichthouderOf(verbandOf('OL')), 'onbekend');
  });

  it('names one bestuur in a BVO, and says of an RZM that it may have no cycle of its own', () => {
    const bvo = calendarStep('begroting', 2028, verbandOf('BVO', 'gm0106', 'pv22'));
    assert.match(bvo ? describeCalendarStep(bvo, 'nl') : '', /van het bestuur naar de minister van BZK/);
    const rzm = calendarStep('kadernota', 2028, verbandOf('RZM', 'gm0106'));
    assert.match(rzm ? describeCalendarStep(rzm, 'nl') : '', /geen eigen begrotingscyclus/);
  });

  it('prints no article number that was not verified', () => {
    const step = calendarStep('jaarrekening', 2026);
    const text = step ? describeCalendarStep(step, 'nl') : '';
    assert.match(text, /nog niet nagekeken/);
    assert.doesNotMatch(text, /art\./);
  });
});
