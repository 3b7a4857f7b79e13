import type { Sentences } from '../../services/taal/language.ts';
import type { ChangeResult } from '../../services/wijzigen/types.ts';
import { mixed, type PlainText } from '../foreign-text.ts';
import { type OwnText, own } from '../own-text.ts';

/** Changing afspraken: the preview, its result, and the form of one afspraak. */
const nl = {
  previewTitle: own`Klopt deze wijziging?`,
  preview: (count: number): OwnText =>
    count === 1
      ? own`Er is nog niets veranderd. Kijk of dit klopt en druk op Doorvoeren.`
      : own`Dit gaat om ${count} afspraken. Er is nog niets veranderd. Kijk of dit klopt en druk op Doorvoeren.`,
  within: (names: PlainText): PlainText =>
    mixed`Alleen van ${names}. Afspraken van een andere samenwerking wijzig je in hun eigen kanaal of in een persoonlijke chat.`,
  leftOut: (count: number): OwnText =>
    count === 1
      ? own`1 afspraak doet niet mee: die is al zo, heeft geen datum, of kan hier niet worden gewijzigd.`
      : own`${count} afspraken doen niet mee: die zijn al zo, hebben geen datum, of kunnen hier niet worden gewijzigd.`,
  endsBeforeStart: (codes: OwnText): OwnText => own`⚠ De einddatum komt voor de ingangsdatum: ${codes}`,
  empty: own`leeg`,
  changed: (van: PlainText, naar: PlainText): PlainText => mixed`${van} → ${naar}`,
  apply: own`Doorvoeren`,
  cancel: own`Annuleren`,
  undo: own`Ongedaan maken`,
  appliedTitle: (count: number): OwnText =>
    count === 0
      ? own`⚠ Niets gewijzigd`
      : count === 1
        ? own`Gewijzigd: 1 afspraak`
        : own`Gewijzigd: ${count} afspraken`,
  undoneTitle: (count: number): OwnText =>
    count === 0
      ? own`⚠ Niets ongedaan gemaakt`
      : count === 1
        ? own`Ongedaan gemaakt bij 1 afspraak`
        : own`Ongedaan gemaakt bij ${count} afspraken`,
  by: own`Door`,
  undoHint: own`Terugdraaien kan nog een dag, met de knop hieronder.`,
  left: {
    unchanged: own`Dit stond er al zo`,
    stale: own`⚠ Niet overschreven, want intussen door iemand anders gewijzigd`,
    gone: own`⚠ Niet gevonden`,
    not_allowed: own`⚠ Niet gewijzigd, want dat kan hier niet meer`,
  } satisfies Record<Exclude<ChangeResult['kind'], 'saved'>, OwnText>,
  closed: {
    cancelled: own`De wijziging is geannuleerd. Er is niets veranderd.`,
    expired: own`Deze wijziging is te oud. Vraag haar opnieuw, dan krijg je een nieuwe kaart.`,
    unknown: own`Deze wijziging ken ik niet meer. Vraag haar opnieuw, dan krijg je een nieuwe kaart.`,
  },
  closedTitle: own`Wijziging`,
  newTitle: own`Nieuwe afspraak`,
  editTitle: (code: OwnText): OwnText => own`Afspraak ${code} wijzigen`,
  newIntro: own`Vul in wat is afgesproken. Titel, soort en samenwerking zijn nodig; de rest mag leeg blijven.`,
  editIntro: own`Verander wat anders moet en druk op Opslaan. Wat er eerst stond, blijft bewaard.`,
  formProblems: (count: number): OwnText =>
    count === 1
      ? own`Nog niet opgeslagen. Kijk naar het veld met de melding.`
      : own`Nog niet opgeslagen. Kijk naar de ${count} meldingen hieronder.`,
  kept: (names: OwnText): OwnText => own`Te lang voor dit formulier, en blijft zoals het is: ${names}`,
  save: own`Opslaan`,
  none: own`niet ingevuld`,
  yes: own`ja`,
  no: own`nee`,
  attention: own`⚠ Let op: `,
  youTyped: (value: PlainText): PlainText => mixed` Je vulde in: “${value}”.`,
  didYouMean: (names: PlainText): PlainText => mixed` Bedoel je: ${names}?`,
  missing: {
    titel: own`Schrijf in één regel waar de afspraak over gaat.`,
    soort: own`Kies een soort.`,
    verband: own`Schrijf de naam van de samenwerking.`,
  },
  hint: {
    partijen: own`leeg: alle deelnemers; tussen twee namen een rechte streep`,
    eigenaar: own`naam, en het e-mailadres tussen punthaken`,
    plaatsvervanger: own`naam; hoort het als de eigenaar niet reageert`,
    opzegtermijn: own`bijvoorbeeld 6 maanden`,
    document: own`link die met https begint`,
  },
};

