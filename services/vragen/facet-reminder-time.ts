import { addTo } from '../kalender/civil-date.ts';
import type { DateFinding } from '../kalender/date-reading.ts';
import { filterOf } from './facet-names.ts';
import { dateFieldOf, dayFacet, findingsOf } from './facet-time.ts';
import type { QuestionFilter } from './reading.ts';
import { markOf, type Sentence, valuesOf } from './sentence.ts';
import type { Signs } from './signs.ts';

/** When a herinnering comes: from its dates and lengths to datum, anker, verschuiving and herhaling. Pure. */

/** "Herinner ons vrijdag aan het kwartaaloverleg": the name of a thing, and no rhythm of the herinnering. */
const isNameBeside = (finding: DateFinding, all: readonly DateFinding[]): boolean =>
  finding.kind === 'recurrence' &&
  finding.samenstelling === true &&
  all.some((other) => other !== finding && other.kind !== 'year' && other.kind !== 'duration');

/** "6 weken vóór de einddatum", "elk kwartaal". */
export function reminderTimeFacet(sentence: Sentence, signs: Signs): QuestionFilter {
  const findings = findingsOf(sentence);
  const offset = findings.find((finding) => finding.kind === 'offset');
  const recurrence = findings.find((finding) => finding.kind === 'recurrence' && !isNameBeside(finding, findings));
  const fromOffset =
    offset?.kind === 'offset'
      ? filterOf({
          anker: offset.anker ?? anchorOf(sentence, signs),
          verschuiving: offset.verschuiving,
          datum: offset.datum,
        })
      : {};
  const ahead = offset === undefined ? lengthAhead(sentence, signs) : {};
  const fromRecurrence =
    recurrence?.kind === 'recurrence' ? filterOf({ herhaling: recurrence.herhaling, datum: recurrence.datum }) : {};
  return { ...dayFacet(sentence), ...dayOfReminder(sentence), ...fromOffset, ...ahead, ...fromRecurrence };
}

/** "Zet een reminder voor 15 december": on that day. With an accent, or after the verb, "voor" is before it. */
function dayOfReminder(sentence: Sentence): QuestionFilter {
  const noun = markOf(sentence, 'teken', 'herinnering');
  const mark =
    noun === undefined ? undefined : sentence.dates.find(({ from }) => from >= noun.to && from - noun.to <= 2);
  const mention = mark?.mention;
  if (mention?.kind !== 'period' || mention.van !== undefined || mention.tot !== mention.datum) return {};
  const onIt = /^(?:voor|foar) (?:(?!de |het |it )|de (?:eerste|tweede|derde|vierde|laatste|\d{1,2}e) )/i.test(
    mention.tekst,
  );
  const last = onIt ? mention.tot : undefined;
  return last === undefined ? {} : { datum: addTo(last, { days: 1 }) };
}

const beforeWords = new Set([
  'voor',
  'voordat',
  'vooraf',
  'voorafgaand',
  'before',
  'ahead',
  'foar',
  'foardat',
  'prior',
  'eer',
  'alvorens',
]);
const afterWords = new Set(['na', 'nadat', 'after', 'nei', 'neidat']);

/** "een maand voordat de DVO afloopt", "6 weken voor de kadernota": a length and what it is counted from. */
function lengthAhead(sentence: Sentence, signs: Signs): QuestionFilter {
  for (const { mention, to } of sentence.dates) {
    if (mention.kind !== 'duration') continue;
    const link = sentence.tokens[to]?.norm ?? '';
    const sign = beforeWords.has(link) ? '-' : afterWords.has(link) ? '' : undefined;
    if (sign === undefined) continue;
    const piece = sentence.words.find((mark) => mark.group === 'stuk' && mark.from > to)?.value;
    return filterOf({ anker: anchorOf(sentence, signs) ?? piece, verschuiving: `${sign}${mention.duur}` });
  }
  return {};
}

function anchorOf(sentence: Sentence, signs: Signs): string | undefined {
  const [veld] = valuesOf(sentence, 'veld').filter((each) => each.endsWith('datum') || each === 'herijking');
  return veld ?? dateFieldOf(sentence, signs);
}
