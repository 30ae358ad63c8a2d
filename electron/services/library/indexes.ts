import type { AccountIndex } from '../../../shared/contract.ts';
import type { IndexState } from '../../../shared/model/search.ts';
import { toFailure } from '../../engine/errors.ts';
import type { ReadsAttachments } from '../../engine/search/attachments/reading.ts';
import { SearchIndex } from '../../engine/search/search-index.ts';
import { clipped } from '../clip.ts';
import type { Events } from '../events.ts';
import type { Preferences } from '../preferences.ts';
import { Throttle } from '../throttle.ts';

/** Milliseconds between two words to the windows of one account's index. */
const betweenEvents = 500;
/** Milliseconds without anything new after which the thread that writes ends. */
const patience = 30_000;

interface Kept {
  readonly folder: string;
  readonly index: SearchIndex;
  readonly tell: Throttle;
  state: IndexState;
  failure: unknown;
  /** Catch-ups that were asked for and have not come to their end. */
  running: number;
  rest: NodeJS.Timeout | undefined;
}

export interface IndexesOptions {
  readonly events: Events;
  readonly preferences: Preferences;
  /** Folder of the person's data for indexes that cannot be kept in their archives. */
  readonly spare: string;
  readonly reader: ReadsAttachments | undefined;
  isArchiving(accountId: string): boolean;
}

/** The indexes of all accounts: kept up to date with their catalogs, unless they are switched off. */
export class Indexes {
  readonly #options: IndexesOptions;
  readonly #kept = new Map<string, Kept>();

  constructor(options: IndexesOptions) {
    this.#options = options;
  }

  isOn(accountId: string): boolean {
    return !(this.#options.preferences.get().unsearched ?? []).includes(accountId);
  }

  /** To be asked, whether it is written or not. */
  of(accountId: string, folder: string): SearchIndex {
    return this.#keep(accountId, folder).index;
  }

  failureOf(accountId: string): unknown {
    return this.#kept.get(accountId)?.failure;
  }

  /** The account's catalog has been brought up to its archive: the index follows, behind whoever asked. */
  follow(accountId: string, folder: string): void {
    if (this.isOn(accountId)) void this.#catchUp(accountId, this.#keep(accountId, folder));
  }

  async state(accountId: string, folder: string): Promise<AccountIndex> {
    const kept = this.#keep(accountId, folder);
    const { done, of, attachments, bytes } = await kept.index.status();
    const on = this.isOn(accountId);
    return {
      ...{ accountId, on, bytes, done, of, attachments },
      state: on ? kept.state : 'off',
      ...(on && kept.failure !== undefined ? { failure: clipped(toFailure(kept.failure)) } : {}),
    };
  }

  async switch(accountId: string, folder: string, on: boolean): Promise<void> {
    const { preferences } = this.#options;
    const others = (preferences.get().unsearched ?? []).filter(id => id !== accountId);
    preferences.set({ unsearched: on ? others : [...others, accountId] });
    if (on) this.follow(accountId, folder);
    else await this.delete(accountId, folder);
  }

  /** Takes the index away; where it is on another one is made. */
  async delete(accountId: string, folder: string): Promise<void> {
    const kept = this.#keep(accountId, folder);
    await kept.index.remove();
    kept.failure = undefined;
    kept.state = 'ready';
    this.follow(accountId, folder);
    kept.tell.request();
  }

  async release(accountId: string): Promise<void> {
    const kept = this.#kept.get(accountId);
    this.#kept.delete(accountId);
    if (kept !== undefined) await putAway(kept);
  }

  async close(): Promise<void> {
    const all = [...this.#kept.values()];
    this.#kept.clear();
    await Promise.all(all.map(putAway));
  }

  #keep(accountId: string, folder: string): Kept {
    const known = this.#kept.get(accountId);
    if (known?.folder === folder) return known;
    if (known !== undefined) void putAway(known);
    const { spare, reader } = this.#options;
    const tell = new Throttle(betweenEvents, () => void this.#tell(accountId));
    const index = new SearchIndex({ folder, spare, reader, onChange: () => tell.request() });
    const kept: Kept = {
      ...{ folder, index, tell, state: 'ready', failure: undefined, running: 0, rest: undefined },
    };
    this.#kept.set(accountId, kept);
    return kept;
  }

  async #catchUp(accountId: string, kept: Kept): Promise<void> {
    const isBusy = this.#options.isArchiving(accountId);
    clearTimeout(kept.rest);
    kept.running += 1;
    kept.state = isBusy ? 'waiting' : 'indexing';
    try {
      await kept.index.catchUp(isBusy);
      kept.failure = undefined;
    } catch (error) {
      // What was put away says so, and nobody waits for it.
      if (this.#kept.get(accountId) === kept) kept.failure = error;
    }
    kept.running -= 1;
    if (kept.running > 0 || this.#kept.get(accountId) !== kept) return;
    kept.state = kept.failure === undefined ? 'ready' : 'failed';
    kept.rest = setTimeout(() => void kept.index.rest(), patience);
    kept.rest.unref();
    kept.tell.request();
  }

  async #tell(accountId: string): Promise<void> {
    const kept = this.#kept.get(accountId);
    if (kept === undefined) return;
    try {
      const state = await this.state(accountId, kept.folder);
      if (this.#kept.get(accountId) === kept) this.#options.events.emit('search.changed', state);
    } catch {
      // It was put away, or cannot be asked: whoever searches hears why.
    }
  }
}

async function putAway({ index, rest }: Kept): Promise<void> {
  clearTimeout(rest);
  await index.close();
}
