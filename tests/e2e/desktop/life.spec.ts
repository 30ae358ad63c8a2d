import {
  archiveRest,
  archiveUntil,
  expect,
  expectWhole,
  startAgain,
  storedFiles,
  test,
} from './fixture.ts';

const messages = 1_000;
/** A second: a run of them can be met in its midst. */
const rate = 100;

const question = {
  message: 'Your mail is still being archived.',
  detail: 'Everything saved so far is kept either way.',
  buttons: ['Continue in background', 'Stop and quit', 'Cancel'],
};

test.beforeEach(async ({ window, account }) => {
  await account(messages, rate);
  await archiveUntil(window, 100);
});

test('closing the window in mid-run: cancel leaves it, go on puts it away, and the run ends', async ({
  window,
  desktop,
}) => {
  const close = () =>
    desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  const isMinimised = () =>
    desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized());
  await close();
  await expect.poll(() => desktop.dialogs.asked()).toEqual([question]);
  expect(await isMinimised()).toBe(false);
  await desktop.dialogs.press('Continue in background');
  await close();
  await expect.poll(isMinimised).toBe(true);
  await expect(window.getByText(/Nothing is missing\./)).toBeAttached({ timeout: 30_000 });
  expect(storedFiles(desktop.person)).toHaveLength(messages);
  // Nothing is asked once nothing runs.
  await close();
  expect(await desktop.ended()).toBe(0);
});

for (const [way, end] of [
  [
    'stop and quit, asked at closing',
    async desktop => {
      await desktop.dialogs.press('Stop and quit');
      await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
      expect(await desktop.ended()).toBe(0);
    },
  ],
  [
    'Quit of the menu',
    async desktop => {
      await desktop.app.evaluate(({ Menu }) => {
        const [file] = Menu.getApplicationMenu()?.items ?? [];
        file?.submenu?.items.find(({ role }) => role === 'quit')?.click();
      });
      expect(await desktop.ended()).toBe(0);
    },
  ],
  [
    'SIGTERM',
    async desktop => {
      process.kill(desktop.pid, 'SIGTERM');
      expect(await desktop.ended()).toBe(0);
    },
  ],
] satisfies [string, (desktop: import('../electron-host.ts').DesktopApp) => Promise<void>][]) {
  test(`ended in mid-run by ${way}: all that is stored is whole, and the next start goes on`, async ({
    desktop,
    start,
  }) => {
    const { person } = desktop;
    await end(desktop);
    const before = storedFiles(person);
    expect(before.length).toBeGreaterThanOrEqual(100);
    expect(before.length).toBeLessThan(messages);
    expectWhole(person);
    const next = await start({ person });
    await archiveRest(await next.app.firstWindow());
    const after = storedFiles(person);
    expect(after).toHaveLength(messages);
    expect(after).toEqual(expect.arrayContaining(before));
    expectWhole(person);
  });
}

test('a second start brings the first window back and ends', async ({ desktop, session }) => {
  const state = () =>
    desktop.app.evaluate(({ BrowserWindow }) => {
      const windows = BrowserWindow.getAllWindows();
      return { count: windows.length, minimised: windows[0]?.isMinimized() };
    });
  await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  await expect.poll(state).toEqual({ count: 1, minimised: true });
  expect(await startAgain(session, desktop.person)).toBe(0);
  await expect.poll(state).toEqual({ count: 1, minimised: false });
});
