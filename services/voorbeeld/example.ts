import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { Fault } from '../fault.ts';
import { addTo, type CivilDate } from '../kalender/civil-date.ts';
import { dataFile } from '../package-root.ts';

/**
 * The example that a new user can load: real northern verbanden, invented afspraken whose dates move with the day of loading.
 * It is made into the two import forms of CONTRACT §5 and comes in through the ordinary import, so there is no second way in.
 */
export interface ExampleFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

interface ExampleVerband {
  readonly id: string;
  readonly naam: string;
  readonly orgaan?: string;
  readonly rsin?: string;
  readonly vorm: string;
  readonly doel: string;
  readonly beleidsterrein?: string;
  readonly ingangsdatum: CivilDate;
  readonly toetreding: CivilDate;
  readonly later?: Readonly<Record<string, CivilDate>>;
  readonly deelnemers: readonly string[];
}

interface ExampleAfspraak {
  readonly titel: string;
  readonly soort: string;
  readonly verband: string;
  readonly eigenaar: string;
  readonly partijen?: string;
  readonly status?: string;
  readonly start?: string;
  readonly einde?: string | number;
  readonly opzegtermijn?: string;
  readonly stilzwijgend?: string;
  readonly herijking?: string | number;
  readonly ritme?: string;
  readonly rapportageAan?: string;
  readonly rapportage?: string | number;
  readonly rapportageritme?: string;
  readonly vertrouwelijkheid?: string;
  readonly document?: string;
  readonly tekst?: string;
}

/** The verband that the example suggests to bind a channel to: the one with something due. */
export const exampleVerband = 'Omgevingsdienst Drenthe';

/** @param today the day from which the dates are counted */
export function exampleFiles(today: CivilDate): readonly ExampleFile[] {
  const known: { organisaties: Readonly<Record<string, string>>; verbanden: readonly ExampleVerband[] } =
    read('verbanden');
  const agreed: { eigenaren: Readonly<Record<string, string>>; afspraken: readonly ExampleAfspraak[] } =
    read('afspraken');
  const regelingen = known.verbanden.flatMap((verband) =>
    verband.deelnemers.map((code) => regelingRow(verband, code, known.organisaties[code] ?? '')),
  );
  const afspraken = agreed.afspraken.map((afspraak, index) => ({
    code: `AFS-${today.slice(0, 4)}-${String(index + 1).padStart(3, '0')}`,
    ...afspraakRow(afspraak, agreed.eigenaren[afspraak.eigenaar] ?? '', today),
  }));
  return [
    { name: 'voorbeeld-regelingen.csv', bytes: csv(regelingen) },
    { name: 'voorbeeld-afspraken.csv', bytes: csv(afspraken) },
  ];
}

type Row = Readonly<Record<string, string>>;

const regelingRow = (verband: ExampleVerband, code: string, naam: string): Row => ({
  regeling_id: verband.id,
  regeling: verband.naam,
  vorm: verband.vorm,
  doel: verband.doel,
  beleidsterrein: verband.beleidsterrein ?? '',
  ingangsdatum: verband.ingangsdatum,
  orgaan: verband.orgaan ?? '',
  rsin_orgaan: verband.rsin ?? '',
  deelnemer: naam,
  deelnemer_code: code,
  toetreding: verband.later?.[code] ?? verband.toetreding,
  bestuursorganen: bestuursorgaanOf(code),
});

const bestuursorgaanOf = (code: string): string => {
  if (code.startsWith('pv')) return 'Gedeputeerde staten';
  return code.startsWith('ws') ? 'Dagelijks bestuur' : 'College van burgemeester en wethouders';
};

const afspraakRow = (afspraak: ExampleAfspraak, eigenaar: string, today: CivilDate): Row => ({
  titel: afspraak.titel,
  tekst: afspraak.tekst ?? '',
  soort: afspraak.soort,
  verband: afspraak.verband,
  partijen: afspraak.partijen ?? '',
  eigenaar,
  status: afspraak.status ?? '',
  ingangsdatum: dayFrom(today, afspraak.start),
  einddatum: dayFrom(today, afspraak.einde),
  opzegtermijn: afspraak.opzegtermijn ?? '',
  stilzwijgend: afspraak.stilzwijgend ?? '',
  herijking: dayFrom(today, afspraak.herijking),
  ritme: afspraak.ritme ?? '',
  rapportage_aan: afspraak.rapportageAan ?? '',
  rapportagedatum: dayFrom(today, afspraak.rapportage),
  rapportageritme: afspraak.rapportageritme ?? '',
  vertrouwelijkheid: afspraak.vertrouwelijkheid ?? '',
  document: afspraak.document ?? '',
});

const distance = /^(-?\d+)([wmj]?)$/;
const dayOfYear = /^(\d\d)-(\d\d)$/;

/** The notation that the head of afspraken.yaml explains. */
function dayFrom(today: CivilDate, written: string | number | undefined): string {
  if (written === undefined) return '';
  const [, day, month] = dayOfYear.exec(String(written)) ?? [];
  if (day !== undefined) return `${today.slice(0, 4)}-${month}-${day}`;
  const [, count, unit] = distance.exec(String(written)) ?? [];
  if (count === undefined) throw new Fault('voorbeeld-date', 'never', 'a date of the example cannot be read');
  const amount = Number(count);
  if (unit === 'w') return addTo(today, { weeks: amount });
  if (unit === 'm') return addTo(today, { months: amount });
  return unit === 'j' ? addTo(today, { years: amount }) : addTo(today, { days: amount });
}

const quoted = (value: string): string => `"${value.replaceAll('"', '""')}"`;

function csv(rows: readonly Row[]): Uint8Array {
  const header = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) => header.map((column) => quoted(row[column] ?? '')).join(';'));
  return new TextEncoder().encode([header.join(';'), ...lines, ''].join('\r\n'));
}

const read = (name: string) => parse(readFileSync(dataFile(`services/voorbeeld/${name}.yaml`), 'utf8'));
