import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { expect, vi } from 'vitest';
import { mailboxName } from '../../../electron/engine/mailbox-name.ts';
import type { Deliverable, Host } from '../../../electron/services/host.ts';
import type { ChosenMessages, ExportState } from '../../../shared/contract.ts';
import { mountingMissing, SmallDisk, unmountAfterEach } from '../../accidents/small-disk.ts';
import { extensionNow, layoutNow, storedMessages, test } from '../../both-layouts.ts';
import { run, store } from '../../engine/catalog/an-archive.ts';
import { aProfile, temporaryFolder } from '../accounts/a-profile.ts';
import { anApp } from '../an-app.ts';
import { nobody } from '../nobody.ts';

unmountAfterEach();

const day = Date.UTC(2024, 2, 1);
const patience = { timeout: 30_000 };

/** A desktop whose person keeps everything in one folder, and an account with three messages in two mailboxes. */
async function aDesktop(changes: Partial<Host> = {}, bytes = 40_000) {
  const folder = temporaryFolder();
  const kept = temporaryFolder();
  const text = (subject: string) =>
    Buffer.from(`Subject: ${subject}\r\n\r\nFrom ${'x'.repeat(bytes)}\r\n`);
  await run(
    folder,
    async archive => {
      const inbox = await archive.mailbox(mailboxName('INBOX', '/'));
      await store(inbox, [
        { uid: 1, bytes: text('One'), subject: 'One', date: day },
        { uid: 2, bytes: text('Two'), subject: 'Two', date: day + 1 },
      ]);
      const sent = await archive.mailbox(mailboxName('Sent', '/'));
      await store(sent, [{ uid: 9, bytes: text('Three'), subject: 'Three', date: day + 2 }]);
    },
    { layout: layoutNow(), extension: extensionNow() },
  );
  const places = { folder: kept as string | null };
  const delivered: Deliverable[] = [];
  const host: Host = {
    ...nobody,
    kind: 'desktop',
    chooseFolder: async () => places.folder,
    chooseTarget: async name => places.folder && join(places.folder, name),
    deliver: async file => {
      delivered.push(file);
      return { saved: true, download: '/download/1' };
    },
    ...changes,
  };
  const test = anApp({ host });
  const { call } = test;
  const { id: accountId } = await call('accounts.save', { profile: aProfile({ folder }) });
  const query = { sort: 'date', descending: false, offset: 0, limit: 10 } as const;
  const rows = await vi.waitFor(async () => {
    const { rows } = await call('library.messages', { accountId, ...query });
    expect(rows).toHaveLength(3);
    return rows;
  }, patience);
  const ids = rows.map(({ id }) => id);
  const all: ChosenMessages = { which: 'folder', accountId, without: [] };
  const ended = (exportId: string | undefined) =>
    vi.waitFor(async () => {
      const list = await call('exports.list', undefined);
      const state = list.find(each => each.exportId === exportId);
      if (state === undefined || state.state === 'running') throw new Error('it goes on');
      return state;
    }, patience);
  const save = async (chosen: ChosenMessages, as: ExportState['as']) =>
    ended((await call('exports.start', { chosen, as })).exportId);
  return { ...test, accountId, folder, kept, places, delivered, ids, all, ended, save };
}

const stored = (folder: string) => Object.values(storedMessages(folder)).sort();

test('a folder gets each message as its file, byte for byte, and nothing half', async () => {
  const { save, all, kept, folder, accountId, ids } = await aDesktop();
  const state = await save(all, 'eml');
  expect(state).toMatchObject({ state: 'done', done: 3, of: 3, lacking: 0 });
  const [name = ''] = readdirSync(kept);
  expect(name).toMatch(/^Mailstow \d{4}-\d\d-\d\d \(3\)$/);
  const files = readdirSync(join(kept, name)).sort();
  expect(files).toEqual(['2024-03-01 One.eml', '2024-03-01 Three.eml', '2024-03-01 Two.eml']);
  const read = files.map(file => readFileSync(join(kept, name, file), 'latin1')).sort();
  expect(read).toEqual(stored(folder));
  // Again: the folder that is there stays as it is.
  await save(all, 'eml');
  expect(readdirSync(kept).sort()).toEqual([name, `${name} (2)`]);
  // All but some, and one mailbox alone.
  const without = [{ accountId, ids: ids.slice(0, 1) }];
  expect(await save({ ...all, without }, 'mbox')).toMatchObject({ done: 2 });
  expect(await save({ ...all, mailbox: 'Sent' }, 'mbox')).toMatchObject({ done: 1 });
});

