import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Draft } from '../../services/opslag/store.ts';
import type { Afspraak } from '../../services/register/types.ts';
import { openMemoryStore } from '../fakes/memory-store.ts';
import { afspraakDraft, saveNew, verbandDraft } from './drafts.ts';
import { actionsIn, cardOf, channel, MovableClock, person, Teams, textOf } from './teams.ts';

/** Somebody leaves, and what they owned finds a new owner. */
const vermeer = person('Vermeer');
const zwaan = person('Zwaan');
const samen = channel('samen');

const afspraak = (code: string, over: Partial<Draft<Afspraak>> = {}): Draft<Afspraak> =>
  afspraakDraft(code, { eigenaar: { naam: 'Voorbeeld Zwaan', email: 'zwaan@voorbeeld.example' }, ...over });

describe('journey: somebody leaves the channel', () => {
  const clock = new MovableClock('2026-11-23T10:00:00+01:00');
  let teams: Teams;

  beforeEach(async () => {
    const store = openMemoryStore();
    teams = await Teams.open(async () => store, { clock });
    const { register } = teams.house.parts;
    await register.saveVerband(verbandDraft());
    await register.saveVerband(verbandDraft('v2', 'Tweede Verband'));
    await saveNew(
      teams,
      clock,
      afspraak('AFS-2026-001'),
      afspraak('AFS-2026-002'),
      afspraak('AFS-2026-003', { status: 'afgerond' }),
      afspraak('AFS-2026-004', { verband: 'v2' }),
      afspraak('AFS-2026-005', { eigenaar: { naam: 'Anders Zwaan' } }),
      afspraak('AFS-2026-006', { eigenaar: { naam: 'Voorbeeld Bakker', email: 'bakker@voorbeeld.example' } }),
    );
  });
  afterEach(() => teams.close());

  const leaves = (members: readonly Record<string, unknown>[], channelData: object, id: string = randomUUID()) => {
    const envelope = teams.messageFrom('', vermeer, samen);
    const { text: _, entities: __, ...rest } = envelope;
    return teams.deliver({
      ...rest,
      type: 'conversationUpdate',
      id,
      membersRemoved: members,
      channelData: { ...(envelope.channelData as object), ...channelData },
    });
  };
  const owner = (code: string) => teams.house.parts.register.view().afspraak(code)?.eigenaar;

  it('lists what is theirs in the verbanden of the channel and hands it over, after a preview', async () => {
    await teams.say('koppel Voorbeeldverband', vermeer, samen);
    const before = teams.connector.delivered.length;
    const event = { eventType: 'channelMemberRemoved' };
    await leaves([{ id: zwaan.id, name: 'voorbeeld  zwaan', aadObjectId: 'aad' }], event, 'vertrek-1');
    await leaves([{ id: zwaan.id, name: 'voorbeeld  zwaan', aadObjectId: 'aad' }], event, 'vertrek-1');
    assert.equal(teams.connector.delivered.length, before + 1, 'told once, however often Teams tells it');
    const card = cardOf(teams.connector.delivered[before]?.activity ?? {});
    assert.match(textOf(card), /Voorbeeld Zwaan is uit dit kanaal en is eigenaar van 2 afspraken/);
    assert.match(textOf(card), /AFS-2026-001 .*AFS-2026-002/);
    assert.doesNotMatch(textOf(card), /AFS-2026-00[3456]/);

    await teams.press(card, 'Overdragen', vermeer, samen, { naar: 'Bakker' });
    const preview = cardOf(teams.connector.delivered.at(-1)?.activity ?? {});
    assert.match(textOf(preview), /AFS-2026-001/);
    assert.equal(owner('AFS-2026-001')?.naam, 'Voorbeeld Zwaan', 'nothing changed yet');
    const done = await teams.press(preview, 'Doorvoeren', vermeer, samen);
    for (const code of ['AFS-2026-001', 'AFS-2026-002'])
      assert.deepEqual(owner(code), { naam: 'Voorbeeld Bakker', email: 'bakker@voorbeeld.example' });
    assert.equal(owner('AFS-2026-004')?.naam, 'Voorbeeld Zwaan', 'of another verband');
    assert.equal(owner('AFS-2026-005')?.naam, 'Anders Zwaan', 'somebody with the same last name');
    assert.ok(actionsIn(done.value).some(({ title }) => title === 'Ongedaan maken'));
  });

  it('takes a new owner with an address as it was written', async () => {
    await teams.say('koppel Voorbeeldverband', vermeer, samen);
    await leaves([{ id: zwaan.id, name: 'Voorbeeld Zwaan' }], {});
    const card = cardOf(teams.connector.delivered.at(-1)?.activity ?? {});
    await teams.press(card, 'Overdragen', vermeer, samen, { naar: 'Nieuw Iemand <nieuw@voorbeeld.example>' });
    const preview = cardOf(teams.connector.delivered.at(-1)?.activity ?? {});
    await teams.press(preview, 'Doorvoeren', vermeer, samen);
    assert.deepEqual(owner('AFS-2026-001'), { naam: 'Nieuw Iemand', email: 'nieuw@voorbeeld.example' });
    assert.equal(owner('AFS-2026-006')?.naam, 'Voorbeeld Bakker');
  });

  it('tells it in every bound channel of the team that they left', async () => {
    const elders = channel('elders');
    await teams.say('koppel Tweede Verband', vermeer, elders);
    const before = teams.connector.delivered.length;
    await leaves([{ id: zwaan.id, name: 'Voorbeeld Zwaan' }], { eventType: 'teamMemberRemoved' });
    const told = teams.connector.delivered.slice(before);
    assert.equal(told.length, 1);
    assert.match(told[0]?.conversationId ?? '', /elders/);
    assert.match(textOf(cardOf(told[0]?.activity ?? {})), /1 afspraak: AFS-2026-004/);
  });

  it('is silent about who owns nothing, whom Teams does not name, and in a channel that is not bound', async () => {
    const told = (): number => teams.connector.delivered.length;
    const start = told();
    await leaves([{ id: zwaan.id, name: 'Voorbeeld Zwaan' }], {});
    assert.equal(told(), start);
    await teams.say('koppel Voorbeeldverband', vermeer, samen);
    const bound = told();
    for (const member of [{ id: zwaan.id }, { id: zwaan.id, name: 'Zwaan' }, { id: zwaan.id, name: 7 }])
      assert.equal((await leaves([member], {})).status, 200);
    assert.equal(told(), bound);
  });
});
