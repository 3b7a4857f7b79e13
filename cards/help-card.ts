import type { Language } from '../services/taal/language.ts';
import { sentencesIn } from '../services/taal/language.ts';
import { type AdaptiveCard, adaptiveCard, execute, heading, line, stackedButtons, subheading } from './elements.ts';
import type { OwnText } from './own-text.ts';
import { cardLanguage, sharedTexts } from './texts/shared.ts';
import { startTexts } from './texts/start.ts';

/** What can be asked, by job, with examples that can be pressed: pressing one asks it. */
export function helpCard(lang: Language): AdaptiveCard {
  const shown = cardLanguage(lang);
  const texts = sentencesIn(startTexts, shown);
  const shared = sentencesIn(sharedTexts, shown);
  const ask = (examples: readonly OwnText[]) =>
    stackedButtons(examples.map((example) => execute(example, { kind: 'vraag.tekst', text: example }, noInputs)));
  return adaptiveCard({
    lang: shown,
    fallbackText: texts.helpTitle,
    body: [
      heading(texts.helpTitle),
      line(texts.helpIntro),
      subheading(texts.jobs.afspraken),
      ...ask(texts.examples.afspraken),
      subheading(texts.jobs.herinneringen),
      ...ask(texts.examples.herinneringen),
      subheading(texts.jobs.besluiten),
      ...stackedButtons([execute(shared.recordBesluit, { kind: 'besluit.formulier' }, noInputs)]),
      ...ask(texts.examples.besluiten),
      ...stackedButtons([execute(shared.verify, { kind: 'register.verifieer' }, noInputs)]),
      subheading(texts.jobs.vooruit),
      ...ask(texts.examples.vooruit),
      ...texts.helpMore.map((each, at) => line(each, at === 0 ? { spacing: 'Large' } : {})),
    ],
  });
}

const noInputs = { associatedInputs: 'none' } as const;
