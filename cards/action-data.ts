import type { BesluitForm } from '../services/besluiten/types.ts';
import type { Delay } from '../services/herinneringen/postpone.ts';
import type { Reading } from '../services/vragen/reading.ts';
import type { FormCells, FormColumn } from '../services/wijzigen/form.ts';
import { decodeAfspraakForm } from './afspraak-form-data.ts';
import { codeIn, type Fields, idIn, pageIn, textIn } from './button-fields.ts';
import { type ChannelAction, type ChannelButton, channelDecoders } from './channel-data.ts';
import { type KetenAction, type KetenButton, ketenDecoders } from './keten-data.ts';
import { decodeMiss, type MissAction, type MissButton } from './misses-data.ts';
import { type MomentAction, type MomentButton, momentDecoders } from './moment-data.ts';
import { type OverzichtAction, type OverzichtButton, overzichtDecoders } from './overzicht-data.ts';
import { isObject, isReading, readingForButton } from './reading-data.ts';
import { decodeRegel, type RegelAction, type RegelButton, regelKinds } from './regel-data.ts';

/**
 * The one place that knows what travels with a button. `encode` writes what is fixed when the card is drawn, `decode` reads what
 * Teams sends back: that data with the card's inputs merged into it. Whatever comes back is foreign: it is checked to the last
 * key, and what is not right becomes `malformed`, which the bot answers with a sentence.
 */
export const delays = ['1d', '1w', '1m'] as const;

/** What is fixed when a card is drawn. An absent `occurrence` comes from the card's input of that name (a digest). */
export type CardButton =
  | KetenButton
  | MissButton
  | ChannelButton
  | RegelButton
  | OverzichtButton
  | MomentButton
  | { readonly kind: 'vraag.pagina'; readonly reading: Reading; readonly page: number }
  | { readonly kind: 'vraag.keuze'; readonly reading: Reading }
  | { readonly kind: 'vraag.tekst'; readonly text: string }
  | { readonly kind: 'afspraak.toon'; readonly code: string }
  | { readonly kind: 'verband.toon'; readonly verbandId: string; readonly page?: number }
  | { readonly kind: HerinneringButton; readonly occurrence?: string; readonly until?: string }
  | { readonly kind: 'herinneringen.pagina'; readonly page: number }
  | { readonly kind: 'besluit.formulier'; readonly tekst?: string; readonly code?: string }
  | { readonly kind: 'besluit.vastleggen'; readonly formId: string }
  | { readonly kind: 'besluit.annuleren'; readonly formId: string }
  | { readonly kind: 'besluit.toon'; readonly identificatie: string }
  | { readonly kind: 'welkom.voorbeeld' | 'welkom.importeren' | 'welkom.koppelen' | 'help' | 'register.verifieer' }
  | { readonly kind: 'koppel' | 'ontkoppel'; readonly verbandId: string }
  | { readonly kind: WijzigingButton; readonly voorstel: string }
  | { readonly kind: 'afspraak.formulier'; readonly code?: string }
  | { readonly kind: 'afspraak.annuleren'; readonly formId: string; readonly code?: string }
  | {
      readonly kind: 'afspraak.opslaan';
      readonly formId: string;
      readonly code?: string;
      readonly version?: number;
      /** Columns that were too long for the form: they stay as they are. */
      readonly behoudt?: readonly FormColumn[];
    };

export type WijzigingButton = 'wijziging.doorvoeren' | 'wijziging.annuleren' | 'wijziging.ongedaan';

export type HerinneringButton =
  | 'herinnering.gezien'
  | 'herinnering.oppakken'
  | 'herinnering.uitstellen'
  | 'herinnering.klaar';

