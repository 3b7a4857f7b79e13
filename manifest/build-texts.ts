import type { DeveloperOption } from './developer.ts';

/** The lines of `npm run manifest`. Dutch alone, like every message of a command line of Ketenregie. */
export const buildTexts = {
  help: [
    'Maakt het app-pakket voor Teams: dist/ketenregie-<versie>.zip.',
    '',
    'Gebruik: MicrosoftAppId=<app-id> npm run manifest -- [opties]',
    '',
    '  --developer NAAM   naam van de organisatie die de bot beheert, hoogstens 32 tekens',
    '  --website ADRES    pagina met uitleg en hulp',
    '  --privacy ADRES    privacyverklaring',
    '  --terms ADRES      gebruiksvoorwaarden',
    '',
    'Elk adres begint met https://. Het pakket upload je in het Teams-beheercentrum, bij Apps beheren.',
  ].join('\n'),
  notMade: 'Er is geen app-pakket gemaakt.',
  appIdMissing:
    'MicrosoftAppId ontbreekt. Zet daarin de app-id van de registratie in Azure; het app-pakket hoort bij die ene registratie.',
  appIdMalformed: 'MicrosoftAppId moet de app-id van de registratie in Azure zijn: een GUID van 36 tekens.',
  appIdZeros: 'MicrosoftAppId bestaat uit alleen nullen. Zet daarin de app-id van de registratie in Azure.',
  versionMalformed: 'De versie in package.json moet uit drie getallen bestaan, zoals 1.2.3: meer kent Teams niet.',
  unknownWord: (word: string): string =>
    `Ik ken ${JSON.stringify(word)} niet. Kijk met npm run manifest -- --help wat er kan.`,
  malformed: {
    developer: '--developer moet een naam van 1 tot en met 32 tekens zijn.',
    website: '--website moet een adres zijn dat met https:// begint.',
    privacy: '--privacy moet een adres zijn dat met https:// begint.',
    terms: '--terms moet een adres zijn dat met https:// begint.',
  } satisfies Record<DeveloperOption, string>,
  schema: (file: string, problem: string): string => `${file} voldoet niet aan het schema van Teams: ${problem}.`,
  missingFile: (file: string): string => `Het manifest noemt ${file}, maar dat bestand zit niet in het pakket.`,
  strayFile: (file: string): string => `${file} zit in het pakket, maar het manifest noemt het niet.`,
  iconSize: (file: string, size: number): string => `${file} moet een PNG van ${size} bij ${size} beeldpunten zijn.`,
  iconNotWhite: (file: string): string => `${file} mag alleen wit en doorzichtig zijn.`,
  notTranslated: (file: string, path: string): string => `In ${file} ontbreekt de tekst bij ${path}.`,
  strayString: (file: string, path: string): string => `${file} heeft een tekst bij ${path}, die Teams niet kent.`,
  made: (file: string): string => `Het app-pakket staat klaar: ${file}`,
  asks: (name: string, reason: string): string => `De app vraagt “${name}”. ${reason}`,
  asksNoMore: 'Andere rechten vraagt de app niet, ook niet in Microsoft Graph.',
  examplesLeft: (options: readonly DeveloperOption[]): string =>
    `Let op: in het pakket staan nog voorbeelden in plaats van jullie eigen gegevens. Geef deze mee voordat je de app uitrolt: ${options.map((option) => `--${option}`).join(', ')}.`,
};
