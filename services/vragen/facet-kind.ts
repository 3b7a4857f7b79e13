import { isExcluded } from './exclusion.ts';
import { filterOf, oneOrMore } from './facet-names.ts';
import { isSearchedFor } from './facet-text.ts';
import { dateFieldOf } from './facet-time.ts';
import { placeNamed, pointsToLast } from './rank.ts';
import type { QuestionFilter } from './reading.ts';
import { firstOf, has, markOf, type Sentence, valuesOf, type WordMark } from './sentence.ts';
import type { Signs } from './signs.ts';

/** From words to the filter keys that say what kind of thing is meant: type, stuk, stap, veld, ontbreekt and the like. Pure. */

const joining = new Set(['en', 'of', 'and', 'or', 'of', 'de', 'het', 'een', 'the', 'in', 'it', 'alle', 'ook']);

/** Soorten and stukken in order; of two in one place the stuk, which is narrower ("managementrapportage" is a marap). */
function kindMarks(sentence: Sentence): readonly WordMark[] {
  const others = sentence.words.filter(
    (mark) => mark.group === 'veld' || (mark.group === 'status' && mark.to - mark.from > 1),
  );
  const isOther = (mark: WordMark): boolean => others.some((other) => other.from <= mark.from && mark.to <= other.to);
  const marks = sentence.words
    .filter((mark) => (mark.group === 'soort' || mark.group === 'stuk') && !isOther(mark))
    .filter(({ from }) => !isSearchedFor(sentence, from))
    .filter((mark) => !isDateOfAny(sentence, mark));
  const narrowest = marks.filter(
    (mark) =>
      mark.group === 'stuk' ||
      !marks.some((other) => other.group === 'stuk' && other.from <= mark.from && mark.from < other.to),
  );
  return narrowest.sort((one, other) => one.from - other.from);
}

/** In "afspraken met herijking voor 1 januari" and "met een evaluatie in mei" the word names the date that is asked, of afspraken of any kind. */
function isDateOfAny({ words, tokens, dates }: Sentence, { value, from, to }: WordMark): boolean {
  if (value !== 'herijking' && value !== 'evaluatie') return false;
  const article = ['een', 'a', 'an', 'in'].includes(tokens[from - 1]?.norm ?? '') ? 1 : 0;
  const before = from - article;
  return (
    ['met', 'with', 'mei'].includes(tokens[before - 1]?.norm ?? '') &&
    words.some((mark) => mark.group === 'teken' && mark.value === 'afspraak' && mark.to === before - 1) &&
    dates.some((mark) => mark.from >= to)
  );
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
    // English "of" joins nothing: "the review of the SLA".
    const joins = between.every(({ norm }) => joining.has(norm) && !(norm === 'of' && sentence.lang === 'en'));
    if (end !== undefined && mark.from >= end && !joins) break;
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
  const verb = ['ontbreekt', 'ontbreken', 'missing', 'leeg', 'untbrekt', 'onbekend', 'niet', 'kwijt'].includes(
    sentence.tokens[without.from]?.norm ?? '',
  );
  const ordered = (verb ? [...before.reverse(), ...after] : after).sort(
    (one, other) => Number(other.group === 'veld') - Number(one.group === 'veld'),
  );
  return ordered[0];
}

export function missingFacet(sentence: Sentence, signs: Signs): QuestionFilter {
  const wanted = isAskedOfAll(sentence, signs) ? kindsOf(sentence)[0] : undefined;
  if (wanted !== undefined) return { ontbreekt: wanted };
  const never = signs.has('verband') ? 'evaluatie' : 'herijking';
  return filterOf({
    ontbreekt: missingMark(sentence)?.value ?? (isNeverReviewed(sentence, signs) ? never : undefined),
  });
}

/** "Hebben alle samenwerkingen een exitregeling?" asks for those without. */
const isAskedOfAll = ({ tokens }: Sentence, signs: Signs): boolean =>
  signs.has('verband') &&
  ['hebben', 'heeft', 'has', 'have', 'do', 'does', 'hawwe', 'hat'].includes(tokens[0]?.norm ?? '') &&
  tokens
    .slice(1, 3)
    .some(({ norm }) => ['alle', 'elke', 'iedere', 'elk', 'ieder', 'all', 'every', 'each'].includes(norm));

