import { mkdirSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { FolderLock } from '../engine/archive/disk/folder-lock.ts';
import { MailstowError } from '../engine/errors.ts';
import { AttachmentReader } from '../engine/search/attachments/attachment-reader.ts';
import { nodeDoor } from '../engine/search/attachments/node-door.ts';
import { logPath, noLog } from '../log/log.ts';
import { openLog } from '../log/log-file.ts';
import { noVault } from '../services/accounts/vault.ts';
import { App, type AppOptions } from '../services/app.ts';
import type { KeyStore } from '../services/vault/keyring.ts';
import { BrowserHost } from './browser-host.ts';
import { Downloads } from './downloads.ts';
import { Guard } from './guard.ts';
import { Listeners } from './listeners.ts';
import { removeEntrance } from './open-browser.ts';
import { routesOf } from './routes.ts';
import { KeyringVault, keyNameOf } from './sign-in/keyring-vault.ts';
import { ServerPassword } from './sign-in/password.ts';
import { Running } from './sign-in/running.ts';
import { SealedVault } from './sign-in/sealed-vault.ts';
import { Sessions } from './sign-in/sessions.ts';
import { SignIn } from './sign-in/sign-in.ts';
import { staticFiles } from './static-files.ts';
import { WebServer } from './web-server.ts';

export interface ServeOptions {
  /** Folder of the person's data, absolute. */
  readonly userData: string;
  /** Address to listen on; anything but this machine needs a password. */
  readonly bind: string;
  /** 0 for any free one. */
  readonly port: number;
  /** Further names under which browsers reach this machine. */
  readonly names: readonly string[];
  /** Absolute folders within which archives may be kept. */
  readonly roots: readonly string[];
  /** Folder of the built window. */
  readonly window: string;
  readonly guess?: AppOptions['guess'];
  /** The system's keyring, where a server without a password of its own may keep secrets. */
  readonly keyring?: (name: string) => KeyStore;
}

/** Browser mode, as it is being served. */
export interface Served {
  /** The address to open; with the access token where no password is set. */
  readonly address: string;
  /** Worth saying before anybody uses it. */
  readonly warning: string | undefined;
  /** Ends runs and connections; what was stored is on disk on return. */
  close(): Promise<void>;
}

/**
 * Serves the app to browsers.
 * @throws MailstowError `arguments` for an address that needs a password, `connection` where it cannot be
 *   listened on, `folder-in-use` where another process serves the same data
 */
export async function serve(options: ServeOptions): Promise<Served> {
  const { userData, bind, roots } = options;
  const isLocal = bind === 'localhost' || bind === '::1' || /^127(\.\d{1,3}){3}$/.test(bind);
  const password = new ServerPassword(userData);
  if (!isLocal && !password.isSet) throw passwordMissing(bind);
  mkdirSync(userData, { recursive: true, mode: 0o700 });
  const lock = await FolderLock.acquire(userData, userData);
  const running = new Running(userData);
  let log = noLog;
  try {
    // What a process left that was killed.
    running.end();
    log = openLog(join(userData, ...logPath));
    const web = await listen(options);
    const { port } = web;
    const sessions = new Sessions(port);
    const downloads = new Downloads();
    const sealed = password.isSet ? new SealedVault(userData) : undefined;
    const key = options.keyring?.(keyNameOf(userData));
    const vault = sealed ?? (key && new KeyringVault(userData, key)) ?? noVault;
    const host = new BrowserHost(downloads, Intl.DateTimeFormat().resolvedOptions().locale);
    const guess = options.guess && { guess: options.guess };
    const reader = new AttachmentReader(nodeDoor());
    const drawer = new AttachmentReader(nodeDoor());
    const app = new App({ userData, host, vault, roots, log, reader, drawer, ...guess });
    const unlock = (key: Buffer) => {
      sealed?.unlock(key);
      // What could not be read before.
      app.watches.begin();
    };
    const signIn = sealed && new SignIn(password, sessions, unlock);
    const files = staticFiles(options.window);
    const listeners = new Listeners(app, sessions);
    const name = isLocal ? bind : hostname();
    const origin = `http://${name.includes(':') ? `[${name}]` : name}:${port}/`;
    const address = password.isSet ? origin : `${origin}?token=${sessions.token}`;
    const entered = () => removeEntrance(address);
    const links = { spend: (code: string) => !password.isSet && running.spend(code), entered };
    const routes = routesOf({ app, files, downloads, sessions, listeners, links, signIn });
    web.serve(guardOf(options, isLocal), routes);
    running.begin({ address: origin, hasPassword: password.isSet });
    app.begin();
    return {
      address,
      warning: isLocal ? undefined : withoutTls,
      async close() {
        running.end();
        entered();
        await app.close();
        listeners.close();
        await web.close();
        log.close();
        lock.release();
      },
    };
  } catch (error) {
    log.close();
    lock.release();
    throw error;
  }
}

const withoutTls =
  'The connection to this server is not encrypted: anyone on the network can read your mail and passwords. Put a server with TLS in front of it, or use it only on a network you trust.';

async function listen({ bind, port }: ServeOptions): Promise<WebServer> {
  try {
    return await WebServer.listen(bind, port);
  } catch (cause) {
    const isTaken = cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE';
    throw new MailstowError(isTaken ? 'port-taken' : 'cannot-listen', {
      args: { bind, port },
      cause,
    });
  }
}

function guardOf({ bind, names }: ServeOptions, isLocal: boolean): Guard {
  const local = ['localhost', '127.0.0.1', '[::1]'];
  if (isLocal) return new Guard([...local, bind, ...names], false);
  const own = hostname().toLowerCase();
  return new Guard([...local, own, `${own}.local`, ...names], true);
}

function passwordMissing(bind: string): MailstowError {
  return new MailstowError('server-without-password', { args: { bind } });
}
