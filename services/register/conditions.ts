import { Fault } from '../fault.ts';
import type { CivilDate } from '../kalender/civil-date.ts';
import { isLopend, isOpen, isTeLaat } from './meanings.ts';
import { dayOf } from './notice-day.ts';
import type { Afspraak, AfspraakQuery, Eigenaar, Organisatie } from './types.ts';
import { fold, stemsOf, wordsOf } from './words.ts';

/** The conditions of an {@link AfspraakQuery}, each a test of one afspraak (CONTRACT §6). The index only finds whom to test. */

export type Test = (afspraak: Afspraak) => boolean;

/** The day a question is asked on; a Fault when a meaning needs it and the caller gave none. */
export function todayOf(query: AfspraakQuery): CivilDate {
  if (query.today === undefined) throw new Fault('register-today-missing', 'never', 'this status needs `today`');
  return query.today;
}

/** The ways an eigenaar may be asked for: each ending of the name in whole words, and the e-mail address. Folded. */
export function ownerKeys(eigenaar: Eigenaar): readonly string[] {
  const words = wordsOf(eigenaar.naam);
  const keys = words.map((_, from) => words.slice(from).join(' '));
  return eigenaar.email === undefined ? keys : [...keys, ownerKey(eigenaar.email)];
}

/** An asked-for name or address in the form of {@link ownerKeys}. */
export const ownerKey = (asked: string): string =>
  asked.includes('@') ? fold(asked).trim() : wordsOf(asked).join(' ');

/** Whether a field holds nothing: absent, or a list without elements. */
export function isEmpty(afspraak: Afspraak, field: keyof Afspraak): boolean {
  const value = afspraak[field];
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

/** What a test may need to look up beyond the afspraak itself. */
export interface Surroundings {
  organisatie(id: string): Organisatie | undefined;
  /** A test whether titel and tekst together hold all these stems. */
  stemTest(stems: ReadonlySet<string>): Test;
}

function statusTest(query: AfspraakQuery): Test | undefined {
  const { status } = query;
  if (status === undefined) return undefined;
  if (status === 'open') return isOpen;
  if (typeof status !== 'string') return (afspraak) => status.includes(afspraak.status);
  const today = todayOf(query);
  return status === 'lopend' ? (afspraak) => isLopend(afspraak, today) : (afspraak) => isTeLaat(afspraak, today);
}

function periodeTest(periode: NonNullable<AfspraakQuery['periode']>): Test {
  const { van, tot, velden } = periode;
  return (afspraak) =>
    velden.some((veld) => {
      const day = dayOf(afspraak, veld);
      return day !== undefined && (van === undefined || day >= van) && (tot === undefined || day <= tot);
    });
}

function visibleTest(visibleIn: NonNullable<AfspraakQuery['visibleIn']>): Test {
  const verbanden = new Set(visibleIn.verbanden);
  return (afspraak) => afspraak.vertrouwelijkheid !== 'vertrouwelijk' || verbanden.has(afspraak.verband);
}

function ownerTest(asked: string): Test {
  const owner = ownerKey(asked);
  return ({ eigenaar }) => eigenaar !== undefined && ownerKeys(eigenaar).includes(owner);
}

/** Each condition that the query gives, by its name in the query; an afspraak matches when all hold. */
export function testsBy(query: AfspraakQuery, around: Surroundings): ReadonlyMap<keyof AfspraakQuery, Test> {
  const codes = query.codes === undefined ? undefined : new Set(query.codes);
  const verbanden = query.verbanden === undefined ? undefined : new Set(query.verbanden);
  const { partijen, partijsoort, soorten, rapportageAan, ontbreekt } = query;
  const tests: { readonly [K in keyof AfspraakQuery]: Test | undefined } = {
    codes: codes && ((afspraak) => codes.has(afspraak._id)),
    verbanden: verbanden && ((afspraak) => verbanden.has(afspraak.verband)),
    soorten: soorten && ((afspraak) => soorten.includes(afspraak.soort)),
    rapportageAan: rapportageAan && ((afspraak) => afspraak.rapportageAan.includes(rapportageAan)),
    ontbreekt: ontbreekt && ((afspraak) => isEmpty(afspraak, ontbreekt)),
    gewijzigd: query.gewijzigd && (({ version }) => version > 1),
    visibleIn: query.visibleIn && visibleTest(query.visibleIn),
    periode: query.periode && periodeTest(query.periode),
    status: statusTest(query),
    partijen: partijen && ((afspraak) => partijen.every((id) => afspraak.partijen.includes(id))),
    partijsoort:
      partijsoort && ((afspraak) => afspraak.partijen.some((id) => around.organisatie(id)?.soort === partijsoort)),
    eigenaar: query.eigenaar === undefined ? undefined : ownerTest(query.eigenaar),
    zoekterm: query.zoekterm === undefined ? undefined : around.stemTest(stemsOf(query.zoekterm)),
  };
  return new Map(
    (Object.keys(tests) as (keyof AfspraakQuery)[]).flatMap((key) => {
      const test = tests[key];
      return test === undefined ? [] : [[key, test] as const];
    }),
  );
}

/** The same, for who tests one afspraak after the other. */
export const testsOf = (query: AfspraakQuery, around: Surroundings): readonly Test[] => [
  ...testsBy(query, around).values(),
];
