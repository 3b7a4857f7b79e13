import type { OutboxOccurrence } from './outbox.ts';

/**
 * Divides what is due in one kanaal into messages, in the order given: an overzicht is a message of its own, what is asked because
 * nobody reacted is told together, and so is the rest, so many at a time.
 *
 * @param most the most herinneringen in one message
 */
export function messagesOf(due: readonly OutboxOccurrence[], most: number): readonly (readonly OutboxOccurrence[])[] {
  const alone = due.filter(({ kind }) => kind === 'overzicht');
  const together = due.filter(({ kind }) => kind !== 'overzicht');
  return [
    ...parted(
      together.filter(({ escalatie }) => escalatie === undefined),
      most,
    ),
    ...parted(
      together.filter(({ escalatie }) => escalatie !== undefined),
      most,
    ),
    ...alone.map((one) => [one]),
  ];
}

const parted = <T>(items: readonly T[], most: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(items.length / most) }, (_, index) => items.slice(index * most, (index + 1) * most));
