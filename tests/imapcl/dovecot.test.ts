import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test as onceOnly } from 'vitest';
import { fileOf, layoutArguments, layoutNow, messageFilesIn, test } from '../both-layouts.ts';
import { bigMessage } from '../fixtures/mail/big-message.ts';
import { generateMessage } from '../fixtures/mail/corpus.ts';
import {
  type Dovecot,
  type DovecotUser,
  dovecotMissing,
  startDovecot,
} from '../servers/dovecot.ts';
import { imapcl, Workplace } from './run-process.ts';

/** The main job on a real server. */
const missing = dovecotMissing();

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const startOf2024 = Date.UTC(2024, 0, 1);

/** Names of the server's files, which carry the flags. */
function maildirOf(user: DovecotUser, mailbox = 'INBOX'): string[] {
  const folder = join(user.maildir, mailbox);
  return ['cur', 'new'].flatMap(part =>
    readdirSync(join(folder, part)).map(name => `${part}/${name}`),
  );
}

/** Hashes of the server's messages in the order of their UIDs, which is that of delivery. */
function serverHashes(user: DovecotUser): string[] {
  const folder = join(user.maildir, 'INBOX');
  const names = maildirOf(user).sort();
  return names.map(name => sha256(readFileSync(join(folder, name))));
}

async function storedHashes(folder: string, pattern = /^MSG_INBOX_(\d+)\.txt$/): Promise<string[]> {
  const files = messageFilesIn(folder).flatMap(({ path, flatName }) => {
    const uid = pattern.exec(flatName)?.[1];
    return uid === undefined ? [] : [{ path, uid: Number(uid) }];
  });
  files.sort((a, b) => a.uid - b.uid);
  return files.map(({ path }) => sha256(readFileSync(join(folder, path))));
}

