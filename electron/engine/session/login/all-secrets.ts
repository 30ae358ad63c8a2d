import type { Secrets } from './secrets.ts';

/** A program that runs for weeks gets a token an hour for each account; the oldest have long expired. */
const most = 200;

/** The passwords and tokens that were used last, each once: masked wherever they turn up. */
export class AllSecrets {
  #all: Secrets[] = [];

  add(secrets: Secrets): void {
    // One that is used again is no old one.
    const others = this.#all.filter(each => !each.isSameAs(secrets));
    this.#all = [...others, secrets].slice(-most);
  }

  text(words: string): string {
    return this.#all.reduce((masked, secrets) => secrets.text(masked), words);
  }
}
