import assert from 'node:assert/strict';
import { stemmer } from '@orama/stemmers/dutch';
import { dayOf } from '../../../services/register/notice-day.ts';
import {
  type Afspraak,
  type AfspraakQuery,
  ended,
  ontvangers,
  type RegisterView,
  soorten,
  statussen,
} from '../../../services/register/types.ts';
import { viewOf } from '../../fakes/many-afspraken.ts';
import { seededFractions } from '../../fakes/seeded-random.ts';
import { sharedFile } from '../../shared-data.ts';
import { emptyRegister, importInto } from './support.ts';

const today = '2026-11-23';
const velden = ['einddatum', 'herijking', 'rapportagedatum', 'ingangsdatum'] as const;

/** The meanings of CONTRACT §6 once more, in the plainest way there is: a walk over everything. */
function oracle(view: RegisterView, all: readonly Afspraak[], query: AfspraakQuery): readonly string[] {
  const fold = (text: string): string => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  const stems = (text: string): readonly string[] =>
    fold(text)
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean)
      .map(stemmer);
  const isOpen = (a: Afspraak): boolean => !ended.includes(a.status);
  const status = (a: Afspraak): boolean => {
    if (query.status === undefined) return true;
    if (query.status === 'open') return isOpen(a);
    if (query.status === 'te_laat') {
      return isOpen(a) && [a.einddatum, a.herijking, a.rapportagedatum].some((day) => day !== undefined && day < today);
    }
    if (query.status !== 'lopend') return query.status.includes(a.status);
    if (a.status !== 'lopend' && a.status !== 'onder-herijking') return false;
    return (
      !(a.ingangsdatum !== undefined && a.ingangsdatum > today) && !(a.einddatum !== undefined && a.einddatum < today)
    );
  };
  const periode = (a: Afspraak): boolean => {
    if (query.periode === undefined) return true;
    const { van = '0000', tot = '9999' } = query.periode;
    return query.periode.velden.some((veld) => {
      const day = dayOf(a, veld);
      return day !== undefined && day >= van && day <= tot;
    });
  };
  const owner = (a: Afspraak): boolean => {
    if (query.eigenaar === undefined) return true;
    const asked = fold(query.eigenaar);
    return (
      a.eigenaar !== undefined &&
      (fold(a.eigenaar.email ?? '') === asked || ` ${fold(a.eigenaar.naam)}`.endsWith(` ${asked}`))
    );
  };
  const matches = (a: Afspraak): boolean =>
    status(a) &&
    periode(a) &&
    owner(a) &&
    (query.codes === undefined || query.codes.includes(a._id)) &&
    (query.partijen ?? []).every((id) => a.partijen.includes(id)) &&
    (query.partijsoort === undefined || a.partijen.some((id) => view.organisatie(id)?.soort === query.partijsoort)) &&
    (query.verbanden === undefined || query.verbanden.includes(a.verband)) &&
    (query.soorten === undefined || query.soorten.includes(a.soort)) &&
    (query.rapportageAan === undefined || a.rapportageAan.includes(query.rapportageAan)) &&
    (query.zoekterm === undefined ||
      stems(query.zoekterm).every((stem) => stems(`${a.titel} ${a.tekst ?? ''}`).includes(stem))) &&
    (query.ontbreekt === undefined || a[query.ontbreekt] === undefined || String(a[query.ontbreekt]) === '') &&
    (query.visibleIn === undefined ||
      a.vertrouwelijkheid !== 'vertrouwelijk' ||
      query.visibleIn.verbanden.includes(a.verband));
  return all
    .filter(matches)
    .map(({ _id }) => _id)
    .sort();
}

/** A query of one to four random conditions, taken from what is there so that many have matches. */
function randomQuery(random: () => number, all: readonly Afspraak[]): AfspraakQuery {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const some = pick(all);
  const other = pick(all);
  const day = (): string => `20${22 + Math.floor(random() * 10)}-0${1 + Math.floor(random() * 9)}-15`;
  const words = `${some.titel} ${some.tekst ?? ''}`
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 4 && !/^(?:wordt|worden|waren|werden|onder|tussen|tegen|welke)$/i.test(word));
  const conditions: readonly (() => AfspraakQuery)[] = [
    () => ({ codes: [some._id, other._id, 'AFS-1999-001'] }),
    () => ({ partijen: some.partijen.slice(0, 1 + Math.floor(random() * 2)) }),
    () => ({ partijsoort: pick(['gemeente', 'provincie', 'waterschap', 'overig']) }),
    () => ({ verbanden: [some.verband, other.verband] }),
    () => ({ soorten: [some.soort, pick(soorten)] }),
    () => ({ status: pick(['open', 'lopend', 'te_laat'] as const), today }),
    () => ({ status: [some.status, pick(statussen)] }),
    () => ({ periode: { van: day(), tot: day(), velden: [pick(velden), pick(velden)] } }),
    () => ({ periode: { tot: day(), velden } }),
    () => ({ periode: { van: day(), velden: [pick(velden)] } }),
    () => ({ periode: { tot: day(), velden: ['opzegdatum'] } }),
    () => ({
      eigenaar:
        some.eigenaar === undefined ? 'niemand' : pick([some.eigenaar.naam, some.eigenaar.email ?? 'x', 'BOER']),
    }),
    () => ({ rapportageAan: pick(ontvangers) }),
    () => ({
      zoekterm:
        words.length === 0 ? 'raad' : [pick(words), pick(words)].slice(0, 1 + Math.floor(random() * 2)).join(' '),
    }),
    () => ({
      ontbreekt: pick([...velden, 'eigenaar', 'tekst', 'opzegtermijn', 'rapportageAan', 'document', 'titel'] as const),
    }),
    () => ({ visibleIn: { verbanden: [some.verband] } }),
  ];
  const chosen = Array.from({ length: 1 + Math.floor(random() * 4) }, () => pick(conditions)());
  return Object.assign({}, ...chosen);
}

