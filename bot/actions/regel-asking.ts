import type { CardButton } from '../../cards/action-data.ts';
import type { AdaptiveCard } from '../../cards/elements.ts';
import { noticeCard } from '../../cards/notice-card.ts';
import type { RequestParts } from '../../services/herinneringen/regel-request.ts';
import { sentencesIn } from '../../services/taal/language.ts';
import type { Choice } from '../../services/vragen/answer-types.ts';
import type { Reading } from '../../services/vragen/reading.ts';
import type { Parts, Turn } from '../parts.ts';
import { regelBotTexts } from '../regel-texts.ts';
import { spokenReces } from './reces.ts';

/** What every sentence about own reminders needs: what it is read with, and how it is asked back. */

export const contextOf = (turn: Turn, parts: Parts) => ({
  lang: turn.language,
  today: turn.today,
  timeZone: parts.timeZone,
  personal: turn.inbound.address.conversationType === 'personal',
});

export const requestParts = (turn: Turn, parts: Parts): RequestParts => ({
  view: parts.register.view(),
  names: parts.register.names(),
  viewer: turn.viewer,
  kanaal: turn.kanaal._id,
  timeZone: parts.timeZone,
  now: parts.clock.now(),
  recesOf: turn.recessen.recesOf,
  reces: spokenReces(turn),
});

export const problemCard = (turn: Turn, sentence: string): AdaptiveCard =>
  noticeCard({ kind: 'problem', sentence }, turn.language);

/** Asks back: the same sentence with one thing made clear. A date is told by its label. */
export function chooseCard(turn: Turn, reading: Reading, sentence: string, choices: readonly Choice[]): AdaptiveCard {
  const { velden } = sentencesIn(regelBotTexts, turn.language);
  const next = choices.map((choice) => {
    const button: CardButton = { kind: 'vraag.keuze', reading: { ...reading, ...choice.reading } };
    return { title: velden[choice.label] ?? choice.label, button };
  });
  return noticeCard({ kind: 'note', sentence, next: next.slice(0, 6) }, turn.language);
}
