import type { MailboxEntry } from '../../shared/contract.ts';
import { inboxFirst } from './inbox-first.ts';

export interface MailboxNode {
  readonly label: string;
  /** What the server says it is for. */
  readonly use: MailboxEntry['use'];
  /** The mailbox's own name; undefined for a mere level of the tree. */
  readonly name: string | undefined;
  readonly messages: number | undefined;
  readonly bytes: number | undefined;
  readonly children: readonly MailboxNode[];
}

export type Ticked = 'all' | 'some' | 'none';

interface Growing extends MailboxNode {
  readonly children: Growing[];
}

/** Mailboxes as people see them, levels that the server does not list filled in, the inbox first. */
export function buildTree(mailboxes: readonly MailboxEntry[]): readonly MailboxNode[] {
  const roots: Growing[] = [];
  const byPath = new Map<string, { siblings: Growing[]; index: number }>();
  const place = (levels: readonly string[], entry: MailboxEntry | undefined): Growing[] => {
    const label = levels.at(-1);
    if (label === undefined) return roots;
    const path = JSON.stringify(levels);
    const known = byPath.get(path);
    const siblings = known?.siblings ?? place(levels.slice(0, -1), undefined);
    const index = known?.index ?? siblings.length;
    const children = siblings[index]?.children ?? [];
    if (known === undefined || entry !== undefined) {
      siblings[index] = {
        label,
        use: entry?.use,
        name: entry?.selectable === true ? entry.name : undefined,
        messages: entry?.messages,
        bytes: entry?.bytes,
        children,
      };
    }
    byPath.set(path, { siblings, index });
    return children;
  };
  for (const entry of inboxFirst(mailboxes, each => each.name)) place(entry.levels, entry);
  return roots;
}

/** The names of a node and of all below it. */
export function namesIn(node: MailboxNode): string[] {
  const below = node.children.flatMap(namesIn);
  return node.name === undefined ? below : [node.name, ...below];
}

export function tickOf(names: readonly string[], leftOut: ReadonlySet<string>): Ticked {
  const out = names.filter(name => leftOut.has(name)).length;
  if (out === 0) return 'all';
  return out === names.length ? 'none' : 'some';
}

/** Ticks all of these, or unticks them where all were ticked. */
export function toggle(names: readonly string[], leftOut: readonly string[]): string[] {
  const these = new Set(names);
  if (tickOf(names, new Set(leftOut)) === 'all') return [...new Set([...leftOut, ...names])];
  return leftOut.filter(name => !these.has(name));
}

// What mail programs call these folders on servers that do not say what a folder is for (RFC 6154).
const unwantedNames =
  /^(spam|junk|junk[- ]?e-?mail|bulk mail|trash|bin|deleted( items| messages)?|koš|odstraněná pošta|nevyžádaná pošta|papierkorb|gelöschte (elemente|objekte))$/i;

/** Spam and rubbish, which nobody asked to keep. */
export function unwanted(mailboxes: readonly MailboxEntry[]): string[] {
  return mailboxes
    .filter(({ selectable, use, levels }) => {
      if (!selectable) return false;
      if (use !== undefined) return use === 'junk' || use === 'trash';
      return unwantedNames.test(levels.at(-1) ?? '');
    })
    .map(each => each.name);
}

/** What "everything" means: all that can be opened but spam and rubbish. */
export function wanted(mailboxes: readonly MailboxEntry[]): string[] {
  const out = new Set(unwanted(mailboxes));
  return mailboxes.filter(each => each.selectable && !out.has(each.name)).map(each => each.name);
}

export interface Chosen {
  readonly mailboxes: number;
  readonly messages: number;
  /** As far as they are known. */
  readonly bytes: number;
  /** Messages whose sizes are not known. */
  readonly unsized: number;
}

/** What is going to be archived. */
export function chosen(mailboxes: readonly MailboxEntry[], leftOut: readonly string[]): Chosen {
  const out = new Set(leftOut);
  return sumOf(mailboxes.filter(each => each.selectable && !out.has(each.name)));
}

/** What is there and is not. */
export function unchosen(mailboxes: readonly MailboxEntry[], leftOut: readonly string[]): Chosen {
  const out = new Set(leftOut);
  return sumOf(mailboxes.filter(each => each.selectable && out.has(each.name)));
}

function sumOf(mailboxes: readonly MailboxEntry[]): Chosen {
  const sum = (of: (entry: MailboxEntry) => number) =>
    mailboxes.reduce((total, entry) => total + of(entry), 0);
  return {
    mailboxes: mailboxes.length,
    messages: sum(({ messages = 0 }) => messages),
    bytes: sum(({ bytes = 0 }) => bytes),
    unsized: sum(({ messages = 0, bytes }) => (bytes === undefined ? messages : 0)),
  };
}

// Mean sizes of messages in ordinary accounts; good enough to say whether a disk is too small.
const meanMessage = 80_000;
const meanHeader = 6_000;

/** Bytes that the archive is going to need; what the server has not told is estimated. */
export function neededBytes({ messages, bytes, unsized }: Chosen, headersOnly: boolean): number {
  return headersOnly ? messages * meanHeader : bytes + unsized * meanMessage;
}
