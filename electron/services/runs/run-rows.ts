import type { RunChange, RunState } from '../../../shared/contract.ts';
import type { MailboxReport } from '../../../shared/model/mailbox.ts';
import type { MailboxSize, Progress, RunEvent } from '../../../shared/model/run.ts';
import { clippedName } from '../clip.ts';

type Shown = RunState['mailboxes'][number];
type Opened = Extract<RunEvent, { event: 'mailbox' }>;

/** What the whole of a run is measured in: the best that is known of every mailbox from the start. */
type Unit = 'bytes' | 'messages' | 'mailboxes';

interface Row {
  readonly at: number;
  shown: Shown;
  /** Of the whole, in its unit. */
  weight: number;
  /** 0 to 1: what was on disk when it was opened, and what of the rest has arrived. */
  base: number;
  share: number;
  /** Of rounds before: a mailbox that could not be opened to its end is opened again. */
  earlier: { stored: number; storedBytes: number; received: number };
  received: number;
  selected: number;
}

/** The mailboxes of a run, their totals, and which of them have changed; no event costs more for many of them. */
export class RunRows {
  readonly #rows: Row[] = [];
  readonly #byName = new Map<string, Row>();
  readonly #dirty = new Set<Row>();
  readonly #totals = { stored: 0, toFetch: 0, storedBytes: 0, received: 0, done: 0 };
  #messages: number | undefined;
  #bytes: number | undefined;
  #whole = 0;
  #finished = 0;
  #furthest = 0;
  #unit: Unit = 'mailboxes';

  get unit(): Unit {
    return this.#unit;
  }

  /** 0 to 1, never falling; undefined until it is known what there is. */
  get fraction(): number | undefined {
    if (this.#whole === 0) return undefined;
    this.#furthest = Math.max(this.#furthest, Math.min(1, this.#finished / this.#whole));
    return this.#furthest;
  }

  get totals() {
    return {
      ...this.#totals,
      ...(this.#messages === undefined
        ? {}
        : { messages: Math.max(this.#messages, this.#totals.done) }),
      ...(this.#bytes === undefined ? {} : { bytes: this.#bytes }),
    };
  }

  all(): Shown[] {
    return this.#rows.map(({ shown }) => shown);
  }

  /** Those that have changed since the last call, with their places among {@link all}. */
  changed(): RunChange['mailboxes'] {
    const changed = [...this.#dirty].map(({ at, shown }) => ({ at, ...shown }));
    this.#dirty.clear();
    return changed;
  }

  chosen(mailboxes: readonly string[], sizes: readonly MailboxSize[]): void {
    this.#bytes = sumOf(sizes.map(({ bytes }) => bytes));
    this.#messages = sumOf(sizes.map(({ messages }) => messages));
    if (this.#bytes) this.#unit = 'bytes';
    else if (this.#messages) this.#unit = 'messages';
    for (const [index, mailbox] of mailboxes.entries()) {
      const { bytes = 0, messages } = sizes[index] ?? {};
      const weights = { bytes, messages: messages ?? 0, mailboxes: 1 };
      const row = this.#add(mailbox, weights[this.#unit]);
      if (messages !== undefined) row.shown = { ...row.shown, onServer: messages };
    }
  }

  opened({ mailbox, onServer, selected, toFetch, bytesToFetch }: Opened): void {
    const row = this.#row(mailbox);
    const { stored, storedBytes } = row.shown;
    row.earlier = { stored, storedBytes, received: row.received };
    row.selected = selected;
    const lacking =
      this.#unit === 'bytes' && bytesToFetch !== undefined && row.weight > 0
        ? bytesToFetch / row.weight
        : toFetch / Math.max(1, onServer);
    this.#move(row, { base: Math.max(0, 1 - lacking), share: 0 });
    this.#show(row, {
      state: 'running',
      // Messages may have come or gone since they were counted; the whole stays what it was.
      onServer,
      toFetch: stored + toFetch,
      archived: Math.max(0, selected - toFetch),
      share: 0,
    });
  }

  advanced({ mailbox, stored, toFetch, storedBytes, received, share }: Progress): void {
    const row = this.#row(mailbox);
    const { earlier } = row;
    const now = earlier.received + received;
    this.#totals.received += now - row.received;
    row.received = now;
    this.#move(row, { base: row.base, share });
    this.#show(row, {
      stored: earlier.stored + stored,
      storedBytes: earlier.storedBytes + storedBytes,
      archived: Math.max(0, row.selected - toFetch) + stored,
      share,
    });
  }

  done({ mailbox, onServer, archived, missing }: MailboxReport): void {
    const row = this.#row(mailbox);
    this.#move(row, { base: 1, share: 1 });
    this.#show(row, { state: 'done', onServer, archived, missing, share: 1 });
  }

  failed(mailbox: string): void {
    const row = this.#row(mailbox);
    if (row.shown.state === 'done') return;
    this.#move(row, { base: 1, share: 1 });
    this.#show(row, { state: 'failed' });
  }

  #move(row: Row, { base, share }: Pick<Row, 'base' | 'share'>): void {
    this.#finished -= partOf(row) * row.weight;
    row.base = base;
    row.share = share;
    this.#finished += partOf(row) * row.weight;
  }

  #show(row: Row, changes: Partial<Shown>): void {
    const before = row.shown;
    row.shown = { ...before, ...changes };
    for (const each of ['stored', 'toFetch', 'storedBytes'] as const) {
      this.#totals[each] += (row.shown[each] ?? 0) - (before[each] ?? 0);
    }
    this.#totals.done += doneOf(row.shown) - doneOf(before);
    this.#dirty.add(row);
  }

  #row(mailbox: string): Row {
    return this.#byName.get(mailbox) ?? this.#add(mailbox, this.#unit === 'mailboxes' ? 1 : 0);
  }

  #add(mailbox: string, weight: number): Row {
    const row: Row = {
      at: this.#rows.length,
      shown: { mailbox: clippedName(mailbox), state: 'waiting', stored: 0, storedBytes: 0 },
      weight,
      base: 0,
      share: 0,
      earlier: { stored: 0, storedBytes: 0, received: 0 },
      received: 0,
      selected: 0,
    };
    this.#rows.push(row);
    this.#byName.set(mailbox, row);
    this.#dirty.add(row);
    this.#whole += weight;
    return row;
  }
}

function partOf({ base, share }: Row): number {
  return base + (1 - base) * share;
}

/** Messages that need no more doing: on disk, or not asked for. */
function doneOf({ state, onServer = 0, toFetch = 0, stored }: Shown): number {
  if (state === 'waiting') return 0;
  return state === 'running' ? Math.max(0, onServer - toFetch) + stored : onServer;
}

/** undefined where one of them is not known. */
function sumOf(values: readonly (number | undefined)[]): number | undefined {
  let sum = 0;
  for (const value of values) {
    if (value === undefined) return undefined;
    sum += value;
  }
  return sum;
}
