import type { WatchEvent, WatchWay } from '../../shared/model/live.ts';
import type { Selection } from '../../shared/model/mailbox.ts';
import type { RunEvent } from '../../shared/model/run.ts';
import { verdict as inWords } from '../engine/report/verdict.ts';
import { counted, printable } from '../engine/report/words.ts';
import type { Printer, PrinterOptions, Streams } from './printer.ts';

type Of<Name extends WatchEvent['event']> = Extract<WatchEvent, { event: Name }>;

/** How the server is heard of. */
const ways: Readonly<Record<WatchWay, string>> = {
  notify: 'the server tells of every mailbox',
  idle: 'the server tells of the inbox; the other mailboxes are asked for every minute',
  polling: 'the server is asked again and again',
};

/** Turns what a watch tells into text: the first round as a run, then a line for what is new. */
export class WatchPrinter {
  readonly #streams: Streams;
  readonly #printer: Printer;
  readonly #options: PrinterOptions & { readonly selection: Selection };
  #isFirst = true;
  #isWatching = false;

  constructor(
    streams: Streams,
    printer: Printer,
    options: PrinterOptions & { readonly selection: Selection },
  ) {
    this.#streams = streams;
    this.#printer = printer;
    this.#options = options;
  }

  event(event: RunEvent): void {
    const isForPeople = event.event === 'problem' || event.event === 'warning';
    if (this.#isFirst || isForPeople) this.#printer.event(event);
    else if (this.#options.json) this.#json(event);
  }

  round(event: Of<'round'>): void {
    const { json, quiet, selection } = this.#options;
    const isFirst = this.#isFirst;
    this.#isFirst = false;
    if (json) {
      this.#json(event);
      return;
    }
    const { verdict } = event.result;
    if (isFirst || verdict.state !== 'complete') {
      const { title, sentences, isGood } = inWords({ verdict, selection });
      if (!isGood || !quiet) this.#streams.stderr.write(`${title}. ${sentences.join(' ')}\n`);
    }
    const time = new Date().toTimeString().slice(0, 8);
    for (const { mailbox, messages } of event.stored) {
      const many = counted(messages, 'new message');
      this.#streams.stdout.write(`${time} ${printable(mailbox)}: ${many}\n`);
    }
  }

  between(event: Of<'watching'> | Of<'away'>): void {
    const { json, quiet } = this.#options;
    if (json) this.#json(event);
    if (event.event === 'away') {
      this.#isWatching = false;
      const { failure, milliseconds } = event;
      const words = `${printable(failure.message)} Trying again in ${Math.ceil(milliseconds / 1000)} s`;
      if (!quiet) this.#streams.stderr.write(`${words}\n`);
      return;
    }
    if (!this.#isWatching && !quiet) {
      this.#streams.stderr.write(`Watching for new mail: ${ways[event.by]}\n`);
    }
    this.#isWatching = true;
  }

  #json(event: WatchEvent): void {
    this.#streams.stdout.write(`${JSON.stringify(event)}\n`);
  }
}
