import type { Language } from '../services/taal/language.ts';
import { sentencesIn } from '../services/taal/language.ts';
import type { Misvraag } from '../services/vragen/misses.ts';
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
  paragraph,
  run,
  textInput,
} from './elements.ts';
import { inputText, plain } from './foreign-text.ts';
import { longestAntwoord, missInputs } from './misses-data.ts';
import { own } from './own-text.ts';
import { pageOf, pager } from './paging.ts';
import { missesTexts } from './texts/misses.ts';
import { cardLanguage } from './texts/shared.ts';

/** Questions that wait for an answer, and the form in which one is answered. */

export interface MissView extends Pick<Misvraag, '_id' | 'tekst' | 'aantal' | 'reden'> {
  /** How it was understood, one line; empty: not at all. */
  readonly understood: string;
  /** Name and address of whom to ask; absent: nobody. */
  readonly owner?: string;
}

const missesOnPage = 5;

/** `onbeantwoord`: most asked first. `page` counts from 1. */
export function missesCard(items: readonly MissView[], page: number, lang: Language): AdaptiveCard {
  const shown = cardLanguage(lang);
  const texts = sentencesIn(missesTexts, shown);
  const title = texts.title(items.length);
  const part = pageOf(items, page, missesOnPage);
  return adaptiveCard({
    lang: shown,
    fallbackText: title,
    body: [
      heading(title),
      ...(items.length === 0 ? [line(texts.none)] : part.items.map((item) => missItem(item, shown))),
      ...pager(part, shown, (turned) => ({ kind: 'misvragen.pagina', page: turned })),
    ],
  });
}

function missItem(item: MissView, lang: Language): Element {
  const texts = sentencesIn(missesTexts, lang);
  const { _id: misvraag } = item;
  return container(
    [
      foreign(plain(item.tekst, 300), { weight: 'Bolder' }),
      paragraph([run(texts.asked(item.aantal)), run(own` · `), run(texts[item.reden])], { spacing: 'Small' }),
      foreign(plain(item.understood, 300), { isSubtle: true, spacing: 'Small' }),
      item.owner === undefined
        ? line(texts.nobody, { spacing: 'Small' })
        : paragraph([run(texts.askOwner), run(own` `), run(plain(item.owner, 200)), run(own`.`)], { spacing: 'Small' }),
      buttons(
        [
          execute(texts.answer, { kind: 'misvraag.beantwoorden', misvraag }, { associatedInputs: 'none' }),
          execute(texts.dismiss, { kind: 'misvraag.weg', misvraag }, { associatedInputs: 'none' }),
        ],
        { spacing: 'Small' },
      ),
    ],
    { separator: true, spacing: 'Medium' },
  );
}

export interface AnswerForm {
  readonly misvraag: string;
  readonly vraag: string;
  /** As typed before, when something was wrong with it. */
  readonly code?: string;
  readonly antwoord?: string;
  readonly problem?: 'unknown_code' | 'empty';
}

/** The code of the afspraak that a question is about, and the answer. */
export function answerFormCard(form: AnswerForm, lang: Language): AdaptiveCard {
  const shown = cardLanguage(lang);
  const texts = sentencesIn(missesTexts, shown);
  const problem: Maybe<Element> =
    form.problem === undefined
      ? undefined
      : line(texts.problem[form.problem], { color: 'Attention', weight: 'Bolder' });
  return adaptiveCard({
    lang: shown,
    fallbackText: texts.formTitle,
    body: [
      heading(texts.formTitle),
      foreign(plain(form.vraag, 300), { weight: 'Bolder' }),
      line(texts.formHint, { isSubtle: true }),
      problem,
      textInput({
        id: missInputs.code,
        label: texts.code,
        isRequired: true,
        errorMessage: texts.codeMissing,
        maxLength: 40,
        placeholder: texts.codePlaceholder,
        ...(form.code !== undefined && { value: inputText(form.code, 40) }),
      }),
      textInput({
        id: missInputs.antwoord,
        label: texts.antwoord,
        isRequired: true,
        errorMessage: texts.antwoordMissing,
        isMultiline: true,
        maxLength: longestAntwoord,
        ...(form.antwoord !== undefined && { value: inputText(form.antwoord, longestAntwoord) }),
      }),
      buttons([execute(texts.save, { kind: 'misvraag.opslaan', misvraag: form.misvraag }, { style: 'positive' })]),
    ],
  });
}
