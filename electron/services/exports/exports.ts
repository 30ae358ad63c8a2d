import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import type { CallName, ExportKind, Input, Output } from '../../../shared/contract.ts';
import { MailstowError } from '../../engine/errors.ts';
import { mboxOf } from '../../engine/export/mbox.ts';
import type { Watch } from '../../engine/export/outgoing.ts';
import { zipOf } from '../../engine/export/zip.ts';
import type { Events } from '../events.ts';
import type { Host } from '../host.ts';
import { writeWhole } from '../window/whole-file.ts';
import type { Chosen, ChosenMessage } from './chosen.ts';
import { RunningExport } from './running-export.ts';
import { writeFolder } from './whole-folder.ts';

/** Exports that are told of after their end. */
const mostEnded = 5;

const types: Readonly<Record<Exclude<ExportKind, 'eml'>, string>> = {
  zip: 'application/zip',
  mbox: 'application/mbox',
  pdf: 'application/pdf',
};

type Messages = AsyncIterable<ChosenMessage>;

export interface ExportsOptions {
  readonly host: Host;
  readonly events: Events;
  choose(chosen: Input<'exports.start'>['chosen']): Promise<Chosen>;
  /** All messages as one PDF. */
  pdf(messages: Messages, watch: Watch, signal: AbortSignal): Readable;
}

type ExportCalls = {
  readonly [Name in Extract<CallName, `exports.${string}`>]: (
    input: Input<Name>,
  ) => Promise<Output<Name>>;
};

/** Several messages at once, out of the archive into files of the person's. */
export class Exports {
  readonly calls: ExportCalls = {
    'exports.start': input => this.#start(input),
    'exports.stop': async ({ exportId }) => this.#find(exportId)?.stop(),
    'exports.list': async () => this.#exports.map(each => each.state),
    'exports.show': async ({ exportId }) => {
      const path = this.#find(exportId)?.path;
      if (path === undefined) throw new MailstowError('path-gone', { args: { path: '' } });
      await this.#options.host.show(path);
    },
  };
  readonly #options: ExportsOptions;
  /** Oldest first. */
  #exports: RunningExport[] = [];

  constructor(options: ExportsOptions) {
    this.#options = options;
  }

  /** Something would be lost if everything ended now. */
  get isRunning(): boolean {
    return this.#exports.some(({ state }) => state.state === 'running');
  }

  /** Nothing of what was not finished stays behind. */
  async close(): Promise<void> {
    for (const each of this.#exports) each.stop();
    await Promise.all(this.#exports.map(each => each.ended));
  }

  async #start({ chosen, as }: Input<'exports.start'>): Promise<Output<'exports.start'>> {
    const { host } = this.#options;
    const all = await this.#options.choose(chosen);
    if (all.count === 0) throw new MailstowError('nothing-chosen');
    const name = nameOf(all.count, as);
    if (host.kind === 'browser') return this.#offer(all, as, name);
    if (as === 'eml') {
      const folder = await host.chooseFolder(undefined);
      if (folder === null) return {};
      return this.#run(as, name, all, each => {
        const { watch, signal } = each;
        return writeFolder(folder, name, each.through(all), { watch, signal });
      });
    }
    const path = await host.chooseTarget(name);
    if (path === null) return {};
    return this.#run(as, basename(path), all, async each => {
      await writeWhole(path, () => each.stops(this.#stream(as, each, all)));
      return path;
    });
  }

  /** In a browser the page fetches it: what it takes is written, and what it lets go of is stopped. */
  async #offer(all: Chosen, as: ExportKind, name: string): Promise<Output<'exports.start'>> {
    if (as === 'eml' || (as === 'pdf' && this.#options.host.paper === undefined))
      throw new MailstowError('not-in-browser');
    const each = this.#begin(as, name, all.count);
    const delivered = await this.#options.host.deliver({
      name,
      type: types[as],
      dangerous: false,
      open: () => {
        each.again();
        const stream = each.stops(this.#stream(as, each, all));
        each.follow(stream);
        return stream;
      },
    });
    return { exportId: each.state.exportId, download: delivered.download };
  }

  #run(
    as: ExportKind,
    name: string,
    { count }: Chosen,
    work: (each: RunningExport) => Promise<string>,
  ): Output<'exports.start'> {
    const each = this.#begin(as, name, count);
    each.work(work(each));
    return { exportId: each.state.exportId };
  }

  #begin(as: ExportKind, name: string, of: number): RunningExport {
    const ended = this.#exports.filter(each => each.state.state !== 'running');
    const forgotten = new Set(ended.slice(0, Math.max(0, ended.length - mostEnded + 1)));
    const { events } = this.#options;
    const each = new RunningExport({ exportId: randomUUID(), as, name, of }, state =>
      events.emit('export.changed', state),
    );
    this.#exports = [...this.#exports.filter(other => !forgotten.has(other)), each];
    return each;
  }

  #stream(as: Exclude<ExportKind, 'eml'>, each: RunningExport, all: Chosen): Readable {
    const messages = each.through(all);
    const { watch, signal } = each;
    if (as === 'pdf') return this.#options.pdf(messages, watch, signal);
    return as === 'zip' ? zipOf(messages, watch) : mboxOf(messages, watch);
  }

  #find(exportId: string): RunningExport | undefined {
    return this.#exports.find(({ state }) => state.exportId === exportId);
  }
}

/** `Mailstow 2026-11-30 (12).zip`: how many messages are in it. */
function nameOf(count: number, as: ExportKind): string {
  const day = new Date().toISOString().slice(0, 10);
  return `Mailstow ${day} (${count})${as === 'eml' ? '' : `.${as}`}`;
}
