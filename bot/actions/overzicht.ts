import { noticeCard } from '../../cards/notice-card.ts';
import type { OverzichtAction } from '../../cards/overzicht-data.ts';
import { overzichtenCard, overzichtSwitchedCard } from '../../cards/overzichten-card.ts';
import { wieBenJijCard } from '../../cards/persoonlijk-overzicht-card.ts';
import { askNow } from '../../services/herinneringen/ahead.ts';
import type { Herinneringregel, OverzichtSoort } from '../../services/herinneringen/regel.ts';
import { openRegels } from '../../services/herinneringen/regels.ts';
import { knownEigenaar, likelyEigenaren } from '../../services/overzicht/eigenaar.ts';
import type { OverzichtDeed, OverzichtRequest } from '../../services/overzicht/sentence.ts';
import { keepPersoonlijk, keepVasteRegel, vasteRegelId } from '../../services/overzicht/vaste-regels.ts';
import { sentencesIn } from '../../services/taal/language.ts';
import { overzichtBotTexts } from '../overzicht-texts.ts';
import { message, type Parts, type Reply, replaceForAll, replaceForOne, type Turn, told } from '../parts.ts';
import { drawOverzicht, overzichtenHere, stateOf } from './overzicht-views.ts';
import { contextOf } from './regel-asking.ts';

/**
 * The overzichten as people meet them: show one, send it now, switch it off and on. Those of a kanaal are there by themselves. One of
 * a person is only made when that person asks for it in a chat of their own, for it brings together what somebody works on; nobody is
 * told that about another, and nobody gets it unasked.
 */
export async function sayOverzicht(turn: Turn, parts: Parts, request: OverzichtRequest): Promise<Reply> {
  const texts = sentencesIn(overzichtBotTexts, turn.language);
  if (request.soort === 'alle') {
    return message(overzichtenCard(await overzichtenHere(turn, parts), contextOf(turn, parts)));
  }
  const isAlone = turn.inbound.address.conversationType === 'personal';
  // In a chat of one's own "het weekoverzicht" can only be one's own.
  const soort = isAlone && request.soort === 'weekoverzicht' ? 'persoonlijk' : request.soort;
  parts.log.event('overview', { kind: soort, code: request.deed });
  if (soort === 'persoonlijk') return isAlone ? sayPersoonlijk(turn, parts, request) : note(turn, texts.onlyInChat);
  if (isAlone) return note(turn, texts.onlyInChannel);
  if (turn.kanaal.verbanden.length === 0) return note(turn, texts.bindFirst);
  const regel = await keepVasteRegel(parts, soort, turn.kanaal._id, parts.clock.now());
  return doTo(turn, parts, regel, request.deed);
}

async function sayPersoonlijk(turn: Turn, parts: Parts, { deed, als }: OverzichtRequest): Promise<Reply> {
  const regel = await openRegels(parts).get(vasteRegelId('persoonlijk', turn.kanaal._id));
  if (regel !== undefined && als === undefined) return doTo(turn, parts, regel, deed);
  if (regel === undefined && deed === 'uit') return note(turn, sentencesIn(overzichtBotTexts, turn.language).notOn);
  const likely = likelyEigenaren(als ?? turn.inbound.person.naam, turn.view, turn.viewer);
  return message(wieBenJijCard(likely, turn.language));
}

async function doTo(turn: Turn, parts: Parts, regel: Herinneringregel, deed: OverzichtDeed): Promise<Reply> {
  switch (deed) {
    case 'toon':
      return message((await example(turn, parts, regel, 1)).card);
    case 'nu':
      return sendNow(turn, parts, regel);
    case 'aan':
    case 'uit':
      return message((await switched(turn, parts, regel._id, deed)).card);
  }
}

/** As it is now, drawn as an example. */
export async function example(turn: Turn, parts: Parts, regel: Herinneringregel, page: number) {
  const drawing = { now: parts.clock.now(), example: true, page };
  const drawn = await drawOverzicht(parts, regel, turn, contextOf(turn, parts), drawing);
  return drawn ?? { card: unknown(turn), isEmpty: true };
}

