import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { botTexts } from '../../bot/texts.ts';
import { openOutbox } from '../../services/herinneringen/outbox.ts';
import { kanaalId } from '../../services/kanalen/kanalen.ts';
import { openStoreOn } from '../../services/opslag/embedded.ts';
import { openMongoStore } from '../../services/opslag/mongo.ts';
import type { Store } from '../../services/opslag/store.ts';
import { sentencesIn } from '../../services/taal/language.ts';
import { CuttingProxy } from '../fakes/cutting-proxy.ts';
import { FailingDisk } from '../fakes/failing-disk.ts';
import { type SeededRandom, seededRandom } from '../fakes/seeded-random.ts';
import { cardOf, channel, MovableClock, person, Teams, textOf } from '../journeys/teams.ts';
import { startMongo } from '../servers/mongo-server.ts';
import type { Fault } from './fault.ts';

/**
 * The store goes away while reminders leave and people press and type: a full disk, a disk of which nobody knows what it wrote, a
 * broken line to MongoDB. The whole bot, over real HTTP.
 */
export const storeAway: Fault = {
  name: 'store-away',
  title: 'store away for a while, disk full',
  bar: 'no reply claims success; all delivered once after recovery',
  runs: { short: 6, long: 40 },
  run: async (runs, seed) => {
    const random = seededRandom(seed);
    const server = await startMongo();
    if ('unavailable' in server) throw new TypeError(server.unavailable);
    const proxy = await CuttingProxy.to('127.0.0.1', Number(new URL(server.uri).port));
    const disk = new FailingDisk();
    const database = `ketenregie-away-${randomUUID().slice(0, 8)}`;
    const line = `mongodb://127.0.0.1:${proxy.port}/?directConnection=true`;
    const houses = [
      await House.open(await openStoreOn(disk)),
      await House.open(await openMongoStore(line, database, { patience: 2_000 })),
    ] as const;
    const troubles: readonly (readonly [House, string, Trouble])[] = [
      [houses[0], 'disk full', diskTrouble(disk, 'fails before', true)],
      [houses[1], 'line cut', lineTrouble(proxy)],
      [houses[0], 'disk gone', diskTrouble(disk, 'fails after', false)],
    ];
    const failures: string[] = [];
    let replies = 0;
    let told = 0;
    try {
      for (let run = 0; run < runs; run += 1) {
        const chosen = troubles[run % troubles.length];
        if (chosen === undefined) continue;
        const [house, name, trouble] = chosen;
        const outcome = await house.live(trouble, random, run);
        replies += outcome.replies;
        told += outcome.told;
        failures.push(...outcome.failures.map((one) => `run ${run}, ${name}: ${one}`));
      }
    } finally {
      for (const house of houses) await house.close();
      await proxy.close();
    }
    const result = `${runs} times away, ${replies} replies meanwhile, ${told} reminders: ${failures.length} wrong`;
    return { isMet: failures.length === 0, result, failures };
  },
};

interface Trouble {
  begin(): void;
  end(): void;
}

function diskTrouble(disk: FailingDisk, how: 'fails before' | 'fails after', reopens: boolean): Trouble {
  return {
    begin() {
      disk.append_ = how;
      disk.reopens = reopens;
    },
    end() {
      disk.append_ = 'works';
      disk.reopens = true;
    },
  };
}

function lineTrouble(proxy: CuttingProxy): Trouble {
  return {
    begin() {
      proxy.down = true;
      // Every line that stands breaks at its next request.
      proxy.cut('', 'before', Number.POSITIVE_INFINITY);
    },
    end() {
      proxy.down = false;
      proxy.cut('', 'before', 0);
    },
  };
}

const place = channel('proef');
const texts = sentencesIn(botTexts, 'nl');
const apologies = [texts.faultLater, texts.faultUncertain, texts.faultNever];
const perRun = 4;

class House {
  readonly #teams: Teams;
  readonly #clock: MovableClock;
  readonly #store: Store;
  #now = Date.parse('2026-11-23T10:00:00+01:00');
  #afspraken = 0;
  #people = 0;

  private constructor(teams: Teams, clock: MovableClock, store: Store) {
    this.#teams = teams;
    this.#clock = clock;
    this.#store = store;
  }

  static async open(store: Store): Promise<House> {
    const clock = new MovableClock('2026-11-23T10:00:00+01:00');
    const teams = await Teams.open(async () => store, { clock, roundMs: 40, callTimeoutMs: 5_000 });
    const house = new House(teams, clock, store);
    await teams.say('help', person('Vermeer'), place);
    const id = kanaalId({ tenantId: 'tenant-van-de-proef', conversationId: place.conversationId });
    await teams.house.parts.kanalen.bindVerband(id, 'v1', clock.now());
    await house.#add(1);
    await house.#allTold();
    return house;
  }