const reviewed = new Set(['geevalueerd', 'herijkt', 'herzien', 'evaluated', 'reviewed', 'evaluearre']);

/** "Afspraken die nooit geëvalueerd zijn" have no day for it either. */
const isNeverReviewed = ({ tokens }: Sentence, signs: Signs): boolean =>
  tokens.some(
    ({ norm }, at) =>
      reviewed.has(norm) &&
      tokens
        .slice(Math.max(0, at - 2), at)
        .some((token) =>
          ['nooit', 'never', 'nea', ...(signs.has('verband') ? ['niet', 'not', 'net'] : [])].includes(token.norm),
        ),
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

/** "Positief is met kanttekeningen": the narrower. */
const viewOf = (sentence: Sentence): string | undefined =>
  valuesOf(sentence, 'standpunt').find((value) => value === 'positief-met-kanttekeningen') ??
  firstOf(sentence, 'standpunt')?.value;

export const standpuntFacet = (sentence: Sentence): QuestionFilter => filterOf({ standpunt: viewOf(sentence) });

/** "Wie heeft nog geen zienswijze ingediend" asks for what is missing, not for those who decided to give none. */
const saysNotYet = ({ tokens }: Sentence): boolean =>
  tokens.some(
    ({ norm }, at) =>
      (norm === 'niet' && tokens[at - 1]?.norm === 'nog') || (norm === 'yet' && tokens[at - 1]?.norm === 'not'),
  );

export function viewFacet(sentence: Sentence, signs: Signs): QuestionFilter {
  const view = viewOf(sentence);
  const missing =
    (view === 'geen_zienswijze' && (signs.has('nog') || signs.has('indienen'))) ||
    (view === undefined && signs.has('nog') && ((signs.has('moet') && signs.has('indienen')) || saysNotYet(sentence)));
  return missing ? { ontbreekt: 'zienswijze' } : filterOf({ standpunt: view });
}

const kindsOfVerband: ReadonlyMap<string, string> = new Map([
  ['omgevingsdiensten', 'omgevingsdienst'],
  ['veiligheidsregios', 'veiligheidsregio'],
  ['ggden', 'GGD'],
  ['recreatieschappen', 'recreatieschap'],
  ['werkvoorzieningsschappen', 'werkvoorziening'],
  ['belastingkantoren', 'belasting'],
]);

/** "Welke omgevingsdiensten zijn er?": those with that word in their name. */
export const verbandKindFacet = ({ tokens }: Sentence): QuestionFilter =>
  filterOf({ zoekterm: tokens.map(({ norm }) => kindsOfVerband.get(norm)).find((term) => term !== undefined) });

/** "Welke besluiten zijn nog niet gepubliceerd?" */
export const unpublishedFacet = (sentence: Sentence, signs: Signs): QuestionFilter => {
  const denied = sentence.tokens.some((token) => ['niet', 'not', 'net', 'geen', 'zonder'].includes(token.norm));
  return signs.has('gepubliceerd') && denied ? { ontbreekt: 'publicatiedatum' } : {};
};

const recipientWords = new Set(['voor', 'richting', 'for', 'foar']);

/** The orgaan that has something lying with it ("bij het MT"); not the one that it is made for ("een overzicht voor de raad"). */
export function orgaanFacet(sentence: Sentence): QuestionFilter {
  const { words, tokens } = sentence;
  // "Toezeggingen aan de raad" are the raad's; "stuur aan de raad" is not.
  const isSent = ['stuur', 'maak', 'toon'].some((sign) => has(sentence, 'teken', sign));
  const given = ({ from }: WordMark): boolean =>
    [tokens[from - 1]?.norm ?? '', tokens[from - 2]?.norm ?? ''].some(
      (norm) => recipientWords.has(norm) || (isSent && norm === 'aan'),
    );
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
  const place = placeNamed(sentence);
  if (place !== undefined) return { rangnummer: place };
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
