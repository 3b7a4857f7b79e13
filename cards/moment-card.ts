import type { LadderMoment } from '../services/herinneringen/ladder-moments.ts';
import type { MomentTrace } from '../services/herinneringen/types.ts';
import { dayAt } from '../services/kalender/civil-date.ts';
import type { Afspraak } from '../services/register/types.ts';
import { sentencesIn } from '../services/taal/language.ts';
import { showButton } from './afspraak-parts.ts';
import {
  type AdaptiveCard,
  adaptiveCard,
  buttons,
  dateInput,
  type Element,
  execute,
  foreign,
  heading,
  line,
  type Maybe,
  pair,
  subheading,
} from './elements.ts';
import { type CardText, mixed, plain } from './foreign-text.ts';
import { type HerinneringContext, isPast, type ShownContext, whatText } from './herinnering-parts.ts';
import { momentInputs } from './moment-data.ts';
import { code, own } from './own-text.ts';
import { momentTexts } from './texts/moment.ts';
import { cardLanguage } from './texts/shared.ts';
import { dayText, momentText } from './words.ts';

export interface MomentView {
  readonly moment: LadderMoment;
  readonly afspraak: Afspraak;
}

/** One planned reminder with everything that can be done to it. Draw it again after each press. */
export function momentCard({ moment, afspraak }: MomentView, context: HerinneringContext): AdaptiveCard {
  const shown: ShownContext = { ...context, lang: cardLanguage(context.lang) };
  const { lang, timeZone } = shown;
  const texts = sentencesIn(momentTexts, lang);
  const { occurrence } = moment;
  return adaptiveCard({
    lang,
    fallbackText: own`${texts.title} ${code(occurrence.code)}`,
    body: [
      heading(texts.title),
      foreign(plain(afspraak.titel, 300), { weight: 'Bolder', size: 'Medium' }),
      line(
        whatText(occurrence.kind, occurrence.anchor, shown),
        isPast(occurrence.anchor, shown) ? { color: 'Attention' } : {},
      ),
      pair(texts.about, mixed`${code(occurrence.code)} · ${dayText(occurrence.anchor, lang, { weekday: true })}`),
      pair(texts.on, momentText(occurrence.at, timeZone, lang)),
      pair(texts.state, stateText(moment, shown)),
      moment.quietUntil === undefined ? undefined : line(texts.onTheDay, { isSubtle: true, spacing: 'Small' }),
      line(texts.from, { isSubtle: true, spacing: 'Small' }),
      ...traceLines(occurrence.trace ?? [], shown),
      ...actions(moment, shown),
      buttons([showButton(occurrence.code, lang)], { spacing: 'Small' }),
    ],
  });
}

const isLeftOut = ({ occurrence }: LadderMoment): boolean =>
  occurrence.state === 'skipped' && occurrence.reason === 'left-out';

function stateText(moment: LadderMoment, { lang, timeZone }: ShownContext): CardText {
  const texts = sentencesIn(momentTexts, lang);
  if (isLeftOut(moment)) return texts.leftOut;
  if (moment.quietUntil !== undefined) return texts.quiet(dayText(dayAt(moment.quietUntil, timeZone), lang));
  return moment.comes ? texts.comes : texts.gone;
}

function actions(moment: LadderMoment, { lang }: ShownContext): readonly Maybe<Element>[] {
  const { buttons: titles, dayLabel } = sentencesIn(momentTexts, lang);
  const { _id: name, version, state } = moment.occurrence;
  const press = { associatedInputs: 'none' } as const;
  const isOff = isLeftOut(moment) || moment.quietUntil !== undefined;
  if (state !== 'planned' && !isOff) return [];
  return [
    dateInput({ id: momentInputs.dag, label: dayLabel }),
    buttons([
      execute(titles.example, { kind: 'moment.voorbeeld', moment: name }, press),
      execute(titles.now, { kind: 'moment.nu', moment: name, stamp: version }, press),
      isLeftOut(moment) ? undefined : execute(titles.move, { kind: 'moment.verplaatsen', moment: name }),
      isOff
        ? execute(titles.resume, { kind: 'moment.hervatten', moment: name }, press)
        : execute(titles.pause, { kind: 'moment.pauzeren', moment: name }),
      isLeftOut(moment) ? undefined : execute(titles.skip, { kind: 'moment.overslaan', moment: name }, press),
    ]),
  ];
}

function traceLines(trace: readonly MomentTrace[], context: ShownContext): readonly Maybe<Element>[] {
  if (trace.length === 0) return [];
  const { lang, timeZone } = context;
  const texts = sentencesIn(momentTexts, lang);
  return [
    subheading(texts.history),
    ...trace.map(({ deed, by, at, day }) => {
      const told = texts.trace(mixed`${texts.deeds[deed]}`, plain(by, 90), momentText(at, timeZone, lang));
      return foreign(day === undefined ? told : mixed`${told}${texts.until(dayText(day, lang))}`, { spacing: 'Small' });
    }),
  ];
}
