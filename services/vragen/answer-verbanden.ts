import { formatDay } from '../kalender/format.ts';
import { toezichthouderOf } from '../raad/wgr-calendar.ts';
import { toezichthouderName } from '../raad/wgr-texts.ts';
import { isInProvincie } from '../register/provincie.ts';
import { type Organisatie, type Soort, soorten, type Verband } from '../register/types.ts';
import { fold, stemsOf } from '../register/words.ts';
import { type Language, sentencesIn } from '../taal/language.ts';
import type { AnswerDraft, AnswerParts } from './answer-parts.ts';
import { answerTexts } from './answer-texts.ts';
import { unknownNameAnswer } from './answer-trouble.ts';
import type { AnswerContent } from './answer-types.ts';
import { fullLines, listText, namedAtMost, verbandName } from './answer-view.ts';
import { listed, namedIds, type UnknownName } from './name-ids.ts';
import { meaningOfType } from './piece.ts';
import type { QuestionFilter, Reading } from './reading.ts';
import { hasVorm } from './search-plan.ts';

/** Questions about the partnerships themselves: which, how many, who takes part, what form. Public facts of the national register. */

interface Named {
  readonly verbanden: readonly Verband[];
  readonly organisaties: readonly string[];
}

function resolve(filter: QuestionFilter, parts: AnswerParts): Named | UnknownName {
  const found = namedIds(filter, parts.names);
  if (found.kind === 'unknown_name') return found;
  return { verbanden: found.verbanden.flatMap((id) => parts.view.verband(id) ?? []), organisaties: found.organisaties };
}

interface Wording {
  readonly stems: ReadonlySet<string>;
  readonly plain: string;
}

const wordings = new WeakMap<Verband, Wording>();

/** The words of the name, the body, the purpose and the policy areas; worked out once, since a verband never changes itself. */
function wordingOf(verband: Verband): Wording {
  const known = wordings.get(verband);
  if (known !== undefined) return known;
  const text = [verband.naam, verband.orgaan ?? '', verband.doel ?? '', ...verband.beleidsterreinen].join(' ');
  const wording = { stems: stemsOf(text), plain: fold(text) };
  wordings.set(verband, wording);
  return wording;
}

/** A test whether the words occur in it, by Dutch stem. */
function isAbout(zoekterm: string): (verband: Verband) => boolean {
  const asked = [...stemsOf(zoekterm)];
  return (verband) => {
    const { stems, plain } = wordingOf(verband);
    return asked.every((stem) => stems.has(stem) || plain.includes(stem));
  };
}

/** Ids of the verbanden with an open afspraak of this soort (or this kind of piece). */
function verbandenWith(type: string, { view }: AnswerParts): { has(id: string): boolean } {
  const { soort, words } = meaningOfType(type);
  if (soort !== undefined && words === undefined) return view.verbandenWithOpen(soort);
  const kind = { status: 'open', ...(soort === undefined ? {} : { soorten: [soort] }) } as const;
  const queries = words === undefined ? [kind] : words.map((word) => ({ ...kind, zoekterm: word }));
  return view.matchAfspraken(queries).verbanden();
}

const soortOf = (word: string | undefined): Soort | undefined => soorten.find((soort) => soort === word);

interface Selection {
  readonly items: readonly Verband[];
  /** How many there were before those that lack something were picked out. */
  readonly among: number;
}

