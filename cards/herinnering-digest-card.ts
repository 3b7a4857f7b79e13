import type { Reaction } from '../services/herinneringen/types.ts';
import { sentencesIn } from '../services/taal/language.ts';
import { inputIds } from './action-data.ts';
import { codesText } from './besluit-parts.ts';
import {
  type AdaptiveCard,
  adaptiveCard,
  buttons,
  choiceInput,
  type Element,
  heading,
  line,
  type Maybe,
  pair,
  paragraph,
  run,
} from './elements.ts';
import { roleText } from './escalatie-parts.ts';
import { type CardText, mixed, type PlainText, plain } from './foreign-text.ts';
import {
  delayInputs,
  type HerinneringContext,
  type HerinneringView,
  isPast,
  isSettled,
  lateLine,
  nameText,
  reactionButtons,
  type ShownContext,
  whatText,
} from './herinnering-parts.ts';
import { fitCard } from './limits.ts';
import { own } from './own-text.ts';
import { escalatieTexts } from './texts/escalatie.ts';
import { herinneringTexts } from './texts/herinnering.ts';
import { regelTexts } from './texts/regel.ts';
import { cardLanguage } from './texts/shared.ts';
import { dayText } from './words.ts';

/** How many are told in a line of their own and can be chosen, from rich to sparse; the codes of the rest follow in one paragraph. */
const told = [40, 25, 15, 8, 0] as const;
const choosable = [40, 40, 25, 15, 15] as const;
/** Codes in one card: 14 KB of them, the most that fits beside the buttons. */
const mostCodes = 900;

export interface HerinneringDigestView {
  readonly items: readonly HerinneringView[];
}

/**
 * Several reminders, or several questions because nobody reacted, in one message. The code of every one is in it, however many there are; the ones that do not get a line are
 * named by code alone. The four buttons work on the one that is chosen.
 */
export function herinneringDigestCard(view: HerinneringDigestView, context: HerinneringContext): AdaptiveCard {
  const shown = { ...context, lang: cardLanguage(context.lang) };
  return fitCard((step) => drawDigest(view, shown, told[step] ?? 0, choosable[step] ?? 15), told.length - 1);
}

function drawDigest(
  { items }: HerinneringDigestView,
  context: ShownContext,
  lines: number,
  choices: number,
): AdaptiveCard {
  const { lang } = context;
  const texts = sentencesIn(herinneringTexts, lang);
  const isEscalation = items.some(({ escalatie }) => escalatie !== undefined);
  const title = (isEscalation ? sentencesIn(escalatieTexts, lang) : texts).digestTitle(items.length);
  const open = items.filter(({ occurrence }) => !isSettled(occurrence));
  const rest = [...new Set(items.slice(lines).map(({ occurrence }) => occurrence.code))].filter((each) => each !== '');
  return adaptiveCard({
    lang,
    fallbackText: title,
    body: [
      heading(title),
      isEscalation && open.length > 0 ? line(sentencesIn(escalatieTexts, lang).digestIntro) : undefined,
      open.some(({ escalatie }) => escalatie !== undefined && escalatie.model === undefined)
        ? line(sentencesIn(escalatieTexts, lang).noModel, { isSubtle: true })
        : undefined,
      lateLine(items, lang),
      ...items.slice(0, lines).map((item) => digestLine(item, context)),
      rest.length === 0 ? undefined : pair(texts.also, codesText(rest, mostCodes, lang)),
      line(texts.showHint, { isSubtle: true }),
      ...(open.length === 0
        ? [line(texts.allSettled, { weight: 'Bolder', color: 'Good' })]
        : [chooser(open.slice(0, choices), context), ...delayInputs(lang), buttons(reactionButtons(lang))]),
    ],
  });
}

/** `AFS-2026-012 · Herijking over 14 dagen · gezien door De Vries · Dienstverlening werkplekbeheer`. */
function digestLine(item: HerinneringView, context: ShownContext): Maybe<Element> {
  const { occurrence, afspraak } = item;
  const last = occurrence.reactions.at(-1);
  return paragraph(
    [
      run(nameText(item, context.lang), { weight: 'Bolder' }),
      run(own` · `),
      run(
        whatText(occurrence.kind, occurrence.anchor, context),
        isPast(occurrence.anchor, context) ? { color: 'Attention' } : {},
      ),
      ...(item.escalatie === undefined
        ? []
        : [run(own` · `), run(roleText(item.escalatie.aan, context.lang), { weight: 'Bolder' })]),
      ...(last === undefined ? [] : [run(own` · `), run(lastWords(last, context))]),
      ...(occurrence.missed === undefined
        ? []
        : [run(own` · `), run(sentencesIn(regelTexts, context.lang).missedShort(occurrence.missed))]),
      ...(afspraak === undefined ? [] : [run(own` · `), run(plain(afspraak.titel, 80))]),
    ],
    { spacing: 'Small' },
  );
}

/** What was pressed last, by whom, and when a postponed one comes back: the channel sees who is on it. */
function lastWords({ button, by, until }: Reaction, { lang }: ShownContext): PlainText {
  const texts = sentencesIn(herinneringTexts, lang);
  const told = texts.words[button](plain(by.naam, 60));
  return button === 'uitstellen' && until !== undefined ? mixed`${told}${texts.comesBack(dayText(until, lang))}` : told;
}

function chooser(open: readonly HerinneringView[], context: ShownContext): Element {
  const texts = sentencesIn(herinneringTexts, context.lang);
  return choiceInput({
    id: inputIds.occurrence,
    label: texts.choose,
    isRequired: true,
    errorMessage: texts.chooseMissing,
    choices: open.map((item) => ({
      title: choiceTitle(item, context),
      value: item.occurrence._id,
    })),
    spacing: 'Medium',
  });
}

/** `AFS-2026-012: Herijking over 14 dagen`; of an own one without a code what was asked. */
function choiceTitle(item: HerinneringView, context: ShownContext): CardText {
  const what = whatText(item.occurrence.kind, item.occurrence.anchor, context);
  return mixed`${nameText(item, context.lang)}: ${what}`;
}
