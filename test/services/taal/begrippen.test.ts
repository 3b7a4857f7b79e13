import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { Fault } from '../../../services/fault.ts';
import { dataFile } from '../../../services/package-root.ts';
import { begrip, begrippen, readWordList } from '../../../services/taal/begrippen.ts';
import { needShared, sharedPath } from '../../shared-data.ts';

const articleNumber = /\b(art\.?|artikel|article|lid)\s*\d/i;

describe('the word list', () => {
  it('explains a term by its key, its name and any other word for it, however it is written', () => {
    for (const word of ['bedrijfsvoeringsorganisatie', 'BVO', 'bvo', 'Bedrijfsvoerings-organisatie']) {
      assert.equal(begrip(word, 'nl')?.key, 'bedrijfsvoeringsorganisatie', word);
    }
    assert.equal(begrip('algemene financiele en beleidsmatige kaders', 'nl')?.key, 'kadernota');
    assert.equal(begrip('Planning & Control', 'nl'), undefined);
    assert.equal(begrip('P&C', 'nl')?.key, 'pc_cyclus');
    assert.equal(begrip('', 'nl'), undefined);
    assert.equal(begrip('constructor', 'nl'), undefined);
  });

  it('explains in English when asked, and in Dutch for Frisian', () => {
    assert.match(begrip('kadernota', 'en')?.zin ?? '', /before 30 April/);
    assert.equal(begrip('kadernota', 'en')?.naam, 'framework note');
    assert.deepEqual(begrip('kadernota', 'fy'), begrip('kadernota', 'nl'));
  });

  it('names the article where the source was read, and never where it was not', () => {
    assert.equal(
      begrip('ontwerpbegroting', 'nl')?.bron,
      'Volgens de Wet gemeenschappelijke regelingen, artikel 35 lid 1.',
    );
    const duty = begrip('actieve informatieplicht', 'nl');
    assert.equal(duty?.bron, 'Volgens de Wet gemeenschappelijke regelingen. Kijk daar voor de precieze regel.');
    const uncertain = readWordList(readFileSync(dataFile('services/taal/begrippen.yaml'), 'utf8')).entries.filter(
      (entry) => entry.merk !== 'S',
    );
    assert.ok(uncertain.length > 20);
    for (const { key } of uncertain) {
      for (const language of ['nl', 'en'] as const) {
        const found = begrip(key, language);
        assert.doesNotMatch(`${found?.zin} ${found?.bron}`, articleNumber, key);
      }
    }
  });

  it('holds some sixty terms, each with a whole sentence in both languages', () => {
    assert.ok(begrippen('nl').length >= 60);
    for (const language of ['nl', 'en'] as const) {
      for (const { key, zin, bron } of begrippen(language)) {
        assert.match(zin, /^[A-Z].*\.$/, key);
        assert.match(bron, /^[A-Z].*\.$/, key);
        assert.ok(zin.length < 250, `${key} is ${zin.length} characters`);
      }
    }
  });

  it('refuses a list with a guess for an article, a strange mark, a double word or an unknown source', () => {
    const list = (fields: string) =>
      `bronnen: {wgr: {nl: de wet, en: the act}}\nbegrippen:\n  een: {naam: een, en_naam: one, aliases: [], nl: A., en: A., ${fields}}`;
    const second = `\n  twee: {naam: Een, en_naam: two, aliases: [], nl: A., en: A., bron: wgr, merk: U}`;
    assert.equal(readWordList(list('bron: wgr, merk: S, artikel: "1"')).entries.length, 1);
    for (const wrong of [
      list('bron: wgr, merk: U, artikel: "1"'),
      list('bron: wgr, merk: X'),
      list('bron: weg, merk: S'),
      list('merk: S'),
      list('bron: wgr, merk: S') + second,
      'begrippen: {}',
      '',
    ]) {
      assert.throws(
        () => readWordList(wrong),
        (error) => error instanceof Fault && error.code === 'taal-begrippen-malformed',
      );
    }
  });

  it('knows every subject that people ask an explanation of', function () {
    needShared(this, 'vragen.jsonl');
    const subjects = readFileSync(sharedPath('vragen.jsonl'), 'utf8')
      .split('\n')
      .filter((line) => line.includes('"intent": "uitleg"'))
      .map((line) => /"onderwerp": "([^"]+)"/.exec(line)?.[1] ?? '');
    assert.ok(subjects.length > 0);
    for (const subject of subjects) assert.equal(begrip(subject, 'nl')?.key, subject);
  });
});
