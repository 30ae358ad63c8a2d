import { readdirSync } from 'node:fs';
import { extname, join, sep } from 'node:path';

/** A file of the built window, as it is handed to a page. */
export interface WindowFile {
  /** Absolute where the folder is. */
  readonly path: string;
  /** Media type with its character set. */
  readonly type: string;
}

/** What a build of the window consists of. A file of another kind is not handed out. */
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/**
 * Every file of the built window by the path of its address, listed once: what is not in this table is not
 * there, and no address is ever made into a path.
 * @param folder with index.html, which is `/` too
 */
export function builtWindow(folder: string): ReadonlyMap<string, WindowFile> {
  const table = new Map<string, WindowFile>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const type = types[extname(name)];
    if (type === undefined) continue;
    table.set(`/${name.split(sep).join('/')}`, { path: join(folder, name), type });
  }
  const index = table.get('/index.html');
  if (index !== undefined) table.set('/', index);
  return table;
}
