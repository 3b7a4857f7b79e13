import assert from 'node:assert/strict';
import { decode } from '../../cards/action-data.ts';
import { herinneringenCard } from '../../cards/herinneringen-card.ts';
import { koppelCard } from '../../cards/koppel-card.ts';
import { type RecesCardView, type RecesItem, type RecesNotice, recesCard } from '../../cards/reces-card.ts';
import { assertFits, assertRight } from './card-facts.ts';
import { nasty, verband } from './samples.ts';

const languages = ['nl', 'en', 'fy'] as const;
const timeZone = 'Europe/Amsterdam';
const context = { lang: 'nl', timeZone } as const;

const item = (number = 1, over: Partial<RecesItem['reces']> = {}): RecesItem => ({
  organisatie: { _id: `gm${number}`, naam: `Gemeente Proefstad ${number}` },
  reces: {
    van: '2027-07-12',
    tot: '2027-08-20',
    naam: 'Zomerreces',
    door: 'Voorbeeld Vermeer',
    op: Date.UTC(2027, 0, 4, 9),
    sinds: 0,
    ...over,
  },
});
const choices = [1, 2, 3].map((number) => item(number).organisatie);
const view = (over: Partial<RecesCardView> = {}): RecesCardView => ({
  items: [item()],
  page: 1,
  form: { choices },
  ...over,
});

describe('the card about recessen', () => {
  it('shows each with its days, who set it and a button to take it away', () => {
    const rendered = assertRight(recesCard(view({ items: [item(), item(2, { naam: 'Studiereces' })] }), context));
    assert.match(rendered.text, /Zomerreces, Gemeente Proefstad 1/);
    assert.match(rendered.text, /12 juli 2027 t\/m 20 augustus 2027/);
    assert.match(rendered.text, /Ingevuld door Voorbeeld Vermeer/);
    assert.match(rendered.text, /Studiereces, Gemeente Proefstad 2/);
    const pressed = rendered.press('Weghalen');
    assert.deepEqual(decode(pressed?.verb, pressed?.data), {
      kind: 'reces.weg',
      organisatie: 'gm1',
      van: '2027-07-12',
    });
  });

  it('sends the form whole, and not without its days', () => {
    const rendered = assertRight(recesCard(view({ form: { choices, organisatie: 'gm2' } }), context));
    assert.equal(rendered.press('Opslaan'), undefined);
    const filled = assertRight(
      recesCard(view({ form: { choices, organisatie: 'gm2', van: '2027-07-12', tot: '2027-08-20' } }), context),
    ).press('Opslaan');
    assert.deepEqual(decode(filled?.verb, filled?.data), {
      kind: 'reces.opslaan',
      organisatie: 'gm2',
      naam: 'Zomerreces',
      van: '2027-07-12',
      tot: '2027-08-20',
    });
  });

  it('has no button and no form where nothing can be set', () => {
    const { form: _, ...rest } = view();
    const rendered = assertRight(recesCard(rest, context));
    assert.deepEqual(rendered.buttons, []);
    assert.match(rendered.text, /in een kanaal of groepsgesprek/);
  });

  it('refuses data that was tampered with', () => {
    const v = 1;
    for (const [verb, data] of [
      ['reces.weg', { v, organisatie: 'gm1', van: '2027-02-30' }],
      ['reces.weg', { v, organisatie: '', van: '2027-07-12' }],
      ['reces.weg', { v, organisatie: 'x'.repeat(201), van: '2027-07-12' }],
      ['reces.pagina', { v, page: 0 }],
      ['reces.opslaan', { v, organisatie: { $gt: '' }, naam: 'Reces', van: '2027-07-12', tot: '2027-07-13' }],
      ['reces.opslaan', { v, organisatie: 'gm1', naam: 'x'.repeat(300), van: '', tot: '' }],
    ] as const)
      assert.deepEqual(decode(verb, data), { kind: 'malformed' }, verb);
  });

  it('fits, with names that do harm, every outcome and many pages', () => {
    const harmful = Array.from({ length: 60 }, (_, at) => ({ _id: `gm${at}`, naam: nasty.repeat(4) }));
    const items = harmful.flatMap((organisatie) => [
      { ...item(1, { naam: nasty, door: nasty.repeat(3) }), organisatie },
    ]);
    const notices: readonly RecesNotice[] = [
      { kind: 'saved', replaced: 2, sentBefore: '2027-07-09', ...item(1, { naam: nasty }) },
      { kind: 'unchanged', replaced: 0, ...item() },
      { kind: 'removed', ...item() },
      { kind: 'gone' },
      { kind: 'unknown', typed: nasty, nearest: [nasty, nasty, nasty, nasty] },
      ...(['empty', 'not_a_date', 'reversed', 'too_long', 'passed', 'too_many', 'not_here'] as const).map(
        (problem) => ({ kind: 'problem', problem }) as const,
      ),
    ];
    for (const lang of languages)
      for (const notice of notices)
        for (const page of [1, 10])
          assertFits(
            recesCard(
              { items, page, missing: nasty.repeat(5), notice, form: { choices: harmful } },
              { lang, timeZone },
            ),
          );
    assertRight(recesCard(view({ items, form: { choices: [], organisatie: nasty, van: nasty } }), context));
  });
});

describe('the line about gemeenten without a reces', () => {
  const warning = 'Van Gemeente Assen is voor het komende jaar geen reces bekend. Typ “reces” om het in te vullen.';

  it('stands once under the list of herinneringen and on the card of koppel', () => {
    const list = assertRight(
      herinneringenCard({ items: [], page: 1, warning }, { ...context, today: '2027-01-04' }),
    ).text;
    assert.equal(list.split(warning).length, 2);
    const bound = assertRight(koppelCard({ kind: 'bound', verband: verband(), all: [verband()], warning }, 'nl')).text;
    assert.equal(bound.split(warning).length, 2);
  });
});
