import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createWebServer } from 'node:https';
import { type AddressInfo, connect, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer as createTlsServer } from 'node:tls';
import { pathToFileURL } from 'node:url';
import { type Certificates, makeCertificates } from '../../servers/certificates.ts';
import { startNameServer, type Zone } from '../../servers/name-server.ts';
import { startBrowserMode } from '../browser-mode.ts';
import { startElectron } from '../electron-host.ts';
import { electronProgram } from '../fixture.ts';
import { test as base, expect } from '../own-server.ts';
import { type Diversion, diverting, divertingModule } from './divert.ts';

/** The network that the app is in. */
export interface OwnNetwork {
  readonly certificates: Certificates;
  /** What every name has; may be filled while the app runs. */
  readonly zone: Record<string, Zone[string]>;
  /** What web servers answer, by host and path; may be filled too. */
  readonly web: Map<string, string>;
  /** Port of the server without encryption that is behind 993 of every name. */
  imap: number | undefined;
  /** The names that were asked for, and all that web servers were told: addresses and headers. */
  readonly asked: readonly string[];
  readonly told: readonly string[];
}

interface Fixtures {
  readonly network: OwnNetwork & { readonly diversion: Diversion };
}

/** The app in a network of its own, with name server, web server and a mail server, all on this machine. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures this one needs
  network: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'mailstow-network-'));
    const certificates = await makeCertificates(folder);
    const zone: OwnNetwork['zone'] = {};
    const names = await startNameServer(zone);
    const web: OwnNetwork['web'] = new Map();
    const told: string[] = [];
    const { key, cert } = certificates.ofDomains;
    const webServer = createWebServer({ key, cert }, (request, response) => {
      const asked = `${request.headers.host}${request.url}`;
      told.push(asked, ...request.rawHeaders);
      const answer = web.get(asked);
      response.writeHead(answer === undefined ? 404 : 200).end(answer);
    });
    const mail = createTlsServer({ key, cert }, socket => {
      const { imap } = network;
      if (imap === undefined) return socket.destroy();
      const onward = connect(imap, '127.0.0.1');
      socket.on('error', () => onward.destroy()).pipe(onward);
      return onward.on('error', () => socket.destroy()).pipe(socket);
    });
    const diversion: Diversion = {
      nameServer: names.server,
      ports: { 443: await portOf(webServer), 993: await portOf(mail) },
      ca: readFileSync(certificates.ca, 'utf8'),
      begin: pathToFileURL(join(folder, 'begin.mjs')).href,
    };
    // The desktop app runs as somebody else than the specs.
    chmodSync(folder, 0o755);
    writeFileSync(new URL(diversion.begin), divertingModule(diversion));
    const { asked } = names;
    const own = { certificates, zone, web, imap: undefined, asked, told, diversion };
    const network: Fixtures['network'] = own;
    await use(network);
    webServer.closeAllConnections();
    webServer.close();
    mail.close();
    await names.stop();
    rmSync(folder, { recursive: true, force: true });
  },
  host: async ({ session, network, variables }, use) => {
    const { diversion } = network;
    if (session === undefined) {
      const host = await startBrowserMode({
        env: { ...variables, NODE_OPTIONS: `--import=${diversion.begin}` },
      });
      await use(host);
      await host.close();
      return;
    }
    const host = await startElectron({ program: electronProgram(), session, env: variables });
    await host.app.evaluate(diverting(diversion));
    await use(host);
    await host.close();
  },
});

export { expect };

async function portOf(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}
