import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import { type AppPackage, appPackage, zipPackage } from '../../manifest/build-package.ts';
import { contentProblems, packageProblems } from '../../manifest/build-validate.ts';
import { withStrings } from '../../manifest/localisation.ts';
import { appManifest, type ManifestSettings } from '../../manifest/manifest.ts';
import { requestedPermissions } from '../../manifest/permissions.ts';
import { decodePng, encodePng } from '../../manifest/png.ts';
import { appTexts, type ListedCommand } from '../../manifest/texts.ts';
import { NameIndex } from '../../services/register/names.ts';
import { languages } from '../../services/taal/language.ts';
import { chatCommands, readCommand } from '../../services/vragen/command.ts';
import { createReader } from '../../services/vragen/reader.ts';
import type { Intent } from '../../services/vragen/reading.ts';
import { smallRegister, today } from '../services/vragen/small-register.ts';

const settings: ManifestSettings = {
  appId: '1b4e28ba-2fa1-41d2-883f-0016d3cca427',
  version: '1.2.3',
  developer: {
    name: 'Gemeente Voorbeeld',
    website: 'https://ketenregie.voorbeeld.example/',
    privacy: 'https://ketenregie.voorbeeld.example/privacy',
    terms: 'https://ketenregie.voorbeeld.example/voorwaarden',
  },
};
const manifest = appManifest(settings);
const app = appPackage(settings);
const bot = manifest.bots[0];
const english = app.languages.get('en.json') ?? {};