/** What somebody pressed, checked. */
export type CardAction =
  | KetenAction
  | MissAction
  | ChannelAction
  | RegelAction
  | OverzichtAction
  | MomentAction
  /** Page of the answer to this reading, from 1. */
  | { readonly kind: 'vraag.pagina'; readonly reading: Reading; readonly page: number }
  /** Ask this reading instead. */
  | { readonly kind: 'vraag.keuze'; readonly reading: Reading }
  /** As if this had been typed. */
  | { readonly kind: 'vraag.tekst'; readonly text: string }
  | { readonly kind: 'afspraak.toon'; readonly code: string }
  | { readonly kind: 'verband.toon'; readonly verbandId: string; readonly page: number }
  | { readonly kind: Exclude<HerinneringButton, 'herinnering.uitstellen'>; readonly occurrence: string }
  /** A day that was filled in goes before the choice; the one who postpones checks that it is a day. */
  | { readonly kind: 'herinnering.uitstellen'; readonly occurrence: string; readonly delay: Delay }
  | { readonly kind: 'herinneringen.pagina'; readonly page: number }
  /** `tekst`: what is already known of it. `code`: the afspraak it is about. */
  | { readonly kind: 'besluit.formulier'; readonly tekst?: string; readonly code?: string }
  /** `form` holds only the fields that were filled in, as typed. */
  | { readonly kind: 'besluit.vastleggen'; readonly formId: string; readonly form: BesluitForm }
  | { readonly kind: 'besluit.annuleren'; readonly formId: string }
  | { readonly kind: 'besluit.toon'; readonly identificatie: string }
  | { readonly kind: 'welkom.voorbeeld' | 'welkom.importeren' | 'help' | 'register.verifieer' }
  /** `verband` as typed, may be empty. */
  | { readonly kind: 'welkom.koppelen'; readonly verband: string }
  | { readonly kind: 'koppel' | 'ontkoppel'; readonly verbandId: string }
  | { readonly kind: WijzigingButton; readonly voorstel: string }
  /** Without a code: of a new afspraak. */
  | { readonly kind: 'afspraak.formulier'; readonly code?: string }
  | { readonly kind: 'afspraak.annuleren'; readonly formId: string; readonly code?: string }
  /** `cells` as typed: '' where a field was left or made empty; a column that was not in the form is absent. */
  | {
      readonly kind: 'afspraak.opslaan';
      readonly formId: string;
      readonly existing?: { readonly code: string; readonly version: number };
      readonly cells: FormCells;
    };

export type DecodedAction = CardAction | { readonly kind: 'malformed' };

/** Names of the inputs that `decode` reads; the cards that draw them take them from here. */
export const inputIds = {
  occurrence: 'occurrence',
  delay: 'delay',
  until: 'until',
  verband: 'verband',
  onderwerp: 'onderwerp',
  toelichting: 'toelichting',
  datum: 'datum',
  bestuursorgaan: 'bestuursorgaan',
  afspraken: 'afspraken',
  ingangsdatum: 'ingangsdatum',
  vervaldatum: 'vervaldatum',
} as const;

const formFields = [
  'onderwerp',
  'toelichting',
  'datum',
  'bestuursorgaan',
  'afspraken',
  'ingangsdatum',
  'vervaldatum',
] as const satisfies readonly (keyof BesluitForm)[];

const dataVersion = 1;
/** JSON of one button, in bytes: two page buttons and five choices still leave room for the card. */
const largestButton = 2500;
const malformed: DecodedAction = { kind: 'malformed' };

/** Verb and data of an Action.Execute; undefined when the data is too large to carry (a filter of thousands of characters). */
export function encode(button: CardButton): { verb: string; data: { readonly [key: string]: unknown } } | undefined {
  const { kind, ...fields } = 'reading' in button ? { ...button, reading: readingForButton(button.reading) } : button;
  const data = { v: dataVersion, ...fields };
  return Buffer.byteLength(JSON.stringify(data)) <= largestButton ? { verb: kind, data } : undefined;
}

function uitstellen(occurrence: string, fields: Fields): DecodedAction {
  const until = textIn(fields, inputIds.until, 40);
  const delay = until === undefined || until === '' ? delays.find((each) => each === fields[inputIds.delay]) : until;
  return delay === undefined ? malformed : { kind: 'herinnering.uitstellen', occurrence, delay };
}

