import type { EscalatieView } from '../services/herinneringen/escalation-read.ts';
import { sentencesIn } from '../services/taal/language.ts';
import { ownerText, showButton } from './afspraak-parts.ts';
import { type AdaptiveCard, adaptiveCard, buttons, execute, heading, pair } from './elements.ts';
import { askLines } from './escalatie-parts.ts';
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
import { escalatieTexts } from './texts/escalatie.ts';
import { herinneringTexts } from './texts/herinnering.ts';
import { cardLanguage } from './texts/shared.ts';
import { dayText, fieldText } from './words.ts';

/**
 * Nobody reacted to a reminder, and now somebody is asked: with the same four buttons, each of which ends the asking. Several at once
 * are a digest (herinnering-digest-card.ts).
 */
export function escalatieCard(
  view: HerinneringView & { readonly escalatie: EscalatieView },
  context: HerinneringContext,
): AdaptiveCard {
  const lang = cardLanguage(context.lang);
  const shown = { ...context, lang };
  const { occurrence, afspraak, verband, escalatie } = view;
  const texts = sentencesIn(herinneringTexts, lang);
  const own = sentencesIn(escalatieTexts, lang);
  const title = own.title(code(occurrence.code));
  const settled = isSettled(occurrence);
  const isOwner = escalatie.aan.kind === 'eigenaar';
  return adaptiveCard({
    lang,
    fallbackText: title,
    body: [
      heading(title),
      ...openingLines(view, shown),
      ...(settled ? [] : askLines(escalatie, lang)),
      pair(texts.date, dayText(occurrence.anchor, lang, { weekday: true })),
      isOwner || afspraak === undefined ? undefined : pair(fieldText('eigenaar', lang), ownerText(afspraak, lang)),
      pair(fieldText('verband', lang), plain(verband?.naam ?? '', 200)),
      ...reactionLines(occurrence, shown),
      ...(settled ? [] : delayInputs(lang)),
      buttons(settled ? [] : reactionButtons(lang, occurrence._id)),
      buttons([
        afspraak === undefined ? undefined : showButton(occurrence.code, lang),
        settled || afspraak === undefined
          ? undefined
          : execute(
              own.stop,
              { kind: 'escalatie.toon', scope: 'afspraak', id: afspraak._id },
              { associatedInputs: 'none' },
            ),
      ]),
    ],
  });
}
