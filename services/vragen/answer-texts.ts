import type { Sentences } from '../taal/language.ts';
import type { AnswerTexts } from './answer-sentences.ts';
import { englishAnswerTexts } from './answer-texts-en.ts';
import { dutchAnswerTexts } from './answer-texts-nl.ts';

/** The sentences of an answer, by language; Frisian is answered in Dutch. */
export const answerTexts: Sentences<AnswerTexts> = { nl: dutchAnswerTexts, en: englishAnswerTexts };
