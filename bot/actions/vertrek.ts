import type { HandoverAction } from '../../cards/channel-data.ts';
import type { AdaptiveCard } from '../../cards/elements.ts';
import { handoverCard } from '../../cards/handover-card.ts';
import type { Kanaal } from '../../services/kanalen/types.ts';
import type { Afspraak } from '../../services/register/types.ts';
import type { Parts, Reply, Turn } from '../parts.ts';
import { proposeFromSentence } from './wijzigen.ts';

/**
 * Somebody left a channel: what is theirs there is listed, with a field for who takes over. Teams mostly tells who left by an id that
 * the register does not know; only somebody whom it calls by the very name of an eigenaar is recognised.
 */

/** Who left, and whether they left the whole team or the conversation in which it was told alone. */
export interface Departure {
  readonly names: readonly string[];
  readonly teamWide: boolean;
}

export interface Handover {
  readonly kanaal: Kanaal;
  readonly card: AdaptiveCard;
}

/** One card for each who left and each channel in which something of theirs is told. */
export async function handovers(
  turn: Turn,
  parts: Parts,
  { names, teamWide }: Departure,
): Promise<readonly Handover[]> {
  const { teamId } = turn.kanaal.address;
  const isTeams = ({ address, removed }: Kanaal): boolean =>
    !removed && address.teamId === teamId && address.tenantId === turn.kanaal.address.tenantId;
  const kanalen =
    teamWide && teamId !== undefined ? (await parts.kanalen.boundKanalen()).filter(isTeams) : [turn.kanaal];
  return kanalen.flatMap((kanaal) =>
    names.flatMap((naam): readonly Handover[] => {
      const owned = ownedBy(naam, kanaal, turn);
      const [first] = owned;
      if (first?.eigenaar === undefined) return [];
      return [{ kanaal, card: handoverCard(first.eigenaar.naam, owned, kanaal.taal ?? turn.language) }];
    }),
  );
}

/** By the whole name: a query would also find everybody with the same last name. */
function ownedBy(naam: string, { verbanden }: Kanaal, { view, today }: Turn): readonly Afspraak[] {
  if (verbanden.length === 0) return [];
  const wanted = folded(naam);
  return view
    .findAfspraken({ verbanden, eigenaar: naam, status: 'open', today })
    .filter(({ eigenaar }) => eigenaar !== undefined && folded(eigenaar.naam) === wanted);
}

const folded = (naam: string): string => naam.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

/** **Overdragen**: the same preview as for the sentence that asks for it; nothing changes before it is confirmed. */
export async function handOver(turn: Turn, parts: Parts, { van, naar }: HandoverAction): Promise<Reply> {
  const [named = ''] = naar.split('<');
  const isWhole = naar.includes('<') && named.trim() !== '';
  return proposeFromSentence(turn, parts, {
    text: '',
    lang: turn.language,
    intent: 'afspraak.wijzigen',
    filter: {
      bulk: true,
      eigenaar: van,
      nieuweEigenaar: isWhole ? named.trim() : naar,
      // A name with its address goes into the register as it was written; a name alone is looked up among the owners known.
      ...(isWhole && { veld: 'eigenaar', waarde: naar }),
    },
  });
}
