import type { CardButton } from '../../cards/action-data.ts';
import { ladderCard } from '../../cards/ladder-card.ts';
import { noticeCard } from '../../cards/notice-card.ts';
import { type RegelQuestion, regelCard } from '../../cards/regel-card.ts';
import { inhoudText } from '../../cards/regel-parts.ts';
import { storeAhead } from '../../services/herinneringen/ahead.ts';
import { listHerinneringen } from '../../services/herinneringen/list.ts';
import { openOutbox } from '../../services/herinneringen/outbox.ts';
import { loadLadders } from '../../services/herinneringen/own-ladders.ts';
import { type Herinneringregel, isMovable } from '../../services/herinneringen/regel.ts';
import { isPaused } from '../../services/herinneringen/regel-moments.ts';
import { selectRegels } from '../../services/herinneringen/regel-select.ts';
import { tekstOf } from '../../services/herinneringen/regel-sentence.ts';
import { type Target, targetOf } from '../../services/herinneringen/regel-target.ts';
import { openRegels } from '../../services/herinneringen/regels.ts';
import type { OccurrenceState } from '../../services/herinneringen/types.ts';
import { addTo, type CivilDate, dayAt } from '../../services/kalender/civil-date.ts';
import { formatDay } from '../../services/kalender/format.ts';
import { readDates } from '../../services/kalender/phrase.ts';
import type { Afspraak } from '../../services/register/types.ts';
import { sentencesIn } from '../../services/taal/language.ts';
import type { Choice } from '../../services/vragen/answer-types.ts';
import type { Reading } from '../../services/vragen/reading.ts';
import { message, type Parts, type Reply, type Turn } from '../parts.ts';
import { regelBotTexts } from '../regel-texts.ts';
import { showMoment } from './moments.ts';
import { chooseCard, contextOf, requestParts } from './regel-asking.ts';
import { eigenOf, ladderView, ownIn, regelView } from './regel-views.ts';

/** A sentence about reminders that exist: shown what would happen, done with a button. */
export type ManageDeed = 'stop' | 'pauze' | 'hervat' | 'nu' | 'uitstel' | 'beheer';

const mostChoices = 6;

export async function manageBySentence(turn: Turn, parts: Parts, reading: Reading, deed: ManageDeed): Promise<Reply> {
  const texts = sentencesIn(regelBotTexts, turn.language);
  const isFollowUp = reading.filter.vervolg === true;
  const to = targetOf(reading, { now: parts.clock.now(), timeZone: parts.timeZone });
  if (to === 'several-times') return note(turn, texts.problem[to]);
  if (to === 'passed') return note(turn, texts.dayPassed);
  if (deed === 'uitstel' && to.dag === undefined) return note(turn, texts.askDay);
  if (deed === 'uitstel' && isFollowUp && pointing.test(reading.text)) return postponeLast(turn, parts, to);
  if (to.van !== undefined && isFollowUp) return manageOn(turn, parts, to.van, deed, to);
  const all = await openRegels(parts).ofKanaal(turn.kanaal._id);
  const able = all.filter((regel) => canBe(regel, deed, parts.clock.now()));
  const selected = selectRegels(reading, able, requestParts(turn, parts));
  if (selected.kind === 'choose')
    return message(chooseCard(turn, reading, texts.which[selected.what], selected.choices));
  if (selected.kind === 'said') return note(turn, selected.sentence);
  if (selected.kind === 'problem') return note(turn, texts.problem[selected.problem]);
  const { afspraken } = selected;
  const isFound = selected.regels.length > 0 && (selected.named || selected.byWords);
  const unmovable = deed === 'uitstel' && !isFound ? unmovableIn(turn, parts, reading, all) : [];
  if (unmovable.length > 0) return note(turn, texts.refused['not-movable'], showButtons(unmovable, turn, parts));
  if (deed === 'uitstel' && isFollowUp && !selected.byWords)
    return namesSubject(reading, turn.today) ? note(turn, texts.noneFound) : postponeLast(turn, parts, to);
  const regels = standingOn(to.van, selected.regels, turn, parts);
  const [only, ...others] = regels;
  if (only === undefined) return manageAfspraken(turn, parts, reading, { deed, to, afspraken });
  if (others.length === 0) {
    const question = questionOf(deed, to);
    return message(regelCard(regelView(only, turn, parts), contextOf(turn, parts), question));
  }
  return note(turn, texts.which.regel, showButtons(regels, turn, parts));
}

