import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { call, saveAccount } from './calls.ts';
import type { DesktopApp } from './electron-host.ts';
import type { Host } from './host.ts';
import { tracker } from './letters.ts';
import { test as base, expect } from './own-server.ts';
import { lookAt } from './screens.ts';

const html = `<style>body, html { visibility: hidden !important }</style>
<p style="visibility: visible !important">Dear team, here is the invoice.</p><img src="${tracker}">`;

function letter(subject: string, day: number, body: string, type = 'text/plain') {
  const internalDate = new Date(Date.UTC(2024, 4, day, 12));
  const head = [
    'From: Billing Team <billing@example.com>',
    'To: "Accounts Team" <accounts@example.org>',
    `Subject: ${subject}`,
    `Date: ${internalDate.toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <letter-${day}@example.com>`,
    'MIME-Version: 1.0',
    `Content-Type: ${type}; charset=utf-8`,
  ];
  return { bytes: `${head.join('\r\n')}\r\n\r\n${body}\r\n`, internalDate };
}

/** Newest last; what mbox files and names of files have to cope with. */
const letters = [
  letter('Plain', 1, 'Words.\r\nFrom here on\r\n>From there\r\nThe end.'),
  letter('Plain', 2, 'Only line feeds\nFrom a\n\nFrom b'),
  letter('a/../b: "c"? 日本', 3, '\u0000\u0001 not only text'),
  letter('Invoice 4711', 4, html, 'text/html'),
];

interface Fixtures {
  /** The account's id; the window shows its library. */
  readonly accountId: string;
  /** Does something that saves a file, and gives it. */
  readonly saving: (act: () => Promise<void>) => Promise<{ name: string; path: string }>;
}

const test = base.extend<Fixtures>({
  accountId: async ({ window, host, serve }, use) => {
    const { port } = await serve({ mailboxes: [{ name: 'INBOX', messages: letters }] });
    const accountId = await saveAccount(window, host.folder, port);
    await call(window, 'runs.start', { accountId });
    const state = async () => (await call(window, 'runs.list', undefined)).at(-1)?.state;
    await expect.poll(state).toBe('done');
    await expect.poll(async () => (await list(window, accountId)).total).toBe(letters.length);
    await window.evaluate(`location.hash = '#/library/${accountId}'`);
    await expect(options(window)).toHaveCount(letters.length);
    await use(accountId);
  },
  saving: async ({ window, host }, use, info) => {
    await use(async act => {
      if (host.fileDialog === 'page') {
        const download = window.waitForEvent('download');
        await act();
        const found = await download;
        const path = info.outputPath(found.suggestedFilename());
        await found.saveAs(path);
        return { name: found.suggestedFilename(), path };
      }
      const { kept } = (host as DesktopApp).person;
      const before = new Set(readdirSync(kept));
      await act();
      const added = () =>
        readdirSync(kept).filter(name => !before.has(name) && !name.endsWith('.part'));
      await expect.poll(added).toHaveLength(1);
      const [name = ''] = added();
      return { name, path: join(kept, name) };
    });
  },
});

const options = (window: Page) =>
  window.getByRole('listbox', { name: 'Messages' }).getByRole('option');
const bar = (window: Page, name: string) =>
  window.getByRole('toolbar').getByRole('button', { name, exact: true });
const selected = (window: Page) => window.locator('.selection-bar [role=status]');
const hashOf = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex');
const hashes = letters.map(({ bytes }) => hashOf(bytes)).sort();

test.setTimeout(240_000);

/** What Python's own modules read of it: the hash of each message's bytes. */
function readByPython(path: string): { names: string[]; hashes: string[] } {
  const program = `
import hashlib, json, mailbox, re, sys, zipfile
path = sys.argv[1]
if path.endswith('.zip'):
    file = zipfile.ZipFile(path)
    assert file.testzip() is None
    names = file.namelist()
    all = [file.read(name) for name in names]
else:
    box = mailbox.mbox(path, create=False)
    names = []
    all = [re.sub(rb'^>(>*From )', rb'\\1', box.get_bytes(key), flags=re.M) for key in box.keys()]
print(json.dumps({'names': names, 'hashes': sorted(hashlib.sha256(each).hexdigest() for each in all)}))
`;
  return JSON.parse(execFileSync('python3', ['-c', program, path], { encoding: 'utf8' }));
}

const textOfPdf = (path: string) =>
  execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });

