import { unreachable } from '../services/fault.ts';
import type { Language } from '../services/taal/language.ts';
import { sentencesIn } from '../services/taal/language.ts';
import type { AfspraakView, Answer, AnswerContent, Choice, Listing } from '../services/vragen/answer-types.ts';
import type { Intent } from '../services/vragen/reading.ts';
import { afspraakItem, afspraakWhole, type Detail, ownerText, showButton } from './afspraak-parts.ts';
import { answeredLines, changesOf, klopteButtons } from './answer-extras.ts';
import { besluitItem, codesText } from './besluit-parts.ts';
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
  openUrl,
  pair,
  paragraph,
  run,
  stackedButtons,
  subheading,
} from './elements.ts';
import { httpsUrl, paragraphs, plain } from './foreign-text.ts';
import { fitCard } from './limits.ts';
import { code, type OwnText, own } from './own-text.ts';
import { pageOf, pager } from './paging.ts';
import { answerTexts } from './texts/answer.ts';
import { cardLanguage, sharedTexts } from './texts/shared.ts';
import { verbandItem, verbandWhole } from './verband-parts.ts';
import { fieldText } from './words.ts';

const afsprakenOnPage = 5;
const verbandenOnPage = 8;
const besluitenOnPage = 6;
const deelnemersOnPage = 30;
const shownChoices = [12, 8, 5] as const;

/** What this answer is drawn with: how much detail, in which language, which page. */
interface Drawing {
  readonly answer: Answer;
  readonly page: number;
  readonly lang: Language;
  readonly detail: Detail;
}

/**
 * The answer to a question as a card, in the language of `lang`. `page` counts from 1; its buttons carry the reading, so any
 * process can turn the page later. Every code on the page is shown; so are the total and how the question was understood.
 */
export function answerCard(answer: Answer, page: number, lang: Language): AdaptiveCard {
  const shown = cardLanguage(lang);
  const draw = (step: number) => drawAnswer({ answer, page, lang: shown, detail: step === 0 ? 0 : step === 1 ? 1 : 2 });
  return fitCard(draw, 2);
}

function drawAnswer(drawing: Drawing): AdaptiveCard {
  const { answer, lang, detail } = drawing;
  const title = titleOf(answer, lang);
  return adaptiveCard({
    lang: cardLanguage(lang),
    fallbackText:
      answer.someCodes.length === 0 ? title : own`${title}: ${codesText(answer.someCodes, 40, lang, answer.total)}`,
    body: [
      heading(title),
      ...wordsOf(drawing),
      understoodLine(answer),
      ...answeredLines(answer),
      ...contentOf(drawing),
      ...(detail < 2 ? [...mendButtons(answer, lang), ...klopteButtons(answer, lang)] : []),
    ],
  });
}

function titleOf(answer: Answer, lang: Language): OwnText {
  const { content, total } = answer;
  const texts = sentencesIn(answerTexts, lang);
  switch (content.kind) {
    case 'afspraken':
      return texts.afspraken(total);
    case 'afspraak':
      return texts.afspraak(code(content.item.afspraak._id));
    case 'verbanden':
      return texts.verbanden(total);
    case 'verband':
      return namesAll(answer) ? texts.deelnemers(content.deelnemers.length) : texts.verband;
    case 'besluiten':
      return texts.besluiten(total);
    case 'contact':
      return texts.contact;
    case 'document':
      return texts.documenten(total);
    case 'dubbelzinnig':
      return texts.choose;
    case 'onbekend':
      return texts.notUnderstood;
    case 'veld': {
      const [only] = content.items.length === 1 ? content.items.slice() : [];
      return only === undefined ? texts.afspraken(total) : texts.afspraak(code(only.afspraak._id));
    }
    case 'aantal':
    case 'zin':
    case 'handeling':
      return texts.about[answer.reading.intent.split('.')[0] ?? ''] ?? texts.other;
    default:
      return unreachable(content);
  }
}

const understoodLine = ({ understood }: Answer): Maybe<Element> =>
  foreign(plain(understood, 400), { isSubtle: true, spacing: 'Small' });

