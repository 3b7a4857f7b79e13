import { unreachable } from '../services/fault.ts';
import type { Verband } from '../services/register/types.ts';
import type { Language } from '../services/taal/language.ts';
import { sentencesIn } from '../services/taal/language.ts';
import {
  type AdaptiveCard,
  adaptiveCard,
  type Element,
  execute,
  foreign,
  heading,
  line,
  type Maybe,
  stackedButtons,
} from './elements.ts';
import { type PlainText, plain } from './foreign-text.ts';
import { cardLanguage } from './texts/shared.ts';
import { startTexts } from './texts/start.ts';

/** What became of `koppel` or `ontkoppel`. */
export type KoppelView =
  /** `warning`: a line about what the herinneringen of this verband miss. */
  | {
      readonly kind: 'bound';
      readonly verband: Verband;
      readonly all: readonly Verband[];
      readonly warning?: string;
    }
  | { readonly kind: 'unbound'; readonly verband: Verband; readonly all: readonly Verband[] }
  /** `koppel` alone: what this channel is bound to now. */
  | { readonly kind: 'overview'; readonly all: readonly Verband[] }
  | { readonly kind: 'ambiguous'; readonly typed: string; readonly choices: readonly Verband[] }
  | { readonly kind: 'unknown'; readonly typed: string; readonly nearest: readonly Verband[] };

const mostChoices = 8;
const mostBound = 12;

const nameOf = (verband: Verband): PlainText => plain(verband.naam, 150);

/** Binding a channel to a verband: what it is bound to, or the verbanden that may have been meant. */
export function koppelCard(view: KoppelView, lang: Language): AdaptiveCard {
  const shown = cardLanguage(lang);
  const title = sentencesIn(startTexts, shown).koppelTitle;
  return adaptiveCard({ lang: shown, fallbackText: title, body: [heading(title), ...bodyOf(view, shown)] });
}

function bodyOf(view: KoppelView, lang: Language): readonly Maybe<Element>[] {
  const texts = sentencesIn(startTexts, lang);
  switch (view.kind) {
    case 'bound':
      return [
        foreign(texts.bound(nameOf(view.verband)), { weight: 'Bolder' }),
        line(texts.boundNext),
        line(texts.boundOverviews, { isSubtle: true, spacing: 'Small' }),
        view.warning === undefined ? undefined : foreign(plain(view.warning, 600)),
        ...(view.all.length > 1 ? boundTo(view.all, lang) : []),
      ];
    case 'unbound':
      return [
        foreign(texts.unbound(nameOf(view.verband)), { weight: 'Bolder' }),
        line(texts.unboundNext),
        ...(view.all.length > 0 ? boundTo(view.all, lang) : []),
      ];
    case 'overview':
      return view.all.length === 0 ? [line(texts.notBound)] : boundTo(view.all, lang);
    case 'ambiguous':
      return [foreign(texts.ambiguous(plain(view.typed, 100))), ...choicesFor(view.choices)];
    case 'unknown':
      return [
        foreign(texts.unknown(plain(view.typed, 100))),
        ...(view.nearest.length === 0 ? [] : [line(texts.nearest), ...choicesFor(view.nearest)]),
        line(texts.unknownNext),
      ];
    default:
      return unreachable(view);
  }
}

/** Every verband of this channel, each with the button to undo it. */
function boundTo(all: readonly Verband[], lang: Language): readonly Maybe<Element>[] {
  const texts = sentencesIn(startTexts, lang);
  return [
    line(texts.boundNow, { spacing: 'Medium' }),
    ...all.slice(0, mostBound).flatMap((verband) => [
      foreign(nameOf(verband), { spacing: 'Small' }),
      ...stackedButtons([
        execute(texts.release(plain(verband.orgaan ?? verband.naam, 60)), {
          kind: 'ontkoppel',
          verbandId: verband._id,
        }),
      ]),
    ]),
  ];
}

const choicesFor = (verbanden: readonly Verband[]): readonly Element[] =>
  stackedButtons(
    verbanden
      .slice(0, mostChoices)
      .map((verband) => execute(nameOf(verband), { kind: 'koppel', verbandId: verband._id })),
  );
