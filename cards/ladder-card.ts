import { sentencesIn } from '../services/taal/language.ts';
import { type AdaptiveCard, adaptiveCard, buttons, execute, foreign, heading, line, pair } from './elements.ts';
import { mixed, plain } from './foreign-text.ts';
import type { HerinneringContext } from './herinnering-parts.ts';
import { joined, own } from './own-text.ts';
import { type LadderView, ladderText, silentLine } from './regel-parts.ts';
import { regelTexts } from './texts/regel.ts';
import { cardLanguage } from './texts/shared.ts';

/** Own terms for the reminders of an afspraak, a soort, a verband or a kanaal: asked (`set` false), or set and to be taken back. */
export function ladderCard(view: LadderView, set: boolean, context: Pick<HerinneringContext, 'lang'>): AdaptiveCard {
  const lang = cardLanguage(context.lang);
  const texts = sentencesIn(regelTexts, lang);
  const { ladder, naam, now } = view;
  const steps = joined(
    ladder.lead.map((days) => own`${days}`),
    own`, `,
  );
  return adaptiveCard({
    lang,
    fallbackText: texts.ladderTitle,
    body: [
      heading(texts.ladderTitle),
      ladder.lead.length === 0 ? silentLine(lang) : line(texts.ladderSteps(steps), { weight: 'Bolder' }),
      line(texts.ladderFor[ladder.scope]),
      naam === '' ? undefined : foreign(plain(naam, 200), { weight: 'Bolder' }),
      ...now.map((one) => pair(texts.ladderNow, mixed`${one.kind}: ${ladderText(one.ladder, lang)}`)),
      line(set ? texts.ladderSet : texts.ladderSure, { isSubtle: true }),
      buttons(
        set
          ? [execute(texts.buttons.back, { kind: 'ladder.terug', ladder })]
          : [
              execute(texts.buttons.confirm, { kind: 'ladder.instellen', ladder }, { style: 'positive' }),
              execute(texts.buttons.cancel, { kind: 'ladder.annuleren' }),
            ],
      ),
    ],
  });
}
