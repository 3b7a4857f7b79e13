import { filterOf } from './facet-names.ts';
import { namedOwner, personAfterWord, personAt, titles } from './person.ts';
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

/** "Welke afspraken heeft Hoekstra?": a name that closes the sentence after the verb. */
function holderOf(sentence: Sentence): string | undefined {
  const person = has(sentence, 'teken', 'afspraak') ? personAfterWord(sentence, ['heeft', 'has', 'hat']) : undefined;
  if (person === undefined) return undefined;
  const written = sentence.tokens[person.to - 1]?.capital === true;
  return written || person.to === sentence.tokens.length ? person.naam : undefined;
}

export function transferFacet(sentence: Sentence, signs: Signs): QuestionFilter {
  const towards = signs.has('draag_over') ? personAfterWord(sentence, ['aan', 'to', 'oan', 'naar']) : undefined;
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
  const verb = markOf(sentence, 'teken', 'herinner') ?? markOf(sentence, 'teken', 'herinnering');
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
