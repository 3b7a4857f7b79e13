import { isMovable, overzichtOf } from '../services/herinneringen/regel.ts';
import type { CivilDate } from '../services/kalender/civil-date.ts';
import { clockAt, dayAt } from '../services/kalender/civil-date.ts';
import { sentencesIn } from '../services/taal/language.ts';
import {
  type Action,
  type AdaptiveCard,
  adaptiveCard,
  buttons,
  dateInput,
  type Element,
  execute,
  foreign,
  heading,
  line,
  type Maybe,
  pair,
} from './elements.ts';
import type { CardText } from './foreign-text.ts';
import type { HerinneringContext, ShownContext } from './herinnering-parts.ts';
import { regelInputs } from './regel-data.ts';
import { type RegelView, regelLines, traceLines } from './regel-parts.ts';
import { regelTexts } from './texts/regel.ts';
import { cardLanguage } from './texts/shared.ts';
import { dayText, timedDayText } from './words.ts';

/** An own reminder before it is confirmed, and afterwards as something to manage. */

/** What would come of a sentence: nothing happens before **Instellen**. */
export function regelPreviewCard(
  view: RegelView,
  context: HerinneringContext & { readonly personal: boolean },
): AdaptiveCard {
  const lang = cardLanguage(context.lang);
  const texts = sentencesIn(regelTexts, lang);
  const { _id: regel, wanneer } = view.regel;
  const isDayRule = wanneer.tijd === undefined && wanneer.kind !== 'once' && wanneer.kind !== 'days';
  return adaptiveCard({
    lang,
    fallbackText: texts.previewTitle,
    body: [
      heading(texts.previewTitle),
      line(context.personal ? texts.previewPersonal : texts.previewHere),
      ...regelLines(view, lang, context.timeZone),
      wanneer.kind === 'anchor' ? line(texts.moves, { isSubtle: true }) : undefined,
      isDayRule ? line(texts.notMoved, { isSubtle: true }) : undefined,
      isEarlier(view, context.timeZone) ? line(texts.earlier) : undefined,
      skipsMonths(view) ? line(texts.skipsMonths) : undefined,
      isShifted(view, context.timeZone) ? line(texts.shifted) : undefined,
      buttons([
        execute(texts.buttons.confirm, { kind: 'regel.instellen', regel }, { style: 'positive' }),
        execute(texts.buttons.example, { kind: 'regel.voorbeeld', regel }),
        execute(texts.buttons.cancel, { kind: 'regel.annuleren', regel }),
      ]),
    ],
  });
}

/** A day that was named, while the herinnering comes before it. */
function isEarlier({ regel: { wanneer }, coming }: RegelView, timeZone: string): boolean {
  const named = wanneer.kind === 'once' ? [wanneer.dag] : wanneer.kind === 'days' ? wanneer.dagen : [];
  return coming.some((at, index) => dayAt(at, timeZone) < (named[index] ?? ''));
}

/** "De 31e van de maand", "29 februari": not every month or year has it. */
const skipsMonths = ({ regel: { wanneer } }: RegelView): boolean =>
  wanneer.kind === 'recurring' && /BYMONTHDAY=(?:29|30|31)\b/.test(wanneer.rrule);

/** The clock goes forward over the time that was named. */
const isShifted = ({ regel: { wanneer }, coming }: RegelView, timeZone: string): boolean =>
  wanneer.tijd !== undefined && coming.some((at) => clockAt(at, timeZone) !== wanneer.tijd);

/** What somebody asked in a sentence to do with a rule that exists; on the card only that, and a way out. */
export type RegelQuestion =
  | { readonly deed: 'stop' | 'resume' | 'now' }
  /** `atNine`: a time was named as well, and a pause ends at nine. */
  | { readonly deed: 'pause'; readonly dag?: CivilDate; readonly atNine?: true }
  | { readonly deed: 'move'; readonly dag: CivilDate; readonly tijd?: string };

/** One rule as it stands, with everything that can be done to it, or the one thing that was asked. Draw it again after each press. */
export function regelCard(view: RegelView, context: HerinneringContext, question?: RegelQuestion): AdaptiveCard {
  const shown: ShownContext = { ...context, lang: cardLanguage(context.lang) };
  const { lang, timeZone } = shown;
  const texts = sentencesIn(regelTexts, lang);
  const { regel } = view;
  const isActive = regel.state === 'active';
  if (regel.state === 'cancelled')
    return adaptiveCard({
      lang,
      fallbackText: texts.cancelled,
      body: [heading(texts.manageTitle), line(texts.cancelled)],
    });
  const title = overzichtOf(regel) === undefined ? texts.manageTitle : texts.overzichtTitle;
  return adaptiveCard({
    lang,
    fallbackText: title,
    body: [
      heading(title),
      question === undefined ? undefined : foreign(questionText(question, shown)),
      ...regelLines(view, lang, timeZone),
      pair(texts.state, stateText(view, shown)),
      isActive && !isPausedNow(view, shown) && view.coming.length === 0 ? line(texts.nothingComing) : undefined,
      ...traceLines(regel, lang, timeZone),
      ...(isActive
        ? question === undefined
          ? manageActions(view, shown)
          : questionActions(view, shown, question)
        : []),
    ],
  });
}

