import type { Grant } from './grant.ts';
import type { GrantStore } from './renewing.ts';

/** A grant that no account has taken yet: nobody else knows of it. */
export function memoryStore(first: Grant): GrantStore {
  let grant: Grant | undefined = first;
  return {
    find: async () => grant,
    async keep(next) {
      grant = next;
    },
    async forget() {
      grant = undefined;
    },
    alone: work => work(),
  };
}