function select(reading: Reading, named: Named, parts: AnswerParts): Selection {
  const { filter } = reading;
  const { vorm, provincie, zoekterm, partnersoort, ontbreekt } = filter;
  const tests = [
    ...named.organisaties.map(
      (id) => (verband: Verband) => verband.deelnemers.some(({ organisatie }) => organisatie === id),
    ),
    vorm === undefined ? undefined : (verband: Verband) => hasVorm(verband, vorm),
    provincie === undefined ? undefined : (verband: Verband) => isInProvincie(verband, provincie),
    zoekterm === undefined ? undefined : isAbout(zoekterm),
    partnersoort === undefined
      ? undefined
      : (verband: Verband) =>
          verband.deelnemers.some(({ organisatie }) => parts.view.organisatie(organisatie)?.soort === partnersoort),
    ...listed(filter.type).map((type) => {
      const having = verbandenWith(type, parts);
      return (verband: Verband) => having.has(verband._id);
    }),
  ].filter((test) => test !== undefined);
  const bound = parts.viewer.verbanden;
  // "Welke verbanden missen…" in a bound channel is about those; who takes part in what is a public fact, asked of all.
  const channel = ontbreekt !== undefined && bound !== 'alle' && bound.length > 0 ? bound : undefined;
  const all =
    named.verbanden.length > 0
      ? named.verbanden
      : channel === undefined
        ? verbandenWithin(named.organisaties, parts)
        : channel.flatMap((id) => parts.view.verband(id) ?? []);
  const among = tests.length === 0 ? all : all.filter((verband) => tests.every((test) => test(verband)));
  if (ontbreekt === undefined) return { items: among, among: among.length };
  const having = soortOf(ontbreekt) === undefined ? undefined : verbandenWith(ontbreekt, parts);
  const items = among.filter((verband) =>
    having === undefined ? lacks(verband, ontbreekt) : !having.has(verband._id),
  );
  return { items, among: among.length };
}

/** All there are; for a question about an organisatie only its own, since the register knows those without looking further. */
const verbandenWithin = ([first]: readonly string[], { view }: AnswerParts): readonly Verband[] =>
  first === undefined ? view.verbanden : view.verbandenOf(first);

/** A field of the verband itself that is empty. */
function lacks(verband: Verband, field: string): boolean {
  if (field === 'doel' || field === 'ingangsdatum' || field === 'orgaan' || field === 'rsin')
    return verband[field] === undefined;
  return field === 'beleidsterreinen' && verband.beleidsterreinen.length === 0;
}

/** verband.zoeken and verband.aantal. */
export function answerVerbanden(reading: Reading, parts: AnswerParts): AnswerDraft {
  const texts = sentencesIn(answerTexts, reading.lang);
  const named = resolve(reading.filter, parts);
  if ('kind' in named) return unknownNameAnswer(named, reading);
  const { items, among } = select(reading, named, parts);
  const counted = reading.intent === 'verband.aantal';
  const { ontbreekt } = reading.filter;
  if (items.length === 0 && !counted) {
    return { content: { kind: 'zin', sentence: texts.nothingVerbanden }, text: texts.nothingVerbanden };
  }
  const soort = soortOf(ontbreekt);
  const heading =
    soort !== undefined
      ? missingSentence(soort, items, among, reading.lang)
      : counted
        ? texts.countVerbanden(items.length)
        : texts.foundVerbanden(items.length);
  return {
    content: counted
      ? { kind: 'aantal', sentence: heading, value: items.length }
      : { kind: 'verbanden', items, ...(soort !== undefined && { sentence: heading }) },
    get text() {
      if (items.length === 0) return heading;
      const rows = items
        .slice(0, fullLines)
        .map((verband) => `${verbandName(verband)} · ${texts.vormen[verband.vorm]}`);
      return listText(heading, rows, items.slice(0, namedAtMost).map(verbandName), items.length, texts);
    },
    total: items.length,
  };
}

/** Of one verband that was looked at, by its name: "1 van de 1" tells nobody anything. */
function missingSentence(soort: Soort, without: readonly Verband[], among: number, language: Language): string {
  const texts = sentencesIn(answerTexts, language);
  const [only] = among === 1 ? without : [];
  return only === undefined
    ? texts.missingSoort(soort, without.length, among)
    : texts.missingSoortIn(soort, verbandName(only));
}

