import type { Afspraak } from '../services/register/types.ts';
import type { Language } from '../services/taal/language.ts';
import { sentencesIn } from '../services/taal/language.ts';
import type { AfspraakView } from '../services/vragen/answer-types.ts';
import {
  buttons,
  container,
  type Element,
  execute,
  foreign,
  type Maybe,
  openUrl,
  pair,
  pairs,
  paragraph,
  run,
} from './elements.ts';
import { type CardText, httpsUrl, joinedPlain, mixed, type PlainText, paragraphs, plain } from './foreign-text.ts';
import { code, own } from './own-text.ts';
import { sharedTexts } from './texts/shared.ts';
import {
  dayText,
  durationText,
  fieldText,
  ontvangerText,
  ritmeText,
  soortText,
  statusText,
  vertrouwelijkheidText,
} from './words.ts';

/** How an afspraak looks, short in a list and whole on its own; every card that shows one uses these. */

/** How much a list item tells: step 0 all, 1 without parties and owner and with shorter names, 2 what it is and when. */
export type Detail = 0 | 1 | 2;

const titleLength = [160, 90, 60] as const;
const nameLength = [90, 60, 40] as const;
const shownInList = 3;
const shownWhole = 15;

const separator = own` · `;
const comma = own`, `;

/** The owner by name; the address only where somebody asked whom to turn to. */
export const ownerText = ({ eigenaar }: Pick<Afspraak, 'eigenaar'>, lang: Language): CardText =>
  eigenaar === undefined ? sentencesIn(sharedTexts, lang).nobody : plain(eigenaar.naam, 90);

/** `Gemeente Assen, Gemeente Meppel en nog 3`. */
export function namesText(names: readonly string[], shown: number, length: number, lang: Language): PlainText {
  const texts = sentencesIn(sharedTexts, lang);
  const first = joinedPlain(
    names.slice(0, shown).map((name) => plain(name, length)),
    comma,
  );
  return names.length > shown ? mixed`${first} ${texts.andMore(names.length - shown)}` : first;
}

/** Status as a word, and `⚠ Te laat` in words and colour. */
const statusRuns = ({ afspraak, teLaat }: AfspraakView, lang: Language) => [
  run(statusText(afspraak.status, lang)),
  ...(teLaat
    ? [run(separator), run(sentencesIn(sharedTexts, lang).teLaat, { color: 'Attention', weight: 'Bolder' })]
    : []),
];

const dateOf = (day: Maybe<string>, lang: Language): Maybe<PlainText> =>
  day === undefined ? undefined : dayText(day, lang);

/** The dates that a question can be about. */
function datesOf({ afspraak, uitersteOpzegdatum, opzeggenVoorbij }: AfspraakView, lang: Language) {
  const texts = sentencesIn(sharedTexts, lang);
  const lastDay = dateOf(uitersteOpzegdatum, lang);
  return [
    [fieldText('ingangsdatum', lang), dateOf(afspraak.ingangsdatum, lang)],
    [fieldText('einddatum', lang), dateOf(afspraak.einddatum, lang)],
    [texts.uitersteOpzegdatum, opzeggenVoorbij === true && lastDay !== undefined ? texts.past(lastDay) : lastDay],
    [fieldText('herijking', lang), dateOf(afspraak.herijking, lang)],
    [fieldText('rapportagedatum', lang), dateOf(afspraak.rapportagedatum, lang)],
  ] as const;
}

export const showButton = (afspraakCode: string, lang: Language) =>
  execute(
    sentencesIn(sharedTexts, lang).show(code(afspraakCode)),
    { kind: 'afspraak.toon', code: afspraakCode },
    { associatedInputs: 'none' },
  );

const documentButton = ({ document }: Afspraak, lang: Language) =>
  openUrl(sentencesIn(sharedTexts, lang).openDocument, httpsUrl(document));

