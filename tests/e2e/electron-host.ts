import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type ElectronApplication, _electron as electron } from 'playwright';
import { appAddress, mailScheme } from '../../electron/desktop/addresses.ts';
import type { Host } from './host.ts';

const project = resolve(import.meta.dirname, '../..');

/**
 * Starts the built desktop app, with data and folders of its own.
 * @param program of the Electron runtime; without it Playwright would load the package, which may download one
 */
export async function startElectron(program: string): Promise<Host> {
  const data = mkdtempSync(join(tmpdir(), 'mailstow-e2e-'));
  const places = { folder: join(data, 'Mail'), kept: join(data, 'Kept') };
  for (const place of Object.values(places)) mkdirSync(place);
  const app = await electron.launch({
    executablePath: program,
    args: [`--user-data-dir=${join(data, 'profile')}`, '--password-store=basic', '.'],
    cwd: project,
    env: { ...inherited(), LC_ALL: 'en_GB.UTF-8', LANGUAGE: 'en_GB' },
  });
  await answerDialogs(app, places);
  return {
    folder: places.folder,
    folderDialog: 'system',
    async open(_page, watch) {
      const window = await app.firstWindow();
      watch(window);
      return window;
    },
    saved: () => readdirSync(places.kept),
    owns: url => url.startsWith(appAddress) || url.startsWith(`${mailScheme}://`),
    async close() {
      await app.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** Nobody is there to answer what the system asks, and it would wait for ever. */
async function answerDialogs(
  app: ElectronApplication,
  places: { readonly folder: string; readonly kept: string },
): Promise<void> {
  await app.evaluate(({ dialog }, { folder, kept }) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [folder] });
    dialog.showSaveDialog = async (...given: unknown[]) => {
      const { defaultPath = '' } = given.at(-1) as Electron.SaveDialogOptions;
      return { canceled: false, filePath: `${kept}/${defaultPath.split(/[\\/]/).at(-1)}` };
    };
    // Nothing is done that only the system was to confirm.
    dialog.showMessageBox = async (...given: unknown[]) => {
      const { cancelId = 0 } = given.at(-1) as Electron.MessageBoxOptions;
      return { response: cancelId, checkboxChecked: false };
    };
  }, places);
}

function inherited(): Record<string, string> {
  const set = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return Object.fromEntries(set);
}
