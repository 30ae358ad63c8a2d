import { describe, expect, test } from 'vitest';
import { requestOf } from '../../electron/cli/mailstow/archive-options.ts';
import { readDate, readSize } from '../../electron/cli/mailstow/limits.ts';
import type { ArchiveValues } from '../../electron/cli/mailstow/option-tables.ts';
import { profileFolder } from '../../electron/cli/mailstow/profiles.ts';

const least: ArchiveValues = { server: 'imap.example.org', folder: '/nowhere/archive' };
const now = Date.UTC(2026, 4, 20, 15, 30);
const request = (more: ArchiveValues = {}) => requestOf({ ...least, ...more }, now);

describe('the options of mailstow archive', () => {
  test('without any: TLS, every mailbox of one’s own, everything, into folders', () => {
    expect(request()).toMatchObject({
      server: { host: 'imap.example.org', port: 993, security: 'tls', timeout: 30_000 },
      mailboxes: { includeShared: false },
      selection: { headersOnly: false, unseenOnly: false },
      layout: 'folders',
      extension: '.eml',
      connections: 1,
      purge: false,
      separate: false,
      overrideAccount: false,
      sharedFolder: false,
    });
  });

  test('one way to sign in', () => {
    expect(request().server).not.toHaveProperty('signIn');
    expect(request({ 'sign-in': 'xoauth2' }).server.signIn).toBe('xoauth2');
  });

  test('compression, where it is named', () => {
    expect(request().server).not.toHaveProperty('compression');
    expect(request({ compression: 'on' }).server.compression).toBe('on');
  });

  test('mailboxes by name, or by patterns', () => {
    expect(request({ mailbox: ['INBOX', 'Work'] }).mailboxes).toEqual(['INBOX', 'Work']);
    expect(request({ include: ['Work/*'], exclude: ['\\Junk'], shared: true }).mailboxes).toEqual({
      include: ['Work/*'],
      exclude: ['\\Junk'],
      includeShared: true,
    });
    expect(() => request({ mailbox: ['INBOX'], exclude: ['Work'] })).toThrow(
      /cannot be used together/,
    );
  });

  test('what is kept beside the messages, only where it is asked for', () => {
    expect(request()).not.toHaveProperty('index');
    expect(request({ index: true, 'label-folders': true })).toMatchObject({
      index: true,
      labelFolders: true,
    });
  });

  test('dates and sizes', () => {
    expect(request({ since: '2024-02-29', larger: '500k', smaller: '4G' }).selection).toMatchObject(
      {
        receivedSince: Date.UTC(2024, 1, 29),
        largerThan: 500_000,
        smallerThan: 4_000_000_000,
      },
    );
    expect(request({ 'older-than': '30' }).selection.receivedBefore).toBe(Date.UTC(2026, 3, 20));
  });

  test.each([
    [
      '--before with --older-than',
      { before: '2024-01-01', 'older-than': '3' },
      /cannot be used together/,
    ],
    [
      'limits that no day fits',
      { since: '2024-02-01', before: '2024-02-01' },
      /No day matches both/,
    ],
    ['an unknown sign-in', { 'sign-in': 'digest-md5' }, /--sign-in is one of scram-sha-256-plus,/],
    ['an unknown compression', { compression: 'gzip' }, /--compression is on or off/],
    [
      'compression by POP3',
      { protocol: 'pop3', compression: 'on' },
      /--compression works only with IMAP/,
    ],
    ['an unknown security', { security: 'ssl' }, /--security is tls, starttls or none/],
    [
      'a certificate without TLS',
      { security: 'none', 'certificate-file': 'a' },
      /works only with an encrypted connection/,
    ],
    ['--extension in folders', { extension: '.txt' }, /works only with the flat layout/],
    ['0 days', { 'older-than': '0' }, /--older-than \(days\) takes/],
  ])('refuses %s', (_name, more, words) => {
    expect(() => request(more)).toThrow(words);
  });
});

test.each(['2024-13-01', '2023-02-29', '24-01-01', '2024-1-1', '', '2024-01-01T00:00'])(
  'the day %j is none',
  value => {
    expect(() => readDate(value, '--since')).toThrow(/such as 2024-03-01/);
  },
);

test.each(['', 'k', '1.5M', '10 M', '-1', '5G', '1T', '10m'])('the size %j is none', value => {
  expect(() => readSize(value, '--larger')).toThrow(/such as 500k/);
});

test.skipIf(process.platform !== 'linux')('profiles are where the system has such things', () => {
  expect(profileFolder({ MAILSTOW_CONFIG: '/c' })).toBe('/c/profiles');
  expect(profileFolder({ XDG_CONFIG_HOME: '/x' })).toBe('/x/mailstow/profiles');
  expect(profileFolder({})).toMatch(/\/\.config\/mailstow\/profiles$/);
});
