import { isExcluded } from './exclusion.ts';
import { filterOf, oneOrMore } from './facet-names.ts';
import { dateFieldOf, runsOut, runsUntil } from './facet-time.ts';
import { pointsToLast } from './rank.ts';
import type { QuestionFilter } from './reading.ts';
import { firstOf, has, markOf, type Sentence, valuesOf, type WordMark } from './sentence.ts';
import type { Signs } from './signs.ts';

/** From words to the filter keys that say what kind of thing is meant: type, stuk, stap, status, veld, ontbreekt and the like. Pure. */

const joining = new Set(['en', 'of', 'and', 'or', 'of', 'de', 'het', 'een', 'the', 'in', 'it', 'alle', 'ook']);

/** Soorten and stukken in order; of two in one place the stuk, which is narrower ("managementrapportage" is a marap). */
function kindMarks(sentence: Sentence): readonly WordMark[] {
  const others = sentence.words.filter(
    (mark) => mark.group === 'veld' || (mark.group === 'status' && mark.to - mark.from > 1),
  );
  const isOther = (mark: WordMark): boolean => others.some((other) => other.from <= mark.from && mark.to <= other.to);
  const marks = sentence.words.filter((mark) => (mark.group === 'soort' || mark.group === 'stuk') && !isOther(mark));
  const narrowest = marks.filter(
    (mark) =>
      mark.group === 'stuk' ||
      !marks.some((other) => other.group === 'stuk' && other.from <= mark.from && mark.from < other.to),
  );
  return narrowest.sort((one, other) => one.from - other.from);
}

/**
 * The kinds meant: the first, and those joined to it ("contracten en dvo's"). A later one belongs to another part of the sentence:
 * "de evaluatie van de DVO" is an evaluatie. A field that is asked or missing is no kind.
 */
function kindsOf(sentence: Sentence): readonly string[] {
  const missing = missingMark(sentence);
  const marks = kindMarks(sentence).filter((mark) => mark !== missing && !isExcluded(sentence, mark.from));
  const kinds: string[] = [];
  let end: number | undefined;
  for (const mark of marks) {
    const between = end === undefined ? [] : sentence.tokens.slice(end, mark.from);
    if (end !== undefined && mark.from >= end && !between.every((token) => joining.has(token.norm))) break;
    if (
      end !== undefined &&
      mark.from >= end &&
      between.length === 0 &&
      sentence.tokens[mark.from]?.afterBreak !== true
    )
      break;
    kinds.push(mark.value);
    end = mark.to;
  }
  return [...new Set(kinds)];
}

export const typeFacet = (sentence: Sentence): QuestionFilter => filterOf({ type: oneOrMore(kindsOf(sentence)) });

/** The kind whose herijking is meant: "de herijking van de DVO". */
export function kindOfReviewed(sentence: Sentence): string | undefined {
  const [first, second] = kindMarks(sentence);
  if (first?.value !== 'herijking' || second === undefined) return undefined;
  const between = sentence.tokens.slice(first.to, second.from);
  return between.length <= 2 && ['van', 'of', 'fan'].includes(between[0]?.norm ?? '') ? second.value : undefined;
}

/** A report's kind; "rapportage" alone says nothing in a question about rapportages. */
export const reportTypeFacet = (sentence: Sentence): QuestionFilter =>
  filterOf({ type: oneOrMore(valuesOf(sentence, 'stuk')) });

/** What a letter is about ("RIB over de evaluatie van ONS"); a report is the letter itself. */
export function subjectTypeFacet(sentence: Sentence): QuestionFilter {
  const reports = ['rapportage', 'marap', 'berap', 'jaarverslag'];
  return filterOf({ type: oneOrMore(kindsOf(sentence).filter((type) => !reports.includes(type))) });
}

/** The raad gives its zienswijze on the draft: "zienswijze op de begroting" means the ontwerpbegroting (Wgr 35). */
export function pieceFacet(sentence: Sentence): QuestionFilter {
  const piece = valuesOf(sentence, 'stuk')[0];
  const regeling =
    piece === undefined && (has(sentence, 'vorm', 'wgr') || has(sentence, 'teken', 'verband')) ? 'regeling' : undefined;
  return filterOf({ stuk: piece === 'begroting' ? 'ontwerpbegroting' : (piece ?? regeling) });
}

