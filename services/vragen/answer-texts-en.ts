import type { AnswerTexts } from './answer-sentences.ts';

/** The sentences of an answer in English. */
export const englishAnswerTexts: AnswerTexts = {
  found: (total) => (total === 1 ? '1 agreement found.' : `${total} agreements found.`),
  more: (count) => `And ${count} more:`,
  count: (total) => (total === 1 ? 'There is 1 agreement.' : `There are ${total} agreements.`),
  countVerbanden: (total) => (total === 1 ? 'There is 1 partnership.' : `There are ${total} partnerships.`),
  foundVerbanden: (total) => (total === 1 ? '1 partnership found.' : `${total} partnerships found.`),
  foundBesluiten: (total) => (total === 1 ? '1 decision found.' : `${total} decisions found.`),
  unknownOwner: (naam) => `Nobody called ${naam} owns an agreement.`,
  nothingFound: 'No agreements found.',
  nothingLate: 'Nothing is overdue.',
  registerEmpty:
    'There are no agreements in Ketenregie yet. Import a file, or type “voorbeeld” in the chat to try it with an example.',
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
  unknownAsker: 'I do not know who you are. Name the owner, or give your e-mail address on the command line with --as.',
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
    plaatsvervanger: 'Deputy',
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
  noticeEnded: (day) => `notice could be given up to and including ${day}`,
  from: (day) => `from ${day}`,
  until: (day) => `up to and including ${day}`,
  contact: (about, owners) => `For ${about} you can turn to ${owners}.`,
  owns: (owner, count) => `${owner}, ${count === 1 ? '1 agreement' : `${count} agreements`}`,
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
  missingSoortIn: (soort, verband) =>
    `For ${verband} Ketenregie holds no open agreement of the kind ${soort} yet. The arrangement itself may still say something about it.`,
  missingSoort: (soort, without, all) =>
    `For ${without} of ${all} partnerships Ketenregie holds no open agreement of the kind ${soort}. The arrangement itself may still say something about it.`,
  noZienswijze: 'No formal view (zienswijze) is on record.',
  ambiguous: (names) => `Which one do you mean: ${names}?`,
  ambiguousJoin: ' or ',
  ambiguousMore: (more) => `There are ${more} more of this name. Add the place or the region.`,
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
  judgedByDates: (count) =>
    count === 1
      ? 'of 1 agreement the state of then was not recorded: it was judged by its start and end date'
      : `of ${count} agreements the state of then was not recorded: they were judged by their start and end dates`,
  startUnknown: (count) =>
    count === 1
      ? '1 agreement without a start date was left out'
      : `${count} agreements without a start date were left out`,
  knownSince: (code, day) => `${code} has been in Ketenregie only since ${day}; this is the first state on record`,
  lastChanges: 'Latest changes',
  firstRecorded: 'recorded for the first time',
  changed: (fields) => `changed: ${fields}`,
  olderChanges: (count) => (count === 1 ? 'and 1 older change' : `and ${count} older changes`),
  noChanges: 'No change is on record.',
  answeredBefore: (antwoord, door, day, code) => `Answered before by ${door} on ${day} (${code}): ${antwoord}`,
  alsoEnded: 'Completed ones too',
  overdueOnly: 'Overdue ones only',
};