const showButtons = (regels: readonly Herinneringregel[], turn: Turn, parts: Parts) =>
  regels.slice(0, mostChoices).map((regel) => ({
    title: String(inhoudText(regelView(regel, turn, parts), contextOf(turn, parts).lang)).slice(0, 80),
    button: { kind: 'regel.toon', regel: regel._id } as const,
  }));

/** What the sentence names and has several moments, so that none of them is meant in particular. */
function unmovableIn(
  turn: Turn,
  parts: Parts,
  reading: Reading,
  all: readonly Herinneringregel[],
): readonly Herinneringregel[] {
  const found = selectRegels(
    reading,
    all.filter((regel) => !isMovable(regel)),
    requestParts(turn, parts),
  );
  return found.kind === 'selected' && (found.named || found.byWords) ? found.regels : [];
}

const note = (turn: Turn, sentence: string, next: readonly { title: string; button: CardButton }[] = []): Reply =>
  message(noticeCard({ kind: 'note', sentence, next }, turn.language));

function canBe(regel: Herinneringregel, deed: ManageDeed, now: number): boolean {
  if (deed === 'hervat') return isPaused(regel, now);
  return deed !== 'uitstel' || isMovable(regel);
}

/** Undefined: nothing in particular; the card shows everything that can be done. */
function questionOf(deed: ManageDeed, { dag, tijd }: Target): RegelQuestion | undefined {
  switch (deed) {
    case 'beheer':
      return undefined;
    case 'stop':
      return { deed: 'stop' };
    case 'hervat':
      return { deed: 'resume' };
    case 'nu':
      return { deed: 'now' };
    case 'pauze':
      return { deed: 'pause', ...(dag !== undefined && { dag }), ...(tijd !== undefined && { atNine: true }) };
    case 'uitstel':
      return dag === undefined ? { deed: 'pause' } : { deed: 'move', dag, ...(tijd !== undefined && { tijd }) };
  }
}

/** "Snooze deze": the one that came last. */
const pointing = /(?:^|\s)(?:deze|dit|die|hem|laatste|this|that|last|dizze|him)(?=\s|$)/i;
const subject = /(?:^|\s)(?:over|aan|voor|van|about|for|of|oer|foar|fan)\s+(?:de |het |een |the |it )?\p{L}{3,}/iu;

/** "De herinnering over de pakketpost": not simply the last one, whatever that was about. */
const namesSubject = ({ text, lang }: Reading, today: CivilDate): boolean =>
  subject.test(tekstOf(text, readDates(text, today, { lang })));

/** Of those that are meant, the ones that stand on the day that was named; all of them when none does. */
function standingOn(
  van: CivilDate | undefined,
  regels: readonly Herinneringregel[],
  turn: Turn,
  parts: Parts,
): readonly Herinneringregel[] {
  const on = regels.filter((regel) =>
    regelView(regel, turn, parts).coming.some((at) => dayAt(at, parts.timeZone) === van),
  );
  return on.length === 0 ? regels : on;
}

/** No own rule is meant: then those that follow from the dates of an afspraak. */
async function manageAfspraken(
  turn: Turn,
  parts: Parts,
  reading: Reading,
  asked: { readonly deed: ManageDeed; readonly to: Target; readonly afspraken: readonly Afspraak[] },
): Promise<Reply> {
  const texts = sentencesIn(regelBotTexts, turn.language);
  const { deed, to } = asked;
  const { verbanden } = turn.kanaal;
  const here = asked.afspraken.filter(({ verband }) => verbanden.includes(verband));
  const [only, ...others] = here;
  if (only === undefined) return note(turn, texts.noneFound);
  if (others.length > 0) {
    const choices = here.map(
      ({ _id, titel }): Choice => ({
        label: `${_id} ${titel}`,
        reading: { intent: reading.intent, filter: { ...reading.filter, nummer: _id } },
      }),
    );
    return message(chooseCard(turn, reading, texts.which.afspraak, choices));
  }
  if (deed === 'nu' || deed === 'beheer') return manageNext(turn, parts, only);
  if (deed === 'hervat') {
    const { own } = await loadLadders(parts.store);
    const silent = own.find(({ scope, id }) => scope === 'afspraak' && id === only._id);
    if (silent === undefined) return manageNext(turn, parts, only);
    return message(ladderCard(await ladderView(silent, turn, parts), true, contextOf(turn, parts)));
  }
  if (deed !== 'stop' && to.dag !== undefined) return postponeNext(turn, parts, only, to);
  const ladder = { scope: 'afspraak', id: only._id, lead: [] } as const;
  return message(ladderCard(await ladderView(ladder, turn, parts), false, contextOf(turn, parts)));
}

