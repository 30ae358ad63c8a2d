import { isComponent } from '../disk/guarded-files.ts';
import type { MessageKind } from '../layout/kind.ts';
import type { Identity, LinkTarget } from './message-links.ts';
import type { StoredMessage } from './message-table.ts';

/**
 * The lines of a journal, one JSON value each:
 *
 *     {"mailbox":"INBOX"}                                     first line of the file
 *     {"uidValidity":1662988148}                              the value that the UIDs count under
 *     {"uidValidity":1662988155,"restart":true}               a new value: what stands before is past
 *     ["f",1717,20480,"<SHA-256>",1662988148,"\\Seen","name"] a message: kind, UID, bytes, base64url or null,
 *                                                             INTERNALDATE in seconds or null, flags, name where not derived
 *     ["f",1,20480,"<SHA-256>",1662988148,"",null,"uidl",20512] the same by POP3: name or null, UIDL or null, and bytes as
 *                                                             announced where they differ; earlier versions read past both
 *     ["x","h",1717]                                          that file was taken away, a fuller one stands for it
 *     ["altered","f",1717]                                    that file was found with other bytes; ends with the next line of the message
 *     ["links",["All",7,"/"],[[1717,4711],…]]                 bytes kept under that mailbox: UID here, UID there;
 *                                                             its UIDVALIDITY, its separator or null
 *     ["identities",[[1717,"gmail:1278",["Work"]],…]]         what messages are recognised by, and Gmail's labels
 *     ["flags",1717,"\\Seen"]   ["gone",[1717,…]]   ["back",[1717,…]]   ["quarantined",1717,"reason","path" or null]
 *     ["quarantined",1,"reason",null,"uidl"]                  the same by POP3
 */
export type JournalRecord =
  | { readonly type: 'mailbox'; readonly mailbox: string }
  | { readonly type: 'uid-validity'; readonly value: number; readonly restart: boolean }
  | { readonly type: 'stored'; readonly kind: MessageKind; readonly message: StoredMessage }
  | { readonly type: 'removed' | 'altered'; readonly kind: MessageKind; readonly uid: number }
  | {
      readonly type: 'links';
      readonly target: LinkTarget;
      readonly uids: readonly (readonly [number, number])[];
    }
  | {
      readonly type: 'identities';
      readonly identities: readonly (readonly [number, Identity])[];
    }
  | { readonly type: 'flags'; readonly uid: number; readonly flags: string }
  | { readonly type: 'gone' | 'back'; readonly uids: readonly number[] }
  | ({ readonly type: 'quarantined'; readonly uid: number } & Quarantined);

export interface Quarantined {
  readonly reason: string;
  /** Where the raw bytes are, relative to the archive; null where the server gave none. */
  readonly path: string | null;
  /** How a POP3 server names it. */
  readonly uidl?: string;
}

const letters: Record<MessageKind, string> = { full: 'f', header: 'h', new: 'n', new_header: 'm' };
const kinds: ReadonlyMap<unknown, MessageKind> = new Map([
  ['f', 'full'],
  ['h', 'header'],
  ['n', 'new'],
  ['m', 'new_header'],
]);

export function formatRecord(record: JournalRecord): string {
  return `${JSON.stringify(shape(record))}\n`;
}

function shape(record: JournalRecord): unknown {
  switch (record.type) {
    case 'mailbox':
      return { mailbox: record.mailbox };
    case 'uid-validity':
      return { uidValidity: record.value, ...(record.restart && { restart: true }) };
    case 'stored': {
      const { uid, size, sha256, internalDate, flags, name, uidl, announced } = record.message;
      const date = internalDate === undefined ? null : internalDate / 1000;
      const line = [letters[record.kind], uid, size, sha256 ?? null, date, flags];
      if (announced !== undefined) return [...line, name ?? null, uidl ?? null, announced];
      if (uidl !== undefined) return [...line, name ?? null, uidl];
      return name === undefined ? line : [...line, name];
    }
    case 'removed':
      return ['x', letters[record.kind], record.uid];
    case 'altered':
      return ['altered', letters[record.kind], record.uid];
    case 'links': {
      const { mailbox, uidValidity, delimiter } = record.target;
      return ['links', [mailbox, uidValidity, delimiter], record.uids];
    }
    case 'identities': {
      const lists = record.identities.map(([uid, { id, labels }]) =>
        labels === undefined ? [uid, id] : [uid, id, labels],
      );
      return ['identities', lists];
    }
    case 'flags':
      return ['flags', record.uid, record.flags];
    case 'gone':
    case 'back':
      return [record.type, record.uids];
    case 'quarantined':
      return record.uidl === undefined
        ? ['quarantined', record.uid, record.reason, record.path]
        : ['quarantined', record.uid, record.reason, record.path, record.uidl];
  }
}

