import type { Sentences } from '../../services/taal/language.ts';
import { type OwnText, own } from '../own-text.ts';

/** Answers to questions. */
const nl = {
  about: {
    afspraak: own`Afspraken`,
    besluit: own`Besluiten`,
    herinnering: own`Herinneringen`,
    zienswijze: own`Zienswijzen`,
    pc: own`Kalender`,
    rapportage: own`Rapportages`,
    verband: own`Samenwerkingen`,
    contact: own`Contact`,
    document: own`Documenten`,
    uitleg: own`Uitleg`,
  } as Readonly<Record<string, OwnText>>,
  other: own`Ketenregie`,
  afspraken: (total: number): OwnText => (total === 1 ? own`1 afspraak` : own`${total} afspraken`),
  verbanden: (total: number): OwnText => (total === 1 ? own`1 samenwerking` : own`${total} samenwerkingen`),
  besluiten: (total: number): OwnText => (total === 1 ? own`1 besluit` : own`${total} besluiten`),
  documenten: (total: number): OwnText =>
    total === 0 ? own`Geen document` : total === 1 ? own`1 document` : own`${total} documenten`,
  deelnemers: (total: number): OwnText => (total === 1 ? own`1 deelnemer` : own`${total} deelnemers`),
  afspraak: (code: OwnText): OwnText => own`Afspraak ${code}`,
  verband: own`Samenwerking`,
  contact: own`Contact`,
  choose: own`Wat bedoel je?`,
  notUnderstood: own`Dat begreep ik niet`,
  mend: own`Bedoelde je iets anders?`,
  nothing: own`Niets gevonden.`,
  noDocument: own`Bij deze afspraak staat geen document. Vraag het de eigenaar.`,
  showAfspraken: own`Toon de afspraken`,
  showVerbanden: own`Toon de samenwerkingen`,
  tooMany: (left: number): OwnText => own`Er zijn nog ${left} andere mogelijkheden. Typ de hele naam.`,
};

const en: typeof nl = {
  about: {
    afspraak: own`Agreements`,
    besluit: own`Decisions`,
    herinnering: own`Reminders`,
    zienswijze: own`Formal views`,
    pc: own`Calendar`,
    rapportage: own`Reports`,
    verband: own`Partnerships`,
    contact: own`Contact`,
    document: own`Documents`,
    uitleg: own`Explanation`,
  },
  other: own`Ketenregie`,
  afspraken: (total) => (total === 1 ? own`1 agreement` : own`${total} agreements`),
  verbanden: (total) => (total === 1 ? own`1 partnership` : own`${total} partnerships`),
  besluiten: (total) => (total === 1 ? own`1 decision` : own`${total} decisions`),
  documenten: (total) => (total === 0 ? own`No document` : total === 1 ? own`1 document` : own`${total} documents`),
  deelnemers: (total) => (total === 1 ? own`1 participant` : own`${total} participants`),
  afspraak: (code) => own`Agreement ${code}`,
  verband: own`Partnership`,
  contact: own`Contact`,
  choose: own`What do you mean?`,
  notUnderstood: own`I did not understand that`,
  mend: own`Did you mean something else?`,
  nothing: own`Nothing found.`,
  noDocument: own`This agreement has no document. Ask the owner.`,
  showAfspraken: own`Show the agreements`,
  showVerbanden: own`Show the partnerships`,
  tooMany: (left) => own`There are ${left} other possibilities. Type the full name.`,
};

export const answerTexts: Sentences<typeof nl> = { nl, en };
