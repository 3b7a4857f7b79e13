import { type Person, personAfterWord, personAt, personBefore } from './person.ts';
import type { Sentence } from './sentence.ts';

/** Who leaves and who takes over: turns of phrase by which afspraken go from one person to another. Pure. */

const leavingVerbs = new Set(
  `vertrekt vertrok stopt stopte verlaat verliet afscheid leaves left retires quits fertrekt`.split(' '),
);
/** "gaat … weg", "is … met pensioen": the verb says it together with one of these, a few words on. */
const going = new Set(['gaat', 'ging', 'is', 'wordt', 'neemt', 'krijgt', 'heeft', 'giet', 'zit']);
const away = new Set(
  `weg pensioen verlaten vertrekken vertrokken stoppen gestopt dienst verlof afscheid ziek uitgevallen elders overgestapt baan functie
   leaving gone retiring sick fuort`.split(/\s+/),
);
const furthest = 5;

/** "Kok gaat weg, …", "nu De Boer met pensioen is": the person named at the start of a clause. */
export function leaverOf(sentence: Sentence): Person | undefined {
  const { tokens } = sentence;
  for (let at = 0; at < tokens.length; at++) {
    const opens = at === 0 || tokens[at]?.afterBreak === true || conjunctions.has(tokens[at - 1]?.norm ?? '');
    const person = opens ? personAt(sentence, at) : undefined;
    if (person !== undefined && leaves(sentence, person.to)) return person;
  }
  return undefined;
}

const conjunctions = new Set([
  'nu',
  'omdat',
  'want',
  'als',
  'zodra',
  'wanneer',
  'aangezien',
  'since',
  'because',
  'when',
]);

function leaves({ tokens }: Sentence, from: number): boolean {
  const verb = tokens[from];
  if (verb === undefined || verb.afterBreak) return false;
  if (leavingVerbs.has(verb.norm)) return true;
  // "Nu De Boer met pensioen is": the verb comes last.
  const clause: string[] = [];
  for (let at = from; at < tokens.length && at < from + furthest; at++) {
    const token = tokens[at];
    if (token === undefined || token.afterBreak) break;
    clause.push(token.norm);
  }
  return clause.some((norm) => going.has(norm)) && clause.some((norm) => away.has(norm));
}

const towards = ['naar', 'aan', 'bij', 'op', 'door', 'van', 'to', 'by', 'nei', 'oan'];
const taking = new Set(['neemt', 'krijgt', 'wordt', 'takes', 'becomes', 'gets', 'nimt', 'wurdt']);

/** Who takes over from the one that leaves: named after "op naam van", "naar", "aan", or before the verb of taking. */
export function successorOf(sentence: Sentence, leaver: Person): Person | undefined {
  const { tokens } = sentence;
  const verb = tokens.findIndex(({ norm }, at) => at > leaver.to && taking.has(norm));
  const taker = verb < 0 ? undefined : personBefore(sentence, verb);
  if (taker !== undefined && taker.naam !== leaver.naam) return taker;
  for (let at = tokens.length - 1; at > leaver.to; at--) {
    if (!towards.includes(tokens[at - 1]?.norm ?? '') || sentence.taken.has(at)) continue;
    const person = personAt(sentence, at);
    if (person !== undefined && person.naam !== leaver.naam) return person;
  }
  return undefined;
}

/** "Vervang Jansen door Bakker", "Jansen wordt vervangen door Bakker": who had it, and who gets it. */
export function replacementOf(sentence: Sentence): { readonly from: Person; readonly to: Person } | undefined {
  const verb = sentence.tokens.findIndex(({ norm }) => ['vervang', 'vervangen', 'replace', 'replaced'].includes(norm));
  const to = verb < 0 ? undefined : personAfterWord(sentence, ['door', 'by', 'with']);
  const from = verb < 0 ? undefined : (personAt(sentence, verb + 1) ?? personAt(sentence, 0));
  return from === undefined || to === undefined || from.naam === to.naam ? undefined : { from, to };
}

const moving = new Set(
  'gaan gaat komen moeten moet mogen mag kunnen overzetten zet zetten go must giet moatte'.split(' '),
);

/**
 * "Alle afspraken van Kok gaan naar Postma", "zet alles van Kok op Postma": to a person, not to a raad. Or someone leaves and another
 * is named for what he had.
 */
export function goesToPerson(sentence: Sentence): boolean {
  const { tokens, words } = sentence;
  const leaver = leaverOf(sentence);
  if (leaver !== undefined && successorOf(sentence, leaver) !== undefined) return true;
  if (replacementOf(sentence) !== undefined) return true;
  if (!tokens.some(({ norm }) => moving.has(norm))) return false;
  const owned = words.some(
    ({ group, value }) => group === 'soort' || (group === 'teken' && (value === 'afspraak' || value === 'alle')),
  );
  const puts = ['zet', 'set', 'put'].includes(tokens[0]?.norm ?? '');
  const person = personAfterWord(sentence, puts ? ['naar', 'to', 'nei', 'op', 'bij'] : ['naar', 'to', 'nei']);
  const before = personAfterWord(sentence, ['van', 'of', 'fan']);
  if (!owned || person === undefined || before === undefined || before.naam === person.naam) return false;
  return tokens[person.to - 1]?.capital === true;
}
