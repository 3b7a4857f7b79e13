import { type CardButton, encode } from './action-data.ts';
import type { CardText, HttpsUrl, InputText } from './foreign-text.ts';
import { type OwnText, own } from './own-text.ts';

/**
 * The part of Adaptive Cards 1.5 that reads well on a phone, on a desktop and in a screen reader, as typed builders. No Table
 * (blank on phones) and no FactSet (bad in screen readers). TextBlock is Markdown in Teams, so it takes own text alone;
 * foreign text stands in the runs of a RichTextBlock, which are never Markdown. Colour never carries a meaning alone.
 */
export type Spacing = 'None' | 'Small' | 'Default' | 'Medium' | 'Large';
export type Colour = 'Default' | 'Accent' | 'Good' | 'Warning' | 'Attention';

interface Placement {
  readonly spacing?: Spacing;
  readonly separator?: boolean;
}

interface TextLook {
  readonly size?: 'Small' | 'Default' | 'Medium' | 'Large';
  readonly weight?: 'Default' | 'Bolder';
  readonly color?: Colour;
  readonly isSubtle?: boolean;
}

export interface TextBlock extends Placement, TextLook {
  readonly type: 'TextBlock';
  readonly text: OwnText;
  readonly wrap: true;
  readonly style?: 'heading';
}

export interface TextRun extends TextLook {
  readonly type: 'TextRun';
  readonly text: CardText;
}

export interface RichTextBlock extends Placement {
  readonly type: 'RichTextBlock';
  readonly inlines: readonly TextRun[];
}

export interface Container extends Placement {
  readonly type: 'Container';
  readonly items: readonly Element[];
  readonly style?: 'default' | 'emphasis' | 'good' | 'warning' | 'attention';
}

export interface ActionSet extends Placement {
  readonly type: 'ActionSet';
  readonly actions: readonly Action[];
}

interface InputBase extends Placement {
  readonly id: string;
  readonly label: OwnText;
  readonly isRequired?: boolean;
  readonly errorMessage?: OwnText;
}

export interface TextInput extends InputBase {
  readonly type: 'Input.Text';
  readonly maxLength: number;
  readonly isMultiline?: boolean;
  readonly placeholder?: OwnText;
  readonly value?: InputText;
}

export interface DateInput extends InputBase {
  readonly type: 'Input.Date';
  /** `YYYY-MM-DD`. */
  readonly value?: OwnText;
}

export interface ChoiceInput extends InputBase {
  readonly type: 'Input.ChoiceSet';
  readonly style: 'compact';
  /** Several at once; their values come back with commas. */
  readonly isMultiSelect?: true;
  /** A title may be foreign: as on a button, no client reads it as Markdown. */
  readonly choices: readonly { readonly title: CardText; readonly value: string }[];
  readonly value?: string;
}

export interface ExecuteAction {
  readonly type: 'Action.Execute';
  readonly title: CardText;
  readonly verb: string;
  readonly data: { readonly [key: string]: unknown };
  readonly style?: 'positive' | 'destructive';
  /** `none`: pressing does not ask for the inputs of the card first. */
  readonly associatedInputs?: 'auto' | 'none';
}

export interface OpenUrlAction {
  readonly type: 'Action.OpenUrl';
  readonly title: CardText;
  readonly url: HttpsUrl;
}

export type Action = ExecuteAction | OpenUrlAction;
export type Input = TextInput | DateInput | ChoiceInput;
export type Element = TextBlock | RichTextBlock | Container | ActionSet | Input;

/** What a builder hands on may be absent; {@link adaptiveCard} and {@link container} leave it out. */
export type Maybe<T> = T | undefined;

export interface AdaptiveCard {
  readonly type: 'AdaptiveCard';
  readonly $schema: 'http://adaptivecards.io/schemas/adaptive-card.json';
  readonly version: '1.5';
  readonly lang: 'nl' | 'en' | 'fy';
  readonly fallbackText: OwnText;
  readonly body: readonly Element[];
}

const present = <T>(items: readonly Maybe<T>[]): readonly T[] => items.filter((item): item is T => item !== undefined);

export const adaptiveCard = (card: {
  readonly lang: AdaptiveCard['lang'];
  readonly fallbackText: OwnText;
  readonly body: readonly Maybe<Element>[];
}): AdaptiveCard => ({
  type: 'AdaptiveCard',
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  version: '1.5',
  lang: card.lang,
  fallbackText: card.fallbackText,
  body: present(card.body),
});

