import { besluitCard } from '../../cards/besluit-card.ts';
import { besluitFormCard } from '../../cards/besluit-form-card.ts';
import { besluitReceiptCard } from '../../cards/besluit-receipt-card.ts';
import { noticeCard } from '../../cards/notice-card.ts';
import { verifyCard } from '../../cards/verify-card.ts';
import { type BesluitForm, bestuursorganen } from '../../services/besluiten/types.ts';
import { verifyExport } from '../../services/besluiten/verify.ts';
import { sentencesIn } from '../../services/taal/language.ts';
import { startWithCapital } from '../../services/taal/list.ts';
import { visibleBesluiten } from '../../services/vragen/besluit-visibility.ts';
import type { QuestionFilter } from '../../services/vragen/reading.ts';
import { afspraakcodeIn } from '../../services/vragen/reading.ts';
import { message, type Parts, type Reply, replaceForAll, replaceForOne, type Turn } from '../parts.ts';
import { botTexts } from '../texts.ts';

/** Logging a decision: form, receipt, looking one up, checking the chain. */

/** The form, with what the sentence already told filled in. */
export function besluitForm(turn: Turn, parts: Parts, known: QuestionFilter): Reply {
  const typed = known.tekst ?? known.onderwerp;
  const onderwerp = typed === undefined ? undefined : startWithCapital(typed);
  const bestuursorgaan = bestuursorganen.find((orgaan) => orgaan.toLowerCase() === known.orgaan?.toLowerCase());
  const datum = known.datum !== undefined && known.datum <= turn.today ? known.datum : turn.today;
  const afspraken = afspraakcodeIn(known);
  const form: BesluitForm = {
    datum,
    ingangsdatum: datum,
    ...(onderwerp !== undefined && { onderwerp }),
    ...(bestuursorgaan !== undefined && { bestuursorgaan }),
    ...(afspraken !== undefined && { afspraken }),
  };
  return message(besluitFormCard({ formId: parts.newId(), form, problems: [] }, turn.language));
}

/** **Vastleggen**. The form's own id makes a second press, or a second delivery of the first, find the same besluit. */
export async function recordBesluit(turn: Turn, parts: Parts, formId: string, form: BesluitForm): Promise<Reply> {
  const verband = verbandOf(turn, form);
  const rsin = verband === undefined ? undefined : turn.view.verband(verband)?.rsin;
  const { naam, aadId } = turn.inbound.person;
  const outcome = await parts.besluiten.recordBesluit({
    form,
    formId,
    by: { naam, ...(aadId !== undefined && { aadId }) },
    knownAfspraak: (code) => turn.view.afspraak(code) !== undefined,
    ...(verband !== undefined && { verband }),
    ...(rsin !== undefined && { rsin }),
  });
  if (outcome.kind === 'invalid')
    return {
      kind: 'replace',
      shared: false,
      card: besluitFormCard({ formId, form, problems: outcome.problems }, turn.language),
    };
  parts.log.event('besluit', { code: outcome.kind });
  const { identificatie, onderwerp } = outcome.besluit;
  // Another person on an old card: the receipt would pass off somebody else's besluit as theirs.
  if (outcome.kind === 'already' && oneLine(form.onderwerp) !== oneLine(onderwerp)) {
    const texts = sentencesIn(botTexts, turn.language);
    const next = [
      { title: texts.showBesluit(identificatie), button: { kind: 'besluit.toon', identificatie } },
      { title: texts.recordButton, button: { kind: 'besluit.formulier' } },
    ] as const;
    return replaceForOne(
      noticeCard({ kind: 'problem', sentence: texts.besluitFormUsed(identificatie), next }, turn.language),
    );
  }
  return replaceForAll(besluitReceiptCard(outcome.besluit, turn.language, parts.timeZone));
}

const oneLine = (text = ''): string => text.replace(/\s+/g, ' ').trim();

/** The verband that the channel is bound to, or else the one that all afspraken of the besluit belong to. */
function verbandOf(turn: Turn, form: BesluitForm): string | undefined {
  const codes = (form.afspraken ?? '').toUpperCase().match(/AFS-\d{4}-\d{3,}/g) ?? [];
  const named = new Set(codes.map((code) => turn.view.afspraak(code)?.verband).filter((id) => id !== undefined));
  const [first] = named.size > 0 ? named : turn.kanaal.verbanden;
  return named.size === 1 || (named.size === 0 && turn.kanaal.verbanden.length === 1) ? first : undefined;
}

/**
 * The form was opened by mistake: nothing is recorded, and the card says so to everybody. Pressed on an old card whose form was
 * recorded meanwhile, it is the receipt again: what is recorded stays.
 */
export async function cancelBesluit(turn: Turn, parts: Parts, formId: string): Promise<Reply> {
  const recorded = await parts.besluiten.recordedFrom(formId);
  if (recorded !== undefined) return replaceForAll(besluitReceiptCard(recorded, turn.language, parts.timeZone));
  const sentence = sentencesIn(botTexts, turn.language).besluitCancelled;
  return replaceForAll(noticeCard({ kind: 'cancelled', sentence }, turn.language));
}

/** `toon B-2026-014`. */
export async function showBesluit(turn: Turn, parts: Parts, identificatie: string): Promise<Reply> {
  const besluit = await parts.besluiten.besluit(identificatie);
  const [visible] = visibleBesluiten(besluit === undefined ? [] : [besluit], turn);
  if (visible !== undefined) return message(besluitCard(visible, turn.language, parts.timeZone));
  const sentence = sentencesIn(botTexts, turn.language).besluitUnknown(identificatie);
  return message(noticeCard({ kind: 'problem', sentence }, turn.language));
}

/** `verifieer`: reads the whole chain back from the store and checks it, as any partner can with an export. */
export async function verify(turn: Turn, parts: Parts): Promise<Reply> {
  const verdict = verifyExport(await parts.besluiten.exportChain());
  parts.log.event('verified', { code: verdict.kind });
  return message(verifyCard(verdict, turn.language));
}
