import type { Row, SharedRegister } from './register-from-csv.ts';

/**
 * Which rows of the CSV an answer must name, worked out from CONTRACT §6 alone: no index, no ids, no dates but strings. What the
 * product answers is held against this.
 */

export interface Wanted {
  readonly partner?: string | readonly string[];
  readonly partnersoort?: string;
  readonly verband?: string | readonly string[];
  readonly type?: string | readonly string[];
  readonly status?: string | readonly string[];
  /** A code of an afspraak. */
  readonly nummer?: string;
  readonly periode?: { readonly van?: string; readonly tot?: string; readonly veld?: string };
  readonly eigenaar?: string;
  readonly doelgroep?: string;
  readonly zoekterm?: string;
  readonly ontbreekt?: string;
  readonly eerstvolgende?: boolean;
  readonly elkeStatus?: boolean;
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/^(gemeenschappelijke|centrum)\s*regeling (bedrijfsvoeringsorganisatie )?/, '');

const fourDates = ['einddatum', 'herijking', 'rapportagedatum', 'ingangsdatum'];

export class Oracle {
  readonly #rows: readonly Row[];
  /** Name of a regeling or its body, plain → the rows of its deelnemers. */
  readonly #verbanden = new Map<string, Row[]>();
  readonly #today: string;

  constructor({ afspraken, deelnames }: Pick<SharedRegister, 'afspraken' | 'deelnames'>, today: string) {
    this.#rows = afspraken;
    this.#today = today;
    for (const row of deelnames) {
      for (const name of new Set([plain(row.regeling ?? ''), plain(row.orgaan ?? '')])) {
        if (name === '') continue;
        this.#verbanden.set(name, [...(this.#verbanden.get(name) ?? []), row]);
      }
    }
  }

  /** Sorted codes. */
  codes(wanted: Wanted): readonly string[] {
    const found = this.#rows.filter((row) => this.#matches(row, wanted));
    const kept = wanted.eerstvolgende === true ? this.#first(found, wanted) : found;
    return kept.map((row) => row.code ?? '').sort();
  }

  deelnemers(row: Row): readonly Row[] {
    return this.#verbanden.get(plain(row.verband ?? '')) ?? [];
  }

  #first(found: readonly Row[], { type }: Wanted): readonly Row[] {
    const fields = [type ?? []].flat().some((one) => one === 'rapportage' || one in rapportages)
      ? ['rapportagedatum']
      : [type ?? []].flat().some((one) => one === 'evaluatie' || one === 'herijking')
        ? ['herijking']
        : ['einddatum', 'herijking', 'rapportagedatum'];
    const dayOf = (row: Row): string =>
      fields
        .map((field) => row[field] ?? '')
        .filter((day) => day >= this.#today)
        .sort()[0] ?? '';
    const first = found
      .map(dayOf)
      .filter((day) => day !== '')
      .sort()[0];
    return found.filter((row) => first !== undefined && dayOf(row) === first);
  }

