import {
  type CalendarStep,
  calendarOf,
  calendarStep,
  nextCalendarStep,
  type WgrStep,
  wgrSteps,
} from '../raad/wgr-calendar.ts';
import { describeCalendarStep } from '../raad/wgr-texts.ts';
import type { Verband } from '../register/types.ts';
import type { AnswerDraft, AnswerParts } from './answer-parts.ts';
import { unknownNameAnswer } from './answer-trouble.ts';
import { verbandName } from './answer-view.ts';
import { namedIds } from './name-ids.ts';
import type { Reading } from './reading.ts';

/** pc.kalender: when a piece of planning and control must be where, by the Wgr. */

const stepNamed = (stap: string | undefined): WgrStep | undefined => wgrSteps.find((step) => step === stap);

/** The step asked for; without one, everything of the year asked for or, from today on, of this year and the next. */
function stepsFor(reading: Reading, verband: Verband | undefined, parts: AnswerParts): readonly CalendarStep[] {
  const { stap, jaar } = reading.filter;
  const step = stepNamed(stap);
  if (step !== undefined) {
    const one = jaar === undefined ? nextCalendarStep(step, parts.today, verband) : calendarStep(step, jaar, verband);
    return one === undefined ? [] : [one];
  }
  if (jaar !== undefined) return calendarOf(jaar, verband);
  const year = Number(parts.today.slice(0, 4));
  const coming = calendarOf(year, verband).filter(({ last }) => last !== undefined && last >= parts.today);
  return coming.length > 0 ? coming : calendarOf(year + 1, verband);
}

export function answerKalender(reading: Reading, parts: AnswerParts): AnswerDraft {
  const named = namedIds(reading.filter, parts.names);
  if (named.kind === 'unknown_name') return unknownNameAnswer(named, reading);
  const [id] = named.verbanden;
  const verband = id === undefined ? undefined : parts.view.verband(id);
  const steps = stepsFor(reading, verband, parts);
  const heading = verband === undefined ? [] : [`${verbandName(verband)}:`];
  const sentence = [...heading, ...steps.map((step) => describeCalendarStep(step, reading.lang))].join('\n');
  return { content: { kind: 'zin', sentence }, text: sentence, total: steps.length };
}
