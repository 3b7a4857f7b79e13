import { isRustig, type Opgepakt, type PersoonlijkOverzicht } from '../services/overzicht/persoonlijk.ts';
import type { Eigenaar } from '../services/register/types.ts';
import type { Language } from '../services/taal/language.ts';
import { sentencesIn } from '../services/taal/language.ts';
import {
  type AdaptiveCard,
  adaptiveCard,
  buttons,
  type Element,
  execute,
  foreign,
  heading,
  line,
  type Maybe,
  pair,
  paragraph,
  run,
  stackedButtons,
  subheading,
} from './elements.ts';
import { joinedPlain, mixed, plain } from './foreign-text.ts';
import type { HerinneringContext, ShownContext } from './herinnering-parts.ts';
import {
  comingAndLate,
  fitOverzicht,
  frameButtons,
  frameLines,
  inShort,
  type OverzichtFrame,
  termijnLine,
} from './overzicht-parts.ts';
import { code, joined, own } from './own-text.ts';
import { overzichtTexts } from './texts/overzicht.ts';
import { cardLanguage } from './texts/shared.ts';
import { momentText } from './words.ts';

export interface PersoonlijkView extends OverzichtFrame {
  readonly overzicht: PersoonlijkOverzicht;
  /** Names of the kanalen of what was taken up there, by `_id`, where Teams told one. */
  readonly kanalen: ReadonlyMap<string, string>;
  /** As whom the register knows this person. */
  readonly eigenaar?: Eigenaar;
}

/** What one person owns and took up; in their own chat alone. */
export function persoonlijkOverzichtCard(view: PersoonlijkView, context: HerinneringContext): AdaptiveCard {
  const shown: ShownContext = { ...context, lang: cardLanguage(context.lang) };
  return fitOverzicht((count) => draw(view, shown, count));
}

function draw(view: PersoonlijkView, context: ShownContext, count: number): AdaptiveCard {
  const { lang } = context;
  const texts = sentencesIn(overzichtTexts, lang);
  const { overzicht, eigenaar } = view;
  const title = texts.titles.persoonlijk;
  return adaptiveCard({
    lang,
    fallbackText: inShort(title, overzicht, lang),
    body: [
      heading(title),
      ...frameLines(view, context),
      eigenaar === undefined ? undefined : pair(texts.asWho, plain(eigenaar.naam, 120)),
      eigenaar === undefined ? undefined : line(texts.mine(overzicht.eigen), { spacing: 'Small' }),
      isRustig(overzicht) ? line(texts.empty.persoonlijk) : undefined,
      ...comingAndLate(overzicht, count, context),
      ...takenLines(view, context, count),
      ...incompleteLines(overzicht, lang, count),
      line(texts.private, { isSubtle: true, spacing: 'Medium' }),
      ...frameButtons(view, context),
    ],
  });
}

function takenLines({ overzicht: { opgepakt }, kanalen }: PersoonlijkView, context: ShownContext, count: number) {
  if (opgepakt.length === 0) return [];
  const texts = sentencesIn(overzichtTexts, context.lang);
  const draw = (each: Opgepakt): Maybe<Element> => {
    if (each.kind === 'termijn') return termijnLine(each.termijn, context, isPassed(each, context) ? 'late' : 'plain');
    const naam = kanalen.get(each.kanaal);
    const what = naam === undefined ? texts.takenOwnUnnamed : texts.takenOwn(plain(naam, 100));
    return foreign(mixed`${what} · ${momentText(each.at, context.timeZone, context.lang)}`, { spacing: 'Small' });
  };
  return [subheading(texts.taken(opgepakt.length)), ...opgepakt.slice(0, count).map(draw)];
}

const isPassed = ({ termijn }: Extract<Opgepakt, { kind: 'termijn' }>, { today }: ShownContext): boolean =>
  termijn.datum < today;

function incompleteLines(
  { onvolledig }: PersoonlijkOverzicht,
  lang: ShownContext['lang'],
  count: number,
): readonly Maybe<Element>[] {
  if (onvolledig.length === 0) return [];
  const texts = sentencesIn(overzichtTexts, lang);
  const shown = onvolledig.slice(0, Math.min(3, count));
  return [
    line(texts.incomplete(onvolledig.length), { spacing: 'Medium' }),
    ...shown.map(({ afspraak, gaten }) =>
      paragraph(
        [
          run(code(afspraak._id), { weight: 'Bolder' }),
          run(own` · `),
          run(
            joined(
              gaten.map((gat) => texts.gaten[gat]),
              own`, `,
            ),
          ),
          run(own` · `),
          run(plain(afspraak.titel, 80)),
        ],
        { spacing: 'Small' },
      ),
    ),
    buttons(
      shown.map(({ afspraak }) =>
        execute(
          texts.edit(code(afspraak._id)),
          { kind: 'afspraak.formulier', code: afspraak._id },
          { associatedInputs: 'none' },
        ),
      ),
      { spacing: 'Small' },
    ),
  ];
}

/** "Ben jij X uit het register?": nothing is taken for granted from a name. `likely`: whom the register may mean. */
export function wieBenJijCard(likely: readonly Eigenaar[], lang: Language): AdaptiveCard {
  const shown = cardLanguage(lang);
  const texts = sentencesIn(overzichtTexts, shown);
  const [only, ...others] = likely;
  const question = only === undefined ? texts.asNone : others.length === 0 ? texts.asQuestionOne : texts.asQuestion;
  return adaptiveCard({
    lang: shown,
    fallbackText: texts.asTitle,
    body: [
      heading(texts.asTitle),
      line(texts.asIntro),
      line(texts.private, { isSubtle: true, spacing: 'Small' }),
      line(question, { weight: 'Bolder', spacing: 'Medium' }),
      ...likely.map(({ naam, email }) =>
        foreign(joinedPlain([plain(naam, 120), plain(email ?? '', 120)], own` · `), { spacing: 'Small' }),
      ),
      line(texts.asOther, { isSubtle: true, spacing: 'Small' }),
      ...stackedButtons([
        ...likely.map(({ naam, email }) =>
          execute(texts.asYes(plain(email ?? naam, 80)), {
            kind: 'overzicht.persoon',
            naam,
            ...(email !== undefined && { email }),
          }),
        ),
        execute(texts.asOnlyTaken, { kind: 'overzicht.persoon' }),
      ]),
    ],
  });
}
