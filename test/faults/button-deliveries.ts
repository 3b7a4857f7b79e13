import { openOutbox } from '../../services/herinneringen/outbox.ts';
import { openMemoryStore } from '../fakes/memory-store.ts';
import { type SeededRandom, seededRandom } from '../fakes/seeded-random.ts';
import { type Card, cardOf, channel, type InvokeAnswer, MovableClock, person, Teams } from '../journeys/teams.ts';
import type { Fault } from './fault.ts';

/** One press, brought by Teams two to four times at the same moment, to either of two bots on one store. */
const odd = channel('odd');
const vermeer = person('Vermeer');

interface Stage {
  readonly teams: readonly [Teams, Teams];
  readonly reminder: Card;
  readonly occurrences: readonly [string, ...string[]];
}

async function openStage(): Promise<Stage> {
  const store = openMemoryStore();
  const outside = { clock: new MovableClock('2026-11-23T10:00:00+01:00'), roundMs: 100, callTimeoutMs: 10_000 };
  const open = () => Teams.open(async () => store, outside);
  const teams = [await open(), await open()] as const;
  const [one] = teams;
  await one.say('voorbeeld', vermeer, odd);
  const before = one.connector.delivered.length;
  await one.say('koppel Omgevingsdienst Drenthe', vermeer, odd);
  await one.connector.until(before + 2);
  const { occurrences } = openOutbox(store);
  for (;;) {
    const [first, ...others] = await occurrences.find({ state: 'delivered' });
    const reminder = one.connector.delivered.find(({ newThread }) => newThread);
    if (first !== undefined && reminder !== undefined)
      return { teams, reminder: cardOf(reminder.activity), occurrences: [first._id, ...others.map(({ _id }) => _id)] };
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Presses and gives every answer that came back. */
function deliver(
  { teams }: Stage,
  random: SeededRandom,
  press: (teams: Teams, id: string) => Promise<InvokeAnswer>,
): Promise<readonly InvokeAnswer[]> {
  const id = `druk-${random.below(2 ** 31)}`;
  return Promise.all(Array.from({ length: 2 + random.below(3) }, () => press(random.pick(teams), id)));
}

function differences(answers: readonly InvokeAnswer[]): readonly string[] {
  const seen = new Set(answers.map((answer) => JSON.stringify(answer)));
  const bad = answers.filter(({ http, statusCode }) => http !== 200 || statusCode !== 200);
  return [
    ...(seen.size === 1 ? [] : [`${seen.size} different answers to one press`]),
    ...bad.map(({ http, statusCode }) => `HTTP ${http}, statusCode ${statusCode}`),
  ];
}

async function recordOnce(stage: Stage, random: SeededRandom, run: number): Promise<readonly string[]> {
  const [one] = stage.teams;
  const onderwerp = `Proefbesluit ${run}`;
  const form = await one.say(`besluit: ${onderwerp}`, vermeer, odd);
  const inputs = { onderwerp, datum: '2026-11-20', bestuursorgaan: 'AB' };
  const answers = await deliver(stage, random, (teams, id) =>
    teams.press(form, 'Vastleggen', vermeer, odd, inputs, id),
  );
  const recorded = (await one.house.parts.besluiten.findBesluiten({})).filter((each) => each.onderwerp === onderwerp);
  return [...differences(answers), ...(recorded.length === 1 ? [] : [`${recorded.length} besluiten from one press`])];
}

async function reactOnce(stage: Stage, random: SeededRandom, run: number): Promise<readonly string[]> {
  const who = person(`Nummer${run}`);
  const occurrence = random.pick(stage.occurrences);
  const title = random.pick(['Gezien', 'Ik pak het op']);
  const answers = await deliver(stage, random, (teams, id) =>
    teams.press(stage.reminder, title, who, odd, { occurrence }, id),
  );
  const after = await openOutbox(stage.teams[0].house.parts.store).occurrences.get(occurrence);
  const reactions = after?.reactions.filter(({ by }) => by.naam === who.name) ?? [];
  return [...differences(answers), ...(reactions.length === 1 ? [] : [`${reactions.length} reactions to one press`])];
}

export const buttonDeliveries: Fault = {
  name: 'button-deliveries',
  title: 'one press delivered 2–4 times at once, to two bots',
  bar: 'the same answer to each, one effect',
  runs: { short: 40, long: 200 },
  run: async (runs, seed) => {
    const random = seededRandom(seed);
    const stage = await openStage();
    const failures: string[] = [];
    for (let run = 0; run < runs; run += 1) {
      const wrong = await (run % 2 === 0 ? recordOnce : reactOnce)(stage, random, run);
      failures.push(...wrong.map((what) => `run ${run}: ${what}`));
    }
    for (const teams of stage.teams) await teams.close();
    return { isMet: failures.length === 0, result: `${runs} presses, ${failures.length} wrong`, failures };
  },
};
