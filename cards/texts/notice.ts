import type { Sentences } from '../../services/taal/language.ts';
import { own } from '../own-text.ts';

/** Short messages. */
const nl = {
  done: own`Gelukt`,
  note: own`Ketenregie`,
  choose: own`Wat bedoel je?`,
  cancelled: own`Geannuleerd`,
  problem: own`⚠ Dat lukte niet`,
  reference: own`Kenmerk voor de beheerder`,
};

const en: typeof nl = {
  done: own`Done`,
  note: own`Ketenregie`,
  choose: own`What do you mean?`,
  cancelled: own`Cancelled`,
  problem: own`⚠ That did not work`,
  reference: own`Reference for the administrator`,
};

export const noticeTexts: Sentences<typeof nl> = { nl, en };
