import type { Browser, Locator, Page } from 'playwright-core';
import { shotPath } from './chromium.ts';

/**
 * The Microsoft 365 Agents Playground as a person uses it: conversations on the left, posts with replies in a channel, cards with
 * inputs and buttons. It has no dark mode and keeps its cards at one width on a phone: those are looked at in `card-page.ts`.
 */
const patience = 30_000;

export async function openPlayground(browser: Browser, address: string): Promise<Playground> {
  // High enough for the longest card: what has to be scrolled to is not in a screenshot.
  const page = await browser.newPage({ viewport: { width: 1000, height: 2400 }, locale: 'nl-NL' });
  page.setDefaultTimeout(patience);
  await page.goto(address);
  return new Playground(page);
}

export class Playground {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Opens a conversation by a part of its name. The first time, the Playground installs the bot in it. */
  async open(name: string): Promise<void> {
    const item = this.#page.getByRole('treeitem', { name: new RegExp(name) });
    await item.waitFor({ state: 'attached' });
    // The list covers the conversation or hides behind a button, by the width of the window: a real click may miss it.
    await item.dispatchEvent('click');
  }

  /** The whole window, for whoever has to find out what went wrong. */
  async shoot(name: string): Promise<void> {
    await this.#page.screenshot({ path: shotPath('playground', name) });
  }

  /** Every card in the open conversation. In a channel the newest thread stands on top, in a chat at the bottom. */
  cards(): Locator {
    return this.#page.locator('.ac-adaptiveCard');
  }

  /** The first card in which all these words stand, once it is there. */
  async cardWith(...words: readonly string[]): Promise<Card> {
    const found = words.reduce((cards, hasText) => cards.filter({ hasText }), this.cards()).first();
    await found.waitFor();
    return new Card(found);
  }

  /** A new post in a channel that mentions the bot; gives its thread once the bot has answered there. */
  async post(text: string): Promise<Thread> {
    const box = this.#page.getByRole('textbox').first();
    await box.click();
    await this.#mention();
    await this.#page.keyboard.type(` ${text}`);
    await this.#page.getByRole('button', { name: 'Post', exact: true }).click();
    const thread = new Thread(
      this.#page,
      this.#page
        .locator('.fui-Card')
        .filter({ hasText: `Ketenregie ${text}` })
        .filter({ has: this.cards() })
        .first(),
    );
    await thread.answer(1);
    return thread;
  }

  /** A message in a personal or group chat; gives the bot's answer. */
  async chat(text: string): Promise<Card> {
    const before = await this.cards().count();
    await this.#page.getByRole('textbox').last().click();
    await this.#page.keyboard.type(text);
    await this.#page.getByRole('button', { name: 'Send Message' }).last().click();
    const answer = this.cards().nth(before);
    await answer.waitFor();
    return new Card(answer);
  }

  async #mention(): Promise<void> {
    await this.#page.keyboard.type('@');
    await this.#page.getByRole('menuitem', { name: /Ketenregie/ }).click();
  }
}

/** One post in a channel with everything below it. */
export class Thread {
  readonly #page: Page;
  readonly #root: Locator;

  constructor(page: Page, root: Locator) {
    this.#page = page;
    this.#root = root;
  }

  /** The n-th card in the thread, from 1, once it is there. */
  async answer(nth: number): Promise<Card> {
    const card = this.#root.locator('.ac-adaptiveCard').nth(nth - 1);
    await card.waitFor();
    return new Card(card);
  }

  /** Replies with a mention of the bot; gives its answer. */
  async reply(text: string): Promise<Card> {
    const before = await this.#root.locator('.ac-adaptiveCard').count();
    await this.#root.locator('[contenteditable="true"]').last().click();
    await this.#page.keyboard.type('@');
    await this.#page.getByRole('menuitem', { name: /Ketenregie/ }).click();
    await this.#page.keyboard.type(` ${text}`);
    await this.#root.getByRole('button', { name: 'Send Message' }).click();
    return this.answer(before + 1);
  }

  count(): Promise<number> {
    return this.#root.locator('.ac-adaptiveCard').count();
  }
}

/** One card as drawn by the Playground. */
export class Card {
  readonly element: Locator;

  constructor(element: Locator) {
    this.element = element;
  }

  /** What stands on it, each run of white space as one space. */
  async text(): Promise<string> {
    return (await this.element.allInnerTexts()).join(' ').replace(/\s+/g, ' ');
  }

  /** Waits until these words stand on it; a pressed button replaces the card in its place. */
  async shows(words: string): Promise<void> {
    await this.element.filter({ hasText: words }).waitFor();
  }

  /** Waits until one paragraph of it holds all these words. */
  async showsLine(...words: readonly string[]): Promise<void> {
    const lines = this.element.locator('.ac-richTextBlock, .ac-textBlock');
    await words
      .reduce((found, hasText) => found.filter({ hasText }), lines)
      .first()
      .waitFor();
  }

  buttons(): Promise<readonly string[]> {
    return this.element.getByRole('button').allInnerTexts();
  }

  /** Presses a button and waits until the bot has answered. */
  async press(title: string): Promise<void> {
    const answered = this.element.page().waitForResponse((response) => response.url().endsWith('/invoke'));
    await this.pressInVain(title);
    await answered;
  }

  /** Presses a button of which the card itself says that something is missing: nothing is sent. */
  pressInVain(title: string): Promise<void> {
    return this.element.getByRole('button', { name: title, exact: true }).click();
  }

  /** The field itself stands before the arrow or the calendar that share its label. */
  #input(label: string): Locator {
    return this.element.getByLabel(label).first();
  }

  /** Types into the input with this label. */
  async fill(label: string, text: string): Promise<void> {
    await this.#input(label).fill(text);
  }

  /** Chooses from a list by a part of the choice. */
  async choose(label: string, choice: string): Promise<void> {
    await this.#input(label).click();
    await this.element.page().getByRole('option', { name: choice }).first().click();
  }

  /** Fills a day's input with today, in the calendar that it opens. */
  async pickToday(label: string): Promise<void> {
    await this.#input(label).click();
    const page = this.element.page();
    await page.getByRole('grid').waitFor();
    // The calendar opens with today in focus.
    await page.keyboard.press('Enter');
    await page.getByRole('grid').waitFor({ state: 'detached' });
  }

  /** The card alone, under `shots/playground/`. */
  async shoot(name: string): Promise<void> {
    await this.element.screenshot({ path: shotPath('playground', name), animations: 'disabled' });
  }
}
