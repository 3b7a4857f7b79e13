import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openOutbox } from '../../services/herinneringen/outbox.ts';
import { openStore } from '../../services/opslag/open-store.ts';
import { loadRecessen, tracesOf } from '../../services/reces/recessen.ts';
import {
  type Card,
  cardOf,
  channel,
  eventually,
  MovableClock,
  person,
  personal,
  Teams,
  textOf,
  titlesIn,
} from './teams.ts';

/** A coordinator fills in when a council does not meet, sees herinneringen move, takes it away and sees them move back. */
const vermeer = person('Vermeer');
const zwaan = person('Zwaan');
const odd = channel('odd-reces');
const timeZone = 'Europe/Amsterdam';
const assen = 'gm0106';
const najaar = { organisatie: assen, naam: 'Herfstreces', van: '2026-11-26', tot: '2026-12-04' };

describe('journey: the reces of a council', function () {
  this.timeout(120_000);
  const clock = new MovableClock('2026-11-23T10:00:00+01:00');
  let teams: Teams;
  let folder = '';

  /** When the date itself of the quarterly report (Saturday 28 November) is told, as it stands in the outbox. */
  const moment = async (): Promise<number | undefined> => {
    const { occurrences } = openOutbox(teams.house.parts.store);
    const [found] = await occurrences.find({ code: 'AFS-2026-003', step: 0, anchor: '2026-11-28' });
    return found?.at;
  };
  const until = async (iso: string): Promise<void> => {
    await eventually(async () => {
      teams.house.parts.wake();
      return (await moment()) === Date.parse(iso) ? true : undefined;
    });
  };
  const stored = async () => (await loadRecessen(teams.house.parts.store, timeZone)).of(assen);
  const open = () => openStore({ kind: 'embedded', folder });

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ketenregie-reces-'));
    teams = await Teams.open(open, { clock, roundMs: 100 });
    const greeting = await teams.install(vermeer, odd);
    await teams.press(greeting, 'Voorbeeld laden', vermeer, odd);
  });
  after(async () => {
    await teams?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const warning = /is voor het komende jaar geen reces bekend\. Typ “reces” om het in te vullen\./;

  it('is missed in one line when the channel is bound, in status and under the list', async () => {
    const bound = textOf(await teams.say('koppel Omgevingsdienst Drenthe', zwaan, odd));
    assert.match(bound, warning);
    assert.match(bound, /Gemeente Aa en Hunze, Gemeente Assen, Gemeente Borger-Odoorn en nog 9 gemeenten/);
    await until('2026-11-27T09:00:00+01:00');
    for (const text of ['status', 'herinneringen'])
      assert.match(textOf(await teams.say(text, zwaan, odd)), warning, text);
    assert.doesNotMatch(textOf(await teams.say('status', zwaan, personal('zwaan'))), /geen reces bekend/);
  });

  it('is not set in a chat of one person, where no partner would see it', async () => {
    const own = personal('vermeer');
    const card = await teams.say('reces Assen', vermeer, own);
    assert.deepEqual(titlesIn(card), []);
    const channelCard = await teams.say('reces', vermeer, odd);
    await teams.press(channelCard, 'Opslaan', vermeer, own, najaar);
    assert.deepEqual(await stored(), []);
  });

  it('opens with no gemeente chosen while several are left: nobody fills in another by mistake', async () => {
    const { body } = (await teams.say('reces', zwaan, odd)) as { body: readonly Record<string, unknown>[] };
    const choice = body.find(({ id }) => id === 'organisatie');
    assert.ok(choice);
    assert.equal(choice.value, undefined);
  });

  let form: Card = {};

  it('is read from a sentence into the form, and nothing happens before Opslaan', async () => {
    form = await teams.say('reces Assen herfst van 26 november tot en met 4 december 2026', zwaan, odd);
    const inputs = JSON.stringify(form);
    for (const part of ['"value":"gm0106"', '"value":"Herfstreces"', '"value":"2026-11-26"', '"value":"2026-12-04"'])
      assert.ok(inputs.includes(part), part);
    assert.deepEqual(await stored(), []);
  });

  it('says what is wrong and keeps what was typed', async () => {
    for (const [change, problem] of [
      [{ tot: '2026-11-20' }, /laatste dag ligt voor de eerste/],
      [{ tot: '2027-12-04' }, /hooguit 100 dagen/],
      [{ van: '2025-11-26', tot: '2025-12-04' }, /al voorbij/],
      [{ van: '' }, /Vul de organisatie/],
      [{ organisatie: 'gm0014' }, /doet niet mee/],
      [{ organisatie: 'Nergenshuizen' }, /Ik weet niet welke organisatie/],
    ] as const) {
      const { value } = await teams.press(form, 'Opslaan', zwaan, odd, { ...najaar, ...change });
      assert.match(textOf(value), problem);
      assert.ok(JSON.stringify(value).includes('"value":"Herfstreces"'));
    }
    assert.deepEqual(await stored(), []);
  });

  it('moves the herinnering to before it, once however often Opslaan is pressed', async () => {
    const presses = await Promise.all(
      ['een', 'een', 'twee'].map((id) => teams.press(form, 'Opslaan', zwaan, odd, najaar, id)),
    );
    assert.ok(presses.some(({ value }) => /Opgeslagen: Herfstreces, Gemeente Assen/.test(textOf(value))));
    for (const { value } of presses) assert.match(textOf(value), /komen op woensdag 25 november 2026/);
    assert.equal((await stored()).length, 1);
    assert.equal((await tracesOf(teams.house.parts.store, assen)).length, 1);
    await until('2026-11-25T09:00:00+01:00');
    const list = textOf(await teams.say('herinneringen', zwaan, odd));
    assert.match(list, /woensdag 25 november 2026/);
    assert.doesNotMatch(list, /Gemeente Assen/);
  });

  it('comes before the reces in the preview of an own herinnering, and in what is planned of it', async () => {
    const card = await teams.say('herinner ons op 2 december aan AFS-2026-003', vermeer, odd);
    assert.match(textOf(card), /25 november 2026, 09:00/);
    assert.match(textOf(card), /valt in een reces; daarom komt de herinnering eerder/);
    await teams.press(card, 'Instellen', vermeer, odd);
    const { occurrences } = openOutbox(teams.house.parts.store);
    const at = await eventually(async () => {
      teams.house.parts.wake();
      return (await occurrences.find({ code: 'AFS-2026-003', kind: 'eigen' }))[0]?.at;
    });
    assert.equal(at, Date.parse('2026-11-25T09:00:00+01:00'));
  });

  it('is known after a restart', async () => {
    await teams.restart();
    assert.equal((await stored()).length, 1);
    assert.match(textOf(await teams.say('reces', zwaan, odd)), /26 november 2026 t\/m 4 december 2026/);
  });

  it('is what "na het reces" means here, and nothing is guessed where it is not known', async () => {
    const text = textOf(await teams.say('welke rapportages zijn er na het reces?', zwaan, odd));
    assert.match(text, /5 december 2026/);
    const other = channel('regit-reces');
    await teams.install(vermeer, other);
    await teams.say('koppel RegIT', vermeer, other);
    const unknown = textOf(await teams.say('welke rapportages zijn er na het reces?', vermeer, other));
    assert.doesNotMatch(unknown, /5 december 2026/);
  });

  it('is told to who asks when it is', async () => {
    const one = textOf(await teams.say('wanneer heeft Assen reces?', zwaan, odd));
    assert.match(one, /Herfstreces, Gemeente Assen/);
    assert.doesNotMatch(textOf(await teams.say('wanneer is het reces van Emmen?', zwaan, odd)), /Herfstreces, /);
  });

  it('taken away moves it back, once however often Weghalen is pressed', async () => {
    const card = await teams.say('reces', zwaan, odd);
    const [first, second] = await Promise.all(
      ['een', 'twee'].map((id) => teams.press(card, 'Weghalen', zwaan, odd, {}, `weg-${id}`)),
    );
    const texts = [textOf(first?.value), textOf(second?.value)];
    assert.ok(
      texts.some((text) => /Weggehaald: Herfstreces, Gemeente Assen/.test(text)),
      texts.join(),
    );
    assert.deepEqual(await stored(), []);
    await until('2026-11-27T09:00:00+01:00');
    assert.match(textOf(await teams.say('status', zwaan, odd)), warning);
  });

  it('set again, the channel is told before it and not in it', async () => {
    await teams.press(form, 'Opslaan', zwaan, odd, najaar);
    await until('2026-11-25T09:00:00+01:00');
    const told = async (from: string, to: string): Promise<readonly string[]> => {
      clock.moveTo(from);
      const before = teams.connector.delivered.length;
      clock.moveTo(to);
      await eventually(async () => {
        teams.house.parts.wake();
        const { occurrences } = openOutbox(teams.house.parts.store);
        const underway = { state: { $in: ['planned', 'leased', 'posting'] }, at: { $lte: clock.now() } };
        const waiting = await occurrences.find(underway);
        return waiting.length === 0 ? true : undefined;
      });
      return teams.connector.delivered.slice(before).map(({ activity }) => textOf(cardOf(activity)));
    };
    const early = await told('2026-11-25T08:59:00+01:00', '2026-11-25T09:01:00+01:00');
    assert.ok(
      early.some((text) => text.includes('AFS-2026-003')),
      early.join('\n'),
    );
    const inside = await told('2026-11-27T08:59:00+01:00', '2026-11-27T09:01:00+01:00');
    assert.deepEqual(
      inside.filter((text) => text.includes('AFS-2026-003')),
      [],
    );
  });
});
