import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { runCommandLine as RunCommandLine } from '../../bot/cli/run.ts';
import type { openEmbeddedStore as OpenEmbeddedStore } from '../../services/opslag/embedded.ts';
import { dropFolder, type FakeTerminal, fakeTerminal, newFolder } from './fake-terminal.ts';

const regelingen = [
  'regeling_id;regeling;vorm;doel;beleidsterrein;ingangsdatum;orgaan;rsin_orgaan;deelnemer;deelnemer_code;toetreding;bestuursorganen',
  '1;Gemeenschappelijke regeling Proefdienst;OL;Proeven;milieu;2020-01-01;Proefdienst;001234567;Gemeente Assen;gm0106;2020-01-01;Raad',
  '1;Gemeenschappelijke regeling Proefdienst;OL;Proeven;milieu;2020-01-01;Proefdienst;001234567;Gemeente Meppel;gm0119;2020-01-01;Raad',
].join('\n');
const afspraken = [
  'code;titel;soort;verband;partijen;eigenaar;status;einddatum;herijking',
  'AFS-2026-001;Contract werkplekken;contract;Proefdienst;;Jansen <jansen@voorbeeld.example>;lopend;2027-06-30;',
  'AFS-2026-002;SLA balie;sla;Proefdienst;Gemeente Assen;;lopend;;2026-12-01',
  'AFS-2026-003;Oud contract;contract;Proefdienst;;;afgerond;;',
].join('\n');

const statusOf = (answer: Record<string, unknown> | undefined): unknown => {
  const filter = answer?.filter;
  return typeof filter === 'object' && filter !== null && 'status' in filter ? filter.status : undefined;
};

