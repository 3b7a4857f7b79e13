import { type CivilDate, dayAt } from '../kalender/civil-date.ts';
import type { DateReading } from '../kalender/date-reading.ts';
import { parseDuration } from '../kalender/duration.ts';
import type { Reces } from '../kalender/feestdagen.ts';
import { readDates } from '../kalender/phrase.ts';
import type { NameIndex } from '../register/names.ts';
import type { Afspraak, RegisterView, Soort } from '../register/types.ts';
import { soorten } from '../register/types.ts';
import { maySee, type Viewer } from '../toegang/scope.ts';
import type { AnswerDraft } from '../vragen/answer-parts.ts';
import { ambiguousAnswer, unknownAskerAnswer, unknownNameAnswer } from '../vragen/answer-trouble.ts';
import type { Choice } from '../vragen/answer-types.ts';
import { listed, namedIds } from '../vragen/name-ids.ts';
import type { QuestionFilter, Reading } from '../vragen/reading.ts';
import { afspraakcodeIn } from '../vragen/reading.ts';
import { planSearch } from '../vragen/search-plan.ts';
import type { OwnLadder } from './ladders.ts';
import type { RecesOf } from './plan.ts';
import type { AnkerVeld, RegelDraft, RegelInhoud, RegelWanneer } from './regel.ts';
import { ankerDate, nextMoments } from './regel-moments.ts';
import { isCutOff, rowOf, withMonths } from './regel-row.ts';
import { asksForLate, ladderSteps, saysHere, tekstOf } from './regel-sentence.ts';
import { isMixed, tijdOf, type WhenProblem, wanneerOf, workingDays } from './regel-when.ts';
import type { HerinneringKind } from './types.ts';

/** From a sentence that asks for a reminder to the rule it would become. Keeps and changes nothing. */

export interface RequestParts {
  readonly view: RegisterView;
  readonly names: NameIndex;
  readonly viewer: Viewer;
  /** `_id` of the kanaal in which it was asked. */
  readonly kanaal: string;
  readonly timeZone: string;
  /** Epoch ms. */
  readonly now: number;
  /** Days on which nothing is sent about an afspraak. */
  readonly recesOf?: RecesOf;
  /** What "het reces" means where it was asked. */
  readonly reces?: readonly Reces[];
}

/** Why no rule follows from the sentence; `regelTexts.problem` says it to a person. */
export type RegelProblem =
  | WhenProblem
  | 'nothing-to-say'
  | 'date-refused'
  | 'not-found'
  | 'date-missing'
  | 'ladder-invalid';

export type RegelRequest =
  | { readonly kind: 'regel'; readonly draft: RegelDraft }
  | { readonly kind: 'ladder'; readonly ladder: OwnLadder }
  /** Ask back: which afspraak, or which date of it. A choice is the same request with one thing made clear. */
  | { readonly kind: 'choose'; readonly what: 'afspraak' | 'date' | 'name'; readonly choices: readonly Choice[] }
  | { readonly kind: 'problem'; readonly problem: RegelProblem }
  /** Counted from this date of this afspraak the moment has been. */
  | { readonly kind: 'too-late'; readonly code: string; readonly veld: AnkerVeld; readonly date: CivilDate }
  /** Said by the room that reads names. */
  | { readonly kind: 'said'; readonly sentence: string };

const problem = (found: RegelProblem): RegelRequest => ({ kind: 'problem', problem: found });
const mostChoices = 8;

