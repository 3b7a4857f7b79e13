import type { Sentences } from '../taal/language.ts';

/** One and more of each unit: "1 maand", "6 maanden". */
export interface DurationWords {
  readonly year: readonly [string, string];
  readonly month: readonly [string, string];
  readonly week: readonly [string, string];
  readonly day: readonly [string, string];
  readonly and: string;
}

export const durationWords: Sentences<DurationWords> = {
  nl: {
    year: ['jaar', 'jaar'],
    month: ['maand', 'maanden'],
    week: ['week', 'weken'],
    day: ['dag', 'dagen'],
    and: 'en',
  },
  en: {
    year: ['year', 'years'],
    month: ['month', 'months'],
    week: ['week', 'weeks'],
    day: ['day', 'days'],
    and: 'and',
  },
  fy: {
    year: ['jier', 'jier'],
    month: ['moanne', 'moannen'],
    week: ['wike', 'wiken'],
    day: ['dei', 'dagen'],
    and: 'en',
  },
};
