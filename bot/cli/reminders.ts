import { addTo, type CivilDate, isCivilDate } from '../../services/kalender/civil-date.ts';
import { civilTime, readNow } from './moment.ts';
import { withRooms } from './open.ts';
import type { ExitCode, Terminal } from './terminal.ts';
import { cliTexts } from './texts.ts';

export interface RemindersOptions {
  readonly from?: string;
  readonly to?: string;
  readonly now?: string;
  readonly json?: boolean;
}

interface Window {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** The days asked for, or the sentence that says what is wrong with them. */
function windowOf(options: RemindersOptions, today: CivilDate): Window | string {
  const from = options.from ?? today;
  if (!isCivilDate(from)) return cliTexts.notADate('--from');
  const to = options.to ?? addTo(from, { months: 3 });
  if (!isCivilDate(to)) return cliTexts.notADate('--to');
  return to < from ? cliTexts.reversed : { from, to };
}

/** `reminders`: every reminder in a window, stored or still only planned by the rules. */
export function runReminders(options: RemindersOptions, terminal: Terminal): Promise<ExitCode> {
  return withRooms(terminal, async ({ config, store, register, kanalen }) => {
    const moment = readNow(options.now, terminal.clock, config.timeZone);
    if (moment === undefined) {
      terminal.say(cliTexts.notAMoment);
      return 1;
    }
    const window = windowOf(options, moment.today);
    if (typeof window === 'string') {
      terminal.say(window);
      return 1;
    }
    const { listHerinneringen } = await import('../../services/herinneringen/list.ts');
    const view = (await register()).view();
    const parts = { store, register: view, kanalen: await kanalen(), timeZone: config.timeZone };
    const rows = (await listHerinneringen(parts, { ...window, now: moment.clock.now() })).map((row) => ({
      occurrence: row.occurrence,
      code: row.code,
      verband: view.verband(row.verband)?.naam ?? row.verband,
      kind: row.kind,
      anchor: row.anchor,
      at: civilTime(row.at, config.timeZone),
      channel: row.channel,
      state: row.state,
    }));
    if (options.json === true) {
      terminal.out(rows.length === 0 ? '[]' : `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]`);
      return 0;
    }
    for (const { at, code, kind, anchor, verband, channel, state } of rows) {
      const where = channel ?? cliTexts.noChannel;
      terminal.out(
        [
          at.slice(0, 16).replace('T', ' '),
          code ?? '–',
          `${kind} ${anchor}`,
          verband,
          where,
          cliTexts.states[state],
        ].join(' · '),
      );
    }
    terminal.say(cliTexts.reminders(rows.length));
    return 0;
  });
}