test('one message: its file, paper, a reply, the one before and behind', async ({
  window,
  host,
  accountId,
  saving,
}, info) => {
  const asked: string[] = [];
  window.on('request', request => asked.push(request.url()));
  await options(window).first().click();
  await expect(window.getByRole('heading', { name: 'Invoice 4711' })).toBeVisible();
  await lookAt(window, 'message-bar');

  const file = await saving(() => bar(window, 'Save as file (.eml)').click());
  expect(file.name).toBe('2024-05-04 Invoice 4711.eml');
  expect(readFileSync(file.path, 'utf8')).toBe(letters.at(-1)?.bytes);

  await expectReply(window, host);
  const [row] = (await list(window, accountId)).rows;
  const which = { accountId, messageId: row?.id ?? 0 };
  if (host.fileDialog === 'system') await expectPdfOfDesktop(window, host as DesktopApp, saving);
  else {
    await bar(window, 'Print').click();
    const frame = window.frameLocator('.print-frame');
    await expect(frame.getByText('Dear team, here is the invoice.')).toBeAttached();
    const { page = '' } = await call(window, 'library.print', { ...which, remote: false });
    const paper = await window.context().newPage();
    await paper.goto(new URL(page, window.url()).href);
    const path = info.outputPath('print.pdf');
    writeFileSync(path, await paper.pdf({ printBackground: true }));
    await paper.screenshot({ path: 'test-results/screenshots/print-view.png' });
    await paper.close();
    expectPaper(path);
  }

  await window.getByRole('button', { name: 'Next message' }).click();
  await expect(window.getByRole('heading', { name: 'a/../b: "c"? 日本' })).toBeVisible();
  await window.getByRole('button', { name: 'Previous message' }).click();
  await expect(window.getByRole('heading', { name: 'Invoice 4711' })).toBeVisible();
  expect(asked.filter(url => !host.owns(url) && !url.startsWith('mailto:'))).toEqual([]);
});

function expectPaper(path: string): void {
  const text = textOfPdf(path);
  expect(text).toMatch(/^\s*Invoice 4711\n/);
  expect(text).toMatch(/From\s+Billing Team <billing@example\.com>/);
  expect(text).toMatch(/To\s+Accounts Team <accounts@example\.org>/);
  expect(text).toMatch(/Date\s+Saturday,? 4 May 2024/);
  expect(text).toContain('Dear team, here is the invoice.');
}

async function expectReply(window: Page, host: Host): Promise<void> {
  const mailto =
    'mailto:billing@example.com?subject=Re%3A%20Invoice%204711&In-Reply-To=%3Cletter-4%40example.com%3E';
  if (host.fileDialog === 'system') {
    await bar(window, 'Reply in your mail program').click();
    await expect.poll(() => host.opened()).toEqual([mailto]);
    return;
  }
  await window.evaluate(() => {
    HTMLAnchorElement.prototype.click = function () {
      document.body.dataset.followed = this.href;
    };
  });
  await bar(window, 'Reply in your mail program').click();
  await expect(window.locator('body')).toHaveAttribute('data-followed', mailto);
  await window.evaluate(() => {
    delete (HTMLAnchorElement.prototype as Partial<HTMLAnchorElement>).click;
  });
}

async function expectPdfOfDesktop(
  window: Page,
  host: DesktopApp,
  saving: Fixtures['saving'],
): Promise<void> {
  const { name, path } = await saving(() => bar(window, 'Save as PDF').click());
  expect(name).toBe('2024-05-04 Invoice 4711.pdf');
  expectPaper(path);
  await host.app.evaluate(({ webContents }) => {
    const [contents] = webContents.getAllWebContents();
    const kind = Object.getPrototypeOf(contents) as Electron.WebContents;
    kind.print = function (_options, answer) {
      Object.assign(globalThis, { printed: this.getTitle() });
      answer?.(true, '');
    };
    kind.startDrag = ({ file, files = [], icon }) => {
      const isSeen = typeof icon !== 'string' && !icon.isEmpty();
      Object.assign(globalThis, { dragged: { file, files, isSeen } });
    };
  });
  await bar(window, 'Print').click();
  const printed = () => host.app.evaluate(() => (globalThis as { printed?: string }).printed);
  await expect.poll(printed).toBe('Invoice 4711');
  await bar(window, 'Show file').click();
  await expect.poll(async () => (await host.opened()).at(-1)).toContain(host.folder);
  await expectDrag(window, host);
}

