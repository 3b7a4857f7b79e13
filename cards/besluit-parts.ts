import type { Besluit } from '../services/besluiten/types.ts';
import type { Language } from '../services/taal/language.ts';
import { sentencesIn } from '../services/taal/language.ts';
import {
  buttons,
  container,
  type Element,
  execute,
  foreign,
  line,
  type Maybe,
  pair,
  paragraph,
  run,
} from './elements.ts';
import { paragraphs, plain } from './foreign-text.ts';
import { code, joined, own } from './own-text.ts';
import { besluitTexts } from './texts/besluit.ts';
import { sharedTexts } from './texts/shared.ts';
import { bestuursorgaanText, dayText, momentText } from './words.ts';

/** How a besluit looks, short in a list and whole on its own. */

const separator = own` · `;
const comma = own`, `;
const shownCodes = 40;

export const showBesluitButton = (identificatie: string, lang: Language) =>
  execute(
    sentencesIn(sharedTexts, lang).show(code(identificatie)),
    { kind: 'besluit.toon', identificatie },
    { associatedInputs: 'none' },
  );

export const verifyButton = (lang: Language) =>
  execute(sentencesIn(sharedTexts, lang).verify, { kind: 'register.verifieer' }, { associatedInputs: 'none' });

/** One besluit in a list: what, by whom, when, about which afspraken. */
export function besluitItem(besluit: Besluit, lang: Language, onderwerpLength: number): Element {
  const texts = sentencesIn(besluitTexts, lang);
  return container(
    [
      foreign(plain(besluit.onderwerp, onderwerpLength), { weight: 'Bolder' }),
      paragraph(
        [
          run(code(besluit.identificatie)),
          run(separator),
          run(bestuursorgaanText(besluit.bestuursorgaan, lang)),
          run(separator),
          run(dayText(besluit.datum, lang)),
          ...withdrawnRuns(besluit, lang),
        ],
        { spacing: 'Small' },
      ),
      pair(texts.afspraken, codesText(besluit.afspraken, 10, lang)),
      buttons([showBesluitButton(besluit.identificatie, lang)], { spacing: 'Small' }),
    ],
    { separator: true, spacing: 'Medium' },
  );
}

/** Every field of a besluit, who recorded it and when, and the start of its hash. */
export function besluitFields(besluit: Besluit, lang: Language, timeZone: string): readonly Maybe<Element>[] {
  const texts = sentencesIn(besluitTexts, lang);
  const [first, ...rest] = paragraphs(besluit.toelichting ?? '', 3000);
  return [
    foreign(plain(besluit.onderwerp, 300), { weight: 'Bolder', size: 'Medium' }),
    besluit.vervalreden === undefined
      ? undefined
      : line(texts.vervalredenen[besluit.vervalreden], { weight: 'Bolder' }),
    ...changedLine(besluit, lang, timeZone),
    pair(texts.bestuursorgaan, bestuursorgaanText(besluit.bestuursorgaan, lang)),
    pair(texts.datum, dayText(besluit.datum, lang)),
    pair(texts.ingangsdatum, dayText(besluit.ingangsdatum, lang)),
    pair(texts.vervaldatum, besluit.vervaldatum === undefined ? undefined : dayText(besluit.vervaldatum, lang)),
    pair(texts.afspraken, codesText(besluit.afspraken, shownCodes, lang)),
    pair(texts.toelichting, first),
    ...rest.map((each) => foreign(each, { spacing: 'Small' })),
    pair(texts.verantwoordelijkeOrganisatie, plain(besluit.verantwoordelijkeOrganisatie ?? '', 40)),
    pair(texts.vastgelegdOp, momentText(besluit.vastgelegdOp, timeZone, lang)),
    pair(texts.vastgelegdDoor, plain(besluit.vastgelegdDoor ?? '', 120)),
    pair(texts.volgnummer, own`${besluit.volgnummer}`),
    pair(texts.hash, code(besluit.hash.slice(0, 16))),
  ];
}

/** That a later entry changed it, and why: the fields are shown as that entry left them. */
function changedLine({ gewijzigd }: Besluit, lang: Language, timeZone: string): readonly Maybe<Element>[] {
  if (gewijzigd === undefined) return [];
  const texts = sentencesIn(besluitTexts, lang);
  const when = momentText(gewijzigd.vastgelegdOp, timeZone, lang);
  return [pair(texts.gewijzigd[gewijzigd.soort], texts.changedOn(when, plain(gewijzigd.reden, 500)))];
}

const withdrawnRuns = ({ vervalreden }: Besluit, lang: Language) =>
  vervalreden === undefined
    ? []
    : [run(separator), run(sentencesIn(besluitTexts, lang).vervalredenen[vervalreden], { weight: 'Bolder' })];

/**
 * Codes with commas; what does not fit is counted.
 *
 * @param total how many there are, where `codes` holds only the first
 */
export function codesText(codes: readonly string[], shown: number, lang: Language, total = codes.length) {
  const first = joined(codes.slice(0, shown).map(code), comma);
  return total > shown ? own`${first} ${sentencesIn(sharedTexts, lang).andMore(total - shown)}` : first;
}
