import { schakelNaam, versionOf } from '../services/register/keten.ts';
import type { KetenCells, KetenProbleem, KetenVeld } from '../services/register/keten-form.ts';
import { ketenVelden } from '../services/register/keten-form.ts';
import {
  type Eigenaar,
  type Keten,
  type KetenInhoud,
  ketenmodellen,
  type RegisterView,
  type Verband,
} from '../services/register/types.ts';
import type { Language } from '../services/taal/language.ts';
import { sentencesIn } from '../services/taal/language.ts';
import { changeTexts } from '../services/wijzigen/texts.ts';
import {
  type AdaptiveCard,
  adaptiveCard,
  buttons,
  choiceInput,
  type Element,
  execute,
  foreign,
  heading,
  type Input,
  line,
  type Maybe,
  pair,
  paragraph,
  run,
  textInput,
} from './elements.ts';
import { inputText, joinedPlain, mixed, type PlainText, plain } from './foreign-text.ts';
import { longestPerson, longestSchakels, noModel } from './keten-data.ts';
import { fitCard } from './limits.ts';
import { own } from './own-text.ts';
import { ketenTexts } from './texts/keten.ts';
import { cardLanguage } from './texts/shared.ts';
import { momentText } from './words.ts';

export interface KetenContext {
  readonly lang: Language;
  readonly timeZone: string;
}

export interface KetenFormView {
  readonly verband: Verband;
  /** What the fields open with: what is known, or what was typed before. */
  readonly cells: KetenCells;
  readonly problems: readonly KetenProbleem[];
}

/** The form of the keten of a verband, with **Opslaan** as its main button. */
export function ketenFormCard(view: KetenFormView, context: KetenContext): AdaptiveCard {
  const lang = cardLanguage(context.lang);
  return fitCard((step) => drawForm(view, { ...context, lang }, step === 0 ? 3 : 1), 1);
}

function drawForm({ verband, cells, problems }: KetenFormView, context: KetenContext, onField: number): AdaptiveCard {
  const { lang } = context;
  const texts = sentencesIn(ketenTexts, lang);
  const { keten } = verband;
  return adaptiveCard({
    lang,
    fallbackText: texts.title,
    body: [
      heading(texts.title),
      foreign(plain(verband.naam, 200), { weight: 'Bolder' }),
      problems.length === 0
        ? line(texts.intro)
        : line(texts.problems(problems.length), { color: 'Attention', weight: 'Bolder' }),
      keten?.model === undefined ? line(texts.unset, { isSubtle: true }) : undefined,
      changedLine(keten, context),
      ...ketenVelden.flatMap((veld) => [
        ...problems
          .filter((problem) => problem.veld === veld)
          .slice(0, onField)
          .map((problem) => problemLine(problem, lang)),
        inputFor(veld, cells[veld], lang),
      ]),
      line(texts.notYet, { isSubtle: true }),
      buttons([
        execute(
          texts.save,
          { kind: 'keten.opslaan', verbandId: verband._id, versie: versionOf(keten) },
          { style: 'positive' },
        ),
      ]),
    ],
  });
}

function changedLine(keten: Keten | undefined, { lang, timeZone }: KetenContext): Maybe<Element> {
  const newest = keten?.versies.at(-1);
  if (newest === undefined) return undefined;
  const texts = sentencesIn(ketenTexts, lang);
  return foreign(texts.changedBy(plain(newest.door, 90), momentText(newest.op, timeZone, lang)), { isSubtle: true });
}

function inputFor(veld: KetenVeld, value: string, lang: Language): Input {
  const texts = sentencesIn(ketenTexts, lang);
  const base = { id: veld, label: texts.label[veld] };
  if (veld === 'model') {
    const typed = value.trim().toLowerCase();
    return choiceInput({
      ...base,
      choices: [
        { title: texts.none, value: noModel },
        ...ketenmodellen.map((model) => ({ title: texts.model[model], value: model })),
      ],
      value: ketenmodellen.find((model) => model === typed) ?? noModel,
    });
  }
  const maxLength = veld === 'schakels' ? longestSchakels : longestPerson;
  return textInput({
    ...base,
    maxLength,
    ...(veld === 'schakels' && { isMultiline: true }),
    ...(value !== '' && { value: inputText(value, maxLength) }),
  });
}

function problemLine({ reason, value, nearest = [] }: KetenProbleem, lang: Language): Maybe<Element> {
  const texts = sentencesIn(ketenTexts, lang);
  const why = reason === 'too_many' ? texts.tooMany : plain(sentencesIn(changeTexts, lang).reason[reason], 200);
  return paragraph(
    [
      run(texts.attention, { color: 'Attention', weight: 'Bolder' }),
      run(why, { color: 'Attention' }),
      value === '' ? undefined : run(texts.youTyped(plain(value, 80))),
      nearest.length === 0 ? undefined : run(texts.didYouMean(plain(nearest.join('; '), 320))),
    ],
    { spacing: 'Medium' },
  );
}

const shownSchakels = 12;

/** What a keten says, as lines; the model always, also when nobody has set it. */
export function ketenLines(
  keten: KetenInhoud | undefined,
  view: Pick<RegisterView, 'organisatie'>,
  lang: Language,
): readonly Maybe<Element>[] {
  const { field, shortModel, none } = sentencesIn(ketenTexts, lang);
  const schakels = (keten?.schakels ?? []).slice(0, shownSchakels).map((schakel) => {
    const naam = plain(schakelNaam(schakel, view), 80);
    return schakel.contact === undefined ? naam : mixed`${naam} (${plain(schakel.contact.naam, 60)})`;
  });
  return [
    pair(field.model, keten?.model === undefined ? none : shortModel[keten.model]),
    pair(field.regisseur, personText(keten?.regisseur)),
    pair(field.coordinator, personText(keten?.coordinator)),
    pair(field.plaatsvervanger, personText(keten?.plaatsvervanger)),
    pair(field.schakels, joinedPlain(schakels, own` → `)),
  ];
}

const personText = (person: Eigenaar | undefined): PlainText => plain(person?.naam ?? '', 90);

/** The button to the form. */
export const ketenButton = (verbandId: string, lang: Language) =>
  execute(sentencesIn(ketenTexts, lang).edit, { kind: 'keten.formulier', verbandId }, { associatedInputs: 'none' });

/** After **Opslaan** or **Ongedaan maken**: how it stands, who made it so, and the way back. */
export function ketenSavedCard(
  verband: Verband,
  done: 'saved' | 'undone',
  view: Pick<RegisterView, 'organisatie'>,
  context: KetenContext,
): AdaptiveCard {
  const lang = cardLanguage(context.lang);
  const texts = sentencesIn(ketenTexts, lang);
  const versie = versionOf(verband.keten);
  return adaptiveCard({
    lang,
    fallbackText: texts.title,
    body: [
      heading(texts.title),
      foreign(plain(verband.naam, 200), { weight: 'Bolder' }),
      line(texts[done], { color: 'Good', weight: 'Bolder' }),
      ...ketenLines(verband.keten, view, lang),
      changedLine(verband.keten, { ...context, lang }),
      buttons([
        done === 'saved'
          ? execute(texts.undo, { kind: 'keten.terug', verbandId: verband._id, versie }, { associatedInputs: 'none' })
          : undefined,
        ketenButton(verband._id, lang),
      ]),
    ],
  });
}
