import assert from 'node:assert/strict';
import { readRecesSentence } from '../../../services/reces/sentence.ts';
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
