/**
 * Copies all bytes of one memory into another. Into memory that threads share V8 copies a few bytes
 * at a time; Node's own copying does not, but is used for a part of a buffer only, so the last byte
 * goes by itself.
 */
export function copyBytes(source: Buffer, target: Buffer, start: number): void {
  const last = source.length - 1;
  if (last < 0) return;
  source.copy(target, start, 0, last);
  target[start + last] = source[last] ?? 0;
}
