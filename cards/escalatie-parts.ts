import type { Aangesproken, EscalatieStap, EscalatieView } from '../services/herinneringen/escalation-read.ts';
import type { Language } from '../services/taal/language.ts';
import { sentencesIn } from '../services/taal/language.ts';
import { type Element, foreign, line, type Maybe, pair } from './elements.ts';
import { type CardText, joinedPlain, mixed, plain } from './foreign-text.ts';
import { own } from './own-text.ts';
import { escalatieTexts } from './texts/escalatie.ts';
import { sharedTexts } from './texts/shared.ts';
import { dayText } from './words.ts';

/** What cards say about who is asked when nobody reacted. */

const nameLength = 90;
const shownPartijen = 8;

/** `Jan Jansen (eigenaar)`. */
export function roleText(aan: Aangesproken, lang: Language): CardText {
  const { role } = sentencesIn(escalatieTexts, lang);
  return aan.kind === 'allen' ? role.allen : role[aan.kind](nameOf(aan));
}

const nameOf = (aan: Exclude<Aangesproken, { kind: 'allen' }>) => {
  const naam = plain(aan.naam, nameLength);
  const contact = aan.kind === 'schakel' ? plain(aan.contact ?? '', nameLength) : '';
  return contact === '' ? naam : mixed`${naam}, ${contact}`;
};

/** Who is asked, as a question; and openly why it is everybody. */
export function askLines(
  { aan, partijen, model, sinds, daarna }: EscalatieView,
  lang: Language,
): readonly Maybe<Element>[] {
  const texts = sentencesIn(escalatieTexts, lang);
  const question =
    aan.kind === 'allen'
      ? [line(texts.who, { weight: 'Bolder', size: 'Medium' }), toAll(partijen, lang)]
      : [foreign(texts.ask[aan.kind](nameOf(aan)), { weight: 'Bolder' })];
  const why = aan.kind === 'allen' ? aan.reason && texts.reason[aan.reason] : model === undefined && texts.noModel;
  return [
    sinds === undefined ? undefined : foreign(texts.since(dayText(sinds, lang, { weekday: true }))),
    ...question,
    daarna === undefined
      ? undefined
      : foreign(texts.next(dayText(daarna.dag, lang, { weekday: true }), mixed`${roleText(daarna.aan, lang)}`), {
          isSubtle: true,
        }),
    why ? line(why, { isSubtle: true }) : undefined,
  ];
}

function toAll(partijen: readonly string[], lang: Language): Maybe<Element> {
  const { ask } = sentencesIn(escalatieTexts, lang);
  if (partijen.length === 0) return line(ask.allenHier);
  const names = partijen.slice(0, shownPartijen).map((naam) => plain(naam, nameLength));
  const more = partijen.length - names.length;
  const rest = more > 0 ? [sentencesIn(sharedTexts, lang).andMore(more)] : [];
  return foreign(ask.allen(joinedPlain([...names, ...rest], own`, `)));
}

/** `Zonder reactie: 4 december 2026: Jan Jansen (eigenaar); 11 december 2026: …`. */
export function forecastLine(steps: readonly EscalatieStap[] | undefined, lang: Language): Maybe<Element> {
  if (steps === undefined || steps.length === 0) return undefined;
  const texts = sentencesIn(escalatieTexts, lang);
  const all = steps.map(({ aan, dag }) => texts.step(dayText(dag, lang), mixed`${roleText(aan, lang)}`));
  return pair(texts.withoutReaction, joinedPlain(all, own`; `));
}
