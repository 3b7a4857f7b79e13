import assert from 'node:assert/strict';
import { reminderCard } from '../../bot/actions/herinneringen.ts';
import type { Occurrence } from '../../services/herinneringen/types.ts';
import { LiveView } from '../../services/register/view.ts';
import { occurrence } from '../cards/samples.ts';

const at = Date.UTC(2027, 1, 15, 8);
const hour = 3_600_000;
const context = { lang: 'nl', today: '2027-02-15', timeZone: 'Europe/Amsterdam' } as const;

const delivered = (code: string, over: Partial<Occurrence> = {}): Occurrence =>
  occurrence({ _id: `${code}/herijking/2027-03-01/-14`, code, at, postedAt: at + 2000, ...over });

const textOf = (...occurrences: readonly Occurrence[]): string =>
  JSON.stringify(reminderCard(occurrences, new LiveView(), context));

describe('a message with reminders', () => {
  const inTime = delivered('AFS-2026-001');
  const wasDown = delivered('AFS-2026-002', { postedAt: at + 30 * hour });
  const boundLate = delivered('AFS-2026-003', { postedAt: at + 30 * hour, reason: 'bound-late' });

  it('says nothing of being late when it was posted on its day', () => {
    for (const text of [textOf(inTime), textOf(inTime, delivered('AFS-2026-004'))])
      assert.doesNotMatch(text, /liep|niet bereikbaar/);
  });

  it('says that Ketenregie was out of reach when it was posted long after its moment', () => {
    assert.match(
      textOf(wasDown),
      /Deze herinnering had je eerder moeten krijgen\. Ketenregie was toen niet bereikbaar/,
    );
    assert.match(textOf(inTime, wasDown), /Een deel had je eerder moeten krijgen/);
  });

  it('says that it was running already when the channel was bound after its moment', () => {
    assert.match(textOf(boundLate), /Deze herinnering liep al toen dit kanaal werd gekoppeld/);
    assert.match(textOf(inTime, boundLate), /Deze herinneringen liepen al/);
    assert.doesNotMatch(textOf(inTime, boundLate), /niet bereikbaar/);
  });
});
