import type { HerinneringKind, Reaction } from '../services/herinneringen/types.ts';
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
import { dayText, kindText, timedDayText } from './words.ts';

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
  const said = tellingReactions(occurrence.reactions);
  return paragraph(
    [
      run(nameText(item, context.lang), { weight: 'Bolder' }),
      run(own` · `),
      item.since === undefined
        ? run(
            whatText(occurrence.kind, occurrence.anchor, context),
            isPast(occurrence.anchor, context) ? { color: 'Attention' } : {},
          )
        : run(sinceText(item.since, occurrence.kind, context)),
      ...(item.escalatie === undefined
        ? []
        : [run(own` · `), run(roleText(item.escalatie.aan, context.lang), { weight: 'Bolder' })]),
      ...said.flatMap((reaction) => [run(own` · `), run(reactionWords(reaction, context))]),
      ...(occurrence.missed === undefined
        ? []
        : [run(own` · `), run(sentencesIn(regelTexts, context.lang).missedShort(occurrence.missed))]),
      ...(afspraak === undefined ? [] : [run(own` · `), run(plain(afspraak.titel, 80))]),
    ],
    { spacing: 'Small' },
  );
}

/** `Herijking nu 1 maart 2027`: it has changed since it was told. */
function sinceText(
  since: NonNullable<HerinneringView['since']>,
  kind: HerinneringKind,
  { lang }: ShownContext,
): PlainText {
  const { short } = sentencesIn(herinneringTexts, lang).since;
  const now = since === 'ended' || since === 'removed' ? short[since] : short.moved(dayText(since, lang));
  return mixed`${kindText(kind, lang)} ${now}`;
}

/** What counts of all that was pressed: that it is done; else who is on it and until when it waits; else who saw it last. */
function tellingReactions(reactions: readonly Reaction[]): readonly Reaction[] {
  const done = reactions.findLast(({ button }) => button === 'klaar');
  if (done !== undefined) return [done];
  const taken = reactions.findLast(({ button }) => button === 'oppakken');
  const waits = reactions.findLast(({ button }) => button === 'uitstellen');
  const telling = reactions.filter((one) => one === taken || one === waits);
  return telling.length > 0 ? telling : reactions.slice(-1);
}

/** By whom, and when a postponed one comes back: the channel sees who is on it. */
function reactionWords({ button, by, until, tijd }: Reaction, { lang }: ShownContext): PlainText {
  const texts = sentencesIn(herinneringTexts, lang);
  const told = texts.words[button](plain(by.naam, 60));
  return button === 'uitstellen' && until !== undefined
    ? mixed`${told}${texts.comesBack(timedDayText(until, tijd, lang))}`
    : told;
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
