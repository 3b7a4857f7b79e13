import type { Token } from './token.ts';

/** Words by which a sentence speaks of what has been, or of what is still to come. */

/** Words that make a month without a year the last one: what came in, was decided or ran out lies behind us. Normalised. */
const pastWords: ReadonlySet<string> = new Set(
  `gaf gaven stemden keurden wees besprak bespraken genomen besloten besloot vastgesteld stelde ingestemd stemde goedgekeurd keurde aangenomen verworpen afgewezen verleend ingediend al afgelopen ontvangen geweest was waren gold golden stond stonden luidde luidden kwam kwamen ging gingen liep liepen verliep verliepen eindigde eindigden moest moesten kreeg kregen deed deden werd werden stuurde stuurden begon begonnen nam namen stood had hadden did decided adopted approved agreed rejected passed endorsed took were already
   yet received nommen besletten feststeld hie`.split(/\s+/),
);

const bodies: ReadonlySet<string> = new Set(
  'ab db bestuur college raad stuurgroep mt board council ried kolleezje bestjoer gs ps'.split(' '),
);
const recordWords: ReadonlySet<string> = new Set(
  'vastleggen vast noteer noteren registreer akkoord unaniem stemt stelt keurt log record note fest'.split(' '),
);
const askWords: ReadonlySet<string> = new Set(
  'wanneer herinner herinnering reminder herinneren welke when remind wannear moet must'.split(' '),
);

/** What a body decided, and is written down, has happened: "DB 12 nov akkoord met de kadernota, vastleggen". */
const isRecorded = (tokens: readonly Token[]): boolean =>
  tokens.some(({ norm }) => bodies.has(norm)) &&
  tokens.some(({ norm }) => recordWords.has(norm)) &&
  !tokens.some(({ norm }) => askWords.has(norm));

/** Lie behind us only beside "is", "zijn" or "hebben", and not where something still has to be done. Normalised. */
const participles: ReadonlySet<string> = new Set(
  `verlopen expired ferrun aangegaan gemaakt vervallen opgezegd afgerond getekend ondertekend ingegaan verlengd gewijzigd geevalueerd herijkt gerapporteerd verstuurd
   gestuurd verzonden gestart beeindigd afgesloten gesloten gemeld behandeld besproken ingetrokken gepubliceerd bekendgemaakt terminated
   ended signed started extended amended completed reviewed reported sent`.split(/\s+/),
);

/** "Is verlopen" lies behind us, "verlopen er voor de kerst" ahead. Normalised. */
const auxiliaries: ReadonlySet<string> = new Set(
  'is zijn was waren heeft hebben are were has have binne wie hat hawwe'.split(' '),
);

/** Something that still has to be done: "moet in maart geëvalueerd zijn". Normalised. */
const duties: ReadonlySet<string> = new Set(
  'moet moeten worden wordt moat moatte wurde must be should zullen zal gaan kan kunnen mag mogen'.split(' '),
);

const holds = (tokens: readonly Token[], words: ReadonlySet<string>): boolean =>
  tokens.some(({ norm }) => words.has(norm));

/** Of besluiten people ask the ones that were taken. Normalised. */
const decisions: ReadonlySet<string> = new Set(
  'besluit besluiten beslissing beslissingen decision decisions beslut besluten'.split(' '),
);

/** Whether a sentence is about what has been: then a month without a year is the last one, else the next. */
export const liesBehind = (tokens: readonly Token[]): boolean => {
  if (holds(tokens, pastWords) || isRecorded(tokens)) return true;
  const isDone = holds(tokens, decisions) || (holds(tokens, participles) && holds(tokens, auxiliaries));
  return isDone && !holds(tokens, duties);
};
