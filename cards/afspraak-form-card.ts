import { isCivilDate } from '../services/kalender/civil-date.ts';
import { ontvangers, ritmes, soorten, statussen, vertrouwelijkheden } from '../services/register/types.ts';
import type { Language } from '../services/taal/language.ts';
import { sentencesIn } from '../services/taal/language.ts';
import type { FieldProblem, FormCells, FormColumn } from '../services/wijzigen/form.ts';
import { changeTexts } from '../services/wijzigen/texts.ts';
import { formColumns, longestInput, noChoice } from './afspraak-form-data.ts';
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
import { code, joined, type OwnText, own } from './own-text.ts';
import { cardLanguage } from './texts/shared.ts';
import { wijzigingTexts } from './texts/wijziging.ts';
import { fieldText, ontvangerText, ritmeText, soortText, statusText, vertrouwelijkheidText } from './words.ts';

/** What the form of an afspraak opens with. */
export interface AfspraakFormView {
  /** Comes back with the button, so that pressing twice saves once. */
  readonly formId: string;
  /** Of an afspraak that exists: its code, and the version it was filled with. */
  readonly existing?: { readonly code: string; readonly version: number };
  /** What is known already or was typed before: kept, also where it is wrong. An absent column stays as it is in the register. */
  readonly cells: FormCells;
  /** From the last attempt; each is shown above its field. */
  readonly problems: readonly FieldProblem[];
}

/** Names shown after a problem, and problems on one field: fewer where the card would become too large. */
interface Room {
  readonly nearest: number;
  readonly typed: number;
  readonly onField: number;
}
const rooms: readonly [Room, Room, Room] = [
  { nearest: 100, typed: 80, onField: 3 },
  { nearest: 60, typed: 20, onField: 1 },
  { nearest: 0, typed: 0, onField: 1 },
];

/** The form to add or to change an afspraak, with **Opslaan** as its main button. */
export function afspraakFormCard(view: AfspraakFormView, lang: Language): AdaptiveCard {
  return fitCard((step) => draw(view, cardLanguage(lang), step === 0 ? rooms[0] : step === 1 ? rooms[1] : rooms[2]), 2);
}

function draw(view: AfspraakFormView, lang: 'nl' | 'en', room: Room): AdaptiveCard {
  const texts = sentencesIn(wijzigingTexts, lang);
  const { formId, existing, cells, problems } = view;
  const title = existing === undefined ? texts.newTitle : texts.editTitle(code(existing.code));
  const intro = existing === undefined ? texts.newIntro : texts.editIntro;
  const behoudt = existing === undefined ? [] : formColumns.filter((column) => isTooLong(column, cells));
  return adaptiveCard({
    lang,
    fallbackText: title,
    body: [
      heading(title),
      problems.length === 0
        ? line(intro)
        : line(texts.formProblems(problems.length), { color: 'Attention', weight: 'Bolder' }),
      ...formColumns
        .filter((column) => !behoudt.includes(column))
        .flatMap((column) => [
          ...problems
            .filter((problem) => problem.column === column)
            .slice(0, room.onField)
            .map((problem) => problemLine(problem, lang, room)),
          inputFor(column, cells[column] ?? '', lang),
        ]),
      behoudt.length === 0
        ? undefined
        : line(
            texts.kept(
              joined(
                behoudt.map((column) => nameOf(column, lang)),
                own`, `,
              ),
            ),
            { isSubtle: true },
          ),
      buttons([
        execute(
          texts.save,
          { kind: 'afspraak.opslaan', formId, ...existing, ...(behoudt.length > 0 && { behoudt }) },
          { style: 'positive' },
        ),
        execute(
          texts.cancel,
          { kind: 'afspraak.annuleren', formId, ...(existing !== undefined && { code: existing.code }) },
          { associatedInputs: 'none' },
        ),
      ]),
    ],
  });
}

const isTooLong = (column: FormColumn, cells: FormCells): boolean =>
  cells[column] === undefined || cells[column].length > longestInput[column];

