import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LabelPaths, linkNames } from '../../../../electron/engine/archive/extras/label-paths.ts';
import { foldComponent } from '../../../../electron/engine/archive/layout/safe-name.ts';

const label = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('/', '\\', '.', '..', ' ', 'A', 'a', 'é', 'e\u0301', '%', '~'),
  }),
  fc.string({ unit: 'grapheme', minLength: 40, maxLength: 300 }),
  fc.constantFrom('../../etc', '/', '', 'CON', 'nul/x', '\\Inbox', 'Inbox', 'a/b', 'A/b', 'C:\\x'),
);

/** What some system takes for a way out, for a device or for nothing. */
const unsafe = /^$|^\.|[. ]$|[<>:"\\|?*\p{Cc}]|^(con|nul|prn|aux)(\.|$)/iu;

test('any labels have folders of their own, which lead nowhere else', () => {
  fc.assert(
    fc.property(fc.uniqueArray(label), labels => {
      const paths = new LabelPaths();
      const folders = labels.map(each => paths.folderOf(each));
      for (const folder of folders) {
        expect(folder.length).toBeLessThanOrEqual(60);
        for (const component of folder.split('/')) expect(component).not.toMatch(unsafe);
      }
      expect(new Set(folders.map(foldComponent)).size).toBe(labels.length);
      expect(labels.map(each => paths.folderOf(each))).toEqual(folders);
    }),
  );
});

test('a label is its levels; Gmail’s own are without their mark', () => {
  const paths = new LabelPaths();
  expect(paths.folderOf('Work/2024')).toBe('Work/2024');
  expect(paths.folderOf('\\Important')).toBe('Important');
  expect(paths.folderOf('Important')).toMatch(/^Important~[0-9a-f]{4}$/);
});

test('a link keeps the name of its file where that fits, and has another for a second of that name', () => {
  const path = 'INBOX/2024-03-01 0912 Hello [17].eml';
  const [name, other] = linkNames('_Mailstow/Labels/Work', path);
  expect(name).toBe('2024-03-01 0912 Hello [17].eml');
  expect(other).toMatch(/^2024-03-01 0912 Hello \[17\]~[0-9a-f]{16}\.eml$/);
  const long = `MSG_${'x'.repeat(180)}_17.txt`;
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 80 }), length => {
      const folder = 'f'.repeat(length);
      for (const each of linkNames(folder, long)) {
        expect(`${folder}/${each}`.length).toBeLessThan(200);
        expect(each).toMatch(/\.txt$/);
      }
    }),
  );
});
