import assert from 'node:assert/strict';
import type { Context } from 'mocha';
import { dataFile } from '../../../services/package-root.ts';
import { createReader, type Reader } from '../../../services/vragen/reader.ts';
import { intents } from '../../../services/vragen/reading.ts';
import { seededRandom } from '../../fakes/seeded-random.ts';
import { sharedPath } from '../../shared-data.ts';
import { arbitraryTexts } from './arbitrary-text.ts';
import { loadSharedRegister, needSharedRegister } from './register-from-csv.ts';
import { gist, missesOf, type Question, questionsIn, readQuestion, today } from './score.ts';

const bar = 0.97;
const ownSets = [
  'questions',
  'questions-2',
  'questions-3',
  'questions-4',
  'questions-5',
  'questions-6',
  'questions-7',
  'questions-8',
  'questions-9',
  'questions-10',
  'questions-11',
  'questions-12',
  'questions-13',
  'questions-14',
  'questions-15',
  'questions-16',
  'questions-17',
  'questions-18',
  'questions-19',
  'questions-20',
  'questions-21',
  'questions-22',
  'questions-23',
  'questions-24',
  'questions-25',
  'questions-datum',
];
const setNamed = (name: string): readonly Question[] => questionsIn(dataFile(`test/services/vragen/${name}.jsonl`));
const ownQuestions = setNamed('questions');

/** Names whose capitals carry meaning: in lower case ONS is a common word. */
const needsCapitals = /\bONS\b/;

