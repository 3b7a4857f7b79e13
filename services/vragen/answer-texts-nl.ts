import type { AnswerTexts } from './answer-sentences.ts';

/** The sentences of an answer in Dutch. */
export const dutchAnswerTexts: AnswerTexts = {
  found: (total) => (total === 1 ? '1 afspraak gevonden.' : `${total} afspraken gevonden.`),
  more: (count) => `En nog ${count}:`,
  count: (total) => (total === 1 ? 'Het is 1 afspraak.' : `Het zijn ${total} afspraken.`),
  countVerbanden: (total) =>
    total === 1 ? 'Het is 1 samenwerkingsverband.' : `Het zijn ${total} samenwerkingsverbanden.`,
  foundVerbanden: (total) =>
    total === 1 ? '1 samenwerkingsverband gevonden.' : `${total} samenwerkingsverbanden gevonden.`,
  foundBesluiten: (total) => (total === 1 ? '1 besluit gevonden.' : `${total} besluiten gevonden.`),
  nothingFound: 'Geen afspraken gevonden.',
  unknownOwner: (naam) => `Niemand met de naam ${naam} is eigenaar van een afspraak.`,
  nothingLate: 'Er is niets te laat.',
  registerEmpty:
    'Er staan nog geen afspraken in Ketenregie. Importeer een bestand, of typ in de chat “voorbeeld” om het te proberen.',
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
    plaatsvervanger: 'Plaatsvervanger',
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
  noticeEnded: (day) => `opzeggen kon tot en met ${day}`,
  from: (day) => `van ${day}`,
  until: (day) => `tot en met ${day}`,
  contact: (about, owners) => `Voor ${about} kun je terecht bij ${owners}.`,
  owns: (owner, count) => `${owner}, ${count === 1 ? '1 afspraak' : `${count} afspraken`}`,
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
  missingSoortIn: (soort, verband) =>
    `Bij ${verband} staat nog geen open afspraak van de soort ${soort} in Ketenregie. In de regeling zelf kan er wel iets over staan.`,
  missingSoort: (soort, without, all) =>
    `Bij ${without} van de ${all} samenwerkingsverbanden staat geen open afspraak van de soort ${soort} in Ketenregie. In de regeling zelf kan er wel iets over staan.`,
  noZienswijze: 'Er is geen zienswijze vastgelegd.',
  ambiguous: (names) => `Welke bedoel je: ${names}?`,
  ambiguousJoin: ' of ',
  ambiguousMore: (more) => `Er zijn er nog ${more} met deze naam. Noem dan ook de plaats of de streek.`,
  withdrawn: (day) => `vervallen op ${day}`,
  thanks: 'Graag gedaan.',
  cancelled: 'Goed, ik doe niets.',
  outOfScope:
    'Daar ga ik niet over. Vraag mij naar afspraken, besluiten en samenwerkingsverbanden tussen gemeenten en hun partners.',
  unknown: 'Deze vraag begrijp ik niet. Je kunt bijvoorbeeld vragen:',
  examples: [
    'Welke afspraken lopen er met Assen?',
    'Wat is er te laat?',
    'Welke contracten lopen volgend jaar af?',
    'Wie doen er mee aan de Omgevingsdienst Drenthe?',
  ],
  noExplanation: (term) => `Over ${term} heb ik geen uitleg. Vraag het na bij de griffie of bij juridische zaken.`,
  source: (source) => `Bron: ${source}`,
  judgedByDates: (count) =>
    count === 1
      ? 'van 1 afspraak is de stand van toen niet vastgelegd: die is beoordeeld op ingangsdatum en einddatum'
      : `van ${count} afspraken is de stand van toen niet vastgelegd: die zijn beoordeeld op ingangsdatum en einddatum`,
  startUnknown: (count) =>
    count === 1
      ? '1 afspraak zonder ingangsdatum is niet meegeteld'
      : `${count} afspraken zonder ingangsdatum zijn niet meegeteld`,
  knownSince: (code, day) => `${code} staat pas sinds ${day} in Ketenregie; dit is de eerste stand die is vastgelegd`,
  lastChanges: 'Laatste wijzigingen',
  firstRecorded: 'voor het eerst vastgelegd',
  changed: (fields) => `gewijzigd: ${fields}`,
  olderChanges: (count) => (count === 1 ? 'en nog 1 oudere wijziging' : `en nog ${count} oudere wijzigingen`),
  noChanges: 'Er is geen wijziging vastgelegd.',
  answeredBefore: (antwoord, door, day, code) => `Eerder beantwoord door ${door} op ${day} (${code}): ${antwoord}`,
  alsoEnded: 'Ook afgeronde',
  overdueOnly: 'Alleen wat te laat is',
};
