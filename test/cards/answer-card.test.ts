import assert from 'node:assert/strict';
import { decode } from '../../cards/action-data.ts';
import { answerCard } from '../../cards/answer-card.ts';
import { heading } from '../../cards/elements.ts';
import { words } from '../../cards/own-text.ts';
import type { AnswerContent } from '../../services/vragen/answer-types.ts';
import type { Intent } from '../../services/vragen/reading.ts';
import { assertFits, assertRight, executesOf } from './card-facts.ts';
import { answer, besluit, choice, nasty, organisatie, verband, view } from './samples.ts';

const long = 'Een heel lange zin met ënkele bijzondere tekens €. '.repeat(80);
const many = <T>(count: number, make: (at: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, at) => make(at));

const contentsWith = (text: string, count: number): readonly AnswerContent[] => {
  const item = (at: number) =>
    view(
      {
        _id: `AFS-2026-${String(at + 1).padStart(3, '0')}`,
        titel: text,
        tekst: text,
        eigenaar: { naam: text, email: text },
        document: `https://documenten.voorbeeld.example/${'€'.repeat(100)}`,
      },
      { verband: verband({ naam: text }), partijen: many(129, () => organisatie(text)), teLaat: at % 2 === 0 },
    );
  const items = many(count, item);
  const besluiten = many(count, (at) =>
    besluit({ identificatie: `B-2026-${String(at + 1).padStart(3, '0')}`, onderwerp: text, toelichting: text }),
  );
  return [
    { kind: 'afspraken', items },
    { kind: 'afspraak', item: item(0), besluiten },
    { kind: 'veld', sentence: text, items },
    { kind: 'aantal', sentence: text, value: count },
    {
      kind: 'verbanden',
      items: many(count, (at) => verband({ _id: `v${at}`, naam: text, orgaan: text })),
    },
    {
      kind: 'verband',
      verband: verband({ naam: text, orgaan: text, doel: text, beleidsterreinen: many(40, () => text) }),
      deelnemers: many(Math.min(count * 10, 129), () => ({ organisatie: organisatie(text), toetreding: '2020-01-01' })),
      sentence: text,
    },
    { kind: 'besluiten', items: besluiten },
    { kind: 'contact', sentence: text, items },
    { kind: 'document', items },
    { kind: 'zin', sentence: text },
    { kind: 'dubbelzinnig', sentence: text, choices: many(count, () => choice(text.slice(0, 390))) },
    { kind: 'onbekend', sentence: text, examples: many(count, () => text.slice(0, 400)) },
    { kind: 'handeling' },
  ];
};

describe('the answer card', () => {
  it('has a heading that says what it is about, also where it is one sentence', () => {
    const headingOf = (content: AnswerContent, intent: Intent, lang: 'nl' | 'en') =>
      answerCard(answer(content, { reading: { text: '', lang, intent, filter: {} } }), 1, lang).body[0];
    const zin = { kind: 'zin', sentence: 'Niets.' } as const;
    const one = { kind: 'veld', sentence: 'Einddatum: 1 mei.', items: [view({ _id: 'AFS-2026-007' })] } as const;
    for (const [content, intent, nl, en] of [
      [zin, 'pc.kalender', 'Kalender', 'Calendar'],
      [zin, 'afspraak.zoeken', 'Afspraken', 'Agreements'],
      [zin, 'buiten_scope', 'Ketenregie', 'Ketenregie'],
      [{ kind: 'aantal', sentence: 'Het zijn er 3.', value: 3 }, 'verband.aantal', 'Samenwerkingen', 'Partnerships'],
      [one, 'afspraak.tonen', 'Afspraak AFS-2026-007', 'Agreement AFS-2026-007'],
    ] as const) {
      assert.deepEqual(headingOf(content, intent, 'nl'), heading(words(nl)));
      assert.deepEqual(headingOf(content, intent, 'en'), heading(words(en)));
    }
  });

  for (const [name, text, count] of [
    ['ordinary', 'Dienstverlening werkplekbeheer', 3],
    ['nasty', nasty, 7],
    ['very long', long, 40],
    ['wide', '€漢'.repeat(1000), 40],
    ['empty', '', 0],
  ] as const) {
    for (const lang of ['nl', 'en', 'fy'] as const) {
      for (const content of contentsWith(text, count)) {
        it(`is right for ${name} ${content.kind} in ${lang}`, () => {
          const filter = { partner: text.slice(0, 390), zoekterm: text.slice(0, 390) };
          const full = answer(content, {
            understood: text,
            text,
            reading: { text, lang, intent: 'afspraak.aantal', filter },
            mend: [choice(text.slice(0, 300)), choice('Gemeente Assen')],
          });
          for (const page of [1, 2, 99]) assertFits(answerCard(full, page, lang));
          if (lang === 'nl' && name === 'nasty') assertRight(answerCard(full, 2, lang));
        });
      }
    }
  }
});

