import { randomBytes } from 'node:crypto';
import { realpathSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { request as requestOf } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createServer, type ViteDevServer } from 'vite';
import { windowHeaders } from '../../electron/services/window/window-headers.ts';
import type { ProcessSide } from './process-side.ts';

/** What the process side answers; everything else is the window, and Vite's. */
const ofProcessSide = /^\/(?:call|events|mail|download|sign-out)(?:[/?]|$)/;
/** Pages of messages are found by tokens of their own, and their frames send no cookie. */
const mailPage = /^\/mail\//;

/**
 * The window from its sources, with hot reload. Only who has the token gets in, as with browser mode; calls go to the process
 * side, whose guard looks at where they come from.
 * @returns the server and the address to open
 */
export async function serveWindow(
  project: string,
  side: ProcessSide,
): Promise<{ readonly vite: ViteDevServer; readonly address: string }> {
  const token = randomBytes(32).toString('base64url');
  const cookie = `mailstow-dev=${token}`;
  const isSignedIn = ({ headers }: IncomingMessage) =>
    headers.cookie?.split('; ').includes(cookie) === true;
  const admit = (request: IncomingMessage, response: ServerResponse, next: () => void) => {
    if (request.url === `/?token=${token}`) {
      const header = `${cookie}; Path=/; HttpOnly; SameSite=Strict`;
      response.writeHead(302, { Location: '/', 'Set-Cookie': header }).end();
    } else if (!mailPage.test(request.url ?? '') && !isSignedIn(request)) {
      response.writeHead(401).end('Open the address that npm run dev printed.');
    } else if (ofProcessSide.test(request.url ?? '')) {
      void passOn(request, response, side);
    } else next();
  };
  const vite = await createServer({
    configFile: join(project, 'vite.config.ts'),
    logLevel: 'warn',
    server: {
      host: '127.0.0.1',
      headers: devHeaders(),
      fs: {
        // Fonts are read where their package really is, which may be behind a link.
        allow: [
          'renderer',
          'shared',
          'package.json',
          'node_modules',
          'node_modules/@fontsource-variable/inter',
        ].map(name => realpathSync(join(project, name))),
      },
    },
    plugins: [
      { name: 'mailstow-dev', configureServer: ({ middlewares }) => void middlewares.use(admit) },
    ],
  });
  await vite.listen();
  const [local = ''] = vite.resolvedUrls?.local ?? [];
  return { vite, address: `${local}?token=${token}` };
}

/** As the built window has them, but for the scripts and styles that Vite writes into the page, and its socket. */
function devHeaders(): Record<string, string> {
  const { 'Content-Security-Policy': policy = '', ...others } = windowHeaders("'self'");
  const forVite = policy
    .replace("script-src 'self'", "script-src 'self' 'unsafe-inline'")
    .replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
    .replace("connect-src 'self'", "connect-src 'self' ws://127.0.0.1:*");
  return { ...others, 'Content-Security-Policy': forVite };
}

/** What is asked of the process side waits while that restarts; who listens to its events also until a start succeeds. */
async function passOn(request: IncomingMessage, response: ServerResponse, side: ProcessSide) {
  try {
    let running = await side.running;
    while (!running && request.url === '/events') {
      await side.nextStart;
      running = await side.running;
    }
    if (!running) throw new Error('the process side did not start');
    const { url, method, headers } = request;
    const { port, cookie } = running;
    const options = { host: '127.0.0.1', port, path: url, method, headers: { ...headers, cookie } };
    const onward = requestOf(options, answer => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      pipeline(answer, response).catch(() => response.destroy());
    });
    onward.on('error', () => response.destroy());
    response.on('close', () => onward.destroy());
    request.pipe(onward);
  } catch {
    response.writeHead(503).end();
  }
}
