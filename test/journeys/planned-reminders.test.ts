import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { openMemoryStore } from '../fakes/memory-store.ts';
import { afspraakDraft, saveNew, verbandDraft } from './drafts.ts';
import { actionsIn, type Card, cardOf, channel, eventually, MovableClock, person, Teams, textOf } from './teams.ts';

/** Reminders that follow from dates, managed from the list as own reminders are. */
const vermeer = person('Vermeer');
const zwaan = person('Zwaan');
const samen = channel('samen');
const elders = channel('elders');

describe('journey: planned reminders by hand', function () {
  this.timeout(30_000);
  const clock = new MovableClock('2026-11-24T10:00:00+01:00');
  let teams: Teams;

  const reminders = (code: string): number =>
    teams.connector.delivered.filter(
      ({ newThread, activity }) => newThread && textOf(cardOf(activity)).startsWith(`Herinnering ${code}`),
    ).length;
  /** The card to manage the first reminder in the list. */
  async function managed(): Promise<Card> {
    const list = await teams.say('herinneringen', vermeer, samen);
    const before = teams.connector.delivered.length;
    assert.equal((await teams.press(list, 'Beheren', vermeer, samen)).statusCode, 200);
    const card = cardOf(teams.connector.delivered[before]?.activity ?? {});
    assert.match(textOf(card), /Geplande herinnering/);
    return card;
  }
  const press = (
    card: Card,
    title: string,
    as = vermeer,
    inputs: Record<string, string> = {},
    id: string = randomUUID(),
  ) => teams.press(card, title, as, samen, inputs, id);

  beforeEach(async () => {
    clock.moveTo('2026-11-24T10:00:00+01:00');
    const store = openMemoryStore();
    teams = await Teams.open(async () => store, { clock, roundMs: 50 });
    await teams.house.parts.register.saveVerband(verbandDraft());
    await saveNew(teams, clock, afspraakDraft('AFS-2026-001', { herijking: '2026-12-15' }));
    await teams.say('koppel Voorbeeldverband', vermeer, samen);
    await teams.settle();
    for (const title of ['weekoverzicht', 'maandlijst']) await teams.say(`zet de ${title} uit`, vermeer, samen);
  });
  afterEach(() => teams.close());

  it('are sent there and then once, however often the button is pressed or delivered', async () => {
    const card = await managed();
    const before = reminders('AFS-2026-001');
    for (const id of ['nu-1', 'nu-1', 'nu-2']) await press(card, 'Nu sturen', zwaan, {}, id);
    await eventually(async () => (reminders('AFS-2026-001') > before ? true : undefined));
    await teams.settle();
    assert.equal(reminders('AFS-2026-001'), before + 1);
    const said = await teams.say('stuur de herinnering over AFS-2026-001 nu', zwaan, samen);
    assert.ok(
      actionsIn(said).some(({ title }) => title === 'Nu sturen'),
      textOf(said),
    );
  });

  it('are shown as an example without buttons to react', async () => {
    const before = teams.connector.delivered.length;
    await press(await managed(), 'Voorbeeld');
    const card = cardOf(teams.connector.delivered.slice(before).at(-1)?.activity ?? {});
    assert.match(textOf(card), /Voorbeeld van een herinnering.*Herijking over 14 dagen/);
    assert.deepEqual(
      actionsIn(card).map(({ title }) => title),
      ['Toon AFS-2026-001'],
    );
  });

  it('are left out and resumed, with who did it, and a second press changes nothing', async () => {
    const card = await managed();
    const [out, again] = [await press(card, 'Overslaan', zwaan), await press(card, 'Overslaan')];
    assert.match(textOf(out.value), /wordt overgeslagen.*overgeslagen door Voorbeeld Zwaan/);
    assert.deepEqual(again.value, out.value);
    const before = reminders('AFS-2026-001');
    clock.moveTo('2026-12-01T09:00:00+01:00');
    await teams.settle();
    assert.equal(reminders('AFS-2026-001'), before);
    clock.moveTo('2026-12-15T09:00:00+01:00');
    await eventually(async () => {
      teams.house.parts.wake();
      return reminders('AFS-2026-001') > before ? true : undefined;
    });
  });

  it('are paused until a day, and resumed', async () => {
    const card = await managed();
    const paused = await press(card, 'Pauzeren', zwaan, { dag: '2026-12-10' });
    assert.match(textOf(paused.value), /gepauzeerd tot 10 december 2026.*gepauzeerd door Voorbeeld Zwaan/);
    const resumed = await press(paused.value as Card, 'Hervatten');
    assert.match(textOf(resumed.value), /Stand\s*:\s*komt/);
    const passed = await press(card, 'Pauzeren', zwaan, { dag: '2026-11-20' });
    assert.equal(passed.statusCode, 200);
    assert.match(textOf(cardOf(teams.connector.delivered.at(-1)?.activity ?? {})), /Kies een dag na vandaag/);
  });

  it('are moved to another day', async () => {
    const card = await managed();
    const moved = await press(card, 'Verplaatsen', zwaan, { dag: '2026-11-27' });
    assert.match(textOf(moved.value), /Herinnering op\s*:\s*27 november 2026, 09:00/);
    assert.deepEqual((await press(card, 'Verplaatsen', zwaan, { dag: '2026-11-27' })).value, moved.value);
    const before = reminders('AFS-2026-001');
    clock.moveTo('2026-11-27T09:00:00+01:00');
    await eventually(async () => {
      teams.house.parts.wake();
      return reminders('AFS-2026-001') > before ? true : undefined;
    });
    clock.moveTo('2026-12-01T09:00:00+01:00');
    await teams.settle();
    assert.equal(reminders('AFS-2026-001'), before + 1, 'the day it was moved from is silent');
  });

  it('are not reached from another channel', async () => {
    const action = actionsIn(await managed()).find(({ title }) => title === 'Overslaan');
    await teams.invoke({ verb: action?.verb, data: action?.data }, zwaan, elders);
    const said = textOf(cardOf(teams.connector.delivered.at(-1)?.activity ?? {}));
    assert.doesNotMatch(said, /AFS-2026-001/);
    assert.match(textOf(await managed()), /Stand\s*:\s*komt/);
  });
});
