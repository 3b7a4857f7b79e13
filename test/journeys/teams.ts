import { randomUUID } from 'node:crypto';
import type { Config } from '../../bot/config.ts';
import { readConfig } from '../../bot/config.ts';
import { type House, type Outside, openHouse } from '../../bot/house.ts';
import { createLog } from '../../bot/log.ts';
import type { Clock } from '../../services/clock.ts';
import type { Store } from '../../services/opslag/store.ts';
import { FakeConnector } from '../fakes/connector.ts';
import { type CountedRounds, countRounds } from './counted-rounds.ts';

/** People at a table in Teams: they type and press over loopback HTTP, and read what reached the fake connector. */
export type Card = Record<string, unknown>;

export interface InvokeAnswer {
  readonly http: number;
  readonly statusCode: number;
  readonly type: string;
  readonly value: unknown;
}

export interface Place {
  readonly conversationId: string;
  readonly conversationType: 'channel' | 'groupChat' | 'personal';
}

export const channel = (name: string): Place => ({
  conversationId: `19:${name}@thread.tacv2`,
  conversationType: 'channel',
});
export const personal = (name: string): Place => ({ conversationId: `a:${name}`, conversationType: 'personal' });

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly aadObjectId: string;
}

export const person = (name: string): Person => ({
  id: `29:${name}`,
  name: `Voorbeeld ${name}`,
  aadObjectId: `aad-${name}`,
});

const bot = { id: '28:ketenregie', name: 'Ketenregie' };
const tenant = 'tenant-van-de-proef';

/** A clock that a test moves. */
export class MovableClock implements Clock {
  #instant: number;
  constructor(iso: string) {
    this.#instant = Date.parse(iso);
  }
  now(): number {
    return this.#instant;
  }
  moveTo(iso: string): void {
    this.#instant = Date.parse(iso);
  }
}

export class Teams {
  readonly connector: FakeConnector;
  readonly lines: string[];
  #house: House;
  readonly #open: () => Promise<House>;
  readonly #rounds: CountedRounds;

  private constructor(
    connector: FakeConnector,
    house: House,
    open: () => Promise<House>,
    lines: string[],
    rounds: CountedRounds,
  ) {
    this.connector = connector;
    this.#house = house;
    this.#open = open;
    this.lines = lines;
    this.#rounds = rounds;
  }

  /** @param openStore opens the same store again after {@link restart} */
  static async open(openStore: () => Promise<Store>, outside: Outside = {}): Promise<Teams> {
    const connector = await FakeConnector.start();
    const lines: string[] = [];
    const rounds: CountedRounds = { count: 0 };
    const open = async (): Promise<House> =>
      openHouse(localConfig(), createLog({ level: 'debug', destination: { write: (line) => void lines.push(line) } }), {
        callTimeoutMs: 2_000,
        ...outside,
        store: countRounds(await openStore(), rounds),
      });
    return new Teams(connector, await open(), open, lines, rounds);
  }

  get address(): string {
    return this.#house.address;
  }

  get house(): House {
    return this.#house;
  }

  async restart(): Promise<void> {
    await this.#house.stop();
    this.#house = await this.#open();
  }

  /** Two whole rounds of planning and delivery come and go, after the rest of one that may be running already. */
  async settle(): Promise<void> {
    const wanted = this.#rounds.count + 3;
    await eventually(async () => {
      this.house.parts.wake();
      return this.#rounds.count >= wanted ? true : undefined;
    });
  }

  async close(): Promise<void> {
    await this.#house.stop();
    await this.connector.stop();
  }

  /** Types a message (in a channel with a mention) and gives the card that answered it. */
  async say(
    text: string,
    as: Person,
    where: Place,
    options: { readonly id?: string; readonly mention?: boolean } = {},
  ): Promise<Card> {
    const before = this.connector.delivered.length;
    const answer = await this.deliver(this.messageFrom(text, as, where, options));
    if (answer.status !== 200) throw new Error(`the bot answered HTTP ${answer.status}`);
    // A reminder may come at the same moment: in a thread of its own, or as a reply in that.
    const reply = this.connector.delivered
      .slice(before)
      .find((each) => !each.newThread && each.conversationId === where.conversationId);
    if (reply === undefined) throw new Error(`nothing was answered to "${text}"`);
    return cardOf(reply.activity);
  }

  messageFrom(
    text: string,
    as: Person,
    where: Place,
    { id = randomUUID(), mention = true }: { readonly id?: string; readonly mention?: boolean } = {},
  ): Record<string, unknown> {
    const isMentioned = mention && where.conversationType !== 'personal';
    return {
      ...this.#envelope(as, where),
      type: 'message',
      id,
      text: isMentioned ? `<at>Ketenregie</at> ${text}` : text,
      textFormat: 'plain',
      entities: isMentioned ? [{ type: 'mention', mentioned: bot, text: '<at>Ketenregie</at>' }] : [],
    };
  }

