import assert from 'node:assert/strict';
import { instantAt } from '../../../services/kalender/civil-date.ts';
import { gemeentenWithoutReces, recesviewOf } from '../../../services/reces/recesview.ts';
import { recesTexts } from '../../../services/reces/texts.ts';
import type { Recesblad, Recesperiode } from '../../../services/reces/types.ts';
import { LiveView } from '../../../services/register/view.ts';

const timeZone = 'Europe/Amsterdam';

const reces = (van: string, tot: string, naam = 'Zomerreces', set = '2027-01-04 10:00'): Recesperiode => {
  const [day = '', time = ''] = set.split(' ');
  const op = instantAt(day, time, timeZone);
  return { van, tot, naam, door: 'Voorbeeld Vermeer', op, sinds: op };
};
const blad = (_id: string, ...recessen: Recesperiode[]): Recesblad => ({ _id, version: 1, recessen, spoor: [] });
const viewOf = (...bladen: Recesblad[]) => recesviewOf(bladen, timeZone);
const of = (...partijen: string[]) => ({ partijen });

describe('the days on which nothing is sent', () => {
  it('are those of all partijen together, as few stretches as possible', () => {
    const view = viewOf(
      blad('gm1', reces('2027-07-12', '2027-08-20')),
      blad('gm2', reces('2027-07-05', '2027-07-30'), reces('2027-12-24', '2028-01-07', 'Kerstreces')),
      blad('gm3', reces('2027-08-21', '2027-08-29')),
    );
    assert.deepEqual(view.recesOf(of('gm1', 'gm2', 'gm3', 'gm4')), [
      { van: '2027-07-05', tot: '2027-08-29' },
      { van: '2027-12-24', tot: '2028-01-07' },
    ]);
    assert.deepEqual(view.recesOf(of('gm1')), [{ van: '2027-07-12', tot: '2027-08-20' }]);
    assert.equal(view.recesOf(of('gm4')), undefined);
    assert.equal(viewOf().recesOf(of('gm1')), undefined);
  });

  it('are one array for one set of councils, in whatever order they are named', () => {
    const view = viewOf(blad('gm1', reces('2027-07-12', '2027-08-20')), blad('gm2', reces('2027-12-24', '2027-12-31')));
    assert.equal(view.recesOf(of('gm2', 'gm1')), view.recesOf(of('gm1', 'gm9', 'gm2')));
  });

  it('leave out a reces that was set after the morning on which it would have been told', () => {
    // The last working day before Monday 12 July is Friday the 9th.
    const at = (set: string) => viewOf(blad('gm1', reces('2027-07-12', '2027-08-20', 'Zomerreces', set)));
    assert.notEqual(at('2027-07-09 08:59').recesOf(of('gm1')), undefined);
    assert.equal(at('2027-07-09 09:00').recesOf(of('gm1')), undefined);
    assert.equal(at('2027-07-20 10:00').recesOf(of('gm1')), undefined);
    const [only] = at('2027-07-20 10:00').of('gm1');
    assert.ok(only);
    assert.equal(at('2027-07-20 10:00').sentBefore('gm1', only), undefined);
  });

  it('leave out a late reces that would move to before another one that had begun', () => {
    const view = viewOf(
      blad('gm1', reces('2027-07-05', '2027-07-16')),
      blad('gm2', reces('2027-07-12', '2027-08-20', 'Zomerreces', '2027-07-07 10:00')),
    );
    assert.deepEqual(view.recesOf(of('gm1', 'gm2')), [{ van: '2027-07-05', tot: '2027-07-16' }]);
    assert.deepEqual(view.recesOf(of('gm2')), [{ van: '2027-07-12', tot: '2027-08-20' }]);
  });
});

describe('the reces that people speak of', () => {
  it('runs from the first day that a council has it to the last', () => {
    const view = viewOf(
      blad('gm1', reces('2027-07-12', '2027-08-20')),
      blad('gm2', reces('2027-07-05', '2027-08-13', 'Zomervakantie')),
      blad('gm3', reces('2027-12-24', '2028-01-07', 'Kerstreces', '2027-12-26 10:00')),
    );
    assert.deepEqual(view.spokenOf(['gm1', 'gm2', 'gm3']), [
      { van: '2027-07-05', tot: '2027-08-20', naam: 'Zomervakantie Zomerreces' },
      { van: '2027-12-24', tot: '2028-01-07', naam: 'Kerstreces' },
    ]);
    assert.deepEqual(view.spokenOf(['gm4']), []);
  });
});

describe('gemeenten without a reces', () => {
  const register = new LiveView();
  for (const [_id, naam, soort] of [
    ['gm1', 'Gemeente Proefstad', 'gemeente'],
    ['gm2', 'Gemeente Boswijk', 'gemeente'],
    ['gm3', 'Gemeente Akkerdam', 'gemeente'],
    ['pv1', 'Provincie Proefstad', 'provincie'],
  ] as const)
    register.putOrganisatie({ _id, version: 1, naam, soort });
  register.putVerband({
    _id: 'v1',
    version: 1,
    naam: 'Proefverband',
    vorm: 'OL',
    beleidsterreinen: [],
    deelnemers: ['gm1', 'gm2', 'gm3', 'pv1'].map((organisatie) => ({ organisatie, bestuursorganen: [] })),
    regelingId: '1',
  });
  const missing = (today: string, ...bladen: Recesblad[]) =>
    gemeentenWithoutReces(viewOf(...bladen), register, ['v1'], today).map(({ naam }) => naam);

  it('are those of the verband with none in the coming year, by name', () => {
    assert.deepEqual(missing('2027-01-04'), ['Gemeente Akkerdam', 'Gemeente Boswijk', 'Gemeente Proefstad']);
    const one = blad('gm2', reces('2027-07-12', '2027-08-20'));
    assert.deepEqual(missing('2027-01-04', one), ['Gemeente Akkerdam', 'Gemeente Proefstad']);
    assert.deepEqual(missing('2027-08-20', one), ['Gemeente Akkerdam', 'Gemeente Proefstad']);
    assert.equal(missing('2027-08-21', one).length, 3);
    assert.equal(missing('2026-07-11', one).length, 3);
  });

  it('are told in one line that says what to do', () => {
    const of = (count: number) => Array.from({ length: count }, (_, at) => ({ naam: `Gemeente ${at + 1}` }));
    assert.equal(
      recesTexts.nl.missing(of(1)),
      'Van Gemeente 1 is voor het komende jaar geen reces bekend. Typ “reces” om het in te vullen.',
    );
    assert.match(recesTexts.nl.missing(of(3)), /^Van Gemeente 1, Gemeente 2 en Gemeente 3 is/);
    assert.match(recesTexts.nl.missing(of(4)), /Gemeente 3 en nog 1 gemeente is/);
    assert.match(recesTexts.nl.missing(of(12)), /Gemeente 3 en nog 9 gemeenten is/);
    assert.match(recesTexts.nl.missing(of(2), true), /bekend\. Vul het hieronder in\.$/);
    assert.match(recesTexts.en.missing(of(12)), /Gemeente 3 and 9 others\. Type “reces”/);
  });
});
