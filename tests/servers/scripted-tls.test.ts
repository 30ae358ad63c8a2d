import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Certificates, makeCertificates, opensslMissing } from './certificates.ts';
import { RawClient } from './raw-client.ts';
import type { ServerOptions } from './scripted/options.ts';
import { type ScriptedServer, startServer } from './scripted/server.ts';

const missing = opensslMissing();

describe.skipIf(missing !== undefined)(`TLS${missing === undefined ? '' : ` (${missing})`}`, () => {
  let certificates: Certificates;
  let ca: string;
  let server: ScriptedServer | undefined;

  beforeAll(async () => {
    certificates = await makeCertificates();
    ca = readFileSync(certificates.ca, 'utf8');
  });
  afterAll(() => certificates.remove());
  afterEach(async () => {
    expect(server?.faults).toEqual([]);
    await server?.stop();
  });

  async function start(options: ServerOptions): Promise<number> {
    server = await startServer({ tls: certificates.right, ...options });
    return server.port;
  }

  test('from the first byte', async () => {
    const client = RawClient.connectTls(await start({ security: 'tls' }), ca);
    expect(await client.line()).toMatch(/^\* OK \[CAPABILITY (?!.*STARTTLS)/);
    expect(await client.ask('a LOGIN user secret')).toMatch(/^a OK/);
  });

  test('by STARTTLS, which is offered before and not after', async () => {
    const client = RawClient.connect(await start({ security: 'starttls' }));
    expect(await client.line()).toContain(' STARTTLS ');
    expect(await client.ask('a STARTTLS')).toBe('a OK Begin TLS now\r\n');
    client.upgrade(ca);
    expect(await client.ask('b CAPABILITY')).not.toContain('STARTTLS');
    expect(await client.ask('c LOGIN user secret')).toMatch(/^c OK/);
  });

  test('bytes may be smuggled in ahead of the handshake', async () => {
    const port = await start({
      security: 'starttls',
      onCommand: ({ name }) =>
        name === 'STARTTLS' ? { after: '* CAPABILITY IMAP4rev1 INJECTED\r\n' } : 'default',
    });
    const client = RawClient.connect(port);
    await client.line();
    client.write('a STARTTLS\r\n');
    const answer = await client.until(text => text.includes('INJECTED'));
    expect(answer).toBe('a OK Begin TLS now\r\n* CAPABILITY IMAP4rev1 INJECTED\r\n');
  });

  test.each(['close', 'reset'] as const)('%s ends an encrypted connection too', async ending => {
    const port = await start({ security: 'tls', onCommand: () => ending });
    const client = RawClient.connectTls(port, ca);
    await client.line();
    client.write('a NOOP\r\n');
    expect(await client.rest()).toBe('');
  });

  test('STARTTLS is refused where it is not offered', async () => {
    const client = RawClient.connect(await start({ security: 'none' }));
    expect(await client.ask('a STARTTLS')).toContain('a BAD STARTTLS was not offered\r\n');
  });
});
