/** One JSON file with the whole register and the besluiten: how `export --what alles` writes it, and import and verify read it. */

const form = 'ketenregie-alles';

interface Everything {
  readonly formaat: typeof form;
  readonly versie: 1;
  /** Each `{rijen}`, as an export of that alone. */
  readonly verbanden: object;
  readonly afspraken: object;
  /** Absent in a file of an earlier release. */
  readonly recessen?: object;
  /** The chain, as `verify` takes it. */
  readonly besluitenregister: object;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

const parse = (bytes: Uint8Array): unknown => JSON.parse(decoder.decode(bytes));

const isEverything = (value: unknown): value is Everything =>
  typeof value === 'object' &&
  value !== null &&
  'formaat' in value &&
  value.formaat === form &&
  'verbanden' in value &&
  'afspraken' in value &&
  'besluitenregister' in value;

/** From the JSON exports of verbanden, afspraken and recessen, and the chain. */
export function joinEverything(
  [verbanden, afspraken, recessen]: readonly [Uint8Array, Uint8Array, Uint8Array],
  besluitenregister: object,
): Uint8Array {
  const whole = {
    formaat: form,
    versie: 1,
    verbanden: parse(verbanden),
    afspraken: parse(afspraken),
    recessen: parse(recessen),
    besluitenregister,
  };
  return encoder.encode(`${JSON.stringify(whole, undefined, 1)}\n`);
}

function read(text: string): Everything | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isEverything(value) ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The verbanden, afspraken, recessen and the chain as files of their own, in the order in which they must be read; undefined for another file. */
export function splitEverything(bytes: Uint8Array): readonly Uint8Array[] | undefined {
  const whole = read(decoder.decode(bytes));
  if (whole === undefined) return undefined;
  const { besluitenregister, ...lists } = whole;
  const given = [lists.verbanden, lists.afspraken, lists.recessen].filter(
    (list) => list !== undefined && !isEmpty(list),
  );
  return [...given, besluitenregister].map((part) => encoder.encode(JSON.stringify(part)));
}

/** A file without rows has no header either, and could not be told from one that is broken. */
const isEmpty = (list: object): boolean => 'rijen' in list && Array.isArray(list.rijen) && list.rijen.length === 0;

/** The chain in it as a file of its own; any other text as it is. */
export function chainIn(text: string): string {
  const whole = read(text);
  return whole === undefined ? text : JSON.stringify(whole.besluitenregister);
}
