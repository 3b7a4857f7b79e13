import assert from 'node:assert/strict';
import { decode } from '../../cards/action-data.ts';
import { momentCard } from '../../cards/moment-card.ts';
import type { LadderMoment } from '../../services/herinneringen/ladder-moments.ts';
import type { MomentDeed } from '../../services/herinneringen/types.ts';
import { actionsIn } from '../journeys/teams.ts';
import { assertRight } from './card-facts.ts';
import { momentOf } from './moment-samples.ts';
import { afspraak, nasty } from './samples.ts';

const context = { lang: 'nl', today: '2027-02-15', timeZone: 'Europe/Amsterdam' } as const;
const deeds: readonly MomentDeed[] = ['nu', 'gepauzeerd', 'hervat', 'overgeslagen'];
const titlesOf = (moment: LadderMoment) =>
  actionsIn(momentCard({ moment, afspraak: afspraak() }, context)).map(({ title }) => title);

const leftOut = momentOf({ state: 'skipped', reason: 'left-out' }, { comes: false });
const quiet = momentOf({}, { comes: false, quietUntil: Date.UTC(2027, 2, 1, 8) });

describe('the card of a planned reminder', () => {
  it('is right in every state and language, with nasty text', () => {
    const trace = deeds.map((deed) => ({ deed, by: nasty, at: 0, day: '2027-03-01' }));
    const told = [
      momentOf({ state: 'delivered' }, { comes: false }),
      momentOf({ state: 'cancelled' }, { comes: false }),
    ];
    for (const lang of ['nl', 'en', 'fy'] as const)
      for (const moment of [momentOf({ trace }), leftOut, quiet, ...told])
        assertRight(momentCard({ moment, afspraak: afspraak({ titel: nasty }) }, { ...context, lang }));
  });

  it('offers what can be done in its state, and nothing once it was told', () => {
    const all = ['Voorbeeld', 'Nu sturen', 'Verplaatsen', 'Pauzeren', 'Overslaan', 'Toon AFS-2026-012'];
    assert.deepEqual(titlesOf(momentOf({})), all);
    assert.deepEqual(titlesOf(leftOut), ['Voorbeeld', 'Nu sturen', 'Hervatten', 'Toon AFS-2026-012']);
    assert.ok(titlesOf(quiet).includes('Hervatten') && !titlesOf(quiet).includes('Pauzeren'));
    assert.deepEqual(titlesOf(momentOf({ state: 'delivered' }, { comes: false })), ['Toon AFS-2026-012']);
  });

  it('gets a day from its input, and is malformed when it was tampered with', () => {
    const v = 1;
    const moment = 'AFS-2026-012/herijking/2027-03-01/-14/k1';
    assert.deepEqual(decode('moment.pauzeren', { v, moment, dag: '' }), { kind: 'moment.pauzeren', moment });
    assert.deepEqual(decode('moment.verplaatsen', { v, moment, dag: '2027-03-01' }), {
      kind: 'moment.verplaatsen',
      moment,
      dag: '2027-03-01',
    });
    for (const [verb, data] of [
      ['moment.toon', { v }],
      ['moment.toon', { v, moment: 'a b' }],
      ['moment.overslaan', { v, moment: { $ne: '' } }],
      ['moment.verplaatsen', { v, moment, dag: '2027-02-30' }],
      ['moment.nu', { v, moment }],
      ['moment.nu', { v, moment, stamp: '1' }],
    ] as const)
      assert.deepEqual(decode(verb, data), { kind: 'malformed' }, `${verb} ${JSON.stringify(data)}`);
  });
});
