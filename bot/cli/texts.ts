import type { Fault } from '../../services/fault.ts';
import type { OccurrenceState } from '../../services/herinneringen/types.ts';
import { storeSentences } from '../../services/opslag/texts.ts';

/** What the command line says to people: Dutch alone, on stderr. */
export const cliTexts = {
  about: 'Ketenregie: afspraken, herinneringen en besluiten tussen gemeenten en hun partners.',
  helpOption: 'toon deze hulp',
  helpCommand: 'toon de hulp van een opdracht',
  jsonOption: 'geef alleen machineleesbare uitvoer op stdout',
  nowOption: 'doe alsof het deze dag is, bijvoorbeeld 2026-11-23 of 2026-11-23T14:00',
  importAbout: 'lees regelingen, afspraken of recessen uit CSV of XLSX, of een uitvoer als JSON',
  importFiles: 'bestand(en) om te lezen',
  dryRunOption: 'controleer alleen, en schrijf niets',
  exportAbout: 'schrijf afspraken, besluiten, verbanden of recessen naar CSV, XLSX of JSON',
  exportFile: 'bestand om te schrijven; het einde van de naam bepaalt de vorm',
  whatOption: 'wat: afspraken, besluiten, verbanden, recessen of alles',
  askAbout: 'stel een vraag; zonder vraag wordt er een per regel gelezen, een lege regel begint een nieuw gesprek',
  askQuestion: 'de vraag',
  asOption: 'e-mailadres van wie vraagt',
  langOption: 'taal van het antwoord als de vraag die niet laat zien: nl, en of fy',
  remindersAbout: 'toon de herinneringen in een periode',
  fromOption: 'eerste dag (standaard vandaag)',
  toOption: 'laatste dag (standaard drie maanden na de eerste)',
  calendarAbout: 'toon de data van planning en control volgens de Wgr in een kalenderjaar',
  yearOption: 'kalenderjaar waarin de data vallen',
  verbandOption: 'naam van een samenwerkingsverband',
  verifyAbout: 'controleer de keten van het besluitenregister, of een uitvoer daarvan',
  verifyFile: 'uitvoer van het besluitenregister (JSON); zonder bestand wordt de opslag gecontroleerd',
  headOption:
    'nummer en kenmerk van een regel die eerder is bewaard: toont of de keten als geheel is herschreven of ingekort',

  /** Commander's own headings, so that its help reads as Dutch. */
  headings: {
    'Usage:': 'Gebruik:',
    'Arguments:': 'Argumenten:',
    'Options:': 'Opties:',
    'Commands:': 'Opdrachten:',
  } as Readonly<Record<string, string>>,
  usage: '[opties] [opdracht]',
  unknownCommand: (name: string): string => `Onbekende opdracht: ${name}. Met --help zie je welke er zijn.`,
  unknownOption: (name: string): string => `Onbekende optie: ${name}. Met --help zie je welke er zijn.`,
  missingArgument: (name: string): string => `Er ontbreekt iets: ${name}. Met --help zie je wat nodig is.`,
  missingOption: (name: string): string => `De optie ${name} is verplicht.`,
  missingValue: (name: string): string => `De optie ${name} heeft een waarde nodig.`,
  wrongChoice: (name: string, choices: string): string => `${name} moet een van deze zijn: ${choices}.`,
  tooMany:
    'Er staan te veel woorden achter de opdracht. Zet een vraag of bestandsnaam met spaties tussen aanhalingstekens.',
  wrongUse: 'Deze opdracht klopt niet. Met --help zie je hoe het moet.',

  notADate: (option: string): string => `${option} moet een datum zijn, zoals 2026-11-23.`,
  notAMoment: '--now moet een datum zijn, zoals 2026-11-23, of een datum met tijd, zoals 2026-11-23T14:00.',
  reversed: 'De eerste dag ligt na de laatste.',
  notAYear: '--year moet een jaartal zijn, zoals 2027.',
  unknownVerband: (name: string, nearest: readonly string[]): string =>
    nearest.length === 0
      ? `Er is geen samenwerkingsverband met de naam ${name}.`
      : `Er is geen samenwerkingsverband met de naam ${name}. Bedoel je: ${nearest.join('; ')}?`,
  severalVerbanden: (name: string, names: readonly string[]): string =>
    `De naam ${name} kan meer dan een samenwerkingsverband zijn: ${names.join('; ')}.`,

  reminders: (total: number): string => (total === 1 ? '1 herinnering.' : `${total} herinneringen.`),
  noChannel: 'geen kanaal',
  states: {
    planned: 'gepland',
    leased: 'wordt verstuurd',
    posting: 'wordt verstuurd',
    delivered: 'verstuurd',
    settled: 'afgehandeld',
    refused: 'niet aangenomen',
    uncertain: 'onzeker of dit aankwam',
    skipped: 'overgeslagen',
    cancelled: 'vervallen',
  } satisfies Readonly<Record<OccurrenceState, string>>,

  intact: (count: number): string =>
    count === 1 ? 'De keten klopt: 1 besluitregel.' : `De keten klopt: ${count} besluitregels.`,
  head: (volgnummer: number, hash: string): string => `Laatste regel: ${volgnummer}, kenmerk ${hash}.`,
  erased: (count: number): string =>
    `Bij ${count} besluitregels is gewist wie ze vastlegde; de keten klopt ook zonder.`,
  broken: (at: number, identificatie: string | undefined, reason: string): string =>
    `De keten klopt niet: regel ${at}${identificatie === undefined ? '' : ` (${identificatie})`}: ${reason}.`,
  breakReasons: {
    gap: 'er ontbreekt een regel, of er staat er een dubbel of op de verkeerde plaats',
    hash: 'de inhoud past niet bij het kenmerk dat ernaast staat',
    previous: 'de regel sluit niet aan op de regel ervoor',
    number: 'het nummer van het besluit volgt niet op dat van de regels ervoor',
    commitment: 'wie het vastlegde past niet bij wat is vastgelegd',
  },
  rewritten: (at: number): string => `De keten is herschreven: regel ${at} heeft een ander kenmerk dan verwacht.`,
  truncated: (count: number, expected: number): string =>
    `De keten is ingekort: ${count} regels, terwijl er ${expected} horen te zijn.`,
  notAHead:
    '--head moet het nummer en het hele kenmerk van een regel zijn, met een dubbele punt ertussen, zoals verify ze toont.',
  notAnExport: 'Dit bestand is geen volledige uitvoer van het besluitenregister. Maak er een met: ketenregie export.',

  chainRestored: (read: number, added: number, dryRun: boolean): string => {
    const counts = `${read} besluitregels gelezen: ${added} nieuw, ${read - added} gelijk.`;
    return dryRun ? `${counts} Er is niets weggeschreven.` : counts;
  },
  chainUnsound:
    'Het besluitenregister in dit bestand is niet overgenomen: de keten klopt niet. Met ketenregie verify zie je waar.',
  chainStrange: (at: number): string =>
    `Het besluitenregister in dit bestand is niet overgenomen: regel ${at} heeft geen vorm die Ketenregie schrijft.`,
  chainOther: (at: number): string =>
    `Het besluitenregister in dit bestand is niet overgenomen: hier staat al een andere regel ${at}. Twee registers zijn niet samen te voegen; kies een lege opslag.`,

  unreadable: (file: string): string => `Het bestand ${file} is niet te lezen. Controleer de naam en de rechten.`,
  unwritable: (file: string): string => `Het bestand ${file} is niet te schrijven. Controleer de map en de rechten.`,
  unknownEnding: 'De bestandsnaam moet eindigen op .csv, .xlsx of .json.',
  csvHoldsOne:
    'Een CSV-bestand kan maar een lijst bevatten. Kies .xlsx of .json, of noem een lijst: --what afspraken, besluiten of verbanden.',
  exported: (what: string, count: number, file: string): string => `${count} ${what} geschreven naar ${file}.`,

  rejectedCount: (count: number): string => (count === 1 ? '1 rij is geweigerd:' : `${count} rijen zijn geweigerd:`),
  moreRejected: (count: number): string => `… en nog ${count}; met --json zie je ze alle.`,
  interrupted: (done: number, total: number): string =>
    `Gestopt op verzoek na ${done} van de ${total} onderdelen. Die zijn opgeslagen; lees hetzelfde bestand nog eens in voor de rest.`,
  progress: '{bar} {percentage}% · {value} van {total} · nog {eta_formatted}',

  actionOnly: (intent: string): string =>
    `Dit is geen vraag maar een opdracht (${intent}). Geef die aan de bot in Teams; de opdrachtregel beantwoordt alleen vragen.`,
  question: 'Wat wil je weten? Een lege regel begint een nieuw gesprek, Ctrl-D stopt.',

  fault: (sentence: string, reference: string, code: string): string => `${sentence} (kenmerk ${reference}, ${code})`,
  unexpected:
    'Er ging iets mis dat niet mocht gebeuren. Probeer het opnieuw; blijft het zo, geef dan dit kenmerk door aan de beheerder.',
  later: 'Het lukte nu niet, en er is niets gewijzigd. Probeer het later opnieuw.',
  uncertain: 'Het is niet zeker of dit gelukt is. Kijk eerst of het er staat voordat je het opnieuw doet.',
};

/** The sentence for a fault: its own where the store has one, else by whether trying again makes sense. */
export function faultSentence(fault: Fault): string {
  const known = Object.entries(storeSentences.nl).find(([code]) => code === fault.code);
  if (known !== undefined) return known[1];
  return { later: cliTexts.later, uncertain: cliTexts.uncertain, never: cliTexts.unexpected }[fault.retry];
}
