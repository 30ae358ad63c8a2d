import type { SortKey } from '../../../shared/model/library.ts';

/** Which rows of the list, and how they are sorted. */
export interface CatalogQuery {
  /** Absent: all of them, each message once. */
  readonly mailbox?: string | undefined;
  readonly sort: SortKey;
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number;
}

export interface CatalogRow {
  readonly id: number;
  readonly sender: string;
  readonly subject: string;
  /** Milliseconds since 1970 UTC. */
  readonly date: number;
  /** Bytes. */
  readonly size: number;
  readonly attachments: number;
  readonly unread: boolean;
  readonly headersOnly: boolean;
  /** No longer on the server. */
  readonly gone: boolean;
}

export interface CatalogMailbox {
  readonly name: string;
  readonly messages: number;
  readonly unread: number;
}

/** What is stored, each message once. */
export interface CatalogStock {
  /** Of the message files. */
  readonly bytes: number;
  /** By the year of the date that the list shows, UTC; oldest first, without dates that cannot be. */
  readonly years: readonly { readonly year: number; readonly messages: number }[];
}

/** Where a message of the list is. */
export interface CatalogPlace {
  /** Of its file, absolute. */
  readonly path: string;
  readonly headersOnly: boolean;
  /** As the list shows it. */
  readonly date: number;
}

/** A message that is handed out. */
export interface PlacedMessage extends CatalogPlace {
  readonly id: number;
  readonly subject: string;
}

/** What the thread of a catalog answers. */
export type CatalogCalls = {
  readonly later: { readonly input: undefined; readonly output: 'archive' | 'list' | undefined };
  readonly catchUp: { readonly input: undefined; readonly output: undefined };
  readonly mailboxes: { readonly input: undefined; readonly output: readonly CatalogMailbox[] };
  readonly messages: {
    readonly input: CatalogQuery;
    readonly output: { readonly total: number; readonly rows: readonly CatalogRow[] };
  };
  readonly stock: { readonly input: undefined; readonly output: CatalogStock };
  readonly place: { readonly input: number; readonly output: CatalogPlace | undefined };
  readonly ids: {
    readonly input: { readonly mailbox: string | undefined };
    readonly output: readonly number[];
  };
  readonly placed: {
    readonly input: readonly number[];
    readonly output: readonly PlacedMessage[];
  };
};
