import type { Store } from '../opslag/store.ts';
import type { RecesKeeper } from '../register/import/import-deps.ts';
import type { NameIndex } from '../register/names.ts';
import type { RegisterView } from '../register/types.ts';
import { loadRecessen, type RecesActor, recesProblem, setReces, whatChanges } from './recessen.ts';

/** Recessen as rows of a file: what an import writes, and what an export reads. */

/** For `importFile`. */
export function recesKeeper(store: Store, timeZone: string, by: RecesActor): RecesKeeper {
  return {
    problemOf(days) {
      switch (recesProblem(days)) {
        case 'reversed':
          return 'reces_reversed';
        case 'too_long':
          return 'reces_too_long';
        default:
          return undefined;
      }
    },
    async look(organisatie, reces) {
      const { same, replaced } = whatChanges((await loadRecessen(store, timeZone)).of(organisatie), reces);
      return same !== undefined ? 'unchanged' : replaced.length > 0 ? 'changed' : 'added';
    },
    async set(organisatie, reces) {
      const outcome = await setReces(store, organisatie, reces, by);
      if (outcome.kind === 'unchanged') return 'unchanged';
      if (outcome.kind === 'invalid') return 'too_many';
      return outcome.replaced.length > 0 ? 'changed' : 'added';
    },
  };
}

/** Every reces as a row of the form Recessen, by name of the organisatie: importing them again changes nothing. */
export async function recesRows(
  store: Store,
  timeZone: string,
  register: RegisterView,
  names: NameIndex,
): Promise<{ readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] }> {
  const view = await loadRecessen(store, timeZone);
  const nameOf = (id: string): string => {
    const organisatie = register.organisatie(id);
    const found = names.resolveOrganisatie(organisatie?.naam ?? '');
    const isClear = found.kind === 'found' && found.organisatie._id === id;
    return isClear ? found.organisatie.naam : (organisatie?.tooi ?? id);
  };
  const rows = view.organisaties
    .map((id) => [nameOf(id), id] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([naam, id]) => view.of(id).map((reces) => [naam, reces.naam, reces.van, reces.tot]));
  return { header: ['organisatie', 'reces', 'van', 'tot'], rows };
}
