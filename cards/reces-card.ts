import type { CivilDate } from '../services/kalender/civil-date.ts';
import { isCivilDate } from '../services/kalender/civil-date.ts';
import { type RecesNaam, recesNamen } from '../services/reces/sentence.ts';
import type { Recesperiode } from '../services/reces/types.ts';
import type { Organisatie } from '../services/register/types.ts';
import type { Language } from '../services/taal/language.ts';
import { sentencesIn } from '../services/taal/language.ts';
import {
  type AdaptiveCard,
  adaptiveCard,
  buttons,
  choiceInput,
  container,
  dateInput,
  type Element,
  execute,
  foreign,
  heading,
  line,
  type Maybe,
  subheading,
  textInput,
} from './elements.ts';
import { inputText, joinedPlain, mixed, type PlainText, plain } from './foreign-text.ts';
import { fitCard } from './limits.ts';
import { code, own } from './own-text.ts';
import { pageOf, pager } from './paging.ts';
import { recesInputs } from './reces-data.ts';
import { recesCardTexts } from './texts/reces.ts';
import { cardLanguage } from './texts/shared.ts';
import { dayText, momentText } from './words.ts';

type Named = Pick<Organisatie, '_id' | 'naam'>;

export interface RecesItem {
  readonly organisatie: Named;
  readonly reces: Recesperiode;
}

/** What became of the last press. */
export type RecesNotice =
  /** `sentBefore`: the day on which what falls in it is sent; absent: it was set too late for that. */
  | ({
      readonly kind: 'saved' | 'unchanged';
      readonly replaced: number;
      readonly sentBefore?: CivilDate;
    } & RecesItem)
  | ({ readonly kind: 'removed' } & RecesItem)
  | { readonly kind: 'gone' }
  | { readonly kind: 'unknown'; readonly typed: string; readonly nearest: readonly string[] }
  | {
      readonly kind: 'problem';
      readonly problem: 'empty' | 'not_a_date' | 'reversed' | 'too_long' | 'passed' | 'too_many' | 'not_here';
    };

export interface RecesCardView {
  /** Those that are not over, in the order to show. */
  readonly items: readonly RecesItem[];
  /** From 1. */
  readonly page: number;
  /** The line about gemeenten without a reces; absent: none is missing. */
  readonly missing?: string;
  readonly notice?: RecesNotice;
  /** Absent: nothing can be set here. */
  readonly form?: {
    /** Organisaties to choose from; empty: a name is typed. */
    readonly choices: readonly Named[];
    /** As it was chosen or typed before: `_id` or name. */
    readonly organisatie?: string;
    readonly naam?: string;
    readonly van?: string;
    readonly tot?: string;
  };
}

const onPage = 6;
const longestTyped = 200;

/** `reces`: when the councils of a channel do not meet, with the form to add one. */
export function recesCard(
  view: RecesCardView,
  context: { readonly lang: Language; readonly timeZone: string },
): AdaptiveCard {
  const lang = cardLanguage(context.lang);
  return fitCard((step) => draw(view, lang, context.timeZone, step === 0 ? 120 : 60), 1);
}

function draw(view: RecesCardView, lang: 'nl' | 'en', timeZone: string, nameLength: number): AdaptiveCard {
  const texts = sentencesIn(recesCardTexts, lang);
  const { items, page, missing, notice, form } = view;
  const shown = pageOf(items, page, onPage);
  return adaptiveCard({
    lang,
    fallbackText: texts.title,
    body: [
      heading(texts.title),
      ...(notice === undefined ? [] : noticeLines(notice, lang, nameLength)),
      notice?.kind === 'saved' ? undefined : line(texts.rule),
      items.length === 0 ? line(texts.none) : undefined,
      ...shown.items.map((item) => listItem(item, form !== undefined, lang, timeZone, nameLength)),
      ...pager(shown, lang, (turned) => ({ kind: 'reces.pagina', page: turned })),
      missing === undefined ? undefined : foreign(plain(missing, 600), { separator: true, spacing: 'Medium' }),
      ...(form === undefined ? [line(texts.whereToSet, { separator: true })] : formElements(form, lang, nameLength)),
    ],
  });
}

const isKnownName = (naam: string): naam is RecesNaam => recesNamen.some((each) => each === naam);

function whatText({ organisatie, reces }: RecesItem, lang: 'nl' | 'en', nameLength: number): PlainText {
  const { namen, ofWhom } = sentencesIn(recesCardTexts, lang);
  const naam = isKnownName(reces.naam) ? mixed`${namen[reces.naam]}` : plain(reces.naam, 60);
  return ofWhom(naam, plain(organisatie.naam, nameLength));
}

