import { isAscii } from 'node:buffer';
import { MailstowError } from '../../errors.ts';
import { answersOf } from '../../protocol/commands/authenticate.ts';
import type { SignInChannel } from '../../session/login/auth.ts';
import { apopDigest } from './apop.ts';
import type { Pop3Command } from './command.ts';
import type { Pop3Connection } from './pop3-connection.ts';
import { asksForUtf8, maildropRefused, type Refusal } from './refusal.ts';

export interface Pop3ChannelOptions {
  readonly connection: Pop3Connection;
  /** Of the greeting, for APOP. */
  readonly stamp: string | undefined;
  offer(): ReadonlySet<string>;
  /** Tells the server that UTF-8 is understood. @returns whether it is told now and was not before */
  useUtf8(): Promise<boolean>;
}

/** How one signs in by POP3: AUTH (RFC 5034) for conversations, else APOP, or USER and PASS. */
export function pop3Channel(options: Pop3ChannelOptions): SignInChannel {
  const { connection, stamp, offer, useUtf8 } = options;
  const run = (name: string, argument: string, refusal: Refusal, more?: Partial<Pop3Command>) =>
    connection.run(
      { name, argument, isSecret: true, expects: { kind: 'nothing' }, ...more },
      refusal,
    );
  return {
    get secrets() {
      return connection.secrets;
    },
    set secrets(secrets) {
      connection.secrets = secrets;
    },
    offer,
    async attempt({ way, password }, user, exchange, refusal) {
      const refused: Refusal = (command, text) =>
        maildropRefused(text) ?? refusal(command, { isMisunderstanding: false, words: text });
      if (exchange !== undefined) {
        await run('AUTH', exchange.mechanism, refused, { continue: answersOf(exchange, false) });
        exchange.finish?.();
        return;
      }
      const say = async () => {
        if (way === 'apop' && stamp !== undefined) {
          const digest = apopDigest(stamp, password);
          connection.secrets.hide(digest);
          await run('APOP', `${user} ${digest}`, refused);
        } else {
          await run('USER', user, refused);
          await run('PASS', password, refused);
        }
      };
      if (!isAscii(Buffer.from(user + password))) await useUtf8();
      try {
        await say();
      } catch (error) {
        const isAsked = error instanceof MailstowError && asksForUtf8(error.failure.serverText);
        if (!isAsked || !(await useUtf8())) throw error;
        await say();
      }
    },
  };
}
