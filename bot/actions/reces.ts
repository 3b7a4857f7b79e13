import { type RecesCardView, type RecesItem, type RecesNotice, recesCard } from '../../cards/reces-card.ts';
import type { RecesAction } from '../../cards/reces-data.ts';
import { loadRecessen, recesProblem, removeReces, setReces } from '../../services/reces/recessen.ts';
import { gemeentenWithoutReces, type Recesview } from '../../services/reces/recesview.ts';
import { organisatieNamed, readRecesSentence } from '../../services/reces/sentence.ts';
import { recesTexts } from '../../services/reces/texts.ts';
import type { Organisatie } from '../../services/register/types.ts';
import { sentencesIn } from '../../services/taal/language.ts';
import { message, type Parts, type Reply, replaceForAll, replaceForOne, type Turn } from '../parts.ts';

/**
 * `reces`: when the councils of this channel do not meet. As with `koppel`, only where others see it happen: it moves the
 * herinneringen of all partners.
 */
export async function reces(turn: Turn, parts: Parts, typed: string): Promise<Reply> {
  const here = organisatiesHere(turn);
  const names = parts.register.names();
  const asked = readRecesSentence(typed, turn.today, names, new Set(here.map(({ _id }) => _id)));
  const { organisatie: named, ...days } = asked;
  const found = named?.kind === 'found' ? named.organisatie : undefined;
  const notice: RecesNotice | undefined =
    named?.kind === 'unclear'
      ? { kind: 'unknown', typed: named.typed, nearest: named.nearest.map(({ naam }) => naam) }
      : found !== undefined && mayBeSetHere(turn) && !here.includes(found)
        ? { kind: 'problem', problem: 'not_here' }
        : undefined;
  const typedForm = { ...days, ...(found !== undefined && { organisatie: found._id }) };
  return message(cardOf(turn, parts, turn.recessen, { notice, typed: typedForm, only: found }));
}

/** A button of the card. Pressed or delivered twice, it has one effect. */
export async function pressReces(turn: Turn, parts: Parts, action: RecesAction): Promise<Reply> {
  if (action.kind === 'reces.pagina') return replaceForOne(cardOf(turn, parts, turn.recessen, { page: action.page }));
  if (!mayBeSetHere(turn)) return message(cardOf(turn, parts, turn.recessen, {}));
  const notice = action.kind === 'reces.weg' ? await taken(turn, parts, action) : await saved(turn, parts, action);
  parts.log.event('reces', { kind: action.kind, code: notice.kind });
  const isDone = notice.kind === 'saved' || notice.kind === 'removed';
  if (isDone) parts.wake();
  const fresh = await loadRecessen(parts.store, parts.timeZone);
  // What was not saved stays in the form, so that one slip does not cost the rest.
  const typed = action.kind === 'reces.opslaan' && !isDone ? formOf(turn, parts, action) : undefined;
  const card = cardOf(turn, parts, fresh, { notice, typed });
  return isDone || notice.kind === 'unchanged' || notice.kind === 'gone' ? replaceForAll(card) : replaceForOne(card);
}

type Save = Extract<RecesAction, { kind: 'reces.opslaan' }>;

async function saved(turn: Turn, parts: Parts, action: Save): Promise<RecesNotice> {
  const { organisatie: typed, van, tot, naam } = action;
  if (typed === '' || van === '' || tot === '') return { kind: 'problem', problem: 'empty' };
  const problem = recesProblem({ van, tot });
  if (problem !== undefined) return { kind: 'problem', problem };
  if (tot < turn.today) return { kind: 'problem', problem: 'passed' };
  const named = organisatieIn(turn, parts, typed);
  if (named.kind === 'unclear')
    return { kind: 'unknown', typed, nearest: named.nearest.map((nearest) => nearest.naam) };
  const { organisatie } = named;
  if (!organisatiesHere(turn).includes(organisatie)) return { kind: 'problem', problem: 'not_here' };
  const by = { door: turn.inbound.person.naam, op: parts.clock.now() };
  const outcome = await setReces(parts.store, organisatie._id, { van, tot, naam: naam === '' ? 'Reces' : naam }, by);
  if (outcome.kind === 'invalid') return { kind: 'problem', problem: outcome.problem };
  const view = await loadRecessen(parts.store, parts.timeZone);
  const stored = view.of(organisatie._id).find((one) => one.van === van) ?? outcome.reces;
  const sentBefore = view.sentBefore(organisatie._id, stored);
  return {
    kind: outcome.kind === 'set' ? 'saved' : 'unchanged',
    organisatie,
    reces: stored,
    replaced: outcome.kind === 'set' ? outcome.replaced.length : 0,
    ...(sentBefore !== undefined && { sentBefore }),
  };
}

