/** The languages people may use. Frisian is read everywhere; a room without Frisian sentences answers in Dutch. */
export type Language = 'nl' | 'en' | 'fy';

export const languages: readonly Language[] = ['nl', 'en', 'fy'];

/** Sentences of one subject, in every language that has them whole. Never half: a subject is translated or it is not. */
export interface Sentences<T> {
  readonly nl: T;
  readonly en: T;
  readonly fy?: T;
}

/** The sentences of a subject in this language; Dutch where it has not been translated. */
export const sentencesIn = <T>(subject: Sentences<T>, language: Language): T => subject[language] ?? subject.nl;
