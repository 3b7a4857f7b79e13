import type { FormProblem } from '../../services/besluiten/types.ts';
import type { Sentences } from '../../services/taal/language.ts';
import { mixed, type PlainText } from '../foreign-text.ts';
import { type OwnText, own } from '../own-text.ts';

/** The form of a besluit, its receipt and the besluit itself. */
const nl = {
  formTitle: own`Besluit vastleggen`,
  formIntro: own`Vul in wat er is besloten. Wat is vastgelegd, blijft staan. Verbeteren kan later wel, maar het eerste blijft zichtbaar.`,
  formProblems: (count: number): OwnText =>
    count === 1
      ? own`Nog niet vastgelegd. Kijk naar het veld met de melding.`
      : own`Nog niet vastgelegd. Kijk naar de ${count} meldingen hieronder.`,
  fields: {
    onderwerp: own`Wat is er besloten? (één regel)`,
    toelichting: own`Toelichting (mag leeg blijven)`,
    datum: own`Datum van het besluit`,
    bestuursorgaan: own`Wie heeft besloten?`,
    afspraken: own`Codes van afspraken, met een komma ertussen (mag leeg blijven)`,
    ingangsdatum: own`Gaat in op`,
    vervaldatum: own`Vervalt op (mag leeg blijven)`,
  },
  missing: {
    onderwerp: own`Schrijf in één regel op wat er is besloten.`,
    datum: own`Kies de dag van het besluit.`,
    bestuursorgaan: own`Kies wie het besluit nam.`,
    ingangsdatum: own`Kies de dag waarop het besluit ingaat.`,
  },
  problems: {
    required: own`dit veld is nog leeg.`,
    too_long: own`dit is te lang. Maak het korter.`,
    not_a_date: own`dit is geen datum die bestaat.`,
    before_start: own`deze dag ligt voor de ingangsdatum.`,
    unknown_code: own`deze code ken ik niet.`,
    unknown_choice: own`kies een van de mogelijkheden.`,
    in_future: own`deze dag moet nog komen. Kies vandaag of eerder.`,
  } satisfies Record<FormProblem['problem'], OwnText>,
  attention: own`⚠ Let op: `,
  youTyped: (value: PlainText): PlainText => mixed` Je vulde in: “${value}”.`,
  record: own`Vastleggen`,
  cancel: own`Annuleren`,
  receiptTitle: (identificatie: OwnText): OwnText => own`Vastgelegd: ${identificatie}`,
  receiptIntro: own`Het besluit staat in het register. Bewaar de code om het terug te vinden.`,
  title: (identificatie: OwnText): OwnText => own`Besluit ${identificatie}`,
  bestuursorgaan: own`Besloten door`,
  datum: own`Datum van het besluit`,
  ingangsdatum: own`Gaat in op`,
  vervaldatum: own`Vervalt op`,
  vervalredenen: {
    tijdelijk: own`Tijdelijk besluit`,
    ingetrokken_overheid: own`⚠ Ingetrokken`,
    ingetrokken_belanghebbende: own`⚠ Ingetrokken op verzoek`,
  },
  gewijzigd: { correctie: own`⚠ Later gecorrigeerd`, intrekking: own`⚠ Later ingetrokken` },
  changedOn: (day: PlainText, reden: PlainText): PlainText => mixed`${day}. Reden: ${reden}`,
  afspraken: own`Afspraken`,
  toelichting: own`Toelichting`,
  verantwoordelijkeOrganisatie: own`RSIN`,
  vastgelegdOp: own`Vastgelegd op`,
  vastgelegdDoor: own`Vastgelegd door`,
  volgnummer: own`Nummer in het register`,
  hash: own`Controlegetal (begin)`,
};

const en: typeof nl = {
  formTitle: own`Record a decision`,
  formIntro: own`Fill in what was decided. What is recorded stays. It can be corrected later, but the first version remains visible.`,
  formProblems: (count) =>
    count === 1
      ? own`Not recorded yet. Look at the field with the message.`
      : own`Not recorded yet. Look at the ${count} messages below.`,
  fields: {
    onderwerp: own`What was decided? (one line)`,
    toelichting: own`Explanation (may be left empty)`,
    datum: own`Date of the decision`,
    bestuursorgaan: own`Who decided?`,
    afspraken: own`Codes of agreements, separated by commas (may be left empty)`,
    ingangsdatum: own`Takes effect on`,
    vervaldatum: own`Expires on (may be left empty)`,
  },
  missing: {
    onderwerp: own`Write in one line what was decided.`,
    datum: own`Choose the day of the decision.`,
    bestuursorgaan: own`Choose who took the decision.`,
    ingangsdatum: own`Choose the day on which the decision takes effect.`,
  },
  problems: {
    required: own`this field is still empty.`,
    too_long: own`this is too long. Make it shorter.`,
    not_a_date: own`this is not a date that exists.`,
    before_start: own`this day is before the start date.`,
    unknown_code: own`I do not know this code.`,
    unknown_choice: own`choose one of the options.`,
    in_future: own`this day is still to come. Choose today or earlier.`,
  },
  attention: own`⚠ Please note: `,
  youTyped: (value) => mixed` You filled in: “${value}”.`,
  record: own`Record (Vastleggen)`,
  cancel: own`Cancel`,
  receiptTitle: (identificatie) => own`Recorded: ${identificatie}`,
  receiptIntro: own`The decision is in the register. Keep the code to find it again.`,
  title: (identificatie) => own`Decision ${identificatie}`,
  bestuursorgaan: own`Decided by`,
  datum: own`Date of the decision`,
  ingangsdatum: own`Takes effect on`,
  vervaldatum: own`Expires on`,
  vervalredenen: {
    tijdelijk: own`Temporary decision`,
    ingetrokken_overheid: own`⚠ Withdrawn`,
    ingetrokken_belanghebbende: own`⚠ Withdrawn on request`,
  },
  gewijzigd: { correctie: own`⚠ Corrected later`, intrekking: own`⚠ Withdrawn later` },
  changedOn: (day, reden) => mixed`${day}. Reason: ${reden}`,
  afspraken: own`Agreements`,
  toelichting: own`Explanation`,
  verantwoordelijkeOrganisatie: own`RSIN`,
  vastgelegdOp: own`Recorded on`,
  vastgelegdDoor: own`Recorded by`,
  volgnummer: own`Number in the register`,
  hash: own`Check value (start)`,
};

export const besluitTexts: Sentences<typeof nl> = { nl, en };
