import { signInPolicy } from '../headers.ts';
import type { WebContext } from '../web-context.ts';
import { Attempts } from './attempts.ts';
import { clientAddress } from './client-address.ts';
import { enter } from './enter.ts';
import type { ServerPassword } from './password.ts';
import type { Sessions } from './sessions.ts';
import { type SignInWords, signInPage, signInWords } from './sign-in-page.ts';

const policy = {
  'Content-Security-Policy': signInPolicy,
  // Under no-referrer a browser sends the form with `Origin: null` (Fetch, "append a request Origin header").
  'Referrer-Policy': 'same-origin',
};

/** Signing in with the password of this server. */
export class SignIn {
  readonly #password: ServerPassword;
  readonly #sessions: Sessions;
  readonly #unlocked: (key: Buffer) => void;
  readonly #attempts = new Attempts();

  /** @param unlocked told the key that the password gives, each time it was right */
  constructor(password: ServerPassword, sessions: Sessions, unlocked: (key: Buffer) => void) {
    this.#password = password;
    this.#sessions = sessions;
    this.#unlocked = unlocked;
  }

  async ask(c: WebContext): Promise<Response> {
    return c.html(signInPage(await wordsFor(c)), 401, policy);
  }

  async answer(c: WebContext): Promise<Response> {
    const given = new URLSearchParams(await c.req.text()).get('password') ?? '';
    const words = await wordsFor(c);
    const address = clientAddress(c.env.incoming);
    const outcome = await this.#attempts.try(address, () => this.#password.unlock(given));
    if (outcome === 'wait') {
      const seconds = Math.max(1, Math.ceil(this.#attempts.wait(address) / 1000));
      const headers = { ...policy, 'Retry-After': `${seconds}` };
      return c.html(signInPage(words, words.t('tooMany')), 429, headers);
    }
    if (outcome === 'wrong') return c.html(signInPage(words, words.t('wrong')), 401, policy);
    this.#unlocked(outcome);
    return enter(c, this.#sessions.begin());
  }
}

function wordsFor(c: WebContext): Promise<SignInWords> {
  return signInWords(c.req.header('accept-language'));
}
