import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAddress } from '../../../electron/engine/discovery/address.ts';
import { parseAutoconfig } from '../../../electron/engine/discovery/autoconfig/parse-autoconfig.ts';
import { factOfExchange } from '../../../electron/engine/discovery/facts/facts.ts';
import { providers } from '../../../electron/engine/discovery/facts/known-providers.ts';
import { hostName, isWithin } from '../../../electron/engine/discovery/mail-server.ts';
import { MailstowError } from '../../../electron/engine/errors.ts';
import { isPrivateAddress } from '../../../electron/engine/session/transport/private-address.ts';
import { settings } from './settings-file.ts';

const address = readAddress('jane.doe@example.test');

/** Right but for what the last fields say. */
function likely(fields: { readonly userName: string; readonly authentication: string }) {
  const { userName, authentication } = fields;
  return { userName, authentication };
}

describe('whatever a stranger’s settings hold', () => {
  const pieces = fc.constantFrom(
    ...['<clientConfig>', '<emailProvider>', '<incomingServer type="imap">', '<hostname>', '</a>'],
    ...['imap.example.test', '<port>993</port>', '<socketType>SSL</socketType>', '&lt;', '&x;'],
    ...['</incomingServer>', '<![CDATA[', ']]>', '<!--', '-->', '<?x?>', '</hostname>', '\0', 'é'],
  );

  test('it ends with servers that can be named, or with none', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 40 }), parts => {
        for (const server of parseAutoconfig(parts.join(''), address) ?? []) {
          expect(hostName(server.host)).toBe(server.host);
        }
      }),
    );
  });

  test('a name of a server comes out as a name, or not at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), host => {
        const escaped = host.replace(/[<&\]]/g, '');
        const [server] = parseAutoconfig(settings({ host: escaped }), address) ?? [];
        if (server !== undefined) expect(server.host).toMatch(/^[a-z0-9_-]+(\.[a-z0-9_-]+)+$/);
      }),
    );
  });

  test('whatever its fields hold, a server can be connected to and its name be shown', () => {
    const part = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        ...['imap', 'pop3', 'jmap', 'exchange', 'SSL', 'STARTTLS', 'plain', 'OAuth2'],
        ...['constructor', '__proto__', 'toString', '993', '0', '70000', '-1', '0x3e1', '1e3'],
        ...['imap.example.test', '%EMAILDOMAIN%', '%EMAILADDRESS%', '\u202Ejane', 'a\r\nb'],
      ),
    );
    const escaped = part.map(text => text.replace(/[<&\]"]/g, ''));
    const fields = fc.record({
      ...{ type: escaped, host: escaped, port: escaped, socketType: escaped },
      ...{ userName: escaped, authentication: escaped },
    });
    fc.assert(
      fc.property(fc.array(fc.oneof(fields, fields.map(likely)), { maxLength: 4 }), all => {
        for (const server of parseAutoconfig(settings(...all), address) ?? []) {
          expect(['imap', 'pop3']).toContain(server.protocol);
          expect(['tls', 'starttls']).toContain(server.security);
          expect(hostName(server.host)).toBe(server.host);
          expect(server.port).toBeGreaterThan(0);
          expect(server.port).toBeLessThan(65_536);
          expect(server.userName).toMatch(/^\P{C}{1,320}$/u);
          for (const kind of server.signIn) {
            expect(['oauth2', 'password', 'encrypted-password']).toContain(kind);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['0'],
    ['70000'],
    ['-1'],
    ['993.5'],
    ['0x3e1'],
    ['1e3'],
    ['９９３'],
    [''],
    ['993 143'],
  ])('%s is no port', port => {
    expect(parseAutoconfig(settings({ port }), address)).toEqual([]);
  });

  test.each(['imap4', 'IMAP', 'smtp', 'jmap', 'constructor', ''])('%s is no protocol', type => {
    expect(parseAutoconfig(settings({ type }), address)).toEqual([]);
  });

  test.each([
    ...['a b.example.test', 'imap.example.test\u00A0x', 'imap\u0007.example.test', '\u202E.test'],
    ...['[::1]', '127.0.0.1', '2130706433', '0x7f.0.0.1', '127.1', 'localhost', '..', '-'],
    ...[
      'imap.example.test:25',
      'imap.example.test@attacker.test',
      'imap.example.test/x',
      '%2e.test',
    ],
  ])('%j is no name of a server', host => {
    expect(parseAutoconfig(settings({ host }), address)).toEqual([]);
  });

  test.each([
    'jane\u202Eenaj',
    'jane\u200B',
    'jane\u2028doe',
    'jane\u0085',
    '%EMAILADDRESS%'.repeat(1_000),
    'x'.repeat(100_000),
  ])('a user name that hides something, or fills the window, is not taken', userName => {
    expect(parseAutoconfig(settings({ userName }), address)).toEqual([]);
  });

  test('a placeholder in the address itself is not filled in', () => {
    const odd = readAddress('%EMAILDOMAIN%@example.test');
    const [server] = parseAutoconfig(settings({ userName: '%EMAILLOCALPART%' }), odd) ?? [];
    expect(server?.userName).toBe('%EMAILDOMAIN%');
  });

  test('the user name is data, placeholders of others stay as they are', () => {
    const userName = '%EMAILLOCALPART%+%EMAILDOMAIN%+%PATH%';
    const [server] = parseAutoconfig(settings({ userName }), address) ?? [];
    expect(server?.userName).toBe('jane.doe+example.test+%PATH%');
  });

  test('ways to sign in that are unknown leave the password', () => {
    const kinds = (authentication: string) =>
      parseAutoconfig(settings({ authentication }), address)?.[0]?.signIn;
    expect(kinds('OAuth2')).toEqual(['oauth2']);
    expect(kinds('GSSAPI')).toEqual(['password']);
    expect(kinds('password-encrypted')).toEqual(['encrypted-password']);
  });
});

test('a server that takes in mail is a provider’s only by the end of its name', () => {
  const names = providers.flatMap(({ mx = [] }) => mx);
  const label = fc.stringMatching(/^[a-z0-9]{1,8}$/);
  fc.assert(
    fc.property(fc.constantFrom(...names), label, label, (name, one, other) => {
      const owner = providers.find(({ mx }) => mx?.includes(name));
      const advice = { note: owner?.note };
      const of = (host: string) => factOfExchange(host, 'nobody.invalid', address);
      expect(of(`${one}.${name}`)).toMatchObject(owner?.note ? advice : { way: 'provider' });
      expect(of(`${one}${name}.${other}.invalid`)).toBeUndefined();
      expect(of(`${name}.${one}.invalid`)).toBeUndefined();
    }),
  );
});

describe('a name', () => {
  test.each([
    ['IMAP.Example.Test.', 'imap.example.test'],
    ['bücher.example.test', 'xn--bcher-kva.example.test'],
    ['a.b', undefined],
    ['1.2.3.4', undefined],
    ['0x7f.1', undefined],
    ['[::1]', undefined],
    ['localhost', undefined],
    ['a.example.test:25', undefined],
    ['a.example.test/x', undefined],
    ['user@a.example.test', undefined],
    ['a..example.test', undefined],
    [`${'a'.repeat(64)}.example.test`, undefined],
    ['', undefined],
  ])('%s is read as %s', (text, name) => expect(hostName(text)).toBe(name));

  test('is within its own domain and not within one that ends alike', () => {
    expect(isWithin('imap.example.test', 'example.test')).toBe(true);
    expect(isWithin('example.test', 'example.test')).toBe(true);
    expect(isWithin('notexample.test', 'example.test')).toBe(false);
  });
});

test('an address is read, or is said to be none', () => {
  expect(readAddress(' Jane@BÜCHER.example ')).toEqual({
    ...{ whole: 'Jane@BÜCHER.example', local: 'Jane', domain: 'xn--bcher-kva.example' },
  });
  fc.assert(
    fc.property(fc.string(), text => {
      try {
        expect(hostName(readAddress(text).domain)).toBeDefined();
      } catch (error) {
        expect(error).toBeInstanceOf(MailstowError);
      }
    }),
  );
});

describe('an address in a network', () => {
  test.each([
    ...['127.0.0.1', '10.1.2.3', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1'],
    ...['0.0.0.0', '::1', '::', 'fd00::1', 'fe80::1%eth0', '::ffff:192.168.1.1', '::ffff:7f00:1'],
    'unheard-of',
  ])('%s counts as private', address => expect(isPrivateAddress(address)).toBe(true));

  test.each(['192.0.2.1', '172.32.0.1', '100.128.0.1', '2001:db8::1', '::ffff:192.0.2.1'])(
    '%s is public',
    address => expect(isPrivateAddress(address)).toBe(false),
  );
});
