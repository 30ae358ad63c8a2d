import { execFileSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { fieldCases } from '../fixtures/mail/field-cases.ts';
import { call, saveAccount } from './calls.ts';
import type { DesktopApp } from './electron-host.ts';
import type { Host } from './host.ts';
import { hostileLetters } from './hostile/grammar.ts';
import { test as base, expect } from './own-server.ts';
import { slack } from './scale/attempts.ts';

/** What the letters make the browser complain of is what is counted here. */
const test = base.extend({
  window: async ({ page, host }, use) => {
    await use(await host.open(page, () => undefined));
  },
});

/** A few of each kind here; `npm run prove -- paper` takes all field cases and as many hostile letters. */
const count = Number(process.env.MAILSTOW_PAPER_LETTERS ?? 4);
/** Milliseconds that the process behind the window may be held up by one message. */
const mostDelay = 200 * slack;

test.setTimeout(60_000 + 40_000 * count);
test.use({ trace: 'off' });

test('messages of every kind on paper: none runs, asks for or holds up anything', async ({
  window,
  host,
  serve,
}) => {
  const cases = spread(fieldCases(), count).map(({ name, bytes }) => ({ name, bytes }));
  const hostile = hostileLetters(count, 23).map(({ subject, bytes }) => ({ name: subject, bytes }));
  const messages = [...cases, ...hostile];
  const { port } = await serve({ mailboxes: [{ name: 'INBOX', messages }] });
  const accountId = await saveAccount(window, host.folder, port);
  await call(window, 'runs.start', { accountId });
  const query = { sort: 'date', descending: false, offset: 0, limit: 500 } as const;
  const list = () => call(window, 'library.messages', { accountId, ...query });
  await expect.poll(async () => (await list()).total, { timeout: 60_000 }).toBe(messages.length);
  const paper =
    host.fileDialog === 'system' ? onDesktop(window, host as DesktopApp) : inBrowser(window, host);
  await host.longestDelay();
  const slow: string[] = [];
  let longest = 0;
  for (const { id: messageId, subject } of (await list()).rows) {
    const began = performance.now();
    await paper.make({ accountId, messageId });
    longest = Math.max(longest, performance.now() - began);
    const delay = await host.longestDelay();
    if (delay > mostDelay) slow.push(`${subject}: ${Math.round(delay)} ms`);
  }
  console.log(
    `${messages.length} messages on paper, each within ${Math.round(longest)} ms: ${paper.seen.length} scripts and requests, ${slow.length} held up the app`,
  );
  expect({ seen: paper.seen, slow }).toEqual({ seen: [], slow: [] });
});

/** Some of all, evenly. */
function spread<Item>(all: readonly Item[], count: number): Item[] {
  const step = Math.max(1, all.length / count);
  return Array.from(
    { length: Math.min(count, all.length) },
    (_, index) => all[Math.floor(index * step)],
  ).filter(item => item !== undefined);
}

type Which = { accountId: string; messageId: number };

function watchPage(page: Page, owns: (url: string) => boolean, seen: string[]): void {
  page.on('request', request => {
    const url = request.url();
    if (!owns(url) && !url.startsWith('data:')) seen.push(url);
  });
  page.on('console', message => {
    if (/script|Content Security Policy|blocked/i.test(message.text())) seen.push(message.text());
  });
  page.on('dialog', dialog => void dialog.dismiss().finally(() => seen.push('a dialogue')));
  page.on('popup', popup => seen.push(popup.url()));
}

/** The app's own window for paper, and what pdftotext reads of what it makes. */
function onDesktop(window: Page, host: DesktopApp) {
  const seen: string[] = [];
  host.app.on('window', page => watchPage(page, host.owns, seen));
  const { kept } = host.person;
  return {
    seen,
    async make(which: Which): Promise<void> {
      await call(window, 'library.savePdf', { ...which, remote: false });
      const [name = ''] = readdirSync(kept);
      expect(execFileSync('pdftotext', [join(kept, name), '-'], { encoding: 'utf8' })).toMatch(
        /From/,
      );
      rmSync(join(kept, name));
    },
  };
}

/** The page that a browser prints, in the frame that the window prints it from. */
function inBrowser(window: Page, host: Host) {
  const seen: string[] = [];
  watchPage(window, host.owns, seen);
  return {
    seen,
    async make(which: Which): Promise<void> {
      const { page = '' } = await call(window, 'library.print', { ...which, remote: false });
      const text = await window.evaluate(async address => {
        const frame = document.createElement('iframe');
        frame.setAttribute('sandbox', 'allow-same-origin allow-modals');
        frame.src = address;
        document.body.append(frame);
        await new Promise(resolve => frame.addEventListener('load', resolve));
        const host = frame.contentDocument?.body.firstElementChild;
        const words = host?.shadowRoot?.textContent ?? '';
        frame.remove();
        return words;
      }, page);
      expect(text).toContain('From');
    },
  };
}
