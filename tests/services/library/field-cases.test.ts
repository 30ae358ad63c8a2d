import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { expect, onTestFinished, test, vi } from 'vitest';
import { messageJson } from '../../../electron/cli/mailstow/show.ts';
import { MailReader } from '../../../electron/engine/mail/mail-reader.ts';
import { mailboxName } from '../../../electron/engine/mailbox-name.ts';
import type { Deliverable } from '../../../electron/services/host.ts';
import { run, store, temporaryFolder } from '../../engine/catalog/an-archive.ts';
import { fieldCases } from '../../fixtures/mail/field-cases.ts';
import { aProfile } from '../accounts/a-profile.ts';
import { anApp } from '../an-app.ts';
import { nobody } from '../nobody.ts';

test('the app shows of every field case what `mailstow show --json` prints', async () => {
  const cases = fieldCases();
  const folder = temporaryFolder();
  await run(folder, async archive =>
    store(
      await archive.mailbox(mailboxName('INBOX', '/')),
      cases.map(({ bytes }, index) => ({ uid: index + 1, bytes })),
    ),
  );
  const delivered: Deliverable[] = [];
  const host = {
    ...nobody,
    mailAddress: (token: string) => token,
    deliver: async (file: Deliverable) => {
      delivered.push(file);
      return { saved: true };
    },
  };
  const { app, call } = anApp({ host });
  const { id: accountId } = await call('accounts.save', { profile: aProfile({ folder }) });
  const query = { sort: 'date', descending: false, offset: 0, limit: 500 } as const;
  const rows = await vi.waitFor(
    async () => {
      const listed = await call('library.messages', { accountId, ...query });
      expect(listed.total).toBe(cases.length);
      return listed.rows;
    },
    { timeout: 30_000 },
  );
  const reader = new MailReader();
  onTestFinished(() => reader.close());
  for (const row of rows) {
    const which = { accountId, messageId: row.id };
    const { page, path, ...message } = await call('library.message', { ...which, remote: false });
    const view = await reader.view(path, { headersOnly: false, remote: false });
    const json = await messageJson(reader, path, view);
    const { subject, from, to, cc, text, note = null } = message;
    const html = page === undefined ? null : ((await app.pages.page(page))?.html ?? null);
    const attachments = [];
    for (const { index, name, type, size, dangerous } of message.attachments) {
      await call('library.saveAttachment', { ...which, index });
      const file = delivered.at(-1);
      if (file === undefined) throw new Error('Nothing was delivered.');
      const bytes = await buffer(await file.open());
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      attachments.push({ name, type, size, sha256, dangerous });
    }
    // A message that says no date is listed by the day on which the server got it.
    const date = json.date === null ? null : new Date(message.date ?? 0).toISOString();
    expect({ subject, from, to, cc, date, text, html, note, attachments }).toEqual(json);
    expect(row.attachments).toBe(json.attachments.length);
  }
});
