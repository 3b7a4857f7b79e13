import { formatDay } from '../kalender/format.ts';
import { soorten } from '../register/types.ts';
import { labelsIn } from '../taal/labels.ts';
import { type Language, sentencesIn } from '../taal/language.ts';
import { joinWords } from '../taal/list.ts';
import { exclusionIgnored } from './exclusion.ts';
import type { Intent, Periode, QuestionFilter, Reading } from './reading.ts';
import { type DescribeTexts, describeTexts } from './texts.ts';

interface Speaking {
  readonly texts: DescribeTexts;
  readonly language: Language;
}

const listOf = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;

const worded = ({ texts }: Speaking, word: string): string => {
  const spaced = word.replaceAll('_', ' ');
  return texts.words[spaced] ?? spaced;
};

const namesTold = 3;

/** Of many readings of a name the first few: the answer itself asks which. */
const someOf = (names: readonly string[], or: string): string =>
  names.length <= namesTold + 1 ? names.join(` ${or} `) : `${names.slice(0, namesTold).join(', ')}, …`;

/** "6 weken", "1 jaar": an ISO 8601 length in one unit. */
function lengthWords({ texts }: Speaking, iso: string, everyOne: boolean): string {
  const match = /^-?P(\d{1,4})([DWMY])$/.exec(iso);
  const unit = match?.[2];
  if (match === null || (unit !== 'D' && unit !== 'W' && unit !== 'M' && unit !== 'Y')) return iso;
  const count = Number(match[1]);
  const [one, many] = texts.units[unit];
  if (count === 1) return everyOne ? one : `1 ${one}`;
  return `${count} ${many}`;
}

function kindWord(speaking: Speaking, kind: string, many: boolean): string {
  const soort = soorten.find((each) => each === kind);
  if (soort === undefined) return worded(speaking, kind);
  const noun = labelsIn(speaking.language).soort[soort];
  return many ? noun.many : noun.one;
}

function periodWords(speaking: Speaking, periode: Periode): string {
  const { texts, language } = speaking;
  const { van, tot, veld, tekst } = periode;
  const say = (day: string): string => formatDay(day, language);
  const field = veld === undefined ? '' : `${texts.dateField[veld]} `;
  if (van === undefined && tot === undefined) return field + texts.somePeriod(tekst ?? '');
  if (van === undefined) return field + texts.until(say(tot ?? ''));
  if (tot === undefined) return field + texts.from(say(van));
  if (van === tot) return field + texts.onDay(say(van));
  if (van.endsWith('-01-01') && tot === `${van.slice(0, 4)}-12-31`) return field + texts.inYear(van.slice(0, 4));
  return field + texts.fromTo(say(van), say(tot));
}

/** Intents whose answer is a list, and so speaks of many. */
const lists: readonly Intent[] = [
  'afspraak.zoeken',
  'afspraak.aantal',
  'exporteren',
  'rapportage.tonen',
  'herinnering.tonen',
];

function headOf(speaking: Speaking, { intent, filter }: Reading): string {
  const { texts } = speaking;
  const kinds = listOf(filter.type).map((kind) => kindWord(speaking, kind, lists.includes(intent)));
  const status = listOf(filter.status)
    .map((each) => texts.statusBefore[each] ?? each)
    .join(` ${texts.or} `);
  const before = texts.before[intent] ?? '';
  const noun = kinds.length > 0 ? joinWords(kinds, speaking.language) : texts.asked[intent];
  const named = kinds.length > 0;
  const asksAround = intent === 'contact.tonen' || intent === 'document.tonen';
  if (!named && status !== '' && asksAround) return `${before} ${status} ${texts.asked['afspraak.zoeken']}`;
  // A change names its status as what the afspraak becomes; one afspraak of no kind has no noun for a status to stand before.
  const silent = intent === 'afspraak.wijzigen' || (!named && intent === 'afspraak.tonen');
  const parts = [named || intent === 'afspraak.aantal' ? before : '', silent ? '' : status, noun];
  return parts.filter((part) => part !== '').join(' ');
}

/** "het college"; a body or person that has no label keeps its own name. */
function bodyWord(language: Language, name: string): string {
  const label = Object.entries(labelsIn(language).bestuursorgaan).find(([key]) => key === name);
  return label?.[1] ?? name;
}