describe('the command line', () => {
  let folder: string;
  let runCommandLine: typeof RunCommandLine;
  let openEmbeddedStore: typeof OpenEmbeddedStore;

  // Imported as the commands import their rooms: a required copy beside it would have a Fault class of its own.
  before(async () => {
    ({ runCommandLine } = await import('../../bot/cli/run.ts'));
    ({ openEmbeddedStore } = await import('../../services/opslag/embedded.ts'));
  });

  beforeEach(() => {
    folder = newFolder();
    writeFileSync(join(folder, 'regelingen.csv'), regelingen);
    writeFileSync(join(folder, 'afspraken.csv'), afspraken);
  });

  afterEach(() => dropFolder(folder));

  const path = (name: string): string => join(folder, name);
  const run = async (
    words: readonly string[],
    typed: readonly string[] = [],
  ): Promise<FakeTerminal & { code: number }> => {
    const terminal = fakeTerminal({ folder, typed });
    return Object.assign(terminal, { code: await runCommandLine(words, terminal) });
  };
  const filled = async (): Promise<void> => {
    assert.equal((await run(['import', path('regelingen.csv'), path('afspraken.csv')])).code, 0);
  };

  describe('import', () => {
    it('reads regelingen before afspraken in whatever order they are given, and the second time changes nothing', async () => {
      const first = await run(['import', path('afspraken.csv'), path('regelingen.csv'), '--json']);
      assert.equal(first.code, 0, first.messages.join('\n'));
      const counts = ({ read, added, unchanged }: Record<string, unknown>) => ({ read, added, unchanged });
      assert.deepEqual(counts(first.json() as Record<string, unknown>), { read: 5, added: 5, unchanged: 0 });
      const second = await run(['import', path('afspraken.csv'), path('regelingen.csv'), '--json']);
      assert.deepEqual(counts(second.json() as Record<string, unknown>), { read: 5, added: 0, unchanged: 5 });
    });

    it('takes the good rows and lists the others with row, column, value and reason: exit 2', async () => {
      await filled();
      writeFileSync(
        path('meer.csv'),
        `${afspraken.split('\n')[0]}\n;Goed;overig;Proefdienst\n;Fout;contract;Proefdinst`,
      );
      const outcome = await run(['import', path('meer.csv'), '--json']);
      assert.equal(outcome.code, 2);
      const { added, rejected } = outcome.json() as { added: number; rejected: Record<string, unknown>[] };
      assert.equal(added, 1);
      assert.equal(rejected.length, 1);
      assert.deepEqual([rejected[0]?.row, rejected[0]?.column, rejected[0]?.value], [3, 'verband', 'Proefdinst']);
      assert.match(String(rejected[0]?.reason), /Proefdienst/);
      assert.ok(outcome.messages.some((line) => line.includes('geweigerd')));
    });

    it('changes nothing when a file cannot be read or when every row is wrong: exit 1', async () => {
      writeFileSync(path('raar.csv'), 'dit;is\ngeen;register');
      assert.equal((await run(['import', path('raar.csv')])).code, 1);
      assert.equal((await run(['import', path('bestaat-niet.csv')])).code, 1);
      assert.equal((await run(['import', path('afspraken.csv')])).code, 1, 'no verbanden yet');
    });

    it('does part when one of two files cannot be read: exit 2', async () => {
      const outcome = await run(['import', path('bestaat-niet.csv'), path('regelingen.csv')]);
      assert.equal(outcome.code, 2);
      assert.match(outcome.messages.join('\n'), /bestaat-niet\.csv is niet te lezen/);
    });

    it('judges in a dry run the afspraken with the regelingen beside them, and stores neither', async () => {
      const dry = await run(['import', path('afspraken.csv'), path('regelingen.csv'), '--dry-run', '--json']);
      const counts = JSON.parse(dry.output.join(''));
      assert.deepEqual([dry.code, counts.added, counts.rejected], [0, 5, []]);
      const real = await run(['import', path('afspraken.csv'), path('regelingen.csv'), '--json']);
      assert.equal(JSON.parse(real.output.join('')).added, 5);
    });

    it('writes nothing on a dry run', async () => {
      assert.equal((await run(['import', path('regelingen.csv'), '--dry-run'])).code, 0);
      const after = await run(['import', path('regelingen.csv'), '--json']);
      assert.equal((after.json() as { added: number }).added, 2);
    });

    it('says in one Dutch sentence that the folder is in use', async () => {
      const store = await openEmbeddedStore(path('data'));
      const outcome = await run(['import', path('regelingen.csv')]);
      await store.close();
      assert.equal(outcome.code, 1);
      assert.equal(outcome.messages.length, 1);
      assert.match(outcome.messages[0] ?? '', /al in gebruik.*kenmerk [0-9a-f]{6}, opslag-locked/);
    });

    it('finishes the running batch on Ctrl-C, says what was done, and goes on where it stopped the next time', async () => {
      await filled();
      const [header] = afspraken.split('\n');
      const rows = Array.from(
        { length: 1200 },
        (_, at) => `AFS-2027-${String(at + 1).padStart(3, '0')};T${at};overig;Proefdienst`,
      );
      writeFileSync(path('veel.csv'), [header, ...rows].join('\n'));
      const terminal = fakeTerminal({ folder });
      const pressed = {
        ...terminal,
        onInterrupt: (stop: () => void) => {
          stop();
          return () => undefined;
        },
      };
      assert.equal(await runCommandLine(['import', path('veel.csv')], pressed), 2);
      assert.match(terminal.messages.join('\n'), /Gestopt op verzoek na \d+ van de 1200/);
      const rest = await run(['import', path('veel.csv'), '--json']);
      const { added, unchanged } = rest.json() as { added: number; unchanged: number };
      assert.equal(added + unchanged, 1200);
      assert.ok(unchanged > 0 && added > 0, `${unchanged} stored before the stop, ${added} after it`);
    });
  });

  describe('export', () => {
    for (const ending of ['csv', 'xlsx', 'json']) {
      it(`writes afspraken as ${ending} that are read back unchanged`, async () => {
        await filled();
        assert.equal((await run(['export', path(`uit.${ending}`), '--what', 'afspraken'])).code, 0);
        const back = await run(['import', path(`uit.${ending}`), '--json']);
        const { read, unchanged } = back.json() as { read: number; unchanged: number };
        assert.deepEqual([read, unchanged], [3, 3], back.messages.join('\n'));
      });
    }

    it('writes everything in one JSON file that fills an empty register and holds a chain that verifies', async () => {
      await filled();
      assert.equal((await run(['export', path('alles.json'), '--what', 'alles'])).code, 0);
      assert.equal((await run(['verify', path('alles.json')])).code, 0);
      const other = newFolder();
      const terminal = fakeTerminal({ folder: other });
      assert.equal(
        await runCommandLine(['import', path('alles.json'), '--json'], terminal),
        0,
        terminal.messages.join('\n'),
      );
      assert.equal((terminal.json() as { added: number }).added, 5);
      dropFolder(other);
    });

    it('refuses what a file cannot hold, and an ending it does not know', async () => {
      const csv = await run(['export', path('alles.csv'), '--what', 'alles']);
      assert.equal(csv.code, 1);
      assert.match(csv.messages.join(), /maar een lijst/);
      assert.equal((await run(['export', path('uit.pdf'), '--what', 'afspraken'])).code, 1);
      assert.equal((await run(['export', path('weg/uit.csv'), '--what', 'afspraken'])).code, 1);
    });

    it('writes all sheets of a workbook', async () => {
      await filled();
      assert.equal((await run(['export', path('alles.xlsx'), '--what', 'alles'])).code, 0);
      assert.equal(readFileSync(path('alles.xlsx')).subarray(0, 2).toString(), 'PK');
    });
  });

  describe('ask', () => {
    it('answers one question for people', async () => {
      await filled();
      const { code, output } = await run(['ask', '--now', '2026-11-23', 'Welke afspraken lopen er met Meppel?']);
      assert.equal(code, 0);
      assert.match(output.join('\n'), /AFS-2026-001 Contract werkplekken/);
    });

    it('answers one object a line, with follow-ups until an empty line', async () => {
      await filled();
      const typed = ['Welke afspraken lopen er met Assen?', 'en voor Meppel?', '', 'en voor Meppel?'];
      const { code, output } = await run(['ask', '--json', '--now', '2026-11-23'], typed);
      assert.equal(code, 0);
      const answers = output.map((line): Record<string, unknown> => JSON.parse(line));
      assert.equal(answers.length, 3);
      for (const answer of answers)
        assert.deepEqual(Object.keys(answer), ['text', 'lang', 'intent', 'filter', 'codes', 'total', 'answer']);
      assert.deepEqual(answers[0]?.codes, ['AFS-2026-001', 'AFS-2026-002']);
      assert.deepEqual(answers[1]?.codes, ['AFS-2026-001']);
      assert.deepEqual(statusOf(answers[1]), 'lopend');
      assert.notDeepEqual(statusOf(answers[2]), 'lopend', 'the conversation began anew');
    });

    it('knows the asker by --as', async () => {
      await filled();
      const { output } = await run(['ask', '--json', '--as', 'jansen@voorbeeld.example', 'Mijn afspraken graag']);
      assert.deepEqual((JSON.parse(output[0] ?? '') as { codes: unknown }).codes, ['AFS-2026-001']);
    });

    it('refuses a --now that is no moment', async () => {
      for (const now of ['gisteren', '2026-02-30', '2026-11-23T25:00']) {
        const { code, output, messages } = await run(['ask', '--now', now, 'hoi']);
        assert.deepEqual([code, output.length, messages.length], [1, 0, 1], now);
      }
      for (const now of ['2026-11-23', '2026-11-23T14:00', '2026-11-23 14:00:30', '2026-11-23T14:00:00Z'])
        assert.equal((await run(['ask', '--now', now, 'help'])).code, 0, now);
    });
  });

  describe('reminders', () => {
    it('lists every reminder of the window with its moment in civil time', async () => {
      await filled();
      const { code, json } = await run([
        'reminders',
        '--now',
        '2026-11-01',
        '--from',
        '2026-11-16',
        '--to',
        '2026-12-01',
        '--json',
      ]);
      assert.equal(code, 0);
      assert.deepEqual(json(), [
        {
          occurrence: 'AFS-2026-002/herijking/2026-12-01/-14',
          code: 'AFS-2026-002',
          verband: 'Gemeenschappelijke regeling Proefdienst',
          kind: 'herijking',
          anchor: '2026-12-01',
          at: '2026-11-17T09:00:00+01:00',
          channel: null,
          state: 'planned',
        },
        {
          occurrence: 'AFS-2026-002/herijking/2026-12-01/0',
          code: 'AFS-2026-002',
          verband: 'Gemeenschappelijke regeling Proefdienst',
          kind: 'herijking',
          anchor: '2026-12-01',
          at: '2026-12-01T09:00:00+01:00',
          channel: null,
          state: 'planned',
        },
      ]);
    });

    it('tells people of it in Dutch', async () => {
      await filled();
      const { output } = await run(['reminders', '--from', '2026-11-23', '--to', '2027-06-30', '--now', '2026-11-23']);
      assert.ok(output.length > 0);
      for (const line of output) assert.match(line, / · geen kanaal · gepland$/);
    });

    it('refuses days that do not exist or stand in the wrong order', async () => {
      assert.equal((await run(['reminders', '--from', '2026-02-30'])).code, 1);
      assert.equal((await run(['reminders', '--from', '2026-12-01', '--to', '2026-11-01'])).code, 1);
    });
  });

  describe('calendar', () => {
    it('gives the Wgr dates that fall in a year, with the last safe day', async () => {
      const { code, json } = await run(['calendar', '--year', '2027', '--json']);
      assert.equal(code, 0);
      const steps = json() as { step: string; year: number; before: string | null; last: string | null }[];
      const last = Object.fromEntries(steps.map((step) => [`${step.step} ${step.year}`, step.last]));
      assert.deepEqual(last, {
        'kadernota 2028': '2027-04-29',
        'voorlopige_jaarrekening 2026': '2027-04-29',
        'ontwerpbegroting 2028': '2027-06-22',
        'zienswijze 2028': null,
        'jaarrekening 2026': '2027-07-14',
        'begroting 2028': '2027-09-14',
      });
    });

    it('names the nearest verbanden where the name is not known', async () => {
      await filled();
      assert.equal((await run(['calendar', '--year', '2027', '--verband', 'Proefdienst'])).code, 0);
      const unknown = await run(['calendar', '--year', '2027', '--verband', 'Proefdinst']);
      assert.equal(unknown.code, 1);
      assert.match(unknown.messages.join(), /Bedoel je: Gemeenschappelijke regeling Proefdienst/);
      assert.equal((await run(['calendar', '--year', 'twintig'])).code, 1);
    });
  });

  describe('verify', () => {
    it('finds an empty register sound, and a file that is no export wrong', async () => {
      assert.equal((await run(['verify'])).code, 0);
      const { code, messages } = await run(['verify', path('afspraken.csv')]);
      assert.equal(code, 1);
      assert.match(messages.join(), /geen volledige uitvoer/);
    });
  });

  describe('its own words', () => {
    it('are Dutch, on stderr, with exit 1, for every mistake in the command', async () => {
      const mistakes = [
        ['vraag'],
        ['ask', '--iets'],
        ['import'],
        ['export', 'x.csv'],
        ['export', 'x.csv', '--what', 'y'],
        ['ask', 'a', 'b'],
        ['ask', '--now'],
      ];
      for (const words of mistakes) {
        const { code, output, messages } = await run(words);
        assert.deepEqual([code, output.length, messages.length], [1, 0, 1], words.join(' '));
        assert.doesNotMatch(messages.join(), /error|unknown|missing|required/i);
      }
    });

    it('give help on request with exit 0, and every command has it', async () => {
      for (const words of [
        ['--help'],
        ['help'],
        ...['import', 'export', 'ask', 'reminders', 'calendar', 'verify'].map((one) => [one, '--help']),
      ]) {
        const { code, output } = await run(words);
        assert.equal(code, 0, words.join(' '));
        assert.match(output.join('\n'), /^Gebruik: ketenregie/);
        assert.doesNotMatch(output.join('\n'), /\[options\]|Usage|display help/);
      }
    });

    it('name the variable when the environment is wrong', async () => {
      const terminal = fakeTerminal({ folder });
      const wrong = { ...terminal, env: { ...terminal.env, TIMEZONE: 'Mars/Basis' } };
      assert.equal(await runCommandLine(['ask', 'hoi'], wrong), 1);
      assert.match(terminal.messages.join(), /TIMEZONE/);
    });
  });

  it('runs as a process: question in on stdin, JSON alone out on stdout, exit code 0', async () => {
    await filled();
    const child = spawn(process.execPath, ['--import', 'tsx', 'bot/cli.ts', 'ask', '--json', '--now', '2026-11-23'], {
      env: { ...process.env, DATA_DIR: path('data') },
    });
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
    });
    child.stdin.end('Wat is er te laat?\n');
    const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
    assert.equal(code, 0);
    const lines = out.trim().split('\n');
    assert.equal(lines.length, 1);
    assert.equal((JSON.parse(lines[0] ?? '') as { intent: string }).intent, 'afspraak.zoeken');
  });
});
