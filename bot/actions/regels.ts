import { eigenHerinneringCard } from '../../cards/eigen-herinnering-card.ts';
import type { AdaptiveCard } from '../../cards/elements.ts';
import { ladderCard } from '../../cards/ladder-card.ts';
import { noticeCard } from '../../cards/notice-card.ts';
import { regelCard, regelPreviewCard } from '../../cards/regel-card.ts';
import type { RegelAction } from '../../cards/regel-data.ts';
import { askNow } from '../../services/herinneringen/ahead.ts';
import { dropLadder, setLadder } from '../../services/herinneringen/own-ladders.ts';
import { type Herinneringregel, overzichtOf } from '../../services/herinneringen/regel.ts';
import { requestRegel } from '../../services/herinneringen/regel-request.ts';
import { manageVerb } from '../../services/herinneringen/regel-sentence.ts';
import { openRegels, type RegelOutcome, type RegelPress } from '../../services/herinneringen/regels.ts';
import { type CivilDate, instantAt } from '../../services/kalender/civil-date.ts';
import { nextWorkingDay } from '../../services/kalender/feestdagen.ts';
import { formatDay } from '../../services/kalender/format.ts';
import { sentencesIn } from '../../services/taal/language.ts';
import type { Reading } from '../../services/vragen/reading.ts';
import { message, type Parts, type Reply, replaceForAll, type Turn } from '../parts.ts';
import { regelBotTexts } from '../regel-texts.ts';
import { example as overzichtExample } from './overzicht.ts';
import { chooseCard, contextOf, problemCard, requestParts } from './regel-asking.ts';
import { manageBySentence } from './regel-manage.ts';
import { eigenOf, ladderView, regelView } from './regel-views.ts';

/** Own reminders: asked for in a sentence, confirmed on a card, managed with buttons. Nothing speaks before it is confirmed. */

const pressOf = (turn: Turn, parts: Parts): RegelPress => ({
  kanaal: turn.kanaal._id,
  by: turn.inbound.person.naam,
  at: parts.clock.now(),
});

/** "herinner ons …": what would come of it, to be confirmed; or "pauzeer …", which the reader takes for the same. */
export async function askReminder(turn: Turn, parts: Parts, reading: Reading): Promise<Reply> {
  const verb = manageVerb(reading.text);
  if (verb !== undefined)
    return manageBySentence(turn, parts, verb === 'beheer' ? withoutVerb(reading) : reading, verb);
  const texts = sentencesIn(regelBotTexts, turn.language);
  const request = requestRegel(reading, requestParts(turn, parts));
  parts.log.event('reminder-asked', { kind: request.kind });
  switch (request.kind) {
    case 'regel': {
      const regel = await openRegels(parts).propose(request.draft, pressOf(turn, parts));
      return message(regelPreviewCard(regelView(regel, turn, parts), contextOf(turn, parts)));
    }
    case 'ladder':
      return message(ladderCard(await ladderView(request.ladder, turn, parts), false, contextOf(turn, parts)));
    case 'choose':
      return message(chooseCard(turn, reading, texts.which[request.what], request.choices));
    case 'problem':
      return message(problemCard(turn, texts.problem[request.problem]));
    case 'too-late': {
      const { code, veld, date } = request;
      const day = formatDay(date, turn.language, { weekday: true });
      return message(problemCard(turn, texts.tooLate(texts.velden[veld] ?? veld, code, day)));
    }
    case 'said':
      return message(problemCard(turn, request.sentence));
  }
}

/** "Sla de volgende over": the verb, not the service level agreement that it is written like. */
function withoutVerb(reading: Reading): Reading {
  const { type, ...rest } = reading.filter;
  return type === 'sla' && /^sla\s/i.test(reading.text) ? { ...reading, filter: rest } : reading;
}

/** A button about a rule or a ladder. Pressed or delivered twice, it has one effect and gives the same card. */
export async function pressRegel(turn: Turn, parts: Parts, action: RegelAction): Promise<Reply> {
  switch (action.kind) {
    case 'ladder.instellen':
    case 'ladder.terug':
    case 'ladder.annuleren':
      return pressLadder(turn, parts, action);
    case 'regel.toon':
    case 'regel.voorbeeld':
      return showRegel(turn, parts, action);
    default:
      return changeRegel(turn, parts, action);
  }
}

async function showRegel(
  turn: Turn,
  parts: Parts,
  { kind, regel: id }: { readonly kind: 'regel.toon' | 'regel.voorbeeld'; readonly regel: string },
): Promise<Reply> {
  const regel = await openRegels(parts).get(id);
  if (regel === undefined || regel.kanaal !== turn.kanaal._id || regel.state === 'cancelled') return unknown(turn);
  const view = regelView(regel, turn, parts);
  const context = contextOf(turn, parts);
  if (kind === 'regel.voorbeeld')
    return message(
      overzichtOf(regel) === undefined
        ? exampleCard(regel, turn, parts)
        : (await overzichtExample(turn, parts, regel, 1)).card,
    );
  return message(regel.state === 'proposed' ? regelPreviewCard(view, context) : regelCard(view, context));
}

