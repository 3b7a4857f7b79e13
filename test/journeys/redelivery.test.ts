import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { openOutbox } from '../../services/herinneringen/outbox.ts';
import { openStore } from '../../services/opslag/open-store.ts';
import type { Store } from '../../services/opslag/store.ts';
import { skipAbsent } from '../absent.ts';
import type { Delivered } from '../fakes/connector.ts';
import { openMemoryStore } from '../fakes/memory-store.ts';
import { seededRandom } from '../fakes/seeded-random.ts';
import { startMongo } from '../servers/mongo-server.ts';
import {
  actionsIn,
  type Card,
  cardOf,
  channel,
  type InvokeAnswer,
  MovableClock,
  person,
  personal,
  Teams,
  textOf,
} from './teams.ts';

/** Teams delivers things more than once, to any of our processes, and people press twice. Each has one effect. */
const vermeer = person('Vermeer');
const zwaan = person('Zwaan');
const question = 'Welke gemeenten doen mee aan de Omgevingsdienst Drenthe?';
const odd = channel('odd');

const backings: readonly (readonly [
  string,
  () => Promise<(() => Promise<Store>) | { readonly unavailable: string }>,
])[] = [
  [
    'one store in memory',
    async () => {
      const store = openMemoryStore();
      return async () => store;
    },
  ],
  [
    'MongoDB',
    async () => {
      const server = await startMongo();
      if ('unavailable' in server) return server;
      const database = `ketenregie-redelivery-${randomUUID().slice(0, 8)}`;
      return () => openStore({ kind: 'mongodb', uri: server.uri, database });
    },
  ],
];

