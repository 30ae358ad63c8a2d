import { mkdtempSync, rmSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname, extname, isAbsolute, join } from 'node:path';
import { app, type BrowserWindow, dialog, nativeImage, shell } from 'electron';
import { MailstowError } from '../engine/errors.ts';
import type { Deliverable, Delivered, DeliveredAll, Host } from '../services/host.ts';
import { isOpenable } from '../services/library/openable.ts';
import { writeInto } from '../services/window/folder-files.ts';
import { safeFileName } from '../services/window/safe-file-name.ts';
import { writeWhole } from '../services/window/whole-file.ts';
import { mailScheme } from './addresses.ts';
import { WindowPaper } from './paper.ts';
import { reportError } from './report-error.ts';
import type { Words } from './words.ts';

export interface DesktopHostOptions {
  readonly platform: NodeJS.Platform;
  /** Absolute path of the app's picture: without one nothing can be dragged. */
  readonly icon: string;
  window(): BrowserWindow | undefined;
  words(): Words;
}

/** Dialogs, file manager and programs of the system. */
export class DesktopHost implements Host {
  readonly kind = 'desktop';
  readonly paper = new WindowPaper();
  readonly #options: DesktopHostOptions;
  /** Where the person chose something last. */
  #folder: string | undefined;
  /** Copies of what was opened; they go with the app. */
  #copies: string | undefined;

  constructor(options: DesktopHostOptions) {
    this.#options = options;
  }

  get language(): string {
    return app.getPreferredSystemLanguages()[0] ?? 'en';
  }

  get documents(): string {
    return app.getPath('documents');
  }

  mailAddress(token: string): string {
    return `${mailScheme}://${token}/`;
  }

