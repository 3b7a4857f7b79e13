import type { CivilDate } from '../kalender/civil-date.ts';
import { rankOf, readCode } from '../register/codes.ts';
import type { AfspraakColumn } from '../register/import/columns.ts';
import type { NameIndex } from '../register/names.ts';
import type { Afspraak, Eigenaar, RegisterView } from '../register/types.ts';
import { sentencesIn } from '../taal/language.ts';
import { type Changer, mayChange, maySee, visibleIn } from '../toegang/scope.ts';
import type { AnswerDraft } from '../vragen/answer-parts.ts';
import { ambiguousAnswer, unknownAskerAnswer, unknownNameAnswer } from '../vragen/answer-trouble.ts';
import type { Choice } from '../vragen/answer-types.ts';
import { exclusionIgnored } from '../vragen/exclusion.ts';
import { ownersOf } from '../vragen/owners.ts';
import type { Reading } from '../vragen/reading.ts';
import { afspraakcodeIn } from '../vragen/reading.ts';
import { planSearch } from '../vragen/search-plan.ts';
import { movedCell, readChange, withFields } from './field-values.ts';
import { type ChangeRequest, requestOf, type Setting } from './request.ts';
import { changeTexts } from './texts.ts';
import type { AfspraakChange, ChangeProblem, ChangeProposal } from './types.ts';

/** From a sentence that asks for a change to what exactly would change. Changes nothing itself. */

/** More would not fit on one card, and nobody checks more by eye. */
export const mostChanges = 50;
/** With "all of them" as many as a card has buttons for. */
const choicesShown = 5;

export interface ProposeParts {
  readonly view: RegisterView;
  readonly names: NameIndex;
  readonly changer: Changer;
  readonly today: CivilDate;
}

export type ProposeOutcome =
  /** What to keep with `Proposals.keep` and to show. `endsBeforeStart`: codes whose einddatum would come before the ingangsdatum. */
  | {
      readonly kind: 'proposed';
      readonly content: Pick<ChangeProposal, 'changes' | 'leftOut'>;
      readonly endsBeforeStart: readonly string[];
    }
  /** One afspraak, and no word about what should change in it: show its form. */
  | { readonly kind: 'form'; readonly code: string }
  /** Ask back. A choice is the same change with one thing made clear. */
  | { readonly kind: 'choose'; readonly sentence: string; readonly choices: readonly Choice[] }
  | { readonly kind: 'problem'; readonly problem: ChangeProblem }
  /** Said by the room that reads names: nobody knows this name, or who asks. */
  | { readonly kind: 'said'; readonly sentence: string };

const problem = (found: ChangeProblem): ProposeOutcome => ({ kind: 'problem', problem: found });

/**
 * What a reading with intent `afspraak.wijzigen` would change.
 *
 * @returns at most {@link mostChanges} changes, each with the version it was seen at; or what stands in the way
 */
export function proposeChange(reading: Reading, parts: ProposeParts): ProposeOutcome {
  const request = requestOf(reading.filter);
  const found = select(reading, request, parts);
  if ('kind' in found) return found;
  const allowed = found.filter((afspraak) => mayChange(parts.changer, afspraak));
  if (allowed.length === 0) return problem(notHere(found, parts.view));
  // "Alle afspraken behalve die met Assen": without the exclusion the change would reach what must stay as it is.
  if (reading.filter.waarschuwing === exclusionIgnored) return problem({ kind: 'exclusion' });
  // Afspraken that are each named by their code are all meant.
  const isEach = request.many || codesNamed(reading).length > 1;
  if (allowed.length > 1 && !isEach) return chooseAfspraak(reading, allowed);
  if (reading.filter.waarschuwing !== undefined && reading.filter.datum === undefined)
    return problem({ kind: 'date_refused' });
  const { setting } = request;
  if (setting === undefined) {
    const [only, ...others] = allowed;
    return only !== undefined && others.length === 0
      ? { kind: 'form', code: only._id }
      : problem({ kind: 'no_value', count: allowed.length });
  }
  if (setting.kind !== 'eigenaar') return changesFor(setting, allowed, found.length - allowed.length, parts);
  const owner = ownerNamed(setting.named, parts);
  if (owner.kind === 'several') return chooseOwner(reading, setting.named, owner.eigenaren);
  return changesFor(
    { kind: 'cell', column: 'eigenaar', text: owner.text },
    allowed,
    found.length - allowed.length,
    parts,
  );
}

