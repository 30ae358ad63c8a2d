import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect } from 'vitest';
import { mailboxName } from '../../../electron/engine/mailbox-name.ts';
import type { SearchRequest } from '../../../electron/engine/search/search-calls.ts';
import { parse } from '../../../shared/search/parse.ts';
import { extensionNow, layoutNow, test } from '../../both-layouts.ts';
import { Random } from '../../fixtures/mail/random.ts';
import { times } from '../../prove/in-proof.ts';
import { run, someDate, store, temporaryFolder } from '../catalog/an-archive.ts';
import { searchOf } from './an-index.ts';

/** Processes that are killed while they index, in each layout. */
const kills = times(3, 50);
/** New messages before each. */
const added = 150;
const program = join(import.meta.dirname, 'indexing-process.ts');

/** Numbers as words, none the beginning of another. */
const wordOf = (uid: number) => `mark${String(uid).padStart(6, '0')}`;

async function addMessages(folder: string, first: number): Promise<void> {
  await run(
    folder,
    async archive => {
      const mailbox = await archive.mailbox(mailboxName('INBOX', '/'));
      await mailbox.setUidValidity(7);
      const messages = Array.from({ length: added }, (_, index) => {
        const uid = first + index;
        return {
          uid,
          subject: `Letter ${uid}`,
          body: `\r\n${wordOf(uid)} and more`,
          date: someDate + uid,
        };
      });
      await store(mailbox, messages);
    },
    { layout: layoutNow(), extension: extensionNow() },
  );
}

/** @returns false where it was done before it was killed */
async function killWhileIndexing(folder: string, delay: number): Promise<boolean> {
  const child = spawn(process.execPath, [program, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (said === '') setTimeout(() => child.kill('SIGKILL'), delay);
    said += text;
  });
  await once(child, 'close');
  expect(said).toMatch(/^begins/);
  return !said.includes('done');
}

test('killed at any moment, no message is missing afterwards (SIGKILL)', {
  timeout: 1_800_000,
}, async () => {
  const random = new Random(layoutNow() === 'flat' ? 11 : 12);
  const folder = temporaryFolder();
  let uid = 1;
  let killed = 0;
  for (let round = 0; round < kills; round += 1) {
    await addMessages(folder, uid);
    uid += added;
    if (await killWhileIndexing(folder, random.integer(0, 1_200))) killed += 1;
    if (random.next() < 0.1) {
      const search = searchOf(folder);
      await search.index.remove();
      await search.index.close();
      await search.catalog.close();
    }
  }
  const search = searchOf(folder);
  await search.catchUp();
  const missing: number[] = [];
  for (let each = 1; each < uid; each += 1) {
    const { hits, total } = await search.index.search(question(wordOf(each)));
    if (total !== 1 || hits.length !== 1) missing.push(each);
  }
  expect(missing).toEqual([]);
  expect((await search.find('more', { limit: 1 })).total).toBeGreaterThanOrEqual(
    Math.min(uid - 1, 1_000),
  );
  console.log(`${layoutNow()}: ${killed} of ${kills} killed, ${uid - 1} messages found`);
});

function question(text: string): SearchRequest {
  const { query } = parse(text);
  return { query, sort: 'date', descending: true, offset: 0, limit: 10 };
}
