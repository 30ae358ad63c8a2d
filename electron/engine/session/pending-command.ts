import type { Command } from '../protocol/command.ts';
import type { Response, StatusResponse } from '../protocol/response.ts';
import { unreadable } from './connection-failure.ts';
import type { Refusal } from './refusal.ts';

/** A command between its first byte and its tagged answer. */
export interface PendingCommand {
  readonly tag: string;
  readonly command: Command<unknown>;
  /** Still to be sent, each but the first after a continuation request. */
  readonly unsent: Buffer[];
  /** Sent before the command ahead of it was answered. */
  isBehind: boolean;
  /** A response of its own has arrived. */
  readonly answered: boolean;
  claim(response: Response): boolean;
  /** A response that may have been its own could not be read. */
  lost(reason: string): void;
  complete(completion: StatusResponse): void;
  fail(failure: Error): void;
}

export function pendingCommand<Result>(
  tag: string,
  command: Command<Result>,
  parts: readonly Buffer[],
  refusal: Refusal,
  resolve: (result: Result) => void,
  reject: (failure: unknown) => void,
): PendingCommand {
  let answered = false;
  let lostReason: string | undefined;
  /** What the taker of a response threw; the stream goes on, the command fails when it is complete. */
  let thrown: { readonly error: unknown } | undefined;
  const finish = (completion: StatusResponse) => {
    try {
      resolve(command.result(completion));
    } catch (error) {
      const { scope, mailbox } = refusal(command.name, completion).failure;
      reject(
        lostReason === undefined ? error : unreadable(command.name, lostReason, scope, mailbox),
      );
    }
  };
  return {
    tag,
    command,
    unsent: [...parts],
    isBehind: false,
    get answered() {
      return answered;
    },
    claim(response) {
      try {
        const claimed = command.claim(response);
        answered ||= claimed;
        return claimed;
      } catch (error) {
        thrown ??= { error };
        return true;
      }
    },
    lost(reason) {
      lostReason ??= reason;
    },
    complete(completion) {
      if (thrown) reject(thrown.error);
      else if (completion.status !== 'OK') reject(refusal(command.name, completion));
      else finish(completion);
    },
    fail: reject,
  };
}
