import { createHmac } from 'node:crypto';
import { exchangeBroken } from './broken.ts';
import type { Exchange, Login } from './exchange.ts';

/**
 * RFC 2195: the server's challenge, hashed with the password. A refusal may mean a wrong password or a user for
 * whom the server keeps none that it could hash: so the next mechanism is tried, and both count as tries.
 */
export class CramMd5 implements Exchange {
  readonly mechanism = 'CRAM-MD5';
  readonly blame = 'mechanism';
  readonly #login: Login;
  isTested = false;
  failure: Exchange['failure'];

  constructor(login: Login) {
    this.#login = login;
  }

  answer(challenge: Buffer | undefined): string | undefined {
    if (challenge === undefined || challenge.length === 0 || this.isTested) {
      this.failure = exchangeBroken(this.mechanism);
      return undefined;
    }
    const { user, secret, hide } = this.#login;
    const digest = createHmac('md5', secret).update(challenge).digest('hex');
    hide(digest);
    this.isTested = true;
    return `${user} ${digest}`;
  }
}
