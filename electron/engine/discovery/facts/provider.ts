import type { NoteKey } from '../../../../shared/model/provider.ts';
import type { ServerRow } from '../mail-server.ts';

/** A provider in our own table. */
export interface Provider {
  /** As people call it. */
  readonly name: string;
  /** Domains of addresses; `yahoo.*` stands for every country's. */
  readonly domains?: readonly string[];
  /** Names at or below which the mail of its customers' own domains is taken in. */
  readonly mx?: readonly string[];
  /** The one to use first; none where the provider lets no other program read mail, as its note says. */
  readonly servers: readonly ServerRow[];
  readonly note?: NoteKey;
  /** Where the person can do what the note says. */
  readonly page?: string;
  /**
   * The provider's own page that says so, with the day that the page itself bears, else the day on which its stored
   * copy was read; or where else it is from.
   */
  readonly source: { readonly page: string; readonly read: string } | 'ispdb' | 'unconfirmed';
}
