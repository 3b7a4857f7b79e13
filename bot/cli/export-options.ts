/** What `export --what` takes; apart from export.ts, so that the help does not load the file writers. */
export const exportChoices = ['afspraken', 'besluiten', 'verbanden', 'recessen', 'alles'] as const;
export type ExportChoice = (typeof exportChoices)[number];

export interface ExportOptions {
  readonly what: ExportChoice;
  readonly json?: boolean;
}
