import type { Secrets } from './secrets.ts';

/** Every password that was used, each once: masked wherever it turns up. */
export class AllSecrets {
  readonly #all: Secrets[] = [];

  add(secrets: Secrets): void {
    if (!this.#all.some(each => each.isSameAs(secrets))) this.#all.push(secrets);
  }

  text(words: string): string {
    return this.#all.reduce((masked, secrets) => secrets.text(masked), words);
  }
}
