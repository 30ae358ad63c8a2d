import type { Literal } from '../wire/frame.ts';

/** A response of the server (RFC 9051 section 7, RFC 3501 section 7). */
export type Response =
  | ContinuationRequest
  | StatusResponse
  | { readonly kind: 'capability'; readonly capabilities: readonly string[] }
  | { readonly kind: 'enabled'; readonly capabilities: readonly string[] }
  | { readonly kind: 'id'; readonly fields: ReadonlyMap<string, string | null> | null }
  | NamespaceResponse
  | ListResponse
  | {
      readonly kind: 'mailbox-status';
      readonly mailbox: string;
      /** As {@link ListResponse.rawName}. */
      readonly rawName: string;
      readonly items: MailboxStatus;
    }
  | { readonly kind: 'search'; readonly uids: UidRanges; readonly modseq?: bigint }
  | EsearchResponse
  | { readonly kind: 'flags'; readonly flags: readonly string[] }
  | { readonly kind: 'exists'; readonly count: number }
  | { readonly kind: 'recent'; readonly count: number }
  | { readonly kind: 'expunge'; readonly sequence: number }
  | { readonly kind: 'vanished'; readonly earlier: boolean; readonly uids: UidRanges }
  | FetchResponse
  | { readonly kind: 'other'; readonly name: string }
  | { readonly kind: 'malformed'; readonly reason: string; readonly excerpt: string };

interface ContinuationRequest {
  readonly kind: 'continuation';
  readonly text: string;
}

/** OK, NO, BAD, PREAUTH, BYE. `tag` is undefined for an untagged one. */
export interface StatusResponse {
  readonly kind: 'status';
  readonly tag: string | undefined;
  readonly status: 'OK' | 'NO' | 'BAD' | 'PREAUTH' | 'BYE';
  readonly code: ResponseCode | undefined;
  /** The server's words, code removed, control characters replaced. */
  readonly text: string;
}

/** The bracketed code of a status response; `name` in upper case. Numbers and lists are parsed where the code has them. */
export interface ResponseCode {
  readonly name: string;
  /** UIDVALIDITY, UIDNEXT, UNSEEN, HIGHESTMODSEQ … (a number up to 2^63−1). */
  readonly value?: bigint;
  /** CAPABILITY, PERMANENTFLAGS, BADCHARSET. */
  readonly list?: readonly string[];
  /** What stands between name and bracket, unparsed. */
  readonly text?: string;
}

export interface NamespaceResponse {
  readonly kind: 'namespace';
  readonly personal: readonly Namespace[];
  readonly otherUsers: readonly Namespace[];
  readonly shared: readonly Namespace[];
}

/** `prefix` is decoded to Unicode. */
export interface Namespace {
  readonly prefix: string;
  readonly delimiter: string | null;
}

export interface ListResponse {
  readonly kind: 'list';
  readonly command: 'LIST' | 'LSUB';
  /** As sent, for instance `\Noselect`, `\HasChildren`, `\Sent`. */
  readonly attributes: readonly string[];
  readonly delimiter: string | null;
  /** Decoded to Unicode. */
  readonly mailbox: string;
  /** The octets of the name as the server sent them, read as Latin-1: what is sent back to it. */
  readonly rawName: string;
}

/** STATUS items; absent where the server sent none. */
export interface MailboxStatus {
  readonly messages?: number;
  readonly uidNext?: number;
  readonly uidValidity?: number;
  readonly unseen?: number;
  readonly recent?: number;
  readonly deleted?: number;
  readonly size?: bigint;
  readonly highestModseq?: bigint;
  readonly mailboxId?: string;
}

export interface EsearchResponse {
  readonly kind: 'esearch';
  readonly tag: string | undefined;
  readonly uid: boolean;
  readonly min?: number;
  readonly max?: number;
  readonly count?: number;
  readonly all?: UidRanges;
  readonly modseq?: bigint;
}

/** Inclusive ranges `[from, to]`, from ≤ to, ascending, not overlapping. */
export type UidRanges = readonly (readonly [number, number])[];

export interface FetchResponse {
  readonly kind: 'fetch';
  readonly sequence: number;
  readonly uid?: number;
  readonly flags?: readonly string[];
  /** Milliseconds since 1970 UTC. */
  readonly internalDate?: number;
  readonly size?: number;
  readonly modseq?: bigint;
  readonly envelope?: Envelope;
  readonly bodyStructure?: BodyStructure;
  readonly sections: readonly BodySection[];
  /** BINARY.SIZE, RFC 3516 section 4.3. */
  readonly binarySizes?: readonly BinarySize[];
  readonly gmailMessageId?: bigint;
  readonly gmailThreadId?: bigint;
  readonly gmailLabels?: readonly string[];
  readonly emailId?: string;
  readonly threadId?: string | null;
}

/** BODY[section]<origin>; RFC822 is '' , RFC822.HEADER 'HEADER', RFC822.TEXT 'TEXT'. */
export interface BodySection {
  /** In upper case as far as it is a keyword, for instance '', 'HEADER', '1.2.MIME', 'HEADER.FIELDS (DATE SUBJECT)'. */
  readonly section: string;
  readonly origin?: number;
  /** BINARY[…], RFC 3516 section 4.3: the server took the transfer encoding off. */
  readonly isBinary?: true;
  /** null for NIL. */
  readonly data: Literal | null;
}

/** Octets of a part without its transfer encoding. */
export interface BinarySize {
  /** As {@link BodySection.section}. */
  readonly section: string;
  readonly size: number;
}

/** Strings are the octets as sent, read as UTF-8 where valid, else Latin-1; encoded words are not decoded here. */
export interface Envelope {
  readonly date: string | null;
  readonly subject: string | null;
  readonly from: readonly Address[];
  readonly sender: readonly Address[];
  readonly replyTo: readonly Address[];
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  readonly bcc: readonly Address[];
  readonly inReplyTo: string | null;
  readonly messageId: string | null;
}

export interface Address {
  readonly name: string | null;
  readonly route: string | null;
  readonly mailbox: string | null;
  readonly host: string | null;
}

export type BodyStructure = MultipartStructure | SinglePartStructure;

export interface MultipartStructure {
  readonly kind: 'multipart';
  readonly parts: readonly BodyStructure[];
  readonly subtype: string;
  readonly parameters?: ReadonlyMap<string, string>;
  readonly disposition?: Disposition | null;
  readonly language?: readonly string[];
  readonly location?: string | null;
}

export interface SinglePartStructure {
  readonly kind: 'single';
  readonly type: string;
  readonly subtype: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly id: string | null;
  readonly description: string | null;
  readonly encoding: string;
  readonly size: number;
  readonly lines?: number;
  /** message/rfc822 only. */
  readonly envelope?: Envelope;
  readonly body?: BodyStructure;
  readonly md5?: string | null;
  readonly disposition?: Disposition | null;
  readonly language?: readonly string[];
  readonly location?: string | null;
}

export interface Disposition {
  readonly type: string;
  readonly parameters: ReadonlyMap<string, string>;
}