/** The next reminder about this afspraak here, with everything that can be done to it. */
async function manageNext(turn: Turn, parts: Parts, { _id: code }: Afspraak): Promise<Reply> {
  const next = await nextOf(turn, parts, code, ['planned', 'skipped']);
  if (next === undefined) return note(turn, sentencesIn(regelBotTexts, turn.language).noneFound);
  return showMoment(turn, parts, next.occurrence);
}

/** The next reminder about this afspraak, put off until a day with the button that stands on every reminder. */
async function postponeNext(turn: Turn, parts: Parts, { _id: code, titel }: Afspraak, to: Target): Promise<Reply> {
  const texts = sentencesIn(regelBotTexts, turn.language);
  const next = await nextOf(turn, parts, code, ['planned']);
  if (next === undefined) return note(turn, texts.noneFound);
  await storeAhead(parts.store, next);
  return note(turn, texts.silence(code, titel), [postponeButton(turn, next.occurrence, code, to)]);
}

/** The first one that follows from a date of this afspraak, is still to come here and stands so. */
async function nextOf(turn: Turn, parts: Parts, code: string, states: readonly OccurrenceState[]) {
  const now = parts.clock.now();
  const rows = await listHerinneringen(
    { store: parts.store, register: turn.view, kanalen: parts.kanalen, timeZone: parts.timeZone },
    { from: turn.today, to: addTo(turn.today, { years: 1 }), now, kanaal: turn.kanaal._id },
  );
  return rows.find(
    (row) =>
      row.code === code &&
      row.regel === undefined &&
      row.escalatie === undefined &&
      row.at > now &&
      states.includes(row.state),
  );
}

function postponeButton(turn: Turn, occurrence: string, code: string, { dag = turn.today, tijd }: Target) {
  const day = formatDay(dag, turn.language, { weekday: true });
  const [shown, until] = tijd === undefined ? [day, dag] : [`${day} ${tijd}`, `${dag}T${tijd}`];
  return {
    title: sentencesIn(regelBotTexts, turn.language).postponeButton(code, shown),
    button: { kind: 'herinnering.uitstellen', occurrence, until } as const,
  };
}

/** "Verplaats de herinnering van 1 maart": the one that stands on that day here. */
async function manageOn(turn: Turn, parts: Parts, van: CivilDate, deed: ManageDeed, to: Target): Promise<Reply> {
  const texts = sentencesIn(regelBotTexts, turn.language);
  const now = parts.clock.now();
  const rows = await listHerinneringen(
    { store: parts.store, register: turn.view, kanalen: parts.kanalen, timeZone: parts.timeZone },
    { from: van, to: van, now, kanaal: turn.kanaal._id },
  );
  const coming = rows.filter(({ state, at, escalatie }) => state === 'planned' && at > now && escalatie === undefined);
  const [only, ...others] = coming;
  if (only === undefined) return note(turn, texts.noneOn(formatDay(van, turn.language, { weekday: true })));
  if (others.length > 0) return note(turn, texts.severalOn(formatDay(van, turn.language, { weekday: true })));
  const regel = only.regel === undefined ? undefined : await openRegels(parts).get(only.regel);
  if (regel !== undefined && canBe(regel, deed, now))
    return message(regelCard(regelView(regel, turn, parts), contextOf(turn, parts), questionOf(deed, to)));
  if (deed !== 'uitstel' || to.dag === undefined) return showMoment(turn, parts, only.occurrence);
  await storeAhead(parts.store, only);
  const titel = turn.view.afspraak(only.code ?? '')?.titel ?? '';
  return note(turn, texts.silence(only.code ?? '', titel), [
    postponeButton(turn, only.occurrence, only.code ?? '', to),
  ]);
}

/** "Snooze deze": the last reminder that this kanaal got. */
async function postponeLast(turn: Turn, parts: Parts, to: Target): Promise<Reply> {
  const texts = sentencesIn(regelBotTexts, turn.language);
  const { occurrences } = openOutbox(parts.store);
  const [last] = await occurrences.find(
    { kanaal: turn.kanaal._id, state: 'delivered' },
    { sort: [['at', -1]], limit: 1 },
  );
  if (last === undefined) return note(turn, texts.noneFound);
  const own = await ownIn(parts, [last], turn.kanaal);
  const eigen = eigenOf(last, own, turn.view, turn.today);
  const titel = turn.view.afspraak(last.code)?.titel ?? '';
  const naam = eigen === undefined ? `${last.code} ${titel}` : String(inhoudText(eigen, contextOf(turn, parts).lang));
  return note(turn, texts.postponeLast(naam), [postponeButton(turn, last._id, last.code, to)]);
}
