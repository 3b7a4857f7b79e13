import type { AdaptiveCard } from '../../cards/elements.ts';
import { herinneringCard } from '../../cards/herinnering-card.ts';
import { momentCard } from '../../cards/moment-card.ts';
import type { MomentAction } from '../../cards/moment-data.ts';
import { noticeCard } from '../../cards/notice-card.ts';
import {
  findMoment,
  keepMoment,
  type LadderMoment,
  leaveOut,
  type MomentOutcome,
  type MomentPress,
  resume,
  sendMomentNow,
  silence,
} from '../../services/herinneringen/ladder-moments.ts';
import { occurrenceName } from '../../services/herinneringen/plan.ts';
import { react } from '../../services/herinneringen/reactions.ts';
import { type CivilDate, dayAt, instantAt } from '../../services/kalender/civil-date.ts';
import { nextWorkingDay } from '../../services/kalender/feestdagen.ts';
import { sentencesIn } from '../../services/taal/language.ts';
import { message, type Parts, type Reply, replaceForAll, type Turn } from '../parts.ts';
import { regelBotTexts } from '../regel-texts.ts';
import { botTexts } from '../texts.ts';
import { contextOf, problemCard } from './regel-asking.ts';

/** A planned reminder that follows from a date: shown, told now, moved, paused, left out and resumed, as own reminders are. */
export async function pressMoment(turn: Turn, parts: Parts, action: MomentAction): Promise<Reply> {
  const now = parts.clock.now();
  switch (action.kind) {
    case 'moment.toon':
      return showMoment(turn, parts, action.moment);
    case 'moment.voorbeeld': {
      const found = await findMoment(momentParts(turn, parts), turn.kanaal, action.moment, now);
      return found === undefined ? gone(turn) : message(exampleCard(found, turn, parts));
    }
    case 'moment.verplaatsen':
      return move(turn, parts, action.moment, action.dag);
    default: {
      const outcome = await managed(turn, parts, action);
      if (outcome === undefined) return message(problemCard(turn, sentencesIn(regelBotTexts, turn.language).dayPassed));
      parts.log.event('reminder-moment', { kind: action.kind, code: outcome.kind });
      if (outcome.kind === 'unknown' || outcome.kind === 'outdated') return gone(turn);
      parts.wake();
      return replaceForAll(cardOf(outcome.moment, turn, parts));
    }
  }
}

/** The card to manage it, as a new message. */
export async function showMoment(turn: Turn, parts: Parts, name: string): Promise<Reply> {
  // Kept before it is shown, so that the stamp on its buttons is that of a stored one.
  const found = await keepMoment(momentParts(turn, parts), turn.kanaal, name, parts.clock.now());
  return found === undefined ? gone(turn) : message(cardOf(found, turn, parts));
}

const momentParts = (turn: Turn, { store, timeZone }: Parts) => ({ store, register: turn.view, timeZone });

const pressOf = ({ inbound: { person } }: Turn, at: number): MomentPress => {
  const { naam, aadId } = person;
  return { by: { naam, ...(aadId !== undefined && { aadId }) }, at };
};

/** Undefined: the day to pause until has passed. */
async function managed(
  turn: Turn,
  parts: Parts,
  action: Exclude<MomentAction, { kind: 'moment.toon' | 'moment.voorbeeld' | 'moment.verplaatsen' }>,
): Promise<MomentOutcome | undefined> {
  const on = momentParts(turn, parts);
  const press = pressOf(turn, parts.clock.now());
  switch (action.kind) {
    case 'moment.nu':
      return sendMomentNow(on, turn.kanaal, action.moment, { ...press, stamp: action.stamp });
    case 'moment.overslaan':
      return leaveOut(on, turn.kanaal, action.moment, press);
    case 'moment.hervatten':
      return resume(on, turn.kanaal, action.moment, press);
    case 'moment.pauzeren': {
      const found = await findMoment(on, turn.kanaal, action.moment, press.at);
      if (found === undefined) return { kind: 'unknown' };
      const day = nextWorkingDay(action.dag ?? found.occurrence.anchor);
      if (day <= turn.today) return undefined;
      const at = instantAt(day, '09:00', parts.timeZone);
      return silence(on, turn.kanaal, action.moment, { day, at }, press);
    }
  }
}

/** Uitstellen, on one that has not come yet: it comes on that day instead. */
async function move(turn: Turn, parts: Parts, name: string, dag: CivilDate | undefined): Promise<Reply> {
  const texts = sentencesIn(regelBotTexts, turn.language);
  if (dag === undefined) return message(problemCard(turn, texts.dayMissing));
  if (dag <= turn.today) return message(problemCard(turn, texts.dayPassed));
  const on = momentParts(turn, parts);
  const kept = await keepMoment(on, turn.kanaal, name, parts.clock.now());
  if (kept === undefined) return gone(turn);
  const at = turn.inbound.sentAt ?? parts.clock.now();
  const press = { button: 'uitstellen', delay: dag, ...pressOf(turn, at) } as const;
  const { store, register, timeZone } = parts;
  const outcome = await react({ store, register, timeZone }, name, press);
  parts.log.event('reminder-moment', { kind: 'moment.verplaatsen', code: outcome.kind });
  if (outcome.kind === 'unknown') return gone(turn);
  if (outcome.kind === 'invalid')
    return message(problemCard(turn, sentencesIn(botTexts, turn.language).reminderInvalid[outcome.reason]));
  parts.wake();
  const moved = await findMoment(on, turn.kanaal, occurrenceName(outcome.occurrence, outcome.next), parts.clock.now());
  return moved === undefined ? gone(turn) : replaceForAll(cardOf(moved, turn, parts));
}

function cardOf(moment: LadderMoment, turn: Turn, parts: Parts): AdaptiveCard {
  const afspraak = turn.view.afspraak(moment.occurrence.code);
  const context = contextOf(turn, parts);
  return afspraak === undefined
    ? noticeCard({ kind: 'problem', sentence: sentencesIn(botTexts, turn.language).reminderUnknown }, turn.language)
    : momentCard({ moment, afspraak }, context);
}

/** How the reminder will stand in the channel. */
function exampleCard({ occurrence }: LadderMoment, turn: Turn, parts: Parts): AdaptiveCard {
  const afspraak = turn.view.afspraak(occurrence.code);
  const verband = turn.view.verband(occurrence.verband);
  return herinneringCard(
    {
      occurrence: { ...occurrence, reactions: [] },
      ...(afspraak !== undefined && { afspraak }),
      ...(verband !== undefined && { verband }),
    },
    { ...contextOf(turn, parts), today: dayAt(occurrence.at, parts.timeZone) },
    true,
  );
}

const gone = (turn: Turn): Reply =>
  message(
    noticeCard({ kind: 'problem', sentence: sentencesIn(botTexts, turn.language).reminderUnknown }, turn.language),
  );
