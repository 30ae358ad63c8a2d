import { fieldCases } from '../fixtures/mail/field-cases.ts';
import { startServer } from '../servers/scripted/server.ts';
import { call, saveAccount } from './calls.ts';
import { expect, test } from './fixture.ts';

/** Dates are shown in the list, pages in a frame, and what a saved attachment holds has a test of its own. */
function asSeen(expected: unknown) {
  const { html, date, attachments, ...seen } = expected as {
    html: string | null;
    date: string | null;
    attachments: { sha256: string }[];
  };
  const unsummed = attachments.map(({ sha256, ...attachment }) => attachment);
  return { ...seen, hasPage: html !== null, attachments: unsummed };
}

test('every field case is shown as `mailstow show --json` prints it', async ({ window, host }) => {
  const cases = fieldCases();
  const messages = cases.map(({ bytes }) => bytes);
  const server = await startServer({ mailboxes: [{ name: 'INBOX', messages }] });
  const accountId = await saveAccount(window, host.folder, server.port);
  await call(window, 'runs.start', { accountId });
  const query = { sort: 'date', descending: false, offset: 0, limit: 500 } as const;
  const list = () => call(window, 'library.messages', { accountId, ...query });
  await expect.poll(async () => (await list()).total, { timeout: 60_000 }).toBe(cases.length);
  const seen = new Set<string>();
  for (const { id: messageId } of (await list()).rows) {
    const { page, path, ...message } = await call(window, 'library.message', {
      accountId,
      messageId,
      remote: false,
    });
    const uid = Number(/\[(\d+)\]\.eml$/.exec(path)?.[1]);
    const found = cases[uid - 1];
    if (found === undefined) throw new Error(`No case has ${path}.`);
    const { subject, from, to, cc, text, note = null } = message;
    const hasPage = page !== undefined;
    const attachments = message.attachments.map(
      ({ index, openable, preview, ...attachment }) => attachment,
    );
    expect({ subject, from, to, cc, text, note, hasPage, attachments }, found.name).toEqual(
      asSeen(found.expected),
    );
    seen.add(found.name);
  }
  expect([...seen].sort()).toEqual(cases.map(({ name }) => name));
  await server.stop();
});
