import type { Sentences } from './language.ts';

/** How the source of a term is named under its explanation; a source comes with its article: "de Wet …". */
export const bronTexts: Sentences<{
  /** The source says exactly this. */
  certain(bron: string, artikel: string | undefined): string;
  /** The substance is known, the place in the source is not: no article is named. */
  roughly(bron: string): string;
  practice: string;
}> = {
  nl: {
    certain: (bron, artikel) => (artikel === undefined ? `Volgens ${bron}.` : `Volgens ${bron}, artikel ${artikel}.`),
    roughly: (bron) => `Volgens ${bron}. Kijk daar voor de precieze regel.`,
    practice: 'Zo gebruiken gemeenten dit woord in de praktijk.',
  },
  en: {
    certain: (bron, artikel) =>
      artikel === undefined ? `According to ${bron}.` : `According to ${bron}, article ${artikel}.`,
    roughly: (bron) => `According to ${bron}. Look there for the exact rule.`,
    practice: 'This is how municipalities use the word in practice.',
  },
};
