import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../services/opslag/open-store.ts';
import { cardOf, channel, MovableClock, person, personal, Teams, textOf, titlesIn } from './teams.ts';

/** What Ketenregie does not understand is answered by people, and found by whoever asks it next. */
const vermeer = person('Vermeer');
const zwaan = person('Zwaan');
const linde = person('Linde');
const question = 'sleutels fietsenkelder afgeven receptie';

describe('journey: learn from what went wrong', function () {
  this.timeout(60_000);
  const clock = new MovableClock('2026-11-23T10:00:00+01:00');
  const odd = channel('leren');
  let teams: Teams;
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ketenregie-learning-'));
    teams = await Teams.open(() => openStore({ kind: 'embedded', folder }), { clock, roundMs: 60_000 });
    await teams.press(await teams.install(vermeer, odd), 'Voorbeeld laden', vermeer, odd);
  });
  after(async () => {
    await teams?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const lastCard = () => cardOf(teams.connector.delivered.at(-1)?.activity ?? {});

  it('asks to bind a channel before it lists what was asked there', async () => {
    assert.match(textOf(await teams.say('onbeantwoord', zwaan, odd)), /koppel/);
    await teams.say('koppel Omgevingsdienst Drenthe', zwaan, odd);
    assert.match(textOf(await teams.say('onbeantwoorde vragen', zwaan, odd)), /geen onbeantwoorde vragen/i);
  });

  it('keeps a question that it did not understand, without the name of who asked', async () => {
    const card = await teams.say(`${question}, groet Vermeer`, vermeer, odd);
    assert.match(textOf(card), /begrijp ik niet/);
    const list = await teams.say('onbeantwoord', zwaan, odd);
    assert.match(textOf(list), /1 onbeantwoorde vraag/);
    assert.match(textOf(list), /sleutels fietsenkelder/);
    assert.match(textOf(list), /Vraag het aan\s+Voorbeeld/);
    assert.doesNotMatch(textOf(list), /groet Vermeer/);
    assert.deepEqual(titlesIn(list), ['Beantwoorden', 'Van de lijst halen']);
  });

  it('lists it under its English name and with a typing error as well', async () => {
    for (const command of ['unanswered', 'onbeantword'])
      assert.match(textOf(await teams.say(command, zwaan, odd)), /sleutels fietsenkelder|unanswered question/);
  });

  it('keeps it from a channel of another verband', async () => {
    const other = channel('elders');
    await teams.say('koppel GGD Drenthe', linde, other);
    assert.doesNotMatch(textOf(await teams.say('onbeantwoord', linde, other)), /fietsenkelder/);
  });

  it('takes an answer only with the code of an afspraak that it knows', async () => {
    await teams.press(await teams.say('onbeantwoord', zwaan, odd), 'Beantwoorden', zwaan, odd);
    const wrong = await teams.press(lastCard(), 'Opslaan', zwaan, odd, {
      code: 'AFS-1999-001',
      antwoord: 'Bij de balie.',
    });
    assert.match(textOf(wrong.value), /Deze code ken ik hier niet/);
    assert.ok(titlesIn(wrong.value).includes('Opslaan'), 'the form stays');
    const empty = await teams.press(lastCard(), 'Opslaan', zwaan, odd, { code: '', antwoord: '' });
    assert.match(textOf(empty.value), /Vul de code en het antwoord in/);
  });

  it('keeps the answer of the owner once, however often it is sent', async () => {
    const form = lastCard();
    const inputs = { code: 'afs-2026-002', antwoord: 'Geef ze af aan de balie van het **gemeentehuis**.' };
    for (const id of ['opslaan-1', 'opslaan-1', 'opslaan-2']) {
      const saved = await teams.press(form, 'Opslaan', zwaan, odd, inputs, id);
      assert.match(textOf(saved.value), /staat nu bij AFS-2026-002/);
    }
    assert.match(textOf(await teams.say('onbeantwoord', zwaan, odd)), /geen onbeantwoorde vragen/i);
  });

  it('gives that answer to somebody else who asks the same, with who and when', async () => {
    for (const text of [`${question}, groet`, 'Fietsenkelder: de sleutels afgeven bij de receptie, groet?']) {
      const told = textOf(await teams.say(text, linde, odd));
      assert.match(told, /Eerder beantwoord door Voorbeeld Zwaan op 23 november 2026 \(AFS-2026-002\): Geef ze af/);
      assert.doesNotMatch(told, /begrijp ik niet/);
    }
    assert.match(
      textOf(await teams.say('toon AFS-2026-002', linde, personal('linde'))),
      /Eerder beantwoord door Voorbeeld Zwaan/,
    );
  });

  it('asks under data whether it was right, and thanks for a yes without another message', async () => {
    const answer = await teams.say('Welke afspraken lopen er met Assen?', vermeer, odd);
    assert.match(textOf(answer), /Klopte dit\?/);
    const sent = teams.connector.delivered.length;
    const yes = await teams.press(answer, 'Ja', vermeer, odd);
    assert.match(String(yes.value), /Bedankt/);
    assert.equal(teams.connector.delivered.length, sent);
    assert.match(textOf(await teams.say('onbeantwoord', zwaan, odd)), /geen onbeantwoorde vragen/i);
    assert.doesNotMatch(
      textOf(await teams.say('wat betekent actieve informatieplicht?', vermeer, odd)),
      /Klopte dit\?/,
    );
  });

  it('counts a no once for each person, and shows ways on with whom to ask', async () => {
    const answer = await teams.say('Welke afspraken lopen er met Assen?', vermeer, odd);
    await teams.press(answer, 'Nee', vermeer, odd, {}, 'nee-1');
    assert.match(textOf(lastCard()), /vraag het aan Voorbeeld/);
    const offersOther = titlesIn(lastCard()).length > 1;
    assert.equal(/Kies hieronder/.test(textOf(lastCard())), offersOther, 'a choice is promised where there is one');
    await teams.press(answer, 'Nee', vermeer, odd, {}, 'nee-1');
    await teams.press(answer, 'Nee', vermeer, odd, {}, 'nee-2');
    assert.match(textOf(await teams.say('onbeantwoord', zwaan, odd)), /1 keer gevraagd\s+·\s+het antwoord klopte niet/);
    await teams.press(answer, 'Nee', linde, odd);
    const list = await teams.say('onbeantwoord', zwaan, odd);
    assert.match(textOf(list), /2 keer gevraagd/);
    assert.match(textOf(list), /Begrepen als: .*Assen/);
  });

  it('still knows questions and answers after a restart', async () => {
    await teams.restart();
    assert.match(textOf(await teams.say(`${question}, groet`, vermeer, odd)), /Eerder beantwoord door Voorbeeld Zwaan/);
    assert.match(textOf(await teams.say('onbeantwoord', zwaan, odd)), /2 keer gevraagd/);
  });

  it('takes a question off the list with its button, for everybody', async () => {
    const list = await teams.say('onbeantwoord', zwaan, odd);
    const after = await teams.press(list, 'Van de lijst halen', zwaan, odd);
    assert.match(textOf(after.value), /geen onbeantwoorde vragen/i);
    const again = await teams.press(list, 'Van de lijst halen', linde, odd);
    assert.match(textOf(again.value), /geen onbeantwoorde vragen/i);
  });

  it('blanks what nobody asked for 90 days', async () => {
    await teams.say('zonnescherm dakterras plantenbak schoonmaken', linde, odd);
    assert.match(textOf(await teams.say('onbeantwoord', zwaan, odd)), /zonnescherm/);
    clock.moveTo('2027-02-22T10:00:00+01:00');
    assert.doesNotMatch(textOf(await teams.say('onbeantwoord', zwaan, odd)), /zonnescherm/);
  });
});
