import type { Language } from '../services/taal/language.ts';
import { sentencesIn } from '../services/taal/language.ts';
import { inputIds } from './action-data.ts';
import { type AdaptiveCard, adaptiveCard, buttons, execute, heading, line, textInput } from './elements.ts';
import { cardLanguage } from './texts/shared.ts';
import { startTexts } from './texts/start.ts';

export interface WelcomeView {
  /** A personal chat is not bound to a verband, and needs no mention. */
  readonly personal: boolean;
  /** Nothing is in the register yet: the example can be loaded. */
  readonly registerEmpty: boolean;
}

/** The greeting when the bot is added: what it does in three lines, and the first thing to do. */
export function welcomeCard({ personal, registerEmpty }: WelcomeView, lang: Language): AdaptiveCard {
  const shown = cardLanguage(lang);
  const texts = sentencesIn(startTexts, shown);
  return adaptiveCard({
    lang: shown,
    fallbackText: texts.welcomeTitle,
    body: [
      heading(texts.welcomeTitle),
      ...texts.welcome.map((each) => line(each)),
      personal ? undefined : line(texts.mentionHint),
      registerEmpty ? line(texts.startEmpty, { weight: 'Bolder', spacing: 'Medium' }) : undefined,
      buttons([
        registerEmpty
          ? execute(texts.loadExample, { kind: 'welkom.voorbeeld' }, { style: 'positive', associatedInputs: 'none' })
          : undefined,
        execute(texts.importFile, { kind: 'welkom.importeren' }, { associatedInputs: 'none' }),
        execute(texts.help, { kind: 'help' }, { associatedInputs: 'none' }),
      ]),
      ...(personal
        ? []
        : [
            textInput({
              id: inputIds.verband,
              label: texts.bindLabel,
              placeholder: texts.bindExample,
              isRequired: true,
              errorMessage: texts.bindMissing,
              maxLength: 200,
              spacing: 'Large',
            }),
            line(texts.bindIntro, { isSubtle: true, spacing: 'Small' }),
            buttons([execute(texts.bind, { kind: 'welkom.koppelen' })]),
          ]),
    ],
  });
}
