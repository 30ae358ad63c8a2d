import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, test as onceOnly } from 'vitest';
import { fileOf, test } from '../../both-layouts.ts';
import { saidIn } from '../../cli/command-line.ts';
import type { MailboxOptions } from '../../servers/scripted/mailbox.ts';
import type { ReceivedCommand, ServerOptions } from '../../servers/scripted/options.ts';
import { numbered, scriptedAccount } from '../run/test-account.ts';
import { runWhole } from '../run/whole-runs.ts';

/** What real servers do not do on demand: refusals, old servers, mail that comes at the last moment. */
const changes = ['CREATE', 'RENAME', 'DELETE', 'SUBSCRIBE', 'UNSUBSCRIBE'];

function done({ name, tag }: ReceivedCommand): string | undefined {
  return changes.includes(name) ? `${tag} OK done\r\n` : undefined;
}

const work: MailboxOptions[] = [
  { name: 'INBOX' },
  { name: 'Work', messages: numbered(3, 'Work').texts },
  { name: 'Work/2024', subscribed: false },
  { name: 'Gesendet', attributes: ['\\Sent'], messages: numbered(1).texts },
];

async function account(options: ServerOptions = {}) {
  const own = await scriptedAccount({ mailboxes: work, onCommand: done, ...options });
  const { server } = own;
  const mailboxes = (verb: string, ...rest: string[]) => {
    const access = ['--server', '127.0.0.1', '--port', String(server.port), '--security', 'none'];
    const user = ['--user', 'user', '--password-variable', 'PASSWORD'];
    return saidIn({ PASSWORD: 'secret' }, ['mailboxes', verb, ...rest, ...access, ...user]);
  };
  /** What was sent that changes the server, without tags. */
  const changed = () =>
    server.commands
      .filter(({ name }) => changes.includes(name))
      .map(({ line }) => line.replace(/^\S+ /, ''));
  return { ...own, mailboxes, changed };
}

describe('listing', () => {
  onceOnly.each([
    [
      'by LIST (SUBSCRIBED)',
      ['IMAP4REV1', 'LIST-EXTENDED', 'LIST-STATUS'],
      'LIST (SUBSCRIBED) "" "*"',
    ],
    ['by LSUB on an old server', ['IMAP4REV1'], 'LSUB "" "*"'],
  ])('tells counts, sizes and subscriptions, %s', async (_how, capabilities, asked) => {
    const { mailboxes, server, changed } = await account({ capabilities });
    const { code, stdout } = await mailboxes('list');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Work: 3 messages, \d+ B, subscribed$/m);
    expect(stdout).toMatch(/^Work\/2024: 0 messages, 0 B$/m);
    expect(server.commands.map(({ line }) => line)).toContainEqual(expect.stringContaining(asked));
    expect(changed()).toEqual([]);
    expect(server.changes).toBe(0);
  });

  onceOnly('tells a subscription without a folder, which can be ended', async () => {
    const { mailboxes, changed } = await account({
      onCommand: command =>
        command.name === 'LSUB' ? { before: '* LSUB () "/" "Long gone"\r\n' } : done(command),
      capabilities: ['IMAP4REV1'],
    });
    expect((await mailboxes('list')).stdout).toMatch(
      /^Long gone: subscribed, but not on the server$/m,
    );
    expect((await mailboxes('unsubscribe', 'Long gone')).code).toBe(0);
    expect(changed()).toEqual(['UNSUBSCRIBE "Long gone"']);
  });
});

