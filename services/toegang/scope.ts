import type { Afspraak, RegisterView } from '../register/types.ts';

/** What somebody may see, and what a question is about when it does not say (CONTRACT §7). */

/** Who asks, and from where. */
export interface Viewer {
  /** Of the asker, where it is known: `@ik` in a question. */
  readonly email?: string;
  /** `_id`s of the verbanden that the conversation is bound to; `'alle'` for the operator at the command line. */
  readonly verbanden: readonly string[] | 'alle';
}

/** The `visibleIn` of a query: absent for the operator, who sees everything. */
export const visibleIn = (viewer: Viewer): { readonly visibleIn?: { readonly verbanden: readonly string[] } } =>
  viewer.verbanden === 'alle' ? {} : { visibleIn: { verbanden: viewer.verbanden } };

/** A vertrouwelijke afspraak is seen only where its own verband is bound; anything else is seen everywhere. */
export const maySee = (viewer: Viewer, afspraak: Pick<Afspraak, 'vertrouwelijkheid' | 'verband'>): boolean =>
  afspraak.vertrouwelijkheid !== 'vertrouwelijk' ||
  viewer.verbanden === 'alle' ||
  viewer.verbanden.includes(afspraak.verband);

/**
 * The verbanden a question is about because it was asked in a bound channel; empty: no limit. A question that names a verband
 * is about that one. One that names an organisatie stays within the channel's verbanden as long as that organisatie takes part in
 * one of them; an outsider can only have been meant outside them.
 */
export function defaultVerbanden(
  viewer: Viewer,
  named: { readonly verbanden: readonly string[]; readonly organisaties: readonly string[] },
  view: Pick<RegisterView, 'verband'>,
): readonly string[] {
  if (viewer.verbanden === 'alle' || named.verbanden.length > 0) return [];
  const bound = viewer.verbanden;
  const takesPart = (organisatie: string): boolean =>
    bound.some((id) => view.verband(id)?.deelnemers.some((deelname) => deelname.organisatie === organisatie) ?? false);
  return named.organisaties.every(takesPart) ? bound : [];
}

/** Who wants to change something, and from where. */
export interface Changer extends Viewer {
  /** A personal chat with the bot: nobody else reads along. */
  readonly personal: boolean;
}

/**
 * What may be seen may be changed, from a place that answers for it: a channel or group chat only changes afspraken of the
 * verbanden it is bound to, so that the partners concerned see the change; in a personal chat everything that is seen there may
 * be changed. The chat does not know e-mail addresses for certain, so an eigenaar gets no rights of its own. Who confirmed a
 * change stands in the history either way.
 */
export const mayChange = (changer: Changer, afspraak: Pick<Afspraak, 'vertrouwelijkheid' | 'verband'>): boolean =>
  maySee(changer, afspraak) &&
  (changer.personal || changer.verbanden === 'alle' || changer.verbanden.includes(afspraak.verband));
