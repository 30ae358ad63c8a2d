import { AllSecrets } from '../../engine/session/login/all-secrets.ts';
import { Secrets } from '../../engine/session/login/secrets.ts';
import { withoutNames } from '../../log/without-names.ts';

/** Decides what of a person stands in a text that others will read. */
export class Discretion {
  readonly #isNamed: boolean;
  readonly #secrets = new AllSecrets();

  /** @param isNamed addresses, servers, folders and what servers say may stand there, as the person wished */
  constructor(isNamed: boolean) {
    this.#isNamed = isNamed;
  }

  /** A password stands nowhere, whatever the person wished. */
  hide(user: string, password: string): void {
    this.#secrets.add(new Secrets(user, password));
  }

  /** What tells who or where, or repeats what somebody said; nothing at all unless the person wished it. */
  named(...texts: readonly (string | undefined)[]): string {
    if (!this.#isNamed) return '';
    return texts
      .flatMap(text => (text === undefined ? [] : [`, ${this.#secrets.text(text)}`]))
      .join('');
  }

  /** The text of an entry of the log. */
  entry(text: string): string {
    return this.#isNamed ? this.#secrets.text(text) : withoutNames(text);
  }
}
