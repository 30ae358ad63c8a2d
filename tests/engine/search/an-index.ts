import { onTestFinished } from 'vitest';
import { Catalog } from '../../../electron/engine/catalog/catalog.ts';
import type { ReadsAttachments } from '../../../electron/engine/search/attachments/reading.ts';
import type { SearchRequest, SearchRow } from '../../../electron/engine/search/search-calls.ts';
import { SearchIndex } from '../../../electron/engine/search/search-index.ts';
import { parse } from '../../../shared/search/parse.ts';

export interface Searched {
  readonly rows: readonly SearchRow[];
  readonly total: number;
  readonly atLeast: boolean;
}

/** The catalog and the index of a folder, which go with the test. */
export function searchOf(folder: string, reader?: ReadsAttachments, spare?: string) {
  const catalog = new Catalog(folder, () => undefined, spare);
  onTestFinished(() => catalog.close());
  const index = new SearchIndex({ folder, reader, spare });
  onTestFinished(() => index.close());
  return {
    catalog,
    index,
    async catchUp(busy = false): Promise<void> {
      await catalog.catchUp();
      await index.catchUp(busy);
    },
    /** Asks until nothing is looked into any more. */
    async find(text: string, changes: Partial<SearchRequest> = {}): Promise<Searched> {
      const { query } = parse(text);
      const all = { sort: 'date', descending: true, offset: 0, limit: 500 } as const;
      const request: SearchRequest = { query, ...all, ...changes };
      for (;;) {
        const { hits, total, atLeast, goesOn } = await index.search(request);
        if (!goesOn) return { rows: await index.rows(query, hits), total, atLeast };
      }
    },
    async subjects(text: string, changes: Partial<SearchRequest> = {}): Promise<string[]> {
      return (await this.find(text, changes)).rows.map(row => row.subject);
    },
  };
}
