import { parentPort } from 'node:worker_threads';
import { onDefect } from '../defects.ts';
import { toFailure } from '../errors.ts';
import type { ThreadCalls, ThreadReport, ThreadRequest } from './messages.ts';

/** What answers each call. */
export type ThreadHandlers<Calls extends ThreadCalls> = {
  readonly [Name in keyof Calls]: (
    input: Calls[Name]['input'],
  ) => Calls[Name]['output'] | Promise<Calls[Name]['output']>;
};

/** Answers what comes from the thread that started this one; a handler that waits holds no other up. */
export function serveRequests<Calls extends ThreadCalls>(handlers: ThreadHandlers<Calls>): void {
  onDefect(defect => report({ defect }));
  parentPort?.on('message', async (request: ThreadRequest) => {
    report(await answer(handlers, request));
  });
}

/** Says something that nobody asked for. */
export function giveNotice(notice: unknown): void {
  report({ notice });
}

async function answer<Calls extends ThreadCalls>(
  handlers: ThreadHandlers<Calls>,
  { id, name, input }: ThreadRequest,
): Promise<ThreadReport> {
  try {
    const handle = handlers[name];
    if (handle === undefined) throw new RangeError(`The thread knows no ${name}.`);
    return { id, ok: true, value: await handle(input) };
  } catch (error) {
    return { id, ok: false, failure: toFailure(error) };
  }
}

function report(message: ThreadReport): void {
  parentPort?.postMessage(message);
}
