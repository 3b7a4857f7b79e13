import { createHash } from 'node:crypto';
import { type Activity, ActivityTypes } from 'botbuilder';
import type { Address } from '../services/kanalen/types.ts';
import type { Language } from '../services/taal/language.ts';
import { tenantOf } from './gate.ts';

/** An activity in our own words: everything a turn may know about what came in. Made once, here; nobody else reads an Activity. */
export type Inbound = InboundBase &
  (
    | {
        readonly kind: 'message';
        /** What was typed, without the mention of the bot. */
        readonly text: string;
        /** Whether the bot was spoken to: always in a personal chat, elsewhere only by a mention (CONTRACT §7). */
        readonly addressed: boolean;
        readonly files: readonly InboundFile[];
      }
    /** A button of a card (Action.Execute). */
    | {
        readonly kind: 'button';
        readonly verb: unknown;
        readonly data: unknown;
        readonly cardActivityId: string | undefined;
      }
    | { readonly kind: 'installed' | 'removed' }
    /** Others than the bot left. `names`: of those whom Teams names, which is seldom; `teamWide`: not this channel alone. */
    | { readonly kind: 'left'; readonly names: readonly string[]; readonly teamWide: boolean }
    /** Any other request that waits for an answer; we serve none. */
    | { readonly kind: 'invoke'; readonly name: string }
    | { readonly kind: 'other' }
  );

export interface InboundBase {
  readonly activityId: string;
  /** When Teams says it was sent, epoch ms: the same in every delivery of it. Absent where Teams does not say. */
  readonly sentAt: number | undefined;
  readonly person: Person;
  readonly address: Address;
  /** The conversation as Teams names it, with the thread in a channel: where a message that stands is replaced. */
  readonly conversationId: string;
  /** Name of the channel or chat, where Teams told it. */
  readonly conversationName: string | undefined;
  /** Same person, same thread: what a follow-up question builds on. A hash, so that the store keeps no names for it. */
  readonly threadKey: string;
  readonly language: Language;
}

/** Who speaks. Personal data: kept only where a person must be shown later (a besluit, a reaction). */
export interface Person {
  readonly naam: string;
  readonly aadId?: string;
  readonly id: string;
}

/** A file sent in a personal chat; Teams hands out a short-lived address to fetch it from. */
export interface InboundFile {
  readonly name: string;
  readonly downloadUrl: string;
}

const fileInfoType = 'application/vnd.microsoft.teams.file.download.info';

export function readInbound(activity: Activity): Inbound {
  const address = addressOf(activity);
  const person = personOf(activity);
  const base: InboundBase = {
    activityId: activity.id ?? '',
    sentAt: sentAtOf(activity),
    person,
    address,
    conversationId: activity.conversation.id,
    conversationName: conversationNameOf(activity),
    threadKey: createHash('sha256')
      .update(JSON.stringify([address.tenantId, activity.conversation.id, person.id]))
      .digest('base64url'),
    language: languageOf(activity.locale),
  };
  switch (activity.type) {
    case ActivityTypes.Message:
      // A card with Action.Submit arrives as a message without text; we make none, so it is somebody else's card.
      return {
        ...base,
        kind: 'message',
        text: textWithoutMention(activity),
        addressed: isAddressed(activity),
        files: filesOf(activity),
      };
    case ActivityTypes.Invoke:
      return invokeOf(activity, base);
    case ActivityTypes.InstallationUpdate:
      return {
        ...base,
        kind: activity.action === 'remove' || activity.action === 'remove-upgrade' ? 'removed' : 'installed',
      };
    case ActivityTypes.ConversationUpdate:
      return isBotRemoved(activity) ? { ...base, kind: 'removed' } : departureOf(activity, base);
    default:
      return { ...base, kind: 'other' };
  }
}

function invokeOf(activity: Activity, base: InboundBase): Inbound {
  const name = typeof activity.name === 'string' ? activity.name : '';
  if (name !== 'adaptiveCard/action') return { ...base, kind: 'invoke', name };
  const value: unknown = activity.value;
  // Without an action it is still a button: Teams wants HTTP 200 and a status in the body, whatever it sent.
  const { verb, data } = isRecord(value) && isRecord(value.action) ? value.action : {};
  return { ...base, kind: 'button', verb, data, cardActivityId: activity.replyToId };
}

