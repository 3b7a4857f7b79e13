import type { Language } from '../services/taal/language.ts';
import { sentencesIn } from '../services/taal/language.ts';
import type { CardButton } from './action-data.ts';
import { type AdaptiveCard, adaptiveCard, execute, foreign, heading, pair, stackedButtons } from './elements.ts';
import { paragraphs, plain } from './foreign-text.ts';
import { noticeTexts } from './texts/notice.ts';
import { cardLanguage } from './texts/shared.ts';

export interface NoticeView {
  /** The heading. `done`: a confirmation. `problem`: it was not done. `choose`: asked back. `note`: everything else. */
  readonly kind: 'done' | 'note' | 'problem' | 'choose' | 'cancelled';
  /** A whole sentence that says what to do next; lines are kept. */
  readonly sentence: string;
  /** Short reference that the log also holds. */
  readonly reference?: string;
  /** At most six ways on. */
  readonly next?: readonly { readonly title: string; readonly button: CardButton }[];
}

/** A plain sentence as a card: confirmations, errors, and everything that has no card of its own. */
export function noticeCard({ kind, sentence, reference, next = [] }: NoticeView, lang: Language): AdaptiveCard {
  const shown = cardLanguage(lang);
  const texts = sentencesIn(noticeTexts, shown);
  return adaptiveCard({
    lang: shown,
    fallbackText: texts[kind],
    body: [
      heading(texts[kind]),
      ...paragraphs(sentence, 3000).map((each) => foreign(each)),
      pair(texts.reference, plain(reference ?? '', 60)),
      ...stackedButtons(next.slice(0, 6).map(({ title, button }) => execute(plain(title, 100), button))),
    ],
  });
}
