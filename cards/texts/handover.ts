import type { Sentences } from '../../services/taal/language.ts';
import { mixed, type PlainText } from '../foreign-text.ts';
import { own } from '../own-text.ts';

/** Somebody left a channel and owns afspraken of its verbanden. */
const nl = {
  title: own`Wie neemt het over?`,
  owns: (naam: PlainText, count: number): PlainText =>
    count === 1
      ? mixed`${naam} is uit dit kanaal en is eigenaar van 1 afspraak:`
      : mixed`${naam} is uit dit kanaal en is eigenaar van ${count} afspraken:`,
  naar: own`Nieuwe eigenaar`,
  placeholder: own`Naam of e-mailadres`,
  missing: own`Vul in wie het overneemt.`,
  hint: own`Je ziet eerst wat er verandert. Er gebeurt nog niets.`,
  handOver: own`Overdragen`,
};

const en: typeof nl = {
  title: own`Who takes over?`,
  owns: (naam, count) =>
    count === 1
      ? mixed`${naam} has left this channel and owns 1 agreement:`
      : mixed`${naam} has left this channel and owns ${count} agreements:`,
  naar: own`New owner`,
  placeholder: own`Name or e-mail address`,
  missing: own`Fill in who takes over.`,
  hint: own`You first see what changes. Nothing happens yet.`,
  handOver: own`Hand over (Overdragen)`,
};

export const handoverTexts: Sentences<typeof nl> = { nl, en };
