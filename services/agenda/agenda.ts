import { createHash } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { dayAt } from '../kalender/civil-date.ts';
import type { Kanalen } from '../kanalen/kanalen.ts';
import type { Kanaal } from '../kanalen/types.ts';
import type { Store } from '../opslag/store.ts';
import type { Register } from '../register/register.ts';
import type { Afspraak, RegisterView } from '../register/types.ts';
import { agendaFeed } from './feed.ts';
import type { Agendalinks } from './links.ts';
import { readOwnDates, rulesFor } from './own-dates.ts';

/** What a link opens. Asked by the server for `GET /agenda/TOKEN.ics`; the only door that opens without signing in. */

export interface Feed {
  /** iCalendar, UTF-8. */
  readonly text: string;
  /** Another text, another tag; with its quotes. */
  readonly etag: string;
}

export interface Agenda {
  /**
   * The calendar as it is now; `undefined` for every token that opens nothing, without a word about why: never made, revoked, or of
   * a kanaal that was unbound or that the bot was taken out of.
   */
  feed(token: string): Promise<Feed | undefined>;
}

/** Made once, by the house. Reads the register as it is at each request. */
export function createAgenda(parts: {
  readonly store: Store;
  readonly links: Agendalinks;
  readonly kanalen: Pick<Kanalen, 'kanaal'>;
  readonly register: Pick<Register, 'refresh' | 'history'>;
  readonly clock: Clock;
  readonly timeZone: string;
}): Agenda {
  const { store, links, kanalen, register, clock, timeZone } = parts;
  /** Calendar programs ask again and again for what did not change. By kanaal and verband. */
  const made = new Map<string, { readonly state: string; readonly feed: Feed }>();
  const changed = new Map<string, { readonly version: number; readonly at: number }>();

  async function readChanged(afspraak: Afspraak): Promise<void> {
    if (changed.get(afspraak._id)?.version === afspraak.version) return;
    const versies = await register.history(afspraak._id);
    const at = versies.findLast(({ nummer }) => nummer <= afspraak.version)?.op ?? 0;
    changed.set(afspraak._id, { version: afspraak.version, at });
  }

  async function feedOf(kanaal: Kanaal, id: string, view: RegisterView): Promise<Feed | undefined> {
    const verband = view.verband(id);
    if (verband === undefined) return undefined;
    const now = clock.now();
    const { revision } = view;
    const regels = await rulesFor(store, kanaal, id, view);
    const month = dayAt(now, timeZone).slice(0, 7);
    const state = JSON.stringify([revision, month, regels.map(({ _id, version }) => [_id, version])]);
    const key = `${kanaal._id} ${id}`;
    const known = made.get(key);
    if (known?.state === state) return known.feed;
    const afspraken = view.findAfspraken({ verbanden: [id] });
    for (const afspraak of afspraken) await readChanged(afspraak);
    const eigen = await readOwnDates({ store, timeZone }, regels, view, now);
    const text = agendaFeed({ verband, afspraken, eigen, changedAt: ({ _id }) => changed.get(_id)?.at ?? 0 });
    const feed = { text, etag: `"${createHash('sha256').update(text).digest('base64url')}"` };
    made.set(key, { state, feed });
    return feed;
  }

  return {
    feed: async (token) => {
      const link = await links.find(token);
      if (link === undefined) return undefined;
      const kanaal = await kanalen.kanaal(link.kanaal);
      if (kanaal === undefined || kanaal.removed || !kanaal.verbanden.includes(link.verband)) return undefined;
      return feedOf(kanaal, link.verband, await register.refresh());
    },
  };
}
