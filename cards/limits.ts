import type { AdaptiveCard } from './elements.ts';
import { isObject } from './reading-data.ts';

/**
 * What Teams takes, checked on the finished JSON: one activity holds at most 25 KB, of which the envelope (addresses, mentions,
 * summary) needs some. Tests run every card through {@link checkCard}; cards of unknown length are drawn through {@link fitCard}.
 */
export const largestCard = 24 * 1024;

export const cardSize = (card: AdaptiveCard): number => Buffer.byteLength(JSON.stringify(card), 'utf8');

/**
 * The first drawing that fits, from rich (step 0) to sparse (the last step, which must always fit). Pages keep their number of
 * items whatever the step, so that page 3 is page 3 for everybody; a step leaves out detail, not items.
 */
export function fitCard(draw: (step: number) => AdaptiveCard, lastStep: number): AdaptiveCard {
  for (let step = 0; step < lastStep; step += 1) {
    const card = draw(step);
    if (cardSize(card) <= largestCard) return card;
  }
  return draw(lastStep);
}

const knownTypes: readonly unknown[] = [
  'AdaptiveCard',
  'TextBlock',
  'RichTextBlock',
  'TextRun',
  'Container',
  'ColumnSet',
  'Column',
  'ActionSet',
  'Input.Text',
  'Input.Date',
  'Input.ChoiceSet',
  'Input.Toggle',
  'Action.Execute',
  'Action.OpenUrl',
];
const actsInMarkdown = /[*_~`[\]<>\\#|]|^\s*(?:[-+]|\d+[.)])\s|:\/\/|www\.|\{\{|&#?\w+;/;

type Node = { readonly [key: string]: unknown };
type Report = (problem: string) => void;

const isFilled = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';

function checkInput(input: Node, report: Report, seenIds: Set<unknown>): void {
  if (!isFilled(input.id)) report('input without id');
  if (seenIds.has(input.id)) report(`input id ${String(input.id)} twice`);
  seenIds.add(input.id);
  if (!isFilled(input.label)) report('input without a visible label');
  if (input.isRequired === true && !isFilled(input.errorMessage)) report('required input without errorMessage');
  if (input.type === 'Input.Text' && typeof input.maxLength !== 'number') report('Input.Text without maxLength');
  if (input.type !== 'Input.ChoiceSet') return;
  const choices = Array.isArray(input.choices) ? input.choices : [];
  if (choices.length === 0) report('Input.ChoiceSet without choices');
  const values = choices.map((choice: unknown) => (isObject(choice) ? choice.value : undefined));
  if (new Set(values).size !== values.length) report('Input.ChoiceSet with the same value twice');
  const chosen = input.isMultiSelect === true ? String(input.value ?? '').split(',') : [input.value];
  if (input.value !== undefined && !chosen.every((each) => values.includes(each)))
    report('Input.ChoiceSet value is no choice');
}

function checkAction(action: Node, report: Report): void {
  if (!isFilled(action.title)) report('button without title');
  if (action.type === 'Action.OpenUrl' && !String(action.url).startsWith('https://')) report('link is not https');
  if (action.type !== 'Action.Execute') return;
  if (!isFilled(action.verb)) report('Action.Execute without verb');
  if (!isObject(action.data) || action.data.v === undefined) report('Action.Execute without versioned data');
}

function checkNode(node: Node, report: Report, seenIds: Set<unknown>): void {
  const type = node.type;
  if (!knownTypes.includes(type)) report(`${String(type)} is not used in Teams`);
  if (type === 'TextBlock') {
    if (node.wrap !== true) report('TextBlock without wrap');
    if (!isFilled(node.text)) report('TextBlock without text');
    if (actsInMarkdown.test(String(node.text))) report('TextBlock holds Markdown');
  }
  if (type === 'ActionSet') {
    const count = Array.isArray(node.actions) ? node.actions.length : 0;
    if (count === 0 || count > 6) report(`${count} buttons in one ActionSet`);
  }
  if (type === 'TextRun' && typeof node.text !== 'string') report('TextRun without text');
  if (String(type).startsWith('Input.')) checkInput(node, report, seenIds);
  if (String(type).startsWith('Action.')) checkAction(node, report);
}

function childrenOf(node: Node): readonly (readonly [string, Node])[] {
  return Object.entries(node)
    .filter(([key]) => key !== 'data' && key !== 'choices')
    .flatMap(([key, value]) =>
      Array.isArray(value) ? value.map((item, at) => [`${key}[${at}]`, item]) : [[key, value]],
    )
    .filter((entry): entry is [string, Node] => isObject(entry[1]));
}

function checkTop(card: Node, problems: string[]): void {
  if (card.version !== '1.5') problems.push(`version ${String(card.version)}, Teams renders 1.5`);
  if (card.$schema === undefined) problems.push('no $schema');
  if (!isFilled(card.fallbackText)) problems.push('no fallbackText');
  if (actsInMarkdown.test(String(card.fallbackText))) problems.push('fallbackText holds Markdown');
  if (!isFilled(card.lang)) problems.push('no lang');
  if (!JSON.stringify(card).includes('"style":"heading"')) problems.push('no heading');
  const size = Buffer.byteLength(JSON.stringify(card), 'utf8');
  if (size > largestCard) problems.push(`${size} bytes, at most ${largestCard}`);
}

/** Everything in this card that Teams, a phone or a screen reader would stumble over; empty when it is right. */
export function checkCard(card: AdaptiveCard | { readonly [key: string]: unknown }): readonly string[] {
  const problems: string[] = [];
  const seenIds = new Set<unknown>();
  const top: Node = { ...card };
  checkTop(top, problems);
  const walk = (node: Node, path: string): void => {
    checkNode(node, (problem) => problems.push(`${path}: ${problem}`), seenIds);
    for (const [key, child] of childrenOf(node)) walk(child, `${path}.${key}`);
  };
  walk(top, 'card');
  return problems;
}
