import { processEnvironment } from '../bot/config.ts';
import { dataFile } from '../services/package-root.ts';
import { buildAppPackage } from './build-run.ts';

/** `npm run manifest`: writes the app package for Teams to dist/ (CONTRACT §1). */
process.exitCode = await buildAppPackage({
  environment: processEnvironment(),
  words: process.argv.slice(2),
  folder: dataFile('dist'),
  terminal: {
    out: (line) => void process.stdout.write(`${line}\n`),
    say: (line) => void process.stderr.write(`${line}\n`),
  },
});
