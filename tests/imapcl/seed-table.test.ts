import { existsSync } from 'node:fs';
import { rm, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test as onceOnly } from 'vitest';
import { fileOf, layoutArguments, layoutNow, test } from '../both-layouts.ts';
import type { MailboxOptions } from '../servers/scripted/mailbox.ts';
import { imapcl } from './run-process.ts';
import {
  allFour,
  cleanUpAfterEach,
  fetchedBodies,
  inbox,
  letters,
  setUp,
  stored,
  uidValidity,
} from './scripted-account.ts';

/**
 * The test table of the imapcl manual (sections 4.1 and 4.2), each row under its name, on the scripted
 * server. What the rows say of a real server is in dovecot.test.ts.
 */
cleanUpAfterEach();

/** The flat layout has files of their own for the unseen; folders keep them with all others. */
function unseen(name: string): string {
  return layoutNow() === 'flat' ? name : name.replace('new_', '');
}

describe('the test table of the manual', () => {
  onceOnly('no answer to LOGIN', async () => {
    const { run } = await setUp({
      // Whichever way it is tried: a server that is silent to one way alone is asked in another.
      onCommand: ({ name }) => (/^(LOGIN|AUTHENTICATE)$/.test(name) ? 'silent' : 'default'),
    });
    const { code, stderr, stdout } = await run('--timeout', '1');
    expect(code).toBe(7);
    expect(stderr).toMatch(/^Bad Response :\($/m);
    expect(stdout).toBe('');
    expect(stderr).not.toMatch(/secret/);
  });

  test('odd completion text (`TAG OK fetch`)', async () => {
    const { run, place } = await setUp({
      onCommand: ({ name }) => (name === 'UID FETCH' ? { completion: 'OK fetch' } : 'default'),
    });
    expect(await run()).toMatchObject({ code: 0, stdout: 'Stored 4 Messages\n' });
    expect(await stored(place.out)).toEqual(allFour);
  });

  test('changed UIDVALIDITY', async () => {
    const { run, place, server } = await setUp();
    await run();
    server.mailbox('INBOX').rebuild(77, old => 100 + old);
    server.mailbox('INBOX').append('Subject: Five\r\n\r\nNew.\r\n');
    const { code, stdout } = await run();
    expect(code).toBe(0);
    expect(stdout).toBe('Renamed 4 Messages\nStored 1 Messages\n');
    expect(Object.keys(await stored(place.out))).toEqual([
      ...['MSG_INBOX_101.txt', 'MSG_INBOX_102.txt', 'MSG_INBOX_103.txt', 'MSG_INBOX_104.txt'],
      'MSG_INBOX_105.txt',
    ]);
    expect((await stored(place.out))['MSG_INBOX_102.txt']).toBe(letters[1]);
    expect(await uidValidity(place.out)).toBe('INBOX=77\n');
  });

  onceOnly('server silent from the start', async () => {
    const { run } = await setUp({ greeting: 'silent' });
    const { code, stderr } = await run('--timeout', '1');
    expect(code).toBe(6);
    expect(stderr).toMatch(/^Error: /m);
  });

  test('message just above a buffer', async () => {
    const edges = [16_384, 65_536].flatMap(edge => [edge - 1, edge, edge + 1, edge + 4096]);
    const messages = edges.map(size => `Subject: ${size}\r\n\r\n`.padEnd(size, 'x'));
    const { run, place } = await setUp({ mailboxes: [{ name: 'INBOX', messages }] });
    expect(await run()).toMatchObject({ code: 0, stdout: `Stored ${edges.length} Messages\n` });
    expect(Object.values(await stored(place.out))).toEqual(messages);
  });

  onceOnly('auth file', async () => {
    const { run, place, server } = await setUp({
      users: { 'čeština@example.org': 'hé slo "\\ =' },
    });
    await place.writeAuthFile('čeština@example.org', 'hé slo "\\ =');
    expect(await run()).toMatchObject({ code: 0, stdout: 'Stored 4 Messages\n' });
    await writeFile(place.authFile, 'username = only\n', { mode: 0o600 });
    const sent = server.commands.length;
    const { code, stderr } = await run();
    expect(code).toBe(3);
    expect(stderr).toMatch(/password is missing/);
    expect(server.commands.length).toBe(sent);
  });

  test('all messages', async () => {
    const { run, place, server } = await setUp();
    const { code, stdout, stderr } = await run();
    expect(code).toBe(0);
    expect(stdout).toBe('Stored 4 Messages\n');
    expect(stderr).toMatch(/INBOX: 4 on the server, 4 selected, 4 archived, 0 missing/);
    expect(await stored(place.out)).toEqual(allFour);
    expect(await uidValidity(place.out)).toBe('INBOX=1662988148\n');
    expect(server.changes).toBe(0);
    expect(server.commands.some(({ name }) => name === 'SELECT')).toBe(false);
  });

  test('changed `.uidvalidity`', async () => {
    const { run, place, server } = await setUp();
    await run();
    await writeFile(join(place.out, '.uidvalidity'), 'INBOX=5\n');
    const before = fetchedBodies(server).length;
    expect(await run()).toMatchObject({
      code: 0,
      stdout: 'Renamed 4 Messages\nStored 0 Messages\n',
    });
    expect(await stored(place.out)).toEqual(allFour);
    expect(await uidValidity(place.out)).toBe('INBOX=1662988148\n');
    expect(fetchedBodies(server).length).toBe(before);
  });

  test('missing output directory', async () => {
    const { place, server } = await setUp();
    const out = join(place.folder, 'a', 'b', 'c');
    const args = ['127.0.0.1', '-p', String(server.port), '-a', place.authFile, '-o', out];
    expect(await imapcl([...args, ...layoutArguments()])).toMatchObject({
      code: 0,
      stdout: 'Stored 4 Messages\n',
    });
    expect(await stored(out)).toEqual(allFour);
  });

  test('`-h`', async () => {
    const { run, place, server } = await setUp();
    expect(await run('-h')).toMatchObject({ code: 0, stdout: 'Stored 4 Messages\n' });
    const headers = letters.map(text => text.slice(0, text.indexOf('\r\n\r\n') + 4));
    expect(Object.values(await stored(place.out))).toEqual(headers);
    expect(Object.keys(await stored(place.out))[0]).toBe('MSG_header_INBOX_1.txt');
    expect(fetchedBodies(server)).toEqual([]);
  });

  test('`-n`', async () => {
    const { run, place, server } = await setUp();
    expect(await run('-n')).toMatchObject({ code: 0, stdout: 'Stored 1 Messages\n' });
    expect(await stored(place.out)).toEqual({ [unseen('MSG_new_INBOX_3.txt')]: letters[2] });
    expect(server.mailbox('INBOX').flags(3)).toEqual([]);
    expect(server.changes).toBe(0);
  });

  test('`-h -n`', async () => {
    const { run, place } = await setUp();
    expect(await run('-h', '-n')).toMatchObject({ code: 0, stdout: 'Stored 1 Messages\n' });
    expect(Object.keys(await stored(place.out))).toEqual([unseen('MSG_new_header_INBOX_3.txt')]);
  });

  test('second mailbox in one folder, both in `.uidvalidity`', async () => {
    const second = { name: 'BOX1', uidValidity: 1662988155, messages: letters.slice(0, 2) };
    const { run, place } = await setUp({ mailboxes: [inbox, second] });
    await run();
    expect(await run('-b', 'BOX1')).toMatchObject({ code: 0, stdout: 'Stored 2 Messages\n' });
    expect(await uidValidity(place.out)).toBe('INBOX=1662988148\nBOX1=1662988155\n');
    expect(Object.keys(await stored(place.out))).toHaveLength(6);
  });

  test('everything stored already: zero', async () => {
    const { run, server } = await setUp();
    await run();
    const before = server.commands.length;
    expect(await run()).toMatchObject({ code: 0, stdout: 'Stored 0 Messages\n' });
    const second = server.commands.slice(before).map(({ line }) => line);
    // Without CONDSTORE a few known messages are compared by size and date, in one command.
    expect(second.filter(line => /FETCH.*BODY/.test(line))).toEqual([]);
  });

  onceOnly('unknown option: usage', async () => {
    const { run, place } = await setUp();
    const { code, stderr, stdout } = await run('-g', '143');
    expect(code).toBe(2);
    expect(stderr).toMatch(/-g/);
    expect(stderr).toMatch(/^Usage: imapcl server/m);
    expect(stdout).toBe('');
    expect(existsSync(place.out)).toBe(false);
  });

  onceOnly('too few arguments: error', async () => {
    const { code, stderr } = await imapcl(['127.0.0.1', '-p', '143']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^Error: Too few arguments: -a auth_file is missing/m);
    expect(stderr).toMatch(/^Usage: imapcl server/m);
  });
});

test('`.uidvalidity` edited to a new value of the server’s does not hide the change', async () => {
  const { run, place, server } = await setUp();
  await run();
  server.mailbox('INBOX').rebuild(77, (_old, index) => 4 - index);
  await writeFile(join(place.out, '.uidvalidity'), 'INBOX=77\n');
  expect(await run()).toMatchObject({ code: 0, stdout: 'Renamed 4 Messages\nStored 0 Messages\n' });
  expect(Object.values(await stored(place.out))).toEqual(letters.toReversed());
});

describe('gentle download', () => {
  test('fetches again only the file that was deleted or damaged', async () => {
    const { run, place, server } = await setUp();
    await run();
    await unlink(fileOf(place.out, 'MSG_INBOX_2.txt'));
    await writeFile(fileOf(place.out, 'MSG_INBOX_4.txt'), 'cut');
    const bodies = fetchedBodies(server).length;
    expect(await run()).toMatchObject({ code: 0, stdout: 'Stored 2 Messages\n' });
    expect(await stored(place.out)).toEqual(allFour);
    const asked = fetchedBodies(server).slice(bodies);
    expect(asked).toEqual([expect.stringMatching(/UID FETCH 2,4 /)]);
  });

  test('goes on without the journal: the files are adopted, not downloaded', async () => {
    const { run, place, server } = await setUp();
    await run();
    await rm(join(place.out, '.mailstow'), { recursive: true });
    const before = fetchedBodies(server).length;
    expect(await run()).toMatchObject({ code: 0, stdout: 'Stored 0 Messages\n' });
    expect(fetchedBodies(server).length).toBe(before);
  });

  test('copies what the folder has under another of its names', async () => {
    const { run, place, server } = await setUp();
    await run();
    const before = fetchedBodies(server).length;
    const copied = layoutNow() === 'flat' ? 1 : 0;
    expect(await run('-n')).toMatchObject({ code: 0, stdout: `Stored ${copied} Messages\n` });
    expect(fetchedBodies(server).length).toBe(before);
    expect((await stored(place.out))[unseen('MSG_new_INBOX_3.txt')]).toBe(letters[2]);
  });

  test('archives every mailbox of the account with --all-mailboxes', async () => {
    const mailboxes: MailboxOptions[] = [
      inbox,
      { name: 'Work', attributes: ['\\Noselect'] },
      { name: 'Work/Entwürfe & Co', messages: letters.slice(0, 1) },
      { name: 'Empty', messages: [] },
    ];
    const { run, place } = await setUp({ mailboxes });
    expect(await run('--all-mailboxes')).toMatchObject({ code: 0, stdout: 'Stored 5 Messages\n' });
    expect(await uidValidity(place.out)).toMatch(/^Work\/Entwürfe & Co=1$/m);
    expect(Object.keys(await stored(place.out))).toHaveLength(5);
  });
});
