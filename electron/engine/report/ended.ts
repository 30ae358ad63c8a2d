import type { Failure } from '../../../shared/model/failure.ts';
import type { Ended } from '../../../shared/model/history.ts';

/** Characters of a text in the history: nobody reads more, and it is kept for years. */
const longest = 500;

/** What the history keeps of a failure. */
export function endedOf(failure: Failure): Ended {
  const { serverText: _, args, message, nextStep, ...rest } = failure;
  const short = (text: string) => text.slice(0, longest);
  const shortArgs = Object.entries(args ?? {}).map(
    ([name, arg]) => [name, typeof arg === 'string' ? short(arg) : arg] as const,
  );
  return {
    ...rest,
    message: short(message),
    nextStep: short(nextStep),
    ...(args !== undefined && { args: Object.fromEntries(shortArgs) }),
  };
}
