import { rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect } from 'vitest';
import { ArchiveReader } from '../../../../electron/engine/archive/archive-reader.ts';
import { mailboxName } from '../../../../electron/engine/mailbox-name.ts';
import { storedMessages, test } from '../../../both-layouts.ts';
import { openArchive, storeAll, temporaryFolder } from '../temporary-archive.ts';
import { anyName } from './any-name.ts';

/** Half characters and empty names too, which no server can send and an archive may still be asked for. */
test('an archive of mailboxes of any names is read as it was written, and opened again', {
  timeout: 240_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(anyName, {
        minLength: 1,
        maxLength: 6,
        selector: name => mailboxName(name).key,
      }),
      fc.constantFrom('/', '.', null),
      async (texts, delimiter) => {
        const folder = temporaryFolder();
        const names = texts.map(text => mailboxName(text, delimiter));
        const first = await openArchive(folder);
        for (const [index, name] of names.entries()) {
          const mailbox = await first.archive.mailbox(name);
          await mailbox.setUidValidity(index);
          await storeAll(mailbox, [index + 1]);
        }
        await first.archive.close();
        const found = [...new ArchiveReader(folder).mailboxes()].map(mailbox => [
          mailbox.name,
          mailbox.uidValidity,
          mailbox.uids('full'),
        ]);
        const expected = names.map(({ key }, index) => [key, index, [index + 1]]);
        expect(new Set(found)).toEqual(new Set(expected));
        expect(Object.keys(storedMessages(folder))).toHaveLength(names.length);

        rmSync(join(folder, '.mailstow'), { recursive: true });
        const again = await openArchive(folder);
        for (const [index, name] of names.toReversed().entries()) {
          const { uids, uidValidity } = await again.archive
            .mailbox(name)
            .then(mailbox => ({ uids: mailbox.uids('full'), uidValidity: mailbox.uidValidity }));
          expect([uidValidity, uids]).toEqual([names.length - 1 - index, [names.length - index]]);
        }
        await again.archive.close();
        expect(again.warnings).toEqual([]);
      },
    ),
    { numRuns: 8, seed: 10 },
  );
});
