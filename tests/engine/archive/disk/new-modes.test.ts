import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mailboxName } from '../../../../electron/engine/mailbox-name.ts';
import { catalogOf, run, store, temporaryFolder } from '../../catalog/an-archive.ts';

const inbox = mailboxName('INBOX', '/');

/** Stores a message as anyone who uses an archive without the commands does, and lists it. */
async function stored(folder: string, uid: number, changes: Parameters<typeof run>[2]) {
  await run(
    folder,
    async archive => {
      const mailbox = await archive.mailbox(inbox);
      await mailbox.setUidValidity(7);
      await store(mailbox, [{ uid }]);
    },
    changes,
  );
  const catalog = catalogOf(folder);
  await catalog.catchUp();
  await catalog.close();
}

/** Names relative to the archive, its own included, by whether others than the owner may look at them. */
function entries(folder: string): Map<string, boolean> {
  const names = ['.', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })];
  return new Map(
    names.map(name => [name, (statSync(join(folder, name)).mode & 0o077) !== 0] as const),
  );
}

/** The process gives others a look at what it makes, unless its maker says otherwise. */
test
  .runIf(process.platform !== 'win32' && (process.umask() & 0o044) === 0)
  .each(['flat', 'folders'] as const)('modes come from the archive, layout %s', async layout => {
  const own = join(temporaryFolder(), 'private');
  await stored(own, 1, { layout });
  const made = entries(own);
  expect(made.has('.mailstow/catalog.sqlite')).toBe(true);
  expect(made.size).toBeGreaterThan(10);
  expect([...made].filter(([, isOpen]) => isOpen)).toEqual([]);

  const shared = join(temporaryFolder(), 'shared');
  await stored(shared, 1, { layout, sharedFolder: true });
  // The app does not say it again.
  await stored(shared, 2, { layout });
  const all = entries(shared);
  expect([...all.keys()].filter(name => /\[?2\]?\.(txt|eml)$/.test(name))).toHaveLength(1);
  expect([...all].filter(([, isOpen]) => !isOpen)).toEqual([]);

  // What is shared is no matter of the next archive in the same process.
  const next = join(temporaryFolder(), 'private');
  await stored(next, 1, { layout });
  expect([...entries(next).values()]).not.toContain(true);
});
