import { existsSync, readFileSync } from 'node:fs';
import type { Context } from 'mocha';

const file = '../shared/data/vragen.jsonl';

/** Every question of the reference set, as typed. Skips the test where the set is not there, except in CI. */
export function referenceQuestions(test: Context): readonly string[] {
  if (!existsSync(file)) {
    if (process.env.CI === 'true') throw new TypeError(`${file} is missing`);
    process.stderr.write(`skipped: ${file} is not there\n`);
    test.skip();
  }
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((each) => each.trim() !== '')
    .map((each) => {
      const { text }: { readonly text: string } = JSON.parse(each);
      return text;
    });
}
