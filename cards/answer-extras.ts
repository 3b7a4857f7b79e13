import type { Language } from '../services/taal/language.ts';
import { sentencesIn } from '../services/taal/language.ts';
import type { Answer, AnswerContent, Geschiedenis } from '../services/vragen/answer-types.ts';
import { answeredLine } from '../services/vragen/answered-before.ts';
import { changeLines } from '../services/vragen/history-view.ts';
import { buttons, type Element, execute, foreign, line, type Maybe, subheading } from './elements.ts';
import { plain } from './foreign-text.ts';
import { missesTexts } from './texts/misses.ts';

/** What stands around an answer: what people answered before, the last changes, and whether it was right. */

/** Earlier answers of people to the same question. */
export const answeredLines = ({ answered = [], reading }: Answer): readonly Maybe<Element>[] =>
  answered.map((note) => foreign(plain(answeredLine(note, reading), 1200), { spacing: 'Small' }));

/** Who changed what, latest first. */
export function changesOf(geschiedenis: Maybe<Geschiedenis>, lang: Language): readonly Maybe<Element>[] {
  if (geschiedenis === undefined || geschiedenis.items.length === 0) return [];
  const lines = changeLines(geschiedenis, lang).map((text) =>
    foreign(plain(text, 300), { isSubtle: true, spacing: 'Small' }),
  );
  return [subheading(sentencesIn(missesTexts, lang).changes), ...lines];
}

/** Answers that show data can be right or wrong; a sentence that asks back or explains cannot. */
const holdsData: ReadonlySet<AnswerContent['kind']> = new Set<AnswerContent['kind']>([
  'afspraken',
  'afspraak',
  'veld',
  'aantal',
  'verbanden',
  'verband',
  'besluiten',
  'contact',
  'document',
]);

/** "Klopte dit?" with **Ja** and **Nee**; nothing where the reading is too large for a button. */
export function klopteButtons({ content, reading }: Answer, lang: Language): readonly Maybe<Element>[] {
  if (!holdsData.has(content.kind)) return [];
  const texts = sentencesIn(missesTexts, lang);
  const button = (goed: boolean) =>
    execute(goed ? texts.yes : texts.no, { kind: 'vraag.klopte', goed, reading }, { associatedInputs: 'none' });
  const set = buttons([button(true), button(false)], { spacing: 'Small' });
  return set === undefined
    ? []
    : [line(texts.klopte, { size: 'Small', isSubtle: true, separator: true, spacing: 'Medium' }), set];
}
