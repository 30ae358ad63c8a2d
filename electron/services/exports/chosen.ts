import type { ChosenMessages } from '../../../shared/contract.ts';
import type { PlacedMessage } from '../../engine/catalog/catalog-calls.ts';

/** Messages asked of a catalog at a time. */
const atOnce = 200;

/** One message, by the account that it is of. */
export interface ChosenMessage extends PlacedMessage {
  readonly accountId: string;
}

/** What is asked of the library about messages that were chosen. */
export interface AskLibrary {
  /** Accounts and opened archives. */
  accounts(): readonly string[];
  /** All of a mailbox, or of an account, oldest first. */
  ids(accountId: string, mailbox: string | undefined): Promise<readonly number[]>;
  placed(accountId: string, ids: readonly number[]): Promise<readonly PlacedMessage[]>;
  /** What a search finds, oldest first, by account. */
  found(
    which: Extract<ChosenMessages, { which: 'found' }>,
  ): Promise<readonly { readonly accountId: string; readonly ids: readonly number[] }[]>;
}

/** Messages that a person chose; nothing is asked of any but how many there are until they are wanted. */
export interface Chosen {
  readonly count: number;
  messages(): AsyncGenerator<ChosenMessage>;
}

/** @throws MailstowError where an account or its archive is gone */
export async function chosenOf(library: AskLibrary, chosen: ChosenMessages): Promise<Chosen> {
  const groups = await groupsOf(library, chosen);
  return {
    count: groups.reduce((sum, { ids }) => sum + ids.length, 0),
    async *messages() {
      for (const { accountId, ids } of groups) {
        for (let first = 0; first < ids.length; first += atOnce) {
          const placed = await library.placed(accountId, ids.slice(first, first + atOnce));
          for (const message of placed) yield { ...message, accountId };
        }
      }
    },
  };
}

type Group = { readonly accountId: string; readonly ids: readonly number[] };

async function groupsOf(library: AskLibrary, chosen: ChosenMessages): Promise<readonly Group[]> {
  if (chosen.which === 'these') return chosen.messages;
  const all =
    chosen.which === 'found' ? await library.found(chosen) : await inFolder(library, chosen);
  const without = new Map(chosen.without.map(({ accountId, ids }) => [accountId, new Set(ids)]));
  return all.map(({ accountId, ids }) => {
    const left = without.get(accountId);
    return { accountId, ids: left === undefined ? ids : ids.filter(id => !left.has(id)) };
  });
}

function inFolder(
  library: AskLibrary,
  { accountId, mailbox }: Extract<ChosenMessages, { which: 'folder' }>,
): Promise<readonly Group[]> {
  const accounts = accountId === undefined ? library.accounts() : [accountId];
  return Promise.all(
    accounts.map(async id => ({ accountId: id, ids: await library.ids(id, mailbox) })),
  );
}
