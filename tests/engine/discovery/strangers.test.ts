import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAddress } from '../../../electron/engine/discovery/address.ts';
import {
  isPrivateAddress,
  mayFollow,
} from '../../../electron/engine/discovery/autoconfig/fetch-limited.ts';
import { parseAutoconfig } from '../../../electron/engine/discovery/autoconfig/parse-autoconfig.ts';
import { hostName, isWithin } from '../../../electron/engine/discovery/mail-server.ts';
import { MailstowError } from '../../../electron/engine/errors.ts';
import { settings } from './a-network.ts';

const address = readAddress('jane.doe@example.test');

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

describe('a redirect', () => {
  const inside = [
    ...['127.0.0.1', '10.1.2.3', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1'],
    ...['0.0.0.0', '::1', '::', 'fd00::1', 'fe80::1%eth0', '::ffff:192.168.1.1', 'unheard-of'],
  ];
  const outside = ['192.0.2.1', '172.32.0.1', '100.128.0.1', '2001:db8::1', '::ffff:192.0.2.1'];

  test.each(inside)('from a public server never leads to %s', target => {
    expect(isPrivateAddress(target)).toBe(true);
    expect(mayFollow(target, true)).toBe(false);
    expect(mayFollow(target, false)).toBe(true);
  });

  test.each(outside)('may lead to %s', target => {
    expect(isPrivateAddress(target)).toBe(false);
    expect(mayFollow(target, true)).toBe(true);
  });
});
