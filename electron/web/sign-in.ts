import type { IncomingMessage, ServerResponse } from 'node:http';
import { Attempts } from './attempts.ts';
import { readBody } from './body.ts';
import { clientAddress } from './client-address.ts';
import { signInPolicy } from './headers.ts';
import type { ServerPassword } from './password.ts';
import { redirect, replyHtml } from './reply.ts';
import type { Sessions } from './sessions.ts';
import { signInPage } from './sign-in-page.ts';
import { signInWords } from './sign-in-words.ts';

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

  ask({ headers }: IncomingMessage, response: ServerResponse): void {
    replyHtml(response, 401, signInPage(signInWords(headers['accept-language'])), policy);
  }

  /** @throws Refusal for what is no form, or too long a one */
  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = new URLSearchParams(await readBody(request, 'application/x-www-form-urlencoded'));
    const given = form.get('password') ?? '';
    const words = signInWords(request.headers['accept-language']);
    const address = clientAddress(request);
    const outcome = await this.#attempts.try(address, () => this.#password.unlock(given));
    if (outcome === 'wait') {
      const seconds = Math.max(1, Math.ceil(this.#attempts.wait(address) / 1000));
      const page = signInPage(words, words.tooMany);
      replyHtml(response, 429, page, { ...policy, 'Retry-After': `${seconds}` });
    } else if (outcome === 'wrong') {
      replyHtml(response, 401, signInPage(words, words.wrong), policy);
    } else {
      this.#unlocked(outcome);
      redirect(response, '/', { 'Set-Cookie': this.#sessions.begin() });
    }
  }
}
