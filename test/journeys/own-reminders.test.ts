import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listHerinneringen } from '../../services/herinneringen/list.ts';
import { dayAt } from '../../services/kalender/civil-date.ts';
import { openStore } from '../../services/opslag/open-store.ts';
import { type Card, cardOf, channel, MovableClock, person, personal, Teams, textOf, titlesIn } from './teams.ts';

/** Own reminders as people live them: ask in a sentence, see what would come of it, confirm, be reminded, manage. */
const vermeer = person('Vermeer');
const zwaan = person('Zwaan');
const odd = channel('odd-eigen');

describe('journey: own reminders', function () {
  this.timeout(120_000);
  const clock = new MovableClock('2026-11-23T10:00:00+01:00');
  let teams: Teams;
  let folder = '';

  /** What the channel or chat was told between two moments of the clock, in new posts that answer nobody. */
  async function told(from: string, to: string): Promise<readonly Card[]> {
    clock.moveTo(from);
    await teams.settle();
    const before = teams.connector.delivered.length;
    clock.moveTo(to);
    await teams.settle();
    return teams.connector.delivered.slice(before).map(({ activity }) => cardOf(activity));
  }

  const own = (cards: readonly Card[], pattern: RegExp): readonly Card[] =>
    cards.filter((card) => pattern.test(textOf(card)));

  async function ask(text: string, where = odd): Promise<Card> {
    const card = await teams.say(text, vermeer, where);
    assert.ok(titlesIn(card).includes('Instellen'), `${text}: ${textOf(card)}`);
    return card;
  }

  async function confirmed(text: string, where = odd): Promise<Card> {
    const answer = await teams.press(await ask(text, where), 'Instellen', vermeer, where);
    assert.equal(answer.statusCode, 200);
    return answer.value as Card;
  }

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ketenregie-own-'));
    teams = await Teams.open(() => openStore({ kind: 'embedded', folder }), { clock, roundMs: 100 });
    const greeting = await teams.install(vermeer, odd);
    await teams.press(greeting, 'Voorbeeld laden', vermeer, odd);
    await teams.say('koppel Omgevingsdienst Drenthe', zwaan, odd);
    await teams.settle();
  });
  after(async () => {
    await teams?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('shows what would come of a sentence, and does nothing before Instellen', async () => {
    const card = await ask('herinner ons vandaag om 14:05 aan het bellen met de accountant');
    assert.match(textOf(card), /Bellen met de accountant/);
    assert.match(textOf(card), /maandag 23 november 2026, 14:05/);
    const cancelled = await teams.press(card, 'Annuleren', vermeer, odd);
    assert.match(textOf(cancelled.value), /niet ingesteld/);
    const late = await teams.press(card, 'Instellen', vermeer, odd);
    assert.doesNotMatch(textOf(late.value), /staat aan/);
    assert.deepEqual(own(await told('2026-11-23T14:04:00+01:00', '2026-11-23T14:06:00+01:00'), /accountant/), []);
  });

  it('is set once however often Instellen is pressed or delivered, and arrives at its moment', async () => {
    const card = await ask('herinner ons vandaag om 15:05 aan het bellen met de notaris');
    const answers = await Promise.all(
      ['druk-1', 'druk-1', 'druk-2'].map((id) => teams.press(card, 'Instellen', vermeer, odd, {}, id)),
    );
    for (const { value } of answers) assert.deepEqual(value, answers[0]?.value);
    const early = own(await told('2026-11-23T14:30:00+01:00', '2026-11-23T15:04:00+01:00'), /notaris/);
    assert.deepEqual(early, []);
    const [reminder, ...more] = own(await told('2026-11-23T15:04:30+01:00', '2026-11-23T15:05:30+01:00'), /notaris/);
    assert.deepEqual(more, []);
    for (const title of ['Gezien', 'Ik pak het op', 'Uitstellen', 'Klaar', 'Beheren'])
      assert.ok(titlesIn(reminder).includes(title), `${title} in ${titlesIn(reminder)}`);
    const done = await teams.press(reminder ?? {}, 'Klaar', zwaan, odd);
    assert.match(textOf(done.value), /Klaar gemeld door Voorbeeld Zwaan/);
    const again = await teams.press(reminder ?? {}, 'Klaar', zwaan, odd);
    assert.deepEqual(again.value, done.value);
  });

  it('counts from a date of an afspraak and moves with it', async () => {
    const card = await confirmed('herinner ons 4 weken voor de einddatum van AFS-2026-006');
    assert.match(textOf(card), /4 weken voor de einddatum van AFS-2026-006/);
    assert.match(textOf(card), /26 mei 2027, 09:00/);
    const change = await teams.say('zet de einddatum van AFS-2026-006 op 30 juni 2027', vermeer, odd);
    await teams.press(change, 'Doorvoeren', vermeer, odd);
    const { store, register, kanalen, timeZone } = teams.house.parts;
    const rows = await listHerinneringen(
      { store, register: await register.refresh(), kanalen, timeZone },
      { from: '2027-05-01', to: '2027-07-01', now: clock.now() },
    );
    const days = rows.filter(({ kind }) => kind === 'eigen').map(({ at, code }) => `${code} ${dayAt(at, timeZone)}`);
    assert.deepEqual(days, ['AFS-2026-006 2027-06-02']);
  });

  it('asks which afspraak is meant, and goes on with the choice', async () => {
    const place = personal('vermeer');
    const card = await teams.say('herinner ons 2 weken voor de einddatum van de dvo', vermeer, place);
    assert.match(textOf(card), /Om welke afspraak gaat het/);
    const choice = titlesIn(card).find((title) => String(title).startsWith('AFS-2026-008'));
    await teams.press(card, String(choice), vermeer, place);
    const preview = cardOf(teams.connector.delivered.at(-1)?.activity ?? {});
    assert.match(textOf(preview), /2 weken voor de einddatum van AFS-2026-008/);
    assert.match(textOf(preview), /17 december 2026/);
  });

  it('says what is missing instead of guessing', async () => {
    for (const [text, said] of [
      ['herinner ons aan het overleg', /Wanneer moet de herinnering komen/],
      ['herinner ons 31 februari 2027 aan het overleg', /datum klopt niet/],
      ['herinner ons vandaag aan het overleg', /Hoe laat vandaag/],
      ['herinner ons 4 weken voor de einddatum van AFS-2026-002', /niet ingevuld/],
      ['herinner ons op 1 maart 2027', /Waaraan/],
    ] as const)
      assert.match(textOf(await teams.say(text, vermeer, odd)), said, text);
  });

  it('sends a list of what is te laat each first Monday, over the change of the clocks', async () => {
    const card = await confirmed('elke eerste maandag van de maand om 10:15 een lijstje met wat te laat is');
    assert.match(textOf(card), /elke maand op de eerste maandag, 10:15/);
    assert.match(textOf(card), /7 december 2026, 10:15/);
    const winter = own(await told('2027-03-01T10:14:00+01:00', '2027-03-01T10:16:00+01:00'), /te laat/);
    const [list] = winter.filter((each) => /Lijst van wat te laat is/.test(textOf(each)));
    assert.match(textOf(list), /AFS-2026-005/);
    const early = await told('2027-04-04T12:00:00+02:00', '2027-04-05T10:14:00+02:00');
    assert.deepEqual(own(early, /Lijst van wat te laat is/), []);
    const summer = own(
      await told('2027-04-05T10:14:30+02:00', '2027-04-05T10:15:30+02:00'),
      /Lijst van wat te laat is/,
    );
    assert.equal(summer.length, 1);
  });

  it('tells in one message how often a recurring reminder was missed', async () => {
    await teams.restart();
    const cards = await told('2027-04-05T11:00:00+02:00', '2027-08-03T11:00:00+02:00');
    // Other reminders were due as well: one message tells all of them.
    const missed = own(cards, /Lijst van wat te laat is/);
    assert.equal(missed.length, 1);
    assert.match(textOf(missed[0]), /3 keer uitgevallen/);
  });

  it('is paused, resumed, moved and stopped by sentence and by button, traced with who', async () => {
    await confirmed('herinner ons elke woensdag om 11:00 aan de wekelijkse stand');
    const asked = await teams.say('pauzeer de herinneringen over de wekelijkse stand tot 1 september 2027', zwaan, odd);
    assert.match(textOf(asked), /pauzeren tot 1 september 2027/);
    const paused = await teams.press(asked, 'Pauzeren', zwaan, odd);
    assert.match(textOf(paused.value), /gepauzeerd tot 1 september 2027/);
    assert.match(textOf(paused.value), /gepauzeerd door Voorbeeld Zwaan/);
    assert.deepEqual((await teams.press(asked, 'Pauzeren', zwaan, odd)).value, paused.value);
    assert.deepEqual(
      own(await told('2027-08-04T10:59:00+02:00', '2027-08-04T11:01:00+02:00'), /[Ww]ekelijkse stand/),
      [],
    );
    await teams.press(
      await teams.say('hervat de herinneringen over de wekelijkse stand', zwaan, odd),
      'Hervatten',
      zwaan,
      odd,
    );
    const resumed = own(await told('2027-08-11T10:59:00+02:00', '2027-08-11T11:01:00+02:00'), /[Ww]ekelijkse stand/);
    assert.equal(resumed.length, 1);
    const stop = await teams.say('hou op met die meldingen over de wekelijkse stand', zwaan, odd);
    assert.match(textOf((await teams.press(stop, 'Stoppen', zwaan, odd)).value), /gestopt door Voorbeeld Zwaan/);
    assert.deepEqual(
      own(await told('2027-08-18T10:59:00+02:00', '2027-08-18T11:01:00+02:00'), /[Ww]ekelijkse stand/),
      [],
    );
  });

  it('is moved to the day that was named', async () => {
    await confirmed('help me onthouden: 01-10-2027 kadernota Recreatieschap');
    const asked = await teams.say('mag de reminder voor de kadernota naar maandag 18 oktober 2027', zwaan, odd);
    const moved = await teams.press(asked, 'Verplaatsen', zwaan, odd);
    assert.match(textOf(moved.value), /maandag 18 oktober 2027/);
    assert.match(textOf(moved.value), /verplaatst door Voorbeeld Zwaan/);
    assert.deepEqual(own(await told('2027-10-01T08:59:00+02:00', '2027-10-01T09:01:00+02:00'), /[Kk]adernota/), []);
    const came = own(await told('2027-10-18T08:59:00+02:00', '2027-10-18T09:01:00+02:00'), /[Kk]adernota/);
    assert.equal(came.length, 1);
  });

  it('comes on every day that was named, each shown before it is set', async () => {
    const card = await ask('herinner ons op 1 november en 15 november om 10:30 aan de rondgang');
    assert.match(textOf(card), /1 november 2027, 15 november 2027, 10:30/);
    const set = await teams.press(card, 'Instellen', vermeer, odd);
    assert.match(textOf(set.value), /1 november 2027, 15 november 2027, 10:30/);
    assert.ok(!titlesIn(set.value).includes('Verplaatsen'));
    const refused = await teams.say('verplaats de herinnering over de rondgang naar 20 november', zwaan, odd);
    assert.match(textOf(refused), /komt vaker dan een keer/);
    assert.ok(titlesIn(refused).includes('Rondgang'));
    const [first, ...more] = own(await told('2027-11-01T10:29:00+01:00', '2027-11-01T10:31:00+01:00'), /[Rr]ondgang/);
    assert.deepEqual(more, []);
    await teams.press(first ?? {}, 'Klaar', zwaan, odd);
    await teams.restart();
    const second = own(await told('2027-11-15T10:29:00+01:00', '2027-11-15T10:31:00+01:00'), /[Rr]ondgang/);
    assert.equal(second.length, 1);
    const done = await teams.press(second[0] ?? {}, 'Klaar', zwaan, odd);
    assert.match(textOf(done.value), /Klaar gemeld/);
    await teams.press(second[0] ?? {}, 'Beheren', zwaan, odd);
    const managed = cardOf(teams.connector.delivered.at(-1)?.activity ?? {});
    assert.match(textOf(managed), /Stand\s*:\s*klaar/);
  });

  it('says what it cannot take whole, and sets nothing', async () => {
    for (const [text, said] of [
      ['herinner ons op 1 december om 10:00 en op 8 december om 14:00 aan de borg', /meer dan een tijd/],
      ['herinner ons op 1 of 2 december aan de borg', /Welke dag bedoel je/],
      ['herinner ons op 1 december en elke maandag aan de borg', /twee soorten momenten/],
      ['verplaats de herinnering over de borg naar 3 maart 2020', /dag na vandaag/],
      ['verplaats de herinnering over de borg naar 3 december om 10:00 of 14:00', /meer dan een tijd/],
    ] as const) {
      const card = await teams.say(text, vermeer, odd);
      assert.match(textOf(card), said, text);
      assert.ok(!titlesIn(card).includes('Instellen'), text);
    }
  });

  it('is moved to the time that was named as well, found by its words or by its day', async () => {
    await confirmed('herinner ons op 22 november 2027 aan de pakketpost');
    const asked = await teams.say('verplaats de herinnering over de pakketpost naar 23 november om 14:00', zwaan, odd);
    assert.match(textOf(asked), /verplaatsen naar dinsdag 23 november 2027 14:00/);
    const moved = await teams.press(asked, 'Verplaatsen', zwaan, odd);
    assert.match(textOf(moved.value), /dinsdag 23 november 2027, 14:00/);
    assert.match(textOf(moved.value), /verplaatst door Voorbeeld Zwaan.*naar 23 november 2027 14:00/);
    const byDay = await teams.say('verplaats de herinnering van 23 november naar 24 november om 15:30', zwaan, odd);
    assert.match(textOf(byDay), /[Pp]akketpost/);
    await teams.press(byDay, 'Verplaatsen', zwaan, odd);
    const none = await teams.say('verplaats de herinnering van 23 november naar 25 november', zwaan, odd);
    assert.match(textOf(none), /Op dinsdag 23 november 2027 staat hier geen herinnering gepland/);
    assert.deepEqual(own(await told('2027-11-23T13:59:00+01:00', '2027-11-23T14:01:00+01:00'), /[Pp]akketpost/), []);
    const came = own(await told('2027-11-24T15:29:00+01:00', '2027-11-24T15:31:00+01:00'), /[Pp]akketpost/);
    assert.equal(came.length, 1);
  });

  it('says of a day or time that is not always there what happens then', async () => {
    const place = personal('vermeer');
    for (const [text, said] of [
      ['herinner me elke 31e van de maand aan de kas', /In een maand zonder die dag komt hij niet/],
      ['herinner me elk jaar op 29 februari aan de kas', /29 februari 2028.*In een maand zonder die dag/],
      ['herinner me op 26 maart 2028 om 02:30 aan de kas', /klok vooruit gaat.*03:00/],
      ['herinner me op zaterdag 4 en zondag 12 maart 2028 aan de kas', /komt de herinnering eerder/],
    ] as const)
      assert.match(textOf(await ask(text, place)), said, text);
    for (const text of [
      'herinner me elke laatste dag van de maand aan de kas',
      'herinner me elke maandag om 9:00 aan x',
    ])
      assert.doesNotMatch(textOf(await ask(text, place)), /zonder die dag|klok vooruit/, text);
  });

  it('is shown as an example and sent there and then, once', async () => {
    const card = await confirmed('herinner ons op 1 december 2027 aan de kerstborrel');
    const before = teams.connector.delivered.length;
    await teams.press(card, 'Voorbeeld', vermeer, odd);
    assert.match(
      textOf(cardOf(teams.connector.delivered.at(-1)?.activity ?? {})),
      /Voorbeeld van een herinnering Kerstborrel/,
    );
    for (const id of ['nu-1', 'nu-1', 'nu-2']) await teams.press(card, 'Nu sturen', vermeer, odd, {}, id);
    await teams.settle();
    const posted = teams.connector.delivered.slice(before + 1).filter(({ newThread }) => newThread);
    assert.equal(posted.length, 1);
    assert.match(textOf(cardOf(posted[0]?.activity ?? {})), /Kerstborrel/);
  });

  it('has other terms for a soort after a preview, and shows them in the list until they are taken back', async () => {
    const preview = await teams.say('herinner bij contracten 120, 60 en 30 dagen van tevoren', vermeer, odd);
    assert.match(textOf(preview), /120, 60, 30 dagen voor de datum/);
    assert.match(textOf(preview), /alle afspraken van deze soort/);
    assert.doesNotMatch(textOf(await teams.say('herinneringen', vermeer, odd)), /Afwijkende termijnen/);
    const set = await teams.press(preview, 'Instellen', vermeer, odd);
    assert.match(textOf(set.value), /geldt vanaf nu/);
    const list = await teams.say('herinneringen', vermeer, odd);
    assert.match(textOf(list), /Afwijkende termijnen\s*:\s*contracten: 120, 60, 30 dagen ervoor/);
    await teams.press(set.value as Card, 'Terug naar standaard', vermeer, odd);
    assert.doesNotMatch(textOf(await teams.say('herinneringen', vermeer, odd)), /Afwijkende termijnen/);
  });

  it('belongs to its channel: nobody reaches it from another', async () => {
    const card = await ask('herinner ons op 3 december 2027 aan de begrotingsavond');
    const elsewhere = channel('elders');
    const answer = await teams.press(card, 'Instellen', zwaan, elsewhere);
    assert.doesNotMatch(JSON.stringify(answer.value), /begrotingsavond/i);
    const mine = await confirmed('herinner me op 3 december 2027 aan mijn afspraak', personal('zwaan'));
    assert.match(textOf(mine), /staat aan/);
  });
});
