import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { DateFinding } from '../../../services/kalender/date-reading.ts';
import { readDates } from '../../../services/kalender/phrase.ts';
import { needShared, sharedPath } from '../../shared-data.ts';
import { phrases } from './phrases.ts';
import { morePhrases } from './phrases-2.ts';
import { shown } from './shown.ts';

const monday = '2026-11-23';
const reces = [
  { van: '2026-12-19', tot: '2027-01-03', naam: 'kerstreces' },
  { van: '2027-07-19', tot: '2027-08-29' },
];
const read = (text: string, today = monday, options = {}): string =>
  readDates(text, today, options).map(shown).join(' + ');

const expectedNames = ['periode', 'datum', 'verschuiving', 'anker', 'herhaling', 'duur', 'jaar'] as const;

/** What the reference questions call this, as comparable text; `veld` is for another reader to find. */
const plain = (value: unknown): string =>
  typeof value === 'object' && value !== null
    ? JSON.stringify(
        Object.entries(value)
          .filter(([key]) => ['van', 'tot', 'tekst'].includes(key))
          .sort(),
      )
    : String(value);

const valueIn = (finding: DateFinding, name: string): string =>
  name === 'periode'
    ? plain(finding.kind === 'period' ? finding : undefined)
    : plain(Object.entries(finding).find(([key]) => key === name)?.[1]);

