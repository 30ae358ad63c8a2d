import { EventEmitter } from 'node:events';

/**
 * Stands in for Electron, which no test here runs: writes down what it is told, in order, and answers what a
 * test has put ready. That Electron itself does what it is told is not shown by it.
 */
export const told: { readonly what: string; readonly with: readonly unknown[] }[] = [];

/** What the fake answers; a test changes it. */
export const answers = {
  lock: true,
  isPackaged: true,
  userData: '',
  languages: ['en-GB'],
  response: 0,
  filePaths: [] as string[],
  filePath: '',
  openPath: '',
  pdf: Promise.resolve(Buffer.from('%PDF')) as Promise<Buffer>,
  /** Why nothing was printed; '' where it was. */
  printed: '',
  encryption: 'keychain' as 'keychain' | 'fixed-key' | 'none' | 'locked',
  backend: 'gnome_libsecret',
  shouldReEncrypt: false,
  whenReady: Promise.resolve(),
};
const initial = { ...answers };

function tell(what: string, ...rest: unknown[]): void {
  told.push({ what, with: rest });
}

/** The names of what was told, in order. */
export function order(): string[] {
  return told.map(({ what }) => what);
}

/** With what it was told, the last time. */
export function lastTold(what: string): readonly unknown[] | undefined {
  return told.findLast(each => each.what === what)?.with;
}

class Teller extends EventEmitter {
  readonly #name: string;

  constructor(name: string) {
    super();
    this.#name = name;
  }

  override on(event: string, listener: (...args: never[]) => void): this {
    tell(`${this.#name}.on ${event}`);
    return super.on(event, listener as (...args: unknown[]) => void);
  }
}

class FakeApp extends Teller {
  get isPackaged(): boolean {
    return answers.isPackaged;
  }
  requestSingleInstanceLock(): boolean {
    tell('requestSingleInstanceLock');
    return answers.lock;
  }
  whenReady(): Promise<void> {
    tell('whenReady');
    return answers.whenReady;
  }
  getAppPath(): string {
    return answers.userData;
  }
  getPath(name: string): string {
    return name === 'userData' ? answers.userData : `${answers.userData}/${name}`;
  }
  getLocaleCountryCode(): string {
    return 'CZ';
  }
  getPreferredSystemLanguages(): string[] {
    return answers.languages;
  }
  setPath = (...args: unknown[]) => tell('setPath', ...args);
  enableSandbox = () => tell('enableSandbox');
  setAppUserModelId = (...args: unknown[]) => tell('setAppUserModelId', ...args);
  configureHostResolver = (...args: unknown[]) => tell('configureHostResolver', ...args);
  setAboutPanelOptions = (...args: unknown[]) => tell('setAboutPanelOptions', ...args);
  showAboutPanel = () => tell('showAboutPanel');
  quit = () => tell('quit');
  exit = (...args: unknown[]) => tell('exit', ...args);
}

export class FakeContents extends Teller {
  windowOpenHandler: ((details: { url: string }) => unknown) | undefined;

  constructor() {
    super('contents');
  }
  setWindowOpenHandler(handler: (details: { url: string }) => unknown): void {
    this.windowOpenHandler = handler;
  }
  send = (...args: unknown[]) => tell('send', ...args);
  startDrag = (...args: unknown[]) => tell('startDrag', ...args);
  forcefullyCrashRenderer = () => tell('forcefullyCrashRenderer');
  async printToPDF(options: unknown): Promise<Buffer> {
    tell('printToPDF', options);
    return answers.pdf;
  }
  print(options: unknown, answer: (isPrinted: boolean, reason: string) => void): void {
    tell('print', options);
    answer(answers.printed === '', answers.printed);
  }
  reload = () => tell('reload');
}

export class FakeWindow extends Teller {
  static readonly all: FakeWindow[] = [];
  readonly webContents = new FakeContents();
  isGone = false;
  hasFocus = false;
  isSmall = false;

  constructor(options: unknown) {
    super('window');
    tell('BrowserWindow', options);
    FakeWindow.all.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }
  async loadURL(address: string): Promise<void> {
    tell('loadURL', address);
  }
  isDestroyed = () => this.isGone;
  isFocused = () => this.hasFocus;
  isMinimized = () => this.isSmall;
  show = () => {
    tell('window.show');
    this.emit('show');
  };
  hide = () => tell('window.hide');
  focus = () => tell('window.focus');
  minimize = () => tell('window.minimize');
  restore = () => tell('window.restore');
  close = () => tell('window.close');
  destroy = () => tell('window.destroy');
  setProgressBar = (...args: unknown[]) => tell('setProgressBar', ...args);
}

export class FakeSession extends Teller {
  permissionRequest: ((...args: unknown[]) => void) | undefined;
  permissionCheck: (() => boolean) | undefined;
  devicePermission: (() => boolean) | undefined;
  beforeRequest: ((details: unknown, answer: (what: unknown) => void) => void) | undefined;
  readonly schemes = new Map<string, (request: Request) => Promise<Response>>();
  readonly protocol = {
    handle: (scheme: string, handler: (request: Request) => Promise<Response>) => {
      tell('protocol.handle', scheme);
      this.schemes.set(scheme, handler);
    },
  };
  readonly webRequest = {
    onBeforeRequest: (...args: unknown[]) => {
      tell('onBeforeRequest', ...args);
      this.beforeRequest = args[0] as FakeSession['beforeRequest'];
    },
  };

