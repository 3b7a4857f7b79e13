import { createHash } from 'node:crypto';
import type { Kanalen } from '../kanalen/kanalen.ts';
import type { Register } from '../register/register.ts';
import type { Afspraak, RegisterView } from '../register/types.ts';
import { agendaFeed } from './feed.ts';
import type { Agendalinks } from './links.ts';

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

export function createAgenda(parts: {
  readonly links: Agendalinks;
  readonly kanalen: Pick<Kanalen, 'kanaal'>;
  readonly register: Pick<Register, 'refresh' | 'history'>;
}): Agenda {
  const { links, kanalen, register } = parts;
  /** Calendar programs ask again and again for what did not change. By verband. */
  const made = new Map<string, { readonly revision: number; readonly feed: Feed }>();
  const changed = new Map<string, { readonly version: number; readonly at: number }>();

  async function readChanged(afspraak: Afspraak): Promise<void> {
    if (changed.get(afspraak._id)?.version === afspraak.version) return;
    const versies = await register.history(afspraak._id);
    const at = versies.findLast(({ nummer }) => nummer <= afspraak.version)?.op ?? 0;
    changed.set(afspraak._id, { version: afspraak.version, at });
  }

  async function feedOf(id: string, view: RegisterView): Promise<Feed | undefined> {
    const verband = view.verband(id);
    if (verband === undefined) return undefined;
    const known = made.get(id);
    if (known?.revision === view.revision) return known.feed;
    const { revision } = view;
    const afspraken = view.findAfspraken({ verbanden: [id] });
    for (const afspraak of afspraken) await readChanged(afspraak);
    const text = agendaFeed({ verband, afspraken, changedAt: ({ _id }) => changed.get(_id)?.at ?? 0 });
    const feed = { text, etag: `"${createHash('sha256').update(text).digest('base64url')}"` };
    made.set(id, { revision, feed });
    return feed;
  }

  return {
    feed: async (token) => {
      const link = await links.find(token);
      if (link === undefined) return undefined;
      const kanaal = await kanalen.kanaal(link.kanaal);
      if (kanaal === undefined || kanaal.removed || !kanaal.verbanden.includes(link.verband)) return undefined;
      return feedOf(link.verband, await register.refresh());
    },
  };
}
