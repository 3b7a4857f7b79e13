import { ketenFormCard, ketenSavedCard } from '../../cards/keten-card.ts';
import type { KetenAction } from '../../cards/keten-data.ts';
import { noticeCard } from '../../cards/notice-card.ts';
import { contentBefore, type KetenAuteur, ketenWith, sameKeten, versionOf } from '../../services/register/keten.ts';
import { type KetenCells, ketenCells, readKeten } from '../../services/register/keten-form.ts';
import { type KetenSentence, readKetenSentence } from '../../services/register/keten-sentence.ts';
import type { Keten, Verband } from '../../services/register/types.ts';
import { sentencesIn } from '../../services/taal/language.ts';
import { mayChange } from '../../services/toegang/scope.ts';
import { escalatieBotTexts } from '../escalatie-texts.ts';
import { message, type Parts, type Reply, replaceForAll, replaceForOne, type Turn } from '../parts.ts';

/** `keten`: how a verband works together and whom to turn to. A sentence fills in the form; **Opslaan** changes it, and it can be undone. */

const contextOf = (turn: Turn, parts: Parts) => ({ lang: turn.language, timeZone: parts.timeZone });

const problem = (turn: Turn, sentence: string): Reply =>
  message(noticeCard({ kind: 'problem', sentence }, turn.language));

const maySet = (turn: Turn, verband: Verband): boolean =>
  mayChange(
    { ...turn.viewer, personal: turn.inbound.address.conversationType === 'personal' },
    { verband: verband._id, vertrouwelijkheid: 'intern' },
  );

/** "zet het ketenmodel op estafette"; `undefined`: the words are about something else. */
export function sayKeten(turn: Turn, parts: Parts, text: string): Reply | undefined {
  const sentence = readKetenSentence(text);
  return sentence === undefined ? undefined : ketenOf(turn, parts, sentence);
}

/** `keten`, with or without the name of a verband. */
export const keten = (turn: Turn, parts: Parts, argument: string): Reply =>
  sayKeten(turn, parts, `keten ${argument}`) ?? ketenOf(turn, parts, { verband: argument });

function ketenOf(turn: Turn, parts: Parts, { verband: typed = '', veld, value = '' }: KetenSentence): Reply {
  const texts = sentencesIn(escalatieBotTexts, turn.language);
  const found = typed === '' ? hereOnly(turn) : named(parts, typed);
  if (found === 'none') return problem(turn, typed === '' ? texts.bindFirst : texts.unknownVerband(typed));
  if (Array.isArray(found)) return message(chooseCard(turn, found));
  const cells = veld === undefined ? {} : { [veld]: value };
  return formOf(turn, parts, found, cells);
}

type Found = Verband | Verband[] | 'none';

function hereOnly({ kanaal, view }: Turn): Found {
  const bound = kanaal.verbanden.map((id) => view.verband(id)).filter((one) => one !== undefined);
  const [only, ...others] = bound;
  if (only === undefined) return 'none';
  return others.length === 0 ? only : bound;
}

function named(parts: Parts, typed: string): Found {
  const resolved = parts.register.names().resolveVerband(typed);
  if (resolved.kind === 'found') return resolved.verband;
  return resolved.kind === 'ambiguous' ? [...resolved.candidates] : 'none';
}

const mostChoices = 8;

function chooseCard(turn: Turn, found: readonly Verband[]) {
  const next = found
    .slice(0, mostChoices)
    .map(({ _id, naam }) => ({ title: naam, button: { kind: 'keten.formulier', verbandId: _id } as const }));
  const sentence = sentencesIn(escalatieBotTexts, turn.language).whichVerband;
  return noticeCard({ kind: 'note', sentence, next }, turn.language);
}

function formOf(turn: Turn, parts: Parts, verband: Verband, typed: Partial<KetenCells>): Reply {
  if (!maySet(turn, verband)) return problem(turn, sentencesIn(escalatieBotTexts, turn.language).notHere);
  const cells = { ...ketenCells(verband.keten, turn.view, parts.register.names()), ...typed };
  return message(ketenFormCard({ verband, cells, problems: [] }, contextOf(turn, parts)));
}

type KetenPress = Extract<KetenAction, { kind: `keten.${string}` }>;

/** A button of the form or of what came of it. Pressed or delivered twice, it has one effect and gives the same card. */
export async function pressKeten(turn: Turn, parts: Parts, action: KetenPress): Promise<Reply> {
  const texts = sentencesIn(escalatieBotTexts, turn.language);
  const verband = turn.view.verband(action.verbandId);
  if (verband === undefined) return problem(turn, texts.unknown);
  if (!maySet(turn, verband)) return problem(turn, texts.notHere);
  if (action.kind === 'keten.formulier') return formOf(turn, parts, verband, {});
  parts.log.event('keten', { kind: action.kind });
  return action.kind === 'keten.opslaan' ? save(turn, parts, verband, action) : undo(turn, parts, action);
}

const byOf = (turn: Turn, parts: Parts): KetenAuteur => ({
  naam: turn.inbound.person.naam,
  via: 'chat',
  op: parts.clock.now(),
});

async function save(
  turn: Turn,
  parts: Parts,
  verband: Verband,
  { verbandId, versie, cells }: Extract<KetenPress, { kind: 'keten.opslaan' }>,
): Promise<Reply> {
  const read = readKeten(cells, parts.register.names());
  if (read.kind === 'problems')
    return replaceForOne(ketenFormCard({ verband, cells, problems: read.problems }, contextOf(turn, parts)));
  let isStale = false;
  const saved = await parts.register.changeKeten(verbandId, (current) => {
    const isSame = current !== undefined && sameKeten(read.inhoud, current);
    isStale = !isSame && versionOf(current) !== versie;
    return isSame || isStale ? undefined : ketenWith(current, read.inhoud, byOf(turn, parts));
  });
  return shown(turn, parts, saved, isStale, 'saved');
}

async function undo(
  turn: Turn,
  parts: Parts,
  { verbandId, versie }: Extract<KetenPress, { kind: 'keten.terug' }>,
): Promise<Reply> {
  let isStale = false;
  const saved = await parts.register.changeKeten(verbandId, (current) => {
    const back = current && contentBefore(current, versie);
    isStale = !isUndone(current, versie) && (back === undefined || versionOf(current) !== versie);
    return isStale || back === undefined || isUndone(current, versie)
      ? undefined
      : ketenWith(current, back, byOf(turn, parts));
  });
  return shown(turn, parts, saved, isStale, 'undone');
}

/** The version after this one says what the one before it said: the button was pressed before. */
function isUndone(current: Keten | undefined, versie: number): boolean {
  const back = current && contentBefore(current, versie);
  return current !== undefined && back !== undefined && versionOf(current) === versie + 1 && sameKeten(current, back);
}

function shown(
  turn: Turn,
  parts: Parts,
  verband: Verband | undefined,
  isStale: boolean,
  done: 'saved' | 'undone',
): Reply {
  const texts = sentencesIn(escalatieBotTexts, turn.language);
  if (verband === undefined || isStale) return problem(turn, verband === undefined ? texts.unknown : texts.stale);
  parts.wake();
  return replaceForAll(ketenSavedCard(verband, done, parts.register.view(), contextOf(turn, parts)));
}