/** What a reading with intent `herinnering.instellen` asks for. */
export function requestRegel(reading: Reading, parts: RequestParts): RegelRequest {
  const unclear = ambiguousAnswer(reading, (name) =>
    parts.names.resolveOrganisatie(name).kind === 'unknown' ? 'verband' : 'partner',
  );
  if (unclear !== undefined) return asked(unclear);
  const steps = ladderSteps(reading.text);
  if (steps !== undefined) return ladderOf(reading, steps, parts);
  const today = dayAt(parts.now, parts.timeZone);
  const { reces } = parts;
  const text = withMonths(reading.text, today);
  const dates = readDates(text, today, { lang: reading.lang, ...(reces !== undefined && { reces }) });
  if (reading.filter.waarschuwing === 'no_such_day' || reading.filter.waarschuwing === 'weekday_mismatch')
    return problem('date-refused');
  if (reading.filter.verschuiving !== undefined && reading.filter.datum === undefined)
    return anchored(reading, reading.filter.verschuiving, { text, dates }, parts);
  const when = wanneerOf(reading.filter, text, dates, parts);
  if (typeof when === 'string') return problem(when);
  const { wanneer } = when;
  if (asksForLate(reading.text)) return listOf(reading, wanneer, parts);
  const tekst = tekstOf(text, when.spans);
  const about = aboutOf(reading, tekst, parts);
  if ('kind' in about) return about;
  const inhoud = inhoudOf(about.afspraak, tekst);
  if (inhoud === undefined) return problem('nothing-to-say');
  return checked({ wanneer, inhoud, ...verbandOf(about) }, about.afspraak, parts);
}

const asked = ({ content, text }: AnswerDraft): RegelRequest =>
  content.kind === 'dubbelzinnig'
    ? { kind: 'choose', what: 'name', choices: content.choices }
    : { kind: 'said', sentence: text };

/** What is te laat: in the verband that was named, otherwise in those of the kanaal at the time. */
function listOf(reading: Reading, wanneer: RegelWanneer, parts: RequestParts): RegelRequest {
  const named = namedIds(reading.filter, parts.names);
  if (named.kind === 'unknown_name') return asked(unknownNameAnswer(named, reading));
  const [only, ...others] = named.verbanden;
  const verband = only !== undefined && others.length === 0 ? { verband: only } : {};
  const verbanden = named.verbanden.length > 0 ? { verbanden: named.verbanden } : {};
  return checked({ wanneer, inhoud: { kind: 'te_laat', ...verbanden }, ...verband }, undefined, parts);
}

interface About {
  readonly afspraak?: Afspraak;
  readonly verband?: string;
}

const verbandOf = ({ afspraak, verband }: About): { readonly verband?: string } => {
  const id = afspraak?.verband ?? verband;
  return id === undefined ? {} : { verband: id };
};

function inhoudOf(afspraak: Afspraak | undefined, tekst: string): RegelInhoud | undefined {
  if (afspraak !== undefined)
    return { kind: 'afspraak', code: afspraak._id, ...(tekst !== '' && tekst !== afspraak._id && { tekst }) };
  return tekst === '' ? undefined : { kind: 'text', tekst };
}

/** For a reminder on a day: the one afspraak that was meant, a choice, or none, for then the words speak for themselves. */
function aboutOf(reading: Reading, tekst: string, parts: RequestParts): About | RegelRequest {
  const { type, partner, verband } = reading.filter;
  const code = afspraakcodeIn(reading.filter);
  if (code === undefined && type === undefined && partner === undefined && verband === undefined) return {};
  const found = findMeant(reading, parts);
  if (found.kind !== 'found') return found;
  const [only, ...others] = found.afspraken;
  const place = found.verbanden.length === 1 && found.verbanden[0] !== undefined ? { verband: found.verbanden[0] } : {};
  if (only === undefined) return code === undefined ? place : problem('not-found');
  if (others.length === 0) return { afspraak: only };
  // "Herinner ons vrijdag aan RegIT" names no afspraak.
  if (type === undefined) return place;
  const { type: _, partner: __, verband: ___, zoekterm: ____, ...rest } = reading.filter;
  const words: Choice = { label: tekst, reading: { intent: reading.intent, filter: rest } };
  return { kind: 'choose', what: 'afspraak', choices: [...choicesOf(reading, found.afspraken), words] };
}

