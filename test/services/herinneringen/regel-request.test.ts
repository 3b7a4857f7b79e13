import assert from 'node:assert/strict';
import { type RequestParts, requestRegel } from '../../../services/herinneringen/regel-request.ts';
import { asksForLate, ladderSteps, manageVerb, tekstOf } from '../../../services/herinneringen/regel-sentence.ts';
import { instantAt } from '../../../services/kalender/civil-date.ts';
import { readDates } from '../../../services/kalender/phrase.ts';
import { recurrenceInWords } from '../../../services/kalender/recurrence-words.ts';
import { NameIndex } from '../../../services/register/names.ts';
import { LiveView } from '../../../services/register/view.ts';
import { createReader } from '../../../services/vragen/reader.ts';
import { afspraak, organisaties, verbanden } from '../vragen/small-register.ts';
import { timeZone } from './stand.ts';

const today = '2026-11-23';

function openParts(viewer: RequestParts['viewer'] = { verbanden: ['v1'] }) {
  const view = new LiveView();
  for (const one of organisaties) view.putOrganisatie(one);
  for (const one of verbanden) view.putVerband(one);
  for (const one of [
    afspraak('AFS-2026-001', { soort: 'dvo', titel: 'DVO milieu', einddatum: '2027-06-30' }),
    afspraak('AFS-2026-002', {
      soort: 'sla',
      titel: 'SLA servicedesk',
      rapportagedatum: '2027-02-01',
      herijking: '2027-03-01',
    }),
    afspraak('AFS-2026-003', { soort: 'sla', titel: 'SLA telefonie', rapportagedatum: '2027-02-08' }),
    afspraak('AFS-2026-004', {
      soort: 'exit',
      titel: 'Exit geheim',
      verband: 'v2',
      vertrouwelijkheid: 'vertrouwelijk',
      einddatum: '2027-06-30',
    }),
  ])
    view.putAfspraak(one);
  const names = new NameIndex(view);
  const parts: RequestParts = { view, names, viewer, kanaal: 'k1', timeZone, now: instantAt(today, '10:00', timeZone) };
  const reader = createReader({ names });
  return (text: string) => requestRegel(reader.read(text, { today, lang: 'nl' }), parts);
}

