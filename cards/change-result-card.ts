import type { Language } from '../services/taal/language.ts';
import { sentencesIn } from '../services/taal/language.ts';
import type { ChangeProposal, ChangeResult, Press } from '../services/wijzigen/types.ts';
import { showButton } from './afspraak-parts.ts';
import { codesText } from './besluit-parts.ts';
import { type ChangeDetail, changeList, lastDetail } from './change-parts.ts';
import { detailOf } from './change-preview-card.ts';
import {
  type AdaptiveCard,
  adaptiveCard,
  buttons,
  type Element,
  execute,
  heading,
  line,
  type Maybe,
  pair,
} from './elements.ts';
import { mixed, plain } from './foreign-text.ts';
import { fitCard } from './limits.ts';
import { own } from './own-text.ts';
import { cardLanguage } from './texts/shared.ts';
import { wijzigingTexts } from './texts/wijziging.ts';
import { momentText } from './words.ts';

export type ChangeResultView =
  /** `changes` with names, not `_id`s: `shownChanges`. */
  | (Pick<ChangeProposal, '_id' | 'state' | 'changes' | 'applied' | 'undone'> & {
      /** Codes whose einddatum now comes before the ingangsdatum. */
      readonly endsBeforeStart?: readonly string[];
    })
  | { readonly state: 'unknown' };

const shownCodes = 50;

/** What became of a change: which afspraken changed, which did not and why, and **Ongedaan maken**. */
export function changeResultCard(view: ChangeResultView, lang: Language, timeZone: string): AdaptiveCard {
  const shown = cardLanguage(lang);
  if (view.state === 'unknown' || view.state === 'proposed') return closedCard('unknown', shown);
  if (view.state === 'cancelled' || view.state === 'expired') return closedCard(view.state, shown);
  const pressed = view.state === 'applied' ? view.applied : view.undone;
  if (pressed === undefined) return closedCard('unknown', shown);
  return fitCard((step) => draw(view, pressed, shown, timeZone, detailOf(step)), lastDetail);
}

function closedCard(why: 'cancelled' | 'expired' | 'unknown', lang: 'nl' | 'en'): AdaptiveCard {
  const texts = sentencesIn(wijzigingTexts, lang);
  return adaptiveCard({
    lang,
    fallbackText: texts.closedTitle,
    body: [heading(texts.closedTitle), line(texts.closed[why])],
  });
}

function draw(
  view: Exclude<ChangeResultView, { state: 'unknown' }>,
  pressed: Press,
  lang: 'nl' | 'en',
  timeZone: string,
  detail: ChangeDetail,
): AdaptiveCard {
  const texts = sentencesIn(wijzigingTexts, lang);
  const results = pressed.results ?? [];
  const { endsBeforeStart = [] } = view;
  const saved = new Set(results.filter(({ kind }) => kind === 'saved').map(({ code }) => code));
  const isUndone = view.state === 'undone';
  const title = isUndone ? texts.undoneTitle(saved.size) : texts.appliedTitle(saved.size);
  const done = view.changes.filter(({ code }) => saved.has(code));
  const shown = isUndone ? done.map((one) => ({ ...one, velden: one.velden.map(turned) })) : done;
  const [only, ...others] = [...saved];
  const canUndo = !isUndone && saved.size > 0;
  return adaptiveCard({
    lang,
    fallbackText: title,
    body: [
      heading(title),
      ...changeList(shown, lang, detail),
      endsBeforeStart.length === 0
        ? undefined
        : line(texts.endsBeforeStart(codesText(endsBeforeStart, 5, lang)), { color: 'Attention' }),
      ...leftLines(results, lang),
      pair(texts.by, mixed`${plain(pressed.by, 120)}${own`, `}${momentText(pressed.at, timeZone, lang)}`),
      canUndo ? line(texts.undoHint, { isSubtle: true }) : undefined,
      buttons([
        canUndo
          ? execute(texts.undo, { kind: 'wijziging.ongedaan', voorstel: view._id }, { associatedInputs: 'none' })
          : undefined,
        only !== undefined && others.length === 0 ? showButton(only, lang) : undefined,
      ]),
    ],
  });
}

const turned = ({ veld, van, naar }: ChangeProposal['changes'][number]['velden'][number]) => ({
  veld,
  ...(naar !== undefined && { van: naar }),
  ...(van !== undefined && { naar: van }),
});

/** What was left as it is, by reason, each with its codes. */
function leftLines(results: readonly ChangeResult[], lang: 'nl' | 'en'): readonly Maybe<Element>[] {
  const texts = sentencesIn(wijzigingTexts, lang);
  return (['stale', 'not_allowed', 'gone', 'unchanged'] as const).map((kind) => {
    const codes = results.filter((result) => result.kind === kind).map(({ code }) => code);
    return pair(texts.left[kind], codesText(codes, shownCodes, lang));
  });
}
