import type { OutboxOccurrence } from './outbox.ts';

/**
 * Divides what is due in one kanaal into messages, in the order given: an overzicht is a message of its own, the rest is told
 * together, so many at a time.
 *
 * @param most the most herinneringen in one message
 */
export function messagesOf(due: readonly OutboxOccurrence[], most: number): readonly (readonly OutboxOccurrence[])[] {
  const together = due.filter(({ kind }) => kind !== 'overzicht');
  const alone = due.filter(({ kind }) => kind === 'overzicht');
  const count = Math.ceil(together.length / most);
  return [
    ...Array.from({ length: count }, (_, index) => together.slice(index * most, (index + 1) * most)),
    ...alone.map((one) => [one]),
  ];
}
