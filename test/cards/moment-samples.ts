import type { LadderMoment } from '../../services/herinneringen/ladder-moments.ts';
import type { OutboxOccurrence } from '../../services/herinneringen/outbox.ts';

/** A planned reminder of a review on 1 March 2027. */
export const momentOf = (over: Partial<OutboxOccurrence>, more: Partial<LadderMoment> = {}): LadderMoment => ({
  occurrence: {
    _id: 'AFS-2026-012/herijking/2027-03-01/-14/k1',
    version: 1,
    code: 'AFS-2026-012',
    verband: 'v30019255',
    kind: 'herijking',
    anchor: '2027-03-01',
    step: -14,
    at: Date.UTC(2027, 1, 22, 8),
    due: Date.UTC(2027, 1, 22, 8),
    kanaal: 'k1',
    state: 'planned',
    attempts: 0,
    reactions: [],
    ...over,
  },
  comes: true,
  ...more,
});
