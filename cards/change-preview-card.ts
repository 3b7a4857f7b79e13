import type { Language } from '../services/taal/language.ts';
import { sentencesIn } from '../services/taal/language.ts';
import type { AfspraakChange } from '../services/wijzigen/types.ts';
import { namesText } from './afspraak-parts.ts';
import { codesText } from './besluit-parts.ts';
import { type ChangeDetail, changeList, lastDetail } from './change-parts.ts';
import { type AdaptiveCard, adaptiveCard, buttons, execute, foreign, heading, line } from './elements.ts';
import { fitCard } from './limits.ts';
import { cardLanguage } from './texts/shared.ts';
import { wijzigingTexts } from './texts/wijziging.ts';

export interface ChangePreview {
  /** Id of the proposal: all that the buttons carry. */
  readonly voorstel: string;
  /** With names, not `_id`s: `shownChanges`. */
  readonly changes: readonly AfspraakChange[];
  /** How many afspraken were meant as well but do not change. */
  readonly leftOut: number;
  /** In a bound channel "alle" means all of its verbanden: their names, where more than one afspraak changes. */
  readonly within?: readonly string[];
  /** Codes whose einddatum would come before the ingangsdatum: allowed, seldom meant. */
  readonly endsBeforeStart: readonly string[];
}

/** What would change, before anything does. **Doorvoeren** does it. */
export function changePreviewCard(view: ChangePreview, lang: Language): AdaptiveCard {
  const shown = cardLanguage(lang);
  return fitCard((step) => draw(view, shown, detailOf(step)), lastDetail);
}

/** The detail of a drawing step, for every card that lists changes. */
export const detailOf = (step: number): ChangeDetail => (step <= 0 ? 0 : step === 1 ? 1 : step === 2 ? 2 : 3);

function draw(view: ChangePreview, lang: 'nl' | 'en', detail: ChangeDetail): AdaptiveCard {
  const texts = sentencesIn(wijzigingTexts, lang);
  const { voorstel, changes, leftOut, within = [], endsBeforeStart } = view;
  return adaptiveCard({
    lang,
    fallbackText: texts.previewTitle,
    body: [
      heading(texts.previewTitle),
      line(texts.preview(changes.length)),
      changes.length > 1 && within.length > 0 ? foreign(texts.within(namesText(within, 3, 100, lang))) : undefined,
      ...changeList(changes, lang, detail),
      leftOut === 0 ? undefined : line(texts.leftOut(leftOut), { isSubtle: true }),
      endsBeforeStart.length === 0
        ? undefined
        : line(texts.endsBeforeStart(codesText(endsBeforeStart, 5, lang)), { color: 'Attention' }),
      buttons([
        execute(
          texts.apply,
          { kind: 'wijziging.doorvoeren', voorstel },
          { style: 'positive', associatedInputs: 'none' },
        ),
        execute(texts.cancel, { kind: 'wijziging.annuleren', voorstel }, { associatedInputs: 'none' }),
      ]),
    ],
  });
}
