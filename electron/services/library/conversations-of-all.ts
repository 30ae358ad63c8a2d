import type { Input, Output } from '../../../shared/contract.ts';
import type { Catalog } from '../../engine/catalog/catalog.ts';
import type { CatalogConversationRow, CatalogMember } from '../../engine/catalog/catalog-calls.ts';
import { mostShown } from '../../engine/catalog/conversations.ts';
import { inTime } from './in-time.ts';

/** Milliseconds after which an account whose disk does not answer is left out. */
const patience = 1_000;
/** Messages of a conversation that are counted for a row of the list. */
const mostCounted = 100;
/** Milliseconds that the next account waits for the one before where nobody waits for the answer. */
const turn = 50;

export interface ConversationsOptions {
  /** Ids of all that can be read. */
  accounts(): readonly string[];
  catalogOf(accountId: string): Promise<Catalog>;
}

type Row = CatalogConversationRow & { readonly accountId: string };
type Member = CatalogMember & { readonly accountId: string };

/** Conversations over all accounts: what one knows of their message IDs, the others are asked for. */
export class ConversationsOfAll {
  readonly #options: ConversationsOptions;

  constructor(options: ConversationsOptions) {
    this.#options = options;
  }

  /** How many messages each conversation has, the same message once; bounded. */
  async counts(accountId: string, messages: readonly number[]): Promise<number[]> {
    // All at once they would take the processors from the list that is looked at.
    const together = await this.#together(accountId, messages, mostCounted, turn);
    return together.map(members => members.size);
  }

  /** What rows of conversations stand for, each message once; of one that is kept several times, the row's own. */
  async messages({
    accountId,
    ids,
    list,
  }: Input<'library.conversations'>): Promise<Output<'library.conversations'>> {
    if (list !== undefined) {
      const catalog = await this.#options.catalogOf(accountId);
      const asked = ids.map(message => ({ message }));
      const found = await catalog.members({ asked, most: mostShown, list });
      return [{ accountId, ids: found.flatMap(({ members }) => members.map(({ id }) => id)) }];
    }
    const together = await this.#together(accountId, ids, mostShown);
    const byAccount = new Map<string, number[]>([[accountId, []]]);
    for (const { accountId, id } of together.flatMap(members => [...members.values()])) {
      const some = byAccount.get(accountId);
      if (some === undefined) byAccount.set(accountId, [id]);
      else some.push(id);
    }
    return [...byAccount].map(([accountId, ids]) => ({ accountId, ids }));
  }

  /** The members of conversations over all accounts, by what tells them apart. */
  async #together(
    accountId: string,
    messages: readonly number[],
    most: number,
    turn = 0,
  ): Promise<ReadonlyMap<string, Member>[]> {
    const catalog = await this.#options.catalogOf(accountId);
    const here = await catalog.members({ asked: messages.map(message => ({ message })), most });
    const asked = here.map(({ ids }) => ({ ids }));
    const there = await this.#elsewhere(accountId, other => other.members({ asked, most }), turn);
    return here.map(({ members }, index) =>
      once([
        ...members.map(member => ({ ...member, accountId })),
        ...there.flatMap(({ id, answer }) =>
          (answer[index]?.members ?? []).map(member => ({ ...member, accountId: id })),
        ),
      ]),
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
    const rows = [...once([...first, ...all]).values()].sort(
      (a, b) => a.date - b.date || a.id - b.id,
    );
    return rows.slice(-mostShown).map(({ own: _own, ...row }) => row);
  }

  /**
   * What the other accounts say; those that do not say it in time are left out.
   * @param turn milliseconds that each waits for the one before it
   */
  async #elsewhere<Answer>(
    accountId: string,
    ask: (catalog: Catalog) => Promise<Answer>,
    turn = 0,
  ): Promise<{ id: string; answer: Answer }[]> {
    const others = this.#options.accounts().filter(id => id !== accountId);
    const answers: Promise<{ id: string; answer: Answer }[]>[] = [];
    for (const id of others) {
      const asked = this.#options.catalogOf(id).then(ask);
      const said = inTime(asked, patience).then(
        answer => (answer === undefined ? [] : [{ id, answer }]),
        () => [],
      );
      answers.push(said);
      if (turn > 0) await inTime(said, turn);
    }
    return (await Promise.all(answers)).flat();
  }
}

/** The first of each message. The number of a Message-ID is the same in every account; that of a row is not. */
function once<One extends Member>(members: readonly One[]): Map<string, One> {
  const named = new Map<string, One>();
  for (const member of members) {
    const { own, accountId, id } = member;
    const name = own === undefined ? `${accountId} ${id}` : `${own}`;
    if (!named.has(name)) named.set(name, member);
  }
  return named;
}
