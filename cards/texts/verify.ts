import type { BreakReason } from '../../services/besluiten/verify.ts';
import type { Sentences } from '../../services/taal/language.ts';
import { type OwnText, own } from '../own-text.ts';

/** The check of the besluitenregister. */
const nl = {
  title: own`Controle van het besluitenregister`,
  empty: own`Er is nog niets vastgelegd. Er valt dus niets te controleren.`,
  sound: (count: number): OwnText =>
    count === 1
      ? own`✔ Het register klopt. Er is 1 vastlegging en die is niet veranderd.`
      : own`✔ Het register klopt. Alle ${count} vastleggingen zijn onveranderd en staan op volgorde.`,
  broken: (at: number): OwnText => own`⚠ Het register klopt niet vanaf nummer ${at}.`,
  rewritten: (at: number): OwnText => own`⚠ Het register is herschreven: nummer ${at} heeft een ander controlegetal.`,
  truncated: (count: number, expected: number): OwnText =>
    own`⚠ Er ontbreekt een stuk: er zijn ${count} vastleggingen, het zouden er minstens ${expected} moeten zijn.`,
  malformed: own`⚠ Dit is geen export van het besluitenregister die ik kan lezen.`,
  next: own`Vertrouw besluiten vanaf dit nummer niet zonder navraag. Meld het je beheerder en vergelijk met een eerdere export.`,
  malformedNext: own`Maak een nieuwe export en probeer het nog een keer.`,
  reasons: {
    gap: own`er ontbreekt een vastlegging, of er staat er een dubbel`,
    hash: own`de inhoud past niet bij het controlegetal`,
    previous: own`de vastlegging sluit niet aan op de vorige`,
    number: own`het nummer van het besluit klopt niet`,
    commitment: own`wie het vastlegde, klopt niet`,
  } satisfies Record<BreakReason, OwnText>,
  besluit: own`Besluit`,
  whatIsWrong: own`Wat er niet klopt`,
  count: own`Aantal vastleggingen`,
  erased: own`Waarvan de naam is gewist`,
  head: own`Controlegetal van de laatste`,
  headWhy: own`Vergelijk dit getal met dat van je partners. Is het gelijk, dan heeft iedereen hetzelfde register.`,
};

const en: typeof nl = {
  title: own`Check of the register of decisions`,
  empty: own`Nothing has been recorded yet, so there is nothing to check.`,
  sound: (count) =>
    count === 1
      ? own`✔ The register is sound. There is 1 entry and it has not been changed.`
      : own`✔ The register is sound. All ${count} entries are unchanged and in order.`,
  broken: (at) => own`⚠ The register is not sound from number ${at} on.`,
  rewritten: (at) => own`⚠ The register has been rewritten: number ${at} has another check value.`,
  truncated: (count, expected) =>
    own`⚠ A part is missing: there are ${count} entries, there should be at least ${expected}.`,
  malformed: own`⚠ This is not an export of the register of decisions that I can read.`,
  next: own`Do not trust decisions from this number on without asking. Tell your administrator and compare with an earlier export.`,
  malformedNext: own`Make a new export and try again.`,
  reasons: {
    gap: own`an entry is missing or is there twice`,
    hash: own`the content does not match its check value`,
    previous: own`the entry does not follow on the one before`,
    number: own`the number of the decision is not right`,
    commitment: own`who recorded it is not right`,
  },
  besluit: own`Decision`,
  whatIsWrong: own`What is wrong`,
  count: own`Number of entries`,
  erased: own`Of which the name was erased`,
  head: own`Check value of the last one`,
  headWhy: own`Compare this value with that of your partners. If it is the same, everybody has the same register.`,
};

export const verifyTexts: Sentences<typeof nl> = { nl, en };
