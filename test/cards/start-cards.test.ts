import assert from 'node:assert/strict';
import { decode } from '../../cards/action-data.ts';
import { helpCard } from '../../cards/help-card.ts';
import { importCard } from '../../cards/import-card.ts';
import { koppelCard } from '../../cards/koppel-card.ts';
import { noticeCard } from '../../cards/notice-card.ts';
import { welcomeCard } from '../../cards/welcome-card.ts';
import { NameIndex } from '../../services/register/names.ts';
import { LiveView } from '../../services/register/view.ts';
import { createReader } from '../../services/vragen/reader.ts';
import { assertFits, assertRight, executesOf } from './card-facts.ts';
import { nasty, verband } from './samples.ts';

const languages = ['nl', 'en', 'fy'] as const;

describe('the greeting', () => {
  it('offers to load the example while the register is empty, and to bind a channel', () => {
    const rendered = assertRight(welcomeCard({ personal: false, registerEmpty: true }, 'nl'));
    assert.deepEqual(rendered.buttons, [
      'Voorbeeld laden',
      'Bestand importeren',
      'Wat kan ik vragen?',
      'Dit kanaal koppelen',
    ]);
    const sent = rendered.press('Voorbeeld laden');
    assert.deepEqual(decode(sent?.verb, sent?.data), { kind: 'welkom.voorbeeld' });
  });

  it('binds the channel to the name that was typed, and asks for one first', () => {
    const rendered = assertRight(welcomeCard({ personal: false, registerEmpty: false }, 'nl'));
    assert.equal(rendered.press('Dit kanaal koppelen'), undefined);
    assert.match(rendered.element.textContent ?? '', /Vul de naam van de samenwerking in\./);
    const sent = rendered.press('Dit kanaal koppelen', { verband: 'RegIT' });
    assert.deepEqual(decode(sent?.verb, sent?.data), { kind: 'welkom.koppelen', verband: 'RegIT' });
  });

  it('has no channel to bind in a personal chat', () => {
    const rendered = assertRight(welcomeCard({ personal: true, registerEmpty: false }, 'nl'));
    assert.deepEqual(rendered.buttons, ['Bestand importeren', 'Wat kan ik vragen?']);
    for (const lang of languages) assertFits(welcomeCard({ personal: true, registerEmpty: true }, lang));
  });
});

describe('help', () => {
  it('asks an example when it is pressed, and opens the form and the check', () => {
    const rendered = assertRight(helpCard('nl'));
    const pressed = (title: string) => {
      const sent = rendered.press(title);
      return decode(sent?.verb, sent?.data);
    };
    assert.deepEqual(pressed('Wat is er te laat?'), { kind: 'vraag.tekst', text: 'Wat is er te laat?' });
    assert.deepEqual(pressed('Besluit vastleggen'), { kind: 'besluit.formulier' });
    assert.deepEqual(pressed('Verifieer'), { kind: 'register.verifieer' });
  });

  it('gives only examples that the engine understands', () => {
    const reader = createReader({ names: new NameIndex(new LiveView()) });
    for (const lang of languages)
      for (const { verb, data } of executesOf(helpCard(lang))) {
        const action = decode(verb, data);
        if (action.kind !== 'vraag.tekst') continue;
        assert.notEqual(reader.read(action.text, { today: '2026-11-23' }).intent, 'onbekend', action.text);
      }
    for (const lang of languages) assertFits(importCard(lang));
  });
});

describe('binding a channel', () => {
  const one = verband();
  const other = verband({ _id: 'v2', naam: 'Dienst **vet**', orgaan: 'Dienst' });

  it('says what it is bound to and offers to undo it', () => {
    const rendered = assertRight(koppelCard({ kind: 'bound', verband: one, all: [one, other] }, 'nl'));
    assert.match(rendered.text, /Gekoppeld aan Gemeenschappelijke regeling Voorbeeldverband\./);
    const sent = rendered.press('Ontkoppel Dienst');
    assert.deepEqual(decode(sent?.verb, sent?.data), { kind: 'ontkoppel', verbandId: 'v2' });
  });

  it('asks back with a button for each name that may have been meant', () => {
    const rendered = assertRight(koppelCard({ kind: 'ambiguous', typed: 'dienst', choices: [one, other] }, 'nl'));
    assert.deepEqual(rendered.buttons, ['Gemeenschappelijke regeling Voorbeeldverband', 'Dienst **vet**']);
    const sent = rendered.press('Dienst **vet**');
    assert.deepEqual(decode(sent?.verb, sent?.data), { kind: 'koppel', verbandId: 'v2' });
  });

  it('is right in every outcome, with nasty text and many verbanden', () => {
    const many = Array.from({ length: 60 }, (_, at) =>
      verband({ _id: `v${at}`, naam: `${at} ${nasty}${'€'.repeat(500)}`, orgaan: nasty }),
    );
    for (const lang of languages) {
      assertFits(koppelCard({ kind: 'bound', verband: one, all: many }, lang));
      assertFits(koppelCard({ kind: 'unbound', verband: one, all: [] }, lang));
      assertFits(koppelCard({ kind: 'unbound', verband: one, all: many }, lang));
      assertFits(koppelCard({ kind: 'overview', all: [] }, lang));
      assertFits(koppelCard({ kind: 'overview', all: many }, lang));
      assertFits(koppelCard({ kind: 'ambiguous', typed: nasty, choices: many }, lang));
      assertFits(koppelCard({ kind: 'unknown', typed: nasty, nearest: many }, lang));
      assertFits(koppelCard({ kind: 'unknown', typed: nasty, nearest: [] }, lang));
    }
  });
});

describe('a notice', () => {
  it('shows its sentence, its reference and the ways on', () => {
    const rendered = assertRight(
      noticeCard(
        {
          kind: 'problem',
          sentence: 'Het opslaan lukte niet.\nProbeer het zo nog eens.',
          reference: 'k3-9f',
          next: [{ title: 'Help', button: { kind: 'help' } }],
        },
        'nl',
      ),
    );
    assert.match(rendered.text, /Dat lukte niet.*Het opslaan lukte niet\.Probeer het zo nog eens\..*k3-9f/);
    assert.deepEqual(rendered.buttons, ['Help']);
  });

  it('is right in every kind and language, with nasty and long text', () => {
    for (const lang of languages)
      for (const kind of ['done', 'note', 'problem'] as const)
        for (const sentence of [nasty, '€漢\n'.repeat(4000), ''])
          assertFits(noticeCard({ kind, sentence, reference: nasty }, lang));
  });
});
