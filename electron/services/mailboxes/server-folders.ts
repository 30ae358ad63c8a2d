import type { CallName, Input, Output } from '../../../shared/contract.ts';
import type { Credentials } from '../../../shared/model/account.ts';
import { forServer } from '../../../shared/search/server-terms.ts';
import { MailstowError } from '../../engine/errors.ts';
import type { Profiles, SavedAccount } from '../accounts/profiles.ts';
import type { Waits } from '../accounts/waits.ts';
import { selectionOf } from '../runs/request-of.ts';
import type { KnownCredentials } from '../sign-in/known-credentials.ts';
import type { FolderAccount, FolderChange } from './folder-work.ts';
import { inFoldersThread } from './in-folders-thread.ts';
import { searchOnServer } from './search-on-server.ts';

type Calls = Extract<CallName, `mailboxes.${string}`>;
type Given = Input<'mailboxes.list'>;

export interface ServerFoldersOptions {
  readonly profiles: Profiles;
  readonly credentials: KnownCredentials;
  readonly waits: Waits;
  /** @throws MailstowError where an archive was and is no more, so that nothing can be compared with it */
  mustExist(account: SavedAccount): Promise<unknown>;
}

/** The folders on the server of an account: a person may have them changed or searched, and nothing else changes them. */
export class ServerFolders {
  readonly calls: { readonly [Name in Calls]: (input: Input<Name>) => Promise<Output<Name>> } = {
    'mailboxes.list': input => this.#change(input, { do: 'nothing' }),
    'mailboxes.create': ({ parent, folder, subscribe, ...input }) =>
      this.#change(input, { do: 'create', parent, folder, subscribe }),
    'mailboxes.rename': ({ mailbox, parent, folder, ...input }) =>
      this.#change(input, { do: 'rename', mailbox, parent, folder }),
    'mailboxes.subscribe': ({ mailbox, subscribed, ...input }) =>
      this.#change(input, { do: 'subscribe', mailbox, subscribed }),
    'mailboxes.lookBeforeDeletion': input => this.#look(input),
    'mailboxes.delete': async ({ mailbox, messages, ...input }) => {
      await this.#archiveIsThere(input);
      return this.#change(input, { do: 'delete', mailbox, messages });
    },
    'mailboxes.search': input => this.#search(input),
  };
  readonly #options: ServerFoldersOptions;

  constructor(options: ServerFoldersOptions) {
    this.#options = options;
  }

  async #change(input: Given, change: FolderChange): Promise<Output<'mailboxes.list'>> {
    const account = await this.#account(input);
    return this.#options.waits.during(input.waitId, signal =>
      inFoldersThread('change', { ...account, change }, signal),
    );
  }

  async #look(
    input: Input<'mailboxes.lookBeforeDeletion'>,
  ): Promise<Output<'mailboxes.lookBeforeDeletion'>> {
    await this.#archiveIsThere(input);
    const account = await this.#account(input);
    const { mailbox, waitId } = input;
    return this.#options.waits.during(waitId, signal =>
      inFoldersThread('look', { ...account, mailbox }, signal),
    );
  }

  async #search({
    query,
    waitId,
    ...input
  }: Input<'mailboxes.search'>): Promise<Output<'mailboxes.search'>> {
    await this.#archiveIsThere(input);
    const account = await this.#account(input);
    const { profile } = this.#options.profiles.get(input.accountId);
    const { leftOut } = profile;
    const search = { query: forServer(query).said, leftOut, selection: selectionOf(profile) };
    return this.#options.waits.during(waitId, signal => searchOnServer(account, search, signal));
  }

  async #archiveIsThere({ accountId }: Given): Promise<void> {
    const { profiles, mustExist } = this.#options;
    await mustExist(profiles.get(accountId));
  }

  async #account({ accountId, password }: Given): Promise<FolderAccount<Credentials>> {
    const { profiles, credentials } = this.#options;
    const { server, folder } = profiles.get(accountId).profile;
    if (server.protocol === 'pop3') {
      throw new MailstowError('not-by-pop3', { args: { option: 'mailboxes' } });
    }
    return {
      access: { server, credentials: await credentials.require(accountId, password) },
      folder,
    };
  }
}
