import assert from 'node:assert/strict';
import { type Miss, openMisvragen, withoutName } from '../../../services/vragen/misses.ts';
import { isSameQuestion, openNotities } from '../../../services/vragen/notes.ts';
import { whomToAsk } from '../../../services/vragen/whom-to-ask.ts';
import { openMemoryStore } from '../../fakes/memory-store.ts';
import { smallRegister } from './small-register.ts';

const now = Date.UTC(2026, 10, 23, 9);
const day = 24 * 60 * 60 * 1000;

const place = { tenant: 'tenant-a', kanaal: 'kanaal-1', verbanden: ['v1'] };
const miss = (text: string, rest: Partial<Miss> = {}): Miss => ({
  ...place,
  reading: { text, lang: 'nl', intent: 'onbekend', filter: {} },
  reden: 'niet_begrepen',
  naam: 'Voorbeeld Vermeer',
  now,
  ...rest,
});

function open() {
  let id = 0;
  const store = openMemoryStore();
  return { store, misvragen: openMisvragen(store, () => `m${++id}`) };
}

describe('questions that went wrong', () => {
  it('count again for the same words in the same place, however they are typed', async () => {
    const { misvragen } = open();
    await misvragen.keep(miss('Waar ligt de sleutel?'));
    await misvragen.keep(miss('waar ligt de  SLEUTEL'));
    await misvragen.keep(miss('waar ligt de sleutel', { verbanden: ['v2'] }));
    assert.deepEqual(
      (await misvragen.list(place, now)).map(({ aantal }) => aantal),
      [2],
    );
  });

  it('are one document when many ask at once', async () => {
    const { misvragen } = open();
    await Promise.all(Array.from({ length: 20 }, () => misvragen.keep(miss('waar ligt de sleutel'))));
    assert.deepEqual(
      (await misvragen.list(place, now)).map(({ aantal }) => aantal),
      [20],
    );
  });

  it('count one person who says that an answer is wrong once', async () => {
    const { misvragen } = open();
    const wrong = (melder: string) => misvragen.keep(miss('afspraken met Assen', { reden: 'klopt_niet', melder }));
    assert.deepEqual(
      [(await wrong('een')).counted, (await wrong('een')).counted, (await wrong('twee')).counted],
      [true, false, true],
    );
    assert.equal((await misvragen.list(place, now))[0]?.aantal, 2);
  });

  it('are listed where their verband is bound, or in their own organisation when they have none', async () => {
    const { misvragen } = open();
    await misvragen.keep(miss('in het kanaal'));
    await misvragen.keep(miss('buiten elk verband', { verbanden: [] }));
    const seen = async (where: Partial<typeof place>) =>
      (await misvragen.list({ ...place, ...where }, now)).map(({ tekst }) => tekst).sort();
    assert.deepEqual(await seen({}), ['buiten elk verband', 'in het kanaal']);
    assert.deepEqual(await seen({ verbanden: ['v2'] }), ['buiten elk verband']);
    assert.deepEqual(await seen({ tenant: 'tenant-b' }), ['in het kanaal']);
    assert.deepEqual(await seen({ tenant: 'tenant-b', verbanden: [] }), []);
  });

  it('leave the list once answered or dismissed, and come back when the answer is called wrong', async () => {
    const { misvragen } = open();
    const { misvraag } = await misvragen.keep(miss('waar ligt de sleutel'));
    await misvragen.settle(misvraag._id, 'beantwoord');
    assert.equal((await misvragen.settle(misvraag._id, 'weg'))?.state, 'beantwoord');
    assert.deepEqual(await misvragen.list(place, now), []);
    await misvragen.keep(miss('waar ligt de sleutel', { reden: 'klopt_niet', melder: 'een' }));
    assert.equal((await misvragen.list(place, now)).length, 1);
  });

  it('lose their text after 90 days, whatever became of them', async () => {
    const { misvragen } = open();
    const kept = await misvragen.keep(miss('waar ligt de sleutel'));
    const gone = await misvragen.keep(miss('waar ligt de fiets'));
    await misvragen.settle(gone.misvraag._id, 'weg');
    assert.equal(await misvragen.blankOld(now + 90 * day), 0);
    assert.equal(await misvragen.blankOld(now + 91 * day), 2);
    for (const id of [kept.misvraag._id, gone.misvraag._id]) {
      const blank = await misvragen.get(id);
      assert.deepEqual([blank?.tekst, blank?.filter, blank?.state, blank?.sleutel], ['', '{}', 'verlopen', undefined]);
    }
    await misvragen.keep(miss('waar ligt de sleutel', { now: now + 92 * day }));
    assert.equal((await misvragen.list(place, now + 92 * day))[0]?.aantal, 1);
  });

  it('hold no name or address of who asked', () => {
    assert.equal(
      withoutName('waar is de sleutel? groet, Vermeer', 'Vermeer, V. (Assen)'),
      'waar is de sleutel? groet, …',
    );
    assert.equal(withoutName('mail vermeer@voorbeeld.example over Assen', 'Anders'), 'mail … over Assen');
  });

  it('are asked of the nearest owner: of what they name, of the channel, of their words, of most', () => {
    const { view, names } = smallRegister();
    const viewer = { verbanden: 'alle' } as const;
    const owner = (text: string, filter = {}, verbanden: readonly string[] = []) =>
      whomToAsk({ text, filter, verbanden }, { view, names, viewer })?.naam;
    assert.equal(owner('x', { verband: 'Waterkantoor' }, ['v1']), 'De Boer');
    assert.equal(owner('x', {}, ['v1']), 'Jansen');
    assert.equal(owner('hoe gaat het met de balie'), 'Jansen');
    assert.equal(owner('iets anders'), 'De Boer');
  });
});

