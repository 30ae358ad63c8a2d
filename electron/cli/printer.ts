import type { Failure } from '../../shared/model/failure.ts';
import type { Selection } from '../../shared/model/mailbox.ts';
import type { Progress, RunEvent, RunResult } from '../../shared/model/run.ts';
import { verdict } from '../engine/report/verdict.ts';
import { printable, size } from '../engine/report/words.ts';

export interface Streams {
  readonly stdout: { write(text: string | Uint8Array): unknown };
  readonly stderr: {
    write(text: string): unknown;
    readonly isTTY?: boolean;
    readonly columns?: number;
  };
}

export interface PrinterOptions {
  readonly json: boolean;
  readonly quiet: boolean;
}

const barWidth = 24;
/** Plain lines go to logs, where ten a second would bury everything else. */
const millisecondsBetweenLines = 2000;

/** Turns the events of a run into text: progress on stderr, results on stdout. */
export class Printer {
  readonly #streams: Streams;
  readonly #options: PrinterOptions;
  #barIsShown = false;
  #lastLine = Number.NEGATIVE_INFINITY;

  constructor(streams: Streams, options: PrinterOptions) {
    this.#streams = streams;
    this.#options = options;
  }

  event(event: RunEvent): void {
    if (this.#options.json) this.#json(event);
    if (event.event === 'progress') this.#progress(event);
    else if (event.event === 'problem') this.#failure(event.failure);
    else {
      const text = describe(event);
      if (text !== undefined) this.#note(text);
    }
  }

  warning(message: string): void {
    this.event({ event: 'warning', message });
  }

  /** The last words of a run that came to its end. */
  done(result: RunResult, selection: Selection): void {
    if (this.#options.json) {
      const { stored, renamed, storedBytes, problems } = result;
      this.#json({ event: 'done', stored, renamed, storedBytes, problems: problems.length });
      return;
    }
    this.#endBar();
    const { title, sentences, isGood } = verdict({ verdict: result.verdict, selection });
    const words = `${title}. ${sentences.join(' ')}`;
    if (isGood) this.#note(words);
    else this.#streams.stderr.write(`${words}\n`);
    if (result.renamed > 0) this.#streams.stdout.write(`Renamed ${result.renamed} Messages\n`);
    this.#streams.stdout.write(`Stored ${result.stored} Messages\n`);
  }

  /** The last words of a run that did not. */
  failed(failure: Failure, exitCode: string): void {
    if (this.#options.json) this.#json({ event: 'failed', exitCode, failure });
    this.#failure(failure);
  }

  #json(value: object): void {
    this.#streams.stdout.write(`${JSON.stringify(value)}\n`);
  }

  #progress(progress: Progress): void {
    if (this.#options.quiet) return;
    const text = `${printable(progress.mailbox)}: ${progress.stored} of ${progress.toFetch} messages, ${size(progress.received)}`;
    if (this.#streams.stderr.isTTY) {
      const bar = '#'.repeat(Math.round(progress.share * barWidth)).padEnd(barWidth, '.');
      const room = (this.#streams.stderr.columns ?? 80) - 1;
      const whole = `[${bar}] ${text}`;
      const line = columnsOf(whole) > room ? fitting(text, room) : whole;
      this.#streams.stderr.write(`\r\x1b[K${line}`);
      this.#barIsShown = true;
    } else if (performance.now() - this.#lastLine >= millisecondsBetweenLines) {
      this.#lastLine = performance.now();
      this.#streams.stderr.write(`${text}\n`);
    }
  }

  #note(text: string): void {
    if (this.#options.quiet) return;
    this.#endBar();
    this.#streams.stderr.write(`${text}\n`);
  }

  #failure(failure: Failure): void {
    this.#endBar();
    const { mailbox, args } = failure;
    const isNamed = mailbox === undefined || args?.mailbox === mailbox;
    const place = isNamed ? '' : `${printable(mailbox)}: `;
    const uid = failure.uid === undefined ? '' : `message ${failure.uid}: `;
    const lines = [`Error: ${place}${uid}${printable(failure.message)}`];
    if (failure.kind === 'no-answer') lines.unshift('Bad Response :(');
    if (failure.serverText !== undefined) {
      lines.push(`The server says: ${printable(failure.serverText)}`);
    }
    lines.push(printable(failure.nextStep));
    this.#streams.stderr.write(`${lines.join('\n')}\n`);
  }

  #endBar(): void {
    if (this.#barIsShown) this.#streams.stderr.write('\n');
    this.#barIsShown = false;
  }
}

/** Columns on a terminal, rather too many than too few: a line that wraps is never overwritten. */
function columnsOf(text: string): number {
  // East Asian characters and most pictures take two; the first of them is Hangul's U+1100.
  return [...text].reduce((sum, character) => sum + (character < '\u1100' ? 1 : 2), 0);
}

/** As much of the end of a text as there is room for, because the numbers stand there. */
function fitting(text: string, room: number): string {
  const characters = [...text];
  let first = characters.length;
  let left = room;
  for (let index = first - 1; index >= 0; index -= 1) {
    left -= columnsOf(characters[index] ?? '');
    if (left < 0) break;
    first = index;
  }
  return characters.slice(first).join('');
}

function describe(event: Exclude<RunEvent, { event: 'progress' | 'problem' }>): string | undefined {
  switch (event.event) {
    case 'connected':
      return `Connected to ${printable(event.host)} (${event.security})`;
    case 'mailboxes':
    case 'verdict':
      return undefined;
    case 'mailbox': {
      const { onServer, selected, toFetch } = event;
      const asked = selected === onServer ? '' : `, ${selected} selected`;
      return `${printable(event.mailbox)}: ${onServer} on the server${asked}, ${toFetch} to download`;
    }
    case 'renamed':
      return `${printable(event.mailbox)}: the server renumbered its messages; ${event.count} were renamed, not downloaded again`;
    case 'waiting':
      return `${printable(event.reason)} Continuing in ${Math.ceil(event.milliseconds / 1000)} s`;
    case 'warning':
      return `Warning: ${printable(event.message)}`;
    case 'mailbox-done': {
      const { mailbox, onServer, selected, archived, elsewhere, missing } = event.report;
      const once = elsewhere === 0 ? '' : ` (${elsewhere} of them in another mailbox)`;
      return `${printable(mailbox)}: ${onServer} on the server, ${selected} selected, ${archived} archived${once}, ${missing} missing`;
    }
  }
}