  async install(as: Person, where: Place): Promise<Card> {
    const before = this.connector.delivered.length;
    await this.deliver({ ...this.#envelope(as, where), type: 'installationUpdate', action: 'add', id: randomUUID() });
    const greeting = this.connector.delivered[before];
    if (greeting === undefined) throw new Error('no greeting came');
    return cardOf(greeting.activity);
  }

  /** Presses the button with this title, with the card's inputs filled in. */
  press(
    card: Card,
    title: string,
    as: Person,
    where: Place,
    inputs: Record<string, string> = {},
    id: string = randomUUID(),
  ): Promise<InvokeAnswer> {
    const action = actionsIn(card).find((each) => each.title === title);
    if (action === undefined)
      throw new Error(
        `no button "${title}", but ${actionsIn(card)
          .map((each) => String(each.title))
          .join(', ')}`,
      );
    return this.invoke({ verb: action.verb, data: { ...(action.data as object), ...inputs } }, as, where, id);
  }

  async invoke(
    action: Record<string, unknown>,
    as: Person,
    where: Place,
    id: string = randomUUID(),
  ): Promise<InvokeAnswer> {
    const { status, body } = await this.deliver({
      ...this.#envelope(as, where),
      type: 'invoke',
      name: 'adaptiveCard/action',
      id,
      replyToId: 'kaart-1',
      value: { action: { type: 'Action.Execute', ...action }, trigger: 'manual' },
    });
    const { statusCode, type, value } = body as { statusCode: number; type: string; value: unknown };
    return { http: status, statusCode, type, value };
  }

  async deliver(activity: Record<string, unknown>): Promise<{ readonly status: number; readonly body: unknown }> {
    const response = await fetch(`${this.address}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(activity),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
  }

  #envelope(as: Person, where: Place): Record<string, unknown> {
    return {
      channelId: 'msteams',
      serviceUrl: this.connector.serviceUrl,
      from: as,
      recipient: bot,
      locale: 'nl-NL',
      conversation: {
        id: where.conversationId,
        conversationType: where.conversationType,
        isGroup: where.conversationType !== 'personal',
        tenantId: tenant,
      },
      channelData: {
        tenant: { id: tenant },
        ...(where.conversationType === 'channel' && {
          channel: { id: where.conversationId, name: 'Samen' },
          team: { id: '19:team@thread.tacv2' },
        }),
      },
    };
  }
}

function localConfig(): Config {
  const outcome = readConfig({ LOCAL_MODE: '1', PORT: '0' });
  if (outcome.kind === 'refused') throw new Error(outcome.sentence);
  return outcome.config;
}

export function cardOf(activity: Record<string, unknown>): Card {
  const [attachment] = (activity.attachments ?? []) as { content: Card }[];
  if (attachment === undefined) throw new Error('the message holds no card');
  return attachment.content;
}

const childrenOf = (node: unknown): readonly unknown[] =>
  typeof node === 'object' && node !== null ? Object.values(node).flat() : [];

/** Everything that can be pressed, wherever it is in the card. */
export function actionsIn(node: unknown): readonly Record<string, unknown>[] {
  if (typeof node !== 'object' || node === null) return [];
  const own = 'type' in node && String(node.type).startsWith('Action.') ? [node as Record<string, unknown>] : [];
  return [...own, ...childrenOf(node).flatMap(actionsIn)];
}

/** Every input of a card, as Teams would send it in untouched. */
export function inputsIn(node: unknown): readonly Record<string, unknown>[] {
  if (typeof node !== 'object' || node === null) return [];
  const own = 'type' in node && String(node.type).startsWith('Input.') ? [node as Record<string, unknown>] : [];
  return [...own, ...childrenOf(node).flatMap(inputsIn)];
}

/** What stands on everything that can be pressed. */
export const titlesIn = (card: unknown): readonly unknown[] => actionsIn(card).map(({ title }) => title);

/** Everything that can be read, in order. */
export function textOf(node: unknown): string {
  if (typeof node !== 'object' || node === null) return '';
  const own = 'text' in node && typeof node.text === 'string' ? [node.text] : [];
  return [...own, ...childrenOf(node).map(textOf)].filter((text) => text !== '').join(' ');
}

/** What the bot does after its answer left (marking a herinnering as delivered) shows a moment later. */
export async function eventually<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    const seen = await look();
    if (seen !== undefined) return seen;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('it did not happen within fifteen seconds');
}
