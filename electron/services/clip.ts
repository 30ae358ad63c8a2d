import type { ShownFailure, ShownWarning } from '../../shared/contract.ts';

/** The contract's longest text and name: a server may say more than anybody wants to see. */
const longestText = 10_000;
const longestName = 4_096;

export function clippedText(text: string): string {
  return text.slice(0, longestText);
}

/** A name without any character is shown as a question mark. */
export function clippedName(name: string): string {
  return name.slice(0, longestName) || '?';
}

/** A failure as the contract bounds it. */
export function clipped(failure: ShownFailure): ShownFailure {
  const { message, nextStep, serverText, mailbox, args } = failure;
  return {
    ...failure,
    message: clippedText(message),
    nextStep: clippedText(nextStep),
    ...(args === undefined ? {} : { args: clippedArgs(args) }),
    ...(serverText === undefined ? {} : { serverText: clippedText(serverText) }),
    ...(mailbox === undefined ? {} : { mailbox: clippedName(mailbox) }),
  };
}

/** The same of a warning. */
export function clippedWarning(warning: ShownWarning): ShownWarning {
  const { message, args, cause, mailbox } = warning;
  return {
    ...warning,
    message: clippedText(message),
    ...(args === undefined ? {} : { args: clippedArgs(args) }),
    ...(cause === undefined ? {} : { cause: clipped(cause) }),
    ...(mailbox === undefined ? {} : { mailbox: clippedName(mailbox) }),
  };
}

function clippedArgs(args: NonNullable<ShownFailure['args']>): NonNullable<ShownFailure['args']> {
  const entries = Object.entries(args).map(
    ([name, arg]) => [name, typeof arg === 'string' ? clippedText(arg) : arg] as const,
  );
  return Object.fromEntries(entries);
}
