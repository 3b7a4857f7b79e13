import { durationInWords } from '../kalender/duration.ts';
import type { Collection, CollectionDeclaration, Draft, Store, Stored } from '../opslag/store.ts';
import { afspraakCells } from '../register/export.ts';
import { type AfspraakRow, readAfspraakRow } from '../register/import/afspraak-row.ts';
import { readSpan } from '../register/import/cells.ts';
import { type AfspraakColumn, afspraakColumns } from '../register/import/columns.ts';
import type { Problem } from '../register/import/report.ts';
import type { Register } from '../register/register.ts';
import { type Afspraak, type RegisterView, soorten } from '../register/types.ts';
import { startWithCapital } from '../taal/list.ts';
import { type Changer, mayChange, maySee } from '../toegang/scope.ts';
import { listed } from '../vragen/name-ids.ts';
import type { Reading } from '../vragen/reading.ts';
import { dateIn } from './date-in-sentence.ts';
import { readChange, withFields } from './field-values.ts';
import type { Presser, Proposals } from './proposals.ts';
import { ritmeOf } from './ritme-of.ts';
import type { FieldReason } from './texts.ts';
import type { ChangeProblem, ChangeProposal } from './types.ts';

/**
 * The form of one afspraak: its row of the form Afspraken (CONTRACT §5) with the cells as inputs, read by the rules of the import.
 * Saving twice with the same form id saves once.
 */

export type FormColumn = Exclude<AfspraakColumn, 'code'>;
export type FormCells = Partial<Record<FormColumn, string>>;

/** What is wrong with one field, for above its input. */
export interface FieldProblem extends Omit<Problem, 'column' | 'reason'> {
  readonly column: FormColumn;
  readonly reason: FieldReason;
}

export type OpenedForm =
  | { readonly kind: 'form'; readonly cells: FormCells; readonly code: string; readonly version: number }
  | { readonly kind: 'problem'; readonly problem: ChangeProblem };

interface FormParts {
  readonly register: Register;
  readonly changer: Changer;
}

/** The form to change an afspraak, filled with what it says. */
export function openForm(code: string, { register, changer }: FormParts): OpenedForm {
  const view = register.view();
  const afspraak = view.afspraak(code);
  const closed = refusal(code, afspraak, changer, view);
  if (afspraak === undefined || closed !== undefined)
    return { kind: 'problem', problem: closed ?? { kind: 'unknown_code', code } };
  const { code: _, ...written } = afspraakCells(afspraak, view, register.names());
  const cells = { ...written, opzegtermijn: spanInWords(written.opzegtermijn) };
  const all = view.verband(afspraak.verband)?.deelnemers.map(({ organisatie }) => organisatie) ?? [];
  const isEveryone = all.length === afspraak.partijen.length && all.every((id, at) => id === afspraak.partijen[at]);
  // Empty means all deelnemers: shorter than a hundred names, and the same when it comes back.
  return {
    kind: 'form',
    code,
    version: afspraak.version,
    cells: isEveryone ? { ...cells, partijen: '' } : cells,
  };
}

/** "6 maanden" in place of "P6M", where the form reads the words back as the same length. */
function spanInWords(iso: string): string {
  const words = iso === '' ? undefined : durationInWords(iso, 'nl');
  const read = words === undefined ? undefined : readSpan(words);
  return words !== undefined && read?.kind === 'value' && read.value === iso ? words : iso;
}

function refusal(
  code: string,
  afspraak: Afspraak | undefined,
  changer: Changer,
  view: RegisterView,
): ChangeProblem | undefined {
  if (afspraak === undefined || !maySee(changer, afspraak)) return { kind: 'unknown_code', code };
  if (mayChange(changer, afspraak)) return undefined;
  const verband = view.verband(afspraak.verband)?.naam;
  return { kind: 'not_here', ...(verband !== undefined && { verband }) };
}

/** What a sentence with intent `afspraak.aanmaken` already tells of a new afspraak; the channel's verband where it names none. */
export function newForm({ text, filter }: Pick<Reading, 'text' | 'filter'>, parts: FormParts): FormCells {
  const [verband] = listed(filter.verband);
  const soort = soorten.find((each) => listed(filter.type).includes(each));
  const ritme = filter.herhaling === undefined ? undefined : ritmeOf(filter.herhaling);
  const titel = titleIn(text);
  const own = ownVerband(parts);
  return {
    status: 'lopend',
    vertrouwelijkheid: 'intern',
    ...(titel !== undefined && { titel }),
    ...(verband !== undefined ? { verband } : own !== undefined && { verband: own }),
    ...(soort !== undefined && { soort }),
    ...(filter.partner !== undefined && { partijen: listed(filter.partner).join('|') }),
    ...(filter.eigenaar !== undefined && filter.eigenaar !== '@ik' && { eigenaar: filter.eigenaar }),
    ...(ritme !== undefined && { ritme }),
    ...(filter.datum !== undefined && dateIn(text, filter.datum)),
  };
}

