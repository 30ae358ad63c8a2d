import type { Readable } from 'node:stream';
import { MailstowError } from '../errors.ts';
import { streamRegular } from '../regular-file.ts';

/** A message on its way out of an archive. */
export interface OutgoingMessage {
  /** Of its file, absolute. */
  readonly path: string;
  /** Milliseconds since 1970 UTC. */
  readonly date: number;
  readonly subject: string;
}

/** Is told how far it has come. */
export interface Watch {
  /** A message is written. @param bytes of it */
  wrote(bytes: number): void;
  /** A message cannot be read, and is left out. */
  lacks(message: OutgoingMessage, reason: unknown): void;
}

export interface OpenedMessage {
  readonly bytes: number;
  /** Its bytes as they are stored; closes the file. */
  readonly stream: Readable;
}

/** Opens a message's file; what stands there is known before anything is written. @throws MailstowError */
export function openOutgoing({ path }: OutgoingMessage): OpenedMessage {
  try {
    return streamRegular(path);
  } catch (cause) {
    if (cause instanceof MailstowError) throw cause;
    throw new MailstowError('message-file-unreadable', { cause });
  }
}

/** The messages that can be opened, one after the other; the others are told. */
export async function* openEach(
  messages: AsyncIterable<OutgoingMessage>,
  watch: Watch,
): AsyncGenerator<OpenedMessage & { readonly message: OutgoingMessage }> {
  for await (const message of messages) {
    let opened: OpenedMessage;
    try {
      opened = openOutgoing(message);
    } catch (error) {
      watch.lacks(message, error);
      continue;
    }
    try {
      yield { ...opened, message };
      watch.wrote(opened.bytes);
    } finally {
      opened.stream.destroy();
    }
  }
}
