import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { archiveCommand, signInCommand } from '../../electron/cli/mailstow/named-account.ts';

const server = { host: 'imap.example.org', port: 993, security: 'tls' } as const;

test('what a person is told to type', () => {
  const account = { name: 'me@example.org', user: 'me@example.org', isProfile: false, server };
  expect(signInCommand(account)).toBe('mailstow sign-in me@example.org --server imap.example.org');
  expect(archiveCommand(account)).toBe(
    'mailstow archive --server imap.example.org --user me@example.org --folder FOLDER',
  );
  const profile = { ...account, name: 'my mail', isProfile: true };
  expect(archiveCommand(profile)).toBe("mailstow archive 'my mail'");
  const other = { ...server, port: 1143, security: 'none', certificateFile: '/a b.pem' } as const;
  expect(signInCommand({ ...account, server: other })).toBe(
    "mailstow sign-in me@example.org --server imap.example.org --port 1143 --security none --certificate-file '/a b.pem'",
  );
});

test.skipIf(process.platform === 'win32')(
  'a shell takes it as it is meant, whatever the name',
  () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1 }).filter(each => !each.includes('\0'));
    const names = fc.sample(
      name.map(each => each.toWellFormed()),
      100,
    );
    const lines = names.map(each => {
      const command = signInCommand({ name: each, isProfile: true, user: '', server });
      return command.replace(/^mailstow sign-in/, "printf '%s\\0'");
    });
    const { stdout } = spawnSync('sh', { input: lines.join('\n'), encoding: 'utf8' });
    expect(stdout.split('\0').slice(0, -1)).toEqual(names);
  },
);