async function taken(
  turn: Turn,
  parts: Parts,
  { organisatie: id, van }: Extract<RecesAction, { kind: 'reces.weg' }>,
): Promise<RecesNotice> {
  const organisatie = organisatiesHere(turn).find(({ _id }) => _id === id);
  if (organisatie === undefined) return { kind: 'problem', problem: 'not_here' };
  const by = { door: turn.inbound.person.naam, op: parts.clock.now() };
  const removed = await removeReces(parts.store, id, van, by);
  return removed === undefined ? { kind: 'gone' } : { kind: 'removed', organisatie, reces: removed };
}

/** From the list it is an `_id`; where the list would be too long it was typed. */
function organisatieIn(turn: Turn, parts: Parts, typed: string): ReturnType<typeof organisatieNamed> {
  const chosen = turn.view.organisatie(typed);
  if (chosen !== undefined) return { kind: 'found', organisatie: chosen };
  return organisatieNamed(typed, parts.register.names(), new Set(organisatiesHere(turn).map(({ _id }) => _id)));
}

const formOf = (turn: Turn, parts: Parts, { organisatie, naam, van, tot }: Save) => {
  const named = organisatie === '' ? undefined : organisatieIn(turn, parts, organisatie);
  const value = named?.kind === 'found' ? named.organisatie._id : organisatie;
  return { naam, van, tot, ...(value !== '' && { organisatie: value }) };
};

const mayBeSetHere = ({ inbound, kanaal }: Turn): boolean =>
  inbound.address.conversationType !== 'personal' && kanaal.verbanden.length > 0;

/** Who take part in the verbanden of this channel, gemeenten first. */
function organisatiesHere({ kanaal, view }: Turn): readonly Organisatie[] {
  const ids = new Set(
    kanaal.verbanden.flatMap((id) => view.verband(id)?.deelnemers.map((one) => one.organisatie) ?? []),
  );
  const rank = ({ soort, naam }: Organisatie): string => `${soort === 'gemeente' ? 0 : 1}${naam}`;
  return [...ids].flatMap((id) => view.organisatie(id) ?? []).sort((one, other) => (rank(one) < rank(other) ? -1 : 1));
}

/** More in one list is no choice on a phone, and would fill the card. */
const mostChoices = 60;

interface Drawing {
  readonly notice?: RecesNotice | undefined;
  readonly typed?: Omit<NonNullable<RecesCardView['form']>, 'choices'> | undefined;
  readonly only?: Organisatie | undefined;
  readonly page?: number;
}

function cardOf(turn: Turn, parts: Parts, recessen: Recesview, { notice, typed, only, page = 1 }: Drawing) {
  const here = organisatiesHere(turn);
  const isShared = mayBeSetHere(turn);
  const everywhere = recessen.organisaties.flatMap((id) => turn.view.organisatie(id) ?? []);
  const isShown = only !== undefined && (!isShared || here.includes(only));
  const shown = isShown ? [only] : isShared ? here : everywhere;
  const items = shown.flatMap((organisatie): readonly RecesItem[] =>
    recessen
      .of(organisatie._id)
      .filter(({ tot }) => tot >= turn.today)
      .map((one) => ({ organisatie, reces: one })),
  );
  const choices = here.length > mostChoices ? [] : here;
  const without = gemeentenWithoutReces(recessen, turn.view, turn.kanaal.verbanden, turn.today);
  // With several left, one that nobody chose would get the days of whoever fills in the form in a hurry.
  const [first, ...others] = without;
  const isLast = first !== undefined && others.length === 0 && choices.length > 0;
  const suggested = isLast ? { organisatie: first._id } : {};
  return recesCard(
    {
      items,
      page,
      ...(without.length > 0 && { missing: sentencesIn(recesTexts, turn.language).missing(without, isShared) }),
      ...(notice !== undefined && { notice }),
      ...(isShared && { form: { choices, ...suggested, ...typed } }),
    },
    { lang: turn.language, timeZone: parts.timeZone },
  );
}

/** The line that says of which gemeenten of this channel no reces is known; undefined when none is missing. */
export function recesWarning(
  { kanaal, view, today, language, recessen: known }: Turn,
  recessen: Recesview = known,
  verbanden: readonly string[] = kanaal.verbanden,
): string | undefined {
  const gemeenten = gemeentenWithoutReces(recessen, view, verbanden, today);
  return gemeenten.length === 0 ? undefined : sentencesIn(recesTexts, language).missing(gemeenten);
}

/** What "het reces" means to people here: that of the gemeenten of this channel, or else of others that take part. */
export function spokenReces(turn: Turn) {
  const here = organisatiesHere(turn);
  const gemeenten = turn.recessen.spokenOf(here.filter(({ soort }) => soort === 'gemeente').map(({ _id }) => _id));
  return gemeenten.length > 0 ? gemeenten : turn.recessen.spokenOf(here.map(({ _id }) => _id));
}
