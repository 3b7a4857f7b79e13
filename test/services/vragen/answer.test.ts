import assert from 'node:assert/strict';
import { selectBesluiten } from '../../../services/besluiten/find.ts';
import type { Besluit } from '../../../services/besluiten/types.ts';
import { loadRegister } from '../../../services/register/register.ts';
import type { Viewer } from '../../../services/toegang/scope.ts';
import { answerReading } from '../../../services/vragen/answer.ts';
import { type AnswerParts, shownBy } from '../../../services/vragen/answer-parts.ts';
import type { Answer } from '../../../services/vragen/answer-types.ts';
import type { Intent, QuestionFilter } from '../../../services/vragen/reading.ts';
import { openMemoryStore } from '../../fakes/memory-store.ts';
import { besluit, contentOf, smallRegister } from './small-register.ts';

const ask = (
  intent: Intent,
  filter: QuestionFilter = {},
  changes: Partial<AnswerParts> = {},
  lang: 'nl' | 'en' = 'nl',
): Promise<Answer> => answerReading({ text: '', lang, intent, filter }, smallRegister(changes));

const inChannel = (...verbanden: readonly string[]): { readonly viewer: Viewer } => ({ viewer: { verbanden } });

const finderOf = (all: readonly Besluit[]): Pick<AnswerParts, 'besluiten'> => ({
  besluiten: {
    findBesluiten: async (query) =>
      selectBesluiten(
        all.map((one) => ({ besluit: one, content: contentOf(one), withdrawn: false, persoon: '' })),
        query,
      ).map((state) => state.besluit),
    besluit: async (identificatie) => all.find((one) => one.identificatie === identificatie),
  },
});

