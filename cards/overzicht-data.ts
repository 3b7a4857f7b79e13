import { type OverzichtSoort, overzichtSoorten } from '../services/herinneringen/regel.ts';

/** What travels with the buttons of the overzichten; action-data.ts writes and reads it. */
export type OverzichtButton =
  /** Switch off, and on again. `regel`: `_id` of its rule; `bericht`: pressed on the message itself, which stays. */
  | { readonly kind: 'overzicht.uit'; readonly regel: string; readonly bericht?: true }
  | { readonly kind: 'overzicht.aan'; readonly regel: string }
  /** Draw it as it is now, from 1. */
  | { readonly kind: 'overzicht.toon'; readonly soort: OverzichtSoort; readonly page: number }
  /** "That is me": as whom the register knows the presser; without a name only what was taken up is told. */
  | { readonly kind: 'overzicht.persoon'; readonly naam?: string; readonly email?: string };

export type OverzichtAction = OverzichtButton;

type Fields = { readonly [key: string]: unknown };

const idForm = /^[A-Za-z0-9_-]{1,100}$/;
const longestName = 300;

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '' && value.length <= longestName;

const idIn = (regel: unknown): string | undefined =>
  typeof regel === 'string' && idForm.test(regel) ? regel : undefined;

function uit({ regel: said, bericht }: Fields): OverzichtAction | undefined {
  const regel = idIn(said);
  if (regel === undefined || (bericht !== undefined && bericht !== true)) return undefined;
  return { kind: 'overzicht.uit', regel, ...(bericht === true && { bericht }) };
}

function aan({ regel: said }: Fields): OverzichtAction | undefined {
  const regel = idIn(said);
  return regel === undefined ? undefined : { kind: 'overzicht.aan', regel };
}

function toon({ soort: said, page }: Fields): OverzichtAction | undefined {
  const soort = overzichtSoorten.find((each) => each === said);
  const isPage = typeof page === 'number' && Number.isInteger(page) && page >= 1 && page <= 10_000;
  return soort === undefined || !isPage ? undefined : { kind: 'overzicht.toon', soort, page };
}

function persoon({ naam, email }: Fields): OverzichtAction | undefined {
  if (naam === undefined && email === undefined) return { kind: 'overzicht.persoon' };
  if (!isText(naam) || (email !== undefined && !isText(email))) return undefined;
  return { kind: 'overzicht.persoon', naam, ...(email !== undefined && { email }) };
}

/** For action-data.ts: each gives undefined for data that was tampered with. */
export const overzichtDecoders: {
  readonly [K in OverzichtButton['kind']]: (fields: Fields) => OverzichtAction | undefined;
} = {
  'overzicht.uit': uit,
  'overzicht.aan': aan,
  'overzicht.toon': toon,
  'overzicht.persoon': persoon,
};
