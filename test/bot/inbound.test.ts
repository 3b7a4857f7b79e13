import assert from 'node:assert/strict';
import type { Activity } from 'botbuilder';
import { type Inbound, readInbound } from '../../bot/inbound.ts';
import { openMemoryStore } from '../fakes/memory-store.ts';
import { seededRandom } from '../fakes/seeded-random.ts';
import { channel, person, personal, Teams } from '../journeys/teams.ts';

const bot = { id: '28:ketenregie', name: 'Ketenregie' };
const mention = { type: 'mention', mentioned: bot, text: '<at>Ketenregie</at>' };

const read = (changes: Record<string, unknown> = {}): Inbound =>
  readInbound({
    type: 'message',
    id: '1',
    channelId: 'msteams',
    serviceUrl: 'http://127.0.0.1/',
    text: 'help',
    from: { id: '29:a', name: 'Voorbeeld A', aadObjectId: 'aad-a' },
    recipient: bot,
    conversation: { id: 'a:chat', conversationType: 'personal', tenantId: 'tenant' },
    ...changes,
  } as unknown as Activity);
const inChannel = {
  conversation: { id: '19:kanaal@thread.tacv2;messageid=5', conversationType: 'channel', tenantId: 'tenant' },
  channelData: {
    tenant: { id: 'tenant' },
    channel: { id: '19:kanaal@thread.tacv2', name: 'Samen' },
    team: { id: '19:team@thread.tacv2' },
  },
};
const textOf = (inbound: Inbound): string | undefined => (inbound.kind === 'message' ? inbound.text : undefined);

