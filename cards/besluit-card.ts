import type { Besluit } from '../services/besluiten/types.ts';
import type { Language } from '../services/taal/language.ts';
import { sentencesIn } from '../services/taal/language.ts';
import { showButton } from './afspraak-parts.ts';
import { besluitFields, codesText, verifyButton } from './besluit-parts.ts';
import { type AdaptiveCard, adaptiveCard, buttons, foreign, heading } from './elements.ts';
import { plain } from './foreign-text.ts';
import { code, own } from './own-text.ts';
import { besluitTexts } from './texts/besluit.ts';
import { cardLanguage } from './texts/shared.ts';

/**
 * One besluit, whole (`toon B-2026-014`). `timeZone`: IANA zone in which the moment of recording is told. `understood`: how the
 * question was read, where it was a question.
 */
export function besluitCard(besluit: Besluit, lang: Language, timeZone: string, understood = ''): AdaptiveCard {
  const shown = cardLanguage(lang);
  const title = sentencesIn(besluitTexts, shown).title(code(besluit.identificatie));
  return adaptiveCard({
    lang: shown,
    fallbackText: besluit.afspraken.length === 0 ? title : own`${title}: ${codesText(besluit.afspraken, 40, shown)}`,
    body: [
      heading(title),
      foreign(plain(understood, 400), { isSubtle: true, spacing: 'Small' }),
      ...besluitFields(besluit, shown, timeZone),
      buttons([...besluit.afspraken.slice(0, 4).map((each) => showButton(each, shown)), verifyButton(shown)]),
    ],
  });
}
