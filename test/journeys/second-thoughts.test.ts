import assert from 'node:assert/strict';
import { openMemoryStore } from '../fakes/memory-store.ts';
import { channel, inputsIn, MovableClock, person, personal, Teams, textOf, titlesIn } from './teams.ts';

/** People who change their mind, or who pressed an old card: nothing is told that is not so. */
describe('journey: second thoughts', () => {
  const clock = new MovableClock('2026-11-23T10:00:00+01:00');
  const vermeer = person('Vermeer');
  const here = channel('bedenkingen');
  const form = { onderwerp: 'De evaluatie is in het voorjaar', bestuursorgaan: 'college', datum: '2026-11-20' };
  const chat = personal('vermeer');
  let teams: Teams;
  let count: number;

  before(async () => {
    const store = openMemoryStore();
    teams = await Teams.open(async () => store, { clock });
    await teams.say('voorbeeld', vermeer, chat);
    count = teams.house.parts.register.view().afsprakenCount;
  });
  after(() => teams.close());

  it('an old form says what was recorded from it, also to who presses Annuleren', async () => {
    const card = await teams.say('besluit', vermeer, here);
    const cancelled = await teams.press(card, 'Annuleren', vermeer, here);
    assert.match(textOf(cancelled.value), /Er is geen besluit vastgelegd/);
    await teams.press(card, 'Vastleggen', vermeer, here, form);
    const again = await teams.press(card, 'Vastleggen', vermeer, here, form);
    assert.match(textOf(again.value), /Vastgelegd: B-2026-001/, 'the same press gives the same receipt');
    const other = await teams.press(card, 'Vastleggen', vermeer, here, { ...form, onderwerp: 'Iets anders' });
    assert.match(textOf(other.value), /Niet vastgelegd: met dit formulier is B-2026-001 al vastgelegd/);
    assert.deepEqual(titlesIn(other.value), ['Toon B-2026-001', 'Besluit vastleggen']);
    const late = await teams.press(card, 'Annuleren', vermeer, here);
    assert.match(textOf(late.value), /Vastgelegd: B-2026-001/);
    assert.doesNotMatch(textOf(late.value), /geen besluit vastgelegd/);
  });

  it('the form of a new afspraak says that nothing was saved, and what was saved after all', async () => {
    const card = await teams.say('nieuw', vermeer, chat);
    for (const press of ['een', 'een', 'twee']) {
      const cancelled = await teams.press(card, 'Annuleren', vermeer, chat, {}, press);
      assert.match(textOf(cancelled.value), /Er is geen afspraak opgeslagen/);
    }
    assert.equal(teams.house.parts.register.view().afsprakenCount, count);
    const saved = await teams.press(card, 'Opslaan', vermeer, chat, {
      titel: 'Overleg na bedenktijd',
      soort: 'governance',
      verband: 'RegIT',
      status: 'lopend',
      vertrouwelijkheid: 'intern',
    });
    assert.match(textOf(saved.value), /Opgeslagen: AFS-2026-/);
    const late = await teams.press(card, 'Annuleren', vermeer, chat);
    assert.deepEqual(late.value, saved.value);
    assert.equal(teams.house.parts.register.view().afsprakenCount, count + 1);
  });

  it('the form of an afspraak says that nothing was changed, and what was changed after all', async () => {
    const card = await teams.say('wijzig AFS-2026-010', vermeer, chat);
    const inputs = Object.fromEntries(inputsIn(card).map(({ id, value }) => [String(id), String(value ?? '')]));
    const changed = { ...inputs, titel: 'Informatiebeleidsplan na bedenktijd' };
    const cancelled = await teams.press(card, 'Annuleren', vermeer, chat, changed);
    assert.match(textOf(cancelled.value), /Geannuleerd.*Er is niets veranderd aan AFS-2026-010/s);
    assert.deepEqual(titlesIn(cancelled.value), ['Toon AFS-2026-010', 'Wijzig AFS-2026-010']);
    const saved = await teams.press(card, 'Opslaan', vermeer, chat, changed);
    assert.match(textOf(saved.value), /Titel: .* → Informatiebeleidsplan na bedenktijd/);
    const late = await teams.press(card, 'Annuleren', vermeer, chat);
    assert.deepEqual(late.value, saved.value);
    assert.equal(
      teams.house.parts.register.view().afspraak('AFS-2026-010')?.titel,
      'Informatiebeleidsplan na bedenktijd',
    );
  });

  for (const text of ['stop', 'nee', 'laat maar', 'ongedaan maken'])
    it(`"${text}" is answered with what happens, nothing, and how to take back a change`, async () => {
      const told = textOf(await teams.say(text, vermeer, here));
      assert.match(told, /ik doe niets.*knop “Ongedaan maken”/);
      assert.doesNotMatch(told, /kan nog niet/);
    });

  it('who wants to withdraw a besluit is offered the form for the new one', async () => {
    const card = await teams.say('trek besluit B-2026-001 in', vermeer, here);
    assert.match(textOf(card), /wordt niet gewist/);
    assert.ok(titlesIn(card).includes('Besluit vastleggen'));
  });

  it('Frisian is read and not promised to be written', async () => {
    assert.match(textOf(await teams.say('taal fy', vermeer, here)), /in het Fries vragen.*antwoord in het Nederlands/);
  });
});
