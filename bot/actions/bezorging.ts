import type { ChannelAction } from '../../cards/channel-data.ts';
import { deliveryReportCard, type LostItem, type ReportedItem } from '../../cards/delivery-report-card.ts';
import type { AdaptiveCard } from '../../cards/elements.ts';
import { isReportedIn, readDeliveryReport, reportedDays } from '../../services/herinneringen/delivery-report.ts';
import { type HerinneringRow, listHerinneringen } from '../../services/herinneringen/list.ts';
import { decideLost, type LostMessage, momentOf } from '../../services/herinneringen/lost-messages.ts';
import { type OutboxOccurrence, openOutbox } from '../../services/herinneringen/outbox.ts';
import { addTo, type CivilDate, dayAt } from '../../services/kalender/civil-date.ts';
import { maySee } from '../../services/toegang/scope.ts';
import { message, type Parts, type Reply, replaceForAll, replaceForOne, type Turn } from '../parts.ts';

/** `herinneringen status`: what became of the reminders, and the two buttons for a message of which nobody knows. */
export async function deliveryReport(
  turn: Turn,
  parts: Parts,
  page: number,
  as: 'message' | 'replace' = 'message',
): Promise<Reply> {
  const card = await reportCard(turn, parts, page);
  return as === 'message' ? message(card) : replaceForOne(card);
}

type LostPress = Extract<ChannelAction, { kind: 'bezorging.staat_er' | 'bezorging.opnieuw' }>;

/** **Staat er** and **Stuur opnieuw**: the card that everybody sees shows afterwards who decided. */
export async function decideDelivery(
  turn: Turn,
  parts: Parts,
  { kind, occurrence, attempt }: LostPress,
): Promise<Reply> {
  const about = await openOutbox(parts.store).occurrences.get(occurrence);
  // One that is not in the report of this channel can only come from data that was tampered with.
  if (about !== undefined && isReportedIn(turn.kanaal, about)) {
    const { naam, aadId } = turn.inbound.person;
    const outcome = await decideLost(parts.store, {
      occurrence,
      attempt,
      deed: kind === 'bezorging.staat_er' ? 'staat_er' : 'opnieuw',
      by: { naam, ...(aadId !== undefined && { aadId }) },
      at: parts.clock.now(),
    });
    parts.log.event('delivery-decided', { kind, code: outcome.kind });
    parts.wake();
  }
  return replaceForAll(await reportCard(turn, parts, 1));
}

async function reportCard(turn: Turn, parts: Parts, page: number): Promise<AdaptiveCard> {
  const { kanaal, language } = turn;
  const [report, planned] = await Promise.all([
    readDeliveryReport(parts, kanaal, parts.clock.now()),
    plannedDays(turn, parts),
  ]);
  const itemsOf = (occurrences: readonly OutboxOccurrence[]) => occurrences.map((one) => itemOf(turn, one));
  const nameOf = (id: string): { readonly kanaal?: string } =>
    id === kanaal._id ? {} : { kanaal: report.kanalen.get(id)?.naam ?? '' };
  const [first] = planned;
  const lastDay = addTo(turn.today, { days: reportedDays });
  return deliveryReportCard(
    {
      days: reportedDays,
      sent: report.sent,
      skipped: report.skipped,
      cancelled: report.cancelled,
      pending: report.pending,
      planned: { count: planned.filter((day) => day <= lastDay).length, ...(first !== undefined && { first }) },
      lost: report.lost.flatMap((lost) => lostItem(lost, itemsOf(lost.occurrences), nameOf(lost.kanaal))),
      decided: report.decided.map(({ decision, occurrences }) => ({ ...decision, items: itemsOf(occurrences) })),
      isBound: kanaal.verbanden.length > 0,
      page,
    },
    { lang: language, timeZone: parts.timeZone },
  );
}

function itemOf(turn: Turn, { code, kind }: OutboxOccurrence): ReportedItem {
  const afspraak = turn.view.afspraak(code);
  const isShown = afspraak !== undefined && maySee(turn.viewer, afspraak);
  return { code, isOverzicht: kind === 'overzicht', ...(isShown && { titel: afspraak.titel }) };
}

function lostItem(
  lost: LostMessage,
  items: readonly ReportedItem[],
  where: { readonly kanaal?: string },
): readonly LostItem[] {
  const [first] = lost.occurrences;
  if (first === undefined) return [];
  const { _id: occurrence, attempts: attempt, reason = '' } = first;
  return [{ state: lost.state, occurrence, attempt, items, postedAt: momentOf(lost), reason, ...where }];
}

/** The days of what is planned for the coming year, here and in the other kanalen of the same verbanden; first one first. */
async function plannedDays(turn: Turn, parts: Parts): Promise<readonly CivilDate[]> {
  const { kanaal, view, today } = turn;
  const { store, kanalen, timeZone } = parts;
  const bound = kanaal.verbanden;
  const rows = await listHerinneringen(
    { store, register: view, kanalen, timeZone },
    {
      from: today,
      to: addTo(today, { years: 1 }),
      now: parts.clock.now(),
      ...(bound.length === 0 ? { kanaal: kanaal._id } : { verbanden: bound }),
    },
  );
  const isOurs = (row: HerinneringRow): boolean => row.channel === kanaal._id || row.regel === undefined;
  return rows
    .filter((row) => row.state === 'planned' && row.channel !== null && isOurs(row))
    .map((row) => dayAt(row.at, timeZone));
}
