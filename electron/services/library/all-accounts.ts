import type { Input, Output } from '../../../shared/contract.ts';
import type { UnlistedReason } from '../../../shared/model/library.ts';
import type { Catalog } from '../../engine/catalog/catalog.ts';
import type { CatalogPage, CatalogRow } from '../../engine/catalog/catalog-calls.ts';
import { MailstowError } from '../../engine/errors.ts';
import { inTime } from './in-time.ts';
import { MergedPages, type NamedList, totalOf } from './merged-pages.ts';

/** Milliseconds after which an account whose disk does not answer is left out. */
const patience = 5_000;
/** Times that a page is asked for while lists change; the last time takes them as they are. */
const mostTries = 4;
/** What is said of an archive that is not where it was. */
const awayCodes: readonly unknown[] = ['no-archive', 'archive-folder-missing', 'folder-silent'];

type Query = Pick<Input<'library.messages'>, 'descending' | 'offset' | 'limit'>;

type AskedCatalog = Pick<Catalog, 'messages' | 'stock'>;

export interface AllAccountsOptions {
  /** All that can be read. */
  accounts(): readonly { readonly id: string; readonly wasStored: boolean }[];
  /** The account's list; looks for what is new in its archive, where that was not done lately. */
  catalogOf(accountId: string): Promise<AskedCatalog>;
  /** What the last look for new messages failed with. */
  failureOf(accountId: string): unknown;
  /** An account that was left out because it took too long has answered. */
  onBack(accountId: string): void;
}

interface AccountList extends NamedList<CatalogRow> {
  readonly accountId: string;
}

/** A list became another one while it was gone through. */
class ListChanged extends Error {}

/** The messages of all accounts as one list by date. */
export class AllAccounts {
  readonly #options: AllAccountsOptions;
  readonly #newestFirst = new MergedPages<CatalogRow>(true);
  readonly #oldestFirst = new MergedPages<CatalogRow>(false);
  /** Those that were asked something and have not answered yet. */
  readonly #late = new Set<string>();

  constructor(options: AllAccountsOptions) {
    this.#options = options;
  }

  async messages(query: Query): Promise<Output<'library.messages'>> {
    for (let tries = 1; ; tries += 1) {
      const isLast = tries === mostTries;
      const { lists, leftOut } = await this.#lists(query.descending, isLast);
      try {
        const entries = await this.#pagesOf(query.descending, isLast).page(lists, query);
        return {
          total: totalOf(lists),
          rows: entries.map(({ row, list }) => {
            return { ...row, accountId: lists[list]?.accountId ?? '' };
          }),
          conversations: false,
          ...(leftOut.length > 0 && { leftOut }),
        };
      } catch (error) {
        if (!(error instanceof ListChanged)) throw error;
      }
    }
  }

  #pagesOf(descending: boolean, isLast: boolean): MergedPages<CatalogRow> {
    // Of lists that change meanwhile nothing is worth remembering.
    if (isLast) return new MergedPages(descending);
    return descending ? this.#newestFirst : this.#oldestFirst;
  }

  async #lists(descending: boolean, isLast: boolean) {
    const leftOut: { accountId: string; reason: UnlistedReason }[] = [];
    // The order decides where dates are equal.
    const accounts = this.#options.accounts().toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const found = await Promise.all(
      accounts.map(async ({ id: accountId, wasStored }): Promise<AccountList[]> => {
        const first = await this.#look(accountId, wasStored);
        if (typeof first !== 'string') return [this.#list(accountId, first, descending, isLast)];
        leftOut.push({ accountId, reason: first });
        return [];
      }),
    );
    return { lists: found.flat(), leftOut };
  }

  /** How long the account's list is, and which one it is. */
  async #look(accountId: string, wasStored: boolean): Promise<CatalogPage | UnlistedReason> {
    if (this.#late.has(accountId)) return 'away';
    const page = await this.#ask(accountId, catalog =>
      catalog.messages({ sort: 'date', descending: true, offset: 0, limit: 0 }),
    );
    if (typeof page === 'string' || page.total > 0) return page;
    const failure = this.#options.failureOf(accountId);
    if (failure !== undefined) return reasonOf(failure);
    if (!wasStored) return page;
    // Without an archive this fails.
    const stock = await this.#ask(accountId, catalog => catalog.stock());
    return typeof stock === 'string' ? stock : page;
  }

  #list(
    accountId: string,
    { total, version }: CatalogPage,
    descending: boolean,
    isLast: boolean,
  ): AccountList {
    return {
      accountId,
      name: `${accountId} ${version}`,
      total,
      page: async (offset, limit) => {
        const query = { sort: 'date', descending, offset, limit } as const;
        const page = await this.#ask(accountId, catalog => catalog.messages(query));
        const isSame = typeof page !== 'string' && page.version === version;
        if (!isSame && !isLast) throw new ListChanged();
        return typeof page === 'string' ? [] : page.rows;
      },
    };
  }

  async #ask<Answer extends object>(
    accountId: string,
    question: (catalog: AskedCatalog) => Promise<Answer>,
  ): Promise<Answer | UnlistedReason> {
    const asked = this.#options.catalogOf(accountId).then(question);
    try {
      const answer = await inTime(asked, patience);
      if (answer === undefined) this.#awaitLate(accountId, asked);
      return answer ?? 'away';
    } catch (error) {
      if (!(error instanceof MailstowError)) throw error;
      return reasonOf(error);
    }
  }

  #awaitLate(accountId: string, asked: Promise<unknown>): void {
    this.#late.add(accountId);
    void Promise.allSettled([asked]).then(() => {
      this.#late.delete(accountId);
      this.#options.onBack(accountId);
    });
  }
}

function reasonOf(failure: unknown): UnlistedReason {
  const code = failure instanceof MailstowError ? failure.failure.code : undefined;
  return awayCodes.includes(code) ? 'away' : 'failed';
}
