import type { CallName, ChosenMessages, Input, Output, Stock } from '../../../shared/contract.ts';
import type { Chosen } from '../exports/chosen.ts';
import type { HandOutCall } from '../exports/hand-out.ts';
import type { MailPages } from './mail-pages.ts';

type LibraryCalls = {
  readonly [Name in Exclude<
    Extract<CallName, `library.${string}` | `search.${string}`>,
    HandOutCall
  >]: (input: Input<Name>) => Promise<Output<Name>>;
};

/** What the app needs of the library. */
export interface LibraryService {
  readonly calls: LibraryCalls;
  /** What the frame of a message shows. */
  readonly pages: MailPages;
  /** Messages that a person chose. @throws MailstowError where an account or its archive is gone */
  choose(chosen: ChosenMessages): Promise<Chosen>;
  /** The folder of this account has new messages. */
  stored(accountId: string): void;
  /** What is stored of the account, once all of it is listed. */
  stock(accountId: string): Promise<Stock>;
  /** Nothing of the archive stays open until it is asked for again. */
  release(accountId: string): Promise<void>;
  close(): Promise<void>;
}