describe('the app package', () => {
  it('satisfies the schemas of Teams', async () => {
    assert.deepEqual(await packageProblems(app), []);
  });

  it('opens as a zip file with the manifest, the language file and both icons, and nothing else', () => {
    const files = unzipSync(zipPackage(app));
    assert.deepEqual(Object.keys(files).sort(), ['color.png', 'en.json', 'manifest.json', 'outline.png']);
    assert.deepEqual(JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array())), manifest);
    const { $schema, ...strings } = JSON.parse(strFromU8(files['en.json'] ?? new Uint8Array()));
    assert.match($schema, /v1\.25\/MicrosoftTeams\.Localization\.schema\.json$/);
    assert.deepEqual(strings, english);
  });

  it('has the same bytes every time, in whatever time zone it is made', () => {
    const zone = process.env.TZ;
    const made = (timeZone: string): Buffer => {
      process.env.TZ = timeZone;
      return Buffer.from(zipPackage(appPackage(settings)));
    };
    try {
      const inAmsterdam = made('Europe/Amsterdam');
      assert.ok(inAmsterdam.equals(made('Europe/Amsterdam')));
      assert.ok(inAmsterdam.equals(made('Pacific/Auckland')));
      assert.ok(inAmsterdam.equals(made('America/Los_Angeles')));
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  it('has a colour icon of 192 by 192 without holes, and a white outline of 32 by 32 on nothing', () => {
    const color = decodePng(app.icons.get('color.png') ?? new Uint8Array());
    assert.deepEqual([color?.width, color?.height], [192, 192]);
    assert.ok(color?.pixels.every(([, , , alpha]) => alpha === 255));
    assert.ok(new Set(color?.pixels.map((pixel) => pixel.join())).size > 2, 'a symbol stands on the ground');
    const outline = decodePng(app.icons.get('outline.png') ?? new Uint8Array());
    assert.deepEqual([outline?.width, outline?.height], [32, 32]);
    assert.ok(outline?.pixels.every(([red, green, blue]) => red === 255 && green === 255 && blue === 255));
    const alphas = outline?.pixels.map(([, , , alpha]) => alpha) ?? [];
    assert.ok(alphas.includes(0) && alphas.includes(255));
  });
});

describe('the manifest', () => {
  it('puts the bot in personal chats, teams with shared channels and group chats, and takes files', () => {
    assert.equal(bot?.botId, settings.appId);
    assert.deepEqual(bot?.scopes, ['personal', 'team', 'groupChat']);
    assert.equal(bot?.supportsFiles, true);
    assert.equal(manifest.supportsChannelFeatures, 'tier1');
    assert.equal(manifest.defaultInstallScope, 'team');
  });

  it('asks for nothing but the identity of the user, with a reason, and trusts no domain', () => {
    assert.deepEqual(manifest.permissions, ['identity']);
    assert.deepEqual(
      requestedPermissions.filter(({ reason }) => reason.length < 40),
      [],
    );
    assert.deepEqual(manifest.validDomains, []);
    for (const key of ['authorization', 'webApplicationInfo', 'devicePermissions', 'staticTabs', 'composeExtensions'])
      assert.equal(key in manifest, false, key);
  });

  it('keeps its names within what Teams shows, in both languages', () => {
    for (const { name, description } of [manifest, withStrings(manifest, english)]) {
      assert.ok(name.short.length <= 30 && name.full.length <= 100, name.short);
      assert.ok(description.short.length <= 80 && description.full.length <= 4000, description.short);
    }
  });

  it('is Dutch first, and English for whoever uses Teams in any kind of English', () => {
    assert.equal(manifest.localizationInfo.defaultLanguageTag, 'nl-nl');
    assert.deepEqual(manifest.localizationInfo.additionalLanguages, [{ languageTag: 'en', file: 'en.json' }]);
    assert.equal(withStrings(manifest, english).bots[0]?.commandLists[0]?.commands[1]?.title, 'agreements');
  });
});

describe('the commands that Teams lists', () => {
  const reader = createReader({ names: new NameIndex(smallRegister().view) });
  /** What a listed command means when it is no command of its own: the intent of that word alone. */
  const meant: Readonly<Partial<Record<ListedCommand, Intent>>> = {
    help: 'help',
    afspraken: 'afspraak.zoeken',
    herinneringen: 'herinnering.tonen',
    kalender: 'pc.kalender',
    besluit: 'besluit.vastleggen',
    besluiten: 'besluit.zoeken',
  };
  const isListed = (name: string): name is ListedCommand => name in appTexts.nl.commands;
  const listed = Object.keys(appTexts.nl.commands).filter(isListed);

  for (const language of languages.filter((each) => each !== 'fy'))
    for (const command of listed)
      it(`do what they say: ${command} (${language})`, () => {
        const { title } = (language === 'nl' ? appTexts.nl : appTexts.en).commands[command];
        const spoken = readCommand(title);
        if (chatCommands.some((each) => each === command)) assert.equal(spoken?.command, command);
        else {
          assert.equal(spoken, undefined);
          assert.equal(reader.read(title, { today, lang: language }).intent, meant[command]);
        }
      });

  it('are at most ten a place, each once, and each stands in some list', () => {
    const lists = bot?.commandLists.map(({ commands }) => commands.map(({ title }) => title)) ?? [];
    for (const titles of lists) {
      assert.ok(titles.length <= 10);
      assert.equal(new Set(titles).size, titles.length);
    }
    assert.deepEqual(
      [...new Set(lists.flat())].sort(),
      listed.map((command) => appTexts.nl.commands[command].title).sort(),
    );
    assert.deepEqual(bot?.commandLists.flatMap(({ scopes }) => scopes).sort(), ['groupChat', 'personal', 'team']);
  });
});

describe('the check of the app package', () => {
  const problemsOf = (change: Partial<AppPackage>): string => contentProblems({ ...app, ...change }).join('\n');
  const icons = (name: string, bytes: Uint8Array): AppPackage['icons'] => new Map([...app.icons, [name, bytes]]);

  it('finds a manifest that Teams would refuse, and says so once', async () => {
    const tooLong = { ...manifest, name: { ...manifest.name, short: 'x'.repeat(31) }, accentColor: 'blauw' };
    const problems = await packageProblems({ ...app, manifest: tooLong });
    assert.equal(problems.length, 2, problems.join('\n'));
    assert.match(problems.join('\n'), /^manifest\.json voldoet niet aan het schema van Teams: \/name\/short .*30/m);
    assert.match(problems.join('\n'), /\/accentColor/);
  });

  it('finds a translation that is too long for the place where it stands', async () => {
    const strings = { ...english, 'description.short': 'x'.repeat(81) };
    const problems = await packageProblems({ ...app, languages: new Map([['en.json', strings]]) });
    assert.match(problems.join('\n'), /^en\.json voldoet niet .*\/description\/short .*80/);
  });

  it('finds a translation that is missing, empty or for something that does not exist', () => {
    const changed = (strings: Record<string, string>): Partial<AppPackage> => ({
      languages: new Map([['en.json', { ...english, ...strings }]]),
    });
    const { 'name.full': _, ...short } = english;
    assert.match(problemsOf({ languages: new Map([['en.json', short]]) }), /en\.json ontbreekt .* name\.full/);
    assert.match(problemsOf(changed({ 'name.short': ' ' })), /en\.json ontbreekt .* name\.short/);
    assert.match(problemsOf(changed({ 'name.long': 'x' })), /en\.json heeft een tekst bij name\.long/);
    const eleventh = 'bots[0].commandLists[0].commands[10].title';
    assert.ok(problemsOf(changed({ [eleventh]: 'x' })).includes(eleventh));
  });

  it('finds a file that is missing and one that nobody asked for', () => {
    assert.equal(
      problemsOf({ languages: new Map() }),
      'Het manifest noemt en.json, maar dat bestand zit niet in het pakket.',
    );
    assert.match(problemsOf({ icons: icons('oud.png', new Uint8Array()) }), /^oud\.png zit in het pakket/);
  });

  it('finds an icon of the wrong size, in the wrong colour or broken', () => {
    const small = encodePng(191, () => [0, 0, 0, 255]);
    const gray = encodePng(32, (column) => [column, 255, 255, 255]);
    assert.match(problemsOf({ icons: icons('color.png', small) }), /^color\.png .* 192 bij 192/);
    assert.match(problemsOf({ icons: icons('outline.png', gray) }), /^outline\.png mag alleen wit/);
    const whole = app.icons.get('color.png') ?? new Uint8Array();
    for (const bytes of [new Uint8Array(), whole.slice(0, 30), whole.slice(0, 400), Buffer.from('geen plaatje')])
      assert.match(problemsOf({ icons: icons('color.png', bytes) }), /^color\.png .* 192 bij 192/);
  });
});
