import { MailstowError } from '../../errors.ts';
import type { MailboxName } from '../../mailbox-name.ts';
import { type Argument, atom, list } from '../../wire/encoder.ts';
import type { Command } from '../command.ts';
import { mailboxArgument } from '../mailbox-name.ts';
import type { FetchResponse, Response, StatusResponse, UidRanges } from '../response.ts';
import { formatUidSet, unionAll } from '../uid-set.ts';

export interface SelectOptions {
  /** CONDSTORE, RFC 7162 section 3.1.8 */
  readonly condstore?: boolean;
  /** QRESYNC, RFC 7162 section 3.2.5: what was known when the mailbox was last open. */
  readonly qresync?: {
    readonly uidValidity: number;
    readonly modseq: bigint;
    readonly knownUids?: UidRanges;
  };
}

/** What the server says of a mailbox when it opens it (RFC 9051 section 6.3.2). */
export interface SelectResult {
  readonly exists: number;
  readonly recent?: number;
  readonly flags: readonly string[];
  readonly permanentFlags: readonly string[];
  /** 0 where the server says 0; absent where it says nothing. */
  readonly uidValidity?: number;
  readonly uidNext?: number;
  /** Sequence number of the first unseen message. */
  readonly unseen?: number;
  readonly highestModseq?: bigint;
  readonly readOnly: boolean;
  /** With QRESYNC: what is gone since. */
  readonly vanished: UidRanges;
  /** With QRESYNC: what changed since, with UID, FLAGS and MODSEQ. */
  readonly changed: readonly FetchResponse[];
}

/** RFC 9051 section 6.3.2 */
export const select = (mailbox: MailboxName, options: SelectOptions = {}): Command<SelectResult> =>
  opening('SELECT', mailbox, options);

/** RFC 9051 section 6.3.3: like SELECT, and nothing in the mailbox can change by it. */
export const examine = (mailbox: MailboxName, options: SelectOptions = {}): Command<SelectResult> =>
  opening('EXAMINE', mailbox, options);

type Draft = {
  -readonly [Item in keyof Omit<SelectResult, 'changed' | 'vanished'>]?: SelectResult[Item];
} & {
  changed: FetchResponse[];
  vanished: UidRanges[];
};

function opening(
  name: 'SELECT' | 'EXAMINE',
  mailbox: MailboxName,
  options: SelectOptions,
): Command<SelectResult> {
  let draft: Draft = { changed: [], vanished: [] };
  return {
    name,
    arguments: [mailboxArgument(mailbox), ...parameters(options)],
    claim: response => {
      if (response.kind === 'status' && response.code?.name === 'CLOSED') {
        // All that came before was about the mailbox that was open until now (RFC 7162 section 3.2.11).
        draft = { changed: [], vanished: [] };
        return true;
      }
      return take(response, draft, options.qresync !== undefined);
    },
    result: completion => {
      const { exists, flags = [], permanentFlags = [], vanished, ...rest } = draft;
      if (exists === undefined) {
        throw new MailstowError('no-message-count', { args: { command: name } });
      }
      const readOnly = name === 'EXAMINE' || completion.code?.name === 'READ-ONLY';
      return { ...rest, exists, flags, permanentFlags, vanished: unionAll(vanished), readOnly };
    },
  };
}

function take(response: Response, draft: Draft, qresync: boolean): boolean {
  switch (response.kind) {
    case 'exists':
      draft.exists = response.count;
      return true;
    case 'recent':
      draft.recent = response.count;
      return true;
    case 'flags':
      draft.flags = response.flags;
      return true;
    case 'list':
      // IMAP4rev2 names the mailbox once more.
      return response.command === 'LIST';
    case 'status':
      return takeCode(response, draft);
    case 'vanished':
      if (!qresync || !response.earlier) return false;
      draft.vanished.push(response.uids);
      return true;
    case 'fetch':
      if (qresync) draft.changed.push(response);
      return qresync;
    default:
      return false;
  }
}

/** RFC 9051 section 7.1; HIGHESTMODSEQ and NOMODSEQ RFC 7162 section 3.1.2 */
function takeCode({ status, code }: StatusResponse, draft: Draft): boolean {
  if (status !== 'OK' || code === undefined) return false;
  switch (code.name) {
    case 'UIDVALIDITY':
      if (code.value !== undefined) draft.uidValidity = Number(code.value);
      return true;
    case 'UIDNEXT':
      if (code.value !== undefined) draft.uidNext = Number(code.value);
      return true;
    case 'UNSEEN':
      if (code.value !== undefined) draft.unseen = Number(code.value);
      return true;
    case 'HIGHESTMODSEQ':
      if (code.value !== undefined) draft.highestModseq = code.value;
      return true;
    case 'PERMANENTFLAGS':
      draft.permanentFlags = code.list ?? [];
      return true;
    default:
      return code.name === 'NOMODSEQ' || code.name === 'MAILBOXID';
  }
}

/**
 *     select-params = SP "(" select-param *(SP select-param) ")"                RFC 4466 section 6
 *     select-param  =/ "CONDSTORE"
 *     select-param  =/ "QRESYNC" SP "(" uidvalidity SP mod-sequence-value
 *                      [SP known-uids] ")"                                      RFC 7162 section 7
 */
function parameters({ condstore, qresync }: SelectOptions): Argument[] {
  if (qresync) {
    const known = formatUidSet(qresync.knownUids ?? [], Number.POSITIVE_INFINITY);
    const values = [String(qresync.uidValidity), String(qresync.modseq), ...known];
    return [list([atom('QRESYNC'), list(values.map(atom))])];
  }
  return condstore ? [list([atom('CONDSTORE')])] : [];
}
