import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { type CardPage, openCardPage } from './card-page.ts';
import { openChromium } from './chromium.ts';
import { everyCard } from './every-card.ts';

/** Every kind of card at the width of a phone, light and dark, in the official renderer. The shots are kept in `shots/cards/`. */
for (const theme of ['light', 'dark'] as const) {
  describe(`on a phone, ${theme}`, function () {
    this.timeout(60_000);
    let browser: Browser | undefined;
    let page: CardPage;

    before(async function () {
      browser = await openChromium(this);
      page = await openCardPage(browser, theme);
    });
    after(() => browser?.close());

    for (const [name, card] of Object.entries(everyCard)) {
      it(`${name} stays within its width and has a label on each input`, async () => {
        const drawn = await page.draw(card, name);
        assert.deepEqual(drawn.overflowing, []);
        assert.equal(drawn.labels.length, drawn.inputs);
      });
    }
  });
}

describe('the look at a card', function () {
  this.timeout(60_000);
  let browser: Browser | undefined;
  before(async function () {
    browser = await openChromium(this);
  });
  after(() => browser?.close());

  it('finds what sticks out and an input without a label', async () => {
    assert.ok(browser);
    const page = await openCardPage(browser, 'light');
    const wide = { type: 'TextBlock', text: 'a'.repeat(200), wrap: false };
    const bare = { type: 'Input.Text', id: 'bare' };
    const drawn = await page.draw({ type: 'AdaptiveCard', version: '1.5', body: [wide, bare] }, 'planted-fault');
    assert.notDeepEqual(drawn.overflowing, []);
    assert.equal(drawn.inputs, 1);
    assert.deepEqual(drawn.labels, []);
  });
});
