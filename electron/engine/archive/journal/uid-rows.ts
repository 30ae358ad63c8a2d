/**
 * Which row of a table each UID has. Rows are numbered as UIDs come, which is mostly in ascending
 * order: then a row costs four bytes, and is found by bisection. The few others are in a map.
 */
export class UidRows {
  /** By row: the UID where it came in order, else the UID of the row before, so that bisection stays possible. */
  #ascending = new Uint32Array(8);
  readonly #others = new Map<number, number>();
  readonly #removed = new Set<number>();
  #length = 0;
  #last = 0;

  get size(): number {
    return this.#length - this.#removed.size;
  }

  get(uid: number): number | undefined {
    const row = this.#others.get(uid) ?? this.#inOrder(uid);
    return row === undefined || this.#removed.has(row) ? undefined : row;
  }

  /** @param uid one that has no row */
  add(uid: number): number {
    const row = this.#length++;
    if (row === this.#ascending.length) {
      const larger = new Uint32Array(row * 2);
      larger.set(this.#ascending);
      this.#ascending = larger;
    }
    if (uid > this.#last) this.#last = uid;
    else this.#others.set(uid, row);
    this.#ascending[row] = this.#last;
    return row;
  }

  remove(uid: number): void {
    const row = this.get(uid);
    if (row !== undefined) this.#removed.add(row);
  }

  /** All UIDs that have a row, ascending. */
  ascending(): Uint32Array {
    const uids = new Uint32Array(this.size);
    let count = 0;
    let before = 0;
    for (let row = 0; row < this.#length; row++) {
      const uid = this.#ascending[row] ?? 0;
      if (uid !== before && this.get(uid) === row) uids[count++] = uid;
      before = uid;
    }
    for (const [uid, row] of this.#others) if (!this.#removed.has(row)) uids[count++] = uid;
    return this.#others.size === 0 ? uids : uids.sort();
  }

  #inOrder(uid: number): number | undefined {
    let low = 0;
    let high = this.#length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#ascending[middle] ?? 0) < uid) low = middle + 1;
      else high = middle;
    }
    return low < this.#length && this.#ascending[low] === uid ? low : undefined;
  }
}
