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
