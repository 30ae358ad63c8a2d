import type { UnreadReason } from '../../../shared/model/search.ts';
import type { Query } from '../../../shared/search/query.ts';
import type { CatalogRow } from '../catalog/catalog-calls.ts';
import type { Hit } from './find.ts';
import type { Snippet } from './snippet.ts';

/** What is asked of one archive; its accounts' names are not in the query any more. */
export interface SearchRequest {
  readonly query: Query;
  /** Only this one, and what is kept elsewhere for it. */
  readonly mailbox?: string | undefined;
  readonly sort: 'date' | 'relevance';
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number;
}

export interface SearchResult {
  readonly hits: readonly Hit[];
  readonly total: number;
  /** There are more than `total`, and nobody counted them. */
  readonly atLeast: boolean;
  /** Files are still to be looked into: the same request, asked again, goes on. */
  readonly goesOn: boolean;
}

export interface SearchRow extends CatalogRow {
  /** Where its file is. */
  readonly mailbox: string;
  readonly uid: number;
  /** Of its file, absolute. */
  readonly path: string;
  /** Name and address of the author. */
  readonly from: string;
  readonly flagged: boolean;
  readonly snippet: Snippet;
  /** What the words of the query stand in, whatever stands elsewhere in the message. */
  readonly where: readonly FoundPlace[];
}

export type FoundPlace = 'from' | 'to' | 'subject' | 'filename' | 'body' | 'attachment';

export interface IndexStatus {
  /** There is an archive. */
  readonly isThere: boolean;
  /** Messages that are in the index, and in the catalog. */
  readonly done: number;
  readonly of: number;
  /** Messages with files that are still to be read. */
  readonly attachments: number;
  /** Files that could not be read. */
  readonly unreadable: number;
  /** On the disk. */
  readonly bytes: number;
}

interface UnreadableFile {
  readonly messageId: number;
  readonly sender: string;
  readonly subject: string;
  readonly date: number;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly reason: UnreadReason;
}

/** Messages with an attachment of a kind (`attachmentKinds`), and the bytes of their files. */
export interface KindSum {
  readonly type: string;
  readonly messages: number;
  readonly bytes: number;
}

/** What the thread that answers is asked. */
export type SearchCalls = {
  readonly search: { readonly input: SearchRequest; readonly output: SearchResult };
  readonly rows: {
    readonly input: { readonly query: Query; readonly hits: readonly Hit[] };
    readonly output: readonly SearchRow[];
  };
  readonly status: { readonly input: undefined; readonly output: IndexStatus };
  readonly unreadable: {
    readonly input: { readonly most: number };
    readonly output: { readonly total: number; readonly rows: readonly UnreadableFile[] };
  };
  /** `start`: the place of the file in the message's. */
  readonly matchesInside: {
    readonly input: { readonly query: Query; readonly messageId: number };
    readonly output: readonly { readonly start: number; readonly count: number }[];
  };
  /** Kinds that no message has are left out; none where there is no index. */
  readonly kinds: { readonly input: undefined; readonly output: readonly KindSum[] };
  /** Nothing of the index stays open until it is asked again. */
  readonly leave: { readonly input: undefined; readonly output: undefined };
};

/** What the thread that writes is asked. */
export type IndexCalls = {
  /** @returns once everything is in the index that can be now */
  readonly catchUp: { readonly input: { readonly busy: boolean }; readonly output: undefined };
  /** Ends what goes on, takes the index away. */
  readonly remove: { readonly input: undefined; readonly output: undefined };
};