  constructor() {
    super('session');
  }
  setPermissionRequestHandler(handler: (...args: unknown[]) => void): void {
    tell('setPermissionRequestHandler');
    this.permissionRequest = handler;
  }
  setPermissionCheckHandler(handler: () => boolean): void {
    tell('setPermissionCheckHandler');
    this.permissionCheck = handler;
  }
  setDevicePermissionHandler(handler: () => boolean): void {
    tell('setDevicePermissionHandler');
    this.devicePermission = handler;
  }
  setSpellCheckerLanguages = (...args: unknown[]) => tell('setSpellCheckerLanguages', ...args);
  setSpellCheckerEnabled = (...args: unknown[]) => tell('setSpellCheckerEnabled', ...args);
  setSpellCheckerDictionaryDownloadURL = (...args: unknown[]) =>
    tell('setSpellCheckerDictionaryDownloadURL', ...args);
}

export class FakeNotification extends Teller {
  static readonly all: FakeNotification[] = [];
  static isSupported = () => true;
  readonly options: { title: string; body: string };

  constructor(options: { title: string; body: string }) {
    super('notification');
    this.options = options;
    FakeNotification.all.push(this);
  }
  show = () => tell('notification.show');
}

/** A text as the fake keychain writes it: the mark of the key, then the text turned round. */
function encrypt(text: string): Buffer {
  if (answers.encryption === 'locked') throw new Error('temporarily unavailable');
  const mark = answers.encryption === 'fixed-key' ? 'v10' : 'v11';
  return Buffer.from(mark + [...text].reverse().join(''));
}

export const safeStorage = {
  isAsyncEncryptionAvailable: async () => answers.encryption !== 'none',
  getSelectedStorageBackend: () => answers.backend,
  encryptStringAsync: async (text: string) => encrypt(text),
  decryptStringAsync: async (bytes: Buffer) => {
    if (answers.encryption === 'locked') throw new Error('temporarily unavailable');
    const result = [...bytes.toString().slice(3)].reverse().join('');
    return { result, shouldReEncrypt: answers.shouldReEncrypt };
  },
};

// What Electron adds to Node's own.
Object.assign(process, { resourcesPath: '' });

export const app = new FakeApp('app');
export const autoUpdater = new Teller('autoUpdater');
export const powerMonitor = new Teller('powerMonitor');
export const BrowserWindow = FakeWindow;
export const Notification = FakeNotification;
export const session = { defaultSession: new FakeSession() };
export const nativeTheme = { themeSource: 'system', shouldUseDarkColors: false };
export const protocol = {
  registerSchemesAsPrivileged: (...args: unknown[]) => tell('registerSchemesAsPrivileged', ...args),
};
export const ipcMain = {
  handlers: new Map<string, (event: unknown, ...args: unknown[]) => unknown>(),
  handle(channel: string, handler: (event: unknown, ...args: unknown[]) => unknown): void {
    tell('ipcMain.handle', channel);
    ipcMain.handlers.set(channel, handler);
  },
};
export const Menu = {
  buildFromTemplate: (template: unknown) => ({
    template,
    popup: () => tell('popup', template),
  }),
  setApplicationMenu: (...args: unknown[]) => tell('setApplicationMenu', ...args),
};
let blockers = 0;
export const nativeImage = {
  createFromPath: (path: string) => ({ resize: () => ({ path }) }),
};
export const powerSaveBlocker = {
  start: (...args: unknown[]) => {
    tell('powerSaveBlocker.start', ...args);
    return ++blockers;
  },
  stop: (...args: unknown[]) => tell('powerSaveBlocker.stop', ...args),
};
/** The last argument: dialogs are told the window first, where there is one. */
export const dialog = {
  showMessageBox: async (...args: unknown[]) => {
    tell('showMessageBox', args.at(-1));
    return { response: answers.response };
  },
  showOpenDialog: async (...args: unknown[]) => {
    tell('showOpenDialog', args.at(-1));
    return { canceled: answers.filePaths.length === 0, filePaths: answers.filePaths };
  },
  showSaveDialog: async (...args: unknown[]) => {
    tell('showSaveDialog', args.at(-1));
    return { canceled: answers.filePath === '', filePath: answers.filePath };
  },
  showErrorBox: (...args: unknown[]) => tell('showErrorBox', ...args),
};
export const clipboard = {
  writeText: async (...args: unknown[]) => tell('writeText', ...args),
};
export const shell = {
  openExternal: async (...args: unknown[]) => tell('openExternal', ...args),
  openPath: async (...args: unknown[]) => {
    tell('openPath', ...args);
    return answers.openPath;
  },
  showItemInFolder: (...args: unknown[]) => tell('showItemInFolder', ...args),
};

/** Attachments are read by a program that only Electron can start. */
export const utilityProcess = {
  fork: (...args: unknown[]) => {
    tell('utilityProcess.fork', ...args);
    throw new Error('There is no such process here.');
  },
};

/** As before anything was told. */
export function reset(): void {
  told.length = 0;
  FakeWindow.all.length = 0;
  FakeNotification.all.length = 0;
  Object.assign(answers, initial);
  ipcMain.handlers.clear();
  app.removeAllListeners();
  autoUpdater.removeAllListeners();
  powerMonitor.removeAllListeners();
  session.defaultSession = new FakeSession();
  nativeTheme.themeSource = 'system';
}
