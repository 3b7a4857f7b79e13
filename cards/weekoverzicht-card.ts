import { addTo, dayAt } from '../services/kalender/civil-date.ts';
import { vooruitDagen } from '../services/overzicht/termijnen.ts';
import { isLeeg, type Weekoverzicht } from '../services/overzicht/week.ts';
import { sentencesIn } from '../services/taal/language.ts';
import type { Intent, QuestionFilter } from '../services/vragen/reading.ts';
import {
  type AdaptiveCard,
  adaptiveCard,
  type Element,
  execute,
  foreign,
  heading,
  line,
  type Maybe,
  paragraph,
  run,
  stackedButtons,
  subheading,
} from './elements.ts';
import { plain } from './foreign-text.ts';
import type { HerinneringContext, ShownContext } from './herinnering-parts.ts';
import {
  comingAndLate,
  fitOverzicht,
  frameButtons,
  frameLines,
  inShort,
  type OverzichtFrame,
  termijnLine,
  termijnSection,
} from './overzicht-parts.ts';
import { code, type OwnText, own } from './own-text.ts';
import { overzichtTexts } from './texts/overzicht.ts';
import { cardLanguage } from './texts/shared.ts';
import { bestuursorgaanText, dayText } from './words.ts';

/** What comes, what is late, and what was decided and done: the message of Monday morning, and its example. */
export function weekoverzichtCard(
  view: OverzichtFrame & { readonly overzicht: Weekoverzicht },
  context: HerinneringContext,
): AdaptiveCard {
  const shown: ShownContext = { ...context, lang: cardLanguage(context.lang) };
  return fitOverzicht((count) => draw(view, shown, count));
}

function draw(
  view: OverzichtFrame & { readonly overzicht: Weekoverzicht },
  context: ShownContext,
  count: number,
): AdaptiveCard {
  const { lang } = context;
  const texts = sentencesIn(overzichtTexts, lang);
  const { overzicht } = view;
  const { besluiten, klaar } = overzicht;
  const hasHistory = besluiten.length + klaar.length > 0;
  const title = texts.titles.weekoverzicht;
  return adaptiveCard({
    lang,
    fallbackText: inShort(title, overzicht, lang),
    body: [
      heading(title),
      ...frameLines(view, context),
      isLeeg(overzicht) ? line(texts.empty.weekoverzicht) : undefined,
      ...comingAndLate(overzicht, count, context),
      ...silentLines(overzicht, context, count),
      ...besluitLines(overzicht, context, count),
      ...termijnSection(texts.done(klaar.length), klaar, count, (each) => termijnLine(each, context, 'done'), context),
      hasHistory
        ? foreign(texts.since(dayText(overzicht.vanaf, lang)), { isSubtle: true, spacing: 'Small' })
        : undefined,
      ...stackedButtons(waysOn(overzicht, context)),
      ...frameButtons(view, context),
    ],
  });
}

/** Asked again, and still nobody reacted. */
function silentLines(
  { zonderReactie }: Weekoverzicht,
  context: ShownContext,
  count: number,
): readonly Maybe<Element>[] {
  const { lang, timeZone } = context;
  const texts = sentencesIn(overzichtTexts, lang);
  const askedOn = new Map(zonderReactie.map(({ termijn, at }) => [termijn, dayText(dayAt(at, timeZone), lang)]));
  return termijnSection(
    texts.silent(zonderReactie.length),
    zonderReactie.map(({ termijn }) => termijn),
    count,
    (each) => termijnLine(each, context, 'plain', texts.silentSince(askedOn.get(each) ?? dayText(each.datum, lang))),
    context,
  );
}

function besluitLines({ besluiten }: Weekoverzicht, { lang }: ShownContext, count: number): readonly Maybe<Element>[] {
  if (besluiten.length === 0) return [];
  const texts = sentencesIn(overzichtTexts, lang);
  return [
    subheading(texts.decided(besluiten.length)),
    ...besluiten
      .slice(0, count)
      .map(({ identificatie, bestuursorgaan, onderwerp }) =>
        paragraph(
          [
            run(code(identificatie), { weight: 'Bolder' }),
            run(own` · `),
            run(bestuursorgaanText(bestuursorgaan, lang)),
            run(own` · `),
            run(plain(onderwerp, 120)),
          ],
          { spacing: 'Small' },
        ),
      ),
  ];
}

/** The same as questions, so that every line can be opened. */
function waysOn({ komend, teLaat, besluiten, vanaf }: Weekoverzicht, { lang, today }: ShownContext) {
  const texts = sentencesIn(overzichtTexts, lang);
  const ask = (title: OwnText, intent: Intent, filter: QuestionFilter) =>
    execute(title, { kind: 'vraag.keuze', reading: { text: '', lang, intent, filter } }, { associatedInputs: 'none' });
  const tot = addTo(today, { days: vooruitDagen });
  return [
    komend.length === 0 ? undefined : ask(texts.showComing, 'afspraak.zoeken', { periode: { van: today, tot } }),
    teLaat.length === 0 ? undefined : ask(texts.showLate, 'afspraak.zoeken', { status: 'te_laat' }),
    besluiten.length === 0
      ? undefined
      : ask(texts.showBesluiten, 'besluit.zoeken', { periode: { van: vanaf, tot: today } }),
  ];
}
