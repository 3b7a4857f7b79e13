import type { Besluit } from '../besluiten/types.ts';
import type { CivilDate } from '../kalender/civil-date.ts';
import { durationInWords } from '../kalender/duration.ts';
import { formatDay } from '../kalender/format.ts';
import { isTeLaat } from '../register/meanings.ts';
import { uitersteOpzegdatum } from '../register/notice-day.ts';
import type { Afspraak, Organisatie, RegisterView, Verband } from '../register/types.ts';
import type { Language } from '../taal/language.ts';
import { sentencesIn } from '../taal/language.ts';
import type { AnswerTexts } from './answer-sentences.ts';
import { answerTexts } from './answer-texts.ts';
import type { AfspraakView } from './answer-types.ts';
import type { Periode } from './reading.ts';

/** An afspraak, verband or besluit in words: the lines of an answer. No Markdown; foreign text stays on one line. */

/** Looks up everything an afspraak points at. Undefined when its verband is not in the register (it always is after an import). */
export function viewAfspraak(afspraak: Afspraak, view: RegisterView, today: CivilDate): AfspraakView | undefined {
  const verband = view.verband(afspraak.verband);
  if (verband === undefined) return undefined;
  const partijen = afspraak.partijen.flatMap((id): Organisatie[] => {
    const organisatie = view.organisatie(id);
    return organisatie === undefined ? [] : [organisatie];
  });
  const last = uitersteOpzegdatum(afspraak);
  return {
    afspraak,
    verband,
    partijen,
    teLaat: isTeLaat(afspraak, today),
    ...(last === undefined ? {} : { uitersteOpzegdatum: last }),
    ...(last !== undefined && last < today && { opzeggenVoorbij: true }),
  };
}

/** The name people use: of the body when there is one. */
export const verbandName = (verband: Verband): string => verband.orgaan ?? verband.naam;

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** `De Boer (de.boer@voorbeeld.example)`: to ask somebody, a name and a way to reach them. */
export const ownerWithAddress = ({ naam, email }: NonNullable<Afspraak['eigenaar']>): string =>
  oneLine(email === undefined ? naam : `${naam} (${email})`);

/** One afspraak on one line: code, titel, verband, status, dates, eigenaar; asked for it, the last day to give notice as well. */
export function afspraakLine(item: AfspraakView, language: Language, asked?: Periode['veld']): string {
  const texts = sentencesIn(answerTexts, language);
  const { afspraak, verband, teLaat } = item;
  const dates = (['einddatum', 'herijking', 'rapportagedatum'] as const).flatMap((field) => {
    const day = afspraak[field];
    return day === undefined ? [] : [texts.short[field](formatDay(day, language))];
  });
  const parts = [
    `${afspraak._id} ${oneLine(afspraak.titel)}`,
    verbandName(verband),
    teLaat ? `${afspraak.status}, ${texts.late}` : afspraak.status,
    ...dates,
    ...(asked === 'opzegdatum' && item.uitersteOpzegdatum !== undefined
      ? [noticeText(item.uitersteOpzegdatum, item, language)]
      : []),
    ...(afspraak.eigenaar === undefined ? [] : [texts.short.eigenaar(oneLine(afspraak.eigenaar.naam))]),
  ];
  return parts.join(' · ');
}

type Labelled = readonly [label: string, value: string | undefined];

const lines = (rows: readonly Labelled[]): readonly string[] =>
  rows.flatMap(([label, value]) => (value === undefined || value === '' ? [] : [`${label}: ${value}`]));

/** The value of one field in words; undefined when it is not on record. `looptijd` is from ingangsdatum to einddatum. */
export function fieldValue(item: AfspraakView, veld: string, language: Language): string | undefined {
  const texts = sentencesIn(answerTexts, language);
  const { afspraak } = item;
  const day = (value: CivilDate | undefined): string | undefined => value && formatDay(value, language);
  const rhythm = (value: string | undefined, ritme: string | undefined): string | undefined =>
    value === undefined ? ritme : ritme === undefined ? value : `${value} (${ritme})`;
  switch (veld) {
    case 'ingangsdatum':
      return day(afspraak.ingangsdatum);
    case 'einddatum':
      return day(afspraak.einddatum);
    case 'herijking':
      return rhythm(day(afspraak.herijking), afspraak.ritme);
    case 'rapportagedatum':
      return rhythm(day(afspraak.rapportagedatum), afspraak.rapportageritme);
    case 'rapportageritme':
      return afspraak.rapportageritme;
    case 'ritme':
      return afspraak.ritme;
    case 'rapportageAan':
      return afspraak.rapportageAan.join(', ') || undefined;
    case 'opzegtermijn':
      return noticeValue(item, language);
    case 'looptijd':
      return termValue(item, texts, day);
    case 'stilzwijgend':
      return afspraak.stilzwijgend === undefined ? undefined : afspraak.stilzwijgend ? texts.yes : texts.no;
    case 'eigenaar':
      return afspraak.eigenaar && ownerWithAddress(afspraak.eigenaar);
    case 'plaatsvervanger':
      return afspraak.plaatsvervanger && ownerWithAddress(afspraak.plaatsvervanger);
    case 'status':
      return item.teLaat ? `${afspraak.status}, ${texts.late}` : afspraak.status;
    case 'partijen':
      return item.partijen.map(({ naam }) => naam).join(', ');
    case 'document':
    case 'vertrouwelijkheid':
    case 'soort':
    case 'titel':
      return afspraak[veld];
    default:
      return undefined;
  }
}