/** verband.tonen: one partnership, or the part of it that was asked for. */
export function answerVerband(reading: Reading, parts: AnswerParts): AnswerDraft {
  const named = resolve(reading.filter, parts);
  if ('kind' in named) return unknownNameAnswer(named, reading);
  const bound = parts.viewer.verbanden;
  const [inChannel] = bound === 'alle' || bound.length !== 1 ? [] : bound.flatMap((id) => parts.view.verband(id) ?? []);
  const subject = named.verbanden.length === 0 && inChannel !== undefined ? [inChannel] : named.verbanden;
  const [verband] = subject;
  if (verband === undefined || subject.length > 1) return answerVerbanden(reading, parts);
  const deelnemers = verband.deelnemers.flatMap(({ organisatie, toetreding }) => {
    const found = parts.view.organisatie(organisatie);
    return found === undefined ? [] : [{ organisatie: found, ...(toetreding === undefined ? {} : { toetreding }) }];
  });
  const shown = { verband, deelnemers };
  const { veld } = reading.filter;
  const sentence = partSentence(shown, named.organisaties, veld, reading.lang, parts);
  return {
    content: {
      kind: 'verband',
      ...shown,
      ...(veld === undefined ? {} : { veld }),
      ...(sentence === undefined ? {} : { sentence }),
    },
    text: sentence ?? wholeVerband(shown, reading.lang),
    total: 1,
  };
}

type ShownVerband = Omit<AnswerContent & { kind: 'verband' }, 'kind' | 'veld' | 'sentence'>;

function partSentence(
  shown: ShownVerband,
  asked: readonly string[],
  veld: string | undefined,
  language: Language,
  parts: AnswerParts,
): string | undefined {
  const texts = sentencesIn(answerTexts, language);
  const name = verbandName(shown.verband);
  const organisaties = asked.flatMap((id) => parts.view.organisatie(id) ?? []);
  if (organisaties.length > 0) return organisaties.map((one) => participation(shown, one, language)).join(' ');
  const value = veld === undefined ? undefined : verbandField(shown, veld, language);
  switch (veld) {
    case undefined:
      return undefined;
    case 'deelnemers':
      return texts.participants(name, shown.deelnemers.length, value ?? '');
    case 'vorm':
      return texts.isVorm(name, value ?? '');
    case 'toetredingsdatum':
      return shown.deelnemers.map(({ organisatie }) => participation(shown, organisatie, language)).join('\n');
    default: {
      const label = Object.entries(texts.labels).find(([key]) => key === veld)?.[1];
      return label && `${name} · ${label}: ${value ?? texts.notRecorded}`;
    }
  }
}

function participation({ verband, deelnemers }: ShownVerband, organisatie: Organisatie, language: Language): string {
  const texts = sentencesIn(answerTexts, language);
  const found = deelnemers.find((deelname) => deelname.organisatie._id === organisatie._id);
  const name = verbandName(verband);
  if (found === undefined) return texts.participatesNot(organisatie.naam, name);
  const since = found.toetreding === undefined ? undefined : formatDay(found.toetreding, language);
  return texts.participates(organisatie.naam, name, since);
}

function verbandField({ verband, deelnemers }: ShownVerband, veld: string, language: Language): string | undefined {
  switch (veld) {
    case 'deelnemers':
      return deelnemers.map(({ organisatie }) => organisatie.naam).join(', ');
    case 'vorm':
      return sentencesIn(answerTexts, language).vormen[verband.vorm];
    case 'ingangsdatum':
      return verband.ingangsdatum && formatDay(verband.ingangsdatum, language);
    case 'beleidsterreinen':
      return verband.beleidsterreinen.join(', ') || undefined;
    case 'bestuursorganen':
      return [...new Set(verband.deelnemers.flatMap(({ bestuursorganen }) => bestuursorganen))].join(', ') || undefined;
    case 'toezichthouder':
      return toezichthouderName(toezichthouderOf(verband), language);
    case 'doel':
    case 'orgaan':
      return verband[veld];
    default:
      return undefined;
  }
}

function wholeVerband(shown: ShownVerband, language: Language): string {
  const { labels } = sentencesIn(answerTexts, language);
  const rows = (['vorm', 'ingangsdatum', 'doel', 'beleidsterreinen', 'deelnemers'] as const).flatMap((veld) => {
    const value = verbandField(shown, veld, language);
    return value === undefined ? [] : [`${labels[veld]}: ${value}`];
  });
  return [shown.verband.naam, ...rows].join('\n');
}
