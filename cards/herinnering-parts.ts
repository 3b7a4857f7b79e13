import type { EscalatieStap, EscalatieView } from '../services/herinneringen/escalation-read.ts';
import type { HerinneringKind, Occurrence, Reaction } from '../services/herinneringen/types.ts';
import { type CivilDate, daysBetween, isCivilDate } from '../services/kalender/civil-date.ts';
import type { Afspraak, Verband } from '../services/register/types.ts';
import type { Language } from '../services/taal/language.ts';
import { sentencesIn } from '../services/taal/language.ts';
import { delays, type HerinneringButton, inputIds } from './action-data.ts';
import {
  type Action,
  choiceInput,
  dateInput,
  type Element,
  execute,
  foreign,
  line,
  type Maybe,
  subheading,
} from './elements.ts';
import { type CardText, mixed, type PlainText, plain } from './foreign-text.ts';
import { code, type OwnText } from './own-text.ts';
import { inhoudText, type RegelView } from './regel-parts.ts';
import { herinneringTexts, type LateReason } from './texts/herinnering.ts';
import { dayText, kindText, momentText, timedDayText } from './words.ts';

/** What the cards about reminders share: what it is about, the four buttons, and who pressed them. */

/** An occurrence with what it points at looked up; absent where it has gone from the register since. */
export interface HerinneringView {
  readonly occurrence: Occurrence;
  readonly afspraak?: Afspraak;
  readonly verband?: Verband;
  /** Of an `eigen` one: its rule, and for a list what is te laat as of today. */
  readonly eigen?: Omit<RegelView, 'coming'> & { readonly late?: readonly Afspraak[] };
  /** Of an escalation: who is asked. */
  readonly escalatie?: EscalatieView;
  /** In a list: who would be asked, and when, if nobody reacted. */
  readonly zonderReactie?: readonly EscalatieStap[];
  /** In a list: it is still to come in this kanaal, and follows from a date, so that it can be managed by hand. */
  readonly isManaged?: boolean;
  /** In a list: it comes again every so many days while its date is open, and stands for those as well. */
  readonly everyDays?: number;
  /** Why its message comes after its moment; absent when it is in time. */
  readonly late?: LateReason;
  /** What became of its date since it was told: the day on which it stands now, or that nothing is due any more. */
  readonly since?: CivilDate | 'ended' | 'removed';
}

/** The day the card is drawn on, and the IANA zone in which moments are told. */
export interface HerinneringContext {
  readonly lang: Language;
  readonly today: CivilDate;
  readonly timeZone: string;
}

/** A context whose language is one that the cards are written in. */
export type ShownContext = HerinneringContext & { readonly lang: 'nl' | 'en' };

/** `Herijking over 14 dagen`, as of today. */
export function whatText(kind: HerinneringKind, anchor: CivilDate, { lang, today }: HerinneringContext): OwnText {
  const texts = sentencesIn(herinneringTexts, lang);
  const name = kindText(kind, lang);
  return isCivilDate(anchor) ? texts.what(name, daysBetween(today, anchor)) : name;
}

/** The short name of one in a list or a choice: its code, or what was asked. */
export function nameText({ occurrence, eigen }: HerinneringView, lang: Language): CardText {
  if (occurrence.code !== '') return code(occurrence.code);
  return eigen === undefined ? kindText(occurrence.kind, lang) : plain(String(inhoudText(eigen, lang)), 60);
}

export const isPast = (anchor: CivilDate, { today }: HerinneringContext): boolean => anchor < today;

/** Why a message comes after its moment, in one line; of two reasons the one that people could not have known. */
export function lateLine(items: readonly HerinneringView[], lang: Language): Maybe<Element> {
  const texts = sentencesIn(herinneringTexts, lang).late;
  const reason = (['downtime', 'bound-late'] as const).find((each) => items.some(({ late }) => late === each));
  return reason === undefined ? undefined : line(texts[reason](items.length));
}

