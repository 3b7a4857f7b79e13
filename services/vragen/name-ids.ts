import type { NameIndex } from '../register/names.ts';
import type { QuestionFilter } from './reading.ts';

/** The names in a filter, back to `_id`s of the register. */

export type Names = Pick<NameIndex, 'resolveVerband' | 'resolveOrganisatie'>;

/** A name that cannot be searched with. */
export interface UnknownName {
  readonly kind: 'unknown_name';
  readonly key: 'partner' | 'verband';
  readonly name: string;
  /** Full names that may have been meant, best first. */
  readonly nearest: readonly { readonly key: 'partner' | 'verband'; readonly naam: string }[];
}

export interface NamedIds {
  readonly kind: 'named';
  readonly organisaties: readonly string[];
  readonly verbanden: readonly string[];
}

/** One or several values as a list. */
export const listed = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;

const nearestShown = 5;

/** Both kinds of name, since a person who mistypes may have meant either. */
export function nearestTo(name: string, names: Names): UnknownName['nearest'] {
  const verband = names.resolveVerband(name);
  const organisatie = names.resolveOrganisatie(name);
  const verbanden =
    verband.kind === 'found' ? [verband.verband] : verband.kind === 'ambiguous' ? verband.candidates : verband.nearest;
  const organisaties =
    organisatie.kind === 'found'
      ? [organisatie.organisatie]
      : organisatie.kind === 'ambiguous'
        ? organisatie.candidates
        : organisatie.nearest;
  return [
    ...organisaties.map(({ naam }) => ({ key: 'partner', naam }) as const),
    ...verbanden.map(({ naam }) => ({ key: 'verband', naam }) as const),
  ].slice(0, nearestShown);
}

/**
 * The `_id`s of everything the filter names. A body's name that several regelingen share stands for all of them; an
 * organisatie must be one.
 */
export function namedIds(filter: Pick<QuestionFilter, 'partner' | 'verband'>, names: Names): NamedIds | UnknownName {
  const organisaties: string[] = [];
  for (const name of listed(filter.partner)) {
    const found = names.resolveOrganisatie(name);
    if (found.kind === 'found') organisaties.push(found.organisatie._id);
    else if (found.kind === 'unknown')
      return { kind: 'unknown_name', key: 'partner', name, nearest: nearestTo(name, names) };
    else {
      const nearest = found.candidates.map(({ naam }) => ({ key: 'partner', naam }) as const);
      return { kind: 'unknown_name', key: 'partner', name, nearest };
    }
  }
  const verbanden: string[] = [];
  for (const name of listed(filter.verband)) {
    const found = names.resolveVerband(name);
    if (found.kind === 'found') verbanden.push(found.verband._id);
    else if (found.kind === 'ambiguous') verbanden.push(...found.candidates.map(({ _id }) => _id));
    else return { kind: 'unknown_name', key: 'verband', name, nearest: nearestTo(name, names) };
  }
  return { kind: 'named', organisaties, verbanden };
}
