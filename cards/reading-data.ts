import { isCivilDate } from '../services/kalender/civil-date.ts';
import { languages } from '../services/taal/language.ts';
import { type Intent, intents, type Periode, type QuestionFilter, type Reading } from '../services/vragen/reading.ts';

/**
 * Whether data that came back with a button is a Reading. A card can lie in a channel for months and anybody who can post can
 * send one, so every key, type and length is looked at; nothing here throws, whatever it is given.
 */
const longestText = 300;
const longestValue = 400;
const longestList = 60;

const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= longestValue;
const isList = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length <= longestList && value.every(isText);
const isTextOrList = (value: unknown): value is string | readonly string[] => isText(value) || isList(value);
const isDay = (value: unknown): value is string => typeof value === 'string' && isCivilDate(value);
const isFlag = (value: unknown): value is boolean => typeof value === 'boolean';
const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && Math.abs(value) <= 1_000_000;

const dateFields: readonly unknown[] = ['einddatum', 'herijking', 'rapportagedatum', 'ingangsdatum', 'opzegdatum'];

type Checks<T> = { readonly [K in keyof Required<T>]: (value: unknown) => boolean };

/** Plain JSON object, every own key known and right. A key that is present but undefined counts as absent. */
function matches<T>(value: unknown, checks: Checks<T>): value is T {
  if (!isObject(value)) return false;
  const known = new Map<string, (value: unknown) => boolean>(Object.entries(checks));
  return Object.entries(value).every(([key, entry]) => entry === undefined || known.get(key)?.(entry) === true);
}

const periodeChecks: Checks<Periode> = {
  van: isDay,
  tot: isDay,
  veld: (value) => dateFields.includes(value),
  tekst: isText,
};

const filterChecks: Checks<QuestionFilter> = {
  partner: isTextOrList,
  partnersoort: isText,
  verband: isTextOrList,
  type: isTextOrList,
  vorm: isText,
  provincie: isText,
  status: isTextOrList,
  periode: (value) => matches<Periode>(value, periodeChecks),
  datum: isDay,
  eigenaar: isText,
  nieuweEigenaar: isText,
  waarde: isText,
  bulk: isFlag,
  orgaan: isText,
  doelgroep: isText,
  zoekterm: isText,
  ontbreekt: isText,
  veld: isText,
  anker: isText,
  verschuiving: isText,
  herhaling: isText,
  duur: isText,
  ontvanger: isText,
  rangnummer: isNumber,
  nummer: isText,
  stap: isText,
  jaar: isNumber,
  stuk: isText,
  standpunt: isText,
  onderwerp: isText,
  formaat: isText,
  dubbelzinnig: isList,
  waarschuwing: isText,
  eerstvolgende: isFlag,
  vervolg: isFlag,
  documentsoort: isText,
  soort: isText,
  niveau: isText,
  tekst: isText,
  peildatum: isDay,
  elkeStatus: isFlag,
};

export const isObject = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isIntent = (value: unknown): value is Intent => intents.some((intent) => intent === value);
const isQuestionFilter = (value: unknown): value is QuestionFilter => matches<QuestionFilter>(value, filterChecks);

const listChecks: Checks<NonNullable<Reading['lijst']>> = { intent: isIntent, filter: isQuestionFilter };

const readingChecks: Checks<Reading> = {
  text: (value) => typeof value === 'string' && value.length <= longestText,
  lang: (value) => languages.some((language) => language === value),
  intent: isIntent,
  filter: isQuestionFilter,
  ongebruikt: isList,
  lijst: (value) =>
    matches<NonNullable<Reading['lijst']>>(value, listChecks) &&
    value.intent !== undefined &&
    value.filter !== undefined,
};

/** Every key, type and length is looked at; throws nothing. */
export const isReading = (value: unknown): value is Reading =>
  matches<Reading>(value, readingChecks) &&
  value.text !== undefined &&
  value.lang !== undefined &&
  value.intent !== undefined &&
  value.filter !== undefined;

/** The reading as a button carries it: its filter whole, since half a filter is another question; its text only as a reminder. */
export const readingForButton = (reading: Reading): Reading => ({
  ...reading,
  text: reading.text.slice(0, longestText),
});
