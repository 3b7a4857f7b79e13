import { fixedClock } from '../../services/clock.ts';
import { openEmbeddedStore } from '../../services/opslag/embedded.ts';
import type { Collection, Draft, Store, Stored } from '../../services/opslag/store.ts';
import {
  type AfspraakVersie,
  afspraakversies,
  afspraken,
  organisaties,
  verbanden,
} from '../../services/register/collections.ts';
import { loadRegister, type Register } from '../../services/register/register.ts';
import type { Afspraak } from '../../services/register/types.ts';
import { createEngine } from '../../services/vragen/engine.ts';
import { makeRegister } from '../fakes/many-afspraken.ts';
import { seededFractions } from '../fakes/seeded-random.ts';
import type { PartOptions } from './part-options.ts';
import { atMost, number, type Row } from './rows.ts';
import { median, percentile, timed } from './statistics.ts';

/** "Wat gold op": questions about an earlier day, in a register with a long history. */

const versions = 20;
const timeZone = 'Europe/Amsterdam';
const today = '2026-11-23';
const by = { naam: 'Proef', via: 'chat' } as const;
const questionsOn = (day: string): readonly string[] => [
  `wat gold op ${day}?`,
  `welke dvo's golden er op ${day}?`,
  `hoeveel afspraken golden er op ${day} met Proefplaats 12?`,
  `welke afspraken over jeugdhulp golden op ${day}?`,
];
const asked = ['1 maart 2025', '1 juli 2024', '15 mei 2023'];

export async function measureEarlierDays({ quick, folder }: PartOptions): Promise<readonly Row[]> {
  const count = quick ? 1_000 : 5_000;
  const store = await openEmbeddedStore(folder);
  await fill(store, count);
  const register = await loadRegister(store, { timeZone });
  const ask = askerOf(register);
  const first = await timed(() => ask(`wat gold op ${asked[0]}?`));
  const otherDays: number[] = [];
  for (let month = 1; month <= 9; month++) otherDays.push(await timed(() => ask(`wat gold op 20-0${month}-2024?`)));
  const rounds = quick ? 5 : 20;
  const same: number[] = [];
  const changed: number[] = [];
  for (const day of asked)
    for (const question of questionsOn(day)) {
      await ask(question);
      for (let round = 0; round < rounds; round++) same.push(await timed(() => ask(question)));
      for (let round = 0; round < rounds; round++) {
        await changeOne(register, `${question} ${round}`);
        changed.push(await timed(() => ask(question)));
      }
    }
  await store.close();
  const subject = `Wat gold op een eerdere dag, ${number(count)} afspraken met elk ${versions} versies`;
  const p99 = percentile(same, 0.99);
  return [
    { subject, measure: 'de eerste vraag na de start, ms', value: number(first) },
    { subject, measure: 'een dag die nog niet gevraagd was, mediaan, ms', value: number(median(otherDays)) },
    { subject, measure: 'dezelfde dag na een wijziging, mediaan, ms', value: number(median(changed)) },
    { subject, measure: 'dezelfde dag, p50, ms', value: number(percentile(same, 0.5)) },
    { subject, measure: 'dezelfde dag, p99, ms', value: number(p99), bar: atMost(10, p99) },
  ];
}

function askerOf(register: Register): (text: string) => Promise<unknown> {
  const now = fixedClock(Date.parse(`${today}T09:00:00Z`)).now();
  const engine = createEngine({
    register,
    besluiten: { findBesluiten: async () => [], besluit: async () => undefined },
    memory: { recall: async () => undefined, remember: async () => undefined },
  });
  const viewer = { verbanden: 'alle' } as const;
  return (text) => engine.ask(text, { thread: 'bench', viewer, today, now, language: 'nl' });
}

/** As somebody does in the chat between two questions. */
async function changeOne(register: Register, titel: string): Promise<void> {
  const [one] = register.view().matchAfspraken([{}]).first(1);
  if (one === undefined) return;
  const { version, ...draft } = one;
  await register.saveAfspraak({ ...draft, titel }, version, by, Date.parse(`${today}T08:00:00Z`));
}

/** Every afspraak with its versions, spread over five years; each changes the status and now and then the end. */
async function fill(store: Store, count: number): Promise<void> {
  const random = seededFractions(20_250_301);
  const statussen: readonly Afspraak['status'][] = ['concept', 'lopend', 'lopend', 'onder-herijking', 'afgerond'];
  const [from, to] = [Date.UTC(2022, 0, 1), Date.UTC(2026, 10, 1)];
  const register = makeRegister(count);
  await insertAll(store.collection(organisaties), register.organisaties);
  await insertAll(store.collection(verbanden), register.verbanden);
  const written: Draft<AfspraakVersie>[] = [];
  for (const draft of register.afspraken) {
    const moments = Array.from({ length: versions }, () => from + Math.floor(random() * (to - from))).sort();
    let inhoud = draft;
    for (const [at, op] of moments.entries()) {
      const status = statussen[Math.floor(random() * statussen.length)] ?? 'lopend';
      const einddatum = `20${24 + Math.floor(random() * 7)}-0${1 + Math.floor(random() * 9)}-15`;
      inhoud = { ...inhoud, status, ...(random() < 0.3 && { einddatum }) };
      const nummer = at + 1;
      const _id = `${draft._id}@${nummer}`;
      written.push({ _id, code: draft._id, nummer, inhoud, gewijzigd: ['status'], door: by, op });
    }
  }
  await insertAll(store.collection(afspraakversies), written);
  const collection = store.collection(afspraken);
  for (let nummer = 1; nummer <= versions; nummer++) {
    const drafts = written.filter((versie) => versie.nummer === nummer).map(({ inhoud }) => inhoud);
    if (nummer === 1) await insertAll(collection, drafts);
    else await Promise.all(drafts.map((draft) => collection.replace(draft, nummer - 1)));
  }
}

/** So many at once that they reach the disk together. */
const width = 2_000;

async function insertAll<T extends Stored>(collection: Collection<T>, drafts: readonly Draft<T>[]): Promise<void> {
  for (let at = 0; at < drafts.length; at += width)
    await Promise.all(drafts.slice(at, at + width).map((draft) => collection.insert(draft)));
}
