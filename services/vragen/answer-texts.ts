import type { Sentences } from '../taal/language.ts';

/** Every sentence of an answer in words. Names, titles and dates come in as they are; nothing here is Markdown. */
export interface AnswerTexts {
  readonly found: (total: number) => string;
  readonly more: (count: number) => string;
  readonly count: (total: number) => string;
  readonly countVerbanden: (total: number) => string;
  readonly foundVerbanden: (total: number) => string;
  readonly foundBesluiten: (total: number) => string;
  readonly nothingFound: string;
  readonly nothingBesluiten: string;
  readonly nothingVerbanden: string;
  readonly endedExist: (count: number) => string;
  readonly askOwner: (owner: string) => string;
  readonly noOwner: string;
  readonly unknownCode: (code: string) => string;
  readonly unknownName: (name: string) => string;
  readonly didYouMean: string;
  readonly unknownAsker: string;
  readonly noSuchNumber: (number: number) => string;
  readonly noEarlierList: string;
  readonly inChannel: (verbanden: string) => string;
  readonly bodyUnknown: (orgaan: string) => string;
  readonly labels: Readonly<
    Record<
      | 'verband'
      | 'partijen'
      | 'soort'
      | 'status'
      | 'ingangsdatum'
      | 'einddatum'
      | 'opzegtermijn'
      | 'stilzwijgend'
      | 'herijking'
      | 'rapportagedatum'
      | 'rapportageAan'
      | 'rapportageritme'
      | 'eigenaar'
      | 'document'
      | 'vertrouwelijkheid'
      | 'besluiten'
      | 'looptijd'
      | 'deelnemers'
      | 'vorm'
      | 'doel'
      | 'beleidsterreinen'
      | 'bestuursorganen'
      | 'toezichthouder'
      | 'orgaan',
      string
    >
  >;
  readonly short: {
    readonly einddatum: (day: string) => string;
    readonly herijking: (day: string) => string;
    readonly rapportagedatum: (day: string) => string;
    readonly ingangsdatum: (day: string) => string;
    readonly eigenaar: (name: string) => string;
  };
  readonly late: string;
  readonly notRecorded: string;
  readonly yes: string;
  readonly no: string;
  readonly giveNoticeBy: (day: string) => string;
  readonly from: (day: string) => string;
  readonly until: (day: string) => string;
  readonly contact: (about: string, owners: string) => string;
  readonly owns: (owner: string, count: number) => string;
  readonly noDocument: (total: number) => string;
  readonly regelingText: (verband: string) => string;
  readonly vormen: Readonly<Record<'OL' | 'BVO' | 'GO' | 'RZM' | 'overig', string>>;
  readonly isVorm: (verband: string, vorm: string) => string;
  readonly participants: (verband: string, count: number, names: string) => string;
  readonly participates: (organisatie: string, verband: string, since: string | undefined) => string;
  readonly participatesNot: (organisatie: string, verband: string) => string;
  readonly missingSoort: (soort: string, without: number, all: number) => string;
  readonly noZienswijze: string;
  readonly ambiguous: (names: string) => string;
  readonly ambiguousJoin: string;
  readonly withdrawn: (day: string) => string;
  readonly thanks: string;
  readonly cancelled: string;
  readonly outOfScope: string;
  readonly unknown: string;
  readonly examples: readonly string[];
  readonly noExplanation: (term: string) => string;
  readonly source: (source: string) => string;
  readonly alsoEnded: string;
  readonly showList: string;
  readonly overdueOnly: string;
}

