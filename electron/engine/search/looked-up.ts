import type { Hit } from './find.ts';

/** What came of looking into the files of one question's messages, so that the next page and the next word go on. */
export class LookedUp {
  readonly #verdicts = new Map<number, boolean>();
  #accepted: Hit[] = [];
  #next = 0;

  /** Of the candidates in their order, as far as they were looked into. */
  get accepted(): readonly Hit[] {
    return this.#accepted;
  }

  /** The list of candidates is another one: what was looked into already is known. */
  begin(): void {
    this.#accepted = [];
    this.#next = 0;
  }

  /**
   * Looks into one after the other until there are enough, or the time is over.
   * @returns whether all were looked into
   */
  async goOn(
    candidates: readonly Hit[],
    needed: number,
    until: number,
    look: (hit: Hit) => Promise<boolean>,
  ): Promise<boolean> {
    for (; this.#next < candidates.length; this.#next += 1) {
      if (this.#accepted.length >= needed || performance.now() > until) return false;
      const hit = candidates[this.#next] as Hit;
      const known = this.#verdicts.get(hit.document);
      const fits = known ?? (await look(hit));
      if (known === undefined) this.#verdicts.set(hit.document, fits);
      if (fits) this.#accepted.push(hit);
    }
    return true;
  }
}
