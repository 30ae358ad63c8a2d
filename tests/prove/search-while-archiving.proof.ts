import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Archive } from '../../electron/engine/archive/archive.ts';
import type { MailboxArchive } from '../../electron/engine/archive/mailbox-archive.ts';
import { Catalog } from '../../electron/engine/catalog/catalog.ts';
import { mailboxName } from '../../electron/engine/mailbox-name.ts';
import { SearchIndex } from '../../electron/engine/search/search-index.ts';
import { parse } from '../../shared/search/parse.ts';
import { storeFiles } from '../engine/search/an-archive-of-files.ts';
import { generateMessage } from '../fixtures/mail/corpus.ts';

const rate = 1_000;
/** Seconds of archiving. */
const duration = 30;
/** Milliseconds, of 95 in 100. */
const limits = { 'first rows': 300, 'as typed': 150 } as const;
const typed = 'the message about invoices'.split('');

/**
 * 1,000 messages a second are stored, listed and indexed; meanwhile the window asks for its first rows and for what
 * somebody types. No question fails, none waits; afterwards everything is found.
 */
export async function prove(scale: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'mailstow-search-'));
  const catalog = new Catalog(folder, () => undefined);
  const index = new SearchIndex({ folder });
  const times: Record<keyof typeof limits, number[]> = { 'first rows': [], 'as typed': [] };
  try {
    const archive = await Archive.open({
      ...{ folder, layout: 'folders', extension: '.eml', onWarning: () => undefined },
      account: { user: 'user', host: 'mail.example.org' },
    });
    let isOver = false;
    const following = follow(() => isOver);
    const asking = ask(() => isOver);
    const seconds = Math.max(3, Math.round(duration * scale));
    for (let second = 0; second < seconds; second += 1) {
      const start = performance.now();
      const mailbox = await archive.mailbox(mailboxName(`Folder ${second}`, '/'));
      await storeSome(mailbox, second);
      await wait(Math.max(0, 1_000 - (performance.now() - start)));
    }
    isOver = true;
    await archive.close();
    await Promise.all([following, asking]);
    await catalog.catchUp();
    await index.catchUp(false);
    const { done } = await index.status();
    assert.equal(done, seconds * rate);
    for (const [name, limit] of Object.entries(limits)) {
      const sorted = times[name as keyof typeof limits].toSorted((one, other) => one - other);
      const p95 = sorted[Math.floor(sorted.length * 0.95)] ?? 0;
      console.log(`${name}: ${sorted.length} questions, p95 ${p95.toFixed(0)} ms`);
      assert.ok(sorted.length > 0 && p95 <= limit, `${name} takes more than ${limit} ms`);
    }
  } finally {
    await Promise.all([catalog.close(), index.close()]);
    rmSync(folder, { recursive: true });
  }

  /** As the library does. */
  async function follow(isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      await catalog.catchUp();
      await index.catchUp(true);
      await wait(1_000);
    }
  }

  async function ask(isOver: () => boolean): Promise<void> {
    const firstPage = { sort: 'date', descending: true, offset: 0, limit: 50 } as const;
    // The threads are there before anybody looks.
    await Promise.all([catalog.messages(firstPage), index.status()]);
    for (let letters = 2; !isOver(); letters = letters < typed.length ? letters + 1 : 2) {
      await timed('first rows', () => catalog.messages(firstPage));
      const { query } = parse(typed.slice(0, letters).join(''));
      await timed('as typed', async () => {
        const { hits } = await index.search({ query, ...firstPage });
        await index.rows(query, hits);
      });
      await wait(50);
    }
  }

  async function timed(name: keyof typeof limits, question: () => Promise<unknown>): Promise<void> {
    const start = performance.now();
    await question();
    times[name].push(performance.now() - start);
  }
}

async function storeSome(mailbox: MailboxArchive, second: number): Promise<void> {
  await mailbox.setUidValidity(7);
  const messages = Array.from({ length: rate }, (_, number) => {
    // Long ones take another way to the disk.
    return generateMessage(second * rate + number).subarray(0, 100_000);
  });
  await storeFiles(mailbox, messages);
}
