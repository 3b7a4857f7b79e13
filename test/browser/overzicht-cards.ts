import type { AdaptiveCard } from '../../cards/elements.ts';
import { maandlijstCard } from '../../cards/maandlijst-card.ts';
import { momentCard } from '../../cards/moment-card.ts';
import { overzichtenCard, overzichtState, overzichtSwitchedCard } from '../../cards/overzichten-card.ts';
import { persoonlijkOverzichtCard, wieBenJijCard } from '../../cards/persoonlijk-overzicht-card.ts';
import { regelCard } from '../../cards/regel-card.ts';
import { weekoverzichtCard } from '../../cards/weekoverzicht-card.ts';
import { momentOf } from '../cards/moment-samples.ts';
import { frame, lijstOf, persoonlijkOf, vast, weekOf } from '../cards/overzicht-samples.ts';
import { afspraak } from '../cards/samples.ts';

/** The overzichten and a planned reminder as on an ordinary day. */

const context = { lang: 'nl', today: '2027-02-15', timeZone: 'Europe/Amsterdam' } as const;
const now = Date.UTC(2027, 1, 15, 8);
const next = Date.UTC(2027, 1, 22, 8);
const traced = { deed: 'gepauzeerd', by: 'Voorbeeld Zwaan', at: now, day: '2027-02-22' } as const;
const titel = 'Dienstverlening werkplekbeheer voor de gemeenten in het noorden';
const owner = { naam: 'Voorbeeld Vermeer', email: 'vermeer@voorbeeld.example' };
const on = overzichtState(vast('weekoverzicht'), next, now);
const off = overzichtState(vast('maandlijst', { pauze: { from: 0 } }), undefined, now);

export const overzichtCards: Readonly<Record<string, AdaptiveCard>> = {
  weekoverzicht: weekoverzichtCard({ ...frame('weekoverzicht'), overzicht: weekOf(3, titel) }, context),
  'weekoverzicht-voorbeeld-leeg': weekoverzichtCard(
    { ...frame('weekoverzicht', { example: true }), overzicht: weekOf(0, titel) },
    context,
  ),
  'weekoverzicht-na-uitval': weekoverzichtCard(
    { ...frame('weekoverzicht', { missed: 2 }), overzicht: weekOf(40, titel) },
    context,
  ),
  maandlijst: maandlijstCard({ ...frame('maandlijst'), lijst: lijstOf(8, titel), page: 1 }, context),
  'persoonlijk-overzicht': persoonlijkOverzichtCard(
    {
      ...frame('persoonlijk'),
      overzicht: persoonlijkOf(2, titel),
      kanalen: new Map([['k1', 'Omgevingsdienst Drenthe']]),
      eigenaar: owner,
    },
    context,
  ),
  'wie-ben-jij': wieBenJijCard([owner, { naam: 'Vermeer' }], 'nl'),
  'wie-ben-jij-onbekend': wieBenJijCard([], 'nl'),
  overzichten: overzichtenCard([on, off], { ...context, personal: false }),
  'overzicht-uit': overzichtSwitchedCard(off, context),
  'geplande-herinnering': momentCard({ moment: momentOf({ trace: [traced] }), afspraak: afspraak() }, context),
  'overzicht-beheren': regelCard({ regel: vast('weekoverzicht'), verbanden: [], coming: [next] }, context),
};
