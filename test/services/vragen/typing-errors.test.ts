import assert from 'node:assert/strict';
import { answerReading } from '../../../services/vragen/answer.ts';
import type { AnswerParts } from '../../../services/vragen/answer-parts.ts';
import type { Answer } from '../../../services/vragen/answer-types.ts';
import { createReader, type Reader } from '../../../services/vragen/reader.ts';
import { type SeededRandom, seededRandom } from '../../fakes/seeded-random.ts';
import { loadSharedRegister, needSharedRegister, type SharedRegister } from './register-from-csv.ts';
import { nothingBefore } from './small-register.ts';

const today = '2026-11-23';

/** One letter left out, added, changed, or swapped with the next. */
function slip(name: string, random: SeededRandom): string {
  const at = random.below(name.length);
  const letter = String.fromCharCode(97 + random.below(26));
  switch (random.below(4)) {
    case 0:
      return name.slice(0, at) + name.slice(at + 1);
    case 1:
      return name.slice(0, at) + letter + name.slice(at);
    case 2:
      return name.slice(0, at) + letter + name.slice(at + 1);
    default:
      return name.slice(0, at) + name.charAt(at + 1) + name.charAt(at) + name.slice(at + 2);
  }
}

describe('mistyped names', () => {
  let register: SharedRegister;
  let reader: Reader;
  let parts: AnswerParts;

  before(function () {
    needSharedRegister(this);
    register = loadSharedRegister();
    reader = createReader({ names: register.names });
    parts = {
      view: register.view,
      names: register.names,
      viewer: { verbanden: 'alle' },
      today,
      besluiten: { findBesluiten: async () => [], besluit: async () => undefined },
      past: nothingBefore,
      describe: () => '',
      explain: () => undefined,
    };
  });

  const ask = (text: string): Promise<Answer> => answerReading(reader.read(text, { today }), parts);

  const namesIn = ({ reading, content }: Answer): readonly string[] => [
    ...[reading.filter.verband ?? []].flat(),
    ...[reading.filter.partner ?? []].flat(),
    ...(reading.filter.dubbelzinnig ?? []).flatMap((names) => names.split('|')),
    ...(content.kind === 'dubbelzinnig' ? content.choices.map(({ label }) => label) : []),
  ];

  for (const [text, name] of [
    ['wie doen er mee aan de omgevingsdienst drente', 'Omgevingsdienst Drenthe'],
    ['wie doen er mee aan omgevingsdienstdrenthe', 'Omgevingsdienst Drenthe'],
    ['wie doen er mee aan de omgevings dienst drenthe', 'Omgevingsdienst Drenthe'],
    ['welke afspraken zijn er met aa en hunse', 'Gemeente Aa en Hunze'],
    ['afspraken met midden drente', 'Gemeente Midden-Drenthe'],
    ['afspraken met middendrenthe', 'Gemeente Midden-Drenthe'],
    ['afspraken met hogeveen', 'Gemeente Hoogeveen'],
    ['afspraken met asen', 'Gemeente Assen'],
    ['afspraken met tinaarlo', 'Gemeente Tynaarlo'],
  ] as const)
    it(`are found or asked back: ${text}`, async () => {
      assert.ok(namesIn(await ask(text)).includes(name));
    });

  it('are found or asked back in at least 95 % of 200 names with one slip', async () => {
    const random = seededRandom(20261123);
    const gemeenten = register.view.organisaties.filter(({ soort }) => soort === 'gemeente');
    const lost: string[] = [];
    for (let turn = 0; turn < 200; turn++) {
      const verband = register.view.verbanden[random.below(register.view.verbanden.length)];
      const gemeente = gemeenten[random.below(gemeenten.length)];
      assert.ok(verband && gemeente);
      const [shown, wanted, opening] =
        turn % 2 === 0
          ? [verband.orgaan ?? verband.naam, [verband.naam, verband.orgaan], 'wie doen er mee aan']
          : [gemeente.naam.replace(/^Gemeente /, ''), [gemeente.naam], 'welke afspraken zijn er met'];
      const text = `${opening} ${slip(shown.toLowerCase(), random)}?`;
      const names = namesIn(await ask(text));
      if (!wanted.some((name) => name !== undefined && names.includes(name))) lost.push(`${shown}: ${text}`);
    }
    assert.ok(lost.length <= 10, lost.join('\n'));
  });

  it('are never sent away where the sentence speaks of a partnership or an afspraak', async () => {
    for (const text of [
      'wie zitten er in de blabladienst noord',
      'welke gemeenten doen mee aan de kwibusdienst?',
      'wie doen er mee aan kwibus?',
      'afspraken met kwibus',
    ]) {
      const answer = await ask(text);
      assert.match(answer.text, /Ik ken geen organisatie of samenwerkingsverband met de naam/, text);
      assert.ok(answer.content.kind === 'dubbelzinnig' && answer.content.choices.length > 0, text);
      assert.doesNotMatch(answer.text, /Daar ga ik niet over/);
    }
  });

  it('are not seen in common words', async () => {
    for (const [text, names] of [
      ['afspraken met woningcorporaties', []],
      ['welke afspraken zijn er over zonnepanelen?', []],
      ['afspraken met Omgevingsdienst Drenthe en Assen', ['Omgevingsdienst Drenthe', 'Gemeente Assen']],
      [
        'welke contracten lopen volgend jaar af bij de omgevingsdienst drente en assen',
        ['Omgevingsdienst Drenthe', 'Gemeente Assen'],
      ],
    ] as const)
      assert.deepEqual(namesIn(await ask(text)), names, text);
  });

  it('leave "my" of a Frisian sentence to mean "me", and "mijn gemeente" to own nothing', () => {
    const owner = (text: string) => reader.read(text, { today }).filter.eigenaar;
    assert.equal(owner('Jou my in oersjoch fan de ôfspraken mei Assen'), undefined);
    assert.equal(owner('zijn er in mijn gemeente afspraken te laat'), undefined);
    assert.equal(owner('myn ôfspraken'), '@ik');
    assert.equal(owner('toon mijn afspraken met Assen'), '@ik');
    assert.equal(owner('show my agreements'), '@ik');
  });
});