describe('what came in', () => {
  let teams: Teams | undefined;
  after(() => teams?.close());

  it('is addressed to the bot always in a personal chat, elsewhere only with a mention of this bot', () => {
    const addressed = (changes: Record<string, unknown>): unknown => Reflect.get(read(changes), 'addressed');
    assert.equal(addressed({}), true);
    assert.equal(addressed(inChannel), false);
    assert.equal(addressed({ ...inChannel, entities: [mention] }), true);
    assert.equal(addressed({ ...inChannel, entities: [{ ...mention, mentioned: { id: '28:ander' } }] }), false);
    assert.equal(addressed({ conversation: { id: '19:x', conversationType: 'groupChat' } }), false);
  });

  it('is its text without the mention of the bot, wherever that stands, and with every other word', () => {
    const said = (text: string, entities: unknown[] = [mention]): string | undefined =>
      textOf(read({ ...inChannel, text, entities }));
    assert.equal(said('<at>Ketenregie</at> toon AFS-2026-001'), 'toon AFS-2026-001');
    assert.equal(said('toon\u00a0 AFS-2026-001&nbsp;<at>Ketenregie</at>\n'), 'toon AFS-2026-001');
    assert.equal(said('<at>Ketenregie</at> vraag <at>Ketenregie</at>'), 'vraag');
    assert.equal(said('<at>Zwaan</at> <at>Ketenregie</at> help'), '<at>Zwaan</at> help');
    assert.equal(said('<at>Ketenregie</at>'), '');
    assert.equal(said('a.*b', [{ ...mention, text: '.*' }]), 'a b', 'a mention is never a pattern');
    assert.equal(textOf(read({ text: undefined })), '');
  });

  it('has the address of the channel itself, not of the thread, and that of the thread to answer in', () => {
    const { address, conversationId, conversationName } = read(inChannel);
    assert.deepEqual(address, {
      tenantId: 'tenant',
      conversationId: '19:kanaal@thread.tacv2',
      conversationType: 'channel',
      serviceUrl: 'http://127.0.0.1/',
      botId: '28:ketenregie',
      teamId: '19:team@thread.tacv2',
      channelId: '19:kanaal@thread.tacv2',
    });
    assert.equal(conversationId, '19:kanaal@thread.tacv2;messageid=5');
    assert.equal(conversationName, 'Samen');
    assert.equal(read().address.userAadId, 'aad-a');
    assert.equal(
      read({ channelData: undefined, conversation: inChannel.conversation }).address.channelId,
      '19:kanaal@thread.tacv2',
    );
  });

  it('belongs to the same line of questions only when the same person says it in the same thread', () => {
    const { threadKey } = read(inChannel);
    assert.equal(read({ ...inChannel, id: '2', text: 'anders' }).threadKey, threadKey);
    assert.notEqual(read({ ...inChannel, from: { id: '29:b' } }).threadKey, threadKey);
    assert.notEqual(read().threadKey, threadKey);
    assert.doesNotMatch(threadKey, /29:|19:|tenant/);
  });

  it('is in the language of who speaks, Dutch when that is none of ours', () => {
    const spoken = ['nl-NL', 'nl', 'en-GB', 'EN', 'fy-NL', 'de-DE', '', undefined].map(
      (locale) => read({ locale }).language,
    );
    assert.deepEqual(spoken, ['nl', 'nl', 'en', 'en', 'fy', 'nl', 'nl', 'nl']);
  });

  it('is a button with whatever it carries, unread, or another invoke', () => {
    const value = { action: { type: 'Action.Execute', verb: 'x', data: [1] }, trigger: 'manual' };
    const pressed = read({ type: 'invoke', name: 'adaptiveCard/action', value, replyToId: 'kaart' });
    assert.ok(pressed.kind === 'button');
    assert.deepEqual([pressed.verb, pressed.data, pressed.cardActivityId], ['x', [1], 'kaart']);
    for (const broken of [undefined, null, 'x', { action: null }, { action: [] }]) {
      const empty = read({ type: 'invoke', name: 'adaptiveCard/action', value: broken });
      assert.ok(empty.kind === 'button', 'Teams wants the answer of a button, whatever it sent');
      assert.deepEqual([empty.verb, empty.data], [undefined, undefined]);
    }
    assert.equal(read({ type: 'invoke', name: 'task/fetch' }).kind, 'invoke');
  });

  it('is an installation, a removal, or nothing to us', () => {
    const kinds = (['add', 'add-upgrade', 'remove', 'remove-upgrade'] as const).map(
      (action) => read({ type: 'installationUpdate', action }).kind,
    );
    assert.deepEqual(kinds, ['installed', 'installed', 'removed', 'removed']);
    assert.equal(read({ type: 'conversationUpdate', membersRemoved: [bot] }).kind, 'removed');
    assert.equal(read({ type: 'conversationUpdate', membersRemoved: [{ id: '29:a' }] }).kind, 'other');
    assert.equal(read({ type: 'conversationUpdate', membersAdded: [bot] }).kind, 'other');
    assert.equal(read({ type: 'typing' }).kind, 'other');
  });

  it('has the files that can be fetched, and no other attachment', () => {
    const content = { downloadUrl: 'https://voorbeeld.sharepoint.com/x', fileType: 'csv' };
    const file = { contentType: 'application/vnd.microsoft.teams.file.download.info', content, name: 'a.csv' };
    const inbound = read({
      attachments: [file, { contentType: 'text/html', content: '<p>help</p>' }, { ...file, content: {} }],
    });
    assert.ok(inbound.kind === 'message');
    assert.deepEqual(inbound.files, [{ name: 'a.csv', downloadUrl: content.downloadUrl }]);
  });

  it('may be anything: the bot answers with a status and JSON, tells nothing of itself, and lives on', async function () {
    this.timeout(30_000);
    const store = openMemoryStore();
    teams = await Teams.open(async () => store);
    const random = seededRandom();
    const said = teams.messageFrom('help', person('Vermeer'), channel('odd'));
    const press = {
      ...said,
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action: { verb: 'help', data: { v: 1 } } },
    };
    const junk = [
      null,
      0,
      -1,
      '',
      'x'.repeat(9000),
      [],
      [null],
      {},
      { id: null },
      true,
      '\u0000\u202e',
      [[[]]],
    ] as const;
    const keys = [
      'text',
      'entities',
      'attachments',
      'membersRemoved',
      'locale',
      'timestamp',
      'id',
      'replyToId',
      'value',
      'name',
      'channelData',
      'from',
      'type',
      'action',
      'conversation',
    ];
    for (let round = 0; round < 150; round += 1) {
      const changed = { ...random.pick([said, press]) };
      for (let times = 0; times < 2; times += 1)
        changed[keys[random.below(keys.length)] ?? 'text'] = junk[random.below(junk.length)];
      const { status, body } = await teams.deliver(changed);
      const where = `seed ${random.seed}, round ${round}`;
      assert.ok(
        [200, 400, 403, 501].includes(status),
        `${where}: ${status} for ${JSON.stringify(changed).slice(0, 300)}`,
      );
      assert.doesNotMatch(JSON.stringify(body ?? ''), /node_modules|TypeError|at \w+ \(/, where);
    }
    const answer = await teams.say('help', person('Vermeer'), personal('vermeer'));
    assert.equal(answer.type, 'AdaptiveCard');
  });
});
