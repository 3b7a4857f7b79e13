import assert from 'node:assert/strict';
import { readRecesSentence, recesAsked } from '../../../services/reces/sentence.ts';
import { smallRegister } from '../register/support.ts';

describe('what is typed after "reces"', () => {
  const here = new Set(['gm9001', 'gm9002']);
  let read: (text: string) => unknown;

  before(async () => {
    const register = await smallRegister();
    read = (text) => {
      const { organisatie, ...rest } = readRecesSentence(text, '2026-11-23', register.names(), here);
      if (organisatie === undefined) return rest;
      return { ...rest, of: organisatie.kind === 'found' ? organisatie.organisatie.naam : `? ${organisatie.typed}` };
    };
  });

  for (const [text, expected] of [
    ['', {}],
    ['Boswijk', { of: 'Gemeente Boswijk' }],
    ['van gemeente Boswijk', { of: 'Gemeente Boswijk' }],
    // A gemeente and a provincie have this name; the gemeente takes part here.
    ['Proefstad', { of: 'Gemeente Proefstad' }],
    ['Verweggistan', { of: '? Verweggistan' }],
    ['zomer', { naam: 'Zomerreces' }],
    ['is het zomerreces van boswijk?', { naam: 'Zomerreces', of: 'Gemeente Boswijk' }],
    [
      'Boswijk zomer van 12 juli tot en met 20 augustus 2027',
      { naam: 'Zomerreces', van: '2027-07-12', tot: '2027-08-20', of: 'Gemeente Boswijk' },
    ],
    [
      'kerstreces in Boswijk: 24-12-2026 t/m 08-01-2027',
      { naam: 'Kerstreces', van: '2026-12-24', tot: '2027-01-08', of: 'Gemeente Boswijk' },
    ],
    [
      'voorjaarsreces Boswijk 2027-02-22 2027-02-26',
      { naam: 'Voorjaarsreces', van: '2027-02-22', tot: '2027-02-26', of: 'Gemeente Boswijk' },
    ],
  ] as const)
    it(`reads "${text}"`, () => assert.deepEqual(read(text), expected));
});

describe('a sentence about a reces', () => {
  for (const [text, asked] of [
    ['wanneer is het zomerreces van Boswijk?', 'is het zomerreces van boswijk'],
    ['Wanneer heeft Boswijk reces?', 'heeft boswijk reces'],
    ['wanneer begint het kerstreces in Boswijk', 'begint het kerstreces in boswijk'],
    ['when is the recess of Boswijk?', 'is the recess of boswijk'],
    ['wanneer is de herijking na het reces?', undefined],
    ['wanneer is de herijking voor het zomerreces', undefined],
    ['welke rapportages zijn er na het reces?', undefined],
    ['wat is een reces?', undefined],
    ['herinner ons na het reces aan de kadernota', undefined],
  ] as const)
    it(`"${text}" is ${asked === undefined ? 'not ' : ''}a question when it is`, () =>
      assert.equal(recesAsked(text, undefined), asked));

  it('that begins with the word is about it, unless it asks for something else', () => {
    assert.equal(recesAsked('reces Boswijk', 'Boswijk'), 'Boswijk');
    assert.equal(recesAsked('reces', ''), '');
    assert.equal(recesAsked('reces: welke afspraken vallen erin?', 'welke afspraken vallen erin?'), undefined);
  });
});
