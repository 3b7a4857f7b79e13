import assert from 'node:assert/strict';
import { openRegels } from '../../services/herinneringen/regels.ts';
import { kanaalId } from '../../services/kanalen/kanalen.ts';
import type { Draft } from '../../services/opslag/store.ts';
import { vasteRegelId } from '../../services/overzicht/vaste-regels.ts';
import type { Afspraak } from '../../services/register/types.ts';
import { openMemoryStore } from '../fakes/memory-store.ts';
import { afspraakDraft, saveNew, verbandDraft } from './drafts.ts';
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

/** The overzichten as people live them: Monday morning, the first of the month, one's own chat, and switching them off. */
const vermeer = person('Vermeer');
const zwaan = person('Zwaan');
const samen = channel('samen');
const elders = channel('elders');
const eigenChat = personal('zwaan');

const afspraak = (code: string, over: Partial<Draft<Afspraak>>): Draft<Afspraak> =>
  afspraakDraft(code, {
    eigenaar: { naam: 'Voorbeeld Zwaan', email: 'zwaan@voorbeeld.example' },
    einddatum: '2028-12-31',
    herijking: '2028-03-01',
    ...over,
  });

describe('journey: overviews', function () {
  this.timeout(30_000);
  const clock = new MovableClock('2026-11-20T10:00:00+01:00');
  let teams: Teams;

  const posted = (): readonly Card[] =>
    teams.connector.delivered.filter(({ newThread }) => newThread).map(({ activity }) => cardOf(activity));
  const headed = (title: string): readonly Card[] => posted().filter((card) => textOf(card).startsWith(title));

  /** Lets the clock stand still until this many with this title have come, and a little longer. */
  async function reach(title: string, count: number): Promise<Card> {
    await eventually(async () => {
      teams.house.parts.wake();
      return headed(title).length >= count ? true : undefined;
    });
    await teams.settle();
    assert.equal(headed(title).length, count, title);
    return headed(title).at(-1) ?? {};
  }

  before(async () => {
    const store = openMemoryStore();
    teams = await Teams.open(async () => store, { clock, roundMs: 50 });
    const { register } = teams.house.parts;
    await register.saveVerband(verbandDraft());
    await saveNew(
      teams,
      clock,
      afspraak('AFS-2026-001', { rapportagedatum: '2026-12-02' }),
      afspraak('AFS-2026-002', { herijking: '2026-11-02' }),
      afspraak('AFS-2026-003', { titel: 'Geheim', herijking: '2026-12-01', vertrouwelijkheid: 'vertrouwelijk' }),
    );
  });
  after(() => teams.close());

  it('says on binding that they will come, and shows them in the list of reminders', async () => {
    const bound = await teams.say('koppel Voorbeeldverband', vermeer, samen);
    assert.match(textOf(bound), /weekoverzicht/);
    await teams.settle();
    const list = await teams.say('herinneringen', vermeer, samen);
    assert.match(textOf(list), /Weekoverzicht.*elke maandag.*maandag 23 november 2026/);
    assert.match(textOf(list), /Maandlijst van wat ontbreekt.*eerste werkdag.*dinsdag 1 december 2026/);
  });

  it('tells on Monday morning what is coming and what is late, once', async () => {
    clock.moveTo('2026-11-23T09:00:00+01:00');
    const card = await reach('Weekoverzicht', 1);
    const text = textOf(card);
    assert.match(text, /Komende 2 weken: 2/);
    assert.match(text, /AFS-2026-001.*Rapportage over 9 dagen/);
    assert.match(text, /AFS-2026-003/, 'its own channel may see what is vertrouwelijk');
    assert.match(text, /Te laat: 1.*AFS-2026-002/);
    const opened = await teams.press(card, 'Toon wat te laat is', zwaan, samen);
    assert.match(textOf(opened.value), /AFS-2026-002/);
    assert.doesNotMatch(textOf(opened.value), /AFS-2026-001/);
  });

  it('is switched off by its own button, however often that is pressed, and on again with Ongedaan maken', async () => {
    const [card = {}] = headed('Weekoverzicht');
    const before = teams.connector.delivered.length;
    for (const id of ['uit-1', 'uit-1', 'uit-2', 'uit-3'])
      assert.equal((await teams.press(card, 'Zet dit weekoverzicht uit', zwaan, samen, {}, id)).statusCode, 200);
    const said = teams.connector.delivered.slice(before).map(({ activity }) => cardOf(activity));
    assert.equal(said.length, 1, 'one message, and whoever presses again is told so alone');
    assert.match(textOf(said[0]), /staat uit in dit kanaal/);
    assert.match(textOf(await teams.say('overzichten', vermeer, samen)), /Weekoverzicht\s*:\s*staat uit/);
    clock.moveTo('2026-11-30T09:00:00+01:00');
    await teams.settle();
    assert.equal(headed('Weekoverzicht').length, 1);
    const undone = [
      await teams.press(said[0] ?? {}, 'Ongedaan maken', zwaan, samen),
      await teams.press(said[0] ?? {}, 'Ongedaan maken', vermeer, samen),
    ];
    for (const { value } of undone) assert.match(textOf(value), /Het weekoverzicht staat aan/);
    await teams.settle();
    assert.equal(headed('Weekoverzicht').length, 1, 'what fell while it was off does not come after all');
    const { store, newId } = teams.house.parts;
    const id = vasteRegelId(
      'weekoverzicht',
      kanaalId({ tenantId: 'tenant-van-de-proef', conversationId: samen.conversationId }),
    );
    const trace = (await openRegels({ store, newId }).get(id))?.trace.map(({ deed, by }) => `${deed} ${by}`);
    assert.deepEqual(trace, ['gepauzeerd Voorbeeld Zwaan', 'hervat Voorbeeld Zwaan']);
  });

  it('is switched off and on by a sentence', async () => {
    assert.match(textOf(await teams.say('zet het weekoverzicht uit', vermeer, samen)), /staat uit/);
    assert.match(
      textOf(await teams.say('zet het weekoverzicht weer aan', vermeer, samen)),
      /staat aan.*7 december 2026/,
    );
    assert.match(textOf(await teams.say('stop maandlijst', vermeer, samen)), /staat uit/);
    assert.match(textOf(await teams.say('stop maandlijst', vermeer, samen)), /staat uit/);
    assert.match(textOf(await teams.say('maandlijst aan', vermeer, samen)), /staat aan/);
  });

  it('lists on the first working day of the month what is missing, with the form to complete it', async () => {
    await saveNew(teams, clock, afspraakDraft('AFS-2026-010', { herijking: '2028-03-01' }));
    clock.moveTo('2026-12-01T09:00:00+01:00');
    const card = await reach('Wat er ontbreekt', 1);
    assert.match(textOf(card), /AFS-2026-010.*Ontbreekt\s*:\s*eigenaar, einddatum/);
    assert.match(textOf(card), /Zonder exitregeling\s*:\s*Voorbeeldverband/);
    assert.ok(titlesIn(card).includes('Geen eigenaar (1)'), String(titlesIn(card)));
    const counted = await teams.press(card, 'Geen eigenaar (1)', vermeer, samen);
    assert.match(textOf(counted.value), /AFS-2026-010/);
    const before = teams.connector.delivered.length;
    await teams.press(card, 'Vul aan AFS-2026-010', vermeer, samen);
    assert.match(textOf(cardOf(teams.connector.delivered[before]?.activity ?? {})), /AFS-2026-010 wijzigen/);
    const exit = await teams.press(card, 'Geen exitregeling (1)', vermeer, samen);
    assert.match(textOf(exit.value), /Voorbeeldverband/);
  });

  it('is shown when asked, and sent there and then once', async () => {
    const shown = await teams.say('laat het weekoverzicht zien', vermeer, samen);
    assert.match(textOf(shown), /Zo staat het er nu voor/);
    assert.match(textOf(await teams.say('wat ontbreekt er?', vermeer, samen)), /AFS-2026-010/);
    const before = headed('Weekoverzicht').length;
    assert.match(textOf(await teams.say('weekoverzicht nu', vermeer, samen)), /als nieuw bericht/);
    await reach('Weekoverzicht', before + 1);
    const list = await teams.say('overzichten', vermeer, samen);
    const managed = await teams.press(list, 'Beheren', vermeer, samen);
    assert.equal(managed.statusCode, 200);
    const card = cardOf(teams.connector.delivered.at(-1)?.activity ?? {});
    for (const id of ['nu-1', 'nu-1', 'nu-2']) await teams.press(card, 'Nu sturen', vermeer, samen, {}, id);
    await reach('Weekoverzicht', before + 2);
  });

  it('of a person comes only to who asked for it and said who they are, without what is vertrouwelijk', async () => {
    assert.match(textOf(await teams.say('stuur mij elke week een overzicht', zwaan, samen)), /alleen in een chat/);
    const asked = await teams.say('stuur mij elke week een overzicht', zwaan, eigenChat);
    assert.match(textOf(asked), /Ben jij deze eigenaar uit het register\?.*Voorbeeld Zwaan · zwaan@voorbeeld\.example/);
    assert.match(textOf(await teams.say('zet mijn overzicht uit', zwaan, eigenChat)), /geen persoonlijk overzicht/);
    const yes = 'Ja, ik ben zwaan@voorbeeld.example';
    const answers = [await teams.press(asked, yes, zwaan, eigenChat), await teams.press(asked, yes, zwaan, eigenChat)];
    for (const { value } of answers) assert.match(textOf(value), /Jouw weekoverzicht staat aan.*7 december 2026/);
    const shown = await teams.say('mijn overzicht', zwaan, eigenChat);
    assert.match(textOf(shown), /Te laat: 1.*AFS-2026-002/);
    assert.doesNotMatch(textOf(shown), /AFS-2026-003|Geheim/);
    clock.moveTo('2026-12-07T09:00:00+01:00');
    await eventually(async () => {
      teams.house.parts.wake();
      const sent = teams.connector.delivered.map(({ activity }) => textOf(cardOf(activity)));
      return sent.some((text) => text.startsWith('Jouw weekoverzicht') && !text.includes('Zo staat het'))
        ? true
        : undefined;
    });
    assert.match(
      textOf(await teams.say('zet het weekoverzicht uit', zwaan, eigenChat)),
      /Jouw weekoverzicht staat uit/,
    );
  });

  it('of a person cannot be taken by a button of somebody else, nor for somebody who is not in the register', async () => {
    const asked = await teams.say(
      'stuur mij elke week een overzicht als zwaan@voorbeeld.example',
      vermeer,
      personal('vermeer'),
    );
    const yes = 'Ja, ik ben zwaan@voorbeeld.example';
    const inChannel = teams.connector.delivered.length;
    await teams.press(asked, yes, vermeer, samen);
    assert.match(textOf(cardOf(teams.connector.delivered[inChannel]?.activity ?? {})), /alleen in een chat/);
    const data = { v: 1, naam: 'Niemand Anders' };
    const before = teams.connector.delivered.length;
    await teams.invoke({ verb: 'overzicht.persoon', data }, vermeer, personal('vermeer'));
    const said = teams.connector.delivered.slice(before).map(({ activity }) => textOf(cardOf(activity)));
    assert.match(said.join(' '), /staat niet \(meer\) bij een lopende afspraak/);
    const none = await teams.say('overzichten', vermeer, personal('vermeer'));
    assert.match(textOf(none), /Stuur ik je nog geen weekoverzicht\?/);
  });

  it('of a channel is not reached from another', async () => {
    const kanaal = kanaalId({ tenantId: 'tenant-van-de-proef', conversationId: samen.conversationId });
    const data = { v: 1, regel: vasteRegelId('weekoverzicht', kanaal) };
    await teams.invoke({ verb: 'overzicht.uit', data }, zwaan, elders);
    assert.match(textOf(await teams.say('overzichten', vermeer, samen)), /Weekoverzicht\s*:\s*elke maandag/);
    assert.match(textOf(await teams.say('weekoverzicht', vermeer, elders)), /nog niet gekoppeld/);
    assert.match(textOf(await teams.say('maandlijst', zwaan, eigenChat)), /hoort bij een kanaal/);
  });
});
