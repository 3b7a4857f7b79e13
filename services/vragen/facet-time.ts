import { addTo, type CivilDate } from '../kalender/civil-date.ts';
import type { DateFinding } from '../kalender/date-reading.ts';
import { filterOf } from './facet-names.ts';
import type { Periode, QuestionFilter } from './reading.ts';
import { markOf, type Sentence, valuesOf } from './sentence.ts';
import type { Signs } from './signs.ts';

/** From the dates in a sentence to the filter keys periode, datum and peildatum. Pure. */

/** What the dates of a sentence are, in order. */
export const findingsOf = (sentence: Sentence): readonly DateFinding[] => sentence.dates.map((mark) => mark.mention);

/** "loopt … af": the verb `aflopen` in two parts. */
export function runsOut(sentence: Sentence): boolean {
  const verb = markOf(sentence, 'teken', 'lopen');
  if (verb === undefined) return false;
  return sentence.words.some((mark) => mark.value === 'af' && mark.group === 'teken' && mark.from > verb.from);
}

const isOrWas = new Set(['is', 'zijn', 'was', 'waren']);

/** "welke zijn vorig jaar afgelopen": the verb closes the clause; "de afgelopen maanden" are a period. */
export const hasRunOut = ({ tokens, taken }: Sentence): boolean =>
  tokens.some(({ norm }, at) => {
    const closes = tokens[at + 1] === undefined || tokens[at + 1]?.afterBreak === true;
    return norm === 'afgelopen' && closes && !taken.has(at) && tokens.slice(0, at).some((one) => isOrWas.has(one.norm));
  });

/** "verlopen of herijkt moeten worden": a verb of its own, not the kind of afspraak ("evaluaties die aflopen"). */
const asksForReview = (sentence: Sentence): boolean =>
  sentence.words.some(
    (mark) =>
      mark.group === 'teken' &&
      mark.value === 'herijken' &&
      !sentence.words.some((other) => other.group === 'soort' && other.from <= mark.from && mark.from < other.to),
  );

/** "Lopen langer dan tot 2028", "lopen tot eind 2027": by their last day. */
const runsTo =
  /^(?:tot|t\/m|tm|langer|verder|door|voorbij|na|until|till|through|beyond|longer|after|oant|langer|fierder) /i;

const outlasts = /^(?:langer|verder|door|voorbij|longer|beyond|fierder) /i;

export const runsUntil = ({ words, dates }: Sentence): boolean =>
  dates.some(({ mention }) => mention.kind === 'period' && outlasts.test(mention.tekst)) ||
  (words.some(({ group, value }) => group === 'teken' && value === 'lopen') &&
    dates.some(
      ({ mention }) =>
        mention.kind === 'period' &&
        (mention.van === undefined) !== (mention.tot === undefined) &&
        runsTo.test(mention.tekst),
    ));

const ofTheirs = new Set(['de', 'hun', 'the', 'their', 'it', 'uiterste', 'last']);

/**
 * "Welke contracten moeten we voor 1 maart opzeggen", "van welke loopt de opzegtermijn in Q1 af". In "met een opzegtermijn van drie
 * maanden" the word says which are meant, and no date.
 */
const asksForNotice = ({ words, tokens }: Sentence): boolean =>
  words.some(
    ({ group, value, from, to }) =>
      group === 'veld' &&
      value === 'opzegtermijn' &&
      (!/^(?:opzegtermijn|opzegperiode|notice$|opsis)/.test(tokens[to - 1]?.norm ?? '') ||
        ofTheirs.has(tokens[from - 1]?.norm ?? '')),
  );

/**
 * Which of the four dates a period is about (CONTRACT §6): verlopen, aflopen, eindigen → einddatum; herijking, evaluatie, review →
 * herijking; rapportage, naar de raad → rapportagedatum; ingaan, beginnen → ingangsdatum; opzeggen → the last day for it; anything else: none, so any of them.
 */
export function dateFieldOf(sentence: Sentence, signs: Signs): Periode['veld'] {
  if (asksForNotice(sentence)) return 'opzegdatum';
  const ends =
    signs.has('eindigen') || runsOut(sentence) || runsUntil(sentence) || lapsesThen(sentence) || hasRunOut(sentence);
  if (ends && asksForReview(sentence)) return undefined;
  if (ends) return 'einddatum';
  if (signs.has('herijken')) return 'herijking';
  if (signs.has('rapporteren') || signs.has('naar_raad')) return 'rapportagedatum';
  if (signs.has('beginnen') || isNewSince(sentence)) return 'ingangsdatum';
  const named = valuesOf(sentence, 'veld');
  return (['einddatum', 'herijking', 'rapportagedatum', 'ingangsdatum'] as const).find((veld) => named.includes(veld));
}

/** "Nieuwe contracten sinds 1 september": those that began then. */
const isNewSince = ({ tokens, words }: Sentence): boolean =>
  words.some(
    ({ group, value, from }) =>
      (group === 'soort' || value === 'afspraak') && ['nieuwe', 'new', 'nije'].includes(tokens[from - 1]?.norm ?? ''),
  );

