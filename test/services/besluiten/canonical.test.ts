import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { canonicalBytes, canonicalText } from '../../../services/besluiten/canonical.ts';

describe('canonical JSON', () => {
  it('writes the example of RFC 8785 §3.2.2 and §3.2.4 byte for byte', () => {
    const input: unknown = JSON.parse(
      '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],' +
        '"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}',
    );
    const expected =
      '7b226c69746572616c73223a5b6e756c6c2c747275652c66616c73655d2c226e756d62657273223a5b3333333333333333332e33333333' +
      '3333332c31652b33302c342e352c302e3030322c31652d32375d2c22737472696e67223a22e282ac245c75303030665c6e4127425c225c' +
      '5c5c5c5c222f227d';
    assert.equal(canonicalBytes(input)?.toString('hex'), expected);
  });

  it('sorts keys by UTF-16 code units as the example of RFC 8785 §3.2.3', () => {
    const input = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\u{1f600}': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    const order = [...(canonicalText(input) ?? '').matchAll(/:"([^"]*)"/g)].map((match) => match[1]);
    assert.deepEqual(order, [
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
  });

  it('writes numbers as the table of RFC 8785 appendix B', () => {
    const numbers: readonly (readonly [number, string])[] = [
      [-0, '0'],
      [5e-324, '5e-324'],
      [-1.7976931348623157e308, '-1.7976931348623157e+308'],
      [9007199254740992, '9007199254740992'],
      [295147905179352830000, '295147905179352830000'],
      [999999999999999700000, '999999999999999700000'],
      [1e21, '1e+21'],
      [0.000001, '0.000001'],
      [333333333.33333325, '333333333.33333325'],
    ];
    for (const [number, text] of numbers) assert.equal(canonicalText(number), text);
  });

  it('gives the same bytes whatever the order of the keys', () => {
    const one = canonicalText({ b: [1, { d: 'x', c: null }], a: 'é' });
    const other = canonicalText({ a: 'é', b: [1, { c: null, d: 'x' }] });
    assert.equal(one, other);
    assert.equal(one, '{"a":"é","b":[1,{"c":null,"d":"x"}]}');
  });

  it('refuses what has no canonical form, at any depth', () => {
    let deep: unknown = 1;
    for (let depth = 0; depth < 100_000; depth += 1) deep = [deep];
    for (const value of [undefined, Number.NaN, Infinity, '\ud800', 'a\udc00', () => 1, 1n, Symbol('x'), deep]) {
      assert.equal(canonicalText(value), undefined);
      assert.equal(canonicalText({ a: [value] }), undefined);
    }
    assert.equal(canonicalText({ '\ud800': 1 }), undefined);
  });
});
