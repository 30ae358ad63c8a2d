import { describe, expect, test as onceOnly } from 'vitest';
import { ArchiveReader } from '../../../electron/engine/archive/archive-reader.ts';
import { archivedUids } from '../../../electron/engine/server-search/archived-uids.ts';
import {
  findNotArchived,
  type ServerSearch,
} from '../../../electron/engine/server-search/find-not-archived.ts';
import { withSession } from '../../../electron/services/accounts/access.ts';
import type { RunRequest } from '../../../shared/model/run.ts';
import { parse } from '../../../shared/search/parse.ts';
import { forServer } from '../../../shared/search/server-terms.ts';
import { test } from '../../both-layouts.ts';
import type { ServerOptions } from '../../servers/scripted/options.ts';
import { scriptedAccount } from '../run/test-account.ts';

const letter = (subject: string, flags: readonly string[] = []) => ({
  bytes: `From: Anna <anna@example.org>\r\nSubject: ${subject}\r\nMessage-ID: <${subject}@example.org>\r\n\r\n${subject}.\r\n`,
  flags,
});

const mailboxes = () => [
  { name: 'INBOX', messages: [letter('harvest'), letter('prices')] },
  { name: 'Work', messages: [letter('harvest plan')] },
  { name: 'Junk', messages: [] },
];

async function account(options: ServerOptions = {}) {
  const own = await scriptedAccount({ mailboxes: mailboxes(), ...options });
  const { server, folder } = own;
  const access = {
    server: { host: '127.0.0.1', port: server.port, security: 'none' as const },
    credentials: { user: 'user', password: 'secret' },
  };
  const find = async (typed: string, changes: Partial<ServerSearch> = {}, isThere = true) => {
    const search: ServerSearch = {
      query: forServer(parse(typed).query).said,
      leftOut: [],
      selection: { headersOnly: false, unseenOnly: false },
      ...changes,
    };
    const reader = isThere ? new ArchiveReader(folder) : undefined;
    const archive = reader && { names: reader.names, uids: archivedUids(reader, () => true) };
    const { signal } = new AbortController();
    return withSession(access, signal, session => findNotArchived(session, search, archive));
  };
  return { ...own, find };
}

const everything: Partial<RunRequest> = { mailboxes: 'all' };

describe('what is not archived', () => {
  test('is counted in every folder of the account, and nothing is changed', async () => {
    const { run, find, server } = await account();
    await run(everything);
    expect(await find('harvest')).toEqual({ notArchived: 0 });
    server.mailbox('INBOX').append(letter('harvest'), letter('snow'));
    server.mailbox('Junk').append(letter('a harvest of prizes'));
    expect(await find('harvest')).toEqual({ notArchived: 2 });
    expect(await find('harvest', { leftOut: ['Junk'] })).toEqual({ notArchived: 1 });
    expect(await find('subject:snow or in:junk')).toEqual({ notArchived: 2 });
    expect(await find('in:junk')).toEqual({ notArchived: 1 });
    expect(await find('harvest -in:junk')).toEqual({ notArchived: 1 });
    expect(await find('harvest in:nowhere')).toEqual({ notArchived: 0 });
    expect(server.changes).toBe(0);
    expect(server.commands.map(({ name }) => name)).not.toContain('SELECT');
  });

  test('is all there is where nothing was archived yet', async () => {
    const { find } = await account();
    expect(await find('harvest', {}, false)).toEqual({ notArchived: 2 });
  });

  test('is nothing where a message stands under another folder', async () => {
    const { run, find, server } = await account({
      mailboxes: [
        { name: 'INBOX', messages: [letter('harvest')] },
        { name: 'All Mail', attributes: ['\\All'], messages: [letter('harvest')] },
        { name: 'Spam', attributes: ['\\Junk'], messages: [] },
      ],
    });
    await run(everything);
    expect(await find('harvest')).toEqual({ notArchived: 0 });
    expect(await find('harvest in:inbox')).toEqual({ notArchived: 0 });
    // A message of both folders is one message.
    for (const name of ['INBOX', 'All Mail']) server.mailbox(name).append(letter('harvest again'));
    server.mailbox('Spam').append(letter('harvest now'));
    expect(await find('harvest')).toEqual({ notArchived: 2 });
    expect(await find('harvest in:inbox')).toEqual({ notArchived: 1 });
  });

  onceOnly('is looked into alone: what is archived no server has to read again', async () => {
    const { run, find, server } = await account();
    await run(everything);
    server.mailbox('INBOX').append(letter('harvest'));
    const before = server.commands.length;
    await find('harvest');
    const searches = server.commands
      .slice(before)
      .filter(({ name }) => name === 'UID SEARCH')
      .map(({ line }) => line.replace(/^\S+ UID SEARCH RETURN \(ALL COUNT\) /, ''));
    expect(searches).toEqual(['UID 1:*', 'UID 3 TEXT "harvest"', 'UID 1:*']);
  });

  onceOnly(
    'is what the account archives: read messages are not, where it leaves them out',
    async () => {
      const { find } = await account({
        mailboxes: [
          { name: 'INBOX', messages: [letter('harvest', ['\\Seen']), letter('harvest')] },
        ],
      });
      const selection = { headersOnly: false, unseenOnly: true };
      expect(await find('harvest', { selection }, false)).toEqual({ notArchived: 1 });
    },
  );
});

describe('what keeps a folder from being asked', () => {
  test('a folder that was numbered anew is said to be', async () => {
    const { run, find, server } = await account();
    await run(everything);
    server.mailbox('INBOX').uidValidity = 2;
    server.mailbox('Work').append(letter('harvest'));
    expect(await find('harvest')).toMatchObject({
      notArchived: 1,
      problem: { code: 'mailbox-renumbered', args: { mailbox: 'INBOX' } },
    });
  });

  onceOnly('is said, and the others are asked', async () => {
    const { find, server } = await account({
      onCommand: ({ name, tag, line }) =>
        name === 'UID SEARCH' && line.includes('CHARSET')
          ? `${tag} NO [BADCHARSET (US-ASCII)] no\r\n`
          : name === 'EXAMINE' && line.includes('INBOX')
            ? `${tag} NO not now\r\n`
            : 'default',
      capabilities: ['IMAP4rev1'],
    });
    expect(await find('harvest', {}, false)).toMatchObject({
      notArchived: 1,
      problem: { code: 'mailbox-refused', mailbox: 'INBOX' },
    });
    expect(await find('Grüße in:work', {}, false)).toMatchObject({
      notArchived: 0,
      problem: { serverText: expect.stringContaining('BADCHARSET') },
    });
    expect(server.changes).toBe(0);
  });
});