/** The code that the reading points at, with every other that the sentence names beside it: "AFS-2026-002 en AFS-2026-003". */
function codesNamed({ text, filter }: Reading): readonly string[] {
  const named = afspraakcodeIn(requestOf(filter).select);
  if (named === undefined) return [];
  const code = readCode(named) ?? named;
  const written = new Set(text.toUpperCase().match(/AFS-\d{4}-\d{3,6}/g) ?? []);
  return written.has(code) ? [...written] : [code];
}

/** The afspraken that the sentence means, by code; or why they cannot be told. */
function select(reading: Reading, request: ChangeRequest, parts: ProposeParts): readonly Afspraak[] | ProposeOutcome {
  const { view, names, changer, today } = parts;
  const { select: filter } = request;
  const codes = codesNamed(reading);
  if (codes.length > 0) {
    const visible = codes.flatMap((code) => view.afspraak(code) ?? []).filter((one) => maySee(changer, one));
    const unknown = codes.find((code) => !visible.some(({ _id }) => _id === code));
    return unknown === undefined ? visible : problem({ kind: 'unknown_code', code: unknown });
  }
  const kindOf = (name: string) => (names.resolveOrganisatie(name).kind === 'unknown' ? 'verband' : 'partner');
  const unclear = ambiguousAnswer({ ...reading, filter: { ...reading.filter, ...dubbelzinnigOf(filter) } }, kindOf);
  if (unclear !== undefined) return asked(unclear);
  if (!selectsSomething(request)) return problem({ kind: 'which' });
  const plan = planSearch({ intent: 'afspraak.zoeken', filter }, { view, names, viewer: changer, today });
  if (plan.kind === 'unknown_name') return asked(unknownNameAnswer(plan, reading));
  if (plan.kind === 'unknown_asker') return asked(unknownAskerAnswer(reading));
  const found = new Map(plan.queries.flatMap((query) => view.findAfspraken(query)).map((one) => [one._id, one]));
  if (found.size === 0) return problem({ kind: 'nothing_found' });
  return [...found.values()].sort((one, other) => rankOf(one._id) - rankOf(other._id));
}

const dubbelzinnigOf = ({ dubbelzinnig }: Reading['filter']): Reading['filter'] =>
  dubbelzinnig === undefined ? {} : { dubbelzinnig };

const selecting = ['partner', 'partnersoort', 'verband', 'type', 'eigenaar', 'provincie', 'vorm', 'zoekterm'] as const;

/** A status alone selects too much, unless the sentence says "alle". */
function selectsSomething({ select: filter, many }: ChangeRequest): boolean {
  const named = selecting.some((key) => filter[key] !== undefined);
  return named || (many && (filter.status !== undefined || filter.periode !== undefined));
}

function asked({ content, text }: AnswerDraft): ProposeOutcome {
  return content.kind === 'dubbelzinnig'
    ? { kind: 'choose', sentence: content.sentence, choices: content.choices }
    : { kind: 'said', sentence: text };
}

function notHere(found: readonly Afspraak[], view: RegisterView): ChangeProblem {
  const [only, ...others] = found;
  const verband = only === undefined || others.length > 0 ? undefined : view.verband(only.verband)?.naam;
  return { kind: 'not_here', ...(verband !== undefined && { verband }) };
}

