import { Catalog } from '../../../electron/engine/catalog/catalog.ts';
import { SearchIndex } from '../../../electron/engine/search/search-index.ts';

/** Brings the index of a folder up to date, as the app does, and says when it begins and when it is done. */
const [folder = ''] = process.argv.slice(2);
const catalog = new Catalog(folder, () => undefined);
const index = new SearchIndex({ folder });
await index.status();
process.stdout.write('begins\n');
await catalog.catchUp();
await index.catchUp(false);
process.stdout.write('done\n');
await Promise.all([catalog.close(), index.close()]);
