import type { Page } from '@playwright/test';
import { MessageFile } from '../../electron/engine/mail/message-file.ts';
import { viewMessage } from '../../electron/engine/mail/message-view.ts';
import { decodedPieces } from '../../electron/engine/mail/part-bytes.ts';
import { previewKindOf } from '../../electron/engine/reading/preview/preview-kind.ts';
import { type AFile, hostilePage, withFiles } from '../fixtures/mail/close-up.ts';
import { fieldCases } from '../fixtures/mail/field-cases.ts';
import { hostileFiles } from '../fixtures/search/hostile/hostile-files.ts';
import { startServer } from '../servers/scripted/server.ts';
import { call, saveAccount } from './calls.ts';
import { test as base, expect } from './fixture.ts';
import { hostileLetters } from './hostile/grammar.ts';
import { watchWindow } from './hostile/open-all.ts';
import { smoothnessDuring } from './scale/page-figures.ts';

/** What the files make the browser complain of is what is counted here. */
const test = base.extend({
  window: async ({ page, host }, use) => {
    await use(await host.open(page, () => undefined));
  },
});

/** Some here; `npm run prove -- previews` shows a hundred and more. */
const count = Number(process.env.MAILSTOW_HOSTILE_FILES ?? 10);
/** Milliseconds that the window may stand still. */
const mostStill = 1_000;
/** Other programs of the machine hold up pages too: a file freezes one where it does so each time. */
const attempts = 3;

test.setTimeout(60_000 + 30_000 * count);
test.use({ trace: 'off' });

test('hostile files by the dozen are looked at: none runs, loads or freezes anything', async ({
  window,
  host,
}) => {
  const files = drawn(count);
  const messages = [withFiles('Hostile files', files)];
  const server = await startServer({ mailboxes: [{ name: 'INBOX', messages }] });
  const accountId = await saveAccount(window, host.folder, server.port);
  await call(window, 'runs.start', { accountId });
  const query = { sort: 'date', descending: false, offset: 0, limit: 5 } as const;
  const list = () => call(window, 'library.messages', { accountId, ...query });
  await expect.poll(async () => (await list()).total, { timeout: 60_000 }).toBe(1);
  await window.reload();
  await window.getByRole('button', { name: 'Open library' }).click();
  await window.getByRole('option', { name: /Hostile files/ }).click();
  const watch = watchWindow(window, host.owns);
  const freezes: string[] = [];
  let shown = 0;
  await window.getByRole('button', { name: `Preview ${files[0]?.name}`, exact: true }).click();
  for (const [index, { name }] of files.entries()) {
    const there = index === 0 ? ['ArrowRight', 'ArrowLeft'] : ['ArrowLeft', 'ArrowRight'];
    let keys = index === 0 ? [] : there.slice(1);
    for (let attempt = 1; ; attempt += 1) {
      const { still, isShown } = await lookedAt(window, name, keys);
      const isFrozen = still > mostStill;
      if (isFrozen && attempt < attempts) {
        keys = there;
        continue;
      }
      if (isShown) shown += 1;
      if (isFrozen) freezes.push(`${name}: ${Math.round(still)} ms`);
      break;
    }
  }
  const bad = { ...(await watch()), freezes };
  console.log(
    `${files.length} hostile files looked at, ${shown} of them shown: ${JSON.stringify(bad)}`,
  );
  await server.stop();
  expect(shown).toBeGreaterThan(0);
  expect(bad).toEqual({ scripts: [], requests: [], freezes: [] });
});

/** @param keys lead to the file of that name */
async function lookedAt(
  window: Page,
  name: string,
  keys: readonly string[],
): Promise<{ still: number; isShown: boolean }> {
  const dialog = window.getByRole('dialog');
  let isShown = false;
  const { frame, task } = await smoothnessDuring(window, async () => {
    for (const key of keys) await window.keyboard.press(key);
    await expect(dialog.getByRole('heading', { name, exact: true })).toBeVisible();
    const page = dialog.locator('iframe');
    await expect(page.or(dialog.locator('.notice'))).toBeVisible({ timeout: 60_000 });
    isShown = await page.isVisible();
    if (isShown) await expect(dialog.frameLocator('iframe').locator('body')).toBeAttached();
  });
  return { still: Math.max(frame, task), isShown };
}

/** Of each source in turn, each with a name that says what it is. */
function drawn(wanted: number): AFile[] {
  const sources = [
    hostileLetters(Math.ceil(wanted / 2), 11).map(({ bytes }, index) =>
      named(`letter-${index}.html`, contentOf(bytes)),
    ),
    [...hostileFiles(wanted * 4, 11, 0.02)]
      .filter(
        ({ name, bytes }) => previewKindOf(name, '') !== undefined && bytes.length < 2_000_000,
      )
      .map(({ name, bytes }, index) => named(`corpus-${index}-${name}`, bytes)),
    fieldCases().flatMap(({ name, bytes }) => attachedTo(name, bytes)),
    [named('page.html', hostilePage), named('words.csv', 'a,b\n"'.repeat(50_000))],
  ];
  const files: AFile[] = [];
  for (let index = 0; files.length < wanted && index < wanted; index += 1) {
    for (const source of sources) {
      const file = source[index];
      if (file !== undefined && files.length < wanted) files.push(file);
    }
  }
  return files;
}

function named(name: string, bytes: Buffer | string): AFile {
  return { name, type: 'application/octet-stream', bytes };
}

/** What stands in the body of a letter that has one part. */
function contentOf(letter: Buffer): Buffer {
  const file = new MessageFile(letter);
  const text = letter.toString('latin1');
  const start = text.indexOf('\r\n\r\n') + 4;
  const encoding = /Content-Transfer-Encoding: (\S+)/i.exec(text)?.[1]?.toLowerCase() ?? '';
  const pieces = decodedPieces(file, { start, end: letter.length, encoding });
  return Buffer.concat(Array.from(pieces, piece => Buffer.from(piece)));
}

function attachedTo(name: string, bytes: Buffer): AFile[] {
  const file = new MessageFile(bytes);
  const { attachments } = viewMessage(file, { headersOnly: false, remote: false });
  return attachments
    .filter(each => previewKindOf(each.name, each.type) !== undefined)
    .map((each, index) => ({
      name: `${name}-${index}-${each.name.replace(/[^\w.]/g, '_')}`,
      type: each.type,
      bytes: Buffer.concat(
        Array.from(decodedPieces(file, each.place), piece => Buffer.from(piece)),
      ),
    }));
}
