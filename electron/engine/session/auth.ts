import { isAscii } from 'node:buffer';
import { MailstowError } from '../errors.ts';
import { authenticateLogin, authenticatePlain } from '../protocol/commands/authenticate.ts';
import { login } from '../protocol/commands/login.ts';
import type { StatusResponse } from '../protocol/response.ts';
import type { Capabilities } from './capabilities.ts';
import type { Connection } from './connection.ts';
import { Secrets } from './secrets.ts';
import { wordsOf } from './server-words.ts';

/**
 * Logs in by the command that fits.
 * @throws MailstowError 'login-refused'; 'arguments' for CR, LF, NUL or half a character
 */
export async function authenticate(
  connection: Connection,
  capabilities: Capabilities,
  user: string,
  password: string,
): Promise<void> {
  requireSendable(user, password);
  const command = loginCommand(capabilities, user, password);
  capabilities.expire();
  connection.secrets = new Secrets(user, password);
  await connection.run(command, loginRefused);
}

function loginCommand(capabilities: Capabilities, user: string, password: string) {
  const options = { initialResponse: capabilities.has('SASL-IR') };
  switch (chooseMechanism(capabilities.names, user, password)) {
    case 'LOGIN':
      return login(user, password);
    case 'AUTHENTICATE PLAIN':
      return authenticatePlain(user, password, options);
    case 'AUTHENTICATE LOGIN':
      return authenticateLogin(user, password, options);
  }
}

/** How user name and password are sent. */
type Mechanism = 'LOGIN' | 'AUTHENTICATE PLAIN' | 'AUTHENTICATE LOGIN';

/**
 * The command LOGIN where it will do, since every server has it. PLAIN where LOGIN is disabled, and for
 * anything but ASCII: it is defined to carry UTF-8 (RFC 4616 section 2), while LOGIN is not.
 * @throws MailstowError 'login-refused' when the server takes no password on this connection
 */
function chooseMechanism(
  capabilities: ReadonlySet<string>,
  user: string,
  password: string,
): Mechanism {
  const loginDisabled = capabilities.has('LOGINDISABLED');
  if (capabilities.has('AUTH=PLAIN') && (loginDisabled || !isAscii(Buffer.from(user + password)))) {
    return 'AUTHENTICATE PLAIN';
  }
  if (!loginDisabled) return 'LOGIN';
  if (capabilities.has('AUTH=LOGIN')) return 'AUTHENTICATE LOGIN';
  throw new MailstowError('login-refused', 'account', {
    message: 'The server takes no password on this connection.',
    nextStep: capabilities.has('STARTTLS')
      ? 'Use an encrypted connection: TLS (-T) or STARTTLS (--starttls).'
      : 'Use an encrypted connection (TLS, -T), or another way of logging in if the provider wants one.',
  });
}

/**
 * CR, LF and NUL are refused before SASL hides them: NUL would end the user name there.
 * @throws MailstowError 'arguments'
 */
function requireSendable(user: string, password: string): void {
  for (const [name, value] of [
    ['user name', user],
    ['password', password],
  ] as const) {
    if (value.isWellFormed() && !/[\0\r\n]/.test(value)) continue;
    throw new MailstowError('arguments', 'account', {
      message: `The ${name} contains a line break, a NUL or half a character and was not sent.`,
      nextStep: `Type the ${name} again.`,
    });
  }
}

/** Tagged NO; a tagged BAD is a misunderstanding about the command, not about the person. */
function loginRefused(command: string, completion: StatusResponse): MailstowError {
  if (completion.status === 'BAD') {
    return new MailstowError('unknown-response', 'account', {
      message: `The server does not understand ${command}.`,
      nextStep: 'Read what the server says; it may want another way of logging in.',
      serverText: wordsOf(completion),
    });
  }
  return new MailstowError('login-refused', 'account', {
    message: 'The server refused the user name or the password.',
    nextStep: 'Check both; many providers want an app password instead of the usual one.',
    serverText: wordsOf(completion),
  });
}
