import assert from 'node:assert/strict';
import fc from 'fast-check';
import { answerReading } from '../../../services/vragen/answer.ts';
import type { AnswerParts } from '../../../services/vragen/answer-parts.ts';
import { createReader } from '../../../services/vragen/reader.ts';
import { type Intent, intents, type QuestionFilter, type Reading } from '../../../services/vragen/reading.ts';
import { sharedPath } from '../../shared-data.ts';
import { Oracle, type Wanted } from './answer-oracle.ts';
import { loadSharedRegister, needSharedRegister, type SharedRegister } from './register-from-csv.ts';
import { everyQuestion, type Question, questionsIn, readQuestion } from './score.ts';
import { nothingBefore } from './small-register.ts';

const today = '2026-11-23';

/** The words with which CONTRACT §6 lifts the default of open ones. */
const liftOf = (text: string): { readonly elkeStatus?: true } =>
  /\b(alle|ook afgeronde|ooit)\b/.test(text) ? { elkeStatus: true } : {};

/** The codes that the expected reading of an example question gives, straight from the CSV. */
function expectedCodes(oracle: Oracle, text: string, intent: string, expect: Question['expect']): readonly string[] {
  const wanted: Wanted = { ...expect, ...liftOf(text) };
  const reports = intent === 'rapportage.tonen' && wanted.periode !== undefined;
  return oracle.codes({
    ...wanted,
    ...(wanted.eigenaar === '@ik' ? { eigenaar: 'Jansen' } : {}),
    ...(reports ? { periode: { veld: 'rapportagedatum', ...wanted.periode } } : {}),
  });
}

const searches: readonly Intent[] = ['afspraak.zoeken', 'afspraak.aantal', 'rapportage.tonen'];
const recipients = ['raad', 'college', 'stuurgroep', 'AB', 'DB'];

/**
 * The rows that a reading is about, in the words of CONTRACT §6. `undefined`: not a search, or one that the CSV cannot tell the
 * answer of (a state of an earlier day; a form or a provincie of the verband, which is not in it).
 */
function wantedBy({ intent, filter }: Reading): Wanted | undefined {
  const { dubbelzinnig, peildatum, vorm, provincie, datum, orgaan, periode, ...rest } = filter;
  if (!searches.includes(intent) || dubbelzinnig !== undefined) return undefined;
  if (peildatum !== undefined || vorm !== undefined || provincie !== undefined) return undefined;
  const reports = intent === 'rapportage.tonen';
  const span = periode ?? (datum === undefined ? undefined : { van: datum, tot: datum });
  const recipient = [rest.doelgroep ?? orgaan ?? ''].filter((name) => recipients.includes(name))[0];
  const { doelgroep: _, ...others } = rest;
  const bare = reports && rest.type === undefined && span === undefined && recipient === undefined;
  return {
    ...others,
    ...(rest.eigenaar === '@ik' && { eigenaar: 'Jansen' }),
    ...(span !== undefined && { periode: { ...(reports && { veld: 'rapportagedatum' }), ...span } }),
    ...(recipient !== undefined && { doelgroep: recipient }),
    ...(bare && { type: 'rapportage' }),
  };
}

