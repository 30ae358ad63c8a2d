import type { FoundRow, Input, Output } from '../../../shared/contract.ts';
import type { LeftOutReason } from '../../../shared/model/search.ts';
import type { Query } from '../../../shared/search/query.ts';
import { withoutAccounts } from '../../../shared/search/settled.ts';
import { MailstowError } from '../../engine/errors.ts';
import type { Hit } from '../../engine/search/find.ts';
import type { SearchResult } from '../../engine/search/search-calls.ts';
import type { ArchiveFolders } from '../archives/archive-folders.ts';
import { foundIds } from './found-ids.ts';
import { inTime } from './in-time.ts';
import type { Indexes } from './indexes.ts';
import type { LibraryService } from './library-service.ts';

/** Milliseconds after which an account whose disk does not answer is left out. */
const patience = 5_000;
const mostUnreadable = 500;

type Calls = Pick<
  LibraryService['calls'],
  | 'library.search'
  | 'library.unreadable'
  | 'library.matchesInside'
  | 'search.state'
  | 'search.switch'
  | 'search.delete'
>;

type Asked = Pick<Input<'library.search'>, 'query' | 'narrow'>;

interface Target {
  readonly id: string;
  readonly folder: string;
  readonly query: Query;
}

/** What came of one account. */
interface Answer extends Target {
  readonly result: SearchResult;
  readonly searched: { readonly done: number; readonly of: number };
  readonly unreadable: number;
}

interface Placed extends Hit {
  readonly answer: Answer;
}

export interface SearchOptions {
  readonly folders: ArchiveFolders;
  readonly indexes: Indexes;
  /** Looks for what is new in the account's archive, where that was not done lately. */
  freshen(accountId: string): Promise<void>;
  /** Where the file of a part begins in its message, by the number of the attachment. */
  placesOf(accountId: string, messageId: number): Promise<readonly number[]>;
}

/** Searches all accounts at once. */
export class Search {
  readonly calls: Calls = {
    'library.search': input => this.#search(input),
    'library.unreadable': input => this.#unreadable(input),
    'library.matchesInside': input => this.#matchesInside(input),
    'search.state': () => this.#states(),
    'search.switch': async ({ accountId, on }) => {
      await this.#options.indexes.switch(accountId, this.#folderOf(accountId), on);
      if (on) await this.#options.freshen(accountId);
    },
    'search.delete': async ({ accountId }) => {
      await this.#options.indexes.delete(accountId, this.#folderOf(accountId));
    },
  };
  readonly #options: SearchOptions;

  constructor(options: SearchOptions) {
    this.#options = options;
  }

  /** All that is found, oldest first, by account; what is not searched is not among it. */
  ids({ query, narrow }: Asked): Promise<{ accountId: string; ids: readonly number[] }[]> {
    const { indexes } = this.#options;
    const searched = this.#targets({ query, narrow }).filter(({ id }) => indexes.isOn(id));
    return Promise.all(
      searched.map(async ({ id, folder, query }) => ({
        accountId: id,
        ids: await foundIds(indexes.of(id, folder), query, narrow?.mailbox),
      })),
    );
  }

