import assert from 'node:assert/strict';
import { readCommand } from '../../../services/vragen/command.ts';

describe('commands of the chat', () => {
  it('are recognised with what follows them', () => {
    assert.deepEqual(readCommand('koppel RegIT'), { command: 'koppel', argument: 'RegIT' });
    assert.deepEqual(readCommand('/Koppel: Omgevingsdienst Drenthe '), {
      command: 'koppel',
      argument: 'Omgevingsdienst Drenthe',
    });
    assert.deepEqual(readCommand('ontkoppel'), { command: 'ontkoppel', argument: '' });
    assert.deepEqual(readCommand('status'), { command: 'status', argument: '' });
    assert.deepEqual(readCommand('taal fy'), { command: 'taal', argument: 'fy' });
    assert.deepEqual(readCommand('language English'), { command: 'taal', argument: 'en' });
    assert.deepEqual(readCommand('verifieer het besluitenregister')?.command, 'verifieer');
    assert.deepEqual(readCommand('Example')?.command, 'voorbeeld');
  });

  it('may be mistyped by one letter, or two that changed places', () => {
    assert.equal(readCommand('kopel RegIT')?.command, 'koppel');
    assert.equal(readCommand('ontkopple RegIT')?.command, 'ontkoppel');
    assert.equal(readCommand('voorbeld')?.command, 'voorbeeld');
    assert.equal(readCommand('verifeer')?.command, 'verifieer');
    assert.equal(readCommand('stauts')?.command, 'status');
  });

  it('set the keten and the escalation, and leave sentences that only begin alike', () => {
    assert.deepEqual(readCommand('keten'), { command: 'keten', argument: '' });
    assert.deepEqual(readCommand('keten Omgevingsdienst Drenthe')?.argument, 'Omgevingsdienst Drenthe');
    assert.deepEqual(readCommand('escalatie uit voor AFS-2026-001'), {
      command: 'escalatie',
      argument: 'uit voor AFS-2026-001',
    });
    assert.deepEqual(readCommand('Opschalen na 3 werkdagen')?.argument, 'na 3 werkdagen');
    assert.equal(readCommand('escalation')?.command, 'escalatie');
    for (const text of ['weten we wanneer de SLA afloopt?', 'meten', 'escalatie naar de wethouder', 'escaleer dit'])
      assert.equal(readCommand(text), undefined, text);
  });

  it('ask for the delivery of reminders in two words, in either order', () => {
    for (const text of [
      'herinneringen status',
      'Herineringen staus',
      'herinnering bezorging',
      'status herinneringen',
      'status van de herinneringen',
      'reminders status',
      'reminder delivery',
      'oantinkens status',
    ])
      assert.deepEqual(readCommand(text), { command: 'bezorging', argument: '' }, text);
    for (const text of ['herinneringen', 'herinneringen deze week', 'herinnering', 'herinneringen status AFS-2026-001'])
      assert.equal(readCommand(text), undefined, text);
  });

  it('ask for the link of the calendar, or for a new one', () => {
    for (const text of ['agenda', '/Agenda', 'agneda', 'agenda link', 'ical'])
      assert.deepEqual(readCommand(text), { command: 'agenda', argument: '' }, text);
    for (const text of ['agenda nieuw', 'agenda: nieuwe link', 'agenda new', 'agenda niew'])
      assert.deepEqual(readCommand(text), { command: 'agenda', argument: 'nieuw' }, text);
    for (const text of ['agenda van de stuurgroep', 'wat staat er op de agenda', 'kalender', 'kalender 2027'])
      assert.equal(readCommand(text), undefined, text);
  });

  it('leave questions to the reader', () => {
    const questions = [
      'status van de DVO met Assen?',
      'besluiten van het college over RegIT',
      'voorbeeld van een zienswijze',
      'taal van de overeenkomst met Emmen',
      'link naar de regeling van de ODD',
      'help',
      'export',
      'welke afspraken lopen er met Assen?',
      '',
      '?!',
    ];
    for (const question of questions) assert.equal(readCommand(question), undefined, question);
  });
});
