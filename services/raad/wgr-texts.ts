import { formatDay } from '../kalender/format.ts';
import type { Language, Sentences } from '../taal/language.ts';
import { sentencesIn } from '../taal/language.ts';
import type { CalendarStep, Toezichthouder, WgrStep } from './wgr-calendar.ts';

interface WgrTexts {
  readonly step: Readonly<Record<WgrStep, string>>;
  readonly toezichthouder: Readonly<Record<Toezichthouder, string>>;
  readonly bestuur: string;
  readonly dagelijksBestuur: string;
  readonly algemeenBestuur: string;
  readonly before: (day: string, last: string) => string;
  readonly toRaden: (from: string) => string;
  readonly ontwerp: (from: string, ab: string, last: string) => string;
  readonly zienswijze: (to: string) => string;
  readonly toToezichthouder: (from: string, to: string) => string;
  readonly noOwnCycle: string;
  readonly source: (article: string) => string;
  readonly checkSource: string;
}

const wgrTexts: Sentences<WgrTexts> = {
  nl: {
    step: {
      kadernota: 'Kadernota',
      voorlopige_jaarrekening: 'Voorlopige jaarrekening',
      ontwerpbegroting: 'Ontwerpbegroting',
      zienswijze: 'Zienswijze op de ontwerpbegroting',
      jaarrekening: 'Jaarrekening',
      begroting: 'Vastgestelde begroting',
    },
    toezichthouder: {
      gs: 'gedeputeerde staten',
      bzk: 'de minister van BZK (er doet een provincie mee)',
      onbekend: 'de toezichthouder (kijk in de regeling wie dat is)',
    },
    bestuur: 'het bestuur',
    dagelijksBestuur: 'het dagelijks bestuur',
    algemeenBestuur: 'het algemeen bestuur',
    before: (day, last) => `vóór ${day} (uiterlijk ${last})`,
    toRaden: (from) => `van ${from} naar de raden`,
    ontwerp: (from, ab, last) =>
      `van ${from} naar de raden, uiterlijk 12 weken voordat ${ab} vaststelt; uiterlijk ${last} als dat op de laatst mogelijke dag is`,
    zienswijze: (to) => `van de raden naar ${to}, binnen 12 weken na ontvangst van de ontwerpbegroting`,
    toToezichthouder: (from, to) => `van ${from} naar ${to}, binnen 2 weken na vaststelling`,
    noOwnCycle: 'Deze regeling heeft meestal geen eigen begrotingscyclus; kijk in de regeling zelf.',
    source: (article) => `(${article})`,
    checkSource: '(Wgr; het nummer van het artikel is nog niet nagekeken)',
  },
  en: {
    step: {
      kadernota: 'Framework memorandum (kadernota)',
      voorlopige_jaarrekening: 'Provisional annual accounts',
      ontwerpbegroting: 'Draft budget',
      zienswijze: 'Formal view (zienswijze) on the draft budget',
      jaarrekening: 'Annual accounts',
      begroting: 'Adopted budget',
    },
    toezichthouder: {
      gs: 'the provincial executive (gedeputeerde staten)',
      bzk: 'the minister of the Interior (a province takes part)',
      onbekend: 'the supervisor (see the arrangement for who that is)',
    },
    bestuur: 'the board',
    dagelijksBestuur: 'the executive board',
    algemeenBestuur: 'the general board',
    before: (day, last) => `before ${day} (${last} at the latest)`,
    toRaden: (from) => `from ${from} to the councils`,
    ontwerp: (from, ab, last) =>
      `from ${from} to the councils, at least 12 weeks before ${ab} adopts it; ${last} at the latest if that is on the last possible day`,
    zienswijze: (to) => `from the councils to ${to}, within 12 weeks of receiving the draft budget`,
    toToezichthouder: (from, to) => `from ${from} to ${to}, within 2 weeks of adoption`,
    noOwnCycle: 'This arrangement usually has no budget cycle of its own; see the arrangement itself.',
    source: (article) => `(${article})`,
    checkSource: '(Wgr; the number of the article has not been checked yet)',
  },
};

export const toezichthouderName = (toezichthouder: Toezichthouder, language: Language): string =>
  sentencesIn(wgrTexts, language).toezichthouder[toezichthouder];

/** What the step is called, with its year: "Kadernota 2028". */
const calendarStepName = (step: CalendarStep, language: Language): string =>
  `${sentencesIn(wgrTexts, language).step[step.step]} ${step.jaar}`;

/** One line for a step: piece and year, from whom to whom, before which day, and the article where that was verified. */
export function describeCalendarStep(step: CalendarStep, language: Language): string {
  const texts = sentencesIn(wgrTexts, language);
  const sender = step.singleBestuur ? texts.bestuur : texts.dagelijksBestuur;
  const adopter = step.singleBestuur ? texts.bestuur : texts.algemeenBestuur;
  const day = (date: string | undefined): string => (date === undefined ? '' : formatDay(date, language));
  const when = step.before === undefined ? '' : `${texts.before(day(step.before), day(step.last))}, `;
  const how = {
    kadernota: texts.toRaden(sender),
    voorlopige_jaarrekening: texts.toRaden(sender),
    ontwerpbegroting: texts.ontwerp(sender, adopter, day(step.last)),
    zienswijze: texts.zienswijze(sender),
    jaarrekening: texts.toToezichthouder(sender, texts.toezichthouder[step.toezichthouder]),
    begroting: texts.toToezichthouder(sender, texts.toezichthouder[step.toezichthouder]),
  }[step.step];
  const source = step.mark === 'S' ? texts.source(step.article) : texts.checkSource;
  const cycle = step.ownCycle ? '' : ` ${texts.noOwnCycle}`;
  return `${calendarStepName(step, language)}: ${when}${how} ${source}.${cycle}`;
}