export function stepFacet(sentence: Sentence, signs: Signs): QuestionFilter {
  if (signs.has('zienswijze')) return { stap: 'zienswijze' };
  const step = valuesOf(sentence, 'stuk')[0];
  const toCouncils = has(sentence, 'orgaan', 'raad');
  return filterOf({ stap: step === 'begroting' && toCouncils ? 'ontwerpbegroting' : step });
}

/** The word that is said to be missing: just after "geen" or "zonder", or just before "ontbreekt". */
function missingMark(sentence: Sentence): WordMark | undefined {
  const without = markOf(sentence, 'teken', 'geen');
  if (without === undefined) return undefined;
  const candidates = sentence.words.filter(
    (mark) => ['veld', 'soort'].includes(mark.group) || (mark.group === 'teken' && mark.value === 'document'),
  );
  const after = candidates.filter((mark) => mark.from >= without.to && mark.from - without.to <= 3);
  const before = candidates.filter((mark) => mark.to <= without.from && without.from - mark.to <= 2);
  const verb = ['ontbreekt', 'ontbreken', 'missing', 'leeg', 'untbrekt'].includes(
    sentence.tokens[without.from]?.norm ?? '',
  );
  const ordered = (verb ? [...before.reverse(), ...after] : after).sort(
    (one, other) => Number(other.group === 'veld') - Number(one.group === 'veld'),
  );
  return ordered[0];
}

export const missingFacet = (sentence: Sentence): QuestionFilter =>
  filterOf({ ontbreekt: missingMark(sentence)?.value ?? (isNeverReviewed(sentence) ? 'herijking' : undefined) });

const reviewed = new Set(['geevalueerd', 'herijkt', 'herzien', 'evaluated', 'reviewed', 'evaluearre']);

/** "Afspraken die nooit geëvalueerd zijn" have no day for it either. */
const isNeverReviewed = ({ tokens }: Sentence): boolean =>
  tokens.some(
    ({ norm }, at) =>
      reviewed.has(norm) &&
      tokens.slice(Math.max(0, at - 2), at).some((token) => ['nooit', 'never', 'nea'].includes(token.norm)),
  );

/** A status named, or asked by a verb ("lopen er"); "alle" and "ooit" lift the default of open ones. */
export function statusFacet(sentence: Sentence, signs: Signs): QuestionFilter {
  const named = statusesNamed(sentence);
  if (signs.has('ooit')) return { status: 'alle' };
  if (named.length > 0) {
    const sharper = named.filter((status) => status !== 'open' && status !== 'lopend');
    return filterOf({ status: oneOrMore(sharper.length > 0 ? sharper : named.slice(0, 1)) });
  }
  const runsOn = signs.has('lopen') && !runsOut(sentence) && !runsUntil(sentence);
  if (runsOn && !signs.has('eindigen')) return { status: 'lopend' };
  if (signs.has('alle') || (signs.has('verlopen') && isPast(sentence))) return { elkeStatus: true };
  return {};
}

const deniers = new Set(['niet', 'nooit', 'not', 'net']);

/** "die nog niet zijn afgerond" are the open ones; "maak een concept" asks for a text, not for afspraken in concept. */
function statusesNamed(sentence: Sentence): readonly string[] {
  const makes = sentence.words.some(
    ({ group, value, from }) =>
      group === 'teken' && value === 'maak' && !isConcept(sentence, from) && sentence.tokens[from + 1]?.norm !== 'van',
  );
  const statuses = sentence.words
    .filter(({ group }) => group === 'status')
    .filter(({ value, from }) => value !== 'concept' || !(makes && isConcept(sentence, from)))
    .filter(({ from }) => !isExcluded(sentence, from))
    // "Lopen de contracten af" holds the verb, not "lopende".
    .filter(({ value, from }) => value !== 'lopend' || !isVerbToRun(sentence, from))
    .filter(({ value, from }) => value !== 'afgerond' || !isDuty(sentence, from))
    .map((mark) => (mark.value === 'afgerond' && isDenied(sentence, mark.from) ? 'open' : mark.value));
  return [...new Set(statuses)];
}

