import { calendarOf } from '../../services/raad/wgr-calendar.ts';
import { describeCalendarStep } from '../../services/raad/wgr-texts.ts';
import type { Verband } from '../../services/register/types.ts';
import { withRooms } from './open.ts';
import type { ExitCode, Terminal } from './terminal.ts';
import { cliTexts } from './texts.ts';

export interface CalendarOptions {
  readonly year: string;
  readonly verband?: string;
  readonly json?: boolean;
}

/** `calendar`: the planning-and-control dates of the Wgr that fall in a calendar year. */
export async function runCalendar(options: CalendarOptions, terminal: Terminal): Promise<ExitCode> {
  const year = /^[12]\d{3}$/.test(options.year) ? Number(options.year) : undefined;
  if (year === undefined) {
    terminal.say(cliTexts.notAYear);
    return 1;
  }
  const { verband: name } = options;
  if (name === undefined) return show(year, undefined, options, terminal);
  return withRooms(terminal, async ({ register }) => {
    const found = (await register()).names().resolveVerband(name);
    if (found.kind === 'found') return show(year, found.verband, options, terminal);
    const naam = (verband: Verband): string => verband.naam;
    terminal.say(
      found.kind === 'unknown'
        ? cliTexts.unknownVerband(name, found.nearest.map(naam))
        : cliTexts.severalVerbanden(name, found.candidates.map(naam)),
    );
    return 1;
  });
}

function show(year: number, verband: Verband | undefined, options: CalendarOptions, terminal: Terminal): ExitCode {
  const steps = calendarOf(year, verband);
  if (options.json === true) {
    const rows = steps.map((step) => ({
      step: step.step,
      year: step.jaar,
      verband: verband?.naam ?? null,
      before: step.before ?? null,
      last: step.last ?? null,
      // An article that was not verified is not printed as fact.
      article: step.mark === 'S' ? step.article : null,
      mark: step.mark,
      ownCycle: step.ownCycle,
      text: describeCalendarStep(step, 'nl'),
    }));
    terminal.out(JSON.stringify(rows, undefined, 1));
  } else {
    for (const step of steps) terminal.out(describeCalendarStep(step, 'nl'));
  }
  return 0;
}
