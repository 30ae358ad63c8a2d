import { rmSync } from 'node:fs';
import { buffer, text } from 'node:stream/consumers';
import { describe, expect, test, vi } from 'vitest';
import { mailboxName } from '../../../electron/engine/mailbox-name.ts';
import type { Deliverable, Host } from '../../../electron/services/host.ts';
import type { Input } from '../../../shared/contract.ts';
import { run, type Stored, store, temporaryFolder } from '../../engine/catalog/an-archive.ts';
import { aProfile } from '../accounts/a-profile.ts';
import { anApp, withAccount } from '../an-app.ts';
import { nobody } from '../nobody.ts';

const page = (...body: string[]) => ({
  body: [
    'Content-Type: multipart/related; boundary=b',
    '',
    '--b',
    'Content-Type: text/html; charset=utf-8',
    '',
    ...body,
    '--b',
    'Content-Type: image/png',
    'Content-ID: <logo@example.org>',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from('png').toString('base64'),
    '--b',
    'Content-Type: application/pdf; name="bill.pdf"',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from('%PDF').toString('base64'),
    '--b',
    'Content-Type: application/octet-stream; name="bill.pdf.exe"',
    '',
    'MZ',
    '--b--',
  ].join('\r\n'),
});

/** A host that remembers what it was asked for. */
function attentive() {
  const delivered: Deliverable[] = [];
  const opened: Deliverable[] = [];
  const shown: string[] = [];
  const host: Host = {
    ...nobody,
    deliver: async file => {
      delivered.push(file);
      return { saved: true };
    },
    open: async file => void opened.push(file),
    show: async path => void shown.push(path),
  };
  return { host, delivered, opened, shown };
}

/** An app whose one account has these messages in its INBOX. */
async function withMail(messages: readonly Stored[], host: Host = nobody) {
  const folder = temporaryFolder();
  await run(folder, async archive =>
    store(await archive.mailbox(mailboxName('INBOX', '/')), messages),
  );
  const test = anApp({ host });
  const { id: accountId } = await test.call('accounts.save', { profile: aProfile({ folder }) });
  const list = async (changes: Partial<Input<'library.messages'>> = {}) => {
    const query = { sort: 'date', descending: true, offset: 0, limit: 100, ...changes } as const;
    return test.call('library.messages', { accountId, ...query });
  };
  /** Asks until all of them are listed: the list fills while it is looked at. */
  const filled = () =>
    vi.waitFor(
      async () => {
        const listed = await list();
        expect(listed.total).toBe(messages.length);
        return listed.rows;
      },
      { timeout: 30_000 },
    );
  return { ...test, accountId, folder, list, filled };
}

describe('the list of an account', () => {
  test('fills by itself, tells the windows, and is sorted', async () => {
    const { list, filled, call, accountId, events } = await withMail([
      { uid: 1, subject: 'Bill', from: 'Shop <shop@example.com>', flags: [] },
      { uid: 2, subject: 'Greetings' },
    ]);
    await filled();
    await vi.waitFor(() =>
      expect(events.filter(({ name }) => name === 'library.changed').at(-1)?.value).toEqual({
        accountId,
        messages: 2,
      }),
    );
    expect(await call('library.mailboxes', { accountId })).toEqual([
      { name: 'INBOX', messages: 2, unread: 1 },
    ]);
    const subjects = async (changes: Partial<Input<'library.messages'>>) =>
      (await list(changes)).rows.map(row => row.subject);
    expect(await subjects({ sort: 'subject', descending: false })).toEqual(['Bill', 'Greetings']);
    expect(await subjects({ sort: 'sender', mailbox: 'INBOX' })).toEqual(['Bill', 'Greetings']);
  });

  test('is empty before the first run, and grows while a run goes on', async () => {
    const messages = ['Subject: One\r\n\r\ntext', 'Subject: Two\r\n\r\ntext'];
    const { call, accountId, events } = await withAccount({
      mailboxes: [{ name: 'INBOX', messages }],
    });
    const query = { accountId, sort: 'subject', descending: false, offset: 0, limit: 10 } as const;
    expect(await call('library.messages', query)).toEqual({
      total: 0,
      rows: [],
      conversations: false,
    });
    await call('runs.start', { accountId });
    await vi.waitFor(
      () =>
        expect(events).toContainEqual({
          name: 'library.changed',
          value: { accountId, messages: 2 },
        }),
      { timeout: 30_000 },
    );
    const { rows } = await call('library.messages', query);
    expect(rows.map(row => row.subject)).toEqual(['One', 'Two']);
  });

  test('finds what another program stored, at a later question', { timeout: 60_000 }, async () => {
    const { folder, filled, list } = await withMail([{ uid: 1, subject: 'One' }]);
    await filled();
    await run(folder, async archive =>
      store(await archive.mailbox(mailboxName('INBOX', '/')), [{ uid: 2, subject: 'Two' }]),
    );
    await vi.waitFor(async () => expect((await list()).total).toBe(2), { timeout: 30_000 });
  });
});

