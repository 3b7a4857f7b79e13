import { noticeCard } from '../../cards/notice-card.ts';
import { readOverzicht } from '../../services/overzicht/sentence.ts';
import { recesAsked } from '../../services/reces/sentence.ts';
import { languages, sentencesIn } from '../../services/taal/language.ts';
import { readCommand } from '../../services/vragen/command.ts';
import { message, type Parts, type Reply, type Turn } from '../parts.ts';
import { botTexts } from '../texts.ts';
import { agenda } from './agenda.ts';
import { ask } from './ask.ts';
import { verify } from './besluit.ts';
import { deliveryReport } from './bezorging.ts';
import { escalatie } from './escalatie.ts';
import { loadExample } from './example.ts';
import { help } from './help.ts';
import { keten, sayKeten } from './keten.ts';
import { koppel, ontkoppel } from './koppel.ts';
import { listMisses } from './misses.ts';
import { sayOverzicht } from './overzicht.ts';
import { reces } from './reces.ts';
import { status } from './status.ts';

/** What somebody typed: a command of CONTRACT §7 that only exists in the chat, or else a sentence for the engine. */
export async function say(turn: Turn, parts: Parts, text: string): Promise<Reply> {
  if (text === '') return help(turn);
  const spoken = readCommand(text);
  if (spoken === undefined) {
    const recesQuestion = recesAsked(text, undefined);
    if (recesQuestion !== undefined) return reces(turn, parts, recesQuestion);
    const overzicht = readOverzicht(text);
    if (overzicht !== undefined) return sayOverzicht(turn, parts, overzicht);
    return sayKeten(turn, parts, text) ?? ask(turn, parts, text);
  }
  switch (spoken.command) {
    case 'koppel':
      return koppel(turn, parts, spoken.argument);
    case 'ontkoppel':
      return ontkoppel(turn, parts, spoken.argument);
    case 'voorbeeld':
      return loadExample(turn, parts);
    case 'verifieer':
      return verify(turn, parts);
    case 'status':
      return status(turn, parts);
    case 'reces': {
      const asked = recesAsked(text, spoken.argument);
      return asked === undefined ? ask(turn, parts, text) : reces(turn, parts, asked);
    }
    case 'onbeantwoord':
      return listMisses(turn, parts, 1);
    case 'bezorging':
      return deliveryReport(turn, parts, 1);
    case 'keten':
      return keten(turn, parts, spoken.argument);
    case 'escalatie':
      return escalatie(turn, parts, spoken.argument);
    case 'agenda':
      return agenda(turn, parts, spoken.argument === 'nieuw' ? 'nieuw' : '');
    case 'taal':
      return setLanguage(turn, parts, spoken.argument);
  }
}

/** `taal nl|en|fy`: for this conversation, until it is changed. */
async function setLanguage(turn: Turn, parts: Parts, wanted: string): Promise<Reply> {
  const language = languages.find((each) => each === wanted.trim().toLowerCase());
  if (language === undefined) {
    const { languageUnknown } = sentencesIn(botTexts, turn.language);
    return message(noticeCard({ kind: 'problem', sentence: languageUnknown }, turn.language));
  }
  await parts.kanalen.setLanguage(turn.kanaal._id, language);
  const texts = sentencesIn(botTexts, language);
  const sentence = language === 'fy' ? texts.frisianRead : texts.languageSet;
  return message(noticeCard({ kind: 'done', sentence }, language));
}