/** The engine's sentences keep their lines: a calendar has one for each date. */
const sentenceLines = (sentence: Maybe<string>): readonly Maybe<Element>[] =>
  paragraphs(sentence ?? '', 2000).map((each) => foreign(each, { spacing: 'Small' }));

/** Who takes part is under its own heading: a sentence with the same names would say it twice. */
const namesAll = ({ reading: { filter } }: Answer): boolean =>
  (filter.veld === 'deelnemers' || filter.veld === 'toetredingsdatum') && filter.partner === undefined;

/** The answer as a sentence, where it is one: whoever asked reads that first, and then how the question was understood. */
function wordsOf({ answer, lang }: Drawing): readonly Maybe<Element>[] {
  const { content } = answer;
  switch (content.kind) {
    case 'veld':
    case 'aantal':
    case 'contact':
    case 'zin':
    case 'dubbelzinnig':
    case 'onbekend':
      return sentenceLines(content.sentence);
    case 'verband':
      return sentenceLines(namesAll(answer) ? undefined : content.sentence);
    case 'afspraken':
    case 'verbanden':
    case 'besluiten':
    case 'document':
      return content.items.length === 0 ? emptyAnswer(answer, lang) : [];
    case 'handeling':
      return sentenceLines(answer.text);
    case 'afspraak':
      return [];
    default:
      return unreachable(content);
  }
}

/** What stands under the answer: the items, one thing whole, or the buttons to go on with. */
function contentOf(drawing: Drawing): readonly Maybe<Element>[] {
  const { answer, lang, detail } = drawing;
  const { content } = answer;
  switch (content.kind) {
    case 'afspraken':
      return listOf(drawing, content.items, afsprakenOnPage, (item) => afspraakItem(item, lang, detail));
    case 'afspraak':
      return [
        ...afspraakWhole(content.item, lang, detail),
        ...besluitenOf(content, lang),
        ...changesOf(content.geschiedenis, lang),
      ];
    case 'veld':
      return content.items.length === 1
        ? content.items.slice(0, 1).map(({ afspraak }) => buttons([showButton(afspraak._id, lang)]))
        : listOf(drawing, content.items, afsprakenOnPage, (item) => shortItem(item, lang));
    case 'aantal':
      return [buttons([showCounted(answer, content.value, lang)])];
    case 'verbanden':
      return [
        ...sentenceLines(content.sentence),
        ...listOf(drawing, content.items, verbandenOnPage, (item) => verbandItem(item, lang, detail === 0 ? 200 : 80)),
      ];
    case 'verband':
      return verbandWhole(
        content,
        pageOf(content.deelnemers, drawing.page, deelnemersOnPage),
        lang,
        detail === 0 ? 120 : 60,
        namesAll(answer),
      );
    case 'besluiten':
      return listOf(drawing, content.items, besluitenOnPage, (item) =>
        besluitItem(item, lang, detail === 0 ? 200 : 80),
      );
    case 'contact':
      return listOf(drawing, content.items, afsprakenOnPage, (item) => contactItem(item, content.items.length, lang));
    case 'document':
      return listOf(drawing, content.items, afsprakenOnPage, (item) => documentItem(item, lang));
    case 'dubbelzinnig':
      return choiceButtons(drawing, content.choices);
    case 'onbekend':
      return exampleButtons(content.examples);
    case 'zin':
    case 'handeling':
      return [];
    default:
      return unreachable(content);
  }
}

/** A page of items and the buttons to turn it. */
function listOf<T>(
  { answer, page, lang }: Drawing,
  items: Listing<T>,
  size: number,
  draw: (item: T) => Element,
): readonly Maybe<Element>[] {
  if (items.length === 0) return [];
  const shown = pageOf(items, page, size);
  return [
    ...shown.items.map(draw),
    ...pager(shown, lang, (turned) => ({ kind: 'vraag.pagina', reading: answer.reading, page: turned })),
  ];
}

