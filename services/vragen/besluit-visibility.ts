import type { Besluit } from '../besluiten/types.ts';
import { maySee } from '../toegang/scope.ts';
import type { PlanParts } from './search-plan.ts';

/** A besluit about an afspraak that the asker may not see is left out: its onderwerp would tell what is hidden. */
export const visibleBesluiten = (
  besluiten: readonly Besluit[],
  { view, viewer }: Pick<PlanParts, 'view' | 'viewer'>,
): readonly Besluit[] =>
  besluiten.filter((besluit) =>
    besluit.afspraken.every((code) => {
      const afspraak = view.afspraak(code);
      return afspraak === undefined || maySee(viewer, afspraak);
    }),
  );