describe('earlier answers', () => {
  const answer = { code: 'AFS-2025-001', antwoord: 'Bij de balie.', door: 'Voorbeeld Zwaan', op: now };

  it('are found by the words of the question, typing errors and one word more or less aside', () => {
    const known = ['sleutel', 'fietsenkelder', 'balie', 'pas'];
    assert.ok(isSameQuestion(['balie', 'sleutel', 'fietsenkelder', 'pas'], known));
    assert.ok(isSameQuestion(['sleutel', 'fietsenkeldr', 'balie', 'pas'], known));
    assert.ok(isSameQuestion(['sleutel', 'fietsenkelder', 'balie'], known));
    assert.ok(!isSameQuestion(['sleutel', 'fietsenkelder', 'balie', 'emmen'], known));
    assert.ok(!isSameQuestion(['sleutel'], ['sleutel', 'assen']));
    assert.ok(!isSameQuestion([], known));
  });

  it('are told only to who may see the afspraak', async () => {
    const { view } = smallRegister();
    const notities = openNotities(openMemoryStore());
    await notities.keep('n1', { ...answer, code: 'AFS-2025-004', vraag: 'waar ligt het geheime plan' });
    const asked = (verbanden: readonly string[]) =>
      notities.find('waar ligt het geheime plan?', { view, viewer: { verbanden } });
    assert.equal((await asked([])).length, 0);
    assert.equal((await asked(['v1'])).length, 1);
  });

  it('are kept once under one id, the latest first', async () => {
    const { view } = smallRegister();
    const notities = openNotities(openMemoryStore());
    const vraag = 'waar ligt de sleutel';
    await notities.keep('n1', { ...answer, vraag });
    assert.equal((await notities.keep('n1', { ...answer, vraag, antwoord: 'Nee.' })).antwoord, 'Bij de balie.');
    await notities.keep('n2', { ...answer, vraag, antwoord: 'Bij de portier.', op: now + 1 });
    const found = await notities.find(vraag, { view, viewer: { verbanden: 'alle' } });
    assert.deepEqual(
      found.map(({ antwoord }) => antwoord),
      ['Bij de portier.', 'Bij de balie.'],
    );
    assert.equal((await notities.about('AFS-2025-001')).length, 2);
  });
});
