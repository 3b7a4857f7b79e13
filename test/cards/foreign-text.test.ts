import assert from 'node:assert/strict';
import fc from 'fast-check';
import { adaptiveCard, foreign, heading, line } from '../../cards/elements.ts';
import { httpsUrl, inputText, mixed, paragraphs, plain } from '../../cards/foreign-text.ts';
import { code, own, words } from '../../cards/own-text.ts';
import { assertRight } from './card-facts.ts';
import { renderOfficially } from './official-renderer.ts';
import { nasty } from './samples.ts';

const cardOf = (text: string) =>
  adaptiveCard({ lang: 'nl', fallbackText: own`Bericht`, body: [heading(own`Bericht`), foreign(plain(text, 500))] });

/** Any UTF-16 at all, halves of characters too, with the pieces that something could act on among it. */
const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '{{DATE(',
        '$\u007b',
        '{',
        '://',
        'www.',
        '<at>',
        '</',
        '<!',
        '&lt;',
        '&#x1',
        '\u202e',
        '\u200b',
        '\u0301',
      ),
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    ),
    { maxLength: 120 },
  )
  .map((pieces) => pieces.join(''));

describe('foreign text', () => {
  it('reads in the official renderer exactly as it was written, Markdown and all', () => {
    for (const text of [
      '**vet** en _schuin_',
      '[klik](hier)',
      '# kop',
      '- punt',
      '1. een',
      '~~weg~~',
      '`code`',
      'a | b',
      "O'Brien & Zn. <3",
    ])
      assert.equal(assertRight(cardOf(text)).text, `Bericht${text}`);
  });

  it('does nothing, whatever it tries', () => {
    const rendered = assertRight(cardOf(nasty));
    assert.equal(
      rendered.text,
      'Bericht**vet** _schuin_ [klik](https: //kwaad.example/x) https: //kwaad.example www .kwaad.example < at>Iedereen< /at> < b>b< /b> & lt;i& gt; { {DATE(2027-03-01T06:08:00Z)}} $ {naam} # kop - punt gnat`code` |a|b| ~~weg~~ =cmd',
    );
  });

  it('would act as Markdown and as a date in a TextBlock, which is why a TextBlock does not take it', () => {
    const unsafe = renderOfficially({
      type: 'AdaptiveCard',
      version: '1.5',
      body: [
        { type: 'TextBlock', text: '**vet** [klik](https://kwaad.example) {{DATE(2027-03-01T06:08:00Z)}}', wrap: true },
      ],
    });
    assert.notEqual(unsafe.element.querySelector('strong'), null);
    assert.equal(unsafe.element.querySelector('a')?.getAttribute('href'), 'https://kwaad.example');
    assert.doesNotMatch(unsafe.text, /DATE/);
  });

  it('is refused by the compiler where own text is meant', () => {
    const raw: string = '**vet**';
    // @ts-expect-error a raw string is no own text
    assert.equal(line(raw).type, 'TextBlock');
    // @ts-expect-error foreign text is no own text
    assert.equal(line(plain(raw)).type, 'TextBlock');
    // @ts-expect-error foreign text does not fit in a sentence of own text
    assert.equal(own`Titel ${plain(raw)}`, 'Titel **vet**');
    // @ts-expect-error a raw string passes through the door first
    assert.equal(foreign(raw)?.type, 'RichTextBlock');
    assert.equal(mixed`Titel ${plain(raw)}`, 'Titel **vet**');
  });

  it('loses the characters that nobody sees and keeps to one line', () => {
    assert.equal(plain('a\u202eb\u200bc\u0000d\ufeff\u2066e'), 'abcde');
    assert.equal(plain(' een\r\ntwee\u2028drie\tvier '), 'een twee drie vier');
    assert.equal(plain('\ud800los'), '\ufffdlos');
    assert.equal(plain(`e${'\u0301'.repeat(50)}`).length, 4);
  });

  it('is cut between characters and shows that it was', () => {
    assert.equal(plain('abcdefgh', 5), 'abcd…');
    assert.equal(plain('😀😀😀😀', 4), '😀…');
    assert.equal(plain('x'.repeat(5_000_000), 10), 'xxxxxxxxx…');
    assert.equal(plain('', 10), '');
  });

  it('of any kind never throws, never grows without bound and is well-formed', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 60 }), (text, length) => {
        const passed = plain(text, length);
        assert.ok(passed.length <= length * 2 + 2);
        assert.doesNotMatch(passed, /[\p{Cc}\p{Cf}\p{Cs}]/u);
        assert.doesNotMatch(passed, /\{\{|:\/\/|www\.|<[a-z/!]/i);
      }),
    );
  });

  it('of several lines becomes paragraphs', () => {
    assert.deepEqual(paragraphs('een\n\n  twee \r\n\u200b\ndrie'), ['een', 'twee', 'drie']);
  });

  it('goes back into an input as it was typed', () => {
    assert.equal(inputText('**vet**\n{{a}} https://x.example\u0000', 100), '**vet**\n{{a}} https://x.example');
    assert.equal(inputText('abc😀', 4), 'abc');
  });

  it('is a link only when it is a plain https address', () => {
    assert.equal(httpsUrl('https://documenten.voorbeeld.example/a b'), undefined);
    assert.equal(httpsUrl('https://documenten.voorbeeld.example/é'), 'https://documenten.voorbeeld.example/%C3%A9');
    for (const bad of [
      undefined,
      '',
      'http://voorbeeld.example',
      'javascript:alert(1)',
      'data:text/html,x',
      'https://gemeente.example@kwaad.example/',
      'https:\\\\kwaad.example',
      '//kwaad.example',
      'https://',
      `https://voorbeeld.example/${'a'.repeat(2000)}`,
      'https://voorbeeld.example/\u202e',
    ])
      assert.equal(httpsUrl(bad), undefined, String(bad));
  });
});

describe('own text', () => {
  it('takes codes and labels from elsewhere without anything that Markdown acts on', () => {
    assert.equal(code('AFS-2026-012'), 'AFS-2026-012');
    assert.equal(code('[AFS](http://x) *1*'), 'AFShttpx1');
    assert.equal(words("exit-scenario's (DVO)"), "exit-scenario's (DVO)");
    assert.equal(words('- **vet** [a](b)'), 'vet a(b)');
  });
});
