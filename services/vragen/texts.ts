import type { Sentences } from '../taal/language.ts';
import type { Intent, Periode } from './reading.ts';

/** The words of the one short line that says how a question was understood (describe.ts). */
export interface DescribeTexts {
  readonly understoodAs: string;
  /** What was asked for, as a noun; empty: nothing worth saying. With kinds of afspraken known, those stand for it. */
  readonly asked: Readonly<Record<Intent, string>>;
  /** Said before the kinds: "aantal" contracten. Only where it is not the plain list. */
  readonly before: Partial<Readonly<Record<Intent, string>>>;
  readonly partner: (names: string) => string;
  readonly verband: (names: string) => string;
  readonly provincie: (name: string) => string;
  readonly zoekterm: (term: string) => string;
  readonly eigenaar: (name: string) => string;
  readonly mine: string;
  readonly newOwner: (name: string) => string;
  readonly orgaan: (name: string) => string;
  readonly doelgroep: (name: string) => string;
  readonly missing: (field: string) => string;
  readonly field: (name: string) => string;
  readonly statusBefore: Readonly<Record<string, string>>;
  readonly anyStatus: string;
  readonly exclusionIgnored: string;
  /** Words that were not heeded, as a sentence of its own. */
  readonly unused: (stretches: readonly string[]) => string;
  readonly inYear: (year: string) => string;
  readonly onDay: (day: string) => string;
  /** Of a peildatum. */
  readonly asOf: (day: string) => string;
  readonly fromTo: (from: string, to: string) => string;
  readonly until: (day: string) => string;
  readonly from: (day: string) => string;
  readonly somePeriod: (words: string) => string;
  readonly dateField: Readonly<Record<NonNullable<Periode['veld']>, string>>;
  readonly next: string;
  readonly ofYear: (year: number) => string;
  readonly position: (position: number) => string;
  readonly ambiguous: (names: string) => string;
  readonly or: string;
  readonly repeating: (words: string) => string;
  readonly length: (words: string) => string;
  readonly aroundAnchor: (length: string, anchor: string, before: boolean) => string;
  readonly receiver: (name: string) => string;
  readonly format: (name: string) => string;
  readonly units: Readonly<Record<'D' | 'W' | 'M' | 'Y', readonly [one: string, many: string]>>;
  readonly standpunt: Readonly<Record<string, string>>;
  readonly words: Readonly<Record<string, string>>;
}

