import { lstatSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { FlatLayout } from '../../../../electron/engine/archive/layout/layout-flat.ts';
import { FoldersLayout } from '../../../../electron/engine/archive/layout/layout-folders.ts';
import { NameRegistry } from '../../../../electron/engine/archive/layout/name-registry.ts';
import { decodeComponent } from '../../../../electron/engine/archive/layout/safe-name.ts';
import { layoutNow, test } from '../../../both-layouts.ts';
import { messageFiles, runsOnScripted } from '../whole-runs.ts';

const devices = [
  ...['CON', 'PRN', 'AUX', 'NUL', 'CONIN$', 'CONOUT$', 'COM0', 'LPT0', 'COM¹', 'LPT³'],
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap(number => [`COM${number}`, `LPT${number}`]),
];

/** The separator is `.`, so every `/` belongs to a name. */
const names = [
  'INBOX',
  ...devices,
  ...['con', 'NUL .txt', 'aux.inner', 'Work.NUL.Deep', 'COM1 '],
  // 300 characters, of one byte and of four, alike at the beginning.
  ...['a'.repeat(300), `${'a'.repeat(299)}b`, '📬'.repeat(300), `Long.${'ü'.repeat(300)}.inner`],
  ...['/', '//', '/etc/passwd', '../../etc/passwd', 'a/b', 'a/../b', '\\', '..\\..\\x', 'C:\\x'],
  // Levels that are empty, or nothing but blanks.
  ...['.', '..', '...', 'a..b', '.hidden', 'trailing.', ' ', '  ', 'a. .b'],
  ...['trailing blank ', ' leading blank', 'dots…', 'tab\tin', 'line\nbreak', 'return\rhere'],
  ...['\u0001\u001f\u007f\u0085', 'bidi\u202Efdp', 'zero\u200Bwidth', 'nul-less'],
  ...[
    '📬 Post',
    '👩‍👩‍👧‍👦',
    '日本語',
    'Entwürfe & Co',
    '&-&',
    '&AOk-',
    '"quoted"',
    '*',
    '%',
    '%41',
    '<>:|?',
  ],
  // Equal but for case or normal form.
  ...['Work', 'work', 'WORK', 'WoRK', 'Caf\u00e9', 'Cafe\u0301', 'CAF\u00c9', 'cafe\u0301'],
  ...['\u212b', '\u00c5', 'A\u030a', 'Stra\u00dfe', 'STRASSE', 'work~1a2b', 'Work~abcd'],
  // Like what we write ourselves.
  ...['new_INBOX', 'header_INBOX', 'new_header_x', 'NEW_x', 'INBOX_1', 'MSG_INBOX_1.txt'],
  ...[
    '2024-01-01 1200 Letter [1].eml',
    'x [7].headers.eml',
    '.mailstow',
    '.uidvalidity',
    'journal',
  ],
  ...['=', 'a=b=3', '#news', '~', '-', '$HOME', '`id`', "'"],
];

const letterOf = (name: string) =>
  Buffer.from(
    `Subject: Letter\r\nMessage-ID: <${Buffer.from(name).toString('hex')}@example.org>\r\n\r\n`,
  );

/** No component that some system cannot hold, means otherwise, or takes for another one. */
function expectSafe(folder: string): void {
  const seen = new Map<string, string>();
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const stat = lstatSync(join(folder, entry));
    expect(stat.isFile() || stat.isDirectory()).toBe(true);
    for (const component of entry.split('/')) {
      expect(component).not.toMatch(/[<>:"\\|?*\p{Cc}]|[. ]$/u);
      expect(component).not.toMatch(
        /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³]) *(\.|$)/i,
      );
      expect(Buffer.byteLength(component)).toBeLessThanOrEqual(255);
      expect(component).toBe(component.normalize('NFC'));
    }
    const folded = entry.normalize('NFD').toUpperCase().toLowerCase();
    expect(seen.get(folded) ?? entry).toBe(entry);
    seen.set(folded, entry);
  }
}

const registryOf = (folder: string) => new NameRegistry(join(folder, '.mailstow/names.jsonl'));

