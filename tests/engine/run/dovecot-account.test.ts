import { chownSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import type { RunRequest } from '../../../shared/model/run.ts';
import { test } from '../../both-layouts.ts';
import { generateMessage } from '../../fixtures/mail/corpus.ts';
import { mailOwner } from '../../servers/dovecot/configuration.ts';
import {
  type Dovecot,
  type DovecotUser,
  dovecotMissing,
  startDovecot,
} from '../../servers/dovecot.ts';
import { encodeModifiedUtf7 } from '../../servers/scripted/modified-utf7.ts';
import { accountAt } from './test-account.ts';
import { messageFiles, runWhole } from './whole-runs.ts';

/** Special uses, and a mailbox of all mail made of the others (plugin `virtual`). */
const specialUses = `
mail_plugins = virtual
namespace inbox {
  mailbox Spam {
    auto = create
    special_use = \\Junk
  }
  mailbox Bin {
    auto = create
    special_use = \\Trash
  }
  mailbox Sent {
    auto = create
    special_use = \\Sent
  }
}
namespace virtual {
  prefix = Virtual/
  separator = /
  location = virtual:~/virtual
  mailbox Everything {
    special_use = \\All
  }
}
`;

const mailboxes = ['INBOX', 'Sent', 'Work/2024', 'Entwürfe & Co/日本語', 'Spam', 'Bin'];

describe.skipIf(dovecotMissing())('a whole account of a real server', () => {
  let dovecot: Dovecot;
  beforeAll(async () => {
    dovecot = await startDovecot(specialUses);
  });
  afterAll(() => dovecot.stop());

  /** Ten messages in each mailbox, no two alike in the account. */
  async function fill(user: DovecotUser): Promise<void> {
    for (const [place, mailbox] of mailboxes.entries()) {
      const messages = Array.from({ length: 10 }, (_, index) => ({
        bytes: generateMessage(place * 10 + index, { median: 3000, least: 600, greatest: 9000 }),
        internalDate: new Date(Date.UTC(2024, place, 1 + index)),
      }));
      await dovecot.deliver(user, mailbox, ...messages);
    }
  }

  function makeAllMail(user: DovecotUser): void {
    const { uid, gid } = mailOwner();
    const virtual = join(dirname(user.maildir), 'virtual');
    const folder = join(virtual, 'Everything');
    mkdirSync(folder, { recursive: true });
    const file = join(folder, 'dovecot-virtual');
    writeFileSync(file, '*\n-Spam\n-Bin\n-Virtual/*\n  all\n');
    for (const path of [virtual, folder, file]) chownSync(path, uid, gid);
  }

  function runsOf({ name, password }: DovecotUser) {
    const account = accountAt({ port: dovecot.ports.imap }, { user: name, password });
    const run = (changes?: Partial<RunRequest>) => runWhole(account, changes);
    return { run, folder: account.folder };
  }

  /** Everything the server holds, mailbox by mailbox, sorted. */
  function onServer(user: DovecotUser): string[] {
    const bytes = mailboxes.flatMap(mailbox => {
      const folder = join(user.maildir, ...mailbox.split('/').map(encodeModifiedUtf7));
      return ['cur', 'new'].flatMap(part =>
        readdirSync(join(folder, part)).map(name =>
          readFileSync(join(folder, part, name), 'latin1'),
        ),
      );
    });
    return bytes.sort();
  }

  test('every mailbox, each as often as the server has it', async () => {
    const user = await dovecot.user();
    await fill(user);
    const { run, folder } = runsOf(user);
    const { result } = await run();
    expect(result).toMatchObject({ stored: 60, problems: [] });
    for (const { mailbox, onServer, archived } of result.mailboxes) {
      const told = await dovecot.doveadm(
        ...['mailbox', 'status', '-u', user.name, 'messages', mailbox],
      );
      expect({ mailbox, onServer, archived }).toEqual({
        mailbox,
        onServer: Number(/messages=(\d+)/.exec(told)?.[1]),
        archived: onServer,
      });
    }
    expect(Object.values(messageFiles(folder)).sort()).toEqual(onServer(user));
    expect((await run()).result.stored).toBe(0);
  });

  test('with a mailbox of all mail, each message once', async () => {
    const user = await dovecot.user();
    await fill(user);
    makeAllMail(user);
    const { run, folder } = runsOf(user);
    const { result, report } = await run();
    expect(
      result.mailboxes
        .slice(0, 3)
        .map(each => each.mailbox)
        .sort(),
    ).toEqual(['Bin', 'Spam', 'Virtual/Everything']);
    expect(result).toMatchObject({ stored: 60, problems: [] });
    expect(report('Virtual/Everything')).toMatchObject({ archived: 40, elsewhere: 0 });
    expect(report('Work/2024')).toMatchObject({ archived: 10, elsewhere: 10, missing: 0 });
    expect(report('Spam')).toMatchObject({ archived: 10, elsewhere: 0 });
    expect(Object.values(messageFiles(folder)).sort()).toEqual(onServer(user));
    expect((await run()).result.stored).toBe(0);
    expect((await run({ separate: true })).result.stored).toBe(40);
  });

  test('by special use and by day', async () => {
    const user = await dovecot.user();
    await fill(user);
    const { run } = runsOf(user);
    const { result } = await run({
      mailboxes: { include: ['\\Sent', '\\Junk', 'Work/*'], exclude: ['\\Junk'] },
      selection: {
        headersOnly: false,
        unseenOnly: false,
        // Sent has the first ten days of February, Work/2024 those of March; days on Dovecot's calendar.
        receivedSince: Date.UTC(2024, 1, 5),
        receivedBefore: Date.UTC(2024, 2, 4),
      },
    });
    const counts = result.mailboxes.map(({ mailbox, onServer, selected, archived }) => ({
      mailbox,
      onServer,
      selected,
      archived,
    }));
    expect(counts.sort((a, b) => (a.mailbox < b.mailbox ? -1 : 1))).toEqual([
      { mailbox: 'Sent', onServer: 10, selected: 6, archived: 6 },
      { mailbox: 'Work/2024', onServer: 10, selected: 3, archived: 3 },
    ]);
  });
});
