import { sentencesIn } from '../services/taal/language.ts';
import { ownerText, showButton } from './afspraak-parts.ts';
import { eigenHerinneringCard } from './eigen-herinnering-card.ts';
import { type AdaptiveCard, adaptiveCard, buttons, heading, line, pair } from './elements.ts';
import { plain } from './foreign-text.ts';
import {
  delayInputs,
  type HerinneringContext,
  type HerinneringView,
  isSettled,
  openingLines,
  reactionButtons,
  reactionLines,
} from './herinnering-parts.ts';
import { code } from './own-text.ts';
import { herinneringTexts } from './texts/herinnering.ts';
import { regelTexts } from './texts/regel.ts';
import { cardLanguage } from './texts/shared.ts';
import { dayText, fieldText } from './words.ts';

/**
 * One reminder: what, for whom, when, and the buttons Gezien, Ik pak het op, Uitstellen and Klaar. Draw it again after each press:
 * it lists who reacted, and once it is Klaar the buttons are gone. As an `example` it has none.
 */
export function herinneringCard(view: HerinneringView, context: HerinneringContext, example = false): AdaptiveCard {
  const lang = cardLanguage(context.lang);
  const shown = { ...context, lang };
  const { occurrence, afspraak, verband, eigen } = view;
  if (eigen !== undefined) return eigenHerinneringCard({ ...view, eigen }, context);
  const texts = sentencesIn(herinneringTexts, lang);
  const { exampleTitle, exampleNote } = sentencesIn(regelTexts, lang);
  const title = example ? exampleTitle : texts.title(code(occurrence.code));
  const settled = isSettled(occurrence);
  return adaptiveCard({
    lang,
    fallbackText: title,
    body: [
      heading(title),
      ...openingLines(view, shown),
      pair(texts.date, dayText(occurrence.anchor, lang, { weekday: true })),
      pair(fieldText('eigenaar', lang), afspraak === undefined ? undefined : ownerText(afspraak, lang)),
      pair(fieldText('verband', lang), plain(verband?.naam ?? '', 200)),
      ...reactionLines(occurrence, shown),
      ...(settled || example ? [] : delayInputs(lang)),
      buttons(settled || example ? [] : reactionButtons(lang, occurrence._id)),
      example ? line(exampleNote, { isSubtle: true }) : undefined,
      buttons([afspraak === undefined ? undefined : showButton(occurrence.code, lang)]),
    ],
  });
}
