import type { Labels, Noun } from './label-types.ts';
import { labelsEnglish } from './labels-en.ts';
import { labelsDutch } from './labels-nl.ts';
import { type Language, type Sentences, sentencesIn } from './language.ts';

const labels: Sentences<Labels> = { nl: labelsDutch, en: labelsEnglish };

/** All labels in this language; Frisian gets the Dutch ones. */
export const labelsIn = (language: Language): Labels => sentencesIn(labels, language);

const locales: Readonly<Record<Language, string>> = { nl: 'nl-NL', en: 'en-GB', fy: 'nl-NL' };

/** "1 afspraak", "1.234 afspraken". */
export const countNoun = (count: number, noun: Noun, language: Language): string =>
  `${new Intl.NumberFormat(locales[language]).format(count)} ${count === 1 ? noun.one : noun.many}`;