describe('a sentence that asks for a reminder', () => {
  const ask = openParts();

  const draftOf = (text: string) => {
    const request = ask(text);
    assert.equal(request.kind, 'regel', `${text}: ${JSON.stringify(request)}`);
    return request.kind === 'regel' ? request.draft : assert.fail();
  };

  it('becomes a rule that counts from a date of the afspraak', () => {
    assert.deepEqual(draftOf('herinner ons 6 weken voor de einddatum van de DVO met Assen'), {
      wanneer: { kind: 'anchor', code: 'AFS-2026-001', veld: 'einddatum', verschuiving: '-P6W' },
      inhoud: { kind: 'afspraak', code: 'AFS-2026-001' },
      verband: 'v1',
    });
    assert.deepEqual(draftOf('herinner ons 2 maanden voor AFS-2026-001').wanneer, {
      kind: 'anchor',
      code: 'AFS-2026-001',
      veld: 'einddatum',
      verschuiving: '-P2M',
    });
  });

  it('becomes a rule for one moment, with a time as it was named', () => {
    assert.deepEqual(draftOf('vandaag om 14:05 herinner ons aan de agenda'), {
      wanneer: { kind: 'once', dag: today, tijd: '14:05' },
      inhoud: { kind: 'text', tekst: 'Agenda' },
    });
    assert.deepEqual(draftOf('herinner me 1 maart 2027 aan de DVO met Assen').inhoud, {
      kind: 'afspraak',
      code: 'AFS-2026-001',
      tekst: 'DVO met Assen',
    });
  });

  it('becomes one rule for every day that is named in one row', () => {
    for (const [text, dagen, tijd] of [
      ['herinner ons op 1 maart en 1 juni aan de agenda', ['2027-03-01', '2027-06-01']],
      ['herinner ons op 1 maart, 1 juni en 1 september aan de agenda', ['2027-03-01', '2027-06-01', '2027-09-01']],
      ['herinner ons op 1, 2 en 20 maart aan de agenda', ['2027-03-01', '2027-03-02', '2027-03-20']],
      ['herinner ons op 2 en 5 maart om 14:00 aan de agenda', ['2027-03-02', '2027-03-05'], '14:00'],
      ['herinner ons op 1 maart, en daarna op 1 juni, aan de agenda', ['2027-03-01', '2027-06-01']],
      ['herinner ons op 1-3-2027 en 1-6-2027 aan de agenda', ['2027-03-01', '2027-06-01']],
      ['herinner ons 1 maart + 1 juni aan de agenda', ['2027-03-01', '2027-06-01']],
      ['op 1 juni en 1 maart herinneren aan de agenda', ['2027-03-01', '2027-06-01']],
      ['herinner ons maandag en donderdag aan de agenda', ['2026-11-26', '2026-11-30']],
      ['herinner ons morgen en overmorgen aan de agenda', ['2026-11-24', '2026-11-25']],
      ['herinner ons over 2 weken en over 4 weken aan de agenda', ['2026-12-07', '2026-12-21']],
      ['herinner ons vandaag om 15:00 en morgen om 15:00 aan de agenda', [today, '2026-11-24'], '15:00'],
    ] as const) {
      const { wanneer, inhoud } = draftOf(text);
      assert.deepEqual(wanneer, { kind: 'days', dagen, ...(tijd && { tijd }) }, text);
      assert.deepEqual(inhoud, { kind: 'text', tekst: 'Agenda' }, text);
    }
    assert.deepEqual(draftOf('herinner ons op 1 maart en 1 maart aan de agenda').wanneer, {
      kind: 'once',
      dag: '2027-03-01',
    });
  });

  it('leaves a date that belongs to the subject in the text', () => {
    for (const [text, dag, tekst] of [
      ['herinner ons vrijdag aan de vergadering van 3 december', '2026-11-27', 'Vergadering van 3 december'],
      ['herinner ons op 3 maart aan het verslag van maandag', '2027-03-03', 'Verslag van maandag'],
      ['herinner ons aan de agenda van 2027 op 3 maart', '2027-03-03', 'Agenda van 2027'],
    ] as const)
      assert.deepEqual(draftOf(text), { wanneer: { kind: 'once', dag }, inhoud: { kind: 'text', tekst } }, text);
  });

  it('is not taken in part when one reminder cannot hold it', () => {
    for (const [text, problem] of [
      ['herinner ons op 1 maart om 10:00 en op 1 juni om 14:00 aan de agenda', 'several-times'],
      ['herinner ons elke maandag om 9:00 en 14:00 aan de agenda', 'several-times'],
      ['herinner ons 2 weken voor de einddatum van AFS-2026-001 om 9:00 en 14:00', 'several-times'],
      ['herinner ons op 1 maart of 1 juni aan de agenda', 'which-day'],
      ['herinner ons op 1 of 2 maart aan de agenda', 'which-day'],
      ['herinner ons van 1 tot 3 maart aan de agenda', 'a-range'],
      ['herinner ons tussen 1 en 3 maart aan de agenda', 'a-range'],
      ['herinner ons op 1 maart en elke maandag aan de agenda', 'mixed'],
      ['herinner ons elke maandag en elk kwartaal aan de agenda', 'mixed'],
      ['herinner ons over een uur en over twee uur aan de agenda', 'mixed'],
      ['herinner ons 6 weken voor de einddatum en op 1 maart aan AFS-2026-001', 'mixed'],
      ['herinner ons 30 en 60 dagen na de einddatum van AFS-2026-001', 'mixed'],
      ['herinner ons op 1 maart 2026 en 1 maart 2027 aan de agenda', 'passed'],
      ['herinner ons vandaag en morgen aan de agenda', 'today-without-time'],
      ['herinner ons op 31 februari en 1 maart aan de agenda', 'date-refused'],
      [
        `herinner ons op ${Array.from({ length: 25 }, (_, at) => `${at + 1}-3-2027`).join(', ')} aan de agenda`,
        'too-many-days',
      ],
    ] as const)
      assert.deepEqual(ask(text), { kind: 'problem', problem }, text);
  });

  it('becomes a recurring rule, with a text or with a list of what is te laat', () => {
    assert.deepEqual(draftOf('elk kwartaal een herinnering: cijfers opvragen'), {
      wanneer: { kind: 'recurring', rrule: 'FREQ=YEARLY;BYMONTH=1,4,7,10;BYDAY=1MO', from: today },
      inhoud: { kind: 'text', tekst: 'Cijfers opvragen' },
    });
    assert.deepEqual(draftOf('elke eerste maandag van de maand een lijstje met wat te laat is'), {
      wanneer: { kind: 'recurring', rrule: 'FREQ=MONTHLY;BYDAY=1MO', from: today },
      inhoud: { kind: 'te_laat' },
    });
  });

  it('counts working days, ends with the day that is named, and leaves the name of a thing alone', () => {
    assert.deepEqual(draftOf('herinner ons 3 werkdagen voor de einddatum van de DVO met Assen om 10 uur').wanneer, {
      kind: 'anchor',
      code: 'AFS-2026-001',
      veld: 'einddatum',
      verschuiving: '-P3D',
      werkdagen: true,
      tijd: '10:00',
    });
    assert.deepEqual(draftOf('herinner ons tot 1 juli 2027 elke vrijdag om half tien aan de cijfers'), {
      wanneer: {
        kind: 'recurring',
        rrule: 'FREQ=WEEKLY;BYDAY=FR',
        from: today,
        tot: '2027-07-01',
        tijd: '09:30',
      },
      inhoud: { kind: 'text', tekst: 'Cijfers' },
    });
    assert.deepEqual(draftOf('herinner ons volgende week dinsdag om half drie aan het kwartaaloverleg'), {
      wanneer: { kind: 'once', dag: '2026-12-01', tijd: '14:30' },
      inhoud: { kind: 'text', tekst: 'Kwartaaloverleg' },
    });
    assert.deepEqual(draftOf('elke dinsdag om kwart voor negen: actielijst'), {
      wanneer: { kind: 'recurring', rrule: 'FREQ=WEEKLY;BYDAY=TU', from: today, tijd: '08:45' },
      inhoud: { kind: 'text', tekst: 'Actielijst' },
    });
  });

  it('becomes own terms for an afspraak, a soort, a verband or the kanaal', () => {
    const ladderOf = (text: string) => {
      const request = ask(text);
      return request.kind === 'ladder' ? request.ladder : request;
    };
    assert.deepEqual(ladderOf('herinner bij contracten 120, 60 en 30 dagen van tevoren'), {
      scope: 'soort',
      id: 'contract',
      lead: [120, 60, 30],
    });
    assert.deepEqual(ladderOf('herinner bij AFS-2026-001 12 en 4 weken voor de einddatum'), {
      scope: 'afspraak',
      id: 'AFS-2026-001',
      kind: 'einde',
      lead: [84, 28],
    });
    assert.deepEqual(ladderOf('herinner bij de Proefdienst 90 en 30 dagen van tevoren'), {
      scope: 'verband',
      id: 'v1',
      lead: [90, 30],
    });
    assert.deepEqual(ladderOf('herinner in dit kanaal over de Proefdienst 90 en 30 dagen van tevoren'), {
      scope: 'kanaal',
      id: 'k1',
      lead: [90, 30],
    });
    assert.deepEqual(ladderOf('herinner ons voortaan 90 en 30 dagen van tevoren'), {
      scope: 'kanaal',
      id: 'k1',
      lead: [90, 30],
    });
  });

  it('is asked back when it means several afspraken, or one with several dates', () => {
    const several = ask('herinner ons 2 weken voor de rapportagedatum van de SLA');
    assert.deepEqual(
      several.kind === 'choose' && [several.what, several.choices.map(({ label }) => label.slice(0, 12))],
      ['afspraak', ['AFS-2026-002', 'AFS-2026-003']],
    );
    const date = ask('herinner ons 2 weken voor AFS-2026-002');
    assert.deepEqual(date.kind === 'choose' && [date.what, date.choices.map(({ label }) => label)], [
      'date',
      ['herijking', 'rapportagedatum'],
    ]);
  });

  it('says what stands in the way', () => {
    for (const [text, problem] of [
      ['herinner ons aan het overleg', 'no-moment'],
      ['herinner ons vandaag aan het overleg', 'today-without-time'],
      ['herinner ons vandaag om 9:00 aan het overleg', 'passed'],
      ['herinner ons 1 maart 2020 aan het overleg', 'passed'],
      ['herinner ons 31 februari 2027 aan het overleg', 'date-refused'],
      ['herinner ons morgen om 9:00', 'nothing-to-say'],
      ['herinner ons 2 weken voor de einddatum van AFS-2026-002', 'date-missing'],
      ['herinner ons 2 weken voor de einddatum van AFS-2026-009', 'not-found'],
    ] as const)
      assert.deepEqual(ask(text), { kind: 'problem', problem }, text);
    assert.deepEqual(ask('herinner ons 9 maanden voor de einddatum van AFS-2026-001'), {
      kind: 'too-late',
      code: 'AFS-2026-001',
      veld: 'einddatum',
      date: '2027-06-30',
    });
  });

  it('finds no vertrouwelijke afspraak of another verband', () => {
    for (const text of [
      'herinner ons 2 weken voor de einddatum van AFS-2026-004',
      'herinner bij AFS-2026-004 60 en 30 dagen vooraf',
    ])
      assert.deepEqual(ask(text), { kind: 'problem', problem: 'not-found' }, text);
    assert.equal(
      openParts({ verbanden: ['v2'] })('herinner ons 2 weken voor de einddatum van AFS-2026-004').kind,
      'regel',
    );
  });
});

