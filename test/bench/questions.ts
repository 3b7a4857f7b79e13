import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { openBesluitenregister } from '../../services/besluiten/besluitenregister.ts';
import { fixedClock } from '../../services/clock.ts';
import { openEmbeddedStore } from '../../services/opslag/embedded.ts';
import type { Collection, Draft, Store, Stored } from '../../services/opslag/store.ts';
import { afspraken, organisaties, verbanden } from '../../services/register/collections.ts';
import { loadRegister } from '../../services/register/register.ts';
import { createEngine } from '../../services/vragen/engine.ts';
import { type InventedRegister, makeAfspraken, makeRegister } from '../fakes/many-afspraken.ts';
import { hasSharedData, loadSharedRegister } from '../services/vragen/register-from-csv.ts';
import { questionsIn, today } from '../services/vragen/score.ts';
import type { PartOptions } from './part-options.ts';
import { atMost, number, type Row } from './rows.ts';
import { median, percentile, timed } from './statistics.ts';

/** Reading and answering without Teams around it: how long a person's question keeps the process busy. */

const many = 5_000;
const timeZone = 'Europe/Amsterdam';

export async function measureQuestions(options: PartOptions): Promise<readonly Row[]> {
  const questions = questionsIn(join(import.meta.dirname, '../services/vragen/questions.jsonl')).map(
    ({ text }) => text,
  );
  const { ask, store } = await openAsking(join(options.folder, 'many'), registerOf(many));
  const rounds = options.quick ? 2 : 8;
  for (const question of questions) await ask(question);
  const durations: number[] = [];
  for (let round = 0; round < rounds; round += 1)
    for (const question of questions) durations.push(await timed(() => ask(question)));
  await store.close();
  const subject = `Lezen en beantwoorden, ${number(many)} afspraken, ${questions.length} soorten vragen`;
  return [
    { subject, measure: 'p50 per vraag, ms', value: number(percentile(durations, 0.5)) },
    { subject, measure: 'p99 per vraag, ms', value: number(percentile(durations, 0.99)) },
    ...(await measureGrowth(options)),
  ];
}

/** Questions whose answer does not grow with the register: what they cost should not either. */
const selective = [
  'toon AFS-2024-010',
  'van wie is AFS-2023-005',
  'welke dvo van Proefverband 7 verloopt in maart 2027',
  'afspraken van De Boer met Proefplaats 12 die in mei 2027 aflopen',
];

async function measureGrowth({ quick, folder }: PartOptions): Promise<readonly Row[]> {
  const few = await openAsking(join(folder, 'few'), makeRegister(1_000));
  const most = await openAsking(join(folder, 'most'), makeRegister(100_000));
  const rounds = quick ? 30 : 150;
  const subject = 'Een gerichte vraag bij 1.000 en bij 100.000 afspraken';
  const rows: Row[] = [];
  for (const question of selective) {
    const [small, large]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds * 2; round += 1) {
      const [one, other] = [await timed(() => few.ask(question)), await timed(() => most.ask(question))];
      if (round < rounds) continue;
      small.push(one);
      large.push(other);
    }
    const ratio = median(large) / median(small);
    rows.push({
      subject,
      measure: `"${question}", ms`,
      value: `${number(median(small))} en ${number(median(large))}: ${number(ratio)} keer`,
      bar: atMost(2, ratio),
    });
  }
  await Promise.all([few.store.close(), most.store.close()]);
  return rows;
}

/** The real verbanden with invented afspraken between their deelnemers; without the shared data everything is invented. */
function registerOf(count: number): InventedRegister {
  if (!hasSharedData()) return makeRegister(count);
  const { view } = loadSharedRegister();
  const { organisaties, verbanden } = view;
  const real = [...view.afspraken()];
  const codes = new Set(real.map(({ _id }) => _id));
  const invented = makeAfspraken(count)
    .filter(({ _id }) => !codes.has(_id))
    .slice(0, count - real.length)
    .flatMap((afspraak, at) => {
      const verband = verbanden[at % verbanden.length];
      const partijen = verband?.deelnemers.map(({ organisatie }) => organisatie) ?? [];
      return verband === undefined ? [] : [{ ...afspraak, verband: verband._id, partijen }];
    });
  return { organisaties, verbanden, afspraken: [...real, ...invented] };
}

interface Asking {
  readonly ask: (text: string) => Promise<unknown>;
  readonly store: Store;
}

/** The engine as the chat has it, on a store of its own with this register in it. */
async function openAsking(folder: string, content: InventedRegister): Promise<Asking> {
  const store = await openEmbeddedStore(folder);
  await insertAll(store.collection(organisaties), content.organisaties);
  await insertAll(store.collection(verbanden), content.verbanden);
  await insertAll(store.collection(afspraken), content.afspraken);
  const register = await loadRegister(store, { timeZone });
  const clock = fixedClock(Date.parse(`${today}T09:00:00Z`));
  const besluiten = openBesluitenregister({ store, clock, timeZone, random: randomBytes });
  const engine = createEngine({
    register,
    besluiten,
    memory: { recall: async () => undefined, remember: async () => undefined },
  });
  const viewer = { verbanden: 'alle', email: 'de.boer@voorbeeld.example' } as const;
  const asker = { thread: 'bench', viewer, today, now: clock.now(), language: 'nl' } as const;
  return { store, ask: (text) => engine.ask(text, asker) };
}

/** So many at once that they reach the disk together. */
const width = 2_000;

async function insertAll<T extends Stored>(collection: Collection<T>, drafts: readonly Draft<T>[]): Promise<void> {
  for (let from = 0; from < drafts.length; from += width)
    await Promise.all(drafts.slice(from, from + width).map((draft) => collection.insert(draft)));
}
