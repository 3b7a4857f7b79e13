import { setTimeout } from 'node:timers/promises';
import type { Clock } from '../clock.ts';
import { Fault } from '../fault.ts';
import { type CivilDate, dayAt } from '../kalender/civil-date.ts';
import type { Collection, InsertOutcome } from '../opslag/store.ts';
import type { BesluitState, ChainView } from './chain-view.ts';
import { type ChainDocument, chainId, type PersoonDocument } from './collections.ts';
import { type BesluitContent, type EntryBody, hashEntry, type Persoon, writeIdentificatie } from './entry.ts';
import { oneLine, readBesluitForm, readReden } from './form.ts';
import { keepPersoon, type RandomBytes } from './personen.ts';
import type { BesluitForm, FormProblem } from './types.ts';

/** What recording needs; made once by {@link openBesluitenregister}. */
export interface RecordParts {
  readonly chain: Collection<ChainDocument>;
  readonly personen: Collection<PersoonDocument>;
  readonly view: ChainView;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly random: RandomBytes;
}

/** What every request to write brings along. */
export interface WriteRequest {
  /** Made when the form was shown, unguessable. The same formId is recorded once, however often it arrives. */
  readonly formId: string;
  readonly by: Persoon;
}

export interface BesluitRequest extends WriteRequest {
  readonly form: BesluitForm;
  /** Whether the register has an afspraak with this code. */
  readonly knownAfspraak: (code: string) => boolean;
  /** `_id` of the verband it belongs to. */
  readonly verband?: string;
  /** RSIN of the verband's body: becomes `verantwoordelijkeOrganisatie`. */
  readonly rsin?: string;
}

export interface CorrectionRequest extends WriteRequest {
  readonly identificatie: string;
  readonly form: BesluitForm;
  readonly knownAfspraak: (code: string) => boolean;
  readonly reden: string;
}

export interface WithdrawalRequest extends WriteRequest {
  readonly identificatie: string;
  readonly reden: string;
  /** First day on which it no longer holds; today when absent. */
  readonly vervaldatum?: CivilDate;
  readonly vervalreden?: 'ingetrokken_overheid' | 'ingetrokken_belanghebbende';
}

/** `already`: an entry of this very form is in the chain; this is the besluit it is about. */
export type Written =
  | { readonly kind: 'recorded'; readonly state: BesluitState }
  | { readonly kind: 'already'; readonly state: BesluitState };
export type Invalid = { readonly kind: 'invalid'; readonly problems: readonly FormProblem[] };
export type WrongReden = { readonly kind: 'wrong_reden'; readonly problem: 'required' | 'too_long' };
/** No besluit has this identificatie. */
export type Unknown = { readonly kind: 'unknown' };
/** It was withdrawn before; nothing about it can change any more. */
export type Withdrawn = { readonly kind: 'withdrawn'; readonly state: BesluitState };

export async function recordEntry(parts: RecordParts, request: BesluitRequest): Promise<Written | Invalid> {
  await parts.view.catchUp();
  const already = parts.view.recordedFrom(request.formId);
  if (already !== undefined) return { kind: 'already', state: already };

  const read = readBesluitForm(request.form, { today: today(parts), knownAfspraak: request.knownAfspraak });
  if (read.kind === 'invalid') return read;
  const { verband, rsin } = request;
  const besluit: BesluitContent = {
    ...read.content,
    ...(rsin === undefined ? {} : { verantwoordelijkeOrganisatie: rsin }),
    ...(verband === undefined ? {} : { verband }),
  };
  return append<never>(parts, request, () => {
    const year = Number(today(parts).slice(0, 4));
    const identificatie = writeIdentificatie(year, parts.view.lastNumber(year) + 1);
    return { kind: 'write', body: { soort: 'besluit', identificatie, besluit } };
  });
}

export async function correctEntry(
  parts: RecordParts,
  request: CorrectionRequest,
): Promise<Written | Invalid | WrongReden | Unknown | Withdrawn> {
  await parts.view.catchUp();
  const already = parts.view.recordedFrom(request.formId);
  if (already !== undefined) return { kind: 'already', state: already };

  const reden = readReden(request.reden);
  if (reden.kind === 'invalid') return { kind: 'wrong_reden', problem: reden.problem };
  const read = readBesluitForm(request.form, { today: today(parts), knownAfspraak: request.knownAfspraak });
  if (read.kind === 'invalid') return read;
  return append<Unknown | Withdrawn>(parts, request, () => {
    const refusal = refuseLater(parts.view, request.identificatie);
    if (refusal.kind !== 'current') return refusal;
    const { verantwoordelijkeOrganisatie, verband } = refusal.state.content;
    const besluit: BesluitContent = {
      ...read.content,
      ...(verantwoordelijkeOrganisatie === undefined ? {} : { verantwoordelijkeOrganisatie }),
      ...(verband === undefined ? {} : { verband }),
    };
    const body: EntryBody = { soort: 'correctie', betreft: request.identificatie, reden: reden.reden, besluit };
    return { kind: 'write', body };
  });
}

