import type { Besluit } from '../../../services/besluiten/types.ts';
import { NameIndex } from '../../../services/register/names.ts';
import type { Afspraak, Organisatie, Verband } from '../../../services/register/types.ts';
import { LiveView } from '../../../services/register/view.ts';
import type { AnswerParts, PastFinder } from '../../../services/vragen/answer-parts.ts';

/** Three invented verbanden and a handful of afspraken, small enough to know by heart. */

export const today = '2026-11-23';

const organisatie = (_id: string, naam: string, soort: Organisatie['soort']): Organisatie => ({
  _id,
  version: 1,
  naam,
  soort,
});

export const organisaties: readonly Organisatie[] = [
  organisatie('gm0106', 'Gemeente Assen', 'gemeente'),
  organisatie('gm0119', 'Gemeente Meppel', 'gemeente'),
  organisatie('gm0014', 'Gemeente Groningen', 'gemeente'),
  organisatie('pv20', 'Provincie Groningen', 'provincie'),
  organisatie('ws0646', 'Waterschap Hunze en Aa’s', 'waterschap'),
];

const deelnemers = (...ids: readonly string[]): Verband['deelnemers'] =>
  ids.map((id) => ({ organisatie: id, toetreding: '2019-01-01', bestuursorganen: ['Raad'] }));

const verband = (id: string, naam: string, rest: Pick<Verband, 'vorm' | 'deelnemers'> & Partial<Verband>): Verband => ({
  _id: id,
  version: 1,
  naam,
  beleidsterreinen: [],
  regelingId: id.slice(1),
  ...rest,
});

export const verbanden: readonly Verband[] = [
  verband('v1', 'Gemeenschappelijke regeling Proefdienst', {
    orgaan: 'Proefdienst',
    vorm: 'OL',
    deelnemers: deelnemers('gm0106', 'gm0119'),
    doel: 'Proeven voor het milieu.',
  }),
  verband('v2', 'Gemeenschappelijke regeling Waterkantoor', {
    orgaan: 'Waterkantoor',
    vorm: 'BVO',
    deelnemers: deelnemers('gm0014', 'ws0646'),
  }),
  verband('v3', 'Centrumregeling Zorgloket', { vorm: 'RZM', deelnemers: deelnemers('gm0014', 'pv20') }),
];

export const afspraak = (_id: string, rest: Partial<Afspraak>): Afspraak => ({
  _id,
  version: 1,
  titel: `Afspraak ${_id}`,
  soort: 'contract',
  verband: 'v1',
  partijen: ['gm0106', 'gm0119'],
  status: 'lopend',
  rapportageAan: [],
  vertrouwelijkheid: 'intern',
  ...rest,
});

const jansen = { naam: 'Jansen', email: 'jansen@voorbeeld.example' };
const deBoer = { naam: 'De Boer', email: 'de.boer@voorbeeld.example' };

export const afspraken: readonly Afspraak[] = [
  afspraak('AFS-2025-001', {
    titel: 'Contract werkplekken',
    einddatum: '2027-12-31',
    opzegtermijn: 'P6M',
    eigenaar: jansen,
    document: 'https://documenten.voorbeeld.example/1',
  }),
  afspraak('AFS-2025-002', { titel: 'SLA balie', soort: 'sla', eigenaar: jansen, einddatum: '2026-10-01' }),
  afspraak('AFS-2025-003', { titel: 'Oud contract', status: 'afgerond', einddatum: '2025-06-30' }),
  afspraak('AFS-2025-004', {
    titel: 'Geheim plan',
    soort: 'exit',
    vertrouwelijkheid: 'vertrouwelijk',
    eigenaar: deBoer,
  }),
  afspraak('AFS-2026-001', {
    titel: 'MARAP waterkantoor',
    soort: 'rapportage',
    verband: 'v2',
    partijen: ['gm0014', 'ws0646'],
    rapportageAan: ['raad'],
    rapportagedatum: '2026-12-15',
    eigenaar: deBoer,
  }),
  afspraak('AFS-2026-002', {
    titel: 'Evaluatie zorgloket',
    soort: 'evaluatie',
    verband: 'v3',
    partijen: ['gm0014', 'pv20'],
    herijking: '2027-05-01',
    eigenaar: deBoer,
  }),
  afspraak('AFS-2026-003', {
    titel: 'Tweede evaluatie zorgloket',
    soort: 'evaluatie',
    verband: 'v3',
    partijen: ['gm0014'],
    herijking: '2027-02-01',
  }),
];

export const besluit = (identificatie: string, rest: Partial<Besluit>): Besluit => ({
  identificatie,
  onderwerp: `Onderwerp van ${identificatie}`,
  datum: '2026-10-12',
  bestuursorgaan: 'DB',
  ingangsdatum: '2026-10-12',
  afspraken: [],
  vastgelegdOp: 0,
  volgnummer: 1,
  hash: '0'.repeat(64),
  ...rest,
});

/** A register without a history: nothing was known on any earlier day. */
export const nothingBefore: PastFinder = {
  past: async () => {
    const none = new LiveView().matchAfspraken([]);
    return { state: () => undefined, find: () => ({ recorded: none, later: none, changed: [] }) };
  },
  history: async () => [],
  dayOf: () => today,
};

/** Everything answering needs, for the operator unless `changes` say otherwise. */
export function smallRegister(changes: Partial<AnswerParts> = {}): AnswerParts {
  const view = new LiveView();
  for (const one of organisaties) view.putOrganisatie(one);
  for (const one of verbanden) view.putVerband(one);
  for (const one of afspraken) view.putAfspraak(one);
  return {
    view,
    names: new NameIndex(view),
    viewer: { verbanden: 'alle' },
    today,
    besluiten: { findBesluiten: async () => [], besluit: async () => undefined },
    past: nothingBefore,
    describe: ({ intent }) => intent,
    explain: () => undefined,
    ...changes,
  };
}

/** What a besluit says, apart from its place in the register. */
export const contentOf = ({ onderwerp, datum, bestuursorgaan, ingangsdatum, afspraken }: Besluit) => ({
  onderwerp,
  datum,
  bestuursorgaan,
  ingangsdatum,
  afspraken,
});