function noticeText(last: CivilDate, { opzeggenVoorbij }: AfspraakView, language: Language): string {
  const texts = sentencesIn(answerTexts, language);
  const day = formatDay(last, language);
  return opzeggenVoorbij === true ? texts.noticeEnded(day) : texts.giveNoticeBy(day);
}

function noticeValue(item: AfspraakView, language: Language): string | undefined {
  const { opzegtermijn } = item.afspraak;
  if (opzegtermijn === undefined) return undefined;
  const length = durationInWords(opzegtermijn, language) ?? opzegtermijn;
  const last = item.uitersteOpzegdatum;
  return last === undefined ? length : `${length} (${noticeText(last, item, language)})`;
}

function termValue(
  { afspraak }: AfspraakView,
  texts: AnswerTexts,
  day: (value: CivilDate | undefined) => string | undefined,
): string | undefined {
  const from = day(afspraak.ingangsdatum);
  const until = day(afspraak.einddatum);
  const parts = [
    ...(from === undefined ? [] : [texts.from(from)]),
    ...(until === undefined ? [] : [texts.until(until)]),
  ];
  return parts.join(' ') || undefined;
}

/** One afspraak whole, a line for each field that is on record. */
export function afspraakBlock(item: AfspraakView, besluiten: readonly Besluit[], language: Language): string {
  const { labels } = sentencesIn(answerTexts, language);
  const value = (veld: string): string | undefined => fieldValue(item, veld, language);
  const rows = lines([
    [labels.verband, verbandName(item.verband)],
    [labels.partijen, value('partijen')],
    [labels.soort, value('soort')],
    [labels.status, value('status')],
    [labels.ingangsdatum, value('ingangsdatum')],
    [labels.einddatum, value('einddatum')],
    [labels.opzegtermijn, value('opzegtermijn')],
    [labels.stilzwijgend, value('stilzwijgend')],
    [labels.herijking, value('herijking')],
    [labels.rapportagedatum, value('rapportagedatum')],
    [labels.rapportageAan, value('rapportageAan')],
    [labels.eigenaar, value('eigenaar')],
    [labels.plaatsvervanger, value('plaatsvervanger')],
    [labels.vertrouwelijkheid, value('vertrouwelijkheid')],
    [labels.document, value('document')],
    [labels.besluiten, besluiten.map(({ identificatie }) => identificatie).join(', ')],
  ]);
  const { tekst } = item.afspraak;
  return [
    `${item.afspraak._id} ${oneLine(item.afspraak.titel)}`,
    ...rows,
    ...(tekst === undefined ? [] : [oneLine(tekst)]),
  ].join('\n');
}

/** One besluit on one line: number, onderwerp, body, day. */
export function besluitLine(besluit: Besluit, language: Language): string {
  const texts = sentencesIn(answerTexts, language);
  const parts = [
    `${besluit.identificatie} ${oneLine(besluit.onderwerp)}`,
    besluit.bestuursorgaan,
    formatDay(besluit.datum, language),
    ...(besluit.vervaldatum === undefined ? [] : [texts.withdrawn(formatDay(besluit.vervaldatum, language))]),
    ...(besluit.afspraken.length === 0 ? [] : [besluit.afspraken.join(', ')]),
  ];
  return parts.join(' · ');
}

/** Written out in full before the rest is given by code alone. */
export const fullLines = 20;
/** Codes after that; with them the text stays readable and well under a message's limit. */
const codesListed = 400;

/** Codes of a list that an answer in words names. */
export const namedAtMost = fullLines + codesListed;

/**
 * A list with a line for each of the first, and the codes of the others.
 *
 * @param codes of all of the list, or as many as {@link namedAtMost}
 * @param total how many there are in the list
 */
export function listText(
  heading: string,
  rows: readonly string[],
  codes: readonly string[],
  total: number,
  texts: AnswerTexts,
): string {
  const rest = total - fullLines;
  const named = codes.slice(fullLines, namedAtMost).join(', ');
  const more = rest <= 0 ? [] : [`${texts.more(rest)} ${named}${rest > codesListed ? ' …' : ''}`];
  return [heading, ...rows.slice(0, fullLines), ...more].join('\n');
}
