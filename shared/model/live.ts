import type { Failure } from './failure.ts';
import type { RunEvent, RunResult } from './run.ts';

/** How a watch hears of new mail: told of all mailboxes, told of one while it asks for the rest, or asking alone. */
export type WatchWay = 'notify' | 'idle' | 'polling';

/** What a watch tells: what its rounds say, and what happens between them. */
export type WatchEvent =
  | RunEvent
  /** Everything is archived that could be; from now on it is waited for more. */
  | { readonly event: 'watching'; readonly by: WatchWay }
  /** The server, the network or the archive is not to be had now; it is tried again by itself. */
  | { readonly event: 'away'; readonly failure: Failure; readonly milliseconds: number }
  /** A round is over: what is new in which mailbox, by messages. */
  | {
      readonly event: 'round';
      readonly stored: readonly { readonly mailbox: string; readonly messages: number }[];
      readonly result: Pick<RunResult, 'stored' | 'storedBytes' | 'verdict' | 'problems'>;
    };
