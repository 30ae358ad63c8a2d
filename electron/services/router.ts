import {
  type Answer,
  type CallName,
  calls,
  type Input,
  type Output,
} from '../../shared/contract.ts';
import { MailstowError, toFailure } from '../engine/errors.ts';
import { clipped } from './clip.ts';

/** The one that answers each call of the contract. */
export type Handlers = {
  readonly [Name in CallName]: (input: Input<Name>) => Output<Name> | Promise<Output<Name>>;
};

/** Characters of JSON; the longest legitimate input is a list of mailboxes to leave out. */
export const longestInput = 1_000_000;

/** Runs calls by name; what goes in and what comes out is what the contract says, or a failure. */
export class Router {
  readonly #handlers: Handlers;

  constructor(handlers: Handlers) {
    this.#handlers = handlers;
  }

  /** @returns always, whatever comes in and whatever happens */
  async call(name: unknown, input: unknown): Promise<Answer<unknown>> {
    try {
      if (typeof name !== 'string' || !isCall(name)) throw unknownCall(name);
      return { ok: true, value: await this.#run(name, input) };
    } catch (error) {
      return { ok: false, failure: clipped(toFailure(error)) };
    }
  }

  async #run<Name extends CallName>(name: Name, input: unknown): Promise<Output<Name>> {
    if (sizeOf(input) > longestInput) throw badInput(name, 'it is too long');
    const { input: takes, output: gives } = calls[name];
    const read = takes.safeParse(input);
    if (!read.success) throw badInput(name, firstIssue(read.error));
    const handle: (input: Input<Name>) => unknown = this.#handlers[name];
    const value = gives.safeParse(await handle(read.data as Input<Name>));
    if (!value.success) throw new Error(`${name} answered wrongly: ${firstIssue(value.error)}`);
    return value.data as Output<Name>;
  }
}

function isCall(name: string): name is CallName {
  return Object.hasOwn(calls, name);
}

/** @returns infinity for what JSON cannot say, such as a value inside itself */
function sizeOf(input: unknown): number {
  try {
    return JSON.stringify(input)?.length ?? 0;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

function firstIssue({ issues: [issue] }: { issues: { path: PropertyKey[]; message: string }[] }) {
  if (issue === undefined) return 'for no reason given';
  return issue.path.length === 0 ? issue.message : `${issue.path.join('.')}: ${issue.message}`;
}

function unknownCall(name: unknown): MailstowError {
  return new MailstowError('unknown-call', { args: { name: String(name).slice(0, 100) } });
}

function badInput(name: string, reason: string): MailstowError {
  return new MailstowError('bad-input', { args: { name, reason } });
}
