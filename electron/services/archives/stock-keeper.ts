import type { OpenedArchive, Stock } from '../../../shared/contract.ts';
import type { Events } from '../events.ts';
import { Throttle } from '../throttle.ts';
import type { OpenedArchives } from './opened-archives.ts';

/** Milliseconds between two counts of an archive into which somebody else archives. */
const betweenCounts = 2_000;

/** Counts what opened archives hold: when one is opened, and again when its list grew. */
export class StockKeeper {
  readonly #opened: OpenedArchives;
  readonly #stock: (id: string) => Promise<Stock>;
  readonly #due = new Map<string, Throttle>();

  /** @param stock what an archive holds, once all of it is listed; rejects where it is gone */
  constructor(opened: OpenedArchives, stock: (id: string) => Promise<Stock>, events: Events) {
    this.#opened = opened;
    this.#stock = stock;
    events.subscribe(event => {
      if (event.name === 'library.changed') this.count(event.value.accountId);
    });
  }

  /** Those that nobody has counted are counted now. */
  list(): OpenedArchive[] {
    const archives = this.#opened.list();
    for (const { id, stock } of archives) if (stock === undefined) this.count(id);
    return [...archives];
  }

  /** Tells by `archives.changed`. */
  count(id: string): void {
    if (this.#opened.find(id) === undefined) return;
    const due = this.#due.get(id) ?? new Throttle(betweenCounts, () => void this.#count(id));
    this.#due.set(id, due);
    due.request();
  }

  async #count(id: string): Promise<void> {
    try {
      const { stock: before } = this.#opened.find(id) ?? {};
      const stock = await this.#stock(id);
      if (JSON.stringify(stock) !== JSON.stringify(before)) this.#opened.noteStock(id, stock);
    } catch {
      // It is shown without, and counted when it is there again.
    }
  }
}
