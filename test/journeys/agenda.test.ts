import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { agendalinkCollection } from '../../services/agenda/links.ts';
import type { Draft } from '../../services/opslag/store.ts';
import type { Afspraak } from '../../services/register/types.ts';
import { openMemoryStore } from '../fakes/memory-store.ts';
import { calendarIn } from '../services/agenda/calendar.ts';
import { afspraakDraft, saveNew, verbandDraft } from './drafts.ts';
import { actionsIn, type Card, channel, inputsIn, MovableClock, person, personal, Teams, textOf } from './teams.ts';

/** A link in a channel, and what a calendar program gets that only has the link. */
const vermeer = person('Vermeer');
const zwaan = person('Zwaan');
const samen = channel('samen');
const elders = channel('elders');

const afspraak = (code: string, over: Partial<Draft<Afspraak>>): Draft<Afspraak> =>
  afspraakDraft(code, { eigenaar: { naam: 'Voorbeeld Vermeer', email: 'vermeer@voorbeeld.example' }, ...over });

describe('journey: the dates of a verband in Outlook', () => {
  const clock = new MovableClock('2026-11-23T10:00:00+01:00');
  let teams: Teams;
  let link = '';
  let made: Card = {};

  before(async () => {
    const store = openMemoryStore();
    teams = await Teams.open(async () => store, { clock });
    const { register } = teams.house.parts;
    await register.saveVerband(verbandDraft());
    await register.saveVerband(verbandDraft('v2', 'Tweede Verband'));
    await saveNew(
      teams,
      clock,
      afspraak('AFS-2026-001', { einddatum: '2027-12-31', opzegtermijn: 'P6M', herijking: '2027-03-01' }),
      afspraak('AFS-2026-002', { rapportagedatum: '2027-02-15', rapportageAan: ['raad'] }),
      afspraak('AFS-2026-003', { einddatum: '2027-06-30', vertrouwelijkheid: 'vertrouwelijk', titel: 'Geheim' }),
      afspraak('AFS-2026-004', { einddatum: '2027-06-30', status: 'afgerond', titel: 'Voorbij' }),
      afspraak('AFS-2026-005', { einddatum: '2027-06-30', verband: 'v2', titel: 'Van een ander' }),
    );
  });
  after(() => teams.close());

  const linkIn = (card: Card): string => {
    const inputs = inputsIn(card);
    assert.equal(inputs.length, 1, textOf(card));
    return String(inputs[0]?.value);
  };
  const events = async (url: string) => calendarIn(await (await fetch(url)).text()).events;

  it('gives no link where no verband is bound', async () => {
    assert.match(textOf(await teams.say('agenda', vermeer, samen)), /gekoppeld/);
    assert.match(textOf(await teams.say('agenda', vermeer, personal('vermeer'))), /gekoppeld/);
  });

  it('gives a link once in a bound channel, to copy; not again to who asks again', async () => {
    await teams.say('koppel Voorbeeldverband', vermeer, samen);
    made = await teams.say('agenda', vermeer, samen);
    link = linkIn(made);
    assert.match(link, new RegExp(`^${teams.address}/agenda/[A-Za-z0-9_-]{22,}\\.ics$`));
    assert.deepEqual(
      actionsIn(made).map(({ title }) => title),
      ['Intrekken'],
      'no button opens what is not https',
    );
    const again = await teams.say('Agenda', zwaan, samen);
    assert.match(textOf(again), /gemaakt door Voorbeeld Vermeer \(23 november 2026, 10:00\)/);
    assert.deepEqual(inputsIn(again), []);
    const token = link.split('/').at(-1)?.replace('.ics', '') ?? '';
    assert.ok(!JSON.stringify(teams.lines).includes(token), 'the log holds no token');
  });

  it('shows the open dates of that verband on the right days, without a name', async () => {
    const response = await fetch(link);
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('content-type'), 'text/calendar; charset=utf-8');
    assert.equal(response.headers.get('cache-control'), 'private, max-age=900');
    const text = await response.text();
    const calendar = calendarIn(text);
    assert.equal(calendar.name, 'Afspraken Voorbeeldverband');
    const told = calendar.events.map(({ uid, day, summary }) => `${day} ${uid} ${summary}`).sort();
    assert.deepEqual(told, [
      '20270215 AFS-2026-002-rapportage@ketenregie Rapportage: Afspraak over AFS-2026-002 (AFS-2026-002)',
      '20270301 AFS-2026-001-herijking@ketenregie Herijking: Afspraak over AFS-2026-001 (AFS-2026-001)',
      '20270630 AFS-2026-001-opzeggen@ketenregie Laatste dag om op te zeggen: Afspraak over AFS-2026-001 (AFS-2026-001)',
      '20271231 AFS-2026-001-einde@ketenregie Einddatum: Afspraak over AFS-2026-001 (AFS-2026-001)',
    ]);
    assert.doesNotMatch(text, /Vermeer|voorbeeld\.example|Geheim|Voorbij|Van een ander/);
    assert.match(calendar.events.find(({ day }) => day === '20270215')?.description ?? '', /Rapportage aan: de raad/);
  });

  it('shows the days of the own reminders of the channel, not what people typed, until they are stopped', async () => {
    const preview = await teams.say(
      'herinner ons op 2 februari 2027 om 14:05 aan het bellen met Vermeer',
      zwaan,
      samen,
    );
    const set = await teams.press(preview, 'Instellen', zwaan, samen);
    const own = async () => (await events(link)).filter(({ summary }) => summary.startsWith('Herinnering'));
    assert.deepEqual(
      (await own()).map(({ day, summary }) => `${day} ${summary}`),
      ['20270202 Herinnering om 14:05: eigen herinnering van het kanaal'],
    );
    assert.doesNotMatch(await (await fetch(link)).text(), /Vermeer|bellen/i);
    await teams.press(set.value as Card, 'Stoppen', zwaan, samen);
    assert.deepEqual(await own(), []);
  });

  it('answers a calendar program that asks again that nothing changed, until it did', async () => {
    const first = await fetch(link);
    const etag = first.headers.get('etag') ?? '';
    const body = await first.text();
    const head = await fetch(link, { method: 'HEAD' });
    assert.deepEqual(
      [head.status, head.headers.get('etag'), head.headers.get('content-length'), await head.text()],
      [200, etag, String(Buffer.byteLength(body)), ''],
    );
    for (const known of [etag, `W/${etag}`, `"ander", ${etag}`]) {
      const same = await fetch(link, { headers: { 'if-none-match': known } });
      assert.deepEqual([same.status, await same.text(), same.headers.get('etag')], [304, '', etag]);
    }
    const before = (await events(link)).find(({ uid }) => uid.startsWith('AFS-2026-002'));
    clock.moveTo('2026-11-23T11:00:00+01:00');
    const { register } = teams.house.parts;
    const current = register.view().afspraak('AFS-2026-002');
    assert.ok(current);
    const { version, ...draft } = current;
    const moved = { ...draft, rapportagedatum: '2027-02-22' };
    await register.saveAfspraak(moved, version, { naam: 'Proef', via: 'chat' }, clock.now());
    const changed = await fetch(link, { headers: { 'if-none-match': etag } });
    assert.equal(changed.status, 200);
    const after = calendarIn(await changed.text()).events.find(({ uid }) => uid === before?.uid);
    assert.equal(after?.day, '20270222');
    assert.ok((after?.sequence ?? 0) > (before?.sequence ?? 0));
    assert.deepEqual([after?.stamp, after?.lastModified], ['20261123T100000Z', '20261123T100000Z']);
  });

  it('finds nothing for any other address, in the same words, and lets nobody keep that', async () => {
    const guesses = [
      `/agenda/${randomBytes(18).toString('base64url')}.ics`,
      `/agenda/${randomBytes(18).toString('base64url')}`,
      link.slice(teams.address.length).replace('.ics', ''),
      link.slice(teams.address.length).replace('.ics', '.ICS'),
      link.slice(teams.address.length, -5).concat('.ics'),
      '/agenda/.ics',
      '/agenda/v1.ics',
      '/agenda/..%2f..%2fpackage.json',
      `/agenda/${'A'.repeat(5000)}.ics`,
      '/agenda/%00.ics',
      '/agenda/__proto__.ics',
    ];
    for (const path of guesses) {
      for (const method of ['GET', 'HEAD']) {
        const response = await fetch(teams.address + path, { method });
        assert.equal(response.status, 404, `${method} ${path}`);
        assert.equal(response.headers.get('etag'), null);
        assert.doesNotMatch(response.headers.get('cache-control') ?? 'no-store', /max-age/);
        if (method === 'GET') assert.deepEqual(await response.json(), { error: 'not-found' }, path);
      }
    }
    const posted = await fetch(link, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
    assert.equal(posted.status, 405);
  });

  it('keeps only a hash of the token in the store', async () => {
    const token = link.split('/').at(-1)?.replace('.ics', '') ?? '';
    const kept = await teams.house.parts.store.collection(agendalinkCollection).find({});
    assert.equal(kept.length, 1);
    assert.ok(!JSON.stringify(kept).includes(token));
    assert.match(String(kept[0]?._id), /^[0-9a-f]{64}$/);
  });

  it('gives nothing while the channel is unbound, and no other channel a say over the link', async () => {
    await teams.press(made, 'Intrekken', zwaan, elders);
    assert.equal((await fetch(link)).status, 200);
    await teams.say('ontkoppel', vermeer, samen);
    assert.equal((await fetch(link)).status, 404);
    await teams.say('koppel Voorbeeldverband', vermeer, samen);
    assert.equal((await fetch(link)).status, 200);
  });

  it('replaces the link with agenda nieuw: the old one opens nothing any more', async () => {
    const old = link;
    link = linkIn(await teams.say('agenda nieuw', zwaan, samen));
    assert.notEqual(link, old);
    assert.equal((await fetch(old)).status, 404);
    assert.equal((await fetch(link)).status, 200);
    const late = await teams.press(made, 'Intrekken', zwaan, samen);
    assert.match(textOf(late.value), /gemaakt door Voorbeeld Zwaan/);
    assert.equal((await fetch(link)).status, 200, 'the button of the old link does nothing to the new one');
  });

  it('takes the link back at once with Intrekken, also when it is pressed twice', async () => {
    const card = await teams.say('agenda', zwaan, samen);
    const answer = await teams.press(card, 'Intrekken: Voorbeeldverband', vermeer, samen);
    assert.match(textOf(answer.value), /Er is nog geen link/);
    const second = await teams.press(card, 'Intrekken: Voorbeeldverband', vermeer, samen);
    assert.deepEqual(second.value, answer.value);
    assert.equal((await fetch(link)).status, 404);
  });

  it('makes a link for each verband of a channel with its own button, once however often that is delivered', async () => {
    await teams.say('koppel Tweede Verband', vermeer, samen);
    const card = await teams.say('agenda', zwaan, samen);
    const before = teams.connector.delivered.length;
    await teams.press(card, 'Link maken: Tweede Verband', zwaan, samen, {}, 'druk-1');
    await teams.press(card, 'Link maken: Tweede Verband', zwaan, samen, {}, 'druk-1');
    assert.equal(teams.connector.delivered.length, before + 1);
    const [attachment] = (teams.connector.delivered[before]?.activity.attachments ?? []) as { content: Card }[];
    const url = linkIn(attachment?.content ?? {});
    assert.deepEqual(
      (await events(url)).map(({ uid }) => uid),
      ['AFS-2026-005-einde@ketenregie'],
    );
    const overview = await teams.say('agenda', zwaan, samen);
    assert.deepEqual(
      actionsIn(overview).map(({ title }) => title),
      ['Link maken: Voorbeeldverband', 'Nieuwe link: Tweede Verband', 'Intrekken: Tweede Verband'],
    );
  });
});
