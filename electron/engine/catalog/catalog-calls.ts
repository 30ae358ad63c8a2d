import type { SortKey } from '../../../shared/model/library.ts';

/** Which rows of the list, and how they are sorted. */
export interface CatalogQuery {
  /** Absent: all of them, each message once. */
  readonly mailbox?: string | undefined;
  readonly sort: SortKey;
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number;
  /** One row for each conversation, that of its newest message; always by date. */
  readonly conversations?: boolean | undefined;
}

export interface CatalogPage {
  /** Messages, or conversations. */
  readonly total: number;
  readonly rows: readonly CatalogRow[];
  /** Rows are conversations; asked for, they are not while an earlier version's list is gone through for them. */
  readonly conversations: boolean;
  /** Another one after each change of the list, whoever made it. */
  readonly version: string;
}

export interface CatalogRow {
  readonly id: number;
  /** Where it stands in the list. */
  readonly mailbox: string;
  readonly sender: string;
  /** Names or addresses of the first it is written to. */
  readonly recipients: string;
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

/** Messages of conversations, in the order in which these are asked for. */
export interface MembersQuery {
  readonly asked: readonly ConversationAsked[];
  /** Messages of each, at most; the newest. */
  readonly most: number;
  /** Only what this list has of them, every copy; otherwise each message once and the one that it is asked by. */
  readonly list?: { readonly mailbox?: string | undefined } | undefined;
}

export interface CatalogMembers {
  /** Numbers of their message IDs, for other catalogs. */
  readonly ids: readonly number[];
  /** The one that it is asked by first, the others newest first. */
  readonly members: readonly CatalogMember[];
}

export interface CatalogMember {
  readonly id: number;
  /** The number of its Message-ID: the same message has it in every folder and account. */
  readonly own: number | undefined;
}

/** A conversation, by one of its messages or by the numbers of its message IDs. */
export type ConversationAsked = { readonly message: number } | { readonly ids: readonly number[] };

export type CatalogConversationRow = CatalogRow & CatalogMember;

export interface CatalogConversation {
  /** Of message IDs, for other catalogs. */
  readonly ids: readonly number[];
  readonly rows: readonly CatalogConversationRow[];
}

/** What is stored, each message once. */
export interface CatalogStock {
  /** Of the message files. */
  readonly bytes: number;
  /** By the year of the date that the list shows, UTC; oldest first, without dates that cannot be. */
  readonly years: readonly { readonly year: number; readonly messages: number }[];
}

/** The years by which messages are counted. */
export interface NumbersQuery {
  readonly firstYear: number;
  /** First milliseconds of them, one after the other, and of the one behind the last. */
  readonly starts: readonly number[];
}

interface Sum {
  readonly messages: number;
  /** Of the message files. */
  readonly bytes: number;
}

export interface YearSum extends Sum {
  readonly year: number;
}

export interface SenderSum extends Sum {
  /** As the list shows it. */
  readonly name: string;
  /** Folded; what else stands there, where it has no address. */
  readonly address: string;
}

/** Each message counted once. */
export interface CatalogNumbers extends Sum {
  /** Those that have messages, the oldest first. */
  readonly years: readonly YearSum[];
  /** Messages of none of the years. */
  readonly undated: number;
  /** In no order. */
  readonly senders: readonly SenderSum[];
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
  readonly messages: { readonly input: CatalogQuery; readonly output: CatalogPage };
  readonly members: { readonly input: MembersQuery; readonly output: readonly CatalogMembers[] };
  readonly conversation: {
    readonly input: ConversationAsked;
    readonly output: CatalogConversation;
  };
  readonly numbers: { readonly input: NumbersQuery; readonly output: CatalogNumbers };
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
