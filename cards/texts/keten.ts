import type { Sentences } from '../../services/taal/language.ts';
import { mixed, type PlainText } from '../foreign-text.ts';
import { type OwnText, own } from '../own-text.ts';

/** The keten of a verband, and after how many working days somebody else is asked. */
const nl = {
  title: own`Keten`,
  intro: own`Hoe werken jullie samen, en wie wordt aangesproken als niemand op een herinnering reageert?`,
  unset: own`Ketenmodel niet ingesteld: als niemand reageert, vraag ik het aan iedereen in het kanaal.`,
  changedBy: (who: PlainText, when: PlainText): PlainText => mixed`Laatst gewijzigd door ${who} (${when})`,
  label: {
    model: own`Ketenmodel`,
    regisseur: own`Regisseur (bij orkestratie; naam)`,
    coordinator: own`Coördinator (naam)`,
    plaatsvervanger: own`Plaatsvervanger (voor eigenaren die er zelf geen noemen; naam)`,
    schakels: own`Schakels in volgorde (bij estafette; één organisatie per regel, met een naam na een dubbele punt)`,
  },
  field: {
    model: own`Ketenmodel`,
    regisseur: own`Regisseur`,
    coordinator: own`Coördinator`,
    plaatsvervanger: own`Plaatsvervanger`,
    schakels: own`Schakels`,
  },
  none: own`niet ingesteld`,
  model: {
    orkestratie: own`orkestratie: één regisseur stuurt`,
    estafette: own`estafette: schakels geven door`,
    netwerk: own`netwerk: samen, zonder hiërarchie`,
  },
  shortModel: { orkestratie: own`orkestratie`, estafette: own`estafette`, netwerk: own`netwerk` },
  save: own`Opslaan`,
  notYet: own`Er verandert pas iets als je op Opslaan drukt.`,
  edit: own`Keten instellen`,
  undo: own`Ongedaan maken`,
  saved: own`✔ Opgeslagen. Bij een volgende herinnering zonder reactie geldt dit.`,
  undone: own`✔ Teruggezet naar hoe het was.`,
  problems: (count: number): OwnText =>
    count === 1 ? own`⚠ Eén ding klopt nog niet.` : own`⚠ ${count} dingen kloppen nog niet.`,
  attention: own`⚠ Let op: `,
  tooMany: own`noem hooguit 40 schakels`,
  youTyped: (value: PlainText): PlainText => mixed` Je vulde in: “${value}”.`,
  didYouMean: (names: PlainText): PlainText => mixed` Bedoel je: ${names}?`,
  termsTitle: own`Opschalen`,
  termsIntro: own`Drukt niemand op een knop, dan vraag ik het na een paar werkdagen aan de volgende: eerst de eigenaar, dan de plaatsvervanger, de coördinator, en dan volgens het ketenmodel. Elke knop stopt dit.`,
  scope: {
    afspraak: own`Voor deze afspraak`,
    soort: own`Voor deze soort afspraken`,
    verband: own`Voor deze samenwerking`,
    kanaal: own`Voor dit kanaal`,
  },
  now: own`Nu`,
  days: (kind: OwnText, days: number): OwnText =>
    days === 0 ? own`${kind}: uit` : own`${kind}: ${days} ${days === 1 ? own`werkdag` : own`werkdagen`}`,
  daysLabel: own`Opschalen na`,
  choice: (days: number): OwnText =>
    days === 0 ? own`niet opschalen` : days === 1 ? own`1 werkdag` : own`${days} werkdagen`,
  setBy: own`Ingesteld door`,
  back: own`Gewone termijnen`,
};

const en: typeof nl = {
  title: own`Chain`,
  intro: own`How do you work together, and who is asked when nobody responds to a reminder?`,
  unset: own`Chain model not set: if nobody responds I ask everybody in the channel.`,
  changedBy: (who, when) => mixed`Last changed by ${who} (${when})`,
  label: {
    model: own`Chain model (ketenmodel)`,
    regisseur: own`Regisseur, who directs (of an orkestratie; name)`,
    coordinator: own`Coordinator (name)`,
    plaatsvervanger: own`Deputy (of owners who name none themselves; name)`,
    schakels: own`Links in order (of an estafette; one organisation on a line, with a name after a colon)`,
  },
  field: {
    model: own`Chain model`,
    regisseur: own`Regisseur`,
    coordinator: own`Coordinator`,
    plaatsvervanger: own`Deputy`,
    schakels: own`Links`,
  },
  none: own`not set`,
  model: {
    orkestratie: own`orkestratie: one party directs`,
    estafette: own`estafette: links hand over`,
    netwerk: own`netwerk: together, without hierarchy`,
  },
  shortModel: { orkestratie: own`orkestratie`, estafette: own`estafette`, netwerk: own`netwerk` },
  save: own`Save`,
  notYet: own`Nothing changes until you press Save.`,
  edit: own`Set the chain`,
  undo: own`Undo`,
  saved: own`✔ Saved. This holds from the next reminder without a response.`,
  undone: own`✔ Put back to how it was.`,
  problems: (count) => (count === 1 ? own`⚠ One thing is not right yet.` : own`⚠ ${count} things are not right yet.`),
  attention: own`⚠ Attention: `,
  tooMany: own`name at most 40 links`,
  youTyped: (value) => mixed` You typed: “${value}”.`,
  didYouMean: (names) => mixed` Do you mean: ${names}?`,
  termsTitle: own`Escalation`,
  termsIntro: own`If nobody presses a button, I ask the next one after a few working days: first the owner, then the deputy, the coordinator, and then as the chain model says. Every button stops this.`,
  scope: {
    afspraak: own`For this agreement`,
    soort: own`For this kind of agreements`,
    verband: own`For this partnership`,
    kanaal: own`For this channel`,
  },
  now: own`Now`,
  days: (kind, days) =>
    days === 0 ? own`${kind}: off` : own`${kind}: ${days} ${days === 1 ? own`working day` : own`working days`}`,
  daysLabel: own`Escalate after`,
  choice: (days) => (days === 0 ? own`do not escalate` : days === 1 ? own`1 working day` : own`${days} working days`),
  setBy: own`Set by`,
  back: own`Usual terms`,
};

export const ketenTexts: Sentences<typeof nl> = { nl, en };
