import { mkdirSync, writeFileSync } from 'node:fs';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Served, type ServeOptions, serve } from '../../electron/web/serve.ts';
import { ServerPassword } from '../../electron/web/sign-in/password.ts';
import { temporaryFolder } from '../services/accounts/a-profile.ts';

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

interface Ask {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

export interface ServedApp extends Served {
  readonly port: number;
  /** Within which archives may be kept. */
  readonly root: string;
  readonly userData: string;
  /** What a browser signs in by. */
  readonly token: string;
  /** One request as raw as Node sends one: the path goes out as it is. */
  ask(path: string, ask?: Ask): Promise<Reply>;
  /** As a browser that is signed in asks. */
  signedIn(): Promise<(path: string, ask?: Ask) => Promise<Reply>>;
}

/** Browser mode with a small window, on a free port of this machine. */
export async function servedApp(
  changes: Partial<ServeOptions> = {},
  password?: string,
): Promise<ServedApp> {
  const [userData, root] = [temporaryFolder(), temporaryFolder()];
  const options = { bind: '127.0.0.1', port: 0, names: [], roots: [root], window: smallWindow() };
  const whole = { userData, ...options, ...changes };
  if (password !== undefined) await new ServerPassword(whole.userData).set(password);
  const served = await serve(whole);
  let isClosed = false;
  const close = async () => {
    if (isClosed) return;
    isClosed = true;
    await served.close();
  };
  onTestFinished(close);
  const { port: digits, searchParams } = new URL(served.address);
  const port = Number(digits);
  const ask = (path: string, how: Ask = {}) => send(port, path, how);
  return {
    ...served,
    close,
    port,
    root,
    userData: whole.userData,
    token: searchParams.get('token') ?? '',
    ask,
    async signedIn() {
      const { headers } = await ask(`/?token=${searchParams.get('token')}`);
      return (path, how = {}) =>
        ask(path, { ...how, headers: { ...cookieOf(headers), ...how.headers } });
    },
  };
}

/** What a browser sends back of what it was given. */
export function cookieOf(headers: IncomingHttpHeaders): { Cookie: string } {
  return { Cookie: headers['set-cookie']?.[0]?.split(';')[0] ?? '' };
}

function smallWindow(): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>The window</title>');
  writeFileSync(join(folder, 'assets/window-1a2b.js'), 'export {};');
  writeFileSync(join(folder, 'notes.txt'), 'not part of the window');
  return folder;
}

function send(port: number, path: string, { method = 'GET', headers, body }: Ask): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      { host: '127.0.0.1', port, path, method, headers: { ...headers }, agent: false },
      response => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).toString('utf8'),
          }),
        );
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}
