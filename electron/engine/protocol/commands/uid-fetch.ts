import { type Argument, atom, list } from '../../wire/encoder.ts';
import type { Command } from '../command.ts';
import type { FetchResponse, StatusResponse, UidRanges } from '../response.ts';
import { contains, parseUidSet, unionAll } from '../uid-set.ts';

/**
 * RFC 9051 section 6.4.5, RFC822… RFC 3501; BINARY… RFC 3516, MODSEQ RFC 7162, EMAILID and THREADID RFC 8474,
 * X-GM-… Gmail IMAP extensions. BODY[…] and BINARY[…] are asked for as PEEK alone.
 */
export type FetchItem =
  | 'UID'
  | 'FLAGS'
  | 'INTERNALDATE'
  | 'RFC822.SIZE'
  | 'ENVELOPE'
  | 'BODY'
  | 'BODYSTRUCTURE'
  | 'RFC822'
  | 'RFC822.HEADER'
  | 'RFC822.TEXT'
  | 'MODSEQ'
  | 'EMAILID'
  | 'THREADID'
  | 'X-GM-MSGID'
  | 'X-GM-THRID'
  | 'X-GM-LABELS'
  | `BODY.PEEK[${string}]`
  | `BODY.PEEK[${string}]<${number}.${number}>`
  | `BINARY.PEEK[${string}]`
  | `BINARY.PEEK[${string}]<${number}.${number}>`
  | `BINARY.SIZE[${string}]`;

export interface FetchOptions {
  /** CONDSTORE, RFC 7162 section 3.1.4: only what changed after this mod-sequence. */
  readonly changedSince?: bigint;
  /** QRESYNC, RFC 7162 section 3.2.6, with `changedSince`: also what is gone since. */
  readonly vanished?: boolean;
}

export interface FetchCompletion {
  /** Responses handed on; a server may send more than one for a message. */
  readonly messages: number;
  readonly vanished: UidRanges;
  readonly completion: StatusResponse;
}

/**
 * @param set a `sequence-set` of UIDs; `formatUidSet` makes them of a bounded length
 * @param each called for each message as it arrives. Its UID is missing where the server left it out
 */
export function uidFetch(
  set: string,
  items: readonly FetchItem[],
  each: (message: FetchResponse) => void,
  options: FetchOptions = {},
): Command<FetchCompletion> {
  const isOwn = ownership(set, items);
  let messages = 0;
  const vanished: UidRanges[] = [];
  return {
    name: 'UID FETCH',
    arguments: [atom(set), list(items.map(atom)), ...modifiers(options)],
    claim: response => {
      if (response.kind === 'vanished' && response.earlier && options.vanished) {
        vanished.push(response.uids);
        return true;
      }
      if (response.kind !== 'fetch' || !isOwn(response)) return false;
      messages++;
      each(response);
      return true;
    },
    result: completion => ({ messages, vanished: unionAll(vanished), completion }),
  };
}

/**
 * Tells the answers from FETCH responses that come on their own: those carry UID, FLAGS and MODSEQ at
 * most, so any other item that was asked for settles it. A body settles it even without a UID.
 */
function ownership(set: string, items: readonly FetchItem[]): (message: FetchResponse) => boolean {
  // `*` is the last message even where its UID is below the range (RFC 9051 section 9, seq-range).
  const uids = parseUidSet(set.includes('*') ? '1:*' : set) ?? [];
  const telling = items.filter(item => !unsolicitedItems.has(item));
  const carried = (telling.length > 0 ? telling : items).map(carrierOf);
  const wantsBody = carried.includes(hasBody);
  return message => {
    if (message.uid === undefined) return wantsBody && hasBody(message);
    return contains(uids, message.uid) && carried.some(carries => carries(message));
  };
}

const unsolicitedItems: ReadonlySet<FetchItem> = new Set<FetchItem>(['UID', 'FLAGS', 'MODSEQ']);

const hasBody = (message: FetchResponse): boolean => message.sections.length > 0;

/** Whatever is in no table brings octets of the message. */
function carrierOf(item: FetchItem): (message: FetchResponse) => boolean {
  if (item.startsWith('BINARY.SIZE[')) return message => message.binarySizes !== undefined;
  return carriers.get(item) ?? hasBody;
}

const carriers: ReadonlyMap<FetchItem, (message: FetchResponse) => boolean> = new Map([
  ['UID', message => message.uid !== undefined],
  ['FLAGS', message => message.flags !== undefined],
  ['INTERNALDATE', message => message.internalDate !== undefined],
  ['RFC822.SIZE', message => message.size !== undefined],
  ['ENVELOPE', message => message.envelope !== undefined],
  ['BODY', message => message.bodyStructure !== undefined],
  ['BODYSTRUCTURE', message => message.bodyStructure !== undefined],
  ['MODSEQ', message => message.modseq !== undefined],
  ['EMAILID', message => message.emailId !== undefined],
  ['THREADID', message => message.threadId !== undefined],
  ['X-GM-MSGID', message => message.gmailMessageId !== undefined],
  ['X-GM-THRID', message => message.gmailThreadId !== undefined],
  ['X-GM-LABELS', message => message.gmailLabels !== undefined],
]);

/**
 *     fetch-modifiers = SP "(" fetch-modifier *(SP fetch-modifier) ")"          RFC 4466 section 6
 *     fetch-modifier  =/ "CHANGEDSINCE" SP mod-sequence-value
 *     rexpunges-fetch-mod = "VANISHED"                                          RFC 7162 section 7
 */
function modifiers({ changedSince, vanished }: FetchOptions): Argument[] {
  if (changedSince === undefined) return [];
  const since = [atom('CHANGEDSINCE'), atom(String(changedSince))];
  return [list(vanished ? [...since, atom('VANISHED')] : since)];
}
