import { type BesluitField, type BesluitForm, bestuursorganen, type FormProblem } from '../services/besluiten/types.ts';
import { isCivilDate } from '../services/kalender/civil-date.ts';
import type { Language } from '../services/taal/language.ts';
import { sentencesIn } from '../services/taal/language.ts';
import { inputIds } from './action-data.ts';
import {
  type AdaptiveCard,
  adaptiveCard,
  buttons,
  choiceInput,
  dateInput,
  type Element,
  execute,
  heading,
  type Input,
  line,
  type Maybe,
  paragraph,
  run,
  textInput,
} from './elements.ts';
import { inputText, plain } from './foreign-text.ts';
import { fitCard } from './limits.ts';
import { code } from './own-text.ts';
import { besluitTexts } from './texts/besluit.ts';
import { cardLanguage } from './texts/shared.ts';
import { bestuursorgaanText } from './words.ts';

/** What the form opens with. `formId` comes back with the button, so that pressing twice records once. */
export interface BesluitFormView {
  readonly formId: string;
  /** What is already known or was typed before: kept, also where it is wrong. */
  readonly form: BesluitForm;
  /** From the last attempt; each is shown above its field. */
  readonly problems: readonly FormProblem[];
}

const longest = { onderwerp: 200, toelichting: 4000, afspraken: 500 } as const;

/** The form for a besluit, with **Vastleggen** as its main button. */
export function besluitFormCard(view: BesluitFormView, lang: Language): AdaptiveCard {
  return fitCard((step) => drawForm(view, cardLanguage(lang), step === 0 ? roomy : tight), 1);
}

/**
 * A toelichting of which every character needs three bytes would fill the card by itself. Only the text that the form opens with
 * is cut then; what is typed after that comes back whole.
 */
interface Room {
  readonly toelichting: number;
  readonly problemsOnField: number;
}
const roomy: Room = { toelichting: longest.toelichting, problemsOnField: 5 };
const tight: Room = { toelichting: 2000, problemsOnField: 2 };

function drawForm({ formId, form, problems }: BesluitFormView, lang: 'nl' | 'en', room: Room): AdaptiveCard {
  const texts = sentencesIn(besluitTexts, lang);
  const field = (name: BesluitField, input: Input): readonly Maybe<Element>[] => [
    ...problems
      .filter((problem) => problem.field === name)
      .slice(0, room.problemsOnField)
      .map((problem) => problemLine(problem, lang)),
    input,
  ];
  return adaptiveCard({
    lang,
    fallbackText: texts.formTitle,
    body: [
      heading(texts.formTitle),
      problems.length === 0
        ? line(texts.formIntro)
        : line(texts.formProblems(problems.length), { color: 'Attention', weight: 'Bolder' }),
      ...field(
        'onderwerp',
        textInput({
          id: inputIds.onderwerp,
          label: texts.fields.onderwerp,
          isRequired: true,
          errorMessage: texts.missing.onderwerp,
          maxLength: longest.onderwerp,
          ...textValue(form.onderwerp, longest.onderwerp),
        }),
      ),
      ...field(
        'bestuursorgaan',
        choiceInput({
          id: inputIds.bestuursorgaan,
          label: texts.fields.bestuursorgaan,
          isRequired: true,
          errorMessage: texts.missing.bestuursorgaan,
          choices: bestuursorganen.map((orgaan) => ({ title: bestuursorgaanText(orgaan, lang), value: orgaan })),
          ...chosen(form.bestuursorgaan),
        }),
      ),
      ...field('datum', requiredDay('datum', form, lang)),
      ...field('ingangsdatum', requiredDay('ingangsdatum', form, lang)),
      ...field(
        'vervaldatum',
        dateInput({ id: inputIds.vervaldatum, label: texts.fields.vervaldatum, ...dayValue(form.vervaldatum) }),
      ),
      ...field(
        'afspraken',
        textInput({
          id: inputIds.afspraken,
          label: texts.fields.afspraken,
          maxLength: longest.afspraken,
          ...textValue(form.afspraken, longest.afspraken),
        }),
      ),
      ...field(
        'toelichting',
        textInput({
          id: inputIds.toelichting,
          label: texts.fields.toelichting,
          isMultiline: true,
          maxLength: longest.toelichting,
          ...textValue(form.toelichting, room.toelichting),
        }),
      ),
      buttons([
        execute(texts.record, { kind: 'besluit.vastleggen', formId }, { style: 'positive' }),
        execute(texts.cancel, { kind: 'besluit.annuleren', formId }, { associatedInputs: 'none' }),
      ]),
    ],
  });
}

function requiredDay(name: 'datum' | 'ingangsdatum', form: BesluitForm, lang: 'nl' | 'en'): Input {
  const texts = sentencesIn(besluitTexts, lang);
  return dateInput({
    id: inputIds[name],
    label: texts.fields[name],
    isRequired: true,
    errorMessage: texts.missing[name],
    ...dayValue(form[name]),
  });
}

function problemLine({ problem, value }: FormProblem, lang: Language): Maybe<Element> {
  const texts = sentencesIn(besluitTexts, lang);
  return paragraph(
    [
      run(texts.attention, { color: 'Attention', weight: 'Bolder' }),
      run(texts.problems[problem], { color: 'Attention' }),
      value === undefined || value === '' ? undefined : run(texts.youTyped(plain(value, 80))),
    ],
    { spacing: 'Medium' },
  );
}

const textValue = (value: Maybe<string>, length: number) =>
  value === undefined || value === '' ? {} : { value: inputText(value, length) };

/** A date input can only hold a day that exists; another value is told in the problem above it. */
const dayValue = (value: Maybe<string>) => (value !== undefined && isCivilDate(value) ? { value: code(value) } : {});

function chosen(value: Maybe<string>) {
  const orgaan = bestuursorganen.find((each) => each === value);
  return orgaan === undefined ? {} : { value: orgaan };
}
