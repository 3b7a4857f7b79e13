import { type Herinneringregel, overzichtOf } from '../services/herinneringen/regel.ts';
import { isPaused } from '../services/herinneringen/regel-moments.ts';
import { dayAt } from '../services/kalender/civil-date.ts';
import { sentencesIn } from '../services/taal/language.ts';
import {
  type AdaptiveCard,
  adaptiveCard,
  buttons,
  container,
  type Element,
  execute,
  heading,
  line,
  type Maybe,
  pair,
  subheading,
} from './elements.ts';
import { type CardText, mixed } from './foreign-text.ts';
import type { HerinneringContext, ShownContext } from './herinnering-parts.ts';
import { overzichtTexts } from './texts/overzicht.ts';
import { cardLanguage } from './texts/shared.ts';
import { dayText } from './words.ts';

/** The overzichten of a conversation: when each comes, and whether it is on. */

export interface OverzichtState {
  readonly regel: Herinneringregel;
  /** When it comes next, epoch ms; absent while it is off. */
  readonly next?: number;
  /** Whether it is off now. */
  readonly isOff: boolean;
}

/** As of `now`, epoch ms. */
export const overzichtState = (regel: Herinneringregel, next: number | undefined, now: number): OverzichtState => ({
  regel,
  isOff: isPaused(regel, now),
  ...(next !== undefined && { next }),
});

/** `overzichten`. */
export function overzichtenCard(
  states: readonly OverzichtState[],
  { personal, ...context }: HerinneringContext & { readonly personal: boolean },
): AdaptiveCard {
  const shown: ShownContext = { ...context, lang: cardLanguage(context.lang) };
  const texts = sentencesIn(overzichtTexts, shown.lang);
  return adaptiveCard({
    lang: shown.lang,
    fallbackText: texts.listTitle,
    body: [
      heading(texts.listTitle),
      ...states.map((state) => stateElement(state, shown)),
      personal && states.length === 0 ? line(texts.listPersonal) : undefined,
    ],
  });
}

/** The same as a part of the list of reminders. */
export function overzichtLines(states: readonly OverzichtState[], context: ShownContext): readonly Maybe<Element>[] {
  if (states.length === 0) return [];
  return [
    subheading(sentencesIn(overzichtTexts, context.lang).listTitle),
    ...states.map((state) => stateElement(state, context)),
  ];
}

function stateElement(state: OverzichtState, context: ShownContext): Element {
  const { regel, isOff } = state;
  const texts = sentencesIn(overzichtTexts, context.lang);
  const soort = overzichtOf(regel) ?? 'weekoverzicht';
  const press = { associatedInputs: 'none' } as const;
  return container(
    [
      pair(texts.names[soort], stateText(state, context)),
      buttons(
        [
          isOff
            ? execute(texts.on, { kind: 'overzicht.aan', regel: regel._id }, press)
            : execute(texts.off[soort], { kind: 'overzicht.uit', regel: regel._id }, press),
          execute(texts.manage, { kind: 'regel.toon', regel: regel._id }, press),
        ],
        { spacing: 'Small' },
      ),
    ],
    { separator: true, spacing: 'Medium' },
  );
}

/** `elke maandag …, eerstvolgende: 30 november 2026`, or that it is off. */
function stateText({ regel, next, isOff }: OverzichtState, { lang, timeZone }: ShownContext): CardText {
  const texts = sentencesIn(overzichtTexts, lang);
  const when = texts.when[overzichtOf(regel) ?? 'weekoverzicht'];
  if (isOff) return texts.stateOff;
  return next === undefined
    ? when
    : mixed`${when} (${texts.next}: ${dayText(dayAt(next, timeZone), lang, { weekday: true })})`;
}

/** That it was switched off or on, with the way back. */
export function overzichtSwitchedCard(
  { regel, next, isOff }: OverzichtState,
  context: HerinneringContext,
): AdaptiveCard {
  const shown: ShownContext = { ...context, lang: cardLanguage(context.lang) };
  const texts = sentencesIn(overzichtTexts, shown.lang);
  const soort = overzichtOf(regel) ?? 'weekoverzicht';
  const sentence = isOff ? texts.isOff[soort] : texts.isOn[soort];
  return adaptiveCard({
    lang: shown.lang,
    fallbackText: sentence,
    body: [
      heading(texts.names[soort]),
      line(sentence, { weight: 'Bolder' }),
      isOff || next === undefined
        ? undefined
        : pair(texts.next, dayText(dayAt(next, shown.timeZone), shown.lang, { weekday: true })),
      buttons([
        isOff
          ? execute(texts.undo, { kind: 'overzicht.aan', regel: regel._id })
          : execute(texts.off[soort], { kind: 'overzicht.uit', regel: regel._id }),
        execute(texts.manage, { kind: 'regel.toon', regel: regel._id }),
      ]),
    ],
  });
}
