import assert from 'node:assert/strict';
import { openOutbox } from '../../services/herinneringen/outbox.ts';
import type { Afspraak } from '../../services/register/types.ts';
import { openMemoryStore } from '../fakes/memory-store.ts';
import {
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

/** Changing afspraken as people live it: a sentence, a preview, Doorvoeren, and back; and the form. */
const vermeer = person('Vermeer');
const zwaan = person('Zwaan');
const chat = personal('vermeer');
const odd = channel('odd-wijzigen');

describe('journey: change afspraken by a sentence and by the form', function () {
  this.timeout(30_000);
  const clock = new MovableClock('2026-11-23T10:00:00+01:00');
  let teams: Teams;

  before(async () => {
    const store = openMemoryStore();
    teams = await Teams.open(async () => store, { clock, roundMs: 100 });
    await teams.say('voorbeeld', vermeer, chat);
    await teams.say('koppel Omgevingsdienst Drenthe', vermeer, odd);
  });
  after(async () => teams?.close());

  const now = (code: string): Afspraak => {
    const afspraak = teams.house.parts.register.view().afspraak(code);
    assert.ok(afspraak, `${code} is in the register`);
    return afspraak;
  };
  const versions = async (code: string) => teams.house.parts.register.history(code);
  const cardIn = ({ value }: { readonly value: unknown }): Card => value as Card;
  const lastCard = (): Card => cardOf(teams.connector.delivered.at(-1)?.activity ?? {});

  it('shows what a sentence would change, and changes nothing yet', async () => {
    const preview = await teams.say('zet de status van het exitscenario ONS op afgerond', vermeer, chat);
    assert.match(textOf(preview), /AFS-2026-013.*Status: lopend → afgerond/);
    assert.deepEqual(titlesIn(preview), ['Doorvoeren', 'Annuleren']);
    assert.equal(now('AFS-2026-013').status, 'lopend');
    assert.equal((await versions('AFS-2026-013')).length, 1);
  });

  it('applies it once however often Doorvoeren is pressed or delivered, and puts it back once', async () => {
    const preview = await teams.say('zet de status van het exitscenario ONS op afgerond', vermeer, chat);
    const presses = await Promise.all(
      ['druk-1', 'druk-1', 'druk-2'].map((id) => teams.press(preview, 'Doorvoeren', vermeer, chat, {}, id)),
    );
    for (const answer of presses) {
      assert.equal(answer.http, 200);
      assert.deepEqual(answer.value, presses[0]?.value, 'every press gets the same answer');
    }
    assert.match(textOf(presses[0]?.value), /Gewijzigd: 1 afspraak.*Voorbeeld Vermeer/);
    assert.equal(now('AFS-2026-013').status, 'afgerond');
    const made = await versions('AFS-2026-013');
    assert.deepEqual(
      made.map(({ gewijzigd, door }) => [gewijzigd.length > 1 ? 'all' : gewijzigd, door.naam, door.via]).slice(1),
      [[['status'], 'Voorbeeld Vermeer', 'chat']],
    );

    const result = cardIn(presses[0] ?? { value: {} });
    const undone = await Promise.all(
      ['terug-1', 'terug-2'].map((id) => teams.press(result, 'Ongedaan maken', zwaan, chat, {}, id)),
    );
    assert.deepEqual(undone[1]?.value, undone[0]?.value);
    assert.match(textOf(undone[0]?.value), /Ongedaan gemaakt bij 1 afspraak.*afgerond → lopend.*Voorbeeld Zwaan/);
    assert.equal(now('AFS-2026-013').status, 'lopend');
    assert.equal((await versions('AFS-2026-013')).length, 3, 'the history keeps both');
    const late = await teams.press(preview, 'Doorvoeren', vermeer, chat);
    assert.match(textOf(late.value), /Ongedaan gemaakt/, 'pressing the first card again does not do it again');
    assert.equal(now('AFS-2026-013').status, 'lopend');
  });

  it('does nothing after Annuleren', async () => {
    const preview = await teams.say('zet AFS-2026-009 op afgerond', vermeer, chat);
    assert.match(textOf((await teams.press(preview, 'Annuleren', vermeer, chat)).value), /geannuleerd/);
    assert.match(textOf((await teams.press(preview, 'Doorvoeren', vermeer, chat)).value), /geannuleerd/);
    assert.equal(now('AFS-2026-009').status, 'lopend');
  });

  it('does not overwrite what somebody changed between the preview and Doorvoeren', async () => {
    const mine = await teams.say('wijzig de einddatum van AFS-2026-006 naar 1 maart 2028', vermeer, chat);
    const theirs = await teams.say('wijzig de opzegtermijn van AFS-2026-006 naar 9 maanden', zwaan, personal('zwaan'));
    await teams.press(theirs, 'Doorvoeren', zwaan, personal('zwaan'));
    const answer = await teams.press(mine, 'Doorvoeren', vermeer, chat);
    assert.match(textOf(answer.value), /Niets gewijzigd.*intussen door iemand anders gewijzigd : {2}AFS-2026-006/);
    assert.equal(now('AFS-2026-006').opzegtermijn, 'P9M');
    assert.notEqual(now('AFS-2026-006').einddatum, '2028-03-01');
  });

  it('says in a channel that "alle" means those of its verbanden, and in a chat with the bot nothing of the kind', async () => {
    const asked = 'draag alle afspraken van Linde over aan Zwaan';
    assert.match(textOf(await teams.say(asked, vermeer, odd)), /Alleen van Omgevingsdienst Drenthe\./);
    assert.doesNotMatch(textOf(await teams.say(asked, vermeer, chat)), /Alleen van/);
  });

  it('hands over all afspraken of one owner, and leaves alone what changed since when that is undone', async () => {
    const owned = (naam: string) =>
      teams.house.parts.register
        .view()
        .findAfspraken({ eigenaar: naam, status: 'open' })
        .filter(({ vertrouwelijkheid }) => vertrouwelijkheid !== 'vertrouwelijk')
        .map(({ _id }) => _id);
    const before = owned('Berk');
    assert.ok(before.length > 3);
    const preview = await teams.say('draag alle afspraken van Berk over aan Linde', vermeer, chat);
    for (const code of before) assert.match(textOf(preview), new RegExp(code));
    assert.match(textOf(preview), /Voorbeeld Linde \(linde@voorbeeld\.example\)/, 'the owner the register knows');
    const result = await teams.press(preview, 'Doorvoeren', vermeer, chat);
    assert.match(textOf(result.value), new RegExp(`Gewijzigd: ${before.length} afspraken`));
    assert.deepEqual(owned('Berk'), []);
    const [changed = '', ...others] = before;
    await teams.press(await teams.say(`zet ${changed} op afgerond`, zwaan, chat), 'Doorvoeren', zwaan, chat);
    const undone = await teams.press(cardIn(result), 'Ongedaan maken', vermeer, chat);
    assert.match(textOf(undone.value), new RegExp(`intussen door iemand anders gewijzigd : {2}${changed}`));
    assert.deepEqual(owned('Berk'), others);
    assert.equal(now(changed).eigenaar?.naam, 'Voorbeeld Linde');
  });

  it('asks which one is meant, and goes on with the one that was chosen', async () => {
    const asked = await teams.say('verleng de DVO met een jaar', vermeer, chat);
    const choice = titlesIn(asked).find((title) => String(title).startsWith('AFS-2026-008'));
    assert.ok(choice, `a button for AFS-2026-008 in ${titlesIn(asked)}`);
    const before = teams.connector.delivered.length;
    await teams.press(asked, String(choice), vermeer, chat);
    await teams.connector.until(before + 1);
    const preview = lastCard();
    assert.match(textOf(preview), /AFS-2026-008.*31 december 2026 → 31 december 2027/);
  });

  it('says what it does not know or may not do, and changes nothing', async () => {
    assert.match(
      textOf(await teams.say('zet AFS-2026-999 op afgerond', vermeer, chat)),
      /Ik ken geen afspraak AFS-2026-999/,
    );
    assert.match(
      textOf(await teams.say('zet AFS-2026-012 op afgerond', vermeer, chat)),
      /Ik ken geen afspraak AFS-2026-012/,
      'a vertrouwelijke afspraak of another verband reads as unknown',
    );
    assert.match(textOf(await teams.say('zet AFS-2026-009 op afgerond', vermeer, odd)), /kun je hier niet wijzigen/);
    assert.match(textOf(await teams.say('zet AFS-2026-009 op lopend', vermeer, chat)), /staat er al zo/);
    assert.match(
      textOf(await teams.say('wijzig de einddatum van AFS-2026-009 naar 31 februari 2028', vermeer, chat)),
      /datum.*bestaat niet/i,
    );
  });

  it('moves herinneringen with a date', async () => {
    const { occurrences } = openOutbox(teams.house.parts.store);
    const plannedFor = async (): Promise<readonly string[]> => {
      const found = await occurrences.find({ code: 'AFS-2026-004', state: 'planned' });
      return [...new Set(found.map(({ anchor }) => anchor))];
    };
    for (const [said, day] of [
      ['10 december 2026', '2026-12-10'],
      ['11 december 2026', '2026-12-11'],
    ] as const) {
      const preview = await teams.say(`wijzig de herijking van AFS-2026-004 naar ${said}`, vermeer, odd);
      await teams.press(preview, 'Doorvoeren', vermeer, odd);
      await eventually(async () => {
        const anchors = await plannedFor();
        return anchors.length === 1 && anchors[0] === day ? anchors : undefined;
      });
    }
  });

  it('adds an afspraak by the form: mistakes are shown, then it is saved once', async () => {
    const form = await teams.say('nieuwe afspraak: kwartaaloverleg met RegIT, eigenaar Vermeer', vermeer, chat);
    const filled = {
      titel: 'Kwartaaloverleg met RegIT',
      soort: 'governance',
      verband: 'Regit en nog wat',
      eigenaar: 'Vermeer <geen adres>',
      status: 'lopend',
      ritme: 'elk kwartaal',
      herijking: '2027-02-01',
      opzegtermijn: 'straks',
      rapportage_aan: 'raad,AB',
      vertrouwelijkheid: 'intern',
      document: 'http://documenten.voorbeeld.example',
    };
    const before = teams.house.parts.register.view().afsprakenCount;
    const wrong = await teams.press(form, 'Opslaan', vermeer, chat, filled);
    assert.match(textOf(wrong.value), /Kijk naar de 4 meldingen/);
    for (const part of [/deze samenwerking ken ik niet/, /geen e-mailadres/, /geen termijn/, /https/])
      assert.match(textOf(wrong.value), part);
    assert.equal(teams.house.parts.register.view().afsprakenCount, before);

    const right = {
      ...filled,
      verband: 'RegIT',
      eigenaar: 'Voorbeeld Vermeer <vermeer@voorbeeld.example>',
      opzegtermijn: '3 maanden',
      document: '',
    };
    const answers = await Promise.all(
      ['op-1', 'op-1', 'op-2'].map((id) => teams.press(cardIn(wrong), 'Opslaan', vermeer, chat, right, id)),
    );
    for (const answer of answers) assert.deepEqual(answer.value, answers[0]?.value);
    assert.equal(teams.house.parts.register.view().afsprakenCount, before + 1);
    const [, code = ''] = /Opgeslagen: (AFS-2026-\d+)/.exec(textOf(answers[0]?.value)) ?? [];
    const saved = now(code);
    assert.equal(saved.opzegtermijn, 'P3M');
    assert.deepEqual(saved.rapportageAan, ['raad', 'AB']);
    assert.equal(saved.ritme, 'elk kwartaal');
    assert.ok(saved.partijen.length > 2, 'no parties named: all deelnemers');
    assert.equal((await versions(code))[0]?.door.naam, 'Voorbeeld Vermeer');
  });

  it('changes one afspraak by its form, from the button on its card, and not over somebody else', async () => {
    const shown = await teams.say('toon AFS-2026-010', vermeer, chat);
    const before = teams.connector.delivered.length;
    await teams.press(shown, 'Wijzigen', vermeer, chat);
    await teams.connector.until(before + 1);
    const form = lastCard();
    const inputs = Object.fromEntries(inputsIn(form).map(({ id, value }) => [String(id), String(value ?? '')]));
    const { partijen } = now('AFS-2026-010');
    const answer = await teams.press(form, 'Opslaan', vermeer, chat, {
      ...inputs,
      titel: 'Informatiebeleidsplan 2027',
    });
    assert.match(textOf(answer.value), /Titel: Informatiebeleidsplan RegIT → Informatiebeleidsplan 2027/);
    assert.equal(now('AFS-2026-010').titel, 'Informatiebeleidsplan 2027');
    assert.deepEqual(now('AFS-2026-010').partijen, partijen);
    assert.deepEqual((await versions('AFS-2026-010')).at(-1)?.gewijzigd, ['titel'], 'nothing else changed');
    const again = await teams.press(form, 'Opslaan', vermeer, chat, { ...inputs, titel: 'Informatiebeleidsplan 2027' });
    assert.deepEqual(again.value, answer.value);
    const other = await teams.press(form, 'Opslaan', zwaan, chat, { ...inputs, titel: 'Van een oude kaart' });
    assert.match(textOf(other.value), /Niet opgeslagen: dit formulier is al gebruikt voor AFS-2026-010/);
    assert.equal(now('AFS-2026-010').titel, 'Informatiebeleidsplan 2027');

    const undone = await teams.press(cardIn(answer), 'Ongedaan maken', vermeer, chat);
    assert.match(textOf(undone.value), /Ongedaan gemaakt/);
    const shownAgain = await teams.say('wijzig AFS-2026-010', vermeer, chat);
    await teams.press(await teams.say('zet AFS-2026-010 op afgerond', zwaan, chat), 'Doorvoeren', zwaan, chat);
    const stale = await teams.press(shownAgain, 'Opslaan', vermeer, chat, { ...inputs, titel: 'Te laat' });
    assert.match(textOf(stale.value), /iemand anders heeft AFS-2026-010 intussen gewijzigd/);
    assert.notEqual(now('AFS-2026-010').titel, 'Te laat');
  });

  it('says after a form was saved that the einddatum comes before the ingangsdatum, and offers the way back', async () => {
    const form = await teams.say('wijzig AFS-2026-011', vermeer, chat);
    const inputs = Object.fromEntries(inputsIn(form).map(({ id, value }) => [String(id), String(value ?? '')]));
    const answer = await teams.press(form, 'Opslaan', vermeer, chat, {
      ...inputs,
      ingangsdatum: '2024-01-01',
      einddatum: '2020-01-01',
    });
    assert.match(textOf(answer.value), /De einddatum komt voor de ingangsdatum: AFS-2026-011/);
    const undone = await teams.press(cardIn(answer), 'Ongedaan maken', vermeer, chat);
    assert.doesNotMatch(textOf(undone.value), /komt voor de ingangsdatum/);
  });

  it('can be taken back for a day; after that nothing of it is left but that it was', async () => {
    const preview = await teams.say('zet AFS-2026-014 op afgerond', vermeer, chat);
    const result = await teams.press(preview, 'Doorvoeren', vermeer, chat);
    const open = await teams.say('zet AFS-2026-017 op afgerond', vermeer, chat);
    clock.moveTo('2026-11-24T10:30:00+01:00');
    assert.match(textOf((await teams.press(cardIn(result), 'Ongedaan maken', vermeer, chat)).value), /te oud/);
    assert.match(textOf((await teams.press(open, 'Doorvoeren', vermeer, chat)).value), /te oud/);
    assert.equal(now('AFS-2026-014').status, 'afgerond');
    assert.equal(now('AFS-2026-017').status, 'lopend');
  });
});
