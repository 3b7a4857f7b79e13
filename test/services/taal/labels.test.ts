import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { bestuursorganen } from '../../../services/besluiten/types.ts';
import { herinneringKinds, occurrenceStates } from '../../../services/herinneringen/types.ts';
import { ritmes, soorten, statussen } from '../../../services/register/types.ts';
import { labelsIn } from '../../../services/taal/labels.ts';
import { joinWords, startWithCapital } from '../../../services/taal/list.ts';

/** All texts in a tree of labels. */
const textsIn = (value: unknown): readonly string[] =>
  typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [String(value)];

/** All paths in a tree of labels. */
const pathsIn = (value: unknown, path = ''): readonly string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, `${path}/${key}`))
    : [path];

describe('labels', () => {
  it('exist for every value, in Dutch and in English', () => {
    for (const language of ['nl', 'en'] as const) {
      const labels = labelsIn(language);
      assert.deepEqual(Object.keys(labels.soort), soorten);
      assert.deepEqual(Object.keys(labels.status), statussen);
      assert.deepEqual(Object.keys(labels.ritme), ritmes);
      assert.deepEqual(Object.keys(labels.bestuursorgaan), bestuursorganen);
      assert.deepEqual(Object.keys(labels.herinneringKind), herinneringKinds);
      assert.deepEqual(Object.keys(labels.occurrenceState), occurrenceStates);
      assert.ok(textsIn(labels).every((text) => text.trim() === text && text !== ''));
    }
    assert.deepEqual(pathsIn(labelsIn('en')), pathsIn(labelsIn('nl')));
  });

  it('answer Frisian in Dutch', () => {
    assert.equal(labelsIn('fy'), labelsIn('nl'));
  });

  it('tell values of one kind apart', () => {
    for (const language of ['nl', 'en'] as const) {
      const labels = labelsIn(language);
      for (const kind of [labels.soort, labels.status, labels.vorm, labels.occurrenceState, labels.afspraakVeld]) {
        const texts = Object.values(kind).map((label) => JSON.stringify(label));
        assert.equal(new Set(texts).size, texts.length);
      }
    }
  });
});

describe('a list of words', () => {
  it('is joined as the language does', () => {
    assert.equal(joinWords([], 'nl'), '');
    assert.equal(joinWords(['Assen'], 'nl'), 'Assen');
    assert.equal(joinWords(['Assen', 'Tynaarlo'], 'nl'), 'Assen en Tynaarlo');
    assert.equal(joinWords(['Assen', 'Tynaarlo', 'Aa en Hunze'], 'fy'), 'Assen, Tynaarlo en Aa en Hunze');
    assert.equal(joinWords(['Assen', 'Tynaarlo', 'Aa en Hunze'], 'en'), 'Assen, Tynaarlo and Aa en Hunze');
  });

  it('starts a title with a capital, Dutch ij as one letter', () => {
    assert.equal(startWithCapital('het college'), 'Het college');
    assert.equal(startWithCapital('ijkpunt'), 'IJkpunt');
    assert.equal(startWithCapital('ëen'), 'Ëen');
    assert.equal(startWithCapital(''), '');
  });
});