const choicesOf = ({ intent, filter }: Reading, afspraken: readonly Afspraak[]): readonly Choice[] =>
  afspraken
    .slice(0, mostChoices)
    .map(({ _id, titel }) => ({ label: `${_id} ${titel}`, reading: { intent, filter: { ...filter, nummer: _id } } }));

type Meant =
  | { readonly kind: 'found'; readonly afspraken: readonly Afspraak[]; readonly verbanden: readonly string[] }
  | Exclude<RegelRequest, { kind: 'regel' | 'ladder' | 'too-late' }>;

/** The open afspraken that the sentence may mean; when its loose words find none, without them. */
export function findMeant(reading: Reading, parts: Omit<RequestParts, 'kanaal'>): Meant {
  const { view, names, viewer, now, timeZone } = parts;
  const { type, partner, verband, zoekterm } = reading.filter;
  const code = afspraakcodeIn(reading.filter);
  const select: QuestionFilter = {
    ...(code !== undefined && { nummer: code }),
    ...(type !== undefined && { type }),
    ...(partner !== undefined && { partner }),
    ...(verband !== undefined && { verband }),
  };
  const isNamed = Object.keys(select).length > 0;
  for (const filter of zoekterm === undefined || code !== undefined ? [select] : [{ ...select, zoekterm }, select]) {
    const plan = planSearch(
      { intent: 'afspraak.zoeken', filter },
      { view, names, viewer, today: dayAt(now, timeZone) },
    );
    if (plan.kind === 'unknown_name') return said(unknownNameAnswer(plan, reading));
    if (plan.kind === 'unknown_asker') return said(unknownAskerAnswer(reading));
    const found = new Map(plan.queries.flatMap((query) => view.findAfspraken(query)).map((one) => [one._id, one]));
    const isLast = filter === select;
    if (found.size > 0 || isLast)
      return { kind: 'found', afspraken: isLast && !isNamed ? [] : [...found.values()], verbanden: plan.verbanden };
  }
  return { kind: 'found', afspraken: [], verbanden: [] };
}

const said = ({ content, text }: AnswerDraft): Exclude<Meant, { kind: 'found' }> =>
  content.kind === 'dubbelzinnig'
    ? { kind: 'choose', what: 'name', choices: content.choices }
    : { kind: 'said', sentence: text };

const velden = ['einddatum', 'opzeggen', 'herijking', 'rapportagedatum', 'ingangsdatum'] as const satisfies AnkerVeld[];

/** The words for an anchor in a sentence, as dates of an afspraak. */
const veldOf = (anker: string | undefined): AnkerVeld | undefined =>
  anker === 'opzegtermijn' || anker === 'opzegdatum' || anker === 'uitersteOpzegdatum'
    ? 'opzeggen'
    : velden.find((veld) => veld === anker);

/** "6 weken voor de einddatum van de DVO met Assen". */
function anchored(
  reading: Reading,
  verschuiving: string,
  { text, dates }: { readonly text: string; readonly dates: DateReading },
  parts: RequestParts,
): RegelRequest {
  if (parseDuration(verschuiving) === undefined) return problem('no-moment');
  const row = rowOf(text, dates, undefined);
  if (row !== undefined && (isMixed(row) || isCutOff(row, text))) return problem('mixed');
  const time = tijdOf(dates, row);
  if (time === 'several-times') return problem(time);
  const found = findMeant(reading, parts);
  if (found.kind !== 'found') return found;
  const [only, ...others] = found.afspraken;
  if (only === undefined) return problem('not-found');
  const named = veldOf(reading.filter.anker);
  const ahead = { verschuiving, ...workingDays(dates), ...(time.tijd !== undefined && { tijd: time.tijd }) };
  if (others.length > 0) {
    const dated = named === undefined ? found.afspraken : found.afspraken.filter((one) => ankerDate(one, named));
    const [single, ...more] = dated;
    if (single === undefined) return problem('date-missing');
    if (more.length > 0) return { kind: 'choose', what: 'afspraak', choices: choicesOf(reading, dated) };
    return fromAnchor(reading, single, { veld: named, ...ahead }, parts);
  }
  return fromAnchor(reading, only, { veld: named, ...ahead }, parts);
}

