import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { discover } from '../../../electron/engine/discovery/discover.ts';
import { type Certificates, makeCertificates, opensslMissing } from '../../servers/certificates.ts';
import type { Zone } from '../../servers/name-server.ts';
import { aNetwork, type NetworkOptions, webNames } from './a-network.ts';
import { settings } from './settings-file.ts';

/** The servers that take in the mail of a company's own domain, at the places in the queue that they have. */
function taking(...exchanges: readonly (readonly [priority: number, exchange: string])[]): Zone {
  return {
    'example.test': exchanges.map(([priority, exchange]) => ({
      type: 'MX' as const,
      priority,
      exchange,
    })),
  };
}

describe.skipIf(opensslMissing())('a company’s domain', () => {
  let certificates: Certificates;
  beforeAll(async () => {
    certificates = await makeCertificates();
  });
  afterAll(() => certificates.remove());

  async function found(options: NetworkOptions) {
    const { network, requests } = await aNetwork(certificates, options);
    return { ...(await discover('jane.doe@example.test', { network })), requests };
  }

  // In the order of the queue, as these providers tell their customers to set it.
  const companies: readonly [string, string, readonly string[], string, string?][] = [
    [
      ...(['Google Workspace', 'imap.gmail.com'] as const),
      ['ASPMX.L.Google.com', 'alt1.aspmx.l.google.com', 'alt3.aspmx.l.google.com'],
      ...(['993 tls', 'googleWorkspace'] as const),
    ],
    ['Google, one name', 'imap.gmail.com', ['smtp.google.com'], '993 tls', 'googleWorkspace'],
    ['Google, old', 'imap.gmail.com', ['aspmx2.googlemail.com'], '993 tls', 'googleWorkspace'],
    [
      ...(['Microsoft 365', 'outlook.office365.com'] as const),
      ['example-test.mail.protection.outlook.com'],
      ...(['993 tls', 'microsoft365'] as const),
    ],
    [
      ...(['Microsoft 365 with DNSSEC', 'outlook.office365.com'] as const),
      ['example-test.b-v1.mx.microsoft'],
      ...(['993 tls', 'microsoft365'] as const),
    ],
    [
      ...(['Outlook.com', 'outlook.office365.com'] as const),
      ['example-test.olc.protection.outlook.com'],
      ...(['993 tls', 'outlook'] as const),
    ],
    ['Zoho', 'imappro.zoho.com', ['mx.zoho.com', 'mx2.zoho.com'], '993 tls', 'zoho'],
    ['Zoho, Europe', 'imappro.zoho.eu', ['mx.zoho.eu', 'mx2.zoho.eu'], '993 tls', 'zoho'],
    [
      ...(['Fastmail', 'imap.fastmail.com'] as const),
      ['in1-smtp.messagingengine.com', 'in2-smtp.messagingengine.com'],
      ...(['993 tls', 'fastmail'] as const),
    ],
    ['Infomaniak', 'mail.infomaniak.com', ['mta-gw.infomaniak.ch'], '993 tls'],
    ['IONOS', 'imap.ionos.de', ['mx00.kundenserver.de', 'mx01.kundenserver.de'], '993 tls'],
    ['IONOS, France', 'imap.ionos.fr', ['mx00.ionos.fr', 'mx01.ionos.fr'], '993 tls'],
    ['IONOS, America', 'imap.ionos.com', ['mx00.perfora.net'], '993 tls'],
    ['OVHcloud', 'ssl0.ovh.net', ['mx1.mail.ovh.net', 'mx2.mail.ovh.net'], '993 tls'],
    ['STRATO', 'imap.strato.de', ['smtpin.rzone.de'], '993 tls'],
    ['Hetzner', 'mail.your-server.de', ['www123.your-server.de'], '993 tls'],
    ['Gandi', 'mail.gandi.net', ['spool.mail.gandi.net', 'fb.mail.gandi.net'], '993 tls'],
    ['united-domains', 'imaps.udag.de', ['mx00.udag.de', 'mx01.udag.de'], '993 tls'],
    ['Rackspace', 'secure.emailsrvr.com', ['mx1.emailsrvr.com', 'mx2.emailsrvr.com'], '993 tls'],
    ['Yandex', 'imap.yandex.com', ['mx.yandex.net'], '993 tls', 'yandex'],
    [
      'Proton',
      '127.0.0.1',
      ['mail.protonmail.ch', 'mailsec.protonmail.ch'],
      '1143 starttls',
      'proton',
    ],
    [
      'Apple',
      'imap.mail.me.com',
      ['mx01.mail.icloud.com', 'mx02.mail.icloud.com'],
      '993 tls',
      'icloud',
    ],
    ['Alibaba', 'imap.qiye.aliyun.com', ['mxn.mxhichina.com', 'mxw.mxhichina.com'], '993 tls'],
    // By the directory.
    ['Pobox', 'mail.pobox.com', ['mx-1.pobox.com'], '993 tls'],
  ];

  test.each(companies)('at %s is found at %s', async (_provider, host, exchanges, place, note) => {
    const zone = taking(...exchanges.map((name, index) => [index * 10 + 1, name] as const));
    const { found: answer } = await found({ zone });
    const { server } = answer ?? {};
    expect(`${server?.host} ${server?.port} ${server?.security}`).toBe(`${host} ${place}`);
    expect(answer).toMatchObject({ isElsewhere: false });
    expect(answer?.note).toBe(note);
    // Two at the same place of the queue are one provider still.
    const together = await found({ zone: taking(...exchanges.map(name => [0, name] as const)) });
    expect(together.found).toEqual(answer);
  });

  test('at a provider without IMAP is told so, and nothing else is believed', async () => {
    const zone: Zone = {
      ...taking([10, 'mail.tutanota.de']),
      '_imaps._tcp.example.test': [
        { type: 'SRV', priority: 0, weight: 1, port: 993, target: 'imap.example.test' },
      ],
    };
    const { found: answer, closed } = await found({ zone });
    expect(answer).toBeUndefined();
    expect(closed).toMatchObject({ note: 'noImap', page: { provider: 'Tuta' } });
  });

  test('with several providers is at the first in the queue', async () => {
    const zone = taking(
      [30, 'example-test.mail.protection.outlook.com'],
      [5, 'in1-smtp.messagingengine.com'],
      [20, 'aspmx.l.google.com'],
    );
    expect((await found({ zone })).found?.server.host).toBe('imap.fastmail.com');
  });

  test.each([
    [['aspmx.l.google.com', 'example-test.mail.protection.outlook.com']],
    [['aspmx.l.google.com', 'mx.attacker.test']],
    [['mx.attacker.test', 'aspmx.l.google.com']],
  ])('with several at the same place is at none of them: %s', async exchanges => {
    const zone = taking(...exchanges.map(name => [10, name] as const));
    const { found: answer, asked } = await found({ zone });
    expect(answer).toBeUndefined();
    expect(asked.filter(({ way }) => way === 'provider').at(-1)?.outcome).toBe('not-found');
  });

  test('behind somebody who sifts its mail is where its own settings say', async () => {
    const zone = { ...webNames, ...taking([10, 'mx1.sieve.test']) };
    const web: NetworkOptions['web'] = (request, response) => {
      const isOwn = request.headers.host?.startsWith('autoconfig.example.test');
      response.end(isOwn ? settings({ host: 'imap.example.test' }) : '');
    };
    expect((await found({ zone, web })).found?.server.host).toBe('imap.example.test');
  });

  test('is that of another provider where whoever takes in its mail publishes settings', async () => {
    const { 'example.test': own = [], ...names } = webNames;
    const zone = {
      ...names,
      'example.test': [...own, ...(taking([10, 'mx1.provider.test'])['example.test'] ?? [])],
    };
    const { found: answer, requests } = await found({
      zone,
      web: (request, response) => {
        const isProvider = request.headers.host?.startsWith('autoconfig.provider.test');
        if (isProvider) response.end(settings({ host: 'imap.provider.test' }));
        else response.writeHead(404).end();
      },
    });
    expect(requests).toContain('autoconfig.provider.test/mail/config-v1.1.xml');
    expect(answer).toMatchObject({
      way: 'settings',
      server: { host: 'imap.provider.test' },
      isElsewhere: true,
    });
  });

  test.each([
    'google.com.attacker.test',
    'aspmx.l.google.com.attacker.test',
    'notgoogle.com',
    'l-google.com',
    'google.com.de',
    'mail-protection-outlook.com',
    'mail.protection.outlook.com.attacker.test',
    'xmx.microsoft',
    'ɡoogle.com',
    'xn--oogle-qmc.com',
    'com',
  ])('at a server that only looks like a provider’s is not its customer: %s', async exchange => {
    const { found: answer } = await found({ zone: taking([10, exchange]) });
    expect(answer).toBeUndefined();
  });

  test.each(['.', '127.0.0.1', 'localhost', 'a b.example', '-.google.com..'])(
    'that takes in no mail, or nowhere, is asked itself: %s',
    async exchange => {
      const zone: Zone = {
        ...taking([0, exchange]),
        '_imaps._tcp.example.test': [
          { type: 'SRV', priority: 0, weight: 1, port: 993, target: 'imap.example.test' },
        ],
      };
      expect((await found({ zone })).found).toMatchObject({ way: 'dns' });
    },
  );

  test('that stands for another by its name is looked up there', async () => {
    const zone: Zone = {
      'example.test': [{ type: 'CNAME', target: 'hosted.test' }],
      'hosted.test': [{ type: 'MX', priority: 1, exchange: 'aspmx.l.google.com' }],
    };
    expect((await found({ zone })).found?.note).toBe('googleWorkspace');
  });

  test('of which the names lead in a circle is found nowhere', async () => {
    const zone: Zone = {
      'example.test': [{ type: 'CNAME', target: 'other.test' }],
      'other.test': [{ type: 'CNAME', target: 'example.test' }],
    };
    expect((await found({ zone })).found).toBeUndefined();
  });

  test('with as many exchanges as an answer can hold is no work', async () => {
    // 64 KB over TCP: no answer holds ten thousand.
    const many = Array.from(
      { length: 1_500 },
      (_, index) => [10, `mx${index}.a.google.com`] as const,
    );
    const began = performance.now();
    const { found: answer, asked } = await found({
      zone: taking(...many, [20, 'mx.attacker.test']),
    });
    expect(answer?.note).toBe('googleWorkspace');
    expect(asked).toHaveLength(2);
    expect(performance.now() - began).toBeLessThan(3_000);
  });

  test('of a slow name server is found all the same', async () => {
    const { found: answer } = await found({ zone: taking([1, 'aspmx.l.google.com']), delay: 700 });
    expect(answer?.note).toBe('googleWorkspace');
  });

  describe('of a name server that is broken is found nowhere, in five seconds at most:', () => {
    test.each<[string, NonNullable<NetworkOptions['broken']>]>([
      ['nonsense', () => Buffer.from('nonsense')],
      ['nothing', () => Buffer.alloc(0)],
      ['an answer cut short', (_query, answer) => answer.subarray(0, answer.length - 6)],
      ['the question alone', query => query],
      [
        'an answer to another question',
        (_query, answer) =>
          Buffer.from(answer.toString('latin1').replace('example', 'eleven1'), 'latin1'),
      ],
      [
        'a failure',
        (_query, answer) =>
          Buffer.concat([answer.subarray(0, 3), Buffer.from([0x82]), answer.subarray(4)]),
      ],
      [
        'a refusal',
        (_query, answer) =>
          Buffer.concat([answer.subarray(0, 3), Buffer.from([0x85]), answer.subarray(4)]),
      ],
      [
        'a name that points at itself',
        (_query, answer) =>
          Buffer.concat([answer.subarray(0, -22), Buffer.from([0xc0, answer.length - 22])]),
      ],
    ])('%s', async (_what, broken) => {
      const began = performance.now();
      const { found: answer } = await found({ zone: taking([1, 'aspmx.l.google.com']), broken });
      expect(answer).toBeUndefined();
      expect(performance.now() - began).toBeLessThan(6_500);
    });
  });
});