/** "Voor de zomer", "voor de kerst": before it, also of what is planned. */
const isLimit = /zomer|winter|kerst|pasen|reces|vakantie|raadsperiode|periode|summer|christmas|recess|simmer|kryst/i;

/** Words after which a year without "in" belongs to the noun before it ("begroting 2028"), not to the period. */
function daysOf(finding: DateFinding, ending: boolean, listed: boolean): { van?: string; tot?: string } | undefined {
  if (finding.kind === 'period') {
    if (listed && finding.zelf !== undefined && !isLimit.test(finding.tekst)) return finding.zelf;
    if (ending && finding.ervoor !== undefined) return { tot: finding.ervoor };
    return {
      ...(finding.van === undefined ? {} : { van: finding.van }),
      ...(finding.tot === undefined ? {} : { tot: finding.tot }),
    };
  }
  if (finding.kind === 'day') return { van: finding.van ?? finding.datum, tot: finding.tot ?? finding.datum };
  if (finding.kind === 'year') {
    if (ending && finding.ervoor !== undefined) return { tot: finding.ervoor };
    return { van: `${finding.jaar}-01-01`, tot: `${finding.jaar}-12-31` };
  }
  return undefined;
}

const listWords = new Set(
  `staat staan stond stonden gepland ingepland geagendeerd ingeroosterd voorzien planning agenda rol kalender stapel planned scheduled agenda
   steane stiet pland`.split(/\s+/),
);

/** "Wat staat er voor januari op de planning": for that month, not before it. */
const isOnTheList = ({ tokens }: Sentence): boolean => tokens.some(({ norm }) => listWords.has(norm));

/** "Welke afspraken vervallen er eind dit jaar": they will, and have not yet. */
export const lapsesThen = ({ tokens, dates }: Sentence): boolean =>
  dates.length > 0 &&
  tokens.some(({ norm }) => norm === 'vervallen') &&
  !tokens.some(({ norm }) => ['is', 'zijn', 'was', 'waren', 'op', 'status', 'alle'].includes(norm));

/** "Na 1 januari en voor 1 juli": both sides of one period. */
function bothSides(findings: readonly DateFinding[]): DateFinding | undefined {
  const periods = findings.filter((each) => each.kind === 'period');
  const from = periods.find(({ van, tot }) => van !== undefined && tot === undefined);
  const until = periods.find(({ van, tot }) => van === undefined && tot !== undefined);
  if (from?.van === undefined || until?.tot === undefined || from.van > until.tot) return undefined;
  const [first, last] = from.start < until.start ? [from, until] : [until, from];
  return {
    kind: 'period',
    start: first.start,
    end: last.end,
    tekst: `${first.tekst} … ${last.tekst}`,
    van: from.van,
    tot: until.tot,
  };
}

/** For questions that ask for a list. */
export function periodFacet(sentence: Sentence, signs: Signs): QuestionFilter {
  const veld = dateFieldOf(sentence, signs);
  const isDue =
    veld === 'einddatum' ||
    veld === 'opzegdatum' ||
    veld === 'ingangsdatum' ||
    signs.has('naar_raad') ||
    signs.has('moet');
  const listed = isOnTheList(sentence);
  const ending = isDue && !listed;
  const findings = findingsOf(sentence);
  const finding =
    bothSides(findings) ??
    findings.find((each) => each.kind === 'period') ??
    findings.find((each) => each.kind === 'day' || each.kind === 'year');
  if (finding === undefined) return {};
  const days = daysOf(finding, ending, listed);
  if (days === undefined) return {};
  const warning = finding.kind === 'period' ? finding.waarschuwing : undefined;
  return filterOf({
    periode: { ...days, ...(veld === undefined ? {} : { veld }), tekst: finding.tekst.trim() },
    waarschuwing: warning,
  });
}

const pastParticiple = /^(?:is|zijn|al|reeds|was|waren|are|has|have|already|binne|al)$/;

/** Questions about what happens with a date; these ask for a period, however much of the past is in the verb. */
const datedSigns = ['eindigen', 'verlopen', 'herijken', 'rapporteren', 'naar_raad', 'beginnen', 'moet'];

/**
 * The day whose state is asked: "wat gold op 1 maart 2025", "wat stond er op 1 maart in AFS-2025-001". A month or year that
 * something held in stands for its last day.
 */
export function asOfFacet(sentence: Sentence, signs: Signs, today: CivilDate): QuestionFilter {
  return datedSigns.some((sign) => signs.has(sign)) ? {} : stateDayFacet(sentence, signs, today);
}

/** The same for a question about one afspraak, whose dates are no more than its fields. */
export function stateDayFacet(sentence: Sentence, signs: Signs, today: CivilDate): QuestionFilter {
  const held = signs.has('gold');
  if (!held && !signs.has('toen')) return {};
  for (const finding of findingsOf(sentence)) {
    if (finding.kind === 'day' && (held || finding.datum <= today)) return { peildatum: finding.datum };
    if (!held) continue;
    if (finding.kind === 'year') return { peildatum: `${finding.jaar}-12-31` };
    if (finding.kind === 'period' && finding.van !== undefined && finding.tot !== undefined)
      return { peildatum: finding.tot };
  }
  return {};
}

