import type { Besluit } from '../services/besluiten/types.ts';
import type { Language } from '../services/taal/language.ts';
import { sentencesIn } from '../services/taal/language.ts';
import { besluitFields, showBesluitButton, verifyButton } from './besluit-parts.ts';
import { type AdaptiveCard, adaptiveCard, buttons, heading, line } from './elements.ts';
import { code } from './own-text.ts';
import { besluitTexts } from './texts/besluit.ts';
import { cardLanguage } from './texts/shared.ts';

/** What somebody gets after Vastleggen: the number, everything as it was recorded, and the way to look and to check. */
export function besluitReceiptCard(besluit: Besluit, lang: Language, timeZone: string): AdaptiveCard {
  const shown = cardLanguage(lang);
  const texts = sentencesIn(besluitTexts, shown);
  const title = texts.receiptTitle(code(besluit.identificatie));
  return adaptiveCard({
    lang: shown,
    fallbackText: title,
    body: [
      heading(title),
      line(texts.receiptIntro),
      ...besluitFields(besluit, shown, timeZone),
      buttons([showBesluitButton(besluit.identificatie, shown), verifyButton(shown)]),
    ],
  });
}
