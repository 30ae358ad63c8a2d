import type { Input, Output } from '../../../shared/contract.ts';
import type { Catalog } from '../../engine/catalog/catalog.ts';
import type { CatalogConversationRow } from '../../engine/catalog/catalog-calls.ts';
import { mostShown } from '../../engine/catalog/conversations.ts';
import { inTime } from './in-time.ts';

/** Milliseconds after which an account whose disk does not answer is left out. */
const patience = 1_000;
export interface ConversationsOptions {
  /** Ids of all that can be read. */
  accounts(): readonly string[];
  catalogOf(accountId: string): Promise<Catalog>;
}

type Row = CatalogConversationRow & { readonly accountId: string };

/** Conversations over all accounts: what one knows of their message IDs, the others are asked for. */
export class ConversationsOfAll {
  readonly #options: ConversationsOptions;

  constructor(options: ConversationsOptions) {
    this.#options = options;
  }

  /** How many messages each conversation has, the same message once; bounded. */
  async counts(accountId: string, messages: readonly number[]): Promise<number[]> {
    const catalog = await this.#options.catalogOf(accountId);
    const here = await catalog.known(messages.map(message => ({ message })));
    const asked = here.map(({ ids }) => ({ ids }));
    const there = await this.#elsewhere(accountId, other => other.known(asked));
    return here.map(
      (own, index) =>
        new Set([
          ...namesOf(accountId, own.messages),
          ...there.flatMap(({ id, answer }) => namesOf(id, answer[index]?.messages ?? [])),
        ]).size,
    );
  }

  /** Oldest first; of a message that is kept several times, the one of this account. */
  async rows({
    accountId,
    messageId,
    everywhere,
  }: Input<'library.conversation'>): Promise<Output<'library.conversation'>> {
    const catalog = await this.#options.catalogOf(accountId);
    const here = await catalog.conversation({ message: messageId });
    const there = everywhere
      ? await this.#elsewhere(accountId, other => other.conversation({ ids: here.ids }))
      : [];
    const all: Row[] = [
      ...here.rows.map(row => ({ ...row, accountId })),
      ...there.flatMap(({ id, answer }) => answer.rows.map(row => ({ ...row, accountId: id }))),
    ];
    // The message itself stays, whatever copies of it there are.
    const first = all.filter(row => row.accountId === accountId && row.id === messageId);
    const once = new Map<string, Row>();
    for (const row of [...first, ...all]) {
      const name = nameOf(row.accountId, row.own ?? -row.id);
      if (!once.has(name)) once.set(name, row);
    }
    const rows = [...once.values()].sort((a, b) => a.date - b.date || a.id - b.id);
    return rows.slice(-mostShown).map(({ own: _own, ...row }) => row);
  }

  /** What the other accounts say; those that do not say it in time are left out. */
  async #elsewhere<Answer>(
    accountId: string,
    ask: (catalog: Catalog) => Promise<Answer>,
  ): Promise<{ id: string; answer: Answer }[]> {
    const others = this.#options.accounts().filter(id => id !== accountId);
    const answers = await Promise.all(
      others.map(async id => {
        const asked = this.#options.catalogOf(id).then(ask);
        const answer = await inTime(asked, patience).catch(() => undefined);
        return answer === undefined ? [] : [{ id, answer }];
      }),
    );
    return answers.flat();
  }
}

function namesOf(accountId: string, messages: readonly number[]): string[] {
  return messages.map(message => nameOf(accountId, message));
}

/** The number of a Message-ID is the same in every account; that of a row is not. */
function nameOf(accountId: string, message: number): string {
  return message < 0 ? `${accountId} ${message}` : `${message}`;
}
