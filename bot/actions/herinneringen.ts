import type { CardAction } from '../../cards/action-data.ts';
import { escalatieCard } from '../../cards/escalatie-card.ts';
import { herinneringCard } from '../../cards/herinnering-card.ts';
import { herinneringDigestCard } from '../../cards/herinnering-digest-card.ts';
import type { HerinneringView } from '../../cards/herinnering-parts.ts';
import { herinneringenCard, herinneringenOnPage } from '../../cards/herinneringen-card.ts';
import { noticeCard } from '../../cards/notice-card.ts';
import { pageOf } from '../../cards/paging.ts';
import { anchorsOf } from '../../services/herinneringen/ladders.ts';
import { type HerinneringRow, listHerinneringen } from '../../services/herinneringen/list.ts';
import { openOutbox } from '../../services/herinneringen/outbox.ts';
import { type Press, type ReactOutcome, react } from '../../services/herinneringen/reactions.ts';
import { foldRepeats } from '../../services/herinneringen/repeats.ts';
import type { Occurrence } from '../../services/herinneringen/types.ts';
import { addTo, type CivilDate } from '../../services/kalender/civil-date.ts';
import { type Afspraak, ended, type RegisterView } from '../../services/register/types.ts';
import { sentencesIn } from '../../services/taal/language.ts';
import type { Reading } from '../../services/vragen/reading.ts';
import { message, type Parts, type Reply, replaceForAll, replaceForOne, type Turn } from '../parts.ts';
import { botTexts } from '../texts.ts';
import { type Escalaties, escalatiesAhead, escalatiesIn, noEscalaties } from './escalatie-views.ts';
import { askedRows } from './herinneringen-asked.ts';
import { overzichtenHere } from './overzicht-views.ts';
import { recesWarning } from './reces.ts';
import { eigenOf, laddersHere, noRegels, type OwnRegels, ownIn } from './regel-views.ts';

/** Reminders as people meet them: what is planned, and the four buttons. */

/** The year to come, unless the question names a period. `page`: to which somebody turned; absent: it was asked just now. */
export async function herinneringen(
  turn: Turn,
  parts: Parts,
  asked: { readonly reading?: Reading; readonly page?: number },
): Promise<Reply> {
  const { page = 1 } = asked;
  const periode = asked.reading?.filter.periode;
  const bound = turn.kanaal.verbanden;
  const rows = await listHerinneringen(
    { store: parts.store, register: turn.view, kanalen: parts.kanalen, timeZone: parts.timeZone },
    {
      from: periode?.van ?? turn.today,
      to: periode?.tot ?? addTo(periode?.van ?? turn.today, { years: 1 }),
      now: parts.clock.now(),
      ...(bound.length > 0 && { kanaal: turn.kanaal._id, verbanden: bound }),
    },
  );
  const permitted = rows.filter(
    (row) => bound.length > 0 || turn.view.afspraak(row.code ?? '')?.vertrouwelijkheid !== 'vertrouwelijk',
  );
  const own = await ownIn(parts, permitted, turn.kanaal);
  const narrowed =
    asked.reading === undefined
      ? { rows: permitted, named: false }
      : askedRows(turn, parts, asked.reading, permitted, own.regels);
  if (!('rows' in narrowed)) return narrowed;
  const { named } = narrowed;
  const visible = foldRepeats(narrowed.rows, own.regels, parts.clock.now());
  const shown = pageOf(visible, page, herinneringenOnPage).items;
  const ahead = await escalatiesAhead(parts, shown, turn.view);
  const items = visible.map((row) => ({
    ...viewOf(turn.view, own, turn.today, {
      ...row,
      code: row.code ?? '',
      _id: row.occurrence,
      version: 0,
      kanaal: row.channel ?? '',
      attempts: 0,
      reactions: [],
    }),
    ...ahead.get(row.occurrence),
    isManaged: isManaged(row, turn, parts),
    ...(row.everyDays !== undefined && { everyDays: row.everyDays }),
  }));
  const [ladders, overzichten] = await Promise.all([laddersHere(turn, parts), overzichtenHere(turn, parts)]);
  const warning = recesWarning(turn);
  const card = herinneringenCard(
    {
      items,
      page,
      ...(narrowed.understood !== undefined && { understood: narrowed.understood }),
      ...(!named && ladders.length > 0 && { ladders }),
      ...(warning !== undefined && { warning }),
      ...(!named && { overzichten }),
      ...(asked.reading !== undefined && { reading: asked.reading }),
    },
    contextOf(turn, parts),
  );
  return asked.page === undefined ? message(card) : replaceForOne(card);
}

/** What follows from a date and is still to come here; an own rule is managed as a rule. */
function isManaged(
  { regel, escalatie, channel, state, at }: HerinneringRow,
  { kanaal }: Turn,
  { clock }: Parts,
): boolean {
  const isOurs = regel === undefined && escalatie === undefined && channel === kanaal._id;
  return isOurs && (state === 'planned' || state === 'skipped') && at > clock.now();
}

type ReminderPress = Extract<CardAction, { kind: `herinnering.${string}` }>;

