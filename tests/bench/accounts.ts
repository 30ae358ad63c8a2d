import { bigMessage } from '../fixtures/mail/big-message.ts';
import { generateMessage, presets } from '../fixtures/mail/corpus.ts';
import type { DeliveredMessage } from '../servers/dovecot/maildir.ts';
import type { Dovecot } from '../servers/dovecot.ts';

/** An account that is filled and ready to be fetched. */
export interface Account {
  readonly user: string;
  readonly password: string;
  readonly mailboxes: readonly string[];
  readonly messages: number;
  /** Of all messages together. */
  readonly bytes: number;
}

/** What an account is filled with. */
export interface Corpus {
  readonly messages: number;
  message(index: number): DeliveredMessage;
}

/** Milliseconds since 1970 UTC; one message an hour from then on, because mail has dates of its own. */
const firstArrival = Date.UTC(2012, 0, 1);
const megabyte = 1_000_000;
const bigSizes = [33 * megabyte, 33 * megabyte, 33 * megabyte, 200 * megabyte];

/** The presets by name, the same on every machine. */
export const corpora = {
  S: generated(presets.S),
  M: generated(presets.M),
  L: generated(presets.L),
  BIG: {
    messages: bigSizes.length,
    message: index => ({ bytes: bigMessage(bigSizes[index] ?? 0, index), flags: ['\\Seen'] }),
  },
} satisfies Record<string, Corpus>;

/** Messages of the presets' kind, as many as wanted. */
export function generated(
  options: Parameters<typeof generateMessage>[1] & { count: number },
): Corpus {
  return {
    messages: options.count,
    message: index => ({
      bytes: generateMessage(index, options),
      flags: ['\\Seen'],
      internalDate: new Date(firstArrival + index * 3_600_000),
    }),
  };
}

/** Few enough to be held in memory at once. */
const delivery = 500;

/**
 * Fills a fresh account of the server.
 * @param folders the corpus is spread over so many mailboxes, INBOX first
 * @param signal ends it early
 */
export async function fillAccount(
  dovecot: Dovecot,
  corpus: Corpus,
  folders: number,
  signal: AbortSignal,
): Promise<Account> {
  const user = await dovecot.user();
  const mailboxes = Array.from({ length: folders }, (_, n) => (n === 0 ? 'INBOX' : `Folder${n}`));
  let bytes = 0;
  for (const [n, mailbox] of mailboxes.entries()) {
    const indices = Array.from({ length: corpus.messages }, (_, i) => i).filter(
      i => i % folders === n,
    );
    for (let at = 0; at < indices.length; at += delivery) {
      signal.throwIfAborted();
      const messages = indices.slice(at, at + delivery).map(index => corpus.message(index));
      bytes += messages.reduce((sum, each) => sum + sizeOf(each), 0);
      await dovecot.deliver(user, mailbox, ...messages);
    }
  }
  return { user: user.name, password: user.password, mailboxes, messages: corpus.messages, bytes };
}

function sizeOf({ bytes }: DeliveredMessage): number {
  return Buffer.isBuffer(bytes) ? bytes.length : bytes.size;
}
