import { answerCard } from '../../cards/answer-card.ts';
import { besluitCard } from '../../cards/besluit-card.ts';
import { besluitFormCard } from '../../cards/besluit-form-card.ts';
import { besluitReceiptCard } from '../../cards/besluit-receipt-card.ts';
import type { AdaptiveCard } from '../../cards/elements.ts';
import { escalatieCard } from '../../cards/escalatie-card.ts';
import { escalatieTermsCard } from '../../cards/escalatie-terms-card.ts';
import { helpCard } from '../../cards/help-card.ts';
import { herinneringCard } from '../../cards/herinnering-card.ts';
import { herinneringDigestCard } from '../../cards/herinnering-digest-card.ts';
import type { HerinneringView } from '../../cards/herinnering-parts.ts';
import { herinneringenCard } from '../../cards/herinneringen-card.ts';
import { importCard } from '../../cards/import-card.ts';
import { ketenFormCard, ketenSavedCard } from '../../cards/keten-card.ts';
import { koppelCard } from '../../cards/koppel-card.ts';
import { noticeCard } from '../../cards/notice-card.ts';
import { recesCard } from '../../cards/reces-card.ts';
import { verifyCard } from '../../cards/verify-card.ts';
import { welcomeCard } from '../../cards/welcome-card.ts';
import type { Aangesproken, EscalatieStap, EscalatieView } from '../../services/herinneringen/escalation-read.ts';
import type { Occurrence, Reaction } from '../../services/herinneringen/types.ts';
import { recesTexts } from '../../services/reces/texts.ts';
import { ketenWith } from '../../services/register/keten.ts';
import type { AnswerContent } from '../../services/vragen/answer-types.ts';
import { afspraak, answer, besluit, choice, occurrence, organisatie, verband, view } from '../cards/samples.ts';
import { overzichtCards } from './overzicht-cards.ts';

/** One card of every kind, filled as on an ordinary day; long names and many buttons where those occur. */

const timeZone = 'Europe/Amsterdam';
const context = { lang: 'nl', today: '2027-02-15', timeZone } as const;

const reaction = (button: Reaction['button'], naam: string): Reaction => ({
  button,
  by: { naam },
  at: Date.UTC(2027, 1, 15, 9, 5),
});

const herinnering = (
  number: number,
  over: Partial<Occurrence> = {},
  late?: HerinneringView['late'],
): HerinneringView => {
  const code = `AFS-2026-${String(number).padStart(3, '0')}`;
  return {
    occurrence: occurrence({ _id: `${code}/herijking/2027-03-01/-14`, code, ...over }),
    afspraak: afspraak({ _id: code, titel: `Dienstverlening werkplekbeheer, deel ${number}` }),
    verband: verband({ naam: 'Gemeenschappelijke regeling Samenwerkingsorganisatie Bedrijfsvoeringsondersteuning' }),
    ...(late !== undefined && { late }),
  };
};

const numbers = Array.from({ length: 12 }, (_, at) => at + 1);
const items = numbers.map((number) =>
  view({ _id: `AFS-2026-${String(number).padStart(3, '0')}` }, { teLaat: number === 1 }),
);
const byContent = (content: AnswerContent, page = 1): AdaptiveCard => answerCard(answer(content), page, 'nl');
const other = verband({ _id: 'v2', naam: 'Dienstverleningssamenwerking Voorbeeldstreek', orgaan: 'Voorbeeldstreek' });
const hash = 'cd34'.repeat(16);
const naam = 'Gemeenschappelijke regeling Voorbeeldverband';

const reces = (number: number, over: object = {}) => ({
  organisatie: { _id: `gm${number}`, naam: ['Gemeente Voorbeeldstad', "Gemeente 's-Voorbeeldenburg"][number] ?? '' },
  reces: {
    naam: 'Zomerreces',
    van: '2027-07-12',
    tot: '2027-08-20',
    door: 'Voorbeeld Vermeer',
    op: Date.UTC(2027, 0, 4, 9),
    sinds: 0,
    ...over,
  },
});