const buttonOf = {
  'herinnering.gezien': 'gezien',
  'herinnering.oppakken': 'oppakken',
  'herinnering.uitstellen': 'uitstellen',
  'herinnering.klaar': 'klaar',
} as const satisfies Record<ReminderPress['kind'], Press['button']>;

/** One of the four buttons. The card that everybody sees shows afterwards who pressed what. */
export async function pressReminder(turn: Turn, parts: Parts, pressed: ReminderPress): Promise<Reply> {
  const { naam, aadId } = turn.inbound.person;
  const press: Press = {
    button: buttonOf[pressed.kind],
    by: { naam, ...(aadId !== undefined && { aadId }) },
    at: turn.inbound.sentAt ?? parts.clock.now(),
    ...(pressed.kind === 'herinnering.uitstellen' && { delay: pressed.delay }),
  };
  const pressedOn = await openOutbox(parts.store).occurrences.get(pressed.occurrence);
  // A button names an occurrence; one of another channel can only come from data that was tampered with.
  if (pressedOn?.kanaal !== turn.kanaal._id) return message(troubleCard({ kind: 'unknown' }, turn));
  const outcome = await react(
    { store: parts.store, register: parts.register, timeZone: parts.timeZone },
    pressed.occurrence,
    press,
  );
  parts.log.event('reminder-button', { kind: press.button, code: outcome.kind });
  if (outcome.kind === 'unknown' || outcome.kind === 'invalid') return message(troubleCard(outcome, turn));
  parts.wake();
  return replaceForAll(await cardOf(outcome.occurrence, turn, parts));
}

function troubleCard(outcome: Extract<ReactOutcome, { kind: 'unknown' | 'invalid' }>, turn: Turn) {
  const texts = sentencesIn(botTexts, turn.language);
  const sentence = outcome.kind === 'unknown' ? texts.reminderUnknown : texts.reminderInvalid[outcome.reason];
  return noticeCard({ kind: 'problem', sentence }, turn.language);
}

/** The message as it now is: alone, or the digest of everything that was told in the same message. */
async function cardOf(occurrence: Occurrence, turn: Turn, parts: Parts) {
  const { activityId } = occurrence;
  const told =
    activityId === undefined
      ? [occurrence]
      : await openOutbox(parts.store).occurrences.find({ activityId }, { sort: [['at', 1]] });
  const same = told.filter((one) => one.kanaal === occurrence.kanaal);
  const view = await parts.register.refresh();
  const all = same.length > 0 ? same : [occurrence];
  const [own, escalaties] = await Promise.all([ownIn(parts, all, turn.kanaal), escalatiesIn(parts, all, view)]);
  return reminderCard(all, view, contextOf(turn, parts), own, escalaties);
}

/** The card of one message: used when it is posted and again after each button. */
export function reminderCard(
  occurrences: readonly Occurrence[],
  view: RegisterView,
  context: Parameters<typeof herinneringCard>[1],
  own: OwnRegels = noRegels,
  escalaties: Escalaties = noEscalaties,
) {
  const items = occurrences.map(
    (occurrence): HerinneringView => ({
      ...viewOf(view, own, context.today, occurrence),
      ...escalaties.get(occurrence._id),
    }),
  );
  const [only, ...others] = items;
  if (only !== undefined && others.length === 0) {
    const { escalatie } = only;
    return escalatie === undefined ? herinneringCard(only, context) : escalatieCard({ ...only, escalatie }, context);
  }
  return herinneringDigestCard({ items }, context);
}

function viewOf(view: RegisterView, own: OwnRegels, today: CivilDate, occurrence: Occurrence): HerinneringView {
  const eigen = eigenOf(occurrence, own, view, today);
  const afspraak = view.afspraak(occurrence.code);
  const verband = view.verband(occurrence.verband);
  const late = lateReasonOf(occurrence);
  const since = sinceOf(occurrence, afspraak);
  return {
    occurrence,
    ...(since !== undefined && { since }),
    ...(afspraak !== undefined && { afspraak }),
    ...(verband !== undefined && { verband }),
    ...(late !== undefined && { late }),
    ...(eigen !== undefined && { eigen }),
  };
}

/** What became of the date since it was told. That Klaar gave it its next one, the card says by itself. */
function sinceOf(
  { regel, kind, anchor, reactions }: Occurrence,
  afspraak: Afspraak | undefined,
): HerinneringView['since'] {
  if (regel !== undefined || afspraak === undefined) return undefined;
  if (ended.includes(afspraak.status)) return 'ended';
  const now = anchorsOf(afspraak).find((one) => one.kind === kind)?.anchor;
  if (now === anchor || (now !== undefined && reactions.some(({ until }) => until === now))) return undefined;
  return now ?? 'removed';
}

/** A busy connector may hold a message up for minutes; only what is later than this needs an explanation. */
const lateAfterMs = 3_600_000;

function lateReasonOf({ reason, at, postedAt }: Occurrence): HerinneringView['late'] {
  if (reason === 'bound-late') return 'bound-late';
  return postedAt !== undefined && postedAt - at > lateAfterMs ? 'downtime' : undefined;
}

const contextOf = (turn: Turn, parts: Parts) => ({ lang: turn.language, today: turn.today, timeZone: parts.timeZone });
