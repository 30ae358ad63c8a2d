import type { SignInWay } from '../../../../shared/model/sign-in-ways.ts';
import type { ChannelBinding } from '../transport/channel-binding.ts';
import { CramMd5 } from './cram-md5.ts';
import type { Exchange, Login } from './exchange.ts';
import { saslLogin } from './login.ts';
import { oauthBearer } from './oauthbearer.ts';
import { plain } from './plain.ts';
import { Scram } from './scram.ts';
import { xoauth2 } from './xoauth2.ts';

/**
 * A new conversation for one try.
 * @param binding of the connection that it is for, which -PLUS needs
 */
export function exchangeOf(
  way: Exclude<SignInWay, 'login-command' | 'apop'>,
  login: Login,
  binding: ChannelBinding | undefined,
): Exchange {
  switch (way) {
    case 'scram-sha-256-plus':
      return new Scram(login, { hash: 'sha256', binding });
    case 'scram-sha-256':
      return new Scram(login, { hash: 'sha256' });
    case 'scram-sha-1-plus':
      return new Scram(login, { hash: 'sha1', binding });
    case 'scram-sha-1':
      return new Scram(login, { hash: 'sha1' });
    case 'cram-md5':
      return new CramMd5(login);
    case 'oauthbearer':
      return oauthBearer(login);
    case 'xoauth2':
      return xoauth2(login);
    case 'plain':
      return plain(login);
    case 'login':
      return saslLogin(login);
  }
}
