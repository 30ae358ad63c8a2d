import { createRequire } from 'node:module';

/** The same API over a binary that comes with the package. */
const { DatabaseSync, StatementSync, constants } = createRequire(import.meta.url)(
  '@photostructure/sqlite',
);

export { constants, DatabaseSync, StatementSync };