const step = (kind: 'plaatsvervanger' | 'coordinator', dag: string): EscalatieStap => ({
  aan: { kind, naam: kind === 'coordinator' ? 'Voorbeeld Bakker' : 'Voorbeeld de Vries' },
  dag,
});
const withModel = (aan: Aangesproken): { readonly escalatie: EscalatieView } => ({
  escalatie: {
    aan,
    partijen: ['Gemeente Assen', 'Gemeente Meppel', 'Waterschap Voorbeeld'],
    sinds: '2027-01-29',
    model: 'netwerk',
  },
});
/** Nobody reacted to number twelve. */
const asked = (
  aan: Aangesproken,
  next?: 'plaatsvervanger',
): HerinneringView & { readonly escalatie: EscalatieView } => ({
  ...herinnering(12, { escalatie: 'eigenaar' }),
  escalatie: {
    aan,
    partijen: ['Gemeente Assen', 'Gemeente Meppel'],
    sinds: '2027-02-08',
    ...(next !== undefined && { daarna: step(next, '2027-02-22') }),
  },
});

const ketenText = {
  model: 'estafette',
  regisseur: '',
  coordinator: 'Voorbeeld Bakker <bakker@voorbeeld.example>',
  plaatsvervanger: 'Voorbeeld de Vries',
  schakels: 'Gemeente Assen: Voorbeeld Jansen\nGemeente Meppel',
};
const keten = ketenWith(
  undefined,
  {
    model: 'estafette',
    coordinator: { naam: 'Voorbeeld Bakker' },
    plaatsvervanger: { naam: 'Voorbeeld de Vries' },
    schakels: [
      { organisatie: 'Gemeente Assen', contact: { naam: 'Voorbeeld Jansen' } },
      { organisatie: 'Gemeente Meppel' },
    ],
  },
  { naam: 'Voorbeeld Zwaan', via: 'chat', op: Date.UTC(2027, 1, 10, 9) },
) ?? { schakels: [], versies: [] };

