import { join } from 'node:path';
import { call, saveAccount } from '../calls.ts';
import { expectFirstPage } from '../controls.ts';
import type { DesktopApp } from '../electron-host.ts';
import { archiveUntil, expect, runOnDesktop, test } from './fixture.ts';

/** Labels of the menu, two levels of it. */
const menuOf = ({ app }: DesktopApp) =>
  app.evaluate(({ Menu }) =>
    (Menu.getApplicationMenu()?.items ?? []).map(({ label, submenu }) => [
      label,
      ...(submenu?.items ?? []).filter(({ type }) => type !== 'separator').map(each => each.label),
    ]),
  );

test('the menu leads through the window, by its items and by their keys', async ({
  window,
  desktop,
  session,
}) => {
  expect(await menuOf(desktop)).toEqual([
    ['File', 'Settings…', 'Quit Mailstow'],
    ['Edit', 'Undo', 'Redo', 'Cut', 'Copy', 'Paste', 'Select All'],
    ['View', 'Accounts', 'Library', 'Actual Size', 'Zoom In', 'Zoom Out', 'Full Screen'],
    ['Help', 'Show Log', 'Copy Diagnostic Report…', 'Open-Source Licences', 'About Mailstow'],
  ]);
  const heading = (name: string) => window.getByRole('heading', { name, level: 1 });
  const press = (key: string) =>
    runOnDesktop(
      session,
      ...['xdotool', 'search', '--sync', '--onlyvisible', '--name', 'Mailstow'],
      ...['windowactivate', '--sync', 'key', '--clearmodifiers', key],
    );
  await expectFirstPage(window);
  await press('ctrl+comma');
  await expect(heading('Settings')).toBeVisible();
  await press('ctrl+2');
  await expect(heading('Library')).toBeVisible();
  await press('ctrl+1');
  await expectFirstPage(window);
  await desktop.app.evaluate(({ Menu }) =>
    Menu.getApplicationMenu()
      ?.items.at(-1)
      ?.submenu?.items.find(({ label }) => label.startsWith('Copy Diagnostic'))
      ?.click(),
  );
  await expect(window.getByRole('textbox', { name: 'Diagnostic report' })).toBeVisible();
});

test('while a run goes on the system stays awake; its failure is told outside of a window that nobody sees', async ({
  window,
  desktop,
  account,
  session,
}) => {
  const isAwake = () =>
    desktop.app.evaluate(({ powerSaveBlocker }) =>
      [0, 1, 2, 3].some(id => powerSaveBlocker.isStarted(id)),
    );
  await account(2_000, 300);
  expect(await isAwake()).toBe(false);
  await archiveUntil(window, 100);
  expect(await isAwake()).toBe(true);
  await expect(window.getByText(/Nothing is missing\./)).toBeVisible({ timeout: 30_000 });
  await expect.poll(isAwake).toBe(false);

  const nobodyListens = 9;
  const accountId = await saveAccount(window, join(desktop.folder, 'other'), nobodyListens);
  await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  await call(window, 'runs.start', { accountId });
  // A notification that was put away is in the history.
  await expect
    .poll(async () => {
      await runOnDesktop(session, 'dunstctl', 'close-all');
      return runOnDesktop(session, 'dunstctl', 'history');
    })
    .toContain('Archiving did not finish');
});