function stateText({ regel }: RegelView, { lang, today, timeZone }: ShownContext): CardText {
  const texts = sentencesIn(regelTexts, lang);
  if (regel.state === 'stopped') return texts.stopped;
  if (regel.state === 'done') return texts.done;
  const { pauze } = regel;
  if (pauze === undefined) return texts.active;
  if (pauze.until === undefined) return texts.paused;
  const day = dayAt(pauze.until, timeZone);
  return day > today ? texts.pausedUntil(dayText(day, lang)) : texts.active;
}

function isPausedNow({ regel }: RegelView, { today, timeZone }: ShownContext): boolean {
  const { pauze } = regel;
  return pauze !== undefined && (pauze.until === undefined || dayAt(pauze.until, timeZone) > today);
}

/** The day that the buttons below ask for; none where no button uses one. */
function dayInput(view: RegelView, context: ShownContext): Maybe<Element> {
  const texts = sentencesIn(regelTexts, context.lang);
  const movable = isMovable(view.regel);
  if (!movable && isPausedNow(view, context)) return undefined;
  return dateInput({ id: regelInputs.dag, label: movable ? texts.dayLabel : texts.pauseLabel });
}

function manageActions(view: RegelView, context: ShownContext): readonly Maybe<Element>[] {
  const texts = sentencesIn(regelTexts, context.lang);
  const { _id: regel, version } = view.regel;
  const plain = { associatedInputs: 'none' } as const;
  // It is switched off with Pauzeren, without a day: every bound channel has it, so that it can be switched on again.
  const isOverzicht = overzichtOf(view.regel) !== undefined;
  return [
    dayInput(view, context),
    buttons([
      execute(texts.buttons.example, { kind: 'regel.voorbeeld', regel }, plain),
      execute(texts.buttons.now, { kind: 'regel.nu', regel, stamp: version }, plain),
      isMovable(view.regel) ? execute(texts.buttons.move, { kind: 'regel.verplaatsen', regel }) : undefined,
      isPausedNow(view, context)
        ? execute(texts.buttons.resume, { kind: 'regel.hervatten', regel }, plain)
        : execute(texts.buttons.pause, { kind: 'regel.pauzeren', regel }),
      isOverzicht
        ? undefined
        : execute(texts.buttons.stop, { kind: 'regel.stoppen', regel }, { ...plain, style: 'destructive' }),
    ]),
  ];
}

function questionText(question: RegelQuestion, { lang }: ShownContext): CardText {
  const { sure } = sentencesIn(regelTexts, lang);
  switch (question.deed) {
    case 'pause':
      if (question.dag === undefined) return sure.pause;
      return question.atNine
        ? sure.pauseUntilNine(dayText(question.dag, lang))
        : sure.pauseUntil(dayText(question.dag, lang));
    case 'move':
      return sure.move(timedDayText(question.dag, question.tijd, lang, { weekday: true }));
    default:
      return sure[question.deed];
  }
}

function questionActions(
  { regel: { _id: regel, version } }: RegelView,
  { lang }: ShownContext,
  question: RegelQuestion,
): readonly Maybe<Element>[] {
  const { buttons: titles } = sentencesIn(regelTexts, lang);
  const action = ((): Maybe<Action> => {
    switch (question.deed) {
      case 'stop':
        return execute(titles.stop, { kind: 'regel.stoppen', regel }, { style: 'destructive' });
      case 'resume':
        return execute(titles.resume, { kind: 'regel.hervatten', regel });
      case 'now':
        return execute(titles.now, { kind: 'regel.nu', regel, stamp: version });
      case 'pause':
        return execute(titles.pause, { kind: 'regel.pauzeren', regel, ...(question.dag && { dag: question.dag }) });
      case 'move': {
        const { dag, tijd } = question;
        const to = { dag, ...(tijd !== undefined && { tijd }) };
        return execute(titles.move, { kind: 'regel.verplaatsen', regel, ...to });
      }
    }
  })();
  return [buttons([action, execute(titles.cancel, { kind: 'regel.toon', regel })])];
}
