import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { directoryOf } from '../../../build/ispdb/directory-of.ts';
import { readAddress } from '../../../electron/engine/discovery/address.ts';
import ispdb from '../../../electron/engine/discovery/facts/ispdb.json' with { type: 'json' };
import { serverOf } from '../../../electron/engine/discovery/mail-server.ts';

/** In the manner of Thunderbird's directory, with what else stands in its files. */
const sample = {
  'example.com.xml': `<?xml version="1.0" encoding="UTF-8"?>
    <clientConfig version="1.1">
      <!-- Both of them. -->
      <emailProvider id="example.com">
        <domain>Example.com</domain><domain>mail.example.com</domain>
        <displayName>Example &amp; Sons</displayName><displayShortName>Example</displayShortName>
        <incomingServer type="pop3"><hostname>pop.example.com</hostname><port>995</port>
          <socketType>SSL</socketType><username>%EMAILLOCALPART%</username>
          <authentication>password-cleartext</authentication>
          <pop3><leaveMessagesOnServer>true</leaveMessagesOnServer></pop3></incomingServer>
        <incomingServer type="imap"><hostname>imap.example.com</hostname><port>993</port>
          <socketType>SSL</socketType><authentication>OAuth2</authentication>
          <authentication>password-cleartext</authentication>
          <username>%EMAILADDRESS%</username></incomingServer>
        <incomingServer type="imap"><hostname>imap.example.com</hostname><port>143</port>
          <socketType>plain</socketType><username>%EMAILADDRESS%</username>
          <authentication>password-cleartext</authentication></incomingServer>
        <outgoingServer type="smtp"><hostname>smtp.example.com</hostname><port>465</port>
          <socketType>SSL</socketType><username>%EMAILADDRESS%</username>
          <authentication>password-cleartext</authentication></outgoingServer>
        <documentation url="https://example.com/help"><descr lang="en">Help</descr></documentation>
      </emailProvider>
      <oAuth2><issuer>example.com</issuer><scope>mail</scope></oAuth2>
    </clientConfig>`,
  'example.org.xml': `<clientConfig version="1.1"><emailProvider id="example.org">
      <domain>example.org</domain>
      <incomingServer type="imap"><hostname>mail.%EMAILDOMAIN%</hostname><port>1430</port>
        <socketType>STARTTLS</socketType><username>%EMAILADDRESS%</username>
        <authentication>password-encrypted</authentication></incomingServer>
    </emailProvider></clientConfig>`,
  'plain.example.xml': `<clientConfig version="1.1"><emailProvider id="plain.example">
      <domain>plain.example</domain>
      <incomingServer type="imap"><hostname>imap.plain.example</hostname><port>143</port>
        <socketType>plain</socketType></incomingServer>
    </emailProvider></clientConfig>`,
  'torn.example.xml': '<clientConfig version="1.1"><emailProvider id="torn.example">',
  'typed.example.xml': '<!DOCTYPE clientConfig><clientConfig/>',
};

let checkout: string;
beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), 'ispdb-'));
  mkdirSync(join(checkout, 'ispdb'));
  for (const [name, xml] of Object.entries({ ...sample, 'README.md': 'No settings.' })) {
    writeFileSync(join(checkout, 'ispdb', name), xml);
  }
  git('init', '--quiet');
  git('add', '--all');
  const author = ['-c', 'user.name=Example', '-c', 'user.email=example@example.com'];
  git(...author, 'commit', '--quiet', '--message=Sample', '--date=2026-03-12T12:00:00Z');
});
afterEach(() => rmSync(checkout, { recursive: true }));

function git(...words: string[]): string {
  const env = { ...process.env, GIT_COMMITTER_DATE: '2026-03-12T12:00:00Z' };
  return execFileSync('git', ['-C', checkout, ...words], { encoding: 'utf8', env }).trim();
}

function compact() {
  const file = join(checkout, 'facts.json');
  const script = join(import.meta.dirname, '../../../build/ispdb/compact-ispdb.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, checkout, file], {
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr, text: () => readFileSync(file, 'utf8') };
}

