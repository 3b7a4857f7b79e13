import type { HerinneringRow } from '../../services/herinneringen/list.ts';
import type { Herinneringregel } from '../../services/herinneringen/regel.ts';
import { selectRegels } from '../../services/herinneringen/regel-select.ts';
import { sentencesIn } from '../../services/taal/language.ts';
import { describeReading } from '../../services/vragen/describe.ts';
import type { QuestionFilter, Reading } from '../../services/vragen/reading.ts';
import { message, type Parts, type Reply, type Turn } from '../parts.ts';
import { regelBotTexts } from '../regel-texts.ts';
import { chooseCard, problemCard, requestParts } from './regel-asking.ts';

/** Which reminders a question is about: "herinneringen over de sla", "welke herinneringen komen er voor Assen in maart". */
export interface AskedRows {
  readonly rows: readonly HerinneringRow[];
  /** How the question was understood; absent where it names nothing. */
  readonly understood?: string;
  /** It names what they are about, so that what stands beside them is left out. */
  readonly named: boolean;
}

/** @param regels own rules among the rows, by `_id` */
export function askedRows(
  turn: Turn,
  parts: Parts,
  reading: Reading,
  rows: readonly HerinneringRow[],
  regels: ReadonlyMap<string, Herinneringregel>,
): AskedRows | Reply {
  const texts = sentencesIn(regelBotTexts, turn.language);
  const selected = selectRegels(reading, [...regels.values()], requestParts(turn, parts));
  if (selected.kind === 'choose')
    return message(chooseCard(turn, reading, texts.which[selected.what], selected.choices));
  if (selected.kind === 'said') return message(problemCard(turn, selected.sentence));
  if (selected.kind === 'problem') return message(problemCard(turn, texts.problem[selected.problem]));
  const filter = appliedOf(reading.filter);
  const saysMore = reading.ongebruikt !== undefined && reading.ongebruikt.length > 0;
  if (Object.keys(filter).length === 0 && !saysMore) return { rows, named: false };
  const understood = describeReading({ ...reading, filter }, turn.language);
  if (!selected.named) return { rows, understood, named: false };
  const codes = new Set(selected.afspraken.map(({ _id }) => _id));
  const own = new Set(selected.regels.map(({ _id }) => _id));
  const isAsked = ({ code, regel }: HerinneringRow): boolean =>
    (code !== null && codes.has(code)) || (regel !== undefined && own.has(regel));
  return { rows: rows.filter(isAsked), understood, named: true };
}

/** What of the question the list goes by, and nothing else: that is what it says to have understood. */
function appliedOf({ nummer, type, partner, verband, zoekterm, periode }: QuestionFilter): QuestionFilter {
  return {
    ...(nummer !== undefined && { nummer }),
    ...(type !== undefined && { type }),
    ...(partner !== undefined && { partner }),
    ...(verband !== undefined && { verband }),
    ...(zoekterm !== undefined && { zoekterm }),
    ...(periode !== undefined && { periode }),
  };
}