test('an mbox and a ZIP hold what was picked; what is gone is named, and the rest is there', async () => {
  const { save, accountId, ids, kept, folder, call } = await aDesktop();
  const picked: ChosenMessages = { which: 'these', messages: [{ accountId, ids: [...ids, 999] }] };
  const gone = storedFile(folder, 'Two');
  rmSync(gone);
  const state = await save(picked, 'mbox');
  expect(state).toMatchObject({ state: 'done', done: 2, of: 4, lacking: 2 });
  expect(state.problems).toMatchObject([
    { subject: 'Two', failure: { kind: 'message-not-stored' } },
  ]);
  const mbox = readFileSync(join(kept, state.name), 'latin1');
  expect(mbox.match(/^From MAILER/gm)).toHaveLength(2);
  expect(mbox).toContain('\r\n\r\n>From xxx');
  expect(await save(picked, 'zip')).toMatchObject({ done: 2, bytes: state.bytes });
  await call('exports.list', undefined);
});

function storedFile(folder: string, subject: string): string {
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(name => join(folder, name))
    .find(
      path =>
        /\.(eml|txt)$/.test(path) && readFileSync(path, 'latin1').startsWith(`Subject: ${subject}`),
    );
  if (found === undefined) throw new Error(`There is no ${subject}.`);
  return found;
}

test('the person may think better of it; nothing chosen, nothing made', async () => {
  const { call, failureOf, all, places, kept } = await aDesktop();
  places.folder = null;
  expect(await call('exports.start', { chosen: all, as: 'eml' })).toEqual({});
  expect(await call('exports.start', { chosen: all, as: 'zip' })).toEqual({});
  const none: ChosenMessages = { which: 'these', messages: [] };
  const failure = await failureOf('exports.start', { chosen: none, as: 'zip' });
  expect(failure.message).toBe('None of the selected messages is there any more.');
  expect(readdirSync(kept)).toEqual([]);
});

test('stopped in the middle, it leaves nothing, whatever it is', async () => {
  const { call, all, kept, ended } = await aDesktop({}, 900_000);
  for (const as of ['eml', 'zip', 'mbox'] as const) {
    const { exportId = '' } = await call('exports.start', { chosen: all, as });
    await call('exports.stop', { exportId });
    expect(await ended(exportId)).toMatchObject({ state: 'stopped' });
    expect(readdirSync(kept)).toEqual([]);
  }
});

test('a browser fetches it: what it takes is what it gets, and it is told of', async () => {
  const { call, failureOf, all, delivered, folder, ended } = await aDesktop({ kind: 'browser' });
  const begun = await call('exports.start', { chosen: all, as: 'mbox' });
  expect(begun).toMatchObject({ download: '/download/1' });
  const bytes = await buffer((await delivered.at(-1)?.open()) ?? Readable.from([]));
  expect(await ended(begun.exportId)).toMatchObject({ state: 'done', done: 3 });
  const size = stored(folder).reduce((sum, text) => sum + text.length, 0);
  expect(bytes.length).toBeGreaterThan(size);
  const left = (await delivered.at(-1)?.open()) as Readable;
  left.destroy();
  expect(await ended(begun.exportId)).toMatchObject({ state: 'stopped' });
  const refused = await failureOf('exports.start', { chosen: all, as: 'eml' });
  expect(refused.message).toContain('only in the Mailstow app');
});

test.skipIf(mountingMissing())(
  'a disk that is full, or cannot be written, keeps nothing',
  async () => {
    const { save, all, kept, places } = await aDesktop();
    const disk = new SmallDisk(join(kept, 'disk'), 'size=16k');
    places.folder = disk.folder;
    for (const as of ['eml', 'mbox'] as const) {
      const state = await save(all, as);
      expect(state).toMatchObject({ state: 'failed', failure: { kind: 'disk-full' } });
      expect(readdirSync(disk.folder)).toEqual([]);
    }
    disk.remount('ro');
    for (const as of ['eml', 'zip'] as const) {
      const { failure } = await save(all, as);
      expect(failure?.message).toMatch(/could not write .*: the disk is read-only/);
    }
  },
);

test('what stands in the way stays as it is', async () => {
  const { save, all, kept } = await aDesktop();
  const { name } = await save(all, 'zip');
  rmSync(join(kept, name));
  mkdirSync(join(kept, name));
  writeFileSync(join(kept, name, 'mine'), '');
  expect(await save(all, 'zip')).toMatchObject({ state: 'failed' });
  expect(existsSync(join(kept, name, 'mine'))).toBe(true);
  expect(readdirSync(kept)).toEqual([name]);
});
