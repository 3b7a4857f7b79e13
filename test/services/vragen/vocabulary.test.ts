import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { dataFile } from '../../../services/package-root.ts';
import { soorten } from '../../../services/register/types.ts';
import { begrip } from '../../../services/taal/begrippen.ts';
import { intentRules } from '../../../services/vragen/intent-rules.ts';
import { normalisePhrase, tokenise, withinOneEdit } from '../../../services/vragen/token.ts';
import { loadVocabulary } from '../../../services/vragen/vocabulary.ts';

const wordsFile = (name: string): { woorden: Record<string, unknown> } =>
  parse(readFileSync(dataFile(`services/vragen/woorden/${name}.yaml`), 'utf8'));

function valuesOf(phrase: string, group: string): readonly string[] {
  const meanings = loadVocabulary().lookup(normalisePhrase(phrase));
  return [...new Set(meanings.filter((meaning) => meaning.group === group).map((meaning) => meaning.value))];
}

describe('the words of the reader', () => {
  it('know every soort of the register but "overig"', () => {
    assert.deepEqual(
      Object.keys(wordsFile('soorten').woorden).sort(),
      soorten.filter((soort) => soort !== 'overig').sort(),
    );
  });

  it('only name terms that can be explained', () => {
    const unknown = Object.keys(wordsFile('onderwerpen').woorden).filter((term) => begrip(term, 'nl') === undefined);
    assert.deepEqual(unknown, []);
  });

  it('hold each sign that an intent rule asks for', () => {
    const known = new Set(Object.keys(wordsFile('tekens').woorden));
    const computed =
      /^(?:@|\w+:|alleen:|vraag$|kort$|opsomming$|enkel$|naar@datum$|naar@dag$|\$uit$|\$worden$|elke_keer$|\^?een@vorm$|welk@onbekend$|welke@ze$|schuift$|bekend$|verzet$|naar@niveau$)/;
    const asked = intentRules.flatMap((rule) => [...(rule.all ?? []), ...(rule.any ?? []), ...(rule.none ?? [])]);
    const missing = asked.filter((sign) => !computed.test(sign) && !known.has(sign.replace(/^\^/, '')));
    assert.deepEqual(missing, []);
  });

  it('fit with spaces, hyphens, capitals and diacritics of any kind', () => {
    for (const way of ['exit-scenario', 'exit scenario', 'Exitscenario', 'EXITSCENARIO'])
      assert.deepEqual(valuesOf(way, 'soort'), ['exit'], way);
    assert.deepEqual(valuesOf('business case', 'soort'), ['businesscase']);
    assert.deepEqual(valuesOf('DVO’s', 'soort'), ['dvo']);
    assert.deepEqual(valuesOf('mandaatbesluiten', 'soort'), ['mandaat']);
    assert.deepEqual(valuesOf('kontrakten', 'soort'), ['contract']);
  });

  it('allow one mistyped letter in longer words', () => {
    const values = (word: string): readonly string[] =>
      loadVocabulary()
        .lookupMistyped(word)
        .map((meaning) => meaning.value);
    assert.ok(values('contratcen').includes('contract'));
    assert.ok(values('evaluaties2').length === 0);
    assert.deepEqual(values('slaa'), []);
  });

  it('find verbs whose two parts stand apart', () => {
    const split = loadVocabulary()
      .lookupSplit('stel')
      .map(({ last, meaning }) => `${meaning.value} ${last}`);
    assert.ok(split.includes('uitstel uit'));
  });
});

describe('words of a sentence', () => {
  it('stand at their place in the text, without case, diacritics and apostrophes', () => {
    const [first, second] = tokenise("GR's in Súdwest");
    assert.deepEqual([first?.norm, second?.norm], ['grs', 'in']);
    const last = tokenise("GR's in Súdwest").at(-1);
    assert.equal("GR's in Súdwest".slice(last?.start, last?.end), 'Súdwest');
  });

  it('differ by one edit when a letter is added, left out, changed or swapped with the next', () => {
    for (const other of ['koppels', 'kopel', 'kappel', 'kopple']) assert.ok(withinOneEdit('koppel', other), other);
    for (const other of ['kapel', 'kop', 'koppelen', 'leppok']) assert.ok(!withinOneEdit('koppel', other), other);
  });
});
