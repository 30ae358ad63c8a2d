import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test as onceOnly, onTestFinished } from 'vitest';
import { layoutNow, test } from '../both-layouts.ts';
import type { ServerOptions } from '../servers/scripted/options.ts';
import { startServer } from '../servers/scripted/server.ts';
import { mailstowHere } from './in-process.ts';

const messages = [1, 2, 3, 4].map(number => ({
  bytes: `From: anna@example.org\r\nSubject: ${number}\r\n\r\n${number}\r\n`,
  flags: number % 2 === 0 ? ['\\Seen'] : [],
}));

async function account(options: ServerOptions = {}) {
  const server = await startServer({ mailboxes: [{ name: 'INBOX', messages }], ...options });
  const folder = mkdtempSync(join(tmpdir(), 'mailstow-search-server-'));
  onTestFinished(async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
    expect(server.faults).toEqual([]);
  });
  const access = ['--server', '127.0.0.1', '--port', String(server.port), '--security', 'none'];
  const env = { MAILSTOW_CONFIG: join(folder, 'config'), PASSWORD: 'secret' };
  const out = join(folder, 'mail');
  const withPassword = [...access, '--user', 'user', '--password-variable', 'PASSWORD'];
  return {
    server,
    out,
    archive: (...more: string[]) => {
      const into = ['--folder', out, '--layout', layoutNow()];
      return mailstowHere(['archive', ...withPassword, ...into, '--quiet', ...more], env);
    },
    search: (...words: string[]) =>
      mailstowHere(['search-server', 'inbox', ...words, ...withPassword], env),
    sent: () =>
      server.commands.filter(({ name }) => /SEARCH|FETCH/.test(name)).map(({ line }) => line),
  };
}

describe('mailstow search-server', () => {
  test('finds, and says which of them the archive lacks', async () => {
    const { archive, search, server, out } = await account();
    expect((await archive('--unread-only')).code).toBe(0);
    const found = await search('FROM', 'anna', 'NOT', 'UID', '1', '--folder', out);
    expect(found.code).toBe(0);
    expect(`${found.stdout}`).toBe('2 not archived\n3 archived\n4 not archived\n');
    expect(found.stderr).toBe('INBOX: 3 found, 2 of them not archived.\n');
    const json = await search('ALL', '--folder', out, '--json');
    expect(JSON.parse(`${json.stdout}`)).toMatchObject({
      mailbox: 'INBOX',
      uids: [1, 2, 3, 4],
      archived: [1, 3],
      notArchived: [2, 4],
    });
    server.mailbox('INBOX').uidValidity = 2;
    expect(await search('ALL', '--folder', out)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('numbered INBOX anew'),
    });
  });

  onceOnly('is asked after EXAMINE, by ESEARCH where it is offered, and closed', async () => {
    const { search, server } = await account();
    expect(`${(await search('SEEN')).stdout}`).toBe('2\n4\n');
    const lines = server.commands.map(({ line }) => line.replace(/^\S+ /, ''));
    const at = lines.indexOf('EXAMINE "INBOX"');
    expect(lines.slice(at, at + 3)).toEqual([
      'EXAMINE "INBOX"',
      'UID SEARCH RETURN (ALL COUNT) SEEN',
      'CLOSE',
    ]);
    expect(server.changes).toBe(0);
  });

  onceOnly('without ESEARCH; in UTF-8 with its charset; nothing found is 1', async () => {
    const { search, server } = await account({ capabilities: ['IMAP4rev1'] });
    expect(await search('HEADER', 'Subject', 'Grüße')).toMatchObject({ code: 1 });
    expect(server.commands.map(({ line }) => line)).toContainEqual(
      expect.stringMatching(/UID SEARCH CHARSET UTF-8 HEADER "Subject" \{7\}/),
    );
  });

  onceOnly('a server of UTF-8 is told of no charset, and one without is quoted', async () => {
    const rev2 = await account({ capabilities: ['IMAP4rev2'] });
    await rev2.search('HEADER', 'Subject', 'Grüße');
    expect(rev2.sent().join()).toMatch(/RETURN \(ALL COUNT\) HEADER "Subject" "Grüße"/);
    const none = await account({
      onCommand: ({ name, tag }) =>
        name === 'UID SEARCH' ? `${tag} NO [BADCHARSET (US-ASCII)] no\r\n` : 'default',
    });
    expect(await none.search('SUBJECT', 'Grüße')).toMatchObject({
      stderr: expect.stringContaining('BADCHARSET (US-ASCII)'),
    });
    expect((await none.search('MODSEQ', '1', 'EMAILID', 'M1')).stderr).toContain(
      'it lacks OBJECTID',
    );
  });

  onceOnly('a result larger than the mailbox is not believed', async () => {
    const { search } = await account({
      onCommand: ({ name, tag }) =>
        name === 'UID SEARCH'
          ? `* ESEARCH (TAG "${tag}") UID ALL 3:4294967295\r\n${tag} OK\r\n`
          : 'default',
    });
    expect(`${(await search('SEEN')).stdout}`).toBe('3\n4\n');
  });
});
