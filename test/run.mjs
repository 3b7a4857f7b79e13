// `npm run unit`: all tests that need no browser, in two mocha processes side by side, because two cores are the least there is.
// What they print comes one after the other, and is closed by one line over both: `N passed, N failed, N skipped`.
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const apart = ['browser', 'faults', 'bench'];
const files = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts') && !apart.some((folder) => file.startsWith(folder)))
  .map((file) => join('test', file))
  .sort();
const isService = (file) => file.startsWith(join('test', 'services'));
const halves = [files.filter(isService), files.filter((file) => !isService(file))];

const mocha = createRequire(import.meta.url).resolve('mocha/bin/mocha.js');
const counted = /^(\d+) passed, (\d+) failed, (\d+) skipped$/m;

/** Runs these files; the first half speaks at once, the other when it is done. */
const run = (half, aloud) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [mocha, '--reporter', 'test/reporter.cjs', ...half], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (part) => {
      output += part;
      if (aloud) process.stdout.write(part);
    });
    child.on('close', (code) => resolve({ code, output }));
  });

const [first, second] = await Promise.all([run(halves[0], true), run(halves[1], false)]);
process.stdout.write(second.output);
const totals = [first, second].map(({ output }) => counted.exec(output)?.slice(1).map(Number) ?? [0, 1, 0]);
const [passed, failed, skipped] = [0, 1, 2].map((column) => totals[0][column] + totals[1][column]);
process.stdout.write(`\n${passed} passed, ${failed} failed, ${skipped} skipped\n`);
process.exitCode = first.code === 0 && second.code === 0 ? 0 : 1;