describe('date phrases', () => {
  it('cover at least two hundred ways to write', () => assert.ok(phrases.length >= 200));

  for (const [text, expected] of phrases) {
    it(`${text} => ${expected === '' ? 'nothing' : expected}`, () => assert.equal(read(text), expected));
  }

  /** The third of a period that "eind maart" stands for is told in the first table. */
  const bare = (text: string): string => text.replace(/ \(\S+\)/g, '');
  for (const [text, expected, lang] of morePhrases) {
    it(`${text} => ${expected === '' ? 'nothing' : expected}`, () =>
      assert.equal(bare(read(text, monday, lang === undefined ? {} : { lang })), expected));
  }

  const elsewhere: readonly (readonly [string, string, string])[] = [
    ['2026-12-31', 'morgen', '2027-01-01'],
    ['2026-12-31', 'volgende maand', '2027-01-01..2027-01-31'],
    ['2027-01-01', 'deze week', '2026-12-28..2027-01-03'],
    ['2027-01-01', 'week 53', '2026-12-28..2027-01-03'],
    ['2027-01-04', 'week 53', '2032-12-27..2033-01-02'],
    ['2027-01-01', 'week 1', '2027-01-04..2027-01-10'],
    ['2027-03-28', 'week 12', '2027-03-22..2027-03-28'],
    ['2027-03-29', 'week 12', '2028-03-20..2028-03-26'],
    ['2027-01-31', 'over een maand', '2027-02-28'],
    ['2028-02-29', 'over een jaar', '2029-02-28'],
    ['2027-03-01', '1 maart', '2027-03-01'],
    ['2027-03-02', '1 maart', '2028-03-01'],
    ['2027-03-01', 'eerste maandag van de maand', '2027-03-01'],
    ['2027-03-02', 'eerste maandag van de maand', '2027-04-05'],
    ['2027-01-30', 'laatste vrijdag van de maand', '2027-02-26'],
    ['2027-03-02', 'eerste maandag van maart', '2028-03-06'],
    ['2027-01-01', 'sinds 1 januari', '2027-01-01..2027-01-01'],
    ['2027-04-26', 'morgen', '2027-04-27'],
    ['2027-04-26', 'over 1 werkdag', '2027-04-28'],
    ['2027-12-26', 'voor de kerst', '..2027-12-24'],
    ['2027-12-27', 'voor de kerst', '..2028-12-24'],
    ['2027-05-31', 'eind maand', '2027-05-31'],
    ['2027-06-02', 'begin van de maand', '2027-07-01 (2027-07-01..2027-07-10)'],
    ['2027-06-30', 'dit kwartaal', '2027-04-01..2027-06-30'],
    ['2027-07-01', 'vorig kwartaal', '2027-04-01..2027-06-30'],
    ['2027-01-15', 'van december', '2026-12-01..2026-12-31'],
    ['2027-01-15', 'in de winter', '2026-12-01..2027-02-28'],
    ['2027-03-28', 'komende zondag', '2027-04-04'],
    ['2027-03-28', 'deze zondag', '2027-03-28'],
    ['2027-03-28', 'vorige zondag', '2027-03-21'],
  ];
  for (const [today, text, expected] of elsewhere) {
    it(`${text} => ${expected} on ${today}`, () => assert.equal(read(text, today), expected));
  }

  it('take the configured reces, by its name or its months', () => {
    assert.equal(read('zomerreces', monday, { reces }), '2027-07-19..2027-08-29');
    assert.equal(read('voor het zomerreces', monday, { reces }), '..2027-07-18');
    assert.equal(read('na het kerstreces', monday, { reces }), '2027-01-04..');
    assert.equal(read('het reces', monday, { reces }), '2026-12-19..2027-01-03');
    assert.equal(read('in het reces', '2027-01-04', { reces }), '2027-07-19..2027-08-29');
    assert.equal(read('zomerreces 2028', monday, { reces }), '.. !reces_unset');
  });

  it('let "voor de zomer" end where the configured summer reces begins', () => {
    assert.equal(read('voor de zomer', monday, { reces }), '..2027-07-18');
    assert.equal(read('na de zomer', monday, { reces }), '2027-08-30..');
    assert.equal(read('in de zomer', monday, { reces }), '2027-06-01..2027-08-31');
  });

  it('take the last year for questions about what has been', () => {
    assert.equal(read('in maart', monday, { prefer: 'past' }), '2026-03-01..2026-03-31');
    assert.equal(read('op 1 december', monday, { prefer: 'past' }), '2025-12-01');
  });

  it('know "jan 27" as a day in an English sentence, and "mei" as a preposition in a Frisian one', () => {
    assert.equal(read('jan 27', monday, { lang: 'en' }), '2027-01-27');
    assert.equal(read('in mei 2027', monday, { lang: 'fy' }), 'jaar 2027');
  });

  it('say when the year was assumed', () => {
    const assumed = (text: string): boolean =>
      readDates(text, monday).some((finding) => 'jaarAangenomen' in finding && finding.jaarAangenomen === true);
    assert.equal(assumed('1 maart'), true);
    assert.equal(assumed('vóór 1 maart'), true);
    assert.equal(assumed('1 maart 2027'), false);
    assert.equal(assumed('van 1 maart tot 1 juni 2027'), false);
  });

  it('read "voor" and "vóór" alike before a day, and give both readings of "voor" before a month', () => {
    assert.equal(read('voor 1 juli 2027'), read('vóór 1 juli 2027'));
    const [loose] = readDates('voor december', monday);
    assert.ok(loose?.kind === 'period');
    assert.deepEqual([loose.van, loose.tot, loose.ervoor], ['2026-12-01', '2026-12-31', '2026-11-30']);
    assert.equal(read('vóór december'), '..2026-11-30');
  });

  it('give the day beside the period for whoever needs one day', () => {
    const day = (text: string): string | undefined => {
      const [finding] = readDates(text, monday);
      return finding && 'datum' in finding ? finding.datum : undefined;
    };
    assert.equal(day('vóór 1 juli 2027'), '2027-06-30');
    assert.equal(day('uiterlijk 1 maart 2027'), '2027-03-01');
    assert.equal(day('binnen 14 dagen'), '2026-12-07');
    assert.equal(day('na 1 maart 2027'), '2027-03-02');
    assert.equal(day('deze week'), undefined);
    assert.equal(day('zo 1 maart 2027'), '2027-03-01');
  });

  it('place each finding in the text it came from', () => {
    const text = 'Herinner me  6 weken vóór de einddatum, en op 01-03-2027 om 9.30 uur!';
    const findings = readDates(text, monday);
    assert.deepEqual(
      findings.map(({ tekst }) => tekst),
      ['6 weken vóór de einddatum', '01-03-2027', 'om 9.30 uur'],
    );
    for (const { start, end, tekst } of findings) assert.equal(text.slice(start, end), tekst);
  });

  it('read every date of the reference questions as they expect', function () {
    needShared(this, 'vragen.jsonl');
    let checked = 0;
    for (const line of readFileSync(sharedPath('vragen.jsonl'), 'utf8')
      .split('\n')
      .filter((text) => text !== '')) {
      const { text, lang, expect } = JSON.parse(line);
      const findings = readDates(text, monday, { lang });
      for (const name of expectedNames.filter((key) => expect[key] !== undefined)) {
        checked += 1;
        const given = findings.map((finding) => valueIn(finding, name));
        assert.ok(given.includes(plain(expect[name])), `${text}: ${name} ${plain(expect[name])} not in ${given}`);
      }
    }
    assert.ok(checked > 20, `only ${checked} dates checked`);
  });
});