const duties = new Set(['moet', 'moeten', 'must', 'should', 'moat', 'moatte']);
const helpers = new Set(['hebben', 'heb', 'zijn', 'worden', 'have', 'be', 'hawwe', 'wurde']);

/** "Moeten voor maart zijn afgerond": still to be done. */
const isDuty = ({ tokens }: Sentence, at: number): boolean =>
  tokens.slice(0, at + 2).some(({ norm }) => duties.has(norm)) &&
  [tokens[at - 1]?.norm ?? '', tokens[at + 1]?.norm ?? ''].some((norm) => helpers.has(norm) || duties.has(norm));

const isVerbToRun = (sentence: Sentence, at: number): boolean =>
  sentence.words.some(({ group, value, from }) => group === 'teken' && value === 'lopen' && from === at);

const isConcept = ({ tokens }: Sentence, at: number): boolean =>
  ['concept', 'konsept', 'draft'].includes(tokens[at]?.norm ?? '');

/** "niet" stands at most three words before. */
const isDenied = ({ tokens }: Sentence, at: number): boolean =>
  tokens.slice(Math.max(0, at - 3), at).some(({ norm }) => deniers.has(norm));

const isPast = (sentence: Sentence): boolean =>
  sentence.dates.some(({ mention }) =>
    /^(?:de |het )?(?:afgelopen|vorig|past|last|ferline|foarige)/i.test(mention.tekst),
  );

/** The one field asked of an afspraak: named, or by "wanneer" and a verb. */
export function fieldFacet(sentence: Sentence, signs: Signs): QuestionFilter {
  const fields = valuesOf(sentence, 'veld');
  const named = fields.includes('geschiedenis') ? 'geschiedenis' : fields[0];
  // "Hoe vaak wordt het convenant herijkt?" asks for the rhythm of that, not of the reports.
  if (named === 'rapportageritme' && signs.has('herijken') && !signs.has('rapporteren')) return { veld: 'ritme' };
  if (named !== undefined) return { veld: named };
  if (signs.has('wanneer')) return filterOf({ veld: dateFieldOf(sentence, signs) });
  return signs.has('gepubliceerd') ? { veld: 'publicatiedatum' } : {};
}

/** The part asked of a verband; that it is a question about deelnemers can follow from the verb alone. */
export function verbandFieldFacet(sentence: Sentence, signs: Signs): QuestionFilter {
  const named = valuesOf(sentence, 'verbandveld');
  const byRank = [
    'toetredingsdatum',
    'vorm',
    'doel',
    'toezichthouder',
    'ingangsdatum',
    'bestuursorganen',
    'beleidsterreinen',
    'deelnemers',
  ];
  const first = byRank.find((veld) => named.includes(veld));
  if (first !== undefined) return { veld: first };
  if (has(sentence, 'veld', 'ingangsdatum')) return { veld: 'ingangsdatum' };
  if (['AB', 'DB', 'bestuur'].some((orgaan) => has(sentence, 'orgaan', orgaan))) return { veld: 'bestuursorganen' };
  if (signs.has('meedoen') || signs.has('wie')) return { veld: 'deelnemers' };
  if (signs.has('@vorm') && (!has(sentence, 'vorm', 'wgr') || asksForForm(sentence))) return { veld: 'vorm' };
  return {};
}

/** "Is Reestmond een GR?" asks for the form; "wat doet de GR Reestmond" does not. */
const asksForForm = (sentence: Sentence): boolean => {
  const mark = markOf(sentence, 'vorm', 'wgr');
  return mark !== undefined && ['een', 'a', 'an', 'in'].includes(sentence.tokens[mark.from - 1]?.norm ?? '');
};

