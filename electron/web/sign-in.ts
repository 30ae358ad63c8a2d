import type { IncomingMessage, ServerResponse } from 'node:http';
import { Attempts } from './attempts.ts';
import { readBody } from './body.ts';
import { signInPolicy } from './headers.ts';
import type { ServerPassword } from './password.ts';
import { redirect, replyHtml } from './reply.ts';
import type { Sessions } from './sessions.ts';
import { signInPage } from './sign-in-page.ts';

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

  ask(response: ServerResponse): void {
    replyHtml(response, 401, signInPage(), policy);
  }

  /** @throws Refusal for what is no form, or too long a one */
  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = new URLSearchParams(await readBody(request, 'application/x-www-form-urlencoded'));
    const given = form.get('password') ?? '';
    const outcome = await this.#attempts.try(() => this.#password.unlock(given));
    if (outcome === 'wait') {
      const seconds = Math.max(1, Math.ceil(this.#attempts.wait / 1000));
      const page = signInPage('Too many attempts. Wait a moment and try again.');
      replyHtml(response, 429, page, { ...policy, 'Retry-After': `${seconds}` });
    } else if (outcome === 'wrong') {
      replyHtml(response, 401, signInPage('That is not the password.'), policy);
    } else {
      this.#unlocked(outcome);
      redirect(response, '/', { 'Set-Cookie': this.#sessions.begin() });
    }
  }
}