/** The same change for one of them, or for all. */
function chooseAfspraak(reading: Reading, found: readonly Afspraak[]): ProposeOutcome {
  const texts = sentencesIn(changeTexts, reading.lang);
  const { intent, filter } = reading;
  const each = found.slice(0, choicesShown).map(
    ({ _id, titel }): Choice => ({
      label: `${_id} ${titel}`,
      reading: { intent, filter: { ...filter, nummer: _id } },
    }),
  );
  const all: readonly Choice[] =
    found.length > mostChanges
      ? []
      : [{ label: texts.all(found.length), reading: { intent, filter: { ...filter, bulk: true } } }];
  return { kind: 'choose', sentence: texts.chooseAfspraak(found.length), choices: [...each, ...all] };
}

function chooseOwner(reading: Reading, named: string, owners: readonly Eigenaar[]): ProposeOutcome {
  const { intent, filter } = reading;
  const choices = owners.slice(0, choicesShown).map(
    (eigenaar): Choice => ({
      label: cellOfOwner(eigenaar),
      reading: { intent, filter: { ...filter, nieuweEigenaar: eigenaar.email ?? eigenaar.naam } },
    }),
  );
  return { kind: 'choose', sentence: sentencesIn(changeTexts, reading.lang).chooseOwner(named), choices };
}

type NamedOwner =
  | { readonly kind: 'one'; readonly text: string }
  | { readonly kind: 'several'; readonly eigenaren: readonly Eigenaar[] };

/** An owner that the register knows by this name or address, with both; otherwise what was written. */
function ownerNamed(named: string, { view, changer }: ProposeParts): NamedOwner {
  const known = ownersOf(view.findAfspraken({ eigenaar: named, ...visibleIn(changer) })).map(
    ({ eigenaar }) => eigenaar,
  );
  const exact = known.filter(({ naam }) => naam.toLowerCase() === named.toLowerCase());
  const meant = exact.length > 0 ? exact : known;
  const [only, ...others] = meant;
  if (only === undefined) return { kind: 'one', text: named };
  return others.length === 0 ? { kind: 'one', text: cellOfOwner(only) } : { kind: 'several', eigenaren: meant };
}

const cellOfOwner = ({ naam, email }: Eigenaar): string => (email === undefined ? naam : `${naam} <${email}>`);

function changesFor(
  setting: Exclude<Setting, { kind: 'eigenaar' }>,
  afspraken: readonly Afspraak[],
  notAllowed: number,
  parts: ProposeParts,
): ProposeOutcome {
  if (afspraken.length > mostChanges) return problem({ kind: 'too_many', count: afspraken.length, most: mostChanges });
  const changes: AfspraakChange[] = [];
  const endsBeforeStart: string[] = [];
  let same = 0;
  let hidden = 0;
  for (const afspraak of afspraken) {
    const text = setting.kind === 'cell' ? setting.text : movedCell(afspraak, setting.column, setting.by);
    if (text === undefined) continue;
    const read = readChange(afspraak, cellsOf(setting.column, text), parts);
    if (read.kind === 'problems') {
      const [first] = read.problems;
      if (first?.column === 'status') return problem({ kind: 'no_status', value: first.value });
      if (first !== undefined) return problem({ kind: 'invalid', problem: first });
      continue;
    }
    const after = withFields(afspraak, read.change.velden);
    if (read.change.velden.length === 0) same += 1;
    else if (!mayChange(parts.changer, after)) hidden += 1;
    else {
      changes.push(read.change);
      if (read.endsBeforeStart) endsBeforeStart.push(afspraak._id);
    }
  }
  const leftOut = notAllowed + afspraken.length - changes.length;
  if (changes.length > 0) return { kind: 'proposed', content: { changes, leftOut }, endsBeforeStart };
  if (hidden > 0) return problem({ kind: 'hidden_after' });
  return same > 0 ? problem({ kind: 'same', count: same }) : problem({ kind: 'no_date' });
}

const cellsOf = (column: AfspraakColumn, text: string): Partial<Record<AfspraakColumn, string>> => ({ [column]: text });
