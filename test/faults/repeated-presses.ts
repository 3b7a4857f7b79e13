import { isDeepStrictEqual } from 'node:util';
import { type OutboxOccurrence, openOutbox } from '../../services/herinneringen/outbox.ts';
import { kanaalId } from '../../services/kanalen/kanalen.ts';
import { openStoreOn } from '../../services/opslag/embedded.ts';
import type { Afspraak } from '../../services/register/types.ts';
import { FailingDisk } from '../fakes/failing-disk.ts';
import { type SeededRandom, seededRandom } from '../fakes/seeded-random.ts';
import { channel, MovableClock, type Person, type Place, person, Teams } from '../journeys/teams.ts';
import type { Fault } from './fault.ts';

/**
 * Two bots on one store; Teams delivers each press two to four times, at once or one after the other, to either bot, sometimes
 * after both were started anew. Real HTTP from the press to the answer.
 */
export const repeatedPresses: Fault = {
  name: 'repeated-presses',
  title: 'a button delivered 2–4 times, also after a restart',
  bar: 'one effect, the same answer',
  runs: { short: 80, long: 1000 },
  run: async (runs, seed) => {
    const random = seededRandom(seed);
    const table = await Table.open(Math.max(8, Math.ceil(runs / 3)));
    const failures: string[] = [];
    let deliveries = 0;
    try {
      for (let run = 0; run < runs; run += 1) {
        if (run % 60 === 59) await table.restart();
        const seen = await table.press(random);
        deliveries += seen.deliveries;
        failures.push(...seen.failures.map((one) => `press ${run}: ${one}`));
      }
    } finally {
      await table.close();
    }
    const result = `${runs} presses, ${deliveries} deliveries, ${table.restarts} restarts: ${failures.length} wrong`;
    return { isMet: failures.length === 0, result, failures };
  },
};

const people = [person('Vermeer'), person('Zwaan'), person('Postma')] as const;
const buttons = ['gezien', 'oppakken', 'uitstellen', 'klaar'] as const;
const perChannel = 4;

class Table {
  restarts = 0;
  readonly #bots: readonly [Teams, Teams];
  readonly #places: ReadonlyMap<string, Place>;
  readonly #occurrences: readonly string[];
  /** When each press was made: no two at the same instant. */
  #pressedAt = Date.parse('2026-11-27T09:00:00Z');

  private constructor(
    bots: readonly [Teams, Teams],
    places: ReadonlyMap<string, Place>,
    occurrences: readonly string[],
  ) {
    this.#bots = bots;
    this.#places = places;
    this.#occurrences = occurrences;
  }

