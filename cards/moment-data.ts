import type { CivilDate } from '../services/kalender/civil-date.ts';
import { isCivilDate } from '../services/kalender/civil-date.ts';

/** What travels with the buttons about one planned reminder that follows from a date; action-data.ts writes and reads it. */
export type MomentButton =
  | { readonly [K in PlainKind]: { readonly kind: K; readonly moment: string } }[PlainKind]
  /** An absent `dag` comes from the card's input. */
  | { readonly [K in DayKind]: { readonly kind: K; readonly moment: string; readonly dag?: CivilDate } }[DayKind]
  /** `stamp`: version of the moment on this card, so that the same button pressed again is known. */
  | { readonly kind: 'moment.nu'; readonly moment: string; readonly stamp: number };

type PlainKind = 'moment.toon' | 'moment.voorbeeld' | 'moment.overslaan' | 'moment.hervatten';
type DayKind = 'moment.verplaatsen' | 'moment.pauzeren';

/** As the buttons, checked. Without `dag` none was filled in. */
export type MomentAction = MomentButton;

/** Name of the input of the card of a moment. */
export const momentInputs = { dag: 'dag' } as const;

type Fields = { readonly [key: string]: unknown };

const nameForm = /^[^\s\p{C}]{1,200}$/u;

const nameIn = ({ moment }: Fields): string | undefined =>
  typeof moment === 'string' && nameForm.test(moment) ? moment : undefined;

const bare =
  <K extends PlainKind>(kind: K) =>
  (fields: Fields): { readonly kind: K; readonly moment: string } | undefined => {
    const moment = nameIn(fields);
    return moment === undefined ? undefined : { kind, moment };
  };

const withDay =
  <K extends DayKind>(kind: K) =>
  (fields: Fields): { readonly kind: K; readonly moment: string; readonly dag?: CivilDate } | undefined => {
    const moment = nameIn(fields);
    if (moment === undefined) return undefined;
    const dag = fields[momentInputs.dag];
    if (dag === undefined || dag === null || dag === '') return { kind, moment };
    return typeof dag === 'string' && isCivilDate(dag) ? { kind, moment, dag } : undefined;
  };

function nu(fields: Fields): MomentAction | undefined {
  const moment = nameIn(fields);
  const { stamp } = fields;
  if (moment === undefined || typeof stamp !== 'number' || !Number.isSafeInteger(stamp)) return undefined;
  return { kind: 'moment.nu', moment, stamp };
}

/** For action-data.ts: each gives undefined for data that was tampered with, or a day that does not exist. */
export const momentDecoders: {
  readonly [K in MomentButton['kind']]: (fields: Fields) => MomentAction | undefined;
} = {
  'moment.toon': bare('moment.toon'),
  'moment.voorbeeld': bare('moment.voorbeeld'),
  'moment.overslaan': bare('moment.overslaan'),
  'moment.hervatten': bare('moment.hervatten'),
  'moment.verplaatsen': withDay('moment.verplaatsen'),
  'moment.pauzeren': withDay('moment.pauzeren'),
  'moment.nu': nu,
};