  async live(trouble: Trouble, random: SeededRandom, run: number) {
    const failures: string[] = [];
    const first = this.#afspraken;
    await this.#add(perRun);
    this.#teams.house.parts.wake();
    // Somewhere between the planning and the last mark.
    await wait(random.below(120));
    trouble.begin();
    const { id, by } = this.#presser();
    const pressing = this.#press(id, by);
    const saying = this.#say(run);
    const replies = [await pressing, ...(await saying)];
    await wait(random.below(200));
    trouble.end();
    for (const reply of replies) {
      if (!apologies.some((one) => reply.includes(one))) failures.push(`it replied: ${reply.slice(0, 120)}`);
    }
    if (!(await this.#allTold())) failures.push('a reminder was not settled within ten seconds after the recovery');
    for (let number = first + 1; number <= this.#afspraken; number += 1) {
      const count = this.#timesTold(codeOf(number));
      if (count !== 1) failures.push(`${codeOf(number)} was told ${count} times`);
    }
    const again = await this.#press(id, by);
    if (apologies.some((one) => again.includes(one))) failures.push('a press after the recovery does not work');
    const pressed = await openOutbox(this.#store).occurrences.get(id);
    const reactions = pressed?.reactions.filter((one) => one.by.naam === by.name).length;
    if (reactions !== 1) failures.push(`a press left ${reactions} reactions`);
    return { failures, replies: replies.length, told: perRun };
  }

  async close(): Promise<void> {
    await this.#teams.close();
  }

  /** Somebody who has not pressed yet, so that the press must be written. */
  #presser() {
    this.#people += 1;
    const id = this.#firstOccurrence;
    return { id, by: person(`Nummer${this.#people}`) };
  }

  get #firstOccurrence(): string {
    const kanaal = kanaalId({ tenantId: 'tenant-van-de-proef', conversationId: place.conversationId });
    return `${codeOf(1)}/herijking/2027-01-10/-56/${kanaal}`;
  }

  async #press(occurrence: string, by: ReturnType<typeof person>): Promise<string> {
    const answer = await this.#teams.invoke({ verb: 'herinnering.gezien', data: { v: 1, occurrence } }, by, place);
    return textOf(answer.value);
  }

  /** What was answered to a message that changes something; nothing at all is an answer that claims nothing. */
  async #say(run: number): Promise<readonly string[]> {
    const { connector } = this.#teams;
    const before = connector.delivered.length;
    const words = run % 2 === 0 ? 'taal en' : 'taal nl';
    await this.#teams.deliver(this.#teams.messageFrom(words, person('Zwaan'), place));
    return connector.delivered
      .slice(before)
      .filter(({ newThread }) => !newThread)
      .map(({ activity }) => textOf(cardOf(activity)));
  }

  async #add(count: number): Promise<void> {
    for (let added = 0; added < count; added += 1) {
      this.#afspraken += 1;
      await this.#teams.house.parts.register.saveAfspraak(
        {
          _id: codeOf(this.#afspraken),
          titel: `Afspraak ${this.#afspraken}`,
          soort: 'dvo',
          verband: 'v1',
          partijen: ['gm0106'],
          status: 'lopend',
          herijking: '2027-01-10',
          rapportageAan: [],
          vertrouwelijkheid: 'intern',
        },
        'new',
        { naam: 'Tester', via: 'test' },
        this.#clock.now(),
      );
    }
  }

  /** Time goes on, past leases and waits, until nothing that is due is open. */
  async #allTold(): Promise<boolean> {
    const { occurrences } = openOutbox(this.#store);
    for (let tries = 0; tries < 100; tries += 1) {
      this.#now += 20_000;
      this.#clock.moveTo(new Date(this.#now).toISOString());
      this.#teams.house.parts.wake();
      await wait(100);
      const all = await occurrences.find({ at: { $lte: this.#now } });
      if (all.length >= this.#afspraken && all.every(({ state }) => state === 'delivered' || state === 'uncertain')) {
        return true;
      }
    }
    return false;
  }

  #timesTold(code: string): number {
    return this.#teams.connector.delivered.filter(
      ({ newThread, activity }) => newThread && JSON.stringify(activity).includes(code),
    ).length;
  }
}

const codeOf = (number: number): string => `AFS-2026-${String(number).padStart(4, '0')}`;
