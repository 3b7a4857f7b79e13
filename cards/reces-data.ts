import type { CivilDate } from '../services/kalender/civil-date.ts';
import { isCivilDate } from '../services/kalender/civil-date.ts';

/** What travels with the buttons about recessen; action-data.ts writes and reads it. */
export type RecesButton =
  /** Everything else comes from the form's inputs. */
  | { readonly kind: 'reces.opslaan' }
  /** The reces of this organisatie (`_id`) that begins on this day. */
  | { readonly kind: 'reces.weg'; readonly organisatie: string; readonly van: CivilDate }
  | { readonly kind: 'reces.pagina'; readonly page: number };

export type RecesAction =
  | Exclude<RecesButton, { kind: 'reces.opslaan' }>
  /** As typed or chosen: `_id` or name of an organisatie; each may be empty, and the days need not exist. */
  | {
      readonly kind: 'reces.opslaan';
      readonly organisatie: string;
      readonly naam: string;
      readonly van: string;
      readonly tot: string;
    };

/** Names of the inputs of the form. */
export const recesInputs = { organisatie: 'organisatie', naam: 'naam', van: 'van', tot: 'tot' } as const;

type Fields = { readonly [key: string]: unknown };

const longest = 200;

const typedIn = (value: unknown): string | undefined => {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' && value.length <= longest ? value.trim() : undefined;
};

function save(fields: Fields): RecesAction | undefined {
  const [organisatie, naam, van, tot] = [
    fields[recesInputs.organisatie],
    fields[recesInputs.naam],
    fields[recesInputs.van],
    fields[recesInputs.tot],
  ].map(typedIn);
  if (organisatie === undefined || naam === undefined || van === undefined || tot === undefined) return undefined;
  return { kind: 'reces.opslaan', organisatie, naam, van, tot };
}

/** For action-data.ts: each gives undefined for data that was tampered with. */
export const recesDecoders: { readonly [K in RecesButton['kind']]: (fields: Fields) => RecesAction | undefined } = {
  'reces.opslaan': save,
  'reces.weg': ({ organisatie, van }) =>
    typeof organisatie === 'string' &&
    organisatie !== '' &&
    organisatie.length <= longest &&
    typeof van === 'string' &&
    isCivilDate(van)
      ? { kind: 'reces.weg', organisatie, van }
      : undefined,
  'reces.pagina': ({ page }) =>
    typeof page === 'number' && Number.isInteger(page) && page >= 1 && page <= 10_000
      ? { kind: 'reces.pagina', page }
      : undefined,
};
