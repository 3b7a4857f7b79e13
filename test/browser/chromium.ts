import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { skipAbsent } from '../absent.ts';

/** The browser that the tests in this folder look through, and the folder for what they saw. */

const given = process.env.CHROMIUM_PATH;
const candidates = given ? [given] : ['/usr/bin/chromium', '/usr/bin/chromium-browser'];
const executablePath = candidates.find((path) => existsSync(path));
/** Headless, and silent on the network: nothing but what the page itself asks for. */
const quiet = [
  '--headless',
  '--lang=nl-NL',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const missing = 'no Chromium: set CHROMIUM_PATH to one, or install the package chromium';

/** Opens Chromium, or skips the whole suite with one line where there is none; with CI=true that is a failure. */
export async function openChromium(suite: Mocha.Context): Promise<Browser> {
  if (executablePath === undefined) skipAbsent(suite, missing);
  return chromium.launch({ executablePath, args: quiet });
}

const shotsFolder = join(import.meta.dirname, '..', 'shots');

/** Where a screenshot is kept, outside git; the folder is made when needed. */
export function shotPath(...names: readonly [string, ...string[]]): string {
  const path = join(shotsFolder, ...names);
  mkdirSync(join(path, '..'), { recursive: true });
  return `${path}.png`;
}
