import type { Reading } from '../services/vragen/reading.ts';
import { isReading } from './reading-data.ts';

/** What travels with the buttons about answers that were wrong or missing; action-data.ts writes and reads it. */
export type MissButton =
  /** "Klopte dit?" under an answer. */
  | { readonly kind: 'vraag.klopte'; readonly goed: boolean; readonly reading: Reading }
  | { readonly kind: 'misvragen.pagina'; readonly page: number }
  | { readonly kind: 'misvraag.beantwoorden' | 'misvraag.weg' | 'misvraag.opslaan'; readonly misvraag: string };

export type MissAction =
  | Exclude<MissButton, { kind: 'misvraag.beantwoorden' | 'misvraag.weg' | 'misvraag.opslaan' }>
  | { readonly kind: 'misvraag.beantwoorden' | 'misvraag.weg'; readonly misvraag: string }
  /** `code` and `antwoord` as typed, trimmed; may be empty. */
  | { readonly kind: 'misvraag.opslaan'; readonly misvraag: string; readonly code: string; readonly antwoord: string };

/** Names of the inputs of the form; the longest of each in UTF-16 units. */
export const missInputs = { code: 'code', antwoord: 'antwoord' } as const;
export const longestAntwoord = 1_000;
const longestCode = 40;
const largestPage = 10_000;

type Fields = { readonly [key: string]: unknown };

const idForm = /^[A-Za-z0-9_-]{1,100}$/;

const typed = (value: unknown, longest: number): string | undefined =>
  value === undefined || value === null
    ? ''
    : typeof value === 'string' && value.length <= longest
      ? value.trim()
      : undefined;

/** The action of one of these buttons; undefined when it was tampered with. */
export function decodeMiss(kind: MissButton['kind'], fields: Fields): MissAction | undefined {
  const { goed, reading, page, misvraag } = fields;
  switch (kind) {
    case 'vraag.klopte':
      return typeof goed === 'boolean' && isReading(reading) ? { kind, goed, reading } : undefined;
    case 'misvragen.pagina':
      return typeof page === 'number' && Number.isInteger(page) && page >= 1 && page <= largestPage
        ? { kind, page }
        : undefined;
    default:
      return typeof misvraag === 'string' && idForm.test(misvraag) ? ofOne(kind, misvraag, fields) : undefined;
  }
}

function ofOne(
  kind: 'misvraag.beantwoorden' | 'misvraag.weg' | 'misvraag.opslaan',
  misvraag: string,
  fields: Fields,
): MissAction | undefined {
  if (kind !== 'misvraag.opslaan') return { kind, misvraag };
  const code = typed(fields[missInputs.code], longestCode);
  const antwoord = typed(fields[missInputs.antwoord], longestAntwoord);
  return code === undefined || antwoord === undefined ? undefined : { kind, misvraag, code, antwoord };
}
