import { filterOf } from './facet-names.ts';
import { findingsOf } from './facet-time.ts';
import type { QuestionFilter } from './reading.ts';
import { type Sentence, valuesOf } from './sentence.ts';

/** From lengths, rhythms and years in a sentence to the filter keys herhaling, duur and jaar. Pure. */

/** "maandelijks", "kwartaaloverleg". */
export function recurrenceFacet(sentence: Sentence): QuestionFilter {
  const recurrence = findingsOf(sentence).find((finding) => finding.kind === 'recurrence');
  const named = valuesOf(sentence, 'herhaling')[0];
  return filterOf({ herhaling: recurrence?.kind === 'recurrence' ? recurrence.herhaling : named });
}

/** "Snooze weekje": a diminutive is one of them. Normalised. */
const onePart: ReadonlyMap<string, string> = new Map([
  ['dagje', 'P1D'],
  ['weekje', 'P1W'],
  ['maandje', 'P1M'],
  ['kwartaaltje', 'P3M'],
  ['jaartje', 'P1Y'],
]);

/** "met 2 weken", "een week later". */
export function durationFacet(sentence: Sentence): QuestionFilter {
  for (const finding of findingsOf(sentence)) {
    if (finding.kind === 'duration') return { duur: finding.duur };
    if (finding.kind === 'offset') return { duur: finding.verschuiving.replace('-', '') };
  }
  const small = sentence.tokens.map(({ norm }) => onePart.get(norm)).find((duur) => duur !== undefined);
  return filterOf({ duur: small });
}

/** Of a new afspraak: how long it runs ("voor 3 jaar"). An opzegtermijn is another length. */
export function runFacet(sentence: Sentence): QuestionFilter {
  const isNotice = (from: number): boolean =>
    sentence.words.some(
      ({ group, value, to }) => group === 'veld' && value === 'opzegtermijn' && from >= to && from - to <= 2,
    );
  const length = sentence.dates.find(({ mention, from }) => mention.kind === 'duration' && !isNotice(from))?.mention;
  return filterOf({ duur: length?.kind === 'duration' ? length.duur : undefined });
}

/** The year of a budget or account: "kadernota 2028", "in 2027". */
export function yearFacet(sentence: Sentence): QuestionFilter {
  for (const finding of findingsOf(sentence)) {
    if (finding.kind === 'year') return { jaar: finding.jaar };
    if (finding.kind === 'period' && finding.van?.endsWith('-01-01') && finding.tot?.endsWith('-12-31'))
      return { jaar: Number(finding.van.slice(0, 4)) };
  }
  return {};
}
