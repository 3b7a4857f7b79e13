import type { CivilDate } from '../kalender/civil-date.ts';
import { lastDayBefore, weeksBefore } from '../kalender/feestdagen.ts';
import type { Verband } from '../register/types.ts';

/**
 * Planning and control of a gemeenschappelijke regeling since 1 July 2022 (Wgr art. 34, 34b, 35, 58): which piece, from whom to
 * whom, before which day. A table of rules with their sources; nothing here is legal advice.
 */

export const wgrSteps = [
  'kadernota',
  'voorlopige_jaarrekening',
  'ontwerpbegroting',
  'zienswijze',
  'jaarrekening',
  'begroting',
] as const;
export type WgrStep = (typeof wgrSteps)[number];

/** How sure the rule is: `S` read in the named source, `S-part` its substance alone: then no article number is shown as fact. */
export type Mark = 'S' | 'S-part';

interface Rule {
  readonly step: WgrStep;
  /** Year of the day minus year of the piece: the kadernota of 2028 comes in 2027. */
  readonly shift: -1 | 1;
  /** `MM-DD` before which it must be there: the last day is the one before. */
  readonly before?: string;
  /** Counted back from the day the AB adopts, and so only known once that day is. */
  readonly weeksBeforeAb?: number;
  readonly article: string;
  readonly mark: Mark;
}

/** Source of every row: the table of articles at gemeente.nu, "tijdwinst nieuwe begrotingscyclus"; in force by Stb. 2022, 128. */
const rules: readonly Rule[] = [
  { step: 'kadernota', shift: -1, before: '04-30', article: 'Wgr art. 34b', mark: 'S' },
  { step: 'voorlopige_jaarrekening', shift: 1, before: '04-30', article: 'Wgr art. 34b', mark: 'S' },
  { step: 'ontwerpbegroting', shift: -1, weeksBeforeAb: 12, article: 'Wgr art. 35 lid 1', mark: 'S' },
  { step: 'zienswijze', shift: -1, article: 'Wgr art. 35 lid 3', mark: 'S' },
  { step: 'jaarrekening', shift: 1, before: '07-15', article: 'Wgr art. 34', mark: 'S-part' },
  { step: 'begroting', shift: -1, before: '09-15', article: 'Wgr art. 34 lid 2', mark: 'S' },
];

/** Who receives begroting and jaarrekening; it depends on who takes part (Wgr hoofdstuk I and IV). */
export type Toezichthouder = 'gs' | 'bzk' | 'onbekend';

/**
 * Gedeputeerde staten when gemeenten alone take part (or gemeenten and bodies of their own); the minister of BZK when a provincie
 * does (art. 58); unknown with a waterschap or only others: the source for those chapters was not read.
 */
export function toezichthouderOf(verband: Pick<Verband, 'deelnemers'>): Toezichthouder {
  const codes = verband.deelnemers.map(({ organisatie }) => organisatie.slice(0, 2));
  if (codes.includes('pv')) return codes.includes('ws') ? 'onbekend' : 'bzk';
  return codes.length > 0 && codes.every((code) => code === 'gm') ? 'gs' : 'onbekend';
}

/** One piece in one year, for one verband or in general. */
export interface CalendarStep {
  readonly step: WgrStep;
  /** Year of the piece: of the begroting or kadernota, or of the year that the jaarrekening accounts for. */
  readonly jaar: number;
  /** "vóór 30 april 2027": strictly before this day. */
  readonly before?: CivilDate;
  /** Last safe day. For ontwerpbegroting: when the AB adopts on the last possible day. */
  readonly last?: CivilDate;
  readonly article: string;
  readonly mark: Mark;
  /** RZM (also centrumgemeenteregelingen) and verbanden without a body have no budget cycle of their own. */
  readonly ownCycle: boolean;
  readonly toezichthouder: Toezichthouder;
  /** BVO and GO have one bestuur; AB and DB exist in an openbaar lichaam alone (Wgr art. 12, 14a). */
  readonly singleBestuur: boolean;
}

/** The begroting of a year is with the toezichthouder before 15 September of the year before, so the AB adopts on the 14th at the latest. */
const latestAbDay = (jaar: number): CivilDate => `${jaar - 1}-09-14`;

function stepOf(rule: Rule, jaar: number, verband: Verband | undefined): CalendarStep {
  const before = rule.before === undefined ? undefined : `${jaar + rule.shift}-${rule.before}`;
  const last =
    before === undefined
      ? rule.weeksBeforeAb === undefined
        ? undefined
        : lastDayOntwerpbegroting(latestAbDay(jaar))
      : lastDayBefore(before);
  return {
    step: rule.step,
    jaar,
    ...(before === undefined ? {} : { before }),
    ...(last === undefined ? {} : { last }),
    article: rule.article,
    mark: rule.mark,
    ownCycle: verband === undefined || (verband.vorm !== 'RZM' && verband.vorm !== 'overig'),
    toezichthouder: verband === undefined ? 'gs' : toezichthouderOf(verband),
    singleBestuur: verband !== undefined && (verband.vorm === 'BVO' || verband.vorm === 'GO'),
  };
}

/** Last day on which the ontwerpbegroting goes to the raden, when the AB adopts on this day: twelve weeks back, never shifted. */
export const lastDayOntwerpbegroting = (abDay: CivilDate): CivilDate => weeksBefore(abDay, 12);

/** Everything that falls in this calendar year, in order of its last day; the zienswijze follows the ontwerpbegroting. */
export function calendarOf(year: number, verband?: Verband): readonly CalendarStep[] {
  const order = (step: CalendarStep): string => step.last ?? `${year}-06-23`;
  return rules
    .map((rule) => stepOf(rule, year - rule.shift, verband))
    .sort((left, right) => (order(left) < order(right) ? -1 : 1));
}

/** One step for the piece of this year: the kadernota of 2028. */
export function calendarStep(step: WgrStep, jaar: number, verband?: Verband): CalendarStep | undefined {
  const rule = rules.find((candidate) => candidate.step === step);
  return rule && stepOf(rule, jaar, verband);
}

/** The first of this step whose last day has not passed: for a question that names no year. */
export function nextCalendarStep(step: WgrStep, today: CivilDate, verband?: Verband): CalendarStep | undefined {
  const year = Number(today.slice(0, 4));
  const coming = [year - 1, year, year + 1, year + 2].map((jaar) => calendarStep(step, jaar, verband));
  return coming.find((candidate) => candidate?.last !== undefined && candidate.last >= today) ?? coming.at(-1);
}
