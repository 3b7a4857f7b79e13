import type { Labels } from './label-types.ts';
import { labelsEnglish } from './labels-en.ts';
import { labelsDutch } from './labels-nl.ts';
import { type Language, type Sentences, sentencesIn } from './language.ts';

const labels: Sentences<Labels> = { nl: labelsDutch, en: labelsEnglish };

/** All labels in this language; Frisian gets the Dutch ones. */
export const labelsIn = (language: Language): Labels => sentencesIn(labels, language);
