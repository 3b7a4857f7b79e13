import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dataFile } from '../../services/package-root.ts';
import { openMemoryStore } from '../fakes/memory-store.ts';
import { type Card, channel, MovableClock, person, personal, Teams, textOf } from './teams.ts';

/** Everything that the README says one can say, in its order, in the channel that it opens in the demo. */
const vermeer = person('Vermeer');
const odd = channel('odd-readme');
const alone = personal('vermeer');
/** Said in a chat with the bot alone, as the README says beside it. */
const said = ['stuur mij elke week een overzicht'];
/** How an answer begins that did nothing, or that knows nothing. */
const refusal = /^⚠|Ik ken geen|begrijp ik niet|Geen (afspraken|besluiten) gevonden/;

const examples = (): readonly string[] => {
  const readme = readFileSync(dataFile('README.md'), 'utf8');
  const rows = readme.slice(readme.indexOf('## Wat je kunt zeggen'), readme.indexOf('## Op de opdrachtregel'));
  return rows
    .split('\n')
    .filter((row) => row.startsWith('|'))
    .flatMap((row) => [...row.matchAll(/`([^`]+)`/g)].map(([, example = '']) => example));
};

describe('journey: the examples of the README', function () {
  this.timeout(60_000);
  const clock = new MovableClock('2026-11-23T10:00:00+01:00');
  let teams: Teams;

  before(async () => {
    const store = openMemoryStore();
    teams = await Teams.open(async () => store, { clock });
    await teams.say('voorbeeld', vermeer, alone);
    await teams.say('koppel Omgevingsdienst Drenthe', vermeer, odd);
  });
  after(() => teams.close());

  it('are understood, and do something, in the demo', async () => {
    const all = examples();
    assert.ok(all.length > 30, `${all.length} examples`);
    const answers = new Map<string, string>();
    // The channel is let go of last: what comes after it would be about nothing.
    for (const example of all.filter((one) => one !== 'ontkoppel').concat('ontkoppel')) {
      const card: Card = await teams.say(example, vermeer, said.includes(example) ? alone : odd);
      answers.set(example, textOf(card));
      if (example.startsWith('besluit: ')) await teams.press(card, 'Vastleggen', vermeer, odd, filledIn(card));
    }
    const refused = [...answers].filter(([, answer]) => refusal.test(answer));
    assert.deepEqual(refused, []);
  });
});

/** What the form of a besluit opens with, and who decided. */
function filledIn(card: Card): Record<string, string> {
  const inputs = (card.body as readonly Record<string, unknown>[]).filter(({ type }) =>
    String(type).startsWith('Input.'),
  );
  const known = Object.fromEntries(inputs.map(({ id, value }) => [String(id), String(value ?? '')]));
  return { ...known, bestuursorgaan: 'AB' };
}
