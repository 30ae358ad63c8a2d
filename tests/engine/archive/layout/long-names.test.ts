import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, test as onceOnly } from 'vitest';
import {
  cutComponent,
  encodeComponent,
  roomOf,
} from '../../../../electron/engine/archive/layout/safe-name.ts';
import { nameAside } from '../../../../electron/engine/archive/writer/superseded.ts';
import { mailboxName } from '../../../../electron/engine/mailbox-name.ts';
import { fileOf, messageFilesIn, test } from '../../../both-layouts.ts';
import { renumber } from '../renumber/renumber.ts';
import { openArchive, storeAll, temporaryFolder, visibleFiles } from '../temporary-archive.ts';

const longNames = [
  'a'.repeat(300),
  `${'a'.repeat(299)}b`,
  'ü'.repeat(250),
  Array.from({ length: 40 }, (_, index) => `Level ${index}`).join('/'),
  Array.from({ length: 40 }, (_, index) => `Level ${index === 39 ? 'x' : index}`).join('/'),
  `Projects/${'A customer with a long name, '.repeat(6)}/2024/Invoices`,
  `Projects/${'A customer with a long name, '.repeat(6)}/2024/Letters`,
  '/'.repeat(500),
  'x/'.repeat(50_000),
];

function everyPath(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' });
}

test('no path below the archive is as long as 200 characters, also of what is set aside', async () => {
  const folder = temporaryFolder();
  const { archive } = await openArchive(folder);
  for (const text of longNames) {
    const mailbox = await archive.mailbox(mailboxName(text, '/'));
    await mailbox.setUidValidity(4294967295);
    await storeAll(mailbox, [4294967294, 4294967295], 'full', () => Buffer.from(`${text}\r\n`));
    mailbox.quarantine.keep(4294967293, 'broken', Buffer.from('x'));
    await renumber(mailbox, 5, [{ kind: 'full', from: 4294967295, to: 1 }]);
    mailbox.change.finish();
  }
  await archive.close();
  expect(everyPath(folder).filter(path => path.length >= 200)).toEqual([]);
  expect(messageFilesIn(folder)).toHaveLength(longNames.length);

  const again = await openArchive(folder);
  for (const text of longNames.toReversed()) {
    const mailbox = await again.archive.mailbox(mailboxName(text, '/'));
    expect([mailbox.uids('full'), mailbox.uidValidity]).toEqual([[1], 5]);
  }
  await again.archive.close();
  expect(again.warnings).toEqual([]);
});

onceOnly('a long subject gets what the folder leaves of a path', async () => {
  const folder = temporaryFolder();
  const { archive } = await openArchive(folder, { layout: 'folders' });
  const mailbox = await archive.mailbox(mailboxName('Folder of a customer/'.repeat(5), '/'));
  const writer = mailbox.writer('header', () => undefined);
  const subject = 'A long subject '.repeat(20);
  writer.store({ uid: 7, flags: [], subject }, { kind: 'memory', bytes: Buffer.from('x') });
  await writer.close();
  await archive.close();
  const [path = ''] = visibleFiles(folder).keys();
  expect(basename(path)).toMatch(/^undated A long subject A long .* \[7\]\.headers\.eml$/);
  expect(path.length).toBeGreaterThan(170);
  expect(path.length).toBeLessThan(200);
});

onceOnly(
  'folders and files that the first landing gave longer names go on under them',
  async () => {
    const folder = temporaryFolder();
    const levels = Array.from({ length: 9 }, (_, index) => `A level with number ${index}`);
    const old = levels.join('/');
    mkdirSync(join(folder, old), { recursive: true });
    writeFileSync(join(folder, old, '2024-03-01 0912 Hello [1].eml'), 'Subject: Hello\r\n\r\n');
    const { archive } = await openArchive(folder, { layout: 'folders' });
    const mailbox = await archive.mailbox(mailboxName(old, '/'));
    expect(mailbox.uids('full')).toEqual([1]);
    await archive.close();

    const flat = temporaryFolder();
    const component = cutComponent('b'.repeat(300), roomOf(200));
    writeFileSync(join(flat, `MSG_${component}_1.txt`), 'Subject: Hello\r\n\r\n');
    const second = await openArchive(flat, { layout: 'flat' });
    const box = await second.archive.mailbox(mailboxName('b'.repeat(300), '/'));
    expect(box.uids('full')).toEqual([1]);
    await second.archive.close();
  },
);

onceOnly('a name set aside keeps its end, short ones are themselves, long ones differ', () => {
  expect(nameAside('MSG_INBOX_1.txt')).toBe('MSG_INBOX_1.txt');
  const long = (end: string) =>
    `2024-03-01 0912 ${'Long '.repeat(30)}${end} [4294967295].headers.eml`;
  expect(nameAside(long('a'))).toMatch(
    /^2024-03-01 0912 Long .*~[0-9a-f]{16} \[4294967295\]\.headers\.eml$/,
  );
  expect(nameAside(long('a')).length).toBeLessThanOrEqual(96);
  expect(nameAside(long('a'))).not.toBe(nameAside(long('b')));
});

test('a path that the system refuses is its mailbox’s failure; another mailbox goes on', async () => {
  // Room for short names below the longest path that Linux takes (4,095 bytes), and none for long ones.
  const parent = temporaryFolder();
  const names = Array.from({ length: 15 }, () => 'p'.repeat(250)).join('/');
  const folder = join(parent, names, 'q'.repeat(4_095 - 140 - parent.length - names.length - 2));
  mkdirSync(folder, { recursive: true });
  const { archive } = await openArchive(folder);
  const store = async (text: string) => {
    const mailbox = await archive.mailbox(mailboxName(text, '/'));
    await mailbox.setUidValidity(5);
    return storeAll(mailbox, [1]);
  };
  await expect(store('l'.repeat(150))).rejects.toMatchObject({
    kind: 'output-folder',
    failure: { scope: 'mailbox', message: expect.stringMatching(/file path is too long/) },
  });
  expect(await store('Short')).toEqual([1]);
  await archive.close();
  expect(dirname(fileOf(folder, 'MSG_Short_1.txt')).startsWith(folder)).toBe(true);
});

onceOnly('what a name costs does not grow with what stands behind its beginning', () => {
  const milliseconds = (text: string) => {
    // Of the processor, so that others at work on the machine do not count.
    const begin = process.cpuUsage();
    for (let round = 0; round < 5; round++) {
      encodeComponent(text, 255);
      cutComponent(text, roomOf(200));
    }
    return process.cpuUsage(begin).user / 1_000;
  };
  for (const piece of ['ü', '\u0301', '. ', '~abcd', 'con ', '%', '日本', '\ud800']) {
    milliseconds(piece.repeat(100_000));
    const one = Math.min(...[1, 2, 3].map(() => milliseconds(piece.repeat(50_000))));
    const eight = Math.min(...[1, 2, 3].map(() => milliseconds(piece.repeat(400_000))));
    // Eight times as long: a quadratic cost would be 64 times as much.
    expect(eight, piece).toBeLessThan(40 * Math.max(one, 10));
  }
});
