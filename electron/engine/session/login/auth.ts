import { MailstowError } from '../../errors.ts';
import { authenticateLogin, authenticatePlain } from '../../protocol/commands/authenticate.ts';
import { login } from '../../protocol/commands/login.ts';
import type { StatusResponse } from '../../protocol/response.ts';
import type { Capabilities } from '../capabilities.ts';
import type { Connection } from '../connection.ts';
import { isRefusal } from '../refusal.ts';
import { wordsOf } from '../server-words.ts';
import { type LoginWay, type LoginWays, offeredMechanisms } from './login-ways.ts';
import { isPutOff } from './put-off.ts';
import { Secrets } from './secrets.ts';

/**
 * Logs in by the way that fits; where that fails for its own reasons, by the next one.
 * @param ways those that are left to try
 * @throws MailstowError 'login-refused'; 'arguments' for CR, LF, NUL or half a character
 */
export async function authenticate(
  connection: Connection,
  capabilities: Capabilities,
  user: string,
  password: string,
  ways: LoginWays,
): Promise<void> {
  requireSendable(user, password);
  const offered = offeredMechanisms(capabilities.names, user, password);
  if (offered.length === 0) throw noWayOffered(capabilities);
  const initialResponse = capabilities.has('SASL-IR');
  capabilities.expire();
  ways.isUnfinished = false;
  let refusal: unknown;
  for (;;) {
    const way = ways.next(offered, password);
    if (way === undefined) throw refusal;
    connection.secrets = new Secrets(user, way.password);
    try {
      await connection.run(commandOf(way, user, { initialResponse }), loginRefused);
      ways.worked(way);
      return;
    } catch (error) {
      const isAnswer = isRefusalOfLogin(error);
      // What the server says of the person is worth more than what it says of a mechanism.
      refusal = isWorthMore(refusal, error) ? refusal : error;
      if (isAnswer && isPutOff(error.failure.serverText ?? '')) {
        ways.putOff();
        throw error;
      }
      const mayGoOn = ways.failed(way, error, isAnswer);
      if (mayGoOn && isAnswer) continue;
      ways.isUnfinished = mayGoOn && ways.next(offered, password) !== undefined;
      throw refusal;
    }
  }
}

function commandOf(
  { mechanism, password }: LoginWay,
  user: string,
  options: { readonly initialResponse: boolean },
) {
  switch (mechanism) {
    case 'LOGIN':
      return login(user, password);
    case 'AUTHENTICATE PLAIN':
      return authenticatePlain(user, password, options);
    case 'AUTHENTICATE LOGIN':
      return authenticateLogin(user, password, options);
  }
}

function isRefusalOfLogin(error: unknown): error is MailstowError {
  return error instanceof MailstowError && (error.kind === 'login-refused' || isRefusal(error));
}

function isWorthMore(former: unknown, error: unknown): boolean {
  if (!(former instanceof MailstowError)) return false;
  return former.kind === 'login-refused' || !isRefusalOfLogin(error);
}

function noWayOffered(capabilities: Capabilities): MailstowError {
  return new MailstowError(
    capabilities.has('STARTTLS') ? 'no-way-to-sign-in-unencrypted' : 'no-way-to-sign-in',
  );
}

/**
 * CR, LF and NUL are refused before SASL hides them: NUL would end the user name there.
 * @throws MailstowError 'arguments'
 */
function requireSendable(user: string, password: string): void {
  for (const [code, value] of [
    ['user-name-not-sendable', user],
    ['password-not-sendable', password],
  ] as const) {
    if (value.isWellFormed() && !/[\0\r\n]/.test(value)) continue;
    throw new MailstowError(code);
  }
}

/** Tagged NO; a tagged BAD is a misunderstanding about the command, not about the person. */
function loginRefused(command: string, completion: StatusResponse): MailstowError {
  if (completion.status === 'BAD') {
    return new MailstowError('login-not-understood', {
      args: { command },
      serverText: wordsOf(completion),
    });
  }
  return new MailstowError('login-refused', { serverText: wordsOf(completion) });
}