async function expectDrag(window: Page, host: DesktopApp): Promise<void> {
  const dragged = () =>
    host.app.evaluate(
      () => (globalThis as { dragged?: { files: string[]; isSeen: boolean } }).dragged,
    );
  await options(window)
    .nth(1)
    .click({ modifiers: ['ControlOrMeta'] });
  await expect(selected(window)).toContainText('2 selected');
  await options(window).first().hover();
  await window.mouse.down();
  await window.mouse.move(300, 300, { steps: 5 });
  await window.mouse.up();
  await expect.poll(dragged).toMatchObject({ isSeen: true });
  const { files = [] } = (await dragged()) ?? {};
  const bytes = files.map(file => hashOf(readFileSync(file))).sort();
  expect(bytes).toEqual(
    letters
      .slice(2)
      .map(letter => hashOf(letter.bytes))
      .sort(),
  );
  expect(files.map(file => file.split('/').at(-1)).sort()).toEqual([
    '2024-05-03 a .. b c 日本.eml',
    '2024-05-04 Invoice 4711.eml',
  ]);
  await window.getByRole('button', { name: 'Clear selection' }).click();
}

const list = (window: Page, accountId: string) =>
  call(window, 'library.messages', {
    ...{ accountId, sort: 'date', descending: true, offset: 0, limit: 10 },
  });

test('several messages: selected by mouse and by keyboard, saved as each kind', async ({
  window,
  host,
  accountId,
  saving,
}) => {
  expect(accountId).not.toBe('');
  const rows = options(window);
  const saveAs = async (kind: string) => {
    await window.getByRole('button', { name: /^Save \d+ messages$/ }).click();
    await window.getByRole('menuitem', { name: kind }).click();
  };
  // By mouse: one after the other, what is open first; then a stretch; then all of the list.
  await rows.first().click();
  await rows.nth(2).click({ modifiers: ['ControlOrMeta'] });
  await expect(selected(window)).toContainText('2 selected');
  await rows.nth(2).click({ modifiers: ['ControlOrMeta'] });
  await expect(selected(window)).toContainText('1 selected');
  await rows.nth(3).click({ modifiers: ['Shift'] });
  await expect(selected(window)).toContainText('2 selected');
  await rows.first().click();
  await expect(selected(window)).toHaveCount(0);
  await rows.nth(3).click({ modifiers: ['Shift'] });
  await expect(selected(window)).toContainText('4 selected');
  await lookAt(window, 'several-selected');
  const zip = await saving(() => saveAs('ZIP file'));
  expect(zip.name).toMatch(/^Mailstow \d{4}-\d\d-\d\d \(4\)\.zip$/);
  const inZip = readByPython(zip.path);
  expect(inZip.hashes).toEqual(hashes);
  expect(inZip.names).toEqual([
    '2024-05-04 Invoice 4711.eml',
    '2024-05-03 a .. b c 日本.eml',
    '2024-05-02 Plain.eml',
    '2024-05-01 Plain.eml',
  ]);
  await expect(window.getByText(/^Saved 4 messages: Mailstow .*\.zip$/)).toBeVisible();
  await lookAt(window, 'several-saved');
  await window.getByRole('button', { name: 'Dismiss' }).click();

  // By keyboard alone.
  await window.getByRole('listbox', { name: 'Messages' }).focus();
  await window.keyboard.press('Escape');
  await expect(selected(window)).toHaveCount(0);
  await window.keyboard.press('Home');
  await window.keyboard.press('Shift+ArrowDown');
  await window.keyboard.press('Shift+ArrowDown');
  await expect(selected(window)).toContainText('3 selected');
  await window.keyboard.press('Space');
  await expect(selected(window)).toContainText('2 selected');
  await window.keyboard.press('ControlOrMeta+a');
  await expect(selected(window)).toContainText('4 selected');
  const mbox = await saving(async () => {
    const button = window.getByRole('button', { name: /^Save \d+ messages$/ });
    for (let tabs = 0; tabs < 5; tabs += 1) {
      await window.keyboard.press('Tab');
      if (await button.evaluate(element => element === document.activeElement)) break;
    }
    await window.keyboard.press('Enter');
    await expect(window.getByRole('menu')).toBeVisible();
    await window.keyboard.type('Mailbox');
    await window.keyboard.press('Enter');
  });
  expect(readByPython(mbox.path).hashes).toEqual(hashes);

  if (host.fileDialog === 'system') {
    await host.choose((host as DesktopApp).person.kept);
    const folder = await saving(() => saveAs('Files in a folder'));
    const files = readdirSync(folder.path);
    expect(files).toHaveLength(4);
    expect(files.map(name => hashOf(readFileSync(join(folder.path, name)))).sort()).toEqual(hashes);
    const pdf = await saving(() => saveAs('PDF'));
    const text = textOfPdf(pdf.path);
    expect(text.match(/From +Billing Team/g)).toHaveLength(4);
    for (const words of ['Only line feeds', 'The end.', 'not only text', 'a/../b: "c"? 日本']) {
      expect(text).toContain(words);
    }
    // pdftotext ends each page in a form feed.
    expect(text.match(/\f/g)).toHaveLength(4);
  }
});
