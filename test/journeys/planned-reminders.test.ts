import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { listHerinneringen } from '../../services/herinneringen/list.ts';
import { occurrenceCollection } from '../../services/herinneringen/outbox.ts';
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
  Teams,
  textOf,
  titlesIn,
} from './teams.ts';

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

  it('stand in the list once where they repeat, at the next moment, with the rhythm; that one is managed', async () => {
    clock.moveTo('2026-12-16T10:00:00+01:00');
    await teams.settle();
    const preview = await teams.say('herinner ons elke maandag aan de borg', vermeer, samen);
    await teams.press(preview, 'Instellen', vermeer, samen);
    const list = await teams.say('herinneringen', vermeer, samen);
    const text = textOf(list);
    assert.match(text, /^2 herinneringen/);
    assert.match(text, /Herinnering op\s*:\s*maandag 21 december 2026 Herhaling\s*:\s*elke week op maandag, 09:00/);
    assert.match(text, /Herinnering op\s*:\s*dinsdag 22 december 2026 Herhaling\s*:\s*elke week, zolang het openstaat/);
    const buttons = actionsIn(list).filter(({ title }) => title === 'Beheren');
    assert.equal(buttons.filter(({ data }) => JSON.stringify(data).includes('2026-12-15/7')).length, 1);
    const { store, kanalen, register } = teams.house.parts;
    const all = await listHerinneringen(
      { store, kanalen, register: register.view(), timeZone: 'Europe/Amsterdam' },
      { from: '2026-12-16', to: '2027-12-16', now: clock.now() },
    );
    assert.ok(
      all.filter(({ state }) => state === 'planned').length > 100,
      'the list of the command line holds them all',
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

  it('are shown with everything that can be done when a sentence leaves one out', async () => {
    const card = await teams.say('sla de volgende herinnering over AFS-2026-001 over', vermeer, samen);
    const left = await press(card, 'Overslaan');
    assert.match(textOf(left.value), /overgeslagen door Voorbeeld Vermeer/i);
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

  it('are moved to the time that a sentence names', async () => {
    const asked = await teams.say('verplaats de herinnering over AFS-2026-001 naar 26 november om 14:00', zwaan, samen);
    const button = String(
      titlesIn(asked).find((title) => /uitstellen tot donderdag 26 november 2026 14:00/.test(String(title))),
    );
    const moved = await press(asked, button, zwaan);
    assert.match(textOf(moved.value), /komt terug op 26 november 2026 14:00/);
    assert.deepEqual((await press(asked, button, zwaan)).value, moved.value);
    const before = reminders('AFS-2026-001');
    for (const [at, more] of [
      ['2026-11-26T13:59:00+01:00', 0],
      ['2026-11-26T14:00:00+01:00', 1],
    ] as const) {
      clock.moveTo(at);
      await teams.settle();
      assert.equal(reminders('AFS-2026-001'), before + more, at);
    }
  });

  it('are listed for what was asked alone, page after page, and say how that was understood', async () => {
    await saveNew(
      teams,
      clock,
      afspraakDraft('AFS-2026-002', {
        soort: 'sla',
        titel: 'SLA servicedesk',
        rapportagedatum: '2026-12-07',
        herijking: '2027-03-01',
        einddatum: '2027-06-01',
      }),
    );
    for (const [text, understood] of [
      ['herinneringen AFS-2026-002', /Begrepen als: .*AFS-2026-002/],
      ['welke herinneringen komen er over de sla', /Begrepen als: .*SLA/],
    ] as const) {
      const list = await teams.say(text, vermeer, samen);
      assert.match(textOf(list), understood);
      const codes = new Set(textOf(list).match(/AFS-2026-\d{3}(?=\s+·)/g));
      assert.deepEqual([...codes], ['AFS-2026-002'], text);
      const next = await press(list, 'Volgende');
      assert.match(textOf(next.value), /Pagina 2/);
      const back = await press(next.value as Card, 'Vorige');
      assert.match(textOf(back.value), /Pagina 1/);
    }
    assert.match(textOf(await teams.say('herinneringen over de begroting', vermeer, samen)), /^0 herinneringen/);
  });

  it('are stopped for the one that was chosen of several', async () => {
    await saveNew(teams, clock, afspraakDraft('AFS-2026-002', { herijking: '2026-12-15' }));
    const asked = await teams.say('stop de herinneringen over de dvo', vermeer, samen);
    const choice = String(titlesIn(asked).find((title) => String(title).startsWith('AFS-2026-002')));
    const before = teams.connector.delivered.length;
    await press(asked, choice);
    // A reminder may come at the same moment.
    const [answer] = teams.connector.delivered.slice(before).filter(({ newThread }) => !newThread);
    const shown = cardOf(answer?.activity ?? {});
    assert.match(textOf(shown), /AFS-2026-002/);
    assert.doesNotMatch(textOf(shown), /AFS-2026-001/);
    assert.ok(titlesIn(shown).includes('Instellen'), textOf(shown));
  });

  it('tell on their card, and in a digest, what became of their date since', async () => {
    const { register } = teams.house.parts;
    const changed = async (code: string, over: Partial<Afspraak>) => {
      const current = (await register.refresh()).afspraak(code);
      if (current === undefined) throw new TypeError(`no ${code}`);
      const { version, ...draft } = current;
      await register.saveAfspraak({ ...draft, ...over }, version, { naam: 'Proef', via: 'import' }, clock.now());
    };
    const told = () =>
      teams.connector.delivered
        .map(({ activity }) => cardOf(activity))
        .findLast(
          (card) => /^(?:Herinnering|\d+ herinneringen)/.test(textOf(card)) && titlesIn(card).includes('Klaar'),
        );
    clock.moveTo('2026-12-01T09:00:00+01:00');
    await teams.settle();
    const card = told() ?? {};
    await changed('AFS-2026-001', { herijking: '2027-03-01' });
    const seen = await press(card, 'Gezien');
    assert.match(textOf(seen.value), /datum is intussen gewijzigd: Herijking maandag 1 maart 2027/);
    assert.doesNotMatch(textOf(seen.value), /over 14 dagen/);
    const done = await press(card, 'Klaar');
    assert.match(textOf(done.value), /Klaar\. .*datum is intussen gewijzigd: Herijking maandag 1 maart 2027/);

    await saveNew(
      teams,
      clock,
      afspraakDraft('AFS-2026-002', { herijking: '2026-12-16' }),
      afspraakDraft('AFS-2026-003', { herijking: '2026-12-16' }),
    );
    clock.moveTo('2026-12-02T09:00:00+01:00');
    await teams.settle();
    const digest = told() ?? {};
    assert.match(textOf(digest), /^2 herinneringen/);
    await changed('AFS-2026-002', { status: 'afgerond' });
    const chosen =
      (
        await teams.house.parts.store
          .collection(occurrenceCollection)
          .find({ code: 'AFS-2026-003', state: 'delivered' })
      )[0]?._id ?? '';
    for (const [title, inputs] of [
      ['Ik pak het op', {}],
      ['Uitstellen', { delay: '1w' }],
      ['Gezien', {}],
    ] as const)
      await press(digest, title, zwaan, { occurrence: chosen, ...inputs });
    const drawn = await press(digest, 'Gezien', vermeer, { occurrence: chosen });
    assert.match(textOf(drawn.value), /AFS-2026-002\s+·\s+Herijking afspraak afgelopen/);
    assert.match(
      textOf(drawn.value),
      /AFS-2026-003.*Voorbeeld Zwaan pakt het op\s+·\s+uitgesteld door Voorbeeld Zwaan, komt terug op 9 december 2026/,
    );
  });

  it('are not reached from another channel', async () => {
    const action = actionsIn(await managed()).find(({ title }) => title === 'Overslaan');
    await teams.invoke({ verb: action?.verb, data: action?.data }, zwaan, elders);
    const said = textOf(cardOf(teams.connector.delivered.at(-1)?.activity ?? {}));
    assert.doesNotMatch(said, /AFS-2026-001/);
    assert.match(textOf(await managed()), /Stand\s*:\s*komt/);
  });
});