describe.skipIf(missing)('a mailbox of a real server', () => {
  let dovecot: Dovecot;
  const places: Workplace[] = [];
  beforeAll(async () => {
    dovecot = await startDovecot();
  });
  afterAll(async () => {
    await dovecot.stop();
    for (const place of places) await place.remove();
  });

  async function placeFor(user: DovecotUser) {
    const place = await Workplace.make(user.name, user.password);
    places.push(place);
    const plain = ['-p', String(dovecot.ports.imap)];
    const tls = ['-T', '-p', String(dovecot.ports.imaps), '-c', dovecot.ca];
    const rest = ['-a', place.authFile, '-o', place.out, ...layoutArguments()];
    return {
      place,
      plain: (...more: string[]) => imapcl(['127.0.0.1', ...plain, ...rest, ...more]),
      tls: (...more: string[]) => imapcl(['127.0.0.1', ...tls, ...rest, ...more]),
      with: (host: string, ...more: string[]) => imapcl([host, ...rest, ...more]),
    };
  }

  async function userWith(count: number, unseen = (index: number) => index % 10 === 0) {
    const user = await dovecot.user();
    const messages = Array.from({ length: count }, (_, index) => ({
      bytes: generateMessage(index, { median: 5000, least: 600, greatest: 20_000 }),
      flags: unseen(index) ? [] : ['\\Seen'],
      internalDate: new Date(startOf2024 + index * 3_600_000),
    }));
    await dovecot.deliver(user, 'INBOX', ...messages);
    return user;
  }

  describe('of 2,000 realistic messages', () => {
    let user: DovecotUser;
    let onServer: string[];
    let before: string[];
    beforeAll(async () => {
      user = await userWith(2000);
      // The first look at a mailbox may rename files from new/ to cur/; that is the server's own doing.
      await dovecot.doveadm('mailbox', 'status', '-u', user.name, 'messages', 'INBOX');
      onServer = serverHashes(user);
      before = maildirOf(user);
      expect(onServer).toHaveLength(2000);
    });

    async function isStoredWhole(how: 'plain' | 'STARTTLS' | 'TLS') {
      const { place, plain, tls } = await placeFor(user);
      const starttls = how === 'STARTTLS' ? ['--starttls', '-c', dovecot.ca] : [];
      const run = () => (how === 'TLS' ? tls() : plain(...starttls));
      const first = await run();
      expect(first.stderr).toMatch(/2000 on the server, 2000 selected, 2000 archived, 0 missing/);
      expect(first).toMatchObject({ code: 0, stdout: 'Stored 2000 Messages\n' });
      expect(await storedHashes(place.out)).toEqual(onServer);
      for (const uid of [1, 2, 2000]) {
        const { mtimeMs } = statSync(fileOf(place.out, `MSG_INBOX_${uid}.txt`));
        expect(mtimeMs).toBe(startOf2024 + (uid - 1) * 3_600_000);
      }
      expect(maildirOf(user)).toEqual(before);
      expect(await run()).toMatchObject({ code: 0, stdout: 'Stored 0 Messages\n' });
    }

    const promise = 'is stored byte for byte, with its date of arrival, over';
    test(`${promise} TLS`, () => isStoredWhole('TLS'));
    onceOnly.each(['plain', 'STARTTLS'] as const)(`${promise} %s`, isStoredWhole);

    onceOnly('by several connections at once', async () => {
      const { place, plain } = await placeFor(user);
      const run = await plain('--connections', '3');
      expect(run).toMatchObject({ code: 0, stdout: 'Stored 2000 Messages\n' });
      expect(run.stderr.match(/^Connected to/gm)).toHaveLength(3);
      expect(await storedHashes(place.out)).toEqual(onServer);
    });

    test('-n stores the unseen ones and leaves them unseen', async () => {
      const { place, tls } = await placeFor(user);
      expect(await tls('-n')).toMatchObject({ code: 0, stdout: 'Stored 200 Messages\n' });
      const unseen = onServer.filter((_, index) => index % 10 === 0);
      expect(await storedHashes(place.out, /^MSG_(?:new_)?INBOX_(\d+)\.txt$/)).toEqual(unseen);
      expect(maildirOf(user)).toEqual(before);
    });

    test('-h stores headers, -h -n those of the unseen', async () => {
      const { place, tls } = await placeFor(user);
      expect(await tls('-h')).toMatchObject({ code: 0, stdout: 'Stored 2000 Messages\n' });
      // Folders keep the unseen with all others.
      const more = layoutNow() === 'flat' ? 200 : 0;
      expect(await tls('-h', '-n')).toMatchObject({ stdout: `Stored ${more} Messages\n` });
      const header = await readFile(fileOf(place.out, 'MSG_header_INBOX_42.txt'), 'latin1');
      const whole = generateMessage(41, { median: 5000, least: 600, greatest: 20_000 });
      expect(whole.toString('latin1').startsWith(header)).toBe(true);
      expect(header).toMatch(/\r\n\r\n$/);
    });
  });

  test('-b with Entwürfe & Co/日本語', async () => {
    const user = await userWith(1);
    const bytes = generateMessage(7);
    await dovecot.deliver(user, 'Entwürfe & Co/日本語', { bytes });
    const { place, tls } = await placeFor(user);
    const run = await tls('-b', 'Entwürfe & Co/日本語');
    expect(run).toMatchObject({ code: 0, stdout: 'Stored 1 Messages\n' });
    const stored = await readFile(fileOf(place.out, 'MSG_Entwürfe & Co%2F日本語_1.txt'));
    expect(stored).toEqual(bytes);
    expect(await readFile(join(place.out, '.uidvalidity'), 'utf8')).toMatch(
      /^Entwürfe & Co\/日本語=\d+$/m,
    );
  });

  onceOnly('over IPv6, and by name', async () => {
    const user = await userWith(3);
    const { with: run, place } = await placeFor(user);
    const port = ['-p', String(dovecot.ports.imap)];
    expect(await run('::1', ...port)).toMatchObject({ code: 0, stdout: 'Stored 3 Messages\n' });
    const tls = ['-T', '-p', String(dovecot.ports.imaps), '-c', dovecot.ca];
    await rm(place.out, { recursive: true });
    expect(await run('localhost', ...tls)).toMatchObject({
      code: 0,
      stdout: 'Stored 3 Messages\n',
    });
  });

  onceOnly('every mailbox of the account, into folders', async () => {
    const user = await userWith(2);
    await dovecot.deliver(user, 'Archive/2024', { bytes: generateMessage(3) });
    await dovecot.createMailbox(user, 'Empty');
    const { place, tls } = await placeFor(user);
    const run = await tls('--all-mailboxes', '--layout', 'folders');
    expect(run).toMatchObject({ code: 0, stdout: 'Stored 3 Messages\n' });
    const names = await readdir(join(place.out, 'INBOX'));
    expect(names).toHaveLength(2);
    // Both arrived on one day; a name bears the day on which its message was written.
    const [first, second] = names.toSorted();
    expect(first).toMatch(/^2012-08-27 1226 .+ \[1\]\.eml$/);
    expect(second).toMatch(/^2023-01-22 1925 .+ \[2\]\.eml$/);
    expect(names.join()).not.toMatch(/no subject/);
    expect(await readdir(join(place.out, 'Archive', '2024'))).toHaveLength(1);
    const again = await tls('--all-mailboxes', '--layout', 'folders');
    expect(again).toMatchObject({ code: 0, stdout: 'Stored 0 Messages\n' });
  });

  onceOnly('certificates: a hashed directory and a plain one', async () => {
    const user = await userWith(1);
    for (const folder of [dovecot.certificates.hashedFolder, dovecot.certificates.plainFolder]) {
      const { with: run } = await placeFor(user);
      const args = ['-T', '-p', String(dovecot.ports.imaps), '-C', folder];
      expect(await run('127.0.0.1', ...args)).toMatchObject({ code: 0 });
    }
  });

  onceOnly(
    'three messages of 33 MB and one of 200 MB are stored whole in little memory',
    async () => {
      const user = await dovecot.user();
      const sizes = [33e6, 33e6, 33e6, 200e6];
      const contents = sizes.map((size, seed) => bigMessage(size, seed));
      await dovecot.deliver(user, 'INBOX', ...contents.map(bytes => ({ bytes })));
      const { place, tls } = await placeFor(user);
      const run = await tls();
      expect(run).toMatchObject({ code: 0, stdout: 'Stored 4 Messages\n' });
      expect(run.peakMemory).toBeLessThan(200e6);
      for (const [index, content] of contents.entries()) {
        const expected = createHash('sha256');
        for (const chunk of content.chunks()) expected.update(chunk);
        const file = readFileSync(join(place.out, `MSG_INBOX_${index + 1}.txt`));
        expect(sha256(file)).toBe(expected.digest('hex'));
      }
    },
  );

  test('the folder may be there already, with other files in it', async () => {
    const user = await userWith(1);
    const { place, plain } = await placeFor(user);
    await mkdir(place.out);
    await writeFile(join(place.out, 'mine.txt'), 'mine');
    expect(await plain()).toMatchObject({ code: 0, stdout: 'Stored 1 Messages\n' });
    expect(await readFile(join(place.out, 'mine.txt'), 'utf8')).toBe('mine');
  });

  onceOnly('a wrong password is refused with the server’s words', async () => {
    const user = await userWith(1);
    const { place, plain } = await placeFor(user);
    await place.writeAuthFile(user.name, 'not-this');
    const { code, stderr } = await plain();
    expect(code).toBe(16);
    expect(stderr).toMatch(/The server says: .*Authentication failed/);
    expect(stderr).not.toMatch(/not-this/);
  });
});
