import type { Afspraak } from '../services/register/types.ts';
import { sentencesIn } from '../services/taal/language.ts';
import { showButton } from './afspraak-parts.ts';
import { codesText } from './besluit-parts.ts';
import {
  type AdaptiveCard,
  adaptiveCard,
  buttons,
  type Element,
  execute,
  foreign,
  heading,
  line,
  type Maybe,
  pair,
} from './elements.ts';
import { plain } from './foreign-text.ts';
import {
  delayInputs,
  type HerinneringContext,
  type HerinneringView,
  isSettled,
  lateLine,
  reactionButtons,
  reactionLines,
  type ShownContext,
} from './herinnering-parts.ts';
import { fitCard } from './limits.ts';
import { code, own } from './own-text.ts';
import { inhoudText, wanneerText } from './regel-parts.ts';
import { herinneringTexts } from './texts/herinnering.ts';
import { regelTexts } from './texts/regel.ts';
import { cardLanguage } from './texts/shared.ts';
import { fieldText } from './words.ts';

/** Own lines and codes of a list, from rich to sparse; every code stays on the card. */
const lines = [20, 12, 6, 0] as const;
const mostCodes = 800;

export type EigenView = HerinneringView & { readonly eigen: NonNullable<HerinneringView['eigen']> };

/**
 * A reminder that people asked for themselves: what they said, or the list of that day, and the same four buttons as every other.
 * As an `example` it has none.
 */
export function eigenHerinneringCard(view: EigenView, context: HerinneringContext, example = false): AdaptiveCard {
  return fitCard((step) => draw(view, context, lines[step] ?? 0, example), lines.length - 1);
}

function draw(view: EigenView, context: HerinneringContext, shownLines: number, example: boolean): AdaptiveCard {
  const shown: ShownContext = { ...context, lang: cardLanguage(context.lang) };
  const { lang } = shown;
  const { occurrence, afspraak, verband, eigen } = view;
  const texts = sentencesIn(regelTexts, lang);
  const title = example ? texts.exampleTitle : texts.reminderTitle;
  return adaptiveCard({
    lang,
    fallbackText: afspraak === undefined ? title : own`${title} ${code(afspraak._id)}`,
    body: [
      heading(title),
      foreign(inhoudText(eigen, lang), { weight: 'Bolder', size: 'Medium' }),
      stateLine(view, lang),
      occurrence.code !== '' && afspraak === undefined
        ? line(sentencesIn(herinneringTexts, lang).goneAfspraak)
        : undefined,
      afspraak === undefined ? undefined : pair(texts.about, plain(`${afspraak._id} ${afspraak.titel}`, 240)),
      ...(eigen.late === undefined ? [] : lateLines(eigen.late, shownLines, lang)),
      pair(texts.when, wanneerText(eigen.regel.wanneer, lang)),
      pair(fieldText('verband', lang), verband === undefined ? undefined : plain(verband.naam, 200)),
      pair(texts.setBy, plain(eigen.regel.trace[0]?.by ?? '', 90)),
      ...(example ? [line(texts.exampleNote, { isSubtle: true })] : actionLines(view, shown)),
    ],
  });
}

/** That it is done, or else why it comes late. */
function stateLine(view: EigenView, lang: ShownContext['lang']): Maybe<Element> {
  const missed = view.occurrence.missed ?? 0;
  if (isSettled(view.occurrence))
    return line(sentencesIn(herinneringTexts, lang).settled, { weight: 'Bolder', color: 'Good' });
  return missed > 0 ? line(sentencesIn(regelTexts, lang).missed(missed)) : lateLine([view], lang);
}

/** What is te laat: some in a line of their own, every code. */
function lateLines(late: readonly Afspraak[], count: number, lang: ShownContext['lang']): readonly Maybe<Element>[] {
  const texts = sentencesIn(regelTexts, lang);
  const rest = late.slice(count).map(({ _id }) => _id);
  return [
    line(late.length === 0 ? texts.nothingLate : texts.lateCount(late.length)),
    ...late.slice(0, count).map(({ _id, titel }) => foreign(plain(`${_id} · ${titel}`, 160), { spacing: 'Small' })),
    rest.length === 0 ? undefined : pair(sentencesIn(herinneringTexts, lang).also, codesText(rest, mostCodes, lang)),
  ];
}

function actionLines({ occurrence, afspraak, eigen }: EigenView, context: ShownContext): readonly Maybe<Element>[] {
  const { lang } = context;
  const settled = isSettled(occurrence);
  const manage = sentencesIn(regelTexts, lang).buttons.show;
  return [
    ...reactionLines(occurrence, context),
    ...(settled ? [] : delayInputs(lang)),
    buttons(settled ? [] : reactionButtons(lang, occurrence._id)),
    buttons([
      afspraak === undefined ? undefined : showButton(afspraak._id, lang),
      execute(manage, { kind: 'regel.toon', regel: eigen.regel._id }, { associatedInputs: 'none' }),
    ]),
  ];
}
