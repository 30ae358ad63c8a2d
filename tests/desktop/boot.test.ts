import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  answers,
  app,
  FakeWindow,
  ipcMain,
  lastTold,
  nativeTheme,
  order,
  reset,
  told,
} from './fake-electron.ts';

// One and the same, however often the modules are loaded again.
const fake = await vi.hoisted(() => import('./fake-electron.ts'));
vi.mock('electron', () => fake);

const folder = mkdtempSync(join(tmpdir(), 'mailstow-boot-'));
const processEvents = ['uncaughtException', 'unhandledRejection'];
let onProcess: Map<string, (error: unknown) => void>;

beforeEach(() => {
  reset();
  vi.resetModules();
  answers.userData = folder;
  onProcess = new Map();
  const { on } = process;
  if (process.getuid !== undefined) vi.spyOn(process, 'getuid').mockReturnValue(1_000);
  vi.spyOn(process, 'on').mockImplementation(((name: string, listener: () => void) => {
    if (!processEvents.includes(name)) return on.call(process, name, listener);
    told.push({ what: `process.on ${name}`, with: [] });
    onProcess.set(name, listener);
    return process;
  }) as typeof process.on);
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  rmSync(join(folder, 'settings.json'), { force: true });
});

afterAll(() => rmSync(folder, { recursive: true }));

const loadMain = () => import('../../electron/main.ts');

async function started(): Promise<FakeWindow> {
  await loadMain();
  return vi.waitFor(() => {
    const [window] = FakeWindow.all;
    if (window === undefined) throw new Error('There is no window yet.');
    return window;
  });
}

describe('before the app is ready', () => {
  test('everything is done in the order that Electron needs, and nothing waits for ready', async () => {
    // Electron holds `ready` back until the module has settled: one that waited for it would never settle.
    answers.whenReady = new Promise(() => undefined);
    await loadMain();
    expect(order()).toEqual([
      'process.on uncaughtException',
      'process.on unhandledRejection',
      'requestSingleInstanceLock',
      'enableSandbox',
      'registerSchemesAsPrivileged',
      'app.on open-file',
      'whenReady',
    ]);
  });

  test('both schemes are registered at once, and neither may go round a policy', async () => {
    await loadMain();
    const privileges = { standard: true, secure: true, supportFetchAPI: true };
    expect(lastTold('registerSchemesAsPrivileged')).toEqual([
      [
        { scheme: 'mailstow', privileges },
        { scheme: 'mailstow-mail', privileges },
      ],
    ]);
    expect(order().filter(what => what === 'registerSchemesAsPrivileged')).toHaveLength(1);
  });

  test('a portable program keeps its data beside itself, chosen before the lock', async () => {
    vi.stubEnv('PORTABLE_EXECUTABLE_DIR', folder);
    await loadMain();
    expect(lastTold('setPath')).toEqual(['userData', join(folder, 'Mailstow data')]);
    expect(order().indexOf('setPath')).toBeLessThan(order().indexOf('requestSingleInstanceLock'));
  });

  test('Windows is told whose notifications they are, and no other system', async () => {
    const { platform } = process;
    try {
      Object.defineProperty(process, 'platform', { value: 'win32' });
      await loadMain();
      expect(lastTold('setAppUserModelId')).toEqual(['org.mailstow.mailstow']);
    } finally {
      Object.defineProperty(process, 'platform', { value: platform });
    }
  });

  test('a second instance quits and does nothing else', async () => {
    answers.lock = false;
    await loadMain();
    expect(order().slice(2)).toEqual(['requestSingleInstanceLock', 'quit']);
  });

  test.each(processEvents)('what nobody caught (%s) is printed and ends the app', async name => {
    vi.spyOn(console, 'error').mockReturnValue();
    answers.isPackaged = false;
    await loadMain();
    onProcess.get(name)?.(new Error('lost'));
    expect(console.error).toHaveBeenCalledOnce();
    expect(lastTold('exit')).toEqual([1]);
    expect(order()).not.toContain('showErrorBox');
  });

  test('a program that is handed to people says in their language that it has to stop', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    answers.isPackaged = true;
    answers.languages = ['cs-CZ'];
    await loadMain();
    // What begins with it is over when this is.
    const { loadWords } = await import('../../electron/desktop/words.ts');
    await loadWords('system', 'cs-CZ');
    onProcess.get('uncaughtException')?.(new Error('lost'));
    expect(lastTold('showErrorBox')).toEqual([
      'Mailstow musí skončit',
      'lost\n\nVše, co už je archivováno, zůstane.',
    ]);
    expect(lastTold('exit')).toEqual([1]);
  });
});

