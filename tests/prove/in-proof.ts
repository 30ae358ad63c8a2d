/** Set for tests that a proof runs with its full numbers, or a part of them. */
const scale = process.env.MAILSTOW_PROOF;

/** How often a test does what a proof does in full. */
export function times(small: number, full: number): number {
  return scale === undefined ? small : Math.ceil(full * Number(scale));
}
