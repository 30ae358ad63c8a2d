import { isAscii } from 'node:buffer';
import type { FixedCredentials } from '../../../../shared/model/account.ts';
import type { SignInWay } from '../../../../shared/model/sign-in-ways.ts';
import { MailstowError } from '../../errors.ts';

/** What is known of the sign-in besides user name and password. */
export interface HowToSignIn {
  readonly kind?: FixedCredentials['kind'] | undefined;
  /** The person chose it; no other is tried. */
  readonly only?: SignInWay | undefined;
}

/** Who signs in, with what, and how. */
export interface SignIn extends HowToSignIn {
  readonly user: string;
  /** Password or token. */
  readonly password: string;
}

/** What a server offers on one connection. */
export interface Offer {
  /** In upper case. */
  readonly capabilities: ReadonlySet<string>;
  /** The connection has what -PLUS needs. */
  readonly isBindable: boolean;
}

/** The password stays here: what is sent proves that we know it. */
const withProof = [
  'scram-sha-256-plus',
  'scram-sha-256',
  'scram-sha-1-plus',
  'scram-sha-1',
  'cram-md5',
  // POP3's own (RFC 1939 section 7).
  'apop',
] as const;
const withToken = ['oauthbearer', 'xoauth2'] as const;

/** More names than this tell a person nothing. */
const mostNamed = 10;

/** True where what proves the person is a token, not a password. */
export function isToken({ kind, only }: SignIn): boolean {
  return kind === 'token' || withToken.some(way => way === only);
}

/**
 * The ways that fit, the strongest first. Those that show the server the password are equally strong, so among
 * them the command LOGIN comes first, since every server has it; for anything but ASCII PLAIN does, which is
 * defined to carry UTF-8 (RFC 4616 section 2), while LOGIN is not.
 * @throws MailstowError where there is none, with the reason
 */
export function offeredWays(offer: Offer, signIn: SignIn): readonly SignInWay[] {
  const { user, password, only } = signIn;
  const isLoginOff = offer.capabilities.has('LOGINDISABLED');
  const isOffered = (way: SignInWay) => {
    if (way === 'login-command') return !isLoginOff;
    if (way.endsWith('-plus') && !offer.isBindable) return false;
    return offer.capabilities.has(`AUTH=${way.toUpperCase()}`);
  };
  const clear: readonly SignInWay[] = isAscii(Buffer.from(user + password))
    ? ['login-command', 'plain', 'login']
    : ['plain', 'login-command', 'login'];
  const fitting: readonly SignInWay[] = isToken(signIn) ? withToken : [...withProof, ...clear];
  const ways = fitting.filter(way => isOffered(way) && (only === undefined || way === only));
  if (ways.length === 0) throw noneOffered(offer, signIn, isLoginOff);
  return ways;
}

function noneOffered(offer: Offer, signIn: SignIn, isLoginOff: boolean): MailstowError {
  const { only } = signIn;
  // Behind the encryption it offers more.
  if (offer.capabilities.has('STARTTLS') && (only === undefined || isLoginOff)) {
    return new MailstowError('no-way-to-sign-in-unencrypted');
  }
  const mechanisms = mechanismsIn(offer);
  const offered = [...(isLoginOff ? [] : ['LOGIN-COMMAND']), ...mechanisms].join(', ');
  if (offered === '') return new MailstowError('no-way-to-sign-in');
  if (only !== undefined) {
    return new MailstowError('sign-in-way-not-offered', {
      args: { way: only.toUpperCase(), offered },
    });
  }
  if (isToken(signIn)) return new MailstowError('no-sign-in-by-provider', { args: { offered } });
  return withToken.some(way => mechanisms.includes(way.toUpperCase()))
    ? new MailstowError('only-sign-in-by-provider')
    : new MailstowError('only-other-ways-to-sign-in', { args: { offered } });
}

/** As they are named by RFC 4422 section 3.1; anything else is no name that could be shown. */
function mechanismsIn({ capabilities, isBindable }: Offer): string[] {
  return [...capabilities]
    .flatMap(name => /^AUTH=([A-Z0-9_-]{1,20})$/.exec(name)?.[1] ?? [])
    .filter(name => isBindable || !name.endsWith('-PLUS'))
    .slice(0, mostNamed);
}
