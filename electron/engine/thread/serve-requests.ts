import { parentPort } from 'node:worker_threads';
import { onDefect } from '../defects.ts';
import { MailstowError, toFailure } from '../errors.ts';
import type { ThreadAnswer, ThreadCalls, ThreadReport, ThreadRequest } from './messages.ts';

/** What answers each call. */
export type ThreadHandlers<Calls extends ThreadCalls> = {
  readonly [Name in keyof Calls]: (
    input: Calls[Name]['input'],
  ) => Calls[Name]['output'] | Promise<Calls[Name]['output']>;
};

/** Answers what comes from the thread that started this one; a handler that waits holds no other up. */
export function serveRequests<Calls extends ThreadCalls>(handlers: ThreadHandlers<Calls>): void {
  onDefect(defect => report({ defect }));
  parentPort?.on('message', async (message: ThreadRequest | ThreadAnswer) => {
    if ('answerTo' in message) hearAnswer(message);
    else report(await answer(handlers, message));
  });
}

/** Says something that nobody asked for. */
export function giveNotice(notice: unknown): void {
  report({ notice });
}

interface Asked {
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

const asked = new Map<number, Asked>();
let questions = 0;

/** Asks whoever started the thread. @throws MailstowError what the answer failed with */
export function ask(question: unknown): Promise<unknown> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  questions += 1;
  asked.set(questions, { resolve, reject });
  report({ question, number: questions });
  return promise;
}

function hearAnswer(answer: ThreadAnswer): void {
  const { resolve, reject } = asked.get(answer.answerTo) ?? {};
  asked.delete(answer.answerTo);
  if (answer.ok) resolve?.(answer.value);
  else reject?.(new MailstowError(answer.failure));
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
