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
import { hasSharedRegister, loadSharedRegister } from '../services/vragen/register-from-csv.ts';
import { everyQuestion, today } from '../services/vragen/score.ts';
import type { PartOptions } from './part-options.ts';
import { atMost, number, type Row } from './rows.ts';
import { median, percentile, timed } from './statistics.ts';

/** Reading and answering without Teams around it: how long a person's question keeps the process busy. */

const many = 5_000;
const timeZone = 'Europe/Amsterdam';

/** Every text of the reference questions and of our own. */
function allQuestions(): readonly string[] {
  return [...new Set(everyQuestion().map(({ text }) => text))];
}

export async function measureQuestions(options: PartOptions): Promise<readonly Row[]> {
  const questions = allQuestions();
  const { ask, store } = await openAsking(join(options.folder, 'many'), registerOf(many));
  const rounds = options.quick ? 2 : 8;
  for (const question of questions) await ask(question);
  const perQuestion = questions.map((question) => ({ question, durations: [] as number[] }));
  const from = process.cpuUsage();
  for (let round = 0; round < rounds; round += 1)
    for (const { question, durations } of perQuestion) durations.push(await timed(() => ask(question)));
  const { user, system } = process.cpuUsage(from);
  await store.close();
  const all = perQuestion.flatMap(({ durations }) => durations);
  const slowest = perQuestion
    .map(({ question, durations }) => ({ question, ms: median(durations) }))
    .sort((one, other) => other.ms - one.ms)[0];
  const p99 = percentile(all, 0.99);
  const subject = `Lezen en beantwoorden, ${number(many)} afspraken, ${number(questions.length)} soorten vragen`;
  return [
    { subject, measure: 'p50 per vraag, ms', value: number(percentile(all, 0.5)) },
    { subject, measure: 'p99 per vraag, ms', value: number(p99), bar: atMost(10, p99) },
    { subject, measure: 'rekentijd per vraag, ms', value: number((user + system) / 1000 / all.length) },
    { subject, measure: `de traagste ("${slowest?.question}"), mediaan, ms`, value: number(slowest?.ms) },
    ...(await measureGrowth(options, questions)),
  ];
}

/** Questions of one kind each, those that grow most among them: what they cost should hardly follow the register. */
const watched = [
  'toon AFS-2024-010',
  'van wie is AFS-2023-005',
  'welke dvo van Proefverband 7 verloopt in maart 2027',
  'afspraken van De Boer met Proefplaats 12 die in mei 2027 aflopen',
  'hoeveel afspraken zijn te laat?',
  'waar lopen we achter?',
  'wie is de eigenaar van alle afspraken?',
  'welke afspraken hebben geen document?',
  'heb je de link naar het document van alle contracten?',
  "welke dvo's eindigen er in 2027?",
  "toon sla's zonder eigenaar",
  'welke overeenkomsten moeten we voor 1 oktober 2027 opzeggen',
  'wat gaat er voor de zomer nog naar de raad?',
  'afspraken met waterschappen over jeugdhulp',
  'welke verbanden hebben geen informatiebeleidsplan?',
  'wat is de eerstvolgende herijking?',
];

async function measureGrowth({ quick, folder }: PartOptions, questions: readonly string[]): Promise<readonly Row[]> {
  const few = await openAsking(join(folder, 'few'), makeRegister(1_000));
  const most = await openAsking(join(folder, 'most'), makeRegister(100_000));
  const subject = 'Een vraag bij 1.000 en bij 100.000 afspraken, kleinste van een rij metingen';
  const rows: Row[] = [];
  for (const question of watched) {
    const { small, large, ratio } = await growthOf(question, few, most, quick ? 20 : 60);
    const value = `${number(small)} en ${number(large)}: ${number(ratio)} keer`;
    rows.push({ subject, measure: `"${question}", ms`, value, bar: atMost(2, ratio) });
  }
  const sums = { small: 0, large: 0, over: 0 };
  for (const question of questions) {
    const { small, large, ratio } = await growthOf(question, few, most, quick ? 2 : 6);
    sums.small += small;
    sums.large += large;
    sums.over += ratio > 2 ? 1 : 0;
  }
  const ratio = sums.large / sums.small;
  rows.push(
    { subject, measure: 'alle soorten vragen samen', value: `${number(ratio)} keer`, bar: atMost(2, ratio) },
    { subject, measure: 'soorten vragen die meer dan twee keer groeien', value: number(sums.over) },
  );
  await Promise.all([few.store.close(), most.store.close()]);
  return rows;
}

/** The least of many durations is what the work itself costs: everything else a machine does only adds to it. */
async function growthOf(question: string, few: Asking, most: Asking, rounds: number) {
  let [small, large] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < rounds * 2; round += 1) {
    // Back and forth: who comes second finds the words of the question warm.
    if (round % 2 === 0) small = Math.min(small, await timed(() => few.ask(question)));
    large = Math.min(large, await timed(() => most.ask(question)));
    if (round % 2 === 1) small = Math.min(small, await timed(() => few.ask(question)));
  }
  return { small, large, ratio: large / small };
}

/** The real verbanden with invented afspraken between their deelnemers; without the shared data everything is invented. */
function registerOf(count: number): InventedRegister {
  if (!hasSharedRegister()) return makeRegister(count);
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