  static async open(afspraken: number): Promise<Table> {
    const store = await openStoreOn(new FailingDisk());
    // Each bot lets go of the store when it stops; this one is the table's.
    const open = async () => ({
      ...store,
      collection: store.collection.bind(store),
      ping: () => store.ping(),
      close: async () => undefined,
    });
    const clock = new MovableClock('2026-11-23T10:00:00+01:00');
    const outside = { clock, roundMs: 50, callTimeoutMs: 5_000 };
    const bots = [await Teams.open(open, outside), await Teams.open(open, outside)] as const;
    const [one] = bots;
    const { register, kanalen } = one.house.parts;
    const places = new Map<string, Place>();
    const by = { naam: 'Tester', via: 'test' } as const;
    for (let number = 0; number < afspraken; number += 1) {
      const verband = `v${Math.floor(number / perChannel)}`;
      if (number % perChannel === 0) {
        const place = channel(`kanaal-${number}`);
        await one.deliver(one.messageFrom('help', people[0], place));
        const known = kanaalId({ tenantId: 'tenant-van-de-proef', conversationId: place.conversationId });
        await kanalen.bindVerband(known, verband, clock.now());
        places.set(known, place);
      }
      await register.saveAfspraak(
        {
          _id: `AFS-2026-${String(number).padStart(3, '0')}`,
          titel: `Afspraak ${number}`,
          soort: 'dvo',
          verband,
          partijen: ['gm0106'],
          status: 'lopend',
          herijking: '2027-01-22',
          ...(number % 2 === 0 && { ritme: 'jaarlijks' as const }),
          rapportageAan: [],
          vertrouwelijkheid: 'intern',
        } satisfies Omit<Afspraak, 'version'>,
        'new',
        by,
        clock.now(),
      );
    }
    const { occurrences } = openOutbox(store);
    for (let now = Date.parse('2026-11-27T09:30:00+01:00'); ; now += 2_000) {
      // Time goes on, or the limit of sends in a second would hold for ever.
      clock.moveTo(new Date(now).toISOString());
      for (const bot of bots) bot.house.parts.wake();
      const told = await occurrences.find({ state: 'delivered' });
      if (told.length === afspraken)
        return new Table(
          bots,
          places,
          told.map(({ _id }) => _id),
        );
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  async restart(): Promise<void> {
    this.restarts += 1;
    for (const bot of this.#bots) await bot.restart();
  }

  async close(): Promise<void> {
    for (const bot of this.#bots) await bot.close();
  }

  /** One press on one reminder, brought as often as chance wants it. */
  async press(random: SeededRandom): Promise<{ readonly deliveries: number; readonly failures: readonly string[] }> {
    const occurrence = this.#occurrences[random.below(this.#occurrences.length)] ?? '';
    const before = await this.#stateOf(occurrence);
    const button = random.pick(buttons);
    const who = random.pick(people);
    this.#pressedAt += 60_000 * (1 + random.below(2_000));
    const activity = this.#pressOn(before.place, who, button, occurrence, random.pick(['1d', '1w', '1m']));
    const times = 2 + random.below(3);
    const atOnce = random.below(2) === 0;
    const restartAfter = !atOnce && random.below(25) === 0 ? random.below(times) : undefined;
    const answers: unknown[] = [];
    const deliver = async (): Promise<void> => {
      answers.push(await random.pick(this.#bots).deliver(activity));
    };
    if (atOnce) await Promise.all(Array.from({ length: times }, deliver));
    else
      for (let time = 0; time < times; time += 1) {
        await deliver();
        if (restartAfter === time) await this.restart();
      }
    const failures = wrongIn(before, await this.#stateOf(occurrence), button, this.#pressedAt);
    const differing = answers.filter((answer) => !isDeepStrictEqual(answer, answers[0])).length;
    if (differing > 0) failures.push(`${differing} of ${times} answers differ from the first`);
    if (!answers.every((answer) => (answer as { status: number }).status === 200)) failures.push('an answer is no 200');
    return { deliveries: times, failures: failures.map((one) => `${button} on ${occurrence}: ${one}`) };
  }

  #pressOn(place: Place, who: Person, button: string, occurrence: string, delay: string): Record<string, unknown> {
    const [one] = this.#bots;
    const { text: _, entities: __, ...envelope } = one.messageFrom('', who, place);
    const data = { v: 1, occurrence, ...(button === 'uitstellen' && { delay }) };
    return {
      ...envelope,
      type: 'invoke',
      name: 'adaptiveCard/action',
      timestamp: new Date(this.#pressedAt).toISOString(),
      replyToId: 'kaart-1',
      value: { action: { type: 'Action.Execute', verb: `herinnering.${button}`, data }, trigger: 'manual' },
    };
  }

  async #stateOf(id: string): Promise<Seen> {
    const { store, register } = this.#bots[0].house.parts;
    const { occurrences } = openOutbox(store);
    const occurrence = await occurrences.get(id);
    const place = this.#places.get(occurrence?.kanaal ?? '');
    if (occurrence === undefined || place === undefined) throw new TypeError(`no occurrence ${id}`);
    const { code } = occurrence;
    const sameCode = await occurrences.find({ code });
    return {
      place,
      occurrence,
      postponed: sameCode.filter((one) => one.postponedFrom === id).map(({ _id, state }) => `${_id} ${state}`),
      afspraak: (await register.refresh()).afspraak(code)?.version ?? 0,
      said: this.#bots.reduce((sum, bot) => sum + bot.connector.delivered.filter((one) => !one.newThread).length, 0),
    };
  }
}

interface Seen {
  readonly place: Place;
  readonly occurrence: OutboxOccurrence;
  /** What came of Uitstellen, with its state. */
  readonly postponed: readonly string[];
  /** Version of the afspraak: one higher with each change. */
  readonly afspraak: number;
  /** Messages that are no reminder. */
  readonly said: number;
}

function wrongIn(before: Seen, after: Seen, button: (typeof buttons)[number], at: number): string[] {
  const fresh = after.occurrence.reactions.slice(before.occurrence.reactions.length);
  const failures: string[] = [];
  if (fresh.length > 1 || fresh.some((one) => one.button !== button || one.at !== at)) {
    failures.push(`it left ${fresh.length} reactions`);
  }
  if (after.postponed.length > before.postponed.length + 1) failures.push('it comes back more than once');
  const planned = after.postponed.filter((one) => one.endsWith('planned'));
  if (planned.length > 1) failures.push(`${planned.length} wait to come back`);
  const moved = after.afspraak - before.afspraak;
  if (moved > (button === 'klaar' ? 1 : 0)) failures.push(`the afspraak changed ${moved} times`);
  // Where the answer is a sentence of its own it is said once.
  if (after.said - before.said > 1) failures.push(`it was answered with ${after.said - before.said} messages`);
  const isSilent = fresh.length === 0 && after.said === before.said;
  const wasDone =
    before.occurrence.reactions.some((one) => one.button === button) || before.occurrence.state === 'settled';
  if (isSilent && !wasDone) failures.push('it had no effect');
  return failures;
}
