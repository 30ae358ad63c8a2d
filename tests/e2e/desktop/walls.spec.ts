import { readdirSync } from 'node:fs';
import { setTimeout as later } from 'node:timers/promises';
import { expectFirstPage } from '../controls.ts';
import type { DesktopApp } from '../electron-host.ts';
import { test as archivedTest, expect as both, missing } from '../fixture.ts';
import { intrusive, landing } from '../hostile-letters.ts';
import { test as base, expect } from './fixture.ts';

/** The browser complains of what is tried here, as it should. */
const test = base.extend({
  window: async ({ page, host }, use) => {
    await use(await host.open(page, () => undefined));
  },
});

test('the window cannot be led away, nor to a page that is not there', async ({
  window,
  desktop,
}) => {
  await expectFirstPage(window);
  // Asked of the app itself: Playwright waits for the end of a navigation that was refused.
  const seen = (code: string) =>
    desktop.app.evaluate(
      ({ BrowserWindow }, code) =>
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(code),
      code,
    );
  for (const to of [
    'mailstow://app/nothing',
    'mailstow://app/index.html',
    'mailstow://elsewhere/',
    'mailstow-mail://0123/',
    'https://example.com/',
    'file:///etc/passwd',
    'data:text/html,taken',
    'about:blank',
    'blob:mailstow://app/0123',
    'view-source:mailstow://app/',
    'chrome://gpu/',
  ]) {
    await seen(`location.href = ${JSON.stringify(to)}; 0`);
    // It may take a moment to leave, and to come back.
    await later(200);
    const where = async () => [
      await seen('location.pathname'),
      await seen('document.body.innerText'),
    ];
    await expect
      .poll(where, { message: to })
      .toEqual(['/', expect.stringContaining('Keep your mail')]);
  }
});

test('the page is alone: no Node, nothing permitted, no window, no file beside it', async ({
  window,
  desktop,
}) => {
  const page = await window.evaluate(async () => {
    const world = globalThis as unknown as Record<string, unknown>;
    const permission = await Notification.requestPermission();
    const camera = await navigator.mediaDevices?.getUserMedia({ video: true }).then(
      () => 'granted',
      error => error.name,
    );
    const place = await new Promise<string>(resolve =>
      navigator.geolocation.getCurrentPosition(
        () => resolve('granted'),
        () => resolve('denied'),
      ),
    );
    const popup = open('https://example.com/');
    const bridge = Object.keys(world.mailstow as object).sort();
    const node = ['require', 'process', 'module', 'Buffer', 'ipcRenderer'].filter(
      name => world[name] !== undefined,
    );
    return { permission, camera: camera ?? 'none', place, popup: popup === null, bridge, node };
  });
  expect(page).toEqual({
    permission: 'denied',
    camera: expect.stringMatching(/NotAllowedError|NotFoundError|none/),
    place: 'denied',
    popup: true,
    bridge: ['call', 'subscribe'],
    node: [],
  });
  const answers = await window.evaluate(() =>
    Promise.all(
      [
        '../desktop/main.mjs',
        '%2e%2e/desktop/main.mjs',
        '..%2fdesktop%2fmain.mjs',
        '..\\desktop\\main.mjs',
        '/../../etc/passwd',
        '//etc/passwd',
        'index.html%00.js',
      ].map(async path => {
        try {
          return (await fetch(`mailstow://app/${path}`)).status;
        } catch {
          return 'refused';
        }
      }),
    ),
  );
  expect(new Set(answers)).toEqual(new Set([404]));
  expect(await desktop.app.windows()).toHaveLength(1);
});

test('calls from any page but the window’s own are refused', async ({ desktop, window }) => {
  await expectFirstPage(window);
  const heard = await desktop.app.evaluate(async ({ BrowserWindow, app }) => {
    const preload = `${app.getAppPath()}/dist/desktop/preload.cjs`;
    const strange = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
    await strange.loadURL('mailstow://app/');
    const call = `mailstow.call('accounts.list').then(() => 'answered', String)`;
    const answer = await strange.webContents.executeJavaScript(call);
    strange.destroy();
    return answer as string;
  });
  expect(heard).toContain('Refused');
});

const letters = archivedTest.extend({
  user: async ({ dovecot }, use) => {
    const user = await dovecot.user();
    await dovecot.deliver(user, 'INBOX', ...intrusive);
    await use(user);
  },
});

letters(
  'links lead out only after the person was asked where to, and a letter has no way in',
  async ({ window, archived, host }) => {
    letters.skip(missing !== undefined, missing);
    both(archived).toBe(true);
    const { dialogs, app } = host as DesktopApp;
    await window.getByRole('button', { name: 'Open library' }).click();
    await window.getByRole('option', { name: 'JavaScript links' }).click();
    const letter = window.frameLocator('iframe');
    const shop = letter.getByRole('link', { name: 'The shop' });
    await shop.click();
    await both
      .poll(() => dialogs.asked())
      .toEqual([
        {
          message: `Open this link to ${new URL(landing).host}?`,
          detail: landing,
          buttons: ['Open link', 'Cancel'],
        },
      ]);
    both(await dialogs.opened()).toEqual([]);
    await dialogs.press('Open link');
    await shop.click();
    await both.poll(() => dialogs.opened()).toEqual([landing]);
    // The frame of a letter runs nothing itself; what could be run in it has no bridge, and cannot leave its place.
    const inFrame = (code: string) =>
      app.evaluate(
        ({ BrowserWindow }, code) =>
          BrowserWindow.getAllWindows()[0]
            ?.webContents.mainFrame.frames[0]?.executeJavaScript(code)
            .then(
              value => value as unknown,
              () => 'no scripts',
            ),
        code,
      );
    both(['no scripts', 'undefined']).toContain(await inFrame('typeof mailstow'));
    both(app.windows()).toHaveLength(1);
    both(readdirSync((host as DesktopApp).person.kept)).toEqual([]);
  },
);
