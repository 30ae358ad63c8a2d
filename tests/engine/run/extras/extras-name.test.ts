import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { FoldersLayout } from '../../../../electron/engine/archive/layout/layout-folders.ts';
import { NameRegistry } from '../../../../electron/engine/archive/layout/name-registry.ts';
import { foldComponent } from '../../../../electron/engine/archive/layout/safe-name.ts';
import { mailboxName } from '../../../../electron/engine/mailbox-name.ts';
import { layoutNow, messageFilesIn, storedMessages, test } from '../../../both-layouts.ts';
import { temporaryFolder } from '../../archive/temporary-archive.ts';
import { eventsOf, scriptedAccount } from '../test-account.ts';
import { filesBelow, indexOf, letter, mailbox, rowsOf } from './some-mail.ts';

const all = { mailboxes: 'all', index: true } as const;

/** The name in every mixture of cases. */
const spelled = fc
  .array(fc.boolean(), { minLength: 9, maxLength: 9 })
  .map(upper =>
    [...'_mailstow'].map((letter, at) => (upper[at] ? letter.toUpperCase() : letter)).join(''),
  );

describe('_Mailstow', () => {
  test('is the folder of no mailbox, however that spells it', () => {
    fc.assert(
      fc.property(fc.uniqueArray(spelled, { maxLength: 4 }), fc.boolean(), (names, isNested) => {
        const registry = new NameRegistry(join(temporaryFolder(), 'names.jsonl'), true);
        const layout = new FoldersLayout(temporaryFolder(), '.eml', registry);
        const folders = names.map(name => {
          const key = isNested ? `${name}/Labels` : name;
          return layout.mailbox(mailboxName(key, '/')).folder.split('/')[0] ?? '';
        });
        for (const folder of folders) expect(foldComponent(folder)).not.toBe('_mailstow');
        expect(new Set(folders.map(foldComponent)).size).toBe(names.length);
      }),
      { numRuns: 50 },
    );
  });

  test('and mailboxes of that name are archived beside it', async () => {
    const names = ['_Mailstow', '_MAILSTOW', '_Mailstow/Labels', 'Work/_Mailstow'];
    const account = await scriptedAccount({
      mailboxes: names.map((name, index) => mailbox(name, [letter(index + 1)])),
    });
    const { folder, run } = account;
    await run(all);
    expect(filesBelow(join(folder, '_Mailstow'))).toEqual(['index.csv']);
    expect(messageFilesIn(folder)).toHaveLength(4);
    expect(
      rowsOf(folder)
        .map(row => row[1])
        .sort(),
    ).toEqual([...names].sort());
    expect((await run(all)).stored).toBe(0);
    rmSync(join(folder, '.mailstow'), { recursive: true });
    expect((await run(all)).stored).toBe(0);
    expect(messageFilesIn(folder)).toHaveLength(4);
  });

  test('is counted, adopted and verified by nobody', async () => {
    const account = await scriptedAccount({ mailboxes: [mailbox('INBOX', [letter(1)])] });
    const { folder, run } = account;
    await run(all);
    const before = storedMessages(folder);
    for (const name of ['MSG_INBOX_9.txt', '2024-03-01 0912 Hello [9].eml']) {
      writeFileSync(join(folder, '_Mailstow', name), 'Subject: Hello\r\n\r\n');
    }
    rmSync(join(folder, '.mailstow'), { recursive: true });
    const result = await run(all);
    expect(result.mailboxes).toMatchObject([{ onServer: 1, archived: 1, gone: 0 }]);
    expect(storedMessages(folder)).toEqual(before);
    expect(rowsOf(folder)).toHaveLength(1);
  });

  test('stays a mailbox where an earlier version made it one, and nothing is put into it', async () => {
    const account = await scriptedAccount({ mailboxes: [mailbox('_Mailstow', [letter(1)])] });
    const { folder, run } = account;
    mkdirSync(join(folder, '.mailstow'));
    writeFileSync(join(folder, '.mailstow', 'names.jsonl'), '["","_Mailstow","_Mailstow"]\n');
    const result = await run(all);
    expect(result.stored).toBe(1);
    const said = eventsOf(account, 'warning').map(({ message }) => message);
    if (layoutNow() === 'flat') {
      expect(rowsOf(folder)).toHaveLength(1);
      expect(said).toEqual([]);
      return;
    }
    expect(filesBelow(join(folder, '_Mailstow'))).toHaveLength(1);
    expect(indexOf(folder)).toBeUndefined();
    expect(said.join()).toMatch(/A mailbox of this archive is called _Mailstow/);
  });
});