/** The record on a line, or undefined where the line is damaged. */
export function parseRecord(line: string): JournalRecord | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  return Array.isArray(value) ? fromList(value) : fromObject(value);
}

function fromObject(value: unknown): JournalRecord | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if ('mailbox' in value && typeof value.mailbox === 'string') {
    return { type: 'mailbox', mailbox: value.mailbox };
  }
  if ('uidValidity' in value && isNumber(value.uidValidity)) {
    return { type: 'uid-validity', value: value.uidValidity, restart: 'restart' in value };
  }
  return undefined;
}

function fromList(line: readonly unknown[]): JournalRecord | undefined {
  const [type, second, third, fourth, fifth] = line;
  const kind = kinds.get(type);
  if (kind !== undefined) return fromStored(kind, line);
  if (type === 'x' || type === 'altered') {
    const its = kinds.get(second);
    if (its === undefined || !isNumber(third)) return undefined;
    return { type: type === 'x' ? 'removed' : type, kind: its, uid: third };
  }
  if (type === 'gone' || type === 'back') {
    return Array.isArray(second) && second.every(isNumber) ? { type, uids: second } : undefined;
  }
  if (type === 'links') return fromLinks(second, third);
  if (type === 'identities') return fromIdentities(second);
  if (!isNumber(second) || typeof third !== 'string') return undefined;
  if (type === 'flags') return { type: 'flags', uid: second, flags: third };
  return type === 'quarantined' && (fourth === null || isInside(fourth))
    ? {
        type: 'quarantined',
        uid: second,
        reason: third,
        path: fourth,
        ...(typeof fifth === 'string' && { uidl: fifth }),
      }
    : undefined;
}

function fromStored(kind: MessageKind, line: readonly unknown[]): JournalRecord | undefined {
  const [, uid, size, hash, date, flags, name, uidl, announced] = line;
  if (!isNumber(uid) || !isNumber(size) || typeof flags !== 'string') return undefined;
  if (hash !== null && !isHash(hash)) return undefined;
  if (date !== null && typeof date !== 'number') return undefined;
  if (typeof name === 'string' && !isComponent(name)) return undefined;
  return {
    type: 'stored',
    kind,
    message: {
      uid,
      size,
      flags,
      ...(hash !== null && { sha256: hash }),
      ...(date !== null && { internalDate: Math.round(date * 1000) }),
      ...(typeof name === 'string' && { name }),
      ...(typeof uidl === 'string' && { uidl }),
      ...(isNumber(announced) && { announced }),
    },
  };
}

function fromLinks(target: unknown, uids: unknown): JournalRecord | undefined {
  if (!Array.isArray(target) || !Array.isArray(uids) || !uids.every(isPair)) return undefined;
  const [mailbox, uidValidity, delimiter]: unknown[] = target;
  if (typeof mailbox !== 'string' || !isNumber(uidValidity)) return undefined;
  if (typeof delimiter !== 'string' && delimiter !== null) return undefined;
  return { type: 'links', target: { mailbox, uidValidity, delimiter }, uids };
}

function fromIdentities(lists: unknown): JournalRecord | undefined {
  if (!Array.isArray(lists)) return undefined;
  const identities: [number, Identity][] = [];
  for (const list of lists) {
    if (!Array.isArray(list)) return undefined;
    const [uid, id, labels]: unknown[] = list;
    if (!isNumber(uid) || typeof id !== 'string') return undefined;
    if (labels !== undefined && !isTexts(labels)) return undefined;
    identities.push([uid, labels === undefined ? { id } : { id, labels }]);
  }
  return { type: 'identities', identities };
}

/** Whether a path stays inside the archive. */
function isInside(path: unknown): path is string {
  return typeof path === 'string' && path.split('/').every(isComponent);
}

function isPair(value: unknown): value is [number, number] {
  return Array.isArray(value) && value.length === 2 && value.every(isNumber);
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(each => typeof each === 'string');
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

/** 32 bytes in base64url. */
function isHash(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z0-9_-]{43}$/.test(value);
}
