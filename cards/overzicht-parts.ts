import type { OverzichtSoort } from '../services/herinneringen/regel.ts';
import type { Termijn } from '../services/overzicht/termijnen.ts';
import { sentencesIn } from '../services/taal/language.ts';
import { codesText } from './besluit-parts.ts';
import {
  type AdaptiveCard,
  buttons,
  type Element,
  execute,
  line,
  type Maybe,
  pair,
  paragraph,
  run,
  subheading,
} from './elements.ts';
import { type CardText, joinedPlain, plain } from './foreign-text.ts';
import { type ShownContext, whatText } from './herinnering-parts.ts';
import { fitCard } from './limits.ts';
import { code, type OwnText, own } from './own-text.ts';
import { herinneringTexts } from './texts/herinnering.ts';
import { overzichtTexts } from './texts/overzicht.ts';
import { dayText, kindText } from './words.ts';

/** What the overzichten share: whose they are, a date in one line, and how to switch them off. */

/** What every overzicht is drawn with. */
export interface OverzichtFrame {
  readonly soort: OverzichtSoort;
  /** `_id` of its rule, for the buttons. */
  readonly regel: string;
  /** Names of the verbanden it is about; none for a person. */
  readonly verbanden: readonly string[];
  /** Asked for, not sent: it says when it comes, and is drawn even when there is nothing to tell. */
  readonly example?: boolean;
  /** So many earlier ones did not come. */
  readonly missed?: number;
}

const separator = own` · `;
const mostVerbanden = 4;

/** Which verbanden, that it is an example, and what was missed. */
export function frameLines(
  { soort, verbanden, example = false, missed = 0 }: OverzichtFrame,
  { lang }: ShownContext,
): readonly Maybe<Element>[] {
  const texts = sentencesIn(overzichtTexts, lang);
  const names = verbanden.slice(0, mostVerbanden).map((naam) => plain(naam, 120));
  return [
    pair(texts.verband, joinedPlain(names, own`, `)),
    example ? line(texts.example[soort], { isSubtle: true, spacing: 'Small' }) : undefined,
    missed > 0 ? line(texts.missed(missed), { spacing: 'Small' }) : undefined,
  ];
}

/** **Zet uit** and **Beheren**. */
export function frameButtons({ soort, regel }: OverzichtFrame, { lang }: ShownContext): readonly Maybe<Element>[] {
  const texts = sentencesIn(overzichtTexts, lang);
  const plainPress = { associatedInputs: 'none' } as const;
  return [
    buttons(
      [
        execute(texts.off[soort], { kind: 'overzicht.uit', regel, bericht: true }, plainPress),
        execute(texts.manage, { kind: 'regel.toon', regel }, plainPress),
      ],
      { separator: true, spacing: 'Medium' },
    ),
  ];
}

/** `AFS-2026-012 · Herijking over 3 dagen · 26 november 2026 · Werkplekbeheer`. */
export function termijnLine(
  { afspraak, kind, datum }: Termijn,
  context: ShownContext,
  look: 'plain' | 'late' | 'done' = 'plain',
  more?: CardText,
): Maybe<Element> {
  const texts = sentencesIn(herinneringTexts, context.lang);
  const done = own`${kindText(kind, context.lang)} ${texts.done}`;
  const what = look === 'done' ? done : whatText(kind, datum, context);
  return paragraph(
    [
      run(code(afspraak._id), { weight: 'Bolder' }),
      run(separator),
      run(what, look === 'late' ? { color: 'Attention' } : {}),
      run(separator),
      run(dayText(datum, context.lang)),
      run(separator),
      run(plain(afspraak.titel, 100)),
      ...(more === undefined ? [] : [run(separator), run(more)]),
    ],
    { spacing: 'Small' },
  );
}

/** A heading and so many lines; of the rest every code. Nothing when there are none. */
export function termijnSection(
  title: OwnText,
  termijnen: readonly Termijn[],
  shown: number,
  draw: (termijn: Termijn) => Maybe<Element>,
  { lang }: ShownContext,
): readonly Maybe<Element>[] {
  if (termijnen.length === 0) return [];
  const rest = [...new Set(termijnen.slice(shown).map(({ afspraak }) => afspraak._id))];
  return [
    subheading(title),
    ...termijnen.slice(0, shown).map(draw),
    rest.length === 0 ? undefined : pair(sentencesIn(herinneringTexts, lang).also, codesText(rest, mostCodes, lang)),
  ];
}

/** What every overzicht begins with. */
interface Begin {
  readonly komend: readonly Termijn[];
  readonly teLaat: readonly Termijn[];
}

/** The dates that come and those that have passed. */
export function comingAndLate(
  { komend, teLaat }: Begin,
  shown: number,
  context: ShownContext,
): readonly Maybe<Element>[] {
  const texts = sentencesIn(overzichtTexts, context.lang);
  return [
    ...termijnSection(texts.coming(komend.length), komend, shown, (each) => termijnLine(each, context), context),
    ...termijnSection(texts.late(teLaat.length), teLaat, shown, (each) => termijnLine(each, context, 'late'), context),
  ];
}

/** The same in one line, for where no card can be drawn. */
export function inShort(title: OwnText, { komend, teLaat }: Begin, lang: ShownContext['lang']): OwnText {
  const texts = sentencesIn(overzichtTexts, lang);
  return own`${title}. ${texts.coming(komend.length)}. ${texts.late(teLaat.length)}.`;
}

/** Lines of each part, from rich to sparse; the codes of the rest follow. */
const lines = [15, 8, 4, 1] as const;

/** The richest drawing that fits. @param draw makes the card with so many lines in each part */
export const fitOverzicht = (draw: (count: number) => AdaptiveCard): AdaptiveCard =>
  fitCard((step) => draw(lines[step] ?? 1), lines.length - 1);

/** Codes in one section: what fits three times beside the lines. */
const mostCodes = 200;
