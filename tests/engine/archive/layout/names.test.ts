import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { messageKinds } from '../../../../electron/engine/archive/layout/kind.ts';
import { FlatLayout } from '../../../../electron/engine/archive/layout/layout-flat.ts';
import { FoldersLayout } from '../../../../electron/engine/archive/layout/layout-folders.ts';
import { NameRegistry } from '../../../../electron/engine/archive/layout/name-registry.ts';
import { foldComponent } from '../../../../electron/engine/archive/layout/safe-name.ts';
import { mailboxName } from '../../../../electron/engine/mailbox-name.ts';
import { temporaryFolder } from '../temporary-archive.ts';
import { anyName } from './any-name.ts';

function flat(folder: string) {
  return new FlatLayout(folder, '.txt', new NameRegistry(join(folder, 'names.jsonl')));
}

function folders(folder: string) {
  return new FoldersLayout(folder, '.eml', new NameRegistry(join(folder, 'names.jsonl')));
}

describe('flat names', () => {
  test('are those of the first imapcl', () => {
    const mailbox = flat(temporaryFolder()).mailbox(mailboxName('INBOX'));
    expect(messageKinds.map(kind => mailbox.nameOf(kind, 1717, {}))).toEqual([
      'MSG_INBOX_1717.txt',
      'MSG_header_INBOX_1717.txt',
      'MSG_new_INBOX_1717.txt',
      'MSG_new_header_INBOX_1717.txt',
    ]);
  });

  test('a mailbox called like a kind is not taken for one', () => {
    const folder = temporaryFolder();
    const layout = flat(folder);
    const name = layout.mailbox(mailboxName('new_INBOX')).nameOf('full', 5, {});
    expect(name).toBe('MSG_%6Eew_INBOX_5.txt');
    expect(layout.parse(name)).toEqual({ mailbox: 'new_INBOX', kind: 'full', uid: 5 });
    expect(layout.mailbox(mailboxName('HEADER_x')).nameOf('new', 5, {})).toBe(
      'MSG_new_%48EADER_x_5.txt',
    );
  });

  test('say mailbox, kind and UID, and stay apart where case and normal form do not count', () => {
    const folder = temporaryFolder();
    let round = 0;
    fc.assert(
      fc.property(fc.uniqueArray(anyName, { maxLength: 12 }), names => {
        const registry = new NameRegistry(join(folder, `names-${++round}.jsonl`));
        const layout = new FlatLayout(folder, '.txt', registry);
        const written = names.flatMap(mailbox =>
          messageKinds.map(kind => {
            const name = layout.mailbox(mailboxName(mailbox)).nameOf(kind, 4294967295, {});
            expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
            expect(name).not.toMatch(/[/\\\0]/);
            expect(layout.parse(name)).toEqual({ mailbox, kind, uid: 4294967295 });
            return foldComponent(name);
          }),
        );
        expect(new Set(written).size).toBe(written.length);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    'MSG_INBOX_007.txt',
    'MSG_INBOX_0.txt',
    'MSG_INBOX_4294967296.txt',
    'MSG__5.txt',
    'MSG_INBOX_5.eml',
    'notes.txt',
    'MSG_INBOX_5 (1).txt',
  ])('%s is somebody else’s file', name => {
    expect(flat(temporaryFolder()).parse(name)).toBeUndefined();
  });
});

describe('mailboxes that differ in case only', () => {
  test('the first keeps its plain name, the later one gets four hex digits', () => {
    const layout = flat(temporaryFolder());
    expect(layout.mailbox(mailboxName('Work')).nameOf('full', 1, {})).toBe('MSG_Work_1.txt');
    expect(layout.mailbox(mailboxName('WORK')).nameOf('full', 1, {})).toMatch(
      /^MSG_WORK~[0-9a-f]{4}_1\.txt$/,
    );
  });

  test('keep their names when the registry is lost, whichever is asked for first', () => {
    const folder = temporaryFolder();
    const before = ['Work', 'WORK'].map(name =>
      flat(folder).mailbox(mailboxName(name)).nameOf('full', 1, {}),
    );
    for (const name of before) writeFileSync(join(folder, name), 'x');
    rmSync(join(folder, 'names.jsonl'));
    const layout = flat(folder);
    const after = ['WORK', 'Work'].map(name =>
      layout.mailbox(mailboxName(name)).nameOf('full', 1, {}),
    );
    expect(after.reverse()).toEqual(before);
  });

  test('a torn last line of the registry is as good as none', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'names.jsonl'), '["","Work","Work"]\n["","WORK","WO');
    const name = flat(folder).mailbox(mailboxName('work')).nameOf('full', 1, {});
    expect(name).toMatch(/^MSG_work~/);
    expect(flat(folder).parse(name)?.mailbox, 'what was added behind it is read').toBe('work');
  });
});

describe('folders names', () => {
  test('hierarchy as folders, date, subject and UID in the name', () => {
    const mailbox = folders(temporaryFolder()).mailbox(mailboxName('Archive.2024/05', '.'));
    expect(mailbox.folder).toBe('Archive/2024%2F05');
    const hints = { internalDate: Date.UTC(2024, 2, 1, 9, 12), subject: 'Re: your\r\n invoice ' };
    expect(mailbox.nameOf('full', 1717, hints)).toBe(
      '2024-03-01 0912 Re%3A your invoice [1717].eml',
    );
    expect(mailbox.nameOf('header', 1717, hints)).toMatch(/ \[1717\]\.headers\.eml$/);
    expect(mailbox.nameOf('full', 5, {})).toBe('undated no subject [5].eml');
  });

  test('no mailbox and no subject leaves the folder or takes our own', () => {
    const folder = temporaryFolder();
    let round = 0;
    fc.assert(
      fc.property(anyName, anyName, (name, subject) => {
        const root = join(folder, `${++round}`);
        mkdirSync(root);
        const layout = folders(root);
        const mailbox = layout.mailbox(mailboxName(name.slice(0, 60), '/'));
        expect(mailbox.folder.split('/').every(part => part !== '' && !part.startsWith('.'))).toBe(
          true,
        );
        const file = mailbox.nameOf('full', 7, { subject, internalDate: 0 });
        expect(file).not.toMatch(/[/\\\p{Cc}]/u);
        expect(Buffer.byteLength(file)).toBeLessThanOrEqual(255);
        expect(layout.parse(file)).toEqual({ kind: 'full', uid: 7 });
        expect(layout.parse(mailbox.renamed(file, 'full', 8))).toEqual({ kind: 'full', uid: 8 });
      }),
      { numRuns: 200 },
    );
  });

  test('a mailbox called like a message file is in no message’s way', () => {
    const mailbox = folders(temporaryFolder()).mailbox(mailboxName('Post [5].eml', '/'));
    expect(mailbox.folder).toBe('Post [5].em%6C');
  });
});
