import { describe, test } from 'vitest';
import { realServers } from './real/kinds.ts';
import { tell } from './real/story.ts';

/** The full numbers: `npm run prove -- servers`. */
const perMailbox = 8;

// Servers take their time, and each has its own.
describe.concurrent.each(realServers)('a whole account of $name', kind => {
  const patience = { timeout: 120_000 };
  test.skipIf(kind.missing())(
    'archived, changed and moved, in both layouts',
    patience,
    async () => {
      await tell(kind, perMailbox);
    },
  );
});