  #partijen(row: Row): readonly string[] {
    if (row.partijen !== undefined && row.partijen !== '') return row.partijen.split('|');
    return this.deelnemers(row).map((deelnemer) => deelnemer.deelnemer ?? '');
  }

  #regeling(name: string): string | undefined {
    return this.#verbanden.get(plain(name))?.[0]?.regeling_id;
  }

  /** Of one of these, each of which must be known. */
  #isOf(row: Row, verbanden: readonly string[]): boolean {
    const asked = verbanden.map((name) => this.#regeling(name) ?? `unknown: ${name}`);
    return asked.includes(this.#regeling(row.verband ?? '') ?? '');
  }

  #matches(row: Row, wanted: Wanted): boolean {
    const { partner, partnersoort, verband, type, eigenaar, doelgroep, zoekterm, ontbreekt, nummer } = wanted;
    const partijen = this.#partijen(row);
    const hasSoort = (prefix: string): boolean =>
      this.deelnemers(row).some(
        ({ deelnemer, deelnemer_code }) => partijen.includes(deelnemer ?? '') && deelnemer_code?.startsWith(prefix),
      );
    return (
      [partner ?? []].flat().every((name) => partijen.includes(name)) &&
      (partnersoort === undefined ||
        hasSoort({ waterschap: 'ws', provincie: 'pv', gemeente: 'gm', ministerie: 'mn' }[partnersoort] ?? '?')) &&
      (nummer === undefined || row.code === nummer) &&
      (verband === undefined || this.#isOf(row, [verband].flat())) &&
      (type === undefined || [type].flat().some((one) => isOfType(row, one))) &&
      this.#hasStatus(row, wanted) &&
      inPeriode(row, wanted.periode) &&
      (eigenaar === undefined ||
        (row.eigenaar ?? '')
          .toLowerCase()
          .replace(/ <.*/, '')
          .split(/ /)
          .slice(-eigenaar.split(' ').length)
          .join(' ') === eigenaar.toLowerCase()) &&
      (doelgroep === undefined || (row.rapportage_aan ?? '').split('|').includes(doelgroep)) &&
      (zoekterm === undefined || mentions(row, zoekterm)) &&
      (ontbreekt === undefined || row[ontbreekt] === '')
    );
  }

  #hasStatus(row: Row, { status, elkeStatus, nummer }: Wanted): boolean {
    if (typeof status === 'object') return status.some((one) => this.#hasStatus(row, { status: one }));
    if (nummer !== undefined || status === 'alle') return true;
    const open = !['afgerond', 'opgezegd', 'vervallen'].includes(row.status ?? '');
    const today = this.#today;
    switch (status) {
      case undefined:
        return elkeStatus === true || open;
      case 'open':
        return open;
      case 'lopend':
        return (
          ['lopend', 'onder-herijking'].includes(row.status ?? '') &&
          (row.ingangsdatum === '' || (row.ingangsdatum ?? '') <= today) &&
          (row.einddatum === '' || (row.einddatum ?? '') >= today)
        );
      case 'te_laat':
        return (
          open &&
          ['einddatum', 'herijking', 'rapportagedatum'].some((field) => row[field] !== '' && (row[field] ?? '') < today)
        );
      default:
        return row.status === status;
    }
  }
}

/** Pieces that are one sort of rapportage, by the words they go by (DOMAIN §2). */
const rapportages: Readonly<Record<string, readonly string[]>> = {
  marap: ['marap', 'managementrapportage'],
  berap: ['berap', 'bestuursrapportage', 'turap', 'burap', 'tussentijdse rapportage'],
  jaarverslag: ['jaarverslag'],
};

function isOfType(row: Row, type: string): boolean {
  const words = rapportages[type];
  if (words === undefined) return row.soort === type;
  return row.soort === 'rapportage' && words.some((word) => mentions(row, word));
}

function inPeriode(row: Row, periode: Wanted['periode']): boolean {
  if (periode === undefined) return true;
  const { van = '', tot = '9999', veld } = periode;
  if (veld === 'opzegdatum') {
    const day = lastDayOfNotice(row);
    return day !== '' && day >= van && day <= tot;
  }
  const fields = veld === undefined ? fourDates : [veld];
  return fields.some((field) => row[field] !== '' && (row[field] ?? '') >= van && (row[field] ?? '') <= tot);
}

/** The einddatum so many months earlier, or the last day of a month that is too short for it. */
function lastDayOfNotice(row: Row): string {
  const [, count, unit = ''] = /^P?(\d+) ?(maand|jaar|M|Y)/.exec(row.opzegtermijn ?? '') ?? [];
  const [year, month, day] = (row.einddatum ?? '').split('-').map(Number);
  if (count === undefined || year === undefined || month === undefined || day === undefined) return '';
  const months = year * 12 + month - 1 - Number(count) * (unit === 'jaar' || unit === 'Y' ? 12 : 1);
  const ends = new Date(Date.UTC(Math.floor(months / 12), (months % 12) + 1, 0)).getUTCDate();
  const parts = [Math.floor(months / 12), (months % 12) + 1, Math.min(day, ends)];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}

/** Each word occurs, singular or plural. */
function mentions(row: Row, zoekterm: string): boolean {
  const words = plain(`${row.titel} ${row.tekst}`).split(/[^a-z0-9]+/);
  const root = (word: string): string => word.replace(/(en|s)$/, '');
  return plain(zoekterm)
    .split(/[^a-z0-9]+/)
    .every((asked) => words.some((word) => root(word) === root(asked)));
}