for (const [name, makeBacking] of backings) {
  describe(`journey: delivered again, also to another bot (${name})`, function () {
    this.timeout(30_000);
    const clock = new MovableClock('2026-11-23T10:00:00+01:00');
    let one: Teams;
    let two: Teams;

    before(async function () {
      const open = await makeBacking();
      if ('unavailable' in open) return skipAbsent(this, open.unavailable);
      const outside = { clock, roundMs: 100, callTimeoutMs: 5_000 };
      one = await Teams.open(open, outside);
      two = await Teams.open(open, outside);
      await one.install(vermeer, odd);
      await one.say('voorbeeld', vermeer, odd);
    });
    after(async () => {
      await one?.close();
      await two?.close();
    });

    const threads = (): readonly Delivered[] => one.connector.delivered.filter(({ newThread }) => newThread);

    /** The same activity, at the same moment, to both bots by turns. */
    const deliverTimes = (activity: Record<string, unknown>, times: number) =>
      Promise.all(Array.from({ length: times }, (_, at) => (at % 2 === 0 ? one : two).deliver(activity)));

    it('answers a message once that is delivered four times at once', async () => {
      const before = one.connector.delivered.length;
      const outcomes = await deliverTimes(one.messageFrom(question, vermeer, personal('vermeer')), 4);
      assert.deepEqual(
        outcomes.map(({ status }) => status),
        [200, 200, 200, 200],
      );
      assert.equal(one.connector.delivered.length, before + 1);
      assert.equal(two.connector.delivered.length, 0);
    });

    it('answers it not at all when it comes again later', async () => {
      const message = one.messageFrom(question, vermeer, personal('vermeer'));
      await one.deliver(message);
      const before = one.connector.delivered.length;
      await two.deliver(message);
      await one.deliver(message);
      assert.equal(one.connector.delivered.length, before);
    });

    it('answers the same words twice when they are said twice', async () => {
      const before = one.connector.delivered.length;
      await Promise.all([1, 2].map(() => one.deliver(one.messageFrom(question, vermeer, personal('vermeer')))));
      assert.equal(one.connector.delivered.length, before + 2);
    });

    it('greets once when an installation is told four times', async () => {
      const place = channel('nieuw');
      const before = one.connector.delivered.length;
      const { text: _, ...envelope } = one.messageFrom('', vermeer, place);
      await deliverTimes({ ...envelope, type: 'installationUpdate', action: 'add' }, 4);
      assert.equal(one.connector.delivered.length, before + 1);
    });

    it('posts a reminder once although two bots look after the same channel', async () => {
      await one.say('koppel Omgevingsdienst Drenthe', zwaan, odd);
      while (threads().length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
      clock.moveTo('2026-11-23T10:20:00+01:00');
      await Promise.all([one.settle(), two.settle()]);
      assert.equal(threads().length, 1);
    });
    it('gives every delivery of one press the same answer, and does it once', async () => {
      const { occurrences } = openOutbox(one.house.parts.store);
      const [occurrence] = await occurrences.find({ code: 'AFS-2026-003', state: 'delivered' });
      assert.ok(occurrence);
      const card: Card = cardOf(threads()[0]?.activity ?? {});
      for (const title of ['Gezien', 'Ik pak het op', 'Uitstellen', 'Klaar']) {
        const inputs: Record<string, string> = { occurrence: occurrence._id, delay: '1w' };
        const answers: readonly InvokeAnswer[] = await Promise.all(
          [one, two, one, two].map((teams) => teams.press(card, title, zwaan, odd, inputs, `druk-${title}`)),
        );
        const [first, ...others] = answers;
        assert.deepEqual([first?.http, first?.statusCode], [200, 200]);
        for (const other of others) assert.deepEqual(other.value, first?.value, title);
      }
      const after = await occurrences.get(occurrence._id);
      assert.deepEqual(
        after?.reactions.map(({ button }) => button),
        ['gezien', 'oppakken', 'uitstellen', 'klaar'],
      );
    });

    it('records one besluit from four deliveries at two bots', async () => {
      const form = await one.say('besluit: de evaluatie wordt in het voorjaar gehouden', vermeer, odd);
      const inputs = { onderwerp: 'Evaluatie in het voorjaar', datum: '2026-11-20', bestuursorgaan: 'AB' };
      const answers = await Promise.all(
        [one, two, one, two].map((teams) => teams.press(form, 'Vastleggen', vermeer, odd, inputs, 'druk-besluit')),
      );
      for (const { statusCode, value } of answers) {
        assert.equal(statusCode, 200);
        assert.match(textOf(value), /B-2026-001/);
      }
      assert.equal((await two.house.parts.besluiten.findBesluiten({})).length, 1);
    });
  });
}

describe('journey: a press that is not what it was', function () {
  this.timeout(30_000);
  let teams: Teams;
  let greeting: Card;

  before(async () => {
    const store = openMemoryStore();
    teams = await Teams.open(async () => store, { clock: new MovableClock('2026-11-23T10:00:00+01:00') });
    greeting = await teams.install(vermeer, odd);
    await teams.press(greeting, 'Voorbeeld laden', vermeer, odd);
  });
  after(() => teams?.close());

  /** Every answer to a press is HTTP 200 with a status in the body; it shows a card, says that one follows, or thanks in a line. */
  async function pressed(action: Record<string, unknown>): Promise<string> {
    const before = teams.connector.delivered.length;
    const answer = await teams.invoke(action, vermeer, odd);
    assert.equal(answer.http, 200);
    assert.equal(answer.statusCode, 200);
    if (answer.type === 'application/vnd.microsoft.card.adaptive') return textOf(answer.value);
    assert.equal(answer.type, 'application/vnd.microsoft.activity.message');
    const [card] = teams.connector.delivered.slice(before);
    return card === undefined ? String(answer.value) : textOf(cardOf(card.activity));
  }

  const id = 'x'.repeat(100);
  const tampered: readonly (readonly [string, Record<string, unknown>])[] = [
    ['an unknown verb', { verb: 'wis.alles', data: { v: 1 } }],
    ['no verb', { data: { v: 1 } }],
    ['a verb that every object has', { verb: 'constructor', data: { v: 1 } }],
    ['a verb that is an object', { verb: { $ne: '' }, data: { v: 1 } }],
    ['no data', { verb: 'help' }],
    ['data of a card from before', { verb: 'help', data: { v: 0 } }],
    ['data that is a list', { verb: 'afspraak.toon', data: [1, 2] }],
    ['a query for a code', { verb: 'afspraak.toon', data: { v: 1, code: { $ne: null } } }],
    ['a query for a reminder', { verb: 'herinnering.gezien', data: { v: 1, occurrence: { $gt: '' } } }],
    ['a reading that is none', { verb: 'vraag.pagina', data: { v: 1, reading: { intent: 'x' }, page: 1 } }],
    ['a page that is none', { verb: 'herinneringen.pagina', data: { v: 1, page: -1 } }],
    ['200 KB of data', { verb: 'vraag.tekst', data: { v: 1, text: 'x'.repeat(200_000) } }],
  ];
  for (const [what, action] of tampered) {
    it(`says what to do next after ${what}`, async () => {
      assert.match(await pressed(action), /Stel je vraag opnieuw/);
    });
  }

  it('lives through 200 KB of lists in lists', async () => {
    const lists = '['.repeat(100_000) + ']'.repeat(100_000);
    const said = teams.messageFrom('', vermeer, odd);
    const action = { type: 'Action.Execute', verb: 'vraag.keuze', data: { v: 1, reading: 'LISTS' } };
    const body = JSON.stringify({ ...said, type: 'invoke', name: 'adaptiveCard/action', value: { action } });
    const response = await fetch(`${teams.address}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: body.replace('"LISTS"', lists),
    });
    assert.equal(response.status, 200);
    const answer: unknown = await response.json();
    assert.ok(typeof answer === 'object' && answer !== null && 'statusCode' in answer);
    assert.equal(answer.statusCode, 200);
  });

  it('says that it does not know what is well formed but not there', async () => {
    assert.match(await pressed({ verb: 'herinnering.klaar', data: { v: 1, occurrence: id } }), /niet meer bekend/);
    assert.match(await pressed({ verb: 'besluit.toon', data: { v: 1, identificatie: 'B-2026-999' } }), /geen besluit/);
    assert.match(await pressed({ verb: 'afspraak.toon', data: { v: 1, code: 'AFS-1999-001' } }), /AFS-1999-001/);
    assert.notEqual(await pressed({ verb: 'koppel', data: { v: 1, verbandId: id } }), '');
  });

  it('answers whatever is changed in the data of a real button', async function () {
    this.timeout(60_000);
    const random = seededRandom();
    const card = await teams.say('toon alle afspraken', vermeer, odd);
    const buttons = [...actionsIn(greeting), ...actionsIn(card)].filter(({ verb }) => typeof verb === 'string');
    assert.ok(buttons.length >= 4);
    const foreign = [
      null,
      -1,
      1e308,
      '',
      'x'.repeat(5_000),
      [],
      {},
      { $gt: '' },
      true,
      '../..',
      '=1+1',
      '\u202e',
    ] as const;
    for (let round = 0; round < 60; round += 1) {
      const button = buttons[random.below(buttons.length)];
      const data: Record<string, unknown> = structuredClone({ ...(button?.data as object) });
      const keys = [...Object.keys(data), 'verband', 'page', '__proto__'];
      const key = keys[random.below(keys.length)] ?? 'v';
      Object.defineProperty(data, key, { value: foreign[random.below(foreign.length)], enumerable: true });
      const shown = await pressed({ verb: button?.verb, data }).catch((error: unknown) => error);
      const where = `seed ${random.seed}, round ${round}: ${String(button?.verb)} ${JSON.stringify(data).slice(0, 200)}`;
      assert.ok(typeof shown === 'string' && shown !== '', `${where}: ${String(shown)}`);
    }
  });
});
