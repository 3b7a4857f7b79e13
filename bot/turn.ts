import { type Activity, ActivityTypes, type TurnContext } from 'botbuilder';
import type { AdaptiveCard } from '../cards/elements.ts';
import { noticeCard } from '../cards/notice-card.ts';
import { Fault } from '../services/fault.ts';
import { dayAt } from '../services/kalender/civil-date.ts';
import { loadRecessen } from '../services/reces/recessen.ts';
import { type Language, sentencesIn } from '../services/taal/language.ts';
import { welcome } from './actions/help.ts';
import { importFiles } from './actions/import-file.ts';
import { press } from './actions/press.ts';
import { say } from './actions/say.ts';
import { handovers } from './actions/vertrek.ts';
import { ConnectorFault } from './connection.ts';
import { type Inbound, readInbound } from './inbound.ts';
import type { Inbox } from './inbox.ts';
import type { Parts, Reply, Turn } from './parts.ts';
import { cardActivity, type Sender } from './send.ts';
import { botTexts } from './texts.ts';

/**
 * From one activity to its answer. A message is answered once however often it is delivered; a button is always answered with
 * HTTP 200 and a status in the body, because anything else makes Teams show an error of its own (FACTS: Teams).
 */
export interface TurnParts extends Parts {
  readonly inbox: Inbox;
  readonly sender: Sender;
  /** Stands in for the locale of a client that does not tell the person's own. */
  readonly clientLanguage?: Language;
}

/** botbuilder's turn logic for one activity. Never rejects: a fault becomes a sentence with a reference, and a line in the log. */
export const createTurn =
  (parts: TurnParts) =>
  async (context: TurnContext): Promise<void> => {
    const read = readInbound(context.activity);
    const inbound: Inbound = parts.clientLanguage === undefined ? read : { ...read, language: parts.clientLanguage };
    try {
      await answer(context, inbound, parts);
    } catch (error) {
      await apologise(context, inbound, error, parts);
    }
  };

async function answer(context: TurnContext, inbound: Inbound, parts: TurnParts): Promise<void> {
  if (inbound.kind === 'removed') {
    const kanaal = await parts.kanalen.keepAddress(inbound.address, { now: parts.clock.now() });
    await parts.kanalen.markRemoved(kanaal._id);
    return;
  }
  if (inbound.kind === 'invoke') return void (await respond(context, { status: 501 }));
  if (inbound.kind === 'message' && !inbound.addressed) return;
  const turn = await prepare(inbound, parts);
  switch (inbound.kind) {
    case 'message':
      if (!(await isFirst(inbound, parts))) return;
      return send(
        context,
        inbound.files.length > 0 ? await importFiles(turn, parts, inbound.files) : await say(turn, parts, inbound.text),
        parts,
      );
    case 'installed':
      if (!(await isFirst(inbound, parts))) return;
      return send(context, welcome(turn), parts);
    case 'left':
      if (!(await isFirst(inbound, parts))) return;
      for (const { kanaal, card } of await handovers(turn, parts, inbound)) {
        const outcome = await parts.sender.post(kanaal.address, card);
        if (outcome.kind !== 'accepted') parts.log.warn('handover-not-sent', { code: outcome.reason });
      }
      return;
    case 'button':
      return answerButton(context, inbound, await press(turn, parts, inbound.verb, inbound.data), parts);
    case 'other':
      return;
  }
}

async function prepare(inbound: Inbound, parts: TurnParts): Promise<Turn> {
  const naam = inbound.conversationName;
  const [kanaal, view, recessen] = await Promise.all([
    parts.kanalen.keepAddress(inbound.address, { now: parts.clock.now(), ...(naam !== undefined && { naam }) }),
    parts.register.refresh(),
    loadRecessen(parts.store, parts.timeZone),
  ]);
  return {
    inbound,
    kanaal,
    view,
    recessen,
    language: kanaal.taal ?? inbound.language,
    viewer: { verbanden: kanaal.verbanden },
    today: dayAt(parts.clock.now(), parts.timeZone),
  };
}

/** An activity without an id cannot be told from its repetition: it is answered. */
const isFirst = async (inbound: Inbound, parts: TurnParts): Promise<boolean> =>
  inbound.activityId === '' || parts.inbox.claim(inbound.conversationId, inbound.activityId);

type Button = Extract<Inbound, { kind: 'button' }>;

async function answerButton(context: TurnContext, inbound: Button, reply: Reply, parts: TurnParts): Promise<void> {
  if (reply.kind === 'replace') {
    await respond(context, cardResponse(reply.card));
    // Teams shows the card in the answer to the presser alone; the others see it once the message itself is replaced.
    if (reply.shared && inbound.cardActivityId !== undefined && inbound.address.conversationType !== 'personal') {
      const outcome = await parts.sender.replace(
        inbound.address,
        inbound.conversationId,
        inbound.cardActivityId,
        reply.card,
      );
      if (outcome.kind !== 'accepted') parts.log.warn('card-not-replaced', { code: outcome.reason });
    }
    return;
  }
  const line = reply.kind === 'told' ? reply.line : sentencesIn(botTexts, inbound.language).answeredBelow;
  await respond(context, { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: line });
  if (await isFirst(inbound, parts)) await send(context, reply, parts);
}

const cardResponse = (card: AdaptiveCard) => ({
  statusCode: 200,
  type: 'application/vnd.microsoft.card.adaptive',
  value: card,
});

/** What the HTTP answer to an invoke will hold. */
async function respond(
  context: TurnContext,
  body: { readonly statusCode: number; readonly type: string; readonly value: unknown } | { readonly status: number },
): Promise<void> {
  const value = 'status' in body ? { status: body.status } : { status: 200, body };
  const invokeResponse: Partial<Activity> = { type: ActivityTypes.InvokeResponse, value };
  await context.sendActivity(invokeResponse);
}

/** How long a reply may wait for a busy connector before it is given up: the asker has gone by then. */
const longestWaitMs = 10_000;
const tries = 3;

async function send(context: TurnContext, reply: Reply, parts: TurnParts): Promise<void> {
  // A short line answers a button alone, and went out with that answer.
  if (reply.kind === 'told') return;
  for (let attempt = 1; ; attempt += 1) {
    try {
      await context.sendActivity(cardActivity(reply.card));
      return;
    } catch (error) {
      const wait =
        error instanceof ConnectorFault && error.retry === 'later' ? (error.retryAfterMs ?? 1000) : undefined;
      if (wait === undefined || wait > longestWaitMs || attempt === tries) {
        parts.log.fault(error, { attempt });
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}

async function apologise(context: TurnContext, inbound: Inbound, error: unknown, parts: TurnParts): Promise<void> {
  // Letters and digits alone: easy to read out, and the log withholds what does not look like a code.
  const reference = parts
    .newId()
    .replace(/[^A-Za-z0-9]/g, '')
    .slice(0, 8)
    .toLowerCase();
  parts.log.fault(error, { reference });
  const card = apology(error, reference, inbound.language);
  if (inbound.kind === 'button') await respond(context, cardResponse(card));
  else if (inbound.kind === 'message') await send(context, { kind: 'message', card }, parts);
}

function apology(error: unknown, reference: string, language: Language): AdaptiveCard {
  const texts = sentencesIn(botTexts, language);
  const retry = error instanceof Fault ? error.retry : 'never';
  const sentence = { later: texts.faultLater, uncertain: texts.faultUncertain, never: texts.faultNever }[retry];
  return noticeCard({ kind: 'problem', sentence, reference }, language);
}
