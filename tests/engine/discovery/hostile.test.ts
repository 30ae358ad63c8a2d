import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:tls';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { discover } from '../../../electron/engine/discovery/discover.ts';
import { Names } from '../../../electron/engine/discovery/dns.ts';
import { hostName } from '../../../electron/engine/discovery/mail-server.ts';
import { type Certificates, makeCertificates, opensslMissing } from '../../servers/certificates.ts';
import { startNameServer, type Zone } from '../../servers/name-server.ts';
import { aNetwork, type NetworkOptions, webNames } from './a-network.ts';
import { settings } from './settings-file.ts';

describe.skipIf(opensslMissing())('somebody who wants harm', () => {
  let certificates: Certificates;
  beforeAll(async () => {
    certificates = await makeCertificates();
  });
  afterAll(() => certificates.remove());

  async function found(options: NetworkOptions) {
    const { network, requests } = await aNetwork(certificates, options);
    return { ...(await discover('jane.doe@example.test', { network })), requests };
  }
  const sends = (text: string) => (_request: unknown, response: ServerResponse) => {
    response.end(text);
  };
  const services = (
    ...targets: readonly {
      readonly target: string;
      readonly port?: number;
      readonly priority?: number;
    }[]
  ): Zone => ({
    '_imaps._tcp.example.test': targets.map(({ target, port = 993, priority = 0 }) => ({
      ...{ type: 'SRV', priority, weight: 0, port, target },
    })),
  });

  describe('with the settings of a domain', () => {
    test.each(['imap.attacker.test', 'example.test.attacker.test', 'imap.notexample.test'])(
      'sends nobody to %s who has not agreed',
      async host => {
        const { found: answer } = await found({ zone: webNames, web: sends(settings({ host })) });
        expect(answer).toMatchObject({ way: 'settings', server: { host }, isElsewhere: true });
      },
    );

    test('cannot pass a name off as the domain’s by letters that look alike', async () => {
      // The a of it is Cyrillic.
      const web = sends(settings({ host: 'imap.ex\u0430mple.test' }));
      const { found: answer } = await found({ zone: webNames, web });
      expect(answer).toMatchObject({
        server: { host: 'imap.xn--exmple-4nf.test' },
        isElsewhere: true,
      });
    });

    test('may name a provider that Mailstow knows, and there is nothing to be gained by it', async () => {
      const web = sends(settings({ host: 'imap.fastmail.com' }));
      const { found: answer } = await found({ zone: webNames, web });
      expect(answer).toMatchObject({ server: { host: 'imap.fastmail.com' }, isElsewhere: false });
    });

    test('cannot put its own server behind a redirect to its own domain', async () => {
      const { found: answer } = await found({
        zone: webNames,
        web: (request, response) => {
          const [name, port] = request.headers.host?.split(':') ?? [];
          if (name === 'provider.test') response.end(settings({ host: 'imap.provider.test' }));
          else response.writeHead(301, { location: `https://provider.test:${port}/there` }).end();
        },
      });
      expect(answer).toMatchObject({ server: { host: 'imap.provider.test' }, isElsewhere: true });
    });

    test('cannot fill the memory by a compressed answer', async () => {
      const bomb = gzipSync(Buffer.alloc(50_000_000, settings({})));
      const before = process.memoryUsage().rss;
      const { found: answer } = await found({
        zone: webNames,
        web: (_request, response) => {
          response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
        },
      });
      expect(answer).toBeUndefined();
      expect(process.memoryUsage().rss - before).toBeLessThan(45_000_000);
    });

    test('cannot fill the memory by an answer without an end', async () => {
      const chunk = Buffer.alloc(65_536, ' ');
      let sent = 0;
      const { found: answer } = await found({
        zone: webNames,
        web: (_request, response) => {
          const more = () => {
            while (!response.destroyed && response.write(chunk)) sent += chunk.length;
          };
          response.on('drain', more).on('close', () => response.off('drain', more));
          more();
        },
      });
      expect(answer).toBeUndefined();
      expect(sent).toBeLessThan(40_000_000);
    });

    test('cannot hold the search up by headers without an end', async () => {
      const began = performance.now();
      const { found: answer } = await found({
        zone: { ...webNames, ...services({ target: 'imap.example.test' }) },
        web: (_request, response) => {
          const { socket } = response;
          socket?.write('HTTP/1.1 200 OK\r\n');
          const drip = setInterval(() => socket?.write(`x-${'y'.repeat(100)}: z\r\n`), 20);
          socket?.on('close', () => clearInterval(drip)).on('error', () => undefined);
        },
      });
      expect(answer).toMatchObject({ way: 'dns' });
      expect(performance.now() - began).toBeLessThan(6_000);
    });

    const statuses = [204, 401, 407, 418, 500];
    test.each(statuses)('is told nothing by its answer %i', async status => {
      const { found: answer, requests } = await found({
        zone: webNames,
        web: (_request, response) => {
          response.writeHead(status, { 'www-authenticate': 'Basic realm="x"' }).end(settings({}));
        },
      });
      expect(answer).toBeUndefined();
      expect(requests.join('\n')).not.toMatch(/authorization/i);
    });
  });

  // Other systems have one address of loopback.
  describe.skipIf(process.platform !== 'linux')('who is outside of a private network', () => {
    const outside = [{ type: 'A', address: '127.0.0.2' }] as const;
    const zone: Zone = {
      'autoconfig.example.test': outside,
      'example.test': outside,
      'provider.test': [{ type: 'A', address: '127.0.0.1' }],
      'autoconfig.provider.test': outside,
    };
    const isPrivate = (address: string | undefined) => !address?.endsWith('127.0.0.2');
    const leadsTo = (name: string) => (request: IncomingMessage, response: ServerResponse) => {
      const [host, port] = request.headers.host?.split(':') ?? [];
      if (host === name) response.end(settings({}));
      else response.writeHead(302, { location: `https://${name}:${port}/there` }).end();
    };

    test('cannot have it asked by a redirect', async () => {
      const options = { zone, isPrivate, web: leadsTo('provider.test') };
      const { found: answer, requests, asked } = await found(options);
      expect(answer).toBeUndefined();
      expect(requests.filter(request => request.endsWith('/there'))).toEqual([]);
      expect(asked).toContainEqual({ way: 'settings', name: 'example.test', outcome: 'refused' });
    });

    test('may lead to another who is outside', async () => {
      const options = { zone, isPrivate, web: leadsTo('autoconfig.provider.test') };
      expect((await found(options)).found?.way).toBe('settings');
    });
  });

  describe('with entries in DNS', () => {
    test('is not followed to no port, and the next in line counts for nothing', async () => {
      const zone = services({ target: 'imap.example.test', port: 0 });
      expect((await found({ zone })).found).toBeUndefined();
    });

    test('does not come before the domain’s own', async () => {
      const zone = services(
        { target: 'imap.attacker.test', priority: 10 },
        { target: 'imap.example.test', priority: 1 },
      );
      expect((await found({ zone })).found).toMatchObject({
        server: { host: 'imap.example.test' },
        isElsewhere: false,
      });
    });

    test('is shown, also where it stands beside the domain’s own', async () => {
      const zone = services(
        { target: 'imap.attacker.test' },
        { target: 'imap.example.test', priority: 1 },
      );
      expect((await found({ zone })).found?.isElsewhere).toBe(true);
    });

    test('gets no more done by a thousand of them', async () => {
      const targets = Array.from({ length: 1_000 }, (_, index) => ({
        target: `i${index}.attacker.test`,
      }));
      const began = performance.now();
      expect((await found({ zone: services(...targets) })).found?.isElsewhere).toBe(true);
      expect(performance.now() - began).toBeLessThan(3_000);
    });
  });

  test('cannot have a broken answer of a name server believed, whatever is broken in it', async () => {
    let spoil = (answer: Buffer): Buffer => answer;
    const zone: Zone = {
      'example.test': [
        { type: 'MX', priority: 1, exchange: 'mx1.example.test' },
        { type: 'MX', priority: 1, exchange: 'mx2.example.test' },
      ],
    };
    const names = await startNameServer(zone, { broken: (_query, answer) => spoil(answer) });
    onTestFinished(() => names.stop());
    const at = fc.nat(120);
    const change = fc.tuple(at, fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 4 }), fc.option(at), async (changes, end) => {
        spoil = answer => {
          const spoiled = Buffer.from(answer.subarray(0, end ?? undefined));
          for (const [index, value] of changes) if (index < spoiled.length) spoiled[index] = value;
          return spoiled;
        };
        const asked = new Names(AbortSignal.timeout(150), [names.server]);
        for (const host of await asked.mailExchanges('example.test')) {
          expect(hostName(host)).toBe(host);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('is a POP3 server where IMAP over TLS is tried, which is said, and nothing is signed in to', async () => {
    const { key, cert } = certificates.right;
    const heard: Buffer[] = [];
    const server = createServer({ key, cert }, socket => {
      socket.on('data', chunk => heard.push(chunk)).on('error', () => undefined);
      socket.write('+OK POP3 ready <1@localhost>\r\n');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const guess = {
      host: 'localhost',
      port,
      security: 'tls',
      certificateFile: certificates.ca,
    } as const;
    const { found: answer, asked } = await found({ guesses: [guess] });
    expect(answer).toMatchObject({
      way: 'guess',
      server: { protocol: 'pop3', host: 'localhost', port, security: 'tls' },
    });
    expect(asked.at(-1)).toMatchObject({ outcome: 'pop3' });
    expect(Buffer.concat(heard).toString()).toBe('');
  });
});
