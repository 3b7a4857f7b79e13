import assert from 'node:assert/strict';
import { deliverDue } from '../../../services/herinneringen/deliver.ts';
import { listHerinneringen } from '../../../services/herinneringen/list.ts';
import { createPlanner } from '../../../services/herinneringen/planner.ts';
import type { OverzichtSoort } from '../../../services/herinneringen/regel.ts';
import { overzichtOf } from '../../../services/herinneringen/regel.ts';
import { openRegels } from '../../../services/herinneringen/regels.ts';
import { addTo, type CivilDate, dayAt, instantAt } from '../../../services/kalender/civil-date.ts';
import { keepPersoonlijk, vasteRegelId, vasteRegelsFor } from '../../../services/overzicht/vaste-regels.ts';
import { addressOf, openStand, timeZone } from '../herinneringen/stand.ts';

const at = (day: string, time: string): number => instantAt(day, time, timeZone);
const local = (instant: number): string =>
  new Date(instant).toLocaleString('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });

async function openVasteStand(start: string) {
  const vasteRegels = vasteRegelsFor(timeZone);
  const stand = await openStand(start, { vasteRegels });
  const regels = openRegels({ store: stand.store, newId: () => 'nieuw' });
  const press = (kanaal: string) => ({ kanaal, by: 'Voorbeeld Vermeer', at: stand.clock.now() });
  return Object.assign(stand, {
    regels,
    press,
    plannerParts: { store: stand.store, kanalen: stand.kanalen, timeZone, vasteRegels },
    /** When an overzicht of this soort was told, local time. */
    told: (soort: OverzichtSoort) =>
      stand.teams.accepted
        .filter(({ message }) => message.occurrences.some(({ regel }) => regel?.startsWith(`vast-${soort}-`)))
        .map((one) => local(one.at)),
    /** Lets the mornings pass up to and including this one. */
    async live(until: CivilDate) {
      for (let day = dayAt(stand.clock.now(), timeZone); day <= until; day = addTo(day, { days: 1 })) {
        for (const time of ['08:59', '09:00', '12:00']) {
          if (at(day, time) >= stand.clock.now()) stand.setTime(`${day} ${time}`);
          await stand.round();
        }
      }
    },
  });
}

describe('the rules that every bound channel has', () => {
  it('speak on Monday and on the first of the month at 09:00, or on the first working day after it', async () => {
    const stand = await openVasteStand('2026-12-28 06:00');
    await stand.bind('kanaal-een');
    await stand.live('2027-04-12');
    assert.deepEqual(stand.told('maandlijst'), [
      '2027-01-04 09:00',
      '2027-02-01 09:00',
      '2027-03-01 09:00',
      '2027-04-01 09:00',
    ]);
    const weeks = stand.told('weekoverzicht');
    assert.deepEqual(weeks.slice(0, 2), ['2026-12-28 09:00', '2027-01-04 09:00']);
    assert.deepEqual(weeks.slice(-4), ['2027-03-22 09:00', '2027-03-30 09:00', '2027-04-05 09:00', '2027-04-12 09:00']);
    assert.ok(weeks.includes('2027-03-30 09:00'), 'Easter Monday is no working day');
    assert.equal(new Set(weeks).size, weeks.length);
  });

  it('are there once, whoever plans and however often, and say nothing where nothing is bound', async () => {
    const stand = await openVasteStand('2026-11-23 06:00');
    const kanaal = await stand.bind('kanaal-een');
    await stand.kanalen.keepAddress(addressOf('niet-gekoppeld'), { now: stand.clock.now() });
    const other = createPlanner(stand.plannerParts);
    await Promise.all([stand.plan(), other.planAll(await stand.register.refresh(), stand.clock.now())]);
    await stand.plan();
    const made = await stand.regels.overzichtenOf(kanaal);
    assert.deepEqual(made.map(overzichtOf), ['weekoverzicht', 'maandlijst']);
    assert.deepEqual(
      (await stand.all()).map((one) => one.kanaal),
      (await stand.all()).map(() => kanaal),
    );
    await stand.kanalen.unbindVerband(kanaal, 'v1');
    await stand.live('2026-12-08');
    assert.deepEqual(stand.teams.accepted, []);
  });

  it('are told once by two processes that deliver at the same moment', async () => {
    const stand = await openVasteStand('2026-11-23 06:00');
    for (const name of ['een', 'twee', 'drie']) await stand.bind(`kanaal-${name}`);
    await stand.plan();
    const other = createPlanner(stand.plannerParts);
    stand.setTime('2026-11-23 09:00');
    await Promise.all([stand.plan(), other.planAll(await stand.register.refresh(), stand.clock.now())]);
    await Promise.all([deliverDue(stand.worker()), deliverDue(stand.worker()), deliverDue(stand.worker())]);
    await deliverDue(stand.worker());
    assert.equal(stand.told('weekoverzicht').length, 3);
    assert.deepEqual(stand.faults, []);
  });

  it('tell after downtime only the last one that was missed, and how many were', async () => {
    const stand = await openVasteStand('2026-11-23 06:00');
    await stand.bind('kanaal-een');
    await stand.live('2026-11-24');
    stand.setTime('2027-02-10 10:00');
    stand.restart();
    await stand.round();
    await stand.round();
    assert.deepEqual(stand.told('weekoverzicht'), ['2026-11-23 09:00', '2027-02-10 10:00']);
    assert.deepEqual(stand.told('maandlijst'), ['2027-02-10 10:00']);
    const missed = stand.teams.accepted.slice(-2).map(({ message }) => message.occurrences[0]);
    assert.deepEqual(missed.map((one) => [one?.anchor, one?.missed]).sort(), [
      ['2027-02-01', 2],
      ['2027-02-08', 10],
    ]);
  });

  it('are each a message of their own, apart from the reminders of the same morning', async () => {
    const stand = await openVasteStand('2026-11-20 12:00');
    await stand.bind('kanaal-een');
    await stand.addAfspraak({ _id: 'AFS-2026-001', herijking: '2026-12-07' });
    await stand.addAfspraak({ _id: 'AFS-2026-002', herijking: '2026-12-07' });
    await stand.plan();
    stand.setTime('2026-11-23 09:00');
    await stand.round();
    assert.deepEqual(
      stand.teams.accepted.slice(-2).map(({ codes }) => codes),
      [['AFS-2026-001', 'AFS-2026-002'], ['']],
    );
  });

  it('that would tell nothing are skipped with the reason, and not tried again', async () => {
    const stand = await openVasteStand('2026-11-23 06:00');
    await stand.bind('kanaal-een');
    Object.assign(stand.teams.poster, { post: async () => ({ kind: 'nothing' }) });
    await stand.live('2026-11-25');
    const [first] = (await stand.all()).filter(({ at: due }) => due <= stand.clock.now());
    assert.equal(first?.state, 'skipped');
    assert.equal(first?.reason, 'nothing-to-tell');
    assert.equal(first?.attempts, 1);
  });

  it('are silent once switched off, do not catch up when switched on, and know a second press', async () => {
    const stand = await openVasteStand('2026-11-23 06:00');
    const kanaal = await stand.bind('kanaal-een');
    await stand.live('2026-11-24');
    const id = vasteRegelId('weekoverzicht', kanaal);
    const off = { deed: 'gepauzeerd' } as const;
    const presses = await Promise.all([1, 2].map(() => stand.regels.manage(id, off, stand.press(kanaal))));
    assert.deepEqual(presses.map(({ kind }) => kind).sort(), ['already', 'done']);
    await stand.live('2026-12-15');
    assert.deepEqual(stand.told('weekoverzicht'), ['2026-11-23 09:00']);
    assert.deepEqual(stand.told('maandlijst'), ['2026-12-01 09:00'], 'the other one goes on');
    const on = await stand.regels.manage(id, { deed: 'hervat' }, stand.press(kanaal));
    assert.equal(on.kind, 'done');
    assert.equal((await stand.regels.manage(id, { deed: 'hervat' }, stand.press(kanaal))).kind, 'already');
    await stand.live('2026-12-21');
    assert.deepEqual(stand.told('weekoverzicht'), ['2026-11-23 09:00', '2026-12-21 09:00']);
  });

  it('can be switched off but not ended, and belong to their channel alone', async () => {
    const stand = await openVasteStand('2026-11-23 06:00');
    const kanaal = await stand.bind('kanaal-een');
    const elsewhere = await stand.bind('kanaal-twee');
    await stand.plan();
    const id = vasteRegelId('maandlijst', kanaal);
    assert.equal((await stand.regels.manage(id, { deed: 'gestopt' }, stand.press(elsewhere))).kind, 'unknown');
    const outcome = await stand.regels.manage(id, { deed: 'gestopt' }, stand.press(kanaal));
    assert.equal(outcome.kind, 'done');
    assert.equal((await stand.regels.get(id))?.state, 'active');
    assert.equal((await stand.regels.manage(id, { deed: 'hervat' }, stand.press(kanaal))).kind, 'done');
  });

  it('are no own reminders and no rows in the list of reminders', async () => {
    const stand = await openVasteStand('2026-11-23 06:00');
    const kanaal = await stand.bind('kanaal-een');
    await stand.plan();
    assert.deepEqual(await stand.regels.ofKanaal(kanaal), []);
    const parts = { store: stand.store, register: stand.register.view(), kanalen: stand.kanalen, timeZone };
    const options = { from: '2026-11-23', to: '2027-11-23', now: stand.clock.now(), kanaal };
    assert.deepEqual(await listHerinneringen(parts, options), []);
  });
});

describe('the overzicht of one person', () => {
  const zwaan = { naam: 'Voorbeeld Zwaan', email: 'zwaan@voorbeeld.example' };

  it('is there only after it was asked for, and comes in that chat, which is bound to nothing', async () => {
    const stand = await openVasteStand('2026-11-24 10:00');
    const address = { ...addressOf('a:zwaan'), conversationType: 'personal', userAadId: 'aad-zwaan' } as const;
    const { _id: chat } = await stand.kanalen.keepAddress(address, { now: stand.clock.now() });
    await stand.live('2026-12-01');
    assert.deepEqual(stand.teams.accepted, []);
    await Promise.all([1, 2].map(() => keepPersoonlijk(stand.plannerParts, zwaan, stand.press(chat))));
    await stand.live('2026-12-08');
    assert.deepEqual(stand.told('persoonlijk'), ['2026-12-07 09:00']);
    assert.deepEqual(
      stand.teams.accepted.map(({ kanaal }) => kanaal),
      [chat],
    );
  });

  it('is for whom was said last, and on again when it was off', async () => {
    const stand = await openVasteStand('2026-11-24 10:00');
    const { _id: chat } = await stand.kanalen.keepAddress(addressOf('a:zwaan'), { now: stand.clock.now() });
    await keepPersoonlijk(stand.plannerParts, undefined, stand.press(chat));
    const id = vasteRegelId('persoonlijk', chat);
    await stand.regels.manage(id, { deed: 'gepauzeerd' }, stand.press(chat));
    stand.pass(14 * 86_400_000);
    const regel = await keepPersoonlijk(stand.plannerParts, zwaan, stand.press(chat));
    assert.deepEqual(regel.inhoud, { kind: 'overzicht', soort: 'persoonlijk', eigenaar: zwaan });
    assert.equal(regel.pauze, undefined);
    assert.equal(regel.since, stand.clock.now(), 'what fell in the pause is not caught up with');
  });
});
