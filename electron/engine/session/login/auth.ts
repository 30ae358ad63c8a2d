import type { SignInWay } from '../../../../shared/model/sign-in-ways.ts';
import { MailstowError } from '../../errors.ts';
import type { Exchange } from '../auth/exchange.ts';
import { exchangeOf } from '../auth/exchange-of.ts';
import { isRefusal } from '../refusal.ts';
import type { ChannelBinding } from '../transport/channel-binding.ts';
import type { LoginWay, LoginWays, Refused } from './login-ways.ts';
import { isToken, offeredWays, type SignIn } from './offered-ways.ts';
import { isPutOff } from './put-off.ts';
import { Secrets } from './secrets.ts';

/** A server's no. */
interface RefusedAnswer {
  /** It is about the command, not about the person. */
  readonly isMisunderstanding: boolean;
  readonly words: string;
}

/** Makes the failure of a try out of the server's no. @param command its name */
export type LoginRefusal = (command: string, answer: RefusedAnswer) => MailstowError;

/** What a sign-in needs of a connection, whatever its protocol. */
export interface SignInChannel {
  /** Masked in everything that comes from the server. */
  secrets: Secrets;
  /**
   * What the server offers before a login, in upper case and as IMAP names it: `AUTH=PLAIN`, `LOGINDISABLED`,
   * `STARTTLS`. From here on it may be another.
   */
  offer(): ReadonlySet<string>;
  /** @param exchange undefined for the protocol's own command @throws what `refusal` makes, or the connection's failure */
  attempt(
    way: LoginWay,
    user: string,
    exchange: Exchange | undefined,
    refusal: LoginRefusal,
  ): Promise<unknown>;
}

/**
 * Logs in by the strongest way that fits; where that fails for its own reasons, by the next one.
 * @param ways those that are left to try
 * @param binding of this connection, where it has one
 * @throws MailstowError 'login-refused' or 'sign-in-needed'; 'unknown-response' for a server that breaks the rules of
 *   a mechanism; 'arguments' for CR, LF, NUL or half a character
 */
export async function signIn(
  channel: SignInChannel,
  person: SignIn,
  ways: LoginWays,
  binding: ChannelBinding | undefined,
): Promise<void> {
  const { password } = person;
  let refusal = ways.unfinished;
  ways.unfinished = undefined;
  requireSendable(person);
  const isBindable = binding !== undefined;
  const offered = offeredWays({ capabilities: channel.offer(), isBindable }, person);
  for (;;) {
    const way = ways.next(offered, password);
    // Another connection may have offered more.
    if (way === undefined) throw refusal?.error ?? new MailstowError('login-refused');
    const secrets = new Secrets(person.user, way.password);
    if (!channel.secrets.isSameAs(secrets)) channel.secrets = secrets;
    const exchange = exchangeFor(way, person.user, channel, binding);
    try {
      await channel.attempt(way, person.user, exchange, refusedAs(person, exchange));
      ways.worked(way);
      return;
    } catch (thrown) {
      // Whatever else the server does now, it is not to be given the password in another way.
      if (exchange?.failure) throw exchange.failure;
      const isAnswer = isRefusalOfLogin(thrown);
      if (isAnswer && isPutOff(thrown.failure.serverText ?? '')) {
        ways.putOff();
        throw thrown;
      }
      const { blame, isTested } = judged(way, exchange, thrown);
      // What the server says of the person is worth more than what it says of a mechanism.
      refusal = worthMore(refusal, { error: thrown, isTested });
      const mayGoOn = ways.failed(way, { error: thrown, isAnswer, blame, isTested });
      if (mayGoOn && isAnswer && !needsNewConnection(way.way)) continue;
      if (mayGoOn && ways.next(offered, password) !== undefined) ways.unfinished = refusal;
      throw refusal.error;
    }
  }
}

/** @returns undefined for the commands that are no conversation */
function exchangeFor(
  { way, password }: LoginWay,
  user: string,
  channel: SignInChannel,
  binding: ChannelBinding | undefined,
): Exchange | undefined {
  if (way === 'login-command' || way === 'apop') return undefined;
  const hide = (text: string) => channel.secrets.hide(text);
  return exchangeOf(way, { user, secret: password, hide }, binding);
}

/**
 * What a refusal of this conversation means; of the command LOGIN, which is none, whatever the server says. APOP is
 * refused as CRAM-MD5 is.
 */
function judged(
  { way }: LoginWay,
  exchange: Exchange | undefined,
  thrown: unknown,
): Pick<Exchange, 'blame' | 'isTested'> {
  if (way === 'apop') return { blame: 'mechanism', isTested: true };
  if (exchange === undefined) return { blame: 'as the server says', isTested: true };
  return quirkOffersAll(exchange, thrown) ? { blame: 'mechanism', isTested: false } : exchange;
}

/**
 * GNU imap4d offers all that its library can do, keeps nothing to check a proof with, and refuses behind the
 * proof. Its words then name the mechanism.
 */
function quirkOffersAll({ mechanism, blame }: Exchange, thrown: unknown): boolean {
  if (blame === 'as the server says' || !(thrown instanceof MailstowError)) return false;
  return thrown.failure.serverText === `AUTHENTICATE ${mechanism} authentication failed`;
}

/** What a server made of the binding to a connection may stay with the connection. */
function needsNewConnection(way: SignInWay): boolean {
  return way.endsWith('-plus');
}

function worthMore(former: Refused | undefined, refused: Refused): Refused {
  if (!(former?.error instanceof MailstowError)) return refused;
  if (refused.isTested && !former.isTested && isRefusalOfLogin(refused.error)) return refused;
  return former.error.kind === 'login-refused' || !isRefusalOfLogin(refused.error)
    ? former
    : refused;
}

function isRefusalOfLogin(error: unknown): error is MailstowError {
  if (!(error instanceof MailstowError)) return false;
  return error.kind === 'login-refused' || error.kind === 'sign-in-needed' || isRefusal(error);
}

/**
 * CR, LF and NUL are refused before SASL hides them: NUL would end the user name there, as the control
 * characters between the parts would with a token.
 * @throws MailstowError 'arguments'
 */
function requireSendable(person: SignIn): void {
  const ends = isToken(person) ? /[\0\x01\r\n]/ : /[\0\r\n]/;
  for (const [code, value] of [
    ['user-name-not-sendable', person.user],
    ['password-not-sendable', person.password],
  ] as const) {
    if (value.isWellFormed() && !ends.test(value)) continue;
    throw new MailstowError(code);
  }
}

function refusedAs(person: SignIn, exchange: Exchange | undefined): LoginRefusal {
  return (command, { isMisunderstanding, words: serverText }) => {
    if (isMisunderstanding) {
      return new MailstowError('login-not-understood', { args: { command }, serverText });
    }
    if (!isToken(person)) return new MailstowError('login-refused', { serverText });
    const { openidConfiguration, openidScope } = exchange ?? {};
    return new MailstowError('sign-in-needed', { serverText, openidConfiguration, openidScope });
  };
}