describe('changing', () => {
  onceOnly('sends what was asked for, and nothing else', async () => {
    const { mailboxes, changed } = await account();
    expect((await mailboxes('create', 'Neu & alt')).code).toBe(0);
    // Its subscription goes along; what is below and was not subscribed gets none.
    expect((await mailboxes('rename', 'Work', 'Büro')).code).toBe(0);
    expect((await mailboxes('subscribe', 'Work/2024')).code).toBe(0);
    expect(changed()).toEqual([
      'CREATE "Neu &- alt"',
      'RENAME "Work" "B&APw-ro"',
      'SUBSCRIBE "B&APw-ro"',
      'UNSUBSCRIBE "Work"',
      'SUBSCRIBE "Work/2024"',
    ]);
  });

  onceOnly.each([
    [
      'create',
      ['Work'],
      'NO [ALREADYEXISTS] It is there',
      2,
      'There is a folder called “Work” already',
    ],
    ['create', ['New'], 'NO [NOPERM] Not for you', 4, 'The server refused to change “New”'],
    ['rename', ['Work', 'New'], 'BAD What?', 4, 'The server refused to change “New”'],
    ['subscribe', ['Work'], 'NO [NONEXISTENT] Gone', 17, 'Mailbox “Work” does not exist'],
    [
      'delete',
      ['Work/2024', '--yes'],
      'NO [INUSE] Later',
      4,
      'The server refused to change “Work/2024”',
    ],
  ])('%s %j that the server answers with %s', async (verb, rest, answer, code, words) => {
    const { mailboxes } = await account({
      onCommand: ({ name, tag }) => (changes.includes(name) ? `${tag} ${answer}\r\n` : undefined),
    });
    const said = await mailboxes(verb, ...rest);
    expect(said.code).toBe(code);
    expect(said.stderr).toContain(words);
    expect(said.stderr).toContain(`The server says: ${answer.replace(/^\w+ /, '')}`);
  });

  onceOnly('what has a meaning of its own stays, and nothing is sent', async () => {
    const { mailboxes, changed } = await account();
    const force = ['--yes', '--even-if-not-archived'];
    for (const [verb, ...rest] of [
      ['delete', 'Gesendet', ...force],
      ['delete', 'INBOX', ...force],
      ['delete', 'Work', ...force],
      ['rename', 'Gesendet', 'Sent'],
      ['rename', 'INBOX', 'Old'],
      ['rename', 'Work', 'Work/inside'],
    ]) {
      expect({ verb, rest, code: (await mailboxes(verb ?? '', ...rest)).code }).toMatchObject({
        code: 2,
      });
    }
    expect(changed()).toEqual([]);
  });
});

describe('deleting a folder', () => {
  const letters: MailboxOptions[] = [
    { name: 'INBOX' },
    { name: 'Old', messages: numbered(3, 'Old').texts },
  ];
  const deletion = ['Old', '--yes', '--json'];

  async function archived(options: ServerOptions = {}, headersOnly = false) {
    const own = await account({ mailboxes: letters, ...options });
    await runWhole(own, { selection: { headersOnly, unseenOnly: false } });
    const remove = () => own.mailboxes('delete', ...deletion, '--folder', own.folder);
    return { ...own, remove };
  }

  test('is refused where anything is amiss, and done where all is archived', async () => {
    const { folder, server, remove, changed } = await archived();
    const file = fileOf(folder, 'MSG_Old_2.txt');
    const bytes = readFileSync(file);
    const old = server.mailbox('Old');
    // The server numbers its messages anew.
    old.uidValidity = 7;
    expect((await remove()).stdout).toContain('"missing":3');
    old.uidValidity = 1;
    writeFileSync(file, `${bytes}x`);
    const { code, stdout } = await remove();
    expect(code).toBe(254);
    expect(stdout).toContain('"missing":1');
    rmSync(file);
    expect((await remove()).stdout).toContain('"missing":1');
    expect(changed()).toEqual([]);

    writeFileSync(file, bytes);
    const done = await remove();
    expect(JSON.parse(done.stdout)).toEqual({
      ...{ event: 'deleted', mailbox: 'Old', messages: 3, notArchived: 0 },
    });
    expect(changed()).toEqual(['DELETE "Old"', 'UNSUBSCRIBE "Old"']);
  });

  test('is refused where headers alone are archived', async () => {
    const { remove, changed } = await archived({}, true);
    expect((await remove()).stdout).toContain('"missing":3');
    expect(changed()).toEqual([]);
  });

  onceOnly('is refused where mail came in the meantime', async () => {
    let isArchived = false;
    const own = await archived({
      onCommand: command => {
        // The look at the last moment.
        if (isArchived && command.name === 'STATUS' && command.line.includes('"Old"')) {
          own.server.mailbox('Old').append('Subject: New\r\n\r\nNew.\r\n');
        }
        return done(command);
      },
      capabilities: ['IMAP4REV1', 'LIST-EXTENDED', 'LIST-STATUS'],
    });
    isArchived = true;
    const { code, stdout } = await own.remove();
    expect(code).toBe(254);
    expect(stdout).toContain('mailbox-changed-meanwhile');
    expect(own.changed()).toEqual([]);
  });

  onceOnly('without an archive takes words that cannot be typed by accident', async () => {
    const { mailboxes, changed } = await account({ mailboxes: letters });
    expect((await mailboxes('delete', ...deletion)).stdout).toContain('"missing":3');
    expect((await mailboxes('delete', 'Old', '--even-if-not-archived')).code).toBe(2);
    expect(changed()).toEqual([]);
    const { stdout } = await mailboxes('delete', ...deletion, '--even-if-not-archived');
    expect(JSON.parse(stdout)).toMatchObject({ event: 'deleted', notArchived: 3 });
    expect(changed()).toEqual(['DELETE "Old"', 'UNSUBSCRIBE "Old"']);
  });
});
