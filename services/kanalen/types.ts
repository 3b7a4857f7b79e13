import type { Stored } from '../opslag/store.ts';
import type { Language } from '../taal/language.ts';

/** Where a conversation lives. Our own record, never the SDK's; checked against tenants and hosts again before each send. */
export interface Address {
  readonly tenantId: string;
  /** For a channel: the channel's own id, without `;messageid=`. */
  readonly conversationId: string;
  readonly conversationType: 'personal' | 'groupChat' | 'channel';
  readonly serviceUrl: string;
  readonly botId: string;
  readonly teamId?: string;
  readonly channelId?: string;
  readonly userAadId?: string;
  readonly locale?: string;
}

/** A conversation the bot is in. `_id` is derived from tenant and conversation, so the same conversation is always the same document. */
export interface Kanaal extends Stored {
  readonly address: Address;
  /** Name of the channel where Teams told it. */
  readonly naam?: string;
  /** `_id`s of the verbanden bound with `koppel`. */
  readonly verbanden: readonly string[];
  /** Since when each was bound, epoch ms: herinneringen of before that moment are not sent afterwards. */
  readonly bindings?: readonly { readonly verband: string; readonly since: number }[];
  /** Chosen with `taal`; absent: the language of who speaks. */
  readonly taal?: Language;
  /** Epoch ms of the last inbound activity that confirmed the address (kept to the day, so that not every turn writes). */
  readonly seenAt: number;
  /** The bot was removed: nothing is sent here until it is installed again. */
  readonly removed: boolean;
}
