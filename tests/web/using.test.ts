import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Account, runChange } from '../../shared/contract.ts';
import { startServer } from '../servers/scripted/server.ts';
import { aProfile, temporaryFolder } from '../services/accounts/a-profile.ts';
import { eventSource, type HeardEvent } from './event-source.ts';
import { type Reply, type ServedApp, servedApp } from './served-app.ts';

const inbox = {
  name: 'INBOX',
  messages: ['Subject: One\r\n\r\nFirst.\r\n', 'Subject: Two\r\n\r\nSecond.\r\n'],
};

const base64 = (text: string) => Buffer.from(text).toString('base64');
const withPage = [
  'From: Accounts Team <accounts@example.org>',
  'Subject: A page',
  'Date: Mon, 1 Jan 2024 10:00:00 +0000',
  'Content-Type: multipart/mixed; boundary=b',
  '',
  '--b',
  'Content-Type: text/html',
  '',
  '<p>Read me</p><script>alert(1)</script><img src="cid:picture@example.org">',
  '--b',
  'Content-Type: image/png',
  'Content-ID: <picture@example.org>',
  'Content-Transfer-Encoding: base64',
  '',
  base64('not quite a picture'),
  '--b',
  'Content-Type: text/plain; name=notes.txt',
  'Content-Disposition: attachment; filename=notes.txt',
  'Content-Transfer-Encoding: base64',
  '',
  base64('Attached.'),
  '--b--',
  '',
].join('\r\n');

/** Asks again until there is something; bounded by the time a test may take. */
async function eventually<Item>(ask: () => Promise<Item | undefined>): Promise<Item> {
  for (;;) {
    const found = await ask();
    if (found !== undefined) return found;
  }
}

/** A signed-in browser's calls; every reply is kept. */
async function windowOf(served: ServedApp) {
  const browser = await served.signedIn();
  const replies: Reply[] = [];
  const call = async (name: string, input: unknown = null) => {
    const reply = await browser(`/call/${name}`, {
      method: 'POST',
      headers: {
        Origin: `http://127.0.0.1:${served.port}`,
        'Content-Type': 'application/json',
      },
      body: JSON.stringify(input),
    });
    replies.push(reply);
    return JSON.parse(reply.text);
  };
  return { browser, call, replies };
}

async function signedInEvents(served: ServedApp) {
  const { headers } = await served.ask(`/?token=${served.token}`);
  return eventSource(served.port, { Cookie: headers['set-cookie']?.[0]?.split(';')[0] ?? '' });
}

/** An account set up in the browser, on a server of the test's own. */
async function withAccount(served: ServedApp, mailbox = inbox) {
  const server = await startServer({ mailboxes: [mailbox] });
  onTestFinished(() => server.stop());
  const window = await windowOf(served);
  const answer = await window.call('accounts.save', {
    profile: aProfile({
      user: 'user',
      server: { host: '127.0.0.1', port: server.port, security: 'none' },
      folder: join(served.root, 'mail'),
      rememberPassword: true,
    }),
    password: 'secret',
  });
  const account: Account = answer.value;
  return { ...window, account };
}

const isNotes = ({ name }: { name: string }) => name === 'notes.txt';
/** The end of the run that is expected to succeed. */
function isDone({ name, value }: HeardEvent): boolean {
  if (name !== 'run.changed') return false;
  const { state, failure, finishedAt } = runChange.parse(value);
  if (finishedAt !== undefined && state !== 'done') throw new Error(JSON.stringify(failure));
  return state === 'done';
}