describe('answers about afspraken', () => {
  it('show open ones where no status is named, and every status where the words lift that', async () => {
    const open = await ask('afspraak.zoeken', { verband: 'Proefdienst' });
    assert.deepEqual(open.codes, ['AFS-2025-001', 'AFS-2025-002', 'AFS-2025-004']);
    assert.equal(open.applied.status, 'open');
    const any = await ask('afspraak.zoeken', { verband: 'Proefdienst', elkeStatus: true });
    assert.equal(any.total, 4);
    assert.equal(any.applied.status, undefined);
  });

  it('show for every afspraak its code, title, verband, status, dates and owner, and the total', async () => {
    const { text } = await ask('afspraak.zoeken', { verband: 'Waterkantoor' });
    assert.match(text, /1 afspraak gevonden/);
    assert.match(
      text,
      /AFS-2026-001 MARAP waterkantoor · Waterkantoor · lopend · rapportage 15 december 2026 · eigenaar De Boer/,
    );
  });

  it('offer to look among ended ones, and to keep what is late', async () => {
    const { mend } = await ask('afspraak.zoeken', { partner: 'Gemeente Assen' });
    assert.deepEqual(
      mend.map(({ label, reading }) => [label, reading.filter]),
      [
        ['Ook afgeronde', { partner: 'Gemeente Assen', elkeStatus: true }],
        ['Alleen wat te laat is', { partner: 'Gemeente Assen', status: 'te_laat' }],
      ],
    );
  });

  it('say that nobody of a name owns anything, with the names that differ by a letter', async () => {
    const near = await ask('afspraak.zoeken', { eigenaar: 'Janssen' });
    assert.equal(near.content.kind, 'dubbelzinnig');
    assert.match(near.text, /Niemand met de naam Janssen is eigenaar van een afspraak\..*\nJansen$/);
    const far = await ask('afspraak.aantal', { eigenaar: 'Pietersen' });
    assert.match(far.text, /Niemand met de naam Pietersen/);
    const known = await ask('afspraak.zoeken', { eigenaar: 'Jansen', verband: 'Waterkantoor' });
    assert.match(known.text, /Geen afspraken gevonden/);
  });

  it('say plainly that nothing was found, that ended ones exist, and whom to ask', async () => {
    const answer = await ask('afspraak.zoeken', {
      verband: 'Proefdienst',
      periode: { van: '2025-01-01', tot: '2025-12-31' },
    });
    assert.deepEqual(answer.codes, []);
    assert.match(answer.text, /Geen afspraken gevonden\. Er is wel 1 afspraak/);
    assert.match(answer.text, /Vraag het na bij Jansen \(jansen@voorbeeld\.example\)/);
  });

  it('says that nothing is late, and sends nobody to an owner for it', async () => {
    const answer = await ask('afspraak.zoeken', { verband: 'Proefdienst', type: 'mandaat', status: 'te_laat' });
    assert.deepEqual(answer.content, { kind: 'zin', sentence: 'Er is niets te laat.' });
    assert.deepEqual(answer.mend, []);
  });

  it('name the nearest names where one is not known, and never guess', async () => {
    const answer = await ask('afspraak.zoeken', { verband: 'Proefdinst BV', type: 'contract' });
    assert.equal(answer.content.kind, 'dubbelzinnig');
    assert.deepEqual(answer.codes, []);
    if (answer.content.kind !== 'dubbelzinnig') return;
    const names = answer.content.choices.map(({ label }) => label);
    assert.ok(names.includes('Gemeenschappelijke regeling Proefdienst'), names.join());
    const choice = answer.content.choices.find(({ label }) => label.includes('Proefdienst'));
    assert.deepEqual(choice?.reading.filter, { type: 'contract', verband: 'Gemeenschappelijke regeling Proefdienst' });
  });

  it('ask back which of two names is meant, one name at a time', async () => {
    const dubbelzinnig = ['Gemeente Groningen|Provincie Groningen', 'Proefdienst|Waterkantoor'];
    const answer = await ask('afspraak.zoeken', { status: 'lopend', dubbelzinnig });
    assert.equal(answer.content.kind, 'dubbelzinnig');
    if (answer.content.kind !== 'dubbelzinnig') return;
    assert.deepEqual(answer.content.choices[1]?.reading.filter, {
      status: 'lopend',
      dubbelzinnig: ['Proefdienst|Waterkantoor'],
      partner: 'Provincie Groningen',
    });
  });

  it('give only the earliest upcoming one where the next is asked', async () => {
    const { codes } = await ask('afspraak.zoeken', { type: 'evaluatie', eerstvolgende: true });
    assert.deepEqual(codes, ['AFS-2026-003']);
  });

  it('take a piece that is narrower than a soort by its words', async () => {
    assert.deepEqual((await ask('rapportage.tonen', { type: 'marap' })).codes, ['AFS-2026-001']);
    assert.deepEqual((await ask('rapportage.tonen', { type: 'berap' })).codes, []);
  });

  it('give what goes to the council in a period by the date of the report', async () => {
    const periode = { van: '2026-10-01', tot: '2026-12-31' };
    assert.deepEqual((await ask('rapportage.tonen', { doelgroep: 'raad', periode })).codes, ['AFS-2026-001']);
    assert.deepEqual((await ask('rapportage.tonen', { doelgroep: 'college', periode })).codes, []);
  });

  it('say that a body is not recorded, and search without it', async () => {
    const answer = await ask('afspraak.zoeken', { type: 'contract', orgaan: 'MT' });
    assert.deepEqual(answer.codes, ['AFS-2025-001']);
    assert.match(answer.understood, /MT/);
  });

  it('know the asker by e-mail, and say so where the asker is not known', async () => {
    const mine = await ask(
      'afspraak.zoeken',
      { eigenaar: '@ik' },
      { viewer: { verbanden: 'alle', email: 'Jansen@voorbeeld.example' } },
    );
    assert.deepEqual(mine.codes, ['AFS-2025-001', 'AFS-2025-002']);
    const unknown = await ask('afspraak.zoeken', { eigenaar: '@ik' });
    assert.deepEqual(unknown.codes, []);
    assert.match(unknown.text, /wie je bent/);
  });

  it('count, with the codes of what was counted', async () => {
    const { content, codes } = await ask('afspraak.aantal', { status: 'te_laat' });
    assert.deepEqual(codes, ['AFS-2025-002']);
    assert.equal(content.kind === 'aantal' && content.value, 1);
  });

  it('show one whole by its code, in any case, with what was decided about it', async () => {
    const linked = besluit('B-2026-001', { afspraken: ['AFS-2025-001'] });
    const { text, content, codes } = await ask('afspraak.tonen', { nummer: 'afs-2025-001' }, finderOf([linked]));
    assert.deepEqual(codes, ['AFS-2025-001']);
    assert.equal(content.kind === 'afspraak' && content.besluiten.length, 1);
    for (const part of [
      'Proefdienst',
      'Gemeente Assen, Gemeente Meppel',
      '31 december 2027',
      'B-2026-001',
      'https://doc',
    ])
      assert.ok(text.includes(part), part);
  });

  it('show number so-and-so of the list before it, in the order of that list', async () => {
    const list = await ask('afspraak.zoeken', { type: 'evaluatie', periode: { van: '2027-01-01', tot: '2027-12-31' } });
    const second = await ask('afspraak.tonen', { rangnummer: 2, vervolg: true }, { previous: shownBy(list) });
    assert.deepEqual(second.codes, ['AFS-2026-002']);
    assert.match((await ask('afspraak.tonen', { rangnummer: 3 }, { previous: shownBy(list) })).text, /geen nummer 3/);
    assert.match((await ask('afspraak.tonen', { rangnummer: 3 })).text, /welke lijst/);
  });

  it('say of a day to give notice that has passed that it was', async () => {
    const asked = { type: 'contract', verband: 'Proefdienst', veld: 'opzegtermijn' };
    const { text } = await ask('afspraak.tonen', asked, { today: '2027-07-01' });
    assert.match(text, /6 maanden \(opzeggen kon tot en met 30 juni 2027\)/);
  });

  it('say of an empty register how to begin, and name nobody to ask', async () => {
    const register = await loadRegister(openMemoryStore(), { timeZone: 'Europe/Amsterdam' });
    const { content } = await ask('afspraak.zoeken', {}, { view: register.view() });
    assert.equal(content.kind, 'zin');
    assert.match(content.kind === 'zin' ? content.sentence : '', /^Er staan nog geen afspraken in Ketenregie\./);
  });

  it('give the notice period with the last day to give notice', async () => {
    const { text, codes } = await ask('afspraak.tonen', {
      type: 'contract',
      verband: 'Proefdienst',
      veld: 'opzegtermijn',
    });
    assert.deepEqual(codes, ['AFS-2025-001']);
    assert.match(text, /6 maanden \(opzeggen kan tot en met 30 juni 2027\)/);
  });

  it('say that a field is not on record', async () => {
    const { text } = await ask('afspraak.tonen', { type: 'sla', veld: 'opzegtermijn' });
    assert.match(text, /niet vastgelegd/);
  });

  it('name the owner to turn to, who has most first', async () => {
    const { text, content } = await ask('contact.tonen', { verband: 'Proefdienst' });
    assert.equal(content.kind, 'contact');
    assert.match(text, /Jansen \(jansen@voorbeeld\.example\), 2 afspraken; De Boer/);
  });

  it('link to the document where there is one', async () => {
    const { codes, text } = await ask('document.tonen', { verband: 'Proefdienst' });
    assert.deepEqual(codes, ['AFS-2025-001']);
    assert.match(text, /https:\/\/documenten\.voorbeeld\.example\/1/);
    assert.match((await ask('document.tonen', { verband: 'Waterkantoor' })).text, /geen link/);
  });

  it('speak English to who asks in English', async () => {
    assert.match((await ask('afspraak.zoeken', { type: 'sla' }, {}, 'en')).text, /1 agreement found/);
  });

  it('list every code, also of those that are not written out', async () => {
    const parts = smallRegister();
    const { view } = parts;
    const first = view.afspraak('AFS-2025-001');
    assert.ok(first && 'putAfspraak' in view && typeof view.putAfspraak === 'function');
    for (let number = 1; number <= 60; number += 1) {
      view.putAfspraak({ ...first, _id: `AFS-2027-${String(number).padStart(3, '0')}`, soort: 'mandaat' });
    }
    const answer = await answerReading(
      { text: '', lang: 'nl', intent: 'afspraak.zoeken', filter: { type: 'mandaat' } },
      parts,
    );
    assert.equal(answer.codes.length, 60);
    for (const code of answer.codes) assert.ok(answer.text.includes(code), code);
  });

  it('remember the start of a very long list, and find any number of it, the last one too', async () => {
    const parts = smallRegister();
    const { view } = parts;
    const first = view.afspraak('AFS-2025-001');
    assert.ok(first && 'putAfspraak' in view && typeof view.putAfspraak === 'function');
    for (let number = 1; number <= 700; number += 1) {
      const einddatum = `2028-${String((number % 12) + 1).padStart(2, '0')}-15`;
      view.putAfspraak({ ...first, _id: `AFS-2027-${String(number).padStart(3, '0')}`, soort: 'mandaat', einddatum });
    }
    const filter = { type: 'mandaat', periode: { van: '2028-01-01', veld: 'einddatum' } } as const;
    const list = { intent: 'afspraak.zoeken', filter } as const;
    const answer = await answerReading({ text: '', lang: 'nl', ...list }, parts);
    const { content } = answer;
    const order = content.kind === 'afspraken' ? content.items.slice().map(({ afspraak }) => afspraak._id) : [];
    assert.equal(order.length, 700);
    assert.equal(order[0], 'AFS-2027-012');
    const previous = shownBy(answer);
    assert.ok(previous.shown.length < 100 && previous.total === 700);
    assert.deepEqual(previous.shown, order.slice(0, previous.shown.length));
    for (const [rangnummer, code] of [
      [1, order[0]],
      [60, order[59]],
      [61, order[60]],
      [700, order[699]],
      [-1, order[699]],
    ] as const) {
      const reading = { text: '', lang: 'nl', intent: 'afspraak.tonen', filter: { rangnummer }, lijst: list } as const;
      assert.deepEqual((await answerReading(reading, { ...parts, previous })).codes, [code], String(rangnummer));
    }
    const beyond = {
      text: '',
      lang: 'nl',
      intent: 'afspraak.tonen',
      filter: { rangnummer: 701 },
      lijst: list,
    } as const;
    assert.match((await answerReading(beyond, { ...parts, previous })).text, /geen nummer 701/);
  });
});

