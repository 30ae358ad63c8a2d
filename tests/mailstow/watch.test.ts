import { describe, expect, test } from 'vitest';
import type { WatchEvent } from '../../shared/model/live.ts';
import { test as inBoth, layoutNow, storedMessages } from '../both-layouts.ts';
import { cleanUpAfterEach, letters } from '../imapcl/scripted-account.ts';
import { startWatch } from './a-watch-process.ts';
import { mailstowAccount } from './account.ts';

cleanUpAfterEach();

describe('mailstow watch', () => {
  inBoth('archives, prints a line a batch, and ends with 0 when it is told to', async () => {
    const account = await mailstowAccount({ mailboxes: [{ name: 'INBOX', messages: letters }] });
    const { server, place } = account;
    const watch = startWatch(account, '--layout', layoutNow());
    await watch.says('stderr', 'Watching for new mail');
    server
      .mailbox('INBOX')
      .append('Subject: Five\r\n\r\nBody.\r\n', 'Subject: Six\r\n\r\nBody.\r\n');
    await watch.says('stdout', 'INBOX: 2 new messages');
    expect(Object.keys(storedMessages(place.out))).toHaveLength(6);
    expect(await watch.end('SIGTERM')).toBe(0);
    expect(watch.stdout).toMatch(
      /^\d\d:\d\d:\d\d INBOX: 4 new messages\n\d\d:\d\d:\d\d INBOX: 2 new messages\n$/,
    );
    expect(watch.stderr).not.toContain('Error');
    expect(server.changes).toBe(0);
  });

  test('tells everything as JSON, and ends with the code of what a person has to mend', async () => {
    const account = await mailstowAccount({ mailboxes: [{ name: 'INBOX', messages: letters }] });
    const watch = startWatch(account, '--layout', layoutNow(), '--json');
    await watch.says('stdout', '"watching"');
    const events: WatchEvent[] = watch.stdout
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));
    expect(events.map(({ event }) => event).filter(each => each !== 'progress')).toEqual([
      ...['connected', 'mailboxes', 'mailbox', 'mailbox-done', 'verdict', 'round', 'watching'],
    ]);
    expect(await watch.end('SIGINT')).toBe(0);
    const env = { ...account.env, MAIL_PASSWORD: 'wrong' };
    const wrong = startWatch({ ...account, env });
    expect(await wrong.ended).toBe(16);
  });
});
