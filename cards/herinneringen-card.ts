import type { OwnLadder } from '../services/herinneringen/ladders.ts';
import { dayAt } from '../services/kalender/civil-date.ts';
import { type Language, sentencesIn } from '../services/taal/language.ts';
import type { Reading } from '../services/vragen/reading.ts';
import type { CardButton } from './action-data.ts';
import { showButton } from './afspraak-parts.ts';
import {
  type AdaptiveCard,
  adaptiveCard,
  buttons,
  container,
  type Element,
  execute,
  foreign,
  heading,
  line,
  type Maybe,
  pair,
  paragraph,
  run,
} from './elements.ts';
import { forecastLine, roleText } from './escalatie-parts.ts';
import { mixed, plain } from './foreign-text.ts';
import type { HerinneringContext, HerinneringView, ShownContext } from './herinnering-parts.ts';
import { fitCard } from './limits.ts';
import { type OverzichtState, overzichtLines } from './overzichten-card.ts';
import { code, own } from './own-text.ts';
import { pageOf, pager } from './paging.ts';
import { inhoudText, ladderText, wanneerText } from './regel-parts.ts';
import { escalatieTexts } from './texts/escalatie.ts';
import { herinneringTexts } from './texts/herinnering.ts';
import { regelTexts } from './texts/regel.ts';
import { cardLanguage } from './texts/shared.ts';
import { dayText, fieldText, kindText, stateText } from './words.ts';

const mostLadders = 4;

/** So many on one page; what costs work to look up is looked up for these alone. */
export const herinneringenOnPage = 6;

export interface HerinneringenView {
  /** All of them, in the order to show. */
  readonly items: readonly HerinneringView[];
  /** From 1. */
  readonly page: number;
  /** How the question was understood, where it names something. */
  readonly understood?: string;
  /** Own ladders that hold for what is shown here. */
  readonly ladders?: readonly { readonly naam: string; readonly ladder: OwnLadder }[];
  /** The overzichten of this conversation; on the first page. */
  readonly overzichten?: readonly OverzichtState[];
  /** What may make them come at the wrong time: a line of its own under the list. */
  readonly warning?: string;
  /** The question they answer: turning the page asks it again. Absent: the bare command `herinneringen`. */
  readonly reading?: Reading;
}

/** The reminders that are planned or were sent, one page of them. */
export function herinneringenCard(view: HerinneringenView, context: HerinneringContext): AdaptiveCard {
  const shown = { ...context, lang: cardLanguage(context.lang) };
  return fitCard((step) => drawList(view, shown, step === 0 ? 160 : 60), 1);
}

function drawList(
  { items, page, understood, reading, ladders = [], overzichten = [], warning }: HerinneringenView,
  context: ShownContext,
  nameLength: number,
): AdaptiveCard {
  const { lang } = context;
  const texts = sentencesIn(herinneringTexts, lang);
  const title = texts.listTitle(items.length);
  const shown = pageOf(items, page, herinneringenOnPage);
  return adaptiveCard({
    lang,
    fallbackText: title,
    body: [
      heading(title),
      understood === undefined ? undefined : foreign(plain(understood, 400), { isSubtle: true, spacing: 'Small' }),
      items.length === 0 ? line(texts.listEmpty) : undefined,
      ...shown.items.map((item) => listItem(item, context, nameLength)),
      ...(shown.page === 1 ? overzichtLines(overzichten, context) : []),
      ...ladderLines(ladders, lang),
      warning === undefined ? undefined : foreign(plain(warning, 600), { separator: true, spacing: 'Medium' }),
      ...pager(shown, lang, (turned) =>
        reading === undefined
          ? { kind: 'herinneringen.pagina', page: turned }
          : { kind: 'vraag.pagina', reading, page: turned },
      ),
    ],
  });
}

function listItem(view: HerinneringView, context: ShownContext, nameLength: number): Element {
  const { occurrence, afspraak, verband, eigen, escalatie, zonderReactie, isManaged } = view;
  const { lang, timeZone } = context;
  const texts = sentencesIn(herinneringTexts, lang);
  return container(
    [
      foreign(eigen === undefined ? plain(afspraak?.titel ?? '', nameLength) : inhoudText(eigen, lang), {
        weight: 'Bolder',
      }),
      paragraph(
        [
          ...(occurrence.code === '' ? [] : [run(code(occurrence.code)), run(own` · `)]),
          run(kindText(occurrence.kind, lang)),
          run(own` `),
          run(dayText(occurrence.anchor, lang)),
        ],
        { spacing: 'Small' },
      ),
      pair(texts.sentOn, dayText(dayAt(occurrence.at, timeZone), lang, { weekday: true })),
      repeatLine(view, lang),
      pair(texts.state, stateText(occurrence.state, lang)),
      escalatie === undefined ? undefined : pair(sentencesIn(escalatieTexts, lang).asks, roleText(escalatie.aan, lang)),
      forecastLine(zonderReactie ?? (escalatie?.daarna === undefined ? undefined : [escalatie.daarna]), lang),
      pair(fieldText('verband', lang), plain(verband?.naam ?? '', nameLength)),
      buttons(
        [
          afspraak === undefined ? undefined : showButton(occurrence.code, lang),
          eigen === undefined ? undefined : manageButton({ kind: 'regel.toon', regel: eigen.regel._id }, lang),
          isManaged ? manageButton({ kind: 'moment.toon', moment: occurrence._id }, lang) : undefined,
        ],
        { spacing: 'Small' },
      ),
    ],
    { separator: true, spacing: 'Medium' },
  );
}

/** The rhythm of what comes again: it is in the list once, at its next moment. */
function repeatLine({ occurrence, eigen, everyDays }: HerinneringView, lang: 'nl' | 'en'): Maybe<Element> {
  const texts = sentencesIn(herinneringTexts, lang);
  if (everyDays !== undefined) return pair(texts.repeats, texts.everyWhileOpen(everyDays));
  const isRepeated = eigen?.regel.wanneer.kind === 'recurring' && occurrence.state === 'planned';
  return isRepeated ? pair(texts.repeats, wanneerText(eigen.regel.wanneer, lang)) : undefined;
}

const manageButton = (button: CardButton, lang: Language) =>
  execute(sentencesIn(regelTexts, lang).buttons.show, button, { associatedInputs: 'none' });

/** Which other terms hold, each with the way back to the default. */
function ladderLines(ladders: NonNullable<HerinneringenView['ladders']>, lang: Language): readonly Maybe<Element>[] {
  if (ladders.length === 0) return [];
  const texts = sentencesIn(regelTexts, lang);
  return ladders.slice(0, mostLadders).map(({ naam, ladder }) => {
    const kind = ladder.kind === undefined ? own`` : own` (${kindText(ladder.kind, lang)})`;
    return container(
      [
        pair(texts.laddersHere, mixed`${plain(naam, 100)}${kind}: ${ladderText(ladder, lang)}`),
        buttons([execute(texts.buttons.back, { kind: 'ladder.terug', ladder }, { associatedInputs: 'none' })], {
          spacing: 'Small',
        }),
      ],
      { separator: true, spacing: 'Medium' },
    );
  });
}
