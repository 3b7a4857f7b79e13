import type { RejectReason } from '../register/import/report.ts';
import { statussen } from '../register/types.ts';
import type { Sentences } from '../taal/language.ts';
import type { ChangeProblem } from './types.ts';

/** Why something was not changed, and what to do next. Names and codes come in as they are; nothing here is Markdown. */
export interface ChangeTexts {
  problem(problem: ChangeProblem): string;
  /** What is wrong with one field, as the end of a sentence. */
  readonly reason: Readonly<Record<FieldReason, string>>;
  readonly chooseAfspraak: (count: number) => string;
  readonly chooseOwner: (named: string) => string;
  readonly all: (count: number) => string;
}

/** What can be wrong with a field: the rules of the import, and where the person is. */
export type FieldReason = RejectReason | 'not_here' | 'hidden_after';

const didYouMean = (nearest: readonly string[] | undefined, ask: string): string =>
  nearest === undefined || nearest.length === 0 ? '' : ` ${ask} ${nearest.join('; ')}?`;

const reasonNl: ChangeTexts['reason'] = {
  required: 'vul dit veld in.',
  too_long: 'dit is te lang. Maak het korter.',
  not_a_code: 'dit is geen code van een afspraak.',
  duplicate_code: 'deze code bestaat al.',
  unknown_choice: 'kies een van de mogelijkheden.',
  unknown_verband: 'deze samenwerking ken ik niet. Schrijf de naam zoals in het register.',
  ambiguous_verband: 'dit kan meer dan één samenwerking zijn. Schrijf de hele naam.',
  unknown_organisatie: 'deze organisatie ken ik niet. Zet een | tussen twee namen.',
  ambiguous_organisatie: 'dit kan meer dan één organisatie zijn. Schrijf de hele naam.',
  no_partijen: 'de samenwerking heeft geen deelnemers. Vul de partijen in.',
  not_a_date: 'dit is geen datum die bestaat. Schrijf bijvoorbeeld 1 maart 2027.',
  not_a_period: 'dit is geen termijn. Schrijf bijvoorbeeld 6 maanden.',
  not_yes_or_no: 'kies ja of nee.',
  not_an_email: 'dit is geen e-mailadres. Schrijf de naam en dan het adres tussen < en >.',
  not_https: 'dit is geen link die met https begint.',
  too_many_cells: 'dit is te veel.',
  not_here: 'hier kan dat alleen voor de samenwerking van dit kanaal. Gebruik een persoonlijke chat voor een andere.',
  hidden_after:
    'dan kun je de afspraak hier zelf niet meer zien. Doe dit in een gesprek dat aan deze samenwerking is gekoppeld.',
};

const reasonEn: ChangeTexts['reason'] = {
  required: 'fill in this field.',
  too_long: 'this is too long. Make it shorter.',
  not_a_code: 'this is not the code of an agreement.',
  duplicate_code: 'this code exists already.',
  unknown_choice: 'choose one of the options.',
  unknown_verband: 'I do not know this partnership. Write its name as in the register.',
  ambiguous_verband: 'this could be more than one partnership. Write the full name.',
  unknown_organisatie: 'I do not know this organisation. Put a | between two names.',
  ambiguous_organisatie: 'this could be more than one organisation. Write the full name.',
  no_partijen: 'the partnership has no participants. Fill in the parties.',
  not_a_date: 'this is not a date that exists. Write for example 1 maart 2027.',
  not_a_period: 'this is not a period. Write for example 6 maanden.',
  not_yes_or_no: 'choose yes or no.',
  not_an_email: 'this is not an e-mail address. Write the name and then the address between < and >.',
  not_https: 'this is not a link that starts with https.',
  too_many_cells: 'this is too much.',
  not_here: 'here this is only possible for the partnership of this channel. Use a personal chat for another one.',
  hidden_after:
    'you could then no longer see the agreement here yourself. Do this in a conversation bound to this partnership.',
};

