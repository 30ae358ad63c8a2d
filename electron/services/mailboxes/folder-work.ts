import type { ServerFolders } from '../../../shared/contract.ts';
import type { Server } from '../../../shared/model/account.ts';
import type { Outlook } from '../../engine/mailboxes/deletion.ts';
import type { Findings, ServerSearch } from '../../engine/server-search/find-not-archived.ts';
import type { SentCredentials } from '../sign-in/sent-credentials.ts';

/** The account on whose server something is done, and its archive. */
export interface FolderAccount<Credentials> {
  readonly access: { readonly server: Server; readonly credentials: Credentials };
  /** Where its archive is or will be, absolute. */
  readonly folder: string;
}

/** What a person wants done with the folders on the server; names of folders are keys. */
export type FolderChange =
  | { readonly do: 'nothing' }
  | {
      readonly do: 'create';
      /** undefined for the top. */
      readonly parent: string | undefined;
      readonly folder: string;
      readonly subscribe: boolean;
    }
  | {
      readonly do: 'rename';
      readonly mailbox: string;
      readonly parent: string | undefined;
      readonly folder: string;
    }
  | { readonly do: 'subscribe'; readonly mailbox: string; readonly subscribed: boolean }
  /** `messages`: how many of them the person was told of. */
  | { readonly do: 'delete'; readonly mailbox: string; readonly messages: number };

type Sent<More> = FolderAccount<SentCredentials> & More;

/** What the thread answers that has to do with folders on the server: it may have to read all files of one. */
export type FolderCalls = {
  /** @returns the folders as they are then */
  readonly change: {
    readonly input: Sent<{ readonly change: FolderChange }>;
    readonly output: ServerFolders;
  };
  readonly look: { readonly input: Sent<{ readonly mailbox: string }>; readonly output: Outlook };
  readonly search: {
    readonly input: Sent<{ readonly search: ServerSearch }>;
    readonly output: Findings;
  };
};