  chooseFolder(start: string | undefined): Promise<string | null> {
    const { t } = this.#options.words();
    return this.#choose(start, {
      properties: ['openDirectory', 'createDirectory'],
      buttonLabel: t('chooseFolder'),
      message: t('folderMessage'),
    });
  }

  chooseCertificate(what: 'file' | 'folder', start: string | undefined): Promise<string | null> {
    const words = this.#options.words();
    if (what === 'folder') {
      return this.#choose(start, {
        properties: ['openDirectory'],
        buttonLabel: words.t('chooseFolder'),
        message: words.t('certificateFolderMessage'),
      });
    }
    return this.#choose(start, {
      properties: ['openFile'],
      buttonLabel: words.t('chooseFile'),
      message: words.t('certificateFileMessage'),
      filters: [
        { name: words.t('certificates'), extensions: ['pem', 'crt', 'cer', 'der'] },
        { name: words.t('allFiles'), extensions: ['*'] },
      ],
    });
  }

  async deliver(file: Deliverable): Promise<Delivered> {
    return { saved: (await this.#save(file)) !== undefined };
  }

  async deliverAll(files: readonly Deliverable[]): Promise<DeliveredAll> {
    const { t } = this.#options.words();
    const folder = await this.#choose(this.#folder ?? app.getPath('downloads'), {
      properties: ['openDirectory', 'createDirectory'],
      buttonLabel: t('chooseFolder'),
    });
    if (folder === null) return { saved: 0 };
    this.#folder = folder;
    const names = await writeInto(folder, files);
    return { saved: names.length, folder };
  }

  async open(file: Deliverable): Promise<void> {
    if (!isOpenable(safeFileName(file.name))) return this.#saveInstead(file);
    const path = await this.#copy(file);
    const refusal = await shell.openPath(path);
    if (refusal !== '') throw notOpened(file.name, refusal);
  }

  async visit(address: string): Promise<boolean> {
    const { protocol } = new URL(address);
    if (protocol !== 'https:' && protocol !== 'http:' && protocol !== 'mailto:') return false;
    try {
      await shell.openExternal(address);
    } catch (cause) {
      if (protocol !== 'mailto:') throw cause;
      throw new MailstowError('no-mail-program', { cause });
    }
    return true;
  }

  async drag(files: readonly Deliverable[]): Promise<void> {
    const paths: string[] = [];
    for (const file of files) paths.push(await this.#copy(file));
    const icon = nativeImage.createFromPath(this.#options.icon).resize({ width: 48 });
    const [first = ''] = paths;
    this.#options.window()?.webContents.startDrag({ file: first, files: paths, icon });
  }

  async show(path: string): Promise<void> {
    const isFolder = isAbsolute(path) && (await isDirectory(path));
    if (isFolder === undefined || !isAbsolute(path)) throw notThere(path);
    // A folder with an ending may be a program on macOS: it would be started.
    const mayBeProgram = this.#options.platform === 'darwin' && extname(path) !== '';
    if (!isFolder || mayBeProgram) {
      shell.showItemInFolder(path);
      return;
    }
    const refusal = await shell.openPath(path);
    if (refusal !== '') throw notOpened(path, refusal);
  }

  /** Nothing that was opened stays behind, as far as the programs that show it let go of it. */
  forgetCopies(): void {
    if (this.#copies === undefined) return;
    try {
      rmSync(this.#copies, { recursive: true, force: true });
    } catch (error) {
      reportError(error);
    }
  }

  /** Each in a folder of its own: two may have one name. @returns its path */
  async #copy(file: Deliverable): Promise<string> {
    this.#copies ??= mkdtempSync(join(app.getPath('temp'), 'mailstow-'));
    const path = join(mkdtempSync(join(this.#copies, 'open-')), safeFileName(file.name));
    await writeWhole(path, () => file.open());
    return path;
  }

  async #choose(
    start: string | undefined,
    what: Electron.OpenDialogOptions,
  ): Promise<string | null> {
    const defaultPath = start ?? this.#folder ?? app.getPath('documents');
    const options = { ...what, defaultPath };
    const window = this.#options.window();
    const { canceled, filePaths } = await (window === undefined
      ? dialog.showOpenDialog(options)
      : dialog.showOpenDialog(window, options));
    const [chosen] = filePaths;
    if (canceled || chosen === undefined) return null;
    this.#folder = dirname(chosen);
    return chosen;
  }

  /** What is not known to be harmless stays a file, which the person finds where they kept it. */
  async #saveInstead(file: Deliverable): Promise<void> {
    if (file.dangerous && !(await this.#isWanted(file))) return;
    const path = await this.#save(file);
    if (path !== undefined) shell.showItemInFolder(path);
  }

  async #isWanted(file: Deliverable): Promise<boolean> {
    const words = this.#options.words();
    const options: Electron.MessageBoxOptions = {
      type: 'warning',
      message: words.t('dangerousFile', { name: file.name }),
      detail: words.t('dangerousDetail'),
      buttons: [words.t('saveInstead'), words.t('cancel')],
      defaultId: 1,
      cancelId: 1,
      noLink: true,
    };
    const window = this.#options.window();
    const { response } = await (window === undefined
      ? dialog.showMessageBox(options)
      : dialog.showMessageBox(window, options));
    return response === 0;
  }

  /** @returns where it was written, undefined where the person thought better of it */
  async #save(file: Deliverable): Promise<string | undefined> {
    const path = await this.chooseTarget(file.name);
    if (path === null) return undefined;
    await writeWhole(path, () => file.open());
    return path;
  }

  async chooseTarget(name: string): Promise<string | null> {
    const folder = this.#folder ?? app.getPath('downloads');
    const options = { defaultPath: join(folder, safeFileName(name)) };
    const window = this.#options.window();
    const { canceled, filePath } = await (window === undefined
      ? dialog.showSaveDialog(options)
      : dialog.showSaveDialog(window, options));
    if (canceled || filePath === '') return null;
    this.#folder = dirname(filePath);
    return filePath;
  }
}

/** @returns undefined for what is not there */
async function isDirectory(path: string): Promise<boolean | undefined> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return undefined;
  }
}

function notThere(path: string): MailstowError {
  return new MailstowError('path-gone', { args: { path } });
}

function notOpened(name: string, reason: string): MailstowError {
  return new MailstowError('file-not-opened', { args: { name, reason } });
}
