import { organisatieCell, personCell } from './export.ts';
import { type Cell, readChoice, readEigenaar } from './import/cells.ts';
import { bounded, type RejectReason } from './import/report.ts';
import type { NameIndex } from './names.ts';
import { type Eigenaar, type KetenInhoud, ketenmodellen, type RegisterView, type Schakel } from './types.ts';

/** The keten of a verband as the texts of a form, and back. The rules for a name are those of an import (CONTRACT §5). */

export const ketenVelden = ['model', 'regisseur', 'coordinator', 'plaatsvervanger', 'schakels'] as const;
export type KetenVeld = (typeof ketenVelden)[number];

/** `schakels`: one on a line (or between bars), in their order: `Organisatie` or `Organisatie: Naam <e-mail>`. Empty: nothing. */
export type KetenCells = Readonly<Record<KetenVeld, string>>;

/** `value` as typed. `nearest`: names that may have been meant. */
export interface KetenProbleem {
  readonly veld: KetenVeld;
  readonly value: string;
  readonly reason: RejectReason | 'too_many';
  readonly nearest?: readonly string[];
}

export type KetenRead =
  | { readonly kind: 'keten'; readonly inhoud: KetenInhoud }
  | { readonly kind: 'problems'; readonly problems: readonly KetenProbleem[] };

const mostSchakels = 40;

/** The texts that the form opens with; empty ones where nothing is known. Read back by {@link readKeten}. */
export function ketenCells(
  keten: KetenInhoud | undefined,
  view: Pick<RegisterView, 'organisatie'>,
  names: NameIndex,
): KetenCells {
  const schakels = (keten?.schakels ?? []).map(({ organisatie, contact }) => {
    const naam = organisatieCell(view.organisatie(organisatie), names);
    return contact === undefined ? naam : `${naam}: ${personCell(contact)}`;
  });
  return {
    model: keten?.model ?? '',
    regisseur: cellOf(keten?.regisseur),
    coordinator: cellOf(keten?.coordinator),
    plaatsvervanger: cellOf(keten?.plaatsvervanger),
    schakels: schakels.join('\n'),
  };
}

const cellOf = (person: Eigenaar | undefined): string => (person === undefined ? '' : personCell(person));

/** What was typed, as a keten, or every problem in it at once. Writes nothing. */
export function readKeten(cells: KetenCells, names: NameIndex): KetenRead {
  const problems: KetenProbleem[] = [];
  const read = <T>(veld: KetenVeld, reader: (cell: string) => Cell<T>): T | undefined => {
    const cell = cells[veld].trim();
    if (cell === '') return undefined;
    const outcome = reader(cell);
    if (outcome.kind === 'value') return outcome.value;
    problems.push({ veld, value: bounded(cell), reason: outcome.reason });
    return undefined;
  };
  const model = read('model', readChoice(ketenmodellen));
  const regisseur = read('regisseur', readEigenaar);
  const coordinator = read('coordinator', readEigenaar);
  const plaatsvervanger = read('plaatsvervanger', readEigenaar);
  const schakels = schakelsIn(cells.schakels, names, problems);
  if (problems.length > 0) return { kind: 'problems', problems };
  return {
    kind: 'keten',
    inhoud: {
      schakels,
      ...(model !== undefined && { model }),
      ...(regisseur !== undefined && { regisseur }),
      ...(coordinator !== undefined && { coordinator }),
      ...(plaatsvervanger !== undefined && { plaatsvervanger }),
    },
  };
}

function schakelsIn(text: string, names: NameIndex, problems: KetenProbleem[]): readonly Schakel[] {
  const lines = text
    .split(/[\r\n|]+/)
    .map((each) => each.replace(/^\s*\d{1,2}[.)]\s+/, '').trim())
    .filter((each) => each !== '');
  if (lines.length > mostSchakels) {
    problems.push({ veld: 'schakels', value: String(lines.length), reason: 'too_many' });
    return [];
  }
  return lines.flatMap((line) => schakelIn(line, names, problems));
}

function schakelIn(line: string, names: NameIndex, problems: KetenProbleem[]): readonly Schakel[] {
  const colon = line.indexOf(':');
  const naam = (colon < 0 ? line : line.slice(0, colon)).trim();
  const person = colon < 0 ? '' : line.slice(colon + 1).trim();
  const fail = (value: string, reason: KetenProbleem['reason'], nearest: readonly { readonly naam: string }[] = []) => {
    problems.push({
      veld: 'schakels',
      value: bounded(value),
      reason,
      ...(nearest.length > 0 && { nearest: nearest.slice(0, 3).map((each) => each.naam) }),
    });
    return [];
  };
  const found = names.resolveOrganisatie(naam);
  if (found.kind === 'ambiguous') return fail(naam, 'ambiguous_organisatie', found.candidates);
  if (found.kind === 'unknown') return fail(naam, 'unknown_organisatie', found.nearest);
  if (person === '') return [{ organisatie: found.organisatie._id }];
  const contact = readEigenaar(person);
  if (contact.kind === 'problem') return fail(person, contact.reason);
  return [{ organisatie: found.organisatie._id, contact: contact.value }];
}