const en: typeof nl = {
  previewTitle: own`Is this change right?`,
  preview: (count) =>
    count === 1
      ? own`Nothing was changed yet. See whether this is right and press Apply.`
      : own`This is about ${count} agreements. Nothing was changed yet. See whether this is right and press Apply.`,
  within: (names) =>
    mixed`Of ${names} alone. Agreements of another partnership are changed in their own channel or in a personal chat.`,
  leftOut: (count) =>
    count === 1
      ? own`1 agreement does not take part: it says so already, has no date, or cannot be changed here.`
      : own`${count} agreements do not take part: they say so already, have no date, or cannot be changed here.`,
  endsBeforeStart: (codes) => own`⚠ The end date comes before the start date: ${codes}`,
  empty: own`empty`,
  changed: (van, naar) => mixed`${van} → ${naar}`,
  apply: own`Apply (Doorvoeren)`,
  cancel: own`Cancel`,
  undo: own`Undo`,
  appliedTitle: (count) =>
    count === 0 ? own`⚠ Nothing changed` : count === 1 ? own`Changed: 1 agreement` : own`Changed: ${count} agreements`,
  undoneTitle: (count) =>
    count === 0 ? own`⚠ Nothing undone` : count === 1 ? own`Undone in 1 agreement` : own`Undone in ${count} agreements`,
  by: own`By`,
  undoHint: own`It can be undone for a day, with the button below.`,
  left: {
    unchanged: own`It said so already`,
    stale: own`⚠ Not overwritten, because somebody else changed it in between`,
    gone: own`⚠ Not found`,
    not_allowed: own`⚠ Not changed, because that is no longer possible here`,
  },
  closed: {
    cancelled: own`The change was cancelled. Nothing was changed.`,
    expired: own`This change is too old. Ask for it again to get a new card.`,
    unknown: own`I no longer know this change. Ask for it again to get a new card.`,
  },
  closedTitle: own`Change`,
  newTitle: own`New agreement`,
  editTitle: (code) => own`Change agreement ${code}`,
  newIntro: own`Fill in what was agreed. Title, kind and partnership are needed; the rest may stay empty.`,
  editIntro: own`Change what should be different and press Save. What it said before is kept.`,
  formProblems: (count) =>
    count === 1
      ? own`Not saved yet. Look at the field with the message.`
      : own`Not saved yet. Look at the ${count} messages below.`,
  kept: (names) => own`Too long for this form, and stays as it is: ${names}`,
  save: own`Save (Opslaan)`,
  none: own`not filled in`,
  yes: own`yes`,
  no: own`no`,
  attention: own`⚠ Please note: `,
  youTyped: (value) => mixed` You filled in: “${value}”.`,
  didYouMean: (names) => mixed` Do you mean: ${names}?`,
  missing: {
    titel: own`Write in one line what the agreement is about.`,
    soort: own`Choose a kind.`,
    verband: own`Write the name of the partnership.`,
  },
  hint: {
    partijen: own`empty: all participants; a vertical bar between two names`,
    eigenaar: own`name, and the e-mail address in angle brackets`,
    plaatsvervanger: own`name; hears of it when the owner does not respond`,
    opzegtermijn: own`for example 6 maanden`,
    document: own`link that starts with https`,
  },
};

export const wijzigingTexts: Sentences<typeof nl> = { nl, en };
