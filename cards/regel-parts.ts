import type { Ladder, OwnLadder } from '../services/herinneringen/ladders.ts';
import {
  type Herinneringregel,
  overzichtOf,
  type RegelTrace,
  type RegelWanneer,
} from '../services/herinneringen/regel.ts';
import { parseDuration } from '../services/kalender/duration.ts';
import { recurrenceInWords } from '../services/kalender/recurrence-words.ts';
import type { Afspraak } from '../services/register/types.ts';
import type { Language } from '../services/taal/language.ts';
import { sentencesIn } from '../services/taal/language.ts';
import { type Element, foreign, line, type Maybe, pair, subheading } from './elements.ts';
import { type CardText, joinedPlain, mixed, type PlainText, plain } from './foreign-text.ts';
import { code, joined, type OwnText, own } from './own-text.ts';
import { overzichtTexts } from './texts/overzicht.ts';
import { regelTexts } from './texts/regel.ts';
import { dayText, durationText, momentText, timedDayText } from './words.ts';

/** What the cards about own reminders share: when, what about, and what happened to a rule. */

/** A rule with what it points at looked up. */
export interface RegelView {
  readonly regel: Herinneringregel;
  readonly afspraak?: Afspraak;
  /** Names of the verbanden of a list, where they were named. */
  readonly verbanden: readonly string[];
  /** Instants of the next few times, epoch ms. */
  readonly coming: readonly number[];
}

const rule = (rrule: string, lang: Language): PlainText => plain(recurrenceInWords(rrule, lang), 160);
const usualTime = plain('09:00');

/** `maandag 1 maart 2027, 14:05`, `elke maand op de eerste maandag, 09:00`, `6 weken voor de einddatum van AFS-2026-001`. */
export function wanneerText(wanneer: RegelWanneer, lang: Language): PlainText {
  const texts = sentencesIn(regelTexts, lang);
  const time = wanneer.tijd === undefined ? usualTime : plain(wanneer.tijd, 5);
  switch (wanneer.kind) {
    case 'once':
      return texts.dayAt(dayText(wanneer.dag, lang, { weekday: true }), time);
    case 'days':
      return texts.dayAt(
        joinedPlain(
          wanneer.dagen.map((dag) => dayText(dag, lang)),
          own`, `,
        ),
        time,
      );
    case 'recurring':
      return wanneer.tot === undefined
        ? texts.rule(rule(wanneer.rrule, lang), time)
        : texts.ruleUntil(rule(wanneer.rrule, lang), dayText(wanneer.tot, lang), time);
    case 'anchor': {
      const { years = 0, months = 0, weeks = 0, days = 0 } = parseDuration(wanneer.verschuiving) ?? {};
      const sum = years + months + weeks + days;
      const about = [texts.velden[wanneer.veld], code(wanneer.code)] as const;
      if (sum === 0) return texts.onDay(...about);
      const length = wanneer.werkdagen
        ? texts.workingDays(plain(String(Math.abs(days)), 6))
        : durationText(wanneer.verschuiving, lang);
      return sum < 0 ? texts.before(length, ...about) : texts.after(length, ...about);
    }
  }
}

/** As {@link wanneerText}; of an overzicht in its own words, for it is moved on and not back. */
function whenText(regel: Herinneringregel, lang: Language): CardText {
  const overzicht = overzichtOf(regel);
  return overzicht === undefined ? wanneerText(regel.wanneer, lang) : sentencesIn(overzichtTexts, lang).when[overzicht];
}

/** What it says, in one line: what was asked, or the afspraak, or which list. */
export function inhoudText({ regel, afspraak, verbanden }: Omit<RegelView, 'coming'>, lang: Language): CardText {
  const texts = sentencesIn(regelTexts, lang);
  const { inhoud } = regel;
  switch (inhoud.kind) {
    case 'text':
      return plain(inhoud.tekst, 300);
    case 'afspraak':
      return inhoud.tekst === undefined ? plain(afspraak?.titel ?? inhoud.code, 300) : plain(inhoud.tekst, 300);
    case 'overzicht':
      return sentencesIn(overzichtTexts, lang).names[inhoud.soort];
    case 'te_laat':
      return verbanden.length === 0
        ? texts.lateList
        : texts.lateListOf(
            joinedPlain(
              verbanden.slice(0, 3).map((naam) => plain(naam, 120)),
              own`, `,
            ),
          );
  }
}

/** When, what about and the next times. */
export function regelLines(view: RegelView, lang: Language, timeZone: string): readonly Maybe<Element>[] {
  const texts = sentencesIn(regelTexts, lang);
  const { regel, afspraak, coming } = view;
  const [first, ...later] = coming.map((at) => momentText(at, timeZone, lang));
  const isSeveral = regel.wanneer.kind === 'recurring' || regel.wanneer.kind === 'days';
  return [
    foreign(inhoudText(view, lang), { weight: 'Bolder', size: 'Medium' }),
    pair(texts.when, whenText(regel, lang)),
    regel.wanneer.kind === 'once' && regel.wanneer.tijd !== undefined ? undefined : pair(texts.first, first),
    isSeveral && later.length > 0 ? pair(texts.next, joinedPlain(later, own` · `)) : undefined,
    afspraak === undefined ? undefined : pair(texts.about, mixed`${code(afspraak._id)} ${plain(afspraak.titel, 200)}`),
  ];
}

const shownTraces = 8;

/** Who did what, oldest first; of many the latest. */
export function traceLines({ trace }: Herinneringregel, lang: Language, timeZone: string): readonly Maybe<Element>[] {
  if (trace.length === 0) return [];
  return [
    subheading(sentencesIn(regelTexts, lang).history),
    ...trace.slice(-shownTraces).map((one) => foreign(traceText(one, lang, timeZone), { spacing: 'Small' })),
  ];
}

function traceText({ deed, by, at, day, tijd }: RegelTrace, lang: Language, timeZone: string): PlainText {
  const texts = sentencesIn(regelTexts, lang);
  const told = texts.trace(texts.deeds[deed], plain(by, 90), momentText(at, timeZone, lang));
  if (day === undefined) return told;
  const shown = timedDayText(day, tijd, lang);
  return mixed`${told}${deed === 'verplaatst' ? texts.traceTo(shown) : texts.traceUntil(shown)}`;
}

/** `120, 60, 30 dagen ervoor`. */
export function ladderText({ lead, afterEvery }: Ladder, lang: Language): OwnText {
  const texts = sentencesIn(regelTexts, lang);
  if (lead.length === 0 && afterEvery === undefined) return texts.ladderNone;
  const steps = joined(
    lead.map((days) => own`${days}`),
    own`, `,
  );
  return own`${texts.ladderDays(steps)}${afterEvery === undefined ? own`` : texts.ladderAfter(afterEvery)}`;
}

/** Where an own ladder holds, as a label. */
export interface LadderView {
  readonly ladder: OwnLadder;
  /** Name of the afspraak, soort or verband; empty for a kanaal. */
  readonly naam: string;
  /** What holds now, for each kind of date that differs. */
  readonly now: readonly { readonly kind: OwnText; readonly ladder: Ladder }[];
}

export const silentLine = (lang: Language): Element => line(sentencesIn(regelTexts, lang).ladderSilent);
