import { chmodSync, cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { archiveUntil, desktopOf, expect, storedFiles, test } from './fixture.ts';

test('a page that died is shown again when the person wants it; the run goes on meanwhile', async ({
  window,
  desktop,
  account,
}) => {
  await account(1_500, 500);
  await archiveUntil(window, 100);
  await desktop.dialogs.press('Reload window');
  const loaded = desktop.app.evaluate(
    ({ BrowserWindow }) =>
      new Promise<void>(resolve => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        contents?.once('did-finish-load', () => resolve());
        contents?.forcefullyCrashRenderer();
      }),
  );
  await loaded;
  const asked = await desktop.dialogs.asked();
  expect(asked.map(({ message }) => message)).toEqual(['This window stopped working.']);
  await expect.poll(() => storedFiles(desktop.person).length, { timeout: 30_000 }).toBe(1_500);
  const text = () =>
    desktop.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.body.innerText'),
    );
  await expect.poll(text, { timeout: 30_000 }).toContain('Nothing is missing.');
});

for (const [thread, code] of [
  ['run-thread.mjs', 'throw new Error("the thread of the run")'],
  ['writer-thread.mjs', 'process.exit(1)'],
] as const) {
  test(`${thread} that dies fails its run in a sentence, and the app lives`, async ({
    start,
    session,
    account,
    window,
    desktop,
  }) => {
    // An account with a server behind it; then the same person opens an app whose thread is broken.
    await account(100);
    const { person } = desktop;
    await desktop.leave();
    const app = mkdtempSync(join(desktopOf(session).home, 'broken-'));
    chmodSync(app, 0o755);
    cpSync(process.env.MAILSTOW_APP ?? '', app, { recursive: true });
    writeFileSync(join(app, 'dist/desktop', thread), code);
    const whole = process.env.MAILSTOW_APP;
    process.env.MAILSTOW_APP = app;
    const broken = await start({ person });
    process.env.MAILSTOW_APP = whole;
    const page = await broken.app.firstWindow();
    await page.getByRole('button', { name: 'Archive now' }).click();
    await expect(page.getByRole('alert').first()).toBeVisible({ timeout: 30_000 });
    expect(storedFiles(person)).toEqual([]);
    await page.getByRole('button', { name: 'Settings' }).click();
    await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
    expect(window).toBeDefined();
  });
}
