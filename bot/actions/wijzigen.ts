import { afspraakFormCard } from '../../cards/afspraak-form-card.ts';
import { changePreviewCard } from '../../cards/change-preview-card.ts';
import { changeResultCard } from '../../cards/change-result-card.ts';
import type { AdaptiveCard } from '../../cards/elements.ts';
import { noticeCard } from '../../cards/notice-card.ts';
import type { Afspraak } from '../../services/register/types.ts';
import { sentencesIn } from '../../services/taal/language.ts';
import type { Changer } from '../../services/toegang/scope.ts';
import type { Choice } from '../../services/vragen/answer-types.ts';
import { verbandName } from '../../services/vragen/answer-view.ts';
import type { Reading } from '../../services/vragen/reading.ts';
import { cancelForm, newForm, openForm, type SaveFormInput, saveForm } from '../../services/wijzigen/form.ts';
import type { Presser, PressOutcome } from '../../services/wijzigen/proposals.ts';
import { proposeChange } from '../../services/wijzigen/propose.ts';
import { shownChanges } from '../../services/wijzigen/shown.ts';
import { changeTexts } from '../../services/wijzigen/texts.ts';
import type { AfspraakChange, ChangeProblem } from '../../services/wijzigen/types.ts';
import { message, type Parts, type Reply, replaceForAll, replaceForOne, type Turn } from '../parts.ts';
import { botTexts } from '../texts.ts';

/** Changing afspraken by a sentence (preview, confirm, take back) and by the form. Nothing changes before a button is pressed. */

const changerOf = (turn: Turn): Changer => ({
  ...turn.viewer,
  personal: turn.inbound.address.conversationType === 'personal',
});

const presserOf = (turn: Turn, parts: Parts): Presser => ({
  by: turn.inbound.person.naam,
  at: parts.clock.now(),
  changer: changerOf(turn),
});

/** "zet de SLA van ONS op afgerond": what would change, to be confirmed. */
export async function proposeFromSentence(turn: Turn, parts: Parts, reading: Reading): Promise<Reply> {
  const outcome = proposeChange(reading, {
    view: parts.register.view(),
    names: parts.register.names(),
    changer: changerOf(turn),
    today: turn.today,
  });
  parts.log.event('change-asked', { code: outcome.kind });
  switch (outcome.kind) {
    case 'proposed': {
      const proposal = await parts.proposals.keep(outcome.content, parts.clock.now());
      return message(
        changePreviewCard(
          {
            voorstel: proposal._id,
            changes: shownChanges(proposal.changes, turn.view),
            leftOut: proposal.leftOut,
            within: turn.kanaal.verbanden.flatMap((id) => turn.view.verband(id) ?? []).map(verbandName),
            endsBeforeStart: outcome.endsBeforeStart,
          },
          turn.language,
        ),
      );
    }
    case 'form':
      return afspraakForm(turn, parts, outcome.code);
    case 'choose':
      return message(askBack(turn, reading, outcome.sentence, outcome.choices));
    case 'problem':
      return message(problemCard(turn, outcome.problem));
    case 'said':
      return message(noticeCard({ kind: 'problem', sentence: outcome.sentence }, turn.language));
  }
}

function askBack(turn: Turn, reading: Reading, sentence: string, choices: readonly Choice[]): AdaptiveCard {
  const next = choices.map((choice) => ({
    title: choice.label,
    button: { kind: 'vraag.keuze', reading: { ...reading, ...choice.reading } } as const,
  }));
  return noticeCard({ kind: 'choose', sentence, next }, turn.language);
}

const problemCard = (turn: Turn, problem: ChangeProblem): AdaptiveCard =>
  noticeCard({ kind: 'problem', sentence: sentencesIn(changeTexts, turn.language).problem(problem) }, turn.language);

/** **Doorvoeren**. The name of whoever pressed goes into the history. */
export async function applyChange(turn: Turn, parts: Parts, voorstel: string): Promise<Reply> {
  const outcome = await parts.proposals.apply(voorstel, presserOf(turn, parts));
  return changed(turn, parts, outcome);
}

/** **Annuleren**. */
export async function cancelChange(turn: Turn, parts: Parts, voorstel: string): Promise<Reply> {
  return changed(turn, parts, await parts.proposals.cancel(voorstel));
}

/** **Ongedaan maken**. */
export async function undoChange(turn: Turn, parts: Parts, voorstel: string): Promise<Reply> {
  return changed(turn, parts, await parts.proposals.undo(voorstel, presserOf(turn, parts)));
}

function changed(turn: Turn, parts: Parts, outcome: PressOutcome): Reply {
  parts.log.event('change', { code: outcome.state });
  // Dates may have moved, and with them herinneringen.
  parts.wake();
  const view =
    outcome.state === 'unknown'
      ? outcome
      : {
          ...outcome,
          changes: shownChanges(outcome.changes, turn.view),
          endsBeforeStart: outcome.state === 'applied' ? endsBeforeStart(outcome.changes, parts) : [],
        };
  return replaceForAll(changeResultCard(view, turn.language, parts.timeZone));
}

