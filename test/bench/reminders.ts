import { join } from 'node:path';
import { eachOf, openOutbox } from '../../services/herinneringen/outbox.ts';
import { createPlanner } from '../../services/herinneringen/planner.ts';
import { instantAt } from '../../services/kalender/civil-date.ts';
import { openKanalen } from '../../services/kanalen/kanalen.ts';
import { openEmbeddedStore } from '../../services/opslag/embedded.ts';
import type { Store } from '../../services/opslag/store.ts';
import { LiveView } from '../../services/register/view.ts';
import { makeRegister } from '../fakes/many-afspraken.ts';
import type { PartOptions } from './part-options.ts';
import { atMost, number, type Row } from './rows.ts';
import { median, timed } from './statistics.ts';

/** Reminders: planning everything at once, and finding the few that are due among many. On the embedded store, synced. */

/**
 * What Node is allowed to keep in this measurement (`--max-old-space-size`): without it, it lets garbage lie as long as the machine
 * has room, and the memory of the process says nothing about what it needs.
 */
export const heapMb = 340;

const timeZone = 'Europe/Amsterdam';
const now = instantAt('2026-11-23', '08:00', timeZone);
const dayMs = 86_400_000;
const megabyte = 1024 * 1024;

export async function measureReminders({ quick, folder }: PartOptions): Promise<readonly Row[]> {
  const subject = 'Herinneringen, ingebouwde opslag';
  const planning = await measurePlanning(join(folder, 'planning'), 100_000);
  const few = await fillOutbox(join(folder, 'few'), 1_000);
  const many = await fillOutbox(join(folder, 'many'), 100_000);
  const [small, large]: [number[], number[]] = [[], []];
  for (let round = 0; round < (quick ? 50 : 300); round += 1) {
    small.push(await timed(() => findDue(few)));
    large.push(await timed(() => findDue(many)));
  }
  await Promise.all([few.close(), many.close()]);
  const ratio = median(large) / median(small);
  return [
    {
      subject,
      measure: '100.000 afspraken in 40 kanalen plannen (8 dagen vooruit), s',
      value: number(planning.seconds),
      bar: atMost(5, planning.seconds, ' s'),
    },
    { subject, measure: 'daarvan opgeslagen herinneringen', value: number(planning.planned) },
    { subject, measure: 'nog eens plannen als er niets veranderd is, ms', value: number(planning.againMs) },
    {
      subject,
      measure: `geheugen van dat proces, met --max-old-space-size=${heapMb}, MB`,
      value: number(planning.memoryMb),
      bar: atMost(400, planning.memoryMb, ' MB'),
    },
    {
      subject,
      measure: 'de 20 vinden die aan de beurt zijn, onder 1.000 en 100.000, ms',
      value: `${number(median(small))} en ${number(median(large))}: ${number(ratio)} keer`,
      bar: atMost(2, ratio),
    },
  ];
}

/** As it comes out of a store: made of nothing that the making of it left in memory. */
const stored = <T>(value: T): T => JSON.parse(JSON.stringify(value));

/** A register of invented content, in memory alone. */
function inventedView(count: number): LiveView {
  const view = new LiveView();
  const { organisaties, verbanden, afspraken } = makeRegister(count);
  for (const organisatie of organisaties) view.putOrganisatie({ ...stored(organisatie), version: 1 });
  for (const verband of verbanden) view.putVerband({ ...stored(verband), version: 1 });
  for (const afspraak of afspraken) view.putAfspraak({ ...stored(afspraak), version: 1 });
  return view;
}

async function measurePlanning(folder: string, count: number) {
  const view = inventedView(count);
  const store = await openEmbeddedStore(folder);
  const kanalen = openKanalen(store);
  const kanaalCount = 40;
  const ids: string[] = [];
  for (let at = 0; at < kanaalCount; at += 1) {
    const kanaal = await kanalen.keepAddress(
      {
        tenantId: 'tenant-een',
        conversationId: `19:kanaal-${at}@thread.tacv2`,
        conversationType: 'channel',
        serviceUrl: 'https://smba.voorbeeld.example/',
        botId: '28:bot',
      },
      { now: now - dayMs },
    );
    ids.push(kanaal._id);
  }
  for (const [at, verband] of view.verbanden.entries())
    await kanalen.bindVerband(ids[at % kanaalCount] ?? '', verband._id, now - dayMs);
  const planner = createPlanner({ store, kanalen, timeZone });
  let planned = 0;
  const seconds =
    (await timed(async () => {
      ({ planned } = await planner.planAll(view, now));
    })) / 1000;
  const againMs = await timed(() => planner.planAll(view, now + 60_000));
  const memoryMb = process.memoryUsage().rss / megabyte;
  await store.close();
  return { planned, seconds, againMs, memoryMb };
}

/** An outbox in which 20 are due and the others come later. */
async function fillOutbox(folder: string, count: number): Promise<Store> {
  const store = await openEmbeddedStore(folder);
  const { occurrences } = openOutbox(store);
  await eachOf(
    Array.from({ length: count }, (_, at) => at),
    1_000,
    async (at) => {
      const due = at < 20 ? now - at : now + dayMs + at * 1_000;
      await occurrences.insert({
        _id: `AFS-2026-${at}/einde/2027-03-01/0/k${at % 40}`,
        code: `AFS-2026-${at}`,
        verband: `v${at % 400}`,
        kind: 'einde',
        anchor: '2027-03-01',
        step: 0,
        at: due,
        due,
        kanaal: `k${at % 40}`,
        state: 'planned',
        attempts: 0,
        reactions: [],
      });
    },
  );
  return store;
}

const findDue = (store: Store) =>
  openOutbox(store).occurrences.find({ state: 'planned', due: { $lte: now } }, { sort: [['due', 1]], limit: 200 });
