import { answerFormCard, type MissView, missesCard } from '../../cards/misses-card.ts';
import type { MissAction } from '../../cards/misses-data.ts';
import { noticeCard } from '../../cards/notice-card.ts';
import { isReading } from '../../cards/reading-data.ts';
import { readCode } from '../../services/register/codes.ts';
import { sentencesIn } from '../../services/taal/language.ts';
import { maySee } from '../../services/toegang/scope.ts';
import type { Answer } from '../../services/vragen/answer-types.ts';
import { ownerWithAddress } from '../../services/vragen/answer-view.ts';
import { describeReading } from '../../services/vragen/describe.ts';
import { type Misvraag, misvraagAllowedIn, openMisvragen, type Place } from '../../services/vragen/misses.ts';
import { openNotities } from '../../services/vragen/notes.ts';
import type { Reading } from '../../services/vragen/reading.ts';
import { whomToAsk } from '../../services/vragen/whom-to-ask.ts';
import { missesTexts } from '../misses-texts.ts';
import { message, type Parts, type Reply, replaceForAll, replaceForOne, type Turn, told } from '../parts.ts';
import { askerOf } from './asker.ts';

/** Learning from what went wrong: "Klopte dit?", the list of unanswered questions, and answering one. */

const placeOf = ({ inbound, kanaal }: Turn): Place => ({
  tenant: inbound.address.tenantId,
  kanaal: kanaal._id,
  verbanden: kanaal.verbanden,
});

const misvragenOf = (parts: Parts) => openMisvragen(parts.store, parts.newId);

const missOf = (turn: Turn, parts: Parts, reading: Reading) => ({
  ...placeOf(turn),
  reading,
  naam: turn.inbound.person.naam,
  now: parts.clock.now(),
});

/** After each answer: what was not understood is kept. */
export async function keepMissed(turn: Turn, parts: Parts, answer: Answer): Promise<void> {
  if (answer.missed !== true) return;
  await misvragenOf(parts).keep({ ...missOf(turn, parts, answer.reading), reden: 'niet_begrepen' });
}

/** **Ja** and **Nee** under an answer. The answer stays where it is; a second **Nee** of the same person counts no more. */
export async function klopte(turn: Turn, parts: Parts, goed: boolean, reading: Reading): Promise<Reply> {
  const texts = sentencesIn(missesTexts, turn.language);
  if (goed) return told(texts.thanks);
  const melder = turn.inbound.threadKey;
  const { counted } = await misvragenOf(parts).keep({ ...missOf(turn, parts, reading), reden: 'klopt_niet', melder });
  parts.log.event('answer-wrong', { intent: reading.intent, count: counted ? 1 : 0 });
  const { mend } = await parts.engine.answer(reading, askerOf(turn, parts));
  const card = noticeCard(
    {
      kind: 'note',
      sentence: texts.noted(
        ownerFor({ text: reading.text, filter: reading.filter }, turn.kanaal.verbanden, turn, parts),
        mend.length > 0,
      ),
      next: [
        ...mend.slice(0, 4).map(({ label, reading: other }) => {
          return { title: label, button: { kind: 'vraag.keuze', reading: { ...reading, ...other } } } as const;
        }),
        { title: texts.unanswered, button: { kind: 'misvragen.pagina', page: 1 } },
      ],
    },
    turn.language,
  );
  return message(card);
}

function ownerFor(
  asked: Pick<Reading, 'text' | 'filter'>,
  verbanden: readonly string[],
  turn: Turn,
  parts: Parts,
): string | undefined {
  const knowing = { view: turn.view, names: parts.register.names(), viewer: turn.viewer };
  const owner = whomToAsk({ ...asked, verbanden }, knowing);
  return owner && ownerWithAddress(owner);
}