/** Codes of which a date was changed and whose einddatum now comes before the ingangsdatum: allowed, seldom meant. */
function endsBeforeStart(changes: readonly AfspraakChange[], { register }: Parts): readonly string[] {
  return changes
    .filter(({ velden }) => velden.some(({ veld }) => veld === 'einddatum' || veld === 'ingangsdatum'))
    .filter(({ code }) => isEndedFirst(register.view().afspraak(code)))
    .map(({ code }) => code);
}

const isEndedFirst = (afspraak: Afspraak | undefined): boolean =>
  afspraak?.einddatum !== undefined &&
  afspraak.ingangsdatum !== undefined &&
  afspraak.einddatum < afspraak.ingangsdatum;

/** `nieuw`, or a sentence that tells of a new afspraak: the form, with what it told. */
export function newAfspraak(turn: Turn, parts: Parts, reading: Pick<Reading, 'text' | 'filter'>): Reply {
  const cells = newForm(reading, { register: parts.register, changer: changerOf(turn) });
  return message(afspraakFormCard({ formId: parts.newId(), cells, problems: [] }, turn.language));
}

/** **Wijzigen** on an afspraak: its form. */
export function afspraakForm(turn: Turn, parts: Parts, code: string): Reply {
  const opened = openForm(code, { register: parts.register, changer: changerOf(turn) });
  if (opened.kind === 'problem') return message(problemCard(turn, opened.problem));
  const { version, cells } = opened;
  return message(
    afspraakFormCard({ formId: parts.newId(), existing: { code, version }, cells, problems: [] }, turn.language),
  );
}

/** **Opslaan**. The form's own id makes a second press, or a second delivery of the first, find what the first one did. */
export async function saveAfspraakForm(
  turn: Turn,
  parts: Parts,
  form: Pick<SaveFormInput, 'formId' | 'cells' | 'existing'>,
): Promise<Reply> {
  const outcome = await saveForm({ ...form, ...presserOf(turn, parts), year: Number(turn.today.slice(0, 4)) }, parts);
  parts.log.event('form-saved', { code: outcome.kind });
  const texts = sentencesIn(botTexts, turn.language);
  switch (outcome.kind) {
    case 'problems':
      return replaceForOne(afspraakFormCard({ ...form, problems: outcome.problems }, turn.language));
    case 'created':
      parts.wake();
      return created(turn, outcome.afspraak);
    case 'changed':
      return changed(turn, parts, outcome.proposal);
    case 'unchanged':
      return replaceForOne(savedCard(turn, 'note', texts.afspraakUnchanged(outcome.code), outcome.code));
    case 'used':
      return replaceForOne(savedCard(turn, 'problem', texts.afspraakFormUsed(outcome.code), outcome.code));
    case 'stale':
      return replaceForOne(savedCard(turn, 'problem', texts.afspraakStale(outcome.code), outcome.code));
    case 'problem':
      return replaceForOne(problemCard(turn, outcome.problem));
  }
}

function created(turn: Turn, afspraak: Afspraak): Reply {
  const texts = sentencesIn(botTexts, turn.language);
  const sentence = [
    texts.afspraakCreated(afspraak._id),
    ...(isEndedFirst(afspraak) ? [texts.endsBeforeStart] : []),
  ].join('\n');
  return replaceForAll(savedCard(turn, 'done', sentence, afspraak._id));
}

/**
 * **Annuleren**: the form was opened by mistake, and the card says to everybody that nothing was saved. Pressed on an old card
 * whose form was saved meanwhile, it tells that again: what is saved stays.
 */
export async function cancelAfspraakForm(
  turn: Turn,
  parts: Parts,
  { formId, code }: { readonly formId: string; readonly code?: string },
): Promise<Reply> {
  const saved = await cancelForm(formId, parts);
  if (saved?.kind === 'created') return created(turn, saved.afspraak);
  if (saved?.kind === 'changed') return changed(turn, parts, saved.proposal);
  const texts = sentencesIn(botTexts, turn.language);
  return replaceForAll(
    code === undefined
      ? noticeCard({ kind: 'cancelled', sentence: texts.afspraakCancelled }, turn.language)
      : savedCard(turn, 'cancelled', texts.afspraakUntouched(code), code),
  );
}

function savedCard(
  turn: Turn,
  kind: 'done' | 'note' | 'problem' | 'cancelled',
  sentence: string,
  code: string,
): AdaptiveCard {
  const texts = sentencesIn(botTexts, turn.language);
  return noticeCard(
    {
      kind,
      sentence,
      next: [
        { title: texts.showAfspraak(code), button: { kind: 'afspraak.toon', code } },
        { title: texts.editAfspraak(code), button: { kind: 'afspraak.formulier', code } },
      ],
    },
    turn.language,
  );
}