/** Names with their kind of link, in the order of a sentence. */
function namesOf(speaking: Speaking, { intent, filter }: Reading): readonly string[] {
  const { texts, language } = speaking;
  const whole = intent === 'verband.tonen';
  const names = (value: string | readonly string[]): string => joinWords(listOf(value), language);
  return [
    filter.partner === undefined ? '' : texts.partner(names(filter.partner)),
    filter.partnersoort === undefined ? '' : texts.partner(worded(speaking, filter.partnersoort)),
    filter.verband === undefined ? '' : whole ? names(filter.verband) : texts.verband(names(filter.verband)),
    filter.vorm === undefined ? '' : worded(speaking, filter.vorm),
    filter.provincie === undefined ? '' : texts.provincie(filter.provincie),
    filter.orgaan === undefined ? '' : texts.orgaan(bodyWord(language, filter.orgaan)),
    filter.doelgroep === undefined ? '' : texts.doelgroep(bodyWord(language, filter.doelgroep)),
    filter.eigenaar === undefined ? '' : filter.eigenaar === '@ik' ? texts.mine : texts.eigenaar(filter.eigenaar),
    filter.nieuweEigenaar === undefined ? '' : texts.newOwner(filter.nieuweEigenaar),
    filter.zoekterm === undefined ? '' : texts.zoekterm(filter.zoekterm),
  ];
}

function detailsOf(speaking: Speaking, { intent, filter }: Reading): readonly string[] {
  const { texts } = speaking;
  return [
    ...whichOf(speaking, filter),
    ...whenOf(speaking, filter),
    intent === 'afspraak.wijzigen' ? listOf(filter.status).join(', ') : '',
    filter.ontvanger === undefined || filter.ontvanger === '@ik'
      ? ''
      : texts.receiver(bodyWord(speaking.language, filter.ontvanger)),
    filter.ontbreekt === undefined ? '' : texts.missing(worded(speaking, filter.ontbreekt)),
    filter.veld === undefined ? '' : texts.field(worded(speaking, filter.veld)),
    filter.eerstvolgende === true ? texts.next : '',
    filter.elkeStatus === true ? texts.anyStatus : '',
    filter.waarschuwing === exclusionIgnored ? texts.exclusionIgnored : '',
    filter.formaat === undefined ? '' : texts.format(filter.formaat),
    filter.dubbelzinnig === undefined
      ? ''
      : texts.ambiguous(filter.dubbelzinnig.map((names) => someOf(names.split('|'), texts.or)).join(', ')),
  ];
}

/** Which one, or about which piece. */
function whichOf(speaking: Speaking, filter: QuestionFilter): readonly string[] {
  const { texts } = speaking;
  return [
    filter.nummer ?? '',
    filter.rangnummer === undefined ? '' : texts.position(filter.rangnummer),
    filter.stap === undefined && filter.stuk === undefined ? '' : worded(speaking, filter.stap ?? filter.stuk ?? ''),
    filter.jaar === undefined ? '' : texts.ofYear(filter.jaar),
    filter.standpunt === undefined ? '' : (texts.standpunt[filter.standpunt] ?? filter.standpunt),
    filter.onderwerp === undefined ? '' : worded(speaking, filter.onderwerp),
    filter.soort === undefined ? '' : worded(speaking, filter.soort),
  ];
}

/** When, how often, how long. */
function whenOf(speaking: Speaking, filter: QuestionFilter): readonly string[] {
  const { texts, language } = speaking;
  const { periode, datum, peildatum, verschuiving, herhaling, duur, anker } = filter;
  const around = (shift: string): string =>
    texts.aroundAnchor(lengthWords(speaking, shift, false), worded(speaking, anker ?? '?'), shift.startsWith('-'));
  return [
    periode === undefined ? '' : periodWords(speaking, periode),
    datum === undefined ? '' : texts.onDay(formatDay(datum, language)),
    peildatum === undefined ? '' : texts.asOf(formatDay(peildatum, language)),
    verschuiving === undefined ? '' : around(verschuiving),
    herhaling === undefined ? '' : texts.repeating(lengthWords(speaking, herhaling, true)),
    duur === undefined ? '' : texts.length(lengthWords(speaking, duur, false)),
  ];
}

/**
 * How a question was understood, in one short line for the asker: "Begrepen als: lopende contracten met Gemeente Assen, einddatum in
 * 2026." Empty where there is nothing to understand (thanks, help). Plain text that holds words of the asker: show it as text, never as Markdown.
 */
export function describeReading(reading: Reading, language: Language): string {
  const speaking: Speaking = { texts: sentencesIn(describeTexts, language), language };
  if (speaking.texts.asked[reading.intent] === '') return '';
  const head = [headOf(speaking, reading), ...namesOf(speaking, reading)].filter((part) => part !== '').join(' ');
  const line = [head, ...detailsOf(speaking, reading).filter((part) => part !== '')].join(', ');
  const unused = reading.ongebruikt ?? [];
  const note = unused.length === 0 ? '' : ` ${speaking.texts.unused(unused)}`;
  return `${speaking.texts.understoodAs}: ${line}.${note}`;
}