test('a checkout of the directory becomes the file that is bundled', () => {
  const { status, said, text } = compact();
  expect({ status, said }).toMatchObject({ status: 0 });
  const { source, licence, contents } = ispdb;
  expect(JSON.parse(text())).toEqual({
    ...{ source, licence, contents },
    commit: git('rev-parse', 'HEAD'),
    date: '2026-03-12',
    providers: [
      {
        domains: ['example.com', 'mail.example.com'],
        servers: [
          { at: 'imaps://imap.example.com', signIn: ['oauth2', 'password'] },
          { at: 'pop3s://pop.example.com', user: '%EMAILLOCALPART%' },
        ],
      },
      {
        domains: ['example.org'],
        servers: [{ at: 'imap://mail.%EMAILDOMAIN%:1430', signIn: ['encrypted-password'] }],
      },
    ],
  });
  expect(said).toContain('Without encryption: plain.example.xml\n');
  expect(said).toContain('Cannot be read: torn.example.xml typed.example.xml\n');
  expect(compact().text()).toBe(text());
});

test('a checkout that was changed by hand is not read', () => {
  writeFileSync(join(checkout, 'ispdb/example.org.xml'), sample['example.com.xml']);
  expect(compact()).toMatchObject({
    status: 1,
    said: expect.stringContaining('changes of its own'),
  });
});

test('what is bundled came out of it: made into files and compacted again it is the same', () => {
  const files = ispdb.providers.map(({ domains, servers }) => ({
    name: domains[0] ?? '',
    xml: `<clientConfig><emailProvider>${domains.map(domain => `<domain>${domain}</domain>`).join('')}
      ${servers.map(xmlOf).join('')}</emailProvider></clientConfig>`,
  }));
  expect(directoryOf(files)).toEqual({
    ...{ providers: ispdb.providers, unreadable: [], unencrypted: [] },
  });
});

const kinds = { oauth2: 'OAuth2', password: 'password-cleartext' };

function xmlOf(row: { readonly at: string; readonly user?: string; readonly signIn?: string[] }) {
  const { at, user = '%EMAILADDRESS%', signIn = ['password'] } = row;
  const server = serverOf({ at }, readAddress('%EMAILLOCALPART%@example.org'));
  const host = /\/\/([^:]+)/.exec(at)?.[1];
  const socket = server?.security === 'tls' ? 'SSL' : 'STARTTLS';
  return `<incomingServer type="${server?.protocol}"><hostname>${host}</hostname>
    <port>${server?.port}</port><socketType>${socket}</socketType><username>${user}</username>
    ${signIn.map(kind => `<authentication>${kinds[kind as 'oauth2'] ?? 'password-encrypted'}</authentication>`).join('')}
    </incomingServer>`;
}

test('whatever stands in a file, a row that comes out of it can be read', () => {
  const part = fc.constantFrom(
    ...['imap', 'pop3', 'smtp', '993', '0', '70000', '1e3', 'SSL', 'STARTTLS', 'plain', 'OAuth2'],
    ...['mail.%EMAILDOMAIN%', '127.0.0.1', 'a b.example.org', 'constructor', ''],
  );
  fc.assert(
    fc.property(part, part, part, part, part, (type, host, port, socket, kind) => {
      const xml = `<clientConfig><emailProvider><domain>example.org</domain>
        <incomingServer type="${type}"><hostname>${host}</hostname><port>${port}</port>
        <socketType>${socket}</socketType><authentication>${kind}</authentication>
        </incomingServer></emailProvider></clientConfig>`;
      const { providers } = directoryOf([{ name: 'x', xml }]);
      for (const row of providers.flatMap(({ servers }) => servers)) {
        expect(serverOf(row, readAddress('jane@example.org'))).toMatchObject({
          host: 'mail.example.org',
          port: expect.any(Number),
        });
      }
    }),
  );
});
