import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reader } from '../../../services/vragen/reader.ts';
import type { QuestionFilter, Reading } from '../../../services/vragen/reading.ts';
import { isSharedThere, sharedPath } from '../../shared-data.ts';

/** Compares readings with expected ones, by the rules of the reference scorer: hard keys equal, soft ones occur, nothing unasked. */

export interface Question {
  readonly id: string;
  readonly lang: string;
  readonly text: string;
  readonly intent: string;
  readonly expect: Readonly<Record<string, unknown>>;
  readonly context?: string;
}

export const today = '2026-11-23';

export const questionsIn = (file: string): readonly Question[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line): Question => JSON.parse(line));

/** The reference questions, where they are there, and every set of our own beside this file. */
export function everyQuestion(): readonly Question[] {
  const sets = readdirSync(import.meta.dirname).filter((file) => /^questions.*\.jsonl$/.test(file));
  const reference = 'vragen.jsonl';
  return [
    ...(isSharedThere(reference) ? [sharedPath(reference)] : []),
    ...sets.map((file) => join(import.meta.dirname, file)),
  ].flatMap(questionsIn);
}

const hard =
  `partner partnersoort verband type vorm provincie status periode datum eigenaar orgaan doelgroep ontbreekt anker verschuiving
  herhaling duur rangnummer nummer stap jaar stuk standpunt formaat dubbelzinnig`.split(/\s+/);
const soft = ['zoekterm', 'onderwerp', 'veld'];
const unasked = ['partner', 'verband', 'type', 'status', 'periode'];

export const plain = (value: unknown): string =>
  String(value)
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/gemeenschappelijke regeling|bedrijfsvoeringsorganisatie/g, '')
    .replace(/[^a-z0-9@|]+/g, ' ')
    .trim();

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function same(key: string, want: unknown, got: unknown): boolean {
  if (got === undefined || got === null) return false;
  if (key === 'periode' && isRecord(want) && isRecord(got)) {
    return ['van', 'tot'].every(
      (side) => want[side] === undefined || String(want[side]).startsWith('@') || want[side] === got[side],
    );
  }
  if (Array.isArray(want) || Array.isArray(got)) {
    const wanted = [want].flat().map(plain).sort();
    const given = [got].flat().map(plain).sort();
    return wanted.length === given.length && wanted.every((name, at) => name === given[at] || key === 'dubbelzinnig');
  }
  if (key === 'verband') return plain(got).includes(plain(want)) || plain(want).includes(plain(got));
  return plain(want) === plain(got);
}

/** What is wrong with a reading, in words; empty when it is exact. */
export function missesOf(question: Question, reading: Reading): readonly string[] {
  const misses: string[] = [];
  const filter: Readonly<Record<string, unknown>> = { ...reading.filter };
  if (reading.intent !== question.intent) misses.push(`intent ${reading.intent} ≠ ${question.intent}`);
  if (reading.lang !== question.lang && question.text.includes(' ')) misses.push(`lang ${reading.lang}`);
  for (const key of hard) {
    const got = filter[key];
    if (key in question.expect) {
      if (!same(key, question.expect[key], got))
        misses.push(`${key} ${JSON.stringify(got)} ≠ ${JSON.stringify(question.expect[key])}`);
    } else if (unasked.includes(key) && got !== undefined && !(key === 'status' && got === 'open'))
      misses.push(`${key} ${JSON.stringify(got)} not asked`);
  }
  for (const key of soft) {
    if (
      key in question.expect &&
      !plain(JSON.stringify(filter)).includes(plain(question.expect[key]).split(' ')[0]?.slice(0, 6) ?? '')
    )
      misses.push(`${key} missing`);
  }
  if (question.expect.geenDatum !== undefined && filter.datum !== undefined)
    misses.push('read a date where there is none');
  if (question.expect.geenPartner !== undefined && filter.partner !== undefined)
    misses.push('read a partner where there is none');
  if (question.expect.vervolg === true && filter.vervolg !== true) misses.push('vervolg missing');
  return misses;
}

let owners: ReadonlySet<string> | undefined;

/** The (invented) owners in the reference afspraken beside the project. */
function isOwner(name: string): boolean {
  owners ??= new Set(
    [
      ...readFileSync(sharedPath('afspraken-noord.csv'), 'utf8').matchAll(/;([^;|<]+) <[^>;]+@voorbeeld\.example>/g),
    ].map(([, owner = '']) => plain(owner)),
  );
  return owners.has(plain(name));
}

/** Reads a question, after the one it follows. */
export function readQuestion(reader: Reader, question: Pick<Question, 'text' | 'context'>): Reading {
  const asked = question.context?.startsWith('(') ? undefined : question.context;
  const previous = asked === undefined ? undefined : reader.read(asked, { today, isOwner });
  return reader.read(question.text, { today, isOwner, ...(previous === undefined ? {} : { previous }) });
}

/** What must not change with the way of typing: free text aside, everything. */
export function gist(reading: Reading): string {
  const { periode, tekst, zoekterm, onderwerp, ...rest } = reading.filter satisfies QuestionFilter;
  const days = periode === undefined ? undefined : [periode.van, periode.tot, periode.veld];
  return plain(JSON.stringify([reading.intent, days, zoekterm !== undefined, Object.entries(rest).sort()]));
}