describe('answers keep to what the asker may see', () => {
  it('a vertrouwelijke afspraak shows only where its verband is bound', async () => {
    const filter = { type: 'exit' };
    assert.deepEqual((await ask('afspraak.zoeken', filter, inChannel('v1'))).codes, ['AFS-2025-004']);
    assert.deepEqual((await ask('afspraak.zoeken', filter, inChannel())).codes, []);
    assert.deepEqual((await ask('afspraak.zoeken', filter, inChannel('v2'))).codes, []);
  });

  it('a code that may not be seen reads the same as one that does not exist', async () => {
    const hidden = await ask('afspraak.tonen', { nummer: 'AFS-2025-004' }, inChannel('v2'));
    const absent = await ask('afspraak.tonen', { nummer: 'AFS-2025-994' }, inChannel('v2'));
    assert.equal(hidden.text.replaceAll('004', '994'), absent.text);
    assert.deepEqual(hidden.codes, []);
  });

  it('whom to ask does not come from a vertrouwelijke afspraak', async () => {
    const { text } = await ask('contact.tonen', { verband: 'Proefdienst' }, inChannel());
    assert.ok(!text.includes('De Boer'));
  });

  it('ask what was decided about an afspraak where "that besluit" is said after one', async () => {
    const { text } = await ask('besluit.tonen', { nummer: 'AFS-2025-001', vervolg: true });
    assert.doesNotMatch(text, /Ik ken geen/);
  });

  it('a besluit about a hidden afspraak is hidden too', async () => {
    const all = finderOf([besluit('B-2026-001', { afspraken: ['AFS-2025-004'] }), besluit('B-2026-002', {})]);
    assert.deepEqual((await ask('besluit.zoeken', {}, { ...all, ...inChannel() })).codes, ['B-2026-002']);
    assert.deepEqual((await ask('besluit.tonen', { nummer: 'B-2026-001' }, { ...all, ...inChannel() })).codes, []);
    assert.deepEqual((await ask('besluit.zoeken', {}, all)).total, 2);
  });

  it('a bound channel is about its verbanden, and says so', async () => {
    const { codes, understood, applied } = await ask('afspraak.zoeken', {}, inChannel('v2'));
    assert.deepEqual(codes, ['AFS-2026-001']);
    assert.match(understood, / · in dit kanaal: Waterkantoor$/);
    assert.equal(understood.split('Waterkantoor').length, 2, understood);
    assert.doesNotMatch(understood, /\. ·/);
    assert.deepEqual(applied.verband, ['Gemeenschappelijke regeling Waterkantoor']);
  });

  it('a bound channel hears about another verband, or an outsider, when that is named', async () => {
    assert.deepEqual((await ask('afspraak.zoeken', { verband: 'Zorgloket' }, inChannel('v2'))).codes, [
      'AFS-2026-002',
      'AFS-2026-003',
    ]);
    assert.deepEqual((await ask('afspraak.zoeken', { partner: 'Gemeente Groningen' }, inChannel('v2'))).codes, [
      'AFS-2026-001',
    ]);
    assert.deepEqual((await ask('afspraak.zoeken', { partner: 'Gemeente Assen' }, inChannel('v2'))).codes, [
      'AFS-2025-001',
      'AFS-2025-002',
    ]);
  });
});