const daysText = ({ van, tot }: Recesperiode, lang: 'nl' | 'en'): PlainText =>
  sentencesIn(recesCardTexts, lang).days(dayText(van, lang), dayText(tot, lang));

function listItem(
  item: RecesItem,
  isRemovable: boolean,
  lang: 'nl' | 'en',
  timeZone: string,
  nameLength: number,
): Element {
  const texts = sentencesIn(recesCardTexts, lang);
  const { organisatie, reces } = item;
  const small = { spacing: 'Small' } as const;
  const remove = { kind: 'reces.weg', organisatie: organisatie._id, van: reces.van } as const;
  return container(
    [
      foreign(whatText(item, lang, nameLength), { weight: 'Bolder' }),
      foreign(daysText(reces, lang), small),
      foreign(texts.setBy(plain(reces.door, 90), momentText(reces.op, timeZone, lang)), { ...small, isSubtle: true }),
      isRemovable ? buttons([execute(texts.remove, remove, { associatedInputs: 'none' })], small) : undefined,
    ],
    { separator: true, spacing: 'Medium' },
  );
}

function noticeLines(notice: RecesNotice, lang: 'nl' | 'en', nameLength: number): readonly Maybe<Element>[] {
  const texts = sentencesIn(recesCardTexts, lang);
  const bold = { weight: 'Bolder' } as const;
  switch (notice.kind) {
    case 'saved':
    case 'unchanged': {
      const about = [whatText(notice, lang, nameLength), daysText(notice.reces, lang)] as const;
      const { sentBefore } = notice;
      return [
        foreign(notice.kind === 'saved' ? texts.saved(...about) : texts.unchanged(...about), bold),
        notice.replaced > 0 ? line(texts.replaced(notice.replaced)) : undefined,
        sentBefore === undefined
          ? line(texts.tooLate)
          : foreign(texts.sentOn(dayText(sentBefore, lang, { weekday: true }))),
      ];
    }
    case 'removed':
      return [foreign(texts.removed(whatText(notice, lang, nameLength), daysText(notice.reces, lang)), bold)];
    case 'gone':
      return [line(texts.gone, bold)];
    case 'unknown': {
      const names = notice.nearest.slice(0, 3).map((naam) => plain(naam, nameLength));
      return [
        foreign(texts.unknown(plain(notice.typed, 100)), bold),
        names.length === 0 ? undefined : foreign(texts.nearest(joinedPlain(names, own`; `))),
      ];
    }
    case 'problem':
      return [line(texts.problem[notice.problem], bold)];
  }
}

function formElements(
  form: NonNullable<RecesCardView['form']>,
  lang: 'nl' | 'en',
  nameLength: number,
): readonly Maybe<Element>[] {
  const texts = sentencesIn(recesCardTexts, lang);
  const naam = recesNamen.find((each) => each === form.naam) ?? recesNamen[0];
  const day = (value: string | undefined) => (value !== undefined && isCivilDate(value) ? { value: code(value) } : {});
  return [
    subheading(texts.formTitle),
    organisatieInput(form, lang, nameLength),
    choiceInput({
      id: recesInputs.naam,
      label: texts.naam,
      choices: recesNamen.map((each) => ({ title: texts.namen[each], value: each })),
      value: naam,
    }),
    dateInput({
      id: recesInputs.van,
      label: texts.van,
      isRequired: true,
      errorMessage: texts.vanMissing,
      ...day(form.van),
    }),
    dateInput({
      id: recesInputs.tot,
      label: texts.tot,
      isRequired: true,
      errorMessage: texts.totMissing,
      ...day(form.tot),
    }),
    line(texts.formHint, { isSubtle: true }),
    buttons([execute(texts.save, { kind: 'reces.opslaan' }, { style: 'positive' })]),
  ];
}

function organisatieInput(
  { choices, organisatie }: NonNullable<RecesCardView['form']>,
  lang: 'nl' | 'en',
  nameLength: number,
): Element {
  const texts = sentencesIn(recesCardTexts, lang);
  const base = {
    id: recesInputs.organisatie,
    label: texts.organisatie,
    isRequired: true,
    errorMessage: texts.organisatieMissing,
  };
  if (choices.length === 0) {
    const value = organisatie === undefined ? {} : { value: inputText(organisatie, longestTyped) };
    return textInput({ ...base, maxLength: longestTyped, ...value });
  }
  const chosen = choices.find(({ _id }) => _id === organisatie);
  return choiceInput({
    ...base,
    choices: choices.map(({ _id, naam }) => ({ title: plain(naam, nameLength), value: _id })),
    ...(chosen !== undefined && { value: chosen._id }),
  });
}
