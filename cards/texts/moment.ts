import type { MomentDeed } from '../../services/herinneringen/types.ts';
import type { Sentences } from '../../services/taal/language.ts';
import { mixed, type PlainText } from '../foreign-text.ts';
import { own } from '../own-text.ts';

/** One planned reminder that follows from a date of an afspraak, managed by hand. */
const nl = {
  title: own`Geplande herinnering`,
  about: own`Waarover`,
  on: own`Herinnering op`,
  from: own`Deze herinnering volgt vanzelf uit de datum van de afspraak. Verandert de datum, dan schuift hij mee.`,
  state: own`Stand`,
  comes: own`komt`,
  leftOut: own`wordt overgeslagen`,
  quiet: (day: PlainText): PlainText => mixed`gepauzeerd tot ${day}`,
  gone: own`komt niet meer`,
  onTheDay: own`Op de dag zelf komt er altijd een herinnering.`,
  dayLabel: own`Dag voor Verplaatsen, of tot wanneer pauzeren (leeg: tot de datum zelf)`,
  buttons: {
    example: own`Voorbeeld`,
    now: own`Nu sturen`,
    move: own`Verplaatsen`,
    pause: own`Pauzeren`,
    resume: own`Hervatten`,
    skip: own`Overslaan`,
  },
  history: own`Wie deed wat`,
  deeds: {
    nu: own`nu gestuurd`,
    gepauzeerd: own`gepauzeerd`,
    hervat: own`weer aangezet`,
    overgeslagen: own`overgeslagen`,
  } satisfies Record<MomentDeed, unknown>,
  trace: (deed: PlainText, who: PlainText, when: PlainText): PlainText => mixed`${deed} door ${who} (${when})`,
  until: (day: PlainText): PlainText => mixed`, tot ${day}`,
};

const en: typeof nl = {
  title: own`Planned reminder`,
  about: own`About`,
  on: own`Reminder on`,
  from: own`This reminder follows from the date of the agreement. When the date changes, it moves with it.`,
  state: own`State`,
  comes: own`will come`,
  leftOut: own`is left out`,
  quiet: (day) => mixed`paused until ${day}`,
  gone: own`will not come any more`,
  onTheDay: own`On the day itself a reminder always comes.`,
  dayLabel: own`Day for Move, or until when to pause (empty: until the date itself)`,
  buttons: {
    example: own`Example`,
    now: own`Send now`,
    move: own`Move`,
    pause: own`Pause`,
    resume: own`Resume`,
    skip: own`Leave out`,
  },
  history: own`Who did what`,
  deeds: { nu: own`sent there and then`, gepauzeerd: own`paused`, hervat: own`resumed`, overgeslagen: own`left out` },
  trace: (deed, who, when) => mixed`${deed} by ${who} (${when})`,
  until: (day) => mixed`, until ${day}`,
};

export const momentTexts: Sentences<typeof nl> = { nl, en };