describe('the window in a browser', () => {
  test('is told what happens, in every window, and one opened later is told when it asks', async () => {
    const served = await servedApp();
    const [one, other] = [await signedInEvents(served), await signedInEvents(served)];
    expect(one.status).toBe(200);
    const { call, account } = await withAccount(served);
    await call('runs.start', { accountId: account.id });
    const [first, second] = await Promise.all([one.until(isDone), other.until(isDone)]);
    expect(first).toMatchObject({ name: 'run.changed', value: { stored: 2 } });
    expect(second.value).toEqual(first.value);
    // A window that is opened later asks.
    expect(await call('runs.list')).toMatchObject({ value: [{ state: 'done', stored: 2 }] });
  });

  test('hears no secret, and none is kept where there is no password to keep it under', async () => {
    const served = await servedApp();
    const events = await signedInEvents(served);
    const { call, account, replies } = await withAccount(served);
    await call('runs.start', { accountId: account.id });
    await events.until(isDone);
    expect(await call('accounts.list')).toMatchObject({ value: [{ hasPassword: true }] });
    expect(await call('app.info')).toMatchObject({ value: { keepsPasswords: false } });
    const told = JSON.stringify([replies, events.heard]);
    for (const folder of [served.userData, served.root]) {
      const kept = contentsOf(folder);
      expect(kept.length).toBeGreaterThan(0);
      for (const text of [told, ...kept]) {
        expect(text).not.toContain('secret');
        expect(text).not.toContain(served.token);
      }
    }
  });

  test('shows a message in a frame that may do nothing, found by its token alone', async () => {
    const served = await servedApp();
    const events = await signedInEvents(served);
    const { browser, call, account } = await withAccount(served, {
      ...inbox,
      messages: [withPage],
    });
    const accountId = account.id;
    await call('runs.start', { accountId });
    await events.until(isDone);
    const query = { accountId, sort: 'date', descending: true, offset: 0, limit: 10 };
    const messageId = await eventually(async () => {
      const { value } = await call('library.messages', query);
      return value.rows[0]?.id;
    });
    const { value } = await call('library.message', {
      accountId,
      messageId,
      remote: false,
    });
    expect(value.page).toMatch(/^\/mail\/[0-9a-f]+\/$/);
    const { status, headers, text } = await served.ask(value.page);
    expect(status).toBe(200);
    expect(text).toContain('Read me');
    expect(text).not.toContain('alert');
    const policy = `${headers['content-security-policy']}`;
    expect(policy).toMatch(/^default-src 'none'; img-src 'self' data:; /);
    expect(policy).toMatch(/sandbox allow-popups allow-popups-to-escape-sandbox;/);
    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy).not.toMatch(/allow-scripts|allow-same-origin|script-src|https:/);
    const picture = /src="([^"]+)"/.exec(text)?.[1] ?? '';
    const part = await served.ask(new URL(picture, `http://mail${value.page}`).pathname);
    expect(part).toMatchObject({ status: 200, text: 'not quite a picture' });
    expect(part.headers['content-type']).toBe('image/png');
    expect((await served.ask('/mail/00000000000000000000000000000000/')).status).toBe(404);
    const { value: saved } = await call('library.saveAttachment', {
      accountId,
      messageId,
      index: value.attachments.find(isNotes).index,
    });
    const attachment = await browser(saved.download);
    expect(attachment).toMatchObject({ status: 200, text: 'Attached.' });
    expect(attachment.headers['content-disposition']).toContain('notes.txt');
  });

  test('saves the report as a download that never runs', async () => {
    const served = await servedApp();
    const events = await signedInEvents(served);
    const { browser, call, account } = await withAccount(served);
    expect(await call('archive.saveReport', { accountId: account.id })).toMatchObject({
      ok: false,
    });
    await call('runs.start', { accountId: account.id });
    await events.until(isDone);
    const { value } = await call('archive.saveReport', { accountId: account.id });
    expect(value).toMatchObject({ saved: false, download: expect.stringMatching(/^\/download\//) });
    const { status, headers, text } = await browser(value.download);
    expect(status).toBe(200);
    expect(text).toContain('</html>');
    expect(headers['content-type']).toBe('application/octet-stream');
    expect(headers['content-disposition']).toMatch(
      /^attachment; filename="Mailstow user [\d-]+\.html"/,
    );
    expect(headers['content-security-policy']).toContain('sandbox');
    // Only for who is signed in.
    expect((await served.ask(value.download)).status).toBe(401);
    expect((await browser('/download/AAAAAAAAAAAAAAAAAAAAAA')).status).toBe(404);
  });

  test('ending the server stops the run and lets go of every browser', async () => {
    const server = await startServer({
      mailboxes: [inbox],
      onCommand: ({ name }) => (name === 'UID FETCH' ? 'silent' : 'default'),
    });
    onTestFinished(() => server.stop());
    const served = await servedApp();
    const events = await signedInEvents(served);
    const { call } = await windowOf(served);
    const { value: account } = await call('accounts.save', {
      profile: aProfile({
        user: 'user',
        server: { host: '127.0.0.1', port: server.port, security: 'none' },
        folder: join(served.root, 'mail'),
      }),
      password: 'secret',
    });
    await call('runs.start', { accountId: account.id });
    await server.received(({ name }) => name === 'UID FETCH');
    await served.close();
    await events.isOver;
    expect(events.heard.at(-1)).toMatchObject({ value: { state: 'stopped' } });
    await expect(served.ask('/')).rejects.toThrow('ECONNREFUSED');
    // The same data can be served again.
    await (await servedApp({ userData: served.userData })).close();
  });

  test('two servers do not share one folder of data', async () => {
    const { userData } = await servedApp();
    await expect(servedApp({ userData })).rejects.toMatchObject({ kind: 'folder-in-use' });
  });
});

describe('folders', () => {
  test('are looked through and made only inside the allowed ones', async () => {
    const served = await servedApp();
    const { call } = await windowOf(served);
    const { value: made } = await call('folders.create', { parent: served.root, name: 'Mail' });
    expect(made).toBe(join(served.root, 'Mail'));
    const { value: seen } = await call('folders.browse', {});
    expect(seen).toEqual({
      path: served.root,
      parent: null,
      folders: [{ name: 'Mail', path: made }],
    });
    const { value: inside } = await call('folders.browse', { path: made });
    expect(inside).toMatchObject({ path: made, parent: served.root, folders: [] });
    const { value: space } = await call('folders.look', { path: join(made, 'not/yet') });
    expect(space.free).toBeGreaterThan(0);
  });

  test('outside of them are neither shown nor used, whatever the way', async () => {
    const served = await servedApp();
    const { call } = await windowOf(served);
    const outside = temporaryFolder();
    symlinkSync(outside, join(served.root, 'link'));
    const ways = ['/', '/etc', join(served.root, '..'), `${served.root}-next`, outside];
    for (const path of [
      ...ways,
      join(served.root, 'link'),
      join(served.root, 'link/deeper'),
      '.',
    ]) {
      const profile = aProfile({ folder: path });
      for (const answer of [
        await call('folders.browse', { path }),
        await call('certificates.browse', { path }),
        await call('folders.look', { path }),
        await call('folders.create', { parent: path, name: 'Mail' }),
        await call('accounts.save', { profile }),
      ]) {
        expect(answer).toMatchObject({ ok: false, failure: { kind: 'output-folder' } });
      }
    }
    expect(readdirSync(outside)).toEqual([]);
  });

  test('show the certificates in them, whatever leads to them, and no other file', async () => {
    const served = await servedApp();
    const { call } = await windowOf(served);
    const keys = join(served.root, 'keys');
    const outside = temporaryFolder();
    mkdirSync(join(keys, 'more.pem'), { recursive: true });
    for (const name of ['ca.PEM', 'b.crt', 'c.cer', 'd.der', 'key.txt', '.hidden.pem']) {
      writeFileSync(join(keys, name), '');
    }
    writeFileSync(join(outside, 'secret.pem'), '');
    symlinkSync(join(keys, 'key.txt'), join(keys, 'linked.pem'));
    symlinkSync(join(outside, 'secret.pem'), join(keys, 'outside.pem'));
    symlinkSync(join(keys, 'nowhere'), join(keys, 'broken.pem'));
    const seen = {
      path: keys,
      parent: served.root,
      folders: [{ name: 'more.pem', path: join(keys, 'more.pem') }],
      files: ['b.crt', 'c.cer', 'ca.PEM', 'd.der', 'linked.pem'].map(name => ({
        name,
        path: join(keys, name),
      })),
    };
    const atFolder = await call('certificates.browse', { path: keys });
    expect(atFolder).toEqual({ ok: true, value: seen });
    // The one that was chosen before.
    const atFile = await call('certificates.browse', { path: join(keys, 'b.crt') });
    expect(atFile).toEqual({ ok: true, value: seen });
    const toOutside = await call('certificates.browse', { path: join(keys, 'outside.pem') });
    expect(toOutside).toMatchObject({ ok: false, failure: { kind: 'output-folder' } });
    const first = await call('certificates.browse', {});
    expect(first.value).toMatchObject({ path: served.root, parent: null, files: [] });
  });

  test('cannot be chosen in a dialog of the system, which would open on another computer', async () => {
    const { call } = await windowOf(await servedApp());
    for (const answer of [
      await call('folders.choose', {}),
      await call('certificates.choose', { what: 'file' }),
    ]) {
      expect(answer).toMatchObject({ ok: false, failure: { kind: 'arguments' } });
    }
  });

  test.each(['..', '.', 'a/b', 'a\\b', '/etc', 'nul\0byte'])('%j is no name of one', async name => {
    const served = await servedApp();
    const { call } = await windowOf(served);
    const answer = await call('folders.create', { parent: served.root, name });
    expect(answer).toMatchObject({ ok: false, failure: { kind: 'output-folder' } });
    expect(readdirSync(served.root)).toEqual([]);
  });
});

/** Everything in a folder, as Latin-1. */
function contentsOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => readFileSync(join(entry.parentPath, entry.name), 'latin1'));
}