/** The card's title: a screen reader jumps from heading to heading, so each card has exactly one of these at its top. */
export const heading = (text: OwnText): TextBlock => ({
  type: 'TextBlock',
  text,
  wrap: true,
  style: 'heading',
  size: 'Large',
  weight: 'Bolder',
});

export const subheading = (text: OwnText): TextBlock => ({
  type: 'TextBlock',
  text,
  wrap: true,
  style: 'heading',
  size: 'Medium',
  weight: 'Bolder',
  spacing: 'Medium',
});

export const line = (text: OwnText, look: TextLook & Placement = {}): TextBlock => ({
  type: 'TextBlock',
  text,
  wrap: true,
  ...look,
});

export const run = (text: CardText, look: TextLook = {}): TextRun => ({ type: 'TextRun', text, ...look });

/** Foreign and own text in one paragraph. Runs without text are left out; without any run there is no paragraph. */
export function paragraph(runs: readonly Maybe<TextRun>[], placement: Placement = {}): Maybe<RichTextBlock> {
  const inlines = present(runs).filter(({ text }) => text !== '');
  return inlines.length === 0 ? undefined : { type: 'RichTextBlock', inlines, ...placement };
}

/** One paragraph of foreign text. */
export const foreign = (text: CardText, look: TextLook & Placement = {}): Maybe<RichTextBlock> => {
  const { spacing, separator, ...textLook } = look;
  return paragraph([run(text, textLook)], {
    ...(spacing === undefined ? {} : { spacing }),
    ...(separator === undefined ? {} : { separator }),
  });
};

const colon = own`: `;

/** Label and value in one paragraph: stays together at 320 px and is read as one sentence. Absent when the value is. */
export const pair = (label: OwnText, value: Maybe<CardText>): Maybe<RichTextBlock> =>
  value === undefined || value === ''
    ? undefined
    : paragraph([run(label, { weight: 'Bolder' }), run(colon), run(value)], { spacing: 'Small' });

/** Several labels and values in one paragraph, where a list must stay short. */
export function pairs(
  all: readonly (readonly [label: OwnText, value: Maybe<CardText>])[],
  separator: OwnText,
): Maybe<RichTextBlock> {
  const filled = all.filter(([, value]) => value !== undefined && value !== '');
  const runs = filled.flatMap(([label, value], at) => [
    at === 0 ? undefined : run(separator),
    run(label, { weight: 'Bolder' }),
    run(colon),
    value === undefined ? undefined : run(value),
  ]);
  return paragraph(runs, { spacing: 'Small' });
}

export const container = (
  items: readonly Maybe<Element>[],
  look: Placement & { readonly style?: NonNullable<Container['style']> } = {},
): Container => ({ type: 'Container', items: present(items), ...look });

/** Buttons side by side, at most six (Teams shows no more). None present: no ActionSet. */
export function buttons(actions: readonly Maybe<Action>[], placement: Placement = {}): Maybe<ActionSet> {
  const all = present(actions);
  return all.length === 0 ? undefined : { type: 'ActionSet', actions: all.slice(0, 6), ...placement };
}

/** Buttons under each other: for long titles, which Teams cuts when they stand side by side. */
export const stackedButtons = (actions: readonly Maybe<Action>[]): readonly ActionSet[] =>
  present(actions).map((action) => ({ type: 'ActionSet', actions: [action], spacing: 'Small' }));

/** A button that comes back to the bot. Absent when its data is too large to carry, or when there is nothing to read on it. */
export function execute(
  title: CardText,
  button: CardButton,
  options: Pick<ExecuteAction, 'style' | 'associatedInputs'> = {},
): Maybe<ExecuteAction> {
  const encoded = encode(button);
  return encoded === undefined || title === '' ? undefined : { type: 'Action.Execute', title, ...encoded, ...options };
}

/** Absent when there is no https address. */
export const openUrl = (title: CardText, url: Maybe<HttpsUrl>): Maybe<OpenUrlAction> =>
  url === undefined ? undefined : { type: 'Action.OpenUrl', title, url };

type InputOptions<T extends Input> = Omit<T, 'type' | 'style'>;

export const textInput = (input: InputOptions<TextInput>): TextInput => ({ type: 'Input.Text', ...input });
export const dateInput = (input: InputOptions<DateInput>): DateInput => ({ type: 'Input.Date', ...input });
export const choiceInput = (input: InputOptions<ChoiceInput>): ChoiceInput => ({
  type: 'Input.ChoiceSet',
  style: 'compact',
  ...input,
});
