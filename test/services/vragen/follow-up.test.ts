import assert from 'node:assert/strict';
import { createReader, type Reader } from '../../../services/vragen/reader.ts';
import { loadSharedRegister, needSharedRegister } from './register-from-csv.ts';
import { today } from './score.ts';

/** What leans on the question before, and what only looks as if it did. */
describe('after another question', () => {
  let reader: Reader;
  before(function () {
    needSharedRegister(this);
    reader = createReader({ names: loadSharedRegister().names });
  });
  const asked = (before: string, text: string) => {
    const { intent, filter } = reader.read(text, { today, previous: reader.read(before, { today }) });
    return { intent, filter };
  };

  for (const before of [
    'hoeveel afspraken lopen er?',
    'in welke verbanden zit Hoogeveen?',
    'welke contracten zijn er?',
  ])
    it(`"wie doen er mee aan" is a question of its own, also after "${before}"`, () => {
      const filter = { verband: 'Omgevingsdienst Drenthe', veld: 'deelnemers' };
      assert.deepEqual(asked(before, 'wie doen er mee aan de ODD?'), { intent: 'verband.tonen', filter });
    });

  for (const before of ['in welke verbanden zit Hoogeveen?', 'wie doen er mee aan de ODD?'])
    it(`a whole question about a soort takes over nothing of "${before}"`, () => {
      for (const text of ["welke dvo's verlopen dit jaar", 'welke contracten lopen dit jaar af?']) {
        const { filter } = asked(before, text);
        assert.deepEqual([filter.partner, filter.verband, filter.vervolg], [undefined, undefined, undefined], text);
      }
    });

  it('a soort named after verbanden asks for afspraken: verbanden have none', () => {
    const before = 'in welke verbanden zit Hoogeveen?';
    assert.deepEqual(asked(before, 'dvo met Assen'), {
      intent: 'afspraak.zoeken',
      filter: { partner: 'Gemeente Assen', type: 'dvo' },
    });
    assert.deepEqual(asked(before, 'alleen de evaluaties'), {
      intent: 'afspraak.zoeken',
      filter: { partner: 'Gemeente Hoogeveen', type: 'evaluatie', vervolg: true },
    });
  });
});