describe('when the app is ready', () => {
  test('every guard stands before there is a window', async () => {
    await started();
    const told = order();
    const window = told.indexOf('BrowserWindow');
    const guards = [
      'configureHostResolver',
      'setPermissionRequestHandler',
      'setPermissionCheckHandler',
      'setDevicePermissionHandler',
      'onBeforeRequest',
      'session.on will-download',
      'setSpellCheckerLanguages',
      'setSpellCheckerEnabled',
      'setSpellCheckerDictionaryDownloadURL',
      'app.on session-created',
      'app.on web-contents-created',
      'protocol.handle',
      'ipcMain.handle',
      'app.on before-quit',
      'app.on will-quit',
      'powerMonitor.on shutdown',
      'setApplicationMenu',
    ];
    for (const guard of guards) {
      expect(told.indexOf(guard), guard).toBeGreaterThan(told.indexOf('whenReady'));
      expect(told.indexOf(guard), guard).toBeLessThan(window);
    }
    expect(lastTold('configureHostResolver')).toEqual([{ secureDnsMode: 'off' }]);
    expect(lastTold('loadURL')).toEqual(['mailstow://app/#/accounts']);
  });

  test('the window has every preference that keeps a page apart from the system', async () => {
    await started();
    const [options] = lastTold('BrowserWindow') ?? [];
    expect(options).toMatchObject({
      name: 'main',
      windowStatePersistence: true,
      show: false,
      webPreferences: {
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webSecurity: true,
        webviewTag: false,
        navigateOnDragDrop: false,
        spellcheck: false,
        devTools: false,
        preload: expect.stringMatching(/preload\.cjs$/),
      },
    });
    // A position would win over the remembered one.
    expect(options).not.toHaveProperty('x');
    expect(options).not.toHaveProperty('paintWhenInitiallyHidden');
    // A hidden window's timers may be slowed: the work is done elsewhere.
    expect(options).not.toHaveProperty('webPreferences.backgroundThrottling');
  });

  test('what does the work is loaded when the window is seen, or by the first who asks', async () => {
    const works = () => order().includes('powerMonitor.on suspend');
    const window = await started();
    await new Promise(resolve => setTimeout(resolve, 100));
    expect(works()).toBe(false);
    window.emit('ready-to-show');
    await vi.waitFor(() => expect(works()).toBe(true), 10_000);
  });

  test.each([
    ['what the settings say', { language: 'cs', theme: 'dark' }, 'dark', 'Soubor'],
    [
      'the system, where they say nothing that is known',
      { language: 'xx', theme: 1 },
      'system',
      'File',
    ],
  ])('the window looks from the beginning like %s', async (_like, content, theme, label) => {
    writeFileSync(join(folder, 'settings.json'), JSON.stringify({ version: 1, content }));
    await started();
    expect(nativeTheme.themeSource).toBe(theme);
    expect(lastTold('setApplicationMenu')).toMatchObject([{ template: [{ label }, {}, {}, {}] }]);
    expect(order()).not.toContain('powerMonitor.on suspend');
  });

  test('a second start shows the window there is', async () => {
    const window = await started();
    window.isSmall = true;
    app.emit('second-instance', {}, ['--anything'], '/');
    expect(order().slice(-3)).toEqual(['window.restore', 'window.show', 'window.focus']);
    expect(FakeWindow.all).toHaveLength(1);
  });

  test('a window that was closed is opened again', async () => {
    const window = await started();
    window.emit('closed');
    app.emit('activate');
    expect(FakeWindow.all).toHaveLength(2);
  });
});

describe('to anyone who started it', () => {
  const report = join(folder, 'report');
  beforeEach(() => vi.stubEnv('MAILSTOW_START_REPORT', report));
  afterEach(() => rmSync(report, { force: true }));

  test('the app says that its window works when the page has called', async () => {
    const window = await started();
    expect(existsSync(report)).toBe(false);
    const [handle] = ipcMain.handlers.values();
    const senderFrame = { origin: 'mailstow://app', parent: null };
    await handle?.({ senderFrame, sender: window.webContents }, 'app.info', undefined);
    expect(existsSync(report)).toBe(true);
  });

  test('a second instance says that there is a window', async () => {
    answers.lock = false;
    await loadMain();
    expect(existsSync(report)).toBe(true);
  });
});

