import { helpCard } from '../../cards/help-card.ts';
import { importCard } from '../../cards/import-card.ts';
import { welcomeCard } from '../../cards/welcome-card.ts';
import { message, type Reply, type Turn } from '../parts.ts';

/** First steps: the greeting when the bot is added, and `help`. */
export const welcome = (turn: Turn): Reply =>
  message(
    welcomeCard(
      {
        personal: turn.inbound.address.conversationType === 'personal',
        registerEmpty: turn.view.verbanden.length === 0,
      },
      turn.language,
    ),
  );

export const help = (turn: Turn): Reply => message(helpCard(turn.language));

/** How a file with afspraken comes in. */
export const importHelp = (turn: Turn): Reply => message(importCard(turn.language));