function fromAnchor(
  reading: Reading,
  afspraak: Afspraak,
  wanted: {
    readonly veld: AnkerVeld | undefined;
    readonly verschuiving: string;
    readonly werkdagen?: true;
    readonly tijd?: string;
  },
  parts: RequestParts,
): RegelRequest {
  const { intent, filter } = reading;
  const known = velden.filter((veld) => ankerDate(afspraak, veld) !== undefined);
  const veld = wanted.veld ?? (known.length === 1 ? known[0] : undefined);
  if (known.length === 0 || (veld !== undefined && !known.includes(veld))) return problem('date-missing');
  if (veld === undefined) {
    const choices = known.map(
      (each): Choice => ({
        label: each,
        reading: {
          intent,
          filter: { ...filter, nummer: afspraak._id, anker: each === 'opzeggen' ? 'opzegtermijn' : each },
        },
      }),
    );
    return { kind: 'choose', what: 'date', choices };
  }
  const wanneer: RegelWanneer = { kind: 'anchor', code: afspraak._id, ...wanted, veld };
  const inhoud: RegelInhoud = { kind: 'afspraak', code: afspraak._id };
  const request = checked({ wanneer, inhoud, verband: afspraak.verband }, afspraak, parts);
  const date = ankerDate(afspraak, veld);
  return request.kind === 'problem' && date !== undefined
    ? { kind: 'too-late', code: afspraak._id, veld, date }
    : request;
}

/** A rule of which nothing would ever come is not offered. */
function checked(
  draft: RegelDraft,
  afspraak: Afspraak | undefined,
  { now, timeZone, recesOf }: RequestParts,
): RegelRequest {
  const reces = (afspraak && recesOf?.(afspraak)) ?? [];
  const ground = { afspraak, timeZone, reces };
  const [first] = nextMoments({ _id: 'nieuw', since: now, wanneer: draft.wanneer }, ground, now, 1);
  return first === undefined ? problem('passed') : { kind: 'regel', draft };
}

const kindOf: Readonly<Record<string, HerinneringKind>> = {
  einddatum: 'einde',
  herijking: 'herijking',
  rapportagedatum: 'rapportage',
  opzegtermijn: 'opzeggen',
  opzegdatum: 'opzeggen',
};

const isSoort = (value: string): value is Soort => soorten.some((soort) => soort === value);

/** "bij contracten 120, 60 en 30 dagen van tevoren": for one afspraak, a soort, a verband, or else this kanaal. */
function ladderOf({ filter, text }: Reading, lead: readonly number[], parts: RequestParts): RegelRequest {
  if (lead.length > 12 || lead.some((days) => days > 3660)) return problem('ladder-invalid');
  const kind = kindOf[filter.anker ?? ''];
  const of = (scope: OwnLadder['scope'], id: string): RegelRequest => ({
    kind: 'ladder',
    ladder: { scope, id, lead, ...(kind !== undefined && { kind }) },
  });
  const code = afspraakcodeIn(filter);
  if (code !== undefined) {
    const afspraak = parts.view.afspraak(code);
    const isVisible = afspraak !== undefined && maySee(parts.viewer, afspraak);
    return isVisible ? of('afspraak', afspraak._id) : problem('not-found');
  }
  if (filter.type === undefined && saysHere(text)) return of('kanaal', parts.kanaal);
  const named = namedIds(filter, parts.names);
  if (named.kind === 'unknown_name') return problem('not-found');
  const [verband] = named.verbanden;
  if (verband !== undefined) return of('verband', verband);
  const [soort] = listed(filter.type).filter(isSoort);
  return soort === undefined ? of('kanaal', parts.kanaal) : of('soort', soort);
}
