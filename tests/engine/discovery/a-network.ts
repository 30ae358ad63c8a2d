import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Network } from '../../../electron/engine/discovery/discover.ts';
import type { Certificates } from '../../servers/certificates.ts';
import { type NameServerFaults, startNameServer, type Zone } from '../../servers/name-server.ts';

export interface NetworkOptions extends NameServerFaults {
  readonly zone?: Zone;
  readonly web?: RequestListener;
  readonly guesses?: Network['guesses'];
  readonly isPrivate?: Network['isPrivate'];
}

const here = [{ type: 'A', address: '127.0.0.1' }] as const;
/** Where the settings of example.test are, and those of provider.test. */
export const webNames: Zone = {
  'autoconfig.example.test': here,
  'example.test': here,
  'autoconfig.provider.test': here,
  'provider.test': here,
};

/** A network on loopback with a name server and a web server; gone after the test. */
export async function aNetwork(certificates: Certificates, options: NetworkOptions) {
  const { zone = {}, web, guesses = [], isPrivate, ...faults } = options;
  const names = await startNameServer(zone, faults);
  const { key, cert } = certificates.ofDomains;
  const requests: string[] = [];
  const answer: RequestListener = (request, response) => {
    requests.push(`${request.headers.host?.split(':')[0]}${request.url}`);
    requests.push(...request.rawHeaders);
    if (web) web(request, response);
    else response.writeHead(404).end();
  };
  const listen = async (address: string, port: number) => {
    const server = createServer({ key, cert }, answer).listen(port, address);
    await once(server, 'listening');
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    return (server.address() as AddressInfo).port;
  };
  onTestFinished(() => names.stop());
  const httpsPort = await listen('127.0.0.1', 0);
  // Another address of loopback, which only some systems have, for what is elsewhere.
  if (isPrivate) await listen('127.0.0.2', httpsPort);
  const ca = [readFileSync(certificates.ca, 'utf8')];
  const network: Network = {
    ...{ nameServers: [names.server], ca, httpsPort, guesses },
    ...(isPrivate && { isPrivate }),
  };
  return { network, requests, asked: names.asked };
}
