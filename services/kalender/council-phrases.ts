import { plainYearAt } from './amount-phrases.ts';
import { addTo, type CivilDate, weekday } from './civil-date.ts';
import { type Days, oneDay, type Reader, type Rule, word, yearOf } from './stretch.ts';

/**
 * Terms of councils and the elections they begin with: "deze raadsperiode", "voor de gemeenteraadsverkiezingen". By the Kieswet the
 * vote is 44 days after the Monday from 30 January to 5 February, and the new raad sits two weeks after it (2022-03-30, 2026-04-01).
 * A gemeente that was redivided votes earlier; its term ends on the same day.
 */

const termYears = 4;
/** Gemeenteraden were chosen in 2022 and 2026, Provinciale Staten and waterschappen in 2023 and 2027. */
const electionYear: Readonly<Record<string, number>> = { raad: 2026, staten: 2027 };
const daysFromVoteToSeat = 14;
/** Before and after these the law or the calendar of votes was or may be another. */
const firstYear = 2018;
const lastYear = 2090;

/** The day of the vote, in a year that has one. */
function voteIn(kind: string, year: number): CivilDate | undefined {
  if ((year - (electionYear[kind] ?? 0)) % termYears !== 0) return undefined;
  const first = `${year}-01-30`;
  const monday = addTo(first, { days: (8 - weekday(first)) % 7 });
  return addTo(monday, { days: 44 });
}

/** The term of the raad that begins in this year. */
function termFrom(year: number): Days | undefined {
  const begin = voteIn('raad', year);
  const next = voteIn('raad', year + termYears);
  if (begin === undefined || next === undefined) return undefined;
  const van = addTo(begin, { days: daysFromVoteToSeat });
  return { van, tot: addTo(next, { days: daysFromVoteToSeat - 1 }), datum: van };
}

const yearsAround = (today: CivilDate, years: number): readonly number[] =>
  Array.from({ length: 2 * years + 1 }, (_, at) => yearOf(today) - years + at);

const turns: readonly [string, 'now' | 'next' | 'last'][] = [
  ['schakel.this', 'now'],
  ['schakel.next', 'next'],
  ['schakel.coming', 'next'],
  ['schakel.last', 'last'],
  ['schakel.past', 'last'],
];

function termOf({ today }: Reader, turn: 'now' | 'next' | 'last'): Days | undefined {
  const terms = yearsAround(today, 2 * termYears)
    .map(termFrom)
    .filter((term) => term !== undefined);
  if (turn === 'last') return terms.findLast(({ tot }) => tot < today);
  return terms.find(({ van, tot }) => (turn === 'next' ? van > today : tot >= today));
}

/** "deze raadsperiode", "de vorige collegeperiode", "raadsperiode 2022-2026". */
export const councilTermAt: Rule = (reader, index) => {
  const turn = turns
    .map(([subject, name]) => ({ found: word(reader, subject, index), name }))
    .find(({ found }) => found !== undefined && word(reader, 'raadsperiode', found.next) !== undefined);
  const term = word(reader, 'raadsperiode', turn?.found?.next ?? index);
  if (!term) return undefined;
  const years = reader.tokens[term.next];
  const first = years?.kind === 'years' ? years.parts?.[0] : undefined;
  const named = first !== undefined && first >= firstYear && first <= lastYear ? termFrom(first) : undefined;
  if (named) return { ...named, soort: 'period', next: term.next + 1 };
  const days = termOf(reader, turn?.name ?? 'now');
  return days && { ...days, soort: 'period', next: term.next };
};

/** "de gemeenteraadsverkiezingen", "Statenverkiezingen 2027": the day of the vote. */
export const electionAt: Rule = (reader, index) => {
  const election = word(reader, 'verkiezing', index);
  if (!election) return undefined;
  const of = word(reader, 'schakel.of', election.next)?.next ?? election.next;
  const year = plainYearAt(reader, of);
  const named = year === undefined ? undefined : voteIn(election.value, year.value);
  if (year !== undefined && named !== undefined) return { ...oneDay(named), soort: 'day', next: year.next };
  const votes = yearsAround(reader.today, termYears)
    .map((each) => voteIn(election.value, each))
    .filter((vote) => vote !== undefined);
  const vote =
    reader.prefer === 'past' ? votes.findLast((day) => day <= reader.today) : votes.find((day) => day >= reader.today);
  return vote === undefined ? undefined : { ...oneDay(vote), soort: 'day', next: election.next };
};
