import type { FromReader, ToReader } from './reader-messages.ts';

/** How a process ended. */
export interface ChildEnd {
  readonly code: number | null;
  readonly signal: string | null;
}

/** The process that reads. */
export interface ReaderChild {
  tell(message: ToReader): void;
  /** Each is told for as long as the process runs. */
  onMessage(listener: (message: FromReader) => void): void;
  /** Told once, also where it could not be started. */
  onEnd(listener: (end: ChildEnd) => void): void;
  /** Bytes of memory that it holds; undefined where that cannot be said. */
  memory(): Promise<number | undefined>;
  /** Ends it, whatever it is doing. */
  kill(): void;
  /** Whether this process stays alive for it. */
  hold(isHeld: boolean): void;
}

/** Starts the process that reads, with the means of the host. */
export interface ReaderDoor {
  /** The most walled off first: where it ends before it is ready, the next is tried. */
  readonly ways: readonly (() => ReaderChild)[];
}
