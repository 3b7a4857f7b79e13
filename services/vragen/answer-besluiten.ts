import type { BesluitQuery } from '../besluiten/find.ts';
import { type Bestuursorgaan, bestuursorganen } from '../besluiten/types.ts';
import { readCode } from '../register/codes.ts';
import { type Language, sentencesIn } from '../taal/language.ts';
import { defaultVerbanden } from '../toegang/scope.ts';
import { type AnswerDraft, type AnswerParts, inCodeOrder } from './answer-parts.ts';
import { answerTexts } from './answer-texts.ts';
import { unknownNameAnswer } from './answer-trouble.ts';
import { besluitLine, listText, ownerWithAddress } from './answer-view.ts';
import { visibleBesluiten } from './besluit-visibility.ts';
import { listed, type NamedIds, namedIds } from './name-ids.ts';
import { nearestOwner } from './owners.ts';
import { ranked } from './rank.ts';
import type { QuestionFilter, Reading } from './reading.ts';
import { afspraakcodeIn } from './reading.ts';

/** Questions about besluiten and zienswijzen, answered from the besluitenregister. */

const orgaanOf = (filter: QuestionFilter): Bestuursorgaan | undefined =>
  bestuursorganen.find((orgaan) => orgaan === filter.orgaan);

interface BesluitPlan {
  readonly query: BesluitQuery;
  readonly applied: QuestionFilter;
  readonly scope: readonly string[];
  readonly named: NamedIds;
}

function planBesluiten(reading: Reading, named: NamedIds, parts: AnswerParts, zoekterm: string): BesluitPlan {
  const { filter } = reading;
  const scope = defaultVerbanden(parts.viewer, named, parts.view);
  const verbanden = named.verbanden.length > 0 ? named.verbanden : scope;
  const orgaan = orgaanOf(filter);
  const { periode, datum, peildatum } = filter;
  const span = periode ?? (datum === undefined ? undefined : { van: datum, tot: datum });
  const code = afspraakcodeIn(filter);
  const query: BesluitQuery = {
    ...(verbanden.length === 0 ? {} : { verbanden }),
    ...(orgaan === undefined ? {} : { bestuursorgaan: orgaan }),
    ...(span === undefined
      ? {}
      : {
          periode: {
            ...(span.van === undefined ? {} : { van: span.van }),
            ...(span.tot === undefined ? {} : { tot: span.tot }),
          },
        }),
    ...(peildatum === undefined ? {} : { geldigOp: peildatum }),
    ...(zoekterm === '' ? {} : { zoekterm }),
    ...(code === undefined ? {} : { afspraak: code }),
  };
  const scoped = scope.flatMap((id) => parts.view.verband(id)?.naam ?? []);
  return { query, scope, named, applied: scoped.length === 0 ? filter : { ...filter, verband: scoped } };
}

/** What the besluit is about, in one text: every word must occur. */
const wordsOf = ({ onderwerp, zoekterm, partner }: QuestionFilter): string =>
  [onderwerp, zoekterm, ...listed(partner).map((name) => name.replace(/^(?:Gemeente|Provincie|Waterschap) /, ''))]
    .filter((word) => word !== undefined)
    .join(' ')
    .replaceAll('_', ' ');

/** besluit.zoeken, and besluit.tonen by its number. */
export async function answerBesluiten(reading: Reading, parts: AnswerParts): Promise<AnswerDraft> {
  const { nummer, rangnummer } = reading.filter;
  const pointed = nummer ?? (rangnummer === undefined ? undefined : ranked(parts.previous, rangnummer));
  // "Is dat besluit al gepubliceerd?" after an afspraak was shown asks for what was decided about that.
  const isAfspraak = pointed !== undefined && readCode(pointed) !== undefined;
  if (reading.intent === 'besluit.tonen' && pointed !== undefined && !isAfspraak)
    return showBesluit(pointed, reading, parts);
  const named = namedIds(reading.filter, parts.names);
  if (named.kind === 'unknown_name') return unknownNameAnswer(named, reading);
  const plan = planBesluiten(reading, named, parts, wordsOf(reading.filter));
  return listBesluiten(plan, reading.lang, parts, (texts) => texts.nothingBesluiten);
}

/** zienswijze.tonen: besluiten of a raad that speak of a zienswijze, on this piece, of this council. */
export async function answerZienswijze(reading: Reading, parts: AnswerParts): Promise<AnswerDraft> {
  const { stuk } = reading.filter;
  // `ontwerpbegroting` is what the reader makes of "de begroting" here; the recorded text may hold either.
  const piece = stuk === undefined ? '' : stuk.replace(/^ontwerp/, '').replaceAll('_', ' ');
  const named = namedIds(reading.filter, parts.names);
  if (named.kind === 'unknown_name') return unknownNameAnswer(named, reading);
  const plan = planBesluiten(reading, named, parts, `zienswijze ${piece} ${wordsOf(reading.filter)}`.trim());
  return listBesluiten(plan, reading.lang, parts, (texts) => texts.noZienswijze);
}

async function listBesluiten(
  plan: BesluitPlan,
  language: Language,
  parts: AnswerParts,
  none: (texts: ReturnType<typeof textsIn>) => string,
): Promise<AnswerDraft> {
  const texts = textsIn(language);
  const items = visibleBesluiten(await parts.besluiten.findBesluiten(plan.query), parts);
  const codes = items.map(({ identificatie }) => identificatie);
  const notes = plan.scope.length === 0 ? [] : [{ kind: 'channel', verbanden: plan.scope } as const];
  const basis = { codes: inCodeOrder(codes), applied: plan.applied, notes };
  if (items.length === 0) {
    const sentence = [none(texts), askOwner(plan, language, parts)].filter((part) => part !== undefined).join(' ');
    return { ...basis, content: { kind: 'zin', sentence }, text: sentence };
  }
  const rows = items.slice(0, 20).map((besluit) => besluitLine(besluit, language));
  return {
    ...basis,
    content: { kind: 'besluiten', items },
    text: listText(texts.foundBesluiten(items.length), rows, codes, codes.length, texts),
  };
}

const textsIn = (language: Language) => sentencesIn(answerTexts, language);

/** Whom to ask when nothing is recorded. */
function askOwner({ named, scope }: BesluitPlan, language: Language, parts: AnswerParts): string | undefined {
  const verbanden = named.verbanden.length > 0 ? named.verbanden : scope;
  const owner = nearestOwner({ verbanden, organisaties: named.organisaties }, parts);
  return owner && textsIn(language).askOwner(ownerWithAddress(owner));
}

async function showBesluit(nummer: string, reading: Reading, parts: AnswerParts): Promise<AnswerDraft> {
  const texts = textsIn(reading.lang);
  const found = await parts.besluiten.besluit(nummer);
  const [besluit] = found === undefined ? [] : visibleBesluiten([found], parts);
  if (besluit === undefined) {
    const sentence = texts.unknownCode(nummer.trim().toUpperCase());
    return { content: { kind: 'zin', sentence }, text: sentence };
  }
  const toelichting = besluit.toelichting === undefined ? [] : [besluit.toelichting.replace(/\s+/g, ' ').trim()];
  return {
    codes: [besluit.identificatie],
    content: { kind: 'besluiten', items: [besluit] },
    text: [besluitLine(besluit, reading.lang), ...toelichting].join('\n'),
  };
}