export const answerTexts: Sentences<AnswerTexts> = {
  nl: {
    found: (total) => (total === 1 ? '1 afspraak gevonden.' : `${total} afspraken gevonden.`),
    more: (count) => `En nog ${count}:`,
    count: (total) => (total === 1 ? 'Het is 1 afspraak.' : `Het zijn ${total} afspraken.`),
    countVerbanden: (total) =>
      total === 1 ? 'Het is 1 samenwerkingsverband.' : `Het zijn ${total} samenwerkingsverbanden.`,
    foundVerbanden: (total) =>
      total === 1 ? '1 samenwerkingsverband gevonden.' : `${total} samenwerkingsverbanden gevonden.`,
    foundBesluiten: (total) => (total === 1 ? '1 besluit gevonden.' : `${total} besluiten gevonden.`),
    nothingFound: 'Geen afspraken gevonden.',
    nothingBesluiten: 'Geen besluiten gevonden.',
    nothingVerbanden: 'Geen samenwerkingsverbanden gevonden.',
    endedExist: (count) =>
      count === 1
        ? 'Er is wel 1 afspraak die is afgerond, opgezegd of vervallen.'
        : `Er zijn wel ${count} afspraken die zijn afgerond, opgezegd of vervallen.`,
    askOwner: (owner) => `Vraag het na bij ${owner}.`,
    noOwner: 'Bij deze afspraken staat geen eigenaar. Vraag het na bij de secretaris van het samenwerkingsverband.',
    unknownCode: (code) => `Ik ken geen afspraak of besluit met de code ${code}.`,
    unknownName: (name) => `Ik ken geen organisatie of samenwerkingsverband met de naam ${name}.`,
    didYouMean: 'Bedoel je een van deze?',
    unknownAsker:
      'Ik weet niet wie je bent. Noem de naam van de eigenaar, of geef op de opdrachtregel je e-mailadres mee met --as.',
    noSuchNumber: (number) => `Er stond geen nummer ${number} in de vorige lijst.`,
    noEarlierList: 'Ik weet niet welke lijst je bedoelt. Stel eerst een vraag, of noem de code van de afspraak.',
    inChannel: (verbanden) => `in dit kanaal: ${verbanden}`,
    bodyUnknown: (orgaan) => `Bij een afspraak staat niet of die bij ${orgaan} ligt; daar is dus niet op gezocht.`,
    labels: {
      verband: 'Samenwerkingsverband',
      partijen: 'Partijen',
      soort: 'Soort',
      status: 'Status',
      ingangsdatum: 'Ingangsdatum',
      einddatum: 'Einddatum',
      opzegtermijn: 'Opzegtermijn',
      stilzwijgend: 'Stilzwijgende verlenging',
      herijking: 'Herijking',
      rapportagedatum: 'Rapportage',
      rapportageAan: 'Rapportage aan',
      rapportageritme: 'Ritme van de rapportage',
      eigenaar: 'Eigenaar',
      document: 'Document',
      vertrouwelijkheid: 'Vertrouwelijkheid',
      besluiten: 'Besluiten',
      looptijd: 'Looptijd',
      deelnemers: 'Deelnemers',
      vorm: 'Vorm',
      doel: 'Doel',
      beleidsterreinen: 'Beleidsterreinen',
      bestuursorganen: 'Bestuursorganen',
      toezichthouder: 'Toezichthouder',
      orgaan: 'Orgaan',
    },
    short: {
      einddatum: (day) => `einde ${day}`,
      herijking: (day) => `herijking ${day}`,
      rapportagedatum: (day) => `rapportage ${day}`,
      ingangsdatum: (day) => `ingang ${day}`,
      eigenaar: (name) => `eigenaar ${name}`,
    },
    late: 'te laat',
    notRecorded: 'niet vastgelegd',
    yes: 'ja',
    no: 'nee',
    giveNoticeBy: (day) => `opzeggen kan tot en met ${day}`,
    from: (day) => `van ${day}`,
    until: (day) => `tot en met ${day}`,
    contact: (about, owners) => `Voor ${about} kun je terecht bij ${owners}.`,
    owns: (owner, count) => `${owner} (${count === 1 ? '1 afspraak' : `${count} afspraken`})`,
    noDocument: (total) =>
      total === 1
        ? 'Bij deze afspraak staat geen link naar een document.'
        : 'Bij deze afspraken staat geen link naar een document.',
    regelingText: (verband) =>
      `De tekst van de regeling zelf van ${verband} staat niet in Ketenregie; zoek die op overheid.nl onder lokale regelgeving.`,
    vormen: {
      OL: 'openbaar lichaam',
      BVO: 'bedrijfsvoeringsorganisatie',
      GO: 'gemeenschappelijk orgaan',
      RZM: 'regeling zonder meer',
      overig: 'andere vorm',
    },
    isVorm: (verband, vorm) => `${verband} is een ${vorm}.`,
    participants: (verband, count, names) =>
      count === 1
        ? `Aan ${verband} doet 1 organisatie mee: ${names}.`
        : `Aan ${verband} doen ${count} organisaties mee: ${names}.`,
    participates: (organisatie, verband, since) =>
      since === undefined
        ? `Ja, ${organisatie} doet mee aan ${verband}. Sinds wanneer staat niet in het register.`
        : `Ja, ${organisatie} doet sinds ${since} mee aan ${verband}.`,
    participatesNot: (organisatie, verband) => `Nee, ${organisatie} doet niet mee aan ${verband}.`,
    missingSoort: (soort, without, all) =>
      `Bij ${without} van de ${all} samenwerkingsverbanden staat geen open afspraak van de soort ${soort} in Ketenregie. In de regeling zelf kan er wel iets over staan.`,
    noZienswijze: 'Er is geen zienswijze vastgelegd.',
    ambiguous: (names) => `Welke bedoel je: ${names}?`,
    ambiguousJoin: ' of ',
    withdrawn: (day) => `vervallen op ${day}`,
    thanks: 'Graag gedaan.',
    cancelled: 'Goed, ik doe niets.',
    outOfScope:
      'Daar ga ik niet over. Ik weet alles van afspraken, besluiten en samenwerkingsverbanden tussen gemeenten en hun partners.',
    unknown: 'Deze vraag begrijp ik niet. Je kunt bijvoorbeeld vragen:',
    examples: [
      'Welke afspraken lopen er met Assen?',
      'Wat is er te laat?',
      'Welke contracten lopen volgend jaar af?',
      'Wie doen er mee aan de Omgevingsdienst Drenthe?',
    ],
    noExplanation: (term) => `Over ${term} heb ik geen uitleg. Vraag het na bij de griffie of bij juridische zaken.`,
    source: (source) => `Bron: ${source}`,
    alsoEnded: 'Ook afgeronde',
    showList: 'Toon de lijst',
    overdueOnly: 'Alleen wat te laat is',
  },
  en: {
    found: (total) => (total === 1 ? '1 agreement found.' : `${total} agreements found.`),
    more: (count) => `And ${count} more:`,
    count: (total) => (total === 1 ? 'There is 1 agreement.' : `There are ${total} agreements.`),
    countVerbanden: (total) => (total === 1 ? 'There is 1 partnership.' : `There are ${total} partnerships.`),
    foundVerbanden: (total) => (total === 1 ? '1 partnership found.' : `${total} partnerships found.`),
    foundBesluiten: (total) => (total === 1 ? '1 decision found.' : `${total} decisions found.`),
    nothingFound: 'No agreements found.',
    nothingBesluiten: 'No decisions found.',
    nothingVerbanden: 'No partnerships found.',
    endedExist: (count) =>
      count === 1
        ? 'There is 1 agreement that was completed, terminated or lapsed.'
        : `There are ${count} agreements that were completed, terminated or lapsed.`,
    askOwner: (owner) => `Please ask ${owner}.`,
    noOwner: 'These agreements have no owner on record. Please ask the secretary of the partnership.',
    unknownCode: (code) => `I know no agreement or decision with the code ${code}.`,
    unknownName: (name) => `I know no organisation or partnership called ${name}.`,
    didYouMean: 'Did you mean one of these?',
    unknownAsker:
      'I do not know who you are. Name the owner, or give your e-mail address on the command line with --as.',
    noSuchNumber: (number) => `There was no number ${number} in the previous list.`,
    noEarlierList: 'I do not know which list you mean. Ask a question first, or give the code of the agreement.',
    inChannel: (verbanden) => `in this channel: ${verbanden}`,
    bodyUnknown: (orgaan) => `Agreements do not say whether they are with ${orgaan}, so that was not searched for.`,
    labels: {
      verband: 'Partnership',
      partijen: 'Parties',
      soort: 'Kind',
      status: 'Status',
      ingangsdatum: 'Start date',
      einddatum: 'End date',
      opzegtermijn: 'Notice period',
      stilzwijgend: 'Tacit renewal',
      herijking: 'Review',
      rapportagedatum: 'Report',
      rapportageAan: 'Report to',
      rapportageritme: 'Reporting rhythm',
      eigenaar: 'Owner',
      document: 'Document',
      vertrouwelijkheid: 'Confidentiality',
      besluiten: 'Decisions',
      looptijd: 'Term',
      deelnemers: 'Participants',
      vorm: 'Legal form',
      doel: 'Purpose',
      beleidsterreinen: 'Policy areas',
      bestuursorganen: 'Deciding bodies',
      toezichthouder: 'Supervisor',
      orgaan: 'Body',
    },
    short: {
      einddatum: (day) => `ends ${day}`,
      herijking: (day) => `review ${day}`,
      rapportagedatum: (day) => `report ${day}`,
      ingangsdatum: (day) => `starts ${day}`,
      eigenaar: (name) => `owner ${name}`,
    },
    late: 'overdue',
    notRecorded: 'not on record',
    yes: 'yes',
    no: 'no',
    giveNoticeBy: (day) => `notice can be given up to and including ${day}`,
    from: (day) => `from ${day}`,
    until: (day) => `up to and including ${day}`,
    contact: (about, owners) => `For ${about} you can turn to ${owners}.`,
    owns: (owner, count) => `${owner} (${count === 1 ? '1 agreement' : `${count} agreements`})`,
    noDocument: (total) =>
      total === 1 ? 'This agreement has no link to a document.' : 'These agreements have no link to a document.',
    regelingText: (verband) =>
      `The text of the arrangement of ${verband} itself is not in Ketenregie; look for it on overheid.nl (lokale regelgeving).`,
    vormen: {
      OL: 'public body (openbaar lichaam)',
      BVO: 'operational management organisation (bedrijfsvoeringsorganisatie)',
      GO: 'joint body (gemeenschappelijk orgaan)',
      RZM: 'arrangement without a body (regeling zonder meer)',
      overig: 'other form',
    },
    isVorm: (verband, vorm) => `${verband} has the legal form: ${vorm}.`,
    participants: (verband, count, names) =>
      `${count === 1 ? '1 organisation takes' : `${count} organisations take`} part in ${verband}: ${names}.`,
    participates: (organisatie, verband, since) =>
      since === undefined
        ? `Yes, ${organisatie} takes part in ${verband}. The register does not say since when.`
        : `Yes, ${organisatie} has taken part in ${verband} since ${since}.`,
    participatesNot: (organisatie, verband) => `No, ${organisatie} does not take part in ${verband}.`,
    missingSoort: (soort, without, all) =>
      `For ${without} of ${all} partnerships Ketenregie holds no open agreement of the kind ${soort}. The arrangement itself may still say something about it.`,
    noZienswijze: 'No formal view (zienswijze) is on record.',
    ambiguous: (names) => `Which one do you mean: ${names}?`,
    ambiguousJoin: ' or ',
    withdrawn: (day) => `lapsed on ${day}`,
    thanks: 'You are welcome.',
    cancelled: 'All right, nothing is done.',
    outOfScope:
      'That is not for me. I know about agreements, decisions and partnerships between municipalities and their partners.',
    unknown: 'I do not understand this question. You can ask, for example:',
    examples: [
      'Which agreements do we have with Assen?',
      'What is overdue?',
      'Which contracts end next year?',
      'Who takes part in Omgevingsdienst Drenthe?',
    ],
    noExplanation: (term) => `I have no explanation of ${term}. Please ask the council clerk or the legal department.`,
    source: (source) => `Source: ${source}`,
    alsoEnded: 'Completed ones too',
    showList: 'Show the list',
    overdueOnly: 'Overdue ones only',
  },
};