export const changeTexts: Sentences<ChangeTexts> = {
  nl: {
    reason: reasonNl,
    problem: (problem) => {
      switch (problem.kind) {
        case 'which':
          return 'Welke afspraak bedoel je? Noem de code, bijvoorbeeld: wijzig de einddatum van AFS-2026-001 naar 1 maart 2028.';
        case 'nothing_found':
          return 'Ik vond geen afspraak die hierbij past. Er is niets veranderd. Noem de code, of vraag eerst welke afspraken er zijn.';
        case 'unknown_code':
          return `Ik ken geen afspraak ${problem.code} die je hier kunt zien. Er is niets veranderd. Controleer de code.`;
        case 'not_here':
          return problem.verband === undefined
            ? 'Deze afspraken kun je hier niet wijzigen. Doe het in een kanaal dat aan de samenwerking is gekoppeld, of in een persoonlijke chat.'
            : `Een afspraak van ${problem.verband} kun je hier niet wijzigen. Doe het in een kanaal dat daaraan is gekoppeld, of in een persoonlijke chat.`;
        case 'too_many':
          return `Dit gaat om ${problem.count} afspraken. In één keer kunnen er ${problem.most}. Maak het kleiner, bijvoorbeeld met de naam van één samenwerking.`;
        case 'no_value':
          return `Ik begreep wel om welke ${problem.count} afspraken het gaat, maar niet wat er moet veranderen. Noem het veld en de nieuwe waarde.`;
        case 'same':
          return problem.count === 1
            ? 'Dat staat er al zo. Er is niets veranderd.'
            : `Bij alle ${problem.count} afspraken staat het al zo. Er is niets veranderd.`;
        case 'no_date':
          return 'Er staat nu geen datum om vanaf te rekenen. Noem de nieuwe datum zelf.';
        case 'date_refused':
          return 'De datum in deze zin bestaat niet, of hoort bij een andere dag van de week. Er is niets veranderd. Noem de datum opnieuw.';
        case 'exclusion':
          return 'Ik kan geen afspraken uitzonderen. Er is niets veranderd. Noem de afspraken die wel moeten veranderen.';
        case 'invalid':
          return `${problem.problem.value === '' ? '' : `“${problem.problem.value}”: `}${reasonNl[problem.problem.reason]}${didYouMean(problem.problem.nearest, 'Bedoel je:')} Er is niets veranderd.`;
        case 'no_status':
          return `“${problem.value}” is geen status. Er is niets veranderd. Kies een van deze: ${statussen.join(', ')}.`;
        case 'hidden_after':
          return `Dat kan hier niet: ${reasonNl.hidden_after}`;
      }
    },
    chooseAfspraak: (count) => `Dit past bij ${count} afspraken. Welke bedoel je?`,
    chooseOwner: (named) => `Er zijn meer eigenaren met de naam “${named}”. Wie bedoel je?`,
    all: (count) => `Alle ${count}`,
  },
  en: {
    reason: reasonEn,
    problem: (problem) => {
      switch (problem.kind) {
        case 'which':
          return 'Which agreement do you mean? Give its code, for example: change the end date of AFS-2026-001 to 1 March 2028.';
        case 'nothing_found':
          return 'I found no agreement that fits this. Nothing was changed. Give its code, or first ask which agreements there are.';
        case 'unknown_code':
          return `I know no agreement ${problem.code} that you can see here. Nothing was changed. Check the code.`;
        case 'not_here':
          return problem.verband === undefined
            ? 'You cannot change these agreements here. Do it in a channel bound to the partnership, or in a personal chat.'
            : `You cannot change an agreement of ${problem.verband} here. Do it in a channel bound to it, or in a personal chat.`;
        case 'too_many':
          return `This is about ${problem.count} agreements. At most ${problem.most} can be changed at once. Make it smaller, for example with the name of one partnership.`;
        case 'no_value':
          return `I understood which ${problem.count} agreements this is about, but not what should change. Name the field and its new value.`;
        case 'same':
          return problem.count === 1
            ? 'It says so already. Nothing was changed.'
            : `All ${problem.count} agreements say so already. Nothing was changed.`;
        case 'no_date':
          return 'There is no date yet to count from. Give the new date itself.';
        case 'date_refused':
          return 'The date in this sentence does not exist, or falls on another day of the week. Nothing was changed. Give the date again.';
        case 'exclusion':
          return 'I cannot leave agreements out. Nothing was changed. Name the agreements that must change.';
        case 'invalid':
          return `${problem.problem.value === '' ? '' : `“${problem.problem.value}”: `}${reasonEn[problem.problem.reason]}${didYouMean(problem.problem.nearest, 'Do you mean:')} Nothing was changed.`;
        case 'no_status':
          return `“${problem.value}” is not a status. Nothing was changed. Choose one of these: ${statussen.join(', ')}.`;
        case 'hidden_after':
          return `That is not possible here: ${reasonEn.hidden_after}`;
      }
    },
    chooseAfspraak: (count) => `This fits ${count} agreements. Which one do you mean?`,
    chooseOwner: (named) => `There are several owners named “${named}”. Who do you mean?`,
    all: (count) => `All ${count}`,
  },
};
