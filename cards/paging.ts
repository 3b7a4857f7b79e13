import type { Language } from '../services/taal/language.ts';
import { sentencesIn } from '../services/taal/language.ts';
import type { Listing } from '../services/vragen/answer-types.ts';
import type { CardButton } from './action-data.ts';
import { buttons, type Element, execute, line, type Maybe } from './elements.ts';
import { sharedTexts } from './texts/shared.ts';

/** One page of a list. `page` is the one shown, which may be another than was asked for: a list can have become shorter. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly page: number;
  readonly pages: number;
}

/** Pages count from 1; a number outside the list gives its nearest page. */
export function pageOf<T>(items: Listing<T>, asked: number, size: number): Page<T> {
  const pages = Math.max(1, Math.ceil(items.length / size));
  const page = Math.min(Math.max(1, Math.trunc(asked) || 1), pages);
  return { items: items.slice((page - 1) * size, page * size), page, pages };
}

/** `Pagina 2 van 5` with Vorige and Volgende; nothing for a list of one page. */
export function pager(
  { page, pages }: Page<unknown>,
  lang: Language,
  turnTo: (page: number) => CardButton,
): readonly Maybe<Element>[] {
  if (pages === 1) return [];
  const texts = sentencesIn(sharedTexts, lang);
  return [
    line(texts.page(page, pages), { separator: true, spacing: 'Medium' }),
    buttons([
      page > 1 ? execute(texts.previous, turnTo(page - 1), { associatedInputs: 'none' }) : undefined,
      page < pages ? execute(texts.next, turnTo(page + 1), { associatedInputs: 'none' }) : undefined,
    ]),
  ];
}