function holdAgainstOracle(view: RegisterView, seed: number, rounds: number): number {
  const random = seededFractions(seed);
  const all = [...view.afspraken()];
  let matched = 0;
  for (let round = 0; round < rounds; round++) {
    const query = randomQuery(random, all);
    const found = view.findAfspraken(query).map(({ _id }) => _id);
    matched += found.length;
    assert.deepEqual(
      [...found].sort(),
      oracle(view, all, query),
      `seed ${seed}, round ${round}: ${JSON.stringify(query)}`,
    );
  }
  return matched;
}

describe('the register in memory', () => {
  it('finds exactly what a walk over everything finds, on the real afspraken', async function () {
    const regelingen = sharedFile('regelingen-deelnemers-2026.csv', this);
    const register = await emptyRegister();
    await importInto(register, regelingen);
    await importInto(register, sharedFile('afspraken-noord.csv', this));
    const matched = holdAgainstOracle(register.view(), 20_261_123, 600);
    assert.ok(matched > 600, `${matched} matches`);
  });

  it('finds the same after thousands of changes', () => {
    const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
    const random = seededFractions(seed);
    const view = viewOf(300);
    const all = [...view.afspraken()];
    for (let version = 2; version < 6; version++) {
      for (const { _id } of all) {
        const content = all[Math.floor(random() * all.length)];
        if (content !== undefined) view.putAfspraak({ ...content, _id, version });
      }
    }
    assert.ok(holdAgainstOracle(view, seed, 200) > 0, `seed ${seed}`);
  });

  it('gives all matches by code, as people count', () => {
    const view = viewOf(30);
    const one = view.findAfspraken({})[0];
    assert.ok(one);
    for (const number of [1000, 999, 998]) view.putAfspraak({ ...one, _id: `AFS-2031-${number}`, version: 1 });
    const codes = view.findAfspraken({}).map(({ _id }) => _id);
    assert.deepEqual(codes.slice(-3), ['AFS-2031-998', 'AFS-2031-999', 'AFS-2031-1000']);
    assert.equal(view.highestNumber(2031), 1000);
  });

  it('compares words by Dutch stem and drops stop words', () => {
    const view = viewOf(5);
    const one = view.findAfspraken({})[0];
    assert.ok(one);
    view.putAfspraak({ ...one, titel: 'Begrotingen van de partners', tekst: 'Één keer geïndexeerd', version: 2 });
    const codes = (zoekterm: string): readonly string[] => view.findAfspraken({ zoekterm }).map(({ _id }) => _id);
    assert.deepEqual(codes('begroting'), [one._id]);
    assert.deepEqual(codes('de begroting van partner'), [one._id]);
    assert.deepEqual(codes('GEINDEXEERD'), [one._id]);
    assert.deepEqual(codes('begroting brandweerkazerne'), []);
  });

  it('keeps the newer version, whatever the order they come in', () => {
    const view = viewOf(5);
    const one = view.findAfspraken({})[0];
    assert.ok(one);
    assert.equal(view.putAfspraak({ ...one, titel: 'nieuw', version: 3 }), true);
    const revision = view.revision;
    assert.equal(view.putAfspraak({ ...one, titel: 'oud', version: 2 }), false);
    assert.equal(view.afspraak(one._id)?.titel, 'nieuw');
    assert.equal(view.revision, revision);
  });

  it('gives frozen documents', () => {
    const view = viewOf(3);
    const [one] = view.findAfspraken({});
    assert.ok(one);
    assert.ok(Object.isFrozen(one) && Object.isFrozen(one.partijen));
    assert.ok(view.verbanden.every((verband) => Object.isFrozen(verband) && Object.isFrozen(verband.deelnemers)));
  });

  it('knows in which verbanden an organisatie takes part, also after a verband lost it', () => {
    const view = viewOf(10);
    const verband = view.verbanden[0];
    const gone = verband?.deelnemers[0]?.organisatie;
    assert.ok(verband && gone);
    assert.ok(view.verbandenOf(gone).some(({ _id }) => _id === verband._id));
    view.putVerband({ ...verband, deelnemers: verband.deelnemers.slice(1), version: 2 });
    assert.ok(!view.verbandenOf(gone).some(({ _id }) => _id === verband._id));
  });

  it('refuses a status that needs a day without one', () => {
    assert.throws(() => viewOf(3).findAfspraken({ status: 'te_laat' }), { code: 'register-today-missing' });
  });
});
