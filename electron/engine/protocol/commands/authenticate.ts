import { atom } from '../../wire/encoder.ts';
import type { Command } from '../command.ts';
import { gatherCapabilities } from './capability.ts';

export interface AuthenticateOptions {
  /** SASL-IR (RFC 4959): the first answer goes with the command. */
  readonly initialResponse: boolean;
}

type Authenticate = Command<readonly string[] | undefined>;

/** RFC 4616: authorisation identity (none), user and password in UTF-8, each after a NUL but the first. */
export const authenticatePlain = (
  user: string,
  password: string,
  options: AuthenticateOptions,
): Authenticate => authenticate('PLAIN', [`\0${user}\0${password}`], options);

/** draft-murchison-sasl-login: the server asks for the user name, then for the password. */
export const authenticateLogin = (
  user: string,
  password: string,
  options: AuthenticateOptions,
): Authenticate => authenticate('LOGIN', [user, password], options);

/**
 * RFC 9051 section 6.2.2
 * @param answers to the server's challenges, in order; Unicode
 * @returns the capabilities from now on, where the server volunteers them
 */
function authenticate(
  mechanism: string,
  answers: readonly string[],
  { initialResponse }: AuthenticateOptions,
): Authenticate {
  const left = answers.map(answer => Buffer.from(answer, 'utf8').toString('base64'));
  const initial = initialResponse ? left.splice(0, 1) : [];
  const capabilities = gatherCapabilities();
  return {
    name: 'AUTHENTICATE',
    arguments: [atom(mechanism), ...initial.map(atom)],
    isSecret: true,
    claim: capabilities.claim,
    // A challenge too many is cancelled with "*", so that the server ends it with a tagged BAD.
    continue: () => left.shift() ?? '*',
    result: capabilities.all,
  };
}
