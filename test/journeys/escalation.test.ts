import assert from 'node:assert/strict';
import { openOutbox } from '../../services/herinneringen/outbox.ts';
import type { Draft, Store } from '../../services/opslag/store.ts';
import type { Afspraak } from '../../services/register/types.ts';
import { openMemoryStore } from '../fakes/memory-store.ts';
import { afspraakDraft, saveNew, verbandDraft } from './drafts.ts';
import {
  actionsIn,
  type Card,
  cardOf,
  channel,
  eventually,
  MovableClock,
  person,
  personal,
  Teams,
  textOf,
} from './teams.ts';

/** Nobody presses a button: who is asked, in which thread, and what stops it. */
const vermeer = person('Vermeer');
const zwaan = person('Zwaan');
const samen = channel('samen');

const afspraak = (code: string, over: Partial<Draft<Afspraak>> = {}): Draft<Afspraak> =>
  afspraakDraft(code, {
    partijen: ['gm0106', 'gm0119'],
    eigenaar: { naam: 'Voorbeeld Jansen' },
    herijking: '2027-01-22',
    ...over,
  });

const inputIn = (node: unknown, id: string): Record<string, unknown> | undefined => {
  if (typeof node !== 'object' || node === null) return undefined;
  if ('id' in node && node.id === id) return node as Record<string, unknown>;
  return Object.values(node)
    .flat()
    .map((child) => inputIn(child, id))
    .find((found) => found !== undefined);
};

