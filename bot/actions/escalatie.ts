import { escalatieTermsCard } from '../../cards/escalatie-terms-card.ts';
import type { KetenAction, TermsRef } from '../../cards/keten-data.ts';
import { noticeCard } from '../../cards/notice-card.ts';
import { defaultWerkdagen } from '../../services/herinneringen/escalation.ts';
import { readEscalation } from '../../services/herinneringen/escalation-request.ts';
import { dropTerms, loadTerms, setTerms } from '../../services/herinneringen/escalation-terms.ts';
import type { HerinneringKind } from '../../services/herinneringen/types.ts';
import type { Afspraak } from '../../services/register/types.ts';
import { sentencesIn } from '../../services/taal/language.ts';
import { mayChange } from '../../services/toegang/scope.ts';
import { escalatieBotTexts } from '../escalatie-texts.ts';
import { message, type Parts, type Reply, replaceForAll, type Turn } from '../parts.ts';

/** `escalatie`: after how many working days without a reaction somebody else is asked, here, for a verband or for one afspraak. */

const changerOf = (turn: Turn) => ({
  ...turn.viewer,
  personal: turn.inbound.address.conversationType === 'personal',
});

const problem = (turn: Turn, sentence: string): Reply =>
  message(noticeCard({ kind: 'problem', sentence }, turn.language));

export async function escalatie(turn: Turn, parts: Parts, argument: string): Promise<Reply> {
  const texts = sentencesIn(escalatieBotTexts, turn.language);
  const request = readEscalation(argument);
  if (request === undefined) return problem(turn, texts.unclear);
  const about = aboutOf(turn, parts, request);
  if (about === undefined || !maySet(turn, about)) return problem(turn, texts.notFound);
  return message(await termsCard(turn, parts, about, request.days));
}

function aboutOf(
  turn: Turn,
  parts: Parts,
  { code, verband }: { readonly code?: string; readonly verband?: string },
): TermsRef | undefined {
  if (code !== undefined) return { scope: 'afspraak', id: code };
  if (verband === undefined) return { scope: 'kanaal', id: turn.kanaal._id };
  const found = parts.register.names().resolveVerband(verband);
  return found.kind === 'found' ? { scope: 'verband', id: found.verband._id } : undefined;
}

/** What is set here is seen here: the kanaal itself, and the verbanden and afspraken that may be changed from it. */
function maySet(turn: Turn, { scope, id }: TermsRef): boolean {
  const { view, kanaal } = turn;
  const changer = changerOf(turn);
  if (scope === 'kanaal') return id === kanaal._id;
  if (scope === 'verband') {
    return view.verband(id) !== undefined && mayChange(changer, { verband: id, vertrouwelijkheid: 'intern' });
  }
  const afspraak = scope === 'afspraak' ? view.afspraak(id) : undefined;
  return afspraak !== undefined && mayChange(changer, afspraak);
}

const shownKinds = ['herijking', 'evaluatie', 'rapportage', 'opzeggen', 'einde'] as const satisfies HerinneringKind[];

async function termsCard(turn: Turn, parts: Parts, about: TermsRef, asked?: number | 'default') {
  const { daysFor, own } = await loadTerms(parts.store);
  const { view, kanaal } = turn;
  const set = own.find(({ scope, id, kind }) => scope === about.scope && id === about.id && kind === undefined);
  const subject = subjectOf(turn, about);
  const now = shownKinds.map((kind) => ({ kind, days: daysFor(subject, kind, kanaal._id) }));
  const verbandId = about.scope === 'kanaal' ? kanaal.verbanden[0] : subject.verband;
  return escalatieTermsCard(
    {
      about,
      naam: nameOf(turn, about),
      now,
      chosen:
        typeof asked === 'number' ? asked : asked === 'default' ? defaultWerkdagen.herijking : (now[0]?.days ?? 0),
      ...(set !== undefined && { own: set }),
      ...(verbandId !== undefined && view.verband(verbandId) !== undefined && { verbandId }),
    },
    { lang: turn.language, timeZone: parts.timeZone },
  );
}

/** What stands for a kanaal or a verband where terms are looked up: an afspraak that sets nothing of its own. */
function subjectOf({ view, kanaal }: Turn, { scope, id }: TermsRef): Pick<Afspraak, '_id' | 'soort' | 'verband'> {
  const afspraak = scope === 'afspraak' ? view.afspraak(id) : undefined;
  return afspraak ?? { _id: '', soort: 'overig', verband: scope === 'verband' ? id : (kanaal.verbanden[0] ?? '') };
}

function nameOf({ view }: Turn, { scope, id }: TermsRef): string {
  if (scope === 'verband') return view.verband(id)?.naam ?? '';
  return scope === 'afspraak' ? `${id} ${view.afspraak(id)?.titel ?? ''}`.trim() : '';
}

type EscalatiePress = Extract<KetenAction, { kind: `escalatie.${string}` }>;

/** A button of the card. Pressed or delivered twice, it has one effect. */
export async function pressEscalatie(turn: Turn, parts: Parts, action: EscalatiePress): Promise<Reply> {
  const texts = sentencesIn(escalatieBotTexts, turn.language);
  const about = action.kind === 'escalatie.instellen' ? action.terms : action;
  if (!maySet(turn, about)) return problem(turn, texts.notFound);
  if (action.kind === 'escalatie.toon')
    return message(await termsCard(turn, parts, { scope: about.scope, id: about.id }));
  const by = { by: turn.inbound.person.naam, at: parts.clock.now() };
  parts.log.event('escalation-terms', { kind: action.kind });
  if (action.kind === 'escalatie.terug') {
    await dropTerms(parts.store, { scope: about.scope, id: about.id }, by);
    parts.wake();
    return replaceForAll(noticeCard({ kind: 'done', sentence: texts.termsBack }, turn.language));
  }
  const { terms } = action;
  await setTerms(parts.store, terms, by);
  parts.wake();
  return replaceForAll(noticeCard({ kind: 'done', sentence: texts.termsSet(terms.days) }, turn.language));
}
