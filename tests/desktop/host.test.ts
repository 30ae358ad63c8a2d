import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, join } from 'node:path';
import { Readable } from 'node:stream';
import type { BrowserWindow } from 'electron';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DesktopHost } from '../../electron/desktop/host.ts';
import { wordsFor } from '../../electron/desktop/words.ts';
import type { Deliverable } from '../../electron/services/host.ts';
import { safeFileName } from '../../electron/services/window/safe-file-name.ts';
import { answers, FakeWindow, lastTold, order, reset } from './fake-electron.ts';

const en = wordsFor('en', 'en');

vi.mock('electron', () => import('./fake-electron.ts'));

let folder: string;

beforeEach(() => {
  reset();
  folder = mkdtempSync(join(tmpdir(), 'mailstow-host-'));
  answers.userData = folder;
  mkdirSync(join(folder, 'temp'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const host = (platform: NodeJS.Platform = 'linux') =>
  new DesktopHost({ platform, window: () => undefined, words: () => en, icon: '/app/icon.png' });

const file = (change: Partial<Deliverable> = {}): Deliverable => ({
  name: 'report.pdf',
  type: 'application/pdf',
  dangerous: false,
  open: () => Readable.from([Buffer.from('content')]),
  ...change,
});

describe('choosing a folder', () => {
  test('begins where the person is, and remembers where they were', async () => {
    const desktop = host();
    answers.filePaths = [join(folder, 'archives/mine')];
    expect(await desktop.chooseFolder(undefined)).toBe(join(folder, 'archives/mine'));
    expect(lastTold('showOpenDialog')).toMatchObject([
      { properties: ['openDirectory', 'createDirectory'], defaultPath: join(folder, 'documents') },
    ]);
    await desktop.chooseFolder(undefined);
    expect(lastTold('showOpenDialog')).toMatchObject([{ defaultPath: join(folder, 'archives') }]);
    await desktop.chooseFolder('/somewhere');
    expect(lastTold('showOpenDialog')).toMatchObject([{ defaultPath: '/somewhere' }]);
  });

  test('may be thought better of', async () => {
    expect(await host().chooseFolder(undefined)).toBeNull();
  });
});

describe('choosing a certificate', () => {
  test('a file among those that are called so, or any other', async () => {
    answers.filePaths = [join(folder, 'keys/ca.pem')];
    expect(await host().chooseCertificate('file', '/etc/mail')).toBe(join(folder, 'keys/ca.pem'));
    expect(lastTold('showOpenDialog')).toMatchObject([
      {
        properties: ['openFile'],
        defaultPath: '/etc/mail',
        message: en.t('certificateFileMessage'),
        filters: [{ extensions: ['pem', 'crt', 'cer', 'der'] }, { extensions: ['*'] }],
      },
    ]);
  });

  test('a folder that is there already', async () => {
    answers.filePaths = [join(folder, 'keys')];
    expect(await host().chooseCertificate('folder', undefined)).toBe(join(folder, 'keys'));
    expect(lastTold('showOpenDialog')).toMatchObject([
      { properties: ['openDirectory'], message: en.t('certificateFolderMessage') },
    ]);
  });
});

describe('keeping a file', () => {
  test('writes it whole where the person wants it', async () => {
    answers.filePath = join(folder, 'kept.pdf');
    expect(await host().deliver(file())).toEqual({ saved: true });
    expect(readFileSync(answers.filePath, 'utf8')).toBe('content');
    expect(lastTold('showSaveDialog')).toEqual([
      { defaultPath: join(folder, 'downloads', 'report.pdf') },
    ]);
  });

  test('writes nothing where the person thinks better of it', async () => {
    const open = vi.fn();
    expect(await host().deliver(file({ open }))).toEqual({ saved: false });
    expect(open).not.toHaveBeenCalled();
  });

  test('leaves nothing half behind', async () => {
    answers.filePath = join(folder, 'kept.pdf');
    const broken = () =>
      Readable.from(
        (function* () {
          yield Buffer.from('half');
          throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
        })(),
      );
    await expect(host().deliver(file({ open: broken }))).rejects.toMatchObject({
      failure: { kind: 'disk-full' },
    });
    expect(readdirSync(folder)).toEqual(['temp']);
  });

  test('touches no file of anybody else beside it, whether it succeeds or fails', async () => {
    const others = join(folder, 'kept.pdf.part');
    writeFileSync(others, 'half a download of a browser');
    answers.filePath = join(folder, 'kept.pdf');
    await host().deliver(file());
    const gone = () => Promise.reject(Object.assign(new Error('gone'), { code: 'EIO' }));
    await expect(host().deliver(file({ open: gone }))).rejects.toThrow();
    expect(readFileSync(answers.filePath, 'utf8')).toBe('content');
    expect(readFileSync(others, 'utf8')).toBe('half a download of a browser');
    expect(readdirSync(folder).sort()).toEqual(['kept.pdf', 'kept.pdf.part', 'temp']);
  });
});

describe('opening a file', () => {
  const opened = () => String(lastTold('openPath')?.[0]);

  test('hands a copy to the system; two of one name do not meet', async () => {
    const desktop = host();
    await desktop.open(file());
    const first = opened();
    await desktop.open(file({ open: () => Readable.from([Buffer.from('other')]) }));
    expect(basename(first)).toBe('report.pdf');
    expect(readFileSync(first, 'utf8')).toBe('content');
    expect(readFileSync(opened(), 'utf8')).toBe('other');
    desktop.forgetCopies();
    expect(existsSync(dirname(first))).toBe(false);
    expect(readdirSync(join(folder, 'temp'))).toEqual([]);
  });

  test('never leaves the folder made for it, whatever the file calls itself', async () => {
    await host().open(file({ name: '../../../etc/report.pdf' }));
    expect(dirname(dirname(dirname(opened())))).toBe(join(folder, 'temp'));
  });

  test('that the system cannot open is said in its words', async () => {
    answers.openPath = 'no program for it';
    await expect(host().open(file())).rejects.toMatchObject({
      failure: { message: 'report.pdf could not be opened: no program for it' },
    });
  });

  test('that could be a program is never done: it is saved and shown, after a warning', async () => {
    const dangerous = file({ name: 'invoice.exe', dangerous: true });
    answers.filePath = join(folder, 'invoice.exe');
    await host().open(dangerous);
    expect(order()).toEqual(['showMessageBox', 'showSaveDialog', 'showItemInFolder']);
    expect(lastTold('showMessageBox')).toMatchObject([{ type: 'warning', defaultId: 1 }]);
  });

  test.each(['drawing.dwg', 'letters.zip', 'data.xml', 'README', 'note.rtf'])(
    'of a kind that is not known to be harmless is saved and shown: %s',
    async name => {
      answers.filePath = join(folder, 'kept');
      await host().open(file({ name }));
      expect(order()).toEqual(['showSaveDialog', 'showItemInFolder']);
    },
  );

  test('that could be a program is left alone where the person heeds the warning', async () => {
    answers.response = 1;
    await host().open(file({ name: 'invoice.exe', dangerous: true }));
    expect(order()).toEqual(['showMessageBox']);
  });
});

test('what is dragged out is a copy under a name for people, with a picture', async () => {
  const { webContents } = new FakeWindow({});
  const window = () => ({ webContents }) as never as BrowserWindow;
  const desktop = new DesktopHost({
    ...{ platform: 'linux', window, words: () => en, icon: '/app/icon.png' },
  });
  await desktop.drag([file({ name: 'a/b.eml' }), file({ name: 'c.eml' })]);
  const [{ file: first, files, icon }] = lastTold('startDrag') as [
    { file: string; files: string[]; icon: unknown },
  ];
  expect(files.map(path => [basename(path), readFileSync(path, 'utf8')])).toEqual([
    ['a%2Fb.eml', 'content'],
    ['c.eml', 'content'],
  ]);
  expect([first, icon]).toEqual([files[0], { path: '/app/icon.png' }]);
  desktop.forgetCopies();
  expect(existsSync(first)).toBe(false);
});

test('a reply is handed to the mail program, and anything that is no address of a page to nobody', async () => {
  expect(await host().visit('mailto:a@b.example?subject=Re%3A')).toBe(true);
  expect(lastTold('openExternal')).toEqual(['mailto:a@b.example?subject=Re%3A']);
  expect(await host().visit('file:///etc/passwd')).toBe(false);
});

describe('showing what is on the disk', () => {
  test('opens a folder, and the folder of a file', async () => {
    const message = join(folder, 'message.eml');
    writeFileSync(message, '');
    await host().show(folder);
    expect(lastTold('openPath')).toEqual([folder]);
    await host().show(message);
    expect(lastTold('showItemInFolder')).toEqual([message]);
  });

  test('starts no program that is a folder on macOS', async () => {
    const bundle = join(folder, 'Archive.app');
    mkdirSync(bundle);
    await host('darwin').show(bundle);
    expect(order()).toEqual(['showItemInFolder']);
  });

  test.each(['gone', 'relative'])('says so where there is nothing: %s', async kind => {
    const path = kind === 'gone' ? join(folder, 'gone') : 'package.json';
    await expect(host().show(path)).rejects.toMatchObject({
      failure: { message: `${path} is no longer there.` },
    });
    expect(order()).toEqual([]);
  });
});

describe('names that senders chose', () => {
  test.each(['report.pdf', 'Účtenka březen.pdf', 'a'.repeat(100)])('stay: %s', name => {
    expect(safeFileName(name)).toBe(name.normalize('NFC'));
  });

  test('are one component that any file system takes', () => {
    for (const name of ['', '..', '.', 'CON', 'a/b\\c:d', 'x'.repeat(9_000), '\u202efdp.exe']) {
      const safe = safeFileName(name);
      expect(safe).not.toMatch(/[/\\:\u202e]|^\.{0,2}$/);
      expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(180);
    }
  });

  test('keep what they end on, however long they are', () => {
    expect(extname(safeFileName(`${'ž'.repeat(500)}.pdf`))).toBe('.pdf');
  });
});

test('messages have a scheme of their own', () => {
  expect(host().mailAddress('4f2a')).toBe('mailstow-mail://4f2a/');
});
