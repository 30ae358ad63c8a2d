import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { type Certificates, makeCertificates, opensslMissing } from '../servers/certificates.ts';
import { startServer } from '../servers/scripted/server.ts';
import { startPop3 } from '../servers/scripted-pop3/server.ts';
import { said } from './command-line.ts';

const missing = opensslMissing();
const folder = mkdtempSync(join(tmpdir(), 'mailstow-look-'));
let certificates: Certificates;
beforeAll(async () => {
  if (missing === undefined) certificates = await makeCertificates(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function served(options: Parameters<typeof startServer>[0]) {
  const server = await startServer(options);
  onTestFinished(() => server.stop());
  return ['127.0.0.1', '--port', String(server.port)];
}

const pairs = /SHA-256 +(?:[0-9A-F]{2}:){31}[0-9A-F]{2}$/m;

test.skipIf(missing)(
  'shows the certificate of a server that is trusted, and signs nobody in',
  async () => {
    const server = await startServer({ security: 'tls', tls: certificates.right });
    onTestFinished(() => server.stop());
    const at = ['localhost', '--port', String(server.port), '--certificate-file', certificates.ca];
    const { code, stdout, stderr } = await said('server', ...at);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(`Server:       IMAP localhost, port ${server.port}, TLS\n`);
    expect(stdout).toMatch(/^Encryption: +TLSv1\.[23], /m);
    expect(stdout).toMatch(/^Certificate: +trusted$/m);
    expect(stdout).toMatch(/^ {2}issued to .*localhost, 127\.0\.0\.1/m);
    expect(stdout).toMatch(pairs);
    expect(stdout).toMatch(/^Capabilities: .*IMAP4REV1/m);
    expect(server.commands.map(({ name }) => name)).not.toContain('LOGIN');

    const { stdout: json } = await said('server', ...at, '--json');
    expect(JSON.parse(json)).toMatchObject({
      ...{ host: 'localhost', protocol: 'imap', security: 'tls', trusted: 'issuer' },
      certificate: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      capabilities: expect.arrayContaining(['IMAP4REV1']),
    });
  },
);

test.skipIf(missing)('shows a certificate that is not trusted, and says why not', async () => {
  const at = await served({ security: 'tls', tls: certificates.selfSigned });
  const { code, stdout, stderr } = await said('server', ...at);
  expect(code).toBe(253);
  expect(stdout).toMatch(/^Certificate: +NOT trusted$/m);
  expect(stdout).toMatch(pairs);
  expect(stdout).not.toContain('Capabilities');
  expect(stderr).toContain('Error: ');
});

test('shows what a server without encryption says, control characters taken out', async () => {
  const at = await served({ greeting: '* OK hello \u001b[31m there\r\n' });
  const { code, stdout } = await said('server', ...at, '--security', 'none');
  expect(code).toBe(0);
  expect(stdout).toMatch(/^Greeting: +hello .\[31m there$/mu);
  expect(stdout).not.toContain('\u001b');
  expect(stdout).not.toContain('Certificate');
});

test('asks a POP3 server by its own protocol', async () => {
  const server = await startPop3();
  onTestFinished(() => server.stop());
  const at = ['127.0.0.1', '--port', String(server.port), '--security', 'none'];
  const { code, stdout } = await said('server', ...at, '--protocol', 'pop3');
  expect(code).toBe(0);
  expect(stdout).toContain('Server:       POP3 127.0.0.1');
  expect(stdout).toMatch(/^Capabilities: .*UIDL/m);
});
