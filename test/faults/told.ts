import type { AdaptiveCard } from '../../cards/elements.ts';
import type { OwnText } from '../../cards/own-text.ts';
import type { Occurrence } from '../../services/herinneringen/types.ts';

/** A message that names its occurrences, so that the receiver counts what was told without asking the sender. */
const mark = 'herinneringen:';

/** @param by who sends it, where several do */
export const cardOfOccurrences = (occurrences: readonly Pick<Occurrence, '_id'>[], by = ''): AdaptiveCard => ({
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  type: 'AdaptiveCard',
  version: '1.5',
  lang: 'nl',
  // Never shown to anybody, so nothing in it needs to be made safe.
  fallbackText: (mark + JSON.stringify({ by, ids: occurrences.map(({ _id }) => _id) })) as OwnText,
  body: [],
});

export interface Told {
  readonly by: string;
  readonly ids: readonly string[];
}

export function toldIn(activity: Record<string, unknown>): Told | undefined {
  const { summary } = activity;
  if (typeof summary !== 'string' || !summary.startsWith(mark)) return undefined;
  return JSON.parse(summary.slice(mark.length)) as Told;
}

export const occurrencesIn = (activity: Record<string, unknown>): readonly string[] => toldIn(activity)?.ids ?? [];
