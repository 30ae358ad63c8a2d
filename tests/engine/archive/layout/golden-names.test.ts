import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FlatLayout } from '../../../../electron/engine/archive/layout/layout-flat.ts';
import { FoldersLayout } from '../../../../electron/engine/archive/layout/layout-folders.ts';
import { NameRegistry } from '../../../../electron/engine/archive/layout/name-registry.ts';
import { mailboxName } from '../../../../electron/engine/mailbox-name.ts';
import { temporaryFolder } from '../temporary-archive.ts';

/** A name, and what the first landing made of it as mailbox and as subject. */
interface Golden {
  readonly name: string;
  readonly flat: string;
  readonly folder: string;
  readonly file: string;
}

/** Written by the code of the first landing, for names of which no path comes near the longest. */
const golden: Golden[] = JSON.parse(
  readFileSync(join(import.meta.dirname, 'golden-names.json'), 'utf8'),
);

test(`${golden.length} names are those of the first landing, byte for byte`, () => {
  const folder = temporaryFolder();
  const found = golden.map(({ name }, index): Golden => {
    const registry = () => new NameRegistry(join(folder, `${index}.jsonl`), true);
    const named = mailboxName(name, '/');
    const folders = new FoldersLayout(folder, '.eml', registry());
    const hints = { subject: name, internalDate: Date.UTC(2024, 2, 1, 9, 12) };
    return {
      name,
      flat: new FlatLayout(folder, '.txt', registry())
        .mailbox(named)
        .nameOf('new_header', 4294967295, {}),
      folder: folders.mailbox(named).folder,
      file: folders.mailbox(mailboxName('INBOX', '/')).nameOf('header', 4294967295, hints),
    };
  });
  expect(found).toEqual(golden);
  expect(golden.length).toBeGreaterThan(300);
});
