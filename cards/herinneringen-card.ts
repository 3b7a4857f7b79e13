import { dayAt } from '../services/kalender/civil-date.ts';
import { sentencesIn } from '../services/taal/language.ts';
import type { Reading } from '../services/vragen/reading.ts';
import { showButton } from './afspraak-parts.ts';
import {
  type AdaptiveCard,
  adaptiveCard,
  buttons,
  container,
  type Element,
  foreign,
  heading,
  line,
  pair,
  paragraph,
  run,
} from './elements.ts';
import { plain } from './foreign-text.ts';
import type { HerinneringContext, HerinneringView, ShownContext } from './herinnering-parts.ts';
import { fitCard } from './limits.ts';
import { code, own } from './own-text.ts';
import { pageOf, pager } from './paging.ts';
import { herinneringTexts } from './texts/herinnering.ts';
import { cardLanguage } from './texts/shared.ts';
import { dayText, fieldText, kindText, stateText } from './words.ts';

const onPage = 6;

export interface HerinneringenView {
  /** All of them, in the order to show. */
  readonly items: readonly HerinneringView[];
  /** From 1. */
  readonly page: number;
  /** The question they answer: turning the page asks it again. Absent: the bare command `herinneringen`. */
  readonly reading?: Reading;
}

/** The reminders that are planned or were sent, one page of them. */
export function herinneringenCard(view: HerinneringenView, context: HerinneringContext): AdaptiveCard {
  const shown = { ...context, lang: cardLanguage(context.lang) };
  return fitCard((step) => drawList(view, shown, step === 0 ? 160 : 60), 1);
}

function drawList(
  { items, page, reading }: HerinneringenView,
  context: ShownContext,
  nameLength: number,
): AdaptiveCard {
  const { lang } = context;
  const texts = sentencesIn(herinneringTexts, lang);
  const title = texts.listTitle(items.length);
  const shown = pageOf(items, page, onPage);
  return adaptiveCard({
    lang,
    fallbackText: title,
    body: [
      heading(title),
      items.length === 0 ? line(texts.listEmpty) : undefined,
      ...shown.items.map((item) => listItem(item, context, nameLength)),
      ...pager(shown, lang, (turned) =>
        reading === undefined
          ? { kind: 'herinneringen.pagina', page: turned }
          : { kind: 'vraag.pagina', reading, page: turned },
      ),
    ],
  });
}

function listItem(
  { occurrence, afspraak, verband }: HerinneringView,
  context: ShownContext,
  nameLength: number,
): Element {
  const { lang, timeZone } = context;
  const texts = sentencesIn(herinneringTexts, lang);
  return container(
    [
      foreign(plain(afspraak?.titel ?? '', nameLength), { weight: 'Bolder' }),
      paragraph(
        [
          run(code(occurrence.code)),
          run(own` · `),
          run(kindText(occurrence.kind, lang)),
          run(own` `),
          run(dayText(occurrence.anchor, lang)),
        ],
        { spacing: 'Small' },
      ),
      pair(texts.sentOn, dayText(dayAt(occurrence.at, timeZone), lang, { weekday: true })),
      pair(texts.state, stateText(occurrence.state, lang)),
      pair(fieldText('verband', lang), plain(verband?.naam ?? '', nameLength)),
      buttons([afspraak === undefined ? undefined : showButton(occurrence.code, lang)], { spacing: 'Small' }),
    ],
    { separator: true, spacing: 'Medium' },
  );
}