describe('an answer', () => {
  const items = many(12, (at) => view({ _id: `AFS-2026-${String(at + 1).padStart(3, '0')}` }, { teLaat: at === 0 }));
  const list = answer({ kind: 'afspraken', items });
  const pressed = (rendered: ReturnType<typeof assertRight>, title: string) => {
    const sent = rendered.press(title);
    return decode(sent?.verb, sent?.data);
  };

  it('shows its total, how the question was understood, and of each afspraak what, who, when and whether it is late', () => {
    const { text, buttons } = assertRight(answerCard(list, 1, 'nl'));
    for (const part of [
      '12 afspraken',
      'Begrepen als: lopende afspraken van Voorbeeldverband.',
      'AFS-2026-001 · Dienstverleningsovereenkomst (DVO) · Lopend · ⚠ Te laat',
      'Samenwerking: Voorbeeldverband',
      'Partijen: Gemeente Assen, Gemeente Meppel',
      'Einddatum: 31 december 2027 · Laatste dag om op te zeggen: 30 juni 2027 · Herijking: 1 maart 2027',
      'Eigenaar: De Vries',
      'Pagina 1 van 3',
    ])
      assert.ok(text.includes(part), `${part} in ${text}`);
    assert.equal(text.split('Te laat').length, 2);
    assert.ok(buttons.includes('Toon AFS-2026-005') && !buttons.includes('Toon AFS-2026-006'));
    assert.ok(!buttons.includes('Vorige'));
  });

  it('turns its pages with the reading that it answers', () => {
    const first = assertRight(answerCard(list, 1, 'nl'));
    assert.deepEqual(pressed(first, 'Volgende'), { kind: 'vraag.pagina', reading: list.reading, page: 2 });
    assert.deepEqual(pressed(first, 'Toon AFS-2026-002'), { kind: 'afspraak.toon', code: 'AFS-2026-002' });
    const last = assertRight(answerCard(list, 3, 'nl'));
    assert.match(last.text, /Pagina 3 van 3/);
    assert.ok(last.buttons.includes('Toon AFS-2026-012') && !last.buttons.includes('Volgende'));
    assert.deepEqual(pressed(last, 'Vorige'), { kind: 'vraag.pagina', reading: list.reading, page: 2 });
  });

  it('shows each code on exactly one page', () => {
    const codes = [1, 2, 3].flatMap((page) =>
      executesOf(answerCard(list, page, 'nl'))
        .map(({ title }) => title)
        .filter((title) => title.startsWith('Toon ')),
    );
    assert.deepEqual(
      codes,
      items.map(({ afspraak }) => `Toon ${afspraak._id}`),
    );
  });

  it('names three parties and counts the others', () => {
    const partijen = many(129, (at) => organisatie(`Gemeente ${at}`));
    const { text } = assertRight(answerCard(answer({ kind: 'afspraken', items: [view({}, { partijen })] }), 1, 'nl'));
    assert.match(text, /Partijen: Gemeente 0, Gemeente 1, Gemeente 2 en nog 126/);
  });

  it('asks back with a button for each meaning', () => {
    const content = {
      kind: 'dubbelzinnig',
      sentence: 'Welk Groningen?',
      choices: [choice('Gemeente Groningen'), choice('Provincie Groningen')],
    } as const;
    const rendered = assertRight(answerCard(answer(content), 1, 'nl'));
    assert.deepEqual(pressed(rendered, 'Provincie Groningen'), {
      kind: 'vraag.keuze',
      reading: { ...list.reading, intent: 'afspraak.zoeken', filter: { partner: 'Provincie Groningen' } },
    });
  });

  it('offers to mend a wrong reading', () => {
    const rendered = assertRight(
      answerCard(answer({ kind: 'zin', sentence: 'Niets.' }, { mend: [choice('Gemeente Best')] }), 1, 'nl'),
    );
    assert.match(rendered.text, /Bedoelde je iets anders\?/);
    assert.equal(pressed(rendered, 'Gemeente Best').kind, 'vraag.keuze');
  });

  it('that counts offers to show what it counted', () => {
    const reading = { ...list.reading, intent: 'afspraak.aantal' } as const;
    const content = { kind: 'aantal', sentence: 'Er lopen 7 afspraken.', value: 7 } as const;
    const rendered = assertRight(answerCard(answer(content, { reading }), 1, 'nl'));
    assert.deepEqual(pressed(rendered, 'Toon de afspraken'), {
      kind: 'vraag.keuze',
      reading: { ...reading, intent: 'afspraak.zoeken' },
    });
    const none = assertRight(answerCard(answer({ ...content, value: 0 }, { reading }), 1, 'nl'));
    assert.deepEqual(none.buttons, ['Ja', 'Nee'], 'only whether it was right');
  });

  it('that was not understood gives examples that can be pressed', () => {
    const rendered = assertRight(
      answerCard(
        answer({ kind: 'onbekend', sentence: 'Dat snap ik niet.', examples: ['Wat is er te laat?'] }),
        1,
        'nl',
      ),
    );
    assert.deepEqual(pressed(rendered, 'Wat is er te laat?'), { kind: 'vraag.tekst', text: 'Wat is er te laat?' });
  });

  it('lists all deelnemers of the largest verband over its pages', () => {
    const deelnemers = many(129, (at) => ({
      organisatie: organisatie(`Deelnemer-${at}-einde`),
      toetreding: '2020-01-01',
    }));
    const content = { kind: 'verband', verband: verband(), deelnemers } as const;
    const texts = [1, 2, 3, 4, 5].map((page) => JSON.stringify(answerCard(answer(content), page, 'nl')));
    for (const {
      organisatie: { naam },
    } of deelnemers)
      assert.equal(texts.filter((text) => text.includes(naam)).length, 1, naam);
    assert.match(texts[0] ?? '', /Bedrijfsvoeringsorganisatie.*129 deelnemers.*sinds 1 januari 2020/s);
    const rendered = assertRight(answerCard(answer(content), 1, 'nl'));
    assert.deepEqual(pressed(rendered, 'Volgende'), { kind: 'verband.toon', verbandId: 'v30019255', page: 2 });
  });

  it('names the deelnemers before anything else where they were asked for', () => {
    const deelnemers = many(3, (at) => ({ organisatie: organisatie(`Deelnemer-${at}`) }));
    const content = { kind: 'verband', verband: verband(), deelnemers } as const;
    const given = answer({ ...content, veld: 'deelnemers' });
    const reading = { ...given.reading, filter: { veld: 'deelnemers' } };
    const asked = assertRight(answerCard({ ...given, reading }, 1, 'nl')).text;
    assert.match(asked, /^3 deelnemers/);
    assert.ok(asked.indexOf('Deelnemer-0') < asked.indexOf('RSIN'), asked);
    const whole = assertRight(answerCard(answer(content), 1, 'nl')).text;
    assert.ok(whole.indexOf('Deelnemer-0') > whole.indexOf('RSIN'), whole);
  });

  it('opens a document only at an https address', () => {
    const bad = view({ document: 'javascript:alert(1)' });
    const rendered = assertRight(answerCard(answer({ kind: 'document', items: [view(), bad] }), 1, 'nl'));
    assert.equal(rendered.buttons.filter((title) => title === 'Open document').length, 1);
    assert.match(rendered.text, /Bij deze afspraak staat geen document/);
  });

  it('says whom to ask once, and of several afspraken whose each one is', () => {
    const sentence = 'Je kunt terecht bij De Vries (de.vries@voorbeeld.example).';
    const one = assertRight(answerCard(answer({ kind: 'contact', sentence, items: [view()] }), 1, 'nl'));
    assert.equal(one.text.split('De Vries').length, 2);
    const items = [view(), view({ _id: 'AFS-2026-013' })];
    const several = assertRight(answerCard(answer({ kind: 'contact', sentence, items }), 1, 'nl'));
    assert.equal(several.text.split('Eigenaar: De Vries').length, 3);
  });

  const paragraphsIn = ({ element }: ReturnType<typeof assertRight>) =>
    Array.from(element.querySelectorAll('.ac-richTextBlock'), (block) => block.textContent);

  it('says the answer before how the question was understood, and keeps the lines of a calendar', () => {
    const sentence = 'Kadernota: vóór 30 april.\nBegroting: vóór 15 september.';
    const given = answer({ kind: 'zin', sentence });
    assert.deepEqual(paragraphsIn(assertRight(answerCard(given, 1, 'nl'))), [
      'Kadernota: vóór 30 april.',
      'Begroting: vóór 15 september.',
      given.understood,
    ]);
  });

  it('names one afspraak once beside the field that was asked for', () => {
    const sentence = 'AFS-2026-012 Dienstverlening werkplekbeheer · Einddatum: 31 december 2026';
    const rendered = assertRight(answerCard(answer({ kind: 'veld', sentence, items: [view()] }), 1, 'nl'));
    assert.equal(rendered.text.split('Dienstverlening werkplekbeheer').length, 2);
    assert.ok(rendered.buttons.includes('Toon AFS-2026-012'));
  });

  it('says that there is no document, and only once how the question was understood', () => {
    const given = answer({ kind: 'document', items: [] });
    const text = `${given.understood}\nBij deze afspraak staat geen link naar een document.`;
    const rendered = assertRight(answerCard({ ...given, total: 0, text }, 1, 'nl'));
    assert.match(rendered.text, /^Geen documentBij deze afspraak staat geen link naar een document\./);
    assert.equal(rendered.text.split(given.understood).length, 2);
  });

  it('says of a last day to give notice that it has passed', () => {
    const item = { ...view(), uitersteOpzegdatum: '2026-06-30', opzeggenVoorbij: true } as const;
    const { text } = assertRight(answerCard(answer({ kind: 'afspraken', items: [item] }), 1, 'nl'));
    assert.match(text, /Laatste dag om op te zeggen: 30 juni 2026 \(voorbij\)/);
  });

  it('about one afspraak shows every field, its besluiten and the way to record another', () => {
    const rendered = assertRight(
      answerCard(answer({ kind: 'afspraak', item: view(), besluiten: [besluit()] }), 1, 'nl'),
    );
    for (const part of [
      'Opzegtermijn: 6 maanden',
      'Stilzwijgende verlenging: ja',
      'Rapportage aan: de raad, het algemeen bestuur',
      'Vertrouwelijkheid: intern',
      'Storingen worden',
      '1 besluit',
      'B-2026-014',
    ])
      assert.ok(rendered.text.includes(part), `${part} in ${rendered.text}`);
    assert.deepEqual(pressed(rendered, 'Besluit vastleggen'), { kind: 'besluit.formulier', code: 'AFS-2026-012' });
  });
});