function formulier(fields: Fields): DecodedAction {
  const tekst = textIn(fields, 'tekst', 2000);
  const about = codeIn(fields, 'code');
  if ((fields.tekst !== undefined && tekst === undefined) || (fields.code !== undefined && about === undefined))
    return malformed;
  return {
    kind: 'besluit.formulier',
    ...(tekst === undefined ? {} : { tekst }),
    ...(about === undefined ? {} : { code: about }),
  };
}

/** Longer than any field may be, so that the besluitenregister itself says which field is too long. */
const longestField = 20_000;

function vastleggen(fields: Fields): DecodedAction {
  const formId = idIn(fields, 'formId');
  if (formId === undefined) return malformed;
  const form: { -readonly [K in keyof BesluitForm]: BesluitForm[K] } = {};
  for (const field of formFields) {
    const value = fields[field];
    if (value === undefined || value === null || value === '') continue;
    if (typeof value !== 'string' || value.length > longestField) return malformed;
    form[field] = value;
  }
  return { kind: 'besluit.vastleggen', formId, form };
}

function afspraakFormulier(fields: Fields): DecodedAction {
  const about = codeIn(fields, 'code');
  if (fields.code !== undefined && about === undefined) return malformed;
  return { kind: 'afspraak.formulier', ...(about === undefined ? {} : { code: about }) };
}

function opslaan(fields: Fields): DecodedAction {
  const formId = idIn(fields, 'formId');
  const cells = decodeAfspraakForm(fields, longestField);
  const about = codeIn(fields, 'code');
  const { version } = fields;
  if (formId === undefined || cells === undefined) return malformed;
  if (fields.code === undefined && version === undefined) return { kind: 'afspraak.opslaan', formId, cells };
  if (about === undefined || typeof version !== 'number' || !Number.isSafeInteger(version)) return malformed;
  return { kind: 'afspraak.opslaan', formId, existing: { code: about, version }, cells };
}

/** Undefined is malformed too. */
type Decoder = (fields: Fields) => DecodedAction | undefined;

/** Hands the value to `make` when it is there. */
const having = <T>(value: T | undefined, make: (value: T) => DecodedAction): DecodedAction =>
  value === undefined ? malformed : make(value);

const bare =
  (kind: 'welkom.voorbeeld' | 'welkom.importeren' | 'help' | 'register.verifieer'): Decoder =>
  () => ({ kind });
const withOccurrence =
  (kind: Exclude<HerinneringButton, 'herinnering.uitstellen'>): Decoder =>
  (fields) =>
    having(idIn(fields, inputIds.occurrence), (occurrence) => ({ kind, occurrence }));
const withVerband =
  (kind: 'koppel' | 'ontkoppel'): Decoder =>
  (fields) =>
    having(idIn(fields, 'verbandId'), (verbandId) => ({ kind, verbandId }));
const withVoorstel =
  (kind: WijzigingButton): Decoder =>
  (fields) =>
    having(idIn(fields, 'voorstel'), (voorstel) => ({ kind, voorstel }));
const ofMiss =
  (kind: MissButton['kind']): Decoder =>
  (fields) =>
    decodeMiss(kind, fields) ?? malformed;
/** One decoder for each of these kinds. */
const each = <K extends string>(kinds: readonly K[], of: (kind: K) => Decoder): { readonly [P in K]: Decoder } =>
  Object.fromEntries(kinds.map((kind) => [kind, of(kind)])) as { readonly [P in K]: Decoder };
const readingIn = (fields: Fields): Reading | undefined => {
  const reading = fields.reading;
  return isReading(reading) ? reading : undefined;
};

