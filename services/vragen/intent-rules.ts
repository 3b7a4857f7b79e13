import type { IntentRule } from './intent-rule.ts';
import { rulesForActs } from './intent-rules-acts.ts';
import { rulesForAfspraken } from './intent-rules-afspraken.ts';
import { rulesForQuestions } from './intent-rules-questions.ts';
import type { Signs } from './signs.ts';

/**
 * From signs to intent: the first rule that fits decides, so that the reason for a reading is always one line of one table. The
 * order goes from what is said in full to what is only hinted at.
 */
export const intentRules: readonly IntentRule[] = [...rulesForActs, ...rulesForQuestions, ...rulesForAfspraken];

const fits = (rule: IntentRule, signs: Signs): boolean =>
  (rule.all ?? []).every((sign) => signs.has(sign)) &&
  (rule.any === undefined || rule.any.some((sign) => signs.has(sign))) &&
  !(rule.none ?? []).some((sign) => signs.has(sign));

/** The rule that decides; `undefined` when none fits: the sentence is not understood. */
export const ruleFor = (signs: Signs): IntentRule | undefined => intentRules.find((rule) => fits(rule, signs));
