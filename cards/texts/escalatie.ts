import type { Sentences } from '../../services/taal/language.ts';
import { mixed, type PlainText } from '../foreign-text.ts';
import { type OwnText, own } from '../own-text.ts';

/** When nobody reacted to a reminder: who is asked, in words that ask and do not order. */
const nl = {
  title: (code: OwnText): OwnText => own`Nog geen reactie: ${code}`,
  digestTitle: (count: number): OwnText => own`Nog geen reactie op ${count} herinneringen`,
  since: (day: PlainText): PlainText => mixed`Sinds ${day} drukte niemand op een knop.`,
  digestIntro: own`Niemand drukte hier nog op een knop. Wie pakt wat op?`,
  who: own`Wie pakt dit op?`,
  ask: {
    eigenaar: (naam: PlainText): PlainText => mixed`Voor ${naam}, eigenaar: lukt het om dit op te pakken?`,
    houder: (naam: PlainText): PlainText => mixed`Voor ${naam}, die dit oppakte: hoe staat het ermee?`,
    plaatsvervanger: (naam: PlainText): PlainText =>
      mixed`Voor ${naam}, plaatsvervanger van de eigenaar: kun je dit oppakken?`,
    coordinator: (naam: PlainText): PlainText => mixed`Voor ${naam}, coördinator: wil je kijken wie dit kan oppakken?`,
    regisseur: (naam: PlainText): PlainText =>
      mixed`Voor ${naam}, regisseur van deze keten: wie kan dit het beste oppakken?`,
    schakel: (naam: PlainText): PlainText =>
      mixed`Voor ${naam}, de volgende schakel in de keten: pakken jullie dit op?`,
    allen: (partijen: PlainText): PlainText => mixed`Een vraag aan alle partners: ${partijen}.`,
    allenHier: own`Een vraag aan iedereen in dit kanaal.`,
  },
  reason: {
    'no-model': own`Ketenmodel niet ingesteld: daarom vraag ik het aan iedereen. Typ “keten” om het in te stellen.`,
    'no-regisseur': own`Regisseur niet ingesteld: daarom vraag ik het aan iedereen. Typ “keten” om dat te doen.`,
    'no-schakel': own`Er is geen volgende schakel ingesteld: daarom vraag ik het aan iedereen. Typ “keten” om dat te doen.`,
  },
  noModel: own`Ketenmodel niet ingesteld: als niemand reageert, vraag ik het aan iedereen. Typ “keten” om het in te stellen.`,
  role: {
    eigenaar: (naam: PlainText): PlainText => mixed`${naam} (eigenaar)`,
    houder: (naam: PlainText): PlainText => mixed`${naam} (pakte het op)`,
    plaatsvervanger: (naam: PlainText): PlainText => mixed`${naam} (plaatsvervanger)`,
    coordinator: (naam: PlainText): PlainText => mixed`${naam} (coördinator)`,
    regisseur: (naam: PlainText): PlainText => mixed`${naam} (regisseur)`,
    schakel: (naam: PlainText): PlainText => mixed`${naam} (volgende schakel)`,
    allen: own`iedereen in het kanaal`,
  },
  next: (day: PlainText, who: PlainText): PlainText => mixed`Nog geen reactie? Dan vraag ik het op ${day} aan ${who}.`,
  asks: own`Vraag aan`,
  withoutReaction: own`Zonder reactie`,
  step: (day: PlainText, who: PlainText): PlainText => mixed`${day}: ${who}`,
  stop: own`Opschalen regelen`,
};

const en: typeof nl = {
  title: (code) => own`No response yet: ${code}`,
  digestTitle: (count) => own`No response yet to ${count} reminders`,
  since: (day) => mixed`Since ${day} nobody pressed a button.`,
  digestIntro: own`Nobody pressed a button on these yet. Who takes up what?`,
  who: own`Who takes this up?`,
  ask: {
    eigenaar: (naam) => mixed`For ${naam}, owner: can you take this up?`,
    houder: (naam) => mixed`For ${naam}, who took this up: how is it going?`,
    plaatsvervanger: (naam) => mixed`For ${naam}, deputy of the owner: can you take this up?`,
    coordinator: (naam) => mixed`For ${naam}, coordinator: could you see who can take this up?`,
    regisseur: (naam) => mixed`For ${naam}, who directs this chain: who can best take this up?`,
    schakel: (naam) => mixed`For ${naam}, the next link of the chain: will you take this up?`,
    allen: (partijen) => mixed`A question to all partners: ${partijen}.`,
    allenHier: own`A question to everybody in this channel.`,
  },
  reason: {
    'no-model': own`Chain model not set: that is why I ask everybody. Type “chain” to set it.`,
    'no-regisseur': own`Nobody is set as regisseur: that is why I ask everybody. Type “chain” to do so.`,
    'no-schakel': own`No next link is set: that is why I ask everybody. Type “chain” to do so.`,
  },
  noModel: own`Chain model not set: if nobody responds I ask everybody. Type “chain” to set it.`,
  role: {
    eigenaar: (naam) => mixed`${naam} (owner)`,
    houder: (naam) => mixed`${naam} (took it up)`,
    plaatsvervanger: (naam) => mixed`${naam} (deputy)`,
    coordinator: (naam) => mixed`${naam} (coordinator)`,
    regisseur: (naam) => mixed`${naam} (directs)`,
    schakel: (naam) => mixed`${naam} (next link)`,
    allen: own`everybody in the channel`,
  },
  next: (day, who) => mixed`Still no response? Then I ask ${who} on ${day}.`,
  asks: own`Asks`,
  withoutReaction: own`Without a response`,
  step: (day, who) => mixed`${day}: ${who}`,
  stop: own`Arrange escalation`,
};

export const escalatieTexts: Sentences<typeof nl> = { nl, en };
