import { agendaCard } from '../../cards/agenda-card.ts';
import type { AgendaButton } from '../../cards/channel-data.ts';
import type { AdaptiveCard } from '../../cards/elements.ts';
import { message, type Parts, type Reply, replaceForAll, type Turn } from '../parts.ts';

/**
 * `agenda`: the links with which a calendar program shows the dates of a verband. Only in a bound channel, where everybody sees that
 * there is one. A new link leaves as a new message, so that a press that is delivered twice does not make the link vanish.
 */
export async function agenda(turn: Turn, parts: Parts, wanted: '' | 'nieuw'): Promise<Reply> {
  const [only, ...others] = turn.kanaal.verbanden;
  if (only === undefined || others.length > 0) return message(await overview(turn, parts));
  const link = (await parts.agendalinks.linksOf(turn.kanaal._id)).find(({ verband }) => verband === only);
  if (link !== undefined && wanted === '') return message(await overview(turn, parts));
  return newLink(turn, parts, only, link?._id);
}

/** **Link maken**, **Nieuwe link** and **Intrekken**. */
export async function pressAgenda(turn: Turn, parts: Parts, pressed: AgendaButton): Promise<Reply> {
  if (pressed.kind === 'agenda.nieuw') return newLink(turn, parts, pressed.verbandId, pressed.link);
  const { naam } = turn.inbound.person;
  await parts.agendalinks.revoke(pressed.link, turn.kanaal._id, naam, parts.clock.now());
  parts.log.event('agenda-link', { kind: 'revoked' });
  return replaceForAll(await overview(turn, parts));
}

async function newLink(turn: Turn, parts: Parts, verbandId: string, instead: string | undefined): Promise<Reply> {
  const address = parts.publicUrl();
  const verband = turn.view.verband(verbandId);
  // A button names a verband; one that is not bound here (any more) gets no link.
  if (address === undefined || verband === undefined || !turn.kanaal.verbanden.includes(verbandId))
    return message(await overview(turn, parts));
  const outcome = await parts.agendalinks.make({
    verband: verbandId,
    kanaal: turn.kanaal._id,
    by: turn.inbound.person.naam,
    at: parts.clock.now(),
    ...(instead !== undefined && { instead }),
  });
  parts.log.event('agenda-link', { kind: outcome.kind });
  if (outcome.kind === 'exists') return message(await overview(turn, parts));
  const url = `${address}/agenda/${outcome.token}.ics`;
  return message(agendaCard({ kind: 'made', verband, link: outcome.link._id, url }, contextOf(turn, parts)));
}

async function overview(turn: Turn, parts: Parts): Promise<AdaptiveCard> {
  const context = contextOf(turn, parts);
  if (parts.publicUrl() === undefined) return agendaCard({ kind: 'no_address', setting: 'PUBLIC_URL' }, context);
  const bound = turn.kanaal.verbanden.map((id) => turn.view.verband(id)).filter((verband) => verband !== undefined);
  if (bound.length === 0) return agendaCard({ kind: 'not_bound' }, context);
  const links = await parts.agendalinks.linksOf(turn.kanaal._id);
  const all = bound.map((verband) => {
    const link = links.find((one) => one.verband === verband._id);
    return { verband, ...(link !== undefined && { link }) };
  });
  return agendaCard({ kind: 'overview', all }, context);
}

const contextOf = (turn: Turn, parts: Parts) => ({ lang: turn.language, timeZone: parts.timeZone });
