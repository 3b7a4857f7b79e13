import type { HerinneringView } from '../../cards/herinnering-parts.ts';
import type { LadderView, RegelView } from '../../cards/regel-parts.ts';
import { kindText } from '../../cards/words.ts';
import type { OwnLadder } from '../../services/herinneringen/ladders.ts';
import { defaultLadders, ladderLookup } from '../../services/herinneringen/ladders.ts';
import { loadLadders } from '../../services/herinneringen/own-ladders.ts';
import type { Herinneringregel } from '../../services/herinneringen/regel.ts';
import { codeOf, nextMoments } from '../../services/herinneringen/regel-moments.ts';
import { regelsById } from '../../services/herinneringen/regels.ts';
import type { HerinneringKind, Occurrence } from '../../services/herinneringen/types.ts';
import { herinneringKinds } from '../../services/herinneringen/types.ts';
import type { CivilDate } from '../../services/kalender/civil-date.ts';
import type { Kanaal } from '../../services/kanalen/types.ts';
import type { Afspraak, RegisterView } from '../../services/register/types.ts';
import { soorten } from '../../services/register/types.ts';
import { labelsIn } from '../../services/taal/labels.ts';
import { maySee } from '../../services/toegang/scope.ts';
import type { Parts, Turn } from '../parts.ts';

/** Own rules and ladders with everything they point at looked up: what their cards need. */

/** Rules by `_id`, and what the kanaal may see. */
export interface OwnRegels {
  readonly regels: ReadonlyMap<string, Herinneringregel>;
  readonly verbanden: readonly string[];
}

export const noRegels: OwnRegels = { regels: new Map(), verbanden: [] };

/** The rules of these occurrences, read when there are any. */
export async function ownIn(
  { store }: Pick<Parts, 'store'>,
  occurrences: readonly { readonly regel?: string }[],
  { verbanden }: Kanaal,
): Promise<OwnRegels> {
  return { regels: await regelsById(store, occurrences), verbanden };
}

/** What an occurrence of an own rule says; of a list what is te laat today. */
export function eigenOf(
  { regel: id }: Pick<Occurrence, 'regel'>,
  { regels, verbanden }: OwnRegels,
  view: RegisterView,
  today: CivilDate,
): HerinneringView['eigen'] {
  const regel = id === undefined ? undefined : regels.get(id);
  if (regel === undefined) return undefined;
  const late = regel.inhoud.kind === 'te_laat' ? { late: lateIn(regel.inhoud.verbanden, verbanden, view, today) } : {};
  return { ...lookedUp(regel, view, verbanden), ...late };
}

function lateIn(
  named: readonly string[] | undefined,
  bound: readonly string[],
  view: RegisterView,
  today: CivilDate,
): readonly Afspraak[] {
  const verbanden = named ?? bound;
  return view.findAfspraken({
    status: 'te_laat',
    today,
    visibleIn: { verbanden: bound },
    ...(verbanden.length > 0 && { verbanden }),
  });
}

function lookedUp(regel: Herinneringregel, view: RegisterView, bound: readonly string[]): Omit<RegelView, 'coming'> {
  const code = codeOf(regel);
  const afspraak = code === undefined ? undefined : view.afspraak(code);
  const isVisible = afspraak !== undefined && maySee({ verbanden: bound }, afspraak);
  const named = regel.inhoud.kind === 'te_laat' ? (regel.inhoud.verbanden ?? []) : [];
  return {
    regel,
    verbanden: named.flatMap((id) => view.verband(id)?.naam ?? []),
    ...(isVisible && { afspraak }),
  };
}

const shownMoments = 3;

/** A rule with its next few times, as of now. */
export function regelView(regel: Herinneringregel, turn: Turn, { clock, timeZone }: Parts): RegelView {
  const now = clock.now();
  const found = lookedUp(regel, turn.view, turn.kanaal.verbanden);
  const { afspraak } = found;
  const reces = (afspraak && turn.recessen.recesOf(afspraak)) ?? [];
  const ground = { afspraak, timeZone, reces };
  const isSpeaking = regel.state === 'active' || regel.state === 'proposed';
  const coming = isSpeaking ? nextMoments(regel, ground, now, shownMoments).map(({ at }) => at) : [];
  return { ...found, coming };
}

/** The own ladders that hold for what this kanaal hears. */
export async function laddersHere(turn: Turn, { store }: Parts) {
  const { own } = await loadLadders(store);
  const { _id, verbanden } = turn.kanaal;
  const isHere = ({ scope, id }: OwnLadder): boolean => {
    if (scope === 'soort') return true;
    if (scope === 'verband') return verbanden.includes(id);
    if (scope === 'kanaal') return id === _id;
    return verbanden.includes(turn.view.afspraak(id)?.verband ?? '');
  };
  return own.filter(isHere).map((ladder) => ({ naam: nameOf(ladder, turn), ladder }));
}

function nameOf({ scope, id }: OwnLadder, { view, language }: Turn): string {
  switch (scope) {
    case 'afspraak':
      return `${id} ${view.afspraak(id)?.titel ?? ''}`.trim();
    case 'soort': {
      const soort = soorten.find((each) => each === id);
      return soort === undefined ? id : labelsIn(language).soort[soort].many;
    }
    case 'verband':
      return view.verband(id)?.naam ?? id;
    case 'kanaal':
      return '';
  }
}

const dated = herinneringKinds.filter((kind) => kind !== 'eigen' && kind !== 'overzicht');

/** An own ladder, and what holds now for each kind of date it is for. */
export async function ladderView(ladder: OwnLadder, turn: Turn, { store }: Parts): Promise<LadderView> {
  const { own } = await loadLadders(store);
  const lookup = ladderLookup(own.filter(({ scope, id }) => scope === ladder.scope && id === ladder.id));
  const kinds: readonly HerinneringKind[] = ladder.kind === undefined ? dated : [ladder.kind];
  const soort = soorten.find((each) => each === ladder.id) ?? 'overig';
  const about = { code: ladder.id, soort, verband: ladder.id };
  const lang = turn.language === 'en' ? 'en' : 'nl';
  const now = kinds.map((kind) => ({
    kind: kindText(kind, lang),
    ladder: own.length === 0 ? defaultLadders[kind] : lookup(about, kind, ladder.id),
  }));
  return { ladder, naam: nameOf(ladder, turn), now };
}
