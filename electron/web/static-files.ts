import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';

export interface StaticFile {
  readonly type: string;
  readonly octets: Buffer;
}

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
 * Every file of the built window by its path on the server, read once: what is not in this table is not
 * there, whatever a path says.
 */
export function staticFiles(folder: string): ReadonlyMap<string, StaticFile> {
  const table = new Map<string, StaticFile>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const type = types[extname(name)];
    if (type === undefined) continue;
    const octets = readFileSync(join(folder, name));
    table.set(`/${name.split(sep).join('/')}`, { type, octets });
  }
  const index = table.get('/index.html');
  if (index !== undefined) table.set('/', index);
  return table;
}
