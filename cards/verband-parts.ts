import type { Verband } from '../services/register/types.ts';
import type { Language } from '../services/taal/language.ts';
import { sentencesIn } from '../services/taal/language.ts';
import type { AnswerContent } from '../services/vragen/answer-types.ts';
import {
  buttons,
  container,
  type Element,
  execute,
  foreign,
  type Maybe,
  pair,
  paragraph,
  run,
  subheading,
} from './elements.ts';
import { joinedPlain, mixed, plain } from './foreign-text.ts';
import { ketenButton, ketenLines } from './keten-card.ts';
import { own } from './own-text.ts';
import { type Page, pager } from './paging.ts';
import { answerTexts } from './texts/answer.ts';
import { sharedTexts } from './texts/shared.ts';
import { dayText, fieldText, vormText } from './words.ts';

/** How a verband looks, short in a list and whole with its deelnemers. */

export type VerbandContent = Extract<AnswerContent, { kind: 'verband' }>;
export type ShownDeelnemer = VerbandContent['deelnemers'][number];

const showVerbandButton = (verband: Verband, lang: Language) =>
  execute(
    mixed`${sentencesIn(sharedTexts, lang).showVerband}${plain(verband.orgaan ?? verband.naam, 60)}`,
    { kind: 'verband.toon', verbandId: verband._id },
    { associatedInputs: 'none' },
  );

export function verbandItem(verband: Verband, lang: Language, nameLength: number): Element {
  return container(
    [
      foreign(plain(verband.naam, nameLength), { weight: 'Bolder' }),
      paragraph(
        [
          run(vormText(verband.vorm, lang)),
          run(own` · `),
          run(sentencesIn(answerTexts, lang).deelnemers(verband.deelnemers.length)),
        ],
        { spacing: 'Small' },
      ),
      buttons([showVerbandButton(verband, lang)], { spacing: 'Small' }),
    ],
    { separator: true, spacing: 'Medium' },
  );
}

/** Of a link that takes part no more only the id is known here. */
const deelnemersView = (deelnemers: VerbandContent['deelnemers']) => ({
  organisatie: (id: string) => deelnemers.find(({ organisatie }) => organisatie._id === id)?.organisatie,
});

/** Everything of one verband, with this page of its deelnemers: `first` where they are what was asked for. */
export function verbandWhole(
  content: VerbandContent,
  page: Page<ShownDeelnemer>,
  lang: Language,
  nameLength: number,
  first: boolean,
): readonly Maybe<Element>[] {
  const naam = foreign(plain(content.verband.naam, 300), { weight: 'Bolder', size: 'Medium' });
  const deelnemers = deelnemersOf(content, page, lang, nameLength);
  return first
    ? [naam, ...deelnemers, ...factsOf(content, lang)]
    : [
        naam,
        ...factsOf(content, lang),
        subheading(sentencesIn(answerTexts, lang).deelnemers(content.deelnemers.length)),
        ...deelnemers,
      ];
}

function factsOf({ verband, deelnemers }: VerbandContent, lang: Language): readonly Maybe<Element>[] {
  const texts = sentencesIn(sharedTexts, lang);
  return [
    pair(texts.orgaan, plain(verband.orgaan ?? '', 200)),
    pair(texts.vorm, vormText(verband.vorm, lang)),
    pair(
      fieldText('ingangsdatum', lang),
      verband.ingangsdatum === undefined ? undefined : dayText(verband.ingangsdatum, lang),
    ),
    pair(texts.rsin, plain(verband.rsin ?? '', 20)),
    pair(texts.doel, plain(verband.doel ?? '', 600)),
    pair(
      texts.beleidsterreinen,
      joinedPlain(
        verband.beleidsterreinen.slice(0, 8).map((terrein) => plain(terrein, 80)),
        own`, `,
      ),
    ),
    ...ketenLines(verband.keten, deelnemersView(deelnemers), lang),
    buttons([ketenButton(verband._id, lang)], { spacing: 'Small' }),
  ];
}

function deelnemersOf(
  { verband }: VerbandContent,
  page: Page<ShownDeelnemer>,
  lang: Language,
  nameLength: number,
): readonly Maybe<Element>[] {
  const texts = sentencesIn(sharedTexts, lang);
  return [
    ...page.items.map(({ organisatie, toetreding }) =>
      paragraph(
        [
          run(plain(organisatie.naam, nameLength)),
          toetreding === undefined ? undefined : run(mixed` (${texts.since(dayText(toetreding, lang))})`),
        ],
        { spacing: 'Small' },
      ),
    ),
    ...pager(page, lang, (turned) => ({ kind: 'verband.toon', verbandId: verband._id, page: turned })),
  ];
}
