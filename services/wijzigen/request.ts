import type { AfspraakColumn } from '../register/import/columns.ts';
import { type Status, statussen, vertrouwelijkheden } from '../register/types.ts';
import { wordsOf } from '../register/words.ts';
import { listed } from '../vragen/name-ids.ts';
import type { QuestionFilter } from '../vragen/reading.ts';
import { afspraakcodeIn } from '../vragen/reading.ts';
import { ritmeOf } from './ritme-of.ts';

/**
 * Which keys of a change sentence select afspraken, and which are the new value. In a question a status or an eigenaar selects;
 * in "zet de SLA op afgerond" and "draag over aan Bakker" it is what is to be. Pure.
 */

export type DateColumn = 'ingangsdatum' | 'einddatum' | 'herijking' | 'rapportagedatum';

/** The one field that changes. */
export type Setting =
  /** As a cell of the form Afspraken; '' empties the field. */
  | { readonly kind: 'cell'; readonly column: AfspraakColumn; readonly text: string }
  /** Counted from the date that each afspraak has now; ISO 8601, signed. */
  | { readonly kind: 'move'; readonly column: DateColumn; readonly by: string }
  /** A name or an e-mail address, still to be looked up among the owners known. */
  | { readonly kind: 'eigenaar'; readonly named: string };

export interface ChangeRequest {
  readonly select: QuestionFilter;
  /** Absent: the sentence does not say what is to change. */
  readonly setting?: Setting;
  /** More than one afspraak is meant, so several matches are no question. */
  readonly many: boolean;
}

/** Columns by the name that a sentence's `veld` has. Verband, soort and partijen are changed in the form: in a sentence they select. */
const columns: Readonly<Record<string, AfspraakColumn>> = {
  einddatum: 'einddatum',
  ingangsdatum: 'ingangsdatum',
  herijking: 'herijking',
  rapportagedatum: 'rapportagedatum',
  opzegtermijn: 'opzegtermijn',
  stilzwijgend: 'stilzwijgend',
  eigenaar: 'eigenaar',
  plaatsvervanger: 'plaatsvervanger',
  status: 'status',
  document: 'document',
  vertrouwelijkheid: 'vertrouwelijkheid',
  ritme: 'ritme',
  rapportageritme: 'rapportageritme',
  rapportageAan: 'rapportage_aan',
  titel: 'titel',
  tekst: 'tekst',
};

/** "de herijking", "de evaluatie", "de rapportage": a kind of afspraak by its word, a date of it when a new date is given. */
const dateOfType: Readonly<Record<string, DateColumn>> = {
  herijking: 'herijking',
  evaluatie: 'herijking',
  rapportage: 'rapportagedatum',
  marap: 'rapportagedatum',
  berap: 'rapportagedatum',
};

/** The filter of a reading with intent `afspraak.wijzigen`, taken apart. */
export function requestOf(filter: QuestionFilter): ChangeRequest {
  const setting = settingOf(filter);
  const code = afspraakcodeIn(filter);
  const select = code === undefined ? selectionOf(filter, setting) : { nummer: code };
  return { select, ...(setting !== undefined && { setting }), many: filter.bulk === true };
}

function settingOf(filter: QuestionFilter): Setting | undefined {
  const named = filter.veld === undefined ? undefined : columns[filter.veld];
  if (named !== undefined) return settingFor(named, filter);
  const byWord = settingByWord(filter.waarde);
  if (byWord !== undefined) return byWord;
  const { nieuweEigenaar } = filter;
  if (nieuweEigenaar !== undefined) return { kind: 'eigenaar', named: emailIn(filter.waarde) ?? nieuweEigenaar };
  const date = listed(filter.type).flatMap((type) => dateOfType[type] ?? [])[0];
  const timed = timeSetting(date ?? 'einddatum', filter);
  if (timed !== undefined) return timed;
  if (filter.herhaling !== undefined)
    return ritmeSetting(date === 'rapportagedatum' ? 'rapportageritme' : 'ritme', filter.herhaling);
  const status = newStatus(filter);
  return status === undefined ? undefined : { kind: 'cell', column: 'status', text: status };
}

