import { filterOf } from './facet-names.ts';
import { leaverOf, replacementOf, successorOf } from './hand-over.ts';
import { namedOwner, ownerMark, personAfterWord, personAt, personBefore, titles } from './person.ts';
import type { QuestionFilter } from './reading.ts';
import { firstOf, has, markOf, type Sentence } from './sentence.ts';
import type { Signs } from './signs.ts';

/** From the persons in a sentence to eigenaar, nieuweEigenaar and ontvanger. Who is named is found in person.ts. */

/** An e-mail address in the text. */
function emailIn(text: string): string | undefined {
  const word = text.split(/\s+/).find((part) => part.includes('@') && part.lastIndexOf('.') > part.indexOf('@') + 1);
  const trimmed = word?.replace(/^[<("']+/, '').replace(/[>)"'.,;:?!]+$/, '');
  return trimmed === undefined || trimmed.startsWith('@') ? undefined : trimmed.toLowerCase();
}

/** Of "van Jansen" the `van` is no part of the name, unless a capital says so: "eigenaar Van Dijk". */
const ofWords = ['van', 'door', 'by', 'of', 'fan'];

export function ownerFacet(sentence: Sentence, signs: Signs): QuestionFilter {
  if (signs.has('mijn')) return { eigenaar: '@ik' };
  const email = emailIn(sentence.text);
  if (email !== undefined) return { eigenaar: email };
  const named = namedOwner(sentence);
  if (named !== undefined) return { eigenaar: named.naam };
  return filterOf({
    eigenaar:
      personAfterWord(sentence, [...titles])?.naam ?? personAfterWord(sentence, ofWords)?.naam ?? holderOf(sentence),
  });
}

/** "Te late afspraken Hoekstra": a word that nothing else knows, and who owns something. "Over Hoekstra" is a subject. */
export function knownOwner(sentence: Sentence, isOwner: (name: string) => boolean): string | undefined {
  for (let at = 0; at < sentence.tokens.length; at++) {
    if (sentence.taken.has(at) || ['over', 'about', 'oer'].includes(sentence.tokens[at - 1]?.norm ?? '')) continue;
    const person = personAt(sentence, at);
    if (person !== undefined && isOwner(person.naam)) return person.naam;
  }
  return undefined;
}

/** "Welke afspraken heeft Hoekstra?": a name that closes the sentence after the verb. */
function holderOf(sentence: Sentence): string | undefined {
  const asksForAfspraken = has(sentence, 'teken', 'afspraak');
  const person =
    asksForAfspraken ||
    has(sentence, 'teken', 'opnaam') ||
    has(sentence, 'teken', 'lopen') ||
    firstOf(sentence, 'status') !== undefined
      ? personAfterWord(sentence, ['heeft', 'has', 'hat'])
      : undefined;
  if (person === undefined) return undefined;
  const written = sentence.tokens[person.to - 1]?.capital === true;
  return written || (asksForAfspraken && person.to === sentence.tokens.length) ? person.naam : undefined;
}

/** "Zet AFS-2026-001 op naam van Bakker": the command goes on to the name and ends there. */
const isNewOwner = ({ tokens, words, dates }: Sentence): boolean =>
  dates.length === 0 &&
  ['zet', 'set', 'put'].includes(tokens[0]?.norm ?? '') &&
  !words.some((mark) => mark.group === 'veld' && mark.value !== 'eigenaar');

/** "Zet bij de DVO Visser als eigenaar", "nieuwe eigenaar voor AFS-2026-004: Postma". */
function namedAs(sentence: Sentence, mark: number): ReturnType<typeof personAt> {
  const { tokens, text } = sentence;
  if (['als', 'as'].includes(tokens[mark - 1]?.norm ?? '')) return personBefore(sentence, mark - 1);
  const last = tokens.findLastIndex(({ afterBreak }) => afterBreak);
  const colon = last > mark && text.slice(tokens[last - 1]?.end, tokens[last]?.start).includes(':');
  return colon ? personAt(sentence, last) : undefined;
}

/** "maak Jansen eigenaar van …", "wijzig de eigenaar van Jansen in De Boer", "zet de DVO van Jansen op naam van Bakker". */
function newOwnerFacet(sentence: Sentence): QuestionFilter | undefined {
  const mark = ownerMark(sentence);
  if (mark === undefined) return undefined;
  const first = sentence.tokens[0]?.norm ?? '';
  const made = first === 'maak' || first === 'make' ? personBefore(sentence, mark.from) : namedAs(sentence, mark.from);
  if (made !== undefined) return { nieuweEigenaar: made.naam };
  const onName = markOf(sentence, 'teken', 'opnaam');
  const into =
    onName !== undefined && sentence.tokens[onName.from]?.norm === 'op'
      ? personAt(sentence, onName.to)
      : personAfterWord(sentence, ['in', 'naar', 'into', 'to']);
  const from = sentence.tokens.findIndex((token) => ofWords.includes(token.norm));
  const holder = from < 0 ? undefined : personAt(sentence, from + 1);
  if (into === undefined) return undefined;
  if (holder !== undefined && holder.to < into.to) return { eigenaar: holder.naam, nieuweEigenaar: into.naam };
  // "Zet alles op naam van Jansen op afgerond" changes the status of what Jansen owns.
  return onName !== undefined && firstOf(sentence, 'status') === undefined && isNewOwner(sentence)
    ? { nieuweEigenaar: into.naam }
    : undefined;
}

const taking = ['neemt', 'krijgt', 'wordt', 'takes', 'becomes', 'nimt', 'wurdt'];

/** "Niet meer van Jansen maar van Bakker". */
function personAfterBut(sentence: Sentence): ReturnType<typeof personAt> {
  const but = sentence.tokens.findIndex(({ norm }) => ['maar', 'but', 'mar'].includes(norm));
  return but >= 0 && ofWords.includes(sentence.tokens[but + 1]?.norm ?? '') ? personAt(sentence, but + 2) : undefined;
}

/** "Jansen heeft zijn dossiers overgedragen aan Mulder." */
function giverOf(sentence: Sentence): ReturnType<typeof personAt> {
  const person = personAt(sentence, 0);
  const gives = ['heeft', 'draagt', 'geeft', 'wil', 'has', 'hat'].includes(
    sentence.tokens[person?.to ?? -1]?.norm ?? '',
  );
  return gives ? person : undefined;
}

/** "Jansen is weg, Bakker neemt zijn afspraken over", "Bakker neemt de afspraken van Jansen over". */
function takerOf(sentence: Sentence): QuestionFilter | undefined {
  const verb = sentence.tokens.findIndex(({ norm }) => taking.includes(norm));
  const asked = sentence.tokens.at(-1) !== undefined && sentence.tokens.some(({ norm }) => norm === 'overnemen');
  const taker =
    (verb < 1 ? undefined : personBefore(sentence, verb)) ??
    (asked ? personAfterWord(sentence, ['kan', 'gaat', 'laat', 'moet', 'wil', 'can']) : undefined) ??
    personAfterBut(sentence) ??
    personAfterWord(sentence, ['aan', 'to', 'oan', 'naar', 'nei']) ??
    (isPut(sentence) ? personAfterWord(sentence, ['op', 'bij']) : undefined);
  if (taker === undefined) return undefined;
  const from = personAfterWord(sentence, ofWords) ?? giverOf(sentence);
  const owner = from?.naam === taker.naam ? undefined : from?.naam;
  return owner === undefined ? undefined : filterOf({ eigenaar: owner, nieuweEigenaar: taker.naam });
}

/** "De eigenaar moet Mulder worden." */
const personComing = (sentence: Sentence, signs: Signs): ReturnType<typeof personAt> =>
  signs.has('$worden') && signs.has('@veld') ? personBefore(sentence, sentence.tokens.length - 1) : undefined;

/** "Hoekstra wordt de nieuwe eigenaar van de DVO." */
function personBecoming(sentence: Sentence): ReturnType<typeof personAt> {
  const verb = sentence.tokens.findIndex(({ norm }) => taking.includes(norm));
  return ownerMark(sentence) === undefined || verb < 1 ? undefined : personBefore(sentence, verb);
}

const isPut = ({ tokens }: Sentence): boolean => ['zet', 'set', 'put'].includes(tokens[0]?.norm ?? '');

/** "Kok gaat weg, zet al zijn afspraken op naam van Postma." */
function leftFacet(sentence: Sentence, signs: Signs): QuestionFilter | undefined {
  const bulk = signs.has('alle') || signs.has('opsomming') ? { bulk: true } : {};
  const replaced = replacementOf(sentence);
  if (replaced !== undefined) return { eigenaar: replaced.from.naam, nieuweEigenaar: replaced.to.naam, ...bulk };
  const leaver = leaverOf(sentence);
  const successor = leaver === undefined ? undefined : successorOf(sentence, leaver);
  if (leaver === undefined || successor === undefined) return undefined;
  return { eigenaar: leaver.naam, nieuweEigenaar: successor.naam, ...bulk };
}

export const transferFacet = (sentence: Sentence, signs: Signs): QuestionFilter =>
  (signs.has('draag_over') ? leftFacet(sentence, signs) : undefined) ?? newHolderFacet(sentence, signs);

function newHolderFacet(sentence: Sentence, signs: Signs): QuestionFilter {
  // "Zet alles van Dijkstra over op naam van Postma" says both.
  const written =
    signs.has('draag_over') && !signs.has('opnaam') && !signs.has('veld:eigenaar')
      ? undefined
      : newOwnerFacet(sentence);
  if (written !== undefined) return written;
  const coming = personComing(sentence, signs);
  if (coming !== undefined) return { nieuweEigenaar: coming.naam };
  const taker = signs.has('draag_over') ? takerOf(sentence) : undefined;
  if (taker !== undefined) return { ...taker, ...(signs.has('alle') || signs.has('opsomming') ? { bulk: true } : {}) };
  const becomes = signs.has('draag_over') ? personBecoming(sentence) : undefined;
  if (becomes !== undefined) return { nieuweEigenaar: becomes.naam };
  // "De SLA is nu van Bakker."
  const now = signs.has('draag_over') && sentence.tokens.some(({ norm }) => norm === 'nu' || norm === 'now');
  const holder = now ? personAfterWord(sentence, ofWords) : undefined;
  if (holder !== undefined) return { nieuweEigenaar: holder.naam };
  const towards = signs.has('draag_over') ? personAfterWord(sentence, ['aan', 'to', 'oan', 'naar', 'nei']) : undefined;
  const owner = ownerFacet(sentence, signs);
  if (towards === undefined) {
    const newOwner =
      signs.has('draag_over') || signs.has('wijzig')
        ? personAfterWord(sentence, ['op', 'in', 'to', 'door'])
        : undefined;
    return newOwner === undefined || owner.eigenaar !== undefined ? owner : { nieuweEigenaar: newOwner.naam };
  }
  const bulk = signs.has('alle') || signs.has('opsomming');
  return { ...owner, nieuweEigenaar: towards.naam, ...(bulk ? { bulk: true } : {}) };
}

/** Who gets the herinnering: the person or orgaan named right after the verb or after "aan"; else the asker. */
export function receiverFacet(sentence: Sentence): QuestionFilter {
  // "Stuur De Boer een seintje": the verb that comes first.
  const [verb] = ['herinner', 'herinnering', 'stuur']
    .map((sign) => markOf(sentence, 'teken', sign))
    .filter((mark) => mark !== undefined)
    .sort((one, other) => one.from - other.from);
  if (verb === undefined || has(sentence, 'teken', 'me')) return { ontvanger: '@ik' };
  const orgaan = firstOf(sentence, 'orgaan');
  const between = orgaan === undefined ? [] : sentence.tokens.slice(verb.to, orgaan.from);
  if (orgaan !== undefined && orgaan.from >= verb.to && between.length <= 1) return { ontvanger: orgaan.value };
  const before =
    orgaan === undefined
      ? ''
      : sentence.tokens
          .slice(Math.max(0, orgaan.from - 2), orgaan.from)
          .map((token) => token.norm)
          .join(' ');
  if (orgaan !== undefined && /\b(?:aan|to|oan|stuur)\b/.test(before)) return { ontvanger: orgaan.value };
  return { ontvanger: personAt(sentence, verb.to)?.naam ?? '@ik' };
}
