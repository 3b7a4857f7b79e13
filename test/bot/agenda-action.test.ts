import assert from 'node:assert/strict';
import { agenda, pressAgenda } from '../../bot/actions/agenda.ts';
import { createLog } from '../../bot/log.ts';
import type { Parts, Reply, Turn } from '../../bot/parts.ts';
import { openAgendalinks } from '../../services/agenda/links.ts';
import { openMemoryStore } from '../fakes/memory-store.ts';

/** A bot in production that was never told where it can be reached from outside. */
describe('a calendar link without PUBLIC_URL', () => {
  const links = openAgendalinks({ store: openMemoryStore(), newId: () => 'a'.repeat(24) });
  const parts = {
    agendalinks: links,
    publicUrl: () => undefined,
    clock: { now: () => 0 },
    log: createLog({ level: 'silent' }),
    timeZone: 'Europe/Amsterdam',
  } as Partial<Parts> as Parts;
  const verband = { _id: 'v1', naam: 'Voorbeeldverband' };
  const turn = {
    kanaal: { _id: 'k1', verbanden: ['v1'] },
    view: { verband: () => verband },
    language: 'nl',
    inbound: { person: { naam: 'De Boer' } },
  } as unknown as Turn;
  const textOf = (reply: Reply): string => ('card' in reply ? JSON.stringify(reply.card) : '');

  it('is not made; the command and the button say which setting is missing', async () => {
    assert.match(textOf(await agenda(turn, parts, '')), /PUBLIC_URL/);
    assert.match(textOf(await agenda(turn, parts, 'nieuw')), /PUBLIC_URL/);
    const pressed = await pressAgenda(turn, parts, { kind: 'agenda.nieuw', verbandId: 'v1' });
    assert.match(textOf(pressed), /PUBLIC_URL/);
    assert.deepEqual(await links.linksOf('k1'), []);
  });
});