/**
 * Teams tells of an installation twice, here and as installationUpdate: only that one is greeted. A removal counts either way.
 */
const isBotRemoved = (activity: Activity): boolean =>
  activity.membersRemoved?.some((member) => member.id === activity.recipient.id) ?? false;

function departureOf(activity: Activity, base: InboundBase): Inbound {
  const names = (activity.membersRemoved ?? []).flatMap((member) => stringIn(member, 'name') ?? []);
  if (names.length === 0) return { ...base, kind: 'other' };
  return {
    ...base,
    kind: 'left',
    names,
    teamWide: stringIn(activity.channelData, 'eventType') === 'teamMemberRemoved',
  };
}

function sentAtOf({ timestamp }: Activity): number | undefined {
  const instant = new Date(timestamp ?? '').getTime();
  return Number.isNaN(instant) ? undefined : instant;
}

function addressOf(activity: Activity): Address {
  const channelData: unknown = activity.channelData;
  const channel = isRecord(channelData) ? stringIn(channelData.channel, 'id') : undefined;
  const team = isRecord(channelData) ? stringIn(channelData.team, 'id') : undefined;
  const type = activity.conversation.conversationType;
  const conversationType = type === 'channel' || type === 'groupChat' ? type : 'personal';
  const isChannel = conversationType === 'channel';
  const conversationId = activity.conversation.id.replace(/;messageid=.*$/, '');
  const channelId = isChannel ? (channel ?? conversationId) : undefined;
  return {
    tenantId: tenantOf(activity) ?? '',
    conversationId: channelId ?? conversationId,
    conversationType,
    serviceUrl: activity.serviceUrl,
    botId: activity.recipient.id,
    ...(team !== undefined && { teamId: team }),
    ...(channelId !== undefined && { channelId }),
    ...(conversationType === 'personal' &&
      activity.from.aadObjectId !== undefined && { userAadId: activity.from.aadObjectId }),
    ...(activity.locale !== undefined && { locale: activity.locale }),
  };
}

const personOf = (activity: Activity): Person => ({
  id: activity.from.id,
  naam: activity.from.name ?? '',
  ...(activity.from.aadObjectId !== undefined && { aadId: activity.from.aadObjectId }),
});

function conversationNameOf(activity: Activity): string | undefined {
  const channelData: unknown = activity.channelData;
  const channel = isRecord(channelData) ? stringIn(channelData.channel, 'name') : undefined;
  return channel ?? activity.conversation.name ?? undefined;
}

/** Frisian has its own tag; every other tag that is not English gets Dutch. */
function languageOf(locale: string | undefined): Language {
  const tag = locale?.toLowerCase() ?? '';
  if (tag.startsWith('fy')) return 'fy';
  return tag.startsWith('en') ? 'en' : 'nl';
}

interface Mention {
  readonly mentioned: { readonly id: string };
  readonly text: string;
}

const mentionsOfBot = (activity: Activity): readonly Mention[] => {
  const entities: readonly unknown[] = activity.entities ?? [];
  return entities.filter(isMention).filter((mention) => mention.mentioned.id === activity.recipient.id);
};

const isMention = (entity: unknown): entity is Mention =>
  isRecord(entity) &&
  entity.type === 'mention' &&
  typeof entity.text === 'string' &&
  isRecord(entity.mentioned) &&
  typeof entity.mentioned.id === 'string';

const isAddressed = (activity: Activity): boolean => {
  const type = activity.conversation.conversationType;
  return (type !== 'channel' && type !== 'groupChat') || mentionsOfBot(activity).length > 0;
};

function textWithoutMention(activity: Activity): string {
  const spoken = typeof activity.text === 'string' ? activity.text : '';
  const bare = mentionsOfBot(activity).reduce((text, mention) => text.split(mention.text).join(' '), spoken);
  return bare
    .replace(/&nbsp;|\u00a0/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

const filesOf = (activity: Activity): readonly InboundFile[] =>
  (activity.attachments ?? []).flatMap((attachment) => {
    const downloadUrl = stringIn(attachment.content, 'downloadUrl');
    return attachment.contentType === fileInfoType && downloadUrl !== undefined
      ? [{ name: attachment.name ?? '', downloadUrl }]
      : [];
  });

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function stringIn(holder: unknown, key: string): string | undefined {
  const value = isRecord(holder) ? holder[key] : undefined;
  return typeof value === 'string' && value !== '' ? value : undefined;
}