/** What a card about one reminder begins with: which afspraak, what is due, and why it comes late. */
export function openingLines(view: HerinneringView, context: HerinneringContext): readonly Maybe<Element>[] {
  const { occurrence, afspraak } = view;
  const texts = sentencesIn(herinneringTexts, context.lang);
  const subject =
    afspraak === undefined
      ? line(texts.goneAfspraak)
      : foreign(plain(afspraak.titel, 300), { weight: 'Bolder', size: 'Medium' });
  const since = sinceLine(view, context.lang);
  if (isSettled(occurrence)) return [subject, line(texts.settled, { weight: 'Bolder', color: 'Good' }), since];
  if (since !== undefined) return [subject, since];
  const what = whatText(occurrence.kind, occurrence.anchor, context);
  const color = isPast(occurrence.anchor, context) ? ({ color: 'Attention' } as const) : {};
  return [subject, line(what, { weight: 'Bolder', ...color }), lateLine([view], context.lang)];
}

/** That the date was moved, taken away or ended since: what the card says about it is history. */
function sinceLine({ since, occurrence }: HerinneringView, lang: Language): Maybe<Element> {
  if (since === undefined) return undefined;
  const texts = sentencesIn(herinneringTexts, lang).since;
  if (since === 'ended' || since === 'removed') return line(texts[since]);
  return foreign(texts.moved(kindText(occurrence.kind, lang), dayText(since, lang, { weekday: true })));
}

/** "Klaar" closes an occurrence: nobody needs to press anything on it any more. */
export const isSettled = ({ state, reactions }: Occurrence): boolean =>
  state === 'settled' || state === 'cancelled' || reactions.some(({ button }) => button === 'klaar');

/** How long to put it off. Both have a label, and the first always has a value. */
export function delayInputs(lang: Language): readonly Element[] {
  const texts = sentencesIn(herinneringTexts, lang);
  return [
    choiceInput({
      id: inputIds.delay,
      label: texts.delayLabel,
      choices: delays.map((delay) => ({ title: texts.delays[delay], value: delay })),
      value: '1w',
      spacing: 'Medium',
    }),
    dateInput({ id: inputIds.until, label: texts.untilLabel }),
  ];
}

/** The four buttons. Without `occurrence` they ask for the card's choice of one. */
export function reactionButtons(lang: Language, occurrence?: string): readonly Maybe<Action>[] {
  const titles = sentencesIn(herinneringTexts, lang).buttons;
  const about = occurrence === undefined ? {} : { occurrence };
  const button = (kind: HerinneringButton, title: OwnText, needsInputs: boolean) =>
    execute(title, { kind, ...about }, { associatedInputs: needsInputs || occurrence === undefined ? 'auto' : 'none' });
  return [
    button('herinnering.gezien', titles.gezien, false),
    button('herinnering.oppakken', titles.oppakken, false),
    button('herinnering.uitstellen', titles.uitstellen, true),
    button('herinnering.klaar', titles.klaar, false),
  ];
}

const shownReactions = 8;

/** Who pressed what and when, oldest first; of many the latest. */
export function reactionLines(
  { reactions }: Occurrence,
  { lang, timeZone }: HerinneringContext,
): readonly Maybe<Element>[] {
  if (reactions.length === 0) return [];
  const texts = sentencesIn(herinneringTexts, lang);
  const earlier = reactions.length - shownReactions;
  return [
    subheading(texts.reactions),
    earlier > 0 ? line(texts.earlier(earlier)) : undefined,
    ...reactions
      .slice(-shownReactions)
      .map((reaction) => foreign(reactionText(reaction, lang, timeZone), { spacing: 'Small' })),
  ];
}

function reactionText({ button, by, at, until, tijd }: Reaction, lang: Language, timeZone: string): PlainText {
  const texts = sentencesIn(herinneringTexts, lang);
  const told = texts[button](plain(by.naam, 90), momentText(at, timeZone, lang));
  if (until === undefined) return told;
  if (button === 'uitstellen') return mixed`${told}${texts.comesBack(timedDayText(until, tijd, lang))}`;
  return button === 'klaar' ? mixed`${told}${texts.nextDate(dayText(until, lang))}` : told;
}
