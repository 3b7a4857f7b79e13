import type { Verband } from '../services/register/types.ts';
import type { Language } from '../services/taal/language.ts';
import { sentencesIn } from '../services/taal/language.ts';
import {
  type AdaptiveCard,
  adaptiveCard,
  buttons,
  type Element,
  execute,
  foreign,
  heading,
  line,
  type Maybe,
  openUrl,
  stackedButtons,
  textInput,
} from './elements.ts';
import { httpsUrl, inputText, type PlainText, plain } from './foreign-text.ts';
import { agendaTexts } from './texts/agenda.ts';
import { cardLanguage } from './texts/shared.ts';
import { momentText } from './words.ts';

/** A link that works, without the link itself: that was shown once. */
export interface ShownLink {
  readonly _id: string;
  readonly by: string;
  /** Epoch ms. */
  readonly at: number;
}

export type AgendaView =
  /** Just made: the one time that it is shown. */
  | { readonly kind: 'made'; readonly verband: Verband; readonly link: string; readonly url: string }
  /** Every verband of the channel, with the link that there is. */
  | { readonly kind: 'overview'; readonly all: readonly { readonly verband: Verband; readonly link?: ShownLink }[] }
  | { readonly kind: 'not_bound' }
  /** `setting`: the name of what the administrator must fill in. */
  | { readonly kind: 'no_address'; readonly setting: string };

const mostVerbanden = 12;
const longestUrl = 1000;

/** `agenda`: the link with which Outlook shows the dates of a verband. */
export function agendaCard(
  view: AgendaView,
  { lang, timeZone }: { readonly lang: Language; readonly timeZone: string },
): AdaptiveCard {
  const shown = cardLanguage(lang);
  const title = sentencesIn(agendaTexts, shown).title;
  return adaptiveCard({ lang: shown, fallbackText: title, body: [heading(title), ...bodyOf(view, shown, timeZone)] });
}

const nameOf = ({ orgaan, naam }: Verband): PlainText => plain(orgaan ?? naam, 80);

function bodyOf(view: AgendaView, lang: 'nl' | 'en', timeZone: string): readonly Maybe<Element>[] {
  const texts = sentencesIn(agendaTexts, lang);
  switch (view.kind) {
    case 'made':
      return [
        foreign(texts.made(nameOf(view.verband)), { weight: 'Bolder' }),
        line(texts.how),
        // In an input it can be selected as a whole and is left as it is; a text would be broken so that it is no link.
        textInput({
          id: 'link',
          label: texts.link,
          maxLength: longestUrl,
          value: inputText(view.url, longestUrl),
        }),
        line(texts.once),
        buttons([
          openUrl(texts.open, httpsUrl(view.url)),
          execute(texts.revoke, { kind: 'agenda.intrekken', link: view.link }, { associatedInputs: 'none' }),
        ]),
      ];
    case 'overview':
      return [
        ...view.all.slice(0, mostVerbanden).flatMap(({ verband, link }) => ofVerband(verband, link, lang, timeZone)),
        line(texts.hint, { spacing: 'Medium' }),
      ];
    case 'not_bound':
      return [line(texts.notBound)];
    case 'no_address':
      return [foreign(texts.noAddress(plain(view.setting, 60)))];
  }
}

function ofVerband(
  verband: Verband,
  link: ShownLink | undefined,
  lang: 'nl' | 'en',
  timeZone: string,
): readonly Maybe<Element>[] {
  const texts = sentencesIn(agendaTexts, lang);
  const name = nameOf(verband);
  const again = link === undefined ? {} : { link: link._id };
  return [
    foreign(name, { weight: 'Bolder', separator: true, spacing: 'Medium' }),
    link === undefined
      ? line(texts.none, { spacing: 'Small' })
      : foreign(texts.madeBy(plain(link.by, 90), momentText(link.at, timeZone, lang)), { spacing: 'Small' }),
    ...stackedButtons([
      execute(
        link === undefined ? texts.make(name) : texts.renew(name),
        { kind: 'agenda.nieuw', verbandId: verband._id, ...again },
        { associatedInputs: 'none' },
      ),
      link === undefined
        ? undefined
        : execute(texts.revokeOf(name), { kind: 'agenda.intrekken', link: link._id }, { associatedInputs: 'none' }),
    ]),
  ];
}
