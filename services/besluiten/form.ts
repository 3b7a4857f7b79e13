import type { CivilDate } from '../kalender/civil-date.ts';
import { readFormDate } from '../kalender/strict-date.ts';
import type { BesluitContent } from './entry.ts';
import {
  type BesluitField,
  type BesluitForm,
  type Bestuursorgaan,
  bestuursorganen,
  type FormProblem,
} from './types.ts';

/** Characters, as a person counts them. */
const longestOnderwerp = 200;
const longestToelichting = 4000;

/** What a form is held against. */
export interface FormContext {
  /** The civil day of recording: a besluit of tomorrow cannot have been taken. */
  readonly today: CivilDate;
  /** Whether the register has an afspraak with this code. */
  readonly knownAfspraak: (code: string) => boolean;
}

export type FormOutcome =
  | {
      readonly kind: 'valid';
      readonly content: Omit<BesluitContent, 'verband' | 'verantwoordelijkeOrganisatie'>;
    }
  /** All problems at once, so that a person mends the form in one go. */
  | { readonly kind: 'invalid'; readonly problems: readonly FormProblem[] };

/** Reads a besluit form as filled in. Never throws for what somebody typed. */
export function readBesluitForm(form: BesluitForm, { today, knownAfspraak }: FormContext): FormOutcome {
  const problems: FormProblem[] = [];
  const report = (field: BesluitField, problem: FormProblem['problem'], value?: string): undefined => {
    problems.push(value === undefined ? { field, problem } : { field, problem, value });
    return undefined;
  };

  const onderwerp = oneLine(form.onderwerp);
  if (onderwerp === '') report('onderwerp', 'required');
  else if (countCharacters(onderwerp) > longestOnderwerp) report('onderwerp', 'too_long');

  const toelichting = severalLines(form.toelichting);
  if (countCharacters(toelichting) > longestToelichting) report('toelichting', 'too_long');

  const date = (field: 'datum' | 'ingangsdatum' | 'vervaldatum'): CivilDate | undefined => {
    const text = oneLine(form[field]);
    if (text === '') return field === 'datum' ? report(field, 'required') : undefined;
    return readFormDate(text) ?? report(field, 'not_a_date', text);
  };
  const datum = date('datum');
  if (datum !== undefined && datum > today) report('datum', 'in_future', datum);

  const bestuursorgaan = readBestuursorgaan(oneLine(form.bestuursorgaan), report);

  const ingangsdatum = date('ingangsdatum') ?? datum;
  const vervaldatum = date('vervaldatum');
  if (ingangsdatum !== undefined && vervaldatum !== undefined && vervaldatum < ingangsdatum) {
    report('vervaldatum', 'before_start', vervaldatum);
  }

  const afspraken = readCodes(oneLine(form.afspraken));
  if (afspraken.length > 100) report('afspraken', 'too_long');
  else for (const code of afspraken) if (!knownAfspraak(code)) report('afspraken', 'unknown_code', code);

  if (problems.length > 0 || datum === undefined || ingangsdatum === undefined || bestuursorgaan === undefined) {
    return { kind: 'invalid', problems };
  }
  return {
    kind: 'valid',
    content: {
      onderwerp,
      ...(toelichting === '' ? {} : { toelichting }),
      datum,
      bestuursorgaan,
      ingangsdatum,
      // A besluit that says at once when it ends is a temporary one; the ZGW standard asks for a reason beside an end date.
      ...(vervaldatum === undefined ? {} : { vervaldatum, vervalreden: 'tijdelijk' }),
      afspraken,
    },
  };
}

function readBestuursorgaan(
  text: string,
  report: (field: BesluitField, problem: FormProblem['problem'], value?: string) => undefined,
): Bestuursorgaan | undefined {
  if (text === '') return report('bestuursorgaan', 'required');
  return bestuursorganen.find((one) => one === text) ?? report('bestuursorgaan', 'unknown_choice', text);
}

/** Codes separated by comma, semicolon, space, `|` or "en", in capitals, each once. */
const readCodes = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(/[\s,;|]+/)
      .filter((part) => part !== '' && !/^(?:en|and)$/i.test(part))
      .map((part) => part.toUpperCase()),
  ),
];

export type RedenOutcome =
  | { readonly kind: 'valid'; readonly reden: string }
  | { readonly kind: 'invalid'; readonly problem: 'required' | 'too_long' };

/** Why a besluit is corrected or withdrawn: required, as long as a toelichting at most. */
export function readReden(text: string | undefined): RedenOutcome {
  const reden = severalLines(text);
  if (reden === '') return { kind: 'invalid', problem: 'required' };
  return countCharacters(reden) > longestToelichting
    ? { kind: 'invalid', problem: 'too_long' }
    : { kind: 'valid', reden };
}

const countCharacters = (text: string): number => [...text].length;

/** Half a surrogate pair (a cut-off emoji) has no UTF-8 and could not be hashed: it becomes U+FFFD, here, before anything is kept. */
const wellFormed = (text: string | undefined): string =>
  Buffer.from(text ?? '', 'utf8')
    .toString('utf8')
    .normalize('NFC');

const severalLines = (text: string | undefined): string =>
  wellFormed(text)
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
    .trim();

/** A name or a subject as one line, safe to hash: used for everything short that a person typed or Teams told. */
export const oneLine = (text: string | undefined): string => severalLines(text).replace(/\s+/g, ' ').trim();