export const formFacet = (sentence: Sentence): QuestionFilter => {
  const forms = valuesOf(sentence, 'vorm');
  return filterOf({ vorm: forms.find((form) => form !== 'wgr') ?? forms[0] });
};

/** "Wie heeft nog geen zienswijze ingediend" asks for what is missing, not for those who decided to give none. */
export function viewFacet(sentence: Sentence, signs: Signs): QuestionFilter {
  const view = firstOf(sentence, 'standpunt')?.value;
  const missing = view === 'geen_zienswijze' && (signs.has('nog') || signs.has('indienen'));
  return missing ? { ontbreekt: 'zienswijze' } : filterOf({ standpunt: view });
}

/** "Welke besluiten zijn nog niet gepubliceerd?" */
export const unpublishedFacet = (sentence: Sentence, signs: Signs): QuestionFilter => {
  const denied = sentence.tokens.some((token) => ['niet', 'not', 'net', 'geen', 'zonder'].includes(token.norm));
  return signs.has('gepubliceerd') && denied ? { ontbreekt: 'publicatiedatum' } : {};
};

const recipientWords = new Set(['voor', 'aan', 'richting', 'for', 'foar']);

/** The orgaan that has something lying with it ("bij het MT"); not the one that it is made for ("een overzicht voor de raad"). */
export function orgaanFacet({ words, tokens }: Sentence): QuestionFilter {
  const given = ({ from }: WordMark): boolean =>
    [tokens[from - 1]?.norm ?? '', tokens[from - 2]?.norm ?? ''].some((norm) => recipientWords.has(norm));
  return filterOf({ orgaan: words.find((mark) => mark.group === 'orgaan' && !given(mark))?.value });
}

/** The first value of a group, under that key. */
export const firstAs =
  (group: string, key: keyof QuestionFilter) =>
  (sentence: Sentence): QuestionFilter =>
    filterOf({ [key]: firstOf(sentence, group)?.value });

export function nextFacet(sentence: Sentence, signs: Signs): QuestionFilter {
  return signs.has('eerstvolgende') && sentence.dates.every((mark) => mark.mention.kind === 'year')
    ? { eerstvolgende: true }
    : {};
}

/** "Laat nummer 3 zien", "de tweede". */
export function rankFacet(sentence: Sentence): QuestionFilter {
  const mark = markOf(sentence, 'teken', 'nummer');
  const after = mark === undefined ? undefined : sentence.tokens[mark.to]?.norm;
  if (after !== undefined && /^\d{1,3}$/.test(after)) return { rangnummer: Number(after) };
  if (pointsToLast(sentence)) return { rangnummer: -1 };
  const ordinal = firstOf(sentence, 'rang');
  return ordinal === undefined ? {} : { rangnummer: Number(ordinal.value) };
}

export function codeFacet(sentence: Sentence): QuestionFilter {
  const [mark] = sentence.codes;
  return mark === undefined ? {} : { nummer: mark.code };
}

export const topicIdFacet = (sentence: Sentence): QuestionFilter => {
  const topics = sentence.words.filter((mark) => mark.group === 'onderwerp');
  const budgetChange = topics.some((mark) => mark.value === 'begrotingswijziging');
  if (budgetChange && (has(sentence, 'orgaan', 'raad') || has(sentence, 'teken', 'zienswijze')))
    return { onderwerp: 'begrotingswijziging_zienswijze' };
  const first = [...topics].sort((one, other) => one.from - other.from || other.to - one.to)[0];
  return filterOf({ onderwerp: first?.value });
};

export const levelFacet = (sentence: Sentence): QuestionFilter =>
  filterOf({ niveau: firstOf(sentence, 'niveau')?.value ?? firstOf(sentence, 'orgaan')?.value });

export const letterFacet = (sentence: Sentence): QuestionFilter => {
  const brief = firstOf(sentence, 'brief')?.value;
  const forCollege = has(sentence, 'orgaan', 'college');
  return {
    soort: brief !== undefined && brief !== 'rapport' ? brief : forCollege ? 'collegenota' : 'raadsinformatiebrief',
  };
};