function settingFor(column: AfspraakColumn, filter: QuestionFilter): Setting | undefined {
  const { waarde, duur, herhaling } = filter;
  const written = waarde === undefined ? undefined : ({ kind: 'cell', column, text: emptied(waarde) } as const);
  switch (column) {
    case 'eigenaar': {
      const address = emailIn(waarde);
      if (waarde !== undefined && address !== undefined) return { kind: 'cell', column, text: waarde };
      const named = filter.nieuweEigenaar ?? filter.eigenaar ?? waarde;
      return named === undefined || named === '@ik' ? undefined : { kind: 'eigenaar', named };
    }
    case 'status': {
      const status = newStatus(filter);
      return status === undefined ? written : { kind: 'cell', column, text: status };
    }
    case 'opzegtermijn':
      return duur === undefined ? written : { kind: 'cell', column, text: duur };
    case 'ritme':
    case 'rapportageritme':
      return herhaling === undefined ? written : ritmeSetting(column, herhaling);
    case 'ingangsdatum':
    case 'einddatum':
    case 'herijking':
    case 'rapportagedatum':
      return timeSetting(column, filter) ?? written;
    default:
      return written;
  }
}

function timeSetting(column: DateColumn, { datum, duur, verschuiving }: QuestionFilter): Setting | undefined {
  if (datum !== undefined) return { kind: 'cell', column, text: datum };
  const by = verschuiving ?? duur;
  return by === undefined ? undefined : { kind: 'move', column, by };
}

/** "op vertrouwelijk", "naar https://…": a value that only one field can have. */
function settingByWord(waarde: string | undefined): Setting | undefined {
  if (waarde === undefined) return undefined;
  const joined = wordsOf(waarde).join('');
  const is = (choice: string): boolean => wordsOf(choice).join('') === joined;
  if (/^https?:/i.test(waarde)) return { kind: 'cell', column: 'document', text: waarde };
  if (vertrouwelijkheden.some(is)) return { kind: 'cell', column: 'vertrouwelijkheid', text: waarde };
  return statussen.some(is) ? { kind: 'cell', column: 'status', text: waarde } : undefined;
}

/** A length that is no ritme stays as it is, for the rules to refuse. */
const ritmeSetting = (column: 'ritme' | 'rapportageritme', herhaling: string): Setting => ({
  kind: 'cell',
  column,
  text: ritmeOf(herhaling) ?? herhaling,
});

const isStatus = (value: string): value is Status => statussen.some((status) => status === value);

const newStatus = (filter: QuestionFilter): Status | undefined => listed(filter.status).find(isStatus);

const emptyWords: readonly string[] = ['leeg', 'geen', 'niets', 'empty', 'nothing', 'none'];
const emptied = (waarde: string): string => (emptyWords.includes(wordsOf(waarde).join(' ')) ? '' : waarde);

/** What stands for an address in the new value, without regard to the capitals the sentence lost. */
const emailIn = (waarde: string | undefined): string | undefined =>
  waarde?.split(/[\s<>]+/).find((part) => part.includes('@') && !part.startsWith('@'));

/** What the sentence says about the afspraken as they are now. */
function selectionOf(filter: QuestionFilter, setting: Setting | undefined): QuestionFilter {
  const { veld, waarde, nieuweEigenaar, datum, duur, verschuiving, herhaling, bulk, waarschuwing, ...select } = filter;
  const changes = setting === undefined ? undefined : setting.kind === 'eigenaar' ? 'eigenaar' : setting.column;
  const { type, status, eigenaar, ...rest } = select;
  const newOwner =
    changes === 'eigenaar' && (nieuweEigenaar === undefined || eigenaar === emailIn(waarde)?.toLowerCase());
  const reopens = setting?.kind === 'cell' && changes === 'status' && bulk !== true && !endsIt(setting.text);
  return {
    ...rest,
    ...typeSelection(type, changes),
    ...(eigenaar !== undefined && !newOwner && { eigenaar }),
    ...(status !== undefined && changes !== 'status' && { status }),
    // Who sets one back to lopend means one that had ended.
    ...(reopens && { elkeStatus: true }),
  };
}

const endsIt = (status: string): boolean => ['afgerond', 'opgezegd', 'vervallen'].includes(status.toLowerCase());

/** "de herijking van RegIT" names the date, not the soort; an evaluatie or rapportage is an afspraak of its own. */
function typeSelection(type: QuestionFilter['type'], changes: AfspraakColumn | undefined): QuestionFilter {
  const kept = listed(type).filter((each) => !(each === 'herijking' && changes === 'herijking'));
  return kept.length === 0 ? {} : { type: kept };
}
