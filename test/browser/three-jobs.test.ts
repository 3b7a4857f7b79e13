import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { openBesluitenregister } from '../../services/besluiten/besluitenregister.ts';
import { systemClock } from '../../services/clock.ts';
import { openOutbox } from '../../services/herinneringen/outbox.ts';
import { openStore } from '../../services/opslag/open-store.ts';
import { openChromium } from './chromium.ts';
import { type Demo, startDemo } from './demo.ts';
import { type Card, openPlayground, type Playground, type Thread } from './playground.ts';

/** The three jobs as somebody lives them in the demo: ask, be reminded, decide. Each card is kept as a screenshot in `shots/`. */
const codesIn = (text: string): readonly string[] => [...new Set(text.match(/AFS-\d{4}-\d{3}/g))];
const onderwerp = 'De evaluatie wordt in het voorjaar gehouden';

describe('in the Playground', function () {
  this.timeout(120_000);
  let browser: Browser | undefined;
  let demo: Demo | undefined;
  let playground: Playground;
  let digest: Card;
  let reminded: readonly string[] = [];
  let asked: Thread;
  let form: Card;
  let identificatie = '';

  before(async function () {
    browser = await openChromium(this);
    demo = await startDemo();
    playground = await openPlayground(browser, demo.address);
  });
  after(async () => {
    await browser?.close();
    await demo?.stop();
    await demo?.remove();
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await playground?.shoot('failed');
  });
  // A story: what follows on a step that failed would only repeat its failure.
  this.bail(true);

  it('a channel is greeted in Dutch when the bot is installed there', async () => {
    await playground.open('Omgevingsdienst Drenthe');
    const greeting = await playground.cardWith('Welkom bij Ketenregie');
    assert.deepEqual(await greeting.buttons(), ['Bestand importeren', 'Wat kan ik vragen?', 'Dit kanaal koppelen']);
    await greeting.shoot('01-welkom');
  });

  it('help shows the jobs with examples', async () => {
    const help = await (await playground.post('help')).answer(1);
    await help.shows('Besluiten vastleggen en terugvinden');
    assert.ok((await help.buttons()).includes('Wat is er te laat?'));
    await help.shoot('02-help');
  });

  it('binding the channel brings its reminders in a thread of their own', async () => {
    const thread = await playground.post('koppel Omgevingsdienst Drenthe');
    const bound = await thread.answer(1);
    await bound.shows('Gekoppeld aan');
    await bound.shoot('03-koppel');
    digest = await playground.cardWith('Over welke herinnering gaat het?');
    const text = await digest.text();
    assert.match(text, /liepen al toen dit kanaal werd gekoppeld/);
    assert.doesNotMatch(text, /niet bereikbaar/);
    assert.equal(await thread.count(), 1);
    reminded = codesIn(text);
    assert.ok(reminded.length >= 4, text);
    await digest.shoot('04-herinneringen');
  });

  it('a button asks for a choice before anything is sent', async () => {
    await digest.pressInVain('Gezien');
    await digest.shows('Kies eerst een herinnering.');
    await digest.shoot('05-herinnering-keuze-ontbreekt');
  });

  it('each of the four buttons leaves its mark on the card, and pressing twice changes nothing', async () => {
    const presses = ['Gezien', 'Gezien', 'Ik pak het op', 'Uitstellen', 'Klaar'] as const;
    const who = 'Voorbeeld Vermeer (Assen)';
    const marks = {
      Gezien: `gezien door ${who}`,
      'Ik pak het op': `${who} pakt het op`,
      Uitstellen: `uitgesteld door ${who}`,
      Klaar: `✔ klaar gemeld door ${who}`,
    };
    const order = [...new Set<(typeof presses)[number]>(presses)];
    for (const title of presses) {
      const code = reminded[order.indexOf(title)] ?? '';
      await digest.choose('Over welke herinnering gaat het?', code);
      await digest.press(title);
      await digest.showsLine(code, marks[title]);
    }
    await digest.shoot('06-herinneringen-beantwoord');
    const text = await digest.text();
    for (const mark of Object.values(marks)) assert.equal(text.split(` · ${mark}`).length, 2, `${mark} in ${text}`);
  });

  it('a question about who takes part names them and says how it was understood', async () => {
    asked = await playground.post('Welke gemeenten doen mee aan de Omgevingsdienst Drenthe?');
    const answer = await asked.answer(1);
    const text = await answer.text();
    for (const gemeente of ['Aa en Hunze', 'Assen', 'Coevorden', 'Emmen', 'Westerveld'])
      assert.ok(text.includes(gemeente), `${gemeente} in ${text}`);
    await answer.shoot('07-deelnemers');
  });

  it("a question about dvo's that end this year shows codes, owners and dates", async () => {
    asked = await playground.post("welke dvo's verlopen dit jaar?");
    const answer = await asked.answer(1);
    const text = await answer.text();
    assert.ok(codesIn(text).length > 0, text);
    assert.match(text, /Eigenaar: /);
    assert.match(text, /Einddatum: 31 december/);
    await answer.shoot('08-dvos');
  });

  it('a follow-up in the thread builds on the question before it', async () => {
    const answer = await asked.reply('en voor Assen?');
    const text = await answer.text();
    assert.match(text, /Assen/);
    assert.match(text, /dvo|DVO/i);
    await answer.shoot('09-vervolgvraag');
  });

  it('a name that two partners bear is asked back, and the chosen one is answered', async () => {
    const which = await (await playground.post('welke afspraken hebben we met Groningen?')).answer(1);
    await which.shows('Welke bedoel je');
    assert.deepEqual(codesIn(await which.text()), []);
    await which.shoot('23-dubbelzinnig');
    await which.press('Provincie Groningen');
    await which.shows('Convenant toegankelijke haltes');
    const text = await which.text();
    assert.doesNotMatch(text, /Contract reisinformatie|Noordelijk Belastingkantoor/);
    await which.shoot('24-dubbelzinnig-gekozen');
  });

  it('a long list turns its pages in place', async () => {
    const list = await (await playground.post('welke afspraken zijn er?')).answer(1);
    await list.shows('Pagina 1 van');
    const first = codesIn(await list.text());
    await list.shoot('10-lijst-1');
    await list.press('Volgende');
    await list.shows('Pagina 2 van');
    const second = codesIn(await list.text());
    assert.ok(second.length > 0);
    assert.deepEqual(
      second.filter((code) => first.includes(code)),
      [],
    );
    await list.shoot('11-lijst-2');
    await list.press('Vorige');
    await list.shows('Pagina 1 van');
    assert.deepEqual(codesIn(await list.text()), first);
  });

  it('an afspraak is shown whole', async () => {
    const [code = ''] = reminded;
    const whole = await (await playground.post(`toon ${code}`)).answer(1);
    await whole.shows(code);
    await whole.shoot('12-afspraak');
  });

  it('what is not known is said, and who to ask', async () => {
    const honest = await (await playground.post('welke afspraken hebben we over olifanten?')).answer(1);
    await honest.shoot('22-weet-ik-niet');
    assert.deepEqual(codesIn(await honest.text()), []);
    await honest.shows('Geen afspraken gevonden. Vraag het na bij');
  });

  it('the besluit form opens with what was typed, and is not sent while something required is empty', async () => {
    form = await (await playground.post(`besluit: ${onderwerp}`)).answer(1);
    await form.shows('Wat is er besloten?');
    await form.shoot('13-besluit-formulier');
    await form.pressInVain('Vastleggen');
    await form.shows('Kies wie het besluit nam.');
    await form.shoot('14-besluit-formulier-leeg');
  });

  it('Vastleggen gives a receipt in the place of the form, so that it cannot be pressed again', async () => {
    await form.choose('Wie heeft besloten?', 'college');
    await form.pickToday('Gaat in op');
    await form.fill('Codes van afspraken', reminded[0] ?? '');
    await form.fill('Toelichting', 'Na overleg met alle deelnemers.');
    await form.shoot('15-besluit-formulier-vol');
    await form.press('Vastleggen');
    await form.shows('Vastgelegd: B-');
    identificatie = /B-\d{4}-\d{3}/.exec(await form.text())?.[0] ?? '';
    assert.notEqual(identificatie, '');
    assert.ok(!(await form.buttons()).includes('Vastleggen'));
    await form.shoot('16-besluit-bewijs');
  });

  it('besluiten lists it, toon shows it and verifieer finds the chain sound', async () => {
    const list = await (await playground.post('besluiten')).answer(1);
    await list.shows(identificatie);
    await list.shoot('17-besluiten');
    const besluit = await (await playground.post(`toon ${identificatie}`)).answer(1);
    await besluit.shows(`Besluit ${identificatie}`);
    await besluit.shows(onderwerp);
    await besluit.shoot('18-besluit');
    const verdict = await (await playground.post('verifieer')).answer(1);
    await verdict.shows('Het register klopt');
    await verdict.shoot('19-verifieer');
  });

  it('the list of reminders shows what is planned for this channel', async () => {
    const list = await (await playground.post('herinneringen')).answer(1);
    await list.shows('Herinnering op');
    await list.shoot('20-herinneringen-lijst');
  });

  it('a personal chat answers without a mention', async () => {
    await playground.open('Personal Chat');
    await playground.cardWith('Welkom bij Ketenregie');
    const answer = await playground.chat('wat is er te laat?');
    const text = await answer.text();
    assert.match(text, /Te laat/i);
    await answer.shoot('21-persoonlijk');
  });

  it('afterwards the store holds the besluit once and each reminder delivered once', async () => {
    assert.ok(demo);
    await browser?.close();
    assert.equal(await demo.stop(), 0);
    const store = await openStore({ kind: 'embedded', folder: demo.folder });
    try {
      const register = openBesluitenregister({
        store,
        clock: systemClock,
        timeZone: 'Europe/Amsterdam',
        random: () => assert.fail('reading needs no randomness'),
      });
      const besluiten = (await register.findBesluiten({})).filter((besluit) => besluit.onderwerp === onderwerp);
      assert.deepEqual(
        besluiten.map((besluit) => besluit.identificatie),
        [identificatie],
      );
      const told = await openOutbox(store).occurrences.find({ state: { $in: ['delivered', 'settled'] } });
      assert.deepEqual(told.map(({ code }) => code).sort(), [...reminded].sort());
      assert.equal(new Set(told.map(({ activityId }) => activityId)).size, 1);
      assert.deepEqual(told.flatMap(({ reactions }) => reactions.map(({ button }) => button)).sort(), [
        'gezien',
        'klaar',
        'oppakken',
        'uitstellen',
      ]);
    } finally {
      await store.close();
    }
  });
});
