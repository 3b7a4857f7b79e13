import type { HerinneringKind } from '../herinneringen/types.ts';

/** Words in the calendar itself. Dutch alone: one link serves everybody, and who reads it is not known. */
export const agendaTexts = {
  name: (verband: string): string => `Afspraken ${verband}`,
  kinds: {
    herijking: 'Herijking',
    evaluatie: 'Evaluatie',
    rapportage: 'Rapportage',
    opzeggen: 'Laatste dag om op te zeggen',
    einde: 'Einddatum',
    eigen: 'Herinnering',
    overzicht: 'Overzicht',
  } satisfies Record<HerinneringKind, string>,
  summary: (kind: string, titel: string, code: string): string => `${kind}: ${titel} (${code})`,
  status: (status: string): string => `Status: ${status}`,
  rapportageAan: (ontvangers: string): string => `Rapportage aan: ${ontvangers}`,
  verband: (naam: string): string => `Samenwerking: ${naam}`,
  more: (code: string): string => `Meer weten? Typ in Teams: @Ketenregie toon ${code}`,
};
