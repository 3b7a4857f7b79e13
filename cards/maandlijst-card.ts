import {
  type Gat,
  gaten,
  isCompleet,
  type Maandlijst,
  type Onvolledig,
  soortenMissing,
} from '../services/overzicht/ontbreekt.ts';
import { sentencesIn } from '../services/taal/language.ts';
import type { Intent, QuestionFilter } from '../services/vragen/reading.ts';
import { ownerText, showButton } from './afspraak-parts.ts';
import {
  type AdaptiveCard,
  adaptiveCard,
  buttons,
  container,
  type Element,
  execute,
  heading,
  line,
  type Maybe,
  pair,
  paragraph,
  run,
  stackedButtons,
} from './elements.ts';
import { joinedPlain, plain } from './foreign-text.ts';
import type { HerinneringContext, ShownContext } from './herinnering-parts.ts';
import { fitCard } from './limits.ts';
import { frameButtons, frameLines, type OverzichtFrame } from './overzicht-parts.ts';
import { code, joined, type OwnText, own } from './own-text.ts';
import { pageOf, pager } from './paging.ts';
import { overzichtTexts } from './texts/overzicht.ts';
import { cardLanguage } from './texts/shared.ts';
import { fieldText } from './words.ts';

const onPage = 6;
const titleLength = [140, 60] as const;

/** What is missing in the afspraken of a kanaal: how much of each, and which ones, each with a button to complete it. */
export function maandlijstCard(
  view: OverzichtFrame & { readonly lijst: Maandlijst; readonly page: number },
  context: HerinneringContext,
): AdaptiveCard {
  const shown: ShownContext = { ...context, lang: cardLanguage(context.lang) };
  return fitCard((step) => draw(view, shown, titleLength[step] ?? 60), titleLength.length - 1);
}

function draw(
  view: OverzichtFrame & { readonly lijst: Maandlijst; readonly page: number },
  context: ShownContext,
  length: number,
): AdaptiveCard {
  const { lang } = context;
  const texts = sentencesIn(overzichtTexts, lang);
  const { lijst } = view;
  const { onvolledig } = lijst;
  const title = texts.titles.maandlijst;
  const shown = pageOf(onvolledig, view.page, onPage);
  return adaptiveCard({
    lang,
    fallbackText: own`${title}: ${joined(countTexts(lijst, lang), own`, `)}`,
    body: [
      heading(title),
      ...frameLines(view, context),
      isCompleet(lijst) ? line(texts.empty.maandlijst) : line(texts.counts, { spacing: 'Medium' }),
      ...stackedButtons(countButtons(lijst, lang)),
      ...exitLines(lijst, lang),
      onvolledig.length === 0 ? undefined : line(texts.incomplete(onvolledig.length), { spacing: 'Medium' }),
      ...shown.items.map((item) => listItem(item, lang, length)),
      ...pager(shown, lang, (page) => ({ kind: 'overzicht.toon', soort: 'maandlijst', page })),
      ...frameButtons(view, context),
    ],
  });
}

const countTexts = ({ aantallen, zonderExit }: Maandlijst, lang: ShownContext['lang']): readonly OwnText[] => {
  const texts = sentencesIn(overzichtTexts, lang);
  return [
    ...gaten.filter((gat) => aantallen[gat] > 0).map((gat) => texts.gatCount[gat](aantallen[gat])),
    ...(zonderExit.length > 0 ? [texts.noExit(zonderExit.length)] : []),
  ];
};

/** Each count is the question that gives the whole list. */
function countButtons(lijst: Maandlijst, lang: ShownContext['lang']) {
  const { aantallen, zonderExit } = lijst;
  const texts = sentencesIn(overzichtTexts, lang);
  const ask = (title: OwnText, intent: Intent, filter: QuestionFilter) =>
    execute(title, { kind: 'vraag.keuze', reading: { text: '', lang, intent, filter } }, { associatedInputs: 'none' });
  // Asked without soorten, the question also gives those that have no end by nature.
  const filterOf = (gat: Gat): QuestionFilter =>
    gat === 'einddatum' ? { type: soortenMissing(lijst, gat), ontbreekt: gat } : { ontbreekt: gat };
  return [
    ...gaten
      .filter((gat) => aantallen[gat] > 0)
      .map((gat: Gat) => ask(texts.gatCount[gat](aantallen[gat]), 'afspraak.zoeken', filterOf(gat))),
    zonderExit.length === 0 ? undefined : ask(texts.noExit(zonderExit.length), 'verband.zoeken', { ontbreekt: 'exit' }),
  ];
}

const shownVerbanden = 6;

function exitLines({ zonderExit }: Maandlijst, lang: ShownContext['lang']): readonly Maybe<Element>[] {
  if (zonderExit.length === 0) return [];
  const texts = sentencesIn(overzichtTexts, lang);
  const names = zonderExit.slice(0, shownVerbanden).map(({ orgaan, naam }) => plain(orgaan ?? naam, 100));
  return [
    pair(texts.noExitOf, joinedPlain(names, own`, `)),
    line(texts.noExitWhy, { isSubtle: true, spacing: 'Small' }),
  ];
}

function listItem({ afspraak, gaten: missing }: Onvolledig, lang: ShownContext['lang'], length: number): Element {
  const texts = sentencesIn(overzichtTexts, lang);
  return container(
    [
      paragraph([run(code(afspraak._id), { weight: 'Bolder' }), run(own` · `), run(plain(afspraak.titel, length))]),
      pair(
        texts.missing,
        joined(
          missing.map((gat) => texts.gatNames[gat]),
          own`, `,
        ),
      ),
      missing.includes('eigenaar') ? undefined : pair(fieldText('eigenaar', lang), ownerText(afspraak, lang)),
      buttons(
        [
          execute(
            texts.edit(code(afspraak._id)),
            { kind: 'afspraak.formulier', code: afspraak._id },
            { associatedInputs: 'none' },
          ),
          showButton(afspraak._id, lang),
        ],
        { spacing: 'Small' },
      ),
    ],
    { separator: true, spacing: 'Medium' },
  );
}
