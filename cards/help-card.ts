import type { Language } from '../services/taal/language.ts';
import { sentencesIn } from '../services/taal/language.ts';
import { type AdaptiveCard, adaptiveCard, execute, heading, line, stackedButtons, subheading } from './elements.ts';
import { cardLanguage } from './texts/shared.ts';
import { startTexts } from './texts/start.ts';

/** What can be asked, by job, with examples that can be pressed: pressing one asks it. */
export function helpCard(lang: Language): AdaptiveCard {
  const shown = cardLanguage(lang);
  const texts = sentencesIn(startTexts, shown);
  return adaptiveCard({
    lang: shown,
    fallbackText: texts.helpTitle,
    body: [
      heading(texts.helpTitle),
      line(texts.helpIntro),
      ...texts.jobs.flatMap(({ job, examples }) => [
        subheading(job),
        ...stackedButtons(examples.map((example) => execute(example, { kind: 'vraag.tekst', text: example }))),
      ]),
      ...texts.helpMore.map((each, at) => line(each, at === 0 ? { spacing: 'Large' } : {})),
    ],
  });
}
