import assert from 'node:assert/strict';
import { decode } from '../../cards/action-data.ts';
import type { AdaptiveCard, ExecuteAction } from '../../cards/elements.ts';
import { checkCard } from '../../cards/limits.ts';
import { parseOfficially, type Rendered, renderOfficially } from './official-renderer.ts';

/** Every Action.Execute in a card, in order. */
export function executesOf(node: unknown): readonly ExecuteAction[] {
  if (Array.isArray(node)) return node.flatMap(executesOf);
  if (typeof node !== 'object' || node === null) return [];
  return isExecute(node) ? [node] : Object.values(node).flatMap(executesOf);
}

const isExecute = (node: object): node is ExecuteAction => 'type' in node && node.type === 'Action.Execute';

/**
 * What must be true of any card, seen without drawing it: Teams takes it, the official parser and validator have nothing to say,
 * and each button that needs no input means something to us.
 */
export function assertFits(card: AdaptiveCard): void {
  assert.deepEqual(checkCard(card), []);
  assert.deepEqual(parseOfficially(card), []);
  for (const { verb, data, associatedInputs, title } of executesOf(card)) {
    if (associatedInputs !== 'none') continue;
    assert.equal(decode(verb, data).kind, verb, `button ${title}`);
  }
}

/** All of {@link assertFits}, and drawn: no foreign text became a link or an emphasis. */
export function assertRight(card: AdaptiveCard): Rendered {
  assertFits(card);
  const rendered = renderOfficially(card);
  assert.deepEqual(rendered.problems, []);
  assert.equal(rendered.element.querySelector('a, strong, em, li, script, img, b'), null);
  return rendered;
}
