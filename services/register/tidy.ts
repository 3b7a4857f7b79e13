import type { Draft } from '../opslag/store.ts';
import type { Afspraak, Eigenaar } from './types.ts';

/**
 * The one form text has in the register, whatever way it came in, so that it survives every file format unchanged: line breaks as
 * `\n`; no control characters, halves of a character or code points that stand for none; no space around, nor the invisible marks
 * that the national register has there.
 */
export const tidyText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must go
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u2060\ufeff]/g, '')
    .replace(/\p{Noncharacter_Code_Point}/gu, '')
    .replace(/[\p{Surrogate}\ufffd]/gu, '?')
    .trim();

/** An address that can be written between `<` and `>`: one `@`, no space, at most 254 characters. */
export const isEmail = (text: string): boolean => text.length <= 254 && /^[^\s@<>|;,]+@[^\s@<>|;,]+$/.test(text);

/** A name holds no `<` or `>`, which set an address apart; a name that is an address is one. */
export function tidyEigenaar(eigenaar: Eigenaar | undefined): Eigenaar | undefined {
  const naam = tidyText((eigenaar?.naam ?? '').replace(/[<>]/g, ' '));
  const email = tidyText(eigenaar?.email ?? '');
  if (email !== '') return { naam: naam === '' ? email : naam, email };
  if (naam === '') return undefined;
  return isEmail(naam) ? { naam, email: naam } : { naam };
}

/** An afspraak with its free text in the one form; an empty tekst, document, eigenaar or plaatsvervanger is left out. */
export function tidyAfspraak(draft: Draft<Afspraak>): Draft<Afspraak> {
  const { tekst, document, eigenaar, plaatsvervanger, ...rest } = draft;
  const tidyTekst = tidyText(tekst ?? '');
  const tidyDocument = tidyText(document ?? '');
  const tidyOwner = tidyEigenaar(eigenaar);
  const tidyDeputy = tidyEigenaar(plaatsvervanger);
  return {
    ...rest,
    titel: tidyText(draft.titel),
    ...(tidyTekst !== '' && { tekst: tidyTekst }),
    ...(tidyDocument !== '' && { document: tidyDocument }),
    ...(tidyOwner !== undefined && { eigenaar: tidyOwner }),
    ...(tidyDeputy !== undefined && { plaatsvervanger: tidyDeputy }),
  };
}
