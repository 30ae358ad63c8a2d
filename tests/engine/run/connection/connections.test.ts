import { expect } from 'vitest';
import { test } from '../../../both-layouts.ts';
import { eventsOf, numbered, scriptedAccount, storedIn } from '../test-account.ts';

/** Enough messages that several commands are needed, so that further connections have work. */
const { mailbox, files } = numbered(1_600);
const second = numbered(600, 'Second').mailbox;

test.each([
  ['Gmail, imapsync#61', 'NO [ALERT] Too many simultaneous connections. (Failure)'],
  [
    'Dovecot, imap-backup#123',
    'NO [LIMIT] Maximum number of connections from user+IP exceeded (mail_max_userip_connections=10)',
  ],
])('a server that refuses one connection more is asked once (%s)', async (_name, words) => {
  const account = await scriptedAccount({
    mailboxes: [mailbox, second],
    onCommand: ({ name, tag, connection }) =>
      name === 'LOGIN' && connection > 2 ? `${tag} ${words}\r\n` : 'default',
  });
  const result = await account.run({ mailboxes: ['INBOX', 'Second'], connections: 4 });
  expect(result).toMatchObject({ stored: 2_200, problems: [] });
  expect(storedIn(account.folder)).toMatchObject(files());
  // Four were wanted, two were had, and the second mailbox does not try again.
  expect(account.server.connections).toHaveLength(4);
  const warnings = eventsOf(account, 'warning').map(({ message }) => message);
  const ours = warnings.filter(message =>
    message.startsWith('continuing with fewer connections: '),
  );
  expect(ours).toEqual([expect.stringMatching(/Too many|Maximum/)]);
  expect(eventsOf(account, 'waiting')).toEqual([]);
});

test('a server that turns further connections away at the greeting is left in peace', async () => {
  const account = await scriptedAccount({
    mailboxes: [mailbox],
    greeting: connection =>
      connection > 1 ? '* BYE Too many connections\r\n' : '* OK [CAPABILITY IMAP4rev1] Ready\r\n',
  });
  expect(await account.run({ connections: 3 })).toMatchObject({ stored: 1_600, problems: [] });
  expect(eventsOf(account, 'warning')).toHaveLength(1);
});

test('what a further connection had taken when it was lost for good is fetched by the first', async () => {
  const account = await scriptedAccount({
    mailboxes: [mailbox],
    greeting: connection =>
      connection > 2 ? '* BYE Closed\r\n' : '* OK [CAPABILITY IMAP4rev1] Ready\r\n',
    beforeFetchResponse: ({ connection, uid }) =>
      connection === 2 && uid % 100 === 50 ? { stop: { at: 5, how: 'reset' } } : undefined,
  });
  expect(await account.run({ connections: 2 })).toMatchObject({ stored: 1_600, problems: [] });
  expect(storedIn(account.folder)).toEqual(files());
});
