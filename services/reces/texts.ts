import type { Organisatie } from '../register/types.ts';
import type { Sentences } from '../taal/language.ts';

/** What is said about recessen outside their own card. */
export interface RecesTexts {
  /** One line: of which gemeenten no reces is known, and what to do about it. Not empty. `isHere`: the form is right below. */
  readonly missing: (gemeenten: readonly Pick<Organisatie, 'naam'>[], isHere?: boolean) => string;
}

/** More names than this make a line that nobody reads. */
const shown = 3;

function namesOf(
  gemeenten: readonly Pick<Organisatie, 'naam'>[],
  and: string,
  others: (count: number) => string,
): string {
  const names = gemeenten.slice(0, shown).map(({ naam }) => naam);
  const more = gemeenten.length - names.length;
  const all = more > 0 ? [...names, others(more)] : names;
  const last = all.at(-1) ?? '';
  return all.length < 2 ? last : `${all.slice(0, -1).join(', ')} ${and} ${last}`;
}

export const recesTexts: Sentences<RecesTexts> = {
  nl: {
    missing: (gemeenten, isHere = false) => {
      const names = namesOf(gemeenten, 'en', (count) => (count === 1 ? 'nog 1 gemeente' : `nog ${count} gemeenten`));
      return `Van ${names} is voor het komende jaar geen reces bekend. ${isHere ? 'Vul het hieronder in.' : 'Typ “reces” om het in te vullen.'}`;
    },
  },
  en: {
    missing: (gemeenten, isHere = false) => {
      const names = namesOf(gemeenten, 'and', (count) => (count === 1 ? '1 other' : `${count} others`));
      return `No recess is known for the coming year for ${names}. ${isHere ? 'Fill it in below.' : 'Type “reces” to fill it in.'}`;
    },
  },
};
