import type { LostRef } from '../services/herinneringen/lost-messages.ts';
import { type RecesAction, type RecesButton, recesDecoders } from './reces-data.ts';

/**
 * What travels with the buttons about the channel itself: messages that were lost on the way to it, its calendar links, the recessen
 * of its councils, and what somebody owned who left it. action-data.ts writes and reads it.
 */
export type ChannelButton = DeliveryButton | AgendaButton | HandoverButton | RecesButton;
export type ChannelAction = DeliveryButton | AgendaButton | HandoverAction | RecesAction;

export type DeliveryButton =
  | ({ readonly kind: 'bezorging.staat_er' | 'bezorging.opnieuw' } & LostRef)
  | { readonly kind: 'bezorging.pagina'; readonly page: number };

export type AgendaButton =
  /** Make one; with `link` (its `_id`) in the place of that one. */
  | { readonly kind: 'agenda.nieuw'; readonly verbandId: string; readonly link?: string }
  | { readonly kind: 'agenda.intrekken'; readonly link: string };

/** `van`: whose afspraken, as the register names the eigenaar. */
export type HandoverButton = { readonly kind: 'eigenaar.overdragen'; readonly van: string };

/** `naar` as typed, trimmed; may be empty. */
export type HandoverAction = HandoverButton & { readonly naar: string };

/** Name of the input of the hand-over; the longest of both owners in UTF-16 units. */
export const handoverInput = 'naar';
export const longestOwner = 200;

type Fields = { readonly [key: string]: unknown };

const idForm = /^[^\s\p{C}]{1,200}$/u;

const idIn = (value: unknown): string | undefined =>
  typeof value === 'string' && idForm.test(value) ? value : undefined;

const countIn = (value: unknown, most: number): number | undefined =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= most ? value : undefined;

function lostMessage(kind: 'bezorging.staat_er' | 'bezorging.opnieuw', fields: Fields): ChannelAction | undefined {
  const occurrence = idIn(fields.occurrence);
  const attempt = countIn(fields.attempt, 1_000_000);
  return occurrence === undefined || attempt === undefined ? undefined : { kind, occurrence, attempt };
}

function newLink(fields: Fields): ChannelAction | undefined {
  const verbandId = idIn(fields.verbandId);
  const link = idIn(fields.link);
  if (verbandId === undefined || (fields.link !== undefined && link === undefined)) return undefined;
  return { kind: 'agenda.nieuw', verbandId, ...(link !== undefined && { link }) };
}

function handover({ van, [handoverInput]: naar = '' }: Fields): ChannelAction | undefined {
  if (typeof van !== 'string' || van.trim() === '' || van.length > longestOwner) return undefined;
  if (typeof naar !== 'string' || naar.length > longestOwner) return undefined;
  return { kind: 'eigenaar.overdragen', van, naar: naar.trim() };
}

/** For action-data.ts: each gives undefined for data that was tampered with. */
export const channelDecoders: {
  readonly [K in ChannelButton['kind']]: (fields: Fields) => ChannelAction | undefined;
} = {
  'bezorging.staat_er': (fields) => lostMessage('bezorging.staat_er', fields),
  'bezorging.opnieuw': (fields) => lostMessage('bezorging.opnieuw', fields),
  'bezorging.pagina': (fields) => {
    const page = countIn(fields.page, 10_000);
    return page === undefined ? undefined : { kind: 'bezorging.pagina', page };
  },
  'agenda.nieuw': newLink,
  'agenda.intrekken': (fields) => {
    const link = idIn(fields.link);
    return link === undefined ? undefined : { kind: 'agenda.intrekken', link };
  },
  'eigenaar.overdragen': handover,
  ...recesDecoders,
};