describe('a page that stopped', () => {
  const stop = async (window: FakeWindow, reason: string) => {
    vi.spyOn(console, 'error').mockReturnValue();
    window.webContents.emit('render-process-gone', {}, { reason });
    await new Promise(resolve => setImmediate(resolve));
  };

  test('is shown again where the person wants it', async () => {
    await stop(await started(), 'crashed');
    expect(order().slice(-2)).toEqual(['showMessageBox', 'reload']);
  });

  test('is left where the person does not', async () => {
    answers.response = 1;
    await stop(await started(), 'oom');
    expect(order().slice(-2)).toEqual(['showMessageBox', 'window.close']);
  });

  test('because it was to stop is not spoken of', async () => {
    await stop(await started(), 'clean-exit');
    expect(order()).not.toContain('showMessageBox');
  });

  test('before it began, in its preload, is said where developers look', async () => {
    const window = await started();
    vi.spyOn(console, 'error').mockReturnValue();
    window.webContents.emit('preload-error', {}, 'preload.cjs', new Error('broken'));
    expect(console.error).toHaveBeenCalledOnce();
  });
});

describe('the menu', () => {
  /** Presses the entry of this name. */
  function press(label: string): void {
    const [menu] = lastTold('setApplicationMenu') as [{ template: { submenu: object[] }[] }];
    const entries = menu.template.flatMap(({ submenu }) => submenu) as {
      label?: string;
      click?: () => void;
    }[];
    entries.find(entry => entry.label === label)?.click?.();
  }

  test('leads a window whose page does not listen yet by its address', async () => {
    await started();
    press('Settings…');
    expect(lastTold('loadURL')).toEqual(['mailstow://app/#/settings']);
    expect(order()).not.toContain('send');
  });

  test('leads the window to a place', async () => {
    const window = await started();
    const [handle] = ipcMain.handlers.values();
    const senderFrame = { origin: 'mailstow://app', parent: null };
    await handle?.({ senderFrame, sender: window.webContents }, 'app.info', undefined);
    press('Settings…');
    const sent = ['mailstow:event', 'place.asked', { place: 'settings' }];
    await vi.waitFor(() => expect(lastTold('send')).toEqual(sent));
  });

  test('opens a window that was closed at that place, where no page would hear it yet', async () => {
    const window = await started();
    window.emit('closed');
    press('Library');
    expect(lastTold('loadURL')).toEqual(['mailstow://app/#/library']);
    expect(order()).not.toContain('send');
  });

  test('and what the system draws follow the settings', async () => {
    await started();
    const [handle] = ipcMain.handlers.values();
    const [window] = FakeWindow.all;
    const senderFrame = { origin: 'mailstow://app', parent: null };
    const event = { senderFrame, sender: window?.webContents };
    await handle?.(event, 'settings.set', { language: 'cs', theme: 'dark' });
    expect(nativeTheme.themeSource).toBe('dark');
    await vi.waitFor(() =>
      expect(lastTold('setApplicationMenu')).toMatchObject([
        { template: [{ label: 'Soubor' }, {}, {}, {}] },
      ]),
    );
  });
});

describe('a window is revealed once', () => {
  test('when its page is ready', async () => {
    const window = await started();
    expect(order()).not.toContain('window.show');
    window.emit('ready-to-show');
    window.webContents.emit('did-fail-load');
    expect(order().filter(what => what === 'window.show')).toHaveLength(1);
  });

  test('at a failed load', async () => {
    const window = await started();
    window.webContents.emit('did-fail-load');
    expect(order()).toContain('window.show');
  });

  test('a while after loading, where the system never says that it is ready', async () => {
    const window = await started();
    vi.useFakeTimers();
    try {
      window.webContents.emit('did-finish-load');
      expect(order()).not.toContain('window.show');
      vi.advanceTimersByTime(1_000);
      expect(order()).toContain('window.show');
    } finally {
      vi.useRealTimers();
    }
  });

  test('at the latest after ten seconds, whatever has become of its page', async () => {
    const { openWindow } = await import('../../electron/desktop/window.ts');
    vi.useFakeTimers();
    try {
      openWindow({ folder, isDark: false, isPackaged: true }, { place: 'accounts' });
      vi.advanceTimersByTime(9_999);
      expect(order()).not.toContain('window.show');
      vi.advanceTimersByTime(1);
      expect(order()).toContain('window.show');
    } finally {
      vi.useRealTimers();
    }
  });

  test('not after it was closed', async () => {
    const window = await started();
    window.isGone = true;
    window.emit('ready-to-show');
    expect(order()).not.toContain('window.show');
  });
});
