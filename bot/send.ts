import { type Activity, ActivityTypes } from 'botbuilder';
import type { AdaptiveCard } from '../cards/elements.ts';
import type { PostOutcome } from '../services/herinneringen/types.ts';
import type { Address } from '../services/kanalen/types.ts';
import type { Adapter } from './adapter.ts';
import { ConnectorFault } from './connection.ts';
import { type GatePolicy, mayAnswer } from './gate.ts';

/** Messages that answer nobody: a reminder in a channel. Each is posted once; what became of it is said, never guessed. */
export interface Sender {
  /** In a channel as a new thread; in a chat as the next message. Never rejects for what the network does. */
  post(address: Address, card: AdaptiveCard): Promise<PostOutcome>;
  /** In a thread that stands, as a reply. */
  reply(address: Address, conversationId: string, card: AdaptiveCard): Promise<PostOutcome>;
  /** Puts another card in the place of a message that stands. Safe to repeat. */
  replace(address: Address, conversationId: string, activityId: string, card: AdaptiveCard): Promise<PostOutcome>;
}

export function createSender(adapter: Adapter, policy: GatePolicy): Sender {
  const guarded = async (address: Address, send: () => Promise<PostOutcome>): Promise<PostOutcome> => {
    // The address was good when it was stored; tenants and hosts may have been taken off the list since.
    const allowed = mayAnswer(address.serviceUrl, policy) && (policy.local || policy.tenants.has(address.tenantId));
    if (!allowed) return { kind: 'refused', permanent: true, reason: 'address-not-allowed' };
    return send().catch(outcomeOf);
  };
  return {
    post: (address, card) =>
      guarded(address, async () => {
        const { conversations } = await adapter.connector(address.serviceUrl);
        const activity = cardMessage(card, address);
        if (address.channelId === undefined) {
          const { id } = await conversations.sendToConversation(address.conversationId, activity);
          return { kind: 'accepted', activityId: id, conversationId: address.conversationId };
        }
        const thread = await conversations.createConversation({
          isGroup: true,
          bot: { id: address.botId, name: '' },
          channelData: { channel: { id: address.channelId } },
          ...(address.tenantId !== '' && { tenantId: address.tenantId }),
          activity,
        });
        return { kind: 'accepted', activityId: thread.activityId ?? '', conversationId: thread.id };
      }),
    reply: (address, conversationId, card) =>
      guarded(address, async () => {
        const { conversations } = await adapter.connector(address.serviceUrl);
        const activity = cardMessage(card, { ...address, conversationId });
        const { id } = await conversations.sendToConversation(conversationId, activity);
        return { kind: 'accepted', activityId: id, conversationId };
      }),
    replace: (address, conversationId, activityId, card) =>
      guarded(address, async () => {
        const { conversations } = await adapter.connector(address.serviceUrl);
        await conversations.updateActivity(conversationId, activityId, {
          ...cardMessage(card, address),
          id: activityId,
        });
        return { kind: 'accepted', activityId, conversationId };
      }),
  };
}

/** What a Fault of the connection means for a message: only a certain refusal may be tried again. */
export function outcomeOf(fault: unknown): PostOutcome {
  if (!(fault instanceof ConnectorFault)) return { kind: 'uncertain', reason: 'unexpected' };
  switch (fault.retry) {
    case 'uncertain':
      return { kind: 'uncertain', reason: fault.code };
    case 'never':
      return { kind: 'refused', permanent: fault.status !== 401, reason: fault.code };
    case 'later':
      return {
        kind: 'refused',
        permanent: false,
        reason: fault.code,
        ...(fault.retryAfterMs !== undefined && { retryAfterMs: fault.retryAfterMs }),
      };
  }
}

/** A message that is one card, with the words that stand for it where cards cannot be shown. */
export const cardActivity = (card: AdaptiveCard): Partial<Activity> => ({
  type: ActivityTypes.Message,
  summary: card.fallbackText,
  attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
});

const cardMessage = (card: AdaptiveCard, address: Address): Activity => {
  const message: Partial<Activity> = {
    ...cardActivity(card),
    channelId: 'msteams',
    serviceUrl: address.serviceUrl,
    from: { id: address.botId, name: '' },
    conversation: {
      id: address.conversationId,
      isGroup: address.conversationType !== 'personal',
      conversationType: address.conversationType,
      name: '',
    },
  };
  return message as Activity;
};
