import type { Sentences } from '../../services/taal/language.ts';
import { type OwnText, own } from '../own-text.ts';

/** Words about answers that were wrong or missing. */
const nl = {
  klopte: own`Klopte dit?`,
  yes: own`Ja`,
  no: own`Nee`,
  changes: own`Laatste wijzigingen`,
  title: (total: number): OwnText =>
    total === 0
      ? own`Geen onbeantwoorde vragen`
      : total === 1
        ? own`1 onbeantwoorde vraag`
        : own`${total} onbeantwoorde vragen`,
  none: own`Alles is beantwoord. Wat ik niet begrijp, komt hier te staan.`,
  asked: (count: number): OwnText => (count === 1 ? own`1 keer gevraagd` : own`${count} keer gevraagd`),
  niet_begrepen: own`niet begrepen`,
  klopt_niet: own`het antwoord klopte niet`,
  askOwner: own`Vraag het aan`,
  nobody: own`Niemand is eigenaar van een afspraak hierover.`,
  answer: own`Beantwoorden`,
  dismiss: own`Van de lijst halen`,
  formTitle: own`Vraag beantwoorden`,
  formHint: own`Je antwoord komt bij de afspraak te staan. Wie hetzelfde vraagt, ziet het antwoord met je naam en de datum.`,
  code: own`Code van de afspraak`,
  codePlaceholder: own`AFS-2026-012`,
  codeMissing: own`Vul de code in van de afspraak waar dit over gaat.`,
  antwoord: own`Antwoord`,
  antwoordMissing: own`Vul het antwoord in.`,
  save: own`Opslaan`,
  problem: {
    unknown_code: own`⚠ Deze code ken ik hier niet. Kijk of de code klopt; typ afspraken voor de lijst.`,
    empty: own`⚠ Vul de code en het antwoord in.`,
  },
};

const en: typeof nl = {
  klopte: own`Was this right?`,
  yes: own`Yes`,
  no: own`No`,
  changes: own`Latest changes`,
  title: (total) =>
    total === 0
      ? own`No unanswered questions`
      : total === 1
        ? own`1 unanswered question`
        : own`${total} unanswered questions`,
  none: own`Everything has been answered. What I do not understand is listed here.`,
  asked: (count) => (count === 1 ? own`asked once` : own`asked ${count} times`),
  niet_begrepen: own`not understood`,
  klopt_niet: own`the answer was not right`,
  askOwner: own`Ask`,
  nobody: own`Nobody owns an agreement about this.`,
  answer: own`Answer`,
  dismiss: own`Take off the list`,
  formTitle: own`Answer a question`,
  formHint: own`Your answer is kept with the agreement. Whoever asks the same sees it, with your name and the date.`,
  code: own`Code of the agreement`,
  codePlaceholder: own`AFS-2026-012`,
  codeMissing: own`Fill in the code of the agreement this is about.`,
  antwoord: own`Answer`,
  antwoordMissing: own`Fill in the answer.`,
  save: own`Save`,
  problem: {
    unknown_code: own`⚠ I do not know this code here. Check the code; type afspraken for the list.`,
    empty: own`⚠ Fill in the code and the answer.`,
  },
};

export const missesTexts: Sentences<typeof nl> = { nl, en };