describe('answers about samenwerkingsverbanden', () => {
  const names = ({ content }: Answer): readonly string[] =>
    content.kind === 'verbanden' ? content.items.map(({ _id }) => _id) : [];

  it('find those in which an organisatie takes part, by form and by provincie', async () => {
    assert.deepEqual(names(await ask('verband.zoeken', { partner: 'Gemeente Groningen' })).toSorted(), ['v2', 'v3']);
    assert.deepEqual(names(await ask('verband.zoeken', { vorm: 'bedrijfsvoeringsorganisatie' })), ['v2']);
    assert.deepEqual(names(await ask('verband.zoeken', { vorm: 'centrumgemeente' })), ['v3']);
    assert.deepEqual(names(await ask('verband.zoeken', { provincie: 'Drenthe' })), ['v1']);
    assert.deepEqual(names(await ask('verband.zoeken', { provincie: 'Groningen' })).toSorted(), ['v2', 'v3']);
    assert.equal((await ask('verband.aantal', { partner: 'Gemeente Groningen', vorm: 'wgr' })).total, 2);
  });

  it('find those without an afspraak of a soort', async () => {
    const answer = await ask('verband.zoeken', { ontbreekt: 'exit' });
    assert.deepEqual(names(answer).toSorted(), ['v2', 'v3']);
    assert.match(answer.text, /Bij 2 van de 3 samenwerkingsverbanden/);
    assert.deepEqual(names(await ask('verband.zoeken', { ontbreekt: 'exit' }, inChannel('v1', 'v2'))), ['v2']);
  });

  it('say of the only verband of a channel by its name that it lacks a soort', async () => {
    for (const intent of ['verband.zoeken', 'verband.aantal'] as const) {
      const { text } = await ask(intent, { ontbreekt: 'exit' }, inChannel('v2'));
      assert.match(text, /Bij Waterkantoor staat nog geen open afspraak van de soort exit/);
    }
    const english = await ask('verband.zoeken', { ontbreekt: 'exit' }, inChannel('v2'), 'en');
    assert.match(english.text, /For Waterkantoor Ketenregie holds no open agreement of the kind exit yet/);
  });

  it('tell who takes part, since when, and in what form', async () => {
    const who = await ask('verband.tonen', { verband: 'Proefdienst', veld: 'deelnemers' });
    assert.match(who.text, /doen 2 organisaties mee: Gemeente Assen, Gemeente Meppel/);
    const since = await ask('verband.tonen', {
      verband: 'Proefdienst',
      partner: 'Gemeente Assen',
      veld: 'toetredingsdatum',
    });
    assert.match(since.text, /Ja, Gemeente Assen doet sinds 1 januari 2019 mee/);
    const not = await ask('verband.tonen', { verband: 'Proefdienst', partner: 'Gemeente Groningen' });
    assert.match(not.text, /Nee, Gemeente Groningen doet niet mee/);
    assert.match(
      (await ask('verband.tonen', { verband: 'Waterkantoor', veld: 'vorm' })).text,
      /bedrijfsvoeringsorganisatie/,
    );
  });
});

