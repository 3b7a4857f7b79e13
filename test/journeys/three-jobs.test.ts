import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openOutbox } from '../../services/herinneringen/outbox.ts';
import { openStore } from '../../services/opslag/open-store.ts';
import type { Store } from '../../services/opslag/store.ts';
import { skipAbsent } from '../absent.ts';
import { startMongo } from '../servers/mongo-server.ts';
import {
  actionsIn,
  type Card,
  cardOf,
  channel,
  eventually,
  inputsIn,
  MovableClock,
  person,
  personal,
  Teams,
  textOf,
  titlesIn,
} from './teams.ts';

/** The main job as people live it, on both stores: ask, be reminded, decide. */
const vermeer = person('Vermeer');
const zwaan = person('Zwaan');

interface Backing {
  readonly open: () => Promise<Store>;
  readonly remove: () => Promise<void>;
}

async function embedded(): Promise<Backing> {
  const folder = await mkdtemp(join(tmpdir(), 'ketenregie-journey-'));
  return {
    open: () => openStore({ kind: 'embedded', folder }),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function mongodb(): Promise<Backing | { readonly unavailable: string }> {
  const server = await startMongo();
  if ('unavailable' in server) return server;
  const database = `ketenregie-journey-${randomUUID().slice(0, 8)}`;
  return { open: () => openStore({ kind: 'mongodb', uri: server.uri, database }), remove: async () => undefined };
}

for (const [name, backing] of [
  ['the embedded store', embedded],
  ['MongoDB', mongodb],
] as const) {
  describe(`journey: ask, be reminded, decide (${name})`, function () {
    this.timeout(60_000);
    const clock = new MovableClock('2026-11-23T10:00:00+01:00');
    const odd = channel(`odd-${name.length}`);
    let teams: Teams;
    let remove: () => Promise<void> = async () => undefined;

    before(async function () {
      const made = await backing();
      if ('unavailable' in made) return skipAbsent(this, made.unavailable);
      remove = made.remove;
      teams = await Teams.open(made.open, { clock, roundMs: 200 });
    });
    after(async () => {
      await teams?.close();
      await remove();
    });

    it('greets in a channel and offers the example, an import and a binding', async () => {
      const greeting = await teams.install(vermeer, odd);
      const titles = titlesIn(greeting);
      for (const title of ['Voorbeeld laden', 'Bestand importeren'])
        assert.ok(titles.includes(title), `${title} in ${titles}`);
      const answer = await teams.press(greeting, 'Voorbeeld laden', vermeer, odd);
      assert.equal(answer.http, 200);
      assert.equal(teams.house.parts.register.view().verbanden.length, 9);
    });

    it('answers who takes part, with every deelnemer', async () => {
      const card = await teams.say('Welke gemeenten doen mee aan de Omgevingsdienst Drenthe?', vermeer, odd);
      const text = textOf(card);
      for (const gemeente of ['Aa en Hunze', 'Assen', 'Coevorden', 'Hoogeveen', 'Westerveld'])
        assert.match(text, new RegExp(gemeente));
    });

    it("answers which dvo's end this year, with code, owner and how it was understood", async () => {
      const text = textOf(await teams.say("welke dvo's verlopen dit jaar?", vermeer, personal('vermeer')));
      assert.match(text, /AFS-2026-001/);
      assert.match(text, /AFS-2026-008/);
      assert.match(text, /Voorbeeld Vermeer/);
      assert.match(text, /2026/);
      assert.doesNotMatch(text, /AFS-2026-015/);
    });

    it('reminds in the channel once it is bound, in a new thread, with four working buttons', async () => {
      const before = teams.connector.delivered.length;
      assert.match(textOf(await teams.say('koppel Omgevingsdienst Drenthe', zwaan, odd)), /Omgevingsdienst Drenthe/);
      await teams.connector.until(before + 2);
      const reminder = teams.connector.delivered.find(({ newThread }) => newThread);
      assert.ok(reminder);
      const card = (reminder.activity.attachments as { content: Card }[])[0]?.content ?? {};
      for (const code of ['AFS-2026-002', 'AFS-2026-003', 'AFS-2026-005']) assert.match(textOf(card), new RegExp(code));
      const occurrence = await eventually(async () => {
        const found = { code: 'AFS-2026-003', state: 'delivered' };
        return (await openOutbox(teams.house.parts.store).occurrences.find(found)).at(0);
      });

      for (const [title, seen] of [
        ['Gezien', /gezien/i],
        ['Ik pak het op', /pakt|opgepakt/i],
        ['Uitstellen', /uitgesteld|uitstellen|stelt/i],
        ['Klaar', /klaar/i],
      ] as const) {
        const inputs = { occurrence: occurrence._id, delay: '1w' };
        const first = await teams.press(card, title, zwaan, odd, inputs, `press-${title}`);
        assert.equal(first.http, 200);
        assert.equal(first.statusCode, 200);
        assert.match(JSON.stringify(first.value), seen);
        const second = await teams.press(card, title, zwaan, odd, inputs, `press-${title}`);
        assert.deepEqual(second.value, first.value, `${title} delivered twice gives the same answer`);
      }
      assert.ok(teams.connector.updated.length >= 4, 'everybody sees the card change');
    });

    it('logs a besluit once, however often the button is pressed or delivered', async () => {
      const form = await teams.say('besluit: de evaluatie wordt in het voorjaar gehouden', vermeer, odd);
      assert.equal(
        inputsIn(form).find(({ id }) => id === 'onderwerp')?.value,
        'De evaluatie wordt in het voorjaar gehouden',
        'what was typed in passing starts as a sentence',
      );
      const missing = await teams.press(form, 'Vastleggen', vermeer, odd, {
        onderwerp: '',
        datum: '',
        bestuursorgaan: '',
      });
      assert.equal(missing.statusCode, 200);
      assert.ok(
        actionsIn(missing.value).some(({ title }) => title === 'Vastleggen'),
        'the form stays, with what is wrong',
      );
      const inputs = {
        onderwerp: 'De evaluatie wordt in het voorjaar gehouden',
        toelichting: 'Besproken met alle deelnemers.',
        datum: '2026-11-20',
        bestuursorgaan: 'AB',
        afspraken: 'AFS-2026-002',
        ingangsdatum: '2026-12-01',
        vervaldatum: '',
      };
      const answers = await Promise.all(
        ['druk-1', 'druk-1', 'druk-2', 'druk-2'].map((id) => teams.press(form, 'Vastleggen', vermeer, odd, inputs, id)),
      );
      for (const answer of answers) {
        assert.equal(answer.statusCode, 200);
        assert.match(textOf(answer.value), /B-2026-001/);
      }
      const besluiten = await teams.house.parts.besluiten.findBesluiten({});
      assert.deepEqual(
        besluiten.map(({ identificatie }) => identificatie),
        ['B-2026-001'],
      );
      assert.match(textOf(await teams.say('besluiten', zwaan, odd)), /B-2026-001/);
      assert.match(textOf(await teams.say('toon B-2026-001', zwaan, odd)), /voorjaar/);
      assert.match(textOf(await teams.say('verifieer', zwaan, odd)), /klopt|heel|ongeschonden|in orde/i);
    });

    it('still knows all of it after a restart, and reminds nobody twice', async () => {
      const threads = teams.connector.delivered.filter(({ newThread }) => newThread).length;
      await teams.restart();
      assert.match(textOf(await teams.say('toon B-2026-001', zwaan, odd)), /voorjaar/);
      await teams.settle();
      assert.equal(teams.connector.delivered.filter(({ newThread }) => newThread).length, threads);
    });

    it('delivers what came due while it was down after the start, once', async () => {
      const before = teams.connector.delivered.length;
      clock.moveTo('2026-12-07T10:00:00+01:00');
      await teams.restart();
      await teams.connector.until(before + 1);
      await teams.settle();
      // What nobody reacted to is asked in the thread of its reminder, in the place of the step that came due with it.
      const told = teams.connector.delivered.slice(before);
      const headings = told.map(({ activity }) => textOf(cardOf(activity)).split(' ')[0]);
      // Of Monday and of the first of the month there is an overzicht as well, each once.
      assert.deepEqual(headings.filter((each) => each === 'Weekoverzicht' || each === 'Wat').sort(), [
        'Wat',
        'Weekoverzicht',
      ]);
      const reminders = told.filter((_, index) => headings[index] !== 'Weekoverzicht' && headings[index] !== 'Wat');
      assert.equal(reminders.length, 1);
      assert.match(JSON.stringify(reminders[0]?.activity), /AFS-2026-002/);
    });
  });
}