/** Path → mailbox, UID and kind, from names alone. */
const readers = {
  flat(folder: string) {
    const layout = new FlatLayout(folder, '.txt', registryOf(folder));
    return (path: string) => layout.parse(path);
  },
  folders(folder: string) {
    const registry = registryOf(folder);
    const layout = new FoldersLayout(folder, '.eml', registry);
    return (path: string) => {
      const parts = path.split('/');
      const levels = parts
        .slice(0, -1)
        .map(
          (component, depth) =>
            registry.nameOf(parts.slice(0, depth).join('/'), component) ??
            decodeComponent(component),
        );
      const message = layout.parse(parts.at(-1) ?? '');
      return message && { mailbox: levels.join('.'), ...message };
    };
  },
} as const;

describe('mailbox names of any kind', () => {
  const start = (order: readonly string[] = names) =>
    runsOnScripted({
      delimiter: '.',
      mailboxes: order.map(name => ({
        name,
        messages: [letterOf(name), { bytes: letterOf(name), flags: ['\\Seen'] }],
      })),
    });

  test('are archived, inside the folder, safe everywhere and reversible', async () => {
    const { run, folder } = await start();
    const { result } = await run();
    expect(result.problems).toEqual([]);
    expect(result.mailboxes.map(each => each.mailbox)).toEqual(names);
    expect(result.stored).toBe(2 * names.length);
    expectSafe(folder);

    const read = readers[layoutNow()](folder);
    const found = Object.entries(messageFiles(folder)).map(([path, text]) => {
      const { mailbox = '', uid = 0, kind } = read(path) ?? {};
      return { mailbox, uid, kind, isItsOwn: text === letterOf(mailbox).toString('latin1') };
    });
    const expected = names.flatMap(mailbox =>
      [1, 2].map(uid => ({ mailbox, uid, kind: 'full', isItsOwn: true })),
    );
    const inOrder = (list: typeof found) =>
      list.toSorted((a, b) =>
        a.mailbox < b.mailbox ? -1 : a.mailbox > b.mailbox ? 1 : a.uid - b.uid,
      );
    expect(inOrder(found)).toEqual(inOrder(expected as typeof found));
  });

  const reordered = [...names].reverse();
  test.each([
    ['nothing changed', names, false],
    ['.mailstow deleted and another order in LIST', reordered, true],
  ])('and a second run stores nothing: %s', async (_case, order, forgotten) => {
    const { run, folder } = await start();
    await run();
    const before = messageFiles(folder);
    if (forgotten) rmSync(join(folder, '.mailstow'), { recursive: true });
    const again = await start(order);
    const { result } = await again.run({ folder });
    expect(result.stored).toBe(0);
    expect(result.mailboxes.every(each => each.archived === 2)).toBe(true);
    expect(messageFiles(folder)).toEqual(before);
  });
});

describe('names that decode alike', () => {
  const plain = { name: 'Entwürfe', messages: ['Subject: One\r\n\r\n'] };
  const latin1 = {
    name: 'Latin-1',
    rawName: Buffer.from('Entw\xfcrfe', 'latin1'),
    messages: ['Subject: Two\r\n\r\n'],
  };

  test('are two mailboxes, both archived', async () => {
    const first = await runsOnScripted({ mailboxes: [plain, latin1] });
    const { result } = await first.run();
    const [one, two] = result.mailboxes.map(({ mailbox }) => mailbox).slice(-2);
    expect(one).toBe('Entwürfe');
    expect(two).toMatch(/^Entwürfe~[0-9a-f]{4}$/);
    expect(Object.values(messageFiles(first.folder)).sort()).toEqual([
      'Subject: One\r\n\r\n',
      'Subject: Two\r\n\r\n',
    ]);

    const { folder } = first;
    const reordered = await runsOnScripted({ mailboxes: [latin1, plain] });
    expect((await reordered.run({ folder })).result.stored).toBe(0);
    const alone = await runsOnScripted({ mailboxes: [latin1] });
    const { result: left } = await alone.run({ folder });
    expect(left).toMatchObject({ stored: 0, renamed: 0 });
    expect(left.mailboxes.map(({ mailbox }) => mailbox)).toContain(two);
  });
});
