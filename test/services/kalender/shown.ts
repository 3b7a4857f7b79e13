import type { DateFinding } from '../../../services/kalender/date-reading.ts';

/** A finding as the phrase tables write it: "2027-03-31 (2027-03-21..2027-03-31)", "..2027-06-30", "-P6W einddatum", "jaar 2028". */
export function shown(finding: DateFinding): string {
  const range = (van?: string, tot?: string): string => `${van ?? ''}..${tot ?? ''}`;
  switch (finding.kind) {
    case 'day':
      return finding.van === undefined ? finding.datum : `${finding.datum} (${range(finding.van, finding.tot)})`;
    case 'period': {
      const days = range(finding.van, finding.tot);
      return finding.waarschuwing ? `${days} !${finding.waarschuwing}` : days;
    }
    case 'offset':
      return [finding.verschuiving, finding.werkdagen && 'werkdagen', finding.anker ?? '?', finding.datum]
        .filter(Boolean)
        .join(' ');
    case 'recurrence':
      return `${finding.herhaling} ${finding.rrule}`;
    case 'duration':
      return `duur ${finding.duur}${finding.werkdagen ? ' werkdagen' : ''}`;
    case 'time':
      return finding.tijd;
    case 'delay':
      return `over ${finding.minuten} minuten`;
    case 'year':
      return `jaar ${finding.jaar}`;
    case 'refused':
      return `nee ${finding.reason}`;
  }
}