export const everyCard: Readonly<Record<string, AdaptiveCard>> = {
  reces: recesCard(
    {
      items: [reces(0), reces(1, { naam: 'Kerstreces', van: '2027-12-24', tot: '2028-01-07' })],
      page: 1,
      missing: recesTexts.nl.missing(
        ['Aa en Voorbeeld', 'Proefstad', 'Boswijk', 'Akkerdam'].map((one) => ({ naam: `Gemeente ${one}` })),
        true,
      ),
      notice: { kind: 'saved', replaced: 1, sentBefore: '2027-07-09', ...reces(0) },
      form: { choices: [reces(0), reces(1)].map(({ organisatie }) => organisatie), organisatie: 'gm1' },
    },
    context,
  ),
  'welkom-leeg-register': welcomeCard({ personal: false, registerEmpty: true }, 'nl'),
  'welkom-persoonlijk': welcomeCard({ personal: true, registerEmpty: false }, 'nl'),
  help: helpCard('nl'),
  'help-engels': helpCard('en'),
  importeren: importCard('nl'),
  'koppel-gekoppeld': koppelCard({ kind: 'bound', verband: verband(), all: [verband(), other] }, 'nl'),
  'koppel-losgemaakt': koppelCard({ kind: 'unbound', verband: verband(), all: [] }, 'nl'),
  'koppel-dubbelzinnig': koppelCard({ kind: 'ambiguous', typed: 'voorbeeld', choices: [verband(), other] }, 'nl'),
  'koppel-onbekend': koppelCard({ kind: 'unknown', typed: 'vorbeeldverband', nearest: [verband()] }, 'nl'),
  'melding-klaar': noticeCard({ kind: 'done', sentence: 'Vanaf nu antwoord ik hier in het Nederlands.' }, 'nl'),
  'melding-probleem': noticeCard(
    {
      kind: 'problem',
      sentence: 'Dat lukt nu niet; er is niets veranderd. Probeer het over een paar minuten opnieuw.',
      reference: 'k3w9fz2a',
      next: [{ title: 'Wat kan ik vragen?', button: { kind: 'help' } }],
    },
    'nl',
  ),
  'antwoord-afspraken': byContent({ kind: 'afspraken', items }),
  'antwoord-afspraken-pagina-2': byContent({ kind: 'afspraken', items }, 2),
  'antwoord-niets': byContent({ kind: 'afspraken', items: [] }),
  'antwoord-afspraak': byContent({ kind: 'afspraak', item: view(), besluiten: [besluit()] }),
  'antwoord-veld': byContent({
    kind: 'veld',
    sentence: 'De opzegtermijn is 6 maanden (opzeggen kan tot en met 30 juni 2027).',
    items: [view()],
  }),
  'antwoord-aantal': answerCard(
    answer(
      { kind: 'aantal', sentence: 'Er lopen 12 afspraken.', value: 12 },
      { reading: { text: 'hoeveel?', lang: 'nl', intent: 'afspraak.aantal', filter: {} } },
    ),
    1,
    'nl',
  ),
  'antwoord-verbanden': byContent({ kind: 'verbanden', items: [verband(), other] }),
  'antwoord-verband': byContent({
    kind: 'verband',
    verband: verband(),
    deelnemers: ['Gemeente Assen', 'Gemeente Aa en Hunze', 'Provincie Drenthe'].map((each) => ({
      organisatie: organisatie(each),
      toetreding: '2020-01-01',
    })),
  }),
  'antwoord-besluiten': byContent({ kind: 'besluiten', items: [besluit(), besluit({ identificatie: 'B-2026-015' })] }),
  'antwoord-contact': byContent({
    kind: 'contact',
    sentence: 'Voor Voorbeeldverband kun je terecht bij De Vries (de.vries@voorbeeld.example).',
    items: [view()],
  }),
  'antwoord-document': byContent({ kind: 'document', items: [view()] }),
  'antwoord-zin': byContent({ kind: 'zin', sentence: 'Een zienswijze is de reactie van de raad op een ontwerp.' }),
  'antwoord-dubbelzinnig': byContent({
    kind: 'dubbelzinnig',
    sentence: 'Wie bedoel je met “Voorbeeld”?',
    choices: [choice(naam), choice('Gemeente Voorbeeldstad'), choice('Voorbeeldstreek')],
  }),
  'antwoord-onbekend': byContent({
    kind: 'onbekend',
    sentence: 'Ik begreep de vraag niet goed genoeg om te antwoorden.',
    examples: ['Welke contracten verlopen dit jaar?', 'Wat is er te laat?'],
  }),
  herinnering: herinneringCard(herinnering(12), context),
  'herinnering-na-koppelen': herinneringCard(herinnering(12, {}, 'bound-late'), context),
  'herinnering-na-uitval': herinneringCard(herinnering(12, { anchor: '2027-02-08' }, 'downtime'), context),
  'herinnering-met-reacties': herinneringCard(
    herinnering(12, {
      reactions: [
        reaction('gezien', 'Voorbeeld Zwaan (Hoogeveen)'),
        { ...reaction('uitstellen', 'Voorbeeld Linde (Emmen)'), until: '2027-02-22' },
      ],
    }),
    context,
  ),
  'herinnering-klaar': herinneringCard(
    herinnering(12, { reactions: [{ ...reaction('klaar', 'Voorbeeld Berk (Tynaarlo)'), until: '2028-03-01' }] }),
    context,
  ),
  'herinneringen-samen': herinneringDigestCard(
    { items: [1, 2, 3, 4, 5].map((number) => herinnering(number, {}, 'bound-late')) },
    context,
  ),
  'herinneringen-samen-klaar': herinneringDigestCard(
    { items: [1, 2].map((number) => herinnering(number, { reactions: [reaction('klaar', 'De Boer')] })) },
    context,
  ),
  'herinneringen-lijst': herinneringenCard({ items: numbers.map((number) => herinnering(number)), page: 1 }, context),
  ...overzichtCards,
  'escalatie-eigenaar': escalatieCard(
    asked({ kind: 'eigenaar', naam: 'Voorbeeld Jansen (Hoogeveen)' }, 'plaatsvervanger'),
    context,
  ),
  'escalatie-netwerk': escalatieCard({ ...asked({ kind: 'allen' }), ...withModel({ kind: 'allen' }) }, context),
  'escalatie-zonder-model': escalatieCard(asked({ kind: 'allen', reason: 'no-model' }), context),
  'escalatie-opgepakt': escalatieCard(
    {
      ...asked({ kind: 'schakel', naam: 'Gemeente Voorbeeldstad', contact: 'Voorbeeld Mulder' }),
      ...herinnering(12, { escalatie: 'keten', reactions: [reaction('oppakken', 'Voorbeeld Zwaan (Hoogeveen)')] }),
    },
    context,
  ),
  'escalatie-samen': herinneringDigestCard(
    {
      items: [1, 2, 3, 4].map((number) => ({
        ...asked(number < 3 ? { kind: 'eigenaar', naam: 'Voorbeeld Jansen' } : { kind: 'allen' }),
        ...herinnering(number, { escalatie: 'eigenaar', _id: `AFS-2026-00${number}/escalatie` }),
      })),
    },
    context,
  ),
  'escalatie-in-lijst': herinneringenCard(
    {
      items: [
        {
          ...asked({ kind: 'coordinator', naam: 'Voorbeeld Bakker' }),
          ...herinnering(1, { escalatie: 'coordinator', state: 'planned' }),
        },
        {
          ...herinnering(2, { state: 'planned' }),
          zonderReactie: [step('plaatsvervanger', '2027-02-22'), step('coordinator', '2027-03-01')],
        },
      ],
      page: 1,
    },
    context,
  ),
  'escalatie-termijnen': escalatieTermsCard(
    {
      about: { scope: 'afspraak', id: 'AFS-2026-012' },
      naam: 'AFS-2026-012 Dienstverlening werkplekbeheer',
      now: (['herijking', 'evaluatie', 'rapportage', 'opzeggen', 'einde'] as const).map((kind) => ({ kind, days: 5 })),
      own: {
        scope: 'afspraak',
        id: 'AFS-2026-012',
        days: 5,
        trace: [{ by: 'Voorbeeld Zwaan', at: Date.UTC(2027, 1, 10, 9), days: 5 }],
      },
      chosen: 5,
      verbandId: 'v30019255',
    },
    context,
  ),
  'keten-formulier': ketenFormCard({ verband: verband(), cells: ketenText, problems: [] }, context),
  'keten-formulier-fout': ketenFormCard(
    {
      verband: verband(),
      cells: { ...ketenText, schakels: 'Gemeente Asen' },
      problems: [
        { veld: 'schakels', value: 'Gemeente Asen', reason: 'unknown_organisatie', nearest: ['Gemeente Assen'] },
      ],
    },
    context,
  ),
  'keten-opgeslagen': ketenSavedCard(verband({ keten }), 'saved', { organisatie }, context),
  'besluit-formulier': besluitFormCard({ formId: 'f1', form: {}, problems: [] }, 'nl'),
  'besluit-formulier-fout': besluitFormCard(
    {
      formId: 'f1',
      form: { onderwerp: 'Verlengen', datum: '2026-11-20', afspraken: 'AFS-2026-999' },
      problems: [{ field: 'afspraken', problem: 'unknown_code', value: 'AFS-2026-999' }],
    },
    'nl',
  ),
  'besluit-bewijs': besluitReceiptCard(besluit(), 'nl', timeZone),
  besluit: besluitCard(besluit(), 'nl', timeZone),
  'verifieer-goed': verifyCard({ kind: 'sound', count: 12, head: { volgnummer: 12, hash }, erased: 1 }, 'nl'),
  'verifieer-fout': verifyCard({ kind: 'broken', at: 7, identificatie: 'B-2026-007', reason: 'hash' }, 'nl'),
};
