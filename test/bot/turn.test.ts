import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import sinon from 'sinon';
import { Fault } from '../../services/fault.ts';
import { eventIn } from '../fakes/bot-process.ts';
import { openMemoryStore } from '../fakes/memory-store.ts';
import { actionsIn, type Card, channel, MovableClock, person, personal, Teams, textOf } from '../journeys/teams.ts';

/** What people see, and what the log keeps, when something breaks in the middle of a turn. */
const vermeer = person('Vermeer');
const odd = channel('odd');
const question = 'hoeveel dvo’s lopen er af met Geheimgemeente?';

describe('a turn in which something breaks', function () {
  this.timeout(30_000);
  /** What the next random ids will be. */
  const ids: string[] = [];
  let teams: Teams;
  let greeting: Card;

  before(async () => {
    const store = openMemoryStore();
    teams = await Teams.open(async () => store, {
      clock: new MovableClock('2026-11-23T10:00:00+01:00'),
      newId: () => ids.shift() ?? randomBytes(18).toString('base64url'),
      roundMs: 3_600_000,
    });
    greeting = await teams.install(vermeer, odd);
  });
  after(() => teams.close());
  afterEach(() => sinon.restore());

  const faultsAfter = (count: number) =>
    teams.lines
      .slice(count)
      .map(eventIn)
      .filter(({ event }) => event === 'fault');

  /** The reference that stands on the card. */
  const referenceOn = (card: Card): string => /\b[a-z0-9]{8}\b(?=\s*$)/.exec(textOf(card).trim())?.[0] ?? factOf(card);
  const factOf = (card: Card): string => /"value":"([a-z0-9]{8})"/.exec(JSON.stringify(card))?.[1] ?? '';

  const faults = [
    ['nothing happened', new Fault('opslag-unreachable', 'later', 'no server'), /Probeer het .* opnieuw/],
    ['nobody knows', new Fault('opslag-uncertain', 'uncertain', 'lost'), /niet zeker of dit is gelukt/],
    [
      'trying again is useless',
      new Fault('opslag-key-taken', 'never', 'taken'),
      /Geef deze verwijzing aan de beheerder/,
    ],
    [
      'an error that nobody foresaw',
      new TypeError(`cannot read ${question} of ${vermeer.name}`),
      /Geef deze verwijzing/,
    ],
  ] as const;

  for (const [what, fault, sentence] of faults) {
    it(`answers a message with a sentence and a reference that the log holds: ${what}`, async () => {
      sinon.stub(teams.house.parts.register, 'refresh').rejects(fault);
      const lines = teams.lines.length;
      const card = await teams.say(question, vermeer, personal('vermeer'));
      assert.match(textOf(card), sentence);
      const [logged, ...more] = faultsAfter(lines);
      assert.deepEqual(more, []);
      assert.equal(logged?.code, fault instanceof Fault ? fault.code : 'house-unexpected');
      assert.match(String(logged?.reference), /^[a-z0-9]{8}$/);
      assert.equal(referenceOn(card), logged?.reference);
    });

    it(`answers a button with HTTP 200, a card and a reference that the log holds: ${what}`, async () => {
      sinon.stub(teams.house.parts.besluiten, 'exportChain').rejects(fault);
      const lines = teams.lines.length;
      const answer = await teams.invoke({ verb: 'register.verifieer', data: { v: 1 } }, vermeer, odd);
      assert.deepEqual([answer.http, answer.statusCode], [200, 200]);
      assert.equal(answer.type, 'application/vnd.microsoft.card.adaptive');
      const card = answer.value as Card;
      assert.match(textOf(card), sentence);
      assert.equal(referenceOn(card), faultsAfter(lines)[0]?.reference);
    });
  }

  it('makes a reference that the log does not withhold, whatever the random id holds', async () => {
    sinon.stub(teams.house.parts.besluiten, 'exportChain').rejects(faults[0][1]);
    for (const id of ['-_-_abcdefgh1234', 'ab--cd__efGH-_12', '________12345678']) {
      ids.push(id);
      const lines = teams.lines.length;
      await teams.invoke({ verb: 'register.verifieer', data: { v: 1 } }, vermeer, odd);
      assert.match(String(faultsAfter(lines)[0]?.reference), /^(?!withheld)[a-z0-9]{8}$/);
    }
  });

  it('answers the message when it comes again after a fault that came before anything was done', async () => {
    const message = teams.messageFrom('help', vermeer, personal('vermeer'));
    const refresh = sinon.stub(teams.house.parts.register, 'refresh').rejects(faults[0][1]);
    await teams.deliver(message);
    refresh.restore();
    const before = teams.connector.delivered.length;
    await teams.deliver(message);
    assert.equal(teams.connector.delivered.length, before + 1);
  });

  it('says nothing where it was not spoken to', async () => {
    const before = teams.connector.requests;
    const unheard = teams.messageFrom(question, vermeer, odd, { mention: false });
    assert.equal((await teams.deliver(unheard)).status, 200);
    assert.equal(teams.connector.requests, before);
  });

  it('answers a button with 200 and a status in the body although Teams sends no action, or none of a known form', async () => {
    const said = teams.messageFrom('', vermeer, odd);
    for (const value of [undefined, null, 'x', [], {}, { action: null }, { action: 'x' }, { action: { verb: 7 } }]) {
      const reply = await teams.deliver({ ...said, type: 'invoke', name: 'adaptiveCard/action', value });
      assert.equal(reply.status, 200, JSON.stringify(value));
      assert.equal(typeof Reflect.get(Object(reply.body), 'statusCode'), 'number', JSON.stringify(value));
    }
  });

  it('answers a request that it does not serve with 501, and an event that means nothing to it with 200', async () => {
    const said = teams.messageFrom('', vermeer, odd);
    assert.equal(
      (await teams.deliver({ ...said, type: 'invoke', name: 'composeExtension/query', value: {} })).status,
      501,
    );
    for (const type of ['typing', 'messageReaction', 'messageUpdate', 'event', 'x'.repeat(1000)])
      assert.equal((await teams.deliver({ ...said, type })).status, 200);
  });

  it('keeps quiet in a channel it was removed from, until it is installed again', async () => {
    const said = teams.messageFrom('', vermeer, odd);
    await teams.deliver({ ...said, type: 'installationUpdate', action: 'remove' });
    const gone = await teams.house.parts.kanalen.allKanalen();
    assert.ok(gone.some(({ removed }) => removed));
    await teams.install(vermeer, odd);
    assert.ok((await teams.house.parts.kanalen.allKanalen()).every(({ removed }) => !removed));
  });

  it('writes down no text, no name and no address of anything that was said or pressed in a whole journey', async () => {
    await teams.press(greeting, 'Voorbeeld laden', vermeer, odd);
    for (const text of [
      question,
      'koppel Omgevingsdienst Drenthe',
      'toon AFS-2026-002',
      'besluit: wij stoppen met Geheimproject',
      'wat is het telefoonnummer van Voorbeeld Zwaan?',
      'koppel Geheimverband',
      'taal klingon',
      'status',
    ])
      await teams.say(text, vermeer, odd);
    const form = await teams.say('besluit', vermeer, odd);
    assert.ok(actionsIn(form).length > 0);
    const inputs = { onderwerp: 'Geheimbesluit', datum: '2026-11-20', bestuursorgaan: 'AB' };
    await teams.press(form, 'Vastleggen', vermeer, odd, inputs);
    await teams.invoke({ verb: 'Geheimwerkwoord', data: { v: 1, text: 'Geheimtekst' } }, vermeer, odd);
    teams.connector.mishaps.push({ kind: 'accepts-then', status: 500 });
    await teams.deliver(teams.messageFrom(question, vermeer, odd));

    const written = teams.lines.join('');
    assert.ok(teams.lines.length > 20);
    for (const word of [
      'Geheim',
      'Vermeer',
      'Zwaan',
      'Drenthe',
      'klingon',
      'telefoon',
      'aad-',
      '@thread',
      'AFS-',
      'B-2026',
    ])
      assert.ok(!written.toLowerCase().includes(word.toLowerCase()), `${word} is written down`);
    for (const secret of ['http://', 'https://', 'Bearer', '@voorbeeld']) assert.ok(!written.includes(secret), secret);
  });
});
