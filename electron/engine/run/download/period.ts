import type { Period } from '../../../../shared/model/verdict.ts';

/** The period that covers both; undefined where there is none. */
export function covering(one?: Period, other?: Period): Period | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return {
    oldest: Math.min(one.oldest, other.oldest),
    newest: Math.max(one.newest, other.newest),
  };
}
