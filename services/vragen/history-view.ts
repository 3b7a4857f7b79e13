import { formatDay } from '../kalender/format.ts';
import { labelsIn } from '../taal/labels.ts';
import { type Language, sentencesIn } from '../taal/language.ts';
import { joinWords } from '../taal/list.ts';
import type { PastFinder } from './answer-parts.ts';
import { answerTexts } from './answer-texts.ts';
import type { Geschiedenis, ShownVersie } from './answer-types.ts';

/** The changes of an afspraak in words: who, when, which fields. */

/** The last changes of an afspraak that the asker may see; the caller has checked that. */
export async function historyOf(code: string, past: PastFinder, shown: number): Promise<Geschiedenis> {
  const all = await past.history(code);
  const items = all.slice(-shown).map(({ nummer, door, op, gewijzigd }): ShownVersie => {
    return { nummer, door: door.naam, via: door.via, dag: past.dayOf(op), velden: gewijzigd };
  });
  return { items: items.reverse(), more: Math.max(0, all.length - shown) };
}

const fieldName = (field: string, language: Language): string =>
  Object.entries(labelsIn(language).afspraakVeld).find(([key]) => key === field)?.[1] ?? field;

/** "21 november 2026 · Vermeer · gewijzigd: einddatum en status". Holds names: plain text, never Markdown. */
function changeLine(versie: ShownVersie, language: Language): string {
  const texts = sentencesIn(answerTexts, language);
  const fields = versie.velden.map((field) => fieldName(field, language));
  const what = versie.nummer === 1 ? texts.firstRecorded : texts.changed(joinWords(fields, language));
  const who = versie.via === versie.door ? versie.door : `${versie.door} (${versie.via})`;
  return [formatDay(versie.dag, language), who.replace(/\s+/g, ' ').trim(), what].join(' · ');
}

/** A line for each change, and how many are left out. */
export function changeLines({ items, more }: Geschiedenis, language: Language): readonly string[] {
  const texts = sentencesIn(answerTexts, language);
  return [...items.map((item) => changeLine(item, language)), ...(more === 0 ? [] : [texts.olderChanges(more)])];
}
