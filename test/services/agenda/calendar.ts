import assert from 'node:assert/strict';

/** Reads an iCalendar by RFC 5545 alone, without the library that wrote it, and fails on every line that breaks a rule. */
export interface ReadEvent {
  readonly uid: string;
  /** `YYYYMMDD` */
  readonly day: string;
  readonly summary: string;
  readonly description: string;
  readonly sequence: number;
  readonly stamp: string;
  readonly lastModified: string;
  readonly names: readonly string[];
}

export interface ReadCalendar {
  readonly name: string;
  readonly events: readonly ReadEvent[];
}

const longestLine = 75;

export function calendarIn(text: string): ReadCalendar {
  assert.ok(!/(^|[^\r])\n|\r(?!\n)/.test(text), 'every line ends with CRLF');
  const raw = text.replace(/\r\n$/, '').split('\r\n');
  for (const line of raw) {
    assert.ok(Buffer.byteLength(line) <= longestLine, `${Buffer.byteLength(line)} octets: ${line}`);
    assert.ok(!line.includes('\ufffd'), 'no character was cut in two');
    assert.doesNotMatch(line, /\p{Cc}/u, 'no control character');
  }
  const lines = raw.join('\r\n').replaceAll('\r\n ', '').split('\r\n');
  assert.equal(lines[0], 'BEGIN:VCALENDAR');
  assert.equal(lines.at(-1), 'END:VCALENDAR');
  const events: ReadEvent[] = [];
  const head: string[] = [];
  let current: string[] | undefined;
  for (const line of lines.slice(1, -1)) {
    assert.match(line, /^[A-Z][A-Z0-9-]*(;[A-Z-]+=[^:;]+)*:/, 'name, parameters, value');
    if (line === 'BEGIN:VEVENT') {
      assert.equal(current, undefined, 'no event inside another');
      current = [];
    } else if (line === 'END:VEVENT') {
      assert.ok(current);
      events.push(eventOf(current));
      current = undefined;
    } else (current ?? head).push(line);
  }
  assert.equal(current, undefined);
  assert.equal(valueIn(head, 'VERSION'), '2.0');
  assert.ok(valueIn(head, 'PRODID'));
  assert.equal(new Set(events.map(({ uid }) => uid)).size, events.length, 'each UID once');
  return { name: unescaped(valueIn(head, 'X-WR-CALNAME')), events };
}

function eventOf(lines: readonly string[]): ReadEvent {
  const start = lines.filter((line) => line.startsWith('DTSTART'));
  assert.equal(start.length, 1);
  const day = /^DTSTART;VALUE=DATE:(\d{8})$/.exec(start[0] ?? '')?.[1];
  assert.ok(day, 'a whole day, in no time zone');
  const stamp = valueIn(lines, 'DTSTAMP');
  assert.match(stamp, /^\d{8}T\d{6}Z$/);
  return {
    uid: valueIn(lines, 'UID'),
    day,
    summary: unescaped(valueIn(lines, 'SUMMARY')),
    description: unescaped(valueIn(lines, 'DESCRIPTION')),
    sequence: Number(valueIn(lines, 'SEQUENCE')),
    stamp,
    lastModified: valueIn(lines, 'LAST-MODIFIED'),
    names: lines.map((line) => line.split(/[:;]/)[0] ?? ''),
  };
}

function valueIn(lines: readonly string[], name: string): string {
  const found = lines.filter((line) => line.startsWith(`${name}:`));
  assert.equal(found.length, 1, `${name} once`);
  return (found[0] ?? '').slice(name.length + 1);
}

/** TEXT of RFC 5545: a comma, semicolon or backslash stands after a backslash, and nowhere alone. */
function unescaped(value: string): string {
  assert.doesNotMatch(value.replace(/\\[\\;,nN]/g, ''), /[\\;,]/, `not escaped: ${value}`);
  return value.replace(/\\([\\;,nN])/g, (_, escaped: string) => (escaped.toLowerCase() === 'n' ? '\n' : escaped));
}
