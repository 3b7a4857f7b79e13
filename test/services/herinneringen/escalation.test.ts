import assert from 'node:assert/strict';
import { defaultWerkdagen, escalationInstant, stepsFor } from '../../../services/herinneringen/escalation.ts';
import { createEscalationPlanner } from '../../../services/herinneringen/escalation-plan.ts';
import { dropTerms, setTerms } from '../../../services/herinneringen/escalation-terms.ts';
import { listHerinneringen } from '../../../services/herinneringen/list.ts';
import { decideLost } from '../../../services/herinneringen/lost-messages.ts';
import type { Afspraak, Keten, KetenInhoud, Verband } from '../../../services/register/types.ts';
import { coor, jan, nine, openEscalationStand, piet, regi } from './escalation-stand.ts';
import { timeZone } from './stand.ts';

const afspraak: Afspraak = {
  _id: 'AFS-2026-001',
  version: 1,
  titel: 'Afspraak',
  soort: 'dvo',
  verband: 'v1',
  partijen: ['gm1', 'gm2', 'gm3'],
  eigenaar: jan,
  status: 'lopend',
  rapportageAan: [],
  vertrouwelijkheid: 'intern',
};

const withKeten = (inhoud: Partial<KetenInhoud>): Verband => {
  const keten: Keten = { schakels: [], ...inhoud, versies: [] };
  return {
    _id: 'v1',
    version: 1,
    naam: 'Verband',
    vorm: 'OL',
    beleidsterreinen: [],
    deelnemers: [],
    regelingId: '1',
    keten,
  };
};

const traps = (inhoud: Partial<KetenInhoud>, about: Partial<Afspraak> = {}) =>
  stepsFor({ afspraak: { ...afspraak, ...about }, verband: withKeten(inhoud) }).map((step) =>
    step.trap === 'keten'
      ? `keten:${step.gericht.kind}${'reason' in step.gericht ? ` ${step.gericht.reason}` : ''}`
      : `${step.trap}:${step.persoon.naam}`,
  );

describe('the steps of an escalation', () => {
  it('goes from the eigenaar over the plaatsvervanger and the coordinator to where the chain model points', () => {
    const all = { coordinator: coor, plaatsvervanger: piet };
    const before = ['eigenaar:Jan Jansen', 'plaatsvervanger:Piet de Vries', 'coordinator:Cor Bakker'];
    assert.deepEqual(traps({ ...all, model: 'orkestratie', regisseur: regi }), [...before, 'keten:regisseur']);
    const schakels = [{ organisatie: 'gm1', contact: jan }, { organisatie: 'gm2' }];
    assert.deepEqual(traps({ ...all, model: 'estafette', schakels }), [...before, 'keten:schakel']);
    assert.deepEqual(traps({ ...all, model: 'netwerk' }), [...before, 'keten:allen']);
    assert.deepEqual(traps(all), [...before, 'keten:allen no-model']);
  });

  it('addresses nobody twice, and leaves out a step that has nobody', () => {
    assert.deepEqual(traps({ plaatsvervanger: jan, coordinator: jan, model: 'netwerk' }), [
      'eigenaar:Jan Jansen',
      'keten:allen',
    ]);
    assert.deepEqual(
      stepsFor({ afspraak: { ...afspraak, plaatsvervanger: piet }, verband: undefined }).map(({ trap }) => trap),
      ['eigenaar', 'plaatsvervanger', 'keten'],
    );
    assert.deepEqual(traps({ model: 'orkestratie', regisseur: regi, coordinator: regi }), [
      'eigenaar:Jan Jansen',
      'keten:regisseur',
    ]);
  });

  it('prefers the plaatsvervanger of the afspraak itself', () => {
    assert.ok(traps({ plaatsvervanger: coor }, { plaatsvervanger: piet }).includes('plaatsvervanger:Piet de Vries'));
  });

  it('says why it asks everybody where the model names nobody', () => {
    assert.deepEqual(traps({ model: 'orkestratie' }).at(-1), 'keten:allen no-regisseur');
    assert.deepEqual(traps({ model: 'estafette' }).at(-1), 'keten:allen no-schakel');
    const last = [{ organisatie: 'gm1' }, { organisatie: 'gm9', contact: jan }];
    assert.deepEqual(traps({ model: 'estafette', schakels: last }).at(-1), 'keten:allen no-schakel');
  });

  it('hands over to the link after that of the eigenaar, or else after the first that is a party', () => {
    const schakels = ['gm0', 'gm2', 'gm3'].map((organisatie) => ({ organisatie }));
    const to = (inhoud: Partial<KetenInhoud>) => {
      const step = stepsFor({ afspraak, verband: withKeten({ model: 'estafette', ...inhoud }) }).at(-1);
      return step?.trap === 'keten' && step.gericht.kind === 'schakel' ? step.gericht.schakel.organisatie : undefined;
    };
    assert.equal(to({ schakels }), 'gm3');
    assert.equal(to({ schakels: [{ organisatie: 'gm0', contact: jan }, ...schakels.slice(1)] }), 'gm2');
  });

  it('addresses whoever took it up in the place of the eigenaar', () => {
    const [first] = stepsFor({ afspraak, verband: undefined, holder: { naam: 'Zwaan' } });
    assert.deepEqual(first, { trap: 'eigenaar', persoon: { naam: 'Zwaan' }, opgepakt: true });
  });

  it('counts working days, at nine in the morning, also over a holiday, a reces and the change of the clocks', () => {
    const at = (day: string, days: number, reces: { van: string; tot: string }[] = []) =>
      escalationInstant(nine(day), days, { timeZone, reces });
    assert.equal(at('2026-11-27', 5), nine('2026-12-04'));
    assert.equal(at('2026-12-23', 3), nine('2026-12-29'));
    assert.equal(at('2027-03-25', 3), nine('2027-04-01'));
    assert.equal(at('2026-11-27', 1, [{ van: '2026-11-30', tot: '2026-12-06' }]), nine('2026-12-07'));
  });
});