describe('answers about besluiten, terms and dates', () => {
  it('find besluiten by body and period', async () => {
    const all = finderOf([
      besluit('B-2026-001', { datum: '2026-09-30' }),
      besluit('B-2026-002', { verband: 'v1', volgnummer: 2 }),
      besluit('B-2026-003', { bestuursorgaan: 'AB', volgnummer: 3 }),
    ]);
    const filter = { orgaan: 'DB', periode: { van: '2026-10-01', tot: '2026-10-31' } };
    const { codes, text } = await ask('besluit.zoeken', filter, all);
    assert.deepEqual(codes, ['B-2026-002']);
    assert.match(text, /B-2026-002 Onderwerp van B-2026-002 · DB · 12 oktober 2026/);
  });

  it('say that no zienswijze is recorded, and whom to ask', async () => {
    const { text } = await ask('zienswijze.tonen', {
      partner: 'Gemeente Assen',
      verband: 'Proefdienst',
      stuk: 'kadernota',
    });
    assert.match(text, /geen zienswijze vastgelegd.*Jansen/);
  });

  it('give the Wgr date of a piece with the last safe day', async () => {
    const { text } = await ask('pc.kalender', { stap: 'kadernota', jaar: 2028 });
    assert.match(text, /Kadernota 2028: vóór 30 april 2027 \(uiterlijk 29 april 2027\).*Wgr art\. 34b/);
    assert.match((await ask('pc.kalender', { stap: 'ontwerpbegroting', verband: 'Proefdienst' })).text, /12 weken/);
  });

  it('leave to the caller what changes something', async () => {
    for (const intent of ['besluit.vastleggen', 'herinnering.instellen', 'help', 'annuleren', 'exporteren'] as const)
      assert.equal((await ask(intent)).content.kind, 'handeling', intent);
  });

  it('explain a term, or say that it is not explained', async () => {
    const explain = (term: string) => (term === 'zienswijze' ? 'Een zienswijze is een mening.' : undefined);
    assert.match((await ask('uitleg', { onderwerp: 'zienswijze' }, { explain })).text, /mening/);
    assert.match((await ask('uitleg', { onderwerp: 'iets_anders' }, { explain })).text, /iets anders/);
  });

  it('give examples where the question was not understood, and no pretence', async () => {
    const { content, codes } = await ask('onbekend');
    assert.ok(content.kind === 'onbekend' && content.examples.length > 2);
    assert.deepEqual(codes, []);
  });
});