const dutch: DescribeTexts = {
  understoodAs: 'Begrepen als',
  asked: {
    'afspraak.zoeken': 'afspraken',
    'afspraak.tonen': 'één afspraak',
    'afspraak.aantal': 'afspraken',
    'afspraak.aanmaken': 'nieuwe afspraak',
    'afspraak.wijzigen': 'afspraak wijzigen',
    'herinnering.instellen': 'nieuwe herinnering',
    'herinnering.tonen': 'herinneringen',
    'herinnering.uitstellen': 'herinnering uitstellen',
    'herinnering.stoppen': 'herinneringen stoppen',
    'besluit.vastleggen': 'besluit vastleggen',
    'besluit.zoeken': 'besluiten',
    'besluit.tonen': 'één besluit',
    'besluit.intrekken': 'besluit intrekken',
    'zienswijze.tonen': 'zienswijzen',
    'zienswijze.vastleggen': 'zienswijze vastleggen',
    'pc.kalender': 'datums van planning en control',
    'rapportage.tonen': 'rapportages',
    'rapportage.opstellen': 'brief opstellen',
    'verband.zoeken': 'samenwerkingen',
    'verband.tonen': 'samenwerking',
    'verband.aantal': 'aantal samenwerkingen',
    'contact.tonen': 'wie erover gaat',
    'document.tonen': 'waar het document staat',
    exporteren: 'export van afspraken',
    'escalatie.melden': 'escalatie melden',
    uitleg: 'uitleg',
    help: '',
    dank: '',
    annuleren: '',
    buiten_scope: '',
    onbekend: '',
  },
  before: {
    'afspraak.aantal': 'aantal',
    'afspraak.tonen': 'één afspraak:',
    'afspraak.aanmaken': 'nieuwe afspraak:',
    'afspraak.wijzigen': 'afspraak wijzigen:',
    'herinnering.instellen': 'nieuwe herinnering:',
    'herinnering.tonen': 'herinneringen:',
    'herinnering.uitstellen': 'herinnering uitstellen:',
    'herinnering.stoppen': 'herinneringen stoppen:',
    'contact.tonen': 'wie erover gaat:',
    'document.tonen': 'waar het document staat:',
    'escalatie.melden': 'escalatie melden:',
    'rapportage.tonen': 'rapportages:',
    exporteren: 'export van',
  },
  partner: (names) => `met ${names}`,
  verband: (names) => `bij ${names}`,
  provincie: (name) => `in ${name}`,
  zoekterm: (term) => `over “${term}”`,
  eigenaar: (name) => `van ${name}`,
  mine: 'van jou',
  newOwner: (name) => `naar ${name}`,
  orgaan: (name) => `van ${name}`,
  doelgroep: (name) => `voor ${name}`,
  missing: (field) => `zonder ${field}`,
  field: (name) => `gevraagd: ${name}`,
  statusBefore: {
    open: 'open',
    lopend: 'lopende',
    te_laat: 'te late',
    concept: 'concept',
    voorgesteld: 'voorgestelde',
    'onder-herijking': 'in herijking zijnde',
    afgerond: 'afgeronde',
    opgezegd: 'opgezegde',
    vervallen: 'vervallen',
    alle: 'alle',
  },
  anyStatus: 'elke status',
  exclusionIgnored: 'wat je uitzondert, staat er nog bij',
  unused: (stretches) => `Niet gebruikt: ${stretches.map((each) => `“${each}”`).join(', ')}.`,
  inYear: (year) => `in ${year}`,
  onDay: (day) => `op ${day}`,
  asOf: (day) => `stand van ${day}`,
  fromTo: (from, to) => `van ${from} tot en met ${to}`,
  until: (day) => `tot en met ${day}`,
  from: (day) => `vanaf ${day}`,
  somePeriod: (words) => `“${words}”`,
  dateField: {
    einddatum: 'einddatum',
    herijking: 'herijking',
    rapportagedatum: 'rapportage',
    ingangsdatum: 'ingangsdatum',
    opzegdatum: 'uiterste opzegdatum',
  },
  next: 'alleen de eerstvolgende',
  ofYear: (year) => `over ${year}`,
  position: (position) => (position < 0 ? 'de laatste van de lijst' : `nummer ${position} van de lijst`),
  ambiguous: (names) => `onduidelijk: ${names}`,
  or: 'of',
  repeating: (words) => `elke ${words}`,
  length: (words) => words,
  aroundAnchor: (length, anchor, before) => `${length} ${before ? 'voor' : 'na'} ${anchor}`,
  receiver: (name) => `voor ${name}`,
  format: (name) => `als ${name}`,
  units: { D: ['dag', 'dagen'], W: ['week', 'weken'], M: ['maand', 'maanden'], Y: ['jaar', 'jaar'] },
  standpunt: {
    geen_zienswijze: 'geen zienswijze',
    positief: 'positief',
    negatief: 'negatief',
    'positief-met-kanttekeningen': 'positief met kanttekeningen',
  },
  words: { geschiedenis: 'wijzigingen' },
};