describe('the reader', () => {
  let reader: Reader;

  before(function (this: Context) {
    needSharedRegister(this);
    reader = createReader({ names: loadSharedRegister().names });
  });

  const share = (questions: readonly Question[]): { exact: number; misses: string } => {
    const wrong = questions.flatMap((question) => {
      const misses = missesOf(question, readQuestion(reader, question));
      return misses.length === 0 ? [] : [`${question.id} ${question.text}: ${misses.join('; ')}`];
    });
    return { exact: 1 - wrong.length / questions.length, misses: wrong.join('\n') };
  };

  it('reads at least 97 % of the reference questions exactly', () => {
    const { exact, misses } = share(questionsIn(sharedPath('vragen.jsonl')));
    assert.ok(exact >= bar, misses);
  });

  it('reads at least 97 % of each set of our own questions exactly', () => {
    assert.ok(ownQuestions.length >= 200);
    for (const name of ownSets) {
      const { exact, misses } = share(setNamed(name));
      assert.ok(exact >= bar, `${name}\n${misses}`);
    }
  });

  const sameAs = (change: (text: string) => string): void => {
    const different = ownQuestions.filter((question) => {
      if (needsCapitals.test(question.text)) return false;
      const changed = {
        text: change(question.text),
        ...(question.context === undefined ? {} : { context: change(question.context) }),
      };
      return gist(readQuestion(reader, question)) !== gist(readQuestion(reader, changed));
    });
    assert.deepEqual(
      different.map((question) => change(question.text)),
      [],
    );
  };

  it('reads the same in lower case', () => sameAs((text) => text.toLowerCase()));
  it('reads the same in capitals', () => sameAs((text) => text.toUpperCase()));
  it('reads the same without diacritics', () => sameAs((text) => text.normalize('NFD').replace(/\p{M}/gu, '')));
  it('reads the same with wide spaces', () => sameAs((text) => `  ${text.replaceAll(' ', '  ')} `));

  it('gives the same reading each time', () => {
    for (const { text } of ownQuestions) assert.deepEqual(reader.read(text, { today }), reader.read(text, { today }));
  });

  it('never throws and always gives a known intent on arbitrary texts', () => {
    const random = seededRandom();
    const words = ownQuestions.flatMap(({ text }) => text.split(' '));
    let previous = reader.read('Welke afspraken lopen er met Assen?', { today });
    for (const text of arbitraryTexts(words, 3_000, random)) {
      try {
        const reading = reader.read(text, { today, previous });
        assert.ok(intents.includes(reading.intent));
        previous = reading;
      } catch (error) {
        assert.fail(`seed ${random.seed}, ${JSON.stringify(text)}: ${String(error)}`);
      }
    }
  });

  it('reads a text of a million signs as quickly as a page', () => {
    const reading = reader.read('afspraken met Assen '.repeat(50_000), { today });
    assert.equal(reading.intent, 'afspraak.zoeken');
  });

  it('takes no common word for a municipality', () => {
    for (const text of [
      'het is best wel laat met de rapportages',
      'afspraken met onze buren',
      'afspraken over houten vloeren',
      'de sluis staat open',
    ]) {
      assert.equal(reader.read(text, { today }).filter.partner, undefined, text);
    }
    assert.equal(reader.read('afspraken met Houten', { today }).filter.partner, 'Gemeente Houten');
    assert.equal(reader.read('contracten van gemeente sluis', { today }).filter.partner, 'Gemeente Sluis');
  });

  it('asks which one is meant when a name is of a gemeente and of a provincie', () => {
    const partner = (text: string): unknown => reader.read(text, { today }).filter;
    assert.deepEqual(partner('afspraken met Utrecht'), { dubbelzinnig: ['Gemeente Utrecht|Provincie Utrecht'] });
    assert.deepEqual(partner('afspraken met de provincie Utrecht'), { partner: 'Provincie Utrecht' });
    assert.deepEqual(partner('afspraken met de gemeente Utrecht'), { partner: 'Gemeente Utrecht' });
  });

  it('asks which omgevingsdienst is meant, and takes that of the channel', () => {
    const text = 'wat is te laat bij de omgevingsdienst?';
    const [asked = ''] = reader.read(text, { today }).filter.dubbelzinnig ?? [];
    assert.ok(asked.split('|').includes('Omgevingsdienst Drenthe') && asked.split('|').length > 5, asked);
    const { filter } = reader.read(text, { today, defaultVerbanden: ['RegIT', 'Omgevingsdienst Drenthe'] });
    assert.equal(filter.verband, 'Omgevingsdienst Drenthe');
    assert.equal(filter.dubbelzinnig, undefined);
  });

  it('gives a verband by a name that leads back to it alone', () => {
    const names = loadSharedRegister().names;
    for (const { text } of ownQuestions) {
      const { verband } = reader.read(text, { today }).filter;
      for (const name of [verband ?? []].flat()) assert.equal(names.resolveVerband(name).kind, 'found', name);
    }
  });

  it('takes over nothing when a sentence is whole by itself', () => {
    const previous = reader.read('Welke contracten lopen er met Assen?', { today });
    const reading = reader.read('Welke convenanten hebben we met Emmen?', { today, previous });
    assert.deepEqual(reading.filter, { partner: 'Gemeente Emmen', type: 'convenant' });
  });

  it('says of what is left out that the answer still holds it', () => {
    const { filter } = reader.read("alle dvo's behalve die met Assen en Emmen", { today });
    assert.deepEqual(filter, { type: 'dvo', elkeStatus: true, waarschuwing: 'exclusion_ignored' });
    assert.equal(reader.read('niet Assen maar Emmen', { today }).filter.waarschuwing, undefined);
  });

  it('points to the last of the list, and takes no other "laatste" for it', () => {
    const previous = reader.read('Welke contracten lopen er met Assen?', { today });
    for (const text of ['de laatste', 'laat de laatste zien', 'show the last one'])
      assert.deepEqual(reader.read(text, { today, previous }).filter, { rangnummer: -1, vervolg: true }, text);
    assert.equal(reader.read('de laatste evaluatie van Stark', { today, previous }).filter.rangnummer, undefined);
  });

  it('asks for the opzegtermijn where a contract could be ended, and for a status where it was', () => {
    const { intent, filter } = reader.read('kan het contract met RegIT worden opgezegd?', { today });
    assert.equal(intent, 'afspraak.tonen');
    assert.deepEqual(filter, { verband: 'RegIT', type: 'contract', veld: 'opzegtermijn' });
    assert.equal(reader.read('welke contracten zijn opgezegd?', { today }).filter.status, 'opgezegd');
  });

  for (const [text, expected] of [
    ['maak Jansen eigenaar van AFS-2026-001', { nummer: 'AFS-2026-001', nieuweEigenaar: 'Jansen' }],
    ['wijzig de eigenaar van Jansen in De Boer', { eigenaar: 'Jansen', nieuweEigenaar: 'De Boer' }],
    ['zet de DVO van Jansen op naam van Bakker', { type: 'dvo', eigenaar: 'Jansen', nieuweEigenaar: 'Bakker' }],
    ['zet AFS-2026-001 op naam van Bakker', { nummer: 'AFS-2026-001', nieuweEigenaar: 'Bakker' }],
    [
      'verplaats de herijking van AFS-2026-001 naar 1 mei 2027',
      { nummer: 'AFS-2026-001', veld: 'herijking', datum: '2027-05-01' },
    ],
    [
      'verplaats de herijking van de SLA met RegIT naar 1 mei 2027',
      { type: 'sla', verband: 'RegIT', veld: 'herijking', datum: '2027-05-01' },
    ],
  ] as const)
    it(`reads as a change: ${text}`, () => {
      const { intent, filter } = reader.read(text, { today });
      assert.equal(intent, 'afspraak.wijzigen');
      assert.deepEqual({ ...filter, ...expected }, filter);
    });

  it('postpones a herinnering and leaves the afspraak as it is', () => {
    const { intent, filter } = reader.read('verplaats de herinnering van AFS-2026-001 naar 1 mei 2027', { today });
    assert.equal(intent, 'herinnering.uitstellen');
    assert.deepEqual(filter, { datum: '2027-05-01', nummer: 'AFS-2026-001' });
  });

  it('takes two letters that changed places for one slip', () => {
    for (const [text, partner] of [
      ['afspraken met Assne', 'Gemeente Assen'],
      ['afspraken met Hoogevene', 'Gemeente Hoogeveen'],
    ] as const)
      assert.equal(reader.read(text, { today }).filter.partner, partner, text);
  });

  it('takes the year of a piece for no period of a besluit', () => {
    const { filter } = reader.read('welke besluiten zijn er over de begroting 2027?', { today });
    assert.deepEqual(filter, { zoekterm: 'begroting 2027' });
    assert.equal(reader.read('welke besluiten nam het DB in 2025?', { today }).filter.periode?.van, '2025-01-01');
  });

  it('reads "end" as a verb in English where it is one', () => {
    const period = (text: string): unknown => reader.read(text, { today }).filter.periode;
    const year = { van: '2027-01-01', tot: '2027-12-31', veld: 'einddatum' };
    assert.deepEqual(period('contracts that end in 2027'), { ...year, tekst: 'in 2027' });
    assert.deepEqual(period('contracts that end next year'), { ...year, tekst: 'next year' });
  });

  it('names the list that a number points into', () => {
    const previous = reader.read('Welke contracten lopen er met Assen?', { today });
    const { intent, filter, lijst } = reader.read('laat nummer 3 zien', { today, previous });
    assert.deepEqual({ intent, filter }, { intent: 'afspraak.tonen', filter: { rangnummer: 3, vervolg: true } });
    assert.deepEqual(lijst, { intent: previous.intent, filter: previous.filter });
  });

  it('says of "alle" that any status is meant, and of nothing that none was named', () => {
    assert.equal(reader.read('alle contracten met Assen', { today }).filter.elkeStatus, true);
    assert.equal(reader.read('contracten met Assen', { today }).filter.elkeStatus, undefined);
  });
});