function ownVerband({ register, changer }: FormParts): string | undefined {
  if (changer.verbanden === 'alle' || changer.verbanden.length !== 1) return undefined;
  const [only] = changer.verbanden;
  return only === undefined ? undefined : register.view().verband(only)?.naam;
}

/** "nieuwe afspraak: kwartaaloverleg met de Marrekrite, eigenaar De Boer": what stands between the colon and the first comma. */
function titleIn(text: string): string | undefined {
  const colon = text.indexOf(':');
  const [title = ''] = colon < 0 ? [] : text.slice(colon + 1).split(',');
  const words = title.trim().slice(0, 300);
  return words === '' ? undefined : startWithCapital(words);
}

/** What **Opslaan** sends. */
export interface SaveFormInput extends Presser {
  readonly formId: string;
  /** Every column of the form that was shown; one that is absent stays as it is. */
  readonly cells: FormCells;
  /** Of an afspraak that exists: its code, and the version the form was filled with. */
  readonly existing?: { readonly code: string; readonly version: number };
  /** The year of a new code. */
  readonly year: number;
}

export type SaveFormOutcome =
  | { readonly kind: 'problems'; readonly problems: readonly FieldProblem[] }
  | { readonly kind: 'created'; readonly afspraak: Afspraak }
  /** Saved, or not: its result says so (somebody else may have been first). */
  | { readonly kind: 'changed'; readonly proposal: ChangeProposal }
  | { readonly kind: 'unchanged'; readonly code: string }
  /** This form was saved before, with something else in it; what it holds now was not written. */
  | { readonly kind: 'used'; readonly code: string }
  /** Somebody changed it after the form was opened; nothing was written. */
  | { readonly kind: 'stale'; readonly code: string }
  | { readonly kind: 'problem'; readonly problem: ChangeProblem };

/** **Opslaan**. */
export async function saveForm(
  input: SaveFormInput,
  parts: { readonly store: Store; readonly register: Register; readonly proposals: Proposals },
): Promise<SaveFormOutcome> {
  await parts.register.refresh();
  return input.existing === undefined ? create(input, parts) : edit(input, input.existing, parts);
}

/** **Annuleren**. @returns what this form saved before, which stays; `undefined`: nothing was saved */
export async function cancelForm(
  formId: string,
  { store, register, proposals }: { readonly store: Store; readonly register: Register; readonly proposals: Proposals },
): Promise<Extract<SaveFormOutcome, { kind: 'created' | 'changed' }> | undefined> {
  await register.refresh();
  const made = await madeBy(formId, store.collection(claims), register);
  if (made !== undefined) return { kind: 'created', afspraak: made };
  const proposal = await proposals.cancel(formId);
  return proposal.state === 'unknown' || proposal.state === 'cancelled' ? undefined : { kind: 'changed', proposal };
}

interface FormClaim extends Stored {
  /** The code that the afspraak of this form has or is to get. */
  readonly code: string;
}

const claims: CollectionDeclaration<FormClaim> = { name: 'afspraakformulieren' };

async function create(
  input: SaveFormInput,
  { store, register }: { readonly store: Store; readonly register: Register },
): Promise<SaveFormOutcome> {
  const collection = store.collection(claims);
  const earlier = await madeBy(input.formId, collection, register);
  if (earlier !== undefined)
    return saysElse(earlier, 1, input.cells, register)
      ? { kind: 'used', code: earlier._id }
      : { kind: 'created', afspraak: earlier };
  const row = readAfspraakRow(
    (column) => (column === 'code' ? '' : cellIn(input.cells, column)),
    register.view(),
    register.names(),
  );
  if (row.kind === 'problems') return { kind: 'problems', problems: row.problems.flatMap(fieldProblem) };
  const refused = refusedPlace(row.content, input.changer);
  if (refused !== undefined) return { kind: 'problems', problems: [refused] };
  return { kind: 'created', afspraak: await createOnce(row, input, collection, register) };
}

const cellIn = (cells: FormCells, column: FormColumn): string => cells[column]?.trim() ?? '';

const markOf = (formId: string): string => `formulier:${formId}`;

async function madeBy(
  formId: string,
  collection: Collection<FormClaim>,
  register: Register,
): Promise<Afspraak | undefined> {
  const claim = await collection.get(formId);
  if (claim === undefined) return undefined;
  const [first] = await register.history(claim.code);
  return first?.herkomst === markOf(formId) ? register.view().afspraak(claim.code) : undefined;
}

