import { createEscalationPlanner } from '../../../services/herinneringen/escalation-plan.ts';
import type { OutboxOccurrence } from '../../../services/herinneringen/outbox.ts';
import { type Press, react } from '../../../services/herinneringen/reactions.ts';
import { addTo, instantAt } from '../../../services/kalender/civil-date.ts';
import type { Store } from '../../../services/opslag/store.ts';
import { emptyKeten, ketenWith } from '../../../services/register/keten.ts';
import type { KetenInhoud } from '../../../services/register/types.ts';
import { openStand, type StandOptions, timeZone } from './stand.ts';

/** A stand in which somebody is asked when nobody reacts, and people who press buttons. */
export async function openEscalationStand(start: string, options: StandOptions = {}) {
  const stand = await openStand(start, options);
  let escalations = createEscalationPlanner({ store: stand.store, kanalen: stand.kanalen, timeZone });
  await stand.register.saveVerband({
    _id: 'v1',
    naam: 'Regeling Voorbeeld',
    vorm: 'OL',
    beleidsterreinen: [],
    deelnemers: [],
    regelingId: '1',
  });
  const round = async () => {
    await stand.plan();
    await escalations.plan(await stand.register.refresh(), stand.clock.now());
    return stand.deliver();
  };
  return {
    ...stand,
    round,
    /** A new process. */
    restart() {
      stand.restart();
      escalations = createEscalationPlanner({ store: stand.store, kanalen: stand.kanalen, timeZone });
    },
    setKeten: (inhoud: Partial<KetenInhoud>) =>
      stand.register.changeKeten('v1', (current) =>
        ketenWith(current, { ...emptyKeten, ...inhoud }, { naam: 'Tester', via: 'chat', op: stand.clock.now() }),
      ),
    /** A round at eight and one at ten on every day up to and including this one. */
    async live(from: string, to: string) {
      for (let day = from; day <= to; day = addTo(day, { days: 1 })) {
        stand.setTime(`${day} 08:00`);
        await round();
        stand.setTime(`${day} 10:00`);
        await round();
      }
    },
    /** @param store of the process that takes the press, which may die half way */
    press: (
      occurrence: string,
      button: Press['button'],
      naam = 'Zwaan',
      more: Partial<Press> = {},
      store: Store = stand.store,
    ) =>
      react({ store, register: stand.register, timeZone }, occurrence, {
        button,
        by: { naam },
        at: stand.clock.now(),
        ...more,
      }),
    /** Steps of escalation that people have read, `day trap`, in order. */
    asked: () =>
      stand.teams.accepted.flatMap(({ message, at }) =>
        message.occurrences.flatMap(({ escalatie, code }) =>
          escalatie === undefined ? [] : [`${dayOf(at)} ${code.slice(-3)} ${escalatie}`],
        ),
      ),
    /** The last message, by the names of what was in it. */
    lastTold: (): readonly OutboxOccurrence['_id'][] =>
      stand.teams.accepted.at(-1)?.message.occurrences.map(({ _id }) => _id) ?? [],
  };
}

export const dayOf = (instant: number): string => new Date(instant).toLocaleDateString('sv-SE', { timeZone });

export const nine = (day: string): number => instantAt(day, '09:00', timeZone);

export const jan = { naam: 'Jan Jansen', email: 'jan@voorbeeld.example' };
export const piet = { naam: 'Piet de Vries' };
export const coor = { naam: 'Cor Bakker' };
export const regi = { naam: 'Regina Smit' };
