import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { readDates } from '../../../services/kalender/phrase.ts';
import { mostTokens, tokensOf } from '../../../services/kalender/tokens.ts';
import { dataFile } from '../../../services/package-root.ts';
import { phrases } from './phrases.ts';
import { shown } from './shown.ts';

const seed = Number(process.env.TEST_SEED ?? Math.floor(Math.random() * 2 ** 31));

/** mulberry32: the same seed gives the same sentences. */
function randomFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function vocabulary(): readonly string[] {
  const texts: string[] = [];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) texts.push(...value.map(String));
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk);
  };
  walk(parse(readFileSync(dataFile('services/kalender/woorden.yaml'), 'utf8')));
  return texts;
}

const strange = [
  '\u0000',
  '😀',
  'ﬁ',
  'İ',
  'ẞ',
  '\u0301',
  '\ud800',
  '€',
  '–',
  '…',
  '٣',
  '（',
  '\u200b',
  '\u00a0',
  "''",
  '--',
  '/',
  '.',
  ',',
  ':',
  '1e9',
  '0',
  '00',
  '99',
  '9999',
  '2027',
  "'27",
  '31',
  '12-12',
  '1/3/2027',
  '31-02-2027',
  '2026-53',
  '1:2:3',
];

/** By JavaScript's own calendar, not ours. */
const exists = (day: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) && new Date(`${day}T00:00Z`).toISOString().slice(0, 10) === day;

describe('reading dates', () => {
  const random = randomFrom(seed);
  const words = vocabulary();
  const pick = (from: readonly string[]): string => from[Math.floor(random() * from.length)] ?? '';
  const piece = (): string => {
    const kind = random();
    if (kind < 0.55) return pick(words);
    if (kind < 0.75) return String(Math.floor(random() ** 3 * 3000));
    if (kind < 0.9) return pick(strange);
    return String.fromCodePoint(Math.floor(random() * 0x2fff) + 1);
  };
  const sentence = (): string =>
    Array.from({ length: 1 + Math.floor(random() * 7) }, () => piece() + (random() < 0.85 ? ' ' : '')).join('');

  it(`never fails, and every finding lies in its text and apart from the others (seed ${seed})`, function () {
    this.timeout(60_000);
    for (let round = 0; round < 4_000; round += 1) {
      const text = sentence();
      let reached = 0;
      for (const finding of readDates(text, '2026-11-23')) {
        const { start, end, tekst } = finding;
        assert.ok(start >= reached && end > start && end <= text.length, JSON.stringify({ seed, text, finding }));
        assert.equal(text.slice(start, end), tekst);
        for (const key of ['datum', 'van', 'tot'] as const) {
          const day = Object.entries(finding).find(([name]) => name === key)?.[1];
          if (day !== undefined) assert.ok(exists(day), JSON.stringify({ seed, text, finding }));
        }
        if (finding.kind === 'period' && finding.van && finding.tot) {
          assert.ok(finding.van <= finding.tot, JSON.stringify({ seed, text, finding }));
        }
        reached = end;
      }
    }
  });

  const readings = (text: string): string => readDates(text, '2026-11-23').map(shown).join(' + ');
  const unaccented = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');

  it('does not look at capitals, doubled spaces or decomposed letters', () => {
    for (const [text, expected] of phrases) {
      assert.equal(readings(text.toUpperCase()), expected, text.toUpperCase());
      assert.equal(readings(text.toLowerCase()), expected, text.toLowerCase());
      assert.equal(readings(`  ${text.replaceAll(' ', ' \u00a0\t ')}\n`), expected, text);
      assert.equal(readings(text.normalize('NFD')), expected, text);
    }
  });

  it('does not look at diacritics, but for vóór before a month or year', () => {
    for (const [text, expected] of phrases) {
      if (/^vóór (?:december|2027)$/.test(text)) continue;
      assert.equal(readings(unaccented(text)), expected, text);
    }
  });

  it('gives the same findings twice', () => {
    for (let round = 0; round < 500; round += 1) {
      const text = sentence();
      assert.deepEqual(readDates(text, '2026-11-23'), readDates(text, '2026-11-23'), text);
    }
  });

  it('reads a fixed part of a text of any length', () => {
    for (const part of [
      '1 maart 2027 ',
      'van ',
      '12 weken voor ',
      'eind van het ',
      '9',
      '-',
      "'",
      'a.',
      'é',
      '1-',
      'maart-',
      '@',
      'x@',
    ]) {
      const text = part.repeat(20_000);
      assert.ok(tokensOf(text).length <= mostTokens);
      for (const { end } of readDates(text, '2026-11-23')) assert.ok(end <= text.length);
    }
  });
});
