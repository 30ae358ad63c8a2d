import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { MailstowError } from '../../../electron/engine/errors.ts';
import type { Deliverable, Host } from '../../../electron/services/host.ts';
import { openedFiles } from '../../../shared/model/library.ts';
import { temporaryFolder } from '../accounts/a-profile.ts';
import { anApp } from '../an-app.ts';
import { nobody } from '../nobody.ts';

const hostile = [
  'From: Ann <ann@example.org>',
  'To: =?utf-8?q?B=C3=B3b?= <bob@example.org>',
  'Subject: <script>alert(1)</script>',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<style>html,body,*{display:none!important;opacity:0!important}</style>',
  '<p style="margin-top:-900px">You have won.<img src="https://example.com/1.png"></p>',
  '',
].join('\r\n');

/** A message that was opened from its file: what is done with it needs no archive. */
function anOpened(text: string, changes: Partial<Host> | 'browser' = {}) {
  const path = join(temporaryFolder(), 'A letter.eml');
  writeFileSync(path, text);
  const delivered: Deliverable[] = [];
  const dragged: Deliverable[] = [];
  const visited: string[] = [];
  const pages: string[] = [];
  const host: Host = {
    ...nobody,
    kind: 'desktop',
    mailAddress: token => token,
    deliver: async file => {
      delivered.push(file);
      return { saved: true };
    },
    visit: async address => {
      visited.push(address);
      return true;
    },
    drag: async files => void dragged.push(...files),
    paper: {
      pdf: async token => {
        pages.push((await test.app.pages.page(token))?.html ?? '');
        return Buffer.from('%PDF');
      },
      print: async token => void pages.push((await test.app.pages.page(token))?.html ?? ''),
    },
    ...(changes === 'browser' ? {} : changes),
  };
  const mailAddress = (token: string) => token;
  const browser: Host = { ...nobody, mailAddress };
  const test = anApp({ host: changes === 'browser' ? browser : host });
  const messageId = test.app.openedFiles.open(path);
  const which = { accountId: openedFiles, messageId };
  return { ...test, which, path, delivered, dragged, visited, pages };
}

const bytesOf = async (file: Deliverable | undefined) =>
  file === undefined ? undefined : buffer(await file.open());

test('a message is saved and dragged as its file, byte for byte, under its name', async () => {
  const { call, which, delivered, dragged } = anOpened(hostile);
  await call('library.saveMessage', which);
  expect(delivered[0]?.name).toBe('A letter.eml');
  expect((await bytesOf(delivered[0]))?.toString()).toBe(hostile);
  await call('library.drag', { messages: [{ accountId: openedFiles, ids: [which.messageId] }] });
  expect(dragged.map(({ name }) => name)).toEqual(['A letter.eml']);
  expect((await bytesOf(dragged[0]))?.toString()).toBe(hostile);
});

test('on paper the head of a message stands whatever its styles say, in words of the window', async () => {
  const { call, which, delivered, pages, app } = anOpened(hostile);
  await call('library.savePdf', { ...which, remote: false });
  expect(delivered[0]?.name).toBe('A letter.pdf');
  expect((await bytesOf(delivered[0]))?.toString()).toBe('%PDF');
  await call('library.print', { ...which, remote: false });
  expect(pages[1]).toBe(pages[0]);
  const [page = ''] = pages;
  expect(page).toContain('<dt>From</dt><dd>Ann &lt;ann@example.org&gt;</dd>');
  expect(page).toContain('<dd>Bób &lt;bob@example.org&gt;</dd>');
  expect(page).toContain('<h1>&lt;script&gt;alert(1)&lt;/script&gt;</h1>');
  expect(page).toMatch(/<html lang="en" style="[^"]*display:block!important/);
  expect(page).not.toMatch(/<script|src="https/);
  // Its address is forgotten with it.
  expect(app.pages.allowsRemote('')).toBe(false);
});

test('in a browser the page prints, in a frame that it may have printed', async () => {
  const { call, failureOf, which, app } = anOpened(hostile, 'browser');
  const { page = '' } = await call('library.print', { ...which, remote: false });
  expect(await app.pages.page(page)).toMatchObject({ isPrinted: true, remote: false });
  const refused = await failureOf('library.savePdf', { ...which, remote: false });
  expect(refused.message).toContain('only in the Mailstow app');
  expect(await call('library.reply', which)).toEqual({
    address: 'mailto:ann@example.org?subject=Re%3A%20%3Cscript%3Ealert(1)%3C%2Fscript%3E',
  });
});

test('a reply begins in the mail program; where it cannot, that is said', async () => {
  const { call, which, visited } = anOpened(hostile);
  expect(await call('library.reply', which)).toEqual({});
  expect(visited).toEqual([
    'mailto:ann@example.org?subject=Re%3A%20%3Cscript%3Ealert(1)%3C%2Fscript%3E',
  ]);
  const none = anOpened('Subject: x\r\n\r\n');
  const nobodyThere = await none.failureOf('library.reply', none.which);
  expect(nobodyThere.message).toBe('This message names no address to reply to.');
  const without = anOpened(hostile, {
    visit: async () => {
      throw new MailstowError('no-mail-program');
    },
  });
  const failure = await without.failureOf('library.reply', without.which);
  expect(failure.message).toContain('no mail program');
});

test('more than a person waits for while dragging is refused', async () => {
  const { app, failureOf, path, dragged } = anOpened(hostile);
  const ids = Array.from({ length: 101 }, () => app.openedFiles.open(path));
  const failure = await failureOf('library.drag', { messages: [{ accountId: openedFiles, ids }] });
  expect(failure.message).toBe('At most 100 messages or 500 MB can be dragged at once.');
  expect(dragged).toEqual([]);
});