const nameOf = (column: FormColumn, lang: Language): OwnText =>
  fieldText(column === 'rapportage_aan' ? 'rapportageAan' : column, lang);

function labelOf(column: FormColumn, lang: Language): OwnText {
  const { hint } = sentencesIn(wijzigingTexts, lang);
  const name = nameOf(column, lang);
  const more = Object.entries(hint).find(([key]) => key === column)?.[1];
  return more === undefined ? name : own`${name} (${more})`;
}

function inputFor(column: FormColumn, value: string, lang: 'nl' | 'en'): Input {
  const { missing, none, yes, no } = sentencesIn(wijzigingTexts, lang);
  const base = { id: column, label: labelOf(column, lang) };
  const empty = { title: none, value: noChoice };
  switch (column) {
    case 'titel':
    case 'verband':
      return textInput({ ...base, isRequired: true, errorMessage: missing[column], ...textOf(column, value) });
    case 'soort':
      return choiceInput({
        ...base,
        isRequired: true,
        errorMessage: missing.soort,
        choices: soorten.map((each) => ({ title: soortText(each, lang), value: each })),
        ...chosen(value, soorten),
      });
    case 'status':
      return choiceInput({
        ...base,
        choices: statussen.map((each) => ({ title: statusText(each, lang), value: each })),
        value: chosen(value, statussen).value ?? 'lopend',
      });
    case 'vertrouwelijkheid':
      return choiceInput({
        ...base,
        choices: vertrouwelijkheden.map((each) => ({ title: vertrouwelijkheidText(each, lang), value: each })),
        value: chosen(value, vertrouwelijkheden).value ?? 'intern',
      });
    case 'ritme':
    case 'rapportageritme':
      return choiceInput({
        ...base,
        choices: [empty, ...ritmes.map((each) => ({ title: ritmeText(each, lang), value: each }))],
        value: chosen(value, ritmes).value ?? noChoice,
      });
    case 'stilzwijgend':
      return choiceInput({
        ...base,
        choices: [empty, { title: yes, value: 'ja' }, { title: no, value: 'nee' }],
        value: chosen(value, ['ja', 'nee']).value ?? noChoice,
      });
    case 'rapportage_aan':
      return choiceInput({
        ...base,
        isMultiSelect: true,
        choices: ontvangers.map((each) => ({ title: ontvangerText(each, lang), value: each })),
        ...severalChosen(value, ontvangers),
      });
    case 'ingangsdatum':
    case 'einddatum':
    case 'herijking':
    case 'rapportagedatum':
      return dateInput({ ...base, ...(isCivilDate(value) && { value: code(value) }) });
    default:
      return textInput({ ...base, ...textOf(column, value), ...(column === 'tekst' && { isMultiline: true }) });
  }
}

const textOf = (column: FormColumn, value: string) => ({
  maxLength: longestInput[column],
  ...(value !== '' && { value: inputText(value, longestInput[column]) }),
});

function chosen(value: string, choices: readonly string[]): { readonly value?: string } {
  const found = choices.find((each) => each.toLowerCase() === value.trim().toLowerCase());
  return found === undefined ? {} : { value: found };
}

function severalChosen(value: string, choices: readonly string[]): { readonly value?: string } {
  const found = value.split('|').flatMap((part) => chosen(part, choices).value ?? []);
  return found.length === 0 ? {} : { value: found.join(',') };
}

function problemLine({ reason, value, nearest }: FieldProblem, lang: Language, room: Room): Maybe<Element> {
  const texts = sentencesIn(wijzigingTexts, lang);
  const names = room.nearest === 0 ? [] : (nearest ?? []).map((name) => plain(name, room.nearest));
  return paragraph(
    [
      run(texts.attention, { color: 'Attention', weight: 'Bolder' }),
      run(plain(sentencesIn(changeTexts, lang).reason[reason], 200), { color: 'Attention' }),
      value === '' || room.typed === 0 ? undefined : run(texts.youTyped(plain(value, room.typed))),
      names.length === 0 ? undefined : run(texts.didYouMean(plain(names.join('; '), 320))),
    ],
    { spacing: 'Medium' },
  );
}
