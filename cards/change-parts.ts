import type { Eigenaar } from '../services/register/types.ts';
import { ontvangers, ritmes, soorten, statussen, vertrouwelijkheden } from '../services/register/types.ts';
import { labelsIn } from '../services/taal/labels.ts';
import type { Language } from '../services/taal/language.ts';
import { sentencesIn } from '../services/taal/language.ts';
import type { AfspraakChange, FieldChange, Veld, Waarde } from '../services/wijzigen/types.ts';
import { codesText } from './besluit-parts.ts';
import { container, type Element, foreign, line, type Maybe, paragraph, run } from './elements.ts';
import { type CardText, joinedPlain, mixed, type PlainText, plain } from './foreign-text.ts';
import { code, own, words } from './own-text.ts';
import { wijzigingTexts } from './texts/wijziging.ts';
import { dayText, durationText, fieldText, ontvangerText, ritmeText, vertrouwelijkheidText } from './words.ts';

/** How a change of an afspraak looks: what it says and what it is to say. Used by the preview and by the result. */

/** How much is shown of titles and values; at the last step codes and fields alone. */
export type ChangeDetail = 0 | 1 | 2 | 3;
export const lastDetail = 3;

const titleLength = [150, 70, 35, 0] as const;
const valueLength = [300, 80, 35, 0] as const;
const shownCodes = 50;
const comma = own`, `;

export function changeList(
  changes: readonly AfspraakChange[],
  lang: Language,
  detail: ChangeDetail,
): readonly Maybe<Element>[] {
  if (detail < lastDetail) return changes.map((one) => changeItem(one, lang, detail));
  const fields = [...new Set(changes.flatMap(({ velden }) => velden.map(({ veld }) => veld)))];
  return [
    line(
      codesText(
        changes.map((one) => one.code),
        shownCodes,
        lang,
      ),
    ),
    foreign(
      joinedPlain(
        fields.map((veld) => fieldText(veld, lang)),
        comma,
      ),
    ),
  ];
}

function changeItem({ code: of, titel, velden }: AfspraakChange, lang: Language, detail: ChangeDetail): Element {
  return container(
    [
      paragraph([run(code(of), { weight: 'Bolder' }), run(mixed` · ${plain(titel, titleLength[detail])}`)]),
      ...velden.map((field) => fieldLine(field, lang, detail)),
    ],
    { spacing: 'Small' },
  );
}

function fieldLine({ veld, van, naar }: FieldChange, lang: Language, detail: ChangeDetail): Maybe<Element> {
  const texts = sentencesIn(wijzigingTexts, lang);
  const value = (side: Maybe<Waarde>): PlainText =>
    mixed`${side === undefined ? texts.empty : valueText(veld, side, lang, valueLength[detail])}`;
  return foreign(mixed`${fieldText(veld, lang)}: ${texts.changed(value(van), value(naar))}`, { spacing: 'None' });
}

function valueText(veld: Veld, value: Waarde, lang: Language, length: number): CardText {
  const texts = sentencesIn(wijzigingTexts, lang);
  if (typeof value === 'boolean') return value ? texts.yes : texts.no;
  if (isList(value)) return listText(value, lang, length);
  if (typeof value !== 'string') return ownerWithEmail(value, length);
  return wordFor(veld, value, lang) ?? plain(value, length);
}

const isList = (value: Waarde): value is readonly string[] => Array.isArray(value);

const listText = (values: readonly string[], lang: Language, length: number): CardText =>
  values.length === 0
    ? sentencesIn(wijzigingTexts, lang).empty
    : plain(
        values
          .map((value) => {
            const ontvanger = ontvangers.find((each) => each === value);
            return ontvanger === undefined ? value : ontvangerText(ontvanger, lang);
          })
          .join(', '),
        length,
      );

const ownerWithEmail = ({ naam, email }: Eigenaar, length: number): PlainText =>
  email === undefined ? plain(naam, length) : mixed`${plain(naam, length)} (${plain(email, length)})`;

/** A value of the register in words; undefined for free text. */
function wordFor(veld: Veld, value: string, lang: Language): Maybe<CardText> {
  const labels = labelsIn(lang);
  const one = <T extends string>(choices: readonly T[]): T | undefined => choices.find((each) => each === value);
  switch (veld) {
    case 'status': {
      const status = one(statussen);
      return status && words(labels.status[status]);
    }
    case 'soort': {
      const soort = one(soorten);
      return soort && words(labels.soort[soort].one);
    }
    case 'ritme':
    case 'rapportageritme': {
      const ritme = one(ritmes);
      return ritme && ritmeText(ritme, lang);
    }
    case 'vertrouwelijkheid': {
      const vertrouwelijkheid = one(vertrouwelijkheden);
      return vertrouwelijkheid && vertrouwelijkheidText(vertrouwelijkheid, lang);
    }
    case 'opzegtermijn':
      return durationText(value, lang);
    case 'ingangsdatum':
    case 'einddatum':
    case 'herijking':
    case 'rapportagedatum':
      return dayText(value, lang);
    default:
      return undefined;
  }
}