/** `onbeantwoord`. In a channel only once it is bound: before that nobody knows whose questions these are. */
export async function listMisses(turn: Turn, parts: Parts, page: number): Promise<Reply> {
  const isShared = turn.inbound.address.conversationType !== 'personal';
  if (isShared && turn.kanaal.verbanden.length === 0) {
    const { bindFirst } = sentencesIn(missesTexts, turn.language);
    return message(noticeCard({ kind: 'note', sentence: bindFirst }, turn.language));
  }
  const card = await listCard(turn, parts, page);
  return page === 1 ? message(card) : replaceForOne(card);
}

async function listCard(turn: Turn, parts: Parts, page: number) {
  const open = await misvragenOf(parts).list(placeOf(turn), parts.clock.now());
  return missesCard(
    open.map((misvraag) => viewOf(misvraag, turn, parts)),
    page,
    turn.language,
  );
}

function viewOf(misvraag: Misvraag, turn: Turn, parts: Parts): MissView {
  const { _id, tekst, aantal, reden, intent, taal, verbanden } = misvraag;
  const stored: unknown = { text: tekst, lang: taal, intent, filter: JSON.parse(misvraag.filter) };
  // A filter of an older release is not understood any more; the question itself still is.
  const reading: Reading = isReading(stored) ? stored : { text: tekst, lang: taal, intent, filter: {} };
  const owner = ownerFor(reading, verbanden, turn, parts);
  return {
    _id,
    tekst,
    aantal,
    reden,
    understood: describeReading(reading, turn.language),
    ...(owner !== undefined && { owner }),
  };
}

type OfOne = Extract<MissAction, { misvraag: string }>;

/** **Beantwoorden**, **Opslaan** and **Van de lijst halen**, for who may see the question here. */
export async function pressMiss(turn: Turn, parts: Parts, action: OfOne): Promise<Reply> {
  const misvraag = await misvragenOf(parts).get(action.misvraag);
  if (misvraag === undefined || misvraag.state === 'verlopen' || !misvraagAllowedIn(misvraag, placeOf(turn))) {
    const { gone } = sentencesIn(missesTexts, turn.language);
    return message(noticeCard({ kind: 'problem', sentence: gone }, turn.language));
  }
  switch (action.kind) {
    case 'misvraag.beantwoorden':
      return message(answerFormCard({ misvraag: misvraag._id, vraag: misvraag.tekst }, turn.language));
    case 'misvraag.weg':
      await misvragenOf(parts).settle(misvraag._id, 'weg');
      return replaceForAll(await listCard(turn, parts, 1));
    case 'misvraag.opslaan':
      return saveAnswer(turn, parts, misvraag, action);
  }
}

/** The answer is kept beside an afspraak that the one who answers may see here. */
async function saveAnswer(
  turn: Turn,
  parts: Parts,
  misvraag: Misvraag,
  typed: Extract<OfOne, { kind: 'misvraag.opslaan' }>,
): Promise<Reply> {
  const { code, antwoord } = typed;
  const form = { misvraag: misvraag._id, vraag: misvraag.tekst, code, antwoord };
  if (code === '' || antwoord === '')
    return replaceForOne(answerFormCard({ ...form, problem: 'empty' }, turn.language));
  const afspraak = turn.view.afspraak(readCode(code) ?? code);
  if (afspraak === undefined || !maySee(turn.viewer, afspraak))
    return replaceForOne(answerFormCard({ ...form, problem: 'unknown_code' }, turn.language));
  // The count tells a question that was answered, found wrong and asked again from the one that is pressed twice.
  await openNotities(parts.store).keep(`${misvraag._id}-${misvraag.aantal}`, {
    code: afspraak._id,
    vraag: misvraag.tekst,
    antwoord,
    door: turn.inbound.person.naam,
    op: parts.clock.now(),
  });
  await misvragenOf(parts).settle(misvraag._id, 'beantwoord');
  parts.log.event('miss-answered', { code: afspraak._id });
  const texts = sentencesIn(missesTexts, turn.language);
  return replaceForAll(
    noticeCard(
      {
        kind: 'done',
        sentence: texts.kept(afspraak._id),
        next: [{ title: texts.show(afspraak._id), button: { kind: 'afspraak.toon', code: afspraak._id } }],
      },
      turn.language,
    ),
  );
}
