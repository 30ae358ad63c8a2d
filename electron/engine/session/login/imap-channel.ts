import { authenticate } from '../../protocol/commands/authenticate.ts';
import { login } from '../../protocol/commands/login.ts';
import type { Capabilities } from '../capabilities.ts';
import type { Connection } from '../connection.ts';
import type { Refusal } from '../refusal.ts';
import { wordsOf } from '../server-words.ts';
import type { LoginRefusal, SignInChannel } from './auth.ts';

/** Signing in by IMAP: LOGIN and AUTHENTICATE (RFC 9051 sections 6.2.2 and 6.2.3). */
export function imapChannel(connection: Connection, capabilities: Capabilities): SignInChannel {
  let initialResponse = false;
  return {
    get secrets() {
      return connection.secrets;
    },
    set secrets(secrets) {
      connection.secrets = secrets;
    },
    offer() {
      initialResponse = capabilities.has('SASL-IR');
      capabilities.expire();
      const names = new Set(capabilities.names);
      // Of POP3 alone: here it would be the command LOGIN.
      names.delete('AUTH=APOP');
      return names;
    },
    attempt({ password }, user, exchange, refusal) {
      return exchange === undefined
        ? connection.run(login(user, password), asImap(refusal))
        : connection.run(authenticate(exchange, { initialResponse }), asImap(refusal));
    },
  };
}

/** A tagged BAD is a misunderstanding about the command. */
function asImap(refusal: LoginRefusal): Refusal {
  return (command, completion) =>
    refusal(command, {
      isMisunderstanding: completion.status === 'BAD',
      words: wordsOf(completion),
    });
}