/** One afspraak in a list: what it is, between whom, when, who answers for it, and its buttons. */
export function afspraakItem(view: AfspraakView, lang: Language, detail: Detail): Element {
  const { afspraak, verband, partijen } = view;
  const rich = detail === 0;
  return container(
    [
      foreign(plain(afspraak.titel, titleLength[detail]), { weight: 'Bolder' }),
      paragraph(
        [
          run(code(afspraak._id)),
          run(separator),
          run(soortText(afspraak.soort, lang)),
          run(separator),
          ...statusRuns(view, lang),
        ],
        { spacing: 'Small' },
      ),
      // In a list the name that people use; the official one is often too long for a line, and stands with the whole.
      pair(fieldText('verband', lang), plain(verband.orgaan ?? verband.naam, nameLength[detail])),
      rich
        ? pair(
            fieldText('partijen', lang),
            namesText(
              partijen.map(({ naam }) => naam),
              shownInList,
              nameLength[0],
              lang,
            ),
          )
        : undefined,
      pairs(datesOf(view, lang), separator),
      detail < 2 ? pair(fieldText('eigenaar', lang), ownerText(afspraak, lang)) : undefined,
      buttons([showButton(afspraak._id, lang), detail < 2 ? documentButton(afspraak, lang) : undefined], {
        spacing: 'Small',
      }),
    ],
    { separator: true, spacing: 'Medium' },
  );
}

/** Everything that is known of one afspraak. */
export function afspraakWhole(view: AfspraakView, lang: Language, detail: Detail): readonly Maybe<Element>[] {
  const { afspraak, verband, partijen } = view;
  const texts = sentencesIn(sharedTexts, lang);
  const { eigenaar } = afspraak;
  return [
    foreign(plain(afspraak.titel, 300), { weight: 'Bolder', size: 'Medium' }),
    paragraph([run(soortText(afspraak.soort, lang)), run(separator), ...statusRuns(view, lang)]),
    pair(fieldText('verband', lang), plain(verband.naam, 200)),
    pair(
      fieldText('partijen', lang),
      namesText(
        partijen.map(({ naam }) => naam),
        detail === 0 ? shownWhole : shownInList,
        100,
        lang,
      ),
    ),
    pair(
      fieldText('eigenaar', lang),
      eigenaar?.email === undefined
        ? ownerText(afspraak, lang)
        : mixed`${ownerText(afspraak, lang)} (${plain(eigenaar.email, 120)})`,
    ),
    pair(fieldText('plaatsvervanger', lang), plain(afspraak.plaatsvervanger?.naam ?? '', 90)),
    ...datesOf(view, lang).map(([label, value]) => pair(label, value)),
    pair(
      fieldText('opzegtermijn', lang),
      afspraak.opzegtermijn === undefined ? undefined : durationText(afspraak.opzegtermijn, lang),
    ),
    pair(
      fieldText('stilzwijgend', lang),
      afspraak.stilzwijgend === undefined ? undefined : afspraak.stilzwijgend ? texts.yes : texts.no,
    ),
    pair(fieldText('ritme', lang), afspraak.ritme === undefined ? undefined : ritmeText(afspraak.ritme, lang)),
    pair(
      fieldText('rapportageAan', lang),
      joinedPlain(
        afspraak.rapportageAan.map((ontvanger) => ontvangerText(ontvanger, lang)),
        comma,
      ),
    ),
    pair(
      fieldText('rapportageritme', lang),
      afspraak.rapportageritme === undefined ? undefined : ritmeText(afspraak.rapportageritme, lang),
    ),
    pair(fieldText('vertrouwelijkheid', lang), vertrouwelijkheidText(afspraak.vertrouwelijkheid, lang)),
    ...tekstLines(afspraak, lang, detail === 0 ? 1500 : 400),
    buttons([
      documentButton(afspraak, lang),
      execute(texts.recordBesluit, { kind: 'besluit.formulier', code: afspraak._id }, { associatedInputs: 'none' }),
      execute(texts.edit, { kind: 'afspraak.formulier', code: afspraak._id }, { associatedInputs: 'none' }),
    ]),
  ];
}

function tekstLines({ tekst }: Afspraak, lang: Language, longest: number): readonly Maybe<Element>[] {
  if (tekst === undefined) return [];
  const [first, ...rest] = paragraphs(tekst, longest);
  return [pair(fieldText('tekst', lang), first), ...rest.map((each) => foreign(each, { spacing: 'Small' }))];
}
