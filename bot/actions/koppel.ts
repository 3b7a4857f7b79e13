import { type KoppelView, koppelCard } from '../../cards/koppel-card.ts';
import { noticeCard } from '../../cards/notice-card.ts';
import type { Kanaal } from '../../services/kanalen/types.ts';
import type { Verband } from '../../services/register/types.ts';
import { sentencesIn } from '../../services/taal/language.ts';
import { message, type Parts, type Reply, replaceForAll, type Turn } from '../parts.ts';
import { botTexts } from '../texts.ts';
import { recesWarning } from './reces.ts';

/**
 * `koppel VERBAND` and `ontkoppel`: which verbanden a channel is about, and so which reminders it gets. Only where others can see
 * it happen: a binding also shows what is vertrouwelijk, and nobody may give that to himself in a chat of his own.
 */
export async function koppel(turn: Turn, parts: Parts, typed: string): Promise<Reply> {
  if (isAlone(turn)) return notHere(turn);
  return message(koppelCard(await bindTyped(turn, parts, typed), turn.language));
}

/** The same from the greeting's card, where the name was typed into a field. */
export async function koppelFromCard(turn: Turn, parts: Parts, typed: string): Promise<Reply> {
  if (isAlone(turn)) return notHere(turn);
  return replaceForAll(koppelCard(await bindTyped(turn, parts, typed), turn.language));
}

/** A button that names the verband itself. */
export async function koppelVerband(turn: Turn, parts: Parts, verbandId: string): Promise<Reply> {
  if (isAlone(turn)) return notHere(turn);
  return replaceForAll(koppelCard(await bind(turn, parts, turn.view.verband(verbandId), verbandId), turn.language));
}

export async function ontkoppelVerband(turn: Turn, parts: Parts, verbandId: string): Promise<Reply> {
  return replaceForAll(koppelCard(await unbind(turn, parts, turn.view.verband(verbandId), verbandId), turn.language));
}

/** `ontkoppel VERBAND`; without a name it unbinds the only one there is, or shows what there is to choose from. */
export async function ontkoppel(turn: Turn, parts: Parts, typed: string): Promise<Reply> {
  const [only, ...others] = turn.kanaal.verbanden;
  if (typed === '' && only !== undefined && others.length === 0)
    return message(koppelCard(await unbind(turn, parts, turn.view.verband(only), only), turn.language));
  const found = resolve(turn, parts, typed);
  const view = found.kind === 'found' ? await unbind(turn, parts, found.verband, typed) : found.view;
  return message(koppelCard(view, turn.language));
}

const isAlone = (turn: Turn): boolean => turn.inbound.address.conversationType === 'personal';

const notHere = (turn: Turn): Reply =>
  message(noticeCard({ kind: 'note', sentence: sentencesIn(botTexts, turn.language).bindInChannel }, turn.language));

async function bindTyped(turn: Turn, parts: Parts, typed: string): Promise<KoppelView> {
  const found = resolve(turn, parts, typed);
  return found.kind === 'found' ? bind(turn, parts, found.verband, typed) : found.view;
}

type Found =
  | { readonly kind: 'found'; readonly verband: Verband }
  | { readonly kind: 'not'; readonly view: KoppelView };

function resolve(turn: Turn, parts: Parts, typed: string): Found {
  if (typed === '') return { kind: 'not', view: { kind: 'overview', all: boundTo(turn, turn.kanaal) } };
  const resolved = parts.register.names().resolveVerband(typed);
  switch (resolved.kind) {
    case 'found':
      return resolved;
    case 'ambiguous':
      return { kind: 'not', view: { kind: 'ambiguous', typed, choices: resolved.candidates } };
    case 'unknown':
      return { kind: 'not', view: { kind: 'unknown', typed, nearest: resolved.nearest } };
  }
}

async function bind(turn: Turn, parts: Parts, verband: Verband | undefined, typed: string): Promise<KoppelView> {
  if (verband === undefined) return { kind: 'unknown', typed, nearest: [] };
  const kanaal = await parts.kanalen.bindVerband(turn.kanaal._id, verband._id, parts.clock.now());
  parts.wake();
  const warning = recesWarning(turn, turn.recessen, [verband._id]);
  return { kind: 'bound', verband, all: boundTo(turn, kanaal), ...(warning !== undefined && { warning }) };
}

async function unbind(turn: Turn, parts: Parts, verband: Verband | undefined, typed: string): Promise<KoppelView> {
  if (verband === undefined) return { kind: 'unknown', typed, nearest: [] };
  const kanaal = await parts.kanalen.unbindVerband(turn.kanaal._id, verband._id);
  parts.wake();
  return { kind: 'unbound', verband, all: boundTo(turn, kanaal) };
}

const boundTo = (turn: Turn, kanaal: Kanaal | undefined): readonly Verband[] =>
  (kanaal?.verbanden ?? []).map((id) => turn.view.verband(id)).filter((verband) => verband !== undefined);
