import assert from 'node:assert/strict';
import { describeReading } from '../../../services/vragen/describe.ts';
import { type Intent, intents, type QuestionFilter } from '../../../services/vragen/reading.ts';

const line = (intent: Intent, filter: QuestionFilter, lang: 'nl' | 'en' | 'fy' = 'nl'): string =>
  describeReading({ text: '', lang, intent, filter }, lang);

describe('the line that says how a question was understood', () => {
  it('names status, kind, party and period', () => {
    const periode = { van: '2026-01-01', tot: '2026-12-31', veld: 'einddatum' } as const;
    const filter = { status: 'lopend', type: 'contract', partner: 'Gemeente Assen', periode };
    assert.equal(
      line('afspraak.zoeken', filter),
      'Begrepen als: lopende contracten met Gemeente Assen, einddatum in 2026.',
    );
    assert.equal(
      line('afspraak.zoeken', filter, 'en'),
      'Understood as: running contracts with Gemeente Assen, end date in 2026.',
    );
    assert.equal(line('afspraak.zoeken', filter, 'fy'), line('afspraak.zoeken', filter, 'nl'));
  });

  it('says of which afspraken a document or a person is asked', () => {
    const filter = { status: 'open', verband: 'RegIT' };
    assert.equal(line('document.tonen', filter), 'Begrepen als: waar het document staat: open afspraken bij RegIT.');
    assert.equal(line('contact.tonen', filter), 'Begrepen als: wie erover gaat: open afspraken bij RegIT.');
    assert.equal(line('afspraak.tonen', filter), 'Begrepen als: één afspraak bij RegIT.');
  });

  it('names both names that could be meant', () => {
    assert.match(
      line('afspraak.zoeken', { dubbelzinnig: ['Gemeente Utrecht|Provincie Utrecht'] }),
      /onduidelijk: Gemeente Utrecht of Provincie Utrecht/,
    );
  });

  it('names when a herinnering comes', () => {
    assert.equal(
      line('herinnering.instellen', { type: 'sla', anker: 'einddatum', verschuiving: '-P6W', ontvanger: '@ik' }),
      'Begrepen als: nieuwe herinnering: service level agreement (SLA), 6 weken voor einddatum.',
    );
  });

  it('is silent where there is nothing to understand', () => {
    for (const intent of ['help', 'dank', 'annuleren', 'buiten_scope', 'onbekend'] as const)
      assert.equal(line(intent, {}), '');
  });

  it('has a line for every other intent in every language', () => {
    for (const intent of intents.slice(0, intents.indexOf('help'))) {
      for (const lang of ['nl', 'en', 'fy'] as const)
        assert.match(line(intent, {}, lang), /^(?:Begrepen als|Understood as): \S.*\.$/, intent);
    }
  });
});
