import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Config, readConfig, readStoreConfig } from '../../bot/config.ts';

const appId = '11111111-2222-3333-4444-555555555555';
const tenant = '99999999-8888-7777-6666-555555555555';
const registered = {
  MicrosoftAppId: appId,
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppPassword: 'geheim-van-de-test',
  MicrosoftAppTenantId: tenant,
};

type Environment = Record<string, string | undefined>;

function accepted(env: Environment): Config {
  const outcome = readConfig(env);
  assert.equal(outcome.kind, 'ok', JSON.stringify(outcome));
  if (outcome.kind !== 'ok') throw new assert.AssertionError({ message: 'refused' });
  return outcome.config;
}

function refused(env: Environment, variable: string, about?: RegExp): void {
  const outcome = readConfig(env);
  assert.equal(outcome.kind, 'refused', `${variable} is accepted`);
  if (outcome.kind !== 'refused') return;
  assert.equal(outcome.variable, variable);
  assert.ok(outcome.sentence.includes(variable));
  assert.ok(!outcome.sentence.includes('\n'));
  if (about !== undefined) assert.match(outcome.sentence, about);
}

describe('configuration', () => {
  it('refuses to start without an app id and without local mode, and says which two ways there are', () => {
    refused({}, 'MicrosoftAppId', /LOCAL_MODE=1/);
    refused({ MicrosoftAppId: '  ' }, 'MicrosoftAppId', /LOCAL_MODE=1/);
  });

  it('takes the defaults of the contract in local mode', () => {
    assert.deepEqual(accepted({ LOCAL_MODE: '1' }), {
      store: { kind: 'embedded', folder: './data' },
      timeZone: 'Europe/Amsterdam',
      logLevel: 'info',
      host: '127.0.0.1',
      port: 3978,
      signIn: { kind: 'local' },
      allowedTenants: [],
      allowedServiceHosts: [],
      botFramework: {},
    });
  });

  it('listens on every address of the machine with a registration, unless HOST says otherwise', () => {
    assert.equal(accepted(registered).host, '0.0.0.0');
    assert.equal(accepted({ ...registered, HOST: '127.0.0.1' }).host, '127.0.0.1');
  });

  it('listens on nothing but loopback in local mode', () => {
    for (const host of ['127.0.0.1', '127.0.0.9', 'localhost', '::1', '[::1]'])
      assert.notEqual(accepted({ LOCAL_MODE: '1', HOST: host }).host, '[::1]');
    for (const host of ['0.0.0.0', '::', '10.0.0.1', 'voorbeeld.example', '127.0.0.1.voorbeeld.example'])
      refused({ LOCAL_MODE: '1', HOST: host }, 'HOST', /deze machine/);
  });

  it('never runs a registered bot without sign-in', () => {
    refused({ ...registered, LOCAL_MODE: '1' }, 'LOCAL_MODE', /MicrosoftAppId/);
    for (const value of ['0', 'true', 'ja']) refused({ LOCAL_MODE: value }, 'LOCAL_MODE');
  });

  it('asks of each kind of registration what that kind needs', () => {
    refused({ ...registered, MicrosoftAppTenantId: undefined }, 'MicrosoftAppTenantId', /SingleTenant/);
    refused({ ...registered, MicrosoftAppPassword: '' }, 'MicrosoftAppPassword');
    refused({ ...registered, MicrosoftAppType: 'MultiTenant', MicrosoftAppPassword: '' }, 'MicrosoftAppPassword');
    refused({ ...registered, MicrosoftAppType: 'Alles' }, 'MicrosoftAppType', /MultiTenant, SingleTenant of User/);
    refused({ MicrosoftAppId: appId, MicrosoftAppType: 'UserAssignedMSI' }, 'MicrosoftAppTenantId');
    const managed = accepted({
      MicrosoftAppId: appId,
      MicrosoftAppType: 'UserAssignedMSI',
      MicrosoftAppTenantId: tenant,
    });
    assert.deepEqual(managed.signIn, { kind: 'registration', appType: 'UserAssignedMSI', appId, tenantId: tenant });
  });

  it('lets in the app’s own tenant unless a list is given, and nobody when neither is known', () => {
    assert.deepEqual(accepted(registered).allowedTenants, [tenant]);
    const two = `${appId.toUpperCase()}, ${tenant} ,`;
    assert.deepEqual(accepted({ ...registered, ALLOWED_TENANTS: two }).allowedTenants, [appId, tenant]);
    const multi = { MicrosoftAppId: appId, MicrosoftAppPassword: 'geheim-van-de-test' };
    refused(multi, 'ALLOWED_TENANTS', /iedere organisatie/);
    assert.deepEqual(accepted({ ...multi, ALLOWED_TENANTS: tenant }).allowedTenants, [tenant]);
  });

  it('names the variable whose value is malformed', () => {
    const wrong: readonly (readonly [string, string])[] = [
      ['PORT', 'abc'],
      ['PORT', '65536'],
      ['PORT', '-1'],
      ['PORT', '80.5'],
      ['HOST', 'https://voorbeeld.example'],
      ['MicrosoftAppId', 'geen-guid'],
      ['MicrosoftAppTenantId', 'common'],
      ['ALLOWED_TENANTS', `${tenant},*`],
      ['ALLOWED_SERVICE_HOSTS', 'https://voorbeeld.example/pad'],
      ['ALLOWED_SERVICE_HOSTS', '*.voorbeeld.example'],
      ['TIMEZONE', 'Europa/Amsterdam'],
      ['TIMEZONE', '+01:00'],
      ['LOG_LEVEL', 'veel'],
      ['MONGODB_URI', 'http://voorbeeld.example'],
      ['MONGODB_URI', 'mongodb://'],
      ['MONGODB_DB', 'a.b'],
      ['GRAPH_BASE_URL', 'http://voorbeeld.example'],
      ['ToChannelFromBotLoginUrl', 'http://voorbeeld.example'],
      ['OAuthUrl', 'niets'],
      ['ValidateAuthority', 'misschien'],
    ];
    for (const [name, value] of wrong) refused({ ...registered, [name]: value }, name);
  });

  it('takes the Bot Framework’s own settings along unchanged', () => {
    const settings = {
      ToBotFromChannelOpenIdMetadataUrl: 'https://login.botframework.azure.us/v1/.well-known/openidconfiguration',
      ToChannelFromBotLoginUrl: 'http://127.0.0.1:4000/',
      CallerId: 'urn:botframework:azureusgov',
      ChannelService: 'https://botframework.azure.us',
      ValidateAuthority: 'true',
    };
    assert.deepEqual(accepted({ ...registered, ...settings }).botFramework, settings);
  });

  it('opens MongoDB when an address is given, in the database named or ketenregie', () => {
    const uri = 'mongodb://iemand:wachtwoord@een.voorbeeld.example,twee.voorbeeld.example:27018/?tls=true';
    assert.deepEqual(accepted({ LOCAL_MODE: '1', MONGODB_URI: uri }).store, {
      kind: 'mongodb',
      uri,
      database: 'ketenregie',
    });
  });

  it('never repeats a wrong value, which may hold a password', () => {
    const outcome = readConfig({ LOCAL_MODE: '1', MONGODB_URI: 'mongo://iemand:wachtwoord@voorbeeld.example' });
    assert.ok(!JSON.stringify(outcome).includes('wachtwoord'));
  });

  it('needs no app registration for the command line', () => {
    assert.equal(readStoreConfig({}).kind, 'ok');
    assert.equal(readStoreConfig({ TIMEZONE: 'x' }).kind, 'refused');
  });

  it('answers whatever text stands in a variable with a value or a refusal, never with an exception', () => {
    const names = [
      'PORT',
      'HOST',
      'MONGODB_URI',
      'ALLOWED_TENANTS',
      'ALLOWED_SERVICE_HOSTS',
      'TIMEZONE',
      'GRAPH_BASE_URL',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.string(), (name, value) => {
        assert.ok(['ok', 'refused'].includes(readConfig({ ...registered, [name]: value }).kind));
      }),
    );
  });

  it('knows where the bot can be reached from outside, without a slash at the end, and takes nothing but https', () => {
    assert.equal(accepted(registered).publicUrl, undefined);
    const at = (PUBLIC_URL: string) => accepted({ ...registered, PUBLIC_URL }).publicUrl;
    assert.equal(at('https://ketenregie.voorbeeld.example'), 'https://ketenregie.voorbeeld.example');
    assert.equal(at(' https://voorbeeld.example/ketenregie// '), 'https://voorbeeld.example/ketenregie');
    assert.equal(accepted({ LOCAL_MODE: '1', PUBLIC_URL: 'http://127.0.0.1:8080' }).publicUrl, 'http://127.0.0.1:8080');
    for (const wrong of [
      'http://ketenregie.voorbeeld.example',
      'ketenregie.voorbeeld.example',
      'https://wie:geheim@voorbeeld.example',
      'https://voorbeeld.example/?a=b',
      'https://voorbeeld.example/#deel',
      'ftp://voorbeeld.example',
    ])
      refused({ ...registered, PUBLIC_URL: wrong }, 'PUBLIC_URL', /https-adres/);
  });
});