const english: DescribeTexts = {
  understoodAs: 'Understood as',
  asked: {
    'afspraak.zoeken': 'agreements',
    'afspraak.tonen': 'one agreement',
    'afspraak.aantal': 'agreements',
    'afspraak.aanmaken': 'new agreement',
    'afspraak.wijzigen': 'change an agreement',
    'herinnering.instellen': 'new reminder',
    'herinnering.tonen': 'reminders',
    'herinnering.uitstellen': 'postpone a reminder',
    'herinnering.stoppen': 'stop reminders',
    'besluit.vastleggen': 'record a decision',
    'besluit.zoeken': 'decisions',
    'besluit.tonen': 'one decision',
    'besluit.intrekken': 'withdraw a decision',
    'zienswijze.tonen': 'views of councils',
    'zienswijze.vastleggen': 'record the view of a council',
    'pc.kalender': 'planning and control dates',
    'rapportage.tonen': 'reports',
    'rapportage.opstellen': 'draft a letter',
    'verband.zoeken': 'partnerships',
    'verband.tonen': 'partnership',
    'verband.aantal': 'number of partnerships',
    'contact.tonen': 'who is responsible',
    'document.tonen': 'where the document is',
    exporteren: 'export of agreements',
    'escalatie.melden': 'report an escalation',
    uitleg: 'explanation',
    help: '',
    dank: '',
    annuleren: '',
    buiten_scope: '',
    onbekend: '',
  },
  before: {
    'afspraak.aantal': 'number of',
    'afspraak.tonen': 'one agreement:',
    'afspraak.aanmaken': 'new agreement:',
    'afspraak.wijzigen': 'change an agreement:',
    'herinnering.instellen': 'new reminder:',
    'herinnering.tonen': 'reminders:',
    'herinnering.uitstellen': 'postpone a reminder:',
    'herinnering.stoppen': 'stop reminders:',
    'contact.tonen': 'who is responsible:',
    'document.tonen': 'where the document is:',
    'escalatie.melden': 'report an escalation:',
    'rapportage.tonen': 'reports:',
    exporteren: 'export of',
  },
  partner: (names) => `with ${names}`,
  verband: (names) => `of ${names}`,
  provincie: (name) => `in ${name}`,
  zoekterm: (term) => `about “${term}”`,
  eigenaar: (name) => `owned by ${name}`,
  mine: 'owned by you',
  newOwner: (name) => `to ${name}`,
  orgaan: (name) => `by ${name}`,
  doelgroep: (name) => `for ${name}`,
  missing: (field) => `without ${field}`,
  field: (name) => `asked: ${name}`,
  statusBefore: {
    open: 'open',
    lopend: 'running',
    te_laat: 'overdue',
    concept: 'draft',
    voorgesteld: 'proposed',
    'onder-herijking': 'under review',
    afgerond: 'completed',
    opgezegd: 'terminated',
    vervallen: 'lapsed',
    alle: 'all',
  },
  anyStatus: 'any status',
  exclusionIgnored: 'what you leave out is still included',
  unused: (stretches) => `Not used: ${stretches.map((each) => `“${each}”`).join(', ')}.`,
  inYear: (year) => `in ${year}`,
  onDay: (day) => `on ${day}`,
  asOf: (day) => `as it was on ${day}`,
  fromTo: (from, to) => `from ${from} up to and including ${to}`,
  until: (day) => `up to and including ${day}`,
  from: (day) => `from ${day} on`,
  somePeriod: (words) => `“${words}”`,
  dateField: {
    einddatum: 'end date',
    herijking: 'review',
    rapportagedatum: 'report',
    ingangsdatum: 'start date',
    opzegdatum: 'last day to give notice',
  },
  next: 'only the next one',
  ofYear: (year) => `for ${year}`,
  position: (position) => (position < 0 ? 'the last of the list' : `number ${position} of the list`),
  ambiguous: (names) => `not clear: ${names}`,
  or: 'or',
  repeating: (words) => `every ${words}`,
  length: (words) => words,
  aroundAnchor: (length, anchor, before) => `${length} ${before ? 'before' : 'after'} the ${anchor}`,
  receiver: (name) => `for ${name}`,
  format: (name) => `as ${name}`,
  units: { D: ['day', 'days'], W: ['week', 'weeks'], M: ['month', 'months'], Y: ['year', 'years'] },
  standpunt: {
    geen_zienswijze: 'no view',
    positief: 'positive',
    negatief: 'negative',
    'positief-met-kanttekeningen': 'positive with remarks',
  },
  words: {
    kadernota: 'framework memorandum',
    'voorlopige jaarrekening': 'provisional annual accounts',
    jaarrekening: 'annual accounts',
    ontwerpbegroting: 'draft budget',
    begrotingswijziging: 'budget amendment',
    begroting: 'budget',
    jaarverslag: 'annual report',
    geschiedenis: 'changes',
    eigenaar: 'owner',
    einddatum: 'end date',
    ingangsdatum: 'start date',
    opzegtermijn: 'notice period',
    deelnemers: 'participants',
    vorm: 'legal form',
    toetredingsdatum: 'date of joining',
    waterschap: 'water boards',
    provincie: 'provinces',
    gemeente: 'municipalities',
    raadsinformatiebrief: 'council information letter',
  },
};

export const describeTexts: Sentences<DescribeTexts> = { nl: dutch, en: english };
