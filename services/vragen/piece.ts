import { type Soort, soorten } from '../register/types.ts';

/**
 * What the `type` of a question means in the register: a soort, or a piece (`marap`, `kadernota`) that is narrower than a soort
 * and is known by the words in its titel or tekst.
 */
export interface TypeMeaning {
  readonly soort?: Soort;
  /** One of these words occurs, by Dutch stem. */
  readonly words?: readonly string[];
}

/** Words by which a piece is written (DOMAIN §2). Where a soort is named, a piece is only looked for there. */
const pieces: Readonly<Record<string, TypeMeaning>> = {
  marap: { soort: 'rapportage', words: ['marap', 'managementrapportage'] },
  berap: { soort: 'rapportage', words: ['berap', 'bestuursrapportage', 'turap', 'burap', 'tussentijdse rapportage'] },
  jaarverslag: { soort: 'rapportage', words: ['jaarverslag'] },
  kadernota: { words: ['kadernota', 'kaderbrief', 'perspectiefnota'] },
  jaarrekening: { words: ['jaarrekening', 'jaarstukken'] },
  voorlopige_jaarrekening: { words: ['voorlopige jaarrekening', 'conceptjaarrekening'] },
  ontwerpbegroting: { words: ['ontwerpbegroting', 'conceptbegroting'] },
  begrotingswijziging: { words: ['begrotingswijziging'] },
  zienswijze: { words: ['zienswijze'] },
};

/** The meaning of one `type`; a word that is neither soort nor piece is looked for in the text. */
export function meaningOfType(type: string): TypeMeaning {
  const soort = soorten.find((known) => known === type);
  if (soort !== undefined) return { soort };
  return pieces[type] ?? { words: [type.replaceAll('_', ' ')] };
}
