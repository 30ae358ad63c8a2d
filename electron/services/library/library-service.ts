import type { CallName, Input, Output, Stock } from '../../../shared/contract.ts';
import type { MailPages } from './mail-pages.ts';

type LibraryCalls = {
  readonly [Name in Extract<CallName, `library.${string}` | `search.${string}`>]: (
    input: Input<Name>,
  ) => Promise<Output<Name>>;
};

/** What the app needs of the library. */
export interface LibraryService {
  readonly calls: LibraryCalls;
  /** What the frame of a message shows. */
  readonly pages: MailPages;
  /** The folder of this account has new messages. */
  stored(accountId: string): void;
  /** What is stored of the account, once all of it is listed. */
  stock(accountId: string): Promise<Stock>;
  /** Nothing of the archive stays open until it is asked for again. */
  release(accountId: string): Promise<void>;
  close(): Promise<void>;
}
