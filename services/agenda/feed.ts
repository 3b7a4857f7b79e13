import ical, { type ICalEventData, ICalEventTransparency } from 'ical-generator';
import { anchorsOf } from '../herinneringen/ladders.ts';
import type { HerinneringKind } from '../herinneringen/types.ts';
import type { CivilDate } from '../kalender/civil-date.ts';
import type { Afspraak, Verband } from '../register/types.ts';
import { labelsIn } from '../taal/labels.ts';
import type { EigenDatum } from './own-dates.ts';
import { agendaTexts } from './texts.ts';

/**
 * The dates of a verband as an iCalendar (RFC 5545). Pure: the same register gives the same bytes, so that a calendar program sees
 * when nothing changed. Holds no eigenaar and no tekst: the link is passed on, and nobody knows to whom.
 */

export interface FeedInput {
  readonly verband: Verband;
  /** Of this verband; what is vertrouwelijk or has ended is left out here. */
  readonly afspraken: readonly Afspraak[];
  /** When the version that is given was written, epoch ms. */
  readonly changedAt: (afspraak: Afspraak) => number;
  /** Own reminders of the kanaal that made the link; absent: none. */
  readonly eigen?: readonly EigenDatum[];
}

/** Names of the events, which must stay the same for as long as the calendar is read. */
const fieldOf: Readonly<Record<HerinneringKind, string>> = {
  herijking: 'herijking',
  // The soort of an afspraak can be corrected without its date becoming another one.
  evaluatie: 'herijking',
  rapportage: 'rapportage',
  opzeggen: 'opzeggen',
  einde: 'einde',
  eigen: 'eigen',
  overzicht: 'overzicht',
};

const refreshSeconds = 4 * 60 * 60;

/** Lines of at most 75 octets, ended by CRLF. */
export function agendaFeed({ verband, afspraken, changedAt, eigen = [] }: FeedInput): string {
  const shown = afspraken.filter((one) => one.verband === verband._id && one.vertrouwelijkheid !== 'vertrouwelijk');
  const calendar = ical({
    name: agendaTexts.name(oneLine(verband.orgaan ?? verband.naam)),
    prodId: { company: 'Ketenregie', product: 'Ketenregie', language: 'NL' },
    ttl: refreshSeconds,
  });
  for (const afspraak of [...shown].sort((one, other) => (one._id < other._id ? -1 : 1)))
    for (const { kind, anchor } of anchorsOf(afspraak))
      calendar.createEvent(eventOf(afspraak, kind, anchor, { verband, changed: new Date(changedAt(afspraak)) }));
  for (const datum of eigen) calendar.createEvent(eigenEvent(datum, verband));
  return calendar.toString();
}

/** Without what people typed: see own-dates.ts. */
function eigenEvent(
  { id, day, tijd, over, afspraak, version, changedAt }: EigenDatum,
  verband: Verband,
): ICalEventData {
  const about = afspraak === undefined ? agendaTexts.eigen[over] : `${oneLine(afspraak.titel)} (${afspraak._id})`;
  const changed = new Date(changedAt);
  return {
    id: `${id}@ketenregie`,
    start: new Date(`${day}T00:00:00Z`),
    allDay: true,
    summary: agendaTexts.eigenSummary(about, tijd),
    description: [agendaTexts.verband(oneLine(verband.naam)), agendaTexts.eigenMore].join('\n'),
    transparency: ICalEventTransparency.TRANSPARENT,
    stamp: changed,
    lastModified: changed,
    sequence: version,
  };
}

function eventOf(
  { _id: code, titel, status, rapportageAan, version }: Afspraak,
  kind: HerinneringKind,
  day: CivilDate,
  { verband, changed }: { readonly verband: Verband; readonly changed: Date },
): ICalEventData {
  const labels = labelsIn('nl');
  const about = [
    agendaTexts.status(labels.status[status]),
    ...(kind === 'rapportage' && rapportageAan.length > 0
      ? [agendaTexts.rapportageAan(rapportageAan.map((one) => labels.ontvanger[one]).join(', '))]
      : []),
    agendaTexts.verband(oneLine(verband.naam)),
    agendaTexts.more(code),
  ];
  return {
    id: `${code}-${fieldOf[kind]}@ketenregie`,
    start: new Date(`${day}T00:00:00Z`),
    allDay: true,
    summary: agendaTexts.summary(agendaTexts.kinds[kind], oneLine(titel), code),
    description: about.join('\n'),
    // A date to keep in mind, not an hour in which somebody is busy.
    transparency: ICalEventTransparency.TRANSPARENT,
    stamp: changed,
    lastModified: changed,
    sequence: version,
  };
}

const longestText = 300;

/** Foreign text as one line without what steers a terminal or a parser; the library escapes the rest. */
const oneLine = (text: string): string =>
  text
    .slice(0, longestText)
    .replace(/[\s\p{C}]+/gu, ' ')
    .trim();
