import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { appPackage } from '../../manifest/build-package.ts';
import { buildAppPackage, packageVersion, writeAppPackage } from '../../manifest/build-run.ts';
import { readSettings } from '../../manifest/settings.ts';

const appId = '1b4e28ba-2fa1-41d2-883f-0016d3cca427';
const environment = { MicrosoftAppId: appId };
const organisation = [
  '--developer=Gemeente Voorbeeld',
  '--website',
  'https://voorbeeld.example/',
  '--privacy',
  'https://voorbeeld.example/privacy',
  '--terms',
  'https://voorbeeld.example/voorwaarden',
];

describe('the command that makes the app package', () => {
  let folder: string;
  beforeEach(() => {
    folder = join(mkdtempSync(join(tmpdir(), 'ketenregie-manifest-')), 'dist');
  });
  afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

  const run = async (env: Record<string, string>, words: readonly string[] = []) => {
    const said: string[] = [];
    const shown: string[] = [];
    const terminal = { out: (line: string) => void shown.push(line), say: (line: string) => void said.push(line) };
    return { code: await buildAppPackage({ environment: env, words, folder, terminal }), said, shown };
  };

  it('writes one zip file named after the version, with the app id and the organisation in it', async () => {
    const { code, said } = await run({ MicrosoftAppId: ` ${appId.toUpperCase()} ` }, organisation);
    assert.equal(code, 0, said.join('\n'));
    const name = `ketenregie-${packageVersion()}.zip`;
    assert.deepEqual(readdirSync(folder), [name]);
    const files = unzipSync(readFileSync(join(folder, name)));
    const manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()));
    assert.equal(manifest.id, appId);
    assert.equal(manifest.bots[0].botId, appId);
    assert.equal(manifest.version, packageVersion());
    assert.deepEqual(manifest.developer, {
      name: 'Gemeente Voorbeeld',
      websiteUrl: 'https://voorbeeld.example/',
      privacyUrl: 'https://voorbeeld.example/privacy',
      termsOfUseUrl: 'https://voorbeeld.example/voorwaarden',
    });
    assert.ok(said.some((line) => line.includes('identity')));
    assert.ok(!said.some((line) => line.startsWith('Let op')));
  });

  it('warns while examples stand where the organisation belongs, and names the options', async () => {
    const { code, said } = await run(environment, ['--website', 'https://voorbeeld.example/']);
    assert.equal(code, 0);
    assert.match(said.at(-1) ?? '', /^Let op: .*--developer, --privacy, --terms\.$/);
  });

  it('refuses without an app id, in Dutch, and writes nothing', () => {
    const entry = join(import.meta.dirname, '..', '..', 'manifest', 'build.ts');
    const { MicrosoftAppId: _, ...rest } = process.env;
    const child = spawnSync(process.execPath, ['--import', 'tsx', entry], { env: rest, encoding: 'utf8' });
    assert.equal(child.status, 1);
    assert.equal(child.stdout, '');
    assert.match(child.stderr, /^Er is geen app-pakket gemaakt\.\nMicrosoftAppId ontbreekt\./);
  });

  it('refuses an app id that is no GUID or all zeros', async () => {
    for (const [id, sentence] of [
      ['mijn-bot', /moet de app-id .* GUID/],
      ['00000000-0000-0000-0000-000000000000', /nullen/],
      ['  ', /ontbreekt/],
    ] as const) {
      const { code, said } = await run({ MicrosoftAppId: id });
      assert.equal(code, 1, id);
      assert.match(said.join('\n'), sentence);
    }
    assert.equal(existsSync(folder), false);
  });

  it('says of each wrong option what it must be', async () => {
    const { code, said } = await run(environment, [
      '--website=http://voorbeeld.example/',
      '--privacy=https://naam:geheim@voorbeeld.example/',
      '--developer',
      'x'.repeat(33),
      '--kleur=rood',
      'nog iets',
      '--terms',
    ]);
    assert.equal(code, 1);
    for (const word of ['--website', '--privacy', '--terms', '--developer', '--kleur', 'nog iets'])
      assert.equal(said.filter((line) => line.includes(word)).length, 1, word);
    assert.equal(existsSync(folder), false);
  });

  it('shows what it can do, with --help', async () => {
    const { code, said, shown } = await run({}, ['--help']);
    assert.equal(code, 0);
    assert.deepEqual(said, []);
    assert.match(shown.join('\n'), /--developer NAAM/);
  });

  it('leaves the file as it was when the package does not pass the check', async () => {
    const outcome = readSettings(environment, [], '1.2.3');
    assert.ok(outcome.kind === 'ok');
    const file = join(folder, '..', 'ketenregie-1.2.3.zip');
    writeFileSync(file, 'het vorige pakket');
    const app = appPackage(outcome.settings);
    const problems = await writeAppPackage({ ...app, icons: new Map() }, file);
    assert.equal(problems.length, 2, problems.join('\n'));
    assert.equal(readFileSync(file, 'utf8'), 'het vorige pakket');
  });

  it('refuses a version that Teams cannot order', () => {
    for (const version of ['1.2', '1.2.3-beta', 'v1.2.3', '01.2.3'])
      assert.equal(readSettings(environment, [], version).kind, 'refused', version);
    assert.equal(readSettings(environment, [], '10.20.30').kind, 'ok');
  });
});