describe('when nobody presses a button', () => {
  const open = async (inhoud: Partial<KetenInhoud> = {}, over: Partial<Afspraak> = {}) => {
    const stand = await openEscalationStand('2026-11-20');
    const kanaal = await stand.bind('kanaal-een');
    await stand.setKeten({ coordinator: coor, plaatsvervanger: piet, ...inhoud });
    await stand.addAfspraak({ _id: 'AFS-2026-001', herijking: '2027-01-22', eigenaar: jan, ...over });
    return { ...stand, kanaal, start: `AFS-2026-001/herijking/2027-01-22/-56/${kanaal}` };
  };

  it('asks each in turn, once, as many working days later as the kind waits', async () => {
    const stand = await open({ model: 'netwerk' });
    await stand.live('2026-11-20', '2027-01-07');
    assert.equal(defaultWerkdagen.herijking, 5);
    assert.deepEqual(stand.asked(), [
      '2026-12-04 001 eigenaar',
      '2026-12-11 001 plaatsvervanger',
      '2026-12-18 001 coordinator',
      '2026-12-28 001 keten',
    ]);
  });

  for (const button of ['gezien', 'oppakken', 'klaar'] as const) {
    it(`asks nobody any more after ${button}`, async () => {
      const stand = await open();
      await stand.live('2026-11-20', '2026-12-06');
      assert.equal((await stand.press(stand.start, button)).kind, 'done');
      assert.equal((await stand.all()).filter(({ escalatie, state }) => escalatie && state === 'planned').length, 0);
      await stand.live('2026-12-07', '2027-01-07');
      assert.deepEqual(stand.asked(), ['2026-12-04 001 eigenaar']);
    });
  }

  it('takes a press on the escalation itself, in another kanaal, or on an older herinnering of the date as a reaction', async () => {
    for (const where of ['escalation', 'elsewhere'] as const) {
      const stand = await open();
      const other = await stand.bind('kanaal-twee');
      await stand.live('2026-11-20', '2026-12-04');
      const name =
        where === 'escalation' ? `${stand.start}/escalatie-eigenaar` : stand.start.replace(stand.kanaal, other);
      assert.equal((await stand.press(name, 'gezien')).kind, 'done', where);
      await stand.live('2026-12-05', '2027-01-07');
      assert.equal(stand.asked().length, 2, where);
    }
  });

  it('starts anew with the next herinnering that gets no reaction, with whoever took it up in the place of the eigenaar', async () => {
    const stand = await open();
    await stand.live('2026-11-20', '2026-12-01');
    await stand.press(stand.start, 'oppakken', 'Zwaan');
    await stand.live('2026-12-02', '2027-01-15');
    assert.deepEqual(stand.asked(), ['2027-01-15 001 eigenaar']);
    assert.equal(stand.lastTold()[0], `AFS-2026-001/herijking/2027-01-22/-14/${stand.kanaal}/escalatie-eigenaar`);
  });

  it('starts anew from the day to which it was postponed', async () => {
    const stand = await open();
    await stand.live('2026-11-20', '2026-12-04');
    await stand.press(`${stand.start}/escalatie-eigenaar`, 'uitstellen', 'Zwaan', { delay: '2026-12-15' });
    await stand.live('2026-12-05', '2026-12-30');
    assert.deepEqual(stand.asked(), [
      '2026-12-04 001 eigenaar',
      '2026-12-22 001 eigenaar',
      '2026-12-30 001 plaatsvervanger',
    ]);
  });

  it('waits for the day to which it was postponed, although the day itself speaks before that', async () => {
    const stand = await open({}, { herijking: '2026-12-04' });
    await stand.live('2026-11-20', '2026-11-23');
    const [told] = (await stand.all()).filter(({ state }) => state === 'delivered');
    await stand.press(told?._id ?? '', 'uitstellen', 'Zwaan', { delay: '2026-12-15' });
    await stand.live('2026-11-24', '2026-12-22');
    assert.ok((await stand.steps('AFS-2026-001')).includes('0 delivered'));
    assert.deepEqual(stand.asked(), ['2026-12-22 001 eigenaar']);
  });

  it('cancels what was to be asked about a date that moved, was finished, or lost its afspraak', async () => {
    for (const change of [{ herijking: '2027-06-01' }, { status: 'afgerond' }] as const) {
      const stand = await open();
      await stand.live('2026-11-20', '2026-12-01');
      await stand.changeAfspraak('AFS-2026-001', change);
      await stand.live('2026-12-02', '2027-01-07');
      assert.deepEqual(stand.asked(), []);
      const [one] = (await stand.all()).filter(({ escalatie }) => escalatie !== undefined);
      assert.match(`${one?.state} ${one?.reason}`, /^cancelled (?:date-changed|afspraak-ended)$/);
    }
  });

  it('goes on with the next when somebody is taken out of the keten before the turn comes', async () => {
    const stand = await open();
    await stand.live('2026-11-20', '2026-12-08');
    await stand.register.changeKeten('v1', () => ({ schakels: [], coordinator: coor, versies: [] }));
    await stand.live('2026-12-09', '2026-12-20');
    assert.deepEqual(stand.asked(), ['2026-12-04 001 eigenaar', '2026-12-11 001 coordinator', '2026-12-18 001 keten']);
  });

  it('waits as long as a kanaal, verband, soort or afspraak has set, and is silent where it is switched off', async () => {
    const stand = await open();
    const by = { by: 'Tester', at: stand.clock.now() };
    await setTerms(stand.store, { scope: 'kanaal', id: stand.kanaal, days: 0 }, by);
    await stand.live('2026-11-20', '2026-12-10');
    assert.deepEqual(stand.asked(), []);
    await setTerms(stand.store, { scope: 'afspraak', id: 'AFS-2026-001', days: 10 }, by);
    await stand.live('2026-12-11', '2026-12-14');
    assert.deepEqual(stand.asked(), ['2026-12-11 001 eigenaar']);
    await setTerms(stand.store, { scope: 'afspraak', id: 'AFS-2026-001', days: 0 }, by);
    await stand.live('2026-12-15', '2027-01-04');
    assert.equal(stand.asked().length, 1);
    await dropTerms(stand.store, { scope: 'afspraak', id: 'AFS-2026-001' }, by);
    await dropTerms(stand.store, { scope: 'kanaal', id: stand.kanaal }, by);
    await stand.live('2027-01-05', '2027-01-05');
    assert.deepEqual(stand.asked(), ['2026-12-11 001 eigenaar', '2027-01-05 001 plaatsvervanger']);
    assert.equal((await setTerms(stand.store, { scope: 'kanaal', id: 'k', days: 61 }, by)).kind, 'invalid');
  });

  it('counts what it plans', async () => {
    const stand = await open();
    for (let number = 2; number <= 40; number += 1)
      await stand.addAfspraak({ _id: `AFS-2026-${String(number).padStart(3, '0')}`, herijking: '2027-01-22' });
    await stand.plan();
    stand.setTime('2026-11-27 10:00');
    await stand.deliver();
    const planner = createEscalationPlanner({ store: stand.store, kanalen: stand.kanalen, timeZone });
    const report = await planner.plan(await stand.register.refresh(), stand.clock.now());
    assert.deepEqual(report, { planned: 40, cancelled: 0 });
    assert.deepEqual(await planner.plan(stand.register.view(), stand.clock.now()), { planned: 0, cancelled: 0 });
  });

  it('asks about many at once in one message, apart from ordinary herinneringen', async () => {
    const stand = await open();
    await stand.addAfspraak({ _id: 'AFS-2026-002', herijking: '2027-01-22' });
    await stand.addAfspraak({ _id: 'AFS-2026-003', einddatum: '2027-03-04' });
    await stand.live('2026-11-20', '2026-12-04');
    const last = stand.teams.accepted
      .slice(-2)
      .map(({ message }) => message.occurrences.map(({ code, escalatie }) => [code.slice(-3), escalatie]));
    assert.deepEqual(last, [
      [['003', undefined]],
      [
        ['001', 'eigenaar'],
        ['002', 'plaatsvervanger'],
      ],
    ]);
  });

  it('takes the place of the herinnering of the same date that is due with it', async () => {
    const stand = await open({}, { herijking: '2026-11-20' });
    await stand.live('2026-11-20', '2026-11-27');
    assert.deepEqual(stand.asked(), ['2026-11-27 001 eigenaar']);
    assert.ok((await stand.steps('AFS-2026-001')).includes('7 skipped superseded'));
  });

  it('asks nothing about a herinnering of which nobody knows whether it arrived, until somebody says it did', async () => {
    const stand = await open();
    stand.teams.answer = () => ({ kind: 'uncertain', reason: 'timeout' });
    await stand.live('2026-11-20', '2026-11-27');
    stand.teams.answer = stand.teams.accept;
    await stand.live('2026-11-28', '2026-12-10');
    assert.deepEqual(stand.asked(), []);
    const decision = {
      occurrence: stand.start,
      attempt: 1,
      deed: 'staat_er',
      by: { naam: 'Zwaan' },
      at: stand.clock.now(),
    } as const;
    assert.equal((await decideLost(stand.store, decision)).kind, 'decided');
    await stand.live('2026-12-11', '2026-12-11');
    assert.deepEqual(stand.asked(), ['2026-12-11 001 eigenaar']);
  });

  it('goes on after an escalation of which nobody knows whether it arrived', async () => {
    const stand = await open();
    await stand.live('2026-11-20', '2026-12-03');
    stand.teams.answer = () => ({ kind: 'uncertain', reason: 'timeout' });
    await stand.live('2026-12-04', '2026-12-04');
    stand.teams.answer = stand.teams.accept;
    await stand.live('2026-12-05', '2026-12-11');
    assert.deepEqual(stand.asked(), ['2026-12-11 001 plaatsvervanger']);
  });

  it('stands in the list with its moment, and no more once somebody reacted', async () => {
    const stand = await open();
    await stand.live('2026-11-20', '2026-11-30');
    const rows = async () =>
      (
        await listHerinneringen(
          { store: stand.store, register: stand.register.view(), kanalen: stand.kanalen, timeZone },
          { from: '2026-12-01', to: '2026-12-31', now: stand.clock.now() },
        )
      ).map(({ escalatie, at, state }) => [escalatie, at, state]);
    assert.deepEqual(await rows(), [['eigenaar', nine('2026-12-04'), 'planned']]);
    // As if the process died between the press and taking back what was planned.
    const current = await stand.outbox.occurrences.get(stand.start);
    assert.ok(current);
    const { version, ...draft } = current;
    const reactions = [{ button: 'gezien', by: { naam: 'Zwaan' }, at: stand.clock.now() }] as const;
    await stand.outbox.occurrences.replace({ ...draft, reactions }, version);
    assert.deepEqual(await rows(), []);
  });
});
