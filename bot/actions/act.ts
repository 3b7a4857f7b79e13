import { noticeCard } from '../../cards/notice-card.ts';
import { sentencesIn } from '../../services/taal/language.ts';
import type { Reading } from '../../services/vragen/reading.ts';
import { message, type Parts, type Reply, type Turn } from '../parts.ts';
import { botTexts } from '../texts.ts';
import { besluitForm } from './besluit.ts';
import { help } from './help.ts';
import { herinneringen } from './herinneringen.ts';
import { manageBySentence } from './regel-manage.ts';
import { askReminder } from './regels.ts';
import { newAfspraak, proposeFromSentence } from './wijzigen.ts';

/**
 * Does what a sentence asks for, where it is a deed and not a question. What cannot be done in the chat is said plainly.
 *
 * @param page of a list to which somebody turned; absent: it was asked just now
 */
export async function act(turn: Turn, parts: Parts, reading: Reading, page?: number): Promise<Reply> {
  const { intent, filter } = reading;
  switch (intent) {
    case 'besluit.vastleggen':
      return besluitForm(turn, parts, filter);
    case 'afspraak.wijzigen':
      return proposeFromSentence(turn, parts, reading);
    case 'afspraak.aanmaken':
      return newAfspraak(turn, parts, reading);
    case 'herinnering.instellen':
      return askReminder(turn, parts, reading);
    case 'herinnering.uitstellen':
      return manageBySentence(turn, parts, reading, 'uitstel');
    case 'herinnering.stoppen':
      return manageBySentence(turn, parts, reading, 'stop');
    case 'herinnering.tonen':
      return herinneringen(turn, parts, { reading, ...(page !== undefined && { page }) });
    case 'help':
      return help(turn);
    default: {
      const texts = sentencesIn(botTexts, turn.language);
      parts.log.event('deed-not-offered', { intent });
      return message(
        noticeCard(
          {
            kind: 'note',
            sentence: texts.notOffered[intent] ?? texts.notOfferedYet,
            next: [
              ...(intent === 'besluit.intrekken'
                ? [{ title: texts.recordButton, button: { kind: 'besluit.formulier' } } as const]
                : []),
              { title: texts.helpButton, button: { kind: 'help' } },
            ],
          },
          turn.language,
        ),
      );
    }
  }
}