describe('the words of such a sentence', () => {
  it('are what is left without its dates and what only asks', () => {
    for (const [text, tekst] of [
      ['help me onthouden: 01-03-2027 kadernota Recreatieschap', 'Kadernota Recreatieschap'],
      ['herinner ons op 12 december om 15.30 uur aan de jaarstukken', 'Jaarstukken'],
      ['Set in oantinken op 1 maart 2027 foar de evaluaasje', 'Evaluaasje'],
      ['remind us tomorrow at 10:00 about the budget.', 'Budget'],
      ['herinner ons vlak voor de kerst aan de borrel', 'Borrel'],
      ['herinner ons op 1 maart 2027', ''],
    ] as const)
      assert.equal(tekstOf(text, readDates(text, today)), tekst);
    assert.ok(tekstOf(`herinner ons aan ${'a'.repeat(5000)}`, []).length <= 300);
  });

  it('tell deeds on reminders that exist from new ones', () => {
    assert.equal(manageVerb('pauzeer de herinneringen over de SLA tot 1 maart'), 'pauze');
    assert.equal(manageVerb('ga weer door met de herinneringen over de SLA'), 'hervat');
    assert.equal(manageVerb('stuur de herinnering over de kadernota nu'), 'nu');
    assert.equal(manageVerb('sla de volgende herinnering over de kadernota over'), 'beheer');
    assert.equal(manageVerb('skip the next reminder about the budget'), 'beheer');
    assert.equal(manageVerb('herinner ons morgen aan de kadernota'), undefined);
    assert.equal(manageVerb('herinner ons morgen aan de herinnering over de sla'), undefined);
  });

  it('tell a ladder from one offset, and a list of what is te laat from a text', () => {
    assert.deepEqual(ladderSteps('herinner bij contracten voortaan 3 maanden vooraf'), [90]);
    assert.equal(ladderSteps('herinner ons 6 weken voor de einddatum'), undefined);
    assert.equal(ladderSteps('herinner ons op 1, 2 en 3 maart'), undefined);
    assert.deepEqual(ladderSteps('herinner ons 6 weken, 10 dagen en 1 dag voor de einddatum'), [42, 10, 1]);
    assert.equal(ladderSteps('herinner ons over 2 en 4 weken aan de agenda'), undefined);
    assert.equal(ladderSteps('herinner ons 30 en 60 dagen na de einddatum'), undefined);
    assert.equal(asksForLate('een lijst van wat te laat is'), true);
    assert.equal(asksForLate('laat weten wat er is'), false);
  });

  it('cost no more for a text that is made to be slow', () => {
    const slow = `herinner ${'1, '.repeat(20_000)}`;
    assert.equal(ladderSteps(slow), undefined);
    assert.equal(manageVerb(slow), undefined);
  });
});

describe('a recurring rule in words', () => {
  it('is said back as people say it', () => {
    for (const [rrule, nl, en] of [
      ['FREQ=MONTHLY;BYDAY=1MO', 'elke maand op de eerste maandag', 'every month on the first Monday'],
      ['FREQ=WEEKLY;BYDAY=FR', 'elke week op vrijdag', 'every week on Friday'],
      ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', 'elke 2 weken op maandag', 'every 2 weeks on Monday'],
      ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'elke werkdag', 'every working day'],
      [
        'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
        'elke maand op de laatste werkdag',
        'every month on the last working day',
      ],
      ['FREQ=MONTHLY;BYMONTHDAY=15', 'elke maand op de 15e', 'every month on day 15'],
      [
        'FREQ=YEARLY;BYMONTH=1,4,7,10;BYDAY=1MO',
        'elk kwartaal op de eerste maandag',
        'every quarter on the first Monday',
      ],
      ['FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1', 'elk jaar op 1 maart', 'every year on 1 March'],
      ['FREQ=DAILY', 'elke dag', 'every day'],
    ] as const) {
      assert.equal(recurrenceInWords(rrule, 'nl'), nl);
      assert.equal(recurrenceInWords(rrule, 'en'), en);
    }
  });
});
