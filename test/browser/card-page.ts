import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { shotPath } from './chromium.ts';

/**
 * A card drawn by the official renderer on a page of a phone's width, with the sizes and colours of Teams, light or dark. The
 * Playground draws with the same library, but at one width and in one theme.
 */
export type Theme = 'light' | 'dark';

const phoneWidth = 360;
const library = createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js');

const colours = {
  light: { page: '#f5f5f5', card: '#ffffff', text: '#242424', subtle: '#616161', border: '#d1d1d1', field: '#ffffff' },
  dark: { page: '#1f1f1f', card: '#292929', text: '#ffffff', subtle: '#adadad', border: '#666666', field: '#1f1f1f' },
} as const;

const meanings = {
  light: { accent: '#444791', good: '#0e700e', warning: '#835b00', attention: '#c4314b' },
  dark: { accent: '#9ea2ff', good: '#92c353', warning: '#f8d22a', attention: '#f9526b' },
} as const;

/** Sizes, spacing and colours like those of Teams, as far as they are public. Buttons that do not fit go on to the next line. */
function hostConfig(theme: Theme): object {
  const { text, subtle } = colours[theme];
  const colour = (value: string) => ({ default: value, subtle: value });
  const { accent, good, warning, attention } = meanings[theme];
  const foregroundColors = {
    default: { default: text, subtle },
    accent: colour(accent),
    good: colour(good),
    warning: colour(warning),
    attention: colour(attention),
  };
  const style = { backgroundColor: 'transparent', foregroundColors };
  return {
    fontFamily: 'Segoe UI, system-ui, sans-serif',
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 12 },
    separator: { lineThickness: 1, lineColor: colours[theme].border },
    actions: { maxActions: 6, actionsOrientation: 'horizontal', buttonSpacing: 8, actionAlignment: 'left' },
    containerStyles: { default: style, emphasis: style, good: style, warning: style, attention: style },
  };
}

function styleOf(theme: Theme): string {
  const { page, card, text, border, field } = colours[theme];
  return `
    body { margin: 0; padding: 8px; background: ${page}; color: ${text}; font: 14px/20px Segoe UI, system-ui, sans-serif; }
    #card { background: ${card}; border: 1px solid ${border}; border-radius: 4px; box-sizing: border-box; }
    .ac-actionSet { flex-wrap: wrap; row-gap: 8px; }
    .ac-pushButton { font: 600 14px/20px Segoe UI, system-ui, sans-serif; padding: 5px 12px; border: 1px solid ${border};
      border-radius: 4px; background: ${card}; color: ${text}; white-space: normal !important; text-align: left;
      flex: 0 0 auto !important; max-width: 100%; }
    .ac-pushButton > div { white-space: normal !important; }
    .ac-pushButton.style-positive { background: #5b5fc7; border-color: #5b5fc7; color: #ffffff; }
    .ac-input { font: inherit; box-sizing: border-box; width: 100%; padding: 5px 8px; border: 1px solid ${border};
      border-radius: 4px; background: ${field}; color: ${text}; color-scheme: ${theme}; }
  `;
}

/** What a look at the drawn card must find. */
export interface DrawnCard {
  /** Elements that stick out of the card or hold more than they show, by what is in them. */
  readonly overflowing: readonly string[];
  readonly inputs: number;
  /** Texts of the visible labels that belong to an input. */
  readonly labels: readonly string[];
}

/** One page for many cards: loading the library costs more than drawing. */
export async function openCardPage(browser: Browser, theme: Theme): Promise<CardPage> {
  const page = await browser.newPage({
    viewport: { width: phoneWidth, height: 800 },
    colorScheme: theme,
    locale: 'nl-NL',
  });
  await page.setContent('<!doctype html><html lang="nl"><head></head><body><main id="card"></main></body></html>');
  await page.addStyleTag({ content: styleOf(theme) });
  await page.addScriptTag({ path: library });
  return new CardPage(page, theme);
}

export class CardPage {
  readonly #page: Page;
  readonly #theme: Theme;

  constructor(page: Page, theme: Theme) {
    this.#page = page;
    this.#theme = theme;
  }

  /** Draws the card in the place of the one before it, keeps a screenshot and says what it measures. */
  async draw(card: object, name: string): Promise<DrawnCard> {
    const given = { json: JSON.stringify(card), config: JSON.stringify(hostConfig(this.#theme)) };
    await this.#page.evaluate(drawing(given));
    await this.#page.locator('#card').screenshot({ path: shotPath('cards', `${name}-${this.#theme}`) });
    return this.#page.evaluate<DrawnCard>(measuring);
  }
}

/** Runs in the page, which knows the library; so it is text here. */
const drawing = ({ json, config }: { readonly json: string; readonly config: string }): string => `{
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = new AdaptiveCards.HostConfig(${config});
  card.parse(${json});
  document.querySelector('#card').replaceChildren(card.render());
}`;

const measuring = `(() => {
  const card = document.querySelector('#card');
  const right = card.getBoundingClientRect().right;
  const shown = (element) => element.getClientRects().length > 0;
  const overflowing = [card, ...card.querySelectorAll('*')]
    .filter(shown)
    .filter((each) => each.getBoundingClientRect().right > right + 1
      || (each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0 && !each.matches('input, select, textarea, option')))
    .map((each) => each.tagName + ' ' + each.textContent.slice(0, 60));
  const inputs = [...card.querySelectorAll('input, select, textarea')];
  const labels = inputs.flatMap((input) => [...input.labels,
    ...(input.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id))])
    .filter((label) => label !== null && shown(label) && label.textContent.trim() !== '')
    .map((label) => label.textContent.trim());
  return { overflowing, inputs: inputs.length, labels: [...new Set(labels)] };
})()`;
