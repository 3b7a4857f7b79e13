import type { Draft } from '../../opslag/store.ts';
import { NameIndex } from '../names.ts';
import type { Register } from '../register.ts';
import type { Organisatie, RegisterView, Verband } from '../types.ts';
import { LiveView } from '../view.ts';

/** What an import reads of the register to judge its rows. */
export interface Known {
  view(): RegisterView;
  names(): NameIndex;
}

/**
 * An import that writes nothing. Make one for all files of a run: regelingen that one file would bring are known to the next, so that
 * its afspraken are judged as they will be when the files are really imported.
 */
export class DryRun {
  #supposed: Known | undefined;

  /** The register as the files before this one would leave it. */
  knownFrom(register: Register): Known {
    return this.#supposed ?? register;
  }

  /** Takes in what a file of regelingen would change. Costs a copy of the register in memory; the register itself stays as it is. */
  suppose(
    known: Known,
    changes: { readonly organisaties: readonly Draft<Organisatie>[]; readonly verbanden: readonly Draft<Verband>[] },
  ): void {
    const before = known.view();
    const view = new LiveView();
    for (const organisatie of before.organisaties) view.putOrganisatie(organisatie);
    for (const verband of before.verbanden) view.putVerband(verband);
    for (const afspraak of before.findAfspraken({})) view.putAfspraak(afspraak);
    const versionAfter = (doc: { readonly version: number } | undefined): number => (doc?.version ?? 0) + 1;
    for (const draft of changes.organisaties)
      view.putOrganisatie({ ...draft, version: versionAfter(before.organisatie(draft._id)) });
    for (const draft of changes.verbanden)
      view.putVerband({ ...draft, version: versionAfter(before.verband(draft._id)) });
    const names = new NameIndex(view);
    this.#supposed = { view: () => view, names: () => names };
  }
}
