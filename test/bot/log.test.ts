import assert from 'node:assert/strict';
import { createLog } from '../../bot/log.ts';
import { Fault } from '../../services/fault.ts';

function collect(level: 'info' | 'warn' | 'silent' = 'info') {
  const lines: string[] = [];
  const log = createLog({ level, destination: { write: (line) => void lines.push(line) } });
  return { log, lines, last: (): Record<string, unknown> => JSON.parse(lines.at(-1) ?? '{}') };
}

describe('the log', () => {
  it('writes one JSON line for each event, with its name and counts', () => {
    const { log, lines, last } = collect();
    log.event('turn-answered', { intent: 'afspraak.zoeken', total: 3, durationMs: 12 });
    assert.equal(lines.length, 1);
    assert.equal(last().event, 'turn-answered');
    assert.equal(last().intent, 'afspraak.zoeken');
    assert.equal(last().total, 3);
  });

  it('withholds a text that does not look like a code', () => {
    const { log, lines } = collect();
    for (const text of [
      'Jan Jansen',
      'jansen@voorbeeld.example',
      'Welke afspraken?',
      'eyJhbGci.eyJpc3Mi'.padEnd(80, 'x'),
    ])
      log.event('turn', { code: text });
    assert.doesNotMatch(lines.join(''), /Jansen|jansen|afspraken|eyJ/);
    assert.match(lines.join(''), /withheld/);
  });

  it('tells of a fault its code, cause and place, and of a strange error no word of its message', () => {
    const { log, last, lines } = collect();
    const cause = Object.assign(new Error('geheim van Jansen'), { code: 'ECONNREFUSED' });
    log.fault(new Fault('opslag-unreachable', 'later', 'no answer', { cause }), { reference: 'a1b2c3' });
    const { code, retry, fault, reference, cause: told } = last();
    assert.deepEqual(
      [code, retry, fault, reference, told],
      ['opslag-unreachable', 'later', 'no answer', 'a1b2c3', 'Error ECONNREFUSED'],
    );
    log.fault(new TypeError('geheim van Jansen'));
    assert.equal(last().code, 'house-unexpected');
    assert.match(String(last().cause), /TypeError/);
    assert.doesNotMatch(lines.join(''), /geheim/);
  });

  it('keeps to its level', () => {
    const { log, lines } = collect('warn');
    log.event('quiet');
    log.warn('loud');
    assert.equal(lines.length, 1);
  });
});
