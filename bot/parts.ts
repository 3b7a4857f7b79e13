import type { AdaptiveCard } from '../cards/elements.ts';
import type { Agendalinks } from '../services/agenda/links.ts';
import type { Besluitenregister } from '../services/besluiten/besluitenregister.ts';
import type { Clock, NewId } from '../services/clock.ts';
import type { CivilDate } from '../services/kalender/civil-date.ts';
import type { Kanalen } from '../services/kanalen/kanalen.ts';
import type { Kanaal } from '../services/kanalen/types.ts';
import type { Store } from '../services/opslag/store.ts';
import type { Recesview } from '../services/reces/recesview.ts';
import type { Register } from '../services/register/register.ts';
import type { RegisterView } from '../services/register/types.ts';
import type { Language } from '../services/taal/language.ts';
import type { Viewer } from '../services/toegang/scope.ts';
import type { Engine } from '../services/vragen/engine.ts';
import type { Proposals } from '../services/wijzigen/proposals.ts';
import type { InboundBase } from './inbound.ts';
import type { Log } from './log.ts';

/** What an action may use; built once in `house.ts`. */
export interface Parts {
  readonly store: Store;
  readonly register: Register;
  readonly kanalen: Kanalen;
  readonly besluiten: Besluitenregister;
  readonly engine: Engine;
  readonly proposals: Proposals;
  readonly agendalinks: Agendalinks;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly timeZone: string;
  readonly log: Log;
  /** Something changed that may make a reminder due at once. */
  readonly wake: () => void;
  /** Where the bot can be reached from outside, without a slash at its end; absent: nobody has said. */
  readonly publicUrl: () => string | undefined;
  /** Hosts from which a file sent in a chat may be fetched. */
  readonly mayFetch: (url: string) => boolean;
}

/** One thing somebody said or pressed, with what is known about where and who. */
export interface Turn {
  readonly inbound: InboundBase;
  readonly kanaal: Kanaal;
  readonly language: Language;
  readonly viewer: Viewer;
  readonly view: RegisterView;
  readonly recessen: Recesview;
  readonly today: CivilDate;
}

/** What a turn answers. Every action gives one of these; sending it is the turn's work. */
export type Reply =
  /** A new message. */
  | { readonly kind: 'message'; readonly card: AdaptiveCard }
  /** Takes the place of the card whose button was pressed; `shared`: for everybody in the conversation, not the presser alone. */
  | { readonly kind: 'replace'; readonly card: AdaptiveCard; readonly shared: boolean }
  /** A short line for the presser alone; every card stays as it is. Only in answer to a button. */
  | { readonly kind: 'told'; readonly line: string };

export const message = (card: AdaptiveCard): Reply => ({ kind: 'message', card });
export const replaceForAll = (card: AdaptiveCard): Reply => ({ kind: 'replace', card, shared: true });
export const replaceForOne = (card: AdaptiveCard): Reply => ({ kind: 'replace', card, shared: false });
export const told = (line: string): Reply => ({ kind: 'told', line });