describe('journey: nobody presses a button', function () {
  this.timeout(30_000);
  let clock: MovableClock;
  let teams: Teams;

  const outbox = () => openOutbox(teams.house.parts.store).occurrences;
  const save = (one: Draft<Afspraak>) => saveNew(teams, clock, one);
  const asking = () =>
    teams.connector.delivered.filter(({ activity }) => textOf(cardOf(activity)).startsWith('Nog geen reactie'));
  /** Goes to this moment and gives the card that asked somebody then. */
  const askedAt = async (iso: string): Promise<Card> => {
    const before = asking().length;
    clock.moveTo(iso);
    return eventually(async () => {
      const asked = asking()[before];
      return asked && cardOf(asked.activity);
    });
  };
  const quiet = async (iso: string): Promise<void> => {
    clock.moveTo(iso);
    await teams.settle();
  };
  const reminded = async (): Promise<{ readonly conversationId: string; readonly card: Card }> => {
    clock.moveTo('2026-11-27T09:30:00+01:00');
    return eventually(async () => {
      const told = teams.connector.delivered.find(({ activity }) => textOf(cardOf(activity)).startsWith('Herinnering'));
      const isKnown = (await outbox().find({ state: 'delivered', kind: 'herijking' })).length > 0;
      return told && isKnown ? { conversationId: told.conversationId, card: cardOf(told.activity) } : undefined;
    });
  };
  const setKeten = async (inputs: Record<string, string>): Promise<string> => {
    const form = await teams.say('keten', vermeer, samen);
    const answer = await teams.press(form, 'Opslaan', vermeer, samen, inputs);
    return textOf(answer.value);
  };

  beforeEach(async () => {
    clock = new MovableClock('2026-11-26T10:00:00+01:00');
    // Outlives the process, as a database does.
    const store: Store = { ...openMemoryStore(), close: async () => undefined };
    teams = await Teams.open(async () => store, { clock, roundMs: 100, callTimeoutMs: 300 });
    const { register } = teams.house.parts;
    await register.saveOrganisatie({ _id: 'gm0106', naam: 'Gemeente Assen', soort: 'gemeente', tooi: 'gm0106' });
    await register.saveOrganisatie({ _id: 'gm0119', naam: 'Gemeente Meppel', soort: 'gemeente', tooi: 'gm0119' });
    await register.saveVerband({
      ...verbandDraft(),
      deelnemers: ['gm0106', 'gm0119'].map((organisatie) => ({ organisatie, bestuursorganen: [] })),
    });
    await teams.say('koppel Voorbeeldverband', vermeer, samen);
  });
  afterEach(() => teams.close());

  for (const [model, more, last] of [
    ['orkestratie', { regisseur: 'Voorbeeld Smit' }, /Voor Voorbeeld Smit, regisseur van deze keten: wie kan dit/],
    [
      'estafette',
      { schakels: 'Gemeente Assen: Voorbeeld Jansen\nGemeente Meppel: Voorbeeld Mulder' },
      /Voor Gemeente Meppel, Voorbeeld Mulder, de volgende schakel in de keten: pakken jullie dit op\?/,
    ],
    ['netwerk', {}, /Wie pakt dit op\? Een vraag aan alle partners: Gemeente Assen, Gemeente Meppel\./],
  ] as const) {
    it(`asks eigenaar, plaatsvervanger and coordinator, and then by the ${model}, in the thread of the herinnering, each once`, async () => {
      const saved = await setKeten({
        model,
        coordinator: 'Voorbeeld Bakker',
        plaatsvervanger: 'Voorbeeld de Vries',
        ...more,
      });
      assert.match(saved, /Opgeslagen/);
      assert.match(saved, /Laatst gewijzigd door Voorbeeld Vermeer \(26 november 2026/);
      await save(afspraak('AFS-2026-001'));
      const { conversationId } = await reminded();
      const owner = await askedAt('2026-12-04T09:30:00+01:00');
      assert.match(textOf(owner), /Sinds vrijdag 27 november 2026 drukte niemand op een knop/);
      assert.match(textOf(owner), /Voor Voorbeeld Jansen, eigenaar: lukt het om dit op te pakken\?/);
      assert.match(
        textOf(owner),
        /Dan vraag ik het op vrijdag 11 december 2026 aan Voorbeeld de Vries \(plaatsvervanger\)/,
      );
      assert.doesNotMatch(textOf(owner), /niet ingesteld/);
      const deputy = await askedAt('2026-12-11T09:30:00+01:00');
      assert.match(textOf(deputy), /Voor Voorbeeld de Vries, plaatsvervanger/);
      // A process dies, another takes over.
      await teams.restart();
      const coordinator = await askedAt('2026-12-18T09:30:00+01:00');
      assert.match(textOf(coordinator), /Voor Voorbeeld Bakker, coördinator/);
      const all = await askedAt('2026-12-28T09:30:00+01:00');
      assert.match(textOf(all), last);
      assert.doesNotMatch(textOf(all), /Nog geen reactie\? Dan/);
      await quiet('2027-01-06T09:30:00+01:00');
      assert.equal(asking().length, 4);
      for (const asked of asking()) assert.equal(asked.conversationId, conversationId);
    });
  }

  it('stops at a press on the question, however often it is pressed or delivered, and shows who is on it', async () => {
    await save(afspraak('AFS-2026-001'));
    await reminded();
    const card = await askedAt('2026-12-04T09:30:00+01:00');
    assert.match(textOf(card), /Ketenmodel niet ingesteld: als niemand reageert, vraag ik het aan iedereen/);
    const answers = await Promise.all([
      teams.press(card, 'Ik pak het op', zwaan, samen, {}, 'druk-1'),
      teams.press(card, 'Ik pak het op', zwaan, samen, {}, 'druk-1'),
      teams.press(card, 'Ik pak het op', zwaan, samen, {}, 'druk-2'),
    ]);
    for (const { http, value } of answers) {
      assert.equal(http, 200);
      assert.match(textOf(value), /Voorbeeld Zwaan pakt het op/);
      assert.match(textOf(value), /Voor Voorbeeld Jansen, eigenaar/);
      assert.doesNotMatch(textOf(value), /Dan vraag ik het op/);
    }
    const one = (await outbox().find({ escalatie: 'eigenaar' })).at(0);
    assert.equal(one?.reactions.length, 1);
    await quiet('2027-01-06T09:30:00+01:00');
    assert.equal(asking().length, 1);
    // The next herinnering that stays without a reaction turns to whoever took it up.
    clock.moveTo('2027-01-08T09:30:00+01:00');
    await eventually(async () =>
      (await outbox().find({ state: 'delivered', step: -14 })).length > 0 ? true : undefined,
    );
    assert.match(textOf(await askedAt('2027-01-15T09:30:00+01:00')), /Voor Voorbeeld Zwaan, die dit oppakte/);
  });

  it('asks about many at once on one card, as a thread of its own when they were told apart', async () => {
    await save(afspraak('AFS-2026-001'));
    await reminded();
    await save(afspraak('AFS-2026-002', { eigenaar: { naam: 'Voorbeeld Mulder' } }));
    await eventually(async () =>
      (await outbox().find({ code: 'AFS-2026-002', state: 'delivered' })).length > 0 ? true : undefined,
    );
    const card = await askedAt('2026-12-04T09:30:00+01:00');
    const text = textOf(card);
    assert.match(text, /Nog geen reactie op 2 herinneringen/);
    assert.match(text, /AFS-2026-001.*Voorbeeld Jansen \(eigenaar\)/);
    assert.match(text, /AFS-2026-002.*Voorbeeld Mulder \(eigenaar\)/);
    assert.equal(asking()[0]?.newThread, true);
    const [first] = (inputIn(card, 'occurrence')?.choices ?? []) as { value: string }[];
    const answer = await teams.press(card, 'Gezien', zwaan, samen, { occurrence: first?.value ?? '' });
    assert.match(textOf(answer.value), /gezien/);
    const next = await askedAt('2026-12-11T09:30:00+01:00');
    assert.match(textOf(next), /AFS-2026-002/);
    assert.doesNotMatch(textOf(next), /AFS-2026-001/);
  });

  it('asks in the channel when the thread was taken away, and once when Teams loses its answer', async () => {
    await save(afspraak('AFS-2026-001'));
    await reminded();
    teams.connector.mishaps.push({ kind: 'refuses', status: 404 });
    await askedAt('2026-12-04T09:30:00+01:00');
    assert.equal(asking()[0]?.newThread, true);
    teams.connector.mishaps.push({ kind: 'accepts-then', status: 503 });
    await askedAt('2026-12-11T09:30:00+01:00');
    await quiet('2026-12-17T09:30:00+01:00');
    assert.equal(asking().length, 2);
    assert.match(textOf(await teams.say('herinneringen status', vermeer, samen)), /1 bericht wacht op jou/);
  });

  it('shows in herinneringen who would be asked and when; and is switched off and on again with a card', async () => {
    await save(afspraak('AFS-2026-001'));
    const list = textOf(await teams.say('herinneringen', vermeer, samen));
    assert.match(
      list,
      /Zonder reactie : {2}4 december 2026: Voorbeeld Jansen \(eigenaar\); 11 december 2026: iedereen in het kanaal/,
    );
    await reminded();
    await eventually(async () => ((await outbox().find({ escalatie: 'eigenaar' })).length > 0 ? true : undefined));
    clock.moveTo('2026-11-28T09:30:00+01:00');
    const planned = textOf(await teams.say('herinneringen', vermeer, samen));
    assert.match(planned, /vrijdag 4 december 2026/);
    assert.match(planned, /Vraag aan : {2}Voorbeeld Jansen \(eigenaar\)/);

    const off = await teams.say('escalatie uit voor AFS-2026-001', vermeer, samen);
    assert.match(textOf(off), /Voor deze afspraak AFS-2026-001/);
    assert.equal(inputIn(off, 'werkdagen')?.value, '0');
    const answer = await teams.press(off, 'Opslaan', vermeer, samen, { werkdagen: '0' });
    assert.match(textOf(answer.value), /hier wordt niet opgeschaald/);
    await quiet('2026-12-07T09:30:00+01:00');
    assert.equal(asking().length, 0);
    assert.doesNotMatch(textOf(await teams.say('herinneringen', vermeer, samen)), /Vraag aan/);

    const again = await teams.say('escalatie voor AFS-2026-001', zwaan, samen);
    assert.match(textOf(again), /Ingesteld door : {2}Voorbeeld Vermeer/);
    await teams.press(again, 'Gewone termijnen', zwaan, samen);
    await eventually(async () => (asking().length > 0 ? true : undefined));
    const here = await teams.say('opschalen na 3 werkdagen', zwaan, samen);
    assert.match(textOf(here), /Voor dit kanaal/);
    assert.equal(inputIn(here, 'werkdagen')?.value, '3');
  });

  it('sets the keten with a sentence, shows what is wrong, keeps who did it, and can be undone', async () => {
    const form = await teams.say('zet het ketenmodel op estafette', vermeer, samen);
    assert.match(textOf(form), /Ketenmodel niet ingesteld/);
    assert.equal(inputIn(form, 'model')?.value, 'estafette');
    const wrong = await teams.press(form, 'Opslaan', vermeer, samen, {
      model: 'estafette',
      schakels: 'Gemeente Asen\nVerzonnen club',
    });
    assert.match(textOf(wrong.value), /2 dingen kloppen nog niet|Eén ding klopt nog niet/);
    assert.equal(teams.house.parts.register.view().verband('v1')?.keten, undefined);
    const inputs = { model: 'estafette', coordinator: 'Voorbeeld Bakker', schakels: 'Gemeente Assen\nGemeente Meppel' };
    const saved = await teams.press(form, 'Opslaan', vermeer, samen, inputs);
    assert.match(textOf(saved.value), /Gemeente Assen → Gemeente Meppel/);
    await teams.press(form, 'Opslaan', vermeer, samen, inputs);
    const keten = () => teams.house.parts.register.view().verband('v1')?.keten;
    assert.equal(keten()?.versies.length, 1);
    assert.deepEqual(keten()?.versies[0]?.door, 'Voorbeeld Vermeer');
    const stale = await teams.press(form, 'Opslaan', zwaan, samen, { ...inputs, coordinator: 'Voorbeeld Mulder' });
    assert.match(
      textOf(teams.connector.delivered.at(-1)?.activity),
      /iemand anders heeft de keten intussen gewijzigd/,
      JSON.stringify(stale),
    );

    const asked = await teams.say('wie is de coördinator?', zwaan, samen);
    assert.equal(inputIn(asked, 'coordinator')?.value, 'Voorbeeld Bakker');
    const change = await teams.say('maak Voorbeeld Mulder coördinator van Voorbeeldverband', zwaan, samen);
    assert.equal(inputIn(change, 'coordinator')?.value, 'Voorbeeld Mulder');
    const changed = await teams.press(change, 'Opslaan', zwaan, samen, { ...inputs, coordinator: 'Voorbeeld Mulder' });
    const undone = await teams.press(changed.value as Card, 'Ongedaan maken', vermeer, samen);
    await teams.press(changed.value as Card, 'Ongedaan maken', vermeer, samen);
    assert.match(textOf(undone.value), /Coördinator : {2}Voorbeeld Bakker/);
    assert.deepEqual(
      keten()?.versies.map(({ door, coordinator }) => `${door}: ${coordinator?.naam}`),
      [
        'Voorbeeld Vermeer: Voorbeeld Bakker',
        'Voorbeeld Zwaan: Voorbeeld Mulder',
        'Voorbeeld Vermeer: Voorbeeld Bakker',
      ],
    );
    const whole = textOf(await teams.say('wie doen er mee aan Voorbeeldverband?', zwaan, samen));
    assert.match(whole, /Ketenmodel : {2}estafette/);
  });

  it('gives no other channel a say', async () => {
    await save(afspraak('AFS-2026-001', { vertrouwelijkheid: 'vertrouwelijk' }));
    const elders = channel('elders');
    assert.match(textOf(await teams.say('escalatie uit voor AFS-2026-001', zwaan, elders)), /niet bekend/);
    assert.match(textOf(await teams.say('keten Voorbeeldverband', zwaan, elders)), /waar die is gekoppeld/);
    const form = await teams.say('keten', vermeer, samen);
    await teams.press(form, 'Opslaan', zwaan, elders, { model: 'netwerk' });
    assert.equal(teams.house.parts.register.view().verband('v1')?.keten, undefined);
    assert.match(textOf(await teams.say('keten', vermeer, personal('vermeer'))), /niet gekoppeld/);
    const card = await teams.say('escalatie', vermeer, samen);
    const [save0] = actionsIn(card);
    await teams.invoke({ verb: save0?.verb, data: { ...(save0?.data as object), werkdagen: '0' } }, zwaan, elders);
    assert.match(textOf(teams.connector.delivered.at(-1)?.activity), /niet bekend/);
  });
});