export async function withdrawEntry(
  parts: RecordParts,
  request: WithdrawalRequest,
): Promise<Written | WrongReden | Unknown | Withdrawn> {
  await parts.view.catchUp();
  const already = parts.view.recordedFrom(request.formId);
  if (already !== undefined) return { kind: 'already', state: already };

  const reden = readReden(request.reden);
  if (reden.kind === 'invalid') return { kind: 'wrong_reden', problem: reden.problem };
  return append<Unknown | Withdrawn>(parts, request, () => {
    const refusal = refuseLater(parts.view, request.identificatie);
    if (refusal.kind !== 'current') return refusal;
    const body: EntryBody = {
      soort: 'intrekking',
      betreft: request.identificatie,
      reden: reden.reden,
      vervaldatum: request.vervaldatum ?? today(parts),
      vervalreden: request.vervalreden ?? 'ingetrokken_overheid',
    };
    return { kind: 'write', body };
  });
}

const today = ({ clock, timeZone }: RecordParts): CivilDate => dayAt(clock.now(), timeZone);

function refuseLater(
  view: ChainView,
  identificatie: string,
): Unknown | Withdrawn | { readonly kind: 'current'; readonly state: BesluitState } {
  const state = view.state(identificatie);
  if (state === undefined) return { kind: 'unknown' };
  return state.withdrawn ? { kind: 'withdrawn', state } : { kind: 'current', state };
}

type Decision<Refusal> = { readonly kind: 'write'; readonly body: EntryBody } | Refusal;

/** How often an insert may be refused without any new entry to see, 10 ms apart, before this is no longer a matter of rivals. */
const mostFruitless = 100;

/**
 * Compare-and-insert: the place in the chain is the key, so of all who try the next number one wins, and the others read what it
 * wrote and decide again. `decide` runs on the latest chain each time.
 */
async function append<Refusal extends { readonly kind: string }>(
  parts: RecordParts,
  request: WriteRequest,
  decide: () => Decision<Refusal>,
): Promise<Written | Refusal> {
  const { view } = parts;
  const early = decide();
  if (!isWrite(early)) return early;
  const commitment = await keepPersoon(parts.personen, request.formId, cleanPersoon(request.by), parts.random);

  for (let fruitless = 0; fruitless < mostFruitless; ) {
    const already = view.recordedFrom(request.formId);
    if (already !== undefined) return { kind: 'already', state: already };
    const decision = decide();
    if (!isWrite(decision)) return decision;

    const head = view.head();
    const content = {
      volgnummer: head.volgnummer + 1,
      vorige: head.hash,
      formId: request.formId,
      vastgelegdOp: parts.clock.now(),
      ...commitment,
      ...decision.body,
    };
    const hash = hashEntry(content);
    if (hash === undefined) throw new Fault('besluiten-not-canonical', 'never', 'an entry cannot be hashed');
    const outcome: InsertOutcome<ChainDocument> = await parts.chain.insert({
      _id: chainId(content.volgnummer),
      ...content,
      hash,
    });
    await view.catchUp();
    if (outcome.kind === 'inserted') {
      const state = view.recordedFrom(request.formId);
      if (state !== undefined) return { kind: 'recorded', state };
      throw new Fault('besluiten-not-readable', 'uncertain', 'an entry was written but cannot be read back');
    }
    if (view.head().volgnummer === head.volgnummer) {
      fruitless += 1;
      await setTimeout(10);
    }
  }
  throw new Fault('besluiten-no-progress', 'later', 'the next place in the chain is taken but cannot be read');
}

const isWrite = <Refusal extends { readonly kind: string }>(
  decision: Decision<Refusal>,
): decision is { readonly kind: 'write'; readonly body: EntryBody } => decision.kind === 'write';

/** The name as one well-formed line: what is committed to must be what is kept. */
const cleanPersoon = ({ naam, aadId }: Persoon): Persoon =>
  aadId === undefined ? { naam: oneLine(naam) } : { naam: oneLine(naam), aadId };