/** The claim fixes one code for the form, so that two presses at once write the same afspraak, which only one of them can. */
async function createOnce(
  { content }: AfspraakRow,
  { formId, by, at, year }: SaveFormInput,
  collection: Collection<FormClaim>,
  register: Register,
): Promise<Afspraak> {
  for (;;) {
    const claim = await claimOf(formId, year, collection, register);
    const draft: Draft<Afspraak> = { ...content, _id: claim.code };
    const outcome = await register.saveAfspraak(draft, 'new', { naam: by, via: 'chat' }, at, markOf(formId));
    if (outcome.kind === 'saved') return outcome.afspraak;
    const ours = await madeBy(formId, collection, register);
    if (ours !== undefined) return ours;
    // Another afspraak got this code first: take the next. Stale means that the other press of this form did so already.
    await collection.replace({ _id: formId, code: await register.nextCode(year) }, claim.version);
  }
}

async function claimOf(
  formId: string,
  year: number,
  collection: Collection<FormClaim>,
  register: Register,
): Promise<FormClaim> {
  for (;;) {
    const known = await collection.get(formId);
    if (known !== undefined) return known;
    const outcome = await collection.insert({ _id: formId, code: await register.nextCode(year) });
    if (outcome.kind === 'inserted') return outcome.doc;
  }
}

async function edit(
  input: SaveFormInput,
  { code, version }: NonNullable<SaveFormInput['existing']>,
  { register, proposals }: { readonly register: Register; readonly proposals: Proposals },
): Promise<SaveFormOutcome> {
  const { formId, cells, changer, at } = input;
  if ((await proposals.get(formId)) !== undefined) {
    const outcome = applied(await proposals.apply(formId, input), code);
    const version = outcome.kind === 'changed' ? versionMade(outcome.proposal, code) : undefined;
    const saved = register.view().afspraak(code);
    return version !== undefined && saved !== undefined && saysElse(saved, version, cells, register)
      ? { kind: 'used', code }
      : outcome;
  }
  const view = register.view();
  const afspraak = view.afspraak(code);
  const closed = refusal(code, afspraak, changer, view);
  if (afspraak === undefined || closed !== undefined)
    return { kind: 'problem', problem: closed ?? { kind: 'unknown_code', code } };
  if (afspraak.version !== version) return { kind: 'stale', code };
  const read = readChange(afspraak, cells, { view, names: register.names() });
  if (read.kind === 'problems') return { kind: 'problems', problems: read.problems.flatMap(fieldProblem) };
  if (read.change.velden.length === 0) return { kind: 'unchanged', code };
  const refused = refusedPlace(withFields(afspraak, read.change.velden), changer);
  if (refused !== undefined) return { kind: 'problems', problems: [refused] };
  await proposals.keep({ changes: [read.change], leftOut: 0 }, at, formId);
  return applied(await proposals.apply(formId, input), code);
}

/** The version that a press of this form made; undefined: none, or it was taken back. */
const versionMade = ({ state, applied: press }: ChangeProposal, code: string): number | undefined =>
  state === 'applied' ? press?.results?.find((result) => result.code === code)?.version : undefined;

/**
 * Whether the form now holds something else than what it saved: another person on an old card. The same press, delivered again,
 * holds what was saved. Once somebody changed the afspraak after that, it cannot be told.
 */
function saysElse(afspraak: Afspraak, saved: number, cells: FormCells, register: Register): boolean {
  if (afspraak.version !== saved) return false;
  const read = readChange(afspraak, cells, { view: register.view(), names: register.names() });
  return read.kind === 'problems' || read.change.velden.length > 0;
}

const applied = (outcome: Awaited<ReturnType<Proposals['apply']>>, code: string): SaveFormOutcome =>
  outcome.state === 'unknown'
    ? { kind: 'problem', problem: { kind: 'unknown_code', code } }
    : { kind: 'changed', proposal: outcome };

/** An afspraak may not be put where the person could not change it any more. */
function refusedPlace(
  after: Pick<Afspraak, 'vertrouwelijkheid' | 'verband'>,
  changer: Changer,
): FieldProblem | undefined {
  if (mayChange(changer, after)) return undefined;
  return mayChange(changer, { ...after, vertrouwelijkheid: 'intern' })
    ? { column: 'vertrouwelijkheid', reason: 'hidden_after', value: after.vertrouwelijkheid }
    : { column: 'verband', reason: 'not_here', value: '' };
}

const isFormColumn = (column: string): column is FormColumn =>
  column !== 'code' && afspraakColumns.some((each) => each === column);

const fieldProblem = ({ column, ...rest }: Problem): readonly FieldProblem[] =>
  isFormColumn(column) ? [{ ...rest, column }] : [];
