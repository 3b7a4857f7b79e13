import type { Besluit } from '../../services/besluiten/types.ts';
import type { Occurrence } from '../../services/herinneringen/types.ts';
import type { Afspraak, Organisatie, Verband } from '../../services/register/types.ts';
import type { AfspraakView, Answer, AnswerContent, Choice } from '../../services/vragen/answer-types.ts';

/** Invented register entries for the cards; `nasty` is text that tries everything. */
export const nasty =
  '**vet** _schuin_ [klik](https://kwaad.example/x) https://kwaad.example www.kwaad.example <at>Iedereen</at> <b>b</b> &lt;i&gt; {{DATE(2027-03-01T06:08:00Z)}} $\u007bnaam} # kop\n- punt \u202egnat\u200b`code` |a|b| ~~weg~~ =cmd';

export const verband = (over: Partial<Verband> = {}): Verband => ({
  _id: 'v30019255',
  version: 1,
  naam: 'Gemeenschappelijke regeling Voorbeeldverband',
  orgaan: 'Voorbeeldverband',
  rsin: '001234567',
  vorm: 'BVO',
  doel: 'Samen de bedrijfsvoering doen.',
  beleidsterreinen: ['ict', 'inkoop'],
  ingangsdatum: '2025-02-01',
  deelnemers: [],
  regelingId: '30019255',
  ...over,
});

export const organisatie = (naam: string): Organisatie => ({
  _id: `naam:${naam.toLowerCase()}`,
  version: 1,
  naam,
  soort: 'gemeente',
});

export const afspraak = (over: Partial<Afspraak> = {}): Afspraak => ({
  _id: 'AFS-2026-012',
  version: 1,
  titel: 'Dienstverlening werkplekbeheer',
  soort: 'dvo',
  verband: 'v30019255',
  partijen: ['gm0106', 'gm0119'],
  eigenaar: { naam: 'De Vries', email: 'de.vries@voorbeeld.example' },
  status: 'lopend',
  ingangsdatum: '2025-01-01',
  einddatum: '2027-12-31',
  opzegtermijn: 'P6M',
  stilzwijgend: true,
  herijking: '2027-03-01',
  ritme: 'jaarlijks',
  rapportageAan: ['raad', 'AB'],
  rapportagedatum: '2027-04-15',
  rapportageritme: 'elk kwartaal',
  vertrouwelijkheid: 'intern',
  document: 'https://documenten.voorbeeld.example/dvo/12',
  tekst: 'Storingen worden binnen een dag opgelost.',
  ...over,
});

export const view = (over: Partial<Afspraak> = {}, more: Partial<AfspraakView> = {}): AfspraakView => ({
  afspraak: afspraak(over),
  verband: verband(),
  partijen: [organisatie('Gemeente Assen'), organisatie('Gemeente Meppel')],
  teLaat: false,
  uitersteOpzegdatum: '2027-06-30',
  ...more,
});

export const besluit = (over: Partial<Besluit> = {}): Besluit => ({
  identificatie: 'B-2026-014',
  onderwerp: 'De dienstverlening wordt met een jaar verlengd',
  toelichting: 'Na de evaluatie.\nMet instemming van alle deelnemers.',
  datum: '2026-11-20',
  bestuursorgaan: 'college',
  ingangsdatum: '2027-01-01',
  vervaldatum: '2028-01-01',
  verantwoordelijkeOrganisatie: '001234567',
  verband: 'v30019255',
  afspraken: ['AFS-2026-012'],
  vastgelegdOp: Date.UTC(2026, 10, 23, 8, 30),
  vastgelegdDoor: 'De Boer',
  volgnummer: 14,
  hash: 'ab12'.repeat(16),
  ...over,
});

const codesOf = (content: AnswerContent): readonly string[] =>
  content.kind === 'afspraken' ? content.items.slice().map(({ afspraak }) => afspraak._id) : [];

export const answer = (content: AnswerContent, over: Partial<Answer> = {}): Answer => ({
  reading: { text: 'welke afspraken lopen er?', lang: 'nl', intent: 'afspraak.zoeken', filter: { status: 'lopend' } },
  understood: 'Begrepen als: lopende afspraken van Voorbeeldverband.',
  applied: { status: 'lopend', verband: 'Voorbeeldverband' },
  total: 'items' in content ? content.items.length : 1,
  codes: codesOf(content),
  someCodes: codesOf(content).slice(0, 40),
  text: 'Dit is het antwoord in woorden.',
  content,
  mend: [],
  ...over,
});

export const choice = (label: string): Choice => ({
  label,
  reading: { intent: 'afspraak.zoeken', filter: { partner: label } },
});

/** A delivered herinnering of two weeks before the herijking of {@link afspraak}. */
export const occurrence = (over: Partial<Occurrence> = {}): Occurrence => ({
  _id: 'AFS-2026-012/herijking/2027-03-01/-14',
  version: 1,
  code: 'AFS-2026-012',
  verband: 'v30019255',
  kind: 'herijking',
  anchor: '2027-03-01',
  step: -14,
  at: Date.UTC(2027, 1, 15, 8),
  kanaal: 'k1',
  state: 'delivered',
  attempts: 1,
  reactions: [],
  ...over,
});
