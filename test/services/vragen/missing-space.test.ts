import assert from 'node:assert/strict';
import { withSpaces } from '../../../services/vragen/missing-space.ts';
import { nameSourceFrom } from '../../../services/vragen/name-source.ts';
import { loadVocabulary } from '../../../services/vragen/vocabulary.ts';
import { loadSharedRegister, needSharedRegister } from './register-from-csv.ts';

describe('words typed as one', () => {
  let spaced: (text: string) => string;

  before(function () {
    needSharedRegister(this);
    const known = { vocabulary: loadVocabulary(), names: nameSourceFrom(loadSharedRegister().names) };
    spaced = (text) => withSpaces(text, known);
  });

  for (const [typed, expected] of [
    ['afspraken metEmmen', 'afspraken met Emmen'],
    ['welkecontracten lopen af', 'welke contracten lopen af'],
    ['de contactpersoonvan RegIT', 'de contactpersoon van RegIT'],
    ['wat loopter volgend kwartaal af', 'wat loopt er volgend kwartaal af'],
    ['afspraken metde gemeente', 'afspraken met de gemeente'],
    ['afspraken zondereigenaar', 'afspraken zonder eigenaar'],
    ['alle contractennaar csv', 'alle contracten naar csv'],
    ['herinneringen dezemaand', 'herinneringen deze maand'],
    ['afspraken in2027', 'afspraken in 2027'],
    ['in het kwartaal van 2027naar de raad', 'in het kwartaal van 2027 naar de raad'],
    ['laat nummer2 zien', 'laat nummer 2 zien'],
  ] as const)
    it(`are cut in two: ${typed}`, () => assert.equal(spaced(typed), expected));

  it('are left alone when they are words by themselves', () => {
    for (const text of [
      'voorraad aandeel opzet overdracht inkoop aanmelding voordeel overleg aanpak opvang',
      'overmorgen vandaag vanmiddag maandagochtend kwartaaloverleg maandrapportage',
      'hetzelfde alsnog zijnde waarvan waarbij ermee daarover',
      'exitscenario verwerkersovereenkomst raadsinformatiebrief samenwerkingsverband',
      'afspraken over jeugdzorg, leerlingenvervoer en afvalinzameling',
      'AFS-2026-012 B-2026-003 Q1 2027 01-03-2027 wilma@voorbeeld.example',
    ])
      assert.equal(spaced(text), text);
  });
});
