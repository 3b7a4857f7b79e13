import assert from 'node:assert/strict';
import { startTexts } from '../../cards/texts/start.ts';
import { sentencesIn } from '../../services/taal/language.ts';
import { openMemoryStore } from '../fakes/memory-store.ts';
import { MovableClock, person, personal, Teams, textOf } from './teams.ts';

/** What `help` suggests is pressed first by whoever just loaded the example: it must find something on whatever day that is. */
describe('journey: the examples of help', function () {
  this.timeout(60_000);
  const vermeer = person('Vermeer');
  const chat = personal('vermeer');

  for (const day of ['2026-01-02', '2026-03-30', '2026-06-29', '2026-11-23', '2026-12-31', '2028-02-29'])
    it(`find something in the example that is loaded on ${day}`, async () => {
      const teams = await Teams.open(async () => openMemoryStore(), {
        clock: new MovableClock(`${day}T10:00:00+01:00`),
      });
      try {
        await teams.say('voorbeeld', vermeer, chat);
        for (const lang of ['nl', 'en'] as const) {
          await teams.say(`taal ${lang}`, vermeer, chat);
          const { afspraken, vooruit, herinneringen } = sentencesIn(startTexts, lang).examples;
          // The commands Herinneringen and Kalender are no questions: each has a card of its own.
          for (const question of [...afspraken, ...vooruit, ...herinneringen].filter((each) => each.includes(' ')))
            assert.match(textOf(await teams.say(question, vermeer, chat)), /AFS-\d{4}-\d{3}/, question);
        }
      } finally {
        await teams.close();
      }
    });
});
