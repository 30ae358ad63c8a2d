import { startServer } from '../../servers/scripted/server.ts';
import { saveAccount } from '../calls.ts';
import { choose, expectFirstPage } from '../controls.ts';
import type { DesktopApp } from '../electron-host.ts';
import { letters } from '../letters.ts';
import { lookAt } from '../screens.ts';
import { archiveRest, expect, test } from './fixture.ts';

const mail = {
  mailboxes: [
    { name: 'INBOX', messages: letters.map(({ bytes }) => Buffer.from(bytes as Buffer)) },
  ],
};

const systemIsDark = ({ app }: DesktopApp) =>
  app.evaluate(({ nativeTheme }) => nativeTheme.shouldUseDarkColors);

test('language and theme reach what the system draws, at once and after a restart', async ({
  window,
  desktop,
  start,
}) => {
  const firstMenu = ({ app }: DesktopApp) =>
    app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items[0]?.label);
  await window.getByRole('button', { name: 'Settings' }).click();
  await window.getByRole('radio', { name: 'Dark' }).click();
  await expect.poll(() => systemIsDark(desktop)).toBe(true);
  await choose(window, 'Language', 'Čeština');
  await expect.poll(() => firstMenu(desktop)).toBe('Soubor');
  await lookAt(window, '30-settings-desktop');
  await desktop.leave();
  const next = await start({ person: desktop.person });
  const page = await next.app.firstWindow();
  await expect(page.getByRole('button', { name: 'Nastavení' })).toBeVisible();
  expect(await systemIsDark(next)).toBe(true);
  expect(await firstMenu(next)).toBe('Soubor');
});

test('the system’s language is the first one', async ({ start }) => {
  const czech = await start({
    env: { LANGUAGE: 'cs', LC_ALL: 'cs_CZ.UTF-8', LANG: 'cs_CZ.UTF-8' },
  });
  const page = await czech.app.firstWindow();
  await expect(page.getByRole('button', { name: 'Nastavení' })).toBeVisible();
});

test('zoomed to 200 % and on a fine screen the message can be reached; panes stay as they were', async ({
  window,
  desktop,
  start,
}) => {
  const server = await startServer(mail);
  await saveAccount(window, desktop.folder, server.port);
  await window.reload();
  await archiveRest(window);
  await window.getByRole('button', { name: 'Open library' }).click();
  await window
    .getByRole('option', { name: /Invoice 4711/ })
    .first()
    .click();
  const bar = window.getByRole('separator', { name: 'Width of the list' });
  const before = Number(await bar.getAttribute('aria-valuenow'));
  await bar.focus();
  for (let presses = 0; presses < 3; presses += 1) await window.keyboard.press('ArrowRight');
  await expect(bar).toHaveAttribute('aria-valuenow', String(before + 48));

  await desktop.app.evaluate(({ BrowserWindow }) => {
    const [shown] = BrowserWindow.getAllWindows();
    shown?.setContentSize(1_000, 700);
    shown?.webContents.setZoomFactor(2);
  });
  await expect.poll(() => window.evaluate(() => devicePixelRatio)).toBe(2);
  // There is room for one pane now, and it is the message's.
  await window.locator('iframe').scrollIntoViewIfNeeded();
  const letter = window.frameLocator('iframe').getByText('please find the invoice');
  await expect(letter).toBeInViewport();
  const sideways = await window.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(sideways).toBeLessThanOrEqual(0);
  await desktop.leave();

  const next = await start({
    person: desktop.person,
    switches: ['--force-device-scale-factor=2'],
  });
  const page = await next.app.firstWindow();
  // The zoom was remembered, and the screen doubles it.
  await expect.poll(() => page.evaluate(() => devicePixelRatio)).toBe(4);
  await next.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(1),
  );
  await expect.poll(() => page.evaluate(() => devicePixelRatio)).toBe(2);
  await page.getByRole('button', { name: 'Library', exact: true }).click();
  await expect(page.getByRole('separator', { name: 'Width of the list' })).toHaveAttribute(
    'aria-valuenow',
    String(before + 48),
  );
  await page.screenshot({ path: 'test-results/screenshots/electron/31-library-fine-screen.png' });
  await server.stop();
});

test('the window can be as narrow as 400 pixels, and no narrower', async ({ window, desktop }) => {
  await expectFirstPage(window);
  const width = await desktop.app.evaluate(({ BrowserWindow }) => {
    const [shown] = BrowserWindow.getAllWindows();
    shown?.setSize(100, 100);
    return shown?.getMinimumSize();
  });
  expect(width?.[0]).toBe(400);
});
