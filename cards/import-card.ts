import type { Language } from '../services/taal/language.ts';
import { sentencesIn } from '../services/taal/language.ts';
import { type AdaptiveCard, adaptiveCard, heading, line } from './elements.ts';
import { cardLanguage } from './texts/shared.ts';
import { startTexts } from './texts/start.ts';

/** How a file gets into the register: the answer to "Bestand importeren". */
export function importCard(lang: Language): AdaptiveCard {
  const shown = cardLanguage(lang);
  const texts = sentencesIn(startTexts, shown);
  return adaptiveCard({
    lang: shown,
    fallbackText: texts.importTitle,
    body: [heading(texts.importTitle), ...texts.importLines.map((each) => line(each))],
  });
}