  async #search(input: Input<'library.search'>): Promise<Output<'library.search'>> {
    const { narrow, offset, limit, sort, descending } = input;
    const leftOut: { accountId: string; reason: LeftOutReason }[] = [];
    const found = await Promise.all(
      this.#targets(input).map(async target => {
        const answer = await this.#ask(target, input);
        if (typeof answer !== 'string') return [answer];
        leftOut.push({ accountId: target.id, reason: answer });
        return [];
      }),
    );
    const answers = found.flat();
    const direction = descending ? -1 : 1;
    const isRanked = sort === 'relevance';
    const hits = answers
      .flatMap(answer => answer.result.hits.map(hit => ({ ...hit, answer })))
      .sort(
        (a, b) => (isRanked ? a.step - b.step : 0) || direction * (a.date - b.date) || a.id - b.id,
      );
    // One account has given its page, of several each has given all up to the page's end.
    const page = narrow === undefined ? hits.slice(offset, offset + limit) : hits;
    return {
      total: sum(answers, ({ result }) => result.total),
      atLeast: answers.some(({ result }) => result.atLeast),
      goesOn: answers.some(({ result }) => result.goesOn),
      rows: await this.#rows(page),
      searched: {
        done: sum(answers, ({ searched }) => searched.done),
        of: sum(answers, ({ searched }) => searched.of),
      },
      unreadable: sum(answers, ({ unreadable }) => unreadable),
      leftOut,
    };
  }

  #targets({ query, narrow }: Asked): Target[] {
    const all = this.#options.folders.all();
    const chosen = narrow === undefined ? all : all.filter(({ id }) => id === narrow.accountId);
    if (narrow !== undefined && chosen.length === 0) throw new MailstowError('account-gone');
    return chosen.flatMap(({ id, folder, names }) => {
      const its = withoutAccounts(query, names);
      return its === undefined ? [] : [{ id, folder, query: its }];
    });
  }

  async #ask(
    target: Target,
    { narrow, sort, descending, offset, limit }: Input<'library.search'>,
  ): Promise<Answer | LeftOutReason> {
    const { indexes, folders, freshen } = this.#options;
    const { id, folder, query } = target;
    if (!indexes.isOn(id)) return 'off';
    await freshen(id);
    const index = indexes.of(id, folder);
    const mailbox = narrow?.mailbox;
    const pages = narrow === undefined ? { offset: 0, limit: offset + limit } : { offset, limit };
    const asked = Promise.all([
      index.search({ query, mailbox, sort, descending, ...pages }),
      index.status(),
    ]);
    const answer = await inTime(asked, patience);
    if (answer === undefined) return 'away';
    const [result, status] = answer;
    if (!status.isThere) {
      const wasStored = folders.all().find(each => each.id === id)?.wasStored;
      if (wasStored === true) return 'away';
    }
    if (status.done === 0 && indexes.failureOf(id) !== undefined) return 'failed';
    const { done, of, unreadable } = status;
    return { ...target, result, searched: { done, of }, unreadable };
  }

  /** In the order of the hits; one that is gone meanwhile is left out. */
  async #rows(hits: readonly Placed[]): Promise<FoundRow[]> {
    const { indexes } = this.#options;
    const rows = new Map<string, FoundRow>();
    const answers = new Set(hits.map(({ answer }) => answer));
    await Promise.all(
      [...answers].map(async answer => {
        const { id: accountId, folder, query } = answer;
        const its = hits.filter(hit => hit.answer === answer);
        for (const row of await indexes.of(accountId, folder).rows(query, its)) {
          const { snippet, ...rest } = row;
          const marks = snippet.marks.map(([start, end]): [number, number] => [start, end]);
          rows.set(`${accountId} ${row.id}`, {
            ...rest,
            accountId,
            snippet: { ...snippet, marks },
          });
        }
      }),
    );
    return hits.flatMap(({ answer, id }) => rows.get(`${answer.id} ${id}`) ?? []);
  }

  async #unreadable({
    accountId,
  }: Input<'library.unreadable'>): Promise<Output<'library.unreadable'>> {
    const { indexes, folders } = this.#options;
    const chosen = folders
      .all()
      .filter(({ id }) => accountId === undefined || id === accountId)
      .filter(({ id }) => indexes.isOn(id));
    const lists = await Promise.all(
      chosen.map(async ({ id, folder }) => {
        const asked = indexes.of(id, folder).unreadable(mostUnreadable);
        const { total, rows } = (await inTime(asked, patience)) ?? { total: 0, rows: [] };
        return { total, rows: rows.map(row => ({ accountId: id, ...row })) };
      }),
    );
    const rows = lists.flatMap(list => list.rows).sort((a, b) => b.date - a.date);
    return { total: sum(lists, ({ total }) => total), rows: rows.slice(0, mostUnreadable) };
  }

  async #matchesInside({
    accountId,
    messageId,
    query,
  }: Input<'library.matchesInside'>): Promise<Output<'library.matchesInside'>> {
    const { indexes, placesOf } = this.#options;
    const index = indexes.of(accountId, this.#folderOf(accountId));
    const matches = await index.matchesInside(query, messageId);
    if (matches.length === 0) return [];
    const places = await placesOf(accountId, messageId);
    return matches.flatMap(({ start, count }) => {
      const at = places.indexOf(start);
      return at < 0 ? [] : [{ index: at, count }];
    });
  }

  async #states(): Promise<Output<'search.state'>> {
    const { indexes, folders } = this.#options;
    const states = folders
      .all()
      .map(({ id, folder }) => inTime(indexes.state(id, folder), patience));
    return (await Promise.all(states)).filter(state => state !== undefined);
  }

  #folderOf(accountId: string): string {
    return this.#options.folders.folderOf(accountId);
  }
}

function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