/** The engine's own words on finding nothing say whom to ask; without them a plain sentence. How it was understood stands apart. */
function emptyAnswer({ text, understood }: Answer, lang: Language): readonly Maybe<Element>[] {
  const words = text.startsWith(understood) ? text.slice(understood.length).trim() : text;
  return words === '' ? [line(sentencesIn(answerTexts, lang).nothing)] : sentenceLines(words);
}

/** Code and title: where a sentence has already told what was asked. */
const shortItem = ({ afspraak }: AfspraakView, lang: Language): Element =>
  container(
    [
      paragraph([run(code(afspraak._id), { weight: 'Bolder' }), run(own` · `), run(plain(afspraak.titel, 120))]),
      buttons([showButton(afspraak._id, lang)], { spacing: 'Small' }),
    ],
    { separator: true, spacing: 'Medium' },
  );

/** The sentence above names everybody; of several afspraken it is told here whose each one is. */
function contactItem({ afspraak }: AfspraakView, total: number, lang: Language): Element {
  return container(
    [
      paragraph([run(code(afspraak._id), { weight: 'Bolder' }), run(own` · `), run(plain(afspraak.titel, 120))]),
      total === 1 ? undefined : pair(fieldText('eigenaar', lang), ownerText(afspraak, lang)),
      buttons([showButton(afspraak._id, lang)], { spacing: 'Small' }),
    ],
    { separator: true, spacing: 'Medium' },
  );
}

function documentItem({ afspraak }: AfspraakView, lang: Language): Element {
  const link = openUrl(sentencesIn(sharedTexts, lang).openDocument, httpsUrl(afspraak.document));
  return container(
    [
      paragraph([run(code(afspraak._id), { weight: 'Bolder' }), run(own` · `), run(plain(afspraak.titel, 120))]),
      link === undefined ? line(sentencesIn(answerTexts, lang).noDocument) : undefined,
      buttons([link, showButton(afspraak._id, lang)], { spacing: 'Small' }),
    ],
    { separator: true, spacing: 'Medium' },
  );
}

function besluitenOf({ besluiten }: Extract<AnswerContent, { kind: 'afspraak' }>, lang: Language): readonly Element[] {
  if (besluiten.length === 0) return [];
  return [
    subheading(sentencesIn(answerTexts, lang).besluiten(besluiten.length)),
    ...besluiten.slice(0, besluitenOnPage).map((besluit) => besluitItem(besluit, lang, 120)),
  ];
}

/** What was counted can be looked at: the same question, asked for the list. */
function showCounted({ reading }: Answer, value: number, lang: Language) {
  const texts = sentencesIn(answerTexts, lang);
  if (value === 0) return undefined;
  const show = (intent: Intent, title: OwnText) =>
    execute(title, { kind: 'vraag.keuze', reading: { ...reading, intent } });
  if (reading.intent === 'afspraak.aantal') return show('afspraak.zoeken', texts.showAfspraken);
  if (reading.intent === 'verband.aantal') return show('verband.zoeken', texts.showVerbanden);
  return undefined;
}

const choiceButton = ({ reading }: Answer, choice: Choice) =>
  execute(plain(choice.label, 120), { kind: 'vraag.keuze', reading: { ...reading, ...choice.reading } });

function choiceButtons({ answer, lang, detail }: Drawing, choices: readonly Choice[]): readonly Maybe<Element>[] {
  const shown = shownChoices[detail];
  const left = choices.length - shown;
  return [
    ...stackedButtons(choices.slice(0, shown).map((choice) => choiceButton(answer, choice))),
    left > 0 ? line(sentencesIn(answerTexts, lang).tooMany(left)) : undefined,
  ];
}

const exampleButtons = (examples: readonly string[]): readonly Maybe<Element>[] =>
  stackedButtons(
    examples.slice(0, 6).map((example) => execute(plain(example, 120), { kind: 'vraag.tekst', text: example })),
  );

function mendButtons(answer: Answer, lang: Language): readonly Maybe<Element>[] {
  const actions = answer.mend.slice(0, 4).map((choice) => choiceButton(answer, choice));
  return actions.every((action) => action === undefined)
    ? []
    : [line(sentencesIn(answerTexts, lang).mend, { separator: true, spacing: 'Medium' }), ...stackedButtons(actions)];
}
