import type { Afspraak } from '../register/types.ts';
import { wordsOf } from '../register/words.ts';
import { listed } from '../vragen/name-ids.ts';
import { meaningOfType } from '../vragen/piece.ts';
import type { Reading } from '../vragen/reading.ts';
import { afspraakcodeIn } from '../vragen/reading.ts';
import type { Herinneringregel, RegelInhoud } from './regel.ts';
import { codeOf } from './regel-moments.ts';
import { findMeant, type RegelRequest, type RequestParts } from './regel-request.ts';

/** Which reminders of a kanaal a sentence is about: "hou op met die meldingen over de SLA". */

export type Selected =
  | {
      readonly kind: 'selected';
      /** Own rules; all of the kanaal when the sentence names nothing. */
      readonly regels: readonly Herinneringregel[];
      /** Open afspraken it may mean; none when it names nothing. */
      readonly afspraken: readonly Afspraak[];
      readonly named: boolean;
      /** It names nothing, and yet words of its own lead to these rules. */
      readonly byWords: boolean;
    }
  | Extract<RegelRequest, { kind: 'choose' | 'said' | 'problem' }>;

/** @param regels of the kanaal */
export function selectRegels(
  reading: Reading,
  regels: readonly Herinneringregel[],
  parts: Omit<RequestParts, 'kanaal'>,
): Selected {
  const { type, partner, verband, zoekterm } = reading.filter;
  const code = afspraakcodeIn(reading.filter);
  const named = [code, type, partner, verband, zoekterm].some((each) => each !== undefined);
  if (!named) {
    const sharing = byOwnWords(reading.text, regels);
    const byWords = sharing.length > 0;
    return { kind: 'selected', regels: byWords ? sharing : regels, afspraken: [], named, byWords };
  }
  const found = findMeant(reading, parts);
  if (found.kind !== 'found') return found;
  const codes = new Set(found.afspraken.map(({ _id }) => _id));
  const words = saidWords(reading);
  const isMeant = (regel: Herinneringregel): boolean => {
    const about = codeOf(regel);
    if (about !== undefined && codes.has(about)) return true;
    if (code !== undefined) return false;
    if (verband !== undefined && type === undefined && found.verbanden.includes(regel.verband ?? '')) return true;
    return saysOneOf(regel, words);
  };
  return { kind: 'selected', regels: regels.filter(isMeant), afspraken: found.afspraken, named, byWords: false };
}

/** The words by which the sentence names its subject: those of its type, and its loose words. */
function saidWords({ filter }: Reading): readonly string[] {
  const types = listed(filter.type).flatMap((type) => [type, ...(meaningOfType(type).words ?? [])]);
  return [...types, ...(filter.zoekterm === undefined ? [] : [filter.zoekterm])].map((each) => wordsOf(each).join(' '));
}

function saysOneOf({ inhoud }: Herinneringregel, words: readonly string[]): boolean {
  const tekst = tekstIn(inhoud);
  if (tekst === undefined) return false;
  const said = ` ${wordsOf(tekst).join(' ')} `;
  return words.some((word) => word !== '' && said.includes(` ${word} `));
}

/** What people said when they made it. */
const tekstIn = (inhoud: RegelInhoud): string | undefined =>
  inhoud.kind === 'text' || inhoud.kind === 'afspraak' ? inhoud.tekst : undefined;

/** Words of four letters and more, so that "de", "van" and "tot" decide nothing. */
const saying = (text: string): readonly string[] => wordsOf(text).filter((word) => word.length >= 4);

/** Rules that share most words with the sentence; none when none shares any. */
function byOwnWords(text: string, regels: readonly Herinneringregel[]): readonly Herinneringregel[] {
  const asked = new Set(saying(text));
  const shared = regels.map(({ inhoud }) => saying(tekstIn(inhoud) ?? '').filter((word) => asked.has(word)).length);
  const most = Math.max(0, ...shared);
  return most === 0 ? [] : regels.filter((_, index) => shared[index] === most);
}
