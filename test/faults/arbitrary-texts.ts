import { dataFile } from '../../services/package-root.ts';
import { createReader } from '../../services/vragen/reader.ts';
import { intents } from '../../services/vragen/reading.ts';
import { seededRandom } from '../fakes/seeded-random.ts';
import { arbitraryTexts } from '../services/vragen/arbitrary-text.ts';
import { loadSharedRegister } from '../services/vragen/register-from-csv.ts';
import { questionsIn, today } from '../services/vragen/score.ts';
import type { Fault } from './fault.ts';

/** CPU time of one reading, ms: wall time would count what else the machine does. */
const longestMs = 50;

/** Anything typed at the bot, each after another: no reading throws, none takes long. */
export const arbitraryTextsFault: Fault = {
  name: 'arbitrary-texts',
  title: 'anything at all is typed as a question',
  bar: `no reading throws, none takes over ${longestMs} ms of the processor`,
  runs: { short: 20_000, long: 100_000 },
  run: async (runs, seed) => {
    const reader = createReader({ names: loadSharedRegister().names });
    const words = questionsIn(dataFile('test/services/vragen/questions.jsonl')).flatMap(({ text }) => text.split(' '));
    const failures: string[] = [];
    let slowest = 0;
    let previous = reader.read('Welke afspraken lopen er met Assen?', { today });
    for (const text of arbitraryTexts(words, runs, seededRandom(seed))) {
      const before = process.cpuUsage();
      try {
        const reading = reader.read(text, { today, previous });
        if (!intents.includes(reading.intent)) failures.push(`${JSON.stringify(text)}: ${reading.intent}`);
        previous = reading;
      } catch (error) {
        failures.push(`${JSON.stringify(text)}: ${String(error)}`);
      }
      const { user, system } = process.cpuUsage(before);
      const took = (user + system) / 1000;
      if (took > longestMs) failures.push(`${JSON.stringify(text)}: ${took.toFixed(0)} ms`);
      slowest = Math.max(slowest, took);
    }
    return {
      isMet: failures.length === 0,
      result: `${runs} texts, ${failures.length} failures, slowest ${slowest.toFixed(1)} ms`,
      failures,
    };
  },
};