/** As {@link periodFacet}, for besluiten: "welke besluiten golden op 1 maart" asks for the state of a day. */
export function decisionPeriodFacet(sentence: Sentence, signs: Signs, today: CivilDate): QuestionFilter {
  const then = signs.has('gold') ? asOfFacet(sentence, signs, today) : {};
  if (then.peildatum !== undefined) return then;
  // "Is de jaarrekening 2025 vastgesteld?": the year is the piece's own, and the besluit may be of another.
  const ofPiece = (mark: Sentence['dates'][number]): boolean =>
    mark.mention.kind === 'year' && sentence.words.some((word) => word.group === 'stuk' && word.to === mark.from);
  return periodFacet({ ...sentence, dates: sentence.dates.filter((mark) => !ofPiece(mark)) }, signs);
}

/** As {@link periodFacet}, for afspraken: "zijn verlopen" without a period means until yesterday. */
export function listPeriodFacet(sentence: Sentence, signs: Signs, today: CivilDate): QuestionFilter {
  const then = asOfFacet(sentence, signs, today);
  if (then.peildatum !== undefined) return then;
  const found = periodFacet(sentence, signs);
  const over = signs.has('verlopen') && sentence.tokens.some((token) => pastParticiple.test(token.norm));
  if (found.periode !== undefined || !over) return found;
  return { periode: { tot: addTo(today, { days: -1 }), veld: 'einddatum' }, elkeStatus: true };
}

function dayOf(findings: readonly DateFinding[]): string | undefined {
  for (const finding of findings) {
    if (finding.kind === 'day') return finding.datum;
    if (finding.kind === 'refused' && finding.datum !== undefined) return finding.datum;
  }
  for (const finding of findings)
    if (finding.kind === 'period' && finding.waarschuwing !== 'schatting')
      return finding.datum ?? finding.van ?? finding.tot;
  return undefined;
}

/** For what happens on one day. A date that does not hold is named in `waarschuwing`. */
export function dayFacet(sentence: Sentence): QuestionFilter {
  const findings = findingsOf(sentence);
  const refused = findings.find((finding) => finding.kind === 'refused');
  return filterOf({ datum: dayOf(findings), waarschuwing: refused?.kind === 'refused' ? refused.reason : undefined });
}

/** "tot 1 maart" is a period that ends on a day; "deze week" has none. */
const hasDay = ({ mention }: Sentence['dates'][number]): boolean =>
  mention.kind === 'period' && mention.datum !== undefined;

/** Frisian "nei 1 maart" is "after" in a period and "to" where something moves. */
function frisianTowards({ lang, dates }: Sentence): string | undefined {
  const mention = lang === 'fy' ? dates[0]?.mention : undefined;
  const after = mention?.kind === 'period' && mention.tot === undefined && /^nei /i.test(mention.tekst);
  return after && mention.van !== undefined ? addTo(mention.van, { days: -1 }) : undefined;
}

/** For a new date: of two the later named ("de herinnering van morgen naar vrijdag"). */
export function newDayFacet(
  sentence: Sentence,
  _signs: Signs,
  { today }: { readonly today: CivilDate },
): QuestionFilter {
  const latest = { ...sentence, dates: [...sentence.dates].reverse() };
  const towards = frisianTowards(latest);
  if (towards !== undefined) return { datum: towards };
  const day = namedDayFacet(latest);
  if (day.datum !== undefined) return day;
  const ended = dayFacet({ ...latest, dates: latest.dates.filter(hasDay) });
  return { ...(ended.datum === undefined ? firstDayOf(latest, today) : ended), ...day };
}

const ofThing = new Set(['voor', 'van', 'over', 'uit', 'for', 'of', 'from', 'about', 'foar', 'fan', 'oer']);

/** "Naar volgende maand", "tot week 12": the day on which that begins. "Voor december" says which herinnering is meant. */
function firstDayOf({ dates, tokens }: Sentence, today: CivilDate): QuestionFilter {
  for (const { mention, from } of dates)
    if (mention.kind === 'period' && mention.van !== undefined && mention.van > today)
      if (!ofThing.has(tokens[from - 1]?.norm ?? '')) return { datum: mention.van };
  return {};
}

/** A stretch of time that is no whole year: of a zienswijze or besluit the year belongs to the piece. */
export function partOfYearFacet(sentence: Sentence, signs: Signs): QuestionFilter {
  const { periode } = periodFacet(sentence, signs);
  const wholeYear = periode?.van?.endsWith('-01-01') && periode.tot?.endsWith('-12-31');
  return periode === undefined || wholeYear ? {} : { periode };
}

/** For a besluit: only a day that was named in full, never the first of a month. */
export function namedDayFacet(sentence: Sentence): QuestionFilter {
  return dayFacet({ ...sentence, dates: sentence.dates.filter((mark) => mark.mention.kind !== 'period') });
}
