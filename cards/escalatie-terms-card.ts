import type { OwnTerms, TermsTrace } from '../services/herinneringen/escalation-terms.ts';
import type { HerinneringKind } from '../services/herinneringen/types.ts';
import type { Language } from '../services/taal/language.ts';
import { sentencesIn } from '../services/taal/language.ts';
import {
  type AdaptiveCard,
  adaptiveCard,
  buttons,
  choiceInput,
  execute,
  foreign,
  heading,
  line,
  pair,
} from './elements.ts';
import { mixed, plain } from './foreign-text.ts';
import { ketenButton } from './keten-card.ts';
import { daysInput, type TermsRef } from './keten-data.ts';
import { joined, own } from './own-text.ts';
import { ketenTexts } from './texts/keten.ts';
import { cardLanguage } from './texts/shared.ts';
import { kindText, momentText } from './words.ts';

export interface TermsView {
  readonly about: TermsRef;
  /** Name of what it is about; '' for the kanaal. */
  readonly naam: string;
  readonly now: readonly { readonly kind: HerinneringKind; readonly days: number }[];
  /** Set for this very scope, with who did so last. */
  readonly own?: OwnTerms & { readonly trace: readonly TermsTrace[] };
  /** What the choice opens with. */
  readonly chosen: number;
  /** Its keten can be set from here. */
  readonly verbandId?: string;
}

const choices = [0, 1, 2, 3, 4, 5, 7, 10, 15, 20] as const;

/** After how many working days without a reaction somebody else is asked: for a kanaal, a verband or one afspraak. */
export function escalatieTermsCard(
  { about, naam, now, own: set, chosen, verbandId }: TermsView,
  context: { readonly lang: Language; readonly timeZone: string },
): AdaptiveCard {
  const lang = cardLanguage(context.lang);
  const texts = sentencesIn(ketenTexts, lang);
  const last = set?.trace.at(-1);
  const days = [...new Set([...choices, chosen])].sort((one, other) => one - other);
  return adaptiveCard({
    lang,
    fallbackText: texts.termsTitle,
    body: [
      heading(texts.termsTitle),
      line(texts.termsIntro),
      line(texts.scope[about.scope], { weight: 'Bolder' }),
      foreign(plain(naam, 200), { spacing: 'Small' }),
      pair(
        texts.now,
        joined(
          now.map(({ kind, days: each }) => texts.days(kindText(kind, lang), each)),
          own`; `,
        ),
      ),
      last === undefined
        ? undefined
        : pair(texts.setBy, mixed`${plain(last.by, 90)} (${momentText(last.at, context.timeZone, lang)})`),
      choiceInput({
        id: daysInput,
        label: texts.daysLabel,
        choices: days.map((each) => ({ title: texts.choice(each), value: String(each) })),
        value: String(chosen),
        spacing: 'Medium',
      }),
      line(texts.notYet, { isSubtle: true }),
      buttons([
        execute(texts.save, { kind: 'escalatie.instellen', ...about }, { style: 'positive' }),
        set === undefined
          ? undefined
          : execute(texts.back, { kind: 'escalatie.terug', ...about }, { associatedInputs: 'none' }),
        verbandId === undefined ? undefined : ketenButton(verbandId, lang),
      ]),
    ],
  });
}
