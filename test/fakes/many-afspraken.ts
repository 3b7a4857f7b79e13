import type { Draft } from '../../services/opslag/store.ts';
import {
  type Afspraak,
  type Organisatie,
  ontvangers,
  ritmes,
  soorten,
  statussen,
  type Verband,
  vertrouwelijkheden,
} from '../../services/register/types.ts';
import { LiveView } from '../../services/register/view.ts';
import { seededFractions } from './seeded-random.ts';

/** Invented registers of any size, the same for the same number: for measuring and for random tests. */

const words =
  `gemeenten begroting begrotingen raad bijdrage frictiekosten overleg kwartaal prestaties informatiebeveiliging incidenten
   klachten afhandeling weken archivering dossiervorming woningcorporaties jeugdhulp vervoer belastingen heffing inning werkplek
   servicedesk beheer privacy verwerking gegevens toezicht handhaving vergunningen afval inzameling recreatie groen water brandweer
   gezondheid preventie wijkteams schulden hulpverlening ict netwerk telefonie huisvesting personeel inkoop aanbesteding`
    .split(/\s+/)
    .filter(Boolean);
const owners = [
  'De Boer',
  'Hoekstra',
  'Veenstra',
  'Kok',
  'Mulder',
  'Jansen',
  'Bakker',
  'Van Dam',
  'Postma',
  'Dijkstra',
];

export interface InventedRegister {
  readonly organisaties: readonly Draft<Organisatie>[];
  readonly verbanden: readonly Draft<Verband>[];
  readonly afspraken: readonly Draft<Afspraak>[];
}

/**
 * @param count how many afspraken; organisaties and verbanden grow along (one verband for each 250 afspraken, at least 20)
 */
export function makeRegister(count: number): InventedRegister {
  const random = seededFractions(20_261_123);
  const pick = <T>(from: readonly T[]): T => {
    const one = from[Math.floor(random() * from.length)];
    if (one === undefined) throw new TypeError('nothing to pick from');
    return one;
  };
  const chance = (share: number): boolean => random() < share;
  const day = (): string => {
    const instant = Date.UTC(2022, 0, 1) + Math.floor(random() * 3_650) * 86_400_000;
    return new Date(instant).toISOString().slice(0, 10);
  };
  const organisaties = Array.from({ length: Math.max(40, Math.ceil(count / 300)) }, (_, at): Draft<Organisatie> => {
    const soort = at % 10 === 0 ? 'waterschap' : at % 10 === 1 ? 'provincie' : 'gemeente';
    const code = `${soort === 'gemeente' ? 'gm' : soort === 'provincie' ? 'pv' : 'ws'}${String(9000 + at)}`;
    return {
      _id: code,
      naam: `${soort.charAt(0).toUpperCase()}${soort.slice(1)} Proefplaats ${at}`,
      soort,
      tooi: code,
    };
  });
  const verbanden = Array.from({ length: Math.max(20, Math.ceil(count / 250)) }, (_, at): Draft<Verband> => {
    const deelnemers = new Set(Array.from({ length: 2 + Math.floor(random() * 8) }, () => pick(organisaties)._id));
    return {
      _id: `v9${String(at).padStart(7, '0')}`,
      naam: `Gemeenschappelijke regeling Proefverband ${at}`,
      orgaan: `Proefverband ${at}`,
      vorm: pick(['OL', 'BVO', 'GO', 'RZM']),
      beleidsterreinen: [],
      deelnemers: [...deelnemers].map((organisatie) => ({ organisatie, bestuursorganen: [] })),
      regelingId: `9${String(at).padStart(7, '0')}`,
    };
  });
  const numbers = new Map<number, number>();
  const afspraken = Array.from({ length: count }, (): Draft<Afspraak> => {
    const year = 2022 + Math.floor(random() * 5);
    const number = (numbers.get(year) ?? 0) + 1;
    numbers.set(year, number);
    const verband = pick(verbanden);
    const soort = pick(soorten);
    const naam = pick(owners);
    const text = Array.from({ length: 12 }, () => pick(words)).join(' ');
    return {
      _id: `AFS-${year}-${String(number).padStart(3, '0')}`,
      titel: `${soort} ${pick(words)} ${verband.orgaan ?? ''}`,
      ...(chance(0.9) && { tekst: `${text}.` }),
      soort,
      verband: verband._id,
      partijen: verband.deelnemers.map(({ organisatie }) => organisatie).filter((_, at) => at === 0 || chance(0.7)),
      ...(chance(0.95) && {
        eigenaar: { naam, email: `${naam.toLowerCase().replaceAll(' ', '.')}@voorbeeld.example` },
      }),
      status: chance(0.6) ? 'lopend' : pick(statussen),
      ...(chance(0.9) && { ingangsdatum: day() }),
      ...(chance(0.6) && { einddatum: day() }),
      ...(chance(0.3) && { opzegtermijn: pick(['P3M', 'P6M', 'P1Y']), stilzwijgend: chance(0.5) }),
      ...(chance(0.4) && { herijking: day(), ritme: pick(ritmes) }),
      rapportageAan: chance(0.3) ? [pick(ontvangers)] : [],
      ...(chance(0.3) && { rapportagedatum: day(), rapportageritme: pick(ritmes) }),
      vertrouwelijkheid: pick(vertrouwelijkheden),
      ...(chance(0.5) && { document: `https://documenten.voorbeeld.example/${soort}/${year}/${number}` }),
    };
  });
  return { organisaties, verbanden, afspraken };
}

/** Only the afspraken of {@link makeRegister}. */
/** {@link makeRegister} as it is searched. */
export function viewOf(count: number): LiveView {
  const view = new LiveView();
  const { organisaties, verbanden, afspraken } = makeRegister(count);
  for (const organisatie of organisaties) view.putOrganisatie({ ...organisatie, version: 1 });
  for (const verband of verbanden) view.putVerband({ ...verband, version: 1 });
  for (const afspraak of afspraken) view.putAfspraak({ ...afspraak, version: 1 });
  return view;
}

export const makeAfspraken = (count: number): readonly Draft<Afspraak>[] => makeRegister(count).afspraken;