/** Through the outbox as every other message, so that one that is asked twice in one breath comes once. */
async function sendNow(turn: Turn, parts: Parts, regel: Herinneringregel): Promise<Reply> {
  const drawn = await example(turn, parts, regel, 1);
  if (drawn.isEmpty) return message(drawn.card);
  const at = parts.clock.now();
  const stamp = regel.version;
  const press = { kanaal: turn.kanaal._id, by: turn.inbound.person.naam, at, stamp };
  await openRegels(parts).noteRun(regel._id, press);
  await askNow(parts.store, regel, { at, day: turn.today, stamp });
  parts.wake();
  return note(turn, sentencesIn(overzichtBotTexts, turn.language).sentNow);
}

async function switched(turn: Turn, parts: Parts, id: string, to: 'aan' | 'uit') {
  const press = { kanaal: turn.kanaal._id, by: turn.inbound.person.naam, at: parts.clock.now() };
  const outcome = await openRegels(parts).manage(id, { deed: to === 'uit' ? 'gepauzeerd' : 'hervat' }, press);
  parts.log.event('overview-switched', { kind: to, code: outcome.kind });
  if (outcome.kind !== 'done' && outcome.kind !== 'already') return { isFirst: true, card: unknown(turn) };
  parts.wake();
  return {
    isFirst: outcome.kind === 'done',
    card: overzichtSwitchedCard(stateOf(outcome.regel, parts), contextOf(turn, parts)),
  };
}

/** A button of an overzicht. */
export async function pressOverzicht(turn: Turn, parts: Parts, action: OverzichtAction): Promise<Reply> {
  switch (action.kind) {
    case 'overzicht.uit': {
      const { card, isFirst } = await switched(turn, parts, action.regel, 'uit');
      if (action.bericht !== true) return replaceForAll(card);
      // The message itself stays as it was sent; whoever presses twice is told so, without a second message.
      return isFirst ? message(card) : told(card.fallbackText);
    }
    case 'overzicht.aan':
      return replaceForAll((await switched(turn, parts, action.regel, 'aan')).card);
    case 'overzicht.toon':
      return turnPage(turn, parts, action.soort, action.page);
    case 'overzicht.persoon':
      return confirmPersoon(turn, parts, action);
  }
}

async function turnPage(turn: Turn, parts: Parts, soort: OverzichtSoort, page: number): Promise<Reply> {
  const regel = await openRegels(parts).get(vasteRegelId(soort, turn.kanaal._id));
  if (regel === undefined) return message(unknown(turn));
  return replaceForOne((await example(turn, parts, regel, page)).card);
}

/** "Ja, dat ben ik": only in a chat of one's own, and only an eigenaar that may be seen there. */
async function confirmPersoon(
  turn: Turn,
  parts: Parts,
  { naam, email }: Extract<OverzichtAction, { kind: 'overzicht.persoon' }>,
): Promise<Reply> {
  const texts = sentencesIn(overzichtBotTexts, turn.language);
  if (turn.inbound.address.conversationType !== 'personal') return note(turn, texts.onlyInChat);
  const wanted = naam === undefined ? undefined : { naam, ...(email !== undefined && { email }) };
  const eigenaar = wanted && knownEigenaar(wanted, turn.view, turn.viewer);
  if (wanted !== undefined && eigenaar === undefined)
    return message(noticeCard({ kind: 'problem', sentence: texts.notAnOwner }, turn.language));
  const press = { kanaal: turn.kanaal._id, by: turn.inbound.person.naam, at: parts.clock.now() };
  const regel = await keepPersoonlijk(parts, eigenaar, press);
  parts.log.event('overview-asked', { kind: 'persoonlijk', code: eigenaar === undefined ? 'taken' : 'owner' });
  parts.wake();
  return replaceForAll(overzichtSwitchedCard(stateOf(regel, parts), contextOf(turn, parts)));
}

const note = (turn: Turn, sentence: string): Reply => message(noticeCard({ kind: 'note', sentence }, turn.language));

const unknown = (turn: Turn) =>
  noticeCard({ kind: 'problem', sentence: sentencesIn(overzichtBotTexts, turn.language).unknown }, turn.language);