/** How the reminder will stand in the channel. */
function exampleCard(regel: Herinneringregel, turn: Turn, parts: Parts): AdaptiveCard {
  const own = { regels: new Map([[regel._id, regel]]), verbanden: turn.kanaal.verbanden };
  const eigen = eigenOf({ regel: regel._id }, own, turn.view, turn.today) ?? { regel, verbanden: [] };
  const verband = regel.verband === undefined ? undefined : turn.view.verband(regel.verband);
  const at = regelView(regel, turn, parts).coming[0] ?? parts.clock.now();
  const occurrence = {
    _id: 'voorbeeld',
    version: 0,
    regel: regel._id,
    code: eigen.afspraak?._id ?? '',
    verband: regel.verband ?? '',
    kind: 'eigen',
    anchor: turn.today,
    step: 0,
    at,
    kanaal: regel.kanaal,
    state: 'planned',
    attempts: 0,
    reactions: [],
  } as const;
  const { afspraak } = eigen;
  const view = {
    occurrence,
    eigen,
    ...(afspraak !== undefined && { afspraak }),
    ...(verband !== undefined && { verband }),
  };
  return eigenHerinneringCard(view, contextOf(turn, parts), true);
}

type ChangeAction = Exclude<RegelAction, { kind: `ladder.${string}` } | { kind: 'regel.toon' | 'regel.voorbeeld' }>;

async function changeRegel(turn: Turn, parts: Parts, action: ChangeAction): Promise<Reply> {
  const texts = sentencesIn(regelBotTexts, turn.language);
  if (isPast(action, turn, parts)) return message(problemCard(turn, texts.dayPassed));
  const empty = action.kind === 'regel.nu' ? await emptyOverzicht(turn, parts, action.regel) : undefined;
  if (empty !== undefined) return message(empty);
  const outcome = await changed(turn, parts, action);
  if (outcome === undefined) return message(problemCard(turn, texts.dayMissing));
  parts.log.event('reminder-rule', { kind: action.kind, code: outcome.kind });
  if (outcome.kind === 'unknown') return unknown(turn);
  if (outcome.kind === 'refused') return message(problemCard(turn, texts.refused[outcome.reason]));
  parts.wake();
  return replaceForAll(regelCard(regelView(outcome.regel, turn, parts), contextOf(turn, parts)));
}

/** A day that was named must still come; with a time, that moment. */
function isPast(action: ChangeAction, turn: Turn, { clock, timeZone }: Parts): boolean {
  if (!('dag' in action) || action.dag === undefined) return false;
  if (action.kind === 'regel.verplaatsen' && action.tijd !== undefined)
    return instantAt(action.dag, action.tijd, timeZone) <= clock.now();
  return action.dag <= turn.today;
}

/** An overzicht in which nothing would stand does not come; the example says so. */
async function emptyOverzicht(turn: Turn, parts: Parts, id: string): Promise<AdaptiveCard | undefined> {
  const regel = await openRegels(parts).get(id);
  if (regel?.kanaal !== turn.kanaal._id || overzichtOf(regel) === undefined) return undefined;
  const { card, isEmpty } = await overzichtExample(turn, parts, regel, 1);
  return isEmpty ? card : undefined;
}

/** Undefined: moving needs a day. */
async function changed(turn: Turn, parts: Parts, action: ChangeAction): Promise<RegelOutcome | undefined> {
  const regels = openRegels(parts);
  const press = pressOf(turn, parts);
  const { regel: id } = action;
  switch (action.kind) {
    case 'regel.instellen':
      return regels.confirm(id, press);
    case 'regel.annuleren':
      return regels.cancel(id, press);
    case 'regel.stoppen':
      return regels.manage(id, { deed: 'gestopt' }, press);
    case 'regel.hervatten':
      return regels.manage(id, { deed: 'hervat' }, press);
    case 'regel.verplaatsen': {
      const { dag: day, tijd } = action;
      if (day === undefined) return undefined;
      return regels.manage(id, { deed: 'verplaatst', day, ...(tijd !== undefined && { tijd }) }, press);
    }
    case 'regel.pauzeren':
      return regels.manage(id, { deed: 'gepauzeerd', ...pauseUntil(action.dag, parts.timeZone) }, press);
    case 'regel.nu': {
      const { stamp } = action;
      const outcome = await regels.noteRun(id, { ...press, stamp });
      // On a second press as well: a process may have died between the two writes.
      if (outcome.kind === 'done' || outcome.kind === 'already')
        await askNow(parts.store, outcome.regel, { at: press.at, day: turn.today, stamp });
      return outcome;
    }
  }
}

/** A pause ends at nine on a working day, when people are there to read what was held back. */
function pauseUntil(
  dag: CivilDate | undefined,
  timeZone: string,
): { readonly day?: CivilDate; readonly until?: number } {
  if (dag === undefined) return {};
  const day = nextWorkingDay(dag);
  return { day, until: instantAt(day, '09:00', timeZone) };
}

const unknown = (turn: Turn): Reply => message(problemCard(turn, sentencesIn(regelBotTexts, turn.language).unknown));

async function pressLadder(
  turn: Turn,
  parts: Parts,
  action: Extract<RegelAction, { kind: `ladder.${string}` }>,
): Promise<Reply> {
  const texts = sentencesIn(regelBotTexts, turn.language);
  if (action.kind === 'ladder.annuleren')
    return replaceForAll(noticeCard({ kind: 'note', sentence: texts.cancelledLadder }, turn.language));
  const { ladder } = action;
  if (action.kind === 'ladder.terug') {
    await dropLadder(parts.store, ladder, pressOf(turn, parts));
    parts.wake();
    return replaceForAll(noticeCard({ kind: 'done', sentence: texts.ladderBack }, turn.language));
  }
  const outcome = await setLadder(parts.store, ladder, pressOf(turn, parts));
  if (outcome.kind === 'invalid') return message(problemCard(turn, texts.problem['ladder-invalid']));
  parts.wake();
  return replaceForAll(ladderCard(await ladderView(ladder, turn, parts), true, contextOf(turn, parts)));
}
