import { LoginWays } from './login/login-ways.ts';

/** What one connection taught about a server, and the next ones of the same run go by. */
export class ServerHabits {
  readonly logins = new LoginWays();
  /** It may ignore what is sent behind an unanswered command, so commands go one at a time. */
  isOneByOne = false;
  /** It refused to compress, or what it compressed could not be read. */
  compressesBadly = false;
  /** By POP3 it gives some messages only to those who understand UTF-8 (RFC 6856 section 2.1). */
  needsUtf8 = false;
  /** Milliseconds that POP3 wants between two logins (RFC 2449 section 6.5); undefined where it does not say. */
  loginDelay: number | undefined;
}
