import { dirname, join } from 'node:path';
import { parse } from '../../../shared/search/parse.ts';
import { mostCharacters } from '../../../shared/search/query.ts';
import { withoutAccounts } from '../../../shared/search/settled.ts';
import { ArchiveReader } from '../../engine/archive/archive-reader.ts';
import { Catalog } from '../../engine/catalog/catalog.ts';
import { MailstowError } from '../../engine/errors.ts';
import { counted, moment, number, printable } from '../../engine/report/words.ts';
import { AttachmentReader } from '../../engine/search/attachments/attachment-reader.ts';
import { nodeDoor } from '../../engine/search/attachments/node-door.ts';
import type { SearchRow } from '../../engine/search/search-calls.ts';
import { SearchIndex } from '../../engine/search/search-index.ts';
import { wrong } from '../argument-values.ts';
import type { Action, Surroundings } from './command.ts';
import { laterVersion } from './later-version.ts';
import type { searchOptions } from './option-tables.ts';
import { profileFolder } from './profiles.ts';

/** Messages that are printed together. */
const together = 500;
/** Milliseconds between two words on how far the index is. */
const betweenLines = 2_000;

export const search: Action<typeof searchOptions> = async ({ values, operands }, surroundings) => {
  const { json = false, files = false } = values;
  if (json && files) throw wrong('--json and --files cannot be used together', 'Use one of them.');
  const [folder = '', ...words] = operands;
  const { stderr, stdout, signal, env } = surroundings;
  const archive = new ArchiveReader(folder);
  if (archive.isOfLaterVersion) stderr.write(`Warning: ${laterVersion}.\n`);
  const { query: asked, cut } = parse(words.join(' '));
  if (cut) {
    stderr.write(`Only the first ${number(mostCharacters)} characters of the query are used.\n`);
  }
  const query = withoutAccounts(asked, [archive.account?.user ?? '']);
  if (query === undefined) return 'NO_IP_ADDR_FOUND';
  const spare = join(dirname(profileFolder(env)), 'indexes');
  const reader = new AttachmentReader(nodeDoor());
  const catalog = new Catalog(archive.folder, () => undefined, spare);
  const index = new SearchIndex({ folder: archive.folder, spare, reader });
  const close = async () => void (await Promise.all([index.close(), catalog.close()]));
  // What it waits for is ended with the threads.
  signal.addEventListener('abort', close);
  try {
    await catchUp(catalog, index, surroundings);
    let found = 0;
    for (;;) {
      const page = { sort: 'date', descending: true, offset: found, limit: together } as const;
      const { hits, goesOn } = await index.search({ query, ...page });
      // Files are looked into for a while: what was found by then is printed when there is more.
      if (goesOn && hits.length < together) continue;
      for (const row of await index.rows(query, hits)) {
        stdout.write(json ? asJson(row) : files ? `${row.path}\n` : asText(row));
      }
      found += hits.length;
      if (hits.length < together) break;
    }
    if (!json && !files)
      stdout.write(`${found === 0 ? 'Nothing' : counted(found, 'message')} found.\n`);
    return found === 0 ? 'NO_IP_ADDR_FOUND' : 'SUCCESS';
  } catch (error) {
    if (signal.aborted) throw new MailstowError('search-stopped');
    throw error;
  } finally {
    signal.removeEventListener('abort', close);
    await close();
    await reader.close();
  }
};

/** Says on stderr how far it is, where that takes a while, and what cannot be found. */
async function catchUp(
  catalog: Catalog,
  index: SearchIndex,
  { stderr, signal }: Surroundings,
): Promise<void> {
  let isListing = true;
  const timer = setInterval(async () => {
    const line = await (isListing ? listed(catalog) : indexed(index)).catch(() => undefined);
    if (line !== undefined && !signal.aborted) stderr.write(`${line}\n`);
  }, betweenLines);
  try {
    await catalog.catchUp();
    isListing = false;
    await index.catchUp(false);
  } finally {
    clearInterval(timer);
  }
  const { done, of, unreadable } = await index.status();
  if (done < of) stderr.write(`${counted(of - done, 'message')} not in the index yet.\n`);
  if (unreadable > 0) stderr.write(`${counted(unreadable, 'attachment')} could not be read.\n`);
}

async function listed(catalog: Catalog): Promise<string> {
  const mailboxes = await catalog.mailboxes();
  const messages = mailboxes.reduce((sum, each) => sum + each.messages, 0);
  return `Looking through the archive: ${counted(messages, 'message')} so far`;
}

async function indexed(index: SearchIndex): Promise<string> {
  const { done, of, attachments } = await index.status();
  const files =
    attachments === 0 ? '' : `, ${counted(attachments, 'message')} with attachments to read`;
  return `Indexing: ${number(done)} of ${counted(of, 'message')}${files}`;
}

function asJson({ path, mailbox, uid, subject, from, date, where }: SearchRow): string {
  const time = new Date(date).toISOString();
  return `${JSON.stringify({ path, mailbox, uid, subject, from, date: time, where })}\n`;
}

function asText({ date, sender, subject, mailbox, uid, snippet }: SearchRow): string {
  const inside = snippet.attachment === undefined ? '' : ` (in ${snippet.attachment})`;
  return [
    `${moment(date)}, ${sender}: ${subject}`,
    `  ${mailbox} [${uid}]${inside} ${snippet.text}`,
    '',
  ]
    .map(printable)
    .join('\n');
}