describe('answers held against the CSV itself', () => {
  let register: SharedRegister;
  let oracle: Oracle;
  let parts: AnswerParts;

  before(function () {
    needSharedRegister(this);
    register = loadSharedRegister();
    oracle = new Oracle(register, today);
    parts = {
      view: register.view,
      names: register.names,
      viewer: { verbanden: 'alle', email: 'jansen@voorbeeld.example' },
      today,
      besluiten: { findBesluiten: async () => [], besluit: async () => undefined },
      describe: () => '',
      explain: () => undefined,
      past: nothingBefore,
    };
  });

  const answerTo = (intent: Intent, filter: QuestionFilter) =>
    answerReading({ text: '', lang: 'nl', intent, filter }, parts);

  it('names exactly the afspraken that CONTRACT §6 gives for each example question', async () => {
    const asked = questionsIn(sharedPath('vragen.jsonl')).filter(({ intent }) =>
      /^afspraak\.(zoeken|aantal)$|^rapportage\.tonen$/.test(intent),
    );
    assert.ok(asked.length > 25);
    for (const { id, text, intent, expect } of asked) {
      if ('dubbelzinnig' in expect) continue;
      const expected = expectedCodes(oracle, text, intent, expect);
      const filter: QuestionFilter = { ...expect, ...liftOf(text) };
      const known = intents.find((one) => one === intent);
      assert.ok(known);
      const answer = await answerTo(known, filter);
      assert.deepEqual([...answer.codes].sort(), expected, `${id} ${text}`);
      assert.equal(answer.total, expected.length, id);
    }
  });

  it('names the same afspraken when Dutch and English sentences are read, follow-ups included', async () => {
    const reader = createReader({ names: register.names });
    for (const { id, lang, text, intent, expect, context } of questionsIn(sharedPath('vragen.jsonl'))) {
      // Frisian is scored by the reader's own tests: there "jou my" is still taken for "of mine".
      if (lang === 'fy' || !/^afspraak\.(zoeken|aantal)$|^rapportage\.tonen$/.test(intent) || 'dubbelzinnig' in expect)
        continue;
      const previous = context === undefined ? undefined : reader.read(context, { today });
      const reading = reader.read(text, { today, ...(previous === undefined ? {} : { previous }) });
      const answer = await answerReading(reading, parts);
      assert.deepEqual([...answer.codes].sort(), expectedCodes(oracle, text, intent, expect), `${id} ${text}`);
    }
  });

  it('names the same afspraken for every question of all sets, as it was read', async function () {
    this.timeout(120_000);
    const reader = createReader({ names: register.names });
    let [compared, found] = [0, 0];
    for (const question of everyQuestion()) {
      const reading = readQuestion(reader, question);
      const wanted = wantedBy(reading);
      if (wanted === undefined) continue;
      const answer = await answerReading(reading, parts);
      // A name that the register does not know is asked back.
      if (answer.content.kind === 'dubbelzinnig') continue;
      const expected = oracle.codes(wanted);
      assert.deepEqual([...answer.codes].sort(), expected, `${question.id} ${question.text}`);
      compared += 1;
      found += expected.length > 0 ? 1 : 0;
    }
    assert.ok(compared > 600 && found > 300, `${compared} compared, ${found} with an answer`);
  });

  it('agrees with the CSV on any combination of conditions', async () => {
    const partners = [...new Set(register.afspraken.flatMap((row) => (row.partijen ?? '').split('|')))].filter(
      (one) => one !== '',
    );
    const verbanden = [...new Set(register.afspraken.map((row) => row.verband ?? ''))];
    const soorten = [...new Set(register.afspraken.map((row) => row.soort ?? ''))];
    const owners = ['Jansen', 'De Boer', 'Boer', 'van dam', 'Kok'];
    const day = fc.integer({ min: 2023 * 12, max: 2029 * 12 }).map((month) => {
      const year = Math.floor(month / 12);
      return `${year}-${String((month % 12) + 1).padStart(2, '0')}-15`;
    });
    const periode = fc
      .tuple(day, day, fc.constantFrom(undefined, 'einddatum', 'herijking', 'rapportagedatum', 'ingangsdatum'))
      .map(([one, other, veld]) => {
        const [van = one, tot = other] = [one, other].sort();
        return { van, tot, ...(veld === undefined ? {} : { veld }) };
      });
    const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
      fc.option(value, { nil: undefined, freq: 2 });
    const filters = fc.record({
      partner: maybe(fc.oneof(fc.constantFrom(...partners), fc.subarray(partners, { minLength: 2, maxLength: 2 }))),
      partnersoort: maybe(fc.constantFrom('waterschap', 'provincie', 'gemeente')),
      verband: maybe(fc.constantFrom(...verbanden)),
      type: maybe(fc.constantFrom(...soorten)),
      status: maybe(fc.constantFrom('open', 'lopend', 'te_laat', 'afgerond', 'concept', 'onder-herijking')),
      periode: maybe(periode),
      eigenaar: maybe(fc.constantFrom(...owners)),
      doelgroep: maybe(fc.constantFrom('raad', 'college', 'AB')),
      ontbreekt: maybe(fc.constantFrom('einddatum', 'opzegtermijn', 'document')),
      elkeStatus: maybe(fc.constant(true)),
    });
    let found = 0;
    await fc.assert(
      fc.asyncProperty(filters, async (drawn) => {
        const filter = Object.fromEntries(Object.entries(drawn).filter(([, value]) => value !== undefined));
        const answer = await answerTo('afspraak.zoeken', filter);
        const expected = oracle.codes(filter);
        found += expected.length;
        assert.deepEqual([...answer.codes].sort(), expected, JSON.stringify(filter));
      }),
      { numRuns: 600 },
    );
    assert.ok(found > 0, 'no combination found anything');
  });
});
