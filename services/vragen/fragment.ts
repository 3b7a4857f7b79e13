import type { Draft } from './follow-up-merge.ts';
import type { Reading } from './reading.ts';
import type { Sentence } from './sentence.ts';
import type { Signs } from './signs.ts';

/** Whether a sentence is only part of a question, which the one before completes: "en voor Assen?", "alleen de contracten". */

/** Signs of a sentence that brings its own question. */
const ownQuestion = [
  'welke',
  'wanneer',
  'wie',
  'hoeveel',
  'waar',
  '^toon',
  'herinner',
  'herinnering',
  'legvast',
  'besluit',
  'zienswijze',
  'exporteer',
  'contact',
  'document',
  'uitleg',
  '^wijzig',
  'draag_over',
  'penc',
  'taken',
  'escaleer',
  '^nieuw',
  '^maak',
  'intrekken',
];

/** Only names, dates, kinds and small words: "Assen?", "in 2027", "de contracten". */
function isBare({ tokens, words, taken }: Sentence): boolean {
  const bareGroups = ['stop', 'soort', 'stuk', 'status', 'orgaan', 'partnersoort', 'vorm'];
  return (
    tokens.length <= 6 &&
    tokens.every(
      (_, at) =>
        taken.has(at) || words.some((mark) => mark.from <= at && at < mark.to && bareGroups.includes(mark.group)),
    )
  );
}

/** Signs of what a question can be narrowed by. */
const narrowing = ['@naam', '@datum', '@soort', '@stuk', '@status', '@orgaan', '@veld', '@verbandveld', '@vorm'];

/** "Hoe zit het met" also asks for an explanation; after another question it goes on with that. */
const goesOn = (signs: Signs, before: Reading['intent']): boolean =>
  signs.has('^en_dan') &&
  ((signs.has('uitleg') && before !== 'uitleg' && narrowing.some((sign) => signs.has(sign))) ||
    (before === 'uitleg' && signs.has('@onderwerp') && signs.has('kort')));

const namesThing = ['afspraak', '@soort', '@stuk', 'vraag', 'besluit', 'verband', '@afspraakcode'];

/**
 * "Sinds wanneer doet Assen mee?" goes on with the verband that was just shown, "die in 2027 aflopen graag" with what was listed.
 */
const leansByItsForm = (signs: Signs, draft: Draft, before: Reading['intent']): boolean =>
  (before === 'verband.tonen' && draft.intent === 'verband.zoeken' && signs.has('@verbandveld')) ||
  (draft.intent === 'afspraak.zoeken' && signs.has('^verwijzing') && !namesThing.some((sign) => signs.has(sign)));

/** @param before the intent of the question before */
export function isFragment(sentence: Sentence, signs: Signs, draft: Draft, before: Reading['intent']): boolean {
  if (goesOn(signs, before)) return true;
  const narrows = signs.has('alleen') && !signs.has('welke') && !signs.has('hoeveel');
  if (narrows || (draft.intent === 'onbekend' && signs.has('alle'))) return true;
  if (signs.has('daarvan') && signs.has('welke')) return true;
  // "Wie doen er mee aan de ODD?" says "er … mee" as well, and leans on nothing.
  const isWhole = ['wie', 'welke', 'hoeveel'].some((sign) => signs.has(sign)) && draft.filter.verband !== undefined;
  // "Zijn er ook contracten bij?", "zit Emmen er ook in?", "inclusief de afgeronde".
  if (signs.has('erbij') && !isWhole && !signs.has('legvast') && sentence.tokens.length <= 8) return true;
  if (signs.has('ooit') && isShort(sentence)) return true;
  // "En met wie nog meer? Ook Emmen?" asks nothing that could be answered by itself.
  const sentAway = draft.intent === 'onbekend' || (draft.intent === 'buiten_scope' && !signs.has('@buiten'));
  if (sentAway && signs.has('en_dan') && narrowing.some((sign) => signs.has(sign))) return true;
  if (signs.has('welke@ze') && !['afspraak', 'verband', 'besluit'].some((sign) => signs.has(sign))) return true;
  if (leansByItsForm(signs, draft, before)) return true;
  if (ownQuestion.some((sign) => signs.has(sign))) return false;
  if (signs.has('^en_dan')) return true;
  if (signs.has('afspraak') || signs.has('verband') || signs.has('vraag')) return false;
  return draft.intent !== 'annuleren' && draft.intent !== 'dank' && draft.intent !== 'help' && isBare(sentence);
}

const isShort = ({ tokens, names }: Sentence): boolean => tokens.length <= 5 && names.length === 0;