describe('a message', () => {
  test('has its page, its picture and its files', async () => {
    const { host, delivered, opened, shown } = attentive();
    const html =
      '<p>Hello</p><img src="cid:logo@example.org"><img src="https://example.com/t.gif">';
    const { app, call, accountId, filled } = await withMail(
      [{ uid: 1, subject: 'Bill', ...page(html) }],
      host,
    );
    const [row] = await filled();
    const which = { accountId, messageId: row?.id ?? 0 };
    expect(row?.attachments).toBe(2);
    const message = await call('library.message', { ...which, remote: false });
    expect(message).toMatchObject({
      from: 'Accounts Team <accounts@example.org>',
      subject: 'Bill',
      text: 'Hello',
      blockedRemote: 1,
    });
    expect(message.attachments).toMatchObject([
      { index: 0, name: 'bill.pdf', type: 'application/pdf', dangerous: false },
      { index: 1, name: 'bill.pdf.exe', dangerous: true },
    ]);
    const token = /^\/mail\/([0-9a-f]{32})\/$/.exec(message.page ?? '')?.[1] ?? '';
    const shownPage = await app.pages.page(token);
    expect(shownPage?.html).toContain('<p>Hello</p><img src="image-0" />');
    expect(shownPage?.html).not.toContain('example.com');
    expect([shownPage?.remote, app.pages.allowsRemote(token)]).toEqual([false, false]);
    const part = await app.pages.part(token, 'image-0');
    expect(part?.type).toBe('image/png');
    expect(part && (await text(await part.open()))).toBe('png');
    expect(await app.pages.part(token, 'image-1')).toBeUndefined();
    expect(await app.pages.part(token, '../image-0')).toBeUndefined();
    expect(await call('library.saveAttachment', { ...which, index: 0 })).toEqual({ saved: true });
    const [file] = delivered;
    expect(file && (await buffer(await file.open())).toString()).toBe('%PDF');
    await call('library.openAttachment', { ...which, index: 1 });
    expect(opened.map(({ name, dangerous }) => [name, dangerous])).toEqual([
      ['bill.pdf.exe', true],
    ]);
    await call('library.showFile', which);
    expect(shown).toEqual([message.path]);
    const source = await call('library.source', which);
    expect(source.cut).toBe(false);
    expect(source.text).toMatch(/^From: Accounts Team[\s\S]*--b--$/);
  });

  test('loads pictures from elsewhere only on the page for which that was allowed', async () => {
    const { app, call, accountId, filled } = await withMail([
      { uid: 1, ...page('<img src="https://example.com/t.gif">') },
    ]);
    const [row] = await filled();
    const show = async (remote: boolean) => {
      const which = { accountId, messageId: row?.id ?? 0, remote };
      const { page: address = '', blockedRemote } = await call('library.message', which);
      return { blockedRemote, token: address.split('/')[2] ?? '' };
    };
    const blocked = await show(false);
    const allowed = await show(true);
    expect([blocked.blockedRemote, allowed.blockedRemote]).toEqual([1, 0]);
    expect((await app.pages.page(allowed.token))?.html).toContain('https://example.com/t.gif');
    expect(app.pages.allowsRemote(allowed.token)).toBe(true);
    expect(app.pages.allowsRemote(blocked.token)).toBe(false);
    for (let more = 0; more < 16; more++) await show(false);
    expect(await app.pages.page(allowed.token)).toBeUndefined();
    expect(await app.pages.page('0'.repeat(32))).toBeUndefined();
  });

  test('that is gone, and a file that is gone, say so', async () => {
    const { call, failureOf, accountId, filled } = await withMail([{ uid: 1 }]);
    const [row] = await filled();
    const which = { accountId, messageId: row?.id ?? 0 };
    expect(
      await failureOf('library.message', { ...which, messageId: 4711, remote: false }),
    ).toMatchObject({ kind: 'message-not-stored', scope: 'message' });
    expect(await failureOf('library.saveAttachment', { ...which, index: 3 })).toMatchObject({
      kind: 'message-not-stored',
    });
    const { path } = await call('library.message', { ...which, remote: false });
    rmSync(path);
    expect(await failureOf('library.message', { ...which, remote: false })).toMatchObject({
      kind: 'message-not-stored',
    });
    expect(await failureOf('library.showFile', which)).toMatchObject({
      kind: 'message-not-stored',
    });
  });
});
