import type { ExportVerdict } from '../services/besluiten/verify.ts';
import { unreachable } from '../services/fault.ts';
import type { Language } from '../services/taal/language.ts';
import { sentencesIn } from '../services/taal/language.ts';
import { type AdaptiveCard, adaptiveCard, type Element, heading, line, type Maybe, pair } from './elements.ts';
import { code, type OwnText, own } from './own-text.ts';
import { cardLanguage } from './texts/shared.ts';
import { verifyTexts } from './texts/verify.ts';

/** The outcome of `verifieer` as a card: what was found in one line, then what to look at or to do. */
export function verifyCard(verdict: ExportVerdict, lang: Language): AdaptiveCard {
  const shown = cardLanguage(lang);
  const found = foundIn(verdict, shown);
  return adaptiveCard({
    lang: shown,
    fallbackText: found,
    body: [
      heading(sentencesIn(verifyTexts, shown).title),
      line(found, { weight: 'Bolder', color: verdict.kind === 'sound' ? 'Good' : 'Attention' }),
      ...detailsOf(verdict, shown),
    ],
  });
}

function foundIn(verdict: ExportVerdict, lang: Language): OwnText {
  const texts = sentencesIn(verifyTexts, lang);
  switch (verdict.kind) {
    case 'sound':
      return verdict.count === 0 ? texts.empty : texts.sound(verdict.count);
    case 'broken':
      return texts.broken(verdict.at);
    case 'rewritten':
      return texts.rewritten(verdict.at);
    case 'truncated':
      return texts.truncated(verdict.count, verdict.expected);
    case 'malformed':
      return texts.malformed;
    default:
      return unreachable(verdict);
  }
}

function detailsOf(verdict: ExportVerdict, lang: Language): readonly Maybe<Element>[] {
  const texts = sentencesIn(verifyTexts, lang);
  switch (verdict.kind) {
    case 'sound':
      if (verdict.count === 0) return [];
      return [
        pair(texts.count, own`${verdict.count}`),
        verdict.erased === 0 ? undefined : pair(texts.erased, own`${verdict.erased}`),
        line(texts.head, { weight: 'Bolder', spacing: 'Small' }),
        // In two halves: 64 characters in one run are wider than a phone.
        line(code(verdict.head.hash.slice(0, 32)), { spacing: 'Small' }),
        line(code(verdict.head.hash.slice(32)), { spacing: 'None' }),
        line(texts.headWhy),
      ];
    case 'broken':
      return [
        pair(texts.besluit, code(verdict.identificatie ?? '')),
        pair(texts.whatIsWrong, texts.reasons[verdict.reason]),
        line(texts.next),
      ];
    case 'rewritten':
      return [pair(texts.besluit, code(verdict.identificatie ?? '')), line(texts.next)];
    case 'truncated':
      return [line(texts.next)];
    case 'malformed':
      return [line(texts.malformedNext)];
    default:
      return unreachable(verdict);
  }
}
