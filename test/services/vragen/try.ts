import { createReader } from '../../../services/vragen/reader.ts';
import { sharedPath } from '../../shared-data.ts';
import { loadSharedRegister } from './register-from-csv.ts';
import { missesOf, questionsIn, readQuestion, today } from './score.ts';

/** For people who add words: `npx tsx test/services/vragen/try.ts [FILE | "a question"]` prints misses, or how one question is read. */

const write = (line: string): void => void process.stdout.write(`${line}\n`);
const reader = createReader({ names: loadSharedRegister().names });
const asked = process.argv[2];

if (asked !== undefined && !asked.endsWith('.jsonl')) {
  const { reading, rule, signs } = reader.explain(asked, { today });
  write(
    `${reading.lang} ${reading.intent} ${JSON.stringify(reading.filter)}\n  rule: ${rule ?? 'none'}\n  signs: ${[...signs].join(' ')}`,
  );
} else {
  const questions = questionsIn(asked ?? sharedPath('vragen.jsonl'));
  let exact = 0;
  for (const question of questions) {
    const reading = readQuestion(reader, question);
    const misses = missesOf(question, reading);
    if (misses.length === 0) exact++;
    else write(`${question.id} ${question.text}\n      ${misses.join('; ')}\n      ${JSON.stringify(reading.filter)}`);
  }
  const start = process.hrtime.bigint();
  for (const question of questions) reader.read(question.text, { today });
  const micros = Number(process.hrtime.bigint() - start) / 1000 / questions.length;
  write(
    `exact ${exact}/${questions.length} = ${((100 * exact) / questions.length).toFixed(1)} %, ${micros.toFixed(0)} µs per question`,
  );
}
