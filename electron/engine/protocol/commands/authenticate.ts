import { atom } from '../../wire/encoder.ts';
import type { Command } from '../command.ts';
import { gatherCapabilities } from './capability.ts';

/** What a mechanism says, in Unicode. */
export interface Dialogue {
  /** In upper case, as AUTH= names it. */
  readonly mechanism: string;
  /** What the client says first; absent where the server begins. */
  readonly first?: string;
  /**
   * @param challenge undefined where it is not base64
   * @returns undefined cancels, so that the server ends it with a tagged BAD
   */
  answer(challenge: Buffer | undefined): string | undefined | Promise<string | undefined>;
  /** Called with the server's OK. @throws where it came too soon */
  finish?(): void;
}

export interface AuthenticateOptions {
  /** SASL-IR (RFC 4959): what the client says first goes with the command. */
  readonly initialResponse: boolean;
}

/**
 * RFC 9051 section 6.2.2
 * @returns the capabilities from now on, where the server volunteers them
 */
export function authenticate(
  dialogue: Dialogue,
  { initialResponse }: AuthenticateOptions,
): Command<readonly string[] | undefined> {
  const { mechanism, first } = dialogue;
  const capabilities = gatherCapabilities();
  const isFirstSent = initialResponse && first !== undefined;
  return {
    name: 'AUTHENTICATE',
    arguments: [atom(mechanism), ...(isFirstSent ? [atom(base64(first))] : [])],
    isSecret: true,
    claim: capabilities.claim,
    continue: answersOf(dialogue, isFirstSent),
    result(completion) {
      dialogue.finish?.();
      return capabilities.all(completion);
    },
  };
}

/**
 * The client's lines, each in answer to one of the server's.
 * @param isFirstSent what the client says first went with the command
 * @returns takes base64, and gives it or `*`
 */
export function answersOf(
  dialogue: Dialogue,
  isFirstSent: boolean,
): (text: string) => string | Promise<string> {
  let unsaid = isFirstSent ? undefined : dialogue.first;
  return text => {
    if (unsaid !== undefined) {
      const said = unsaid;
      unsaid = undefined;
      return base64(said);
    }
    const answer = dialogue.answer(challengeIn(text));
    return answer instanceof Promise ? answer.then(line) : line(answer);
  };
}

function line(answer: string | undefined): string {
  return answer === undefined ? '*' : base64(answer);
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

function challengeIn(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
}