const decoders: { readonly [K in CardButton['kind']]: Decoder } = {
  'vraag.pagina': (fields) =>
    having(readingIn(fields), (reading) => having(pageIn(fields), (page) => ({ kind: 'vraag.pagina', reading, page }))),
  'vraag.keuze': (fields) => having(readingIn(fields), (reading) => ({ kind: 'vraag.keuze', reading })),
  'vraag.tekst': (fields) => having(textIn(fields, 'text', 500), (text) => ({ kind: 'vraag.tekst', text })),
  'afspraak.toon': (fields) => having(codeIn(fields, 'code'), (code) => ({ kind: 'afspraak.toon', code })),
  'verband.toon': (fields) =>
    having(idIn(fields, 'verbandId'), (verbandId) =>
      having(fields.page === undefined ? 1 : pageIn(fields), (page) => ({ kind: 'verband.toon', verbandId, page })),
    ),
  'herinnering.gezien': withOccurrence('herinnering.gezien'),
  'herinnering.oppakken': withOccurrence('herinnering.oppakken'),
  'herinnering.klaar': withOccurrence('herinnering.klaar'),
  'herinnering.uitstellen': (fields) =>
    having(idIn(fields, inputIds.occurrence), (occurrence) => uitstellen(occurrence, fields)),
  'herinneringen.pagina': (fields) => having(pageIn(fields), (page) => ({ kind: 'herinneringen.pagina', page })),
  'besluit.formulier': formulier,
  'besluit.vastleggen': vastleggen,
  'besluit.annuleren': (fields) => having(idIn(fields, 'formId'), (formId) => ({ kind: 'besluit.annuleren', formId })),
  'besluit.toon': (fields) =>
    having(codeIn(fields, 'identificatie'), (identificatie) => ({ kind: 'besluit.toon', identificatie })),
  'welkom.voorbeeld': bare('welkom.voorbeeld'),
  'welkom.importeren': bare('welkom.importeren'),
  'welkom.koppelen': (fields) =>
    having(
      textIn(fields, inputIds.verband, 300) ?? (fields[inputIds.verband] === undefined ? '' : undefined),
      (verband) => ({
        kind: 'welkom.koppelen',
        verband: verband.trim(),
      }),
    ),
  ...each(regelKinds, (kind) => (fields) => decodeRegel(kind, fields) ?? malformed),
  help: bare('help'),
  'register.verifieer': bare('register.verifieer'),
  koppel: withVerband('koppel'),
  ontkoppel: withVerband('ontkoppel'),
  'wijziging.doorvoeren': withVoorstel('wijziging.doorvoeren'),
  'wijziging.annuleren': withVoorstel('wijziging.annuleren'),
  'wijziging.ongedaan': withVoorstel('wijziging.ongedaan'),
  'vraag.klopte': ofMiss('vraag.klopte'),
  'misvragen.pagina': ofMiss('misvragen.pagina'),
  'misvraag.beantwoorden': ofMiss('misvraag.beantwoorden'),
  'misvraag.weg': ofMiss('misvraag.weg'),
  'misvraag.opslaan': ofMiss('misvraag.opslaan'),
  'afspraak.formulier': afspraakFormulier,
  'afspraak.annuleren': (fields) =>
    having(idIn(fields, 'formId'), (formId) => {
      const form = afspraakFormulier(fields);
      return form.kind === 'afspraak.formulier' ? { ...form, kind: 'afspraak.annuleren', formId } : malformed;
    }),
  'afspraak.opslaan': opslaan,
  ...channelDecoders,
  ...ketenDecoders,
  ...overzichtDecoders,
  ...momentDecoders,
};

const decoderOf = new Map<unknown, Decoder>(Object.entries(decoders));

/** What an Action.Execute of ours meant. Never throws; an unknown verb, an older version or data that was tampered with is malformed. */
export function decode(verb: unknown, data: unknown): DecodedAction {
  const decoder = decoderOf.get(verb);
  if (decoder === undefined || !isObject(data) || data.v !== dataVersion) return malformed;
  return decoder(data) ?? malformed;
}
