import type { DeliveryDecision } from '../services/herinneringen/types.ts';
import type { CivilDate } from '../services/kalender/civil-date.ts';
import type { Language } from '../services/taal/language.ts';
import { sentencesIn } from '../services/taal/language.ts';
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
  subheading,
} from './elements.ts';
import { joinedPlain, mixed, type PlainText, plain } from './foreign-text.ts';
import { fitCard } from './limits.ts';
import { code, type OwnText, own } from './own-text.ts';
import { pageOf, pager } from './paging.ts';
import { deliveryTexts } from './texts/delivery.ts';
import { cardLanguage, sharedTexts } from './texts/shared.ts';
import { dayText, momentText } from './words.ts';

/** One herinnering as the report names it. */
export interface ReportedItem {
  /** Empty: an own one that is about no afspraak. */
  readonly code: string;
  /** Absent where it may not be shown, or is not known any more. */
  readonly titel?: string;
  /** It is a weekoverzicht, maandlijst or the overzicht of one person. */
  readonly isOverzicht?: boolean;
}

/** A message that waits for a person. */
export interface LostItem {
  readonly state: 'uncertain' | 'refused';
  readonly occurrence: string;
  readonly attempt: number;
  readonly items: readonly ReportedItem[];
  /** Epoch ms. */
  readonly postedAt: number;
  readonly reason: string;
  /** Name of the kanaal when it is another one; '' when it has no name. */
  readonly kanaal?: string;
}

export interface DecidedItem extends DeliveryDecision {
  readonly items: readonly ReportedItem[];
}

interface Counted {
  readonly reason: string;
  readonly count: number;
}

export interface DeliveryReportCardView {
  /** So many back and ahead. */
  readonly days: number;
  readonly sent: number;
  readonly skipped: readonly Counted[];
  readonly cancelled: readonly Counted[];
  /** Whose moment has come and that have not left yet. `again`: the first next attempt, epoch ms. */
  readonly pending: { readonly count: number; readonly again?: number };
  /** `first`: the first one, also when it is further ahead. */
  readonly planned: { readonly count: number; readonly first?: CivilDate };
  readonly lost: readonly LostItem[];
  /** Latest first. */
  readonly decided: readonly DecidedItem[];
  readonly isBound: boolean;
  /** From 1. */
  readonly page: number;
}

const onPage = 4;
const decidedShown = 5;

/** `herinneringen status`: what was sent, what was not and why, and what waits for a person. */
export function deliveryReportCard(
  view: DeliveryReportCardView,
  { lang, timeZone }: { readonly lang: Language; readonly timeZone: string },
): AdaptiveCard {
  const shown = cardLanguage(lang);
  return fitCard((step) => draw(view, shown, timeZone, step === 0 ? 6 : 2), 1);
}

function draw(view: DeliveryReportCardView, lang: 'nl' | 'en', timeZone: string, named: number): AdaptiveCard {
  const texts = sentencesIn(deliveryTexts, lang);
  const { planned, lost, decided } = view;
  const page = pageOf(lost, view.page, onPage);
  return adaptiveCard({
    lang,
    fallbackText: texts.title,
    body: [
      heading(texts.title),
      view.isBound ? undefined : line(texts.notBound),
      line(texts.period(view.days)),
      line(texts.sent(view.sent), { spacing: 'Small' }),
      ...reasonLines(view.skipped, texts.skipped, lang),
      ...reasonLines(view.cancelled, texts.cancelled, lang),
      pendingLine(view.pending, lang, timeZone),
      planned.first === undefined
        ? line(texts.noneNext)
        : foreign(texts.next(dayText(planned.first, lang, { weekday: true }), planned.count, view.days)),
      lost.length === 0 ? line(texts.allWell, { spacing: 'Medium' }) : subheading(texts.waiting(lost.length)),
      ...page.items.map((item) => lostElement(item, lang, timeZone, named)),
      ...pager(page, lang, (turned) => ({ kind: 'bezorging.pagina', page: turned })),
      decided.length === 0 ? undefined : subheading(texts.decided),
      ...decided.slice(0, decidedShown).map((one) => {
        const what = namesOf(one.items, lang, 2);
        const told = texts.deeds[one.deed](what, plain(one.by.naam, 90), momentText(one.at, timeZone, lang));
        return foreign(told, { spacing: 'Small' });
      }),
    ],
  });
}

/** They go by themselves; nobody has to do anything. */
function pendingLine(
  { count, again }: DeliveryReportCardView['pending'],
  lang: 'nl' | 'en',
  timeZone: string,
): Maybe<Element> {
  const texts = sentencesIn(deliveryTexts, lang);
  if (count === 0) return undefined;
  if (again === undefined) return line(texts.pending(count), { spacing: 'Small' });
  return foreign(mixed`${texts.pending(count)}${texts.again(momentText(again, timeZone, lang))}`, { spacing: 'Small' });
}

const whyText = (reason: string, lang: 'nl' | 'en'): OwnText => {
  const { reasons, unknownReason } = sentencesIn(deliveryTexts, lang);
  return new Map<string, OwnText>(Object.entries(reasons)).get(reason) ?? unknownReason;
};

const reasonLines = (
  counts: readonly Counted[],
  tell: (count: number, why: OwnText) => OwnText,
  lang: 'nl' | 'en',
): readonly Element[] =>
  counts.map(({ reason, count }) => line(tell(count, whyText(reason, lang)), { spacing: 'Small' }));

function nameOf({ code: known, titel, isOverzicht = false }: ReportedItem, lang: 'nl' | 'en'): PlainText {
  const texts = sentencesIn(deliveryTexts, lang);
  if (known === '') return mixed`${isOverzicht ? texts.overzicht : texts.ownReminder}`;
  return titel === undefined ? mixed`${code(known)}` : mixed`${code(known)} ${plain(titel, 100)}`;
}

/** The first few by name; of the rest how many. */
function namesOf(items: readonly ReportedItem[], lang: 'nl' | 'en', named: number): PlainText {
  const shown = items.slice(0, named).map((item) => nameOf(item, lang));
  const more = items.length - shown.length;
  return joinedPlain([...shown, ...(more > 0 ? [sentencesIn(sharedTexts, lang).andMore(more)] : [])], own`, `);
}

function lostElement(item: LostItem, lang: 'nl' | 'en', timeZone: string, named: number): Element {
  const texts = sentencesIn(deliveryTexts, lang);
  const { occurrence, attempt, kanaal } = item;
  const isUncertain = item.state === 'uncertain';
  const where: Maybe<OwnText | PlainText> =
    kanaal === undefined ? undefined : kanaal === '' ? texts.otherKanaal : plain(kanaal, 100);
  return container(
    [
      line(isUncertain ? texts.uncertain : texts.refused, { weight: 'Bolder', color: 'Attention' }),
      foreign(namesOf(item.items, lang, named), { spacing: 'Small' }),
      pair(texts.postedAt, momentText(item.postedAt, timeZone, lang)),
      pair(texts.kanaal, where),
      pair(texts.why, whyText(item.reason, lang)),
      line(isUncertain ? texts.uncertainNext : texts.refusedNext, { spacing: 'Small', isSubtle: true }),
      buttons(
        [
          isUncertain
            ? execute(texts.staatEr, { kind: 'bezorging.staat_er', occurrence, attempt }, { associatedInputs: 'none' })
            : undefined,
          execute(texts.opnieuw, { kind: 'bezorging.opnieuw', occurrence, attempt }, { associatedInputs: 'none' }),
        ],
        { spacing: 'Small' },
      ),
    ],
    { separator: true, spacing: 'Medium' },
  );
}
