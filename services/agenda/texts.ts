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
  eigen: { afspraak: 'een afspraak', te_laat: 'lijst van wat te laat is', tekst: 'eigen herinnering van het kanaal' },
  eigenSummary: (about: string, tijd: string | undefined): string =>
    tijd === undefined ? `Herinnering: ${about}` : `Herinnering om ${tijd}: ${about}`,
  eigenMore: 'Wat erin staat, zie je in het kanaal. Typ daar: @Ketenregie herinneringen',
  more: (code: string): string => `Meer weten? Typ in Teams: @Ketenregie toon ${code}`,
};
