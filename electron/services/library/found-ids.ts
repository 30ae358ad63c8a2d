import type { Query } from '../../../shared/search/query.ts';
import type { SearchIndex } from '../../engine/search/search-index.ts';

/** Hits asked for at a time. */
const atOnce = 10_000;

/** All messages of one account that fit, oldest first. */
export async function foundIds(
  index: SearchIndex,
  query: Query,
  mailbox: string | undefined,
): Promise<number[]> {
  const ids: number[] = [];
  for (;;) {
    const page = { offset: ids.length, limit: atOnce };
    const order = { sort: 'date', descending: false } as const;
    const { hits, goesOn } = await index.search({ query, mailbox, ...order, ...page });
    // Files are still looked into: the same question goes on from there.
    if (goesOn) continue;
    for (const { id } of hits) ids.push(id);
    if (hits.length < atOnce) return ids;
  }
}
