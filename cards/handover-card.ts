import type { Afspraak } from '../services/register/types.ts';
import type { Language } from '../services/taal/language.ts';
import { sentencesIn } from '../services/taal/language.ts';
import { handoverInput, longestOwner } from './channel-data.ts';
import { type AdaptiveCard, adaptiveCard, buttons, execute, foreign, heading, line, textInput } from './elements.ts';
import { mixed, plain } from './foreign-text.ts';
import { code } from './own-text.ts';
import { handoverTexts } from './texts/handover.ts';
import { cardLanguage, sharedTexts } from './texts/shared.ts';

const shownAfspraken = 15;

/** What somebody owns who left, with a field for who takes over. `van`: the eigenaar as the register names it. */
export function handoverCard(van: string, afspraken: readonly Afspraak[], lang: Language): AdaptiveCard {
  const shown = cardLanguage(lang);
  const texts = sentencesIn(handoverTexts, shown);
  const more = afspraken.length - shownAfspraken;
  return adaptiveCard({
    lang: shown,
    fallbackText: texts.title,
    body: [
      heading(texts.title),
      foreign(texts.owns(plain(van, 100), afspraken.length)),
      ...afspraken
        .slice(0, shownAfspraken)
        .map(({ _id, titel }) => foreign(mixed`${code(_id)} ${plain(titel, 120)}`, { spacing: 'Small' })),
      more > 0 ? line(sentencesIn(sharedTexts, shown).andMore(more), { spacing: 'Small' }) : undefined,
      textInput({
        id: handoverInput,
        label: texts.naar,
        isRequired: true,
        errorMessage: texts.missing,
        maxLength: longestOwner,
        placeholder: texts.placeholder,
        spacing: 'Medium',
      }),
      line(texts.hint, { isSubtle: true }),
      buttons([execute(texts.handOver, { kind: 'eigenaar.overdragen', van }, { style: 'positive' })]),
    ],
  });
}
