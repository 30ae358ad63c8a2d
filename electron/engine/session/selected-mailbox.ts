import type { Response } from '../protocol/response.ts';
import { count } from '../protocol/uid-set.ts';

/** The open mailbox, as the server described it and as its later responses changed it. */
export interface SelectedMailbox {
  /** Unicode. */
  readonly mailbox: string;
  /** Messages in it. */
  readonly exists: number;
  /** 0 where the server says 0; absent where it says nothing. */
  readonly uidValidity?: number;
  readonly uidNext?: number;
  readonly highestModseq?: bigint;
  readonly flags: readonly string[];
  readonly permanentFlags: readonly string[];
  readonly readOnly: boolean;
  /** Sequence number of the first unseen message, where the server says it. */
  readonly unseen?: number;
}

/** The open mailbox after a response that came on its own (RFC 9051 section 7.3, RFC 7162 section 3.2.10). */
export function afterResponse(selected: SelectedMailbox, response: Response): SelectedMailbox {
  switch (response.kind) {
    case 'exists':
      return { ...selected, exists: response.count };
    case 'expunge':
      return { ...selected, exists: Math.max(0, selected.exists - 1) };
    case 'vanished':
      if (response.earlier) return selected;
      return { ...selected, exists: Math.max(0, selected.exists - count(response.uids)) };
    case 'flags':
      return { ...selected, flags: response.flags };
    default:
      return selected;
  }
}
