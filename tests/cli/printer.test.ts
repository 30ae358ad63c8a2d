import { describe, expect, test } from 'vitest';
import { Printer } from '../../electron/cli/printer.ts';
import type { RunResult } from '../../shared/model/run.ts';
import { aReport } from '../engine/report/some-report.ts';

class Sink {
  text = '';
  readonly isTTY: boolean;
  readonly columns: number;
  constructor(isTTY = false, columns = 80) {
    this.isTTY = isTTY;
    this.columns = columns;
  }
  write(text: string): void {
    this.text += text;
  }
}

function printer(options = { json: false, quiet: false }, isTTY = false, columns = 80) {
  const stdout = new Sink();
  const stderr = new Sink(isTTY, columns);
  return { stdout, stderr, printer: new Printer({ stdout, stderr }, options) };
}

const result: RunResult = aReport({ stored: 3, storedBytes: 9 });
const selection = { headersOnly: false, unseenOnly: false };
const progress = {
  event: 'progress',
  mailbox: 'INBOX',
  stored: 1,
  toFetch: 4,
  storedBytes: 1500,
  received: 1500,
  share: 0.25,
} as const;

describe('what imapcl prints', () => {
  test('the line of the first imapcl is last on stdout, what was renamed before it', () => {
    const { stdout, printer: p } = printer();
    p.done({ ...result, renamed: 2 }, selection);
    expect(stdout.text).toBe('Renamed 2 Messages\nStored 3 Messages\n');
  });

  test('a finished mailbox tells its counts, and what is kept under another one', () => {
    const report = {
      ...{ mailbox: 'Work', uidValidity: 1, onServer: 9, unnamed: 0, selected: 7, archived: 6 },
      ...{ elsewhere: 0, missing: 1, gone: 0, problems: [] },
    };
    const { stderr, printer: p } = printer();
    p.event({ event: 'mailbox-done', report });
    p.event({ event: 'mailbox-done', report: { ...report, elsewhere: 4 } });
    expect(stderr.text).toBe(
      'Work: 9 on the server, 7 selected, 6 archived, 1 missing\n' +
        'Work: 9 on the server, 7 selected, 6 archived (4 of them in another mailbox), 1 missing\n',
    );
  });

  test('on a terminal progress is one line that is drawn over, elsewhere plain lines', () => {
    const terminal = printer({ json: false, quiet: false }, true);
    terminal.printer.event(progress);
    expect(terminal.stderr.text).toMatch(
      /^\r\x1b\[K\[######\.+\] INBOX: 1 of 4 messages, 1\.5 kB$/,
    );
    const log = printer();
    log.printer.event(progress);
    expect(log.stderr.text).toBe('INBOX: 1 of 4 messages, 1.5 kB\n');
  });

  test.each([
    ['without a bar', 34, 'INBOX', 'INBOX: 1 of 4 messages, 1.5 kB'],
    ['with its end', 20, 'INBOX', ' 4 messages, 1.5 kB'],
    ['where characters are wide', 33, 'あいう', 'あいう: 1 of 4 messages, 1.5 kB'],
    ['where wide characters have no room', 29, 'あいう', 'う: 1 of 4 messages, 1.5 kB'],
  ])('a narrow terminal gets the line %s', (_how, columns, mailbox, line) => {
    const { stderr, printer: p } = printer({ json: false, quiet: false }, true, columns);
    p.event({ ...progress, mailbox });
    expect(stderr.text).toBe(`\r\x1b[K${line}`);
  });

  test('--quiet leaves errors alone on stderr', () => {
    const { stderr, stdout, printer: p } = printer({ json: false, quiet: true });
    p.event(progress);
    p.warning('nothing much');
    expect(stderr.text).toBe('');
    const failure = {
      kind: 'connection',
      scope: 'account',
      message: 'It broke.',
      nextStep: 'Mend it.',
    } as const;
    p.failed(failure, 'CREATE_CONNECTION_FAILED');
    p.done(result, selection);
    expect(stderr.text).toBe('Error: It broke.\nMend it.\n');
    expect(stdout.text).toBe('Stored 3 Messages\n');
  });

  test('--json puts events alone on stdout, the last is done', () => {
    const { stdout, printer: p } = printer({ json: true, quiet: true });
    p.event(progress);
    p.done(result, selection);
    const lines = stdout.text
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line));
    expect(lines).toEqual([
      progress,
      { event: 'done', stored: 3, renamed: 0, storedBytes: 9, problems: 0 },
    ]);
  });

  test('the server’s words cannot move the cursor or turn the text around', () => {
    const { stderr, printer: p } = printer();
    const failure = {
      kind: 'login-refused',
      scope: 'account',
      message: 'Refused.',
      nextStep: 'Check.',
      serverText: 'a\x1b[2Jb\r\n\u202ec',
    } as const;
    p.failed(failure, 'LOGIN_REFUSED');
    expect(stderr.text).toContain('The server says: a\ufffd[2Jb\ufffd\ufffd\ufffdc\n');
  });
});
