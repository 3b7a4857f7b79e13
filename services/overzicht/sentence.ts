import type { OverzichtSoort } from '../herinneringen/regel.ts';
import { tokenise, withinOneEdit } from '../vragen/token.ts';

/**
 * Sentences about the overzichten: "zet het weekoverzicht uit", "stop maandlijst", "stuur mij elke week een overzicht". Asked after the
 * commands and before the reader of questions; a sentence with any other word in it is none of these.
 */

export type OverzichtDeed = 'toon' | 'nu' | 'aan' | 'uit';

export interface OverzichtRequest {
  /** `alle`: of this conversation, with what can be done to each. */
  readonly soort: OverzichtSoort | 'alle';
  readonly deed: OverzichtDeed;
  /** "… als de.vries@voorbeeld.example": as whom the register knows the person who asks; as typed. */
  readonly als?: string;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

const weekly = words('weekoverzicht weekoverzichtje weekbericht weekdigest weekoersjoch wykoersjoch');
const monthly = words('maandlijst maandlijstje maandoverzicht moannelist');
const every = words('overzichten overviews oersjoggen');
const week = words('week weken wekelijks wekelijkse weekly wykliks wyklikse wike');
const month = words('maand maandelijks maandelijkse monthly month moanne moanlikse');
const overview = words('overzicht overzichtje digest overview summary samenvatting oersjoch');
const list = words('lijst lijstje list');
const mine = words('mijn mn eigen persoonlijk persoonlijke my own personal myn persoanlik');
const toMe = words('mij me my');
const off = words('uit uitzetten stop stoppen stopzetten afzetten off disable beeindig ut');
const on = words('aan aanzetten start hervat hervatten weer on enable resume oan');
const now = words('nu meteen direct now daliks');
const show = words('laat zien toon tonen show bekijk voorbeeld preview geef lit sjen');
const send = words('stuur verstuur verzend send mail stjoer krijg ontvang');
const missing = words('ontbreekt ontbreken mist missing untbrekt');
const never = words('geen niet niks no not gjin');
const filling = words(
  `het de een dit deze zet zetten maak elke iedere elk ieder voor van in kanaal hier ik wil graag please alsjeblieft aub the a this turn switch
   set every each for of to channel want een svp wat er what is there meer langer more anymore nog eens even maar kun kan je you can it ús ons us
   en yn elts eltse graach asjeblyft`,
);
const known = [
  weekly,
  monthly,
  every,
  week,
  month,
  overview,
  list,
  mine,
  toMe,
  off,
  on,
  now,
  show,
  send,
  missing,
  never,
  filling,
];

/** The names themselves may be mistyped by one letter; the other words are short, or one letter from each other. */
const isIn = (set: ReadonlySet<string>, norm: string): boolean =>
  set.has(norm) || ((set === weekly || set === monthly) && [...set].some((word) => withinOneEdit(norm, word)));

const longestRead = 200;

/** What a sentence asks about an overzicht; undefined: it is about something else. */
export function readOverzicht(text: string): OverzichtRequest | undefined {
  if (text.length > longestRead) return undefined;
  const { said, als } = splitName(text);
  const norms = tokenise(said).map(({ norm }) => norm);
  if (norms.length === 0 || !norms.every((norm) => known.some((set) => isIn(set, norm)))) return undefined;
  const has = (set: ReadonlySet<string>): boolean => norms.some((norm) => isIn(set, norm));
  const soort = soortIn(has);
  if (soort === undefined) return undefined;
  return { soort, deed: deedIn(has), ...(als !== undefined && { als }) };
}

/** "… als De Vries", "… as De Vries": the name may be any word, so it is taken off first. */
function splitName(text: string): { readonly said: string; readonly als?: string } {
  const [said = '', ...rest] = text.split(/\s(?:als|as)\s/i);
  const als = rest
    .join(' ')
    .trim()
    .replace(/[.!?]+$/, '');
  return als === '' ? { said: text } : { said, als };
}

type Has = (set: ReadonlySet<string>) => boolean;

function soortIn(has: Has): OverzichtRequest['soort'] | undefined {
  if (has(every)) return 'alle';
  const isWeekly = has(weekly) || (has(week) && (has(overview) || has(list)));
  const isMonthly = has(monthly) || (has(month) && (has(overview) || has(list)));
  if (!isMonthly && ((has(mine) && (isWeekly || has(overview))) || (has(toMe) && has(send) && isWeekly)))
    return 'persoonlijk';
  if (isMonthly) return 'maandlijst';
  if (isWeekly) return 'weekoverzicht';
  // "Overzicht uit": which one, they choose themselves.
  if (has(overview) && (has(off) || has(on))) return 'alle';
  // "wat ontbreekt er?" and "lijst van wat ontbreekt".
  return has(missing) ? 'maandlijst' : undefined;
}

function deedIn(has: Has): OverzichtDeed {
  if (has(off) || has(never)) return 'uit';
  if (has(now)) return 'nu';
  if (has(on)) return 'aan';
  if (has(show)) return 'toon';
  return has(send) ? 'aan' : 'toon';
}
