import type { Argument } from '../wire/encoder.ts';
import type { Response, StatusResponse } from './response.ts';

/**
 * A command as a value: what is sent, which untagged responses are its own, and what they add up to.
 * The connection runs any of them without knowing which it is.
 */
export interface Command<Result> {
  /** For messages to people; never holds an argument, which may be a password. */
  readonly name: string;
  readonly arguments: readonly Argument[];
  /** What is sent holds a password, here or in a dialogue: nothing shows it. */
  readonly isSecret?: true;
  /** True takes the response; a command in flight before this one was offered it first. */
  claim(response: Response): boolean;
  /** Answers a continuation request that no literal was waiting for (AUTHENTICATE); the line without its CRLF. */
  continue?(text: string): string | Promise<string>;
  /** Called with the tagged OK. Throws when the command did not get what the server owes. */
  result(completion: StatusResponse): Result;
}
