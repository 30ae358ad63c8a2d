import type { NumbersQuery, YearSum } from './catalog-calls.ts';

/** What is read of messages, one place a message. */
interface Piece {
  readonly ids: readonly number[];
  readonly authors: readonly number[];
  readonly dates: readonly number[];
  readonly sizes: readonly number[];
}

/** Sums by year and author, in 16 bytes an author. */
export class Tally {
  readonly #query: NumbersQuery;
  readonly #years: { messages: number; bytes: number }[];
  #messagesOf = new Uint32Array(1_024);
  #bytesOf = new Float64Array(1_024);
  #lastOf = new Float64Array(1_024);
  #messages = 0;
  #bytes = 0;
  #undated = 0;

  constructor(query: NumbersQuery) {
    this.#query = query;
    this.#years = query.starts.slice(1).map(() => ({ messages: 0, bytes: 0 }));
  }

  add({ ids, authors, dates, sizes }: Piece): void {
    for (const [index, id] of ids.entries()) {
      const size = sizes[index] ?? 0;
      this.#messages += 1;
      this.#bytes += size;
      const year = this.#years[this.#yearOf(dates[index] ?? 0)];
      if (year === undefined) this.#undated += 1;
      else {
        year.messages += 1;
        year.bytes += size;
      }
      this.#addTo(authors[index] ?? 0, size, id);
    }
  }

  sums() {
    const { firstYear } = this.#query;
    const years: YearSum[] = this.#years
      .map((sums, index) => ({ year: firstYear + index, ...sums }))
      .filter(({ messages }) => messages > 0);
    return { messages: this.#messages, bytes: this.#bytes, years, undated: this.#undated };
  }

  /** @returns so many at most, those with the most messages first */
  authorsWithMost(most: number): number[] {
    let least = 1;
    while (this.#authorsFrom(least) > most) least *= 2;
    const found: number[] = [];
    for (const [author, messages] of this.#messagesOf.entries()) {
      if (messages >= least) found.push(author);
    }
    return found.sort((a, b) => this.ofAuthor(b).messages - this.ofAuthor(a).messages);
  }

  ofAuthor(author: number) {
    return {
      messages: this.#messagesOf[author] ?? 0,
      bytes: this.#bytesOf[author] ?? 0,
      lastId: this.#lastOf[author] ?? 0,
    };
  }

  #authorsFrom(least: number): number {
    let authors = 0;
    for (const messages of this.#messagesOf) if (messages >= least) authors += 1;
    return authors;
  }

  #addTo(author: number, size: number, id: number): void {
    while (author >= this.#messagesOf.length) this.#grow();
    this.#messagesOf[author] = (this.#messagesOf[author] ?? 0) + 1;
    this.#bytesOf[author] = (this.#bytesOf[author] ?? 0) + size;
    this.#lastOf[author] = id;
  }

  #grow(): void {
    const length = this.#messagesOf.length * 2;
    const [messages, bytes, last] = [this.#messagesOf, this.#bytesOf, this.#lastOf];
    this.#messagesOf = new Uint32Array(length);
    this.#bytesOf = new Float64Array(length);
    this.#lastOf = new Float64Array(length);
    this.#messagesOf.set(messages);
    this.#bytesOf.set(bytes);
    this.#lastOf.set(last);
  }

  /** @returns -1, or one too many, where it is in none of them */
  #yearOf(date: number): number {
    const { starts } = this.#query;
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= date) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}
